import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { markOf } from '../../src/clouds/pipecat/agent-name.ts';
import { runStep } from '../support/bundle.ts';
import { sgpInputs, startSgp } from '../support/cloud.ts';
import { sendJson, serve } from '../support/server.ts';
import { temporaryFolder } from '../support/workspace.ts';

const HOUR = 60 * 60 * 1000;
const soon = new Date(Date.now() + 5 * HOUR);
const past = new Date(Date.now() - HOUR);

/** A forge that knows pull requests: even ones are closed, odd ones open, those from 900 on do not exist. */
async function startForge(status = 200) {
  return serve(({ url, headers }, response) => {
    const number = Number(/^\/repos\/octo\/agents\/pulls\/(\d+)$/.exec(url)?.[1]);
    if (!headers.authorization) return sendJson(response, 401, { message: 'Requires authentication' });
    if (status !== 200)
      return sendJson(response, status, { message: 'Resource not accessible by integration' });
    if (!(number < 900)) return sendJson(response, 404, { message: 'Not Found' });
    const state = number % 2 === 0 ? 'closed' : 'open';
    return sendJson(response, 200, { number, state, head: { sha: 'a'.repeat(40), ref: 'topic' } });
  });
}

async function cleanUp(
  sgp: Awaited<ReturnType<typeof startSgp>>,
  {
    inputs = {},
    apiUrl = 'http://127.0.0.1:9',
    token = 'a-token-for-tests',
    nodeFlags = [],
  }: Partial<Pick<RunOptions, 'inputs' | 'token' | 'nodeFlags'> & { apiUrl: string }> = {},
) {
  return runStep({
    nodeFlags,
    event: { name: 'schedule', payload: { schedule: '0 * * * *' } },
    job: { apiUrl, serverUrl: 'https://forge.example' },
    token,
    inputs: sgpInputs(sgp, { mode: 'cleanup', ...inputs }),
  });
}

function deleted(sgp: Awaited<ReturnType<typeof startSgp>>): readonly string[] {
  return sgp.control.sgp.deployments
    .filter(({ status }) => status === 'deleted')
    .map(({ agentName, preview }) => `${agentName} ${preview?.label}`);
}

const PREVIEWS = [
  { agentName: 'greeter', label: 'pr-2', expiresAt: soon },
  { agentName: 'greeter', label: 'pr-3', expiresAt: soon },
  { agentName: 'greeter', label: 'pr-5', expiresAt: past },
  { agentName: 'greeter', label: 'pr-901', expiresAt: soon },
  { agentName: 'greeter', label: 'demo', expiresAt: soon },
  { agentName: 'greeter', label: 'old-demo', expiresAt: past },
  { agentName: 'greeter', label: 'pr-2-b', expiresAt: soon },
  { agentName: 'greeter', label: 'xpr-4', expiresAt: soon },
  { agentName: 'greeter', label: 'pr-04', expiresAt: soon },
  { agentName: 'greeter', label: 'pr-6', expiresAt: past, status: 'superseded' },
  { agentName: 'greeter-eu', label: 'pr-2', expiresAt: past },
] as const;

