import type { FilePlace } from '../../errors.ts';
import { pathInRepository } from '../../git/repository.ts';
import type { Fault, FaultPoint, FaultyInputs } from '../../settings/faults.ts';

/** The faults of inputs and project files in words. */
type ShownFaults = {
  readonly title: string;
  readonly points: readonly FaultPoint[];
  readonly place?: FilePlace;
};

/**
 * The faults with their files named as in the repository: after a checkout with `path` that is how a pull request's
 * page names them.
 * @param workspace absolute
 */
export function faultsInRepository(thrown: FaultyInputs, workspace: string): ShownFaults {
  const { title, faults, place } = thrown;
  const points = thrown.points.map((point, at) => ({
    ...point,
    where: whereInRepository(point.where, faults[at], workspace),
  }));
  const count = title.slice(0, title.indexOf(': '));
  return {
    title: `${count}: ${[...new Set(points.map(({ where }) => where))].join(', ')}`,
    points,
    ...(place && { place: { ...place, file: pathInRepository(workspace, place.file) } }),
  };
}

function whereInRepository(where: string, fault: Fault | undefined, workspace: string): string {
  const file = fault?.place?.file;
  if (file === undefined || !where.startsWith(file)) return where;
  return `${pathInRepository(workspace, file)}${where.slice(file.length)}`;
}
