import { createHash } from 'node:crypto';
import { BuildLog } from '../../builder/log.ts';
import { referenceOf } from './owner.ts';
import { builtType, newArtifact, type PrimeBuild, type PrimeWorld } from './state.ts';

export type PrimeHistory = {
  readonly builds: number;
  /** Used in turn; default three. */
  readonly images?: readonly string[];
  /** The time of the last build; default an hour ago. */
  readonly until?: Date;
  /** Default `personal`. */
  readonly owner?: string;
};

const IMAGES = ['concierge', 'ledger-agent', 'translator'];
const HOUR = 60 * 60 * 1000;

/** Adds earlier builds, one every 37 minutes; the same numbers give the same history. */
export function seedHistory(
  { state, options }: Pick<PrimeWorld, 'state' | 'options'>,
  history: PrimeHistory,
): readonly PrimeBuild[] {
  const { images = IMAGES, owner = 'personal', builds: count } = history;
  const until = history.until?.getTime() ?? Date.now() - HOUR;
  const builds = Array.from({ length: count }, (_, index): PrimeBuild => {
    const imageName = images[index % images.length] ?? 'image';
    const digest = createHash('sha256').update(`${imageName} ${index}`).digest('hex');
    const imageTag = digest.slice(0, 12);
    const createdAt = new Date(until - (count - 1 - index) * 37 * 60 * 1000);
    const startedAt = new Date(createdAt.getTime() + 20_000);
    const seconds = 80 + (Number.parseInt(digest.slice(2, 5), 16) % 240);
    const status = index % 17 === 5 ? 'FAILED' : index % 41 === 7 ? 'CANCELLED' : 'COMPLETED';
    const image = referenceOf({ owner, imageName, imageTag });
    const artifact = newArtifact(builtType(options), {
      createdAt,
      startedAt,
      status,
      endedAt: new Date(startedAt.getTime() + seconds * 1000),
      image: status === 'COMPLETED' ? image : undefined,
      error: status === 'FAILED' ? 'process "/bin/sh -c pytest" did not complete: exit code: 1' : undefined,
    });
    return {
      id: `bld_${digest.slice(0, 16)}`,
      owner,
      imageName,
      imageTag,
      dockerfile: '.__prime_dockerfile__',
      platform: 'linux/amd64',
      visibility: 'PRIVATE',
      image,
      createdAt,
      artifacts: [artifact],
      log: new BuildLog(),
      stop: new AbortController(),
      uploadTarget: '',
      uploadUntil: createdAt,
      archive: undefined,
      isStarted: true,
    };
  });
  state.builds.push(...builds);
  return builds;
}
