import { HttpError, messageOf } from '../../errors.ts';
import type { Console } from '../../host/console/console.ts';
import type { Trigger } from '../../host/event/event.ts';
import type { Forge } from '../../host/forge/forge.ts';
import type { State } from '../../host/state.ts';
import { type CommentSync, openSync } from '../../report/comment/comment.ts';
import type { Section } from '../../report/comment/marker.ts';
import type { Outcome, RunResult } from '../../report/result.ts';
import { isWorking } from '../../report/states.ts';
import { findPullRequest } from '../step/pull-request.ts';
import { isNews } from './own-section.ts';
import { commentPort } from './port.ts';
import { readSavedComments, type SavedComment, type SavedSection } from './saved-comment.ts';
import { maskedSection } from './section-entries.ts';

/** Milliseconds: twice the longest wait for an older write, and the requests around it. */
const WITHIN = 30_000;

type CommentPostContext = {
  readonly state: State;
  readonly console: Pick<Console, 'info' | 'afterGroup' | 'debug' | 'maskText'>;
  readonly forge: () => Promise<Forge | undefined>;
  readonly trigger: Trigger;
};

/**
 * After the job: if main ended before its final write, the comment is changed to say that the run was cancelled. In
 * any case the comment is checked once more, when no older write of another job can arrive any more
 * (docs/comment.md). One write for all agents of the step. Never throws: the token may have expired (Gitea with a
 * runner before 2.0, Forgejo), and the result is already reported.
 */
export async function settleComment(context: CommentPostContext): Promise<void> {
  const { state, console } = context;
  const saved = readSavedComments(state);
  const sections = saved.flatMap(({ section }) => section ?? []);
  const unsettled = sections.filter(({ settled }) => !settled);
  if (unsettled.length > 0) state.markCancelled();
  if (sections.length === 0 || saved.some(({ refused, noPullRequest }) => refused || noPullRequest)) return;
  try {
    const signal = AbortSignal.timeout(WITHIN);
    const sync = await openTarget(context, saved, signal);
    if (sync === undefined) {
      if (unsettled.length > 0)
        console.info(outOfDate('the post step has no github-token, or found no pull request'));
      return;
    }
    if (unsettled.length > 0) await markCancelled(unsettled, sync, console, signal);
    await sync.settle(signal);
  } catch (thrown) {
    if (unsettled.length === 0) console.debug(`The comment could not be checked again: ${messageOf(thrown)}`);
    else console.info(outOfDate(thrown));
  }
}

/** The comment shows an old state: reported once, with the reason. */
function outOfDate(thrown: unknown): string {
  const isDead = thrown instanceof HttpError && thrown.status === 401;
  const why = isDead
    ? 'the forge does not accept the token of a cancelled job any more (docs/comment.md)'
    : messageOf(thrown);
  return `The pull request's comment could not be brought up to date, it may still say that this run is under way: ${why.replace(/\.$/, '')}. The next run corrects it.`;
}

async function openTarget(
  { console, forge: open, trigger }: CommentPostContext,
  saved: readonly SavedComment[],
  signal: AbortSignal,
): Promise<CommentSync | undefined> {
  const forge = await open();
  const search = () =>
    forge && findPullRequest({ trigger, settings: {}, console }, forge, { wantsHead: false, signal });
  const issue = saved.find((one) => one.issue !== undefined)?.issue ?? (await search())?.number;
  if (forge === undefined || issue === undefined) return undefined;
  const wroteAt = Math.max(...saved.map((one) => one.wroteAt ?? Number.NEGATIVE_INFINITY));
  const own = saved.flatMap(({ section }) => section ?? []);
  const keys = new Set(own.map(({ key }) => key));
  const seen = saved.flatMap(({ known }) => known);
  return openSync(commentPort(forge, issue), {
    known: [...seen, ...own.flatMap((one) => finalState(one, seen, console))],
    mayOthersWrite: (known) => known.some((section) => !keys.has(section.key) && mayBeWriting(section)),
    ...(Number.isFinite(wroteAt) ? { wroteAgo: Math.max(0, Date.now() - wroteAt) } : {}),
  });
}

/** Milliseconds: a run that works writes its state more often than this. */
const UNDER_WAY = 3 * 3_600_000;
const JUST_NOW = 60_000;

/** Whether the run of this section may be writing at this moment. */
function mayBeWriting({ state, mark }: Section): boolean {
  const age = Date.now() - mark.at;
  return age < JUST_NOW || (age < UNDER_WAY && isWorking(state as Outcome));
}

/** Main's final section, which may not have been written before main ended. */
function finalState(
  { key, mark, result, settled, onlyFailures }: SavedSection,
  seen: readonly Section[],
  console: CommentPostContext['console'],
): Section[] {
  if (!settled || mark.at === 0 || !isNews(onlyFailures ? 'on-failure' : 'auto', result.outcome)) return [];
  // A teardown does not always write a section of its own.
  if (result.outcome === 'removed' && !seen.some((section) => section.key === key)) return [];
  return [maskedSection(result, { key, mark }, console.maskText)];
}

async function markCancelled(
  unsettled: readonly SavedSection[],
  sync: CommentSync,
  console: CommentPostContext['console'],
  signal: AbortSignal,
): Promise<void> {
  const entries = unsettled.map((saved) => {
    const mark = { ...saved.mark, at: Math.max(Date.now(), saved.mark.at + 1) };
    const section = maskedSection(cancelled(saved.result), { key: saved.key, mark }, console.maskText);
    return { section, when: saved.onlyFailures ? ('if-present' as const) : ('always' as const) };
  });
  const outcomes = await sync.putAll(entries, { confirm: true, signal });
  if (outcomes.some(({ end }) => end === 'shown'))
    console.info('The comment says now that this run was cancelled.');
}

function cancelled(result: RunResult): RunResult {
  const { build, deployment, outcome } = result;
  // A deployment begins while the log of its build still comes, before the build's end is noted.
  const end = outcome === 'deploying' || outcome === 'verifying' ? 'success' : 'cancelled';
  return {
    ...result,
    outcome: 'cancelled',
    ...(build === undefined ? {} : { build: { ...build, status: build.status ?? end } }),
    ...(deployment === undefined
      ? {}
      : { deployment: { ...deployment, status: deployment.status ?? 'cancelled' } }),
  };
}
