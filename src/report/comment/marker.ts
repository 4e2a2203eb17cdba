import type { AgentRow } from '../agent-row.ts';
import { digestOf } from './key.ts';
import { readRowLine, rowLine } from './row-data.ts';

/**
 * The hidden lines that mark our comment and its sections. Only this file writes `<!--` into a comment. A marker has
 * no `>` except at its end, so that nothing inside can end it.
 */

/** Which run wrote a section, and when: decides which of two versions is newer. */
export type RunMark = {
  /** Digest of the workflow's file, or of its name where that is unknown: run numbers count within one workflow. */
  readonly workflow: string;
  /** GITHUB_RUN_ID: counts over all workflows; 0 where it is not a number. */
  readonly runId: number;
  readonly runNumber: number;
  readonly attempt: number;
  /** Milliseconds since the epoch: orders the versions of one run. */
  readonly at: number;
};

export type Section = {
  /** Encoded (`encodeKey`). */
  readonly key: string;
  readonly mark: RunMark;
  /** One word, for people who read the source. */
  readonly state: string;
  readonly body: string;
  /** Its row in the table; absent in sections of releases without a table. */
  readonly row?: AgentRow;
  /** Shortened because of the comment's limit; its writer's job summary has all of it. */
  readonly cut: boolean;
  /** The body is not what was written: someone edited it, or a forge altered it. */
  readonly damaged?: boolean;
  /** Renders the body again in fewer bytes, which is better than cutting it. */
  readonly within?: (maxBytes: number) => string;
};

export const COMMENT_MARKER = '<!-- cloud-build-action -->';

const HEAD = /^<!-- cloud-build-action:section ([!-~ ]{1,600}) -->$/;
const END = /^<!-- cloud-build-action:end ([0-9a-f]{16}) -->$/;

/** The section with its markers. */
export function writeSection(section: Section): string {
  const { key, mark, state } = section;
  const body = textOf(section);
  const digest = digestOf(body);
  const fields = [
    `key=${key}`,
    `state=${state.replace(/[^a-z-]/g, '') || 'unknown'}`,
    `run=${mark.runId}/${mark.runNumber}/${mark.attempt}`,
    `at=${mark.at}`,
    `workflow=${mark.workflow}`,
    `digest=${digest}`,
    ...(section.cut ? ['cut=1'] : []),
  ];
  return `<!-- cloud-build-action:section ${fields.join(' ')} -->\n\n${body}\n\n<!-- cloud-build-action:end ${digest} -->`;
}

/** The text between the markers: the row's line, then the body. */
export function textOf({ row, body }: Pick<Section, 'row' | 'body'>): string {
  return row === undefined ? inert(body) : normal(`${rowLine(row)}\n\n${inert(body)}`);
}

function partsOf(text: string): Pick<Section, 'row' | 'body'> {
  const [first = ''] = text.split('\n', 1);
  const row = readRowLine(first);
  return row === undefined ? { body: text } : { row, body: normal(text.slice(first.length)) };
}

/** Rendered sections contain no HTML comment (docs/comment.md), but text that was read from a comment may. */
function inert(body: string): string {
  return normal(body).replaceAll('<!--', '‹!--');
}

function normal(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/**
 * All sections of a comment's text. A section reaches to the end marker with its digest, also over text between that
 * looks like a marker. If no such marker has an intact body, it reaches to the next marker.
 */
export function readSections(text: string): Section[] {
  const lines = normal(text).split('\n');
  const sections: Section[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const head = readHead(lines[at] ?? '');
    if (head === undefined) continue;
    const { section, end } = readBody(lines, at + 1, head);
    sections.push(section);
    at = end;
  }
  return sections;
}

type Head = Omit<Section, 'body' | 'row' | 'damaged'> & { readonly digest: string };

function readBody(lines: readonly string[], from: number, { digest, ...head }: Head) {
  for (let end = from; end < lines.length; end += 1) {
    if (END.exec(lines[end] ?? '')?.[1] !== digest) continue;
    const body = normal(lines.slice(from, end).join('\n'));
    if (digestOf(body) === digest) return { section: { ...head, ...partsOf(body) }, end };
  }
  let end = from;
  while (end < lines.length && !isMarker(lines[end] ?? '')) end += 1;
  const body = inert(lines.slice(from, end).join('\n'));
  // The caller's loop skips the line at `end`: skip an end marker, but not the next section's head.
  return {
    section: { ...head, ...partsOf(body), damaged: true },
    end: END.test(lines[end] ?? '') ? end : end - 1,
  };
}

function isMarker(line: string): boolean {
  return line.startsWith('<!-- cloud-build-action');
}

function readHead(line: string): Head | undefined {
  const words = HEAD.exec(line)?.[1]?.split(' ');
  if (words === undefined) return undefined;
  const fields = new Map(words.map((word) => splitAt(word, '=')));
  const [key, digest, workflow] = ['key', 'digest', 'workflow'].map((name) => fields.get(name));
  const [runId, runNumber, attempt] = (fields.get('run') ?? '').split('/').map(wholeNumber);
  const at = wholeNumber(fields.get('at') ?? '');
  if (!key || !digest || !workflow || [runId, runNumber, attempt, at].includes(undefined)) return undefined;
  const mark = { workflow, runId, runNumber, attempt, at } as RunMark;
  return { key, mark, state: fields.get('state') ?? 'unknown', cut: fields.get('cut') === '1', digest };
}

function splitAt(word: string, separator: string): [string, string] {
  const at = word.indexOf(separator);
  return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
