import { HttpError, messageOf } from '../../errors.ts';
import type { Section } from '../../report/comment-marker.ts';
import { compareRuns } from '../../report/comment-order.ts';
import { type CommentSync, openSync, type PutOutcome } from '../../report/comment-sync.ts';
import type { RunResult } from '../../report/result.ts';
import { renderSection } from '../../report/section.ts';
import { limited } from '../../wait.ts';
import { concealed } from '../step/concealed.ts';
import { findPullRequest } from '../step/pull-request.ts';
import type { CommentStage } from './comment.ts';
import { commentPort } from './port.ts';
import { type CommentRecord, isNews } from './record.ts';
import { commentTrouble, isFinal } from './trouble.ts';

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
const FAREWELL_WITHIN = 3_500;

type Desk = {
  readonly stage: CommentStage;
  readonly record: CommentRecord;
  readonly drafts: AbortController;
  sync: Promise<CommentSync | undefined> | undefined;
  /** What would happen again. */
  refusal: HttpError | undefined;
};

export function openWriter(stage: CommentStage, record: CommentRecord): CommentWriter {
  const drafts = new AbortController();
  const end = () => drafts.abort();
  if (stage.signal.aborted) end();
  else stage.signal.addEventListener('abort', end, { once: true });
  const desk: Desk = { stage, record, drafts, sync: undefined, refusal: undefined };
  return {
    draft: () => draft(desk),
    hurry: () => void setTimeout(end, LAST_DRAFT_WITHIN).unref(),
    final: () => final(desk),
  };
}

async function draft(desk: Desk): Promise<void> {
  if (desk.record.current().settled || desk.refusal !== undefined) return;
  const signal = limited(desk.drafts.signal, DRAFT_WITHIN);
  await put(desk, { confirm: false, signal });
}

async function final(desk: Desk): Promise<void> {
  const { console, ledger, signal: cancelled } = desk.stage;
  try {
    if (desk.refusal !== undefined) throw desk.refusal;
    const signal = AbortSignal.timeout(cancelled.aborted ? FAREWELL_WITHIN : FINAL_WITHIN);
    const outcome = await put(desk, { confirm: true, signal });
    if (outcome) told(desk, outcome);
    if (!cancelled.aborted) await linger(desk, signal);
  } catch (thrown) {
    if (cancelled.aborted) {
      console.info('The comment is left to the post step.');
      return;
    }
    const trouble = commentTrouble(thrown);
    ledger.note({ commentTrouble: trouble.replaceAll('`', '') });
    console.warning(trouble, { title: 'No comment on the pull request' });
  }
}

/** What is written is written: that it could not be looked after is no reason to say otherwise. */
async function linger({ stage, sync }: Desk, signal: AbortSignal): Promise<void> {
  try {
    await (await sync)?.linger(signal);
  } catch (thrown) {
    stage.console.debug(`The comment could not be looked after: ${messageOf(thrown)}`);
  }
}

function told({ stage, record }: Desk, outcome: PutOutcome): void {
  const { mark } = record.current();
  if ('url' in outcome && outcome.url !== undefined) stage.ledger.note({ commentUrl: outcome.url });
  if (outcome.end === 'superseded' && compareRuns(outcome.by, mark) !== 0) {
    stage.console.info(
      `The comment is left as it is: run ${outcome.by.runNumber} is newer than this one (${mark.runNumber}).`,
    );
  }
}

async function put(
  desk: Desk,
  how: { readonly confirm: boolean; readonly signal: AbortSignal },
): Promise<PutOutcome | undefined> {
  const { stage, record } = desk;
  let sync: CommentSync | undefined;
  try {
    desk.sync ??= openTarget(desk, how.signal);
    sync = await desk.sync;
    const { key, mark, result } = record.current();
    const when = isNews(stage.settings.comment.when, result.outcome) ? 'always' : 'if-present';
    return await sync?.put(renderedSection(result, { key, mark }, stage.console.conceal), { when, ...how });
  } catch (thrown) {
    if (sync === undefined) desk.sync = undefined;
    if (thrown instanceof HttpError && isFinal(thrown)) desk.refusal = thrown;
    throw thrown;
  } finally {
    noteProgress(desk, sync);
  }
}

function noteProgress({ record, refusal }: Desk, sync: CommentSync | undefined): void {
  const wroteAgo = sync?.wroteAgo();
  record.note({
    refused: refusal !== undefined,
    ...(sync === undefined ? {} : { known: sync.known() }),
    ...(wroteAgo === undefined ? {} : { wroteAt: Math.round(Date.now() - wroteAgo) }),
  });
}

async function openTarget({ stage, record }: Desk, signal: AbortSignal): Promise<CommentSync | undefined> {
  const forge = await stage.forge();
  const pull = forge && (await findPullRequest(stage, forge, { wantsHead: false, signal }));
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
  conceal: (text: string) => string,
): Section {
  const now = of.mark.at;
  // Before it is rendered: escaping would take a secret apart and leave its pieces readable.
  const facts = concealed(result, conceal);
  return {
    ...of,
    state: result.outcome,
    body: renderSection(facts, { now }),
    cut: false,
    within: (maxBytes) => renderSection(facts, { now, maxBytes }),
  };
}
