import type { Clock } from '../../wait.ts';
import type { Deployment, DeploymentRequest, DeployProgress } from '../deployment.ts';
import type { HttpClient } from '../http.ts';
import { sendOnce } from '../send-once.ts';
import { type DeploymentRecord, readDeployment, readRecord } from './deployment-record.ts';
import { DEPLOYMENTS, deploymentBody } from './form.ts';
import { HOSTS } from './hosts.ts';
import { pagesOf } from './pages.ts';

/** Milliseconds for which a cancelled step still waits for the id of what it has just deployed. */
const GRACE = 2_500;
/** Records of the newest page, in which our own deployment is searched. */
const PAGE = 100;

type SgpConnection = { readonly client: HttpClient; readonly clock: Clock };

/** One deployment from one request, also where the answer is lost. */
export async function createDeployment(
  { client, clock }: SgpConnection,
  request: DeploymentRequest,
  progress: DeployProgress,
  signal: AbortSignal,
): Promise<Deployment> {
  const before = new Set((await newest(client, request, signal)).map(({ id }) => id));
  const submitted = (deployment: Deployment): Deployment => {
    progress.submitted(deployment);
    return deployment;
  };
  return sendOnce({
    what: 'deployment',
    send: () =>
      client.request(
        {
          method: 'POST',
          path: DEPLOYMENTS,
          json: deploymentBody(request, expiryOf(request, client.now())),
          graceMs: GRACE,
          hints: HINTS,
          signal,
        },
        (reply) => submitted(readDeployment(reply)),
      ),
    find: async () => {
      const records = await newest(client, request, signal);
      const own = records.find((record) => !before.has(record.id) && isOwn(record, request));
      return own && submitted(readOwn(own));
    },
    notice: progress.notice,
    leftMs: client.leftMs,
    clock,
    signal,
  });
}

const HINTS = {
  400: 'Known causes: the build did not succeed, the YAML is not valid, the manifest names another agent or a secret that does not exist.',
  404: `Check \`build-id\` or \`image-name\` and \`image-tag\`, and \`account-id\`. ${HOSTS}`,
  409: 'Known causes: the build did not succeed, or the manifest names another agent.',
};

/** On the cloud's clock, as the cloud compares it. */
function expiryOf({ preview }: DeploymentRequest, now: number): string {
  return new Date(now + (preview?.ttlMs ?? 0)).toISOString();
}

/** The newest deployments that could be this request's. */
async function newest(
  client: HttpClient,
  request: DeploymentRequest,
  signal: AbortSignal,
): Promise<readonly DeploymentRecord[]> {
  const query = {
    ...('buildId' in request.of ? { build_id: request.of.buildId } : { agent_name: request.agentName }),
    preview_label: request.preview?.label,
  };
  const listing = { path: DEPLOYMENTS, query, limit: PAGE, read: readRecord };
  for await (const page of pagesOf(client, listing, signal)) return page;
  return [];
}

function isOwn(record: DeploymentRecord, { of, preview, manifest }: DeploymentRequest): boolean {
  const sameSource = 'buildId' in of ? record.buildId === of.buildId : record.manifest === manifest;
  return sameSource && record.previewLabel === preview?.label;
}

function readOwn({ manifest: _kept, ...deployment }: DeploymentRecord): Deployment {
  return deployment;
}
