import type { Console } from '../../host/console/console.ts';
import type { Trigger } from '../../host/event/event.ts';
import type { Forge } from '../../host/forge/forge.ts';
import type { Host } from '../../host/host.ts';

type ForgeSources = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly trigger: Pick<Trigger, 'repository'>;
  readonly token: string | undefined;
  readonly console: Pick<Console, 'mask'>;
  /** See `ForgeAccess`. */
  readonly silenceMs?: number;
};

const GITHUB_API = 'https://api.github.com';

/**
 * The forge's client, loaded and opened at first use and then shared.
 * @returns `undefined` where there is no token or no repository
 */
export function forgeOpener(context: ForgeSources): () => Promise<Forge | undefined> {
  let opened: Promise<Forge | undefined> | undefined;
  return () => {
    opened ??= open(context);
    return opened;
  };
}

async function open({
  env,
  host,
  trigger,
  token,
  console,
  silenceMs,
}: ForgeSources): Promise<Forge | undefined> {
  if (!token || !trigger.repository) return undefined;
  console.mask(token);
  const { openForge } = await import(/* webpackChunkName: "forge" */ '../../host/forge/forge.ts');
  const apiUrl = env.GITHUB_API_URL || GITHUB_API;
  const silence = silenceMs === undefined ? {} : { silenceMs };
  return openForge({ token, apiUrl, repository: trigger.repository, host, ...silence });
}
