import { afterEach, expect, test } from '@jest/globals';
import type { RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { agentJob, sgpInputs, startSgp } from '../support/cloud.ts';

const sgp = await startSgp();

afterEach(() => {
  sgp.control.behave();
  expect(sgp.control.violations).toEqual([]);
});

const LOG = (seconds: number) => [
  '#1 [1/2] FROM scratch',
  '#1 DONE 0.1s',
  '#2 [2/2] RUN make',
  `#2 DONE ${seconds}.0s`,
];

/** One build of half a second, so that what is asked meanwhile can be answered. */
function build(
  agent: string,
  inputs: Readonly<Record<string, string>> = {},
  end?: string,
): Promise<RunRecord> {
  sgp.control.script({ lines: LOG(30), delays: 150, ...(end && { end }) });
  return runStep({
    ...agentJob().options,
    post: false,
    env: { RUNNER_DEBUG: '1' },
    inputs: sgpInputs(sgp, { 'agent-name': agent, history: '20', ...inputs }),
  });
}

test('the summary compares with the median of earlier builds, and names what grew most', async () => {
  const past = sgp.control.sgp.seedHistory({ builds: 300, agents: ['regular'] });
  past.at(-1)?.log.lines.splice(0, 10, ...LOG(4));
  const run = await build('regular');
  expect(run.conclusion).toBe('success');
  expect(run.summary).toMatch(/median of the last 20 builds: \dm \d+s; RUN make grew most, by 26 s/);
  expect(run.annotations).toEqual([]);
});

test('the one build before is called so', async () => {
  sgp.control.sgp.seedHistory({ builds: 1, agents: ['second'] });
  expect((await build('second')).summary).toContain('the build before: ');
});

test.each([
  ['a first build', 'first', {}],
  ['history: 0', 'regular', { history: '0' }],
])('%s is not compared', async (_name, agent, inputs) => {
  const run = await build(agent, inputs);
  expect(run.summary).toContain('RUN make');
  expect(run.summary).not.toMatch(/median|the build before/);
});

test('a failed build is not compared', async () => {
  const run = await build('regular', {}, 'failed');
  expect(run.conclusion).toBe('failure');
  expect(run.summary).not.toMatch(/median|the build before/);
});

test.each([
  ['refused', { kind: 'status', status: 403 }],
  ['broken', { kind: 'status', status: 500 }],
  ['never answered', { kind: 'no-reply' }],
] as const)('a list that is %s costs a debug line at most', async (_name, fault) => {
  // By an id: a name would be looked up in the list as well.
  const [known] = sgp.control.sgp.seedHistory({ builds: 1, agents: ['known'] });
  sgp.control.misbehave({ operation: 'listBuilds', fault });
  const run = await build('', { 'agent-id': known?.agentId ?? '' });
  expect(run.conclusion).toBe('success');
  expect(run.annotations).toEqual([]);
  const told = run.main.events.filter(
    (event) => event.kind === 'text' && /\/v5\/builds|again in/.test(event.raw),
  );
  expect(told).toEqual([]);
});
