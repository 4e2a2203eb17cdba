import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Manner, Place } from '../../scripts/reliability/network.ts';

/** A server that works up to one place and from there on fails in one manner; it counts its connections. */
export type HalfWorking = {
  readonly port: number;
  readonly connections: () => number;
  /** Connections that failed in its manner; all of them if it does not heal. */
  readonly failed: () => number;
  /** Connections with a request. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};

export type HalfWorkingPlan = {
  readonly place: Place;
  readonly manner: Manner;
  /** Accepts CONNECT first, as a proxy does for https. */
  readonly tunnel?: boolean;
  /** Uses TLS with this key and certificate, inside the tunnel if there is one. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Milliseconds between single bytes; in reality it would be a second. */
  readonly everyMs?: number;
  /** After this many milliseconds from its first connection on it works, and passes everything on to this port of loopback. */
  readonly heals?: { readonly afterMs: number; readonly port: number };
};

/** A real server on a free loopback port; the caller closes it. */
export async function serveHalfWorking(plan: HalfWorkingPlan): Promise<HalfWorking> {
  let count = 0;
  let requests = 0;
  let failed = 0;
  let healsAt = Number.POSITIVE_INFINITY;
  const onRequest = () => {
    requests += 1;
  };
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (count === 1 && plan.heals) healsAt = performance.now() + plan.heals.afterMs;
    const isHealed = performance.now() >= healsAt;
    if (!isHealed) failed += 1;
    const played =
      isHealed && plan.heals ? handOn(socket, plan, plan.heals.port) : play(socket, plan, onRequest);
    void played.catch(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => count,
    failed: () => failed,
    requests: () => requests,
    close,
  };
}

async function play(raw: Socket, plan: HalfWorkingPlan, onRequest: () => void): Promise<void> {
  const strike = (stream: Socket) => misbehave(stream, raw, plan);
  if (plan.place === 'accept') return strike(raw);
  if (plan.tunnel) {
    await read(raw, (text) => text.includes('\r\n\r\n'));
    if (plan.place === 'CONNECT') return strike(raw);
    raw.write('HTTP/1.1 200 Connection established\r\n\r\n');
  }
  if (plan.tls && plan.place === 'TLS') {
    await read(raw, (text) => text.length > 0);
    return strike(raw);
  }
  const stream = plan.tls ? new TLSSocket(raw, { isServer: true, ...plan.tls }) : raw;
  stream.on('error', () => {});
  stream.once('data', onRequest);
  await answer(stream, plan, () => strike(stream));
}

/** What a peer that works does with a connection: the tunnel and TLS end here, the rest is for `port`. */
async function handOn(raw: Socket, plan: HalfWorkingPlan, port: number): Promise<void> {
  if (plan.tunnel) {
    await read(raw, (text) => text.includes('\r\n\r\n'));
    raw.write('HTTP/1.1 200 Connection established\r\n\r\n');
  }
  const stream = plan.tls ? new TLSSocket(raw, { isServer: true, ...plan.tls }) : raw;
  const beyond = connect(port, '127.0.0.1');
  for (const [from, to] of [
    [stream, beyond],
    [beyond, stream],
  ] as const) {
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
}

async function answer(stream: Socket, { place }: HalfWorkingPlan, strike: () => void): Promise<void> {
  if (place === 'request head') {
    await read(stream, (text) => text.length > 0);
    return strike();
  }
  const isWhole = (text: string) => {
    const [head = '', body] = text.split('\r\n\r\n', 2);
    const bytes = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    return (
      body !== undefined &&
      (place === 'body upload' ? body.length > 0 : text.length - head.length - 4 >= bytes)
    );
  };
  await read(stream, isWhole);
  if (place === 'reply head') stream.write('HTTP/1.1 200 OK\r\ncontent-ty');
  if (place === 'reply body')
    stream.write(
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n[{"id": 1}',
    );
  if (place === 'event stream')
    stream.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: {"line":"one"}\n\n');
  strike();
}

/** Resolves when enough has arrived; later data is dropped. */
function read(stream: Socket, isEnough: (text: string) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const onData = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (!isEnough(text)) return;
      stream.off('data', onData);
      stream.pause();
      resolve();
    };
    stream.on('data', onData);
    stream.once('close', () => reject(new Error('closed')));
    stream.resume();
  });
}

function misbehave(stream: Socket, raw: Socket, { manner, everyMs = 1_000 }: HalfWorkingPlan): void {
  switch (manner) {
    case 'FIN':
      return void stream.end();
    case 'RST':
      return void setTimeout(() => raw.resetAndDestroy(), 5);
    case 'silence':
      return void stream.resume();
    case 'garbage':
      return void stream.resume().write('\u0000\u0001 what? \r\n\r\n\u00ff garbage\r\n');
    case 'one byte a second': {
      stream.resume();
      const timer = setInterval(() => stream.write('x'), everyMs);
      stream.on('close', () => clearInterval(timer));
    }
  }
}
