import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HttpError } from '../../../src/errors.ts';
import { composeComment, readComment } from '../../../src/report/comment/body.ts';
import type { Section } from '../../../src/report/comment/marker.ts';
import type { CommentPort, PostedComment } from '../../../src/report/comment/port.ts';
import { SYNC_TIMES } from '../../../src/report/comment/reconciler.ts';
import { type CommentSync, openSync } from '../../../src/report/comment/sync.ts';
import type { Outcome } from '../../../src/report/result.ts';
import { type VirtualTime, virtualTime } from '../../support/virtual-time.ts';

const signal = new AbortController().signal;

function section(key: string, at: number, state = 'ready', runNumber = 7): Section {
  const mark = { workflow: 'aaaaaaaa', runId: 4000 + runNumber, runNumber, attempt: 1, at };
  const outcome = state === 'ready' ? 'succeeded' : (state as Outcome);
  const row = { state: outcome, agent: key, seconds: at };
  return { key, mark, state, row, body: `<details>\n\n${state} at ${at}\n\n</details>`, cut: false };
}

/**
 * A forge in memory whose every request takes a while before and after its effect: mostly less than a second, now and
 * then nearly as long as a write may take.
 */
function slowForge(time: VirtualTime, random: () => number) {
  const comments = new Map<number, PostedComment>();
  const log: string[] = [];
  let id = 100;
  const wait = () => time.clock.sleep(random() * (random() < 0.85 ? 600 : 4_900));
  const slowly = async <T>(effect: () => T): Promise<T> => {
    await wait();
    const result = effect();
    await wait();
    return result;
  };
  const port: CommentPort = {
    list: async function* () {
      yield* await slowly(() => [...comments.values()]);
    },
    create: (body) =>
      slowly(() => {
        id += 1;
        log.push(`create ${id}`);
        const comment = { id, body, url: `https://forge.example/${id}` };
        comments.set(id, comment);
        return comment;
      }),
    update: (which, body) =>
      slowly(() => {
        log.push(`update ${which}`);
        const comment = comments.get(which);
        if (comment === undefined) throw gone();
        const updated = { ...comment, body };
        comments.set(which, updated);
        return updated;
      }),
    remove: (which) => slowly(() => void comments.delete(which)),
  };
  return { port, comments, log };
}

function gone(): HttpError {
  return new HttpError({ method: 'PATCH', url: '', status: 404, effect: 'no', detail: 'Not Found' });
}

function shown(comments: ReadonlyMap<number, PostedComment>): Record<string, string> {
  const all = [...comments.values()].flatMap(({ body }) => [...readComment(body).values()]);
  return Object.fromEntries(all.map(({ key, state, mark }) => [key, `${state} ${mark.at}`]));
}

/** Deterministic, from fast-check's seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
}

/** Main's words and then, in a process of its own, post's late look. */
async function job(time: VirtualTime, port: CommentPort, random: () => number, sections: readonly Section[]) {
  const options = { clock: time.clock, random };
  await time.clock.sleep(random() * 4_000);
  const main: CommentSync = openSync(port, options);
  for (const [index, word] of sections.entries()) {
    await time.clock.sleep(random() * 2_000);
    await main.put(word, { when: 'always', confirm: index === sections.length - 1, signal });
  }
  const wroteAgo = main.wroteAgo();
  const post = openSync(port, {
    ...options,
    known: main.known(),
    ...(wroteAgo === undefined ? {} : { wroteAgo }),
  });
  await post.settle(signal);
}

