import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { atEnd } from './cleanup.ts';

/** A request as it arrived. */
export type SeenRequest = {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type TestServer = {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** The requests in the order in which their bodies ended. */
  readonly requests: SeenRequest[];
  readonly server: Server;
  /** Ends its connections too. A server that a test leaves open is closed after the last test of the file. */
  readonly close: () => Promise<void>;
};

/** Answers once the body has been read; a handler that throws ends the connection. */
export type Answer = (request: SeenRequest, response: ServerResponse) => unknown;

/** A real server on a free loopback port that reads each whole request, records it and lets `answer` reply. */
export function serve(answer: Answer): Promise<TestServer> {
  const requests: SeenRequest[] = [];
  return serveRaw(async (incoming, response) => {
    const request = await seen(incoming);
    requests.push(request);
    await answer(request, response);
  }, requests);
}

/** The same, with the request unread. */
export async function serveRaw(
  handler: (request: IncomingMessage, response: ServerResponse) => unknown,
  requests: SeenRequest[] = [],
): Promise<TestServer> {
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    try {
      await handler(request, response);
    } catch {
      // A client that goes away is part of these tests.
      response.destroy();
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  };
  atEnd(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, server, close };
}

async function seen(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = '', url = '' } = incoming;
  const { pathname, searchParams } = new URL(url || '/', 'http://local');
  return {
    method,
    url,
    path: pathname,
    query: searchParams,
    headers: incoming.headers as Record<string, string>,
    body: Buffer.concat(chunks),
  };
}

/** Answers with a JSON body. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
