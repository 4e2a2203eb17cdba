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
  /** The oldest comment of ours, when last seen. */
  oldest: PostedComment | undefined;
  /** By `clock`. */
  wroteAt: number | undefined;
  hesitated: boolean;
  /** Milliseconds that lie between two writes of this writer at the least. */
  readonly betweenWrites: number;
  /** From now on writes do not wait for each other. */
  hasty: boolean;
  /** A write waits for its turn: nothing of it has been sent. */
  waits: boolean;
};

/** Milliseconds. */
export type SyncTimes = {
  /** What was read is too old to be written upon after this long. */
  readonly read: number;
  /** A write has taken effect by then, or never will. */
  readonly write: number;
  /** Between a write and its reading back, doubled from round to round; with chance. */
  readonly pause: number;
  /** Nearly every write has taken effect by then after it was read for. */
  readonly usual: number;
  /** Up to so long the first comment is waited for, because parallel jobs all want to create it. */
  readonly hesitation: number;
};

export const SYNC_TIMES: SyncTimes = {
  read: 3_000,
  write: 5_000,
  usual: 1_500,
  pause: 300,
  hesitation: 1_000,
};

/** Duplicates are made within moments of each other; the margin is for the forge's own clocks. */
const SINCE_MARGIN = 60_000;

export type FetchedComments = { readonly at: number; readonly comments: readonly PostedComment[] };

/** Everything of ours that the forge shows goes into the known. */
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
  // All writers agree that the oldest is the one that stays.
  return found.sort((a, b) => a.id - b.id);
}

function earlier(time: string): string | undefined {
  const at = Date.parse(time);
  return Number.isNaN(at) ? undefined : new Date(at - SINCE_MARGIN).toISOString().replace(/\.\d+Z$/, 'Z');
}

/**
 * One change at the most.
 * @param patient whether a look that took too long may be repeated instead
 * @returns `again`: what was seen is no ground for a write; `rest`: it shows all that is known
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
    for (const { id } of younger) await noted(reconciler, () => port.remove(id, write));
    return younger.length === 0 ? 'rest' : 'tidied';
  }
  if (await waitedForTurn(reconciler, signal)) return 'again';
  if (patient && clock.now() - seen.at > times.read) return 'again';
  reconciler.oldest = await noted(reconciler, () => port.update(first.id, body, write));
  return 'wrote';
}

/** The comment's next text, made only where the present one does not show all that would be in it. */
function wanted(known: Sections, present: string): { readonly body: string; readonly isShown: boolean } {
  const sections = readComment(present);
  if (covers(sections, known.values())) return { body: present, isShown: true };
  const { body, shown } = composeComment(known);
  return { body, isShown: covers(sections, shown) };
}

/** Whether the last write was too short a while ago, and had to be waited for. The last word waits for nothing. */
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

/** Not while the list may be behind what was just created, and not at once: parallel jobs want to create it too. */
async function mayCreate(reconciler: Reconciler, signal: AbortSignal): Promise<boolean> {
  const { oldest, clock, times, random, wroteAt } = reconciler;
  const wroteAgo = wroteAt === undefined ? Number.POSITIVE_INFINITY : clock.now() - wroteAt;
  if (oldest !== undefined && wroteAgo < times.read + times.write) return false;
  if (reconciler.hesitated) return true;
  reconciler.hesitated = true;
  await clock.sleep(random() * times.hesitation, signal);
  return false;
}

/** A write counts from its end, and also where its reply was lost; one that was refused changed nothing. */
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
