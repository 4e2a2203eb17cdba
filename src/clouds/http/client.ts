import { AbortedError, UserError } from '../../errors.ts';
import { type RetryPlan, retry, systemClock } from '../../wait.ts';
import { refuseUnsafeAddress } from '../safe-address.ts';
import { type Attempt, attemptCall } from './attempt.ts';
import { budgetOf, isOverdue, longestHold } from './budget.ts';
import type { ApiCall, ClientOptions, HttpClient, PresignedCall } from './call.ts';
import type { Incoming, Transport } from './exchange.ts';
import { FailedCall } from './failure.ts';
import { readJson } from './json.ts';
import { apiAttempt, presignedAttempt, type Sender, streamAttempt } from './make-attempt.ts';
import { createPace, type Pace } from './pace.ts';
import { createRedactor } from './redact.ts';
import { waitBeforeRetry } from './retry-rule.ts';
import { createServerClock, type ServerClock } from './server-clock.ts';
import { streamOf } from './stream.ts';

type Shared = Sender & {
  readonly transport: Transport;
  readonly pace: Pace;
  readonly time: ServerClock;
  /** What this client has seen: whether the server ever answered, and how often it was waited for. */
  readonly seen: { reply: boolean; retries: number };
};

/** @throws {UserError} when a credential cannot be a header. */
export function createClient(options: ClientOptions, transport: Transport): HttpClient {
  refuseBrokenHeaders(options.headers);
  const shared: Shared = {
    transport,
    options,
    redactor: createRedactor(options.secrets),
    pace: options.share?.common?.pace ?? createPace(options.clock ?? systemClock),
    time: createServerClock(options.clock ?? systemClock),
    seen: { reply: false, retries: 0 },
  };
  return {
    request: (call, read) =>
      callWithRetries(shared, call, apiAttempt(shared, call), async (reply) => {
        // The date of a cached reply is when it was cached.
        if (reply.header('age') === undefined) shared.time.noteDate(reply.header('date'));
        return read(await readJson(reply));
      }),
    send: async (call) => {
      await refuseUnsafeAddress(call.url, options.baseUrl);
      return callWithRetries(shared, call, presignedAttempt(shared, call), async (reply) => reply.discard());
    },
    openStream: async (call) => {
      const attempt = streamAttempt(shared, call);
      await keepPace(shared, call.signal, Number.POSITIVE_INFINITY);
      return observed(
        shared,
        attemptCall(transport, attempt, (reply, open) => streamOf(reply, attempt, open)),
      );
    },
    secret: shared.redactor.add,
    leftMs: () => budgetOf(options),
    now: shared.time.now,
  };
}

/** A line break in a pasted key would otherwise fail in the library, with a message that names no input. */
function refuseBrokenHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) continue;
    const hint =
      'Check the inputs `api-key` and `account-id` for line breaks and characters that were pasted along.';
    throw new UserError(`A credential holds a character that the header ${name} cannot carry`, { hint });
  }
}

/** Attempts the call until it succeeds, may not be sent again, or the budget is spent. */
async function callWithRetries<T>(
  shared: Shared,
  call: ApiCall | PresignedCall,
  attempt: Attempt,
  read: (reply: Incoming) => Promise<T>,
): Promise<T> {
  const { options } = shared;
  const budgetMs = budgetOf(options);
  const clock = options.clock ?? systemClock;
  const began = clock.now();
  const plan: RetryPlan = {
    retries: Number.POSITIVE_INFINITY,
    budgetMs,
    clock,
    signal: call.signal,
    delayOf: (error, count) =>
      isOverdue(error, clock.now() - began) ? undefined : delayOf(shared, call, error, count),
    onRetry: (error, count, waitMs) => reportRetry(shared, error, count, waitMs),
  };
  const once = async (): Promise<T> => {
    await keepPace(shared, call.signal, budgetMs);
    return observed(shared, attemptCall(shared.transport, attempt, read));
  };
  return retry(once, plan).catch((error: unknown) => {
    // What the retrying library throws on abort is the signal's reason, not an error of ours.
    const ours = error instanceof UserError || error instanceof AbortedError;
    throw call.signal.aborted && !ours
      ? new AbortedError('the request was aborted', { cause: error })
      : error;
  });
}

/** A call that begins while the cloud limits requests waits as well, as far as its budget allows. */
async function keepPace({ pace, options }: Shared, signal: AbortSignal, budgetMs: number): Promise<void> {
  const left = Math.min(pace.left(), budgetMs);
  if (left > 0) await (options.clock ?? systemClock).sleep(left, signal);
}

/** Records what the result of an attempt says about the server, for later calls. */
async function observed<T>({ seen, pace, options }: Shared, attempt: Promise<T>): Promise<T> {
  try {
    const result = await attempt;
    seen.reply = true;
    pace.accepted();
    return result;
  } catch (error) {
    if (error instanceof FailedCall) {
      if (error.status !== 0) seen.reply = true;
      if (error.status === 429) pace.hold(Math.min(error.advice.retryAfterMs ?? 0, longestHold(options)));
    }
    throw error;
  }
}

function delayOf(
  { seen, options }: Shared,
  call: ApiCall | PresignedCall,
  error: unknown,
  attempt: number,
): number | undefined {
  if (!(error instanceof FailedCall) || call.isFinal?.(error)) return undefined;
  const idempotent = call.idempotent ?? call.method !== 'POST';
  return waitBeforeRetry(error, { idempotent, reached: seen.reply, attempt, rateLimit: options.rateLimit });
}

function reportRetry({ seen, options }: Shared, error: unknown, attempt: number, waitMs: number): void {
  seen.retries += 1;
  const reason = error instanceof Error ? error.message : String(error);
  const line = `${reason}; trying again in ${(waitMs / 1000).toFixed(1)} s (attempt ${attempt + 1})`;
  options.onRetry?.({ line, waitMs, count: seen.retries });
}
