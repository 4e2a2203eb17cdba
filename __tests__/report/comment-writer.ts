/** One job of a matrix, as a process: writes its section of each comment that it is told to (comment-race.test.ts). */

import { openForge } from '../../src/host/forge.ts';
import { detectHost } from '../../src/host/host.ts';
import { commentPort } from '../../src/modes/comment-port.ts';
import type { SyncTimes } from '../../src/report/comment-desk.ts';
import { openSync } from '../../src/report/comment-sync.ts';

export type Order = {
  readonly flavour: 'github' | 'gitea';
  readonly apiUrl: string;
  readonly token: string;
  readonly issue: number;
  readonly key: string;
  readonly states: readonly string[];
  readonly times: SyncTimes;
};

export type Done = { readonly issue: number; readonly error?: string };

process.on('message', async (order: Order) => {
  const done: Done = await write(order).then(
    () => ({ issue: order.issue }),
    (thrown: unknown) => ({
      issue: order.issue,
      error: thrown instanceof Error ? `${thrown.stack}` : 'unknown',
    }),
  );
  process.send?.(done);
});
process.once('disconnect', () => process.exit());
process.send?.('ready');

async function write({ flavour, apiUrl, token, issue, key, states, times }: Order): Promise<void> {
  const host = detectHost(flavour === 'gitea' ? { GITEA_ACTIONS: 'true' } : { GITHUB_ACTIONS: 'true' });
  const forge = openForge({ token, apiUrl, repository: { owner: 'octo', name: 'agents' }, host });
  const signal = AbortSignal.timeout(60_000);
  const sync = openSync(commentPort(forge, issue), { times });
  for (const [index, state] of states.entries()) {
    const mark = { workflow: 'aaaaaaaa', runId: 4242, runNumber: 7, attempt: 1, at: 1_000 + index };
    const body = `### ${state} \`${key}\`\n\nsection of ${key}, ${state}`;
    const isLast = index === states.length - 1;
    await sync.put({ key, mark, state, body, cut: false }, { when: 'always', confirm: isLast, signal });
  }
  // What the post step does, in a process of its own that knows what the first one knew.
  const wroteAgo = sync.wroteAgo();
  const post = openSync(commentPort(forge, issue), {
    times,
    known: sync.known(),
    ...(wroteAgo === undefined ? {} : { wroteAgo }),
  });
  await post.settle(signal);
}
