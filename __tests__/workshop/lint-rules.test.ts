import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../support/bundle.ts';
import { temporaryFolder, writeFiles } from '../support/workspace.ts';

const RESTRICTED = 'lint/style/noRestrictedImports';

/** A file with one import in it, whether that is allowed, and why (docs/architecture.md, who may import whom). */
const IMPORTS: readonly [file: string, imported: string, allowed: boolean][] = [
  ['src/main.ts', './modes/run.ts', true],
  ['src/main.ts', '@actions/core', false],
  ['src/errors.ts', './wait.ts', false],
  ['src/clip.ts', './errors.ts', false],
  ['src/omit-undefined.ts', './errors.ts', false],
  ['src/secret-forms.ts', './errors.ts', false],
  ['src/path-inside.ts', './errors.ts', false],
  ['src/git/repository.ts', '../path-inside.ts', true],
  ['src/settings/connection/read.ts', '../../clouds/safe-address.ts', true],
  ['src/settings/inputs.ts', './connection/connection.ts', true],
  ['src/settings/inputs.ts', './connection/read.ts', false],
  ['src/settings/inputs.ts', './image/given-image.ts', true],
  ['src/settings/discovery/discovery.ts', '../workspace/workspace.ts', true],
  ['src/settings/discovery/discovery.ts', '../workspace/paths.ts', false],
  ['src/settings/discovery/discovery.ts', '../reader.ts', true],
  ['src/modes/cleanup/due.ts', '../../settings/deploy/deploy.ts', true],
  ['src/modes/cleanup/due.ts', '../../settings/deploy/label.ts', false],
  ['src/report/summary.ts', './failure/blocks.ts', true],
  ['src/report/summary.ts', './failure/reason.ts', false],
  ['src/modes/agents/results.ts', '../../report/failure/reason.ts', false],
  ['src/context/listing/tree.ts', './checkout/checkout.ts', true],
  ['src/context/listing/tree.ts', './checkout/missing.ts', false],
  ['src/context/listing/checkout/missing.ts', '../open-file.ts', true],
  ['src/context/listing/checkout/missing.ts', '../../ignore/ignore.ts', false],
  ['src/context/listing/checkout/missing.ts', '../../entry.ts', true],
  ['scripts/security-tables.ts', '../src/git/commands.ts', true],
  ['scripts/docs.ts', '../src/git/commands.ts', false],
  ['src/secret-forms.ts', 'node:buffer', true],
  ['src/host/console/masks.ts', '../secret-forms.ts', true],
  ['src/clouds/http/redact.ts', '../../secret-forms.ts', true],
  ['src/wait.ts', './errors.ts', true],
  ['src/wait.ts', 'p-retry', true],
  ['src/wait.ts', './host/console/console.ts', false],
  ['src/modes/run.ts', '../follow/build.ts', true],
  ['src/modes/run.ts', '../clouds/index.ts', true],
  ['src/modes/run.ts', '@actions/core', false],
  ['src/modes/plan/base.ts', '../../git/git.ts', true],
  ['src/modes/plan/base.ts', 'tinyglobby', false],
  ['src/modes/plan/base.ts', '../../../emulator/index.ts', false],
  ['src/modes/plan/base.ts', '../run.ts', true],
  ['src/modes/plan/base.ts', '../step/agent-step.ts', true],
  ['src/modes/plan/base.ts', '../../clip.ts', true],
  ['src/modes/plan/base.ts', '../../proxy.ts', false],
  ['src/modes/plan/agent-folders.ts', '../../wait.ts', true],
  ['src/modes/plan/agent-folders.ts', '../../connections.ts', false],
  ['src/modes/run.ts', '../proxy.ts', false],
  ['src/modes/run.ts', '../../emulator/index.ts', false],
  ['src/settings/inputs.ts', '@actions/core', false],
  ['src/settings/inputs.ts', '../clouds/traits.ts', true],
  ['src/settings/inputs.ts', '../clouds/sgp.ts', false],
  ['src/settings/inputs.ts', '../host/console/console.ts', false],
  ['src/host/console/console.ts', '@actions/core', false],
  ['src/host/forge/forge.ts', '@actions/github', true],
  ['src/host/event/trigger.ts', '@actions/github', false],
  ['src/host/host.ts', '../report/outputs.ts', false],
  ['src/context/archive/tar-header.ts', 'tar/header', true],
  ['src/context/archive/archive.ts', 'tar', false],
  ['src/modes/plan/agent-folders.ts', 'tinyglobby', true],
  ['src/context/listing/tree.ts', 'tinyglobby', false],
  ['src/context/ignore/go-regexp.ts', 're2js', true],
  ['src/context/ignore/pattern.ts', 're2js', false],
  ['src/context/listing/tree.ts', '../../settings/inputs.ts', false],
  ['src/context/listing/tree.ts', '../ignore/ignore.ts', true],
  ['src/context/listing/tree.ts', '../ignore/rules.ts', false],
  ['src/context/archive/archive.ts', '../hash/digests.ts', false],
  ['src/modes/build/pack.ts', '../../context/listing/listing.ts', true],
  ['src/modes/build/pack.ts', '../../context/listing/tree.ts', false],
  ['src/modes/run.ts', '../follow/log/sse.ts', false],
  ['src/follow/build.ts', './log/log.ts', true],
  ['src/follow/build.ts', './log/stream.ts', false],
  ['src/follow/log/stream.ts', '../steps/step-book.ts', false],
  ['src/git/git.ts', '../context/entry.ts', false],
  ['src/deadline.ts', './wait.ts', true],
  ['src/deadline.ts', 'p-retry', false],
  ['src/context/listing/tree.ts', 'node:fs/promises', true],
  ['src/context/listing/tree.ts', 'fs', false],
  ['src/connections.ts', 'undici', true],
  ['src/clouds/http.ts', 'undici', false],
  ['src/clouds/http.ts', '../connections.ts', true],
  ['src/clouds/sgp/form.ts', '../../connections.ts', false],
  ['src/host/forge/forge.ts', '../../connections.ts', true],
  ['src/host/cache/build-cache.ts', '../../proxy.ts', true],
  ['src/host/cache/build-cache.ts', '../../connections.ts', false],
  ['src/proxy.ts', './errors.ts', true],
  ['src/public-address.ts', './errors.ts', false],
  ['src/follow/preview-check.ts', '../connections.ts', true],
  ['src/follow/log/stream.ts', '../../connections.ts', false],
  ['src/proxy.ts', 'undici', false],
  ['src/network-fault.ts', './errors.ts', false],
  ['src/clouds/sgp.ts', 'undici', false],
  ['src/clouds/sgp.ts', './http.ts', true],
  ['src/clouds/sgp.ts', '../follow/log/sse.ts', false],
  ['src/follow/log/sse.ts', 'eventsource-parser', true],
  ['src/follow/log/log.ts', 'eventsource-parser', false],
  ['src/follow/build.ts', '../clouds/cloud.ts', true],
  ['src/follow/build.ts', '../clouds/traits.ts', false],
  ['src/follow/build.ts', '../clouds/index.ts', false],
  ['src/follow/steps/steps.ts', '../../report/result.ts', true],
  ['src/follow/steps/steps.ts', '../../report/summary.ts', false],
  ['src/report/outputs.ts', '@actions/core', true],
  ['src/report/summary.ts', '@actions/core', false],
  ['src/report/comment/comment.ts', '@actions/github', false],
  ['src/report/summary.ts', '../clouds/cloud.ts', true],
  ['src/report/summary.ts', '../host/console/console.ts', false],
  ['src/report/summary.ts', 'left-pad', false],
  ['emulator/index.ts', '../src/errors.ts', false],
  ['emulator/runner/step.ts', '../../src/errors.ts', false],
  ['scripts/bundle.ts', '../src/errors.ts', false],
  ['bench/pack.ts', '../src/context/archive/archive.ts', true],
  ['src/context/listing/tree.ts', '../../../bench/pack.ts', false],
];

