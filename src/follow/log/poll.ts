import type { PolledLog } from '../../clouds/cloud.ts';
import { graceAfter, LATE, runWithin, type Scope } from '../../deadline.ts';
import { AbortedError, messageOf } from '../../errors.ts';
import { InterruptibleSleep } from '../interruptible-sleep.ts';
import { type LogFacts, type LogFault, type LogScope, type LogSink, logFaultOf } from './scope.ts';
import { LogWindow } from './window.ts';

/** Between two requests, in milliseconds: short while the log grows, longer and longer while it does not. */
const FIRST_MS = 500;
const BUSY_MS = 1000;
const GROWTH = 1.5;
/**
 * The log may be behind the status (pipecat.openapi.yaml, `getBuildLogs`): it has ended after `LAG_MS` without a
 * line, or after `LAG_MAX_MS`.
 * How far it is behind cannot be measured more exactly: its lines have whole seconds, and it is asked for about once a
 * second.
 */
const LAG_MS = 2000;
const LAG_MAX_MS = 10_000;
const READ_MAX_MS = 60_000;

/**
 * Polls a log until the build has ended and the log has nothing new.
 * @throws {AbortedError} when `scope.signal` fires, or what the sink throws
 */
export function followPolls(
  log: PolledLog,
  buildId: string,
  sink: LogSink,
  scope: LogScope,
): Promise<LogFacts> {
  return new PollFollower(log, buildId, sink, scope).run();
}

/** A fault without an error is reported only at the end. */
type Answer = { readonly lines: readonly string[] } | { readonly fault: LogFault; readonly error?: unknown };

class PollFollower {
  readonly #log: PolledLog;
  readonly #buildId: string;
  readonly #sink: LogSink;
  readonly #scope: LogScope;
  readonly #window: LogWindow;
  readonly #sleeper: InterruptibleSleep;
  #endedAt = Number.POSITIVE_INFINITY;
  #newsAt = 0;
  #reported = false;
  #reportedChange = false;
  /** The lines of the last answer are an end that nothing follows. */
  #isWhole = false;
  #fault: LogFault | undefined = 'absent';

  constructor(log: PolledLog, buildId: string, sink: LogSink, scope: LogScope) {
    this.#log = log;
    this.#buildId = buildId;
    this.#sink = sink;
    this.#scope = scope;
    this.#window = new LogWindow(log.pageSize);
    this.#sleeper = new InterruptibleSleep(scope.clock);
  }

  async run(): Promise<LogFacts> {
    const onEnd = () => {
      this.#endedAt = this.#scope.clock.now();
      this.#sleeper.interrupt();
    };
    if (this.#scope.ended.aborted) onEnd();
    this.#scope.ended.addEventListener('abort', onEnd, { once: true });
    const grace = graceAfter(this.#scope.ended, LAG_MAX_MS, this.#scope);
    try {
      await this.#poll(grace);
    } finally {
      grace.end();
      this.#scope.ended.removeEventListener('abort', onEnd);
    }
    return this.#close();
  }

  async #poll(grace: Scope): Promise<void> {
    let wait = Math.min(FIRST_MS, this.#scope.pollIntervalMs);
    for (;;) {
      const askedAt = this.#scope.clock.now();
      const news = await this.#take(await this.#read(grace));
      if (this.#fault === 'refused' || this.#isOver(askedAt)) return;
      wait = Math.min(news ? BUSY_MS : wait * GROWTH, this.#scope.pollIntervalMs);
      const left = this.#endedAt === Number.POSITIVE_INFINITY ? wait : Math.min(wait, BUSY_MS);
      await this.#sleeper.sleep(left, this.#scope.signal);
    }
  }

  /** Whether no further request is needed after one that was sent at `askedAt`. */
  #isOver(askedAt: number): boolean {
    if (this.#isWhole && this.#scope.ended.aborted) return true;
    const quietSince = Math.max(this.#endedAt, this.#newsAt);
    return askedAt - quietSince >= LAG_MS || this.#scope.clock.now() - this.#endedAt >= LAG_MAX_MS;
  }

  async #read(grace: Scope): Promise<Answer> {
    const { clock, signal } = this.#scope;
    try {
      const read = (own: AbortSignal) => this.#log.read(this.#buildId, own);
      const lines = await runWithin(READ_MAX_MS, read, { clock, signal: grace.signal });
      if (lines === LATE)
        return { fault: 'broken', error: new Error('the request was not answered in time') };
      return { lines };
    } catch (error) {
      if (signal.aborted) throw new AbortedError('the log was left', { cause: error });
      // After the grace period there are no retries.
      if (grace.signal.aborted) return { fault: 'broken' };
      return { fault: logFaultOf(error), error };
    }
  }

  /** @returns whether there was anything new */
  async #take(answer: Answer): Promise<boolean> {
    this.#fault = 'fault' in answer ? answer.fault : undefined;
    this.#isWhole = 'lines' in answer && this.#log.isWhole?.(answer.lines) === true;
    if ('fault' in answer) {
      this.#report(answer);
      return false;
    }
    const { fresh, gap, changed } = this.#window.admit(answer.lines);
    if (gap) this.#sink.onNotice(GAP);
    if (changed) this.#reportChanged();
    if (fresh.length === 0) return false;
    this.#newsAt = this.#scope.clock.now();
    await this.#sink.onLines(fresh);
    return true;
  }

  #report({ fault, error }: { readonly fault: LogFault; readonly error?: unknown }): void {
    if (this.#reported || fault === 'absent' || error === undefined) return;
    this.#reported = true;
    this.#sink.onNotice(
      fault === 'refused'
        ? `The build log cannot be read (${messageOf(error)}); the build is followed without it.`
        : `The build log cannot be read at the moment (${messageOf(error)}); it is requested again.`,
    );
  }

  #reportChanged(): void {
    if (this.#reportedChange) return;
    this.#reportedChange = true;
    this.#sink.onNotice(CHANGED);
  }

  #close(): LogFacts {
    const { delivered, gaps, mayHaveMore } = this.#window;
    if (this.#fault === 'broken') this.#sink.onNotice('The end of the build log could not be read.');
    if (mayHaveMore) {
      this.#sink.onNotice(
        `The cloud gives ${this.#log.pageSize} log lines at the most: later ones, if there are any, could not be read.`,
      );
    }
    return { delivered, complete: !this.#fault && gaps === 0 && !mayHaveMore, resumed: 0 };
  }
}

const GAP =
  'The log does not continue where it stopped: lines are probably missing here, because one answer holds a limited number.';
const CHANGED =
  'The cloud changes lines of the log that it has sent before, or adds lines between them: such lines follow here, out of order.';
