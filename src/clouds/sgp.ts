import { systemClock } from '../wait.ts';
import type { Cloud } from './cloud.ts';
import { createHttpClient } from './http.ts';
import type { Access, CloudOptions } from './options.ts';
import { createRecentIds } from './read-after-write.ts';
import { createBuilds } from './sgp/builds.ts';
import { createDeployments } from './sgp/deployments.ts';
import { createLog } from './sgp/log.ts';
import { submitBuild } from './sgp/submit.ts';
import { CLOUD_TRAITS } from './traits.ts';

/** Scale GenAI Platform (contracts/sgp.openapi.yaml). */
export function openSgp({ baseUrl, apiKey, account }: Access, options: CloudOptions = {}): Cloud {
  const clock = options.clock ?? systemClock;
  const client = createHttpClient({
    ...options,
    baseUrl,
    headers: { 'x-api-key': apiKey, ...(account === undefined ? {} : { 'x-selected-account-id': account }) },
    secrets: [apiKey],
  });
  const recentIds = createRecentIds(clock);
  const builds = createBuilds(client, recentIds);
  return {
    name: 'sgp',
    traits: CLOUD_TRAITS.sgp,
    submit: (request, progress, signal) =>
      submitBuild({ client, clock }, request, recentIds.watch(progress), signal),
    ...builds,
    log: createLog(client),
    deployments: createDeployments({ client, clock, recentIds, getBuild: builds.get }),
  };
}
