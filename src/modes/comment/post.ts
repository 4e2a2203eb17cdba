import { HttpError, messageOf } from '../../errors.ts';
import type { Console } from '../../host/console/console.ts';
import type { Trigger } from '../../host/event/event.ts';
import type { Forge } from '../../host/forge/forge.ts';
import type { State } from '../../host/state.ts';
import { type CommentSync, openSync } from '../../report/comment/comment.ts';
import type { Section } from '../../report/comment/marker.ts';
import type { Outcome } from '../../report/result.ts';
import { isWorking } from '../../report/states.ts';
import { confirmedRun, type Left, lostRun } from '../cancel/left-facts.ts';
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
  /** What main left on the clouds. */
  readonly left: readonly Left[];
  /** Resolves when nothing more will be known of that. */
  readonly stopping: Promise<void>;
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
  const sections = saved.flatMap(({ section, agent }) => (section ? [{ ...section, agent }] : []));
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
    const writer = { ...context, sync, signal };
    const written = await tellEnds(writer, sections);
    // A silent cloud must not delay the comment: what it answers late is told by a second write.
    await Promise.all([sync.settle(signal), context.stopping]);
    if ((await tellEnds(writer, written)) !== written) await sync.settle(signal);
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

type EndWriter = CommentPostContext & { readonly sync: CommentSync; readonly signal: AbortSignal };

/** A section of one agent, if there are several. */
type OwnedSection = SavedSection & { readonly agent: number | undefined };

/**
 * Writes the sections that main left without its final state, and those of which the cloud tells something else than
 * main could know.
 * @returns all sections as they are now; the same array where nothing was written
 */
async function tellEnds(
  writer: EndWriter,
  sections: readonly OwnedSection[],
): Promise<readonly OwnedSection[]> {
  const { console, left, signal, sync } = writer;
  const now = sections.map((section) => {
    const facts = left.find(({ running }) => running.agent === section.agent)?.facts;
    const result = section.settled ? confirmedRun(section.result, facts) : lostRun(section.result, facts);
    const isNew = JSON.stringify(result) !== JSON.stringify(section.result);
    const mark = isNew ? { ...section.mark, at: Math.max(Date.now(), section.mark.at + 1) } : section.mark;
    return { ...section, result, mark, isNew };
  });
  const news = now.filter(({ isNew }) => isNew);
  if (news.length === 0) return sections;
  const entries = news.map(({ key, mark, result, onlyFailures }) => {
    const when = onlyFailures ? ('if-present' as const) : ('always' as const);
    return { section: maskedSection(result, { key, mark }, console.maskText), when };
  });
  const outcomes = await sync.putAll(entries, { confirm: true, signal });
  const isFirst = news.some(({ settled }) => !settled);
  if (isFirst && outcomes.some(({ end }) => end === 'shown'))
    console.info('The comment says now that this run was cancelled.');
  return now.map((section) => ({ ...section, settled: true }));
}
