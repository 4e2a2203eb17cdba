import { HttpError, UserError } from '../../errors.ts';
import { type Clock, systemClock } from '../../wait.ts';
import { readComment } from './body.ts';
import type { RunMark, Section } from './marker.ts';
import { compareMarks, merge } from './order.ts';
import type { CommentPort } from './port.ts';
import { fetchSections, type Reconciler, reconcileOnce, SYNC_TIMES, type SyncTimes } from './reconciler.ts';

/**
 * Many writers, one comment, and a forge that takes whichever write comes last. Why this loses nothing:
 * docs/comment.md, "Many writers".
 */

export type PutOptions = {
  /** `if-present`: only where the comment has this section already. */
  readonly when: 'always' | 'if-present';
  /** Whether the write is read back at once. */
  readonly confirm: boolean;
  readonly signal: AbortSignal;
};

export type PutOutcome =
  | { readonly end: 'shown'; readonly url?: string }
  | { readonly end: 'absent' }
  /** A newer run, or this run's own later word, has the section. */
  | { readonly end: 'superseded'; readonly by: RunMark; readonly url?: string };

export type CommentSync = {
  /** Brings the section into the comment. @throws {HttpError} where the forge refuses; {AbortedError} */
  readonly put: (section: Section, options: PutOptions) => Promise<PutOutcome>;
  /** Looks again when no older write can arrive any more, and repairs, until a look finds all as it should be. */
  readonly settle: (signal: AbortSignal) => Promise<void>;
  /**
   * While others may be writing, looks again for the usual time of a write, a few times at the most: main's share of
   * the care, for runners that never come to post.
   */
  readonly linger: (signal: AbortSignal) => Promise<void>;
  /** Every section that was seen or put, for a later process to go on with. */
  readonly known: () => readonly Section[];
  /** Milliseconds since this writer last changed anything; `undefined` where it never did. */
  readonly wroteAgo: () => number | undefined;
};

export type SyncOptions = {
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly times?: SyncTimes;
  /** From an earlier process: what it knew, and how long ago it last wrote, in milliseconds. */
  readonly known?: readonly Section[];
  readonly wroteAgo?: number;
  /** Whether others may be writing now, as far as the sections tell; by default always. */
  readonly isCrowded?: (known: readonly Section[]) => boolean;
};

const MOST_ROUNDS = 12;
const MOST_FAULTS = 3;
const MOST_LOOKS = 5;
const MOST_LINGERS = 2;
/** A wait that a forge asks for is granted up to this; beyond it the comment is not worth the job's time. */
const PATIENCE = 10_000;

export function openSync(port: CommentPort, options: SyncOptions = {}): CommentSync {
  const { clock = systemClock, random = Math.random, times = SYNC_TIMES } = options;
  const { isCrowded = () => true } = options;
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
  };
  return {
    put: (section, putting) => put(reconciler, section, putting),
    settle: (signal) => settle(reconciler, () => isCrowded([...reconciler.known.values()]), signal),
    linger: (signal) => linger(reconciler, () => isCrowded([...reconciler.known.values()]), signal),
    known: () => [...reconciler.known.values()],
    wroteAgo: () => (reconciler.wroteAt === undefined ? undefined : clock.now() - reconciler.wroteAt),
  };
}

async function put(
  reconciler: Reconciler,
  section: Section,
  { when, confirm, signal }: PutOptions,
): Promise<PutOutcome> {
  if (when === 'if-present') {
    const seen = await fetchSections(reconciler, signal);
    if (!seen.comments.some(({ body }) => readComment(body).has(section.key))) return { end: 'absent' };
  }
  reconciler.known = merge(reconciler.known, [section]);
  await reconcile(reconciler, { confirm, signal });
  const shown = reconciler.known.get(section.key) ?? section;
  const url = reconciler.oldest?.url === undefined ? {} : { url: reconciler.oldest.url };
  return compareMarks(shown.mark, section.mark) === 0
    ? { end: 'shown', ...url }
    : { end: 'superseded', by: shown.mark, ...url };
}

async function settle(reconciler: Reconciler, isCrowded: () => boolean, signal: AbortSignal): Promise<void> {
  const { times } = reconciler;
  if (reconciler.known.size === 0) return;
  if (!isCrowded()) {
    await sinceWrite(reconciler, times.usual, signal);
    if (!(await reconcile(reconciler, { confirm: true, signal })) && !isCrowded()) return;
  }
  for (let count = 0; count < MOST_LOOKS; count += 1) {
    await sinceWrite(reconciler, times.read + times.write, signal);
    if (!(await reconcile(reconciler, { confirm: true, signal }))) return;
  }
}

async function linger(reconciler: Reconciler, isCrowded: () => boolean, signal: AbortSignal): Promise<void> {
  for (let count = 0; count < MOST_LINGERS && isCrowded(); count += 1) {
    await reconciler.clock.sleep(reconciler.times.usual * (0.5 + reconciler.random()), signal);
    await reconcile(reconciler, { confirm: true, signal });
  }
}

/** Waits until this writer's last write is so long ago; not at all where it wrote nothing. */
async function sinceWrite(
  { clock, random, times, wroteAt }: Reconciler,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  if (wroteAt === undefined) return;
  await clock.sleep(Math.max(0, wroteAt + ms + random() * times.pause - clock.now()), signal);
}

/**
 * Reads, merges and writes until the comment shows all that is known.
 * @returns whether anything was changed
 * @throws {UserError} where that takes too many rounds
 */
async function reconcile(
  reconciler: Reconciler,
  how: { readonly confirm: boolean; readonly signal: AbortSignal },
) {
  let changed = false;
  let faults = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    try {
      const seen = await fetchSections(reconciler, how.signal);
      const step = await reconcileOnce(reconciler, seen, round < MOST_ROUNDS / 2, how.signal);
      if (step === 'rest') return changed;
      if (step !== 'again') changed = true;
      if (step === 'tidied' || (step === 'wrote' && !how.confirm)) return changed;
      await pause(reconciler, round, how.signal);
    } catch (thrown) {
      faults += 1;
      await afterFault(reconciler, thrown, faults, how.signal);
    }
  }
  throw new UserError(`The comment was overwritten by others ${MOST_ROUNDS} times in a row.`);
}

async function pause(
  { clock, times, random }: Reconciler,
  round: number,
  signal: AbortSignal,
): Promise<void> {
  await clock.sleep(times.pause * Math.min(8, 2 ** round) * (0.5 + random()), signal);
}

/** After a fault, a senseless reply among them, the comment is read again first: the write may have happened. */
async function afterFault(
  reconciler: Reconciler,
  thrown: unknown,
  faults: number,
  signal: AbortSignal,
): Promise<void> {
  if (!(thrown instanceof HttpError) || faults > MOST_FAULTS) throw thrown;
  const { status, method } = thrown;
  const isGone = status === 404 && method === 'PATCH';
  const isFinal = status >= 300 && status < 500 && status !== 408 && status !== 429;
  if (isFinal && !isGone) throw thrown;
  const waitMs = thrown.retryAfterMs ?? 0;
  // The forge's client has tried a GET again already.
  if (waitMs > PATIENCE || method === 'GET') throw thrown;
  await reconciler.clock.sleep(waitMs, signal);
  await pause(reconciler, faults, signal);
}
