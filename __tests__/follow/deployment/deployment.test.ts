import { describe, expect, test } from '@jest/globals';
import type {
  Deployment,
  DeploymentEvent,
  DeploymentLogPage,
  DeploymentStatus,
} from '../../../src/clouds/cloud.ts';
import { AbortedError, HttpError } from '../../../src/errors.ts';
import { type FollowDeploymentOptions, followDeployment } from '../../../src/follow/deployment/deployment.ts';
import { fastClock, graceClock } from '../log-server.ts';

const deploymentOf = (status: DeploymentStatus, events: readonly DeploymentEvent[] = []): Deployment => ({
  id: 'deploy_1',
  status,
  rawStatus: status,
  events,
});

const eventOf = (at: string | undefined, reason: string): DeploymentEvent => ({
  ...(at === undefined ? {} : { at }),
  warning: reason === 'BackOff',
  reason,
  message: `${reason} it`,
});

type Logs = (cursor: string | undefined, count: number) => DeploymentLogPage | Promise<DeploymentLogPage>;

async function follow(
  answers: readonly Deployment[],
  logs?: Logs,
  options: Partial<FollowDeploymentOptions> = {},
) {
  const left = [...answers];
  let last = deploymentOf('pending');
  let reads = 0;
  const lines: string[] = [];
  const events: string[] = [];
  const statuses: string[] = [];
  const told: string[] = [];
  const get = async () => {
    last = left.shift() ?? last;
    return last;
  };
  const read = async (_id: string, cursor: string | undefined) =>
    logs?.(cursor, reads++) ?? { lines: [], more: false };
  const end = await followDeployment({ get, ...(logs && { logs: read }) }, deploymentOf('pending'), {
    timeoutMs: 600_000,
    pollIntervalMs: 2000,
    signal: new AbortController().signal,
    onEvent: ({ reason }) => void events.push(reason),
    onLines: (batch) => void lines.push(...batch),
    onStatus: (now, before) => void statuses.push(`${before} → ${now.rawStatus}`),
    onNotice: (message) => void told.push(message),
    clock: fastClock(50),
    ...options,
  });
  return { end, printed: lines, events, statuses, told };
}

const PULLING = eventOf('2026-03-01T10:05:30Z', 'Pulling');
const PULLED = eventOf('2026-03-01T10:05:31Z', 'Pulled');
const STARTED = eventOf('2026-03-01T10:05:32Z', 'Started');

describe('followDeployment', () => {
  test.each<DeploymentStatus>(['healthy', 'failed', 'cancelled', 'superseded', 'deleted'])(
    '%s is an end',
    async (status) => {
      const { end, statuses } = await follow([deploymentOf('progressing'), deploymentOf(status)]);
      expect(end).toMatchObject({ end: 'ended', deployment: { status } });
      expect(statuses).toEqual(['pending → progressing', `progressing → ${status}`]);
    },
  );

  test('each event is reported once, in the order of time, whatever the order of the list', async () => {
    const { events, end } = await follow([
      deploymentOf('progressing', [PULLED, PULLING]),
      deploymentOf('progressing', [PULLING, PULLED]),
      deploymentOf('progressing', [STARTED, PULLED, PULLING]),
      deploymentOf('healthy', [STARTED]),
    ]);
    expect(events).toEqual(['Pulling', 'Pulled', 'Started']);
    expect(end.events.map(({ reason }) => reason)).toEqual(events);
  });

  test.each([
    ['by time', [STARTED, PULLED, PULLING], ['Pulling', 'Pulled', 'Started']],
    [
      'as listed where one has no time',
      [eventOf(undefined, 'BackOff'), STARTED, PULLING],
      ['BackOff', 'Started', 'Pulling'],
    ],
    [
      'as listed where one has no date for a time',
      [eventOf('soon', 'BackOff'), STARTED, PULLING],
      ['BackOff', 'Started', 'Pulling'],
    ],
  ])('the events of one answer come %s', async (_name, listed, order) => {
    const { events } = await follow([deploymentOf('failed', listed)]);
    expect(events).toEqual(order);
  });

  test('events without a time are reported by their words', async () => {
    const same = eventOf(undefined, 'BackOff');
    const { events } = await follow([
      deploymentOf('progressing', [same]),
      deploymentOf('failed', [same, same]),
    ]);
    expect(events).toEqual(['BackOff']);
  });

  test('a time limit leaves the deployment as it is', async () => {
    const { end } = await follow([deploymentOf('progressing')], undefined, { timeoutMs: 5000 });
    expect(end).toMatchObject({ end: 'timed-out', deployment: { status: 'progressing' } });
  });

  test('a refusal is thrown, an abort ends at once', async () => {
    const refused = new HttpError({ method: 'GET', url: 'x', status: 403, effect: 'no', detail: '' });
    const get = async () => {
      throw refused;
    };
    const options = {
      timeoutMs: 60_000,
      pollIntervalMs: 1000,
      onEvent: () => undefined,
      onLines: () => undefined,
      onStatus: () => undefined,
      onNotice: () => undefined,
      clock: fastClock(50),
    };
    const never = new AbortController().signal;
    await expect(
      followDeployment({ get }, deploymentOf('pending'), { ...options, signal: never }),
    ).rejects.toBe(refused);
    const aborted = followDeployment({ get }, deploymentOf('pending'), {
      ...options,
      signal: AbortSignal.abort(),
    });
    await expect(aborted).rejects.toBeInstanceOf(AbortedError);
  });
});

