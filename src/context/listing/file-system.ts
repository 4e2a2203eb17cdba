/** What the listing reads from disk; every system error becomes an error that names the path. */
import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  type Stats,
  statSync,
} from 'node:fs';
import { messageOf, UserError } from '../../errors.ts';
import type { Entry, LeftOut } from '../entry.ts';
import { comparePaths } from './path-order.ts';

/** A folder's entries in order, and the entries with names that are not UTF-8, by the decoded name. */
export type Listing = {
  readonly entries: readonly Dirent[];
  readonly undecodable?: ReadonlyMap<string, string>;
};

/** Characters that may replace invalid UTF-8, or whose order differs from that of their bytes. */
const UNUSUAL = /[\uD800-\uFFFF]/;

/** @throws UserError; its cause has the system's code */
export function readFolder(absolute: string, path: string): Listing {
  return reading(path, () => {
    const entries = readdirSync(absolute, { withFileTypes: true });
    if (!entries.some(({ name }) => UNUSUAL.test(name))) {
      entries.sort((one, other) => (one.name < other.name ? -1 : 1));
      return { entries };
    }
    entries.sort((one, other) => comparePaths(one.name, other.name));
    // Reading names as bytes takes twice as long, so only if decoding may have failed.
    const raw = readdirSync(absolute, 'buffer').filter((name) => !isUtf8(name));
    return { entries, undecodable: new Map(raw.map((name) => [name.toString(), printable(name)])) };
  });
}

/**
 * Errors for a path at which there is nothing: no such name, no folder above it, a link to itself, a name that is too
 * long.
 */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/**
 * The file or folder at a path, links followed; undefined where there is none.
 * @throws {UserError} that names the path if access is denied
 */
export function statIfPresent(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (cause) {
    if (ABSENT.has((cause as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw unreadable(path, cause);
  }
}

/** Bytes outside printable ASCII as `\xNN`. */
function printable(name: Buffer): string {
  return name
    .toString('latin1')
    .replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

export function folderEntry(path: string, source: string): Entry {
  return { path, kind: 'folder', source, mode: 0o755, size: 0 };
}

/** A regular file, or undefined if it vanished after its folder was read. */
export function fileEntry(path: string, source: string): Entry | undefined {
  return reading(path, () => {
    const stats = lstatSync(source, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    checkReadable(stats, source);
    return { path, kind: 'file', source, mode: fileMode(stats.mode), size: stats.size };
  });
}

/**
 * docs/context.md, rule 30. Docker's client sets the execute bit of all files on Windows, which has none.
 * @param mode as the file system reports it
 */
export function fileMode(mode: number, platform: NodeJS.Platform = process.platform): number {
  return mode & 0o100 || platform === 'win32' ? 0o755 : 0o644;
}

/** Checked now, since packing would fail minutes later; only files that not everyone may read are tested. */
function checkReadable(stats: Stats, source: string): void {
  if ((stats.mode & 0o444) !== 0o444) closeSync(openSync(source, constants.O_RDONLY | constants.O_NONBLOCK));
}

/** The target as stored, neither resolved nor read. */
export function linkEntry(path: string, source: string): Entry {
  const target = reading(path, () => readlinkSync(source, 'buffer'));
  if (!isUtf8(target)) throw notUtf8(path, `the target of the link ${path} (${printable(target)})`);
  return { path, kind: 'link', source, mode: 0o777, size: 0, target: target.toString() };
}

/** @param what the name with its bytes escaped */
export function notUtf8(path: string, what: string): UserError {
  return new UserError(
    `Cannot pack ${what}: it is not valid UTF-8, and an archive of UTF-8 names cannot hold it.`,
    {
      hint: `Rename it, or add a pattern for ${path} to the ignore file.`,
    },
  );
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw unreadable(path || 'the context folder', cause);
  }
}

function unreadable(path: string, cause: unknown): UserError {
  const reason = messageOf(cause).replace(/,.*$/s, '');
  return new UserError(`Cannot read ${path}: ${reason}.`, {
    hint: 'Make it readable, or leave it out with the ignore file.',
    cause,
  });
}

/** Whether a thrown error comes from a missing permission. */
export function isForbidden(thrown: unknown): boolean {
  if (!(thrown instanceof UserError)) return false;
  const { cause } = thrown;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return code === 'EACCES' || code === 'EPERM';
}

/** Why an archive cannot hold it; undefined for files and links. */
export function specialKind(entry: Dirent): LeftOut['reason'] | undefined {
  if (entry.isFile() || entry.isSymbolicLink()) return undefined;
  if (entry.isFIFO()) return 'fifo';
  return entry.isSocket() ? 'socket' : 'device';
}
