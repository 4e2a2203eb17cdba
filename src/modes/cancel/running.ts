import type { CloudName } from '../../clouds/cloud.ts';
import type { State } from '../../host/state.ts';
import { systemClock } from '../../wait.ts';
import { forgetAccess, readSavedAccess, type SavedAccess } from './access.ts';

/**
 * What post must know of a run that main may not live to end: one value, saved anew at every turn.
 * No secrets: see access.ts.
 */
export type Running = {
  readonly cloud: CloudName;
  /** The build is on its way and its id is not known yet. */
  readonly submitting?: Submitting;
  readonly buildId?: string;
  /** The build has not ended, as far as main knows. */
  readonly building: boolean;
  /** Main has asked the cloud to cancel. */
  readonly cancelAsked: boolean;
  /** A preview whose rollout has not ended, as far as main knows. */
  readonly previewId?: string;
};

/** What a build is known by before the cloud has named it. */
export type Submitting = {
  readonly imageName: string;
  readonly imageTag: string;
  readonly workingTreeHash: string;
  /** Name or id. */
  readonly agent?: string;
  /** When it was sent, by the runner's clock. */
  readonly at: string;
  /** Main's process. */
  readonly pid: number;
};

/** How far from the time of sending a build may be dated and be ours: an upload's length and a clock's fault. */
export const AWAITED_MS = 15 * 60_000;

/** For so long post lets a main that still runs end what it is sending; main looks for post's mark every second. */
const OVERLAP_MS = 6_000;
const LOOK_MS = 100;

const KEY = 'running';

export function saveRunning(state: State, running: Running): void {
  state.save(KEY, JSON.stringify(running), brief(running));
}

/** For the log of hosts that print it: cloud, build, preview, and whether it builds and was asked to end. */
function brief({
  cloud,
  submitting,
  buildId,
  building,
  cancelAsked,
  previewId,
}: Running): string | undefined {
  if (submitting !== undefined) return undefined;
  const flags = `${building ? 'b' : ''}${cancelAsked ? 'c' : ''}`;
  return JSON.stringify([cloud, flags, buildId ?? '', previewId ?? '']);
}

function fromBrief([cloud, flags, buildId, previewId]: readonly string[]): Running {
  return {
    cloud: cloud as CloudName,
    building: flags?.includes('b') ?? false,
    cancelAsked: flags?.includes('c') ?? false,
    ...(buildId ? { buildId } : {}),
    ...(previewId ? { previewId } : {}),
  };
}

/** What an agent's main left running, and where and as whom it worked, as far as that is known. */
export type LeftRunning = Running & { readonly access?: SavedAccess };

/** One entry for each agent for which main submitted something; none where it left nothing readable. */
export function readRunning(state: State): readonly LeftRunning[] {
  return state.all().flatMap((one): LeftRunning[] => {
    const text = one.read()[KEY];
    if (!text) return [];
    try {
      const saved = JSON.parse(text) as Running | readonly string[];
      const access = readSavedAccess(one);
      return [{ ...('cloud' in saved ? saved : fromBrief(saved)), ...(access && { access }) }];
    } catch {
      return [];
    }
  });
}

/** An agent has ended: what nobody has to stop any more need not be kept, as state has a limit (docs/platform.md). */
export function forgetEnded(state: State): void {
  const running = readRunning(state);
  if (running.length === 0 || running.some(isUnfinished)) return;
  state.save(KEY, '');
  forgetAccess(state);
}

/** Whether the cloud may still be at work for this run. */
export function isUnfinished({ submitting, building, previewId }: Running): boolean {
  return building || submitting !== undefined || previewId !== undefined;
}

/** What main has saved once it no longer sends anything, or has gone, or has had its time. */
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
