import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildEnd, BuildJob } from './job.ts';
import { runLines } from './process.ts';

/** Images are kept here until the emulator ends; `vfs` needs neither kernel modules nor mounts. */
export type BuildahStorage = { readonly flags: readonly string[]; readonly env: NodeJS.ProcessEnv };

export function createStorage(folder: string): BuildahStorage {
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return {
    flags: ['--storage-driver', 'vfs', '--root', join(folder, 'root'), '--runroot', join(folder, 'run')],
    env: { ...process.env, TMPDIR: temporary },
  };
}

/** Whether `buildah` can be started at all. */
export async function hasBuildah(): Promise<boolean> {
  return (await runLines(['buildah', '--version'], { onLine: () => undefined })) === 0;
}

/** Whether an image is on this machine or can be pulled from its registry within the time. */
export async function canPull(storage: BuildahStorage, image: string, signal: AbortSignal): Promise<boolean> {
  const command = ['buildah', ...storage.flags, 'pull', '--policy', 'missing', image];
  const options = { env: storage.env, signal, limitMs: PULL_MS, onLine: () => undefined };
  return (await runLines(command, options)) === 0;
}

const PULL_MS = 120_000;

/** Really builds. Chroot isolation works as root in a plain container and without root. */
export async function buildWithBuildah(
  storage: BuildahStorage,
  job: BuildJob,
  context: string,
): Promise<BuildEnd> {
  const args = Object.entries(job.buildArgs).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  const platform = job.platform ? ['--platform', job.platform] : [];
  const what = ['--file', join(context, job.dockerfile), '--tag', job.image, context];
  const code = await runLines(
    ['buildah', ...storage.flags, 'build', '--isolation', 'chroot', ...args, ...platform, ...what],
    { cwd: context, env: storage.env, signal: job.signal, onLine: (line) => job.log.add(line) },
  );
  if (job.signal.aborted) return 'cancelled';
  return code === 0 ? 'success' : 'failed';
}
