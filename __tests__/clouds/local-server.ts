import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { AbortedError } from '../../src/errors.ts';
import type { Clock } from '../../src/wait.ts';

/** A request as it arrived. */
export type Arrived = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type Answer = (request: Arrived, response: ServerResponse) => void | Promise<void>;

export type LocalServer = {
  readonly url: string;
  readonly requests: Arrived[];
  readonly server: Server;
  readonly close: () => Promise<void>;
};

/** A real server on loopback that reads each request whole, records it and has it answered. */
export async function serve(answer: Answer): Promise<LocalServer> {
  const requests: Arrived[] = [];
  return serveRaw(async (request, response) => {
    const arrived = await read(request);
    requests.push(arrived);
    await answer(arrived, response);
  }, requests);
}

/** The same, with the request unread. */
export async function serveRaw(
  handler: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  requests: Arrived[] = [],
): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    // A client that goes away is part of these tests.
    Promise.resolve(handler(request, response)).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  };
  return { url: `http://127.0.0.1:${port}`, requests, server, close };
}

async function read(request: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://local');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers as Record<string, string>,
    body: Buffer.concat(chunks),
  };
}

export function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** A clock on which sleeping takes no time; what was slept is recorded, in milliseconds. */
export function quickClock(): Clock & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms, signal) => {
      if (signal?.aborted) throw new AbortedError('the wait was aborted');
      slept.push(ms);
      now += ms;
    },
  };
}
