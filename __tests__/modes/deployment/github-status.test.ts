import { expect, test } from '@jest/globals';
import { statusOf } from '../../../src/modes/deployment/github-status.ts';
import type { DeploymentFacts } from '../../../src/report/result.ts';

const PREVIEW = { label: 'pr-7', url: 'https://pr-7.example' };
const LINK = { environmentUrl: PREVIEW.url };

test.each<
  [name: string, state: Parameters<typeof statusOf>[1], facts: Partial<DeploymentFacts>, status: object]
>([
  ['a healthy one', 'success', { status: 'healthy' }, { description: 'Healthy', ...LINK }],
  ['one that nobody followed', 'success', {}, { description: 'Begun; its end was not followed', ...LINK }],
  [
    'a cancel that the rollout outlives',
    'error',
    { status: 'cancelled', goesOn: 'surely' },
    { description: 'The workflow was cancelled; the rollout goes on', ...LINK },
  ],
  [
    'a cancel of which that is not known',
    'error',
    { goesOn: 'perhaps' },
    { description: 'The workflow was cancelled; the rollout may go on', ...LINK },
  ],
  ['a cancel that ended it', 'error', {}, { description: 'The workflow was cancelled', ...LINK }],
  ['a removed one, which has no address', 'inactive', {}, { description: 'Replaced or removed' }],
])('GitHub shows %s in right words', (_name, state, facts, status) => {
  const deployment = { events: [], lines: [], preview: PREVIEW, ...facts };
  expect(statusOf({ deployment }, state)).toEqual({ state, ...status });
});
