import { systemClock } from '../wait.ts';
import type { Cloud } from './cloud.ts';
import { createBearerClient } from './http.ts';
import type { Access, CloudOptions } from './options.ts';
import { isVmImageAlone } from './prime/build-record.ts';
import { createBuilds } from './prime/builds.ts';
import type { PrimeConnection } from './prime/connection.ts';
import { createImages } from './prime/images.ts';
import { createKnownBuilds } from './prime/known-builds.ts';
import { registerImage } from './prime/register.ts';
import { submitBuild } from './prime/submit.ts';
import { createDerive } from './prime/vm-image.ts';
import { CLOUD_TRAITS } from './traits.ts';

/** Milliseconds between attempts where a rate limit gives none (contracts/prime.openapi.yaml, info). */
const RATE_LIMIT = { firstMs: 2_000, longestMs: 60_000 };

/** Prime Intellect (contracts/prime.openapi.yaml): it has no build log, cannot cancel a build and deploys nothing. */
export function openPrime(access: Access, options: CloudOptions = {}): Cloud {
  const clock = options.clock ?? systemClock;
  const client = createBearerClient(access, { ...options, rateLimit: RATE_LIMIT });
  const connection: PrimeConnection = {
    client,
    clock,
    knownBuilds: createKnownBuilds(clock),
    team: access.account,
  };
  return {
    name: 'prime',
    traits: CLOUD_TRAITS.prime,
    submit: (request, progress, signal) => submitBuild(connection, request, progress, signal),
    ...createBuilds(client, connection.knownBuilds),
    register: (request, progress, signal) => registerImage(connection, request, progress, signal),
    ...createImages(connection),
    isDerived: isVmImageAlone,
    derive: createDerive(connection),
  };
}
