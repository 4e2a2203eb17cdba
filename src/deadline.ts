/**
 * All ways to end a wait early: an `AbortSignal` that fires with its parent or after a time, whichever comes first.
 * Timers keep their signals alive, and the listener on a parent is removed when the wait is over: on Node 20
 * `AbortSignal.any` and `AbortSignal.timeout` do neither (nodejs/node#57736).
 */
import { AbortedError } from './errors.ts';
import type { Clock } from './wait.ts';

/** A timeout, with the error name that `AbortSignal.timeout` uses. */
class TimeOverError extends AbortedError {
  override readonly name = 'TimeoutError';
}

/** The length of a wait in a message: milliseconds as seconds with at most one decimal, such as `2.5 s`. */
export function inSeconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}

/**
 * A signal that fires with `signal`, or after `ms` milliseconds, whichever comes first. Used instead of
 * `AbortSignal.timeout`: its signal may be garbage-collected if only an `AbortSignal.any` refers to it, and then
 * never fires (nodejs/node#57736). Here the running timer keeps it alive.
 */
export function timeoutSignal(signal: AbortSignal, ms: number): AbortSignal {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new TimeOverError(`the ${inSeconds(ms)} for this are over`)), ms);
  // It must not keep the process alive.
  timer.unref();
  const sooner = AbortSignal.any([signal, over.signal]);
  // Without a listener it may miss that its source has fired (nodejs/node#65995).
  sooner.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return sooner;
}

/**
 * The rest, in milliseconds and never below zero, of the `ms` that a cancelled step may take to end, counted from the
 * moment when `signal` fired with an `AbortedError`. All of it if it has not fired.
 */
export function leftAfterAbort(signal: AbortSignal, ms: number): number {
  const at = signal.aborted && signal.reason instanceof AbortedError ? signal.reason.at : performance.now();
  return Math.max(0, at + ms - performance.now());
}

/** What `runWithin` resolves to if the task was not done in time. */
export const LATE: unique symbol = Symbol('late');

/**
 * Runs `task` for at most `ms` milliseconds. Its signal fires when the time is over or `signal` fires, and the wait
 * ends even if the task ignores it.
 * @throws {AbortedError} when `signal` fires first, or whatever the task throws
 */
export async function runWithin<T>(
  ms: number,
  task: (signal: AbortSignal) => Promise<T>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<T | typeof LATE> {
  const scope = childScope(signal);
  try {
    return await Promise.race<T | typeof LATE>([
      task(scope.signal),
      clock.sleep(Math.min(Math.max(ms, 0), 2 ** 31 - 1), scope.signal).then((): typeof LATE => LATE),
    ]);
  } finally {
    scope.end();
  }
}

/** The result of `promise`, unless `signal` fires first; for sources that may ignore their signal. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: () => void = () => undefined;
  const left = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new AbortedError('the wait was aborted'));
  });
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise, left]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

export type Scope = {
  readonly signal: AbortSignal;
  /** Fires the scope's signal and removes the listener on the parent; may be called more than once. */
  readonly end: () => void;
};

/** A scope that ends with its parent or by `end`. In Node 20 `AbortSignal.any` would keep a reference to the parent. */
export function childScope(parent: AbortSignal): Scope {
  const controller = new AbortController();
  const end = () => {
    parent.removeEventListener('abort', end);
    controller.abort();
  };
  if (parent.aborted) controller.abort();
  else parent.addEventListener('abort', end, { once: true });
  return { signal: controller.signal, end };
}

/** A scope that ends with `signal`, or `ms` milliseconds after `event` has fired. */
export function graceAfter(
  event: AbortSignal,
  ms: number,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Scope {
  const scope = childScope(signal);
  const begin = () => void clock.sleep(ms, scope.signal).then(scope.end, () => undefined);
  if (event.aborted) begin();
  else event.addEventListener('abort', begin, { once: true });
  const end = () => {
    event.removeEventListener('abort', begin);
    scope.end();
  };
  return { signal: scope.signal, end };
}

/** Ends an attempt before its reply: by the caller's signal, or after the time for one attempt. */
export type AttemptDeadline = {
  readonly signal: AbortSignal;
  readonly timedOut: () => boolean;
  /** Removes timers and listener; must be called. */
  readonly release: () => void;
};

type Limits = {
  /** `undefined`: no limit, as for a stream once it is open. */
  readonly timeoutMs: number | undefined;
  /** How long to go on after the caller's signal; read when it fires. */
  readonly graceMs: () => number;
};

/**
 * A signal for one attempt. Not `AbortSignal.any`: on Node 20 it keeps its result as long as the caller's signal
 * exists, and a phase makes hundreds of requests with one signal.
 */
export function attemptDeadline(caller: AbortSignal, { timeoutMs, graceMs }: Limits): AttemptDeadline {
  const controller = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let timedOut = false;
  const onAbort = (): void => {
    const grace = graceMs();
    if (grace > 0) timers.push(setTimeout(() => controller.abort(caller.reason), grace));
    else controller.abort(caller.reason);
  };
  if (caller.aborted) controller.abort(caller.reason);
  else caller.addEventListener('abort', onAbort, { once: true });
  if (timeoutMs !== undefined) {
    const onTime = (): void => {
      timedOut = true;
      controller.abort();
    };
    timers.push(setTimeout(onTime, timeoutMs));
  }
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    release: () => {
      caller.removeEventListener('abort', onAbort);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
