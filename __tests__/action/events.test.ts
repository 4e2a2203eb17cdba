import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Forge } from '../../emulator/forge/index.ts';
import type { PlatformName, RunOptions } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { startSgp } from '../support/cloud.ts';
import { forgeOf, HEAD, pullRequestStep, sectionsOf } from '../support/pull-request.ts';
import { pool } from '../support/scenario.ts';

type Row = Readonly<Record<'event' | 'action' | 'pull' | 'does' | 'says', string>>;

/** The table of docs/comment.md, "Which event does what". */
function rowsOfDocs(): readonly Row[] {
  const page = readFileSync('docs/comment.md', 'utf8');
  const section = page.split('## Which event does what')[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) => {
    const [event = '', action = '', pull = '', does = '', says = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''));
    return { event, action, pull, does, says };
  });
}

const ROWS = rowsOfDocs();
const OLD_HEAD = 'd15ea5e'.padEnd(40, '0');

/** As the event has the pull request, and as the forge has it when the step begins. */
function statesOf({ pull }: Row): { readonly told: 'open' | 'closed'; readonly now: 'open' | 'closed' } {
  const told = pull.startsWith('open') || pull === 'a draft' ? 'open' : 'closed';
  if (pull.includes('closed since')) return { told, now: 'closed' };
  return { told, now: pull.includes('open again since') ? 'open' : told };
}

/** The payload as the forge sends it: Gitea has `is_pull`, its comments bring the whole pull request. */
function payloadOf(row: Row, platform: PlatformName): unknown {
  const { event, action, pull } = row;
  const { told } = statesOf(row);
  const full_name = 'octo/greeter';
  const repository = { full_name, default_branch: 'main', id: 4711 };
  const head = { sha: HEAD, ref: 'topic', repo: { full_name, fork: false } };
  const base = { sha: 'b'.repeat(40), ref: 'main', repo: { full_name } };
  const merged = pull.startsWith('merged');
  const pull_request = { number: 7, state: told, merged, draft: pull === 'a draft', head, base };
  if (event === 'push') return { ref: 'refs/heads/topic', after: HEAD, before: OLD_HEAD, repository };
  const changes = action === 'edited' ? { base: { ref: { from: 'develop' } } } : undefined;
  if (event !== 'issue_comment') return { action, number: 7, pull_request, repository, changes };
  const issue = { number: 7, state: told, pull_request: { merged } };
  return platform === 'github'
    ? { action, issue, repository }
    : { action, issue, is_pull: true, pull_request, repository };
}

async function play(row: Row, platform: PlatformName) {
  const [sgp, forge] = await Promise.all([startSgp({ sgp: { rolloutStepMs: 5 } }), forgeOf(platform)]);
  if (row.pull.includes('force-push')) forge.pull({ number: 7, sha: HEAD, ref: 'topic' });
  if (statesOf(row).now === 'closed') forge.closePull(7);
  const older = previewOfBefore(sgp, forge);
  const event = { name: row.event, payload: payloadOf(row, platform) };
  const step = pullRequestStep(sgp, forge, 2, { platform, event });
  const ref = row.event === 'push' ? 'refs/heads/topic' : 'refs/pull/7/head';
  const run = await runStep({
    ...step,
    post: false,
    job: { ...step.job, ref, sha: HEAD },
    inputs: { ...step.inputs, manifest: 'manifest.yaml', deploy: 'auto' },
  } as RunOptions);
  const { requests, sgp: cloud } = sgp.control;
  return {
    run,
    built: requests.filter(({ operation }) => operation === 'submitBuild').length,
    live: cloud.deployments.filter(({ status }) => status !== 'deleted').map(({ id }) => id),
    older,
    section: sectionsOf(forge)['sgp/greeter'],
  };
}

/** A preview of the pull request that an earlier run made. */
function previewOfBefore({ control }: Awaited<ReturnType<typeof startSgp>>, forge: Forge): string {
  const repository = `${new URL(forge.serverUrl).host}/${forge.repository}`;
  const expiresAt = new Date(Date.now() + 3_600_000);
  const [older] = control.sgp.seedPreviews([{ agentName: 'greeter', label: 'pr-7', expiresAt, repository }]);
  return older?.id ?? '';
}

const inTurn = pool(3);
const STATES: Readonly<Record<string, string | undefined>> = {
  ready: 'succeeded',
  removed: 'removed',
  'nothing new': undefined,
};

test('the table is there, and names the kinds that were seen', () => {
  expect(ROWS.length).toBeGreaterThan(18);
  for (const { says } of ROWS) expect(Object.keys(STATES)).toContain(says);
});

describe.each<PlatformName>(['github', 'gitea'])('on %s', (platform) => {
  const played = new Map(ROWS.map((row) => [row, inTurn(() => play(row, platform))]));

  test.each(ROWS.map((row) => [`${row.event} ${row.action}, ${row.pull}: ${row.does}`, row] as const))(
    '%s',
    async (_name, row) => {
      const { run, built, live, older, section } = (await played.get(row)) ?? (await play(row, platform));
      expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
      expect(run.conclusion).toBe('success');
      expect(section).toBe(STATES[row.says]);
      expect(built).toBe(row.does.startsWith('builds') ? 1 : 0);
      if (row.does.includes('removes')) {
        expect(live).toEqual([]);
        expect(run.outputs['previews-deleted']).toBe('1');
        if (row.does.includes('nothing')) expect(run.log).toContain('The pull request is closed: nothing is');
      } else if (row.does.includes('deploys')) {
        expect(live).toEqual([run.outputs['deployment-id']]);
      } else {
        expect(live).toEqual([older]);
      }
    },
    120_000,
  );
});
