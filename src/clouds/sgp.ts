import { systemClock } from '../wait.ts';
import type { Cloud } from './cloud.ts';
import { createHttpClient } from './http.ts';
import type { Access, CloudOptions } from './options.ts';
import { createRecentIds } from './read-after-write.ts';
import { createBuilds } from './sgp/builds.ts';
import { createDeployments } from './sgp/deployments.ts';
import { HOST_HINTS } from './sgp/hosts.ts';
import { createLog } from './sgp/log.ts';
import { missingSecrets } from './sgp/secrets.ts';
import { submitBuild } from './sgp/submit.ts';
import { CLOUD_TRAITS } from './traits.ts';

/** Characters: a shorter value of a header is not a credential, and hiding it would make messages unreadable. */
const SHORTEST_SECRET = 8;

/** Scale GenAI Platform (contracts/sgp.openapi.yaml). */
export function openSgp(
  { baseUrl, apiKey, account, headers = {} }: Access,
  options: CloudOptions = {},
): Cloud {
  const clock = options.clock ?? systemClock;
  const client = createHttpClient({
    ...options,
    baseUrl,
    headers: {
      ...headers,
      'x-api-key': apiKey,
      ...(account === undefined ? {} : { 'x-selected-account-id': account }),
    },
    secrets: [apiKey, ...Object.values(headers).filter((value) => value.length >= SHORTEST_SECRET)],
    hints: HOST_HINTS,
  });
  const recentIds = createRecentIds(clock);
  const builds = createBuilds(client, recentIds);
  return {
    name: 'sgp',
    traits: CLOUD_TRAITS.sgp,
    submit: (request, progress, signal) =>
      submitBuild({ client, clock }, request, recentIds.watch(progress), signal),
    register: (request, progress, signal) =>
      submitBuild({ client, clock }, request, recentIds.watch(progress), signal),
    missingSecrets: (names, signal) => missingSecrets(client, names, signal),
    ...builds,
    log: createLog(client),
    deployments: createDeployments({ client, clock, recentIds, baseUrl, getBuild: builds.get }),
  };
}
