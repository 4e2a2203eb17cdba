import { Refusal } from '../../server/exchange.ts';
import type { PrimeBuild, PrimeWorld } from './state.ts';

/** @throws {Refusal} 403 for a team of others */
export function ownerOf({ options }: PrimeWorld, team: string | null | undefined): string {
  if (!team) return 'personal';
  if (!options.teams.includes(team)) throw new Refusal(403, { detail: 'Not allowed for this team' });
  return team;
}

export function isSameImage(
  build: PrimeBuild,
  image: Pick<PrimeBuild, 'owner' | 'imageName' | 'imageTag'>,
): boolean {
  return (
    build.owner === image.owner && build.imageName === image.imageName && build.imageTag === image.imageTag
  );
}
