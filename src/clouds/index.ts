import { UserError } from '../errors.ts';
import type { BuildRequest, Cloud, CloudName } from './cloud.ts';
import type { Access, CloudOptions } from './options.ts';
import type { RequestSketch } from './sketch.ts';

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
    case 'prime':
      return (await import('./prime.ts')).openPrime(access, options);
    default:
      throw new UserError(`The cloud ${name} cannot be opened by this version`);
  }
}

/** The requests that a submit would make, for a dry run: it has no key and opens no connection. */
export async function sketchSubmit(
  name: CloudName,
  request: BuildRequest,
): Promise<readonly RequestSketch[]> {
  switch (name) {
    case 'sgp':
      return (await import('./sgp/form.ts')).sketch(request);
    case 'prime':
      return (await import('./prime/initiate.ts')).sketch(request);
    default:
      throw new UserError(`The cloud ${name} cannot be opened by this version`);
  }
}
