/** Milliseconds without progress after which a reader is not waited for any longer. */
const READER_PAUSE_MS = 60_000;
/** Milliseconds between two checks of the reader's progress. */
const LOOK_MS = 50;

type Output = Pick<NodeJS.WriteStream, 'writableLength' | 'destroyed' | 'errored' | 'write'>;

/**
 * Resolves once the reader of this process has read all output, is gone, or has read nothing for `pauseMs`: output
 * that is still in memory is lost when the process ends.
 * @returns whether all of it was read, or there is no reader
 */
export async function drained(
  streams: readonly Output[] = [process.stdout, process.stderr],
  pauseMs: number = READER_PAUSE_MS,
): Promise<boolean> {
  const ends = await Promise.all(streams.map((stream) => drainedOne(stream, pauseMs)));
  return ends.every(Boolean);
}

async function drainedOne(stream: Output, pauseMs: number): Promise<boolean> {
  let before = stream.writableLength;
  // Counted in checks: loading a clock would cost milliseconds at each start, and most starts have nothing to wait for.
  let pausedMs = 0;
  while (before > 0 && !stream.destroyed && !stream.errored) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = stream.writableLength;
    pausedMs = now < before ? 0 : pausedMs + LOOK_MS;
    if (pausedMs > pauseMs) return false;
    before = now;
  }
  return true;
}
