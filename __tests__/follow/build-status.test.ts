import { describe, expect, test } from '@jest/globals';
import type { Build } from '../../src/clouds/cloud.ts';
import { AbortedError, HttpError } from '../../src/errors.ts';
import { begin, buildOf, cloudOf, ending, fastClock, follow, serveLog, write } from './log-server.ts';

describe('the status', () => {
  test('of a cloud without a log is reported by its changes, artifacts too', async () => {
    const builds: Build[] = [
      buildOf('queued', 'PENDING'),
      buildOf('running', 'BUILDING'),
      buildOf('running', 'BUILDING'),
      {
        ...buildOf('running', 'BUILDING'),
        artifacts: [{ kind: 'vm', status: 'running', rawStatus: 'BUILDING' }],
      },
      buildOf('succeeded', 'COMPLETED'),
    ];
    const end = await follow(
      cloudOf(() => builds.shift() ?? buildOf('errored')),
      {},
      buildOf('queued', 'PENDING'),
    );
    expect(end.statuses).toEqual(['PENDING → BUILDING', 'BUILDING → BUILDING', 'BUILDING → COMPLETED']);
    expect(end.log).toMatchObject({ delivered: 0, complete: true });
    expect(end.told).toEqual([]);
  });

  test('that is not known is no end and warned about once a word', async () => {
    const builds = ['odd', 'odd', 'odder', 'odd'].map((word) => buildOf('unknown', word));
    const end = await follow(cloudOf(() => builds.shift() ?? buildOf('succeeded')));
    expect(end.build.status).toBe('succeeded');
    expect(end.told.length).toBe(2);
    expect(end.told[1]).toContain('"odder"');
  });

  const failing = (status: number) =>
    new HttpError({ method: 'GET', url: 'https://cloud.invalid/builds/1', status, effect: 'no', detail: '' });

  test.each([0, 408, 429, 500, 502, 503, 504])(
    'a passing fault (%d) is told once and tried again',
    async (status) => {
      let polls = 0;
      const get = () => {
        if (++polls < 6) throw failing(status);
        return buildOf('succeeded');
      };
      const end = await follow(cloudOf(get));
      expect(end.build.status).toBe('succeeded');
      expect(end.told).toEqual([expect.stringContaining('cannot be read at the moment')]);
    },
  );

  test.each([400, 401, 402, 403, 410, 422])('a refusal (%d) ends it', async (status) => {
    const get = () => {
      throw failing(status);
    };
    await expect(follow(cloudOf(get))).rejects.toMatchObject({ name: 'HttpError', status });
  });

  test.each([
    [401, /accepted the key until now/],
    [410, /had the build until now/],
  ])('a refusal (%d) after an answer says what has changed', async (status, hint) => {
    let polls = 0;
    const get = () => {
      if (++polls > 2) throw failing(status);
      return buildOf('running');
    };
    await expect(follow(cloudOf(get))).rejects.toMatchObject({ status, hint: expect.stringMatching(hint) });
  });

  test('that is not known is shown in one line', async () => {
    const builds = [buildOf('unknown', `odd\n::error::${'x'.repeat(200)}`)];
    const end = await follow(cloudOf(() => builds.pop() ?? buildOf('succeeded')));
    expect(end.told).toEqual([expect.stringMatching(/^The cloud gives .* "odd ::error::x{200}", which .*$/)]);
  });

  test('a 404 is "not yet" at first and final later', async () => {
    let polls = 0;
    const get = () => {
      if (++polls < 4) throw failing(404);
      return buildOf('succeeded');
    };
    const end = await follow(cloudOf(get), { clock: fastClock(5) });
    expect(end.told).toEqual([]);
    const never = () => {
      throw failing(404);
    };
    await expect(follow(cloudOf(never), { clock: fastClock(100) })).rejects.toMatchObject({ status: 404 });
  });

  test('a reply that no parser understands is tolerated, but not for ever', async () => {
    let polls = 0;
    const get = () => {
      polls++;
      throw new TypeError('build.id is missing');
    };
    await expect(follow(cloudOf(get), { clock: fastClock(100) })).rejects.toThrow('build.id is missing');
    expect(polls).toBe(10);
  });

  test('a reply that never comes does not outlast the time', async () => {
    const cloud = cloudOf(() => new Promise<Build>(() => undefined));
    const end = await follow(cloud, { timeoutMs: 2000 });
    expect(end).toMatchObject({
      end: 'timed-out',
      build: { status: 'queued' },
      cancel: { outcome: 'incapable' },
    });
    expect(end.trouble).toContain('not answered');
  });

  test('whose last request is cut off keeps the reason that was reported before', async () => {
    let polls = 0;
    const get = () => {
      polls += 1;
      if (polls < 4) throw failing(503);
      return new Promise<Build>(() => undefined);
    };
    const end = await follow(cloudOf(get), { timeoutMs: 20_000, clock: fastClock(100) });
    expect(end.end).toBe('timed-out');
    expect(end.trouble).toContain('was answered 503');
  });

  test('a success of before is not followed', async () => {
    const server = await serveLog((response) => void response.end());
    const get = () => {
      throw new Error('must not be asked');
    };
    const end = await follow(
      cloudOf(get, { log: server.log }),
      {},
      { ...buildOf('succeeded'), cached: true },
    );
    expect(end.end).toBe('ended');
    expect(server.connections()).toBe(0);
  });

  test('is asked no more often than the plan allows', async () => {
    const times: number[] = [];
    const clock = fastClock(50);
    const get = () => {
      times.push(clock.now());
      return buildOf(times.length > 12 ? 'succeeded' : 'running');
    };
    await follow(cloudOf(get), { clock, pollIntervalMs: 3000 });
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(450);
    // In proportion to the wait, up to the author's ceiling.
    expect(gaps.slice(9).every((gap) => gap >= 2900)).toBe(true);
  });
});

