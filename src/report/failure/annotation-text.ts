import { clip } from '../../clip.ts';
import { withoutBackticks } from '../../without-backticks.ts';
import type { Failure } from '../result.ts';
import { oneLine } from '../text.ts';

/** The one error annotation of a failed step (docs/interface.md, Exit); every text is one line but for a list of faults. */
export type Annotation = {
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
};

/** Runners cut at 4,096 characters and show far less. */
const LONGEST_MESSAGE = 1000;
/** All input errors are reported together, so that nobody has to fix one a run. */
const LONGEST_LIST = 3500;

/**
 * A failure in the words of an annotation. Apart from `annotation.ts`, which knows builds and their logs, as faulty inputs have
 * neither.
 * @param lines the last ones of a log
 */
export function annotationOfFailure(failure: Failure, lines: readonly string[] = []): Annotation {
  const { place } = failure;
  return {
    title: command(failure.title, 200),
    message: messageOf(failure, lines),
    ...(place ? { file: place.file } : {}),
    ...(place?.line === undefined ? {} : { line: place.line }),
  };
}

/** What to do comes last and is never cut: the log lines give way. A list of faults keeps its lines. */
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
  const said = log === '' ? sentence(what) : `${sentence(what)} Last lines: ${sentence(log)}`;
  return `${clip(said, (isList ? LONGEST_LIST : LONGEST_MESSAGE) - hint.length - 1)} ${hint}`.trimEnd();
}

export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Without Markdown, which neither a log nor an annotation draws. Some runners look for `::` and `##[` anywhere in a command (docs/platform.md, Commands and log). */
function command(text: string, limit: number): string {
  return oneLine(withoutBackticks(text), limit).replaceAll('::', '∷').replaceAll('##[', '## [');
}
