import { FAULTS, type FaultName } from './reliability/faults.ts';
import {
  AT_ONCE,
  type Cell,
  type Ending,
  FIVE_TIMES,
  FOR_EVER,
  NEVER_KNOWN,
  ONCE,
} from './reliability/matrix.ts';
import { PHASE_NAMES, PHASES, type PhaseName } from './reliability/phases.ts';
import { SINGULAR, STREAMS } from './reliability/singular.ts';

const HEAD = `<!-- Written by \`npm run docs\` from scripts/reliability/, which the tests that prove it run through. -->

# Reliability

What a step does when something goes wrong. Every cell below is one run of the bundle, as a process, against the
emulated cloud: \`__tests__/action/fault-matrix.test.ts\`, \`log-faults.test.ts\`, \`singular-faults.test.ts\` and
\`ends.test.ts\`. Whatever happens, these hold and are checked in each of them: no second build and no second
deployment; no log line lost or doubled, in the log as in \`log-file\`, or the log says that lines are missing;
at most one error annotation, and none on success; the post step never fails.

## Rules

- What certainly had no effect, or may have it twice without harm, is tried again: network faults, 408, 429, 5xx.
  \`Retry-After\` (seconds or a date) wins over our own waits of 0.5 to 8 seconds, and every later request of the step
  keeps it too.
- A POST that may have had its effect is never simply sent again: the build or deployment is looked for first, four
  times within 15 seconds; only what is not there is sent once more, three times at the most.
- No phase outlasts its timeout input by trying again: \`build-timeout\` for look-up, upload, log and status,
  \`deploy-timeout\` for deploying, replacing and teardown. One request gets at the most a third of that time, so that
  one that is never answered leaves room for another; a cancel gets its own few seconds afterwards.
- A single request is tried again for two minutes at the most.
- Each wait is told in one line, past the tenth only every tenth.
- Without a log a build is followed by its status; without a status there is no success.
`;

/** docs/reliability.md, from the tables that the tests run through. */
export function reliabilityPage(): string {
  return [
    HEAD,
    '## The phases',
    '',
    ...table(
      ['phase', 'request', 'when'],
      PHASE_NAMES.map((name) => [name, `\`${PHASES[name].operation}\``, WHEN[PHASES[name].story]]),
    ),
    '',
    '## Faults that pass',
    '',
    'Struck once (and 503 five times in a row), each of these is ridden out: the step ends as it would have without.',
    `${KEY} Empty: it cannot strike there (a request without a body, a reply that nobody reads), or another fault of its kind stands for it.`,
    '',
    ...matrix([...ONCE, ...FIVE_TIMES]),
    '',
    '## Faults that do not pass',
    '',
    `${KEY}`,
    '',
    ...matrix([...FOR_EVER, ...NEVER_KNOWN, ...AT_ONCE]),
    '',
    'What the step says there:',
    '',
    ...says([...FOR_EVER, ...NEVER_KNOWN, ...AT_ONCE]),
    '',
    '## The log stream',
    '',
    ...table(['a stream that', 'the step'], Object.entries(STREAMS)),
    '',
    '## Faults of their own kind',
    '',
    ...table(['what happens', 'the step'], Object.entries(SINGULAR)),
    '',
    ENDS,
  ].join('\n');
}

const WHEN = {
  run: 'a build, then a preview that replaces an older one',
  closed: 'the pull request was closed',
  post: 'main was killed while its build ran',
} as const;

const MARKS: Readonly<Record<Ending, string>> = {
  'goes on': '✓',
  'without the log': '(✓)',
  kept: '(✓)',
  stops: '✗',
};

const KEY =
  '✓ success, (✓) success with something missing that is said, ✗ exit code 1 and one error that says what to do.';

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

/** One line for each thing that is said, with the cells that say it. */
function says(cells: readonly Cell[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { says: words = '', phase, fault } of cells) {
    if (words === 'GET' || words === 'POST') continue;
    places.set(words, [...new Set([...(places.get(words) ?? []), placeOf(phase, fault)])]);
  }
  const told = [...places].map(([words, where]) => `- “${words}”: ${where.join(', ')}.`);
  return [
    ...told,
    '- Elsewhere: the method, the address and the status of the last request, and whose fault it is.',
  ];
}

function placeOf(phase: PhaseName, fault: FaultName): string {
  const kind = FAULTS[fault].kind;
  return kind === 'redirect' || fault === '401' || fault === '429, Retry-After of an hour' ? fault : phase;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

const ENDS = `## Ends

| how it ends | what becomes of the build |
| --- | --- |
| SIGINT, SIGTERM (GitHub) | main cancels it within three seconds and ends with one error, \`Cancelled\` |
| SIGKILL (Gitea, Forgejo, act) | post cancels it with what main saved |
| post while main still runs (containers on Gitea) | main falls silent; post alone cancels |
| while the context is packed or on its way | nothing was built; the connection is dropped |
| between the request and its answer | main waits 2.5 seconds for the id; failing that, post finds the build by what was sent |
| while it is queued or runs | one effective cancel |
| while a preview rolls out | the preview is taken down, the older one stays; production rollouts go on, which is said |
| in the instant of success | it is a success; at most one cancel, without effect |
| past \`build-timeout\` | cancelled, and watched for what became of it; success if it had succeeded by then |
| \`cancel-on-abort: false\` | left alone, which is said |
| post twice, post after a success | nothing is asked of the cloud again |
`;
