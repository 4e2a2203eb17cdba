import { describe, expect, test } from '@jest/globals';
import { HttpError } from '../../src/errors.ts';
import { type Clock, systemClock } from '../../src/wait.ts';
import {
  begin,
  buildOf,
  cloudOf,
  ending,
  event,
  fastClock,
  follow,
  graceClock,
  numbered,
  serveLog,
  write,
} from './log-server.ts';

describe('the log', () => {
  test('arrives whole, with the status changes, and the end is asked for at once', async () => {
    const state = ending();
    const { log } = await serveLog(async (response) => {
      begin(response);
      await write(response, numbered(0, 50));
      state.end();
      response.end();
    });
    // Only the end of the stream can have the status asked: no wait of the poll's own is ever over.
    const clock: Clock = {
      now: () => performance.now(),
      sleep: (ms, signal) => systemClock.sleep(ms < 500 ? ms : 1e9, signal),
    };
    const end = await follow(cloudOf(state.get, { log }), { clock });
    expect(end.lines).toEqual(numbered(0, 50));
    expect(end).toMatchObject({ end: 'ended', build: { status: 'succeeded' } });
    expect(end.log).toEqual({ delivered: 50, complete: true, resumed: 0, notices: [] });
    expect(end.statuses.at(-1)).toMatch(/→ success$/);
  });

  test('that is reset at every tenth line and replayed comes out once', async () => {
    const state = ending();
    const server = await serveLog(async (response, count) => {
      begin(response);
      await write(response, numbered(0, Math.min(100, (count + 1) * 10)));
      if (count < 10) return void response.destroy();
      state.end();
      response.end();
    });
    const end = await follow(cloudOf(state.get, { log: server.log }));
    expect(end.lines).toEqual(numbered(0, 100));
    expect(end.log.complete).toBe(true);
    expect(end.log.resumed).toBeGreaterThanOrEqual(9);
    expect(end.told.filter((text) => text.includes('broke off')).length).toBe(1);
  });

  test('whose connection is lost in the middle of an event loses and doubles nothing', async () => {
    const state = ending();
    const { log } = await serveLog(async (response, count) => {
      begin(response);
      const text = numbered(0, 20).map(event).join('');
      if (count === 0) {
        response.write(text.slice(0, 333), () => response.destroy());
      } else if (count === 1) {
        response.end(text.slice(0, 444));
      } else {
        state.end();
        response.end(text);
      }
    });
    const end = await follow(cloudOf(state.get, { log }));
    expect(end.lines).toEqual(numbered(0, 20));
    expect(end.log.complete).toBe(true);
  });

  test('that is never replayed is printed on, and the gap is reported', async () => {
    const state = ending();
    const { log } = await serveLog(async (response, count) => {
      begin(response);
      if (count < 4) await write(response, numbered(count * 5, count * 5 + 5));
      if (count < 3) return void response.destroy();
      state.end();
      response.end();
    });
    const end = await follow(cloudOf(state.get, { log }));
    expect(end.lines).toEqual(numbered(0, 20));
    expect(end.log.complete).toBe(false);
    expect(end.told.some((text) => text.includes('may be missing'))).toBe(true);
  });

  test('that makes no progress is asked for ever more rarely', async () => {
    let polls = 0;
    const server = await serveLog(async (response) => {
      begin(response);
      await write(response, numbered(0, 10));
      response.destroy();
    });
    const clock = fastClock(20);
    const startedAt = clock.now();
    const get = () => {
      polls++;
      return buildOf(clock.now() - startedAt > 30_000 ? 'failed' : 'running');
    };
    const end = await follow(cloudOf(get, { log: server.log }), { clock });
    expect(end.lines).toEqual(numbered(0, 10));
    // 0.5, 1, 2, 4, 5, 5, 5 … seconds in half a minute, and the last attempts after the end.
    expect(server.connections()).toBeLessThan(16);
    expect(polls).toBeLessThan(60);
    expect(end.log.complete).toBe(false);
  });

  test('that ends before the build has is taken up again', async () => {
    const state = ending();
    const { log } = await serveLog(async (response, count) => {
      begin(response);
      await write(response, numbered(0, Math.min(count + 1, 3) * 5));
      if (count === 2) state.end();
      response.end();
    });
    const end = await follow(cloudOf(state.get, { log }));
    expect(end.lines).toEqual(numbered(0, 15));
    expect(end.log.complete).toBe(true);
    expect(end.log.resumed).toBeGreaterThanOrEqual(2);
  });

  test('is read once more where the build ended after the stream had', async () => {
    let late = false;
    const clock = fastClock(20);
    const startedAt = clock.now();
    const { log } = await serveLog(async (response) => {
      begin(response);
      await write(response, numbered(0, late ? 8 : 5));
      response.end();
    });
    const get = () => {
      late = clock.now() - startedAt > 12_000;
      return buildOf(late ? 'failed' : 'running');
    };
    const end = await follow(cloudOf(get, { log }), { clock, pollIntervalMs: 1000 });
    expect(end.lines).toEqual(numbered(0, 8));
    expect(end.log.complete).toBe(true);
  });

  test('that never ends after the build has is closed when it is silent', async () => {
    const state = ending();
    const server = await serveLog(async (response) => {
      begin(response);
      await write(response, numbered(0, 5));
      state.end();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await write(response, numbered(5, 7));
    });
    const end = await follow(cloudOf(state.get, { log: server.log }));
    expect(end.lines).toEqual(numbered(0, 7));
    expect(end.log.complete).toBe(true);
    expect(server.connections()).toBe(1);
  });

  test('that goes on for ever after the build has is closed and reported', async () => {
    const state = ending();
    const { log } = await serveLog(async (response) => {
      begin(response);
      state.end();
      for (let index = 0; !response.destroyed && index < 10_000; index++) {
        await write(response, [`tick ${index}`]);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    });
    const end = await follow(cloudOf(state.get, { log }));
    expect(end.build.status).toBe('succeeded');
    expect(end.log.complete).toBe(false);
    expect(end.told.some((text) => text.includes('went on after'))).toBe(true);
  });

  test('that is silent for longer than any default is waited for', async () => {
    const state = ending();
    const { log } = await serveLog(async (response, count) => {
      begin(response);
      await write(response, ['before']);
      // A hundred seconds of the clock below: the silence of a long compilation.
      if (count === 0) await new Promise((resolve) => setTimeout(resolve, 2000));
      await write(response, ['after']);
      state.end();
      response.end();
    });
    const end = await follow(cloudOf(state.get, { log }), { clock: fastClock(50) });
    expect(end.lines).toEqual(['before', 'after']);
    expect(end.told).toEqual([]);
    expect(end.log.complete).toBe(true);
  });

  test('whose connection has died unnoticed is opened anew', async () => {
    const state = ending();
    const { log } = await serveLog(async (response, count) => {
      begin(response);
      await write(response, numbered(0, count === 0 ? 2 : 6));
      if (count === 0) return;
      state.end();
      response.end();
    });
    const end = await follow(cloudOf(state.get, { log }), { clock: fastClock(100), timeoutMs: 3_600_000 });
    expect(end.lines).toEqual(numbered(0, 6));
    expect(end.told).toEqual([]);
  });

  test.each([404, 409, 425, 500, 503])('that is not there yet (%d) is asked for again', async (status) => {
    const state = ending();
    const { log } = await serveLog(async (response, count) => {
      if (count < 3) return void response.writeHead(status).end();
      begin(response);
      await write(response, numbered(0, 3));
      state.end();
      response.end();
    });
    const end = await follow(cloudOf(state.get, { log }));
    expect(end.lines).toEqual(numbered(0, 3));
    expect(end.log.complete).toBe(true);
    expect(end.told.length).toBe(status >= 500 ? 1 : 0);
  });

  test.each([401, 403])('that is refused (%d) is told once and the build followed', async (status) => {
    let polls = 0;
    const server = await serveLog((response) => void response.writeHead(status).end());
    const end = await follow(
      cloudOf(() => buildOf(++polls > 5 ? 'succeeded' : 'running'), { log: server.log }),
    );
    expect(end.build.status).toBe('succeeded');
    expect(end.told).toEqual([expect.stringContaining('followed without it')]);
    expect(server.connections()).toBe(1);
    expect(end.log.complete).toBe(false);
  });

  test('that came into being only after the build had failed is still read', async () => {
    let afterwards = 0;
    let over = false;
    const { log } = await serveLog(async (response) => {
      if (!over || ++afterwards < 3) return void response.writeHead(404).end();
      begin(response);
      await write(response, numbered(0, 3));
      response.end();
    });
    let polls = 0;
    const get = () => {
      over = ++polls > 4;
      return buildOf(over ? 'failed' : 'running');
    };
    const end = await follow(cloudOf(get, { log }));
    expect(end.lines).toEqual(numbered(0, 3));
  });

  test('whose server is gone never fails the build', async () => {
    const server = await serveLog((response) => void response.destroy());
    let polls = 0;
    const end = await follow(
      cloudOf(() => buildOf(++polls > 6 ? 'succeeded' : 'running'), { log: server.log }),
    );
    expect(end.build.status).toBe('succeeded');
    expect(end.log).toMatchObject({ delivered: 0, complete: false });
    expect(end.told.length).toBe(2);
  });

  test('with a line of many megabytes is cut with a count, and goes on', async () => {
    const state = ending();
    const { log } = await serveLog(async (response) => {
      begin(response);
      await write(response, ['before']);
      response.write('data: {"line":"');
      const part = '\\u00e4'.repeat(20_000);
      for (let count = 0; count < 100; count++) {
        if (!response.write(part)) await new Promise((resolve) => response.once('drain', resolve));
      }
      response.write('"}\n\n');
      await write(response, ['after']);
      state.end();
      response.end();
    });
    const end = await follow(cloudOf(state.get, { log }));
    expect(end.lines.map((line) => line.slice(0, 6))).toEqual(['before', 'ääääää', 'after']);
    expect(end.lines[1]?.slice(-80)).toMatch(
      / \[…\] \(10,9\d\d,\d{3} characters of this line were left out\)$/,
    );
  });

  test('is slowed down by a slow reader, not cut short', async () => {
    const state = ending();
    const lines: string[] = [];
    let taken: () => void = () => undefined;
    const { log } = await serveLog(async (response) => {
      begin(response);
      state.end();
      await write(response, numbered(0, 5));
      await new Promise<void>((resolve) => {
        taken = resolve;
      });
      await new Promise((resolve) => setTimeout(resolve, 10));
      await write(response, numbered(5, 10));
      response.end();
    });
    const end = await follow(cloudOf(state.get, { log }), {
      onLines: async (batch) => {
        // Eight seconds of the clock: longer than any grace.
        await new Promise((resolve) => setTimeout(resolve, 400));
        lines.push(...batch);
        taken();
      },
    });
    expect(lines).toEqual(numbered(0, 10));
    expect(end.log.complete).toBe(true);
  });

  test('a reader that throws ends the following with its own error', async () => {
    const { log } = await serveLog(async (response) => {
      begin(response);
      await write(response, ['a']);
    });
    const following = follow(
      cloudOf(() => buildOf('running'), { log }),
      {
        onLines: () => {
          throw new Error('no space left on device');
        },
      },
    );
    await expect(following).rejects.toThrow('no space left on device');
  });
});

describe('a polled log', () => {
  test('is read on after the end, because it lags behind', async () => {
    let polls = 0;
    let reads = 0;
    const cloud = cloudOf(() => buildOf(++polls > 3 ? 'succeeded' : 'running'), {
      log: {
        kind: 'polled',
        pageSize: 100,
        read: async () => {
          reads++;
          if (reads === 1)
            throw new HttpError({ method: 'GET', url: 'x', status: 404, effect: 'no', detail: '' });
          return numbered(0, Math.min(reads * 2, 16));
        },
      },
    });
    const end = await follow(cloud);
    expect(end.lines).toEqual(numbered(0, 16));
    expect(end.log).toMatchObject({ delivered: 16, complete: true });
    expect(end.told).toEqual([]);
  });

  test('that brings its last lines only after the end is waited for', async () => {
    let polls = 0;
    let afterwards = 0;
    const read = async () => {
      if (polls > 3) afterwards++;
      return numbered(0, afterwards > 1 ? 9 : 5);
    };
    const cloud = cloudOf(() => buildOf(++polls > 3 ? 'failed' : 'running'), {
      log: { kind: 'polled', pageSize: 100, read },
    });
    const end = await follow(cloud);
    expect(end.lines).toEqual(numbered(0, 9));
  });

  test('that jumps is reported', async () => {
    let polls = 0;
    const cloud = cloudOf(() => buildOf(++polls > 6 ? 'succeeded' : 'running'), {
      log: { kind: 'polled', pageSize: 5, read: async () => numbered(polls * 20, polls * 20 + 5) },
    });
    const end = await follow(cloud);
    expect(end.log.complete).toBe(false);
    expect(end.told.some((text) => text.includes('probably missing'))).toBe(true);
  });

  test('that is never answered keeps a build that has ended for its grace alone, and says so', async () => {
    let polls = 0;
    const cloud = cloudOf(() => buildOf(++polls > 2 ? 'succeeded' : 'running'), {
      log: { kind: 'polled', pageSize: 5, read: () => new Promise<string[]>(() => undefined) },
    });
    const end = await follow(cloud, { clock: graceClock(100) });
    expect(end.build.status).toBe('succeeded');
    expect(end.log.complete).toBe(false);
    expect(end.told).toEqual(['The end of the build log could not be read.']);
  });

  test.each([
    [403, 1],
    [500, 2],
  ])('that fails with %d is told and the build followed', async (status, notices) => {
    let polls = 0;
    const read = async () => {
      throw new HttpError({ method: 'GET', url: 'x', status, effect: 'no', detail: '' });
    };
    const cloud = cloudOf(() => buildOf(++polls > 4 ? 'failed' : 'running'), {
      log: { kind: 'polled', pageSize: 5, read },
    });
    const end = await follow(cloud);
    expect(end.build.status).toBe('failed');
    expect(end.told.length).toBe(notices);
  });
});
