import type { BuildStep } from './result.ts';
import { oneLine } from './text.ts';
import { count, duration } from './units.ts';

/** Earlier builds: how long each took in seconds, newest first, and the steps of the newest where its log is known. */
export type PastBuild = { readonly seconds: readonly number[]; readonly steps: readonly BuildStep[] };

/** A step has grown if it takes this much longer, in seconds: less is chance. */
const NOTABLE_SECONDS = 1;

/** `2m 10s, median of the last 20 builds: 2m 31s; RUN pip install grew most, by 12 s`. Absent without earlier builds. */
export function compareBuilds(
  build: { readonly seconds: number; readonly steps: readonly BuildStep[] },
  past: PastBuild,
): string | undefined {
  if (past.seconds.length === 0) return undefined;
  const median = medianOf(past.seconds);
  const of =
    past.seconds.length === 1
      ? 'the build before'
      : `median of the last ${count(past.seconds.length, 'build')}`;
  const sentence = `${duration(build.seconds * 1000)}, ${of}: ${duration(median * 1000)}`;
  const grown = mostGrown(build.steps, past.steps);
  if (!grown) return sentence;
  return `${sentence}; ${oneLine(grown.name, 80)} grew most, by ${duration(grown.by * 1000)}`;
}

/** NaN for no values. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const lower = sorted[Math.floor(middle)] ?? Number.NaN;
  const upper = sorted[Math.ceil(middle)] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Steps are matched by instruction, since their numbers shift when one is added. Of equal ones the first counts. */
function mostGrown(
  steps: readonly BuildStep[],
  before: readonly BuildStep[],
): { readonly name: string; readonly by: number } | undefined {
  const known = new Map(before.toReversed().map((step) => [nameOf(step), step]));
  const grown = steps.flatMap((step) => {
    const was = known.get(nameOf(step));
    if (step.seconds === undefined || was?.seconds === undefined) return [];
    // The time of a cached step is not the step's own time.
    return was.state === 'cached' ? [] : [{ name: nameOf(step), by: step.seconds - was.seconds }];
  });
  const most = grown.toSorted((a, b) => b.by - a.by)[0];
  return most && most.by >= NOTABLE_SECONDS ? most : undefined;
}

function nameOf({ instruction, name }: BuildStep): string {
  return instruction ?? name;
}
