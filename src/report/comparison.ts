import type { BuildStep } from './result.ts';
import { oneLine } from './text.ts';
import { count, duration } from './units.ts';

/** An earlier build: its seconds, and its steps where its log is known. */
export type PastBuild = { readonly seconds: number; readonly steps: readonly BuildStep[] };

/** A step has grown when it takes this much longer, in seconds: less is noise. */
const NOTABLE_SECONDS = 1;

/** `2m 10s, median of the last 20: 2m 31s; RUN pip install grew most, by 12 s`. Absent where there is nothing to compare. */
export function compareBuilds(
  build: { readonly seconds?: number; readonly steps: readonly BuildStep[] },
  past: readonly PastBuild[],
): string | undefined {
  if (build.seconds === undefined || past.length === 0) return undefined;
  const median = medianOf(past.map(({ seconds }) => seconds));
  const of = past.length === 1 ? 'the build before' : `median of the last ${count(past.length, 'build')}`;
  const sentence = `${duration(build.seconds * 1000)}, ${of}: ${duration(median * 1000)}`;
  const grown = mostGrown(build.steps, past.find(({ steps }) => steps.length > 0)?.steps ?? []);
  if (!grown) return sentence;
  return `${sentence}; ${oneLine(grown.name, 80)} grew most, by ${duration(grown.by * 1000)}`;
}

/** @throws nothing; of no values it is NaN */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** Steps are the same by their instruction: their numbers shift when one is added. */
function mostGrown(
  steps: readonly BuildStep[],
  before: readonly BuildStep[],
): { name: string; by: number } | undefined {
  const known = new Map(before.map((step) => [step.instruction ?? step.name, step.seconds ?? 0]));
  const grown = steps.flatMap((step) => {
    const name = step.instruction ?? step.name;
    const was = known.get(name);
    return was === undefined || step.seconds === undefined ? [] : [{ name, by: step.seconds - was }];
  });
  const most = grown.toSorted((a, b) => b.by - a.by)[0];
  return most && most.by >= NOTABLE_SECONDS ? most : undefined;
}
