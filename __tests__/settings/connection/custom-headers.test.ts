import { expect, test } from '@jest/globals';
import { parseCustomHeaders, secretHeaders } from '../../../src/settings/connection/custom-headers.ts';

test('lines of names and values, split at the first colon', () => {
  const text = 'X-Team: agents\r\n\n  x-route :  a:b \nX-Empty:\n';
  expect(parseCustomHeaders(text)).toEqual({
    headers: { 'x-team': 'agents', 'x-route': 'a:b' },
    problems: [],
  });
});

test.each([
  ['no colon', 'X-Team agents', 'line 1 has no ":"'],
  ['no name', ': agents', 'line 1 has a name that no header can have'],
  ['a blank in the name', 'X Team: agents', 'line 1 has a name that no header can have'],
  ['what the request says itself', '\nHost: elsewhere', 'line 2 names host, which the request itself sets'],
  [
    'what it says of its content',
    'Content-Length: 1',
    'line 1 names content-length, which the request itself sets',
  ],
  ['a control in the value', 'X-Team: a\u0000b', 'line 1 has a value that no header can have'],
])('%s is a problem, and no header', (_name, text, problem) => {
  expect(parseCustomHeaders(text)).toEqual({ headers: {}, problems: [problem] });
});

test.each<[text: string, secrets: readonly string[]]>([
  ['X-Api-Key: not-a-real-key', ['not-a-real-key']],
  ['Authorization: Bearer not-a-real-key', ['Bearer not-a-real-key', 'not-a-real-key']],
  ['X-Auth-Mode: basic', []],
  ['X-Session-Limit: 100', []],
  ['X-Team: agents', []],
  ['X-Token:', []],
  ['not-a-real-key', ['not-a-real-key']],
  ['   ', []],
])('of "%s" is hidden: %j', (text, secrets) => {
  expect(secretHeaders(text)).toEqual(secrets);
});
