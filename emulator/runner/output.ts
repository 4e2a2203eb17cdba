import type { LogEvent } from './events.ts';
import type { Platform } from './platform.ts';
import { openLogReader } from './reader.ts';

export type OutputStream = 'stdout' | 'stderr';

/** What main or post prints, as bytes and as the platform's runner reads it. */
export type Output = {
  readonly push: (stream: OutputStream, chunk: Buffer) => void;
  /** Reads a last line without a line end. */
  readonly end: (stream: OutputStream) => void;
  /** The events until now. */
  readonly events: () => readonly LogEvent[];
  /** Exactly the bytes of each stream, in their order. */
  readonly texts: () => Readonly<Record<OutputStream, string>>;
};

/** @param onEvent called with each line once it is complete */
export function openOutput(platform: Platform, onEvent: (event: LogEvent) => void): Output {
  const reader = openLogReader(platform);
  const events: LogEvent[] = [];
  const chunks: Record<OutputStream, Buffer[]> = { stdout: [], stderr: [] };
  const note = (more: readonly LogEvent[]) => {
    for (const event of more) {
      events.push(event);
      onEvent(event);
    }
  };
  const text = (stream: OutputStream) => Buffer.concat(chunks[stream]).toString('utf8');
  return {
    push: (stream, chunk) => {
      chunks[stream].push(chunk);
      note(reader.push(stream, chunk));
    },
    end: (stream) => note(reader.end(stream)),
    events: () => [...events],
    texts: () => ({ stdout: text('stdout'), stderr: text('stderr') }),
  };
}
