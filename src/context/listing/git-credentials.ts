/** Files of git that hold a credential: they never travel, whatever an ignore file says (docs/security.md). */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Entry } from '../entry.ts';
import { configValues } from './git-config.ts';
import { headOf } from './open-file.ts';

/** Bytes; git's text files are smaller, and what stands further down is not found. */
const READ_BYTES = 1024 * 1024;
/** Files in files of configuration. */
const DEEPEST = 5;

/**
 * A token as actions/checkout writes it, user information in an address (`url.*.insteadOf`, a remote, a store of
 * `credential.helper`), and a helper that prints what it was given.
 */
const CREDENTIAL =
  /^[ \t]*extraheader[ \t]*=[ \t]*\S|https?:\/\/[^/\s@"']+@|^[ \t]*helper[ \t]*=[ \t]*"?!.*password/im;

const IN_GIT = /(?:^|\/)\.git\//;
/** Compressed or binary: no credential is found in them, and most of a repository's bytes are theirs. */
const OBJECTS = /(?:^|\/)\.git\/(?:modules\/.+\/)?(?:objects\/|lfs\/|index$)/;
/** Where actions/checkout 6 keeps its token, included by `.git/config`. */
const CHECKOUT_FILE = /(?:^|\/)git-credentials-[^/]*\.config$/;

/** A test for the entries of one context; the configuration is read with the first entry that needs it. */
export function gitCredentials(root: string): (entry: Entry) => boolean {
  let included: ReadonlySet<string> | undefined;
  return (entry) => {
    if (entry.kind !== 'file' || entry.size === 0) return false;
    included ??= includedFiles(`${root}/.git/config`);
    const suspected =
      (IN_GIT.test(entry.path) && !OBJECTS.test(entry.path)) ||
      CHECKOUT_FILE.test(entry.path) ||
      included.has(entry.source);
    return suspected && CREDENTIAL.test(headOf(entry.source, READ_BYTES));
  };
}

/** What a configuration includes, in turn (git-config(1), Includes), whatever the condition. */
function includedFiles(config: string): ReadonlySet<string> {
  const found = new Set<string>();
  let level = [config];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap((file) => includesOf(file)).filter((file) => !found.has(file));
    for (const file of level) found.add(file);
  }
  return found;
}

function includesOf(config: string): string[] {
  let text: string;
  try {
    text = readFileSync(config, 'utf8').slice(0, READ_BYTES);
  } catch {
    return [];
  }
  return configValues(text, 'path').map((path) =>
    path.startsWith('~/') ? resolve(homedir(), path.slice(2)) : resolve(dirname(config), path),
  );
}
