import { execFileSync } from 'node:child_process';
import { realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { makeRepository, makeWorkspace, type Repository, temporaryFolder } from '../support/workspace.ts';

const MANIFEST = `agent:
  name: concierge
build:
  context:
    root: ..
    include_paths: [b, shared]
    dockerfile: b/Dockerfile
`;

const FILES = {
  'agents/a/Dockerfile': 'FROM scratch\n',
  'agents/a/.dockerignore': '*.md\n',
  'agents/b/Dockerfile': 'FROM scratch\n',
  'agents/b/manifest.yaml': MANIFEST,
  'agents/shared/lib.py': 'lib\n',
  'agents/old/Dockerfile': 'FROM scratch\n',
  'README.md': 'readme\n',
} as const;

const AGENTS = 'agents/*\n!agents/shared';
const ZEROS = '0'.repeat(40);

type Given = Partial<RunOptions> & { readonly inputs?: Readonly<Record<string, string>> };

function plan(workspace: string, { inputs = {}, ...options }: Given = {}): Promise<RunRecord> {
  return runStep({ workspace, ...options, inputs: { mode: 'plan', agents: AGENTS, ...inputs } });
}

function push(before: string): Given {
  return { event: { name: 'push', payload: { before, ref: 'refs/heads/main' } } };
}

function paths(run: RunRecord): readonly string[] {
  const { include } = JSON.parse(run.outputs.matrix ?? '') as { include: { path: string }[] };
  return include.map(({ path }) => path);
}

/** What is seen while all groups are folded. */
function outsideGroups(run: RunRecord): string {
  return run.main.stdout.replace(/^::group::[\s\S]*?^::endgroup::$/gm, '');
}

function repositoryWithChange(change: (repository: Repository) => void) {
  const repository = makeRepository(FILES);
  const before = repository.git('rev-parse', 'HEAD');
  change(repository);
  repository.commit();
  return { repository, before };
}

test('a push names the agents whose contexts it touched, and needs neither key nor network', async () => {
  const { repository, before } = repositoryWithChange(({ path, write }) => {
    write({
      'agents/shared/lib.py': 'other\n',
      'agents/a/notes.md': 'ignored\n',
      'agents/new/Dockerfile': 'FROM scratch\n',
    });
    rmSync(join(path, 'agents/old'), { recursive: true });
  });
  const run = await plan(repository.path, { ...push(before), env: { HTTPS_PROXY: 'http://127.0.0.1:1' } });
  expect(run.conclusion).toBe('success');
  expect(JSON.parse(run.outputs.matrix ?? '')).toEqual({
    include: [
      { name: 'concierge', path: 'agents/b', manifest: 'agents/b/manifest.yaml' },
      { name: 'new', path: 'agents/new', manifest: '' },
    ],
  });
  expect(run.outputs).toMatchObject({ changed: '2' });
  expect(JSON.parse(run.outputs.result ?? '')).toMatchObject({
    changed: 2,
    matrix: { include: [{}, {}] },
  });
  expect(run.log).toContain(`✓ Plan: 2 of 3 agents changed since ${before.slice(0, 12)}`);
  expect(run.summary).toContain('| `concierge` | `agents/b` | `agents/shared/lib.py` changed |');
  expect(run.summary).toContain('1 agent is unchanged');
  expect(run.annotations).toEqual([]);
});

test('a change of ignored and of foreign files names nobody', async () => {
  const { repository, before } = repositoryWithChange(({ write }) =>
    write({ 'agents/a/notes.md': 'x', 'README.md': 'x' }),
  );
  const run = await plan(repository.path, push(before));
  expect(run.outputs).toMatchObject({ matrix: '{"include":[]}', changed: '0' });
  expect(run.summary).toContain('Nothing to build');
});

describe('a pull request', () => {
  const origin = makeRepository(FILES);
  const start = origin.git('rev-parse', 'HEAD');
  origin.git('checkout', '--quiet', '-b', 'topic');
  origin.write({ 'agents/a/main.py': 'x' });
  const head = origin.commit();
  origin.git('checkout', '--quiet', 'main');
  origin.write({ 'agents/old/main.py': 'x' });
  const base = origin.commit();
  origin.git('checkout', '--quiet', '--detach', 'main');
  origin.git('merge', '--quiet', '--no-edit', head);
  const merge = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', 'refs/pull/7/merge', merge);
  origin.git('checkout', '--quiet', 'main');

  const event = (baseSha: string, action = 'synchronize') => ({
    name: 'pull_request',
    payload: {
      action,
      number: 7,
      pull_request: {
        number: 7,
        head: { sha: head, ref: 'topic', repo: { full_name: 'octo/agents' } },
        base: { sha: baseSha, repo: { full_name: 'octo/agents' } },
      },
    },
  });

  function cloneOf(commit: string, ...flags: string[]): string {
    const clone = join(temporaryFolder('clone'), 'clone');
    const git = (...args: string[]) => execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    git('init', '--quiet', clone);
    git('-C', clone, 'remote', 'add', 'origin', `file://${origin.path}`);
    git('-C', clone, 'fetch', '--quiet', ...flags, 'origin', commit, ...(flags.length > 0 ? [] : ['main']));
    git('-C', clone, 'checkout', '--quiet', commit);
    return clone;
  }
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');

  test.each<[string, string, readonly string[], string, readonly string[]]>([
    ['its merge commit with two commits of history', merge, ['--depth=2'], base, ['agents/a']],
    ['its merge commit, after the base moved on', merge, [], start, ['agents/a']],
    ['its head, as Gitea checks out', head, [], base, ['agents/a']],
    ['its merge commit alone', merge, ['--depth=1'], base, ['agents/a', 'agents/b', 'agents/old']],
  ])('%s', async (_name, commit, flags, baseSha, expected) => {
    const job = { sha: commit, ref: 'refs/pull/7/merge' };
    const run = await plan(cloneOf(commit, ...flags), { event: event(baseSha), job });
    expect(paths(run)).toEqual(expected);
    const notices = run.annotations.map(({ message }) => message);
    if (expected.length === 1) expect(notices).toEqual([]);
    else expect(notices).toEqual([expect.stringMatching(/^All 3 agents are named\..*fetch-depth: 0/)]);
  });

  test('whose base is checked out, as for pull_request_target', async () => {
    const job = { sha: base, ref: 'refs/heads/main' };
    const run = await plan(cloneOf(base), { event: { ...event(base), name: 'pull_request_target' }, job });
    expect(run.outputs).toMatchObject({ changed: '0' });
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'notice', message: expect.stringMatching(/nothing of its head/) }),
    ]);
  });

  test('that was closed: any agent may have a preview', async () => {
    const run = await plan(cloneOf(merge, '--depth=1'), { event: event(base, 'closed') });
    expect(paths(run)).toEqual(['agents/a', 'agents/b', 'agents/old']);
    expect(run.annotations).toEqual([]);
  });
});

