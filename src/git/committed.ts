import { dirname } from 'node:path/posix';
import { git } from './command.ts';
import { repositoryOf } from './repository.ts';

/** Arguments of one command: systems limit their length. */
const AT_ONCE = 1_000;

/**
 * Those of the paths that the commit that is checked out has, or that are in one of its submodules. Never throws.
 * @param top the repository's folder
 * @param paths relative to it, `/` between names
 */
export async function committedPaths(top: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const repository = repositoryOf(top, top);
  if (!repository) return new Set();
  const asked = [...new Set(paths.flatMap(withFoldersAbove))];
  const modes = new Map<string, string>();
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const list = await git(repository, 'tree', 'HEAD', '--', ...asked.slice(at, at + AT_ONCE));
    for (const [mode, path] of entriesOf(list)) modes.set(path, mode);
  }
  const has = (path: string) =>
    path === '.' || modes.has(path) || withFoldersAbove(path).some((above) => modes.get(above) === '160000');
  return new Set(paths.filter(has));
}

/** `a/b/c`, `a/b`, `a`. */
function withFoldersAbove(path: string): readonly string[] {
  const paths: string[] = [];
  for (let one = path; one !== '.' && one !== '/'; one = dirname(one)) paths.push(one);
  return paths;
}

/** `MODE TYPE ID`, tab, path, NUL. */
function entriesOf(list = ''): readonly (readonly [mode: string, path: string])[] {
  return list.split('\0').flatMap((entry) => {
    const [, mode = '', path = ''] = /^(\d+) \w+ [0-9a-f]+\t(.*)$/s.exec(entry) ?? [];
    return path === '' ? [] : [[mode, path] as const];
  });
}
