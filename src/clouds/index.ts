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

/** The requests that a dry run shows, each made without a key and without a connection. */
type DryRuns = {
  readonly submit: (request: BuildRequest) => readonly DryRunRequest[];
  /** Absent where the cloud deploys an image of another place as it is. */
  readonly register?: (request: ImageRequest) => readonly DryRunRequest[];
  /** Absent where an image has no visibility of its own. */
  readonly setVisibility?: (
    image: { readonly imageName: string; readonly imageTag: string },
    visibility: 'private' | 'public',
  ) => readonly DryRunRequest[];
  /** Absent where nothing is deployed. */
  readonly deploy?: (request: DeploymentRequest) => readonly DryRunRequest[];
};

export async function openDryRuns(name: CloudName): Promise<DryRuns> {
  switch (name) {
    case 'sgp': {
      const sgp = await import(/* webpackChunkName: "cloud-sgp-request" */ './sgp/form.ts');
      return { submit: sgp.dryRunRequests, register: sgp.dryRunRequests, deploy: sgp.dryRunDeploy };
    }
    case 'prime': {
      const prime = await import(/* webpackChunkName: "cloud-prime-request" */ './prime/initiate.ts');
      return {
        submit: prime.dryRunRequests,
        register: prime.dryRunRegister,
        setVisibility: prime.dryRunVisibility,
      };
    }
    case 'pipecat': {
      const pipecat = await import(
        /* webpackChunkName: "cloud-pipecat-request" */ './pipecat/dry-run-requests.ts'
      );
      return { submit: pipecat.dryRunRequests, deploy: pipecat.dryRunDeploy };
    }
  }
}
