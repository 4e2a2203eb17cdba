import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { agentFiles, startAgents } from '../support/agents.ts';

/** An event that names no commit to compare with: every agent is taken. */
const EVERY = { name: 'schedule', payload: {} };

type Result = Readonly<Record<string, unknown>> & { readonly folder: string; readonly outcome: string };

function resultsOf(run: RunRecord): readonly Result[] {
  return JSON.parse(run.outputs.results ?? '[]') as Result[];
}

function outcomes(run: RunRecord): Readonly<Record<string, string>> {
  return Object.fromEntries(resultsOf(run).map(({ folder, outcome }) => [folder, outcome]));
}

/** The lines of the log outside of groups. */
function storyOf(run: RunRecord): readonly string[] {
  return run.log.split('\n').filter((line) => !line.startsWith('  '));
}

test('those that changed are built, each with its own log, and the rest costs nothing', async () => {
  const job = await startAgents({ agents: 5 });
  job.change('a2', 'a4');
  const run = await job.run();
  expect(run.conclusion).toBe('success');
  expect(job.emulator.control.sgp.builds.map(({ imageName }) => imageName).sort()).toEqual(['a2', 'a4']);
  expect(resultsOf(run)).toEqual(
    ['a2', 'a4'].map((name) =>
      expect.objectContaining({
        folder: `agents/${name}`,
        name,
        outcome: 'succeeded',
        'build-status': 'success',
        'image-name': name,
        'log-file': join(run.outputs['log-file'] ?? '', `agents_${name}.log`),
      }),
    ),
  );
  const { results: _results, result, 'log-file': folder = '', ...outputs } = run.outputs;
  expect(outputs).toEqual({ skipped: 'false', changed: '2', failed: '0', 'build-status': 'success' });
  expect(JSON.parse(result ?? '')).toMatchObject({ changed: 2, failed: 0, results: [{}, {}] });
  expect(readdirSync(folder).sort()).toEqual(['agents_a2.log', 'agents_a4.log']);
  const log = readFileSync(join(folder, 'agents_a2.log'), 'utf8');
  expect(log).toMatch(/▸ Pack\n✓ Pack: .*\n▸ Submit\n[\s\S]*▸ Build build_.*\n[\s\S]*would run\) echo a2\n/);
  expect(log).not.toContain('echo a4');
  expect(run.annotations).toEqual([]);
  expect(run.summary).toContain('3 agents are unchanged');
});

test('folders whose log files would have the same name have one each', async () => {
  const files = { ...agentFiles('spaced', 'agents/b 1'), ...agentFiles('joined', 'agents/b_1') };
  const job = await startAgents({ agents: 1, files });
  const run = await job.run({ event: EVERY });
  expect(run.conclusion).toBe('success');
  const logs = resultsOf(run).map((one) => [one.name, readFileSync(String(one['log-file']), 'utf8')]);
  expect(logs.map(([name]) => name).sort()).toEqual(['a1', 'joined', 'spaced']);
  for (const [name, log] of logs) expect(log).toContain(`echo ${name}\n`);
});

test('the log is never a mixture: lines of ours, and whole logs in groups', async () => {
  const job = await startAgents({ agents: 12 });
  const run = await job.run({ event: EVERY });
  expect(run.conclusion).toBe('success');
  const ours =
    /^(?:▾ |✓ Plan|All 12 agents|The whole log|\d\d:\d\d:\d\d a\d+: (?:packing, step 1 of 3|sending, step 2 of 3|building, step 3 of 3|✓ Built)|$)/;
  expect(storyOf(run).filter((line) => !ours.test(line))).toEqual([]);
  const groups = run.log.split(/^▾ /m).slice(2);
  expect(groups.map((group) => /^(a\d+) ✓ Built/.exec(group)?.[1]).sort()).toHaveLength(12);
  for (const group of groups) {
    const [, name] = /^(a\d+)/.exec(group) ?? [];
    expect([...group.matchAll(/would run\) echo (a\d+)/g)].map(([, built]) => built)).toEqual([name]);
  }
});

test('what succeeded is reused: the re-run of one failure costs one build', async () => {
  const job = await startAgents({ agents: 6 });
  job.emulator.control.script({ for: { imageName: 'a3' }, lines: ['broken'], end: 'failed' });
  const event = EVERY;
  const inputs = { build: 'auto' };
  const first = await job.run({ event, inputs });
  expect(first.conclusion).toBe('failure');
  expect(first.outputs).toMatchObject({ failed: '1', 'build-status': 'failed', changed: '6' });
  const before = job.emulator.control.sgp.builds.length;
  const second = await job.run({ event, inputs });
  expect(second.conclusion).toBe('success');
  expect(job.emulator.control.sgp.builds.slice(before).map(({ imageName }) => imageName)).toEqual(['a3']);
  expect(resultsOf(second).filter(({ reused }) => reused)).toHaveLength(5);
});

