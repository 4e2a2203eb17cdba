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
 * The log. All text that passes through it is made inert and has its secrets masked; it looks the same on a
 * terminal, in a file and in a pipe. Whatever returns a promise asks its caller to wait until there is room.
 */
export type Console = Groups & {
  readonly info: (text: string) => void;
  /** The runner decides whether it is shown (RUNNER_DEBUG). */
  readonly debug: (text: string) => void;
  readonly notice: (message: string, target?: Partial<AnnotationTarget>) => void;
  readonly warning: (message: string, target?: Partial<AnnotationTarget>) => void;
  /** Closes the open group first: an error inside a folded group is an error that nobody sees. */
  readonly error: (message: string, target?: Partial<AnnotationTarget>) => void;
  /** Hides a secret from now on, line by line; lines under 4 characters are not hidden. */
  readonly mask: (value: string) => void;
  /** The text with all masked values as `***`, for what leaves by another way than the log. */
  readonly maskText: (text: string) => string;
  /**
   * Lines of a foreign log, or a list of any length, complete and in order, each when there is room for it; what would act
   * on a terminal is shown (escape-controls.ts).
   */
  readonly buildLines: (lines: Iterable<string>) => Promise<void>;
};

/** Runners take 10 annotations of a kind from one step; two are left to whatever else speaks in it. */
const ANNOTATIONS_OF_A_KIND = 8;
/** Errors are ours alone, one for each agent that failed: all ten are used. */
const ERRORS = 10;

/** Characters in one write: enough to make a million lines cheap, few enough to bound memory. */
const WRITE_SIZE = 128 * 1024;

/** @param write where the text goes; by default stdout, whose end does not end the step. */
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
    const text = masks.maskText(message);
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
