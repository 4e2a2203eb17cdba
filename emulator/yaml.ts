import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from './root.ts';

/**
 * Reads a YAML document and caches it as JSON below `.cache`, by its content: parsing the contracts takes 0.4 s, most
 * of the emulator's start, and tests start hundreds of them.
 * @param folder for the JSON; created if it is missing. If it cannot be written, only time is lost
 * @throws {Error} if the file cannot be read or is not YAML
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

/** Written elsewhere and renamed, because many processes may do so at once. */
function keep(document: unknown, path: string, folder: string): unknown {
  const partial = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(partial, JSON.stringify(document));
    renameSync(partial, path);
  } catch {
    // The next start parses it again.
  }
  return document;
}
