import { systemClock } from '../wait.ts';
import type { Cloud } from './cloud.ts';
import { createBearerClient } from './http.ts';
import type { Access, CloudOptions } from './options.ts';
import { createBuilds } from './pipecat/builds.ts';
import { createDeployments } from './pipecat/deployments.ts';
import { createLog } from './pipecat/log.ts';
import { createRegions } from './pipecat/regions.ts';
import { submitBuild } from './pipecat/submit.ts';
import { createRecentIds } from './read-after-write.ts';
import { CLOUD_TRAITS } from './traits.ts';

/** The cloud knows no account: the key alone says whose organization it is. */
const HINTS = {
  401: 'Check the input `api-key`: Pipecat Cloud takes a private API key of the organization, neither a public key nor a personal access token.',
  403: 'Check the input `api-key`: the key is valid, but may not do this in its organization.',
};

/** Pipecat Cloud (contracts/pipecat.openapi.yaml). Builds cannot be cancelled there. */
export function openPipecat(access: Access, options: CloudOptions = {}): Cloud {
  const clock = options.clock ?? systemClock;
  const client = createBearerClient(access, { ...options, hints: HINTS });
  const { budgetMs = Number.POSITIVE_INFINITY } = options;
  const left = () => (typeof budgetMs === 'function' ? budgetMs() : budgetMs);
  const recentIds = createRecentIds(clock);
  const regions = createRegions(client, clock);
  const builds = createBuilds({ client, recentIds, regions });
  return {
    name: 'pipecat',
    traits: CLOUD_TRAITS.pipecat,
    submit: (request, progress, signal) =>
      submitBuild({ client, clock, left, regions }, request, recentIds.watch(progress), signal),
    ...builds,
    log: createLog(client),
    deployments: createDeployments({
      client,
      clock,
      recentIds,
      regions,
      baseUrl: access.baseUrl,
      getBuild: builds.get,
    }),
  };
}
