import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from './root.ts';

/**
 * Reads a YAML document. It is kept as JSON below `.cache`, by its content: parsing the contracts takes 0.4 s, which is most of
 * what a start of the emulator takes, and tests start hundreds.
 * @param folder where the JSON is kept; made where it is missing. A folder that cannot be written to costs time alone
 * @throws {Error} where the file cannot be read or is not YAML
 */
export function readYaml(path: string, folder = join(repositoryRoot(), '.cache', 'yaml')): unknown {
  const text = readFileSync(path, 'utf8');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
  const kept = join(folder, `${basename(path)}-${digest}.json`);
  return readJson(kept) ?? keep(parse(text), kept, folder);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Moved into its place as a whole, as many processes may do so at once. */
function keep(document: unknown, path: string, folder: string): unknown {
  const partial = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(partial, JSON.stringify(document));
    renameSync(partial, path);
  } catch {
    // It is parsed again the next time.
  }
  return document;
}
