import type { StreamedLog } from '../cloud.ts';
import type { HttpClient } from '../http.ts';
import { isFields } from '../reply.ts';
import { buildPath } from './builds.ts';

/** The build log as Server-Sent Events; a refusal is thrown as it is, for the follower to judge. */
export function createLog(client: HttpClient): StreamedLog {
  return {
    kind: 'stream',
    open: async (buildId, signal) =>
      client.openStream({ path: `${buildPath(buildId)}/logs`, accept: 'text/event-stream', signal }),
    linesOf,
  };
}

/**
 * The lines of one event's data (contracts/sgp.openapi.yaml, streamBuildLogs): `line` of a JSON object, else its
 * `message` or `log`, a JSON string, or the data as it is. A value may hold several lines and a closing newline.
 */
export function linesOf(data: string): readonly string[] {
  if (data.trim() === '[DONE]') return [];
  const text = textIn(data).replace(/\r?\n$/, '');
  return text.includes('\n') ? text.split(/\r?\n/) : [text];
}

function textIn(data: string): string {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return data;
  }
  if (typeof value === 'string') return value;
  if (!isFields(value)) return data;
  const found = [value.line, value.message, value.log].find((member) => typeof member === 'string');
  return typeof found === 'string' ? found : data;
}