describe('what is refused', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['agent-name', { 'agent-name': 'one' }, /agent-name: it means one agent, and agents names many/],
    ['agent-id', { 'agent-id': 'x' }, /agent-id: it means one agent/],
    ['image-name', { 'image-name': 'x' }, /image-name: it means one agent/],
    ['build-id', { build: 'never', 'build-id': 'x' }, /build-id: it means one agent/],
    ['context', { context: 'agents/a1' }, /context: it means one agent/],
    ['manifest', { manifest: 'agents/a1/manifest.yaml' }, /manifest: it means one agent/],
    ['comment-key', { 'comment-key': 'x' }, /comment-key: it means one agent/],
    ['parallel', { parallel: '0' }, /parallel: must be 1 or more, got 0/],
    ['fail-fast', { 'fail-fast': 'perhaps' }, /fail-fast: "perhaps" is neither true nor false/],
    ['a key that no agent has', { 'api-key': '' }, /api-key: missing/],
  ])('%s', async (_name, inputs, message) => {
    const job = await startAgents({ agents: 2 });
    const run = await job.run({ event: EVERY, inputs });
    expect(run.conclusion).toBe('failure');
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringMatching(message) }),
    ]);
    expect(job.emulator.control.requests).toEqual([]);
  });

  test('two agents of one name on one cloud, naming both folders, before anything is sent', async () => {
    const job = await startAgents({ agents: 2, files: agentFiles('a1', 'agents/twin') });
    job.change('a2');
    const run = await job.run();
    expect(run.conclusion).toBe('failure');
    expect(run.annotations[0]?.message).toMatch(/agents\/a1, agents\/twin have the same name on sgp, "a1"/);
    expect(job.emulator.control.requests).toEqual([]);
  });
});

test('faulty manifests in folders of one name are no two agents of one name', async () => {
  const files = { 'bots/x/agent/manifest.yaml': 'agent: [\n', 'bots/y/agent/manifest.yaml': 'agent: [\n' };
  const job = await startAgents({ agents: 1, files });
  const run = await job.run({ event: EVERY, inputs: { agents: 'agents/*\nbots/*/agent' } });
  expect(outcomes(run)).toEqual({
    'agents/a1': 'succeeded',
    'bots/x/agent': 'failed',
    'bots/y/agent': 'failed',
  });
  expect(run.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^bots\/x\/agent: .* is not YAML/),
    expect.stringMatching(/^bots\/y\/agent: .* is not YAML/),
  ]);
});

test('a manifest whose root is outside is not built from its folder instead, nor under its name', async () => {
  const manifest = (root: string) =>
    `agent: {name: declared}\nbuild: {context: {root: ${root}, include_paths: [.], dockerfile: Dockerfile}}\n`;
  const job = await startAgents({
    agents: 1,
    files: { 'agents/b1/manifest.yaml': manifest('../../..'), 'agents/b1/Dockerfile': 'FROM scratch\n' },
  });
  const run = await job.run({ event: EVERY });
  expect(outcomes(run)).toEqual({ 'agents/a1': 'succeeded', 'agents/b1': 'failed' });
  expect(run.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^declared: agents\/b1\/manifest.yaml:2: build.context.root .* outside the workspace/,
    ),
  ]);
  expect(job.emulator.control.sgp.builds.map(({ imageName }) => imageName)).toEqual(['a1']);
});

test('two agents of one image are a warning: one build replaces the image of the other', async () => {
  const one = agentFiles('a1');
  const two = agentFiles('a2');
  const shared = (files: Record<string, string>, name: string) =>
    (files[`agents/${name}/manifest.yaml`] ?? '').replace(
      `registry.example/${name}`,
      'registry.example/agents',
    );
  const files = {
    'agents/a1/manifest.yaml': shared(one, 'a1'),
    'agents/a2/manifest.yaml': shared(two, 'a2'),
  };
  const job = await startAgents({ agents: 3, files });
  const run = await job.run({ event: EVERY });
  expect(run.conclusion).toBe('success');
  expect(run.annotations).toEqual([
    expect.objectContaining({
      level: 'warning',
      message: expect.stringMatching(
        /^agents\/a1, agents\/a2 have the same image, "agents", and the same tag/,
      ),
    }),
  ]);
});

test('a folder whose name no agent can have: what to do names no input that is refused', async () => {
  const job = await startAgents({ agents: 1, files: { 'agents/Big Agent/Dockerfile': 'FROM scratch\n' } });
  const run = await job.run({ event: EVERY });
  expect(outcomes(run)).toEqual({ 'agents/Big Agent': 'failed', 'agents/a1': 'succeeded' });
  expect(run.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^Big Agent: agent-name: "Big Agent" is no name.*What to do: Name the agent in a project file in its folder, or rename/,
    ),
  ]);
  expect(run.summary).toContain('**The settings of `agents/Big Agent` are faulty**');
});

