import { digestOf, encodeKey } from '../../report/comment/key.ts';
import type { RunMark } from '../../report/comment/marker.ts';
import type { Outcome, RunResult } from '../../report/result.ts';
import { imageNameOf } from '../build/image-name.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import type { CommentContext } from './context.ts';
import { openSavedComment, type SavedProgress } from './saved-comment.ts';

/** The current state of one agent's section. Each change is saved for post before it is written. */
export type OwnSection = {
  /** Takes the recorder's current facts. */
  readonly snapshot: () => void;
  /** The same, as the final ones. */
  readonly settle: () => void;
  readonly current: () => Snapshot;
  /** Saves the progress of writing together with the section. */
  readonly note: (progress: Partial<SavedProgress>) => void;
};

export type Snapshot = {
  readonly key: string;
  /** `at` is 0 before the first snapshot. */
  readonly mark: RunMark;
  readonly result: RunResult;
  readonly settled: boolean;
};

export function openOwnSection(context: CommentContext): OwnSection {
  const { settings, recorder, console } = context;
  const save = openSavedComment(context.temp, context.state);
  let progress: SavedProgress = firstProgress(context);
  const step = stepOf(context.env);
  const resultNow = (): RunResult => ({ ...recorder.result(), step });
  let now: Snapshot = {
    key: sectionKey(context),
    mark: runMark(context),
    result: resultNow(),
    settled: false,
  };
  const maskText = (_name: string, value: unknown) =>
    typeof value === 'string' ? console.maskText(value) : value;
  const keep = () => {
    const onlyFailures = settings.comment.when === 'on-failure';
    const result = JSON.parse(JSON.stringify(now.result, maskText)) as RunResult;
    save({ ...progress, section: { ...now, result, onlyFailures } });
  };
  const take = (settled: boolean) => {
    const mark = { ...now.mark, at: Math.max(Date.now(), now.mark.at + 1) };
    now = { ...now, mark, result: resultNow(), settled };
    keep();
  };
  return {
    snapshot: () => take(false),
    settle: () => take(true),
    current: () => now,
    note: (more) => {
      progress = { ...progress, ...more };
      keep();
    },
  };
}

/** What is known before the first request to the forge. */
export function firstProgress({
  settings,
  trigger,
}: Pick<CommentContext, 'settings' | 'trigger'>): SavedProgress {
  const issue = givenNumber({ settings, trigger });
  return { refused: false, known: [], ...(issue === undefined ? {} : { issue }) };
}

/** docs/interface.md, comment-key: the cloud and the agent or image. */
function sectionKey({ settings, trigger }: Pick<CommentContext, 'settings' | 'trigger'>): string {
  const { comment, cloud, agent, unreadProject } = settings;
  const name = agent?.value ?? unreadProject ?? imageNameOf({ settings, trigger });
  return encodeKey(comment.key ?? `${cloud}/${name}`);
}

/** The mark of this run before it has said anything: `at` is 0. */
export function runMark({ env, trigger }: Pick<CommentContext, 'env' | 'trigger'>): RunMark {
  return {
    workflow: digestOf(workflowOf(env)).slice(0, 8),
    runId: /^\d{1,15}$/.test(trigger.runId ?? '') ? Number(trigger.runId) : 0,
    runNumber: trigger.runNumber,
    attempt: trigger.runAttempt,
    at: 0,
  };
}

/** Jobs of one matrix have the same. */
function stepOf({ GITHUB_JOB: job = '', GITHUB_ACTION: action = '' }: CommentContext['env']): string {
  return digestOf(`${job}/${action}`).slice(0, 8);
}

/**
 * Forges count the runs of each workflow file. Names do not identify it: a file that is moved keeps its name and begins
 * at 1 again, and two files may have the same one.
 */
function workflowOf({ GITHUB_WORKFLOW_REF: ref, GITHUB_WORKFLOW: name }: CommentContext['env']): string {
  const file = ref?.replace(/@.*$/s, '');
  return file || (name ?? '');
}

/**
 * Whether the outcome makes a new section: `on-failure` adds one only for a failure. An existing section is updated
 * anyway.
 */
export function isNews(when: 'auto' | 'always' | 'never' | 'on-failure', outcome: Outcome): boolean {
  return when !== 'on-failure' || outcome === 'failed';
}
