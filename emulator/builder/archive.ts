import { mkdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { extract, list, type ReadEntry } from 'tar';

/** An archive that a careful cloud refuses; the message says which entry and why. */
export class ArchiveError extends Error {}

/** What an archive holds, by path as stored. */
type ArchiveEntry = { readonly path: string; readonly type: string; readonly size: number };

const TAKEN = new Set(['File', 'OldFile', 'ContiguousFile', 'Directory', 'SymbolicLink', 'Link']);

/**
 * Reads the whole archive without writing anything. It must be gzip and contain `dockerfile`; no entry may be outside
 * it or be reached through a link.
 * @throws {ArchiveError}
 */
export async function inspectArchive(path: string, dockerfile: string): Promise<readonly ArchiveEntry[]> {
  const entries: (ArchiveEntry & { readonly link: string })[] = [];
  try {
    await list({
      file: path,
      strict: true,
      onReadEntry: (entry: ReadEntry) => {
        const { type, size } = entry;
        entries.push({ path: entry.path, type, size, link: entry.linkpath ?? '' });
      },
    });
  } catch (cause) {
    throw new ArchiveError('context_archive is not a gzip-compressed tar archive', { cause });
  }
  if (entries.length === 0) throw new ArchiveError('context_archive holds no files');
  const links = new Set(
    entries.filter((entry) => entry.type === 'SymbolicLink').map((entry) => clean(entry.path)),
  );
  const files = new Set(
    entries.filter((entry) => entry.type !== 'Directory').map((entry) => clean(entry.path)),
  );
  for (const entry of entries) checkEntry(entry, links, files);
  if (!files.has(clean(dockerfile)))
    throw new ArchiveError(`no ${dockerfile} at the root of context_archive`);
  return entries.map((entry) => ({ path: entry.path, type: entry.type, size: entry.size }));
}

/** Unpacks a checked archive. Link targets stay as stored: the builder never leaves its own root. */
export async function unpackArchive(path: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await extract({ file: path, cwd: folder, strict: true, preservePaths: true, preserveOwner: false });
}

function checkEntry(
  entry: { readonly path: string; readonly type: string; readonly link: string },
  links: ReadonlySet<string>,
  files: ReadonlySet<string>,
): void {
  const shown = JSON.stringify(entry.path);
  if (!TAKEN.has(entry.type)) throw new ArchiveError(`entry ${shown} is a ${entry.type}`);
  if (leaves(entry.path)) throw new ArchiveError(`entry ${shown} is outside the archive`);
  for (let up = posix.dirname(clean(entry.path)); up !== '.'; up = posix.dirname(up)) {
    if (links.has(up)) throw new ArchiveError(`entry ${shown} is reached through a link`);
  }
  if (entry.type !== 'Link') return;
  if (leaves(entry.link) || !files.has(clean(entry.link)) || links.has(clean(entry.link))) {
    throw new ArchiveError(`entry ${shown} is a hard link to something that is no file of the archive`);
  }
}

function leaves(path: string): boolean {
  return path.startsWith('/') || path.split('/').includes('..');
}

function clean(path: string): string {
  return posix.normalize(path).replace(/\/$/, '');
}
