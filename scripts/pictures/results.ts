import type { BuildStep, Phase, RunResult } from '../../src/report/result.ts';

/** Realistic runs for the pictures. Names, keys and addresses are invented. */

const START = Date.UTC(2026, 10, 12, 9, 55);
export const AT = Date.UTC(2026, 10, 12, 10, 4);
const COMMIT = 'cf817a90f4607d1e5b7f4e7b0a6a3f0c9d2e1b3a';

export const GITHUB = { url: 'https://github.com/acme/agents', files: 'blob' } as const;
export const GITEA = { url: 'https://git.example/acme/agents', files: 'src/commit' } as const;

export function phases(
  parts: readonly (readonly [name: string, seconds: number, state?: Phase['state']])[],
): Phase[] {
  let at = START;
  return parts.map(([name, seconds, state = 'done']) => {
    const startedAt = at;
    at += seconds * 1000;
    return { name, startedAt, endedAt: at, state };
  });
}

export const STEPS: readonly BuildStep[] = [
  { name: '[1/6] FROM docker.io/library/python:3.12-slim', seconds: 0, state: 'cached' },
  { name: '[2/6] WORKDIR /app', seconds: 0, state: 'cached' },
  { name: '[3/6] COPY requirements.txt .', seconds: 0.2, state: 'done' },
  { name: '[4/6] RUN pip install --no-cache-dir -r requirements.txt', seconds: 92.4, state: 'done' },
  { name: '[5/6] COPY . .', seconds: 1.3, state: 'done' },
  { name: '[6/6] RUN python -m compileall -q /app', seconds: 14.1, state: 'done' },
];

const BASE: RunResult = {
  cloud: 'sgp',
  cloudTitle: 'Scale GenAI Platform',
  outcome: 'succeeded',
  agent: 'refund-bot',
  source: { commit: COMMIT, ref: 'feature/refunds' },
  phases: [],
  repository: GITHUB,
  runUrl: `${GITHUB.url}/actions/runs/19284756012/attempts/1`,
};

export const BUILT: RunResult = {
  ...BASE,
  context: { files: 1304, bytes: 2_104_332, hash: '0d9f2b7c11aa4e55b7f4e7b0a6a3f0c9' },
  build: {
    id: 'build_7f3a',
    status: 'success',
    imageName: 'refund-bot',
    imageTag: 'cf817a90f460',
    image: { reference: 'registry.example.com/acct/refund-bot:cf817a90f460', partial: false },
    seconds: 130,
    medianSeconds: 151,
    logLines: 1841,
    steps: STEPS,
    comparison: '2m 10s, median of the last 20 builds: 2m 31s',
  },
};

export const READY: RunResult = {
  ...BUILT,
  deployment: {
    id: 'dep_19',
    status: 'healthy',
    preview: {
      label: 'pr-7',
      expiresAt: '2026-11-12T18:04:00Z',
      url: 'https://pr-7.preview.example/refund-bot',
    },
    seconds: 48,
    events: [],
    lines: [],
  },
  previewsDeleted: ['dep_12'],
  phases: phases([
    ['Pack', 0.4],
    ['Submit', 9.4],
    ['Build build_7f3a', 130],
    ['Deploy dep_19', 48],
    ['Preview cleanup', 1.1],
  ]),
};

export const BUILDING: RunResult = {
  ...BASE,
  outcome: 'building',
  agent: 'concierge',
  build: { id: 'build_7f3c', imageName: 'concierge', imageTag: 'cf817a90f460', steps: [] },
};

export const VERIFYING: RunResult = { ...READY, outcome: 'verifying' };

export const PIPECAT: RunResult = {
  ...READY,
  cloud: 'pipecat',
  cloudTitle: 'Pipecat Cloud',
  agent: 'voice-guide',
  build: {
    id: '5f0c',
    status: 'success',
    steps: [],
    reused: { commit: COMMIT, createdAt: '2026-11-11T08:00:00Z' },
  },
  deployment: {
    id: 'voice-guide-pr-7-p1f2e3d',
    status: 'healthy',
    preview: { label: 'pr-7', reach: 'voice-guide-pr-7-p1f2e3d' },
    seconds: 22,
    events: [],
    lines: [],
  },
};

const REMOVED_BASE: RunResult = { ...BASE, outcome: 'removed', source: {} };
export const REMOVED: RunResult = {
  ...REMOVED_BASE,
  deployment: { preview: { label: 'pr-7' }, events: [], lines: [] },
  previewsDeleted: ['dep_19', 'dep_12'],
};
export const LEFT: RunResult = {
  ...REMOVED,
  previewsDeleted: [],
  previewsLeft: [{ id: 'dep_9', label: 'pr-7', why: 'it was built from another repository (acme/other)' }],
};
export const CANCELLED: RunResult = { ...BUILDING, outcome: 'cancelled', agent: 'scheduler' };
export const QUEUED: RunResult = { ...BASE, outcome: 'queued', agent: 'translator' };
