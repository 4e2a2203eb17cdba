import { timeoutSignal } from '../../deadline.ts';
import { HttpError, messageOf } from '../../errors.ts';
import { type CommentSync, openSync, type PutOutcome } from '../../report/comment/comment.ts';
import type { Section } from '../../report/comment/marker.ts';
import { compareRuns } from '../../report/comment/order.ts';
import { findPullRequest } from '../step/pull-request.ts';
import type { CommentContext } from './context.ts';
import { endSectionsOfEndedRuns } from './ended-runs.ts';
import { finalWriteMs } from './final-write.ts';
import { runMark, type Snapshot } from './own-section.ts';
import { commentPort } from './port.ts';
import type { SavedProgress } from './saved-comment.ts';
import { entriesFor } from './section-entries.ts';
import { skipSectionsOfUnchanged, type UnchangedAgent } from './unchanged.ts';
import { commentTrouble, isFinal } from './write-failure.ts';

export type CommentWriter = {
  /** Writes what is new, without reading it back. Throws the forge's error. */
  readonly draft: () => Promise<void>;
  /** A running draft ends within five seconds: the final write is next. */
  readonly endDrafts: () => void;
  /** The final write, read back; one warning if it fails. */
  readonly final: () => Promise<void>;
  /** Marks what earlier runs said of these agents as outdated. Does not throw. */
  readonly skip: (unchanged: readonly UnchangedAgent[]) => Promise<void>;
};

/** Which sections are written, and where the progress is saved. */
export type WriterSource = {
  /** The present state of each agent that has one. */
  readonly snapshots: () => readonly Snapshot[];
  readonly note: (progress: Partial<SavedProgress>) => void;
};

/** Milliseconds: jobs of one matrix end together. If a section is this new, other writes may follow at once. */
const RECENTLY = 15_000;

const DRAFT_WITHIN = 60_000;
/** As long as a write may take: one that is given up earlier might still take effect. */
const LAST_DRAFT_WITHIN = 5_000;
type WriterState = {
  readonly context: CommentContext;
  readonly source: WriterSource;
  readonly betweenWrites: number;
  readonly drafts: AbortController;
  /** The `at` of each section as it was last written, by key. */
  readonly written: Map<string, number>;
  ending: boolean;
  sync: Promise<CommentSync | undefined> | undefined;
  /** A refusal that would happen again. */
  refusal: HttpError | undefined;
};

/** @param betweenWrites milliseconds between two writes at least */
export function openWriter(context: CommentContext, source: WriterSource, betweenWrites = 0): CommentWriter {
  const drafts = new AbortController();
  const end = () => drafts.abort();
  if (context.signal.aborted) end();
  else context.signal.addEventListener('abort', end, { once: true });
  const written = new Map<string, number>();
  const writer: WriterState = {
    ...{ context, source, betweenWrites, drafts, written },
    ...{ ending: false, sync: undefined, refusal: undefined },
  };
  return {
    draft: () => draft(writer),
    endDrafts: () => {
      writer.ending = true;
      setTimeout(end, LAST_DRAFT_WITHIN).unref();
      // A write that still waits is not needed: the final write contains it.
      void writer.sync?.then(
        (sync) => {
          if (sync?.stopSpacing()) end();
        },
        () => undefined,
      );
    },
    final: () => final(writer),
    skip: async (unchanged) => {
      if (writer.refusal !== undefined) return;
      writer.sync ??= openTarget(writer, timeoutSignal(context.signal, DRAFT_WITHIN));
      await skipSectionsOfUnchanged(context, writer.sync, unchanged, runMark(context));
    },
  };
}

async function draft(writer: WriterState): Promise<void> {
  if (writer.ending || writer.refusal !== undefined) return;
  const news = unwritten(writer);
  if (news.length === 0) return;
  const signal = timeoutSignal(writer.drafts.signal, DRAFT_WITHIN);
  await put(writer, news, { confirm: false, signal });
}

function unwritten({ source, written }: WriterState): readonly Snapshot[] {
  return source.snapshots().filter(({ key, mark }) => written.get(key) !== mark.at);
}

