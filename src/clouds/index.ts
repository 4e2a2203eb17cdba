import { UserError } from '../errors.ts';
import type { Cloud, CloudName } from './cloud.ts';
import type { Access, CloudOptions } from './options.ts';

export type { Access, CloudOptions } from './options.ts';

/**
 * The one place where a cloud's name decides; its file, and with it the network library, is loaded here.
 *
 * @throws {UserError} for credentials that no request could carry.
 */
export async function openCloud(name: CloudName, access: Access, options: CloudOptions = {}): Promise<Cloud> {
  switch (name) {
    case 'sgp':
      return (await import('./sgp.ts')).openSgp(access, options);
    default:
      throw new UserError(`The cloud ${name} cannot be opened by this version`);
  }
}
