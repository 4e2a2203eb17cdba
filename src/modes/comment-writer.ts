import { digestOf, encodeKey, type RunMark, type Section } from '../report/comment-marker.ts';
import { compareRuns } from '../report/comment-order.ts';
import { type CommentSync, openSync, type PutOutcome } from '../report/comment-sync.ts';
import type { Outcome, RunResult } from '../report/result.ts';
import { renderSection } from '../report/section.ts';
import type { CommentStage } from './comment.ts';
import { openNotes } from './comment-notes.ts';
import { commentPort } from './comment-port.ts';
import { commentTrouble, isFinal } from './comment-trouble.ts';
import { imageNameOf } from './identity.ts';
import { findPullRequest } from './pull-request.ts';

export type CommentWriter = {
  /** What the ledger says now, not read back. */
  readonly draft: () => Promise<void>;
  /** From now on post knows that this step spoke its last word, and which. */
  readonly settle: () => void;
  /** The last word, read back; one warning where that failed. */
  readonly final: () => Promise<void>;
};

const DRAFT_WITHIN = 60_000;
const FINAL_WITHIN = 25_000;
/** A cancelled step is killed soon (docs/platform.md, Cancellation); post goes on. */
const FAREWELL_WITHIN = 3_500;

type Desk = {
  readonly stage: CommentStage;
  readonly key: string;
  readonly save: ReturnType<typeof openNotes>;
  /** The mark of the last snapshot. */
  mark: RunMark;
  settled: boolean;
  result: RunResult;
  target: Promise<Target | undefined> | undefined;
  issue: number | undefined;
  sync: CommentSync | undefined;
  /** What would happen again. */
  refusal: unknown;
};

type Target = { readonly issue: number; readonly sync: CommentSync };

export function openWriter(stage: CommentStage): CommentWriter {
  const desk: Desk = {
    stage,
    key: sectionKey(stage),
    save: openNotes(stage.temp, stage.state),
    mark: runMark(stage),
    settled: false,
    result: stage.ledger.result(),
    target: undefined,
    issue: undefined,
    sync: undefined,
    refusal: undefined,
  };
  return {
    draft: () => draft(desk),
    settle: () => {
      desk.settled = true;
      snapshot(desk);
    },
    final: () => final(desk),
  };
}

/** docs/interface.md, comment-key: the cloud and the agent or image. */
export function sectionKey({ settings, trigger }: Pick<CommentStage, 'settings' | 'trigger'>): string {
  const { comment, cloud, agent } = settings;
  return encodeKey(comment.key ?? `${cloud}/${agent?.value ?? imageNameOf({ settings, trigger })}`);
}

function runMark({ env, trigger }: CommentStage): RunMark {
  return {
    workflow: digestOf(env.GITHUB_WORKFLOW ?? '').slice(0, 8),
    runId: /^\d{1,15}$/.test(trigger.runId ?? '') ? Number(trigger.runId) : 0,
    runNumber: trigger.runNumber,
    attempt: trigger.runAttempt,
    at: 0,
  };
}

/** The facts of this moment, and before anything is sent, the notes for post. */
function snapshot(desk: Desk): void {
  desk.result = desk.stage.ledger.result();
  desk.mark = { ...desk.mark, at: Math.max(Date.now(), desk.mark.at + 1) };
  note(desk);
}

function note(desk: Desk): void {
  const { stage, save, key, mark, settled, issue, sync } = desk;
  const wroteAgo = sync?.wroteAgo();
  const conceal = (_name: string, value: unknown) =>
    typeof value === 'string' ? stage.console.conceal(value) : value;
  save({
    key,
    mark,
    settled,
    onlyFailures: stage.settings.comment.when === 'on-failure',
    result: JSON.parse(JSON.stringify(desk.result, conceal)),
    known: sync?.known() ?? [],
    ...(issue === undefined ? {} : { issue }),
    ...(wroteAgo === undefined ? {} : { wroteAt: Math.round(Date.now() - wroteAgo) }),
  });
}

async function draft(desk: Desk): Promise<void> {
  if (desk.settled || desk.refusal !== undefined) return;
  snapshot(desk);
  const signal = AbortSignal.any([desk.stage.signal, AbortSignal.timeout(DRAFT_WITHIN)]);
  try {
    await put(desk, { confirm: false, signal });
  } catch (thrown) {
    if (isFinal(thrown)) desk.refusal = thrown;
    throw thrown;
  }
}

async function final(desk: Desk): Promise<void> {
  const { console, ledger, signal: cancelled } = desk.stage;
  try {
    if (desk.refusal !== undefined) throw desk.refusal;
    const signal = AbortSignal.timeout(cancelled.aborted ? FAREWELL_WITHIN : FINAL_WITHIN);
    const outcome = await put(desk, { confirm: true, signal });
    if (outcome) told(desk, outcome);
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

function told({ stage, mark }: Desk, outcome: PutOutcome): void {
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
  desk.target ??= findTarget(desk, how.signal).catch((thrown: unknown) => {
    desk.target = undefined;
    throw thrown;
  });
  const target = await desk.target;
  if (target === undefined) return undefined;
  const { comment } = desk.stage.settings;
  const when = isNews(comment.when, desk.result.outcome) ? 'always' : 'if-present';
  try {
    return await target.sync.put(sectionOf(desk), { when, ...how });
  } finally {
    note(desk);
  }
}

/** `on-failure` speaks up for a failure; what it said before is corrected, or it would be a lie. */
export function isNews(when: 'auto' | 'always' | 'never' | 'on-failure', outcome: Outcome): boolean {
  return when !== 'on-failure' || outcome === 'failed';
}

async function findTarget(desk: Desk, signal: AbortSignal): Promise<Target | undefined> {
  const forge = await desk.stage.forge();
  const pull = forge && (await findPullRequest(desk.stage, forge, { wantsHead: false, signal }));
  if (forge === undefined || pull === undefined) return undefined;
  desk.issue = pull.number;
  desk.sync = openSync(commentPort(forge, pull.number));
  note(desk);
  return { issue: pull.number, sync: desk.sync };
}

function sectionOf({ stage, key, mark, result }: Desk): Section {
  return renderedSection(result, { key, mark }, stage.console.conceal);
}

/** What the facts look like in the comment, without secrets, however little room there is. */
export function renderedSection(
  result: RunResult,
  of: Pick<Section, 'key' | 'mark'>,
  conceal: (text: string) => string,
): Section {
  const { at } = of.mark;
  return {
    ...of,
    state: result.outcome,
    body: conceal(renderSection(result, { now: at })),
    cut: false,
    within: (maxBytes) => conceal(renderSection(result, { now: at, maxBytes })),
  };
}