describe('nothing to compare with names every agent and says why', () => {
  const repository = makeRepository(FILES);
  const gone = 'd'.repeat(40);
  test.each<[string, Given, RegExp, number]>([
    ['a first push', push(ZEROS), /created its branch/, 1],
    [
      'a new tag',
      { ...push(ZEROS), job: { ref: 'refs/tags/v1.2.3' } },
      /The push created its tag: there is no commit/,
      1,
    ],
    ['a forced push', push(gone), /dddddddddddd, is gone, as after a forced push/, 1],
    ['a base of zeros', { ...push(gone), inputs: { base: ZEROS } }, /base is all zeros/, 1],
    [
      'a schedule',
      { event: { name: 'schedule', payload: { schedule: '0 0 * * *' } } },
      /schedule names no commit/,
      0,
    ],
  ])('%s', async (_name, given, why, notices) => {
    const run = await plan(repository.path, given);
    expect(paths(run)).toEqual(['agents/a', 'agents/b', 'agents/old']);
    expect(outsideGroups(run)).toMatch(why);
    expect(run.summary).toContain('All 3 agents are named.');
    expect(run.annotations.length).toBe(notices);
  });
});

test('two agents are both, one is the agent', async () => {
  const { 'agents/b/Dockerfile': _b, 'agents/b/manifest.yaml': _manifest, ...two } = FILES;
  const { path } = makeRepository(two);
  expect((await plan(path, push(ZEROS))).log).toContain('Both agents are named. The push created');
  const one = await plan(path, { ...push(ZEROS), inputs: { agents: 'agents/a' } });
  expect(one.log).toContain('The agent is named. The push created');
});

