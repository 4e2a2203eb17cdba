import type { StreamedLog } from '../../clouds/cloud.ts';
import { childScope, unlessAborted } from '../../deadline.ts';
import { AbortedError, messageOf } from '../../errors.ts';
import { InterruptibleSleep } from '../interruptible-sleep.ts';
import { linesOf } from './event-lines.ts';
import { ReplayFilter } from './replay-filter.ts';
import { type LogFacts, type LogFault, type LogScope, type LogSink, logFaultOf } from './scope.ts';
import { readEventsUntil, type SseEvent } from './sse.ts';
import { faultOfEnd, type Outcome } from './stream-outcome.ts';
import { type HangUp, StreamTimeout } from './stream-timeout.ts';

/** Milliseconds before the next connection: short if the last one brought new lines, else longer and longer. */
const RESUME_MS = 100;
const BACK_OFF_MS = 500;
const BACK_OFF_MAX_MS = 5000;
/**
 * A stream that closes regularly has most likely ended: wait this long for the status to confirm it before connecting
 * again.
 */
const STATUS_WITHIN_MS = 300;
const LAST_ATTEMPTS = 3;

/**
 * Follows a streamed log until the build and the log have ended. Every line is delivered once, also after lost
 * connections. A log that cannot be read is reported, never thrown.
 * @throws {AbortedError} when `scope.signal` fires, or what the sink throws
 */
export function followStream(
  log: StreamedLog,
  buildId: string,
  sink: LogSink,
  scope: LogScope,
): Promise<LogFacts> {
  return new StreamFollower(log, buildId, sink, scope).run();
}

class StreamFollower {
  readonly #log: StreamedLog;
  readonly #buildId: string;
  readonly #sink: LogSink;
  readonly #scope: LogScope;
  readonly #replayFilter = new ReplayFilter();
  readonly #timeout: StreamTimeout;
  readonly #sleeper: InterruptibleSleep;
  #connections = 0;
  /** Attempts in a row without a new line; reset when the build has ended. */
  #attemptsWithoutNews = 0;
  #reportedBroken = false;
  /** This server has closed a stream before the build ended, so a closed stream proves nothing. */
  #closesEarly = false;

  constructor(log: StreamedLog, buildId: string, sink: LogSink, scope: LogScope) {
    this.#log = log;
    this.#buildId = buildId;
    this.#sink = sink;
    this.#scope = scope;
    this.#timeout = new StreamTimeout(scope.clock, scope.ended);
    this.#sleeper = new InterruptibleSleep(scope.clock);
  }

