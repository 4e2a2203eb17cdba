import { isGiven } from './capabilities.ts';
import { collectFaults } from './faults.ts';
import type { InputName } from './input-table.ts';
import { createInputReader } from './reader.ts';
import type { Settings } from './settings.ts';

/** Inputs for many agents, with the modes that use them. */
const FOR_MANY: readonly (readonly [name: InputName, modes: readonly Settings['mode'][]])[] = [
  ['agents', ['run', 'plan']],
  ['base', ['run', 'plan']],
  ['parallel', ['run']],
  ['fail-fast', ['run']],
];

/** Given inputs that this step does not use, one sentence each: nobody should wait for an effect that never comes. */
export function unusedInputs(
  env: NodeJS.ProcessEnv,
  { mode, agents }: Pick<Settings, 'mode' | 'agents'>,
): readonly string[] {
  const reader = createInputReader(env, collectFaults());
  return FOR_MANY.flatMap(([name, modes]) => {
    if (!isGiven(reader, name)) return [];
    if (!modes.includes(mode)) {
      const users = modes.length === 1 ? `${modes[0]} uses` : `${modes.join(' and ')} use`;
      return [`${name} has no effect in mode ${mode}: only ${users} it.`];
    }
    return agents.length > 0 ? [] : [`${name} has no effect without agents, the folders of many agents.`];
  });
}
