import { omitUndefined } from '../../omit-undefined.ts';
import type { AgentRow, RowPreview } from '../agent-row.ts';
import type { Outcome } from '../result.ts';
import { STATES } from '../states.ts';

/**
 * A row as one line of a section: a link definition without a link, which no forge shows. It is the first line of a
 * section's text, so that the digest covers it and a release without rows keeps it like other text.
 */
const LINE = /^\[\/\/\]: # \(([!-'*-~]{1,30000})\)$/;

/** Limits of a line; longer names are cut, longer addresses left out. A character takes up to nine in the line. */
const LONGEST_NAME = 200;
const LONGEST_URL = 400;

type Field = readonly [name: string, value: string | undefined];

/** The line; `[//]: # (state=failed&agent=refund-bot&…)`. */
export function rowLine(row: AgentRow): string {
  const { preview, earlier } = row;
  const fields: Field[] = [
    ['state', row.state],
    ['agent', name(row.agent)],
    ['cloud', name(row.cloud)],
    ['commit', name(row.commit)],
    ['preview', name(preview?.label)],
    ['id', name(preview?.id)],
    ['url', address(preview?.url)],
    ['until', name(preview?.expiresAt)],
    ['reach', name(preview?.reach)],
    ['earlier', name(earlier?.id)],
    ['of', name(earlier?.commit)],
    ['left', number(row.left)],
    ['built', row.built],
    ['s', number(row.seconds)],
    ['median', number(row.medianSeconds)],
    ['repo', address(row.repositoryUrl)],
    ['unnamed', row.unnamed && 'yes'],
    ['step', name(row.step)],
    ['run', relativeTo(row.repositoryUrl, address(row.runUrl))],
  ];
  const filled = fields.filter((field): field is readonly [string, string] => (field[1] ?? '') !== '');
  return `[//]: # (${filled.map(([key, value]) => `${key}=${encode(value)}`).join('&')})`;
}

function name(text: string | undefined): string | undefined {
  return text?.slice(0, LONGEST_NAME).replace(/\p{Cs}/gu, '\uFFFD');
}

function address(url: string | undefined): string | undefined {
  return url === undefined || url.length > LONGEST_URL ? undefined : name(url);
}

function number(value: number | undefined): string | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : String(Math.round(value * 1000) / 1000);
}

/** Nearly every run's page is below its repository's. */
function relativeTo(base: string | undefined, url: string | undefined): string | undefined {
  return base !== undefined && url?.startsWith(`${base}/`) ? url.slice(base.length) : url;
}

/** Printable ASCII without parentheses, `&` and `=`: nothing in it can end the definition or a field. */
function encode(value: string): string {
  return encodeURIComponent(value)
    .replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(?:2F|3A|2C|20)/g, (code) => (code === '%20' ? '+' : decodeURIComponent(code)));
}

/** The row of the line; `undefined` for any other line. It comes from a comment and is not trusted. */
export function readRowLine(line: string): AgentRow | undefined {
  const fields = fieldsOf(LINE.exec(line)?.[1]);
  const state = fields?.get('state');
  if (fields === undefined || state === undefined || !isOutcome(state)) return undefined;
  const repo = fields.get('repo');
  const run = fields.get('run');
  return omitUndefined<AgentRow>({
    state,
    agent: fields.get('agent') ?? '',
    cloud: fields.get('cloud'),
    commit: fields.get('commit'),
    preview: previewIn(fields),
    earlier: earlierIn(fields),
    left: numberIn(fields.get('left')),
    built: fields.get('built') === 'reused' ? 'reused' : undefined,
    seconds: numberIn(fields.get('s')),
    medianSeconds: numberIn(fields.get('median')),
    runUrl: run?.startsWith('/') ? `${repo ?? ''}${run}` : run,
    repositoryUrl: repo,
    unnamed: fields.get('unnamed') === 'yes' ? true : undefined,
    step: fields.get('step'),
  });
}

function fieldsOf(text: string | undefined): ReadonlyMap<string, string> | undefined {
  if (text === undefined) return undefined;
  try {
    const pairs = text.split('&').map((field) => {
      const at = field.indexOf('=');
      const value = decodeURIComponent(field.slice(at + 1).replaceAll('+', ' '));
      return [field.slice(0, Math.max(0, at)), value.slice(0, LONGEST_URL)] as const;
    });
    return new Map(pairs);
  } catch {
    return undefined;
  }
}

function isOutcome(word: string): word is Outcome {
  return Object.hasOwn(STATES, word);
}

function previewIn(fields: ReadonlyMap<string, string>): RowPreview | undefined {
  const label = fields.get('preview');
  if (label === undefined) return undefined;
  return omitUndefined<RowPreview>({
    label,
    id: fields.get('id'),
    url: fields.get('url'),
    expiresAt: fields.get('until'),
    reach: fields.get('reach'),
  });
}

function earlierIn(fields: ReadonlyMap<string, string>): AgentRow['earlier'] {
  const id = fields.get('earlier');
  return id === undefined
    ? undefined
    : omitUndefined<NonNullable<AgentRow['earlier']>>({ id, commit: fields.get('of') });
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}(?:\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
}
