import type { Cloud } from '../clouds/cloud.ts';
import { UserError } from '../errors.ts';
import type { Console } from '../host/console.ts';
import type { Settings } from '../settings/settings.ts';

type Access = Pick<Settings, 'cloud' | 'connection'>;

/** The cloud's client, loaded and opened at first use and then shared: its rate limits are counted together. */
export function cloudOpener(settings: Access, console: Pick<Console, 'info'>): () => Promise<Cloud> {
  let opened: Promise<Cloud> | undefined;
  return () => {
    opened ??= open(settings, console);
    return opened;
  };
}

async function open({ cloud, connection }: Access, console: Pick<Console, 'info'>): Promise<Cloud> {
  if (!connection)
    throw new UserError('There is no key for a request to the cloud.', { hint: 'Give api-key.' });
  const { openCloud } = await import('../clouds/index.ts');
  return openCloud(cloud, connection, { onRetry: ({ line }) => console.info(line) });
}
