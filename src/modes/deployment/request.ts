import type { DeploymentRequest } from '../../clouds/cloud.ts';
import { UserError } from '../../errors.ts';
import type { Built } from '../build/known.ts';
import type { Step } from '../step/step.ts';
import { ownAddresses } from './ownership.ts';
import { previewLabel } from './previews.ts';
import { namedAgent } from './target.ts';

/** @throws {UserError} where neither the build nor an input nor a project file names the agent */
export function agentOf({ settings }: Pick<Step, 'settings'>, build: Built): string {
  const name = ('agentName' in build ? build.agentName : undefined) ?? namedAgent(settings);
  if (name === undefined) {
    throw new UserError(
      'The deployment needs the name of the agent, and neither the build nor an input gives it.',
      {
        hint: 'Give agent-name, or manifest.',
      },
    );
  }
  return name;
}

/** The request for a deployment; a dry run prints the same values. */
export function deploymentRequest(
  step: Step,
  kind: 'preview' | 'production',
  agentName: string,
  build: Built,
): DeploymentRequest {
  const { agentSettings, project, preview, region } = step.settings;
  const [repository] = ownAddresses(step);
  return {
    of: 'id' in build ? { buildId: build.id } : build,
    agentName,
    ...(region !== undefined && { region }),
    ...(project && { manifest: project.text }),
    ...(project?.environmentConfig && { environmentConfig: project.environmentConfig.text }),
    ...(agentSettings && { agentSettings }),
    ...(kind === 'preview' && {
      preview: {
        label: previewLabel(step),
        ttlMs: preview.ttlMs,
        ...(repository !== undefined && { repository }),
      },
    }),
  };
}
