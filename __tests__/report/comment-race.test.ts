import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Flavour, type Forge, startForge } from '../../emulator/forge/index.ts';
import { isOurComment, readComment } from '../../src/report/comment-body.ts';
import { atEnd } from '../support/cleanup.ts';
import type { Done, Order } from './comment-writer.ts';

const WRITERS = 12;
const ROUNDS = 50;
const AT_ONCE = 10;
/** As in the action, but shorter; a machine that is busy with other tests still keeps to them. */
const TIMES = { read: 1_000, write: 2_000, usual: 0, pause: 200, hesitation: 300 };

const jobs: ChildProcess[] = [];

beforeAll(async () => {
  const folder = join(process.cwd(), '__tests__');
  const loader = pathToFileURL(join(folder, 'support', 'typescript-loader.js')).href;
  for (let index = 0; index < WRITERS; index += 1) {
    jobs.push(fork(join(folder, 'report', 'comment-writer.ts'), { execArgv: ['--import', loader] }));
  }
  await Promise.all(jobs.map((job) => once(job, 'message')));
});

afterAll(() => {
  for (const job of jobs) job.kill('SIGKILL');
});

describe.each(['github', 'gitea'] as const)(
  'twelve processes write their sections at once on %s',
  (flavour) => {
    test(`${ROUNDS} rounds, and nothing is lost`, async () => {
      const forge = await startForge({ flavour, latencyMs: 30 });
      atEnd(forge.close);
      const rounds = Array.from({ length: ROUNDS }, (_, index) => index + 1);
      for (let from = 0; from < rounds.length; from += AT_ONCE) {
        await Promise.all(rounds.slice(from, from + AT_ONCE).map((issue) => round(forge, flavour, issue)));
      }
      process.stderr.write(`${flavour}: ${forge.requests.length} requests\n`);
    }, 240_000);
  },
);

async function round(forge: Forge, flavour: Flavour, issue: number): Promise<void> {
  forge.pull({ number: issue, sha: `${issue}`.padStart(40, '0') });
  forge.comment(issue, 'someone', 'Nice work');
  // Half of the rounds race for the creation of the comment with their only word.
  const states = issue % 2 === 0 ? ['building', 'ready'] : ['ready'];
  const order = { flavour, apiUrl: forge.apiUrl, token: forge.tokens.workflow, issue, states, times: TIMES };
  const all = await Promise.all(jobs.map((job, index) => tell(job, { ...order, key: `sgp/agent-${index}` })));
  expect(all).toEqual(jobs.map(() => ({ issue })));

  const ours = forge.comments(issue).filter(({ body }) => isOurComment(body));
  expect(ours).toHaveLength(1);
  const sections = readComment(ours[0]?.body ?? '');
  const shown = Object.fromEntries([...sections.values()].map(({ key, state }) => [key, state]));
  expect(shown).toEqual(Object.fromEntries(jobs.map((_, index) => [`sgp/agent-${index}`, 'ready'])));
}

function tell(job: ChildProcess, order: Order): Promise<Done> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown) => {
      if ((message as Done).issue !== order.issue) return;
      job.off('message', hear);
      resolve(message as Done);
    };
    job.on('message', hear);
    job.once('exit', () => reject(new Error('the process ended')));
    job.send(order);
  });
}
