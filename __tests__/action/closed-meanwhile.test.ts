import { describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { Forge } from '../../emulator/forge/index.ts';
import type { RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, HEAD, pullRequestStep, sectionsOf } from '../support/pull-request.ts';
import { pool } from '../support/scenario.ts';
import { serveInTurns, type Turns, turnsOf } from '../support/turns.ts';

/** The run that deploys looks at the pull request, creates the preview, and looks again once that stands. */
const DEPLOYS = ['look', 'create', 'last look'] as const;
/** The pull request is closed, and the run of that event lists the previews and deletes them. */
const CLOSES = ['close', 'list', 'delete'] as const;

/** Every order in which the steps of two runs can come. */
function orders(one: readonly string[], other: readonly string[]): string[][] {
  const [first, ...rest] = one;
  const [second, ...others] = other;
  if (first === undefined || second === undefined) return [[...one, ...other]];
  return [
    ...orders(rest, other).map((order) => [first, ...order]),
    ...orders(one, others).map((order) => [second, ...order]),
  ];
}

const ORDERS = orders(DEPLOYS, CLOSES);

function event(forge: Forge, action: string): NonNullable<RunOptions['event']> {
  const full_name = forge.repository;
  const state = action === 'closed' ? 'closed' : 'open';
  const head = { sha: HEAD, ref: 'topic', repo: { full_name } };
  const pull_request = { number: 7, state, head, base: { sha: 'b'.repeat(40), repo: { full_name } } };
  const repository = { full_name, default_branch: 'main' };
  return { name: 'pull_request', payload: { action, number: 7, pull_request, repository } };
}

/** Both runs in that order, on a cloud of their own. @returns what is live in the end, and how they ended */
async function play(order: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const [sgp, forge] = await Promise.all([startSgp({ sgp: { rolloutStepMs: 5 } }), forgeOf('github')]);
  const turns = turnsOf(order);
  const repository = `${new URL(forge.serverUrl).host}/${forge.repository}`;
  const [build] = sgp.control.sgp.seedHistory({ builds: 1, agents: ['greeter'], repository });
  const known = { build: 'never', 'build-id': build?.id ?? '', deploy: 'preview', comment: 'never' };
  const inputs = { ...known, manifest: 'manifest.yaml', ...more };
  const deploying = runOf({ sgp, forge, turns, action: 'synchronize', number: 1, inputs }, DEPLOYS);
  const closing = runOf({ sgp, forge, turns, action: 'closed', number: 2, inputs }, CLOSES);
  await turns.await('close');
  forge.closePull(7);
  turns.done('close');
  const [deployed, closed] = await Promise.all([deploying, closing]);
  const live = sgp.control.sgp.deployments.filter(({ status }) => status !== 'deleted');
  return { forge, deployed, closed, live: live.map(({ id }) => id) };
}

type Part = {
  readonly sgp: Emulator;
  readonly forge: Forge;
  readonly turns: Turns;
  readonly action: string;
  readonly number: number;
  readonly inputs: Readonly<Record<string, string>>;
};

async function runOf(
  { sgp, forge, turns, action, number, inputs }: Part,
  steps: readonly string[],
): Promise<RunRecord> {
  let looks = 0;
  const isDeploying = action !== 'closed';
  const apiUrl = await serveInTurns(forge.apiUrl, turns, ({ method, path }) => {
    if (!isDeploying || method !== 'GET' || !path.endsWith('/pulls/7')) return undefined;
    looks += 1;
    return ['look', 'last look'][looks - 1];
  });
  const cloudUrl = await serveInTurns(sgp.url, turns, ({ method, path }) => {
    const isOfDeployments = path.startsWith('/v5/agentex/deployments');
    if (!isOfDeployments) return undefined;
    if (isDeploying) return method === 'POST' ? 'create' : undefined;
    return method === 'DELETE' ? 'delete' : path.includes('?') ? 'list' : undefined;
  });
  const step = pullRequestStep(sgp, forge, number, { event: event(forge, action), inputs });
  const run = await runStep({
    ...step,
    job: { ...step.job, apiUrl },
    inputs: { ...step.inputs, 'base-url': cloudUrl },
    post: inputs.comment !== 'never',
  });
  // What it had no reason to do.
  for (const left of steps) turns.done(left);
  return run;
}

const inTurn = pool(3);

describe('a pull request that is closed while a run deploys its preview', () => {
  const played = new Map(ORDERS.map((order) => [order, inTurn(() => play(order))]));

  test.each(ORDERS.map((order) => [order.join(', '), order] as const))(
    'has none in the end: %s',
    async (_name, order) => {
      const { deployed, closed, live } = (await played.get(order)) ?? (await play(order));
      expect(live).toEqual([]);
      expect({ deployed: deployed.conclusion, closed: closed.conclusion }).toEqual({
        deployed: 'success',
        closed: 'success',
      });
      const saysSo =
        /The pull request (is closed: nothing is built|was closed in the meantime: its preview is deleted)/;
      const isLast = order.indexOf('close') > order.indexOf('last look');
      if (isLast) expect(deployed.log).not.toMatch(saysSo);
      else expect(deployed.log).toMatch(saysSo);
    },
    120_000,
  );

  test('has a comment that says removed, whichever run ends last', async () => {
    const order = ['look', 'create', 'close', 'list', 'delete', 'last look'];
    const { forge, live } = await play(order, { comment: 'auto', 'comment-key': 'agent' });
    expect(live).toEqual([]);
    expect(sectionsOf(forge)).toEqual({ agent: 'removed' });
  }, 120_000);
});

test('a dry run on an event of a closed pull request says that nothing would be deployed', async () => {
  const [sgp, forge] = await Promise.all([startSgp(), forgeOf('github')]);
  const { payload } = event(forge, 'labeled');
  Object.assign((payload as { pull_request: object }).pull_request, { state: 'closed' });
  const inputs = { manifest: 'manifest.yaml', deploy: 'preview', 'dry-run': 'true' };
  const run = await runStep(
    pullRequestStep(sgp, forge, 1, { event: { name: 'pull_request', payload }, inputs }),
  );
  expect(run.conclusion).toBe('success');
  expect(run.log).toContain('the pull request is closed, so nothing would be built or deployed');
  expect(run.log).not.toContain('would be deployed.');
  expect(run.outputs['preview-label']).toBe('pr-7');
  expect(sgp.control.requests).toEqual([]);
});
