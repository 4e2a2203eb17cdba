import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readmeWith } from './readme-tables.ts';
import { reliabilityPage } from './reliability.ts';
import { securityWith } from './security-tables.ts';

/**
 * Writes what is generated: README.md's tables of inputs and outputs from action.yml, docs/reliability.md from the
 * tables that its tests run through, docs/security.md's tables of git commands from those that run them. Run from the repository's root.
 * `--check` writes nothing and fails where a file is not what would be written.
 */

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const PAGES: Readonly<Record<string, (before: string) => string>> = {
  'README.md': (before) => readmeWith(before, parse(read('action.yml'))),
  'docs/reliability.md': reliabilityPage,
  'docs/security.md': securityWith,
};

for (const [path, write] of Object.entries(PAGES)) {
  const before = read(path);
  const after = write(before);
  if (after === before) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what its sources make; run \`npm run docs\` and commit it`);
    process.exitCode = 1;
  } else writeFileSync(path, after);
}
