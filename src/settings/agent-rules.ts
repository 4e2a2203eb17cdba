/**
 * What Pipecat Cloud's own clients refuse before any request (pipecatcloud 1.4.0, `deploy`), for inputs and for
 * pcc-deploy.toml. Names of profiles are not checked, as organizations define their own; neither is the largest
 * number of agents, whose limit the vendor raises.
 */

/** A whole number that must be within these, both included. */
export type Bounds = { readonly least: number; readonly most?: number };

export const MIN_AGENTS: Bounds = { least: 0 };
export const MAX_AGENTS: Bounds = { least: 1 };
/** Seconds. */
export const SESSION_SECONDS: Bounds = { least: 60, most: 14_400 };

export const AUDIO_FILTERS = ['tel', 'pro'] as const;
export const ARCHITECTURES = ['amd64', 'arm64'] as const;

/** A Kubernetes quantity as the vendor accepts it for `cpu` and `memory`. */
export const QUANTITY = /^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/;

/** `a whole number from 60 to 14400`. */
export function boundsInWords({ least, most }: Bounds): string {
  return `a whole number from ${least}${most === undefined ? '' : ` to ${most}`}`;
}

export function isWithin(count: number, { least, most = Number.POSITIVE_INFINITY }: Bounds): boolean {
  return count >= least && count <= most;
}
