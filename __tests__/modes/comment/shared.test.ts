import { expect, test } from '@jest/globals';
import { startForge } from '../../../emulator/forge/index.ts';
import { openConsole } from '../../../src/host/console/console.ts';
import { detectHost } from '../../../src/host/host.ts';
import { openState } from '../../../src/host/state.ts';
import { openSharedComment } from '../../../src/modes/comment/comment.ts';
import type { CommentContext } from '../../../src/modes/comment/context.ts';
import { settleComment } from '../../../src/modes/comment/post.ts';
import { forgeOpener } from '../../../src/modes/step/open-forge.ts';
import { readComment } from '../../../src/report/comment/body.ts';
import type { RunResult } from '../../../src/report/result.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { atEnd } from '../../support/cleanup.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const AGENTS = 40;
const FIRST: RunResult = { cloud: 'sgp', outcome: 'queued', source: {}, phases: [] };

/** A step that works on many agents, on a forge of its own; its parts that have to do with the comment. */
async function manyAgents() {
  const forge = await startForge({ flavour: 'gitea', repository: 'octo/agents' });
  atEnd(forge.close);
  forge.pull({ number: 7, sha: 'c0ffee'.padEnd(40, '0') });
  const temp = temporaryFolder();
  const env = {
    GITHUB_ACTIONS: 'true',
    GITEA_ACTIONS: 'true',
    ACT: 'true',
    RUNNER_TEMP: temp,
    GITHUB_RUN_ID: '42',
    GITHUB_STATE: `${temp}/state`,
    GITHUB_API_URL: forge.apiUrl,
    GITHUB_WORKFLOW: 'agents',
  };
  const host = detectHost(env);
  const lines: string[] = [];
  const console = openConsole(host, (text) => void lines.push(text));
  const trigger = {
    event: 'pull_request',
    pullRequest: { number: 7, fork: false },
    repository: { owner: 'octo', name: 'agents' },
    runId: '42',
    runNumber: 7,
    runAttempt: 1,
  } as CommentContext['trigger'];
  const state = openState(env, host, console);
  const open = forgeOpener({ env, host, trigger, token: forge.tokens.workflow, console });
  const settings = (agent?: string) =>
    ({
      mode: 'run',
      cloud: 'sgp',
      dryRun: false,
      agents: ['agents/*'],
      githubToken: 'given',
      comment: { when: 'auto' },
      ...(agent === undefined ? {} : { agent: { by: 'agent-name', value: agent } }),
    }) as unknown as CommentContext['settings'];
  const context = {
    ...{ env, host, console, trigger, state, temp, forge: open },
    settings: settings(),
    recorder: createRunRecorder({ ...FIRST, outcome: 'succeeded' }),
    signal: new AbortController().signal,
  } as unknown as CommentContext;
  const member = (index: number): CommentContext => ({
    ...context,
    settings: settings(`agent-${index}`),
    state: state.of(index),
    recorder: createRunRecorder({ ...FIRST, agent: `agent-${index}` }),
  });
  /** The same step's state as a later process reads it. */
  const later = () => {
    const [, mainRan = ''] = /name=mainRan::(\S+)/.exec(lines.join('')) ?? [];
    return openState({ ...env, STATE_mainRan: mainRan }, host, console);
  };
  return { forge, context, member, lines, later };
}

test('many agents, one writer: each has its section, the writes are few, and the last word of each is shown', async () => {
  const { forge, context, member, lines } = await manyAgents();
  const shared = openSharedComment(context, 300);
  const members = Array.from({ length: AGENTS }, (_, index) => member(index));
  const comments = members.map((agent) => shared.of(agent));
  for (const [index, agent] of members.entries()) {
    await comments[index]?.update();
    agent.recorder.note({ outcome: 'building' });
    await comments[index]?.update();
    agent.recorder.note({ outcome: index === 3 ? 'failed' : 'succeeded' });
    await comments[index]?.finish();
  }
  await shared.finish();
  expect(lines.filter((line) => /warning|error/.test(line))).toEqual([]);
  const body = forge.comments(7)[0]?.body ?? '';
  const states = [...readComment(body).values()].map(({ key, state }) => `${key} ${state}`).sort();
  expect(states).toEqual(
    members.map((_, index) => `sgp/agent-${index} ${index === 3 ? 'failed' : 'succeeded'}`).sort(),
  );
  expect(body).toContain(`## ❌ Cloud builds: 1 failed, ${AGENTS - 1} ready`);
  const writes = forge.requests.filter(({ method }) => method === 'POST' || method === 'PATCH');
  expect(writes.length).toBeLessThanOrEqual(4);
  expect(context.recorder.result().commentUrl).toContain('issuecomment');
});

test('post says with one write of all whose main died that they were cancelled, and leaves the others alone', async () => {
  const { forge, context, member, lines, later } = await manyAgents();
  const shared = openSharedComment(context, 0);
  const members = Array.from({ length: 5 }, (_, index) => member(index));
  for (const [index, agent] of members.entries()) {
    const comment = shared.of(agent);
    agent.recorder.note({ outcome: index < 2 ? 'succeeded' : 'building' });
    if (index < 2) await comment.finish();
    else await comment.update();
  }
  // What main wrote last, before it was killed.
  const written = () => readComment(forge.comments(7)[0]?.body ?? '').size === 5;
  while (!written()) await new Promise((resolve) => setTimeout(resolve, 20));
  const before = forge.requests.filter(({ method }) => method === 'PATCH').length;
  const { console, trigger, forge: open } = context;
  const nothing = { left: [], stopping: Promise.resolve() };
  await settleComment({ state: later(), console, trigger, forge: open, ...nothing });
  expect(lines.join('')).toContain('The comment says now that this run was cancelled.');
  const sections = readComment(forge.comments(7)[0]?.body ?? '');
  expect(Object.fromEntries([...sections.values()].map((one) => [one.key, one.state]))).toEqual({
    'sgp/agent-0': 'succeeded',
    'sgp/agent-1': 'succeeded',
    'sgp/agent-2': 'cancelled',
    'sgp/agent-3': 'cancelled',
    'sgp/agent-4': 'cancelled',
  });
  expect(forge.requests.filter(({ method }) => method === 'PATCH').length).toBe(before + 1);
});