test('one Dockerfile for all agents, outside of their contexts', async () => {
  const job = await startAgents({
    agents: 0,
    files: { 'agents/one/main.py': '', 'agents/two/main.py': '', 'Dockerfile.agents': 'FROM scratch\n' },
  });
  const run = await job.run({ event: EVERY, inputs: { dockerfile: '../../Dockerfile.agents' } });
  expect(outcomes(run)).toEqual({ 'agents/one': 'succeeded', 'agents/two': 'succeeded' });
  const outside = await job.run({ event: EVERY, inputs: { dockerfile: '../../../Dockerfile' } });
  expect(outside.log).toMatch(/dockerfile: "..\/..\/..\/Dockerfile" leads to .*, outside the workspace/);
  expect(job.emulator.control.sgp.builds).toHaveLength(2);
});

test('no log of an agent is a hidden file, which an upload of artifacts leaves out', async () => {
  const job = await startAgents({
    agents: 0,
    files: { Dockerfile: 'FROM scratch\n', '.agents/a/Dockerfile': 'FROM scratch\n' },
  });
  const run = await job.run({ event: EVERY, inputs: { agents: '.\n.agents/a' } });
  const { results = '[]' } = run.outputs;
  const logs = (JSON.parse(results) as { readonly 'log-file': string }[]).map((one) =>
    basename(one['log-file']),
  );
  expect(logs.sort()).toEqual(['agents_a.log', 'workspace.log']);
});

test('why an agent failed is a line of the log without the signs of Markdown', async () => {
  const job = await startAgents({ agents: 1, files: { 'agents/empty/main.py': '' } });
  const run = await job.run({ event: { name: 'schedule', payload: {} } });
  expect(run.log).toMatch(/✗ empty \(agents\/empty\): There is no Dockerfile .* Set the dockerfile input/);
  expect(run.main.stdout).not.toContain('`');
});

test('an agent with a faulty project file fails alone, and all faults are reported at once, by folder', async () => {
  const files = {
    'agents/a2/manifest.yaml': 'build: [1\n',
    'agents/a3/manifest.yaml': 'agent: { name: a3 }\n',
  };
  const job = await startAgents({ agents: 4, files });
  const run = await job.run({ event: EVERY });
  expect(run.conclusion).toBe('failure');
  expect(outcomes(run)).toEqual({
    'agents/a1': 'succeeded',
    'agents/a2': 'failed',
    'agents/a3': 'failed',
    'agents/a4': 'succeeded',
  });
  expect(run.log).toMatch(
    /2 agents of 4 have faulty settings.*\nagents\/a2:\n {2}- agents\/a2\/manifest\.yaml.*\nagents\/a3:\n/,
  );
  expect(run.log).toMatch(/^✗ a2 \(agents\/a2\): [^`]*\. What to do: Fix agents\/a2\/manifest\.yaml[^`]*$/m);
  expect(run.annotations).toHaveLength(2);
});

test('the first failure cancels the rest where fail-fast says so', async () => {
  const job = await startAgents({ agents: 4 });
  const { control } = job.emulator;
  for (const imageName of ['a1', 'a3', 'a4'])
    control.script({ for: { imageName }, lines: ['on'], end: 'never' });
  control.script({ for: { imageName: 'a2' }, lines: ['broken'], delays: 500, end: 'failed' });
  const run = await job.run({ event: EVERY, inputs: { 'fail-fast': 'true' } });
  expect(run.conclusion).toBe('failure');
  expect(outcomes(run)).toMatchObject({
    'agents/a2': 'failed',
    'agents/a1': 'cancelled',
    'agents/a4': 'cancelled',
  });
  expect(control.sgp.builds.filter(({ status }) => status === 'running')).toEqual([]);
  expect(run.log).toContain('a2 failed, and fail-fast is true');
  expect(run.outputs).toMatchObject({ failed: '1', 'build-status': 'failed' });
});

test('no more are built at once than `parallel` says', async () => {
  const job = await startAgents({ agents: 7 });
  const { control } = job.emulator;
  for (let build = 0; build < 7; build += 1) control.script({ lines: ['on'], delays: 400 });
  const run = await job.run({ event: EVERY, inputs: { parallel: '2' } });
  expect(run.conclusion).toBe('success');
  const spans = control.sgp.builds.map(({ createdAt, endedAt }) => [+createdAt, +(endedAt ?? 0)] as const);
  expect(spans).toHaveLength(7);
  const atOnce = spans.map(([from]) => spans.filter(([begin, end]) => begin <= from && from < end).length);
  expect(Math.max(...atOnce)).toBe(2);
});
