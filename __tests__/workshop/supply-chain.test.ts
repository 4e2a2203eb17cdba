import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import semver from 'semver';
import { licenceText, packagesOf } from '../../scripts/licences.ts';
import { temporaryFolder, writeFiles } from '../support/workspace.ts';
import { filledIn, inputsOf, stepsOf, workflowOf } from './workflow-texts.ts';

type Lockfile = { readonly packages: Readonly<Record<string, Locked>> };
type Locked = {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

type Manifest = Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>> & {
  readonly engines: { readonly node: string };
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly overrides: Readonly<Record<string, unknown>>;
};

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the lockfile', () => {
  const locked = Object.entries((JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile).packages);
  const packages = locked.filter(([path]) => path !== '');

  /** Every rule here holds for every package, also for the binaries of other machines. */
  test.each<readonly [string, (entry: Locked, path: string) => boolean]>([
    ['has a SHA-512 integrity hash', ({ integrity }) => /^sha512-[\w+/]{86}==$/.test(integrity ?? '')],
    ['has an exact version', ({ version }) => semver.valid(version) !== null],
    ['names no address', ({ resolved }) => resolved === undefined],
    ['is neither a link nor bundled in another', ({ link, inBundle }) => !link && !inBundle],
    ['promises Node 20.20', ({ engines }) => semver.satisfies('20.20.0', engines?.node ?? '*')],
    ['promises Node 22', ({ engines }) => semver.satisfies('22.12.0', engines?.node ?? '*')],
    ['promises Node 24', ({ engines }) => semver.satisfies('24.0.0', engines?.node ?? '*')],
    ['promises npm 10', ({ engines }) => semver.satisfies('10.0.0', engines?.npm ?? '*')],
    ['promises npm 11', ({ engines }) => semver.satisfies('11.0.0', engines?.npm ?? '*')],
    [
      'is denied its install script, if it has one',
      ({ hasInstallScript }, path) => !hasInstallScript || manifest.allowScripts[nameOf(path)] === false,
    ],
  ])('every package %s', (_name, holds) => {
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.filter(([path, entry]) => !holds(entry, path)).map(([path]) => path)).toEqual([]);
  });

  test('lists every optional package, so that `npm ci` finds it in step with package.json', () => {
    const paths = new Set(locked.map(([path]) => path));
    const wanted = locked.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(
      wanted.filter((name) => ![...paths].some((path) => path.endsWith(`node_modules/${name}`))),
    ).toEqual([]);
  });

  test('belongs to this package.json', () => {
    const root = locked.find(([path]) => path === '')?.[1];
    expect(root).toMatchObject({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      engines: manifest.engines,
    });
  });
});

