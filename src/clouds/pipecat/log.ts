import { HttpError } from '../../errors.ts';
import type { PolledLog } from '../cloud.ts';
import { type HttpClient, ReplyFault, segment } from '../http.ts';
import { fieldsOf, isFields } from '../reply.ts';

/** Lines per answer, the documented maximum: no parameter takes `nextToken` (contracts/README.md, disagreement 27). */
const LINES = 10_000;

/** The build log as a list that is polled. */
export function createLog(client: HttpClient): PolledLog {
  return {
    kind: 'polled',
    pageSize: LINES,
    isWhole: endsAsCodeBuild,
    read: async (buildId, signal) => {
      const path = `/v1/builds/${segment(buildId)}/logs`;
      try {
        return await client.request({ method: 'GET', path, query: { limit: LINES }, signal }, readLines);
      } catch (error) {
        // The build exists, its log does not yet (contracts/pipecat.openapi.yaml, getBuildLogs).
        if (error instanceof HttpError && error.status === 404) return [];
        throw error;
      }
    },
  };
}

const SERVICE = String.raw`^\[Container\] \d{4}/\d\d/\d\d \d\d:\d\d:\d\d(?:\.\d+)? `;
const LAST_PHASE = new RegExp(`${SERVICE}Phase complete: UPLOAD_ARTIFACTS (?:State|Success): \\w+\\s*$`);
const LAST_LINE = new RegExp(`${SERVICE}Phase context status code: `);

/**
 * The builds run on AWS CodeBuild: its lines are in the documented example (contracts/pipecat.openapi.yaml,
 * `getBuildLogs`). CodeBuild's last line always says how the last phase inside the container ended, after all
 * commands. Projects without artifacts or reports may lack that phase; then no line shows the end.
 */
function endsAsCodeBuild(lines: readonly string[]): boolean {
  const [phase = '', last = ''] = lines.filter((line) => line.trim() !== '').slice(-2);
  return LAST_PHASE.test(phase) && LAST_LINE.test(last);
}

/** @throws {ReplyFault} where `logs` is something else than a list. */
function readLines(reply: unknown): readonly string[] {
  const lines = fieldsOf(reply, 'a build log').logs ?? [];
  if (!Array.isArray(lines)) throw new ReplyFault('`logs` is no list in the reply');
  return lines.flatMap((line) =>
    textIn(line)
      .replace(/\r?\n$/, '')
      .split(/\r?\n/),
  );
}

/** A text, or an object with one (contracts/README.md, disagreement 26). */
function textIn(line: unknown): string {
  if (typeof line === 'string') return line;
  const found = isFields(line)
    ? [line.message, line.log].find((member) => typeof member === 'string')
    : undefined;
  return typeof found === 'string' ? found : JSON.stringify(line);
}
