import type { PolledLog, StreamedLog } from '../../clouds/cloud.ts';
import { linesOf } from './event-lines.ts';
import { readEventsUntil } from './sse.ts';

/**
 * The log of a build that has ended, read once, without retries.
 * @throws {HttpError} as the cloud refuses; {AbortedError} when `signal` fires
 */
export async function* readPastLog(
  log: StreamedLog | PolledLog,
  buildId: string,
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  if (log.kind === 'polled') {
    yield await log.read(buildId, signal);
    return;
  }
  const bytes = await log.open(buildId, signal);
  for await (const events of readEventsUntil(bytes, signal)) {
    yield events.flatMap((event) => linesOf(log, event));
  }
}
