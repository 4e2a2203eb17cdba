/** Finding the Dockerfile (docs/context.md, rules 3, 6 and 8). */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { spelledBelow } from './spelling.ts';

/** `prod.Dockerfile`, `Containerfile`, and a misspelt `Dokerfile`; no ignore files. */
const LIKE_DOCKERFILE = /^(?!.*\.dockerignore$)(.*dockerfile.*|.*containerfile.*|[cd]\w*file)$/i;

/**
 * The Dockerfile's absolute path. If `Dockerfile` is absent, `dockerfile` is used. If it is a link, its own name is
 * not resolved: the ignore file is searched beside the given name.
 *
 * @param root the context folder, absolute
 * @param given relative to the root, or absolute
 * @param workspace what the input `context` is relative to, for the hint
 * @throws UserError naming the path, and what was probably meant
 */
export function resolveDockerfile(root: string, given: string, workspace = root): string {
  const path = resolve(root, given);
  if (isFile(path)) {
    const spelled = spelledBelow(workspace, path);
    return join(realpathSync(dirname(spelled)), basename(spelled));
  }
  const lowerCase = join(dirname(path), 'dockerfile');
  if (basename(path) === 'Dockerfile' && isFile(lowerCase)) {
    return join(realpathSync(dirname(path)), 'dockerfile');
  }
  throw new UserError(`There is no Dockerfile at ${path}.`, { hint: hintFor(path, { root, workspace }) });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

type Folders = { readonly root: string; readonly workspace: string };

function hintFor(path: string, folders: Folders): string {
  const { root } = folders;
  if (namesIn(folders.workspace).length === 0)
    return 'Check the repository out first: the workspace is empty. A step with actions/checkout does that.';
  const folder = dirname(path);
  const names = namesIn(folder);
  if (names.includes(basename(path))) {
    return `${basename(path)} is there, but it is not a file: it is a folder or a dangling link.`;
  }
  const shorter = withoutLeading(relative(root, path)).find((one) => isFile(join(root, one)));
  if (shorter !== undefined)
    return `Did you mean \`dockerfile: ${shorter}\`? It is relative to the context folder.`;
  const near = names.filter((name) => LIKE_DOCKERFILE.test(name) && isFile(join(folder, name))).slice(0, 3);
  if (near.length > 0) return `Set the \`dockerfile\` input; that folder has ${near.join(', ')}.`;
  const below = foldersBelow(folders, basename(path));
  if (below.length === 1) return `Did you mean \`context: ${below[0]}\`? There is a Dockerfile in it.`;
  if (below.length > 1)
    return `Set the \`context\` input to the folder that is to be built; these have a Dockerfile: ${below.join(', ')}.`;
  return 'Set the `dockerfile` input to its path, relative to `context`.';
}

/** Empty where the folder does not exist or cannot be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `a/b/Dockerfile` → `b/Dockerfile`, `Dockerfile`: a path relative to the workspace begins with the context. */
function withoutLeading(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(index + 1).join('/'));
}

/** Folders that are searched, and those that are named. */
const MOST_FOLDERS = 500;
const MOST_NAMED = 5;

/** The folders in the context folder with such a file, relative to the workspace. */
function foldersBelow({ root, workspace }: Folders, name: string): readonly string[] {
  return namesIn(root)
    .filter((folder) => !folder.startsWith('.') && folder !== 'node_modules')
    .slice(0, MOST_FOLDERS)
    .filter((folder) => isFile(join(root, folder, name)))
    .slice(0, MOST_NAMED)
    .map((folder) => relative(workspace, join(root, folder)));
}
