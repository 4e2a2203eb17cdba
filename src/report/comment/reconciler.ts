import { HttpError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';
import { composeComment, isOurComment, readComment } from './body.ts';
import { covers, merge, type Sections } from './order.ts';
import type { CommentPort, PostedComment } from './port.ts';

/** One writer of the comment: what it knows, and its single steps (docs/comment.md, "Many writers"). */
export type Reconciler = {
  readonly port: CommentPort;
  readonly clock: Clock;
  readonly random: () => number;
  readonly times: SyncTimes;
  known: Sections;
  /** Our oldest comment, as last seen. */
  oldest: PostedComment | undefined;
  /** By `clock`. */
  wroteAt: number | undefined;
  hesitated: boolean;
  /** Milliseconds between two writes of this writer at least. */
  readonly betweenWrites: number;
  /** From now on writes do not wait for each other. */
  hasty: boolean;
  /** A write waits for `betweenWrites`: nothing of it has been sent. */
  waits: boolean;
};

/** Milliseconds. */
export type SyncTimes = {
  /** After this long, what was read is too old to base a write on. */
  readonly read: number;
  /** After this long a write has taken effect, or never will. */
  readonly write: number;
  /** Between a write and reading it back; doubled each round, with a random part. */
  readonly pause: number;
  /** Nearly every write takes effect within this time. */
  readonly usual: number;
  /** The longest random wait before creating the first comment, because parallel jobs all want to create it. */
  readonly hesitation: number;
};

export const SYNC_TIMES: SyncTimes = {
  read: 3_000,
  write: 5_000,
  usual: 1_500,
  pause: 300,
  hesitation: 1_000,
};

/** Duplicates are created within moments of each other; the margin is for differing clocks of the forge. */
const SINCE_MARGIN = 60_000;

type FetchedComments = { readonly at: number; readonly comments: readonly PostedComment[] };

/** Reads our comments and merges their sections into the known ones. */
export async function fetchSections(reconciler: Reconciler, signal: AbortSignal): Promise<FetchedComments> {
  const { port, clock, oldest } = reconciler;
  const since = oldest?.createdAt === undefined ? undefined : earlier(oldest.createdAt);
  let at = clock.now();
  let comments = await collect(port, { ...(since === undefined ? {} : { since }), signal });
  if (comments.length === 0 && since !== undefined) {
    at = clock.now();
    comments = await collect(port, { signal });
  }
  for (const { body } of comments) reconciler.known = merge(reconciler.known, readComment(body).values());
  reconciler.oldest = comments[0] ?? reconciler.oldest;
  return { at, comments };
}

async function collect(
  port: CommentPort,
  options: Parameters<CommentPort['list']>[0],
): Promise<PostedComment[]> {
  const found: PostedComment[] = [];
  for await (const comment of port.list(options)) if (isOurComment(comment.body)) found.push(comment);
  // All writers keep the oldest.
  return found.sort((a, b) => a.id - b.id);
}

function earlier(time: string): string | undefined {
  const at = Date.parse(time);
  return Number.isNaN(at) ? undefined : new Date(at - SINCE_MARGIN).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * Makes at most one change.
 * @param patient whether a read that took too long may be repeated instead of writing
 * @returns `again`: read again before writing; `rest`: the comment shows all that is known
 */
export async function reconcileOnce(
  reconciler: Reconciler,
  seen: FetchedComments,
  patient: boolean,
  signal: AbortSignal,
): Promise<'wrote' | 'tidied' | 'again' | 'rest'> {
  const { port, clock, times } = reconciler;
  const [first, ...younger] = seen.comments;
  const write = { signal, timeoutMs: times.write };
  if (first === undefined) {
    if (await waitedForTurn(reconciler, signal)) return 'again';
    if (!(await mayCreate(reconciler, signal))) return 'again';
    const { body } = composeComment(reconciler.known);
    reconciler.oldest = await noted(reconciler, () => port.create(body, write));
    return 'wrote';
  }
  const { body, isShown } = wanted(reconciler.known, first.body);
  if (isShown) {
    return (await removed(reconciler, younger, write)) ? 'tidied' : 'rest';
  }
  if (await waitedForTurn(reconciler, signal)) return 'again';
  if (patient && clock.now() - seen.at > times.read) return 'again';
  reconciler.oldest = await noted(reconciler, () => port.update(first.id, body, write));
  return 'wrote';
}

/**
 * The oldest comment shows everything, so a refused removal is no failure: a later run tries again.
 * @returns whether any comment was removed
 */
async function removed(
  reconciler: Reconciler,
  younger: readonly PostedComment[],
  write: Parameters<CommentPort['remove']>[1],
): Promise<boolean> {
  let count = 0;
  for (const { id } of younger) {
    try {
      await noted(reconciler, () => reconciler.port.remove(id, write));
      count += 1;
    } catch (thrown) {
      if (!(thrown instanceof HttpError) || thrown.effect === 'maybe') throw thrown;
    }
  }
  return count > 0;
}

/** The comment's next text, composed only if the present one does not show everything. */
function wanted(known: Sections, present: string): { readonly body: string; readonly isShown: boolean } {
  const sections = readComment(present);
  if (covers(sections, known.values())) return { body: present, isShown: true };
  const { body, shown } = composeComment(known);
  return { body, isShown: covers(sections, shown) };
}

/** Waits until the last write is long enough ago. The final write does not wait. @returns whether it waited */
async function waitedForTurn(reconciler: Reconciler, signal: AbortSignal): Promise<boolean> {
  const { clock, wroteAt, betweenWrites, hasty } = reconciler;
  const ms = wroteAt === undefined ? 0 : wroteAt + betweenWrites - clock.now();
  if (betweenWrites === 0 || hasty || ms <= 0) return false;
  reconciler.waits = true;
  try {
    await clock.sleep(ms, signal);
  } finally {
    reconciler.waits = false;
  }
  return true;
}

/**
 * Whether a comment may be created: not while the list may not yet show a new one, and not at once, as parallel jobs
 * want to create it too.
 */
async function mayCreate(reconciler: Reconciler, signal: AbortSignal): Promise<boolean> {
  const { oldest, clock, times, random, wroteAt } = reconciler;
  const wroteAgo = wroteAt === undefined ? Number.POSITIVE_INFINITY : clock.now() - wroteAt;
  if (oldest !== undefined && wroteAgo < times.read + times.write) return false;
  if (reconciler.hesitated) return true;
  reconciler.hesitated = true;
  await clock.sleep(random() * times.hesitation, signal);
  return false;
}

/** Records when a write ended, also if its reply was lost; a refused write changed nothing. */
async function noted<T>(reconciler: Reconciler, write: () => Promise<T>): Promise<T> {
  try {
    const written = await write();
    reconciler.wroteAt = reconciler.clock.now();
    return written;
  } catch (thrown) {
    if (!(thrown instanceof HttpError) || thrown.effect === 'maybe')
      reconciler.wroteAt = reconciler.clock.now();
    throw thrown;
  }
}