test('closed pull requests and past expiries go, each with its reason; all else stays', async () => {
  const [sgp, forge] = await Promise.all([startSgp(), startForge()]);
  sgp.control.sgp.seedPreviews(PREVIEWS);
  const run = await cleanUp(sgp, { apiUrl: forge.url });
  expect(run.conclusion).toBe('success');
  expect(deleted(sgp)).toEqual(['greeter pr-2', 'greeter pr-5', 'greeter old-demo']);
  expect(run.outputs).toMatchObject({ 'previews-deleted': '3' });
  expect(run.log).toMatch(/due: preview \S+ \(pr-2\), pull request 2 is closed/);
  expect(run.log).toMatch(/due: preview \S+ \(pr-5\), it expired \d{4}-/);
  expect(run.log).toMatch(/✓ Preview cleanup: 3 previews deleted, 6 kept/);
  expect(run.summary).toMatch(/\| `pr-2` \| pull request 2 is closed \| deleted \|/);
  expect(run.annotations).toEqual([]);
  // A question a number, and none where the expiry has decided.
  expect(forge.requests.map(({ url }) => url.replace(/.*\//, '')).sort()).toEqual(['2', '3', '901']);
  expect(sgp.control.violations).toEqual([]);
});

test('a runner whose clock is six hours ahead deletes nothing early', async () => {
  const [sgp, forge] = await Promise.all([startSgp(), startForge()]);
  sgp.control.sgp.seedPreviews(PREVIEWS);
  const clock = join(temporaryFolder('clock'), 'ahead.cjs');
  writeFileSync(clock, `const { now } = Date; Date.now = () => now() + ${6 * HOUR};`);
  await cleanUp(sgp, { apiUrl: forge.url, nodeFlags: ['--require', clock] });
  expect(deleted(sgp)).toEqual(['greeter pr-2', 'greeter pr-5', 'greeter old-demo']);
});

test('a dry run lists and deletes nothing', async () => {
  const [sgp, forge] = await Promise.all([startSgp(), startForge()]);
  sgp.control.sgp.seedPreviews(PREVIEWS);
  const run = await cleanUp(sgp, { apiUrl: forge.url, inputs: { 'dry-run': 'true' } });
  expect(run.conclusion).toBe('success');
  expect(deleted(sgp)).toEqual([]);
  expect(run.outputs).toMatchObject({ 'previews-deleted': '0' });
  expect(run.summary).toContain('3 previews would be deleted');
  const { 'api-key': _key, ...keyless } = sgpInputs(sgp, { mode: 'cleanup', 'dry-run': 'true' });
  const without = await runStep({ inputs: keyless });
  expect(without.exitCode).toBe(1);
  expect(without.log).toContain('api-key');
});

describe('where the forge cannot be asked expiry alone decides, reported once', () => {
  test.each<[string, { status?: number; token?: string }, RegExp]>([
    ['a missing permission', { status: 403 }, /permissions: pull-requests: read/],
    ['no token', { token: '' }, /github-token is empty/],
  ])('%s', async (_name, { status, token }, words) => {
    const [sgp, forge] = await Promise.all([startSgp(), startForge(status ?? 200)]);
    sgp.control.sgp.seedPreviews([...PREVIEWS, { agentName: 'greeter', label: 'pr-8', expiresAt: soon }]);
    const run = await cleanUp(sgp, { apiUrl: forge.url, ...(token === undefined ? {} : { token }) });
    expect(run.conclusion).toBe('success');
    expect(deleted(sgp)).toEqual(['greeter pr-5', 'greeter old-demo']);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringMatching(words) }),
    ]);
    expect(forge.requests.length).toBeLessThanOrEqual(1);
  });
});

test('one that cannot be deleted is a warning at the end, the others go, and the step fails', async () => {
  const [sgp, forge] = await Promise.all([startSgp(), startForge()]);
  const [first] = sgp.control.sgp.seedPreviews(PREVIEWS);
  sgp.control.misbehave({
    operation: 'deleteDeployment',
    times: 1,
    fault: { kind: 'status', status: 403 },
  });
  const run = await cleanUp(sgp, { apiUrl: forge.url });
  expect(first).toBeDefined();
  expect(run.exitCode).toBe(1);
  expect(deleted(sgp)).toHaveLength(2);
  expect(run.outputs).toMatchObject({ 'previews-deleted': '2' });
  expect(run.annotations).toEqual([
    expect.objectContaining({
      level: 'warning',
      message: expect.stringMatching(/^Preview \S+ \(.*\) could not be deleted/),
    }),
    expect.objectContaining({
      level: 'error',
      title: 'Preview cleanup failed',
      message: expect.stringMatching(/^1 preview of greeter could not be deleted/),
    }),
  ]);
  expect(run.summary).toContain('could not be deleted');
});

