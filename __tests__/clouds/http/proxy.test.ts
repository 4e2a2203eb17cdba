import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createHttpClient } from '../../../src/clouds/http.ts';
import { HttpError } from '../../../src/errors.ts';
import { quickClock } from '../../support/clock.ts';
import { sendJson, serve } from '../../support/server.ts';

const VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];
const cleanups: (() => Promise<unknown>)[] = [];
const before = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]));

afterEach(async () => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function environment(variables: Record<string, string>): void {
  for (const name of VARIABLES) delete process.env[name];
  Object.assign(process.env, variables);
}

/** A proxy that forwards plain requests and opens tunnels, both to one fixed server whatever the name. */
async function proxyTo(target: string, refuse?: number) {
  const seen: { line: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const port = Number(new URL(target).port);
  const proxy = createServer((request, response) => {
    seen.push({
      line: `${request.method} ${request.url}`,
      authorization: request.headers['proxy-authorization'],
    });
    if (refuse) return void response.writeHead(refuse).end();
    fetch(target, { method: request.method ?? 'GET' }).then(async (reply) =>
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text()),
    );
  });
  proxy.on('connect', (request, socket: Socket) => {
    seen.push({ line: `CONNECT ${request.url}`, authorization: request.headers['proxy-authorization'] });
    if (refuse) return void socket.end(`HTTP/1.1 ${refuse} No\r\n\r\n`);
    const through = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(through).pipe(socket);
    });
    through.on('error', () => socket.destroy());
  });
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  cleanups.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => proxy.close(resolve));
  });
  return { url: `http://user:pa%40ss@127.0.0.1:${(proxy.address() as AddressInfo).port}`, seen };
}

function call(baseUrl: string): Promise<unknown> {
  const client = createHttpClient({ baseUrl, headers: {}, secrets: [], clock: quickClock() });
  return client.request(
    { method: 'GET', path: '/x', signal: new AbortController().signal, isFinal: () => true },
    (r) => r,
  );
}

async function target() {
  const server = await serve((_request, response) => sendJson(response, 200, { from: 'target' }));
  cleanups.push(server.close);
  return server;
}

const CREDENTIALS = `Basic ${Buffer.from('user:pa@ss').toString('base64')}`;

describe('the proxy of the environment', () => {
  test('forwards plain http, with its own credentials', async () => {
    const proxy = await proxyTo((await target()).url);
    environment({ HTTP_PROXY: proxy.url });
    await expect(call('http://cloud.example.test')).resolves.toEqual({ from: 'target' });
    expect(proxy.seen).toEqual([{ line: 'GET http://cloud.example.test/x', authorization: CREDENTIALS }]);
  });

  test('tunnels https', async () => {
    const server = await target();
    const proxy = await proxyTo(server.url);
    environment({ https_proxy: proxy.url, HTTP_PROXY: 'http://127.0.0.1:9' });
    // The target speaks no TLS, so that the attempt ends behind the tunnel: nothing was forwarded in clear.
    await expect(call('https://cloud.example.test')).rejects.toThrow(/does not speak TLS/);
    expect(proxy.seen).toEqual([{ line: 'CONNECT cloud.example.test:443', authorization: CREDENTIALS }]);
    expect(server.requests).toEqual([]);
  });

  test.each([407, 403, 502])(
    'that refuses the tunnel (%i) is named, without its credentials',
    async (status) => {
      const proxy = await proxyTo('http://127.0.0.1:9', status);
      environment({ HTTPS_PROXY: proxy.url });
      const error = await call('https://cloud.example.test').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(HttpError);
      expect(error).toMatchObject({ status: 0, effect: 'no' });
      expect((error as HttpError).message).toContain(
        `the proxy ${new URL(proxy.url).host} refused the way to cloud.example.test (${status})`,
      );
      expect((error as HttpError).hint).toContain('HTTPS_PROXY');
      expect((error as HttpError).message).not.toMatch(/user|pa(@|%40)ss/);
    },
  );

  test('that is not there is named', async () => {
    environment({ HTTPS_PROXY: 'http://127.0.0.1:9' });
    await expect(call('https://cloud.example.test')).rejects.toThrow(
      /cloud\.example\.test through the proxy 127\.0\.0\.1:9 takes no connection \(ECONNREFUSED\)/,
    );
  });

  const direct: [name: string, noProxy: string][] = [
    ['exact host', 'other.test,cloud.example.test'],
    ['suffix', 'example.test'],
    ['suffix with a dot', '.example.test'],
    ['host and port', 'cloud.example.test:80'],
    ['everything', '*'],
  ];
  test.each(direct)('is passed by for NO_PROXY: %s', async (_name, noProxy) => {
    const proxy = await proxyTo((await target()).url);
    environment({ HTTP_PROXY: proxy.url, NO_PROXY: noProxy });
    await expect(call('http://cloud.example.test')).rejects.toBeInstanceOf(HttpError);
    expect(proxy.seen).toEqual([]);
  });

  test('is never asked for loopback', async () => {
    const server = await target();
    const proxy = await proxyTo(server.url);
    environment({ HTTP_PROXY: proxy.url });
    await expect(call(server.url)).resolves.toEqual({ from: 'target' });
    expect(proxy.seen).toEqual([]);
  });
});
