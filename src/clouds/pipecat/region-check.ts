import { UserError } from '../../errors.ts';
import type { Cloud } from '../cloud.ts';
import type { DeploymentRequest } from '../deployment.ts';

/** The regions that are involved in one deployment. */
type RegionsInUse = {
  readonly agentName: string;
  /** Of the agent, where it exists. */
  readonly agent: string | undefined;
  /** Of the build that it should run. */
  readonly build: string | undefined;
  /** As the author gave it. */
  readonly given: string | undefined;
};

/**
 * Builds, agents and secret sets must be in one region; an agent never changes its own
 * (contracts/pipecat.openapi.yaml, general rules and updateAgent).
 *
 * @throws {UserError} that says which is where.
 */
export function checkRegions({ agentName, agent, build, given }: RegionsInUse): void {
  if (agent !== undefined && build !== undefined && agent !== build) {
    const hint = `Give \`region: ${agent}\`, so that it is built where the agent is. An agent cannot move: to have it in ${build}, delete it first or choose another \`agent-name\`.`;
    throw new UserError(
      `Agent ${agentName} runs in ${agent} and the build was made in ${build}; a build cannot cross regions`,
      { hint },
    );
  }
  if (agent !== undefined && given !== undefined && agent !== given) {
    const hint = `Give \`region: ${agent}\`, or leave it out. An agent cannot move: to have it in ${given}, delete it first or choose another \`agent-name\`.`;
    throw new UserError(`Agent ${agentName} runs in ${agent}, and \`region\` says ${given}`, { hint });
  }
  if (build !== undefined && given !== undefined && build !== given) {
    const hint = `Give \`region: ${build}\`, or build anew with the region that is wanted.`;
    throw new UserError(`The build was made in ${build}, and \`region\` says ${given}`, { hint });
  }
}

/** `undefined` where what is deployed is no build. */
export async function regionOfBuild(
  getBuild: Cloud['get'],
  { of }: DeploymentRequest,
  signal: AbortSignal,
): Promise<string | undefined> {
  return 'buildId' in of ? (await getBuild(of.buildId, signal)).region : undefined;
}
