import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readmeWith } from './readme-tables.ts';

/**
 * Writes README.md's tables of inputs and outputs from action.yml; run from the repository's root.
 * `--check` writes nothing and fails where the tables are not what would be written.
 */

const README = 'README.md';
const before = readFileSync(README, 'utf8');
const after = readmeWith(before, parse(readFileSync('action.yml', 'utf8')));

if (!process.argv.includes('--check')) {
  if (after !== before) writeFileSync(README, after);
} else if (after !== before) {
  console.error(`${README}: its tables are not those of action.yml; run \`npm run docs\` and commit it`);
  process.exitCode = 1;
}
