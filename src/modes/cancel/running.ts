import type { CloudName } from '../../clouds/cloud.ts';
import type { State } from '../../host/state.ts';
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
  /** A preview whose rollout has not ended, as far as main knows. */
  readonly previewId?: string;
};

/** What identifies a build before it has an id. */
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

/**
 * How far a build's creation may be from the time of sending to count as ours: the time of an upload, and clocks that
 * differ.
 */
export const AWAITED_MS = 15 * 60_000;

/** How long post waits for a main that is still sending; main checks for post's mark every second. */
const OVERLAP_MS = 6_000;
const LOOK_MS = 100;

const KEY = 'running';

export function saveRunning(state: State, running: Running): void {
  state.save(KEY, JSON.stringify(running), brief(running));
}

/**
 * A short form, for hosts that print saved state in the log: cloud, build, preview, and whether it builds and was
 * asked to end.
 */
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

/** What an agent's main left running, and with which access, as far as that is known. */
export type LeftRunning = Running & { readonly access?: SavedAccess };

/** One entry for each agent for which main submitted something and saved a readable value. */
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
export function isUnfinished({ submitting, building, previewId }: Running): boolean {
  return building || submitting !== undefined || previewId !== undefined;
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
