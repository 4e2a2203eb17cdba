import type { Cloud } from '../../clouds/cloud.ts';
import { type ClientShare, type CloudOptions, openCloud } from '../../clouds/index.ts';
import { UserError } from '../../errors.ts';
import type { Console } from '../../host/console/console.ts';
import type { Settings } from '../../settings/settings.ts';
import { createRequestBudget, type RequestBudget } from './request-budget.ts';

type Access = Pick<Settings, 'cloud' | 'connection'>;

/** So many waits are reported one by one, then every tenth: a long outage must not fill the log. */
const REPORTED_EACH = 10;

/**
 * The cloud's client, loaded and opened at first use and then shared: its rate limits are counted together. `within`
 * limits the time of a phase's requests.
 * @param share where other agents of this process use the same account
 */
export function cloudOpener(
  settings: Access,
  console: Pick<Console, 'info'>,
  share?: ClientShare,
): {
  readonly cloud: () => Promise<Cloud>;
  readonly openCloud: (options: CloudOptions) => Promise<Cloud>;
  readonly within: RequestBudget['within'];
} {
  const allowance = createRequestBudget();
  const open = (options: CloudOptions) => openFor(settings, { ...options, ...(share && { share }) });
  let opened: Promise<Cloud> | undefined;
  const cloud = () => {
    opened ??= open({
      budgetMs: allowance.left,
      onRetry: ({ line, count }) => {
        if (count <= REPORTED_EACH) console.info(line);
        else if (count % REPORTED_EACH === 0) console.info(`${line}; ${count} waits so far`);
      },
    });
    return opened;
  };
  return { cloud, openCloud: open, within: allowance.within };
}

async function openFor({ cloud, connection }: Access, options: CloudOptions): Promise<Cloud> {
  if (!connection)
    throw new UserError('There is no key for a request to the cloud.', { hint: 'Give api-key.' });
  return openCloud(cloud, connection, options);
}
