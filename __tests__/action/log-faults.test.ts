import { describe, expect, jest, test } from '@jest/globals';
import type { Fault } from '../../emulator/faults/fault.ts';
import { STREAMS, type StreamName } from '../../scripts/reliability/singular.ts';
import { expectWholeLog } from '../support/expectations.ts';
import { LOG, type Played, play, pool, printed } from '../support/scenario.ts';

jest.setTimeout(400_000);

type Row = {
  readonly fault?: Fault;
  readonly times?: number;
  readonly whole: boolean;
  readonly logLagMs?: number;
};

const stream = (members: Omit<Extract<Fault, { kind: 'stream' }>, 'kind'>): Fault => ({
  kind: 'stream',
  ...members,
});

const ROWS: Readonly<Record<StreamName, Row>> = {
  'resets at every tenth line, and replays from the start': {
    fault: stream({ resetEvery: 10 }),
    whole: true,
  },
  'resets at every tenth line, and goes on where it was': {
    fault: stream({ resetEvery: 10, replay: false }),
    whole: true,
  },
  'ends before the build has': { fault: stream({ endAfter: 7 }), times: 2, whole: true },
  'never ends after the build has': { fault: stream({ endless: true }), whole: true },
  'stays silent for the whole build': { fault: stream({ silentMs: Number.POSITIVE_INFINITY }), whole: false },
  'splits characters and events over packets': { fault: stream({ splitBytes: 3 }), whole: true },
  'ends its lines with CR LF': { fault: stream({ lineEnd: '\r\n' }), whole: true },
  'ends its lines with CR': { fault: stream({ lineEnd: '\r' }), whole: true },
  'sends ids': { fault: stream({ ids: true, resetEvery: 10 }), whole: true },
  'lags behind the end of the build': { whole: true, logLagMs: 700 },
  'is an HTML page': { fault: { kind: 'html', status: 200 }, whole: false },
};

const inPool = pool(Number(process.env.TEST_ROWS ?? 10));

function start({ fault, times = Number.POSITIVE_INFINITY, logLagMs }: Row): Promise<Played> {
  const rules = fault ? [{ operation: 'streamBuildLogs', times, fault }] : [];
  const played = inPool(() =>
    play({ story: 'run', rules, inputs: { deploy: 'none' }, delays: 15, ...(logLagMs && { logLagMs }) }),
  );
  played.catch(() => undefined);
  return played;
}

const rows = (Object.keys(STREAMS) as StreamName[]).map((name) => ({
  name,
  row: ROWS[name],
  played: start(ROWS[name]),
}));

describe('a log stream that', () => {
  test.each(rows)('$name', async ({ row, played }) => {
    const { run, emulator } = await played;
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([]);
    expect(run.outputs['build-status']).toBe('success');
    expect(emulator.control.sgp.builds).toHaveLength(2);
    if (row.whole) expectWholeLog(run);
    else expect(printed(run, LOG)).toEqual([]);
    // Once when it is noticed, once when it is given up.
    if (row.fault?.kind === 'html') expect(run.main.stdout.match(/build log/gi)).toHaveLength(2);
  });
});
