import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { startAgents } from '../support/agents.ts';
import { startCache } from '../support/cache-server.ts';
import { AGENT, startSgp } from '../support/cloud.ts';
import { isSuccess, newAgent } from '../support/reuse.ts';
import { serve } from '../support/server.ts';
import { temporaryFolder, writeFiles } from '../support/workspace.ts';

// A cache has three seconds, which a busy machine may take for starting its process.
jest.retryTimes(2);

// A build that takes as long as it says: what is asked beside it is known before it ends.
const sgp = await startSgp({ pace: 2 });
const isList = (key: string) => key.startsWith('cloud-build-list-1-');
const events = temporaryFolder('events');
writeFiles(events, { 'push.json': JSON.stringify({ repository: { default_branch: 'main' } }) });
const ON = (branch: string) => ({
  GITHUB_REF: `refs/heads/${branch}`,
  GITHUB_REF_NAME: branch,
  GITHUB_EVENT_PATH: join(events, 'push.json'),
});

test('says which entries differ from the last build, in log, summary and dry run', async () => {
  const cache = await startCache();
  const agent = newAgent(sgp, { ...AGENT, 'app/old.py': 'old' });
  const first = await agent.run({ env: cache.env });
  isSuccess(first, false);
  expect(first.main.stdout).not.toContain('rebuilt:');
  expect(cache.keys().filter(isList)).toHaveLength(1);
  agent.repository.write({ 'app/main.py': 'changed', 'app/new.py': 'new' });
  rmSync(join(agent.repository.path, 'app/old.py'));
  const id = first.outputs['build-id'];
  const line = `rebuilt: 3 files differ from build ${id}: app/main.py, app/new.py, +1`;
  const dry = await agent.run({ env: cache.env, inputs: { 'dry-run': 'true' } });
  expect(dry.main.stdout).toContain(line);
  const second = await agent.run({ env: cache.env });
  isSuccess(second, false);
  expect(second.main.stdout).toContain(line);
  expect(second.summary).toContain('Why it was rebuilt: 3 files since the last build');
  for (const [path, change] of [
    ['main', 'changed'],
    ['new', 'added'],
    ['old', 'removed'],
  ]) {
    expect(second.summary).toContain(`| \`app/${path}.py\` | ${change} |`);
  }
  // A path leaves the runner by log and summary alone, and content by nothing.
  const sent = JSON.stringify(cache.requests.map(({ url, body }) => [url, body.toString('latin1')]));
  expect(sent).not.toMatch(/main\.py|new\.py|old\.py|greeter/);
  expect(JSON.stringify(second.outputs)).not.toContain('new.py');
});

test('an entry that differs in each of the last five builds is called out, with the line for the ignore file', async () => {
  const { env } = await startCache();
  const agent = newAgent(sgp);
  for (let build = 0; build < 5; build += 1) {
    agent.repository.write({ 'app/version.txt': `stamp ${build}`, [`app/step-${build}.py`]: 'once' });
    const run = await agent.run({ env });
    isSuccess(run, false);
    expect(run.main.stdout).not.toContain('in each of the last 5 builds');
  }
  agent.repository.write({ 'app/version.txt': 'stamp 5' });
  const run = await agent.run({ env });
  expect(run.main.stdout).toContain('app/version.txt differs in each of the last 5 builds');
  expect(run.main.stdout).toContain('add to the ignore file: app/version.txt');
  expect(run.summary).toContain('in each of the last 5 builds');
});

test('a new branch is compared with the default branch, then with itself', async () => {
  const { env } = await startCache();
  const agent = newAgent(sgp);
  const main = await agent.run({ env: { ...env, ...ON('main') } });
  agent.repository.write({ 'app/main.py': 'on the branch' });
  const topic = { ...env, ...ON('topic') };
  const first = await agent.run({ env: topic });
  expect(first.main.stdout).toContain(
    `rebuilt: 1 file differs from build ${main.outputs['build-id']} of main: app/main.py`,
  );
  agent.repository.write({ 'app/more.py': 'more' });
  const second = await agent.run({ env: topic });
  expect(second.main.stdout).toContain(
    `rebuilt: 1 file differs from build ${first.outputs['build-id']}: app/more.py`,
  );
});

describe('where no entry differs, the log says what else is the reason', () => {
  test.each([
    ['build: always', { build: 'always' }, 'build is always'],
    ['other inputs', { 'build-args': 'A=1' }, 'other inputs of the build do'],
    ['an older build', { 'reuse-within': '1s' }, 'it is older than reuse-within'],
  ])('%s', async (_, inputs, why) => {
    const { env } = await startCache();
    const agent = newAgent(sgp);
    const first = await agent.run({ env });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const second = await agent.run({ env, inputs: { 'image-tag': 'again', ...inputs } });
    isSuccess(second, false);
    expect(second.main.stdout).toContain(
      `rebuilt: no file differs from build ${first.outputs['build-id']}: ${why}`,
    );
  });
});

test('a list that was planted counts for nothing', async () => {
  const cache = await startCache();
  const agent = newAgent(sgp);
  await agent.run({ env: cache.env });
  const key = cache.keys().find(isList) ?? '';
  cache.plant(`${key}00`, Buffer.alloc(200, 7));
  agent.repository.write({ 'app/main.py': 'changed' });
  const run = await agent.run({ env: cache.env });
  isSuccess(run, false);
  expect(run.main.stdout).not.toContain('rebuilt:');
  expect(run.main.stdout).toContain('was not written with this key, and counts for nothing');
});

test('a reused build is compared with nothing, and leaves no list', async () => {
  const cache = await startCache();
  const agent = newAgent(sgp);
  await agent.run({ env: cache.env });
  const before = cache.requests.length;
  const run = await agent.run({ env: cache.env });
  isSuccess(run, true);
  expect(cache.requests.slice(before).filter(({ url }) => url.includes('cloud-build-list'))).toEqual([]);
  expect(cache.keys().filter(isList)).toHaveLength(1);
});

test.each([
  ['that fails', () => 500],
  ['that answers with nonsense', () => 200],
])('a cache %s costs debug lines alone', async (_name, status) => {
  const server = await serve((_request, response) => void response.writeHead(status()).end('<html>'));
  const env = { ACTIONS_CACHE_URL: `${server.url}/`, ACTIONS_RUNTIME_TOKEN: 'not-a-token' };
  const run = await newAgent(sgp).run({ env });
  isSuccess(run, false);
  expect(run.annotations).toEqual([]);
  expect(run.main.stdout).not.toContain('rebuilt:');
});

test('without a cache nothing is said', async () => {
  const agent = newAgent(sgp);
  await agent.run();
  agent.repository.write({ 'app/main.py': 'changed' });
  const run = await agent.run();
  isSuccess(run, false);
  expect(run.main.stdout).not.toMatch(/rebuilt:|entries/);
});

test('each of many agents is compared with its own last build', async () => {
  const { env, keys } = await startCache();
  const job = await startAgents({ agents: 2, emulator: { pace: 2 } });
  const every = { event: { name: 'schedule', payload: {} }, env };
  expect((await job.run(every)).conclusion).toBe('success');
  expect(keys().filter(isList)).toHaveLength(2);
  job.change('a1', 'a2');
  const run = await job.run(every);
  expect(run.conclusion).toBe('success');
  expect(run.log.match(/rebuilt: 1 file differs from build/g)).toHaveLength(2);
});
