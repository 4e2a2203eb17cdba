import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/**
 * The whole build log on disk, written as it arrives. Writing waits for the disk; if the disk is full, only the file
 * ends, not the build.
 */
export type LogFile = {
  readonly path: string;
  readonly write: (lines: readonly string[]) => Promise<void>;
  /** @returns why the file is incomplete, if it is. */
  readonly close: () => Promise<string | undefined>;
};

export function openLogFile(path: string): LogFile {
  const stream = createWriteStream(path, { mode: 0o600 });
  let fault: string | undefined;
  stream.on('error', (error) => {
    fault ??= error.message;
  });
  return {
    path,
    async write(lines) {
      if (fault !== undefined || lines.length === 0) return;
      if (stream.write(`${lines.join('\n')}\n`)) return;
      await connection(stream);
    },
    async close() {
      stream.end();
      await finished(stream).catch(() => undefined);
      return fault;
    },
  };
}

function connection(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go).off('error', go);
      resolve();
    };
    stream.on('drain', go).on('error', go);
  });
}
