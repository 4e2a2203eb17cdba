import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { annotationOf } from '../../../src/report/failure/annotation.ts';
import { buildFailure, deploymentFailure } from '../../../src/report/failure/failure.ts';
import type { RunResult } from '../../../src/report/result.ts';
import { anyText } from '../../support/any-text.ts';
import { FAILED_BUILD, FAILED_DEPLOYMENT, HOSTILE, READY } from '../runs.ts';

test('a failed build stands on its line, says how it ended and what to do', () => {
  expect(annotationOf(FAILED_BUILD)).toEqual({
    title: 'Build build_7f3b failed at agents/refund/Dockerfile:12',
    message: expect.stringMatching(
      /^RUN pip install -r requirements\.txt exited with 1\. Last lines: ERROR: .*exit code: 1\. What to do: /,
    ),
    file: 'agents/refund/Dockerfile',
    line: 12,
  });
});

test('a failed deployment says what the cluster warned of', () => {
  expect(annotationOf(FAILED_DEPLOYMENT)).toEqual({
    title: 'Preview pr-7 (dep_20) failed',
    message: expect.stringMatching(/^BackOff: Back-off .*KeyError: 'OPENAI_BASE_URL'\. What to do: /),
  });
});

test('nothing failed, nothing is said', () => {
  expect(annotationOf(READY)).toBeUndefined();
});

test('the run’s own words win', () => {
  const failure = { title: 'Inputs', message: 'two faults', place: { file: 'manifest.yaml' } };
  expect(annotationOf({ ...READY, outcome: 'failed', failure })).toEqual({
    title: 'Inputs',
    message: 'two faults.',
    file: 'manifest.yaml',
  });
});

test.each<[string, Partial<RunResult>, string]>([
  [
    'a build, one line',
    { build: { steps: [], log: { lines: ['no space left'] } } },
    'The build failed. no space left.',
  ],
  [
    'a build, several lines',
    { build: { steps: [], log: { lines: ['one', 'two', 'ERROR: three'] } } },
    'The build failed. ERROR: three. Last lines: one | two.',
  ],
  [
    'a deployment',
    { deployment: { status: 'failed', events: [], lines: ['one', `two ${'x'.repeat(400)}`] } },
    `two ${'x'.repeat(400)}. Last lines: one.`,
  ],
])('a line of the log that ends the message is not repeated: %s', (_name, facts, message) => {
  const said = annotationOf({ cloud: 'sgp', outcome: 'failed', source: {}, phases: [], ...facts })?.message;
  expect(said?.split(' What to do: ')[0]).toBe(message);
});

test('one line of at most 1,000 characters without a command, and the hint is whole', () => {
  const texts = fc.oneof(
    fc.constantFrom(...HOSTILE, '::error::x', '##[group]x', 'std::vector'),
    anyText({ maxLength: 2000 }),
  );
  fc.assert(
    fc.property(texts, texts, (message, line) => {
      const result: RunResult = {
        ...FAILED_BUILD,
        failure: { title: message, message: message.repeat(5), hint: 'Do this.' },
        build: { steps: [], failing: { step: { name: line, state: 'failed' }, lines: [line, line, line] } },
      };
      const said = annotationOf(result);
      expect(said?.message.length).toBeLessThanOrEqual(1000);
      expect(said?.message.endsWith(' What to do: Do this.')).toBe(true);
      expect(`${said?.title} ${said?.message}`).not.toMatch(/[\r\n]|::|##\[/);
    }),
  );
});

describe('buildFailure', () => {
  test.each([
    ['BuildKit', 'did not complete successfully: exit code: 127', '127'],
    ['classic', "The command '/bin/sh -c x' returned a non-zero code: 2", '2'],
    ['buildah', 'Error: while running runtime: exit status 1', '1'],
    ['npm', 'npm exited with code 9', '9'],
  ])('reads the exit status of %s', (_, line, status) => {
    const step = { name: 'RUN x', state: 'failed' } as const;
    expect(
      buildFailure({ steps: [], status: 'failed', failing: { step, lines: [line, 'bye'] } }).message,
    ).toBe(`RUN x exited with ${status}.`);
  });

  test('without a step it is reported with the cloud’s words', () => {
    expect(buildFailure({ id: 'b-1', steps: [], status: 'error', seconds: 3 }, 'no capacity')).toEqual({
      title: 'Build b-1 ended with a cloud error',
      message: 'The build ended with a cloud error after 3.0 s. The cloud says: no capacity',
      hint: 'The error is not in the Dockerfile: run the job again.',
    });
  });

  test.each([
    ['no line of its log came', { logFile: '/log', logLines: 0 }, 'gave no log of this build'],
    ['its log came', { logFile: '/log', logLines: 3 }, 'Read the end of the build log'],
    ['its cloud has no logs', {}, 'has no build log'],
  ])('points at a log only where there is one: %s', (_name, facts, hint) => {
    expect(buildFailure({ steps: [], status: 'failed', ...facts }).hint).toContain(hint);
  });

  test.each([
    ['was replaced', 'cancelled', [], 'It did not fail'],
    ['failed without a word', 'failed', [], 'neither events nor a log'],
    ['failed', 'failed', ['boom'], 'Read the deployment events'],
    ['was late without a word', 'timed_out', [], 'page of it'],
    ['was late', 'timed_out', ['waits'], 'the deployment log in this job'],
  ] as const)('a deployment that %s has the hint for that', (_name, status, lines, hint) => {
    expect(deploymentFailure({ status, events: [], lines }).hint).toContain(hint);
  });

  test('a deployment that was late says its last status, where nothing else is known', () => {
    const late = { status: 'timed_out', events: [], lines: [] } as const;
    expect(deploymentFailure(late, undefined, 'in_progress').message).toBe(
      'Deployment did not become healthy in time. Its last status was in_progress.',
    );
    expect(deploymentFailure(late, 'no answer', 'in_progress').message).toBe('no answer');
  });

  test('time that ran out names the input', () => {
    expect(buildFailure({ steps: [], status: 'timed_out' }).hint).toContain('build-timeout');
    expect(deploymentFailure({ status: 'timed_out', events: [], lines: [] }).hint).toContain(
      'deploy-timeout',
    );
  });
});
