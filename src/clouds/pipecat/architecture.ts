import type { DeploymentRequest, DeployProgress } from '../deployment.ts';
import { refusesArchitecture, settingsOf } from './agent-body.ts';

/**
 * Sends the agent's settings. If the server answers that it does not know `architecture`, sends them once more
 * without it: the first request changed nothing.
 */
export async function withArchitecture<T>(
  request: DeploymentRequest,
  progress: DeployProgress,
  send: (settings: Readonly<Record<string, unknown>>) => Promise<T>,
): Promise<T> {
  const settings = settingsOf(request);
  try {
    return await send(settings);
  } catch (error) {
    const { architecture, ...others } = settings;
    if (architecture === undefined || !refusesArchitecture(error)) throw error;
    const words = `The cloud does not know the member architecture: ${architecture} is left out, and the agent runs on its region's own`;
    if (request.agentSettings?.architecture === undefined) progress.notice(words);
    else (progress.warning ?? progress.notice)(words);
    return send(others);
  }
}
