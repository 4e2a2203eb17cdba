import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../message.ts';
import { unpackArchive } from './archive.ts';
import { type BuildahStorage, buildWithBuildah, canPull, createStorage, hasBuildah } from './buildah.ts';
import { baseImages, readDockerfile } from './dockerfile.ts';
import type { BuildEnd, Builder, BuildJob } from './job.ts';
import { playDockerfile } from './play.ts';
import { createWorkers } from './workers.ts';

/**
 * `auto`: really built if buildah and the base images are available, otherwise simulated. `buildah`: really built,
 * with the builder's own failure if it fails. `play`: simulated, nothing is run.
 */
export type BuilderChoice = 'auto' | 'buildah' | 'play';

type BuilderTools = {
  readonly choice: BuilderChoice;
  readonly pace: number;
  readonly storage: BuildahStorage;
  readonly installed: () => Promise<boolean>;
};

/** @param options.folder for contexts and images; emptied by `close` @param options.workers builds at once */
export function createBuilder(options: {
  readonly choice: BuilderChoice;
  readonly folder: string;
  readonly workers: number;
  readonly pace: number;
}): Builder {
  const work = createWorkers(options.workers);
  const running = new Set<Promise<BuildEnd>>();
  let known: Promise<boolean> | undefined;
  const installed = () => {
    known ??= hasBuildah();
    return known;
  };
  const tools: BuilderTools = {
    ...options,
    storage: createStorage(join(options.folder, 'storage')),
    installed,
  };
  const build = (job: BuildJob) => {
    const end = work(job.signal, () => unpackAndBuild(tools, options.folder, job));
    running.add(end);
    return end.finally(() => running.delete(end));
  };
  const close = async () => {
    await Promise.allSettled(running);
    await rm(options.folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { build, close };
}

async function unpackAndBuild(tools: BuilderTools, folder: string, job: BuildJob): Promise<BuildEnd> {
  const context = join(folder, `context-${randomUUID()}`);
  try {
    job.started();
    await unpackArchive(job.archive, context);
    const because = await reasonToPlay(tools, job, context);
    if (job.signal.aborted) return 'cancelled';
    if (because === undefined) return await buildWithBuildah(tools.storage, job, context);
    return await playDockerfile(job, context, { pace: tools.pace, because });
  } catch (error) {
    job.log.add(`ERROR: ${messageOf(error)}`);
    return 'failed';
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}

async function reasonToPlay(
  tools: BuilderTools,
  job: BuildJob,
  context: string,
): Promise<string | undefined> {
  if (tools.choice === 'play') return 'it was started so';
  if (tools.choice === 'buildah') return undefined;
  if (!(await tools.installed())) return 'buildah is not installed';
  const source = await readFile(join(context, job.dockerfile), 'utf8');
  for (const image of baseImages(readDockerfile(source), job.buildArgs)) {
    if (!(await canPull(tools.storage, image, job.signal)))
      return `the base image ${image} cannot be had from here`;
  }
  return undefined;
}
