import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { start } from './server.ts';

/** One measured figure and the bound it is held against. */
type StreamRow = {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'lines/s' | 'MB';
  /** The agreed bound; `atMost` unless the figure should be large. */
  readonly atMost?: number;
  readonly atLeast?: number;
};

type StreamPlan = {
  /** Lines of the latency run, 5 ms apart. */
  readonly paced: number;
  readonly flood: number;
  /** How often the end of a build is waited for, with `poll-interval: 5s`. */
  readonly ends: number;
};

export const STREAM_PLAN: StreamPlan = { paced: 1500, flood: 1_000_000, ends: 11 };

/**
 * Measures how a build is followed between processes: a server with SGP's protocol, a follower with our client,
 * console and step reader, and this process, which reads its stdout.
 */
export async function streamRows(plan: StreamPlan = STREAM_PLAN): Promise<readonly StreamRow[]> {
  const latencies = await measureLatency(plan.paced);
  const flood = await measureFlood(plan.flood);
  const closing = await measureEnds('end', plan.ends);
  const staying = await measureEnds('open-end', Math.ceil(plan.ends / 4));
  return [
    { what: 'a log line, server to stdout, p50', value: percentile(latencies, 0.5), unit: 'ms' },
    { what: 'a log line, server to stdout, p99', value: percentile(latencies, 0.99), unit: 'ms', atMost: 50 },
    { what: `${plan.flood} log lines, rate`, value: flood.rate, unit: 'lines/s', atLeast: 100_000 },
    { what: `${plan.flood} log lines, peak memory`, value: flood.peakMb, unit: 'MB', atMost: 200 },
    {
      what: 'success to end, poll-interval 5s, median',
      value: percentile(closing, 0.5),
      unit: 'ms',
      atMost: 300,
    },
    { what: 'the same, stream left open, median', value: percentile(staying, 0.5), unit: 'ms' },
  ];
}

async function measureLatency(lines: number): Promise<number[]> {
  const latencies: number[] = [];
  await run('latency', lines, (text) => {
    const arrivedAt = performance.timeOrigin + performance.now();
    for (const [, sentAt] of text.matchAll(/ (\d{13}(?:\.\d+)?)\n/g))
      latencies.push(arrivedAt - Number(sentAt));
  });
  if (latencies.length < lines * 0.95) throw new Error(`only ${latencies.length} of ${lines} lines arrived`);
  // The first lines wait for the connection.
  return latencies.slice(20);
}

async function measureFlood(lines: number): Promise<{ rate: number; peakMb: number }> {
  let newlines = 0;
  const { report } = await run('flood', lines, (text) => {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) newlines++;
  });
  if (newlines !== lines || report.lines !== lines) throw new Error(`${newlines} of ${lines} lines arrived`);
  return { rate: lines / report.seconds, peakMb: report.peakBytes / 1e6 };
}

async function measureEnds(play: 'end' | 'open-end', times: number): Promise<number[]> {
  const delays: number[] = [];
  for (let round = 0; round < times; round++) {
    const { report, successAt } = await run(play, 100 + round * 7, () => undefined);
    delays.push(report.doneAt - successAt);
  }
  return delays;
}

type Report = {
  readonly doneAt: number;
  readonly seconds: number;
  readonly lines: number;
  readonly complete: boolean;
  readonly status: string;
  readonly peakBytes: number;
};

async function run(
  play: string,
  lines: number,
  onText: (text: string) => void,
): Promise<{ readonly report: Report; readonly successAt: number }> {
  const server = start('stream-server', [play, String(lines)]);
  let follower: ChildProcess | undefined;
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const success = once(server, 'message') as Promise<[{ successAt: number }]>;
    follower = start('stream-follower', [String(port), '5000']);
    follower.stdout?.setEncoding('utf8').on('data', onText);
    const drained = once(follower, 'close');
    const [report] = (await once(follower, 'message')) as [Report];
    await drained;
    const [{ successAt }] = await success;
    if (report.status !== 'succeeded' || !report.complete) throw new Error(JSON.stringify(report));
    return { report, successAt };
  } finally {
    follower?.kill();
    server.kill();
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
