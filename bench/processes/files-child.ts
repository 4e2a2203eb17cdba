/** Only reads one file of the repository: `node files-child.js <kind> <file>` prints the milliseconds. */
import { readFileSync } from 'node:fs';
import { readIgnoreRules } from '../../src/context/ignore/ignore.ts';
import { collectFaults } from '../../src/settings/faults.ts';
import { readProjectFile } from '../../src/settings/project-files/project-files.ts';

const [kind = '', path = ''] = process.argv.slice(2);
const content = readFileSync(path);
const source = { path, name: path, text: content.toString() };
// The modules that the first file of a kind loads are not measured.
await read('');
const began = performance.now();
await read(source.text);
process.stdout.write(`${performance.now() - began}\n`);

async function read(text: string): Promise<void> {
  if (kind === 'ignore') await readIgnoreRules(Buffer.from(text), path);
  else if (kind === 'manifest.yaml' || kind === 'pcc-deploy.toml')
    await readProjectFile({ ...source, text }, kind, collectFaults());
}
