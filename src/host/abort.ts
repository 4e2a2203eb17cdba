import { AbortedError } from '../errors.ts';
import type { Host } from './host.ts';
import type { State } from './state.ts';

/** How often main checks, on a host without signals, whether post has taken over. */
const MARKER_EVERY_MS = 1_000;

/**
 * Fires when the workflow is cancelled: by signal where the host sends one, else by the mark that an
 * overlapping post leaves (docs/platform.md, "Cancel, state, post").
 */
export function abortOnCancel(host: Host, state: Pick<State, 'cancelled'>): AbortSignal {
  const controller = new AbortController();
  const abort = (why: string) => controller.abort(new AbortedError(why));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => abort(`the workflow was cancelled (${signal})`));
  }
  if (host.can.postOverlapsMain) {
    const timer = setInterval(() => {
      if (!state.cancelled()) return;
      clearInterval(timer);
      abort('the workflow was cancelled');
    }, MARKER_EVERY_MS);
    timer.unref();
  }
  return controller.signal;
}
