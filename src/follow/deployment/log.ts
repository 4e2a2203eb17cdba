import type { Deployments } from '../../clouds/cloud.ts';
import { graceAfter, LATE, runWithin, type Scope } from '../../deadline.ts';
import { AbortedError, messageOf } from '../../errors.ts';
import { InterruptibleSleep } from '../interruptible-sleep.ts';
import { type LogScope, type LogSink, LogWindow, logFaultOf } from '../log/log.ts';

/** Between two requests, in milliseconds. */
const BUSY_MS = 1000;
const GROWTH = 1.5;
/** The log may be behind the status: it is read once more after `LAG_MS`, and for `LAG_MAX_MS` in total at most. */
const LAG_MS = 1000;
const LAG_MAX_MS = 10_000;
const READ_MAX_MS = 30_000;
/** Pages in a row at most, so that a cursor that never ends does not loop for ever; and of them without a new line. */
const PAGES_MAX = 1000;
const PAGES_WITHOUT_NEWS_MAX = 10;
const IDS_MAX = 20_000;
/** sgp.openapi.yaml, `getDeploymentLogs`: lines per page. */
const PAGE_MAX = 500;

type ReadPage = NonNullable<Deployments['logs']>;
type Line = { readonly id?: string; readonly text: string };
/**
 * Pages through a deployment's log by cursor until the deployment has ended and no page is left. A line with an id
 * is delivered once by that id; lines without one are aligned with what the same cursor gave before.
 * @throws {AbortedError} when the scope's signal fires, or what the sink throws; never for the log's own faults
 */
export async function followDeploymentLog(
  readPage: ReadPage | undefined,
  id: string,
  sink: LogSink,
  scope: Omit<LogScope, 'checkNow'>,
): Promise<void> {
  if (readPage) await new DeploymentLog(readPage, id, sink, scope).run();
}

class DeploymentLog {
  readonly #readPage: ReadPage;
  readonly #id: string;
  readonly #sink: LogSink;
  readonly #scope: Omit<LogScope, 'checkNow'>;
  readonly #seen = new Set<string>();
  readonly #cursors = new Set<string>();
  #window = new LogWindow(PAGE_MAX);
  #cursor: string | undefined;
  #reported = false;
  #refused = false;
  /** The last request failed. */
  #broken = false;

  constructor(readPage: ReadPage, id: string, sink: LogSink, scope: Omit<LogScope, 'checkNow'>) {
    this.#readPage = readPage;
    this.#id = id;
    this.#sink = sink;
    this.#scope = scope;
  }

  async run(): Promise<void> {
    const { clock, ended, signal, pollIntervalMs } = this.#scope;
    const sleeper = new InterruptibleSleep(clock);
    const onEnd = () => sleeper.interrupt();
    ended.addEventListener('abort', onEnd, { once: true });
    const grace = graceAfter(ended, LAG_MAX_MS, this.#scope);
    try {
      let wait = BUSY_MS;
      while (!ended.aborted && !this.#refused) {
        const news = await this.#readAll(grace);
        wait = Math.min(news ? BUSY_MS : wait * GROWTH, pollIntervalMs);
        if (!ended.aborted) await sleeper.sleep(wait, signal);
      }
      if (this.#refused) return;
      await this.#readAll(grace);
      await clock.sleep(LAG_MS, signal);
      await this.#readAll(grace);
      if (this.#broken) this.#sink.onNotice('The end of the deployment log could not be read.');
    } finally {
      grace.end();
      ended.removeEventListener('abort', onEnd);
    }
  }

  /** Reads while pages are full. @returns whether there was anything new */
  async #readAll(grace: Scope): Promise<boolean> {
    let news = false;
    let without = 0;
    for (let count = 0; count < PAGES_MAX && !this.#refused; count++) {
      const page = await this.#page(grace);
      if (!page) return news;
      const fresh = this.#fresh(page.lines);
      if (fresh.length > 0) await this.#sink.onLines(fresh);
      news ||= fresh.length > 0;
      without = fresh.length > 0 ? 0 : without + 1;
      const moved = this.#move(page.cursor);
      if (!page.more || !moved || without >= PAGES_WITHOUT_NEWS_MAX) return news;
    }
    return news;
  }

  async #page(grace: Scope) {
    const { clock, signal } = this.#scope;
    try {
      const read = (own: AbortSignal) => this.#readPage(this.#id, this.#cursor, own);
      const page = await runWithin(READ_MAX_MS, read, { clock, signal: grace.signal });
      if (page === LATE) throw new Error('the request was not answered in time');
      this.#broken = false;
      return page;
    } catch (error) {
      if (signal.aborted) throw new AbortedError('the log was left', { cause: error });
      // After the grace period there are no retries.
      if (!grace.signal.aborted) this.#tolerate(error);
      this.#broken ||= grace.signal.aborted;
      return undefined;
    }
  }

  #tolerate(error: unknown): void {
    const fault = logFaultOf(error);
    this.#refused = fault === 'refused';
    this.#broken = fault === 'broken';
    if (this.#reported || fault === 'absent') return;
    this.#reported = true;
    const then = this.#refused ? 'the deployment is followed without it' : 'it is requested again';
    this.#sink.onNotice(`The deployment log cannot be read (${messageOf(error)}); ${then}.`);
  }

  /**
   * Without a new cursor the present one stays (sgp.openapi.yaml, `getDeploymentLogs`); one of before would go in
   * circles.
   */
  #move(cursor: string | undefined): boolean {
    if (cursor === undefined || this.#cursors.has(cursor)) return false;
    this.#cursor = cursor;
    this.#cursors.add(cursor);
    this.#window = new LogWindow(PAGE_MAX);
    return true;
  }

  #fresh(lines: readonly Line[]): readonly string[] {
    const plain = lines.filter(({ id }) => id === undefined).map(({ text }) => text);
    const { fresh, gap } = this.#window.admit(plain);
    if (gap)
      this.#sink.onNotice(
        'The deployment log does not continue where it stopped: lines may be missing here.',
      );
    let next = 0;
    const wanted: string[] = [];
    for (const { id, text } of lines) {
      const isNew = id === undefined ? fresh[next] === text : this.#isNew(id);
      if (isNew && id === undefined) next++;
      if (isNew) wanted.push(...text.split('\n'));
    }
    return wanted;
  }

  #isNew(id: string): boolean {
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    if (this.#seen.size > IDS_MAX) this.#forgetOldest();
    return true;
  }

  #forgetOldest(): void {
    const [oldest] = this.#seen;
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}
