import { HttpError } from '../../errors.ts';
import type { Clock } from '../../wait.ts';
import type { Cloud } from '../cloud.ts';
import type { Deployment, Deployments } from '../deployment.ts';
import { type HttpClient, segment } from '../http.ts';
import type { RecentIds } from '../read-after-write.ts';
import { removalCommand } from '../removal-command.ts';
import { createDeployment } from './deploy.ts';
import { readDeployment, readLogPage } from './deployment-record.ts';
import { DEPLOYMENTS } from './form.ts';
import { HOSTS } from './hosts.ts';
import { previewsOf } from './previews.ts';

/** Log lines a page, the most that is documented (contracts/README.md, Limits). */
const LOG_PAGE = 500;

type DeploymentConnection = {
  readonly client: HttpClient;
  readonly clock: Clock;
  readonly recentIds: RecentIds;
  readonly baseUrl: string;
  readonly getBuild: Cloud['get'];
};

export function createDeployments(connection: DeploymentConnection): Deployments {
  const { client, clock, recentIds, baseUrl, getBuild } = connection;
  const fetched = (id: string, signal: AbortSignal): Promise<Deployment> =>
    client.request({ method: 'GET', path: pathOf(id), hints: HINTS, signal }, readDeployment);
  return {
    now: client.now,
    create: (request, progress, signal) => {
      const submitted = (deployment: Deployment): void => {
        recentIds.note(deployment.id);
        progress.submitted(deployment);
      };
      return createDeployment({ client, clock }, request, { ...progress, submitted }, signal);
    },
    get: (id, signal) => recentIds.await(id, () => fetched(id, signal), signal),
    logs: async (id, cursor, signal) =>
      client.request(
        {
          method: 'GET',
          path: `${pathOf(id)}/logs`,
          query: { cursor, limit: LOG_PAGE },
          hints: HINTS,
          signal,
        },
        readLogPage,
      ),
    previews: (of, signal) => previewsOf({ client, getBuild: (id) => getBuild(id, signal) }, of, signal),
    remove: (id, signal) => remove(client, id, signal, fetched),
    removalCommand: (ids) =>
      removalCommand(ids, {
        baseUrl,
        path: DEPLOYMENTS,
        headers: ['x-api-key: $SGP_API_KEY', 'x-selected-account-id: $SGP_ACCOUNT_ID'],
      }),
  };
}

const HINTS = { 404: `The account has no such deployment: check \`account-id\`. ${HOSTS}` };

function pathOf(id: string): string {
  return `${DEPLOYMENTS}/${segment(id)}`;
}

/** The words of the refusal; the record may still say healthy. */
const IS_OVER = /\b(?:is|was|been|already)\s+(?:already\s+)?(?:superseded|deleted|cancell?ed)\b/i;

/**
 * Deletes a deployment. The cloud refuses one that is deleted, cancelled or superseded with a client error of unknown
 * code. So the error's words decide whether it is gone, else the record (contracts/sgp.openapi.yaml,
 * deleteDeployment). A superseded one shares its release with the live one: nothing else is done with it.
 */
async function remove(
  client: HttpClient,
  id: string,
  signal: AbortSignal,
  fetched: (id: string, signal: AbortSignal) => Promise<Deployment>,
): Promise<'removed' | 'gone'> {
  try {
    await client.request({ method: 'DELETE', path: pathOf(id), hints: HINTS, signal }, () => undefined);
    return 'removed';
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.status === 404) return 'gone';
    if (error.status !== 400 && error.status !== 409 && error.status !== 422) throw error;
    if (IS_OVER.test(error.detail)) return 'gone';
    const { status } = await fetched(id, signal).catch((unread: unknown) => {
      if (unread instanceof HttpError && unread.status === 404) return { status: 'deleted' };
      throw error;
    });
    if (status === 'deleted' || status === 'cancelled' || status === 'superseded') return 'gone';
    throw error;
  }
}
