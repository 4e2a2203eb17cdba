import { setImmediate as nextTurn } from 'node:timers/promises';
import { AbortedError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';
import { InterruptibleSleep } from '../interruptible-sleep.ts';
import { GRACE_MAX_MS, GRACE_SILENT_MS } from './scope.ts';

/** Without a byte for so long a connection may be dead; opening a new one costs little. */
const IDLE_MS = 5 * 60_000;
/** A server that sends the whole log again may need longer than `GRACE_MAX_MS` until a new line comes. */
const CATCH_UP_MAX_MS = 30_000;

/** A request for the log of an ended build is repeated after so long without an answer. */
const UNANSWERED_MS = 2000;

const PAUSE_CHECK_MS = 50;

/** Why a stream was closed from our side. */
export type HangUp = 'idle' | 'silent' | 'endless';

/** Decides when to close a log stream. Silence is not an error; after the build has ended it is the end of the log. */
export class StreamTimeout {
  readonly #clock: Clock;
  readonly #sleeper: InterruptibleSleep;
  #bytesAt: number;
  #endedAt: number | undefined;
  #repeatedAt = 0;
  #open = false;
  #pausedAt: number | undefined;
  /** Milliseconds of the grace period that were spent on writing. */
  #granted = 0;

  constructor(clock: Clock, ended: AbortSignal) {
    this.#clock = clock;
    this.#sleeper = new InterruptibleSleep(clock);
    this.#bytesAt = clock.now();
    const end = () => {
      this.#endedAt = clock.now();
      this.#sleeper.interrupt();
    };
    if (ended.aborted) end();
    else ended.addEventListener('abort', end, { once: true });
  }

  /** Milliseconds that are left for the log of an ended build; `Infinity` while the build goes on. */
  get graceLeft(): number {
    return this.#endedAt === undefined ? Number.POSITIVE_INFINITY : this.#graceEnd() - this.#clock.now();
  }

  connecting(): void {
    this.#open = false;
    this.#bytesAt = this.#clock.now();
  }

  opened(): void {
    this.#open = true;
    this.heard('bytes');
    this.#sleeper.interrupt();
  }

  /** Called while received lines are written, which may take long; ends with the next `heard`. */
  pause(): void {
    this.#pausedAt = this.#clock.now();
  }

  /** `repeated` are lines that were delivered before. */
  heard(what: 'bytes' | 'repeated' | 'news'): void {
    this.#bytesAt = this.#clock.now();
    if (this.#pausedAt !== undefined && this.#endedAt !== undefined) {
      this.#granted += this.#bytesAt - Math.max(this.#pausedAt, this.#endedAt);
    }
    this.#pausedAt = undefined;
    if (what === 'repeated') this.#repeatedAt = this.#bytesAt;
  }

  /** Resolves with the reason to hang up, or with nothing when `signal` fires first. */
  async watch(signal: AbortSignal): Promise<HangUp | undefined> {
    for (;;) {
      // In a busy process the timer may be due before data that has arrived is read.
      if (this.#next().at <= this.#clock.now()) await nextTurn();
      const { at, why } = this.#next();
      const wait = at - this.#clock.now();
      if (wait <= 0 && this.#pausedAt === undefined) return why;
      try {
        await this.#sleeper.sleep(Math.max(wait, PAUSE_CHECK_MS), signal);
      } catch (error) {
        if (error instanceof AbortedError) return undefined;
        throw error;
      }
    }
  }

  #next(): { readonly at: number; readonly why: HangUp } {
    if (this.#endedAt === undefined) return { at: this.#bytesAt + IDLE_MS, why: 'idle' };
    const silent = Math.max(this.#bytesAt, this.#endedAt) + GRACE_SILENT_MS;
    const endless = this.#graceEnd();
    if (this.#open) return silent < endless ? { at: silent, why: 'silent' } : { at: endless, why: 'endless' };
    const unanswered = Math.max(this.#bytesAt, this.#endedAt) + UNANSWERED_MS;
    return unanswered < endless ? { at: unanswered, why: 'idle' } : { at: endless, why: 'endless' };
  }

  /** The time for repeated old lines does not count for the grace period, but has a limit of its own. */
  #graceEnd(): number {
    const endedAt = (this.#endedAt ?? 0) + this.#granted;
    return Math.min(Math.max(endedAt, this.#repeatedAt) + GRACE_MAX_MS, endedAt + CATCH_UP_MAX_MS);
  }
}
