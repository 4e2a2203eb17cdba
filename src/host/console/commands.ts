import { clip } from '../../clip.ts';
import type { FilePlace } from '../../errors.ts';
import type { HostTraits } from '../host.ts';
import { escapeCommands } from './escape-commands.ts';
import { escapeControls } from './escape-controls.ts';

export type Severity = 'notice' | 'warning' | 'error';
export type AnnotationTarget = FilePlace & {
  readonly title?: string;
  /** The message is a list; its lines are kept where annotations can have several. */
  readonly severalLines?: boolean;
};

/** Runners cut longer messages (docs/platform.md, annotations). Characters. */
const MESSAGE_LIMIT = 4096;

/** The syntax that all runners understand: `::name key=value,…::data` (docs/platform.md, escaping). */
export function commandLine(
  name: string,
  data: string,
  can: HostTraits,
  properties: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const pairs = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  const head = pairs.length === 0 ? name : `${name} ${pairs.join(',')}`;
  return `::${head}::${escapeData(can.readsCommandsGreedily ? data.replaceAll(/:(?=:)/g, ': ') : data)}\n`;
}

export function annotationLine(
  severity: Severity,
  message: string,
  can: HostTraits,
  target?: Partial<AnnotationTarget>,
): string {
  const { file, line, title } = target ?? {};
  const properties = {
    file,
    line,
    title: title === undefined ? undefined : escapeControls(dotsForBreaks(title)),
  };
  const isList = target?.severalLines === true && can.annotationsOnDiff;
  const text = isList ? clip(message.split('\n').map(inert).join('\n'), MESSAGE_LIMIT) : inert(message);
  return commandLine(severity, text, can, properties);
}

/** A plain line, for when the annotations of this severity are used up. */
export function plainAnnotation(severity: Severity, message: string): string {
  return `${severity[0]?.toUpperCase()}${severity.slice(1)}: ${inert(message)}\n`;
}

/** One line within the limit, without anything that a runner takes for a command. */
function inert(message: string): string {
  return clip(escapeCommands(escapeControls(dotsForBreaks(message))), MESSAGE_LIMIT);
}

/** Replaces line breaks by a dot, since some hosts show an annotation as one log line. */
export function dotsForBreaks(text: string): string {
  // Not by one regular expression: it would search the end of the line at each blank.
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' · ');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
