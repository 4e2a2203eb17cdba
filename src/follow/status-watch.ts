import { LATE, runWithin } from '../deadline.ts';
import { AbortedError, HttpError, messageOf } from '../errors.ts';
import type { Clock } from '../wait.ts';
import { InterruptibleSleep } from './interruptible-sleep.ts';
import { pauseAfter } from './pause.ts';
import { refusedStatus } from './refused-status.ts';

/**
 * After a hint that the end may have come: the first request at once, then from `HURRY_MS` up to `HURRY_MAX_MS`
 * apart.
 */
const HURRY_MS = 200;
const HURRY_MAX_MS = 1000;
/** A 404 may mean "not yet" for so long after the start (sgp.openapi.yaml, `getBuild`). */
const ABSENT_MS = 30_000;
/** Replies in a row that no parser understands. */
const MALFORMED_MAX = 10;

/** The object whose status is polled. */
type StatusSource<T> = {
  /** As in "the build". */
  readonly noun: string;
  readonly get: (signal: AbortSignal) => Promise<T>;
  readonly read: (value: T) => { readonly raw: string; readonly known: boolean; readonly ended: boolean };
  /** Called with every answer, changed or not; an error thrown here ends the watch. */
  readonly onAnswer: (value: T, before: T) => void;
  readonly onNotice: (message: string) => void;
};

export type WatchPlan = {
  /** Milliseconds; the ceiling between two requests. */
  readonly pollIntervalMs: number;
  /** See `PauseRule`. */
  readonly expectedMs?: (() => number | undefined) | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** Polls a status until it is an end. */
export class StatusWatch<T> {
  readonly #source: StatusSource<T>;
  readonly #plan: WatchPlan;
  readonly #sleeper: InterruptibleSleep;
  readonly #startedAt: number;
  readonly #warned = new Set<string>();
  #waiting: ((ended: boolean) => void)[] = [];
  #spacing = 0;
  #malformed = 0;
  #reported = false;
  #answered = false;
  latest: T;
  /** Why the last request failed, if it did. */
  trouble: string | undefined;

  constructor(source: StatusSource<T>, first: T, plan: WatchPlan) {
    this.#source = source;
    this.#plan = plan;
    this.#sleeper = new InterruptibleSleep(plan.clock);
    this.#startedAt = plan.clock.now();
    this.latest = first;
  }

  get ended(): boolean {
    return this.#source.read(this.latest).ended;
  }

  /** Requests the status soon. Resolves to whether a request that began after this call found an end. */
  checkNow(): Promise<boolean> {
    if (this.ended) return Promise.resolve(true);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#sleeper.interrupt();
    });
  }

  /**
   * Polls until the end or until `deadline` (a moment of the clock).
   * @returns whether it has ended
   * @throws {HttpError} for a refusal that will not change; {AbortedError}; whatever `onAnswer` throws
   */
  async run(deadline: number): Promise<boolean> {
    const { clock, pollIntervalMs, signal } = this.#plan;
    let pause = this.#pause();
    while (!this.ended) {
      const left = deadline - clock.now();
      if (left <= 0) return false;
      const interrupted = await this.#sleeper.sleep(Math.min(pause, left), signal);
      if (interrupted) await this.#space(deadline);
      await this.#ask(deadline);
      pause = interrupted ? Math.min(HURRY_MS, pollIntervalMs) : this.#pause();
    }
    return true;
  }

  #pause(): number {
    const { clock, pollIntervalMs: ceilingMs, expectedMs } = this.#plan;
    return pauseAfter(clock.now() - this.#startedAt, { ceilingMs, expectedMs });
  }

  /** Many hints in a row must not become many requests. */
  async #space(deadline: number): Promise<void> {
    const { clock, signal } = this.#plan;
    await clock.sleep(Math.max(0, Math.min(this.#spacing, deadline - clock.now())), signal);
    this.#spacing = Math.min(Math.max(HURRY_MS, this.#spacing * 2), HURRY_MAX_MS);
  }

  async #ask(deadline: number): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const answer = await this.#request(Math.max(deadline - this.#plan.clock.now(), HURRY_MS));
    if (answer) this.#accept(answer.value);
    for (const tell of waiting) tell(this.ended);
  }

  async #request(limitMs: number): Promise<{ readonly value: T } | undefined> {
    try {
      const value = await runWithin(limitMs, this.#source.get, this.#plan);
      // An earlier error says more than the timeout.
      if (value === LATE) this.trouble ??= 'the status request was not answered in time';
      return value === LATE ? undefined : { value };
    } catch (error) {
      if (this.#plan.signal.aborted) throw new AbortedError('the wait was aborted', { cause: error });
      this.#tolerate(error);
      return undefined;
    }
  }

  #accept(value: T): void {
    this.trouble = undefined;
    this.#answered = true;
    this.#malformed = 0;
    const before = this.latest;
    this.latest = value;
    const { raw, known } = this.#source.read(value);
    if (!known && !this.#warned.has(raw) && this.#warned.size < 100) {
      this.#warned.add(raw);
      this.#source.onNotice(
        `The cloud gives the ${this.#source.noun} the status "${raw.replaceAll(/\s+/g, ' ')}", which is unknown; it is watched until it ends.`,
      );
    }
    this.#source.onAnswer(value, before);
  }

  /** Rethrows an error that is not temporary. */
  #tolerate(error: unknown): void {
    const meaning = this.#meaningOf(error);
    if (meaning === 'fatal') throw refusedStatus(error, this.#source.noun, this.#answered);
    this.trouble = messageOf(error);
    if (meaning === 'expected' || this.#reported) return;
    this.#reported = true;
    this.#source.onNotice(
      `The status of the ${this.#source.noun} cannot be read at the moment (${this.trouble}); trying again until the timeout.`,
    );
  }

  /** contracts/README.md, common status mapping. */
  #meaningOf(error: unknown): 'fatal' | 'passing' | 'expected' {
    if (!(error instanceof HttpError) || (error.status > 0 && error.status < 400)) {
      return ++this.#malformed >= MALFORMED_MAX ? 'fatal' : 'passing';
    }
    const { status } = error;
    if (status === 404) return this.#plan.clock.now() - this.#startedAt < ABSENT_MS ? 'expected' : 'fatal';
    const passing = status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
    return passing ? 'passing' : 'fatal';
  }
}
