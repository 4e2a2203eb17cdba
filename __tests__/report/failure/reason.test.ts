import { expect, test } from '@jest/globals';
import { builderReason, reasonOf } from '../../../src/report/failure/reason.ts';
import type { FailingStep, LogExcerpt } from '../../../src/report/result.ts';

test.each<[name: string, message: string | undefined, reason: string | undefined]>([
  ['none', undefined, undefined],
  ['empty', '  ', undefined],
  ['as it is', 'no space left on device', 'no space left on device'],
  [
    'without what it was handed on with',
    'ERROR: failed to solve: rpc error: code = Unknown desc = python:9: not found',
    'python:9: not found',
  ],
  [
    'that a command failed',
    'process "/bin/sh -c make" did not complete successfully: exit code: 2',
    undefined,
  ],
  ['over several lines', 'one\ntwo', 'one two'],
])('the builder’s reason: %s', (_name, message, reason) => {
  expect(builderReason(message)).toBe(reason);
});

const failing = (message: string | undefined, lines: readonly string[]) =>
  ({
    step: { name: 's', state: 'failed' },
    lines,
    ...(message === undefined ? {} : { message }),
  }) as FailingStep;
const log = { lines: ['the log said so'] } as unknown as LogExcerpt;

test.each<
  [name: string, step: FailingStep | undefined, log: LogExcerpt | undefined, reason: string | undefined]
>([
  ['the builder’s words first', failing('no space left', ['error: other']), log, 'no space left'],
  [
    'a line of the step where these say nothing',
    failing('exit code: 2', ['a', 'error: b', 'c']),
    log,
    'error: b',
  ],
  ['the log without a step', undefined, log, 'the log said so'],
  ['nothing without either', undefined, undefined, undefined],
])('the reason: %s', (_name, step, lines, reason) => {
  expect(reasonOf(step, lines)).toBe(reason);
});
