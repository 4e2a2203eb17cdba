import { AbortedError, messageOf } from '../../errors.ts';
import { brokenLine } from '../../report/log-lines.ts';
import type { Step } from './step.ts';

type PhasePlan = {
  readonly name: string;
  /** The group's title where it is not the name. */
  readonly group?: string;
  /** Milliseconds for the cloud's requests: the phase's timeout input. */
  readonly withinMs?: number;
};

/**
 * Runs one phase: a foldable group, a duration in the recorder, and one closing line outside the group, also if the
 * phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
export async function phase<T>(
  step: Step,
  { name, group, withinMs }: PhasePlan,
  work: () => Promise<T>,
  closing: (value: T, ms: number) => string,
): Promise<T> {
  const { console, recorder } = step;
  const began = performance.now();
  console.group(group ?? name);
  try {
    const timed = withinMs === undefined ? work : () => step.within(withinMs, work);
    const value = await recorder.phase(name, timed);
    console.endGroup();
    console.info(closing(value, performance.now() - began));
    return value;
  } catch (thrown) {
    console.endGroup();
    if (!(thrown instanceof AbortedError)) {
      console.info(brokenLine(name, messageOf(thrown), performance.now() - began));
    }
    throw thrown;
  }
}
