import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import { isPipecatAgent, LONGEST_PIPECAT_AGENT as LONGEST } from '../names.ts';

/** Characters of the hash in a shortened name: enough that two agents of one organization never share one. */
const HASH = 8;

/** @throws {UserError} for a name that no agent can have. */
export function checkedName(name: string): string {
  if (isPipecatAgent(name)) return name;
  const hint = `An agent's name has 2 to ${LONGEST} lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen: check \`agent-name\`.`;
  throw new UserError(`"${name}" cannot be the name of an agent on this cloud`, { hint });
}

/** The end of a preview agent's name: the mark of its repository (docs/interface.md, Pipecat). */
const MARK = /-p[0-9a-f]{6}$/;

/**
 * The mark of a repository: `p` and the first 6 hexadecimal digits of its address's SHA-256.
 * @param repository `<host>/<owner>/<name>`, the host with its port if it has one
 */
export function markOf(repository: string): string {
  return `p${createHash('sha256').update(repository.toLowerCase()).digest('hex').slice(0, 6)}`;
}

/**
 * The name of the agent that is this agent's preview with this label for this repository: `<agent>-<label>-<mark>`.
 * Where that is too long, the middle of the agent's name is replaced by a hash of the whole name. Only the name shows
 * that an agent is a preview, and of which repository: the cloud keeps no labels. The same three always give the same
 * name.
 *
 * @throws {UserError} where the label cannot be part of a name, or no repository is known to mark it with.
 */
export function previewName(agentName: string, label: string, repository: string | undefined): string {
  if (repository === undefined) {
    const hint =
      'Run the step in a workflow of a repository: GITHUB_REPOSITORY and GITHUB_SERVER_URL name it.';
    throw new UserError('No repository is known, which the preview’s name has to contain as a mark', {
      hint,
    });
  }
  return shortenedName(agentName, `${checkedLabel(label)}-${markOf(repository)}`);
}

/** The name without a mark: what an earlier release gave, and the vendor's own previews and other agents may have. */
export function unmarkedName(agentName: string, label: string): string {
  return shortenedName(agentName, checkedLabel(label));
}

function checkedLabel(label: string): string {
  if (/^[a-z0-9-]*[a-z0-9]$/.test(label)) return label;
  const hint =
    'Choose a `preview-label` of lower-case letters, digits and hyphens that ends with a letter or digit.';
  throw new UserError(`The preview label "${label}" cannot end the name of an agent`, { hint });
}

function shortenedName(agentName: string, suffix: string): string {
  const fullName = `${agentName}-${suffix}`;
  return checkedName(fullName.length <= LONGEST ? fullName : `${shortened(agentName, suffix)}-${suffix}`);
}

function shortened(agentName: string, suffix: string): string {
  const available = LONGEST - suffix.length - 1 - HASH - 2;
  const head = agentName.slice(0, Math.ceil(available / 2));
  const tail = agentName.slice(agentName.length - Math.floor(available / 2));
  const hash = createHash('sha256').update(agentName).digest('hex').slice(0, HASH);
  return `${head}-${hash}-${tail}`;
}

/** What an agent's name says of a preview. */
export type NamedPreview = {
  /** Absent where it cannot be separated from the agent's part of the name. */
  readonly label?: string;
  /** Absent: the name has no mark of these repositories. */
  readonly repository?: string;
};

/**
 * What this name says, if it is exactly the name of a preview of this agent; without an agent, if it has the mark of
 * one of these repositories. Only a pull request's label can be separated from the agent's name.
 */
export function previewNamed(
  name: string,
  agentName: string | undefined,
  repositories: readonly string[],
): NamedPreview | undefined {
  const repository = repositories.find((one) => name.endsWith(`-${markOf(one)}`));
  if (repository === undefined && MARK.test(name)) return undefined;
  const label = /-(pr-[1-9]\d{0,14})$/.exec(name.replace(MARK, ''))?.[1];
  if (agentName === undefined) {
    return repository === undefined ? undefined : { repository, ...(label !== undefined && { label }) };
  }
  if (label === undefined) return undefined;
  if (repository === undefined) return unmarkedName(agentName, label) === name ? { label } : undefined;
  return previewName(agentName, label, repository) === name ? { label, repository } : undefined;
}

/**
 * A deployment's id here: the agent's name and, after `@`, the id of one of its deployments. Without the `@` part it
 * is the agent with whatever it runs.
 */
export function deploymentId(name: string, wanted: string | undefined): string {
  return wanted === undefined ? name : `${name}@${wanted}`;
}

export type AgentDeployment = { readonly name: string; readonly wanted: string | undefined };

export function readDeploymentId(id: string): AgentDeployment {
  const at = id.indexOf('@');
  return at < 0 ? { name: id, wanted: undefined } : { name: id.slice(0, at), wanted: id.slice(at + 1) };
}
