import { expect, test } from '@jest/globals';
import { markOf } from '../../src/clouds/pipecat/agent-name.ts';
import { runStep } from '../support/bundle.ts';
import { sgpInputs, startSgp } from '../support/cloud.ts';

type Sgp = Awaited<ReturnType<typeof startSgp>>;

function report(sgp: Sgp, more: Readonly<Record<string, string>> = {}) {
  return runStep({ inputs: sgpInputs(sgp, { mode: 'report', 'agent-name': '', history: '20', ...more }) });
}

function asked(sgp: Sgp, operation: string): number {
  return sgp.control.requests.filter((request) => request.operation === operation).length;
}

const inHours = (hours: number) => new Date(Date.now() + hours * 60 * 60 * 1000);

test('builds, previews and what was never deployed, in the summary and in result', async () => {
  const sgp = await startSgp();
  const builds = sgp.control.sgp.seedHistory(100);
  sgp.control.sgp.seedPreviews([
    { agentName: 'concierge', label: 'pr-21', expiresAt: inHours(3.01) },
    { agentName: 'ledger-agent', label: 'pr-17', expiresAt: inHours(-1) },
    { agentName: 'ledger-agent', label: 'pr-16', expiresAt: inHours(-1), status: 'deleted' },
  ]);
  const run = await report(sgp);
  expect(run.conclusion).toBe('success');
  expect(run.annotations).toEqual([]);
  const newest = builds.toReversed().slice(0, 20);
  for (const build of newest) expect(run.summary).toContain(`| \`${build.imageTag}\` |`);
  expect(run.summary).not.toContain(builds[79]?.imageTag);
  expect(run.summary).toMatch(
    /\*\*20 builds\*\* · \*\*9\d%\*\* succeeded.* · median \*\*\d+m \d+s\*\* · 95th percentile/,
  );
  // A chart of several agents says nothing about any: each has its row.
  expect(run.summary).not.toContain('mermaid');
  expect(run.summary).toMatch(
    /### Agents\n\n\| Agent \| Builds \| Succeeded \| Median \| 95th percentile \| Last build \| Trend \|/,
  );
  expect(run.summary).toMatch(
    /\| `concierge` \| \d+ \| \d+% \| \d+m \d+s \| .*succeeded, .* ago \| `[▁▂▃▄▅▆▇█×]+` \|/,
  );
  expect(run.summary).toMatch(/\| `concierge` \| `pr-21` \| healthy \| \d{4}-.* UTC \| 3h \d+m \|/);
  expect(run.summary).toMatch(/\| `ledger-agent` \| `pr-17` \| healthy \| .* \| expired \|/);
  expect(run.summary).not.toContain('pr-16');
  expect(run.summary).toMatch(/### Built, but never deployed[\s\S]*\| `translator` \| 33 \|/);
  const result = JSON.parse(run.outputs.result ?? '');
  expect(result.builds).toHaveLength(20);
  expect(result.builds[0]).toMatchObject({
    id: newest[0]?.id,
    status: 'succeeded',
    name: newest[0]?.agentName,
  });
  expect(result.previews).toHaveLength(2);
  expect(result.undeployed).toEqual([expect.objectContaining({ agent: 'translator', builds: 33 })]);
  expect(result.statistics).toMatchObject({ judged: expect.any(Number), medianSeconds: expect.any(Number) });
  expect(sgp.control.violations).toEqual([]);
});

test('one agent out of thousands of builds, no more pages than it shows', async () => {
  const sgp = await startSgp({ checkReplies: false });
  sgp.control.sgp.seedHistory(5000);
  sgp.control.sgp.seedHistory({ builds: 250, agents: ['greeter'] });
  const run = await report(sgp, { 'agent-name': 'greeter', history: '230' });
  expect(JSON.parse(run.outputs.result ?? '').builds).toHaveLength(230);
  expect(asked(sgp, 'listBuilds')).toBe(3);
  expect(run.summary).not.toContain('concierge');
  expect(run.summary).toContain('```mermaid\nxychart-beta');
  expect(run.summary).toContain('The same in all: Agent or image `greeter`');
  expect(run.summary).not.toContain('name no agent');
  const whole = await report(sgp, { history: '5' });
  expect(JSON.parse(whole.outputs.result ?? '').builds).toHaveLength(5);
  expect(asked(sgp, 'listBuilds')).toBe(4);
});

test('an agent by its id', async () => {
  const sgp = await startSgp();
  const [build] = sgp.control.sgp.seedHistory(30);
  const run = await report(sgp, { 'agent-id': build?.agentId ?? '', history: '3' });
  const result = JSON.parse(run.outputs.result ?? '');
  expect(result.builds.map(({ name }: { name: string }) => name)).toEqual(Array(3).fill(build?.agentName));
});

test('an empty account', async () => {
  const run = await report(await startSgp());
  expect(run.conclusion).toBe('success');
  expect(run.summary).toContain('There are no builds to show.');
});

test('history 0 asks for no builds', async () => {
  const sgp = await startSgp();
  sgp.control.sgp.seedHistory(3);
  const run = await report(sgp, { history: '0' });
  expect(run.conclusion).toBe('success');
  expect(asked(sgp, 'listBuilds')).toBe(0);
});

test('a key that may not list is an error that says which key to give', async () => {
  const sgp = await startSgp({ checkReplies: false });
  sgp.control.misbehave({ operation: 'listBuilds', times: Infinity, fault: { kind: 'status', status: 403 } });
  const run = await report(sgp);
  expect(run.exitCode).toBe(1);
  expect(run.annotations).toEqual([
    expect.objectContaining({
      level: 'error',
      message: expect.stringMatching(/may not list the builds[\s\S]*may read builds/),
    }),
  ]);
});

test('what else is refused is left out with a line', async () => {
  const sgp = await startSgp({ checkReplies: false });
  sgp.control.sgp.seedHistory(6);
  for (const [operation, status] of [
    ['listUndeployedAgents', 404],
    ['listDeployments', 403],
  ] as const) {
    sgp.control.misbehave({ operation, times: Infinity, fault: { kind: 'status', status } });
  }
  const run = await report(sgp);
  expect(run.conclusion).toBe('success');
  expect(run.summary).toContain('Which agents are not deployed is left out: the cloud answered 404');
  expect(run.summary).toContain('What previews live is left out: the cloud answered 403');
  expect(JSON.parse(run.outputs.result ?? '')).not.toHaveProperty('previews');
});

test('names from outside stay text', async () => {
  const sgp = await startSgp({ checkReplies: false });
  sgp.control.sgp.seedHistory({ builds: 2, agents: ['@octocat | <b>x</b> `y`\n::error::z'] });
  const run = await report(sgp);
  expect(run.summary).toContain('| ``@octocat \\| <b>x</b> `y` ::error::z`` |');
  expect(run.annotations).toEqual([]);
});

test('a fork has no key: green, skipped', async () => {
  const sgp = await startSgp();
  const { 'api-key': _key, ...inputs } = sgpInputs(sgp, { mode: 'report' });
  const head = { sha: 'a'.repeat(40), repo: { fork: true, full_name: 'someone/agents' } };
  const payload = { action: 'opened', number: 7, pull_request: { number: 7, head, base: {} } };
  const run = await runStep({ inputs, event: { name: 'pull_request', payload } });
  expect(run.conclusion).toBe('success');
  expect(run.outputs.skipped).toBe('true');
});

test('Prime: by image, without previews and agents', async () => {
  const emulator = await startSgp();
  emulator.control.prime.seedHistory(30);
  const { url, credentials } = emulator;
  const inputs = {
    cloud: 'prime',
    'base-url': url,
    'api-key': credentials.apiKey,
    mode: 'report',
    history: '25',
  };
  const run = await runStep({ inputs });
  expect(run.conclusion).toBe('success');
  expect(JSON.parse(run.outputs.result ?? '').builds).toHaveLength(25);
  expect(run.summary).toMatch(/\| `translator` \| `[0-9a-f]{12}` \|/);
  expect(run.summary).not.toContain('previews');
  expect(emulator.control.violations).toEqual([]);
});

test('Pipecat: the previews of this repository, whose builds name no agent', async () => {
  const emulator = await startSgp();
  const mark = markOf('github.example/octo/agents');
  const createdAt = new Date(Date.now() - 60_000);
  const names = [
    `bot-pr-7-${mark}`,
    `voice-demo-${mark}`,
    `bot-pr-7-${markOf('github.example/octo/others')}`,
  ];
  emulator.control.pipecat.seedAgents([...names, 'bot'].map((name) => ({ name, createdAt })));
  const { url, credentials } = emulator;
  const inputs = { cloud: 'pipecat', 'base-url': url, 'api-key': credentials.apiKey, mode: 'report' };
  const run = await runStep({ inputs });
  expect(run.conclusion).toBe('success');
  const previews: { id: string; expiresAt?: string }[] = JSON.parse(run.outputs.result ?? '').previews;
  expect(previews.map(({ id }) => id).sort()).toEqual(names.slice(0, 2).sort());
  for (const name of names.slice(0, 2)) expect(run.summary).toContain(name);
});
