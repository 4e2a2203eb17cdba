import { AbortedError, messageOf } from '../errors.ts';
import { brokenLine } from '../report/story.ts';
import type { Step } from './step.ts';

/**
 * One phase of the story: a foldable group, a stretch of time in the ledger, and one closing line outside the
 * group, also where the phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
export async function phase<T>(
  step: Step,
  names: { readonly name: string; readonly group?: string },
  work: () => Promise<T>,
  closing: (value: T, ms: number) => string,
): Promise<T> {
  const { console, ledger } = step;
  const began = performance.now();
  console.group(names.group ?? names.name);
  try {
    const value = await ledger.phase(names.name, work);
    console.endGroup();
    console.info(closing(value, performance.now() - began));
    return value;
  } catch (thrown) {
    console.endGroup();
    if (!(thrown instanceof AbortedError)) {
      console.info(brokenLine(names.name, messageOf(thrown), performance.now() - began));
    }
    throw thrown;
  }
}
