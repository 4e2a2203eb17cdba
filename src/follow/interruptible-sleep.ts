import type { Clock } from '../wait.ts';

/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A sleep that can be interrupted. An interruption while nobody sleeps ends the next sleep. */
export class InterruptibleSleep {
  readonly #clock: Clock;
  #interrupted = false;
  #wake: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  interrupt(): void {
    this.#interrupted = true;
    this.#wake?.();
  }

  /**
   * Sleeps for `ms`, or until `interrupt` is called.
   * @returns whether it was interrupted
   * @throws {AbortedError} as soon as `signal` fires
   */
  async sleep(ms: number, signal: AbortSignal): Promise<boolean> {
    if (!this.#interrupted || signal.aborted)
      await this.#sleepUntilInterrupted(Math.min(Math.max(ms, 0), LONGEST_TIMER_MS), signal);
    const interrupted = this.#interrupted;
    this.#interrupted = false;
    return interrupted;
  }

  async #sleepUntilInterrupted(ms: number, signal: AbortSignal): Promise<void> {
    const alarm = new AbortController();
    const wake = () => alarm.abort();
    if (signal.aborted) wake();
    signal.addEventListener('abort', wake, { once: true });
    this.#wake = wake;
    try {
      await this.#clock.sleep(ms, alarm.signal);
    } catch (error) {
      if (!this.#interrupted || signal.aborted) throw error;
    } finally {
      this.#wake = undefined;
      signal.removeEventListener('abort', wake);
    }
  }
}
