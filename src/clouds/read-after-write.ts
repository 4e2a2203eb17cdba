import { HttpError } from '../errors.ts';
import { type Clock, retry } from '../wait.ts';
import type { Progress } from './cloud.ts';

/** How long a new object may be unknown to the API's readers, and how often it is asked for (milliseconds). */
const LAG = 30_000;
const STEP = 1_000;

/** Ids of what this client has just made: for a while a 404 means "not yet" (contracts/sgp.openapi.yaml, getBuild). */
export type RecentIds = {
  readonly note: (id: string) => void;
  /** The same progress; a submitted build is noted before it is reported. */
  readonly watch: (progress: Progress) => Progress;
  /** Repeats `call` while the object is young and unknown. */
  readonly await: <T>(id: string, call: () => Promise<T>, signal: AbortSignal) => Promise<T>;
};

export function createRecentIds(clock: Clock): RecentIds {
  const createdAt = new Map<string, number>();
  const note = (id: string) => void createdAt.set(id, clock.now());
  return {
    note,
    watch: (progress) => ({
      ...progress,
      submitted: (build) => {
        note(build.id);
        progress.submitted(build);
      },
    }),
    await: async (id, call, signal) => {
      const created = createdAt.get(id);
      if (created === undefined) return call();
      return retry(call, {
        retries: Number.POSITIVE_INFINITY,
        budgetMs: created + LAG - clock.now(),
        delayOf: (error) => (error instanceof HttpError && error.status === 404 ? STEP : undefined),
        signal,
        clock,
      });
    },
  };
}
