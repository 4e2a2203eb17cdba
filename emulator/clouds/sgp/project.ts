import { parse } from 'yaml';
import { Refusal } from '../../server/exchange.ts';
import type { Rollout } from './rollout-plan.ts';

/** What the cloud reads from a deployment's manifest and environments file. */
export type Project = {
  readonly agentName: string;
  readonly namespace: string;
  /** The manifest's `x-emulator.rollout`: an example uses it to show a failing rollout. */
  readonly rollout: Rollout | undefined;
};

type Node = Readonly<Record<string, unknown>>;

type ProjectRules = {
  readonly knows: (secret: string) => boolean;
  /** Whether the guide's flat samples (`name`, `namespace`) are accepted. */
  readonly flat: boolean;
};

/** @throws {Refusal} 422 with the field that is missing or wrong */
export function readProject(manifest: string, config: string, { knows, flat }: ProjectRules): Project {
  const manifestNode = read('manifest_file', manifest);
  const agent = nodeOf(manifestNode.agent ?? (flat ? manifestNode : undefined));
  const agentName = agent.name;
  if (typeof agentName !== 'string' || !/^[a-z0-9-]+$/.test(agentName))
    refuse('manifest_file', 'agent.name is missing');
  const configNode = read('environment_config', config);
  const flatNode = flat && configNode.environments === undefined ? { kubernetes: configNode } : undefined;
  const environments = flatNode ? [flatNode] : Object.values(nodeOf(configNode.environments));
  if (environments.length === 0) refuse('environment_config', 'at least one environment is required');
  for (const credential of Array.isArray(agent.credentials) ? agent.credentials : []) {
    const secret = String(nodeOf(credential).secret_name);
    if (!knows(secret)) refuse('manifest_file', `secret ${secret} does not exist`);
  }
  const namespace = nodeOf(nodeOf(environments[0]).kubernetes).namespace;
  return {
    agentName: String(agentName),
    namespace: typeof namespace === 'string' ? namespace : `team-${agentName}`,
    rollout: nodeOf(manifestNode['x-emulator']).rollout as Rollout | undefined,
  };
}

function read(field: string, text: string): Node {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    refuse(field, 'not valid YAML');
  }
  if (typeof value !== 'object' || value === null) refuse(field, 'not a YAML mapping');
  return value as Node;
}

function nodeOf(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

export function refuse(field: string, msg: string): never {
  throw new Refusal(422, { detail: [{ loc: ['body', field], msg, type: 'value_error' }] });
}