async function final(writer: WriterState): Promise<void> {
  const { console, recorder, signal: cancelled } = writer.context;
  try {
    if (writer.refusal !== undefined) throw writer.refusal;
    const signal = AbortSignal.timeout(finalWriteMs(cancelled));
    const news = unwritten(writer);
    (await writer.sync?.catch(() => undefined))?.stopSpacing();
    // If everything is written, writing one section again reads all of them back.
    const last = news.length > 0 ? news : writer.source.snapshots().slice(-1);
    noteOutcomes(writer, await put(writer, last, { confirm: true, signal }));
    if (!cancelled.aborted) await endOthers(writer);
    if (!cancelled.aborted) await watchOthers(writer, signal);
  } catch (thrown) {
    if (cancelled.aborted) {
      console.info('The post step writes the comment.');
      return;
    }
    const trouble = commentTrouble(thrown);
    recorder.note({ commentTrouble: trouble.replaceAll('`', '') });
    console.warning(trouble, { title: 'No comment on the pull request' });
  }
}

/** Ends sections of other runs that ended without a final write. */
async function endOthers({ context, sync: opening }: WriterState): Promise<void> {
  const [forge, sync] = await Promise.all([context.forge(), opening]);
  if (forge && sync) await endSectionsOfEndedRuns(context, forge, sync);
}

/** The comment is written; a failing check afterwards is only a debug line. */
async function watchOthers({ context, sync }: WriterState, signal: AbortSignal): Promise<void> {
  try {
    await (await sync)?.watchOthers(signal);
  } catch (thrown) {
    context.console.debug(`The comment could not be checked again: ${messageOf(thrown)}`);
  }
}

function noteOutcomes({ context, source }: WriterState, outcomes: readonly PutOutcome[]): void {
  const url = outcomes.map((outcome) => ('url' in outcome ? outcome.url : undefined)).find(Boolean);
  if (url !== undefined) context.recorder.note({ commentUrl: url });
  const [own] = source.snapshots();
  const newer = outcomes.find(
    (outcome) => outcome.end === 'superseded' && own && compareRuns(outcome.by, own.mark) !== 0,
  );
  if (newer?.end !== 'superseded') return;
  context.console.info(
    `The comment is not changed: run ${newer.by.runNumber} is newer than this one (${own?.mark.runNumber}).`,
  );
}

async function put(
  writer: WriterState,
  snapshots: readonly Snapshot[],
  how: { readonly confirm: boolean; readonly signal: AbortSignal },
): Promise<readonly PutOutcome[]> {
  let sync: CommentSync | undefined;
  try {
    writer.sync ??= openTarget(writer, how.signal);
    sync = await writer.sync;
    if (sync === undefined || snapshots.length === 0) return [];
    const outcomes = await sync.putAll(entriesFor(snapshots, writer.context), how);
    for (const { key, mark } of snapshots) writer.written.set(key, mark.at);
    return outcomes;
  } catch (thrown) {
    if (sync === undefined) writer.sync = undefined;
    if (thrown instanceof HttpError && isFinal(thrown)) writer.refusal = thrown;
    throw thrown;
  } finally {
    noteProgress(writer, sync);
  }
}

function noteProgress({ source, refusal }: WriterState, sync: CommentSync | undefined): void {
  const wroteAgo = sync?.wroteAgo();
  source.note({
    refused: refusal !== undefined,
    ...(sync === undefined ? {} : { known: sync.known() }),
    ...(wroteAgo === undefined ? {} : { wroteAt: Math.round(Date.now() - wroteAgo) }),
  });
}

async function openTarget(
  { context, source, betweenWrites }: WriterState,
  signal: AbortSignal,
): Promise<CommentSync | undefined> {
  const forge = await context.forge();
  const pull = forge && (await findPullRequest(context, forge, { wantsHead: false, signal }));
  if (forge !== undefined && pull === undefined) source.note({ noPullRequest: true });
  if (forge === undefined || pull === undefined) return undefined;
  source.note({ issue: pull.number });
  const isYoung = ({ mark }: Section) => Date.now() - mark.at < RECENTLY;
  return openSync(commentPort(forge, pull.number), {
    betweenWrites,
    mayOthersWrite: (known) => {
      const ours = new Set(source.snapshots().map(({ key }) => key));
      return known.some((section) => !ours.has(section.key) && isYoung(section));
    },
  });
}
