/** Finding the Dockerfile (docs/context.md, rules 3, 6 and 8). */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';

/** `prod.Dockerfile`, `Containerfile`, and a misspelt `Dokerfile`; no ignore files. */
const LIKE_DOCKERFILE = /^(?!.*\.dockerignore$)(.*dockerfile.*|.*containerfile.*|[cd]\w*file)$/i;

/**
 * The Dockerfile's absolute path. Where `Dockerfile` is absent, `dockerfile` will do. Its own name is not
 * resolved if it is a link: the ignore file is looked for beside the name that was given.
 *
 * @param root the context folder, absolute
 * @param given relative to the root, or absolute
 * @throws UserError naming the path looked at, and a near name in that folder
 */
export function resolveDockerfile(root: string, given: string): string {
  const path = resolve(root, given);
  if (isFile(path)) return join(realpathSync(dirname(path)), basename(path));
  const lowerCase = join(dirname(path), 'dockerfile');
  if (basename(path) === 'Dockerfile' && isFile(lowerCase)) {
    return join(realpathSync(dirname(path)), 'dockerfile');
  }
  throw new UserError(`There is no Dockerfile at ${path}.`, { hint: hintFor(path) });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function hintFor(path: string): string {
  const folder = dirname(path);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return `The folder ${folder} does not exist or cannot be read. Was the repository checked out?`;
  }
  if (names.includes(basename(path))) {
    return `${basename(path)} is there, but it is not a file: it is a folder or a dangling link.`;
  }
  const near = names.filter((name) => LIKE_DOCKERFILE.test(name) && isFile(join(folder, name))).slice(0, 3);
  if (near.length === 0) return 'Set the `dockerfile` input to its path, relative to `context`.';
  return `Set the \`dockerfile\` input; that folder has ${near.join(', ')}.`;
}