test('a shallow clone without the commit before', async () => {
  const { repository, before } = repositoryWithChange(({ write }) => write({ 'agents/a/x': 'x' }));
  const clone = join(temporaryFolder('shallow'), 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${repository.path}`, clone]);
  for (const given of [push(before), { ...push(ZEROS), inputs: { base: before } }]) {
    const run = await plan(clone, given);
    expect(paths(run)).toHaveLength(3);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('fetch-depth: 0') }),
    ]);
  }
});

test('a checkout below the workspace is found', async () => {
  const workspace = makeWorkspace();
  const repository = makeRepository(FILES);
  const checkout = join(workspace.path, 'source');
  execFileSync('git', ['clone', '--quiet', repository.path, checkout]);
  const run = await plan(workspace.path, {
    ...push('HEAD'),
    inputs: { agents: 'source/agents/[ab]', base: 'HEAD' },
  });
  expect(run.outputs).toMatchObject({ changed: '0' });
});

describe('what the commit does not have cannot be compared', () => {
  const other = makeRepository({ 'agents/c/Dockerfile': 'FROM scratch\n' });
  const clone = (from: string, to: string) => execFileSync('git', ['clone', '--quiet', from, to]);
  const includes = (path: string) =>
    MANIFEST.replace('[b, shared]', `[b, ${path}]`).replace('concierge', 'includes');

  test('agents of a second checkout', async () => {
    const workspace = makeWorkspace();
    const first = makeRepository(FILES);
    clone(first.path, join(workspace.path, 'first'));
    clone(other.path, join(workspace.path, 'second'));
    const inputs = { agents: 'first/agents/*\nsecond/agents/*' };
    const run = await plan(workspace.path, { ...push(first.first), inputs });
    expect(paths(run)).toEqual(['second/agents/c']);
    expect(run.log).toContain('second/agents/c: the commit does not have second/agents/c, so it cannot be');
    expect(run.summary).toContain('| `second/agents/c` is not in the commit |');
  });

  test('a folder that an agent includes, of another checkout or written by an earlier step', async () => {
    const repository = makeRepository({ ...FILES, '.gitignore': 'generated\n' });
    clone(other.path, join(repository.path, 'agents/nested'));
    repository.write({ 'agents/generated/x': 'x' });
    for (const path of ['nested', 'nested/agents', 'generated']) {
      repository.write({ 'agents/b/manifest.yaml': includes(path) });
      repository.git('add', 'agents/b');
      repository.git('commit', '--quiet', '--message', 'a change');
      const head = repository.git('rev-parse', 'HEAD');
      const inputs = { agents: 'agents/[ab]' };
      expect([path, paths(await plan(repository.path, { ...push(head), inputs }))]).toEqual([
        path,
        ['agents/b'],
      ]);
    }
  });

  test('a folder without Dockerfile and project file is no agent, and one of a submodule is compared', async () => {
    const repository = makeRepository(FILES);
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.path, 'module');
    const head = repository.commit();
    repository.write({ 'agents/__pycache__/x.pyc': 'x' });
    const inputs = { agents: 'agents/*\nmodule/agents/*' };
    expect(paths(await plan(repository.path, { ...push(head), inputs }))).toEqual([]);
  });
});

describe('what inputs name counts for each agent', () => {
  const manifest = (name: string) =>
    `agent: {name: ${name}}\nbuild: {context: {root: ., dockerfile: Dockerfile, include_paths: [.]}}\n`;
  const repository = makeRepository({
    'agents/a/manifest.yaml': manifest('a'),
    'agents/b/manifest.yaml': manifest('b'),
    'docker/Dockerfile': 'FROM scratch\n',
    'environments.yaml': 'a: 1\n',
  });

  test.each<[input: string, value: string, changed: string]>([
    ['dockerfile', '../../docker/Dockerfile', 'docker/Dockerfile'],
    ['environment-config', 'environments.yaml', 'environments.yaml'],
  ])('%s', async (input, value, changed) => {
    const before = repository.git('rev-parse', 'HEAD');
    repository.write({ [changed]: `# ${before}\n` });
    repository.commit();
    const run = await plan(repository.path, { ...push(before), inputs: { [input]: value } });
    expect(paths(run)).toEqual(['agents/a', 'agents/b']);
    expect(run.log).toContain(`agents/a: ${changed} changed`);
  });
});

