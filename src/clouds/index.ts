import type { BuildRequest, Cloud, CloudName, DeploymentRequest, ImageRequest } from './cloud.ts';
import type { DryRunRequest } from './dry-run-request.ts';
import type { Access, CloudOptions } from './options.ts';

export type { ClientShare } from './http/call.ts';
export type { Access, CloudOptions } from './options.ts';

/**
 * The one place where a cloud's name decides; its file, and with it the network library, is loaded here.
 *
 * @throws {UserError} for credentials that no request could carry.
 */
export async function openCloud(name: CloudName, access: Access, options: CloudOptions = {}): Promise<Cloud> {
  switch (name) {
    case 'sgp':
      return (await import(/* webpackChunkName: "cloud-sgp" */ './sgp.ts')).openSgp(access, options);
    case 'prime':
      return (await import(/* webpackChunkName: "cloud-prime" */ './prime.ts')).openPrime(access, options);
    case 'pipecat':
      return (await import(/* webpackChunkName: "cloud-pipecat" */ './pipecat.ts')).openPipecat(
        access,
        options,
      );
  }
}

/** The requests that a submit would make, for a dry run: it has no key and opens no connection. */
export async function dryRunSubmit(
  name: CloudName,
  request: BuildRequest,
): Promise<readonly DryRunRequest[]> {
  switch (name) {
    case 'sgp':
      return (await import(/* webpackChunkName: "cloud-sgp-request" */ './sgp/form.ts')).dryRunRequests(
        request,
      );
    case 'prime':
      return (
        await import(/* webpackChunkName: "cloud-prime-request" */ './prime/initiate.ts')
      ).dryRunRequests(request);
    case 'pipecat':
      return (
        await import(/* webpackChunkName: "cloud-pipecat-request" */ './pipecat/dry-run-requests.ts')
      ).dryRunRequests(request);
  }
}

/** The same for an image of another place; none where the cloud deploys it as it is. */
export async function dryRunRegister(
  name: CloudName,
  request: ImageRequest,
): Promise<readonly DryRunRequest[]> {
  switch (name) {
    case 'sgp':
      return (await import(/* webpackChunkName: "cloud-sgp-request" */ './sgp/form.ts')).dryRunRequests(
        request,
      );
    case 'prime':
      return (
        await import(/* webpackChunkName: "cloud-prime-request" */ './prime/initiate.ts')
      ).dryRunRegister(request);
    default:
      return [];
  }
}

/** The same for a deployment of the finished build; none where the dry-run request of a cloud's deployment is its title alone. */
export async function dryRunDeploy(
  name: CloudName,
  request: DeploymentRequest,
): Promise<readonly DryRunRequest[]> {
  switch (name) {
    case 'pipecat':
      return (
        await import(/* webpackChunkName: "cloud-pipecat-request" */ './pipecat/dry-run-requests.ts')
      ).dryRunDeploy(request);
    default:
      return [];
  }
}
