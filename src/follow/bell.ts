import type { Clock } from '../wait.ts';

/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A sleep that somebody else may cut short. A ring while nobody sleeps is kept for the next sleep. */
export class Bell {
  readonly #clock: Clock;
  #rung = false;
  #wake: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /**
   * Sleeps for `ms`, or until the bell rings.
   * @returns whether the bell rang
   * @throws {AbortedError} as soon as `signal` fires
   */
  async sleep(ms: number, signal: AbortSignal): Promise<boolean> {
    if (!this.#rung || signal.aborted) await this.#nap(Math.min(Math.max(ms, 0), LONGEST_TIMER_MS), signal);
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }

  async #nap(ms: number, signal: AbortSignal): Promise<void> {
    const alarm = new AbortController();
    const wake = () => alarm.abort();
    if (signal.aborted) wake();
    signal.addEventListener('abort', wake, { once: true });
    this.#wake = wake;
    try {
      await this.#clock.sleep(ms, alarm.signal);
    } catch (error) {
      if (!this.#rung || signal.aborted) throw error;
    } finally {
      this.#wake = undefined;
      signal.removeEventListener('abort', wake);
    }
  }
}
