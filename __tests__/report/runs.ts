import type { RunResult } from '../../src/report/result.ts';

/** Runs as they happen, for the tests of the module. */
const START = Date.UTC(2026, 10, 12, 9, 55, 0);

const PHASES = [
  { name: 'Pack', startedAt: START, endedAt: START + 412, state: 'done' },
  { name: 'Upload', startedAt: START + 412, endedAt: START + 3_100, state: 'done' },
  { name: 'Queue', startedAt: START + 3_100, endedAt: START + 9_800, state: 'done' },
  { name: 'Build build_7f3a', startedAt: START + 9_800, endedAt: START + 139_800, state: 'done' },
] as const;

const STEPS = [
  { name: '[1/5] FROM docker.io/library/python:3.12-slim', seconds: 0, state: 'cached' },
  { name: '[2/5] WORKDIR /app', seconds: 0.02, state: 'cached' },
  { name: '[3/5] COPY requirements.txt .', seconds: 0.1, state: 'done' },
  { name: '[4/5] RUN pip install -r requirements.txt | tee /tmp/log', seconds: 112.4, state: 'done' },
  { name: '[5/5] COPY . .', seconds: 1.3, state: 'done' },
] as const;

export const READY: RunResult = {
  cloud: 'sgp',
  cloudTitle: 'Scale GenAI Platform',
  outcome: 'succeeded',
  agent: 'refund-bot',
  source: {
    commit: 'cf817a90f4607d1e5b7f4e7b0a6a3f0c9d2e1b3a',
    ref: 'feature/refunds_v2',
    repo: 'acme/agents',
  },
  context: {
    files: 1304,
    bytes: 2_104_332,
    hash: '0d9f2b7c11aa4e55b7f4e7b0a6a3f0c9d2e1b3aa0d9f2b7c11aa4e55b7f4e7b0',
  },
  build: {
    id: 'build_7f3a',
    status: 'success',
    imageName: 'refund-bot',
    imageTag: 'cf817a90f460',
    image: { reference: 'registry.example.com/acct/refund-bot:cf817a90f460', partial: false },
    seconds: 130,
    logFile: '/tmp/runner/build_7f3a.log',
    logLines: 1841,
    steps: STEPS,
    comparison: '2m 10s, median of the last 20: 2m 31s',
  },
  deployment: {
    id: 'dep_19',
    status: 'healthy',
    preview: { label: 'pr-7', expiresAt: '2026-11-12T18:04:00Z' },
    seconds: 48,
    events: [],
    lines: [],
  },
  previewsDeleted: ['dep_12'],
  phases: [
    ...PHASES,
    { name: 'Deploy dep_19', startedAt: START + 139_800, endedAt: START + 187_800, state: 'done' },
  ],
  runUrl: 'https://github.com/acme/agents/actions/runs/42',
};

const PIP_LINES = [
  ...Array.from({ length: 60 }, (_, line) => `Collecting dependency-${line}`),
  'ERROR: Could not find a version that satisfies the requirement flask==99 (from versions: 0.1, 3.1.2)',
  'ERROR: No matching distribution found for flask==99',
  'process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 1',
];

const { deployment: _healthy, previewsDeleted: _older, ...BUILT } = READY;

export const FAILED_BUILD: RunResult = {
  ...BUILT,
  outcome: 'failed',
  build: {
    id: 'build_7f3b',
    status: 'failed',
    imageName: 'refund-bot',
    imageTag: 'cf817a90f460',
    seconds: 34.2,
    steps: [
      ...STEPS.slice(0, 3),
      {
        name: '[4/5] RUN pip install -r requirements.txt',
        instruction: 'RUN pip install -r requirements.txt',
        seconds: 31,
        state: 'failed',
      },
    ],
    failing: {
      step: {
        name: '[4/5] RUN pip install -r requirements.txt',
        instruction: 'RUN pip install -r requirements.txt',
        seconds: 31,
        state: 'failed',
      },
      lines: PIP_LINES,
      place: { file: 'agents/refund/Dockerfile', line: 12 },
    },
  },
  phases: [
    ...PHASES.slice(0, 3),
    { name: 'Build build_7f3b', startedAt: START + 9_800, endedAt: START + 44_000, state: 'failed' },
  ],
};