describe('package.json', () => {
  const scripted = Object.entries(
    (JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile).packages,
  ).filter(([, { hasInstallScript }]) => hasInstallScript);

  test('allows no install script, and denies none that is not there', () => {
    expect(Object.values(manifest.allowScripts)).not.toContain(true);
    expect(Object.keys(manifest.allowScripts).sort()).toEqual(scripted.map(([path]) => nameOf(path)).sort());
  });

  test('says the same on Node as README.md and CONTRIBUTING.md', () => {
    const floor = semver.minVersion(manifest.engines.node);
    const statement = `Node ${floor?.major}.${floor?.minor} or newer`;
    expect(readFileSync('README.md', 'utf8')).toContain(statement);
    expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(statement);
  });

  test('every override has its reason in docs/dependencies.md', () => {
    const [, reasons = ''] = readFileSync('docs/dependencies.md', 'utf8').split(/^## Overrides$/m);
    const explained = [...reasons.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name);
    expect(explained).toEqual(Object.keys(manifest.overrides).sort());
  });
});

test.each([
  ['no install script runs, whatever npm thinks of `allowScripts`', 'ignore-scripts=true'],
  ['the lockfile names no address', 'omit-lockfile-registry-resolved=true'],
])('.npmrc: %s', (_name, line) => {
  expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain(line);
});

test('`npm ci` has nothing to say about this Node, engines or scripts', () => {
  const folder = temporaryFolder('install');
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(file, join(folder, file));
  const { status, stdout, stderr } = spawnSync('npm', ['ci', '--engine-strict', '--dry-run'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 120_000,
    env: { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^added \d+ packages/m);
  expect(stdout).not.toMatch(/warn/i);
});

test('docs/dependencies.md has one line for each dependency, under its heading', () => {
  const [, bundled = '', development = ''] = readFileSync('docs/dependencies.md', 'utf8').split(/^## /m);
  const listed = (text: string) => [...text.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name);
  expect(listed(bundled)).toEqual(Object.keys(manifest.dependencies).sort());
  expect(listed(development)).toEqual(Object.keys(manifest.devDependencies).sort());
});

describe('workflows', () => {
  const folder = '.github/workflows';
  const workflows = readdirSync(folder).map(
    (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
  );

  test.each(workflows)('%s: actions are pinned by commit, with their version beside it', (_name, text) => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, what]) => what);
    const loose = uses.filter(
      (what) => what !== './' && !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what ?? ''),
    );
    expect(loose).toEqual([]);
  });

  test.each(workflows)('%s: nothing is permitted but what a job names', (_name, text) => {
    const workflow = workflowOf({ where: 'workflow', text });
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(20);
    }
  });

  test.each(workflows)(
    '%s: a checkout leaves no token behind, no expression is run as a script',
    (_name, text) => {
      const steps = stepsOf({ where: 'workflow', text });
      for (const step of steps) {
        if (step.uses?.startsWith('actions/checkout@'))
          expect(inputsOf(step)['persist-credentials']).toBe(false);
        expect(step.run ?? '').not.toContain('${{');
      }
    },
  );

  test.each(workflows)('%s: a job that may write installs no package', (_name, text) => {
    const { jobs } = workflowOf({ where: 'workflow', text });
    const writing = Object.values(jobs).filter(({ permissions = {} }) =>
      Object.entries(permissions).some(([to, what]) => what === 'write' && to !== 'security-events'),
    );
    const commands = writing.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(commands.filter((run) => /npm|npx|pip|go install|apt/.test(run))).toEqual([]);
  });

  test.each(workflows)('%s: only runs of pull requests are cancelled by newer ones', (_name, text) => {
    const { on, concurrency } = workflowOf({ where: 'workflow', text });
    const cancels = (event_name: string) =>
      filledIn(String(concurrency?.['cancel-in-progress']), { github: { event_name } });
    expect(concurrency?.group).toEqual(expect.any(String));
    expect(cancels('pull_request')).toBe(String('pull_request' in on));
    for (const event of ['push', 'schedule', 'release']) expect(cancels(event)).toBe('false');
    expect(text).not.toContain('needs.*');
  });

  test.each([
    ['CodeQL', 'codeql.yml', /github\/codeql-action\/analyze@/],
    ['actionlint and zizmor', 'ci.yml', /run: \.ci\/lint-workflows$/m],
    [
      'the attestation of dist/',
      'release.yml',
      /attest-build-provenance@[^\n]*\n\s+with:\n\s+subject-path: dist\/\*$/m,
    ],
    ['the guard of the moving tags', 'release.yml', /node scripts\/release-tags\.ts "\$TAG"$/m],
    ['the notes from CHANGELOG.md', 'release.yml', /node scripts\/release-notes\.ts /],
  ])('%s is part of %s', (_what, name, pattern) => {
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(pattern);
  });

  test('what a release runs without installing imports nothing but Node', () => {
    for (const script of ['scripts/release-tags.ts', 'scripts/release-notes.ts']) {
      const imports = [...readFileSync(script, 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from);
      expect(imports.filter((from) => !from?.startsWith('node:'))).toEqual([]);
    }
  });
});

describe('.ci', () => {
  test('zizmor is taken by its hashes, at one version', () => {
    const text = readFileSync('.ci/requirements-zizmor.txt', 'utf8');
    expect(text).toMatch(/^zizmor==\d+\.\d+\.\d+ \\$/m);
    expect([...text.matchAll(/--hash=sha256:[0-9a-f]{64}/g)].length).toBeGreaterThan(3);
  });

  test('every check of the workflows is part of .ci/run', () => {
    const run = readFileSync('.ci/run', 'utf8');
    expect(run).toContain('.ci/lint-workflows');
    expect(run).toContain('npm ci --engine-strict');
  });
});

describe('licences of the bundle', () => {
  const withPackage = (about: object) => {
    const folder = temporaryFolder('licences');
    writeFiles(folder, {
      'node_modules/@scope/found/package.json': JSON.stringify({
        name: '@scope/found',
        version: '1.2.3',
        ...about,
      }),
      'node_modules/@scope/found/LICENSE.md': 'Do as you like.\r\n',
      'node_modules/@scope/found/lib/index.js': '',
      'src/own.js': '',
    });
    return ['node_modules/@scope/found/lib/index.js', 'src/own.js'].map((file) => join(folder, file));
  };

  test('each package once, with its texts', () => {
    const files = withPackage({ license: '(MIT AND Zlib)' });
    const packages = packagesOf([...files, ...files]);
    expect(packages).toEqual([
      { name: '@scope/found', version: '1.2.3', licence: '(MIT AND Zlib)', texts: ['Do as you like.'] },
    ]);
    expect(licenceText(packages)).toContain(
      '@scope/found 1.2.3\nLicence: (MIT AND Zlib)\n\nDo as you like.\n',
    );
  });

  test.each([
    ['one that nobody accepted', { license: 'GPL-3.0-only' }],
    ['an expression with one of them', { license: 'MIT OR GPL-3.0-only' }],
    ['none at all', {}],
    ['the old form', { license: { type: 'MIT' } }],
  ])('%s stops the bundle', (_name, about) => {
    expect(() => packagesOf(withPackage(about))).toThrow(/@scope\/found@1\.2\.3/);
  });
});
