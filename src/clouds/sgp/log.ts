import type { StreamedLog } from '../cloud.ts';
import type { HttpClient } from '../http.ts';
import { isFields } from '../reply.ts';
import { buildPath } from './builds.ts';

/** The build log as Server-Sent Events; a refusal is thrown unchanged, and the caller decides what it means. */
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
  if (data.includes('[DONE]') && data.trim() === '[DONE]') return [];
  const text = textIn(data);
  return text.includes('\n') ? text.replace(/\r?\n$/, '').split(/\r?\n/) : [text];
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
  if (typeof value.line === 'string') return value.line;
  if (typeof value.message === 'string') return value.message;
  return typeof value.log === 'string' ? value.log : data;
}