describe('many writers and a forge where the last write wins', () => {
  test('whatever the order of their requests, one comment stays and has the last word of each', async () => {
    const writers = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer(), writers, async (seed, words) => {
        const time = virtualTime();
        const random = randomFrom(seed);
        const { port, comments } = slowForge(time, random);
        const jobs = words.map((count, index) => {
          const sections = Array.from({ length: count }, (_, word) => section(`agent-${index}`, word + 1));
          return job(time, port, random, sections);
        });
        await Promise.all([time.run(300_000), ...jobs]);
        expect(comments.size).toBe(1);
        // The table is never behind its sections: whoever wrote last made it from all of them.
        const [last] = comments.values();
        expect(last?.body).toBe(composeComment(readComment(last?.body ?? '')).body);
        expect(shown(comments)).toEqual(
          Object.fromEntries(words.map((count, index) => [`agent-${index}`, `ready ${count}`])),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('a writer that is killed after its write is repaired by the others, who saw it', async () => {
    const time = virtualTime();
    const { port, comments } = slowForge(time, () => 0.1);
    const killed = openSync(port, { clock: time.clock, random: () => 0 });
    const other = openSync(port, { clock: time.clock, random: () => 0 });
    const work = async () => {
      await killed.put(section('killed', 1), { when: 'always', confirm: false, signal });
      await other.put(section('other', 1), { when: 'always', confirm: true, signal });
      const [id] = [...comments.keys()];
      await port.update(id ?? 0, composeComment(new Map([['late', section('late', 1)]])).body, {
        signal,
        timeoutMs: 0,
      });
      await other.settle(signal);
    };
    await Promise.all([work(), time.run(100_000)]);
    expect(Object.keys(shown(comments)).sort()).toEqual(['killed', 'late', 'other']);
  });
});

describe('newer and older', () => {
  async function secondOf(first: Section, second: Section) {
    const time = virtualTime();
    const { port, comments, log } = slowForge(time, () => 0.1);
    const open = () => openSync(port, { clock: time.clock, random: () => 0 });
    const put = (word: Section) => open().put(word, { when: 'always', confirm: true, signal });
    const work = async () => [await put(first), await put(second)] as const;
    const [outcomes] = await Promise.all([work(), time.run(100_000)]);
    return { outcome: outcomes[1], shown: shown(comments), writes: log.length };
  }

  test('an older run that ends later leaves the newer run its section', async () => {
    const {
      outcome,
      shown: text,
      writes,
    } = await secondOf(section('a', 5, 'building', 8), section('a', 9, 'ready', 7));
    expect(outcome).toMatchObject({ end: 'superseded', by: { runNumber: 8 } });
    expect(text).toEqual({ a: 'building 5' });
    expect(writes).toBe(1);
  });

  test('a newer run takes the section over', async () => {
    const { outcome, shown: text } = await secondOf(
      section('a', 9, 'ready', 7),
      section('a', 5, 'building', 8),
    );
    expect(outcome.end).toBe('shown');
    expect(text).toEqual({ a: 'building 5' });
  });

  test('a second attempt is newer than the first, however late that one is', async () => {
    const first = section('a', 900);
    const second = { ...section('a', 5, 'building'), mark: { ...first.mark, attempt: 2, at: 5 } };
    expect((await secondOf(second, first)).shown).toEqual({ a: 'building 5' });
    expect((await secondOf(first, second)).shown).toEqual({ a: 'building 5' });
  });

  test('within a run the later word counts', async () => {
    expect((await secondOf(section('a', 2, 'ready'), section('a', 1, 'building'))).shown).toEqual({
      a: 'ready 2',
    });
  });

  test('run ids decide between two workflows', async () => {
    const build = section('a', 9, 'ready', 900);
    const teardown = section('a', 1, 'removed', 3);
    const later = {
      ...teardown,
      mark: { ...teardown.mark, workflow: 'bbbbbbbb', runId: build.mark.runId + 1 },
    };
    expect((await secondOf(build, later)).shown).toEqual({ a: 'removed 1' });
    expect((await secondOf(later, build)).shown).toEqual({ a: 'removed 1' });
  });
});

describe('a single writer', () => {
  test('says nothing new where only a correction is wanted', async () => {
    const time = virtualTime();
    const { port, comments } = slowForge(time, () => 0.1);
    const sync = openSync(port, { clock: time.clock, random: () => 0 });
    const put = (word: Section, when: 'always' | 'if-present') =>
      sync.put(word, { when, confirm: true, signal });
    const work = async () => {
      expect(await put(section('a', 1, 'building'), 'if-present')).toEqual({ end: 'absent' });
      expect(comments.size).toBe(0);
      await put(section('a', 2, 'failed'), 'always');
      expect(await put(section('a', 3), 'if-present')).toMatchObject({ end: 'shown' });
    };
    await Promise.all([work(), time.run(100_000)]);
    expect(shown(comments)).toEqual({ a: 'ready 3' });
  });

  test('needs a list and a write, and lists again to see it written', async () => {
    const time = virtualTime();
    const { port, log } = slowForge(time, () => 0.1);
    const sync = openSync(port, { clock: time.clock, random: () => 0 });
    const work = () => sync.put(section('a', 1), { when: 'always', confirm: true, signal });
    const [outcome] = await Promise.all([work(), time.run(100_000)]);
    expect(outcome).toEqual({ end: 'shown', url: 'https://forge.example/101' });
    expect(log).toEqual(['create 101']);
    expect(time.clock.now()).toBeLessThan(SYNC_TIMES.hesitation + 2_000);
  });

  test('writes again where the comment was removed under its hands', async () => {
    const time = virtualTime();
    const { port, comments } = slowForge(time, () => 0.1);
    const sync = openSync(port, { clock: time.clock, random: () => 0 });
    const work = async () => {
      await sync.put(section('a', 1, 'building'), { when: 'always', confirm: true, signal });
      await time.clock.sleep(60_000);
      comments.clear();
      await sync.put(section('a', 2), { when: 'always', confirm: true, signal });
    };
    await Promise.all([work(), time.run(200_000)]);
    expect(shown(comments)).toEqual({ a: 'ready 2' });
  });

  test('is content where all is shown and a younger comment may not be removed', async () => {
    const time = virtualTime();
    const { port, comments } = slowForge(time, () => 0.1);
    const remove = async () => {
      throw new HttpError({ method: 'DELETE', url: '', status: 403, effect: 'no', detail: '' });
    };
    const sync = openSync({ ...port, remove }, { clock: time.clock, random: () => 0 });
    const put = (word: Section) => sync.put(word, { when: 'always', confirm: true, signal });
    const work = async () => {
      await put(section('a', 1, 'building'));
      comments.set(500, { id: 500, body: comments.get(101)?.body ?? '' });
      return put(section('a', 2));
    };
    const [outcome] = await Promise.all([work(), time.run(100_000)]);
    expect(outcome).toMatchObject({ end: 'shown' });
    expect(comments.get(101)?.body).toContain('ready at 2');
  });

  test.each([401, 403, 404, 410, 422])('gives up at once on %i', async (status) => {
    const time = virtualTime();
    const { port, log } = slowForge(time, () => 0.1);
    const refuse = async () => {
      log.push('refused');
      throw new HttpError({ method: 'POST', url: '', status, effect: 'no', detail: '' });
    };
    const sync = openSync({ ...port, create: refuse }, { clock: time.clock, random: () => 0 });
    const put = sync.put(section('a', 1), { when: 'always', confirm: true, signal });
    await Promise.all([expect(put).rejects.toMatchObject({ status }), time.run(100_000)]);
    expect(log).toEqual(['refused']);
  });

  test.each([
    ['was lost', 0],
    ['made no sense', 200],
  ])('finds the comment that it made although the reply %s', async (_name, status) => {
    const time = virtualTime();
    const { port, comments, log } = slowForge(time, () => 0.1);
    let lost = false;
    const create: CommentPort['create'] = async (body, options) => {
      const made = await port.create(body, options);
      if (lost) return made;
      lost = true;
      throw new HttpError({ method: 'POST', url: '', status, effect: 'maybe', detail: '' });
    };
    const sync = openSync({ ...port, create }, { clock: time.clock, random: () => 0 });
    const work = sync.put(section('a', 1), { when: 'always', confirm: true, signal });
    await Promise.all([work, time.run(100_000)]);
    expect(comments.size).toBe(1);
    expect(log).toEqual(['create 101']);
  });
});

describe('several sections with one write', () => {
  test('all are shown, and each is reported on', async () => {
    const time = virtualTime();
    const { port, comments, log } = slowForge(time, () => 0.1);
    const sync = openSync(port, { clock: time.clock, random: () => 0 });
    const entries = Array.from({ length: 100 }, (_, index) => ({
      section: section(`agent-${index}`, 1),
      when: 'always' as const,
    }));
    const work = async () => {
      const first = await sync.putAll(entries, { confirm: true, signal });
      expect(first.map(({ end }) => end)).toEqual(entries.map(() => 'shown'));
      // What is only to be corrected is not brought in; what is older is not put in place of a newer one.
      const second = await sync.putAll(
        [
          { section: section('agent-7', 2, 'failed'), when: 'if-present' },
          { section: section('stranger', 2), when: 'if-present' },
          { section: section('agent-8', 9, 'building', 6), when: 'always' },
        ],
        { confirm: true, signal },
      );
      expect(second.map(({ end }) => end)).toEqual(['shown', 'absent', 'superseded']);
    };
    await Promise.all([work(), time.run(100_000)]);
    expect(log).toEqual(['create 101', 'update 101']);
    expect(shown(comments)).toMatchObject({ 'agent-7': 'failed 2', 'agent-8': 'ready 1' });
    expect(shown(comments)).not.toHaveProperty('stranger');
  });

  test('what is put can depend on what the comment has', async () => {
    const time = virtualTime();
    const { port, comments } = slowForge(time, () => 0.1);
    const open = () => openSync(port, { clock: time.clock, random: () => 0 });
    const work = async () => {
      for (const key of ['a', 'b', 'c'])
        await open().put(section(key, 1), { when: 'always', confirm: true, signal });
      await open().putAll(
        (known) =>
          known
            .filter(({ key }) => key !== 'b')
            .map(({ key }) => ({ section: section(key, 1, 'removed', 8), when: 'always' })),
        { confirm: true, signal },
      );
    };
    await Promise.all([work(), time.run(100_000)]);
    expect(shown(comments)).toEqual({ a: 'removed 1', b: 'ready 1', c: 'removed 1' });
  });

  test('a writer that has to wait between writes takes along what was put meanwhile', async () => {
    const time = virtualTime();
    const { port, comments } = slowForge(time, () => 0.1);
    const writes: number[] = [];
    const update: CommentPort['update'] = async (...how) => {
      const written = await port.update(...how);
      writes.push(time.clock.now());
      return written;
    };
    const sync = openSync({ ...port, update }, { clock: time.clock, random: () => 0, betweenWrites: 3_000 });
    const work = async () => {
      for (let word = 1; word <= 20; word += 1) {
        await sync.put(section(`agent-${word % 3}`, word), { when: 'always', confirm: word === 20, signal });
        await time.clock.sleep(100);
      }
    };
    await Promise.all([work(), time.run(200_000)]);
    expect(shown(comments)).toEqual({ 'agent-0': 'ready 18', 'agent-1': 'ready 19', 'agent-2': 'ready 20' });
    const gaps = writes.slice(1).map((at, index) => at - (writes[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3_000);
  });
});
