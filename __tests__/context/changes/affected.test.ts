import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CLOUD_TRAITS } from '../../../src/clouds/traits.ts';
import { affectedBy } from '../../../src/context/changes/affected.ts';
import { hashTree } from '../../../src/context/hash/hash.ts';
import { listTree } from '../../../src/context/listing/tree.ts';
import { changedPaths } from '../../../src/git/git.ts';
import { readAgent } from '../../../src/modes/plan/agent.ts';
import { INPUT_DEFAULTS } from '../../../src/settings/input-table.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { makeRepository, type Repository } from '../../support/workspace.ts';

const MANIFEST = `agent:
  name: declared
build:
  context:
    root: ..
    include_paths: [declared, shared]
    dockerfile: declared/Dockerfile
`;

/** Three ways to have a context: a folder of its own, one with an ignore file of its Dockerfile, and a manifest's. */
const FILES = {
  'agents/plain/Dockerfile': 'FROM scratch\n',
  'agents/plain/.dockerignore': '*.md\nlogs\n!logs/keep*\nvendor/**\n!vendor/a\n',
  'agents/plain/app/main.py': 'main\n',
  'agents/plain/notes.md': 'notes\n',
  'agents/plain/logs/a.txt': 'a\n',
  'agents/plain/logs/keep.txt': 'k\n',
  'agents/plain/vendor/a/x': 'x\n',
  'agents/beside/Dockerfile': 'FROM scratch\n',
  'agents/beside/Dockerfile.dockerignore': 'docs\n',
  'agents/beside/.dockerignore': 'app\n',
  'agents/beside/app/main.py': 'main\n',
  'agents/beside/docs/a.txt': 'a\n',
  'agents/declared/Dockerfile': 'FROM scratch\n',
  'agents/declared/manifest.yaml': MANIFEST,
  'agents/declared/main.py': 'main\n',
  'agents/shared/lib.py': 'lib\n',
  'agents/other/x.txt': 'x\n',
  'README.md': 'readme\n',
} as const;

const AGENTS = ['agents/plain', 'agents/beside', 'agents/declared'] as const;
const SGP = CLOUD_TRAITS.sgp;

/** The verdict of `plan`: the first changed path of each agent. */
async function verdicts(repository: Repository, base: string, agents: readonly string[] = AGENTS) {
  const sources = { workspace: repository.path, traitsOf: () => SGP, workspaceName: 'all', memo: new Map() };
  const read = await Promise.all(agents.map((path) => readAgent(path, sources)));
  const changes = await changedPaths(repository.path, base);
  if (changes.kind !== 'known') throw new Error(changes.why);
  expect(read.map(({ problem }) => problem).filter(Boolean)).toEqual([]);
  return affectedBy(
    read.map(({ scope }) => scope),
    { top: repository.path, ...changes },
  );
}

/** What a build of the agent would send, by the way that a build goes: settings, tree, hash. */
async function hashOf(workspace: string, agent: string): Promise<string> {
  const given = {
    ...INPUT_DEFAULTS,
    'api-key': 'not-a-real-key',
    'account-id': 'acc-1',
    'agent-name': 'any',
    ...(agent.endsWith('declared') ? { manifest: `${agent}/manifest.yaml` } : { context: agent }),
  };
  const variables = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env = { GITHUB_WORKSPACE: workspace, ...Object.fromEntries(variables) };
  const trigger = { event: 'push', closed: false, pushToDefaultBranch: false, secretsWithheld: false };
  const { context } = await readSettings(env, { traits: CLOUD_TRAITS, trigger, mask: () => {} });
  return hashTree(await listTree({ ...context, dockerfileEntry: SGP.dockerfileEntry }));
}

const NAMES = [
  ...Object.keys(FILES).filter((path) => !path.endsWith('manifest.yaml')),
  ...AGENTS.flatMap((agent) => [
    `${agent}/new.md`,
    `${agent}/app/new.py`,
    `${agent}/logs/new.txt`,
    `${agent}/logs/keep/deep.txt`,
    `${agent}/vendor/b/new`,
    `${agent}/docs/new.txt`,
    `${agent}/Dockerfile.dockerignore`,
    `${agent}/dockerfile`,
    `${agent}/.hidden`,
  ]),
  'agents/shared/deep/new.py',
  'agents/.dockerignore',
  'agents/Dockerfile',
  'agents/Dockerfile.dockerignore',
  'agents/new.txt',
];

