import { expect } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from './bundle.ts';
import { AGENT, agentJob, sgpInputs } from './cloud.ts';

export type Given = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: RunOptions['platform'];
};

let agents = 0;

/** A repository with an agent of its own, and a function that runs the step in it. */
export function newAgent(sgp: Emulator, files: Readonly<Record<string, string>> = AGENT) {
  agents += 1;
  const name = `agent-${agents}`;
  const { options, repository } = agentJob(files);
  const run = ({ inputs = {}, env, platform = 'github' }: Given = {}): Promise<RunRecord> =>
    runStep({
      ...options,
      platform,
      post: false,
      inputs: sgpInputs(sgp, { 'agent-name': name, build: 'auto', ...inputs }),
      env: { RUNNER_DEBUG: '1', ...env },
    });
  const builds = () => sgp.control.sgp.builds.filter(({ agentName }) => agentName === name);
  return { name, run, builds, repository };
}

export function isSuccess(run: RunRecord, reused: boolean): void {
  expect({ conclusion: run.conclusion, reused: run.outputs.reused }).toEqual({
    conclusion: 'success',
    reused: String(reused),
  });
}
