import { describe, expect, test } from '@jest/globals';
import { confirmedRun, type LeftFacts, leftOf, lostRun } from '../../../src/modes/cancel/left-facts.ts';
import type { Running } from '../../../src/modes/cancel/running.ts';
import type { RunResult } from '../../../src/report/result.ts';
import { resultSentence } from '../../../src/report/states.ts';

const IDLE: Running = { cloud: 'sgp', building: false, cancelAsked: false };
const SUBMITTING = { imageName: 'app', imageTag: 'v1', workingTreeHash: 'h', at: '', pid: 1 };
const BUILDING: RunResult = { cloud: 'sgp', outcome: 'building', source: {}, phases: [] };
const SENT: RunResult = { ...BUILDING, build: { id: 'b1', steps: [] } };
const DEPLOYING: RunResult = { ...SENT, outcome: 'deploying' };
const PREVIEW = { preview: { label: 'pr-7' }, events: [], lines: [] };

/** What main saved last and what it had told the comment; what the comment says when main was killed then. */
const LOST: Readonly<
  Record<string, readonly [saved: Partial<Running> | undefined, told: RunResult, says: string, why: string]>
> = {
  'before anything was sent': [undefined, BUILDING, 'Cancelled', 'before a build was submitted'],
  'while a build was sent': [
    { submitting: SUBMITTING },
    BUILDING,
    'Build may go on',
    'while a build was sent; it may go on',
  ],
  'while one was sent to a cloud that starts it later': [
    { cloud: 'prime', submitting: SUBMITTING },
    BUILDING,
    'Cancelled',
    'before a build was submitted',
  ],
  'while the archive of a recorded build was sent': [
    { cloud: 'prime', buildId: 'b1', unstarted: true },
    SENT,
    'Build cancelled',
    'while build b1 was running',
  ],
  'while it was built': [
    { buildId: 'b1', building: true },
    SENT,
    'Build may go on',
    'while build b1 was running; it may go on',
  ],
  'after main had cancelled it': [
    { buildId: 'b1', cancelAsked: true },
    SENT,
    'Build cancelled',
    'while build b1 was running',
  ],
  'after its end': [{ buildId: 'b1', built: 'success' }, SENT, 'Built', 'after build b1 had ended'],
  'after it had failed': [
    { buildId: 'b1', built: 'failed' },
    SENT,
    'Build failed',
    'after build b1 had ended',
  ],
  'when nothing is left of the state': [
    undefined,
    SENT,
    'Build may go on',
    'while build b1 was running; it may go on',
  ],
  'while the VM image was made': [
    { cloud: 'prime', buildId: 'v1', building: true },
    SENT,
    'Built',
    'after build b1 had ended',
  ],
  'before a deployment was sent': [
    { buildId: 'b1', built: 'success' },
    { ...DEPLOYING, deployment: PREVIEW },
    'Built',
    'after build b1 had ended',
  ],
  'while a deployment was sent': [
    { buildId: 'b1', built: 'success', deploying: 'greeter' },
    { ...DEPLOYING, deployment: PREVIEW },
    'Built, preview may go on',
    'while a deployment was sent; it may go on',
  ],
  'while a preview was rolled out': [
    { buildId: 'b1', built: 'success', previewId: 'd1' },
    { ...DEPLOYING, deployment: PREVIEW },
    'Built, preview may go on',
    'while deployment d1 was rolled out; it may go on',
  ],
  'while production was rolled out': [
    { buildId: 'b1', built: 'success', rolloutId: 'd1' },
    DEPLOYING,
    'Built, deployment goes on',
    'while deployment d1 was rolled out; it goes on',
  ],
  'after the preview was healthy': [
    { buildId: 'b1', built: 'success', rolledOut: { id: 'd1', status: 'healthy' } },
    { ...DEPLOYING, deployment: PREVIEW },
    'Built, preview healthy',
    'after deployment d1 was healthy',
  ],
  'while an image without a build was rolled out': [
    { rolloutId: 'd1' },
    { ...BUILDING, outcome: 'deploying', build: { imageName: 'app', imageTag: 'v1', steps: [] } },
    'Deployment goes on',
    '',
  ],
};

test.each(Object.keys(LOST))('a main that was killed %s', (name) => {
  const [saved, told, says, why] = LOST[name] as (typeof LOST)[string];
  const facts = saved && leftOf({ ...IDLE, ...saved }).facts;
  const run = lostRun(told, facts);
  expect([run.outcome, resultSentence(run)]).toEqual(['cancelled', says]);
  const end = why === '' ? /the step was killed\.$/ : new RegExp(`was killed, ${why}\\.$`);
  expect(run.failure?.message).toMatch(end);
});

describe('a run that said itself that it was cancelled', () => {
  const failure = { title: 'Cancelled', message: 'It was, while build b1 was running; it may go on.' };
  const cancelled: RunResult = {
    ...SENT,
    outcome: 'cancelled',
    build: { id: 'b1', status: 'cancelled', goesOn: 'perhaps', steps: [] },
    failure,
  };

  test.each<[name: string, facts: LeftFacts, says: string, message: string]>([
    [
      'is confirmed',
      { build: { id: 'b1', status: 'cancelled' } },
      'Build cancelled',
      'while build b1 was running.',
    ],
    ['had ended by itself', { build: { id: 'b1', status: 'success' } }, 'Built', 'after build b1 had ended.'],
    [
      'cannot be cancelled',
      { build: { id: 'b1', status: 'cancelled', goesOn: 'surely' } },
      'Build goes on',
      'while build b1 was running; it goes on.',
    ],
  ])('%s', (_name, facts, says, message) => {
    const run = confirmedRun(cancelled, facts);
    expect(resultSentence(run)).toBe(says);
    expect(run.failure?.message).toBe(`It was, ${message}`);
  });

  test.each<[name: string, result: RunResult, facts: LeftFacts | undefined]>([
    ['of which nothing more is known', cancelled, undefined],
    [
      'whose build had ended',
      { ...cancelled, build: { id: 'b1', status: 'success', steps: [] } },
      leftOf({ ...IDLE, building: true, buildId: 'b1' }).facts,
    ],
    [
      'that failed',
      { ...cancelled, outcome: 'failed' },
      leftOf({ ...IDLE, building: true, buildId: 'b1' }).facts,
    ],
  ])('is left as it is: one %s', (_name, result, facts) => {
    expect(JSON.stringify(confirmedRun(result, facts))).toBe(JSON.stringify(result));
  });
});
