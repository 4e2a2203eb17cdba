import type { Host } from './host.ts';

/**
 * The address of this action's README at the version in use, if it is known: on GitHub, for an action that the
 * workflow names as `owner/name@ref`. Elsewhere the variables do not show from which forge the action was fetched.
 */
export function documentationUrl(env: NodeJS.ProcessEnv, host: Pick<Host, 'name'>): string | undefined {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = env;
  if (host.name !== 'github' || !server?.startsWith('https://') || !ref) return undefined;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository ?? '')) return undefined;
  return `${server.replace(/\/+$/, '')}/${repository}/blob/${encodeURIComponent(ref)}/README.md`;
}
