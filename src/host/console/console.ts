import { withoutBackticks } from '../../without-backticks.ts';
import type { Host } from '../host.ts';
import type { Severity } from './commands.ts';
import {
  type AnnotationTarget,
  annotationLine,
  commandLine,
  dotsForBreaks,
  plainAnnotation,
} from './commands.ts';
import { escapeCommands } from './escape-commands.ts';
import { escapeControls } from './escape-controls.ts';
import { type Groups, openGroups } from './groups.ts';
import { openMasks } from './masks.ts';
import { type Write, writeTo } from './output.ts';

export { drained } from './drain.ts';

/**
 * The log. All text is escaped and its secrets are masked; the output is the same on a terminal, in a file and in a
 * pipe. If a method returns a promise, the caller waits until the reader has caught up.
 */
export type Console = Groups & {
  readonly info: (text: string) => void;
  /** Shown only if the runner's debug log is on (RUNNER_DEBUG). */
  readonly debug: (text: string) => void;
  readonly notice: (message: string, target?: Partial<AnnotationTarget>) => void;
  readonly warning: (message: string, target?: Partial<AnnotationTarget>) => void;
  /** Closes the open group first, since nobody sees an error inside a folded group. */
  readonly error: (message: string, target?: Partial<AnnotationTarget>) => void;
  /** Masks a secret from now on, line by line; lines under 4 characters are not masked. */
  readonly mask: (value: string) => void;
  /** The text with all masked values as `***`, for text that does not go to the log. */
  readonly maskText: (text: string) => string;
  /**
   * Prints lines of another log, or a long list, completely and in order, as fast as the reader takes them; terminal
   * controls are made visible (escape-controls.ts).
   */
  readonly buildLines: (lines: Iterable<string>) => Promise<void>;
};

/** Runners take 10 annotations of a kind from one step; two are left for other code in it. */
const ANNOTATIONS_OF_A_KIND = 8;
/** Only we write errors, one for each agent that failed: all ten are used. */
const ERRORS = 10;

/** Characters in one write: large enough for a million lines to be fast, small enough to limit memory. */
const WRITE_SIZE = 128 * 1024;

/** @param write where the text goes; by default stdout. If stdout is closed, the step goes on. */
export function openConsole(host: Host, write: Write = writeTo(process.stdout)): Console {
  const masks = openMasks(host.can);
  const left = {
    notice: ANNOTATIONS_OF_A_KIND,
    warning: ANNOTATIONS_OF_A_KIND,
    error: ERRORS,
  };

  const inert = (text: string) => escapeCommands(escapeControls(masks.maskText(text)));
  const command = (name: string, data: string, properties?: Readonly<Record<string, string>>) => {
    write(commandLine(name, masks.maskText(data), host.can, properties));
  };
  const info = (text: string) => void write(`${inert(text)}\n`);
  const groups = openGroups(command, info);
  const annotate = (severity: Severity) => (message: string, target?: Partial<AnnotationTarget>) => {
    if (severity === 'error') groups.endGroup();
    // The same message may be Markdown in a summary.
    const text = withoutBackticks(masks.maskText(message));
    const annotated = left[severity]-- > 0;
    const concealed =
      target?.title === undefined ? target : { ...target, title: masks.maskText(target.title) };
    write(annotated ? annotationLine(severity, text, host.can, concealed) : plainAnnotation(severity, text));
  };
  return {
    ...groups,
    info,
    debug: (text) => command('debug', escapeControls(dotsForBreaks(text))),
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    mask(value) {
      for (const text of masks.add(value)) write(commandLine('add-mask', text, host.can));
    },
    maskText: masks.maskText,
    buildLines: (lines) => writeLines(lines, (text) => write(inert(text))),
  };
}

async function writeLines(lines: Iterable<string>, write: Write): Promise<void> {
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < WRITE_SIZE) continue;
    await write(text);
    text = '';
  }
  if (text !== '') await write(text);
}
