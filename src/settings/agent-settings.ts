import type { CloudTraits } from '../clouds/traits.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { MAX_AGENTS, MIN_AGENTS, SESSION_SECONDS } from './agent-rules.ts';
import type { Faults } from './faults.ts';
import type { InputReader } from './reader.ts';
import type { AgentSettings } from './settings.ts';

type Scaling = { readonly minAgents?: number; readonly maxAgents?: number };

/**
 * The settings of an agent, by the API's names: from the inputs, else from the project file. What nobody set is
 * absent and does not change on the cloud.
 * @param declared the project file's
 */
export function readAgentSettings(
  reader: InputReader,
  traits: CloudTraits,
  declared: AgentSettings | undefined,
  faults: Faults,
): AgentSettings | undefined {
  if (!traits.inputs.has('agent-profile')) return declared;
  const audioFilter = reader.choice('krisp-viva');
  const agentProfile = reader.text('agent-profile');
  const given = omitUndefined<AgentSettings>({
    imagePullSecretSet: reader.text('image-credentials'),
    secretSet: reader.text('secret-set'),
    agentProfile,
    maxSessionDuration: reader.count('max-session-duration', SESSION_SECONDS.least, SESSION_SECONDS.most),
    // On the cloud the two exclude each other, and an input wins over the file.
    resources: agentProfile === undefined ? declared?.resources : undefined,
    enableIntegratedKeysProxy:
      reader.text('managed-keys') === undefined ? undefined : reader.flag('managed-keys'),
    krispViva: audioFilter === undefined ? undefined : { audioFilter },
    autoScaling: readScaling(reader, declared?.autoScaling as Scaling | undefined, faults),
  });
  const { resources: _decided, ...others } = declared ?? {};
  const all = { ...others, ...given };
  return Object.keys(all).length === 0 ? undefined : all;
}

function readScaling(
  reader: InputReader,
  declared: Scaling | undefined,
  faults: Faults,
): Scaling | undefined {
  const least = reader.count('min-agents', MIN_AGENTS.least);
  const most = reader.count('max-agents', MAX_AGENTS.least);
  const { minAgents, maxAgents } = {
    ...declared,
    ...omitUndefined<Scaling>({ minAgents: least, maxAgents: most }),
  };
  const isOfInputs = least !== undefined || most !== undefined;
  if (isOfInputs && minAgents !== undefined && maxAgents !== undefined && maxAgents < minAgents) {
    const ofFile = least === undefined || most === undefined ? ', one of them by the project file' : '';
    const problem = `at least ${minAgents} and at most ${maxAgents} agents cannot both be${ofFile}`;
    faults.add({ where: 'min-agents, max-agents', problem, accepted: 'max-agents of min-agents or more' });
  }
  const scaling = omitUndefined<Scaling>({ minAgents, maxAgents });
  return Object.keys(scaling).length === 0 ? undefined : scaling;
}
