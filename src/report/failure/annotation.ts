import { isProgress } from '../../log-line.ts';
import type { Failure, RunResult } from '../result.ts';
import { oneLine } from '../text.ts';
import { type Annotation, annotationOfFailure } from './annotation-text.ts';
import { buildFailure, deploymentFailure } from './failure.ts';
import { builderReason, reasonLine } from './reason.ts';

const LAST_LINES = 3;
/** Characters of a log line that ends a build's or a deployment's message (failure.ts). */
const QUOTED = [300, 500];

/** What failed and what to do about it; `undefined` where nothing failed. */
export function annotationOf(result: RunResult): Annotation | undefined {
  const failure = failureOf(result);
  if (!failure) return undefined;
  const place = failure.place ?? result.build?.failing?.place;
  // Without a failing step the message ends in a line of the log: it need not be read twice.
  const isQuoted = (line: string) => QUOTED.some((limit) => failure.message.endsWith(oneLine(line, limit)));
  const lines = lastLines(result).filter((line) => !isQuoted(line));
  return annotationOfFailure({ ...failure, ...(place && { place }) }, lines);
}

/** The failure that was recorded, else the one that the facts show. */
export function failureOf(result: RunResult): Failure | undefined {
  if (result.failure) return result.failure;
  if (result.outcome !== 'failed') return undefined;
  const { build, deployment } = result;
  if (deployment?.status !== undefined && deployment.status !== 'healthy')
    return deploymentFailure(deployment);
  if (build) return buildFailure(build);
  return { title: 'Cloud build failed', message: 'The step failed before the build began.' };
}

/** The last lines, including the one with the reason; empty where the failure quotes the builder, or the step printed nothing. */
function lastLines({ build, deployment }: RunResult): readonly string[] {
  if (deployment?.status !== undefined && deployment.status !== 'healthy') return lastOf(deployment.lines);
  if (build === undefined || builderReason(build.failing?.message) !== undefined) return [];
  if (build.failing?.silent && build.failing.message !== undefined) return [];
  const lines = build.failing?.lines ?? build.log?.lines ?? [];
  const last = lastOf(lines);
  const reason = reasonLine(lines);
  const isShown = reason === undefined || last.some((line) => oneLine(line, 300) === reason);
  return isShown ? last : [reason, ...last.slice(1)];
}

function lastOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.trim() !== '' && !isProgress(line)).slice(-LAST_LINES);
}
