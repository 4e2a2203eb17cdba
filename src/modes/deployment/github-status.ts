import type { DeploymentState, DeploymentStatus } from '../../host/forge/forge.ts';
import type { DeploymentFacts, RunResult } from '../../report/result.ts';

/** What GitHub shows beside the state of a deployment. */
export const DEPLOYMENT_WORDS: Readonly<Record<DeploymentState, string>> = {
  in_progress: 'Rolling out',
  success: 'Healthy',
  failure: 'Did not become healthy',
  error: 'The workflow was cancelled',
  inactive: 'Replaced or removed',
};

/** The status of a run's GitHub deployment, with its links. */
export function statusOf(
  { runUrl, deployment }: Pick<RunResult, 'runUrl' | 'deployment'>,
  state: DeploymentState,
): DeploymentStatus {
  const url = deployment?.preview?.url;
  return {
    state,
    description: wordsOf(state, deployment),
    ...(runUrl === undefined ? {} : { logUrl: runUrl }),
    ...(url === undefined || state === 'inactive' ? {} : { environmentUrl: url }),
  };
}

/** GitHub has no state for a rollout whose end nobody saw; the words say it. */
function wordsOf(state: DeploymentState, { status, goesOn }: Partial<DeploymentFacts> = {}): string {
  if (state === 'success' && status !== 'healthy') return 'Begun; its end was not followed';
  if (state === 'error' && goesOn === 'surely') return 'The workflow was cancelled; the rollout goes on';
  if (state === 'error' && goesOn === 'perhaps') return 'The workflow was cancelled; the rollout may go on';
  return DEPLOYMENT_WORDS[state];
}
