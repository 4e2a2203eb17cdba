import { clip } from '../clip.ts';
import { isProgress } from '../log-line.ts';
import { buildFailure, deploymentFailure } from './failure.ts';
import { builderReason, reasonLine } from './failure-reason.ts';
import type { Failure, RunResult } from './result.ts';
import { oneLine, withoutBackticks } from './text.ts';

/**
 * The one error annotation of a failed step (docs/interface.md, Exit); every text is one line, except a list of
 * faults.
 */
export type Annotation = {
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
};

/** Runners cut at 4,096 characters and show far less. */
const LONGEST_MESSAGE = 1000;
/** All input errors are reported together, so that nobody fixes only one per run. */
const LONGEST_LIST = 3500;
const LAST_LINES = 3;

/** What failed and what to do about it; `undefined` where nothing failed. */
export function annotationOf(result: RunResult): Annotation | undefined {
  const failure = failureOf(result);
  if (!failure) return undefined;
  const place = failure.place ?? result.build?.failing?.place;
  return {
    title: command(failure.title, 200),
    message: messageOf(failure, lastLines(result)),
    ...(place ? { file: place.file } : {}),
    ...(place?.line === undefined ? {} : { line: place.line }),
  };
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

/** "What to do" comes last and is never cut: log lines are cut first. A list of faults keeps its lines. */
function messageOf(failure: Failure, lines: readonly string[]): string {
  const hint = failure.hint === undefined ? '' : `What to do: ${command(failure.hint, 300)}`;
  if (failure.faults !== undefined) {
    const points = failure.faults.map(({ where, words }) => `- ${command(`${where}: ${words}`, 500)}`);
    const list = [command(failure.message, 500), ...points].join('\n');
    return `${clip(list, LONGEST_LIST - hint.length)}\n${hint}`.trimEnd();
  }
  const isList = failure.message.includes('\n');
  const what = command(failure.message, isList ? LONGEST_LIST : 500);
  const log = lines.map((line) => command(line, 120)).join(' | ');
  const withLog = log === '' ? sentence(what) : `${sentence(what)} Last lines: ${sentence(log)}`;
  return `${clip(withLog, (isList ? LONGEST_LIST : LONGEST_MESSAGE) - hint.length - 1)} ${hint}`.trimEnd();
}

/** The last lines, including the one with the reason; empty where the failure itself quotes the builder. */
function lastLines({ build, deployment }: RunResult): readonly string[] {
  if (deployment?.status !== undefined && deployment.status !== 'healthy') return lastOf(deployment.lines);
  if (build === undefined || builderReason(build.failing?.message) !== undefined) return [];
  const lines = build.failing?.lines ?? build.log?.lines ?? [];
  const last = lastOf(lines);
  const reason = reasonLine(lines);
  const isShown = reason === undefined || last.some((line) => oneLine(line, 300) === reason);
  return isShown ? last : [reason, ...last.slice(1)];
}

function lastOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.trim() !== '' && !isProgress(line)).slice(-LAST_LINES);
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/**
 * Without Markdown, which neither a log nor an annotation renders. Some runners look for `::` and `##[` anywhere in a
 * command (docs/platform.md, Commands and log).
 */
function command(text: string, limit: number): string {
  return oneLine(withoutBackticks(text), limit).replaceAll('::', '∷').replaceAll('##[', '## [');
}
