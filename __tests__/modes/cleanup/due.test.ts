import { describe, expect, test } from '@jest/globals';
import type { Deployment, Deployments, PreviewQuery } from '../../../src/clouds/cloud.ts';
import { duePreviews } from '../../../src/modes/cleanup/due.ts';

type DueRule = Parameters<typeof duePreviews>[2];

const NOW = Date.parse('2026-11-29T12:00:00Z');
const HOUR = 3_600_000;
const REPOSITORIES = ['forge.example.test/octo/agents'];
const hoursAgo = (hours: number) => new Date(NOW - hours * HOUR).toISOString();

const preview = (id: string, facts: Partial<Deployment> = {}): Deployment => ({
  id,
  status: 'healthy',
  rawStatus: 'healthy',
  events: [],
  agentName: 'support',
  previewLabel: 'pr-7',
  createdAt: hoursAgo(1),
  ...facts,
});

async function dueOf(all: readonly Deployment[], rule: Partial<DueRule> = {}, inPlace?: true) {
  const asked: PreviewQuery[] = [];
  const deployments = {
    ...(inPlace && { inPlace }),
    previews: async function* (of: PreviewQuery) {
      asked.push(of);
      yield* all;
    },
  } as unknown as Deployments;
  const pulls = { of: async (number: number) => (number === 9 ? 'closed' : 'open') as 'closed' | 'open' };
  const known: DueRule = { ttlMs: 8 * HOUR, repositories: REPOSITORIES, now: () => NOW, ...rule };
  const inventory = await duePreviews(deployments, 'support', known, pulls, new AbortController().signal);
  return { ...inventory, asked };
}

describe('a preview', () => {
  test.each<[name: string, facts: Partial<Deployment>, reason: RegExp | undefined]>([
    ['is young', {}, undefined],
    ['is past the cloud’s expiry', { expiresAt: hoursAgo(1) }, /^it expired 2026-11-29 11:00/],
    ['expires this moment', { expiresAt: hoursAgo(0) }, /^it expired/],
    ['is old, and the cloud keeps it', { createdAt: hoursAgo(90), expiresAt: hoursAgo(-1) }, undefined],
    ['is older than preview-ttl', { createdAt: hoursAgo(9) }, /^it is 9h.* old, and preview-ttl is 8h$/],
    ['is as old as preview-ttl', { createdAt: hoursAgo(8) }, undefined],
    ['has a label of somebody’s own', { createdAt: hoursAgo(9), previewLabel: 'demo' }, undefined],
    ['is of a closed pull request', { previewLabel: 'pr-9' }, /^pull request 9 is closed$/],
    ['has no time', { createdAt: undefined } as never, undefined],
  ])('that %s', async (_name, facts, reason) => {
    const { due, kept } = await dueOf([preview('p', facts)]);
    expect(kept).toBe(reason === undefined ? 1 : 0);
    if (reason === undefined) expect(due).toEqual([]);
    else expect(due).toMatchObject([{ id: 'p', agent: 'support', reason: expect.stringMatching(reason) }]);
  });

  test('that is gone is not counted, one that is listed twice is due once', async () => {
    const twice = preview('p', { expiresAt: hoursAgo(1) });
    const { due, kept } = await dueOf([preview('gone', { status: 'deleted' }), twice, twice]);
    expect(due.map(({ id, label }) => [id, label])).toEqual([['p', 'pr-7']]);
    expect(kept).toBe(0);
  });

  test('of a label of the author’s own is covered where the input names it', async () => {
    const old = preview('p', { createdAt: hoursAgo(9), previewLabel: 'demo' });
    expect((await dueOf([old], { ownLabel: 'demo' })).due).toHaveLength(1);
  });
});

test.each<[name: string, inPlace: true | undefined, ownLabel: string | undefined, questions: number]>([
  ['once', undefined, 'demo', 1],
  ['for the own label alone too, where a preview is an agent of its own', true, 'demo', 2],
  ['once where that label is a pull request’s', true, 'pr-7', 1],
  ['once where there is none', true, undefined, 1],
])('the cloud is asked %s', async (_name, inPlace, ownLabel, questions) => {
  const { asked } = await dueOf([], ownLabel === undefined ? {} : { ownLabel }, inPlace);
  expect(asked).toHaveLength(questions);
  expect(asked[0]).toEqual({ agentName: 'support', repositories: REPOSITORIES });
  if (questions === 2) expect(asked[1]).toEqual({ ...asked[0], label: 'demo' });
});
