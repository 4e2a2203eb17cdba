import http from 'node:http';
import type { Build, BuildStatus, Cloud, StreamedLog } from '../../src/clouds/cloud.ts';
import { CLOUD_TRAITS } from '../../src/clouds/traits.ts';
import { HttpError } from '../../src/errors.ts';
import { type BuildEnd, type FollowBuildOptions, followBuild } from '../../src/follow/build.ts';
import { type Clock, systemClock } from '../../src/wait.ts';
import { serve } from '../support/server.ts';

/** What a connection to the log does; `count` is 0 for the first one. */
export type Behaviour = (response: http.ServerResponse, count: number) => void | Promise<void>;

export type LogServer = {
  readonly log: StreamedLog;
  readonly connections: () => number;
};

/** A real server of one build's log, closed after the last test of the file. */
export async function serveLog(behaviour: Behaviour): Promise<LogServer> {
  const server = await serve((_request, response) => behaviour(response, server.requests.length - 1));
  return {
    log: { kind: 'stream', open: (_id, signal) => get(server.url, signal), linesOf },
    connections: () => server.requests.length,
  };
}

/** As a cloud reads its events: JSON with `line`, else raw. */
export function linesOf(data: string): readonly string[] {
  try {
    const { line } = JSON.parse(data) as { line: string };
    return line.replace(/\n$/, '').split('\n');
  } catch {
    return [data];
  }
}

function get(url: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { signal, agent: false }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.resume();
      const status = response.statusCode ?? 0;
      reject(new HttpError({ method: 'GET', url, status, effect: 'no', detail: 'as told' }));
    });
    request.on('error', (cause) =>
      reject(new HttpError({ method: 'GET', url, status: 0, effect: 'no', detail: cause.message })),
    );
  });
}

export function event(line: string): string {
  return `data: ${JSON.stringify({ line })}\n\n`;
}

export function begin(response: http.ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

/** Writes events and resolves once they are on their way. */
export function write(response: http.ServerResponse, lines: readonly string[]): Promise<void> {
  return new Promise((resolve) => response.write(lines.map(event).join(''), () => resolve()));
}

/**
 * A clock on which time goes faster, so that back-offs are real and tests are not slow. Requests are made in real time: a limit of
 * ten seconds is one second for a factor of ten, which a busy machine must not use up.
 */
export function fastClock(factor: number): Clock {
  return {
    now: () => performance.now() * factor,
    sleep: (ms, signal) => systemClock.sleep(ms / factor, signal),
  };
}

/** As `fastClock`, but a request for a log has all the time that there is: nothing ends it but the grace. */
export function graceClock(factor: number): Clock {
  const { now, sleep } = fastClock(factor);
  return { now, sleep: (ms, signal) => sleep(ms < 30_000 ? ms : 1e9, signal) };
}

export function buildOf(status: BuildStatus, rawStatus: string = status): Build {
  return { id: 'build_1', status, rawStatus };
}

/** A cloud whose build has the status that `status` says, plus what a test gives it. */
export function cloudOf(get: () => Build | Promise<Build>, more: Partial<Cloud> = {}): Cloud {
  return {
    name: 'sgp',
    traits: CLOUD_TRAITS.sgp,
    submit: () => Promise.reject(new Error('not in these tests')),
    get: async () => get(),
    async *list() {},
    ...more,
  };
}

export function numbered(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `#7 0.${from + index} line ${from + index}`);
}

export type Followed = BuildEnd & { lines: string[]; statuses: string[]; told: string[] };

/** Follows a build to its end and keeps all that it was told. */
export async function follow(
  cloud: Cloud,
  options: Partial<FollowBuildOptions> = {},
  build = buildOf('queued'),
): Promise<Followed> {
  const lines: string[] = [];
  const statuses: string[] = [];
  const told: string[] = [];
  const end = await followBuild(cloud, build, {
    timeoutMs: 600_000,
    pollIntervalMs: 5000,
    signal: new AbortController().signal,
    onLines: (batch) => void lines.push(...batch),
    onStatus: (now, before) => void statuses.push(`${before} → ${now.rawStatus}`),
    onNotice: (message) => void told.push(message),
    clock: fastClock(8),
    ...options,
  });
  return { ...end, lines, statuses, told };
}

/** A build that ends when a test says so. */
export function ending() {
  let build = buildOf('running');
  return {
    get: () => build,
    end: (end: Build = buildOf('succeeded', 'success')) => {
      build = end;
    },
  };
}
