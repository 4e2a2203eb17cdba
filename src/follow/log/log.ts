import type { PolledLog, StreamedLog } from '../../clouds/cloud.ts';
import { followPolls } from './poll.ts';
import type { LogFacts, LogScope, LogSink } from './scope.ts';
import { followStream } from './stream.ts';

export { readPastLog } from './past-log.ts';
export { type LogFacts, type LogScope, type LogSink, logFaultOf } from './scope.ts';
export { plainText } from './text.ts';
export { LogWindow } from './window.ts';

/**
 * Delivers a build's log lines, each once and in order, until the build and its log have ended. A cloud without a log
 * yields none. Errors of a log are reported through the sink and never thrown: they must not fail a build
 * (sgp.openapi.yaml, `streamBuildLogs`).
 * @throws {AbortedError} when `scope.signal` fires, or what the sink throws
 */
export async function followLog(
  log: StreamedLog | PolledLog | undefined,
  buildId: string,
  sink: LogSink,
  scope: LogScope,
): Promise<LogFacts> {
  if (!log) return { delivered: 0, complete: true, resumed: 0 };
  return log.kind === 'stream'
    ? followStream(log, buildId, sink, scope)
    : followPolls(log, buildId, sink, scope);
}
