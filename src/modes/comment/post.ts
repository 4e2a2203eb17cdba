import { HttpError, messageOf } from '../../errors.ts';
import type { Console } from '../../host/console/console.ts';
import type { Trigger } from '../../host/event/event.ts';
import type { Forge } from '../../host/forge/forge.ts';
import type { State } from '../../host/state.ts';
import { type CommentSync, openSync } from '../../report/comment/comment.ts';
import type { Section } from '../../report/comment/marker.ts';
import type { RunResult } from '../../report/result.ts';
import { findPullRequest } from '../step/pull-request.ts';
import { isNews } from './own-section.ts';
import { commentPort } from './port.ts';
import { readSavedComment, type SavedComment } from './saved-comment.ts';
import { renderedSection } from './writer.ts';

/** Milliseconds: twice the longest wait for an older write, and the requests around it. */
const WITHIN = 30_000;

export type CommentPostContext = {
  readonly state: State;
  readonly console: Pick<Console, 'info' | 'debug' | 'maskText'>;
  readonly forge: () => Promise<Forge | undefined>;
  readonly trigger: Trigger;
};

/**
 * After the job: where main ended before it spoke its last word, the comment says that the run was cancelled; and in
 * any case it is looked at once more when no other job's older write can arrive any more (docs/comment.md).
 * Never throws: a token may be dead by now (Gitea with a runner before 2.0, Forgejo), and the result is told already.
 */
export async function settleComment(context: CommentPostContext): Promise<void> {
  const { state, console } = context;
  const notes = readSavedComment(state);
  if (notes === undefined) return;
  if (!notes.settled) state.markCancelled();
  if (notes.refused || notes.noPullRequest) return;
  try {
    const signal = AbortSignal.timeout(WITHIN);
    const sync = await openTarget(context, notes, signal);
    if (sync === undefined) {
      if (!notes.settled)
        console.info(outOfDate('the post step has no github-token, or found no pull request'));
      return;
    }
    if (!notes.settled) await markCancelled(notes, sync, console, signal);
    await sync.settle(signal);
  } catch (thrown) {
    if (notes.settled) console.debug(`The comment could not be looked after: ${messageOf(thrown)}`);
    else console.info(outOfDate(thrown));
  }
}

/** What is left on the page is not true any more: said once, with the reason. */
function outOfDate(thrown: unknown): string {
  const isDead = thrown instanceof HttpError && thrown.status === 401;
  const why = isDead
    ? 'the forge does not accept the token of a cancelled job any more (docs/comment.md)'
    : messageOf(thrown);
  return `The pull request's comment could not be brought up to date, it may still say that this run is under way: ${why}. The next run corrects it.`;
}

async function openTarget(
  { console, forge: open, trigger }: CommentPostContext,
  notes: SavedComment,
  signal: AbortSignal,
): Promise<CommentSync | undefined> {
  const forge = await open();
  const search = () =>
    forge && findPullRequest({ trigger, settings: {}, console }, forge, { wantsHead: false, signal });
  const issue = notes.issue ?? (await search())?.number;
  if (forge === undefined || issue === undefined) return undefined;
  return openSync(commentPort(forge, issue), {
    known: [...notes.known, ...ownSection(notes, console)],
    isCrowded: (known) => known.some((section) => section.key !== notes.key && isLively(section)),
    ...(notes.wroteAt === undefined ? {} : { wroteAgo: Math.max(0, Date.now() - notes.wroteAt) }),
  });
}

/** Milliseconds: no build's step is followed for longer without a word. */
const UNDER_WAY = 3 * 3_600_000;
const JUST_NOW = 60_000;

/** Whether the writer of this section may be writing at this moment. */
function isLively({ state, mark }: Section): boolean {
  const age = Date.now() - mark.at;
  return age < JUST_NOW || (age < UNDER_WAY && (state === 'building' || state === 'deploying'));
}

/** What main meant to show, where it may have died before that was written. */
function ownSection(notes: SavedComment, console: CommentPostContext['console']): Section[] {
  const { key, mark, result, settled, onlyFailures } = notes;
  if (!settled || mark.at === 0 || !isNews(onlyFailures ? 'on-failure' : 'auto', result.outcome)) return [];
  return [renderedSection(result, { key, mark }, console.maskText)];
}

async function markCancelled(
  notes: SavedComment,
  sync: CommentSync,
  console: CommentPostContext['console'],
  signal: AbortSignal,
): Promise<void> {
  const mark = { ...notes.mark, at: Math.max(Date.now(), notes.mark.at + 1) };
  const section = renderedSection(cancelled(notes.result), { key: notes.key, mark }, console.maskText);
  const when = notes.onlyFailures ? 'if-present' : 'always';
  const { end } = await sync.put(section, { when, confirm: true, signal });
  if (end === 'shown') console.info('The comment says now that this run was cancelled.');
}

function cancelled(result: RunResult): RunResult {
  const { build, deployment } = result;
  return {
    ...result,
    outcome: 'cancelled',
    ...(build === undefined ? {} : { build: { ...build, status: build.status ?? 'cancelled' } }),
    ...(deployment === undefined
      ? {}
      : { deployment: { ...deployment, status: deployment.status ?? 'cancelled' } }),
  };
}
