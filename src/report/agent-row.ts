import { omitUndefined } from '../omit-undefined.ts';
import type { Outcome, RunResult } from './result.ts';
import { isWorking, STATES, shownState, subjectOf } from './states.ts';
import { count } from './units.ts';

/** One agent as one row of the table in comment and summary. Plain data; what is unknown is absent. */
export type AgentRow = {
  readonly state: Outcome;
  readonly agent: string;
  /** The cloud's display name. */
  readonly cloud?: string;
  readonly commit?: string;
  readonly preview?: RowPreview;
  /** The older preview that still runs after this one failed. */
  readonly earlier?: { readonly id: string; readonly commit?: string };
  /** How many previews a teardown left alone. */
  readonly left?: number;
  /** `reused` where this run built nothing. */
  readonly built?: 'reused';
  /** Of the build. */
  readonly seconds?: number;
  /** Of the earlier builds. */
  readonly medianSeconds?: number;
  /** The page of the run, and that of the repository without a slash at its end. */
  readonly runUrl?: string;
  readonly repositoryUrl?: string;
  /** The agent is unknown, as the file that names it could not be read; the same step's next run replaces the row. */
  readonly unnamed?: true;
  /** Identifies the step in its workflow. */
  readonly step?: string;
  /** Distinguishes rows of one agent: the section's key, where it has several sections. */
  readonly key?: string;
};

export type RowPreview = {
  readonly label: string;
  /** The deployment's id. */
  readonly id?: string;
  readonly url?: string;
  /** ISO 8601, UTC. */
  readonly expiresAt?: string;
  /** How to reach it on clouds that give no address, e.g. the name of the preview's own agent. */
  readonly reach?: string;
};

/** The row of one run. */
export function rowOf(result: RunResult): AgentRow {
  const { build, stillRunning, previewsLeft } = result;
  return omitUndefined<AgentRow>({
    state: shownState(result),
    agent: subjectOf(result),
    cloud: result.cloudTitle ?? (result.cloud === '' ? undefined : result.cloud),
    commit: result.source.commit,
    preview: previewOf(result),
    earlier:
      stillRunning &&
      omitUndefined<NonNullable<AgentRow['earlier']>>({ id: stillRunning.id, commit: stillRunning.commit }),
    left: previewsLeft?.length || undefined,
    built: build?.reused ? 'reused' : undefined,
    seconds: build?.reused ? undefined : build?.seconds,
    medianSeconds: build?.medianSeconds,
    runUrl: result.runUrl,
    repositoryUrl: result.repository?.url,
    unnamed: result.unnamed,
    step: result.step,
  });
}

/** A preview that was never deployed, or was deleted, is not in the row. */
function previewOf({ deployment, outcome }: RunResult): RowPreview | undefined {
  const { preview, id, status, goesOn } = deployment ?? {};
  if (preview === undefined) return undefined;
  const isMissing = status !== undefined && status !== 'healthy' && goesOn === undefined;
  if (isMissing || (outcome === 'failed' && status === undefined)) return undefined;
  const { label, url, expiresAt, reach } = preview;
  return omitUndefined<RowPreview>({ label, id, url, expiresAt, reach });
}

/** First what needs a person, then what is running, what is ready, what has ended. */
const ORDER: Readonly<Record<Outcome, number>> = {
  failed: 0,
  cancelled: 1,
  verifying: 2,
  deploying: 3,
  building: 4,
  queued: 5,
  succeeded: 6,
  removed: 7,
  skipped: 8,
  'dry-run': 9,
};

/** Failed first, then working, ready, removed; within these by name. A new array. */
export function sortRows<Row extends AgentRow>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => ORDER[groupOf(a.state)] - ORDER[groupOf(b.state)] || byName(a, b));
}

/** States of running work change often: the order of rows must not change with them. */
function groupOf(state: Outcome): Outcome {
  return isWorking(state) ? 'building' : state;
}

/** By code unit, not by a locale: every writer must get the same order. */
function byName(a: AgentRow, b: AgentRow): number {
  const [one, other] = [a, b].map(({ agent, cloud = '', key = '' }) => `${agent}\0${cloud}\0${key}`);
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/** The worst state's sign and the count of each: `❌` and `1 failed, 2 ready`. */
export function countStates(rows: readonly Pick<AgentRow, 'state'>[]): {
  readonly icon: string;
  readonly words: string;
} {
  const counts = new Map<Outcome, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  const states = [...counts.keys()].sort((a, b) => ORDER[a] - ORDER[b]);
  const words = states.map((state) => count(counts.get(state) ?? 0, STATES[state].word, STATES[state].word));
  return { icon: states[0] === undefined ? '☁️' : STATES[states[0]].icon, words: words.join(', ') };
}

/** `❌ Cloud builds: 1 failed, 2 ready`; words of ours only. */
export function headlineOf(rows: readonly Pick<AgentRow, 'state'>[]): string {
  const { icon, words } = countStates(rows);
  return words === '' ? `${icon} Cloud builds` : `${icon} Cloud builds: ${words}`;
}
