import type { SgpOptions } from './options.ts';
import type { SgpBuild, SgpDeployment } from './state.ts';

/** The creator of everything here. */
export const CREATOR = { id: 'user_emulator', object: 'identity', type: 'user' };

/** The build as its JSON record, in the shape that the options choose. */
export function buildRecord(build: SgpBuild, options: SgpOptions): Record<string, unknown> {
  const image = options.imageUrls === 'never' ? undefined : build.imageUrl;
  const times = {
    build_start_time: build.startedAt?.toISOString() ?? null,
    build_end_time: build.endedAt?.toISOString() ?? null,
    account_id: build.account,
    created_at: build.createdAt.toISOString(),
    created_by: CREATOR,
  };
  const names = { image_name: build.imageName, image_tag: build.imageTag, image_url: image ?? null };
  if (options.records === 'legacy') return { build_id: build.id, status: build.status, ...names, ...times };
  return {
    id: build.id,
    object: 'agentex_cloud_build',
    cloud_provider_build_id: build.providerId,
    agent_name: build.agentName,
    agent_id: build.agentId,
    ...names,
    build_status: build.status,
    ...(options.records === 'both' ? { status: build.status } : {}),
    ...build.source,
    ...times,
  };
}

/** The other statuses, upper-case if the documents have them so (contracts/README.md, disagreement 7). */
const SDK_WORDS: Readonly<Record<string, string>> = {
  in_progress: 'running',
  healthy: 'completed',
  superseded: 'SUPERSEDED',
  deleted: 'DELETED',
};

export function deploymentRecord(deployment: SgpDeployment, options: SgpOptions): Record<string, unknown> {
  const { status } = deployment;
  return {
    id: deployment.id,
    object: 'agentex_cloud_deploy',
    build_id: deployment.buildId ?? null,
    namespace: deployment.namespace,
    manifest_file: deployment.manifest,
    environment_config: deployment.environmentConfig,
    status: options.deployWords === 'sdk' ? (SDK_WORDS[status] ?? status) : status,
    helm_release_name: deployment.wasHealthy ? deployment.release : null,
    preview_label: deployment.preview?.label ?? null,
    expires_at: deployment.preview?.expiresAt.toISOString() ?? null,
    deploy_events: deployment.events,
    account_id: deployment.account,
    created_at: deployment.createdAt.toISOString(),
    created_by: CREATOR,
  };
}