describe('the time limit', () => {
  test('cancels on the cloud and reports what the build became', async () => {
    const state = ending();
    const cancelled: string[] = [];
    const { log } = await serveLog(async (response) => {
      begin(response);
      await write(response, ['working']);
    });
    const cancel = async (id: string) => {
      cancelled.push(id);
      state.end(buildOf('cancelled'));
    };
    const end = await follow(cloudOf(state.get, { log, cancel }), { timeoutMs: 10_000 });
    expect(cancelled).toEqual(['build_1']);
    expect(end).toMatchObject({
      end: 'timed-out',
      build: { status: 'cancelled' },
      cancel: { outcome: 'asked' },
    });
    expect(end.lines).toEqual(['working']);
  });

  test('is kept also where the cancelling has no effect', async () => {
    const end = await follow(
      cloudOf(() => buildOf('running'), { cancel: async () => undefined }),
      {
        timeoutMs: 5000,
        graceMs: 5000,
      },
    );
    expect(end).toMatchObject({
      end: 'timed-out',
      build: { status: 'running' },
      cancel: { outcome: 'asked' },
    });
  });

  test('says what the build became where it ended all the same', async () => {
    const state = ending();
    const cancel = async () => state.end();
    const end = await follow(cloudOf(state.get, { cancel }), { timeoutMs: 5000 });
    expect(end).toMatchObject({ end: 'timed-out', build: { status: 'succeeded' } });
  });
});

describe('an abort', () => {
  test('ends it at once, whatever hangs', async () => {
    const abort = new AbortController();
    const { log } = await serveLog(async (response) => {
      begin(response);
      await write(response, ['a']);
      abort.abort();
    });
    const cloud = cloudOf(() => new Promise<Build>(() => undefined), { log });
    await expect(follow(cloud, { signal: abort.signal })).rejects.toBeInstanceOf(AbortedError);
  });

  test('before the start as well', async () => {
    const signal = AbortSignal.abort();
    await expect(
      follow(
        cloudOf(() => buildOf('running')),
        { signal },
      ),
    ).rejects.toBeInstanceOf(AbortedError);
  });
});
