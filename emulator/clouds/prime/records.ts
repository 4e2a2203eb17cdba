import type { PrimeOptions } from './options.ts';
import { groupStatus, type PrimeArtifact, type PrimeBuild } from './state.ts';

type Record_ = Record<string, unknown>;

/** The build as its JSON record, in the shape that the options choose. */
export function buildRecord(build: PrimeBuild, options: PrimeOptions): Record_ {
  const status = groupStatus(build);
  if (options.records === 'status-only') return { status };
  const [first] = build.artifacts;
  const ended = build.artifacts.every(({ endedAt }) => endedAt !== undefined);
  const times = timesOf(options, {
    createdAt: build.createdAt,
    startedAt: first?.startedAt,
    completedAt: ended ? build.artifacts.at(-1)?.endedAt : undefined,
  });
  const names = { id: build.id, imageName: build.imageName, imageTag: build.imageTag, status };
  if (options.records === 'grouped') {
    return { ...names, ...times, artifacts: build.artifacts.map((row) => artifactRecord(row, options)) };
  }
  const last = build.artifacts.at(-1);
  const type = last && options.generation === 'current' ? { artifactType: last.type } : {};
  return { ...names, ...type, ...times, ...(last ? outcome(last, options) : {}) };
}

function artifactRecord(artifact: PrimeArtifact, options: PrimeOptions): Record_ {
  const { id, type, status, createdAt, startedAt, endedAt } = artifact;
  const times = timesOf(options, { createdAt, startedAt, completedAt: endedAt });
  return { id, artifactType: type, status, ...outcome(artifact, options), ...times };
}

function outcome({ image, error }: PrimeArtifact, options: PrimeOptions): Record_ {
  const path = options.imagePaths === 'told' ? image : undefined;
  return { fullImagePath: path ?? null, [options.errors]: error ?? null };
}

/** The artifacts of one image as rows of the image list, only the completed ones. */
export function imageRows(build: PrimeBuild, options: PrimeOptions): readonly Record_[] {
  return build.artifacts
    .filter(({ status }) => status === 'COMPLETED')
    .map((artifact) => ({
      ...artifactRecord(artifact, options),
      imageName: build.imageName,
      imageTag: build.imageTag,
      sizeBytes: bytesOf(build),
      visibility: build.visibility,
      pushedAt: timeOf(options, artifact.endedAt),
      teamId: isTeam(build) ? build.owner : null,
      ownerType: isTeam(build) ? 'team' : build.owner,
      displayRef: build.image,
    }));
}

function isTeam({ owner }: PrimeBuild): boolean {
  return owner !== 'personal' && owner !== 'platform';
}

/** The emulator keeps no layers: every image gets the usual size of a small one. */
export function bytesOf(build: PrimeBuild): number {
  return 50_000_000 + (build.archive?.bytes ?? 0);
}

export function timeOf({ times }: PrimeOptions, at: Date | undefined): string | null {
  if (at === undefined) return null;
  return times === 'zoned' ? at.toISOString() : at.toISOString().replace('Z', '');
}

function timesOf(options: PrimeOptions, times: Record<string, Date | undefined>): Record_ {
  return Object.fromEntries(Object.entries(times).map(([name, at]) => [name, timeOf(options, at)]));
}
