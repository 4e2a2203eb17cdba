import type { Build } from '../cloud.ts';
import type { Deployment, PreviewQuery } from '../deployment.ts';
import type { HttpClient } from '../http.ts';
import { type DeploymentRecord, readRecord } from './deployment-record.ts';
import { DEPLOYMENTS } from './form.ts';
import { type AgentOf, manifestReader } from './manifest.ts';
import { pagesOf } from './pages.ts';

/** Records per page; each contains two files, and a page must stay far below the limit of a reply. */
const PAGE = 100;

type PreviewSource = { readonly client: HttpClient; readonly getBuild: (id: string) => Promise<Build> };

/**
 * The previews of exactly this agent and exactly this label, where given; the server's filters only make the list
 * shorter. A record does not name its agent: its manifest does, else its build. If neither does, the record is
 * skipped (docs/interface.md: never another agent's).
 */
export async function* previewsOf(
  { client, getBuild }: PreviewSource,
  of: Pick<PreviewQuery, 'agentName' | 'label'>,
  signal: AbortSignal,
): AsyncGenerator<Deployment> {
  const agentOf = await manifestReader();
  const query = { agent_name: of.agentName, preview_label: of.label };
  const listing = { path: DEPLOYMENTS, query, limit: PAGE, read: readRecord };
  for await (const page of pagesOf(client, listing, signal)) {
    for (const record of page) {
      if (record.previewLabel === undefined) continue;
      if (of.label !== undefined && record.previewLabel !== of.label) continue;
      const agentName = await agentNameOf(record, agentOf, getBuild);
      if (agentName === undefined) continue;
      if (of.agentName !== undefined && agentName !== of.agentName) continue;
      const { manifest: _kept, ...deployment } = record;
      yield { ...deployment, agentName };
    }
  }
}

async function agentNameOf(
  { agentName, manifest, buildId }: DeploymentRecord,
  agentOf: AgentOf,
  getBuild: PreviewSource['getBuild'],
): Promise<string | undefined> {
  const givenAgent = agentName ?? (manifest === undefined ? undefined : agentOf(manifest));
  if (givenAgent !== undefined || buildId === undefined) return givenAgent;
  // A build that was removed meanwhile is no reason to stop reading the others.
  return getBuild(buildId).then(
    (build) => build.agentName,
    () => undefined,
  );
}
