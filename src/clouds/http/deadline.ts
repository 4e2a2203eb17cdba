/** What ends an attempt before its reply: the caller, or the time that one attempt may take. */
export type Deadline = {
  readonly signal: AbortSignal;
  readonly timedOut: () => boolean;
  /** Gives timer and listener back; must be called. */
  readonly release: () => void;
};

type Limits = {
  /** `undefined`: no limit, as for a stream once it is open. */
  readonly timeoutMs: number | undefined;
  /** How long to go on after the caller's signal; read when it fires. */
  readonly graceMs: () => number;
};

/**
 * A signal for one attempt. Made by hand because `AbortSignal.any` holds its result for as long as the caller's
 * signal lives on Node 20, and a phase makes hundreds of requests under one signal.
 */
export function deadline(caller: AbortSignal, { timeoutMs, graceMs }: Limits): Deadline {
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
