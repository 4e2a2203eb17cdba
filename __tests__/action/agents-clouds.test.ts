import { expect, jest, test } from '@jest/globals';
import { startForge } from '../../emulator/forge/index.ts';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { agentFiles, NO_CLOUD, startAgents, withTwoClouds } from '../support/agents.ts';
import { atEnd } from '../support/cleanup.ts';

jest.setTimeout(240_000);

const EVERY = { name: 'schedule', payload: {} };
const HEAD = { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic', repo: { full_name: 'acme/agents' } };

function pullRequest(action: string, head: object = HEAD) {
  const base = { repo: { full_name: 'acme/agents' } };
  return { name: 'pull_request', payload: { action, number: 7, pull_request: { number: 7, head, base } } };
}

async function startPullRequest() {
  const forge = await startForge({ flavour: 'github', repository: 'acme/agents' });
  atEnd(() => forge.close());
  forge.pull({ number: 7, sha: HEAD.sha, ref: 'topic' });
  const job = { serverUrl: forge.serverUrl, apiUrl: forge.apiUrl, repository: 'acme/agents' };
  return { forge, options: { job, token: forge.tokens.workflow } };
}

function resultsOf(run: RunRecord) {
  return JSON.parse(run.outputs.results ?? '[]') as Readonly<Record<string, unknown>>[];
}

test('a pull request: a preview of each, one comment with a row of each; closed, all previews go', async () => {
  const { forge, options } = await startPullRequest();
  const job = await startAgents({ agents: 4, emulator: { sgp: { rolloutStepMs: 40 } } });
  const inputs = { deploy: 'auto', comment: 'auto' };
  const opened = await job.run({ ...options, event: pullRequest('synchronize'), inputs });
  expect(opened.conclusion).toBe('success');
  expect(resultsOf(opened).map((result) => result['preview-label'])).toEqual(Array(4).fill('pr-7'));
  expect(opened.log).toMatch(/a1: deploying, step 4 of 4/);
  const [comment] = forge.comments(7);
  expect(comment?.body).toContain('4 ready');
  expect(opened.outputs['comment-url']).toBeDefined();
  const closed = await job.run({ ...options, event: pullRequest('closed'), inputs });
  expect(closed.conclusion).toBe('success');
  expect(closed.outputs).toMatchObject({ 'previews-deleted': '4', changed: '4', failed: '0' });
  const live = job.emulator.control.sgp.deployments.filter(({ status }) => status !== 'deleted');
  expect(live).toEqual([]);
  expect(forge.comments(7)).toHaveLength(1);
  expect(forge.comments(7)[0]?.body).toContain('4 removed');
});

test.each([
  ['by its event', 'closed'],
  ['by what the forge says', 'labeled'],
])(
  'a pull request closed %s: only the agents that had a preview are in comment and summary',
  async (_, action) => {
    const { forge, options } = await startPullRequest();
    const job = await startAgents({ agents: 4, emulator: { sgp: { rolloutStepMs: 40 } } });
    job.change('a2');
    const inputs = { deploy: 'auto', comment: 'auto' };
    const base = job.repository.git('rev-parse', 'HEAD^');
    await job.run({ ...options, event: pullRequest('synchronize'), inputs: { ...inputs, base } });
    forge.closePull(7);
    const before = forge.requests.length;
    const closed = await job.run({ ...options, event: pullRequest(action), inputs });
    expect(closed.outputs).toMatchObject({ 'previews-deleted': '1', changed: '4', failed: '0' });
    expect(forge.comments(7)[0]?.body).toContain('## 🧹 Cloud builds: 1 removed');
    expect(forge.comments(7)[0]?.body.match(/section key=\S+/g)).toEqual(['section key=sgp/a2']);
    expect(forge.comments(7)[0]?.body).not.toContain('`a1`');
    expect(closed.summary).toMatch(/removed \| `a2` \| `pr-7` removed/);
    expect(closed.summary).toContain('## 🧹 Cloud builds: 1 removed');
    expect(closed.summary).not.toContain('`a1`');
    expect(closed.summary).toContain('3 agents had no preview.');
    const asked = forge.requests.slice(before).filter(({ path }) => path.endsWith('/pulls/7'));
    expect(asked.length).toBeLessThanOrEqual(1);
  },
);

test('a rate limit slows all down, and no agent fails for it', async () => {
  const job = await startAgents({ agents: 20 });
  const limited = { fault: { kind: 'status', status: 429, retryAfter: 1 }, times: 24 } as const;
  const limit = job.emulator.control.misbehave({ operation: 'submitBuild', ...limited });
  const run = await job.run({ event: EVERY });
  expect(run.conclusion).toBe('success');
  expect(limit.struck).toBe(24);
  expect(job.emulator.control.sgp.builds).toHaveLength(20);
});

test('agents of several clouds in one step: the project file in each folder says which', async () => {
  const toml = 'agent_name = "greeter"\nimage = "x:1"\n';
  const job = await startAgents({
    agents: 1,
    files: { 'agents/greeter/Dockerfile': 'FROM scratch\n', 'agents/greeter/pcc-deploy.toml': toml },
  });
  const run = await job.run({ event: EVERY, ...withTwoClouds(job.emulator) });
  expect(resultsOf(run).map(({ name, cloud, outcome }) => [name, cloud, outcome])).toEqual([
    ['a1', 'sgp', 'succeeded'],
    ['greeter', 'pipecat', 'succeeded'],
  ]);
});

test('a folder whose project files are of two clouds fails alone, and names both', async () => {
  const toml = 'agent_name = "greeter"\n';
  const files = { ...agentFiles('greeter'), 'agents/greeter/pcc-deploy.toml': toml };
  const job = await startAgents({ agents: 1, files });
  const run = await job.run({ event: EVERY, ...withTwoClouds(job.emulator) });
  expect(resultsOf(run).map(({ name, outcome }) => [name, outcome])).toEqual([
    ['a1', 'succeeded'],
    ['greeter', 'failed'],
  ]);
  expect(run.annotations[0]?.message).toMatch(
    /greeter: cloud: missing, and two would do: sgp \(agents\/greeter\/manifest.yaml is here\) and pipecat \(agents\/greeter\/pcc-deploy.toml is here\)/,
  );
});

test('folders without a project file are of the cloud that the environment shows', async () => {
  const job = await startAgents({ agents: 1, files: { 'bots/b1/Dockerfile': 'FROM scratch\n' } });
  const { url, credentials } = job.emulator;
  const env = { PRIME_API_BASE_URL: url, PRIME_API_KEY: credentials.apiKey };
  const run = await job.run({ event: EVERY, env, inputs: { ...NO_CLOUD, agents: 'bots/*' } });
  expect(resultsOf(run).map(({ name, cloud, outcome }) => [name, cloud, outcome])).toEqual([
    ['b1', 'prime', 'succeeded'],
  ]);
});

const PRIME = { cloud: 'prime', 'account-id': '' };

test('agents of a cloud that has images alone: each folder names its own image', async () => {
  const job = await startAgents({ agents: 2, files: agentFiles('a3', 'agents/Third_One') });
  const run = await job.run({ event: EVERY, inputs: PRIME });
  expect(run.conclusion).toBe('success');
  expect(resultsOf(run).map((result) => result['image-name'])).toEqual(['third_one', 'a1', 'a2']);
  const images = job.emulator.control.prime.builds.map(({ imageName }) => imageName);
  expect([...images].sort()).toEqual(['a1', 'a2', 'third_one']);
});

test('two folders whose images would have one name are refused', async () => {
  const job = await startAgents({ agents: 1, files: agentFiles('a2', 'agents/A1') });
  const run = await job.run({ event: EVERY, inputs: PRIME });
  expect(run.annotations[0]?.message).toMatch(/agents\/A1, agents\/a1 have the same name on prime, "a1"/);
  expect(job.emulator.control.requests).toEqual([]);
});

test('an event without secrets ends green, once for all', async () => {
  const job = await startAgents({ agents: 3 });
  const fork = { ...HEAD, repo: { full_name: 'someone/agents', fork: true } };
  const run = await job.run({
    event: pullRequest('synchronize', fork),
    job: { repository: 'acme/agents' },
    inputs: { 'api-key': '' },
  });
  expect(run.conclusion).toBe('success');
  expect(run.outputs).toMatchObject({ skipped: 'true' });
  expect(run.annotations).toHaveLength(1);
  expect(job.emulator.control.requests).toEqual([]);
});

test('without secrets, a faulty project file is reported, and the others are in no comment', async () => {
  const { forge, options } = await startPullRequest();
  const job = await startAgents({ agents: 3, files: { 'agents/a2/manifest.yaml': 'build: [1\n' } });
  const event = pullRequest('synchronize');
  const dependabot = { ...options, job: { ...options.job, actor: 'dependabot[bot]' } };
  const run = await job.run({ ...dependabot, event, inputs: { 'api-key': '', comment: 'auto' } });
  expect(resultsOf(run).map(({ outcome }) => outcome)).toEqual(['skipped', 'failed', 'skipped']);
  const [comment] = forge.comments(7);
  expect(comment?.body).toContain('## ❌ Cloud builds: 1 failed\n');
  expect(run.log).not.toContain('this run was cancelled');
});

test('a dry run of each sends nothing', async () => {
  const job = await startAgents({ agents: 3, files: agentFiles('other', 'agents/other') });
  const run = await job.run({ event: EVERY, inputs: { 'dry-run': 'true', 'api-key': '' } });
  expect(run.conclusion).toBe('success');
  expect(job.emulator.control.requests).toEqual([]);
  expect(run.log.match(/Dry run: nothing was sent/g)).toHaveLength(4);
});

test('what the step has warned of is not warned of again for an agent', async () => {
  const job = await startAgents({ agents: 2 });
  const inputs = {
    'dry-run': 'true',
    'preview-label': 'My Demo',
    parallel: '3',
    base: 'HEAD~0',
  };
  const run = await job.run({ event: EVERY, env: { INPUT_AGENTNAME: 'x' }, inputs });
  expect(run.conclusion).toBe('success');
  const warnings = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
  expect(warnings).toEqual([
    expect.stringMatching(/^There is no input "agentname"/),
    expect.stringMatching(/^preview-label "My Demo" becomes/),
  ]);
});

test('what a project file notes is printed with the name of its agent', async () => {
  const toml = 'agent_name = "caller"\n[git]\nrepo = "o/r"\n';
  const files = { 'agents/voice/Dockerfile': 'FROM scratch\n', 'agents/voice/pcc-deploy.toml': toml };
  const job = await startAgents({ agents: 1, files });
  const run = await job.run({ event: EVERY, inputs: { ...NO_CLOUD, 'dry-run': 'true' } });
  expect(run.conclusion).toBe('success');
  const note =
    "caller: agents/voice/pcc-deploy.toml: [git] is used by the vendor's command line alone, not here.";
  expect(run.log.split('\n').filter((line) => line === note)).toHaveLength(1);
});
