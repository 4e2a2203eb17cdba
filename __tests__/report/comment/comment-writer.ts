/** One job of a matrix, as a process: writes its section of each comment that it is asked to (race.test.ts). */

import { openForge } from '../../../src/host/forge/forge.ts';
import { detectHost } from '../../../src/host/host.ts';
import { commentPort } from '../../../src/modes/comment/port.ts';
import type { AgentRow } from '../../../src/report/agent-row.ts';
import type { CommentPort } from '../../../src/report/comment/port.ts';
import type { SyncTimes } from '../../../src/report/comment/reconciler.ts';
import { openSync } from '../../../src/report/comment/sync.ts';

export type Order = {
  readonly flavour: 'github' | 'gitea';
  readonly apiUrl: string;
  readonly token: string;
  readonly issue: number;
  readonly key: string;
  readonly states: readonly string[];
  readonly times: SyncTimes;
};

export type Done = {
  readonly issue: number;
  /** Milliseconds that the slowest request took. */
  readonly slowest: number;
  readonly error?: string;
};

process.on('message', async (order: Order) => {
  const done: Done = await write(order).then(
    (slowest) => ({ issue: order.issue, slowest }),
    (thrown: unknown) => ({
      issue: order.issue,
      slowest: 0,
      error: thrown instanceof Error ? `${thrown.stack}` : 'unknown',
    }),
  );
  process.send?.(done);
});
process.once('disconnect', () => process.exit());
process.send?.('ready');

async function write({ flavour, apiUrl, token, issue, key, states, times }: Order): Promise<number> {
  const host = detectHost(flavour === 'gitea' ? { GITEA_ACTIONS: 'true' } : { GITHUB_ACTIONS: 'true' });
  const forge = openForge({ token, apiUrl, repository: { owner: 'octo', name: 'agents' }, host });
  const signal = AbortSignal.timeout(180_000);
  const { port, slowest } = timed(commentPort(forge, issue));
  const sync = openSync(port, { times });
  for (const [index, state] of states.entries()) {
    const mark = { workflow: 'aaaaaaaa', runId: 4242, runNumber: 7, attempt: 1, at: 1_000 + index };
    const body = `### ${state} \`${key}\`\n\nsection of ${key}, ${state}`;
    const isLast = index === states.length - 1;
    const row = { state, agent: key } as AgentRow;
    await sync.put({ key, mark, state, body, row, cut: false }, { when: 'always', confirm: isLast, signal });
  }
  // What the post step does, in a process of its own that knows what the first one knew.
  const wroteAgo = sync.wroteAgo();
  const post = openSync(port, {
    times,
    known: sync.known(),
    ...(wroteAgo === undefined ? {} : { wroteAgo }),
  });
  await post.settle(signal);
  return slowest();
}

/** The same port, and how long its slowest request took. */
function timed(port: CommentPort): { readonly port: CommentPort; readonly slowest: () => number } {
  let slowest = 0;
  const note = async <T>(work: Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await work;
    } finally {
      slowest = Math.max(slowest, performance.now() - began);
    }
  };
  return {
    slowest: () => slowest,
    port: {
      list: async function* (options) {
        yield* await note(all(port.list(options)));
      },
      create: (body, options) => note(port.create(body, options)),
      update: (id, body, options) => note(port.update(id, body, options)),
      remove: (id, options) => note(port.remove(id, options)),
    },
  };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
