import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Console } from '../../host/console/console.ts';
import { type LogFile, openLogFile } from '../../host/log-file.ts';

/**
 * The whole log of one agent: a file, and a console that writes to it. Nothing of it is shown before the agent has ended,
 * so that the logs of many are never mixed.
 */
export type AgentLog = {
  readonly path: string;
  readonly console: Console;
  /** For the lines of a build. It writes nothing: the console writes them to the same file. */
  readonly buildLog: () => LogFile;
  /** Warnings and notices so far, oldest first. */
  readonly remarks: () => readonly Remark[];
  /** @returns why the file is incomplete, if it is. */
  readonly close: () => Promise<string | undefined>;
};

type Remark = { readonly severity: 'warning' | 'notice'; readonly message: string };

/** Remarks that are kept; an agent with more mostly repeats them. */
const MOST_REMARKS = 50;

/**
 * @param shared the step's own console: secrets are masked there for all agents, and state is saved there
 * @param showsDebug whether debug lines go into the file
 */
export function openAgentLog(
  path: string,
  shared: Pick<Console, 'mask' | 'maskText' | 'saveState'>,
  showsDebug: boolean,
): AgentLog {
  const file = openLogFile(path);
  const remarks: Remark[] = [];
  const write = (text: string) => file.write([shared.maskText(text)]);
  const line = (text: string) => void write(text);
  const remark = (severity: Remark['severity']) => (message: string) => {
    if (remarks.length < MOST_REMARKS) remarks.push({ severity, message: shared.maskText(message) });
    line(`${severity === 'warning' ? 'Warning' : 'Notice'}: ${message}`);
  };
  const console: Console = {
    group: (title) => line(`▸ ${title}`),
    endGroup: () => undefined,
    info: line,
    afterGroup: line,
    debug: (text) => {
      if (showsDebug) line(`debug: ${text}`);
    },
    notice: remark('notice'),
    warning: remark('warning'),
    error: (message) => line(`Error: ${message}`),
    mask: shared.mask,
    maskText: shared.maskText,
    buildLines: async (lines) => {
      const all = [...lines];
      if (all.length > 0) await write(all.join('\n'));
    },
    saveState: shared.saveState,
  };
  return {
    path,
    console,
    buildLog: () => ({ path, write: async () => undefined, close: async () => undefined }),
    remarks: () => remarks,
    close: file.close,
  };
}

/** Lines of one write to the log. */
const LINES_AT_ONCE = 500;

/** Passes the file's lines to `take` in batches, however long the file is. A file that cannot be read has none. */
export async function readAgentLog(
  path: string,
  take: (lines: readonly string[]) => Promise<void>,
): Promise<void> {
  const stream = createReadStream(path, 'utf8');
  let lines: string[] = [];
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (lines.push(line) < LINES_AT_ONCE) continue;
      await take(lines);
      lines = [];
    }
  } catch {
    // What could be read is shown.
  } finally {
    stream.destroy();
  }
  if (lines.length > 0) await take(lines);
}
