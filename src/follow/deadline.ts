import { AbortedError } from '../errors.ts';
import type { Clock } from '../wait.ts';

/** What `within` resolves to where the task was not done in time. */
export const LATE: unique symbol = Symbol('late');

/**
 * Runs `task` for at most `ms` milliseconds. Its signal fires when the time is over or `signal` does, and the
 * wait ends even where the task does not heed it.
 * @throws {AbortedError} when `signal` fires first, or whatever the task throws
 */
export async function within<T>(
  ms: number,
  task: (signal: AbortSignal) => Promise<T>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<T | typeof LATE> {
  const scope = childOf(signal);
  try {
    return await Promise.race<T | typeof LATE>([
      task(scope.signal),
      clock.sleep(Math.min(Math.max(ms, 0), 2 ** 31 - 1), scope.signal).then((): typeof LATE => LATE),
    ]);
  } finally {
    scope.end();
  }
}

/** Passes on what `promise` becomes, unless `signal` fires first; for sources that may not heed their signal. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave: () => void = () => undefined;
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => reject(new AbortedError('the wait was aborted'));
  });
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([promise, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

export type Scope = {
  readonly signal: AbortSignal;
  /** Fires the scope's own signal and forgets the parent; more than once is harmless. */
  readonly end: () => void;
};

/** A scope that ends with its parent or by itself. `AbortSignal.any` would hold on to the parent in Node 20. */
export function childOf(parent: AbortSignal): Scope {
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
  const scope = childOf(signal);
  const begin = () => void clock.sleep(ms, scope.signal).then(scope.end, () => undefined);
  if (event.aborted) begin();
  else event.addEventListener('abort', begin, { once: true });
  const end = () => {
    event.removeEventListener('abort', begin);
    scope.end();
  };
  return { signal: scope.signal, end };
}
