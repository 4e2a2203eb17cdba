import type { Faults } from './faults.ts';
import type { InputName } from './input-table.ts';
import type { InputReader } from './reader.ts';
import type { Settings } from './settings.ts';

/** Whether the step runs many agents: each then has settings of its own, and these hold for all. */
export function isForMany({ mode, agents }: Pick<Settings, 'mode' | 'agents'>): boolean {
  return mode === 'run' && agents.length > 0;
}

/** Inputs that can only mean one agent, with where each agent sets the value instead. */
const FOR_ONE: readonly (readonly [name: InputName | 'image' | 'source-image', instead: string])[] = [
  ['agent-name', 'the project file in each folder names its agent, else the folder does'],
  ['agent-id', 'the project file in each folder names its agent, else the folder does'],
  ['image-name', 'the project file in each folder names its image, else the agent does'],
  ['image', 'a step of its own deploys a known image'],
  ['source-image', 'a step of its own takes over an image'],
  ['build-id', 'a step of its own deploys a known build'],
  ['context', 'each folder is a context, or its project file names one'],
  ['manifest', 'the project file in each folder is found by itself'],
  ['comment-key', 'each agent has a section of its own'],
];

/** Refuses inputs that mean one agent together with `agents`: they would silently hold for all. */
export function checkForMany(
  reader: InputReader,
  settings: Pick<Settings, 'mode' | 'agents'>,
  faults: Faults,
): void {
  if (!isForMany(settings)) return;
  for (const [name, instead] of FOR_ONE) {
    if (reader.explicit(name as InputName) === undefined) continue;
    const problem = 'it means one agent, and `agents` names many';
    faults.add({ where: name, problem, accepted: `leave it out (${instead}), or leave agents out` });
  }
}
