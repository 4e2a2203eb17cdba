import { describe, expect, test } from '@jest/globals';
import { AbortedError } from '../../src/errors.ts';
import { checkPreview, type PreviewCheckOptions } from '../../src/follow/preview-check.ts';
import { isPublicAddress, privateAddressesOf, publicLookup } from '../../src/public-address.ts';
import { serve } from '../support/server.ts';
import { fastClock } from './log-server.ts';

async function check(url: string, more: Partial<PreviewCheckOptions> = {}) {
  const told: string[] = [];
  const end = await checkPreview(new URL(url), {
    withinMs: 20_000,
    pollIntervalMs: 1_000,
    signal: new AbortController().signal,
    previewUrl: url,
    onAnswer: (words) => void told.push(words),
    env: {},
    clock: fastClock(10),
    ...more,
  });
  return { ...end, told };
}

describe('a preview', () => {
  test('is asked until it answers 2xx, without a credential', async () => {
    let count = 0;
    const server = await serve((_request, response) => {
      count += 1;
      response.writeHead(count < 4 ? 503 : 204).end(count < 4 ? '\n  starting up\nmore' : '');
    });
    const end = await check(`${server.url}/healthz?of=1`);
    expect(end.end).toBe('answered');
    expect(end.told).toEqual(['503: starting up']);
    expect(server.requests.map(({ url }) => url)).toEqual(Array(4).fill('/healthz?of=1'));
    const { authorization, cookie } = server.requests[0]?.headers ?? {};
    expect([authorization, cookie]).toEqual([undefined, undefined]);
  });

  test('that never does ends with status and first line', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(500).end('boom \u001b[31m\r\nsecond'),
    );
    const end = await check(server.url);
    expect(end).toMatchObject({ end: 'silent', words: '500: boom \u001b[31m' });
    // By count and not by time, which a busy machine stretches: one a second for 20 seconds of the clock at the most.
    expect(server.requests.length).toBeGreaterThan(1);
    expect(server.requests.length).toBeLessThanOrEqual(21);
  });

  test('is asked once where no time is left', async () => {
    const server = await serve((_request, response) => response.writeHead(404).end());
    expect(await check(server.url, { withinMs: -5 })).toMatchObject({ end: 'silent', words: '404' });
    expect(server.requests).toHaveLength(1);
  });

  test('may redirect on its own host, and nowhere else', async () => {
    const other = await serve((_request, response) => response.writeHead(200).end());
    const server = await serve(({ path }, response) => {
      const to = path === '/a' ? '/b' : other.url;
      response.writeHead(302, { location: to }).end();
    });
    const end = await check(`${server.url}/a`, { withinMs: 100 });
    expect(end).toMatchObject({
      end: 'silent',
      words: expect.stringMatching(/^302, redirected to .* not followed$/),
    });
    expect(server.requests.map(({ path }) => path)).toEqual(['/a', '/b']);
    expect(other.requests).toEqual([]);
  });

  test('that redirects for ever is given up', async () => {
    const server = await serve((_request, response) => response.writeHead(307, { location: '/' }).end());
    expect(await check(server.url, { withinMs: 100 })).toMatchObject({
      words: expect.stringContaining('more than 5 times'),
    });
  });

  test('that is silent is named so', async () => {
    const server = await serve(() => undefined);
    expect(await check(server.url, { withinMs: 1_023.456, clock: fastClock(1) })).toMatchObject({
      words: 'no reply within 1 s',
    });
  });

  test('ends with the cancelled workflow', async () => {
    const server = await serve(() => undefined);
    const stop = new AbortController();
    setTimeout(() => stop.abort(new AbortedError('cancelled')), 50);
    await expect(check(server.url, { signal: stop.signal })).rejects.toBeInstanceOf(AbortedError);
  });

  test.each(['127.0.0.1', 'localhost'])(
    'in a private network is asked only where its own address is: %s',
    async (host) => {
      const server = await serve((_request, response) => response.writeHead(200).end());
      const url = server.url.replace('127.0.0.1', host);
      const end = await check(url, { withinMs: 100, previewUrl: undefined });
      expect(end).toMatchObject({
        end: 'silent',
        words: `no answer: ${host} is an address of a private network`,
      });
      expect(server.requests).toEqual([]);
    },
  );

  test('at an address of a private network ends at once: it never leads elsewhere', async () => {
    const end = await check('https://169.254.169.254/', { previewUrl: undefined, clock: fastClock(1) });
    expect(end).toMatchObject({
      end: 'silent',
      words: 'no answer: 169.254.169.254 is an address of a private network',
    });
    expect(end.afterMs).toBeLessThan(5_000);
  });
});

describe('a private address', () => {
  test.each([
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
  ])('is one: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['192.0.2.1', '8.8.8.8', '172.32.0.1', '2001:db8::1', '::ffff:8.8.8.8'])(
    'is none: %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test('is found behind a name, and is what the look-up for the connection refuses', async () => {
    expect(await privateAddressesOf('localhost')).not.toEqual([]);
    expect(await privateAddressesOf('[::1]')).toEqual(['::1']);
    const looked = (allowed: readonly string[]) =>
      new Promise((resolve) =>
        publicLookup(new Set(allowed))('localhost', { all: true }, (error, found) => resolve(error ?? found)),
      );
    expect(await looked([])).toBeInstanceOf(Error);
    expect(Array.isArray(await looked(['127.0.0.1', '::1']))).toBe(true);
  });

  test('a name that leads nowhere ends the look-up with its error', async () => {
    const ended = new Promise((resolve) =>
      publicLookup(new Set())('no-such-host.invalid', { all: true }, (error) => resolve(error)),
    );
    expect(await ended).toMatchObject({ syscall: 'getaddrinfo' });
  });
});
