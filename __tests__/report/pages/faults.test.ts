import { expect, test } from '@jest/globals';
import { faultsPage } from '../../../src/report/pages/faults.ts';

const page = (url: string | undefined, where = 'cloud') =>
  faultsPage({
    title: 'Inputs are faulty',
    message: 'Nothing was built:',
    faults: [{ where, words: 'is aws', ...(url === undefined ? {} : { url }) }],
    hint: 'Fix it.',
  });

test.each<[name: string, url: string | undefined, point: string]>([
  [
    'an address',
    'https://docs.example.test/a#input-cloud',
    '- [`cloud`](https://docs.example.test/a#input-cloud): ',
  ],
  ['no address', undefined, '- `cloud`: '],
  ['an address that ends the link', 'https://docs.example.test/a) [b](c', '- `cloud`: '],
  ['an address without encryption', 'http://docs.example.test/', '- `cloud`: '],
  ['no address of the web', 'javascript:alert(1)', '- `cloud`: '],
])('a fault with %s', (_name, url, point) => {
  const lines = page(url).split('\n');
  expect(lines[0]).toBe('## ❌ Inputs are faulty');
  expect(lines).toContain(`${point}is aws`);
  expect(lines).toContain('**What to do:** Fix it.');
});

test('a name with backticks stays one span', () => {
  expect(page(undefined, 'a``b`')).toContain('- ``` a``b` ```: ');
});
