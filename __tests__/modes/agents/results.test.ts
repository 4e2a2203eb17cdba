import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { annotationsOf, noteResults } from '../../../src/modes/agents/results.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import type { RunResult } from '../../../src/report/result.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { temporaryFolder } from '../../support/workspace.ts';
import { failure, member } from './members.ts';

const build = (status: 'success' | 'failed' | 'timed_out' | 'cancelled' | 'error'): Partial<RunResult> => ({
  outcome: status === 'success' ? 'succeeded' : status === 'cancelled' ? 'cancelled' : 'failed',
  build: { status, steps: [] },
});

async function outputsOf(results: readonly Partial<RunResult>[], folder = '/logs') {
  const notices: string[] = [];
  const recorder = createRunRecorder({ cloud: '', outcome: 'failed', source: {}, phases: [] });
  const console = {
    maskText: (text: string) => text.replaceAll('hidden', '***'),
    notice: (text: string) => notices.push(text),
  };
  await noteResults(
    { recorder, console } as unknown as Step,
    results.map((result, at) => member(at, result)),
    folder,
  );
  return { outputs: recorder.extra(), notices };
}

describe('the status of the whole is the worst', () => {
  test.each<[string, readonly Partial<RunResult>[], string | undefined]>([
    ['all built', [build('success'), build('success')], 'success'],
    ['one was cancelled', [build('success'), build('cancelled')], 'cancelled'],
    ['one timed out', [build('cancelled'), build('timed_out'), build('success')], 'timed_out'],
    ['one failed', [build('failed'), build('timed_out')], 'failed'],
    ['one ended with a cloud error', [build('failed'), build('error')], 'error'],
    ['one never came to a build', [build('success'), failure('no Dockerfile')], 'error'],
    ['nothing was built', [{ outcome: 'removed', previewsDeleted: ['p'] }], undefined],
  ])('%s', async (_name, results, status) => {
    expect((await outputsOf(results)).outputs['build-status']).toBe(status);
  });
});

test('previews that were removed are summed up, failures counted, secrets hidden', async () => {
  const { outputs } = await outputsOf([
    { outcome: 'removed', previewsDeleted: ['p1', 'p2'] },
    { outcome: 'removed', previewsDeleted: ['p3'] },
    failure('a hidden word'),
  ]);
  expect(outputs).toMatchObject({ changed: 3, failed: 1, 'previews-deleted': 3, 'log-file': '/logs' });
  expect(outputs.results).toMatchObject([{ folder: 'agents/a0' }, {}, { failure: 'a *** word' }]);
});

test('what runners do not take is in a file that the log names; failed ones go first', async () => {
  const folder = temporaryFolder('logs');
  const many = Array.from({ length: 3_000 }, (_, at) =>
    at === 900 || at === 2_900 ? failure('x'.repeat(400)) : build('success'),
  );
  const { outputs, notices } = await outputsOf(many, folder);
  const results = outputs.results as { folder: string; outcome: string }[];
  expect(JSON.stringify(results).length).toBeLessThanOrEqual(200_000);
  expect(results.length).toBeGreaterThan(500);
  expect(results.filter(({ outcome }) => outcome === 'failed')).toHaveLength(2);
  const file = join(folder, 'results.json');
  expect(notices).toEqual([
    expect.stringMatching(`has ${results.length} of 3,000 agents.*All are in ${file}`),
  ]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(3_000);
});

describe('annotations', () => {
  test.each([
    [1, 1],
    [10, 10],
    [11, 10],
    [100, 10],
  ])('%i failures are %i annotations', (failures, expected) => {
    const members = Array.from({ length: failures }, (_, at) => member(at, failure(`reason ${at}`)));
    const annotations = annotationsOf([...members, member(failures, build('success'))]);
    expect(annotations).toHaveLength(expected);
    expect(annotations[0]?.message).toMatch(/^a0: reason 0\. What to do: Fix it\.$/);
    const last = annotations.at(-1)?.message;
    if (failures > 10) expect(last).toMatch(new RegExp(`^${failures - 9} more failed: a9, a10`));
    else expect(last).toMatch(new RegExp(`^a${failures - 1}: `));
  });
});
