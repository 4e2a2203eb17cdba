import { type Clock, systemClock } from '../../wait.ts';
import { readComment } from './body.ts';
import type { RunMark, Section } from './marker.ts';
import { compareMarks, merge } from './order.ts';
import type { CommentPort } from './port.ts';
import { reconcile } from './reconcile.ts';
import { fetchSections, type Reconciler, SYNC_TIMES, type SyncTimes } from './reconciler.ts';

/**
 * Many writers, one comment, and a forge that keeps the last write. Why nothing is lost: docs/comment.md, "Many
 * writers".
 */

/** `if-present`: only where the comment has this section already. */
type When = 'always' | 'if-present';

export type Entry = { readonly section: Section; readonly when: When };

type PutOptions = {
  readonly when: When;
} & PutAllOptions;

type PutAllOptions = {
  /** Whether the write is read back at once. */
  readonly confirm: boolean;
  readonly signal: AbortSignal;
};

export type PutOutcome =
  | { readonly end: 'shown'; readonly url?: string }
  | { readonly end: 'absent' }
  /** A newer run, or a later version of this run, has the section. */
  | { readonly end: 'superseded'; readonly by: RunMark; readonly url?: string };

export type CommentSync = {
  /** Brings the section into the comment. @throws {HttpError} where the forge refuses; {AbortedError} */
  readonly put: (section: Section, options: PutOptions) => Promise<PutOutcome>;
  /**
   * Brings several sections into the comment with one write.
   * @param entries or a function that makes them from all sections of the comment, read just before
   * @returns the outcome of each, in their order. @throws as `put`
   */
  readonly putAll: (entries: Entries, options: PutAllOptions) => Promise<readonly PutOutcome[]>;
  /**
   * Checks again when no older write can arrive any more, and repairs, until a check finds everything as it should
   * be.
   */
  readonly settle: (signal: AbortSignal) => Promise<void>;
  /**
   * While others may be writing, checks again after the usual time of a write, a few times at most. Main does this
   * for runners that never run post.
   */
  readonly watchOthers: (signal: AbortSignal) => Promise<void>;
  /**
   * To be called before the final write: from now on no write waits for `betweenWrites`. @returns whether a write
   * waits now, with nothing sent yet
   */
  readonly stopSpacing: () => boolean;
  /** Every section that was read or put, for a later process. */
  readonly known: () => readonly Section[];
  /** Milliseconds since this writer last changed anything; `undefined` where it never did. */
  readonly wroteAgo: () => number | undefined;
};

export type Entries = readonly Entry[] | ((known: readonly Section[]) => readonly Entry[]);

type SyncOptions = {
  /** Milliseconds: this writer's writes are at least so far apart; what is put meanwhile is written with the next one. */
  readonly betweenWrites?: number;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly times?: SyncTimes;
  /** From an earlier process: what it knew, and how long ago it last wrote, in milliseconds. */
  readonly known?: readonly Section[];
  readonly wroteAgo?: number;
  /** Whether others may be writing now, judged by the sections; by default always. */
  readonly mayOthersWrite?: (known: readonly Section[]) => boolean;
};

const MOST_LOOKS = 5;
const MAX_OTHER_CHECKS = 2;

export function openSync(port: CommentPort, options: SyncOptions = {}): CommentSync {
  const { clock = systemClock, random = Math.random, times = SYNC_TIMES } = options;
  const { mayOthersWrite = () => true } = options;
  const wroteAt = options.wroteAgo === undefined ? undefined : clock.now() - options.wroteAgo;
  const known = merge(new Map(), options.known ?? []);
  const reconciler: Reconciler = {
    port,
    clock,
    random,
    times,
    known,
    oldest: undefined,
    wroteAt,
    hesitated: false,
    betweenWrites: options.betweenWrites ?? 0,
    hasty: false,
    waits: false,
  };
  return {
    put: async (section, { when, ...how }) => {
      const [outcome] = await putAll(reconciler, [{ section, when }], how);
      return outcome ?? { end: 'absent' };
    },
    putAll: (entries, putting) => putAll(reconciler, entries, putting),
    settle: (signal) => settle(reconciler, () => mayOthersWrite([...reconciler.known.values()]), signal),
    watchOthers: (signal) =>
      watchOthers(reconciler, () => mayOthersWrite([...reconciler.known.values()]), signal),
    stopSpacing: () => {
      reconciler.hasty = true;
      return reconciler.waits;
    },
    known: () => [...reconciler.known.values()],
    wroteAgo: () => (reconciler.wroteAt === undefined ? undefined : clock.now() - reconciler.wroteAt),
  };
}

async function putAll(
  reconciler: Reconciler,
  entries: Entries,
  how: PutAllOptions,
): Promise<readonly PutOutcome[]> {
  const asks = typeof entries === 'function' || entries.some(({ when }) => when === 'if-present');
  const present = asks ? await presentKeys(reconciler, how.signal) : new Set<string>();
  const all = typeof entries === 'function' ? entries([...reconciler.known.values()]) : entries;
  const wanted = all.filter(({ section, when }) => when === 'always' || present.has(section.key));
  if (wanted.length > 0) {
    reconciler.known = merge(
      reconciler.known,
      wanted.map(({ section }) => section),
    );
    await reconcile(reconciler, how);
  }
  return all.map((entry) =>
    wanted.includes(entry) ? outcomeOf(reconciler, entry.section) : { end: 'absent' },
  );
}

async function presentKeys(reconciler: Reconciler, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const { comments } = await fetchSections(reconciler, signal);
  return new Set(comments.flatMap(({ body }) => [...readComment(body).keys()]));
}

function outcomeOf({ known, oldest }: Reconciler, section: Section): PutOutcome {
  const shown = known.get(section.key) ?? section;
  const url = oldest?.url === undefined ? {} : { url: oldest.url };
  return compareMarks(shown.mark, section.mark) === 0
    ? { end: 'shown', ...url }
    : { end: 'superseded', by: shown.mark, ...url };
}

async function settle(
  reconciler: Reconciler,
  mayOthersWrite: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const { times } = reconciler;
  if (reconciler.known.size === 0) return;
  if (!mayOthersWrite()) {
    await sinceWrite(reconciler, times.usual, signal);
    if (!(await reconcile(reconciler, { confirm: true, signal })) && !mayOthersWrite()) return;
  }
  for (let count = 0; count < MOST_LOOKS; count += 1) {
    await sinceWrite(reconciler, times.read + times.write, signal);
    if (!(await reconcile(reconciler, { confirm: true, signal }))) return;
  }
}

async function watchOthers(
  reconciler: Reconciler,
  mayOthersWrite: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  for (let count = 0; count < MAX_OTHER_CHECKS && mayOthersWrite(); count += 1) {
    await reconciler.clock.sleep(reconciler.times.usual * (0.5 + reconciler.random()), signal);
    await reconcile(reconciler, { confirm: true, signal });
  }
}

/** Waits until this writer's last write is so long ago; does not wait if it wrote nothing. */
async function sinceWrite(
  { clock, random, times, wroteAt }: Reconciler,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  if (wroteAt === undefined) return;
  await clock.sleep(Math.max(0, wroteAt + ms + random() * times.pause - clock.now()), signal);
}
