import { afterEach, describe, expect, test } from '@jest/globals';
import { followBuild } from '../../../src/follow/build.ts';
import { type Clock, systemClock } from '../../../src/wait.ts';
import { closeAll, expectContract, never, type Organization, open, packed } from './organization.ts';

afterEach(closeAll);

/** A real clock that goes five times as fast, so that the quiet after an end is short. */
const hurried: Clock = {
  now: () => systemClock.now() * 5,
  sleep: (ms, signal) => systemClock.sleep(ms / 5, signal),
};

/** Follows a scripted build as a run does. */
async function followed(
  at: Organization,
  script: Parameters<Organization['emulator']['control']['script']>[0],
) {
  at.emulator.control.script(script);
  const lines: string[] = [];
  const notices: string[] = [];
  const end = await followBuild(at.cloud, await at.submit(await packed()), {
    timeoutMs: 60_000,
    pollIntervalMs: 500,
    signal: never(),
    onLines: (batch) => void lines.push(...batch),
    onStatus: () => undefined,
    onNotice: (message) => void notices.push(message),
    clock: hurried,
  });
  return { end, lines, notices };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

const STAMP = '[Container] 2026/03/04 10:00:09';
/** What CodeBuild writes last. */
const CLOSING = [
  `${STAMP} Phase complete: POST_BUILD State: SUCCEEDED`,
  `${STAMP} Phase context status code:  Message: `,
  `${STAMP} Phase complete: UPLOAD_ARTIFACTS State: SUCCEEDED`,
  `${STAMP} Phase context status code:  Message: `,
];

test.each<[string, readonly string[], boolean]>([
  ['the last phase and its context', CLOSING, true],
  ['the same of a build that failed', CLOSING.map((line) => line.replace('SUCCEEDED', 'FAILED')), true],
  ['the same with parts of seconds', CLOSING.map((line) => line.replace(':09', ':09.240180')), true],
  [
    'the same of older services',
    CLOSING.map((line) => line.replace('State: SUCCEEDED', 'Success: true')),
    true,
  ],
  ['the same and a blank line', [...CLOSING, ''], true],
  ['the same and another line', [...CLOSING, 'more'], false],
  ['the last phase without its context', CLOSING.slice(0, 3), false],
  ['another phase and its context', CLOSING.slice(0, 2), false],
  ['the same from within a step of BuildKit', CLOSING.map((line) => `#7 0.3 ${line}`), false],
  ['a builder that is done', ['#9 exporting to image', '#9 DONE 2.1s'], false],
  ['nothing', [], false],
])('a log that ends with %s', async (_name, lines, isWhole) => {
  const { cloud } = await open();
  expect(cloud.log?.kind === 'polled' && cloud.log.isWhole?.(lines)).toBe(isWhole);
});

describe('the log of a build', () => {
  test('arrives whole and once while it grows', async () => {
    const at = await open();
    const { lines, end } = await followed(at, { lines: numbered(60), delays: 15 });
    expect(lines).toEqual(numbered(60));
    expect(end.log).toMatchObject({ delivered: 60, complete: true });
    expect(at.requests('getBuildLogs').length).toBeGreaterThan(2);
    expectContract(at);
  });

  test('arrives whole and once where many lines are equal', async () => {
    const at = await open();
    const dots = Array.from({ length: 90 }, (_, index) => (index % 30 === 29 ? 'done' : '.'));
    const { lines } = await followed(at, { lines: dots, delays: 10 });
    expect(lines).toEqual(dots);
  });

  test('arrives whole where it is behind the build’s end', async () => {
    const at = await open({ logLagMs: 200 });
    const { lines, end } = await followed(at, { lines: numbered(50), delays: 5 });
    expect(end.build.status).toBe('succeeded');
    expect(lines).toEqual(numbered(50));
  });

  test.each([
    ['at once', 0],
    ['behind the build’s end', 200],
  ])('that ends as the service ends its logs arrives whole %s', async (_name, logLagMs) => {
    const at = await open({ logLagMs });
    const { lines, end } = await followed(at, { lines: [...numbered(50), ...CLOSING], delays: 5 });
    expect(lines).toEqual([...numbered(50), ...CLOSING]);
    expect(end.log.complete).toBe(true);
  });

  test('that does not exist yet is waited for', async () => {
    const at = await open();
    const body = { error: 'No log yet', code: 'NOT_FOUND' };
    at.emulator.control.misbehave({
      operation: 'getBuildLogs',
      times: 3,
      fault: { kind: 'status', status: 404, body },
    });
    const { lines, notices } = await followed(at, { lines: numbered(20), delays: 20 });
    expect(lines).toEqual(numbered(20));
    expect(notices).toEqual([]);
  });

  test('whose window keeps its newest lines moves on with it', async () => {
    const at = await open({ maxLogLines: 60 });
    const { lines, notices } = await followed(at, { lines: numbered(120), delays: 10 });
    expect(lines).toEqual(numbered(120));
    expect(notices).toEqual([]);
  });

  test('whose window moves on by more than it holds says that lines are missing', async () => {
    const at = await open({ maxLogLines: 100 });
    // A pause between two bursts, so that each is read by itself.
    const bursts = async function* () {
      for (const line of numbered(80)) yield line;
      await new Promise((resolve) => setTimeout(resolve, 700));
      for (let number = 81; number <= 900; number += 1) yield `line ${number}`;
      await new Promise((resolve) => setTimeout(resolve, 700));
    };
    const { lines, notices, end } = await followed(at, { lines: bursts() });
    expect(lines.slice(0, 80)).toEqual(numbered(80));
    expect(lines.at(-1)).toBe('line 900');
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeLessThan(900);
    expect(notices.join()).toContain('lines are probably missing here');
    expect(end.log.complete).toBe(false);
  });

  test('of which only the first lines are given says that there may be more', async () => {
    const at = await open({ logKeeps: 'first' });
    const { lines, notices, end } = await followed(at, { lines: numbered(12_000) });
    expect(lines).toEqual(numbered(10_000));
    expect(notices.join()).toContain('10000 log lines at the most');
    expect(end.log.complete).toBe(false);
  });
});

test('a status that nobody lists is followed on, and reported once', async () => {
  const at = await open();
  const looking = setInterval(() => {
    const [build] = at.emulator.control.pipecat.builds;
    if (build?.status === 'building') build.status = 'provisioning';
  }, 5);
  const { end, notices } = await followed(at, { lines: numbered(10), delays: 150 });
  clearInterval(looking);
  expect(end.build.status).toBe('succeeded');
  expect(notices).toEqual([expect.stringContaining('"provisioning"')]);
});
