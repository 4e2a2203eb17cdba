import type { Clock } from '../../wait.ts';
import type { HttpClient } from '../http.ts';
import type { KnownBuilds } from './known-builds.ts';

/** What every request of one connection shares. */
export type PrimeConnection = {
  readonly client: HttpClient;
  readonly clock: Clock;
  readonly knownBuilds: KnownBuilds;
  /** The team; absent for the personal account. */
  readonly team: string | undefined;
};

/** Milliseconds for which a cancelled step still awaits the id of what it has just made (docs/platform.md, Cancel). */
export const GRACE = 2_500;
