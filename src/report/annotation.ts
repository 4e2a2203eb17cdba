import { clip } from '../clip.ts';
import { buildFailure, deploymentFailure } from './failure.ts';
import type { Failure, RunResult } from './result.ts';
import { oneLine } from './text.ts';

/** The one error annotation of a failed step (docs/interface.md, Exit); every text is one line. */
export type Annotation = {
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
};

/** Runners cut at 4,096 characters and show far less. */
const LONGEST_MESSAGE = 1000;
/** Faulty inputs are told all at once, and nobody shall mend them one a run. */
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

/** The failure as the run told it, else as its facts show it. */
export function failureOf(result: RunResult): Failure | undefined {
  if (result.failure) return result.failure;
  if (result.outcome !== 'failed') return undefined;
  const { build, deployment } = result;
  if (deployment?.status !== undefined && deployment.status !== 'healthy')
    return deploymentFailure(deployment);
  if (build) return buildFailure(build);
  return { title: 'Cloud build failed', message: 'The step failed before the build began.' };
}

/** What to do comes last and is never cut: the log lines give way. */
function messageOf(failure: Failure, lines: readonly string[]): string {
  const hint = failure.hint === undefined ? '' : ` What to do: ${command(failure.hint, 300)}`;
  const isList = failure.message.includes('\n');
  const what = command(failure.message, isList ? LONGEST_LIST : 500);
  const log = lines.map((line) => command(line, 120)).join(' | ');
  const said = log === '' ? sentence(what) : `${sentence(what)} Last lines: ${sentence(log)}`;
  return `${clip(said, (isList ? LONGEST_LIST : LONGEST_MESSAGE) - hint.length)}${hint}`;
}

function lastLines(result: RunResult): readonly string[] {
  const isDeployment = result.deployment?.status !== undefined && result.deployment.status !== 'healthy';
  const lines = isDeployment ? result.deployment?.lines : result.build?.failing?.lines;
  return (lines ?? []).filter((line) => line.trim() !== '').slice(-LAST_LINES);
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Some runners look for `::` and `##[` anywhere in a command (docs/platform.md, Commands and log). */
function command(text: string, limit: number): string {
  return oneLine(text, limit).replaceAll('::', '∷').replaceAll('##[', '## [');
}
