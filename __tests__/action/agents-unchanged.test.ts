import { expect, jest, test } from '@jest/globals';
import { startForge } from '../../emulator/forge/index.ts';
import { readComment } from '../../src/report/comment/body.ts';
import { startAgents } from '../support/agents.ts';
import { atEnd } from '../support/cleanup.ts';

jest.setTimeout(240_000);

/** A pull request of four agents, to which commits are pushed one after the other. */
async function startPullRequest() {
  const forge = await startForge({ flavour: 'github', repository: 'acme/agents' });
  atEnd(() => forge.close());
  const job = await startAgents({ agents: 4 });
  const { repository, emulator } = job;
  const base = repository.git('rev-parse', 'HEAD');
  let runNumber = 0;
  const push = async (event: 'pull_request' | 'push', env: Record<string, string> = {}) => {
    const before = repository.git('rev-parse', 'HEAD');
    const sha = repository.commit();
    runNumber += 1;
    forge.pull({ number: 7, sha, ref: 'topic' });
    const repo = { full_name: 'acme/agents' };
    const pull_request = { number: 7, head: { sha, ref: 'topic', repo }, base: { sha: base, repo } };
    const payload =
      event === 'push'
        ? { before, after: sha, ref: 'refs/heads/topic' }
        : { action: 'synchronize', number: 7, pull_request };
    const { serverUrl, apiUrl } = forge;
    const ids = { runNumber, runId: 4000 + runNumber, sha };
    return job.run({
      event: { name: event, payload },
      job: { serverUrl, apiUrl, repository: 'acme/agents', ref: 'refs/heads/topic', ...ids },
      token: forge.tokens.workflow,
      env,
      inputs: { comment: 'auto' },
    });
  };
  const fails = (imageName: string) =>
    emulator.control.script({ for: { imageName }, lines: ['broken'], end: 'failed' });
  const write = (...names: readonly string[]) =>
    repository.write(Object.fromEntries(names.map((name) => [`agents/${name}/main.py`, `${runNumber}\n`])));
  const revert = (...names: readonly string[]) =>
    repository.git('checkout', '--quiet', base, '--', ...names.map((name) => `agents/${name}`));
  const states = () => {
    const sections = readComment(forge.comments(7)[0]?.body ?? '').values();
    return Object.fromEntries([...sections].map(({ key, state }) => [key.replace('sgp/', ''), state]));
  };
  return { forge, push, fails, write, revert, states };
}

test('an agent that failed and whose change was taken back is no failure of the pull request', async () => {
  const { forge, push, fails, write, revert, states } = await startPullRequest();
  fails('a2');
  write('a1', 'a2', 'a3');
  expect((await push('pull_request')).conclusion).toBe('failure');
  expect(states()).toEqual({ a1: 'succeeded', a2: 'failed', a3: 'succeeded' });
  write('a1');
  revert('a2', 'a3');
  const second = await push('pull_request');
  expect(second.outputs).toMatchObject({ changed: '1' });
  expect(states()).toEqual({ a1: 'succeeded', a2: 'skipped', a3: 'succeeded' });
  expect(forge.comments(7)[0]?.body).toContain('## ✅ Cloud builds: 2 ready, 1 skipped\n');
  expect(second.log).toContain('The comment marks 1 agent as skipped, which an earlier commit changed');
});

test('also where the commit changes no agent any more, and without a word where there is nothing to mark', async () => {
  const { forge, push, fails, write, revert, states } = await startPullRequest();
  fails('a2');
  write('a2');
  await push('pull_request');
  revert('a2');
  const second = await push('pull_request');
  expect(second.outputs).toMatchObject({ changed: '0' });
  expect(states()).toEqual({ a2: 'skipped' });
  const writes = forge.requests.filter(({ method }) => method !== 'GET').length;
  expect((await push('pull_request')).log).not.toContain('as skipped');
  expect(forge.requests.filter(({ method }) => method !== 'GET')).toHaveLength(writes);
});

test('a push compares with the push before, in which the agent may have failed: its section stays', async () => {
  const { push, fails, write, states } = await startPullRequest();
  fails('a2');
  write('a2');
  await push('push');
  write('a1');
  await push('push');
  expect(states()).toEqual({ a1: 'succeeded', a2: 'failed' });
});

test('a section of another workflow stays', async () => {
  const { push, fails, write, revert, states } = await startPullRequest();
  fails('a2');
  write('a2');
  await push('pull_request', { GITHUB_WORKFLOW: 'another' });
  revert('a2');
  write('a1');
  await push('pull_request');
  expect(states()).toEqual({ a1: 'succeeded', a2: 'failed' });
});
