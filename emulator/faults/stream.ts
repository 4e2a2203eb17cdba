import type { Reply } from '../server/exchange.ts';
import { pause } from '../server/pause.ts';
import type { StreamFault } from './fault.ts';

type Events = Extract<Reply, { kind: 'events' }>;

/** Thrown in the middle of a stream to cut the connection there. */
export class CutError extends Error {}

/**
 * The stream's lines with their numbers, after this fault.
 * @throws {CutError} to cut the connection
 */
export async function* withFault(
  events: Events,
  fault: StreamFault,
  memory: { readonly sent: Map<string, number>; readonly key: string },
  signal: AbortSignal,
): AsyncGenerator<{ readonly from: number; readonly lines: readonly string[] }> {
  const already = memory.sent.get(memory.key) ?? 0;
  let from = fault.replay === false ? already : 0;
  const cutAt = fault.resetEvery === undefined ? Number.POSITIVE_INFINITY : already + fault.resetEvery;
  const endAt = fault.endAfter ?? Number.POSITIVE_INFINITY;
  await pause(fault.silentMs ?? 0, signal);
  for await (const batch of events.open(from, signal)) {
    const lines = batch.slice(0, Math.max(0, Math.min(cutAt, endAt) - from));
    if (lines.length > 0) yield { from, lines };
    from += lines.length;
    memory.sent.set(memory.key, Math.max(from, already));
    if (from >= cutAt) throw new CutError();
    if (from >= endAt) return;
  }
  if (fault.endless) await pause(Number.POSITIVE_INFINITY, signal);
}
