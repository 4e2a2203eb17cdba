import { describe, expect, test } from '@jest/globals';
import { retryAfterMs } from '../../../src/clouds/http/retry-after.ts';
import { backoff } from '../../../src/clouds/http/retry-rule.ts';
import { segment } from '../../../src/clouds/http.ts';
import { networkFault } from '../../../src/network-fault.ts';

describe('Retry-After', () => {
  const now = Date.parse('2026-10-21T07:28:00Z');
  const rows: [name: string, headers: Record<string, string>, ms: number | undefined][] = [
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['parts of a second', { 'retry-after': '0.25' }, 250],
    ['zero is no wish', { 'retry-after': '0' }, undefined],
    ['negative', { 'retry-after': '-5' }, undefined],
    ['a date', { 'retry-after': 'Wed, 21 Oct 2026 07:28:10 GMT' }, 10_000],
    [
      'a date by the server’s clock',
      { 'retry-after': 'Wed, 21 Oct 2026 09:00:05 GMT', date: 'Wed, 21 Oct 2026 09:00:00 GMT' },
      5_000,
    ],
    ['a date that is over', { 'retry-after': 'Wed, 21 Oct 2026 07:00:00 GMT' }, undefined],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '9' }, 1_500],
    ['milliseconds that are none', { 'retry-after-ms': 'soon', 'retry-after': '9' }, 9_000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ];
  test.each(rows)('%s', (_name, headers, ms) => {
    expect(retryAfterMs((name) => headers[name], now)).toBe(ms);
  });
});

test('backoff doubles up to its limit, less a quarter at the most', () => {
  expect([1, 2, 3, 4, 5, 6].map((attempt) => backoff(attempt, () => 0))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000,
  ]);
  expect(backoff(5, () => 1)).toBe(6_000);
});

describe('a network fault', () => {
  const coded = (code: string, message = code, more = {}) =>
    Object.assign(new Error(message), { code, ...more });
  const rows: [name: string, error: unknown, connected: boolean, transient: boolean, words: RegExp][] = [
    ['DNS', coded('ENOTFOUND'), false, true, /the host h is unknown/],
    ['DNS for a moment', coded('EAI_AGAIN'), false, true, /unknown/],
    ['refused', coded('ECONNREFUSED'), false, true, /takes no connection/],
    [
      'refused on each address',
      Object.assign(new AggregateError([coded('ECONNREFUSED')]), {}),
      false,
      true,
      /takes no connection \(ECONNREFUSED\)/,
    ],
    ['no way in time', coded('UND_ERR_CONNECT_TIMEOUT'), false, true, /takes no connection/],
    [
      'time-out of a connect',
      coded('ETIMEDOUT', 'x', { syscall: 'connect' }),
      false,
      true,
      /takes no connection/,
    ],
    ['time-out of a read', coded('ETIMEDOUT', 'x', { syscall: 'read' }), true, true, /broke/],
    [
      'own certificate',
      coded('DEPTH_ZERO_SELF_SIGNED_CERT'),
      false,
      false,
      /certificate of h is not trusted/,
    ],
    ['unknown issuer', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), false, false, /not trusted/],
    ['expired', coded('CERT_HAS_EXPIRED'), false, false, /not trusted/],
    ['another name', coded('ERR_TLS_CERT_ALTNAME_INVALID'), false, false, /not trusted/],
    [
      'no TLS',
      coded('ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number'),
      false,
      false,
      /does not speak TLS/,
    ],
    [
      'a handshake that breaks',
      coded('ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'),
      false,
      true,
      /broke off the TLS handshake/,
    ],
    ['reset', coded('ECONNRESET'), true, true, /broke \(ECONNRESET\)/],
    ['broken pipe', coded('EPIPE'), true, true, /broke \(EPIPE\)/],
    ['closed', coded('UND_ERR_SOCKET', 'other side closed'), true, true, /broke/],
    ['not HTTP', coded('HPE_INVALID_CONSTANT'), true, false, /broke/],
    ['something else', 'odd', true, true, /broke/],
  ];
  test.each(rows)('%s', (_name, error, connected, transient, words) => {
    const fault = networkFault(error, 'h', undefined);
    expect(fault).toMatchObject({ connected, transient });
    expect(fault.detail).toMatch(words);
    expect(fault.hint).not.toBe('');
  });
});

test.each(['', '.', '..', 'b\ud800'])('%j is no path segment', (id) => {
  expect(() => segment(id)).toThrow(/is no id/);
});

test('a path segment stays one', () => {
  expect(segment('a/../b?c#d e')).toBe('a%2F..%2Fb%3Fc%23d%20e');
  expect(segment('...')).toBe('...');
});
