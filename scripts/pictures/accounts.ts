import { type Account, type AccountBuild, statisticsOf } from '../../src/report/pages/account-figures.ts';
import { AT } from './results.ts';

/** Accounts for the pictures of the report. */

const HOUR = 3_600_000;

function build(index: number, more: Partial<AccountBuild>): AccountBuild {
  const isFailed = index % 9 === 4;
  return {
    id: `5f0c${String(index).padStart(4, '0')}`,
    status: isFailed ? 'failed' : 'succeeded',
    seconds: isFailed ? 31 : 70 + ((index * 53) % 90),
    createdAt: new Date(AT - index * 3 * HOUR).toISOString(),
    ...more,
  };
}

const hash = (index: number) => (0x7f3a91c2 + index * 0x1234567).toString(16).padStart(12, '0');
const one = Array.from({ length: 20 }, (_, index) =>
  build(index, { name: 'refund-bot', tag: hash(index), commit: hash(index) }),
);
const names = ['refund-bot', 'concierge', 'triage', 'ledger'];
const several = Array.from({ length: 40 }, (_, index) =>
  build(index, { name: names[index % names.length] ?? '', tag: hash(index), commit: hash(index) }),
);
const pipecat = Array.from({ length: 12 }, (_, index) =>
  build(index, {
    contextHash: hash(index),
    dockerfile: 'Dockerfile',
    region: 'us-west',
    imageBytes: 524_288_000 + index * 4_000_000,
  }),
);

function account(cloud: string, builds: readonly AccountBuild[], more: Partial<Account> = {}): Account {
  return { cloud, at: AT, builds, statistics: statisticsOf(builds), notes: [], ...more };
}

export const ACCOUNTS: Readonly<Record<string, Account>> = {
  'one-agent': account('Scale GenAI Platform', one, { only: 'refund-bot' }),
  account: account('Scale GenAI Platform', several, {
    previews: [
      {
        id: 'dep_19',
        agent: 'refund-bot',
        label: 'pr-7',
        status: 'healthy',
        expiresAt: new Date(AT + 5 * HOUR).toISOString(),
      },
    ],
  }),
  pipecat: account('Pipecat Cloud', pipecat),
};
