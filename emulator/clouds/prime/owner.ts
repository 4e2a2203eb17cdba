import { Refusal } from '../../server/exchange.ts';
import type { PrimeBuild, PrimeWorld } from './state.ts';

export type ImageId = Pick<PrimeBuild, 'owner' | 'imageName' | 'imageTag'>;

/** The personal account's name in references. */
const PERSON = 'emulator';

/** @throws {Refusal} 403 for a team that is not the caller's */
export function ownerOf({ options }: PrimeWorld, team: string | null | undefined): string {
  if (!team) return 'personal';
  if (!options.teams.includes(team)) throw new Refusal(403, { detail: 'Not allowed for this team' });
  return team;
}

/** @throws {Refusal} 403 if the key is not an admin's */
export function platformOwner({ options }: PrimeWorld): string {
  if (!options.admin) throw new Refusal(403, { detail: 'Platform images are for platform admins' });
  return 'platform';
}

/** `prime/<owner>/<name>:<tag>`; the reference of a platform image has no owner. */
export function referenceOf({ owner, imageName, imageTag }: ImageId): string {
  if (owner === 'platform') return `${imageName}:${imageTag}`;
  return `prime/${owner === 'personal' ? PERSON : owner}/${imageName}:${imageTag}`;
}

/**
 * The owner of an image by its name, which may be `prime/<owner>/<name>` or `<owner>/<name>`; a team is also called
 * `team-<id>`.
 *
 * @param owner the owner if the name has none
 * @throws {Refusal} 404 for an unknown owner
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