  async run(): Promise<LogFacts> {
    const onEnd = () => {
      this.#attemptsWithoutNews = 0;
      this.#sleeper.interrupt();
    };
    this.#scope.ended.addEventListener('abort', onEnd, { once: true });
    try {
      for (;;) {
        const last = this.#scope.ended.aborted;
        const before = this.#replayFilter.count;
        const outcome = await this.#connect();
        this.#attemptsWithoutNews = this.#replayFilter.count > before ? 0 : this.#attemptsWithoutNews + 1;
        if (this.#isOver(outcome, last) || !(await this.#again(outcome))) return await this.#close(outcome);
      }
    } finally {
      this.#scope.ended.removeEventListener('abort', onEnd);
    }
  }

  /** Whether this connection was the last one. `last`: the build had ended before it was opened. */
  #isOver(outcome: Outcome, last: boolean): boolean {
    if (outcome.kind === 'refused' || outcome.kind === 'silent' || outcome.kind === 'endless') return true;
    if (!last) return false;
    if (outcome.kind === 'closed' || (outcome.kind === 'absent' && this.#connections > 0)) return true;
    return this.#attemptsWithoutNews >= LAST_ATTEMPTS || this.#timeout.graceLeft <= 0;
  }

  /** Waits before the next connection; false where none is needed. */
  async #again(outcome: Outcome): Promise<boolean> {
    if ('error' in outcome) this.#tellBroken(outcome);
    const backOff = Math.min(BACK_OFF_MS * 2 ** (this.#attemptsWithoutNews - 1), BACK_OFF_MAX_MS);
    const wait = this.#attemptsWithoutNews === 0 || outcome.kind === 'idle' ? RESUME_MS : backOff;
    if (outcome.kind !== 'closed') {
      if (outcome.kind === 'broken' && this.#connections > 0) void this.#scope.checkNow();
      await this.#sleeper.sleep(wait, this.#scope.signal);
      return true;
    }
    let ended = false;
    void this.#scope.checkNow().then((answer) => {
      ended = answer;
      if (answer) this.#sleeper.interrupt();
    });
    await this.#sleeper.sleep(Math.max(wait, STATUS_WITHIN_MS), this.#scope.signal);
    const proven = ended && !this.#closesEarly;
    this.#closesEarly ||= !ended;
    return !proven;
  }

  async #connect(): Promise<Outcome> {
    const reading = this.#read();
    try {
      for (;;) {
        const step = await reading.next();
        if (step.done) return step.value;
        await this.#deliver(step.value);
      }
    } finally {
      await reading.return({ kind: 'closed' });
    }
  }

  /** One connection's events; an error becomes its outcome. */
  async *#read(): AsyncGenerator<readonly SseEvent[], Outcome> {
    const scope = childScope(this.#scope.signal);
    let hangUp: HangUp | undefined;
    let open = false;
    this.#timeout.connecting();
    const watching = this.#timeout.watch(scope.signal).then((reason) => {
      hangUp = reason;
      scope.end();
    });
    try {
      const bytes = await unlessAborted(this.#log.open(this.#buildId, scope.signal), scope.signal);
      open = true;
      this.#opened();
      yield* readEventsUntil(bytes, scope.signal);
      return { kind: 'closed' };
    } catch (error) {
      if (this.#scope.signal.aborted) throw new AbortedError('the log was left', { cause: error });
      if (hangUp && open) return { kind: hangUp };
      const fault = hangUp ? new Error('the request was not answered') : error;
      return { kind: logFaultOf(fault), error: fault };
    } finally {
      scope.end();
      await watching;
    }
  }

  #opened(): void {
    this.#connections++;
    this.#replayFilter.restart();
    this.#timeout.opened();
  }

  async #deliver(events: readonly SseEvent[]): Promise<void> {
    const lines: string[] = [];
    for (const event of events) {
      const own = linesOf(this.#log, event);
      if (event.unclosed) this.#keep(own);
      else for (const line of own) lines.push(line);
    }
    if (lines.length === 0) {
      this.#timeout.heard('bytes');
      return;
    }
    const { fresh, notice } = this.#replayFilter.admit(lines);
    this.#timeout.heard(fresh.length > 0 ? 'news' : 'repeated');
    if (notice) this.#sink.onNotice(notice);
    if (fresh.length === 0) return;
    this.#timeout.pause();
    await this.#sink.onLines(fresh);
    this.#timeout.heard('news');
  }

  #keep(lines: readonly string[]): void {
    if (!this.#replayFilter.replaying) this.#replayFilter.keep(lines);
  }

  #tellBroken(outcome: { readonly kind: LogFault; readonly error: unknown }): void {
    if (this.#reportedBroken || outcome.kind !== 'broken') return;
    this.#reportedBroken = true;
    const reason = messageOf(outcome.error);
    this.#sink.onNotice(
      this.#connections === 0
        ? `The build log cannot be read yet (${reason}); it is requested again while the build runs.`
        : `The build log broke off (${reason}); it is resumed where it stopped.`,
    );
  }

  async #close(outcome: Outcome): Promise<LogFacts> {
    const rest = this.#replayFilter.rest();
    if (rest.length > 0) await this.#sink.onLines(rest);
    const read = this.#connections > 0 && outcome.kind !== 'endless' && outcome.kind !== 'broken';
    const missing = faultOfEnd(outcome, this.#connections > 0);
    if (missing) this.#sink.onNotice(missing);
    const resumed = Math.max(0, this.#connections - 1);
    return {
      delivered: this.#replayFilter.count,
      complete: read && outcome.kind !== 'refused' && this.#replayFilter.intact,
      resumed,
    };
  }
}
