import { clip } from '../../clip.ts';
import { objectIn, textIn } from '../event/event.ts';
import type { ForgeClient } from './client.ts';
import { paged } from './paging.ts';

/** GitHub's names; `inactive` on a transient environment is shown as destroyed. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

type NewDeployment = {
  /** A commit, branch or tag. */
  readonly ref: string;
  readonly environment: string;
  readonly transient: boolean;
  readonly production: boolean;
  readonly description: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type DeploymentStatus = {
  readonly state: DeploymentState;
  readonly description: string;
  readonly logUrl?: string;
  readonly environmentUrl?: string;
};

type ForgeDeployment = {
  readonly id: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly ref?: string;
};

/** Only where `host.can.deploymentsApi`. */
export type ForgeDeployments = {
  readonly createDeployment: (of: NewDeployment, signal: AbortSignal) => Promise<number>;
  readonly setDeploymentStatus: (id: number, status: DeploymentStatus, signal: AbortSignal) => Promise<void>;
  /** `undefined` if it has no status yet. */
  readonly latestState: (id: number, signal: AbortSignal) => Promise<string | undefined>;
  /** Newest first. */
  readonly listDeployments: (environment: string, signal: AbortSignal) => AsyncIterable<ForgeDeployment>;
};

/** docs/platform.md, Trust, tokens, permissions. */
const LONGEST_DESCRIPTION = 140;
const MOST_PAGES = 3;

export function deploymentsOf(client: ForgeClient, repository: string): ForgeDeployments {
  const path = `/repos/${repository}/deployments`;
  return {
    createDeployment: async (of, signal) => {
      // Without these two GitHub merges the default branch into the ref, and waits for this job itself (409).
      const json = {
        auto_merge: false,
        required_contexts: [],
        ref: of.ref,
        environment: of.environment,
        transient_environment: of.transient,
        production_environment: of.production,
        description: clip(of.description, LONGEST_DESCRIPTION),
        payload: of.payload,
      };
      const { id } = await client.object({ method: 'POST', path, json, signal });
      return Number(id);
    },
    setDeploymentStatus: (id, status, signal) => {
      const json = {
        state: status.state,
        description: clip(status.description, LONGEST_DESCRIPTION),
        ...(status.logUrl === undefined ? {} : { log_url: status.logUrl }),
        ...(status.environmentUrl === undefined ? {} : { environment_url: status.environmentUrl }),
      };
      return client.send({ method: 'POST', path: `${path}/${id}/statuses`, json, repeatable: true, signal });
    },
    latestState: async (id, signal) => {
      const query = { per_page: 1 };
      const { items } = await client.list({ method: 'GET', path: `${path}/${id}/statuses`, query, signal });
      return items[0] && textIn(items[0], 'state');
    },
    listDeployments: (environment, signal) => deployments(client, path, environment, signal),
  };
}

async function* deployments(client: ForgeClient, path: string, environment: string, signal: AbortSignal) {
  const paging = { sizeParameter: 'per_page', pages: MOST_PAGES } as const;
  for await (const item of paged(client, { path, query: { environment }, ...paging, signal })) {
    if (typeof item.id !== 'number' || textIn(item, 'environment') !== environment) continue;
    const ref = textIn(item, 'ref');
    yield { id: item.id, payload: objectIn(item, 'payload'), ...(ref ? { ref } : {}) };
  }
}
