import { timeoutSignal } from '../../deadline.ts';
import { HttpError, messageOf } from '../../errors.ts';
import { type CommentSync, openSync, type PutOutcome, sectionOf } from '../../report/comment/comment.ts';
import type { Section } from '../../report/comment/marker.ts';
import { compareRuns } from '../../report/comment/order.ts';
import type { RunResult } from '../../report/result.ts';
import { masked } from '../step/masked.ts';
import { findPullRequest } from '../step/pull-request.ts';
import type { CommentContext } from './context.ts';
import { isNews, type OwnSection } from './own-section.ts';
import { commentPort } from './port.ts';
import { commentTrouble, isFinal } from './write-failure.ts';

export type CommentWriter = {
  /** Brings what the record says now into the comment, not read back. Throws what the forge said to it. */
  readonly draft: () => Promise<void>;
  /** A draft that is under way is given up soon: the last word is next. */
  readonly hurry: () => void;
  /** The last word, read back; one warning where that failed. */
  readonly final: () => Promise<void>;
};

/** Milliseconds: jobs of one matrix end together, and a section this young may have a neighbour on its way. */
const RECENTLY = 15_000;

const DRAFT_WITHIN = 60_000;
/** As long as a write may take: what is given up before might still take effect. */
const LAST_DRAFT_WITHIN = 5_000;
const FINAL_WITHIN = 25_000;
/** A cancelled step is killed soon (docs/platform.md, Cancellation); post goes on. */
const CANCELLED_FINAL_WITHIN = 3_500;

type WriterState = {
  readonly context: CommentContext;
  readonly record: OwnSection;
  readonly drafts: AbortController;
  sync: Promise<CommentSync | undefined> | undefined;
  /** What would happen again. */
  refusal: HttpError | undefined;
};

export function openWriter(context: CommentContext, record: OwnSection): CommentWriter {
  const drafts = new AbortController();
  const end = () => drafts.abort();
  if (context.signal.aborted) end();
  else context.signal.addEventListener('abort', end, { once: true });
  const writer: WriterState = { context, record, drafts, sync: undefined, refusal: undefined };
  return {
    draft: () => draft(writer),
    hurry: () => void setTimeout(end, LAST_DRAFT_WITHIN).unref(),
    final: () => final(writer),
  };
}

async function draft(writer: WriterState): Promise<void> {
  if (writer.record.current().settled || writer.refusal !== undefined) return;
  const signal = timeoutSignal(writer.drafts.signal, DRAFT_WITHIN);
  await put(writer, { confirm: false, signal });
}

async function final(writer: WriterState): Promise<void> {
  const { console, recorder, signal: cancelled } = writer.context;
  try {
    if (writer.refusal !== undefined) throw writer.refusal;
    const signal = AbortSignal.timeout(cancelled.aborted ? CANCELLED_FINAL_WITHIN : FINAL_WITHIN);
    const outcome = await put(writer, { confirm: true, signal });
    if (outcome) noteOutcome(writer, outcome);
    if (!cancelled.aborted) await linger(writer, signal);
  } catch (thrown) {
    if (cancelled.aborted) {
      console.info('The comment is left to the post step.');
      return;
    }
    const trouble = commentTrouble(thrown);
    recorder.note({ commentTrouble: trouble.replaceAll('`', '') });
    console.warning(trouble, { title: 'No comment on the pull request' });
  }
}

/** What is written is written: that it could not be looked after is no reason to say otherwise. */
async function linger({ context, sync }: WriterState, signal: AbortSignal): Promise<void> {
  try {
    await (await sync)?.linger(signal);
  } catch (thrown) {
    context.console.debug(`The comment could not be looked after: ${messageOf(thrown)}`);
  }
}

function noteOutcome({ context, record }: WriterState, outcome: PutOutcome): void {
  const { mark } = record.current();
  if ('url' in outcome && outcome.url !== undefined) context.recorder.note({ commentUrl: outcome.url });
  if (outcome.end === 'superseded' && compareRuns(outcome.by, mark) !== 0) {
    context.console.info(
      `The comment is left as it is: run ${outcome.by.runNumber} is newer than this one (${mark.runNumber}).`,
    );
  }
}

async function put(
  writer: WriterState,
  how: { readonly confirm: boolean; readonly signal: AbortSignal },
): Promise<PutOutcome | undefined> {
  const { context, record } = writer;
  let sync: CommentSync | undefined;
  try {
    writer.sync ??= openTarget(writer, how.signal);
    sync = await writer.sync;
    const { key, mark, result } = record.current();
    const when = isNews(context.settings.comment.when, result.outcome) ? 'always' : 'if-present';
    return await sync?.put(renderedSection(result, { key, mark }, context.console.maskText), {
      when,
      ...how,
    });
  } catch (thrown) {
    if (sync === undefined) writer.sync = undefined;
    if (thrown instanceof HttpError && isFinal(thrown)) writer.refusal = thrown;
    throw thrown;
  } finally {
    noteProgress(writer, sync);
  }
}

function noteProgress({ record, refusal }: WriterState, sync: CommentSync | undefined): void {
  const wroteAgo = sync?.wroteAgo();
  record.note({
    refused: refusal !== undefined,
    ...(sync === undefined ? {} : { known: sync.known() }),
    ...(wroteAgo === undefined ? {} : { wroteAt: Math.round(Date.now() - wroteAgo) }),
  });
}

async function openTarget(
  { context, record }: WriterState,
  signal: AbortSignal,
): Promise<CommentSync | undefined> {
  const forge = await context.forge();
  const pull = forge && (await findPullRequest(context, forge, { wantsHead: false, signal }));
  if (forge === undefined || pull === undefined) return undefined;
  record.note({ issue: pull.number });
  const ours = (section: Section) => section.key === record.current().key;
  return openSync(commentPort(forge, pull.number), {
    isCrowded: (known) => known.some((section) => !ours(section) && Date.now() - section.mark.at < RECENTLY),
  });
}

/** What the facts look like in the comment, without secrets, however little room there is. */
export function renderedSection(
  result: RunResult,
  of: Pick<Section, 'key' | 'mark'>,
  maskText: (text: string) => string,
): Section {
  // Before it is rendered: escaping would take a secret apart and leave its pieces readable.
  return sectionOf(masked(result, maskText), of);
}
