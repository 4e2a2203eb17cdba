import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownWorkflows } from './shown-workflows.ts';

/**
 * Writes every workflow of the examples and documents into a folder, for linters that need files: `node
 * lib/scripts/workflow-copies.js FOLDER`. Run from the repository's root. The names say where each comes from, and
 * its lines keep their numbers. The full addresses of actions, for Gitea and Forgejo, are replaced by the short ones
 * that the linters know.
 */
const folder = join(process.argv[2] ?? '.cache/shown-workflows', '.github', 'workflows');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { where, text } of shownWorkflows()) {
  const [file = '', line = '1'] = where.split(':');
  const name = `${file.replaceAll('/', '-').replace(/\.yml$/, '')}${line === '1' ? '' : `-${line}`}.yml`;
  const shortened = text.replaceAll('uses: https://github.com/', 'uses: ');
  writeFileSync(join(folder, name), '\n'.repeat(Number(line) - 1) + shortened);
}
