import { Refusal } from '../../server/exchange.ts';
import type { PrimeBuild, PrimeWorld } from './state.ts';

export type ImageId = Pick<PrimeBuild, 'owner' | 'imageName' | 'imageTag'>;

/** The name that the personal account has in references. */
const PERSON = 'emulator';

/** @throws {Refusal} 403 for a team of others */
export function ownerOf({ options }: PrimeWorld, team: string | null | undefined): string {
  if (!team) return 'personal';
  if (!options.teams.includes(team)) throw new Refusal(403, { detail: 'Not allowed for this team' });
  return team;
}

/** @throws {Refusal} 403 where the key is not an admin's */
export function platformOwner({ options }: PrimeWorld): string {
  if (!options.admin) throw new Refusal(403, { detail: 'Platform images are for platform admins' });
  return 'platform';
}

/** `prime/<owner>/<name>:<tag>`; a platform image has no owner to name. */
export function referenceOf({ owner, imageName, imageTag }: ImageId): string {
  if (owner === 'platform') return `${imageName}:${imageTag}`;
  return `prime/${owner === 'personal' ? PERSON : owner}/${imageName}:${imageTag}`;
}

/**
 * Whose image a name means that may have its owner before it: `prime/<owner>/<name>`, or without the first part; a team
 * is also called `team-<id>`.
 *
 * @param owner whose it is where the name says nothing
 * @throws {Refusal} 404 for an owner that is nobody here
 */
export function imageIdOf(world: PrimeWorld, name: string, imageTag: string, owner: string): ImageId {
  const parts = name.replace(/^prime\//, '').split('/');
  const imageName = parts.pop() ?? '';
  const prefix = parts.join('/');
  if (prefix === '') return { owner, imageName, imageTag };
  if (prefix === PERSON) return { owner: 'personal', imageName, imageTag };
  const team = world.options.teams.find((known) => prefix === known || prefix === `team-${known}`);
  if (team === undefined) throw new Refusal(404, { detail: 'Image not found' });
  return { owner: team, imageName, imageTag };
}

export function isSameImage(build: PrimeBuild, image: ImageId): boolean {
  return (
    build.owner === image.owner && build.imageName === image.imageName && build.imageTag === image.imageTag
  );
}
