import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';

/** contracts/pipecat.openapi.yaml, CreateAgentRequest; the pattern needs two characters. */
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])$/;
const LONGEST = 54;
/** Characters of the hash in a shortened name: enough that two agents of one organization never share one. */
const HASH = 8;

/** @throws {UserError} for a name that no agent can have. */
export function checkedName(name: string): string {
  if (name.length <= LONGEST && NAME.test(name)) return name;
  const hint = `An agent's name has 2 to ${LONGEST} lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen: check \`agent-name\`.`;
  throw new UserError(`"${name}" cannot be the name of an agent on this cloud`, { hint });
}

/**
 * The agent that is the preview of this agent under this label: `<agent>-<label>`, where that is too long with the
 * middle of the agent's name replaced by a hash of the whole. The name is all that tells a preview: the cloud keeps
 * no labels. The same agent and label always give the same name.
 *
 * @throws {UserError} where the label cannot end a name.
 */
export function previewName(agentName: string, label: string): string {
  if (!/^[a-z0-9-]*[a-z0-9]$/.test(label)) {
    const hint =
      'Choose a `preview-label` of lower-case letters, digits and hyphens that ends with a letter or digit.';
    throw new UserError(`The preview label "${label}" cannot end the name of an agent`, { hint });
  }
  const whole = `${agentName}-${label}`;
  return checkedName(whole.length <= LONGEST ? whole : `${shortened(agentName, label)}-${label}`);
}

function shortened(agentName: string, label: string): string {
  const available = LONGEST - label.length - 1 - HASH - 2;
  const head = agentName.slice(0, Math.ceil(available / 2));
  const tail = agentName.slice(agentName.length - Math.floor(available / 2));
  const hash = createHash('sha256').update(agentName).digest('hex').slice(0, HASH);
  return `${head}-${hash}-${tail}`;
}

/** The label of a pull request's preview, where this name is exactly the one that such a preview of the agent has. */
export function pullRequestLabelIn(name: string, agentName: string): string | undefined {
  const label = /-(pr-[1-9]\d{0,14})$/.exec(name)?.[1];
  return label !== undefined && previewName(agentName, label) === name ? label : undefined;
}

/**
 * A deployment's id here: the agent's name and, behind `@`, which of its deployments is meant. Without the latter
 * it is the agent with whatever it runs.
 */
export function deploymentId(name: string, wanted: string | undefined): string {
  return wanted === undefined ? name : `${name}@${wanted}`;
}

export type AgentDeployment = { readonly name: string; readonly wanted: string | undefined };

export function readDeploymentId(id: string): AgentDeployment {
  const at = id.indexOf('@');
  return at < 0 ? { name: id, wanted: undefined } : { name: id.slice(0, at), wanted: id.slice(at + 1) };
}
