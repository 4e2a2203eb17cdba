import type { BuildRequest } from '../cloud.ts';
import { type Body, multipartBody } from '../http.ts';

/** Whom a build is for. The id goes out where it is known, else the name, never both. */
export type Agent = { readonly id?: string; readonly name?: string };

/** The form of `POST /v5/builds`: unknown facts are left out, the archive comes last. */
export function formOf(request: BuildRequest, agent: Agent): Body {
  const { archive, source, buildArgs } = request;
  const fields = {
    image_name: request.imageName,
    image_tag: request.imageTag,
    ...(agent.id === undefined ? { agent_name: agent.name } : { agent_id: agent.id }),
    // One field with a JSON object (contracts/README.md, disagreement 6).
    build_args: Object.keys(buildArgs).length === 0 ? undefined : JSON.stringify(buildArgs),
    platform: request.platform,
    source_repo: source.repo,
    source_commit: source.commit,
    source_ref: source.ref,
    source_subpath: source.subpath,
    source_dirty: source.dirty === undefined ? undefined : String(source.dirty),
    working_tree_hash: request.workingTreeHash,
  };
  const known = Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]));
  return multipartBody(Object.fromEntries(known), {
    field: 'context_archive',
    fileName: 'context.tar.gz',
    contentType: 'application/gzip',
    file: archive,
  });
}
