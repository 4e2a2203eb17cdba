import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { EntryNote } from '../../context/hash/hash.ts';

/** What is known of an entry: mode as the tree hash has it, and the first digits of the digest of its content. */
type ListedEntry = { readonly mode: string; readonly digest: string };
export type Entries = ReadonlyMap<string, ListedEntry>;

/** The entries of a build's context, with what a later run says of that build. */
export type EntryList = {
  readonly buildId: string;
  readonly branch: string;
  /** ISO 8601. */
  readonly at: string;
  /** The output's word: `success`, `failed`, … */
  readonly status: string;
  /** A digest of all inputs of the build but its context. */
  readonly inputs: string;
  readonly entries: Entries;
  /** The paths whose content differed in the builds before from the one before each, newest first. */
  readonly earlier: readonly (readonly string[])[];
};

/** Entries of a list; for a larger context no list is kept. */
const MOST_ENTRIES = 50_000;
/** Hexadecimal digits: enough that two contents of a path do not share them by chance. */
const DIGEST_DIGITS = 16;
/** Bytes of a list before compression: 50,000 long paths. Anything larger is not accepted as a list. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Builds that are compared, including this one. */
export const LOOKED_BACK = 5;
/** Paths that are kept of one build's differences; where more differ, none is worth a hint. */
const MOST_EARLIER = 500;

/** Collects the entries of a context while they are hashed for the archive. */
export function createEntryCollector(): {
  readonly note: EntryNote;
  readonly entries: () => Entries | undefined;
} {
  const entries = new Map<string, ListedEntry>();
  let isTooLarge = false;
  return {
    note: (path, mode, digest) => {
      if (entries.size === MOST_ENTRIES) isTooLarge = true;
      else entries.set(path, { mode, digest: digest.slice(0, DIGEST_DIGITS) });
    },
    entries: () => (isTooLarge ? undefined : entries),
  };
}

/**
 * What a list is encrypted with: the cloud's key, and the scope of the list, so that a list is only accepted for its
 * own scope.
 */
type Seal = { readonly secret: string; readonly scope: string };

const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 1;

/**
 * The list, compressed and encrypted (AES-256-GCM with a key derived from the cloud's): someone who can read the
 * runner's cache learns no path, and someone who can write to it cannot add a false list.
 */
export function sealList(list: EntryList, { secret, scope }: Seal): Buffer {
  const { entries, earlier, ...facts } = list;
  const kept = earlier.slice(0, LOOKED_BACK - 1).map((paths) => (paths.length > MOST_EARLIER ? [] : paths));
  const records = [...entries].map(([path, { mode, digest }]) => `${mode} ${digest} ${path}`);
  const text = [JSON.stringify({ version: VERSION, ...facts, earlier: kept }), ...records].join('\0');
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt), iv).setAAD(Buffer.from(scope));
  const sealed = Buffer.concat([cipher.update(gzipSync(text)), cipher.final()]);
  return Buffer.concat([salt, iv, cipher.getAuthTag(), sealed]);
}

/** @returns `undefined` for anything that was not encrypted with the same secret for the same scope, or is not a list */
export function openList(bytes: Buffer, { secret, scope }: Seal): EntryList | undefined {
  try {
    const [salt, iv, tag, sealed] = partsOf(bytes);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, salt), iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(scope)).setAuthTag(tag);
    const packed = Buffer.concat([decipher.update(sealed), decipher.final()]);
    const [head = '', ...records] = gunzipSync(packed, { maxOutputLength: MOST_BYTES })
      .toString()
      .split('\0');
    const { version, ...facts } = JSON.parse(head);
    if (version !== VERSION || records.length > MOST_ENTRIES) return undefined;
    return { ...facts, entries: new Map(records.map(readRecord)) };
  } catch {
    return undefined;
  }
}

function partsOf(bytes: Buffer): [salt: Buffer, iv: Buffer, tag: Buffer, sealed: Buffer] {
  const [iv, tag, sealed] = [SALT_BYTES, SALT_BYTES + IV_BYTES, SALT_BYTES + IV_BYTES + TAG_BYTES];
  return [
    bytes.subarray(0, iv),
    bytes.subarray(iv, tag),
    bytes.subarray(tag, sealed),
    bytes.subarray(sealed),
  ];
}

function keyOf(secret: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'cloud-build-entry-list', 32));
}

function readRecord(record: string): readonly [string, ListedEntry] {
  const [mode = '', digest = ''] = record.split(' ', 2);
  return [record.slice(mode.length + digest.length + 2), { mode, digest }];
}
