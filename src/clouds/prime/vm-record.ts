import type { Build } from '../cloud.ts';
import { type ArtifactRow, buildOf, type Group, readGroup, typeOf, VM_IMAGE } from './build-record.ts';

/** A VM image that was asked for, distinguished from those that its group had before. */
export type Derived = {
  /** The artifact's id, where the answer had it. */
  readonly artifactId?: string;
  /** Ids of the group's artifacts before. */
  readonly before: ReadonlySet<string>;
  /** It is the group of the container image: its own status says nothing of the VM image. */
  readonly sharesGroup: boolean;
};

/**
 * The build, judged by its VM image: the container image of the same group is finished already
 * (contracts/prime.openapi.yaml, buildVmImage). While the artifact is not listed yet, it is queued.
 */
export function readVmImage(reply: unknown, id: string, derived: Derived): Build {
  const group = readGroup(reply);
  const subject = findVmImage(group, derived);
  // The container image's reference and error are not the VM image's.
  if (subject) return buildOf(group, subject, [subject.fields], id);
  const isAboutVmImage =
    typeOf(group.fields) === VM_IMAGE || (!derived.sharesGroup && group.artifacts.length === 0);
  if (isAboutVmImage) return buildOf(group, undefined, [group.fields], id);
  const { endedAt: _endedAt, ...build } = buildOf(group, undefined, [], id);
  return { ...build, status: 'queued', rawStatus: 'PENDING' };
}

export function findVmImage(
  { artifacts }: Group,
  { artifactId, before }: Pick<Derived, 'artifactId' | 'before'>,
): ArtifactRow | undefined {
  const fresh = artifacts.filter(
    ({ type, id }) => type === VM_IMAGE && !(id !== undefined && before.has(id)),
  );
  return fresh.find(({ id }) => id !== undefined && id === artifactId) ?? fresh.at(-1);
}
