import { describe, expect, test } from '@jest/globals';
import { renderAccount } from '../../../src/report/pages/account.ts';
import { type Account, type AccountBuild, statisticsOf } from '../../../src/report/pages/account-figures.ts';

const AT = Date.UTC(2026, 10, 12, 10, 4);
const HOUR = 3_600_000;

function build(index: number, more: Partial<AccountBuild> = {}): AccountBuild {
  return {
    id: `build-${index}`,
    status: 'succeeded',
    seconds: 60 + index,
    createdAt: new Date(AT - index * HOUR).toISOString(),
    ...more,
  };
}

function account(builds: readonly AccountBuild[], more: Partial<Account> = {}): Account {
  return { cloud: 'A cloud', at: AT, builds, statistics: statisticsOf(builds), notes: [], ...more };
}

const several = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    build(index, {
      name: index % 2 === 0 ? 'greeter' : 'broken',
      tag: `tag-${index}`,
      status: index === 1 ? 'failed' : 'succeeded',
    }),
  );

describe('several agents', () => {
  const page = renderAccount(account(several(8)));

  test('each has one row, those whose last build failed first, with its trend oldest first', () => {
    const rows = page.slice(page.indexOf('### Agents'), page.indexOf('### Recent')).split('\n').slice(4, 6);
    expect(rows).toEqual([
      '| `broken` | 4 | 75% | 1m 5s | 1m 7s | ❌ failed, 1h 0m ago | `███×` |',
      '| `greeter` | 4 | 100% | 1m 3s | 1m 6s | ✅ succeeded, now | `████` |'.replace('████', '████'),
    ]);
  });

  test('there is no chart that mixes them', () => {
    expect(page).not.toContain('mermaid');
  });
});

test('one agent: a chart whose bars have numbers, and no table of agents', () => {
  const page = renderAccount(
    account(
      Array.from({ length: 30 }, (_, index) => build(index, { name: 'greeter', tag: `cf817a90f4${index}` })),
    ),
  );
  expect(page).not.toContain('### Agents');
  const axis = /x-axis "build, oldest first" \[(.*)\]/.exec(page)?.[1]?.split(', ');
  expect(axis).toEqual(Array.from({ length: 20 }, (_, index) => `"${index + 1}"`));
  expect(page).toContain('20 cf817a90f40');
});

describe('the table of builds', () => {
  const table = (page: string) => page.slice(page.indexOf('### Recent builds'));

  test('names a build by what the cloud knows; what is equal in all is said once', () => {
    const builds = Array.from({ length: 3 }, (_, index) =>
      build(index, {
        contextHash: `0d9f2b7c11aa4e5${index}`,
        dockerfile: 'Dockerfile',
        region: 'us-west',
        imageBytes: 524_288_000 + index * 1e6,
      }),
    );
    const page = table(renderAccount(account(builds)));
    expect(page).toContain('| Build | Image | Status | Took | When |');
    expect(page).toContain('| `build-0` | 524.3 MB | ✅ succeeded | 1m 0s | now |');
    expect(page).toContain(
      'The same in all: Context `0d9f2b7c11aa` · Dockerfile `Dockerfile` · Region `us-west`',
    );
    expect(page).not.toContain('| – |');
  });

  test('keeps status and time where they are equal, and all of a single row', () => {
    const [one] = several(1);
    const page = table(renderAccount(account(one === undefined ? [] : [one])));
    expect(page).toContain('| Agent or image | Tag | Status | Took | When |');
    const same = table(renderAccount(account([build(0, { tag: 'a' }), build(0, { tag: 'b' })])));
    expect(same).toContain('| Tag | Status | Took | When |');
  });

  test('an unknown fact among known ones is a dash', () => {
    const page = table(
      renderAccount(account([build(0, { tag: 'a', commit: 'cf817a90f460' }), build(1, { tag: 'b' })])),
    );
    expect(page).toContain('| `b` | – |');
  });
});