/** Biome's findings for these files under the project's own configuration, as `<file> <rule>`. */
function lint(files: Readonly<Record<string, string>>): string[] {
  const folder = temporaryFolder('lint');
  writeFiles(folder, files);
  for (const name of ['biome.json', '.gitignore']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(biome, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  const report = JSON.parse(stdout) as {
    diagnostics: readonly {
      category: string;
      severity: string;
      location: { path: string | { file: string } };
    }[];
  };
  return report.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ category, location }) => {
      const path = typeof location.path === 'string' ? location.path : location.path.file;
      return `${path.replace(`${folder}/`, '')} ${category}`;
    });
}

test('every import rule bites, and none bites what is allowed', () => {
  const ways = [
    (from: string) => `import '${from}';\n`,
    (from: string) => `export * from '${from}';\n`,
    (from: string) => `export type T = import('${from}').T;\nexport const load = () => import('${from}');\n`,
  ];
  const verdicts = ways.map((write) => {
    const wrong: string[] = [];
    for (const batch of batches()) {
      const files = Object.fromEntries(batch.map(([file, imported]) => [file, write(imported)]));
      const found = new Set(lint(files));
      for (const [file, imported, allowed] of batch) {
        if (found.has(`${file} ${RESTRICTED}`) === allowed)
          wrong.push(`${file} imports ${imported}: ${!allowed}`);
      }
    }
    return wrong;
  });
  expect(verdicts).toEqual([[], [], []]);
});

/** The cases in as few runs of the linter as files with several cases allow. */
function batches(): (typeof IMPORTS)[number][][] {
  const batches: (typeof IMPORTS)[number][][] = [];
  for (const one of IMPORTS) {
    const free = batches.find((batch) => batch.every(([file]) => file !== one[0]));
    if (free) free.push(one);
    else batches.push([one]);
  }
  return batches;
}

test('cycles, default exports, long files and long functions are refused', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => `  console.log(${at});\n`).join('');
  const found = lint({
    'src/context/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
    'src/context/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    'src/context/c.ts': 'export default 1;\n',
    'src/context/d.ts': `export function d() {\n${lines(42)}}\n`,
    'src/context/e.ts': Array.from({ length: 201 }, (_, at) => `export const x${at} = 1;\n`).join(''),
    'src/context/f.ts': "import { a } from './a';\nexport const f = a;\n",
    'src/context/g.ts': `export function g() {\n${lines(35)}}\n`,
    'src/context/h.ts': "import type { I } from './i.ts';\nexport type H = I | 1;\n",
    'src/context/i.ts': "import type { H } from './h.ts';\nexport type I = H | 2;\n",
  });
  expect(new Set(found)).toEqual(
    new Set([
      'src/context/a.ts lint/suspicious/noImportCycles',
      'src/context/b.ts lint/suspicious/noImportCycles',
      'src/context/c.ts lint/style/noDefaultExport',
      'src/context/d.ts lint/complexity/noExcessiveLinesPerFunction',
      'src/context/e.ts lint/style/noExcessiveLinesPerFile',
      'src/context/f.ts lint/correctness/useImportExtensions',
      'src/context/f.ts lint/style/noRestrictedImports',
      'src/context/h.ts lint/suspicious/noImportCycles',
      'src/context/i.ts lint/suspicious/noImportCycles',
    ]),
  );
});
