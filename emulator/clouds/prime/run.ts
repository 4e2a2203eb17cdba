import { setImmediate } from 'node:timers/promises';
import { ArchiveError, inspectArchive } from '../../builder/archive.ts';
import { playScript, takeScript } from '../../builder/script.ts';
import type { UploadedFile } from '../../server/exchange.ts';
import { pause } from '../../server/pause.ts';
import type { PrimeBuild, PrimeWorld } from './state.ts';

/** The builder's statuses at the end of a build; a script may also use Prime's own. */
const ENDS: Readonly<Record<string, string>> = {
  success: 'COMPLETED',
  succeeded: 'COMPLETED',
  error: 'FAILED',
  timed_out: 'FAILED',
};

/** Runs the build to its end, by a script if one is queued. Never throws. */
export async function runBuild(world: PrimeWorld, build: PrimeBuild, archive: UploadedFile): Promise<void> {
  return runWork(world, build, async ({ started, end }) => {
    const fault = await archiveFault(archive, build.dockerfile);
    if (fault !== undefined) return end('FAILED', fault);
    const { dockerfile, image, platform, log } = build;
    const { signal } = build.stop;
    const job = { archive: archive.path, dockerfile, image, platform, buildArgs: {}, log, signal, started };
    end(await world.builder.build(job));
  });
}

/** Imports an image of a registry. The emulator only takes the time and fetches nothing. Never throws. */
export async function runSource(world: PrimeWorld, build: PrimeBuild): Promise<void> {
  return runWork(world, build, async ({ started, end }) => {
    const { signal } = build.stop;
    const { vmImageMs } = world.options;
    await pause(vmImageMs / 3, signal);
    if (!signal.aborted) started();
    await pause((vmImageMs * 2) / 3, signal);
    end(signal.aborted ? 'CANCELLED' : 'COMPLETED');
  });
}

type Steps = { readonly started: () => void; readonly end: (word?: string, error?: string) => void };

async function runWork(
  world: PrimeWorld,
  build: PrimeBuild,
  work: (steps: Steps) => Promise<void>,
): Promise<void> {
  // The reply to the request has the state before.
  await setImmediate();
  const [artifact] = build.artifacts;
  if (!artifact) return;
  const { log } = build;
  const { signal } = build.stop;
  const started = () => {
    artifact.status = 'BUILDING';
    artifact.startedAt = new Date();
  };
  const end = (word = 'success', error = lastLine(build)) => {
    artifact.status = ENDS[word.toLowerCase()] ?? word.toUpperCase();
    artifact.endedAt = new Date();
    artifact.startedAt ??= artifact.endedAt;
    if (artifact.status === 'COMPLETED') artifact.image = build.image;
    else if (artifact.status === 'FAILED') artifact.error = error;
    log.end();
  };
  const script = takeScript(world.state.scripts, build);
  if (script) return playScript(script, { log, signal, started, end });
  await work({ started, end });
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

/** The log cannot be read: its last line is the only diagnosis. */
function lastLine({ log }: PrimeBuild): string {
  const last = log.lines.findLast((line) => line.trim() !== '');
  return last?.replace(/^ERROR: /, '') ?? 'the build failed';
}
