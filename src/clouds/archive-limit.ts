import { UserError } from '../errors.ts';
import type { BuildRequest } from './cloud.ts';
import type { CloudTraits } from './traits.ts';

/**
 * Refuses an archive that is too large before anything is sent: the cloud would refuse it only when all of it has
 * arrived.
 * @throws {UserError} where the archive has more bytes than the cloud takes
 */
export function refuseTooLarge({ archive }: Pick<BuildRequest, 'archive'>, traits: CloudTraits): void {
  const { refuseAbove } = traits.archiveLimit;
  if (archive.bytes <= refuseAbove) return;
  throw new UserError(`The archive has ${archive.bytes} bytes; more than ${refuseAbove} are not sent`, {
    hint: 'Leave more out by the ignore file, or choose a smaller `context`.',
  });
}
