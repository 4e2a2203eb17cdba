import { setImmediate } from 'node:timers/promises';
import { ArchiveError, inspectArchive } from '../../builder/archive.ts';
import { playScript, takeScript } from '../../builder/script.ts';
import type { UploadedFile } from '../../server/exchange.ts';
import type { PrimeBuild, PrimeWorld } from './state.ts';

/** Words of the builder for the end of a build; a script may also say Prime's own. */
const ENDS: Readonly<Record<string, string>> = {
  success: 'COMPLETED',
  succeeded: 'COMPLETED',
  error: 'FAILED',
  timed_out: 'FAILED',
};

/** Runs the build to its end, in a script's way where one waits. Never throws. */
export async function runBuild(world: PrimeWorld, build: PrimeBuild, archive: UploadedFile): Promise<void> {
  // The answer to start tells the state before.
  await setImmediate();
  const [container] = build.artifacts;
  if (!container) return;
  const { log } = build;
  const { signal } = build.stop;
  const started = () => {
    container.status = 'BUILDING';
    container.startedAt = new Date();
  };
  const end = (word = 'success', error = lastWords(build)) => {
    container.status = ENDS[word.toLowerCase()] ?? word.toUpperCase();
    container.endedAt = new Date();
    container.startedAt ??= container.endedAt;
    if (container.status === 'COMPLETED') container.image = build.image;
    else if (container.status === 'FAILED') container.error = error;
    log.end();
  };
  const script = takeScript(world.state.scripts, build);
  if (script) return playScript(script, { log, signal, started, end });
  const fault = await archiveFault(archive, build.dockerfile);
  if (fault !== undefined) return end('FAILED', fault);
  const { dockerfile, image, platform } = build;
  const job = { archive: archive.path, dockerfile, image, platform, buildArgs: {}, log, signal, started };
  end(await world.builder.build(job));
}

async function archiveFault(archive: UploadedFile, dockerfile: string): Promise<string | undefined> {
  try {
    await inspectArchive(archive.path, dockerfile);
    return undefined;
  } catch (error) {
    if (error instanceof ArchiveError) return error.message;
    throw error;
  }
}

/** Nobody can read the log: its last words are all the diagnosis there is. */
function lastWords({ log }: PrimeBuild): string {
  const last = log.lines.findLast((line) => line.trim() !== '');
  return last?.replace(/^ERROR: /, '') ?? 'the build failed';
}
