import type { StreamedLog } from '../../clouds/cloud.ts';
import type { SseEvent } from './sse.ts';

/** The log lines of one event; where the event was cut, the last of them says by how much. */
export function linesOf(log: StreamedLog, event: SseEvent): readonly string[] {
  if (event.omitted === undefined) return log.linesOf(event.data);
  const lines = log.linesOf(closedJson(event.data));
  const count = event.omitted.toLocaleString('en-US');
  return [
    ...lines.slice(0, -1),
    `${lines.at(-1) ?? ''} […] (${count} characters of this line were left out)`,
  ];
}

/** Closes JSON that was cut within a string, so that its text can be read; anything else stays as it is. */
function closedJson(data: string): string {
  const close = data.startsWith('{') ? '"}' : data.startsWith('"') ? '"' : undefined;
  if (close === undefined) return data;
  // An escape sequence that was cut is at most five characters of `\uXXXX`.
  for (let dropped = 0; dropped <= 5; dropped++) {
    const text = data.slice(0, data.length - dropped) + close;
    try {
      JSON.parse(text);
      return text;
    } catch {
      // Try with one character less.
    }
  }
  return data;
}
