import { HttpError, UserError } from '../../errors.ts';
import { fetchSections, type Reconciler, reconcileOnce } from './reconciler.ts';

const MOST_ROUNDS = 12;
const MOST_FAULTS = 3;
/** Milliseconds: a longer wait that a forge asks for is not worth the job's time. */
const MAX_RETRY_MS = 10_000;

/**
 * Reads, merges and writes until the comment shows all known sections.
 * @returns whether anything was changed
 * @throws {UserError} where that takes too many rounds
 */
export async function reconcile(
  reconciler: Reconciler,
  how: { readonly confirm: boolean; readonly signal: AbortSignal },
) {
  let changed = false;
  let faults = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    try {
      const seen = await fetchSections(reconciler, how.signal);
      const step = await reconcileOnce(reconciler, seen, round < MOST_ROUNDS / 2, how.signal);
      if (step === 'rest') return changed;
      if (step !== 'again') changed = true;
      if (step === 'tidied' || (step === 'wrote' && !how.confirm)) return changed;
      await pause(reconciler, round, how.signal);
    } catch (thrown) {
      faults += 1;
      await afterFault(reconciler, thrown, faults, how.signal);
    }
  }
  throw new UserError(`The comment was overwritten by other jobs ${MOST_ROUNDS} times in a row.`);
}

async function pause(
  { clock, times, random }: Reconciler,
  round: number,
  signal: AbortSignal,
): Promise<void> {
  await clock.sleep(times.pause * Math.min(8, 2 ** round) * (0.5 + random()), signal);
}

/** After an error, also an unreadable reply, the comment is read again first: the write may have happened. */
async function afterFault(
  reconciler: Reconciler,
  thrown: unknown,
  faults: number,
  signal: AbortSignal,
): Promise<void> {
  if (!(thrown instanceof HttpError) || faults > MOST_FAULTS) throw thrown;
  const { status, method } = thrown;
  const isGone = status === 404 && method === 'PATCH';
  const isFinal = status >= 300 && status < 500 && status !== 408 && status !== 429;
  if (isFinal && !isGone) throw thrown;
  const waitMs = thrown.retryAfterMs ?? 0;
  // The forge's client has already retried a GET.
  if (waitMs > MAX_RETRY_MS || method === 'GET') throw thrown;
  await reconciler.clock.sleep(waitMs, signal);
  await pause(reconciler, faults, signal);
}
