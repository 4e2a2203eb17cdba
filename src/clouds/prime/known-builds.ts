import type { Clock } from '../../wait.ts';
import type { Build } from '../cloud.ts';
import { createRecentIds, type RecentIds } from '../read-after-write.ts';
import { readBuild } from './build-record.ts';
import { type Derived, readVmImage } from './vm-record.ts';

/** What the answer to initiate had and later answers may leave out. */
type ImageNames = Pick<Build, 'imageName' | 'imageTag' | 'image'>;

/** What this client has started: later answers of the API may have fewer members than earlier ones. */
export type KnownBuilds = RecentIds & {
  readonly name: (id: string, names: ImageNames) => void;
  /** From now on the build of this id is followed as its VM image. */
  readonly derive: (id: string, derived: Derived) => void;
  /** The build of a reply, completed with what is known. */
  readonly read: (reply: unknown, id: string) => Build;
};

export function createKnownBuilds(clock: Clock): KnownBuilds {
  const names = new Map<string, ImageNames>();
  const derivations = new Map<string, Derived>();
  const read = (reply: unknown, id: string): Build => {
    const derived = derivations.get(id);
    if (derived) return { ...withoutImage(names.get(id)), ...readVmImage(reply, id, derived) };
    const build = readBuild(reply, id);
    return { ...(build.status === 'succeeded' ? names.get(id) : withoutImage(names.get(id))), ...build };
  };
  return {
    ...createRecentIds(clock),
    name: (id, known) => void names.set(id, known),
    derive: (id, derived) => void derivations.set(id, derived),
    read,
  };
}

/** Initiate reports a reference for an image that is not built yet. */
function withoutImage(names: ImageNames | undefined): ImageNames {
  const { image: _image, ...rest } = names ?? {};
  return rest;
}
