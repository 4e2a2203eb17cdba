import { expect, test } from '@jest/globals';
import type { Deployment, Deployments } from '../../../src/clouds/cloud.ts';
import { isLive, previewsOf, timeOf } from '../../../src/modes/deployment/previews.ts';

test.each([
  ['2026-11-29T12:00:00Z', Date.parse('2026-11-29T12:00:00Z')],
  ['soon', 0],
  [undefined, 0],
])('the time of a preview made at %s', (createdAt, time) => {
  expect(timeOf(createdAt === undefined ? {} : { createdAt })).toBe(time);
});

test('previews come newest first, those without a time last', async () => {
  const made = [undefined, '2026-11-01T00:00:00Z', '2026-11-03T00:00:00Z', '2026-11-02T00:00:00Z'];
  const deployments = {
    previews: async function* () {
      for (const createdAt of made) yield { id: createdAt ?? 'none', createdAt } as Deployment;
    },
  } as unknown as Deployments;
  const found = await previewsOf(deployments, { repositories: [] }, new AbortController().signal);
  expect(found.map(({ id }) => id.slice(0, 10))).toEqual(['2026-11-03', '2026-11-02', '2026-11-01', 'none']);
});

test.each([
  ['healthy', true],
  ['failed', true],
  ['deleted', false],
  ['superseded', false],
  ['cancelled', false],
] as const)('a preview that is %s is live: %s', (status, live) => {
  expect(isLive({ status })).toBe(live);
});
