import type { BuildStatus, CloudName } from '../../clouds/cloud.ts';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import type { State } from '../../host/state.ts';
import type { BuildFacts, DeploymentFacts } from '../../report/result.ts';
import { systemClock } from '../../wait.ts';
import { forgetAccess, readSavedAccess, type SavedAccess } from './access.ts';

/**
 * What post must know of a run if main is killed: one value, saved again at every change. No secrets: see access.ts.
 */
export type Running = {
  readonly cloud: CloudName;
  /** The build is being sent and its id is not known yet. */
  readonly submitting?: Submitting;
  readonly buildId?: string;
  /** The build has not ended, as far as main knows. */
  readonly building: boolean;
  /** Main has asked the cloud to cancel. */
  readonly cancelAsked: boolean;
  /** The cloud has a record of the build and does not build it yet. */
  readonly unstarted?: true;
  /** How the build ended, if main saw it. */
  readonly built?: NonNullable<BuildFacts['status']>;
  /** A preview that is to be deleted: its rollout has not ended, as far as main knows, or was ended by a cancel. */
  readonly previewId?: string;
  /** A rollout that has not ended, as far as main knows, and that a cancelled job does not undo. */
  readonly rolloutId?: string;
  /** A deployment is being sent and its id is not known yet: what it is, in words. */
  readonly deploying?: string;
  /** How the rollout ended, if main saw it. */
  readonly rolledOut?: Pick<DeploymentFacts, 'id' | 'status'>;
};

/** The words of the output `build-status` (docs/interface.md, outputs). */
export const OUTPUT_STATUS: Readonly<Partial<Record<BuildStatus, NonNullable<BuildFacts['status']>>>> = {
  succeeded: 'success',
  failed: 'failed',
  cancelled: 'cancelled',
  'timed-out': 'timed_out',
  errored: 'error',
};

/** What identifies a build before it has an id. */
export type Submitting = {
  readonly imageName: string;
  readonly imageTag: string;
  readonly workingTreeHash: string;
  /** On clouds that know builds by the hash of their archive: that, and what else is part of a build's identity. */
  readonly archive?: { readonly contextHash: string; readonly dockerfile: string; readonly region?: string };
  /** Name or id. */
  readonly agent?: string;
  /** When it was sent, by the runner's clock. */
  readonly at: string;
  /** Main's process. */
  readonly pid: number;
};

/**
 * How far a build's creation may be from the time of sending to count as ours: the time of an upload, and clocks that
 * differ.
 */
export const AWAITED_MS = 15 * 60_000;

/** How long post waits for a main that is still sending; main checks for post's mark every second. */
const OVERLAP_MS = 6_000;
const LOOK_MS = 100;

const KEY = 'running';

export function saveRunning(state: State, known: Pick<Running, 'cloud'> & Partial<Running>): void {
  const running: Running = { building: false, cancelAsked: false, ...known };
  state.save(KEY, JSON.stringify(running), brief(running));
}

/**
 * A short form, for hosts that print saved state in the log: cloud, build, preview, rollout, and whether the build
 * runs, was asked to end, was not started, or has succeeded.
 */
function brief({ submitting, deploying, ...running }: Running): string | undefined {
  if (submitting !== undefined || deploying !== undefined) return undefined;
  const { cloud, buildId = '', building, cancelAsked, unstarted, built, previewId = '', rolloutId } = running;
  const is = { b: building, c: cancelAsked, u: unstarted, s: built === 'success' };
  const flags = Object.entries(is).flatMap(([flag, so]) => (so ? flag : []));
  return JSON.stringify([cloud, flags.join(''), buildId, previewId, ...(rolloutId ? [rolloutId] : [])]);
}

function fromBrief([cloud, flags, buildId, previewId, rolloutId]: readonly string[]): Running {
  return {
    cloud: cloud as CloudName,
    building: flags?.includes('b') ?? false,
    cancelAsked: flags?.includes('c') ?? false,
    ...(flags?.includes('u') ? { unstarted: true } : {}),
    ...(flags?.includes('s') ? { built: 'success' } : {}),
    ...(buildId ? { buildId } : {}),
    ...(previewId ? { previewId } : {}),
    ...(rolloutId ? { rolloutId } : {}),
  };
}

/** What an agent's main left running, and with which access, as far as that is known. */
export type LeftRunning = Running & {
  readonly access?: SavedAccess;
  /** The number of the agent, if it is one of several. */
  readonly agent?: number;
};

/** One entry for each agent for which main submitted something and saved a readable value. */
export function readRunning(state: State): readonly LeftRunning[] {
  return state.all().flatMap((one): LeftRunning[] => {
    const text = one.read()[KEY];
    if (!text) return [];
    try {
      const saved = JSON.parse(text) as Running | readonly string[];
      const access = readSavedAccess(one);
      const { agent } = one;
      const running = 'cloud' in saved ? saved : fromBrief(saved);
      if (!Object.hasOwn(CLOUD_TRAITS, running.cloud)) return [];
      return [{ ...running, ...(access && { access }), ...(agent !== undefined && { agent }) }];
    } catch {
      return [];
    }
  });
}

/**
 * Called when an agent has ended: removes what nobody has to stop any more, as state has a size limit
 * (docs/platform.md).
 */
export function forgetEnded(state: State): void {
  const running = readRunning(state);
  if (running.length === 0 || running.some(isUnfinished)) return;
  state.save(KEY, '');
  forgetAccess(state);
}

/** Whether something of this run may still run on the cloud. */
export function isUnfinished({ building, submitting, previewId, rolloutId, deploying }: Running): boolean {
  return building || [submitting, previewId, rolloutId, deploying].some((one) => one !== undefined);
}

/** What main has saved, once it no longer sends anything, has exited, or the wait is over. */
export async function awaitMain(state: State): Promise<readonly LeftRunning[]> {
  for (let left = OVERLAP_MS; ; left -= LOOK_MS) {
    const running = readRunning(state);
    const isSending = running.some(({ submitting }) => submitting !== undefined && isAlive(submitting.pid));
    if (!isSending || left <= 0) return running;
    await systemClock.sleep(LOOK_MS);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
