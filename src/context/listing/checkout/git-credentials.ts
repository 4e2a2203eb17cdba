/** Files of git that hold a credential: they are never sent, also if an ignore file includes them (docs/security.md). */
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import type { Entry, TreeRequest } from '../../entry.ts';
import { pathInside } from '../path-inside.ts';
import { textOfFile } from './bounded-text.ts';
import { foldersUpwards } from './folders-upwards.ts';
import { type GitSetting, readGitConfig } from './git-config.ts';

/** Bytes; a larger configuration is not read and counts as one with a credential. */
const LARGEST_CONFIG = 1024 * 1024;
/** Bytes, the same for git's other text files: logs and lists of references. */
const LARGEST_TEXT = 64 * 1024 * 1024;
/** The depth of includes that is followed. */
const DEEPEST = 5;

/** A token as actions/checkout writes it, in any file of git, and user information in an address. */
const CREDENTIAL =
  /^[ \t]*extraheader[ \t]*=[ \t]*\S|https?:\/\/[^/\s@"']+@|:\/\/[^/\s@"':]*:[^/\s@"']+@|^[ \t]*helper[ \t]*=[ \t]*"?!.*password/im;
const USER_INFORMATION = /https?:\/\/[^/?#]+@|:\/\/[^/?#:]*:[^/?#]+@/i;
/** `http.extraHeader`, `sendemail.smtpPass`, `imap.pass`, `hub.oauthToken`; `core.askPass` is the name of a program. */
const SECRET_KEY = /^(?!askpass$).*(?:extraheader|pass|password|token|secret)$/;

/**
 * Compressed or binary files, in which no credential can be found, with most of a repository's bytes. Matched by
 * whole names, since a submodule may be called `objects`.
 */
const OBJECTS =
  /\/(?:objects\/(?:[0-9a-f]{2}\/[0-9a-f]{38,62}|pack\/[^/]+\.(?:pack|idx|rev|bitmap|mtimes))|lfs\/objects\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}|index)$/;
/** One cheap test for the many other files. */
const SUSPECT = /git|\/config[^/]*$/i;
/** Where actions/checkout 6 keeps its token, included by `.git/config`. */
const CHECKOUT_FILE = /(?:^|\/)git-credentials-[^/]*\.config$/;

type Where = Pick<TreeRequest, 'root' | 'workspace'>;

/**
 * A test for the entries of one context; the configuration is read with the first entry. A file is judged by its real
 * path.
 */
export function gitCredentials(where: Where): (entry: Pick<Entry, 'kind' | 'size' | 'source'>) => boolean {
  let led: LinkedFiles | undefined;
  return ({ kind, size, source }) => {
    if (kind !== 'file' || size === 0) return false;
    led ??= linkedFiles(where);
    if (led.stores.has(source)) return true;
    if (!led.configs.has(source) && !SUSPECT.test(source)) return false;
    const path = pathInside(where.workspace, source) ?? source;
    if (led.configs.has(source) || CHECKOUT_FILE.test(path) || isRepositoryConfig(path, source))
      return holdsSecretSetting(source);
    return isBelowGit(path) && !OBJECTS.test(path) && holdsCredential(source);
  };
}

/** Whether a path has a `.git` in it. Case is ignored: on some file systems it is the same folder. */
export function isBelowGit(path: string): boolean {
  return /(?:^|\/)\.git\//i.test(path);
}

/** A repository may have any folder name: bare ones, and those that a `.git` file points to. */
function isRepositoryConfig(path: string, source: string): boolean {
  if (!/^config(?![a-z])/i.test(basename(path))) return false;
  return isBelowGit(path) || existsSync(`${dirname(source)}/HEAD`);
}

function holdsCredential(source: string): boolean {
  const text = textOfFile(source, LARGEST_TEXT);
  return text === 'too-large' || (text !== undefined && CREDENTIAL.test(text));
}

/** A configuration that cannot be parsed counts as a credential. */
function holdsSecretSetting(source: string): boolean {
  const text = textOfFile(source, LARGEST_CONFIG);
  if (text === undefined) return false;
  if (text === 'too-large' || CREDENTIAL.test(text)) return true;
  return readGitConfig(text)?.some(isSecret) ?? true;
}

function isSecret({ subsection, key, value }: GitSetting): boolean {
  if (value === '') return USER_INFORMATION.test(subsection);
  if (SECRET_KEY.test(key) || USER_INFORMATION.test(subsection) || USER_INFORMATION.test(value)) return true;
  if (key === 'proxy' && value.includes('@')) return true;
  return key === 'helper' && value.startsWith('!') && /password/i.test(value);
}

/** Real paths of the files that the checkout's configuration includes or names. */
type LinkedFiles = { readonly configs: ReadonlySet<string>; readonly stores: ReadonlySet<string> };

/**
 * Follows includes (git-config(1), Includes) without checking their conditions, and collects where credentials are
 * stored.
 */
function linkedFiles(where: Where): LinkedFiles {
  const configs = new Set<string>();
  const stores = new Set<string>();
  let level = foldersUpwards(where).flatMap(configsOf);
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    const settings = level.map((file) => ({ file, settings: settingsOf(file) }));
    for (const file of level) configs.add(file);
    level = settings.flatMap((one) => one.settings.flatMap((setting) => included(one.file, setting)));
    level = [...new Set(level)].filter((file) => !configs.has(file));
    for (const one of settings) {
      for (const setting of one.settings) for (const file of stored(one.file, setting)) stores.add(file);
    }
  }
  return { configs, stores };
}

function settingsOf(config: string): readonly GitSetting[] {
  const text = textOfFile(config, LARGEST_CONFIG);
  return (text === undefined || text === 'too-large' ? undefined : readGitConfig(text)) ?? [];
}

function included(config: string, { section, key, value }: GitSetting): string[] {
  return /^include(if)?$/.test(section) && key === 'path' ? named(config, value) : [];
}

/** `credential.helper = store --file=…`, and cookie files, which may contain a session. */
function stored(config: string, { section, key, value }: GitSetting): string[] {
  if (section === 'http' && key === 'cookiefile') return named(config, value);
  if (section !== 'credential' || key !== 'helper') return [];
  const file = /--file(?:=|\s+)["']?([^"']+?)["']?(?:\s|$)/.exec(value)?.[1];
  return file === undefined ? [] : named(config, file);
}

function named(config: string, path: string): string[] {
  const file = path.startsWith('~/') ? resolve(homedir(), path.slice(2)) : resolve(dirname(config), path);
  return real(file);
}

/** The configuration of the checkout in a folder, also where its `.git` is a link or a file that names another folder. */
function configsOf(folder: string): string[] {
  const git = `${folder}/.git`;
  const path = /^gitdir: (.+)$/m.exec(textOfFile(git, LARGEST_CONFIG) ?? '')?.[1]?.trim();
  const directory = path === undefined ? git : resolve(folder, path);
  const common = textOfFile(`${directory}/commondir`, LARGEST_CONFIG)?.trim();
  const directories = [directory, ...(common ? [resolve(directory, common)] : [])];
  return directories.flatMap((one) => [...real(`${one}/config`), ...real(`${one}/config.worktree`)]);
}

function real(path: string): string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}
