import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DeploymentFacts, RunResult } from '../../src/report/result.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { SUMMARY_LIMIT, writeSummary } from '../../src/report/write-summary.ts';
import { FAILED_BUILD, READY } from './runs.ts';

describe('renderSummary', () => {
  test('a success: facts, steps, timeline, links', () => {
    const summary = renderSummary({
      ...READY,
      commentUrl: 'https://github.com/acme/agents/pull/7#issuecomment-1',
    });
    expect(summary).toMatch(/^## ✅ `refund-bot` · Built in 2m 10s, preview healthy in 48 s\n/);
    for (const part of [
      '| Cloud | Scale GenAI Platform |',
      '| Context | 1,304 files, 2.1 MB, hash `0d9f2b7c11aa` |',
      '| `[1/5] FROM docker.io/library/python:3.12-slim` | cached |',
      '| `[4/5] RUN pip install -r requirements.txt \\| tee /tmp/log` | **1m 52s** |',
      '```mermaid\ngantt',
      '[Run](https://github.com/acme/agents/actions/runs/42) · [Comment](',
    ]) {
      expect(summary).toContain(part);
    }
  });

  test('a failure: the failing step, its last lines, what to do, before the steps', () => {
    const summary = renderSummary(FAILED_BUILD);
    const order = [
      '**failed** at `agents/refund/Dockerfile:12`',
      '**Why:** `ERROR: No matching distribution found for flask==99`',
      '**What to do:**',
      'flask==99\n',
      '### Dockerfile steps',
    ];
    const places = order.map((part) => summary.indexOf(part));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(summary).toContain('**❌ failed after 31 s**');
  });

  test.each<[name: string, more: Partial<DeploymentFacts>, words: string, isShown: boolean]>([
    ['a preview that was deleted is not shown', {}, 'preview cancelled after 48 s', false],
    ['a preview whose rollout goes on is', { goesOn: 'surely' }, 'preview goes on', true],
    ['a preview that may not be deleted is', { goesOn: 'perhaps' }, 'preview may go on', true],
  ])('a cancel: %s', (_name, more, words, isShown) => {
    const deployment = { events: [], lines: [], ...READY.deployment, status: 'cancelled' as const, ...more };
    const summary = renderSummary({ ...READY, outcome: 'cancelled', deployment });
    expect(summary).toContain(`Built in 2m 10s, ${words}\n`);
    expect(summary.includes('| Preview | `pr-7` · expires')).toBe(isShown);
  });

  test('a run that failed before its build says so', () => {
    const summary = renderSummary({
      cloud: 'prime',
      outcome: 'failed',
      source: {},
      phases: [],
      failure: {
        title: 'The context is empty',
        message: 'nothing in services/a',
        hint: 'Look at .dockerignore.',
      },
    });
    expect(summary).toContain('**The context is empty** — nothing in `services/a`');
    expect(summary).toContain('**What to do:** Look at `.dockerignore`.');
  });

  test('stays below its limit, and says what it left out', () => {
    const steps = Array.from({ length: 5000 }, (_, index) => ({
      name: `[${index}] ${'👩'.repeat(2000)}`,
      seconds: 1,
      state: 'done' as const,
    }));
    const huge: RunResult = { ...READY, build: { ...READY.build, steps } };
    expect(Buffer.byteLength(renderSummary(huge))).toBeLessThan(SUMMARY_LIMIT);
    expect(renderSummary(huge)).toContain('4,800 further steps left out.');
    expect(Buffer.byteLength(renderSummary(huge, 6000))).toBeLessThan(6000);
  });
});

describe('writeSummary', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'summary-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  test('adds to what is there', async () => {
    const file = path.join(folder, 'summary.md');
    await writeFile(file, 'earlier\n');
    expect(await writeSummary(file, '## ours\n')).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('earlier\n\n## ours\n');
  });

  test('writes nothing where all would be lost', async () => {
    const file = path.join(folder, 'summary.md');
    await writeFile(file, 'x'.repeat(SUMMARY_LIMIT));
    expect(await writeSummary(file, 'more')).toBe(false);
    expect(await readFile(file, 'utf8')).toHaveLength(SUMMARY_LIMIT);
  });

  test.each([
    ['no file', undefined],
    ['an empty name', ''],
    ['a folder that is not there', '/nonexistent/summary.md'],
  ])('%s is no error', async (_, file) => {
    expect(await writeSummary(file, 'text')).toBe(false);
  });
});
