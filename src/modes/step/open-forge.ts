import type { Console } from '../../host/console.ts';
import type { Forge } from '../../host/forge.ts';
import type { Host } from '../../host/host.ts';
import type { Trigger } from '../../host/trigger.ts';

export type ForgeStage = {
  readonly env: NodeJS.ProcessEnv;
  readonly host: Host;
  readonly trigger: Pick<Trigger, 'repository'>;
  readonly token: string | undefined;
  readonly console: Pick<Console, 'mask'>;
};

const GITHUB_API = 'https://api.github.com';

/**
 * The forge's client, loaded and opened at first use and then shared.
 * @returns `undefined` where there is no token or no repository to speak of
 */
export function forgeOpener(stage: ForgeStage): () => Promise<Forge | undefined> {
  let opened: Promise<Forge | undefined> | undefined;
  return () => {
    opened ??= open(stage);
    return opened;
  };
}

async function open({ env, host, trigger, token, console }: ForgeStage): Promise<Forge | undefined> {
  if (!token || !trigger.repository) return undefined;
  console.mask(token);
  const { openForge } = await import('../../host/forge.ts');
  const apiUrl = env.GITHUB_API_URL || GITHUB_API;
  return openForge({ token, apiUrl, repository: trigger.repository, host });
}
