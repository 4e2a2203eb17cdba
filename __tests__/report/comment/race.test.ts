import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Flavour, type Forge, startForge } from '../../../emulator/forge/index.ts';
import { composeComment, isOurComment, readComment } from '../../../src/report/comment/body.ts';
import { atEnd } from '../../support/cleanup.ts';
import type { Done, Order } from './comment-writer.ts';

/**
 * A sample with real processes, real requests and a real forge's order of things. That no order of any number of requests
 * loses a section is tested on virtual time, hundreds of rounds in a second (sync.test.ts).
 */
const WRITERS = 12;
const ROUNDS = 8;
/**
 * How late a request may be is the machine's to say: the rounds before told how late theirs were, in milliseconds. The
 * first ones get what the action has.
 */
let slowest = 600;
const timesNow = () => ({
  read: Math.min(4_000, Math.max(400, 2 * slowest)),
  write: Math.min(8_000, Math.max(800, 4 * slowest)),
  usual: 0,
  pause: 150,
  hesitation: 300,
});
/** Rounds at the same time; a machine that is busy with other things gets fewer. */
const roundsNow = () => Math.max(2, Math.min(10, Math.floor(5_000 / slowest)));

const jobs: ChildProcess[] = [];

beforeAll(async () => {
  const folder = join(process.cwd(), '__tests__');
  const loader = pathToFileURL(join(folder, 'support', 'typescript-loader.js')).href;
  for (let index = 0; index < WRITERS; index += 1) {
    const execArgv = ['--import', loader];
    jobs.push(fork(join(folder, 'report', 'comment', 'comment-writer.ts'), { execArgv }));
  }
  await Promise.all(jobs.map((job) => once(job.setMaxListeners(0), 'message')));
}, 120_000);

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
      while (rounds.length > 0) {
        const batch = rounds.splice(0, roundsNow());
        slowest = Math.max(...(await Promise.all(batch.map((issue) => round(forge, flavour, issue)))));
      }
    }, 900_000);
  },
);

async function round(forge: Forge, flavour: Flavour, issue: number): Promise<number> {
  forge.pull({ number: issue, sha: `${issue}`.padStart(40, '0') });
  forge.comment(issue, 'someone', 'Nice work');
  // Half of the rounds race for the creation of the comment with their only word.
  const states = issue % 2 === 0 ? ['building', 'succeeded'] : ['succeeded'];
  const order = {
    flavour,
    apiUrl: forge.apiUrl,
    token: forge.tokens.workflow,
    issue,
    states,
    times: timesNow(),
  };
  const all = await Promise.all(jobs.map((job, index) => tell(job, { ...order, key: `sgp/agent-${index}` })));
  expect(all.map(({ error }) => error)).toEqual(jobs.map(() => undefined));

  const ours = forge.comments(issue).filter(({ body }) => isOurComment(body));
  expect(ours).toHaveLength(1);
  const body = ours[0]?.body ?? '';
  const sections = readComment(body);
  const shown = Object.fromEntries([...sections.values()].map(({ key, state }) => [key, state]));
  expect(shown).toEqual(Object.fromEntries(jobs.map((_, index) => [`sgp/agent-${index}`, 'succeeded'])));
  // The table is that of the sections.
  expect(body).toBe(composeComment(sections).body);
  expect(body).toContain(`## ✅ Cloud builds: ${WRITERS} ready`);
  for (const index of jobs.keys()) expect(body).toContain(`| \`sgp/agent-${index}\` |`);
  return Math.max(...all.map((done) => done.slowest));
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
