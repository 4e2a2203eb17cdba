import type { BuildRequest, ImageRequest } from '../cloud.ts';
import type { DryRunRequest } from '../dry-run-request.ts';
import { type Body, multipartBody } from '../http.ts';

/** The agent that a build is for. The id is sent where it is known, else the name, never both. */
export type Agent = { readonly id?: string; readonly name?: string };

/** The form of `POST /v5/builds`: unknown facts are left out, the archive comes last. An image has none (contracts/sgp.openapi.yaml, submitBuild). */
export function formOf(request: BuildRequest | ImageRequest, agent: Agent): Body {
  if (!('archive' in request)) return multipartBody(fieldsOf(request, agent));
  return multipartBody(fieldsOf(request, agent), {
    field: 'context_archive',
    fileName: 'context.tar.gz',
    contentType: 'application/gzip',
    file: request.archive,
  });
}

function fieldsOf(request: BuildRequest | ImageRequest, agent: Agent): Readonly<Record<string, string>> {
  const { source } = request;
  const fields = {
    image_name: request.imageName,
    image_tag: request.imageTag,
    ...(agent.id === undefined ? { agent_name: agent.name } : { agent_id: agent.id }),
    ...('archive' in request ? buildFields(request) : { image_url: request.image }),
    source_repo: source.repo,
    source_commit: source.commit,
    source_ref: source.ref,
    source_subpath: source.subpath,
    source_dirty: source.dirty === undefined ? undefined : String(source.dirty),
  };
  const known = Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]));
  return Object.fromEntries(known);
}

function buildFields({ buildArgs, platform, workingTreeHash }: BuildRequest) {
  return {
    // One field with a JSON object (contracts/README.md, disagreement 6).
    build_args: Object.keys(buildArgs).length === 0 ? undefined : JSON.stringify(buildArgs),
    platform,
    working_tree_hash: workingTreeHash,
  };
}

/** What a submit would send, for a dry run: the agent's look-up, then the form. */
export function dryRunRequests(request: BuildRequest | ImageRequest): readonly DryRunRequest[] {
  const { target } = request;
  const lookUp = {
    method: 'GET',
    path: `/v5/builds?sort_order=desc${target.by === 'agent-name' ? `&agent_name=${encodeURIComponent(target.agentName)}` : ''}`,
    fields: {},
  };
  const agent = {
    ...(target.by === 'agent-id' && { id: target.agentId }),
    ...(target.by === 'agent-name' && { name: target.agentName }),
  };
  const archive =
    'archive' in request ? { context_archive: `context.tar.gz, ${request.archive.bytes} bytes` } : {};
  const fields = { ...fieldsOf(request, agent), ...archive };
  return [lookUp, { method: 'POST', path: '/v5/builds', fields }];
}
