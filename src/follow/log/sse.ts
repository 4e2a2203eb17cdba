import { createParser } from 'eventsource-parser';
import { unlessAborted } from '../../deadline.ts';

/** One event's data. The name and the id are dropped: no cloud gives them a meaning (sgp.openapi.yaml, `x-sse`). */
export type SseEvent = {
  readonly data: string;
  /** How many characters were left out behind `data`, where the event was larger than `EVENT_MAX`. */
  readonly omitted?: number;
  /** The body ended before the event's closing empty line, so the event may be incomplete. */
  readonly unclosed?: true;
};

/** Characters of one event's data; what a server sends beyond is counted and dropped. */
export const EVENT_MAX = 1024 * 1024;

const PIECE = 64 * 1024;
/** Larger than an event by its framing and by one piece, because sizes are only known in pieces. */
const HELD_MAX = EVENT_MAX + 2 * PIECE;
const EMPTY_LINE = /\n[\n\r]|\r\r/;
const LINE_END = /[\n\r]/;

/**
 * The events of a `text/event-stream` body, one batch a chunk. A batch is empty for a chunk with only a comment or a
 * part of an event, which shows that the connection works. An error of the body is thrown, and an event that was not
 * closed is dropped; at a regular end it is delivered, marked `unclosed`.
 */
export async function* readEvents(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly SseEvent[]> {
  const decoder = new TextDecoder();
  const splitter = new EventSplitter();
  for await (const chunk of bytes) yield splitter.feed(decoder.decode(chunk, { stream: true }));
  yield splitter.end(decoder.decode());
}

/**
 * The events of a body until `signal` fires, also if the body does not react to it.
 * @throws {AbortedError} when `signal` fires
 */
export async function* readEventsUntil(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<readonly SseEvent[]> {
  const events = readEvents(bytes);
  try {
    for (;;) {
      const step = await unlessAborted(events.next(), signal);
      if (step.done) return;
      yield step.value;
    }
  } finally {
    // Not awaited: a body that hangs would hang its closing too.
    void events.return(undefined).catch(() => undefined);
  }
}

type Surplus = { readonly until: RegExp; readonly data?: string; omitted: number };

/** The library's parser with a bound on what one event may hold. */
class EventSplitter {
  #events: SseEvent[] = [];
  /** At least as many characters as the parser holds of an event that is not complete. */
  #held = 0;
  #surplus: Surplus | undefined;
  #last = '';
  readonly #parser = createParser({ onEvent: ({ data }) => this.#events.push({ data }) });

  feed(text: string): readonly SseEvent[] {
    if (text.length <= PIECE) this.#take(text);
    else for (let at = 0; at < text.length; at += PIECE) this.#take(text.slice(at, at + PIECE));
    return this.#drain();
  }

  end(rest: string): readonly SseEvent[] {
    this.#take(rest);
    this.#closeSurplus();
    const closed = this.#events.length;
    this.#parser.feed('\n\n');
    return this.#drain().map((event, index) => (index < closed ? event : { ...event, unclosed: true }));
  }

  #drain(): SseEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #take(text: string): void {
    const piece = this.#surplus ? this.#skip(text, this.#surplus) : text;
    if (piece === '') return;
    if (this.#held + piece.length > HELD_MAX) {
      this.#cut();
      this.#take(piece);
      return;
    }
    const before = this.#events.length;
    this.#parser.feed(piece);
    this.#held = piece.length + (this.#events.length > before ? 0 : this.#held);
    this.#last = piece.at(-1) ?? this.#last;
  }

  /** Ends the current event and drops the rest of it: the event's rest where it has data, else the line's. */
  #cut(): void {
    const before = this.#events.length;
    this.#parser.feed('\n\n');
    this.#held = 0;
    const event = this.#events.length > before ? this.#events.pop() : undefined;
    if (event) {
      const data = event.data.slice(0, EVENT_MAX);
      this.#surplus = { until: EMPTY_LINE, data, omitted: event.data.length - data.length };
    } else if (!LINE_END.test(this.#last)) {
      this.#surplus = { until: LINE_END, omitted: 0 };
    }
  }

  /** @returns what follows the dropped part */
  #skip(piece: string, surplus: Surplus): string {
    const text = this.#last + piece;
    const end = surplus.until.exec(text);
    if (!end) {
      surplus.omitted += piece.length;
      this.#last = piece.at(-1) ?? this.#last;
      return '';
    }
    const skipped = end.index + end[0].length - this.#last.length;
    surplus.omitted += skipped;
    this.#last = end[0].at(-1) ?? '';
    this.#closeSurplus();
    return piece.slice(skipped);
  }

  #closeSurplus(): void {
    const surplus = this.#surplus;
    this.#surplus = undefined;
    if (surplus?.data === undefined) return;
    this.#events.push({ data: surplus.data, omitted: surplus.omitted });
  }
}