describe('a deployment log', () => {
  const lineOf = (index: number) => ({ id: String(index).padStart(4, '0'), text: `line ${index}` });
  const texts = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `line ${from + index}`);
  const running = Array.from({ length: 6 }, () => deploymentOf('progressing'));
  const answers = [...running, deploymentOf('healthy')];

  test('is paged by cursor, with more to come after a page that was not full', async () => {
    const cursors: (string | undefined)[] = [];
    const { printed } = await follow(answers, (cursor, count) => {
      cursors.push(cursor);
      const from = Number(cursor ?? 0);
      const to = Math.min(from + 3, 4 + count * 2, 20);
      const lines = Array.from({ length: to - from }, (_, index) => lineOf(from + index));
      return { lines, cursor: String(to), more: lines.length === 3 };
    });
    expect(printed).toEqual(texts(0, 20));
    expect(cursors[0]).toBeUndefined();
  });

  test('without a new cursor keeps the old one and drops what it had', async () => {
    const { printed } = await follow(answers, (cursor, count) => {
      expect(cursor).toBeUndefined();
      return { lines: Array.from({ length: count + 1 }, (_, index) => lineOf(index)), more: count % 2 === 0 };
    });
    expect(printed).toEqual(texts(0, printed.length));
    expect(printed.length).toBeGreaterThan(4);
  });

  test('that gave a cursor once is asked with it from then on', async () => {
    const { printed } = await follow(answers, (cursor, count) =>
      cursor === undefined
        ? { lines: [{ text: 'a' }, { text: 'b' }], cursor: '2', more: false }
        : { lines: count > 2 ? [{ text: 'c' }] : [], more: false },
    );
    expect(printed).toEqual(['a', 'b', 'c']);
  });

  test('of plain strings without a cursor is aligned, equal lines too', async () => {
    const log = ['x', 'x', 'y', 'x', 'x', 'x', 'z'];
    const { printed, told } = await follow(answers, (_cursor, count) => ({
      lines: log.slice(0, count + 1).map((text) => ({ text })),
      more: false,
    }));
    expect(printed).toEqual(log);
    expect(told).toEqual([]);
  });

  test('of both shapes keeps its order', async () => {
    const { printed } = await follow(answers, () => ({
      lines: [{ text: 'a' }, lineOf(1), { text: 'b' }, lineOf(2), { text: 'a' }],
      more: false,
    }));
    expect(printed).toEqual(['a', 'line 1', 'b', 'line 2', 'a']);
  });

  test('whose cursor never ends does not keep us', async () => {
    const { end } = await follow([deploymentOf('healthy')], (cursor) => ({
      lines: [],
      cursor: String(Number(cursor ?? 0) + 1),
      more: true,
    }));
    expect(end.end).toBe('ended');
  });

  test.each([
    [403, 1],
    // Once when it is noticed, once when it is given up.
    [500, 2],
    [404, 0],
  ])('that answers %d never fails the deployment', async (status, notices) => {
    const { end, told } = await follow(answers, () => {
      throw new HttpError({ method: 'GET', url: 'x', status, effect: 'no', detail: '' });
    });
    expect(end.deployment.status).toBe('healthy');
    expect(told.length).toBe(notices);
  });

  test('that is never answered keeps a deployment that has ended for its grace alone, and says so', async () => {
    const clock = graceClock(100);
    const { end, told } = await follow(
      [deploymentOf('healthy')],
      () => new Promise<DeploymentLogPage>(() => undefined),
      { clock },
    );
    expect(end.deployment.status).toBe('healthy');
    expect(told).toEqual(['The end of the deployment log could not be read.']);
  });

  test('keeps its last lines for the report, also those that came after the end', async () => {
    const { end, printed } = await follow([deploymentOf('failed')], (cursor) => {
      const from = Number(cursor ?? 0);
      const to = Math.min(from + 30, 200);
      const lines = Array.from({ length: to - from }, (_, index) => lineOf(from + index));
      return { lines, cursor: String(to), more: to < 200 };
    });
    expect(printed).toEqual(texts(0, 200));
    expect(end.lines).toEqual(texts(150, 200));
  });
});