const CONTENTS = ['', 'one\n', 'app\n', '*.md\n', '**\n!app\n', '*\n!**/*.py\n'];

type Edit = { readonly path: string; readonly to: string | 'gone' | 'program' | 'link' };

const EDITS = fc.array(
  fc.record({
    path: fc.constantFrom(...NAMES),
    to: fc.constantFrom('gone', 'program', 'link', ...CONTENTS),
  }),
  { minLength: 1, maxLength: 5 },
);

function apply(repository: Repository, { path, to }: Edit): void {
  // A build needs its Dockerfile; that case has a test of its own.
  if (to === 'gone' && /^agents\/\w+\/Dockerfile$/.test(path)) return;
  const absolute = join(repository.path, path);
  rmSync(absolute, { force: true });
  if (to === 'gone') return;
  if (to === 'program') {
    repository.write({ [path]: 'FROM scratch\n' });
    repository.git('update-index', '--add', '--chmod=+x', path);
    repository.git('-c', 'core.fileMode=true', 'checkout-index', '--force', path);
    return;
  }
  if (to === 'link' && !/ocker/.test(path)) {
    mkdirSync(dirname(absolute), { recursive: true });
    symlinkSync('target', absolute);
    return;
  }
  const content = to === 'link' ? '' : to;
  repository.write({ [path]: /Dockerfile$/.test(path) ? `FROM scratch\n# ${content}` : content });
}

