import type { Member } from '../../../src/modes/agents/member.ts';
import type { RunResult } from '../../../src/report/result.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { FaultyInputs } from '../../../src/settings/faults.ts';

/** An agent that has come so far. */
export function member(index: number, result: Partial<RunResult>): Member {
  const name = `a${index}`;
  const first = { cloud: 'sgp', agent: name, outcome: 'queued', source: {}, phases: [] } as const;
  return {
    index,
    agent: {
      name,
      path: `agents/${name}`,
      cloud: 'sgp',
      manifest: '',
      declaresContext: false,
      lacksDockerfile: false,
    },
    settings: new FaultyInputs([]),
    recorder: createRunRecorder({ ...first, ...result }),
    logFile: `/logs/agents_${name}.log`,
  };
}

export function failure(message: string): Partial<RunResult> {
  return { outcome: 'failed', failure: { title: 'Cloud build failed', message, hint: 'Fix it.' } };
}