export const FAILED_DEPLOYMENT: RunResult = {
  ...READY,
  outcome: 'failed',
  previewsDeleted: [],
  stillRunning: {
    id: 'dep_12',
    commit: '1b2c3d4e5f60718293a4b5c6d7e8f901a2b3c4d5',
    createdAt: '2026-11-11T14:12:09Z',
  },
  deployment: {
    id: 'dep_20',
    status: 'failed',
    preview: { label: 'pr-7' },
    seconds: 95,
    events: [
      {
        warning: false,
        reason: 'Scheduled',
        message: 'Successfully assigned agents/refund-bot-0 to node-4',
        at: '2026-11-12T10:01:00Z',
      },
      { warning: true, reason: 'BackOff', message: 'Back-off restarting failed container refund-bot' },
    ],
    lines: [
      'Traceback (most recent call last):',
      '  File "/app/main.py", line 3, in <module>',
      "KeyError: 'OPENAI_BASE_URL'",
    ],
  },
};

export const REUSED: RunResult = {
  ...READY,
  build: {
    id: 'build_7e00',
    status: 'success',
    imageName: 'refund-bot',
    imageTag: 'cf817a90f460',
    image: { reference: 'refund-bot:aa11bb22cc33', partial: true },
    steps: [],
    reused: { commit: 'aa11bb22cc33dd44ee55', createdAt: '2026-11-10T08:00:00Z' },
  },
};

export const BUILDING: RunResult = {
  cloud: 'sgp',
  outcome: 'building',
  agent: 'refund-bot',
  source: READY.source,
  build: { id: 'build_7f3a', imageName: 'refund-bot', imageTag: 'cf817a90f460', steps: [] },
  phases: [],
  runUrl: 'https://github.com/acme/agents/actions/runs/42',
};

export const REMOVED: RunResult = {
  cloud: 'sgp',
  outcome: 'removed',
  agent: 'refund-bot',
  source: {},
  deployment: { preview: { label: 'pr-7' }, events: [], lines: [] },
  previewsDeleted: ['dep_19', 'dep_12'],
  phases: [],
};

/** A teardown that left a preview of the same label alone. */
export const LEFT: RunResult = {
  ...REMOVED,
  previewsDeleted: [],
  previewsLeft: [{ id: 'dep_9', label: 'pr-7', why: 'it was built from another repository' }],
};

/** Texts that try to be more than text. */
export const HOSTILE: readonly string[] = [
  '</details>',
  '</summary><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '-->',
  '<!-- hidden -->',
  '<!-- cloud-build-action:section key=sgp/refund-bot -->',
  '```',
  '``````',
  '~~~',
  '```mermaid\ngraph TD',
  '`',
  '``',
  '` `',
  '[x](javascript:alert(1))',
  '![x](https://example.com/p.png)',
  '[x]: https://example.com',
  '<https://example.com>',
  'https://example.com/a',
  'www.example.com',
  'someone@example.com',
  '@everyone',
  '@acme/team',
  'a@b',
  '#1',
  'GH-12',
  'acme/agents#1',
  'acme/agents@cf817a90f4607d1e5b7f4e7b0a6a3f0c9d2e1b3a',
  'cf817a90f4607d1e5b7f4e7b0a6a3f0c9d2e1b3a',
  'deadbeefdeadbeef',
  '1234567',
  '!12',
  '| a | b |',
  'a\\|b',
  'a|b',
  '\\',
  '\\\\|',
  '| --- |',
  '$$',
  '$x$',
  ':tada:',
  '# h',
  '- a',
  '1. a',
  '> q',
  '> [!WARNING]',
  '---',
  '===',
  '    code',
  '\ttab',
  '**b**',
  '_i_',
  '~~s~~',
  '[^1]',
  '[ ] task',
  '&lt;b&gt;',
  '&#64;x',
  'a\r\nb',
  'a\rb',
  'a\n\nb',
  '\n# h',
  '\n```\n',
  '\0',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://example.com\u0007l\u001b]8;;\u0007',
  '\u001b',
  '\u202Eevil',
  '\u2066a\u2069',
  '\u200B',
  '\uFEFF',
  '\u2028',
  '\uD800',
  '\u0085',
  '',
  ' ',
  '   ',
  '\u00A0',
  '%%{init: {}}%%',
  'click a call b()',
  'section x',
  'title: y',
  'a;b',
  'a:b',
  '%% c',
  'a% done',
  'accDescr {',
  '"',
  "'",
];
