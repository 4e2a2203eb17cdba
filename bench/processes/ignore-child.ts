/**
 * Only the ignore rules: `node ignore-child.js <patterns> <paths>` prints how many paths are excluded and the
 * milliseconds.
 */
import { readFileSync } from 'node:fs';
import { excludedBy, type Matched, readIgnoreRules } from '../../src/context/ignore/ignore.ts';

const [patterns = '', list = ''] = process.argv.slice(2);
const paths = readFileSync(list, 'utf8').trim().split('\n');
const content = readFileSync(patterns);

const began = performance.now();
const rules = await readIgnoreRules(content, patterns);
const none: Matched = new Uint8Array(rules.patterns.length);
const folders = new Map<string, Matched>();
let excluded = 0;
for (const path of paths) if (excludedBy(rules, path, matchedAbove(path)) >= 0) excluded += 1;
process.stdout.write(`${excluded} ${performance.now() - began}\n`);

/** What matched the folder of a path; each folder is checked once, as in a walk. */
function matchedAbove(path: string): Matched {
  const end = path.lastIndexOf('/');
  if (end < 0) return none;
  const folder = path.slice(0, end);
  const known = folders.get(folder);
  if (known !== undefined) return known;
  const own: Matched = new Uint8Array(rules.patterns.length);
  excludedBy(rules, folder, matchedAbove(folder), own);
  folders.set(folder, own);
  return own;
}