test('the verdict by changed paths is that of the hash of what would be sent', async () => {
  const repository = makeRepository(FILES);
  const first = repository.git('rev-parse', 'HEAD');
  await fc.assert(
    fc.asyncProperty(EDITS, EDITS, async (before, after) => {
      repository.git('checkout', '--quiet', '--force', first);
      repository.git('clean', '-qfdx');
      for (const edit of before) apply(repository, edit);
      const base = repository.commit();
      const hashes = await Promise.all(AGENTS.map((agent) => hashOf(repository.path, agent)));
      for (const edit of after) apply(repository, edit);
      repository.commit();
      const now = await Promise.all(AGENTS.map((agent) => hashOf(repository.path, agent)));
      const affected = await verdicts(repository, base);
      const expected = AGENTS.filter((_, at) => now[at] !== hashes[at]);
      expect(AGENTS.filter((_, at) => affected[at] !== undefined)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

describe('which change affects which agent', () => {
  const repository = makeRepository({ ...FILES, 'agents/declared/environments.yaml': 'environments: {}\n' });
  const base = repository.git('rev-parse', 'HEAD');
  const [plain, beside, declared] = AGENTS;
  const write = (path: string, text = 'changed\n') => repository.write({ [path]: text });
  const remove = (path: string) => rmSync(join(repository.path, path), { recursive: true });

  test.each<[name: string, change: () => void, affected: readonly string[]]>([
    ['a file of one context', () => write('agents/plain/app/main.py'), [plain]],
    ['a file that is ignored', () => write('agents/plain/notes.md'), []],
    ['a file that an exception brings back', () => write('agents/plain/logs/keep.txt'), [plain]],
    ['a deleted file', () => remove('agents/plain/app/main.py'), [plain]],
    ['a file that moved out of the context', () => repository.git('mv', 'agents/plain/app', 'app'), [plain]],
    ['a file that moved into it', () => repository.git('mv', 'README.md', 'agents/beside/app/'), [beside]],
    ['a file outside every context', () => write('README.md'), []],
    ['a folder that the manifest includes', () => write('agents/shared/deep/new.py'), [declared]],
    ['a folder below its root that it does not', () => write('agents/other/x.txt'), []],
    ['the Dockerfile', () => write('agents/declared/Dockerfile', 'FROM scratch\n# new\n'), [declared]],
    ['the manifest', () => write('agents/declared/manifest.yaml', `${MANIFEST}# new\n`), [declared]],
    [
      'the environments',
      () => write('agents/declared/environments.yaml', 'environments: {a: {}}\n'),
      [declared],
    ],
    ['the ignore file', () => write('agents/plain/.dockerignore', '*.md\n# new\n'), [plain]],
    ['an ignore file that another one outranks', () => write('agents/beside/.dockerignore', 'x\n'), []],
    ['the outranking one, deleted', () => remove('agents/beside/Dockerfile.dockerignore'), [beside]],
    ['an ignore file that comes to be', () => write('agents/.dockerignore', 'nothing\n'), [declared]],
    [
      'a new manifest beside',
      () => write('agents/plain/manifest.yaml', 'build: {context: {root: ., dockerfile: Dockerfile}}\n'),
      [plain],
    ],
  ])('%s', async (_name, change, expected) => {
    repository.git('checkout', '--quiet', '--force', base);
    repository.git('clean', '-qfdx');
    change();
    repository.commit();
    const affected = await verdicts(repository, base);
    expect(AGENTS.filter((_, at) => affected[at] !== undefined)).toEqual(expected);
  });
});

test('an include path that leads out of the root and back into it', async () => {
  const repository = makeRepository({
    'agent/manifest.yaml':
      'build: {context: {root: ., dockerfile: Dockerfile, include_paths: [../agent/src]}}\n',
    'agent/Dockerfile': 'FROM scratch\n',
    'agent/src/x': '1',
  });
  repository.write({ 'agent/other': 'x' });
  const base = repository.commit();
  expect(await verdicts(repository, repository.first, ['agent'])).toEqual([undefined]);
  repository.write({ 'agent/src/x': '2' });
  repository.commit();
  expect(await verdicts(repository, base, ['agent'])).toEqual(['agent/src/x']);
});

test('two manifests that include a folder are both affected by it', async () => {
  const manifest = (name: string) => MANIFEST.replaceAll('declared', name);
  const repository = makeRepository({
    'agents/one/manifest.yaml': manifest('one'),
    'agents/one/Dockerfile': 'FROM scratch\n',
    'agents/two/manifest.yaml': manifest('two'),
    'agents/two/Dockerfile': 'FROM scratch\n',
    'agents/shared/lib.py': 'lib\n',
  });
  const base = repository.git('rev-parse', 'HEAD');
  repository.write({ 'agents/shared/lib.py': 'other\n' });
  repository.commit();
  const affected = await verdicts(repository, base, ['agents/one', 'agents/two']);
  expect(affected).toEqual(['agents/shared/lib.py', 'agents/shared/lib.py']);
});

describe('a submodule that moved', () => {
  const inner = makeRepository({ 'agent/Dockerfile': 'FROM scratch\n', 'lib.txt': '1' });
  const outer = makeRepository({
    'uses/Dockerfile': 'FROM scratch\n',
    'ignores/Dockerfile': 'FROM scratch\n',
    'ignores/.dockerignore': 'vendor\n',
    'keeps/Dockerfile': 'FROM scratch\n',
    'keeps/.dockerignore': 'vendor\n!vendor/lib.txt\n',
  });
  for (const path of ['uses/vendor', 'ignores/vendor', 'keeps/vendor', 'module']) {
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, path);
  }
  const base = outer.commit();
  inner.write({ 'lib.txt': '2' });
  const moved = inner.commit();
  for (const path of ['uses/vendor', 'ignores/vendor', 'keeps/vendor', 'module']) {
    outer.git('-c', 'protocol.file.allow=always', '-C', path, 'fetch', '--quiet', 'origin');
    outer.git('-C', path, 'checkout', '--quiet', moved);
  }
  outer.commit();

  test.each([
    ['is in its context', 'uses', 'uses/vendor'],
    ['is ignored', 'ignores', undefined],
    ['is ignored but for a file', 'keeps', 'keeps/vendor'],
    ['holds the agent', 'module/agent', 'module'],
  ])('%s', async (_name, agent, expected) => {
    expect(await verdicts(outer, base, [agent])).toEqual([expected]);
  });
});

test('a link on the way to the context leads elsewhere', async () => {
  const repository = makeRepository({ 'v1/Dockerfile': 'FROM scratch\n', 'v2/Dockerfile': 'FROM scratch\n' });
  symlinkSync('v1', join(repository.path, 'current'));
  repository.write({
    'agent/manifest.yaml':
      'build: {context: {root: ../current, dockerfile: Dockerfile, include_paths: [.]}}\n',
  });
  const base = repository.commit();
  rmSync(join(repository.path, 'current'));
  symlinkSync('v2', join(repository.path, 'current'));
  repository.commit();
  expect(await verdicts(repository, base, ['agent'])).toEqual(['current']);
});

describe('a link behind a link leads elsewhere', () => {
  const manifest =
    'build: {context: {root: ../lib/current, dockerfile: Dockerfile, include_paths: [src, linked]}}\n';
  test.each<[name: string, moved: string]>([
    ['on the way to the root', 'lib/stable'],
    ['on the way to the Dockerfile', 'docker/current'],
    ['on the way to an include path', 'lib/v1/stable'],
  ])('%s', async (_name, moved) => {
    const repository = makeRepository({
      ...Object.fromEntries(
        ['v1', 'v2'].flatMap((version) => [
          [`lib/${version}/src/x`, version],
          [`lib/${version}/v1/x`, version],
          [`lib/${version}/v2/x`, version],
          [`docker/${version}/Dockerfile`, `FROM scratch\n# ${version}\n`],
        ]),
      ),
      'agent/manifest.yaml': manifest,
    });
    const link = (path: string, to: string) => symlinkSync(to, join(repository.path, path));
    link('lib/current', 'stable');
    link('lib/stable', 'v1');
    link('docker/current', 'v1');
    for (const version of ['v1', 'v2']) {
      link(`lib/${version}/Dockerfile`, '../../docker/current/Dockerfile');
      link(`lib/${version}/linked`, 'stable');
      link(`lib/${version}/stable`, 'v1');
    }
    const base = repository.commit();
    rmSync(join(repository.path, moved));
    link(moved, 'v2');
    repository.commit();
    expect(await verdicts(repository, base, ['agent'])).toEqual([moved]);
  });

  test('a link to itself ends', async () => {
    const repository = makeRepository({ 'agent/main.py': 'x' });
    symlinkSync('Dockerfile', join(repository.path, 'agent/Dockerfile'));
    const base = repository.commit();
    expect(await verdicts(repository, base, ['agent'])).toEqual([undefined]);
  });
});

describe('.gitattributes says how files are checked out', () => {
  const repository = makeRepository({
    ...FILES,
    'agents/plain/logs/keep.txt': 'k\n',
    'agents/beside/.dockerignore': '',
  });
  const base = repository.git('rev-parse', 'HEAD');
  const [plain, beside, declared] = AGENTS;
  test.each<[folder: string, affected: readonly string[]]>([
    ['.', [plain, beside, declared]],
    ['agents', [plain, beside, declared]],
    ['agents/plain', [plain]],
    ['agents/plain/logs', [plain]],
    ['agents/beside/docs', []],
    ['agents/shared', [declared]],
    ['agents/other', []],
  ])('in %s', async (folder, expected) => {
    repository.git('checkout', '--quiet', '--force', base);
    repository.write({ [`${folder}/.gitattributes`]: '*.txt text eol=crlf\n' });
    repository.commit();
    const affected = await verdicts(repository, base);
    expect(AGENTS.filter((_, at) => affected[at] !== undefined)).toEqual(expected);
  });
});

test('2,000 agents and 4,000 changes', async () => {
  const names = Array.from({ length: 2000 }, (_, index) => `agents/a${String(index).padStart(4, '0')}`);
  const files = names.flatMap((name, index) => [
    [`${name}/Dockerfile`, 'FROM scratch\n'],
    ...(index % 2 === 0
      ? [
          [
            `${name}/manifest.yaml`,
            `agent: {name: ${name.slice(7)}}\nbuild: {context: {root: ../.., include_paths: [${name}, shared], dockerfile: ${name}/Dockerfile}}\n`,
          ],
        ]
      : []),
  ]);
  const repository = makeRepository({
    ...Object.fromEntries(files),
    'shared/x': '1',
    '.dockerignore': '**/*.md\n',
  });
  const base = repository.git('rev-parse', 'HEAD');
  repository.write(
    Object.fromEntries(
      names.flatMap((name) => Array.from({ length: 2 }, (_, at) => [`${name}/${at}.md`, 'x'])),
    ),
  );
  repository.write({ 'agents/a0007/main.py': 'x', 'agents/a0008/main.py': 'x' });
  repository.commit();
  const affected = await verdicts(repository, base, names);
  // Odd ones have no ignore file; even ones share the workspace's.
  expect(affected.filter((path) => path !== undefined).length).toBe(1001);
  expect(affected[8]).toBe('agents/a0008/main.py');
});