test('a base that is the commit checked out: nothing can differ, and a notice says so', async () => {
  const { repository } = repositoryWithChange(({ write }) => write({ 'agents/a/x': 'x' }));
  const run = await plan(repository.path, { ...push(ZEROS), inputs: { base: 'main' } });
  expect(run.outputs).toMatchObject({ changed: '0' });
  expect(run.annotations).toEqual([
    expect.objectContaining({
      level: 'notice',
      message: expect.stringMatching(/^The input base, "main", is/),
    }),
  ]);
});

describe('bad input ends with one error before anything is said', () => {
  const repository = makeRepository({ ...FILES, 'links/x': 'x' });
  symlinkSync('../agents', join(repository.path, 'links/agents'));
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['no agents', { agents: '' }, /agents: missing: mode plan needs it/],
    [
      'a glob with a slip',
      { agents: 'agnets/*' },
      /"agnets\/\*" matches no folder; agents is the nearest folder/,
    ],
    [
      'a folder that is not there',
      { agents: 'agents/a\nagents/zzzzzzzz' },
      /nearest folder that exists is agents, which has a, b, old, shared/,
    ],
    [
      'a wildcard without a match',
      { agents: 'agents/a/*' },
      /nearest folder that exists is agents\/a, which has no folders/,
    ],
    [
      'a file in place of its folder',
      { agents: 'agents/b/manifest.yaml' },
      /"agents\/b\/manifest.yaml" matches no folder; the nearest folder that exists is agents\/b, which/,
    ],
    ['a way out of the workspace', { agents: '../*' }, /What to do: Globs are relative to the workspace/],
    [
      'a list of YAML',
      { agents: '- agents/a\n- agents/b' },
      /What to do: Give one glob a line, as in agents: \|/,
    ],
    ['a list in brackets', { agents: '[agents/a, agents/b]' }, /What to do: Give one glob a line/],
    ['a list with commas', { agents: 'agents/a,agents/b' }, /What to do: Give one glob a line/],
    ['quotes', { agents: '"agents/*"' }, /What to do: Give one glob a line/],
    ['a brace, whose comma is right', { agents: 'agents/{x,y}' }, /What to do: Globs are relative/],
    [
      'a link to a folder',
      { agents: 'links/agents' },
      /"links\/agents" matches no folder; links\/agents is a link to a folder, and links are not followed/,
    ],
    ['exclusions alone', { agents: '!agents/a' }, /nothing is named/],
    ['a base that does not exist', { base: 'origin/mian' }, /base: "origin\/mian" is not a commit/],
    ['a base like an option', { base: '--output=stolen' }, /base: "--output=stolen" is not a commit/],
  ])('%s', async (_name, inputs, message) => {
    const run = await plan(repository.path, { inputs });
    expect(run.exitCode).toBe(1);
    const errors = run.annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(run.log).toMatch(message);
    expect(run.outputs).not.toHaveProperty('matrix');
  });
});

test('faulty agents count as changed and are reported; names that meet and folders without a Dockerfile too', async () => {
  const { repository, before } = repositoryWithChange(({ write }) =>
    write({
      'agents/a/x': 'x',
      'more/a/Dockerfile': 'FROM scratch\n',
      'agents/bare/x': 'x',
      'agents/b/manifest.yaml': 'agent: [\n',
    }),
  );
  const run = await plan(repository.path, { ...push(before), inputs: { agents: `${AGENTS}\nmore/*` } });
  expect(paths(run)).toEqual(['agents/a', 'agents/b', 'agents/bare', 'more/a']);
  const warnings = run.annotations.map(({ level, message }) => `${level}: ${message}`);
  expect(warnings).toEqual([
    expect.stringMatching(/^warning: agents\/b counts as changed.*manifest\.yaml:\d+: is not YAML/s),
    expect.stringMatching(/^warning: agents\/bare without a Dockerfile.*!agents\/bare/),
    expect.stringMatching(/^warning: agents\/a, more\/a have the same name, a/),
  ]);
});

