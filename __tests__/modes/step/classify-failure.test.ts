import { describe, expect, test } from '@jest/globals';
import { AbortedError, HttpError, UserError } from '../../../src/errors.ts';
import { classifyFailure } from '../../../src/modes/step/classify-failure.ts';
import type { RunResult } from '../../../src/report/result.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { collectFaults } from '../../../src/settings/faults.ts';

const BEFORE: RunResult = { cloud: 'sgp', outcome: 'building', source: {}, phases: [] };
const never = new AbortController().signal;

function classified(
  thrown: unknown,
  before: Partial<RunResult> = {},
  signal: AbortSignal = never,
): RunResult {
  const recorder = createRunRecorder({ ...BEFORE, ...before });
  classifyFailure(recorder, thrown, signal, { workspace: '/w', documentation: 'https://docs.example.test' });
  return recorder.result();
}

function faulty(): unknown {
  const faults = collectFaults();
  faults.add({ where: 'cloud', problem: 'is aws', accepted: 'sgp, prime, pipecat' });
  try {
    return faults.fail();
  } catch (thrown) {
    return thrown;
  }
}

const RUNNING = { id: 'd1', events: [], lines: [] };
const DONE: Partial<RunResult> = {
  outcome: 'deploying',
  build: { id: 'b1', status: 'success', steps: [] },
};

/** A build that has ended was not cancelled. */
const CANCELLED: readonly (readonly [when: string, before: Partial<RunResult>, message: RegExp])[] = [
  [
    'that has ended the build',
    { build: { id: 'b1', status: 'cancelled', steps: [] } },
    /while build b1 was running\.$/,
  ],
  [
    'of a build that goes on',
    { build: { id: 'b1', status: 'cancelled', goesOn: 'surely', steps: [] } },
    /while build b1 was running; it goes on\.$/,
  ],
  [
    'of a build whose end is not confirmed',
    { build: { id: 'b1', status: 'cancelled', goesOn: 'perhaps', steps: [] } },
    /while build b1 was running; it may go on\.$/,
  ],
  [
    'while a build was sent',
    { build: { status: 'cancelled', goesOn: 'perhaps', steps: [] } },
    /while a build was sent; it may go on\.$/,
  ],
  ['after a build', DONE, /after build b1 had ended\.$/],
  ['of a preview', { ...DONE, deployment: RUNNING }, /while deployment d1 was rolled out\.$/],
  [
    'of a rollout that goes on',
    { ...DONE, deployment: { ...RUNNING, status: 'cancelled', goesOn: 'surely' } },
    /while deployment d1 was rolled out; it goes on\.$/,
  ],
  [
    'of what follows a healthy deployment',
    { ...DONE, deployment: { ...RUNNING, status: 'healthy' } },
    /after deployment d1 was healthy\.$/,
  ],
];

describe('what was thrown', () => {
  test.each<[name: string, thrown: unknown, before: Partial<RunResult>, title: string, message: RegExp]>([
    ['a user’s error', new UserError('No Dockerfile'), {}, 'Cloud build failed', /^No Dockerfile$/],
    [
      'while removing',
      new UserError('No agent'),
      { outcome: 'removed' },
      'Preview cleanup failed',
      /^No agent$/,
    ],
    ['ours', new TypeError('x is not a function'), {}, 'Internal error of cloud-build-action', /^x is not/],
    [
      'a cancel',
      new AbortedError('x'),
      { outcome: 'building' },
      'Cancelled',
      /^The workflow was cancelled before a build was submitted\.$/,
    ],
    [
      'a cancel where nothing is built',
      new AbortedError('x'),
      { outcome: 'failed' },
      'Cancelled',
      /^The workflow was cancelled\.$/,
    ],
    [
      'a cancel of a build',
      new AbortedError('x'),
      { build: { id: 'b1', steps: [] } },
      'Cancelled',
      /while build b1 was/,
    ],
  ])('%s', (_name, thrown, before, title, message) => {
    const { outcome, failure } = classified(thrown, before);
    expect(outcome).toBe(title === 'Cancelled' ? 'cancelled' : 'failed');
    expect(failure).toMatchObject({ title, message: expect.stringMatching(message) });
  });

  test.each(CANCELLED)('says what a cancel stopped: %s', (_when, before, message) => {
    expect(classified(new AbortedError('x'), before).failure?.message).toMatch(message);
  });

  test('counts as a cancel once the step is cancelled', () => {
    expect(classified(new Error('socket closed'), {}, AbortSignal.abort()).outcome).toBe('cancelled');
  });

  test('a refusal of the cloud is not the first thing to be said where a failure is known', () => {
    const failure = { title: 'First', message: 'first' };
    const later = new HttpError({ method: 'GET', url: 'x', status: 500, effect: 'no', detail: '' });
    expect(classified(later, { failure }).failure).toEqual(failure);
  });

  test.each([
    ['without a commit', {}, 'No request was made:'],
    [
      'of a commit',
      { commit: '0123456789abcdef' },
      'Commit 0123456789ab was not built; no request was made:',
    ],
  ])('faulty inputs %s', (_name, source, message) => {
    expect(classified(faulty(), { source }).failure).toMatchObject({
      message,
      faults: [{ where: expect.stringContaining('cloud'), url: 'https://docs.example.test#input-cloud' }],
    });
  });
});

test.each<[when: string, build: RunResult['build'], title: string]>([
  ['a build that has ended', { id: 'b1', status: 'success', steps: [] }, 'Built; the deploy was refused'],
  ['a build whose log still comes', { id: 'b1', steps: [] }, 'Built; the deploy was refused'],
  ['an image that was given', { imageName: 'given', steps: [] }, 'The deploy was refused'],
  ['nothing', undefined, 'The deploy was refused'],
])('a deploy is refused after %s', (_, build, title) => {
  const refused = new HttpError({ method: 'POST', url: 'x', status: 422, effect: 'no', detail: 'no secret' });
  const before: Partial<RunResult> = { outcome: 'deploying', ...(build && { build }) };
  expect(classified(refused, before).failure?.title).toBe(title);
});

test.each<[status: number, detail: string, title: string, hint: string]>([
  [0, 'broke', 'Prime Intellect did not answer', 'none'],
  [200, 'not JSON', 'Prime Intellect gave a reply that cannot be read', 'none'],
  [307, 'a redirect', 'Prime Intellect answered with a redirect', 'none'],
  [408, '', 'Prime Intellect could not handle the request', 'gives no reason'],
  [409, 'a build is under way', 'Prime Intellect refused the request', 'Fix what Prime Intellect names'],
  [422, '', 'Prime Intellect refused the request', 'gives no reason'],
  [500, 'boom', 'Prime Intellect could not handle the request', 'Fix what Prime Intellect names'],
])('an answer %d (%s) says who did what, and what to do', (status, detail, title, hint) => {
  const thrown = new HttpError({ method: 'GET', url: 'x', status, effect: 'no', detail });
  const { failure } = classified(thrown, { cloudTitle: 'Prime Intellect' });
  expect(failure?.title).toBe(title);
  expect(failure?.hint ?? 'none').toContain(hint);
});

test('a reply to a deploy that cannot be read is no refusal of it', () => {
  const thrown = new HttpError({
    method: 'POST',
    url: 'x',
    status: 200,
    effect: 'maybe',
    detail: 'not JSON',
  });
  expect(classified(thrown, DONE).failure?.title).toBe('sgp gave a reply that cannot be read');
});
