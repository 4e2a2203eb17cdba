import type { Cell, Ending } from './reliability/cell.ts';
import { COMMENT_LOST, COMMENT_NEVER, COMMENT_ONCE } from './reliability/comments.ts';
import { FAULTS, type FaultName } from './reliability/faults.ts';
import { AT_ONCE, FIVE_TIMES, FOR_EVER, NEVER_KNOWN, ONCE } from './reliability/matrix.ts';
import { MANNERS, networkRows } from './reliability/network.ts';
import { NO_PROXY_FORMS } from './reliability/no-proxy.ts';
import { PHASE_NAMES, type PhaseName, phaseOf } from './reliability/phases.ts';
import { ENDS, HEAD, KEY, NETWORK, NO_PROXY, WHEN } from './reliability/prose.ts';
import { SINGULAR, STREAMS } from './reliability/singular.ts';
import { UPLOAD_NEVER, UPLOAD_ONCE } from './reliability/uploads.ts';

/** docs/reliability.md, from the tables that the tests run through. */
export function reliabilityPage(): string {
  return [
    HEAD,
    '## The phases',
    '',
    ...table(['phase', 'request', 'when'], PHASE_NAMES.map(phaseRow)),
    '',
    ...passing(),
    ...lasting(),
    '## The log stream',
    '',
    ...table(['a stream that', 'the step'], Object.entries(STREAMS)),
    '',
    '## Faults of their own kind',
    '',
    ...table(['what happens', 'the step'], Object.entries(SINGULAR)),
    '',
    NETWORK,
    ...table(['client', 'at', ...MANNERS], networkRows()),
    '',
    NO_PROXY,
    ...table(
      ['form', 'value', 'direct', 'through the proxy', 'known to'],
      NO_PROXY_FORMS.map(({ form, value, direct, proxied, known }) => [
        form,
        codeOf(value),
        direct.map(codeOf).join(' '),
        proxied.map(codeOf).join(' '),
        known,
      ]),
    ),
    '',
    ENDS,
  ].join('\n');
}

function passing(): readonly string[] {
  return [
    '## Faults that pass',
    '',
    'Each of these, once (and 503 five times in a row), is survived: the step ends as it would have without.',
    `${KEY} Empty: it cannot happen there (a request without a body, a reply that is not read), or another fault of its kind is tested there.`,
    '',
    ...matrix([...ONCE, ...FIVE_TIMES]),
    '',
    'Faults of the comment: afterwards there is one comment, its section is correct (that of a cancelled run says “cancelled”), and',
    'other sections are unchanged:',
    '',
    ...matrix([...COMMENT_ONCE, ...COMMENT_LOST]),
    '',
    'Faults of a presigned address: the same archive is sent, for one build, and no part of the address is shown:',
    '',
    ...matrix(UPLOAD_ONCE),
    '',
  ];
}

function lasting(): readonly string[] {
  return [
    '## Faults that do not pass',
    '',
    KEY,
    '',
    ...matrix([...FOR_EVER, ...NEVER_KNOWN, ...AT_ONCE]),
    '',
    ...matrix([...COMMENT_NEVER, ...UPLOAD_NEVER]),
    '',
    'What the step says there:',
    '',
    ...says([...FOR_EVER, ...NEVER_KNOWN, ...AT_ONCE]),
    ...commentSays,
    '- Elsewhere: the method, the address and the status of the last request, and whose fault it is.',
    '',
  ];
}

const commentSays = [
  '- At the comment, in one warning and in the job summary, which has all that the comment would have said: “The pull',
  "  request's comment could not be written”, the last request, and what to do where that is known.",
];

function codeOf(text: string): string {
  return `\`${text.replaceAll('\t', ' ').trim()}\``;
}

function phaseRow(phase: PhaseName): readonly string[] {
  const { operation, story, at, since } = phaseOf({ phase });
  const where = at === undefined ? '' : ` (${at})`;
  const from = since === undefined ? '' : ', once that is so';
  return [phase, `\`${operation}\`${where}`, `${WHEN[story]}${from}`];
}

const MARKS: Readonly<Record<Ending, string>> = {
  'goes on': '✓',
  'without the log': '(✓)',
  kept: '(✓)',
  'summary only': '(✓)',
  stops: '✗',
};

function matrix(cells: readonly Cell[]): readonly string[] {
  const phases = PHASE_NAMES.filter((phase) => cells.some((cell) => cell.phase === phase));
  const rows = new Map<string, Map<PhaseName, string>>();
  for (const { fault, times, phase, ending } of cells) {
    const name = times === 'once' ? fault : `${fault}, ${times}`;
    const row = rows.get(name) ?? new Map<PhaseName, string>();
    rows.set(name, row.set(phase, MARKS[ending]));
  }
  return table(
    ['fault', ...phases],
    [...rows].map(([name, row]) => [name, ...phases.map((phase) => row.get(phase) ?? '')]),
  );
}

/** One line for each message, with its cells. */
function says(cells: readonly Cell[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { says: words = '', phase, fault } of cells) {
    if (words === 'GET' || words === 'POST') continue;
    places.set(words, [...new Set([...(places.get(words) ?? []), placeOf(phase, fault)])]);
  }
  return [...places].map(([words, where]) => `- “${words}”: ${where.join(', ')}.`);
}

function placeOf(phase: PhaseName, fault: FaultName): string {
  const kind = FAULTS[fault].kind;
  return kind === 'redirect' || fault === '401' || fault === '429, Retry-After of an hour' ? fault : phase;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
