import { createHash } from 'node:crypto';
import { createReadStream, existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { git } from './command.ts';
import { commonFolder, type Repository } from './repository.ts';

/** At most so many differing files are compared with their Git LFS pointers; more count as a change. */
const MOST_POINTERS = 200;
/** Bytes: the specification of Git LFS keeps pointers below 1024. */
const POINTER_BYTES = 1024;
const SUBMODULES_AT_ONCE = 8;

/**
 * Whether files of `folder` differ from the commit, untracked files and the content of submodules included.
 * @param folder relative to the repository, `/` between names; `.` is the whole repository
 * @returns `undefined` where git cannot say
 */
export async function isDirty(repository: Repository, folder: string): Promise<boolean | undefined> {
  const [status, submodules] = await Promise.all([
    git(repository, 'status', folder),
    submodulesOf(repository, folder),
  ]);
  if (status === undefined) return undefined;
  if (status !== '' && !(await isLfsContent(repository, status))) return true;
  for (let at = 0; at < submodules.length; at += SUBMODULES_AT_ONCE) {
    const some = submodules.slice(at, at + SUBMODULES_AT_ONCE);
    const answers = await Promise.all(some.map((submodule) => isDirty(submodule, '.')));
    if (answers.includes(true)) return true;
    if (answers.includes(undefined)) return undefined;
  }
  return false;
}

/**
 * The submodules that are checked out. Each is checked by a command of its own, since git would run commands of their
 * configuration.
 */
async function submodulesOf(repository: Repository, folder: string): Promise<readonly Repository[]> {
  const { top, workspace } = repository;
  if (!existsSync(join(top, '.gitmodules')) && !hasModules(repository)) return [];
  return entriesOf(await git(repository, 'index', folder))
    .filter(({ mode }) => mode === '160000')
    .map(({ path }) => ({ top: join(top, path), workspace }))
    .filter(({ top }) => isFolder(top) && existsSync(join(top, '.git')));
}

function hasModules(repository: Repository): boolean {
  try {
    return existsSync(join(commonFolder(repository), 'modules'));
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

type IndexEntry = { readonly mode: string; readonly id: string; readonly path: string };

/** `MODE ID STAGE`, tab, path, NUL. */
function entriesOf(list = ''): readonly IndexEntry[] {
  return list.split('\0').flatMap((entry) => {
    const [, mode = '', id = '', path = ''] = /^(\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(entry) ?? [];
    return path === '' ? [] : [{ mode, id, path }];
  });
}

/**
 * Whether all differing files are unchanged Git LFS files. Without the LFS filter, which is a command of the
 * configuration, git compares the content of such a file with its pointer, e.g. in a copied checkout.
 */
async function isLfsContent(repository: Repository, status: string): Promise<boolean> {
  const lines = status.split('\0').filter((line) => line !== '');
  if (lines.length > MOST_POINTERS || lines.some((line) => !line.startsWith(' M '))) return false;
  for (const line of lines) {
    const path = line.slice(3);
    const [entry] = entriesOf(await git(repository, 'index', path));
    const pointer = entry && (await git(repository, 'blob', entry.id));
    if (!pointer || !(await isContentOf(pointer, join(repository.top, path)))) return false;
  }
  return true;
}

async function isContentOf(pointer: string, file: string): Promise<boolean> {
  if (pointer.length > POINTER_BYTES || !pointer.startsWith('version https://git-lfs.github.com/spec/'))
    return false;
  const [, digest] = /^oid sha256:([0-9a-f]{64})$/m.exec(pointer) ?? [];
  const [, size] = /^size (\d+)$/m.exec(pointer) ?? [];
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== Number(size)) return false;
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    return false;
  }
  return hash.digest('hex') === digest;
}
