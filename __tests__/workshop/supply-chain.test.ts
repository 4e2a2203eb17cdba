import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { licenceText, packagesOf } from '../../scripts/licences.ts';
import { temporaryFolder, writeFiles } from '../support/workspace.ts';

type Lockfile = { readonly packages: Readonly<Record<string, Locked>> };
type Locked = {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

type Manifest = Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;

describe('the lockfile', () => {
  const locked = Object.entries((JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile).packages);
  // A package that is bundled inside another has the other's hash.
  const installed = locked.filter(([path, entry]) => path !== '' && !('inBundle' in entry));

  test('has an integrity hash for every package that is installed here', () => {
    expect(installed.length).toBeGreaterThan(100);
    const without = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(without.filter(([path]) => existsSync(path)).map(([path]) => path)).toEqual([]);
    // Binaries for other machines: a registry may lack them, and `npm ci` wants them listed all the same.
    expect(
      without.filter(([, { optional, os, cpu }]) => !(optional && os && cpu)).map(([path]) => path),
    ).toEqual([]);
  });

  test('lists every optional package, so that `npm ci` finds it in step with package.json', () => {
    const paths = new Set(locked.map(([path]) => path));
    const wanted = locked.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(
      wanted.filter((name) => ![...paths].some((path) => path.endsWith(`node_modules/${name}`))),
    ).toEqual([]);
  });

  test('names no address', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(readFileSync('.npmrc', 'utf8')).toContain('omit-lockfile-registry-resolved=true');
  });
});

test('docs/dependencies.md has one line for each dependency, under its heading', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const [, bundled = '', development = ''] = readFileSync('docs/dependencies.md', 'utf8').split(/^## /m);
  const listed = (text: string) => [...text.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name);
  expect(listed(bundled)).toEqual(Object.keys(manifest.dependencies).sort());
  expect(listed(development)).toEqual(Object.keys(manifest.devDependencies).sort());
});

describe('workflows', () => {
  type Step = {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  };
  type Job = {
    readonly permissions?: unknown;
    readonly 'timeout-minutes'?: number;
    readonly steps: readonly Step[];
  };
  type Workflow = { readonly permissions?: unknown; readonly jobs: Readonly<Record<string, Job>> };
  const folder = '.github/workflows';
  const workflows = readdirSync(folder).map(
    (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
  );

  test.each(workflows)('%s: actions are pinned by commit, with their version beside it', (_name, text) => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, what]) => what);
    const loose = uses.filter(
      (what) => what !== './' && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what ?? ''),
    );
    expect(loose).toEqual([]);
  });

  test.each(workflows)('%s: nothing is permitted but what a job names', (_name, text) => {
    const workflow = parse(text) as Workflow;
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(20);
    }
  });

  test.each(workflows)(
    '%s: a checkout leaves no token behind, no expression is run as a script',
    (_name, text) => {
      const steps = Object.values((parse(text) as Workflow).jobs).flatMap((job) => job.steps);
      for (const step of steps) {
        if (step.uses?.startsWith('actions/checkout@'))
          expect(step.with?.['persist-credentials']).toBe(false);
        expect(step.run ?? '').not.toContain('${{');
      }
    },
  );
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
