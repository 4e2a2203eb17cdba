import type { BuildStep, RunResult } from '../../src/report/result.ts';
import { BUILDING, BUILT, phases, READY, STEPS } from './results.ts';

/** Failed runs, and many agents, some of them failed. */

const PIP = [
  ...Array.from(
    { length: 60 },
    (_, index) => `Collecting dependency-${index} (from -r requirements.txt (line ${index}))`,
  ),
  'ERROR: Could not find a version that satisfies the requirement flask==99 (from versions: 0.1, 3.1.2)',
  'ERROR: No matching distribution found for flask==99',
  'ERROR: process "/bin/sh -c pip install --no-cache-dir -r requirements.txt" did not complete successfully: exit code: 1',
];

const FAILED_STEP: BuildStep = {
  name: '[4/6] RUN pip install --no-cache-dir -r requirements.txt',
  instruction: 'RUN pip install --no-cache-dir -r requirements.txt',
  seconds: 31,
  state: 'failed',
};

export const FAILED_BUILD: RunResult = {
  ...BUILT,
  outcome: 'failed',
  agent: 'triage',
  build: {
    id: 'build_7f3b',
    status: 'failed',
    imageName: 'triage',
    imageTag: 'cf817a90f460',
    seconds: 34.2,
    medianSeconds: 151,
    logLines: 66,
    steps: [...STEPS.slice(0, 3), FAILED_STEP],
    failing: { step: FAILED_STEP, lines: PIP, place: { file: 'agents/triage/Dockerfile', line: 12 } },
  },
  stillRunning: {
    id: 'dep_12',
    commit: '1b2c3d4e5f60718293a4b5c6d7e8f901a2b3c4d5',
    createdAt: '2026-11-11T14:12:09Z',
  },
  phases: phases([
    ['Pack', 0.4],
    ['Submit', 9.4],
    ['Build build_7f3b', 34.2, 'failed'],
  ]),
};

export const FAILED_DEPLOYMENT: RunResult = {
  ...READY,
  outcome: 'failed',
  deployment: {
    id: 'dep_20',
    status: 'failed',
    preview: { label: 'pr-7' },
    seconds: 95,
    events: [
      { warning: false, reason: 'Scheduled', message: 'Assigned to node-4', at: '2026-11-12T10:01:00Z' },
      { warning: true, reason: 'BackOff', message: 'Back-off restarting failed container refund-bot' },
    ],
    lines: [
      'Traceback (most recent call last):',
      '  File "/app/main.py", line 3, in <module>',
      "KeyError: 'OPENAI_BASE_URL'",
    ],
  },
  previewsDeleted: [],
  stillRunning: {
    id: 'dep_12',
    commit: '1b2c3d4e5f60718293a4b5c6d7e8f901a2b3c4d5',
    createdAt: '2026-11-11T14:12:09Z',
  },
};

const NAMES = [
  'billing',
  'concierge',
  'escalation',
  'faq',
  'greeter',
  'handover',
  'intake',
  'knowledge',
  'ledger',
  'moderation',
];

/** `count` agents: `failed` of them failed, and a few are still working. */
export function many(count: number, failed: number, working = 2): RunResult[] {
  return Array.from({ length: count }, (_, index): RunResult => {
    const agent = `${NAMES[index % NAMES.length]}-${String(Math.floor(index / NAMES.length) + 1).padStart(2, '0')}`;
    if (index >= count - failed) return { ...FAILED_BUILD, agent };
    if (index < working) return { ...BUILDING, agent };
    return { ...READY, agent, build: { ...READY.build, steps: STEPS, seconds: 60 + ((index * 37) % 150) } };
  });
}
