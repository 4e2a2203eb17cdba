import { readFileSync } from 'node:fs';
import { expect, jest, test } from '@jest/globals';
import type { Rule } from '../../emulator/faults/fault.ts';
import { startForge } from '../../emulator/forge/index.ts';
import { startAgents } from '../support/agents.ts';
import { atEnd } from '../support/cleanup.ts';

jest.setTimeout(300_000);

const MANY = 100;

type Row = {
  readonly name: string;
  readonly rule: Rule;
  /** How the one agent ends that is struck; by default it succeeds all the same. */
  readonly outcome?: 'failed';
};

/** One of each: every rule strikes one request of one agent, and nobody else's result may change by it. */
const ROWS: readonly Row[] = [
  {
    name: 'refused with 422',
    rule: { operation: 'submitBuild', fault: { kind: 'status', status: 422 } },
    outcome: 'failed',
  },
  {
    name: 'refused with 403',
    rule: { operation: 'submitBuild', fault: { kind: 'status', status: 403 } },
    outcome: 'failed',
  },
  {
    name: 'reset before the body',
    rule: { operation: 'submitBuild', fault: { kind: 'reset', when: 'before-body' } },
  },
  {
    name: 'reset within the body',
    rule: { operation: 'submitBuild', fault: { kind: 'reset', when: 'during-body' } },
  },
  {
    name: 'reset after the body',
    rule: { operation: 'submitBuild', fault: { kind: 'reset', when: 'after-body' } },
  },
  { name: 'a lost reply', rule: { operation: 'submitBuild', fault: { kind: 'lost-reply' } } },
  { name: 'a late reply', rule: { operation: 'submitBuild', fault: { kind: 'late-reply', ms: 2_000 } } },
  { name: 'a reply cut short', rule: { operation: 'submitBuild', fault: { kind: 'truncated-json' } } },
  { name: 'a broken gateway', rule: { operation: 'submitBuild', fault: { kind: 'html', status: 502 } } },
  {
    name: 'a rate limit',
    rule: { operation: 'submitBuild', fault: { kind: 'status', status: 429, retryAfter: 1 } },
  },
  { name: 'a dead event stream', rule: { operation: 'streamBuildLogs', fault: { kind: 'no-reply' } } },
  {
    name: 'an event stream that is refused',
    rule: { operation: 'streamBuildLogs', fault: { kind: 'status', status: 500 } },
  },
  {
    name: 'an event stream that is cut',
    rule: { operation: 'streamBuildLogs', fault: { kind: 'stream', resetEvery: 2 } },
  },
  {
    name: 'an event stream that is endless',
    rule: { operation: 'streamBuildLogs', fault: { kind: 'stream', endless: true } },
  },
  { name: 'a status that is never answered', rule: { operation: 'getBuild', fault: { kind: 'no-reply' } } },
  {
    name: 'a status that is refused with 500',
    rule: { operation: 'getBuild', fault: { kind: 'status', status: 500 } },
  },
  {
    name: 'a status that is nonsense',
    rule: { operation: 'getBuild', fault: { kind: 'empty', status: 200 } },
  },
];

test('a hundred agents and one of each fault: each stays where it is', async () => {
  const forge = await startForge({ flavour: 'github', repository: 'acme/agents' });
  atEnd(() => forge.close());
  forge.pull({ number: 7, sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic' });
  const job = await startAgents({ agents: MANY });
  const { control } = job.emulator;
  // Every agent comes to each of these once, so that each rule strikes another one.
  const misbehaviours = ROWS.map(({ rule }, at) => control.misbehave({ ...rule, skip: 3 + at * 3 }));
  control.script({ for: { imageName: 'a50' }, lines: ['broken'], end: 'failed' });
  const base = { repo: { full_name: 'acme/agents' } };
  const head = { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic', repo: { full_name: 'acme/agents' } };
  const run = await job.run({
    event: {
      name: 'pull_request',
      payload: { action: 'synchronize', number: 7, pull_request: { number: 7, head, base } },
    },
    job: { serverUrl: forge.serverUrl, apiUrl: forge.apiUrl, repository: 'acme/agents' },
    token: forge.tokens.workflow,
    timeoutMs: 240_000,
    inputs: { comment: 'auto', parallel: '20' },
  });
  expect(misbehaviours.map(({ struck }) => struck)).toEqual(ROWS.map(() => 1));
  const results = JSON.parse(run.outputs.results ?? '') as {
    name: string;
    outcome: string;
    failure?: string;
  }[];
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const expected = 1 + ROWS.filter(({ outcome }) => outcome === 'failed').length;
  expect(failed.map(({ failure }) => failure)).toHaveLength(expected);
  expect(results.filter(({ outcome }) => outcome === 'succeeded')).toHaveLength(MANY - expected);
  expect(run.outputs).toMatchObject({ failed: String(expected), changed: String(MANY) });
  // One build each, whatever happened on the way; those that were refused have none.
  const built = control.sgp.builds.map(({ imageName }) => imageName);
  expect(new Set(built).size).toBe(built.length);
  expect(built.length).toBe(MANY - ROWS.filter(({ outcome }) => outcome === 'failed').length);
  // Each log is one agent's alone.
  for (const { name, 'log-file': file } of results as readonly { name: string; 'log-file'?: string }[]) {
    const log = file === undefined ? '' : readFileSync(file, 'utf8');
    expect([...log.matchAll(/would run\) echo (a\d+)/g)].filter(([, other]) => other !== name)).toEqual([]);
  }
  // One comment with all of them, by one writer.
  const [comment, ...others] = forge.comments(7);
  expect(others).toEqual([]);
  expect(comment?.body).toMatch(new RegExp(`${expected} failed, ${MANY - expected} ready`));
  const writes = forge.requests.filter(({ method }) => method !== 'GET').map(({ at }) => at);
  const gaps = writes.slice(1).map((at, index) => at - (writes[index] ?? 0));
  expect(gaps.slice(0, -1).filter((gap) => gap < 2_900)).toEqual([]);
  expect(run.main.stderr).toBe('');
  // What post gets of each agent that has ended is little: all of it has to fit into its environment.
  const saved = Object.entries(run.state).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  expect(saved).toBeLessThan(MANY * 400);
});
