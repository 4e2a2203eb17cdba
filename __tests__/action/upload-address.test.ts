import { createServer, request as httpRequest } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import { runStep } from '../support/bundle.ts';
import { selfSigned } from '../support/certificate.ts';
import { atEnd } from '../support/cleanup.ts';
import { AGENT } from '../support/cloud.ts';
import { makeRepository } from '../support/workspace.ts';

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A cloud that is somewhere else, as far as the step can see: by TLS, under a public name, behind a proxy. */
async function elsewhere({ url }: Emulator): Promise<NodeJS.ProcessEnv> {
  const tls = createTlsServer(selfSigned(), (incoming, response) => {
    const { method, headers, url: path = '' } = incoming;
    const onward = httpRequest(
      new URL(path, url),
      { method, headers: { ...headers, host: new URL(url).host } },
      (reply) => {
        response.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(response);
      },
    );
    incoming.pipe(onward.on('error', () => response.destroy()));
  });
  const port = await listening(tls as unknown as ReturnType<typeof createServer>);
  const proxy = createServer().on('connect', (_request, socket: Socket) => {
    const through = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(through).pipe(socket);
    });
    through.on('error', () => socket.destroy());
  });
  return { HTTPS_PROXY: `http://127.0.0.1:${await listening(proxy)}`, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
}

const CLOUDS = {
  prime: { inputs: { 'image-name': 'greeter' }, operation: 'uploadContext' },
  pipecat: { inputs: { 'agent-name': 'greeter' }, operation: 'uploadContext' },
} as const;

test.concurrent.each(['prime', 'pipecat'] as const)(
  'a %s that is elsewhere has the archive sent to no port of this machine',
  async (cloud) => {
    const emulator = await startEmulator({ builder: 'play', pace: 0 });
    atEnd(() => emulator.close());
    const env = (await elsewhere(emulator)) as Record<string, string>;
    const { inputs, operation } = CLOUDS[cloud];
    const common = {
      cloud,
      'api-key': emulator.credentials.apiKey,
      build: 'always',
      comment: 'never',
      history: '0',
      ...inputs,
    };
    const { path: workspace } = makeRepository(AGENT);
    const run = await runStep({
      workspace,
      env,
      inputs: { ...common, 'base-url': 'https://cloud.example' },
    });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.find(({ level }) => level === 'error')?.message).toMatch(
      /The cloud wants the archive sent to http:\/\/127\.0\.0\.1:\d+, which is this machine/,
    );
    const sent = () => emulator.control.requests.filter((one) => one.operation === operation);
    expect(sent()).toEqual([]);
    // From this machine it is what the emulator is for.
    await runStep({ workspace, inputs: { ...common, 'base-url': emulator.url } });
    expect(sent().length).toBeGreaterThan(0);
  },
);
