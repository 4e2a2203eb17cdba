import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { boundedOutputs, outputsOf, setOutputs } from '../../src/report/outputs.ts';
import { BUILDING, FAILED_BUILD, READY, REMOVED, REUSED } from './runs.ts';

test('all that is known, under the names of the interface', () => {
  const { outputs, notices } = boundedOutputs(
    { ...READY, commentUrl: 'https://github.com/acme/agents/pull/7#issuecomment-1' },
    { matrix: { include: [{ name: 'a', path: 'a', manifest: 'a/manifest.yaml' }] }, changed: 1 },
  );
  expect(notices).toEqual([]);
  const { result, ...rest } = Object.fromEntries(outputs);
  expect(rest).toEqual({
    skipped: 'false',
    'build-id': 'build_7f3a',
    'build-status': 'success',
    reused: 'false',
    image: 'registry.example.com/acct/refund-bot:cf817a90f460',
    'image-name': 'refund-bot',
    'image-tag': 'cf817a90f460',
    'context-hash': '0d9f2b7c11aa4e55b7f4e7b0a6a3f0c9d2e1b3aa0d9f2b7c11aa4e55b7f4e7b0',
    'context-files': '1304',
    'context-bytes': '2104332',
    'build-seconds': '130',
    'log-file': '/tmp/runner/build_7f3a.log',
    'deployment-id': 'dep_19',
    'deployment-status': 'healthy',
    'preview-label': 'pr-7',
    'preview-expires-at': '2026-11-12T18:04:00.000Z',
    'previews-deleted': '1',
    'comment-url': 'https://github.com/acme/agents/pull/7#issuecomment-1',
    matrix: '{"include":[{"name":"a","path":"a","manifest":"a/manifest.yaml"}]}',
    changed: '1',
  });
  const whole: Record<string, unknown> = JSON.parse(result ?? '');
  expect(Object.keys(whole).toSorted()).toEqual(Object.keys(rest).toSorted());
  expect(whole).toMatchObject({ reused: false, 'context-files': 1304, matrix: { include: [{ name: 'a' }] } });
});

test.each([
  ['while building', BUILDING, ['build-id', 'image-name', 'image-tag', 'reused', 'skipped']],
  ['removed', REMOVED, ['preview-label', 'previews-deleted', 'skipped']],
])('what is unknown is not set: %s', (_, result, names) => {
  expect(Object.keys(outputsOf(result)).toSorted()).toEqual(names);
});

test('a failure sets what was known', () => {
  expect(outputsOf(FAILED_BUILD)).toMatchObject({
    'build-status': 'failed',
    'build-seconds': 34,
    'context-files': 1304,
  });
});

test('skipped and reused', () => {
  expect(outputsOf({ ...BUILDING, outcome: 'skipped' }).skipped).toBe(true);
  expect(outputsOf(REUSED).reused).toBe(true);
});

test('a value above a runner’s limit is left out and reported, never cut', () => {
  const include = Array.from({ length: 30_000 }, (_, index) => ({
    name: `agent-${index}`,
    path: `agents/agent-${index}`,
  }));
  const { outputs, notices } = boundedOutputs(READY, { matrix: { include }, changed: include.length });
  expect(outputs.has('matrix')).toBe(false);
  expect(outputs.get('changed')).toBe('30000');
  expect(notices).toEqual([expect.stringMatching(/^The output matrix has 1\.\d MB/)]);
});

test('result stays below 1 MB in UTF-16 and is JSON', () => {
  const { outputs, notices } = boundedOutputs(READY, {
    matrix: { include: ['x'.repeat(600_000)] },
    details: { builds: 'ä'.repeat(500_000), rate: 0.5 },
  });
  const result: Record<string, unknown> = JSON.parse(outputs.get('result') ?? '');
  expect((outputs.get('result') ?? '').length * 2).toBeLessThan(1_000_000);
  expect(result).toMatchObject({ rate: 0.5, 'build-id': 'build_7f3a', 'left-out': ['matrix', 'builds'] });
  expect(outputs.has('matrix')).toBe(true);
  expect(notices).toHaveLength(2);
});

test('reach the runner’s file, also with line ends in them', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'outputs-'));
  const before = process.env.GITHUB_OUTPUT;
  try {
    process.env.GITHUB_OUTPUT = path.join(folder, 'output');
    await writeFile(process.env.GITHUB_OUTPUT, '');
    expect(setOutputs({ ...BUILDING, build: { id: 'a\nb=c', steps: [] } })).toEqual([]);
    const written = await readFile(process.env.GITHUB_OUTPUT, 'utf8');
    expect(written).toMatch(/build-id<<(\S+)\na\nb=c\n\1\n/);
    expect(written).toMatch(/result<<(\S+)\n\{.*\}\n\1\n/);
  } finally {
    if (before === undefined) delete process.env.GITHUB_OUTPUT;
    else process.env.GITHUB_OUTPUT = before;
    await rm(folder, { recursive: true });
  }
});
