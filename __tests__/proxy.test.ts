import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NO_PROXY_FORMS } from '../scripts/reliability/no-proxy.ts';
import { UserError } from '../src/errors.ts';
import { isDirect, noProxyForToolkit, proxyFor } from '../src/proxy.ts';

const PROXY = 'http://user:pa%40ss@proxy.example:3128';
const BOTH = { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY };
const isProxied = (url: string, more: Record<string, string>) =>
  proxyFor(new URL(url), { ...BOTH, ...more }) !== undefined;

describe('NO_PROXY', () => {
  test.each(NO_PROXY_FORMS)('$form: $value', ({ value, direct, proxied }) => {
    for (const name of ['NO_PROXY', 'no_proxy']) {
      for (const url of direct) expect([url, isProxied(url, { [name]: value })]).toEqual([url, false]);
      for (const url of proxied) expect([url, isProxied(url, { [name]: value })]).toEqual([url, true]);
    }
  });

  test('in lower case wins where both are set, unless it is empty', () => {
    const url = 'https://example.com';
    expect(isProxied(url, { no_proxy: 'other.example', NO_PROXY: 'example.com' })).toBe(true);
    expect(isProxied(url, { no_proxy: '', NO_PROXY: 'example.com' })).toBe(false);
  });

  test.each([
    'http://localhost:8080',
    'http://127.0.0.1',
    'https://127.9.9.9',
    'http://[::1]:80',
    'http://a.localhost',
  ])('is not needed for this machine: %s', (url) => expect(isDirect(new URL(url), {})).toBe(true));

  test('may hold anything: never an error, and what it does not name is proxied', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        isDirect(new URL('https://[2001:db8::1]:1'), { NO_PROXY: value });
        isDirect(new URL('https://192.0.2.1'), { NO_PROXY: value });
        const names = value.toLowerCase().includes('unnamed.test') || value.includes('*');
        const named = names || value.split(/[\s,]+/).some((entry) => /^\.?test\.?(:\d+)?$/i.test(entry));
        if (!named) expect(isDirect(new URL('https://unnamed.test'), { NO_PROXY: value })).toBe(false);
      }),
    );
  });
});

describe('the proxy', () => {
  test.each([
    ['https goes by HTTPS_PROXY', 'https://example.com', { HTTPS_PROXY: PROXY }, PROXY],
    ['http goes by HTTP_PROXY', 'http://example.com', { http_proxy: PROXY }, PROXY],
    ['https does not go by HTTP_PROXY', 'https://example.com', { HTTP_PROXY: PROXY }, undefined],
    [
      'without a scheme it is http',
      'http://example.com',
      { HTTP_PROXY: 'proxy.example:3128' },
      'http://proxy.example:3128',
    ],
    [
      'a lone percent sign in user or password stands for itself',
      'https://example.com',
      { HTTPS_PROXY: 'http://us%er:se%cret%40%@proxy.example:3128' },
      'http://us%25er:se%25cret%40%25@proxy.example:3128',
    ],
    ['an empty variable is none', 'http://example.com', { HTTP_PROXY: '' }, undefined],
  ] as const)('%s', (_name, url, env, expected) => {
    expect(proxyFor(new URL(url), env)?.href.replace(/\/$/, '')).toBe(expected);
  });

  test.each([
    'socks5://user:secret@proxy.example:1080',
    'http://',
    'http://a b',
    'ftp://x',
    'http://user:s%e4cret@proxy.example',
  ])('that cannot be used is one error, which repeats no credential: %s', (value) => {
    const open = () => proxyFor(new URL('https://example.com'), { HTTPS_PROXY: value });
    expect(open).toThrow(UserError);
    expect(open).toThrow(/^The variable HTTPS_PROXY names no proxy that can be used$/);
  });
});

describe('for a client that knows fewer forms', () => {
  test('a server that another form excepts is named by its host', () => {
    const env = { ...BOTH, NO_PROXY: '10.0.0.0/8, *.example.com' };
    const said = noProxyForToolkit(
      ['http://10.1.2.3:8080/x', 'https://cache.elsewhere.test', 'no address'],
      env,
    );
    expect(said.split(',')).toEqual(['10.1.2.3', '10.0.0.0/8', '.example.com']);
  });
});