test("another repository's preview is left alone, and the summary says so", async () => {
  const [sgp, forge] = await Promise.all([startSgp(), startForge()]);
  const [build] = sgp.control.sgp.seedHistory({ builds: 1, agents: ['greeter'] });
  if (!build) throw new Error('no build');
  sgp.control.sgp.seedPreviews([{ agentName: 'greeter', label: 'pr-2', expiresAt: soon, buildId: build.id }]);
  const run = await cleanUp(sgp, { apiUrl: forge.url });
  expect(deleted(sgp)).toEqual([]);
  expect(run.log).toContain('it was built from another repository');
  expect(run.summary).toContain("left alone: another repository's");
  const dry = await cleanUp(sgp, { apiUrl: forge.url, inputs: { 'dry-run': 'true' } });
  expect(dry.summary).toContain('0 previews would be deleted');
  expect(dry.summary).toContain("left alone: another repository's");
  expect(dry.log).toMatch(/✓ Preview cleanup: 0 previews would be deleted, 1 kept/);
  // A cleanup of all agents only counts what is another repository's.
  for (const dryRun of ['true', 'false']) {
    const all = await cleanUp(sgp, { apiUrl: forge.url, inputs: { 'agent-name': '', 'dry-run': dryRun } });
    expect(all.log).not.toContain('due: preview');
    expect(all.summary).toContain('1 preview stays.');
  }
  expect(deleted(sgp)).toEqual([]);
});

test('thousands of previews, page by page', async () => {
  const [sgp, forge] = await Promise.all([startSgp({ checkReplies: false }), startForge()]);
  sgp.control.sgp.seedPreviews(
    Array.from({ length: 3000 }, (_, index) => ({
      agentName: index % 3 === 0 ? 'greeter' : 'other',
      label: `pr-${(index % 40) + 1}`,
      expiresAt: index % 60 === 0 ? past : soon,
      status: index % 5 === 0 ? ('healthy' as const) : ('deleted' as const),
    })),
  );
  const before = deleted(sgp).length;
  const run = await cleanUp(sgp, { apiUrl: forge.url });
  expect(run.conclusion).toBe('success');
  const count = Number(run.outputs['previews-deleted']);
  expect(count).toBeGreaterThan(50);
  expect(deleted(sgp).length - before).toBe(count);
  const lists = sgp.control.requests.filter(({ operation }) => operation === 'listDeployments');
  expect(lists.length).toBe(10);
});

test('Pipecat: by preview-ttl and by exact name, since previews are agents there', async () => {
  const [emulator, forge] = await Promise.all([startSgp(), startForge()]);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR);
  const mark = markOf('forge.example/octo/agents');
  const marked = ['greeter-pr-3', 'greeter-pr-4', 'greeter-pr-5', 'greeter-eu-pr-2', 'greeter-demo'];
  const names = ['greeter', 'greeter-eu', 'greeter-pr-6', ...marked.map((name) => `${name}-${mark}`)];
  const age = (name: string) => (name.includes('pr-3') ? 1 : name.includes('pr-4') ? 2 : 9);
  emulator.control.pipecat.seedAgents(names.map((name) => ({ name, createdAt: hoursAgo(age(name)) })));
  const { url, credentials } = emulator;
  const run = await runStep({
    event: { name: 'schedule', payload: { schedule: '0 * * * *' } },
    job: { apiUrl: forge.url, serverUrl: 'https://forge.example' },
    token: 'a-token-for-tests',
    inputs: {
      cloud: 'pipecat',
      'base-url': url,
      'api-key': credentials.apiKey,
      mode: 'cleanup',
      'agent-name': 'greeter',
      'preview-label': 'demo',
    },
  });
  expect(run.conclusion).toBe('success');
  const gone = emulator.control.requests
    .filter(({ method }) => method === 'DELETE')
    .map(({ path }) => path.replace(/.*\//, ''));
  expect(gone.sort()).toEqual(['demo', 'pr-4', 'pr-5'].map((label) => `greeter-${label}-${mark}`));
  expect(run.log).toContain('Preview greeter-pr-6 (pr-6) is left alone: its name has no mark');
  expect(run.log).toMatch(/\(pr-4\), pull request 4 is closed/);
  expect(run.log).toMatch(/\(pr-5\), it is 9h 0m old, and preview-ttl is 8h/);
});
