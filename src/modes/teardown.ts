import type { Cloud } from '../clouds/cloud.ts';
import { UserError } from '../errors.ts';
import { cleanupLine } from '../report/story.ts';
import { phase } from './phase.ts';
import { isLive, previewLabel, previewsOf } from './previews.ts';
import { removeAll } from './replace.ts';
import type { Step } from './step.ts';

/** How many builds are read to find the name of an agent that was given by its id. */
const MOST_BUILDS = 1_000;

/**
 * The pull request was closed, merged or not: every preview of its label goes. Needs no context and no manifest
 * on disk; what is already gone is a success.
 * @throws {UserError} when a preview could not be deleted; the others are gone then all the same.
 */
export async function tearDown(step: Step): Promise<void> {
  const cloud = await step.cloud();
  const { deployments } = cloud;
  step.ledger.note({ outcome: 'removed', previewsDeleted: [] });
  if (!deployments) {
    step.console.info(`${cloud.traits.title} deploys nothing: there is nothing to tear down.`);
    return;
  }
  const label = previewLabel(step);
  const agentName = await agentNameOf(step, cloud);
  step.ledger.noteDeployment({ preview: { label } });
  const { failed } = await phase(
    step,
    { name: 'Preview cleanup' },
    async () => {
      const all = await previewsOf(deployments, { agentName, label }, step.signal);
      const removal = await removeAll(step, deployments, all.filter(isLive));
      step.ledger.note({ previewsDeleted: removal.removed });
      return removal;
    },
    ({ removed, failed: left }, ms) => cleanupLine({ deleted: removed.length, kept: left.length, ms }),
  );
  if (failed.length === 0) return;
  const which = failed.map(({ id, why }) => `${id} (${why})`).join('; ');
  throw new UserError(`Previews of ${label} could not be deleted: ${which}`, {
    hint: 'Run the job again; the previews also end by their own expiry.',
  });
}

/** An agent given by its id has its name in any of its builds. */
async function agentNameOf(step: Step, cloud: Cloud): Promise<string> {
  const { agent, project } = step.settings;
  if (agent?.by === 'agent-name') return agent.value;
  if (project?.agentName !== undefined) return project.agentName;
  if (agent) {
    for await (const build of cloud.list({ atMost: MOST_BUILDS }, step.signal)) {
      if (build.agentId === agent.value && build.agentName !== undefined) return build.agentName;
    }
  }
  throw new UserError('The previews cannot be found without the name of their agent.', {
    hint: 'Give agent-name on this step; the manifest is not on disk when a pull request is closed without a checkout.',
  });
}
