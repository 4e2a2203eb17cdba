/** Milliseconds in which a reader must have taken something, or it is not waited for any longer. */
export const READER_PAUSE_MS = 60_000;
/** Between two looks whether the reader goes on. */
const LOOK_MS = 50;

type Output = Pick<NodeJS.WriteStream, 'writableLength' | 'destroyed' | 'errored' | 'write'>;

/**
 * Resolves once the reader of this process has taken all that was written, or is gone, or has taken nothing for
 * `pauseMs`: what is still in memory is lost with the process.
 * @returns whether all of it was taken, or nobody is there to take it
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
  // Counted in looks: a clock takes milliseconds of each start to load, and most have nothing to wait for.
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
