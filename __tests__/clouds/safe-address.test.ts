import { describe, expect, test } from '@jest/globals';
import { isLoopback, refuseUnsafeAddress } from '../../src/clouds/safe-address.ts';

/** What a resolver says to each name below `localhost`. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'here.localhost': ['127.0.0.1', '::1'],
  'elsewhere.localhost': ['203.0.113.7'],
  'both.localhost': ['127.0.0.1', '203.0.113.7'],
  'none.localhost': [],
};
const resolve = async (name: string) => {
  const addresses = NAMES[name];
  if (addresses === undefined) throw new Error(`nobody may ask for ${name}`);
  return addresses;
};

test.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['127.0.0.1', true],
  ['127.1', true],
  ['0x7f000001', true],
  ['[::1]', true],
  ['here.localhost', true],
  ['elsewhere.localhost', false],
  ['both.localhost', false],
  ['none.localhost', false],
  ['unknown.localhost', false],
  ['localhost.example', false],
  ['127.0.0.1.example', false],
  ['notlocalhost', false],
  ['0.0.0.0', false],
  ['[::ffff:127.0.0.1]', false],
  ['169.254.169.254', false],
])('%s is loopback: %s', async (host, expected) => {
  expect(await isLoopback(new URL(`http://${host}:8080/x`), resolve)).toBe(expected);
});

describe('an upload address', () => {
  const PUBLIC = 'https://cloud.example';
  const LOCAL = 'http://127.0.0.1:4000';

  test.each([
    ['https anywhere', 'https://storage.example/x?sig=not-one', PUBLIC],
    ['https on this machine', 'https://127.0.0.1/x', PUBLIC],
    ['http on this machine from this machine', 'http://127.0.0.1:5000/x', LOCAL],
    ['a name of this machine from this machine', 'http://here.localhost/x', 'http://localhost:4000'],
    ['from this machine by https', 'http://[::1]:5000/x', 'https://localhost:4000'],
  ])('%s is taken', async (_name, address, baseUrl) => {
    await expect(refuseUnsafeAddress(address, baseUrl, resolve)).resolves.toBeUndefined();
  });

  test.each([
    [
      'http elsewhere',
      'http://storage.example/x?sig=not-one',
      LOCAL,
      'http://storage.example, which is not encrypted',
    ],
    [
      'http on this machine from elsewhere',
      'http://127.0.0.1:5000/x?sig=not-one',
      PUBLIC,
      'http://127.0.0.1:5000, which is this machine',
    ],
    ['http to localhost from elsewhere', 'http://localhost/x', PUBLIC, 'which is this machine'],
    ['a name that leads elsewhere', 'http://elsewhere.localhost/x', LOCAL, 'not encrypted'],
    ['a name that leads elsewhere as well', 'http://both.localhost/x', LOCAL, 'not encrypted'],
    [
      'from a base-url that leads elsewhere',
      'http://127.0.0.1/x',
      'http://elsewhere.localhost',
      'which is this machine',
    ],
    ['ftp', 'ftp://127.0.0.1/x', LOCAL, 'ftp://127.0.0.1, which is not encrypted'],
    ['a file', 'file:///etc/passwd', LOCAL, 'not encrypted'],
    ['no URL', 'nowhere?sig=not-one', LOCAL, 'no URL'],
  ])('%s is refused, without its query', async (_name, address, baseUrl, message) => {
    const refused = await refuseUnsafeAddress(address, baseUrl, resolve).catch((error: Error) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(refused?.message).toContain(message);
    expect(refused?.message).not.toContain('sig');
  });
});