test("Pipecat's project file, and a cloud without one", async () => {
  const repository = makeRepository({
    'bots/one/Dockerfile': 'FROM scratch\n',
    'bots/one/pcc-deploy.toml':
      'agent_name = "greeter"\n[build]\ncontext_dir = "../lib"\ndockerfile = "../one/Dockerfile"\n',
    'bots/lib/x': 'x',
  });
  const agents = 'bots/one';
  const pipecat = await plan(repository.path, { inputs: { cloud: 'pipecat', agents, base: 'HEAD' } });
  expect(pipecat.outputs).toMatchObject({ changed: '0' });
  const prime = await plan(repository.path, { inputs: { cloud: 'prime', agents } });
  expect(JSON.parse(prime.outputs.matrix ?? '')).toEqual({
    include: [{ name: 'one', path: 'bots/one', manifest: '' }],
  });
  const all = await plan(repository.path, { inputs: { cloud: 'pipecat', agents } });
  expect(JSON.parse(all.outputs.matrix ?? '')).toEqual({
    include: [{ name: 'greeter', path: 'bots/one', manifest: 'bots/one/pcc-deploy.toml' }],
  });
});

test('what [build.exclude] of a project file leaves out names nobody', async () => {
  const repository = makeRepository({
    'bots/one/Dockerfile': 'FROM scratch\n',
    'bots/one/pcc-deploy.toml': 'agent_name = "one"\n[build]\nexclude = ["docs", "*.md"]\n',
    'bots/two/Dockerfile': 'FROM scratch\n',
    'bots/two/pcc-deploy.toml': 'agent_name = "two"\n[build]\ncontext_dir = "."\n',
  });
  repository.write({ 'bots/one/docs/x': 'x', 'bots/one/notes.md': 'x', 'bots/two/notes.md': 'x' });
  repository.commit();
  const run = await plan(repository.path, { ...push(repository.first), inputs: { agents: 'bots/*' } });
  expect(paths(run)).toEqual(['bots/two']);
  expect(run.log).not.toContain('without a context root');
});

test('a project file without a context root: its folder is compared, and the log says what the job needs', async () => {
  const repository = makeRepository({
    'bots/one/Dockerfile': 'FROM scratch\n',
    'bots/one/pcc-deploy.toml': 'agent_name = "one"\n',
  });
  const run = await plan(repository.path, { ...push(ZEROS), inputs: { agents: 'bots/*' } });
  expect(run.log).toContain('bots/one/pcc-deploy.toml without a context root: their folders were compared');
});

test('without cloud, the project file in each folder says which it is', async () => {
  const repository = makeRepository({
    ...FILES,
    'agents/voice/Dockerfile': 'FROM scratch\n',
    'agents/voice/pcc-deploy.toml': 'agent_name = "greeter"\n',
  });
  const run = await plan(repository.path, push(ZEROS));
  const { include } = JSON.parse(run.outputs.matrix ?? '');
  expect(include).toContainEqual({
    name: 'greeter',
    path: 'agents/voice',
    manifest: 'agents/voice/pcc-deploy.toml',
  });
  expect(include).toContainEqual({ name: 'concierge', path: 'agents/b', manifest: 'agents/b/manifest.yaml' });
});

test('the whole workspace is named after the repository, as a step of one agent names it', async () => {
  const repository = makeRepository({ Dockerfile: 'FROM scratch\n' });
  const job = { repository: 'acme/My_Agents' };
  const run = await plan(repository.path, { job, inputs: { agents: '.' } });
  const include = [{ name: 'my-agents', path: '.', manifest: '' }];
  expect(JSON.parse(run.outputs.matrix ?? '')).toEqual({ include });
});

test('more agents than one matrix may have is a warning', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `agents/a${index}/Dockerfile`);
  const repository = makeRepository(Object.fromEntries(names.map((name) => [name, 'FROM scratch\n'])));
  const run = await plan(repository.path, { ...push(ZEROS), inputs: { agents: 'agents/*' } });
  expect(run.outputs).toMatchObject({ changed: '300' });
  expect(run.annotations.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/300 entries.*256 jobs/),
  );
});

test.each<[name: string, target: string]>([
  ['a device without an end', '/dev/zero'],
  ['a file outside of the workspace', '/etc/hostname'],
])('a manifest that is a link to %s is one warning, and the agent counts as changed', async (_, target) => {
  const repository = makeRepository(FILES);
  rmSync(join(repository.path, 'agents/b/manifest.yaml'));
  symlinkSync(target, join(repository.path, 'agents/b/manifest.yaml'));
  const run = await plan(repository.path, push(repository.git('rev-parse', 'HEAD')));
  expect(run.exitCode).toBe(0);
  expect(paths(run)).toEqual(['agents/b']);
  expect(run.log).toContain(`agents/b/manifest.yaml leads to ${realpathSync(target)}, outside the workspace`);
});
