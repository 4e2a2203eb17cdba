import { resolve } from 'node:path';
import { isForMany } from './agents.ts';
import type { Need } from './connection/connection.ts';
import { type DeployTarget, deployTarget } from './deploy/deploy.ts';
import type { Faults } from './faults.ts';
import type { PlainSettings } from './plain.ts';
import type { InputReader } from './reader.ts';
import type { EventFacts } from './settings.ts';
import { isEmptyFolder, realPath } from './workspace/workspace.ts';

export type Scope = {
  readonly workspace: string;
  readonly closed: boolean;
  /** One agent is built or deployed. */
  readonly runs: boolean;
  readonly target: DeployTarget;
  /** Whether the context folder is read. */
  readonly packs: boolean;
  readonly readsProject: boolean;
  readonly credentials: Need;
};

/** What this run will do, which decides the inputs that it needs. */
export function scopeOf(
  plain: PlainSettings,
  reader: Pick<InputReader, 'text'>,
  trigger: EventFacts,
  workspace: string,
): Scope {
  const { mode, dryRun, build, deploy, pullRequest } = plain;
  const isForOne = !isForMany(plain);
  // Of a deleted branch nothing is built, as of a closed pull request; and there is nothing to delete either.
  const isGone = mode === 'run' && trigger.refDeleted === true;
  const closed = trigger.closed || isGone;
  const runs = mode === 'run' && !closed && isForOne;
  // A dry run of a cleanup needs the cloud too. With many agents, each needs the key of its own cloud.
  const keyless = mode === 'plan' || (mode === 'run' && (dryRun || isGone || !isForOne));
  return {
    workspace,
    closed,
    runs,
    target: runs ? deployTarget(deploy, trigger, pullRequest) : 'none',
    packs: runs && build !== 'never' && reader.text('source-image') === undefined,
    readsProject: (mode === 'run' && isForOne) || mode === 'cleanup',
    credentials: keyless ? 'optional' : trigger.secretsWithheld ? 'if-given' : 'required',
  };
}

export function workspaceOf(env: NodeJS.ProcessEnv): string {
  const workspace = resolve(env.GITHUB_WORKSPACE || process.cwd());
  return realPath(workspace) ?? workspace;
}

/** The hint for an empty workspace, where every path is wrong. What reads no files needs none for its other faults. */
export function emptyWorkspaceHint(
  { workspace, packs, readsProject }: Scope,
  faults: Pick<Faults, 'has'>,
): string | undefined {
  if (!packs && !(readsProject && faults.has('manifest'))) return undefined;
  return isEmptyFolder(workspace)
    ? 'Check the repository out first: the workspace is empty. A step with actions/checkout does that.'
    : undefined;
}
