/** Finding the folders that globs name. */
import { readdirSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { asOnDisk } from '../../context/listing/listing.ts';
import { withSlashes } from '../../path-inside.ts';

/** The result of one line of globs. */
export type GlobMatch = {
  readonly glob: string;
  /** Relative to the workspace, `/`-separated, `.` for the workspace itself; sorted by bytes. */
  readonly folders: readonly string[];
};

/** Never searched: folders of a package manager are not agents. */
const NEVER = ['**/node_modules', '**/.git'];

/**
 * The folders that each glob matches; a line that begins with `!` excludes folders, and those below them, from all
 * globs. Links to folders are not followed: their targets can be named themselves.
 */
export async function matchFolders(workspace: string, lines: readonly string[]): Promise<GlobMatch[]> {
  const negated = lines.filter((line) => line.startsWith('!')).map((line) => cleaned(line.slice(1)));
  const ignore = [...NEVER, ...negated.flatMap((pattern) => [pattern, `${pattern}/**`])];
  const matches: GlobMatch[] = [];
  for (const line of lines) {
    if (line.startsWith('!')) continue;
    const pattern = cleaned(line);
    matches.push({ glob: line, folders: await foldersOf(workspace, pattern, ignore) });
  }
  return matches;
}

async function foldersOf(workspace: string, pattern: string, ignore: string[]): Promise<string[]> {
  if (pattern === '.') return ['.'];
  if (isOutside(pattern)) return [];
  const found = await glob(pattern, {
    cwd: workspace,
    ignore,
    onlyDirectories: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  // The disk's spelling: where a glob begins in another case, one folder would be two agents, and git would know neither.
  const folders = found.map(cleaned).filter((path) => path !== '.' && !isOutside(path));
  return [...new Set(folders.map((path) => asOnDisk(workspace, path)))];
}

/** Without a leading `./` and a trailing `/`, which people may write. */
function cleaned(pattern: string): string {
  const path = posix.normalize(withSlashes(pattern.trim())).replace(/(?<=.)\/+$/, '');
  return path === '' ? '.' : path;
}

function isOutside(path: string): boolean {
  return posix.isAbsolute(path) || path === '..' || path.startsWith('../');
}

/** How much of a glob's part before the first wildcard exists. */
type Nearest = {
  /** The deepest folder that exists. */
  readonly folder: string;
  /** The first part that does not exist; absent where only the wildcards matched nothing. */
  readonly missing?: string;
  /** What is there instead. */
  readonly siblings: readonly string[];
};

/** How much of a glob that matches nothing exists. */
export function nearestFolder(workspace: string, line: string): Nearest {
  const path = cleaned(line);
  const parts = isOutside(path) ? [] : path.split('/');
  const wildcard = parts.findIndex((part) => isDynamicPattern(part));
  let folder = '.';
  for (const part of wildcard < 0 ? parts : parts.slice(0, wildcard)) {
    const next = posix.join(folder, part);
    if (!isFolder(posix.join(workspace, next))) {
      return { folder, missing: part, siblings: subfolders(posix.join(workspace, folder)) };
    }
    folder = next;
  }
  return { folder, siblings: subfolders(posix.join(workspace, folder)) };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function subfolders(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory() && entry.name !== '.git').map(({ name }) => name);
  } catch {
    return [];
  }
}
