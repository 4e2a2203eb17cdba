import type { RunResult } from '../../report/result.ts';
import type { RunRecorder } from '../../report/run-recorder.ts';
import type { FaultyInputs } from '../../settings/faults.ts';
import type { Settings } from '../../settings/settings.ts';
import type { ChosenAgent } from '../plan/survey.ts';

/** One agent of a run of many. */
export type Member = {
  /** Counts from 0, by folder. */
  readonly index: number;
  readonly agent: ChosenAgent;
  /** What a step of its own would have read; the faults where it could not. */
  readonly settings: Settings | FaultyInputs;
  /** All that is known of it, also after its end. */
  readonly recorder: RunRecorder;
  /** The file of its whole log. */
  readonly logFile: string;
};

/** Whether the run ended well, or at least in a way that needs no attention. */
export function endedWell({ outcome }: RunResult): boolean {
  return outcome === 'succeeded' || outcome === 'removed' || outcome === 'skipped' || outcome === 'dry-run';
}
