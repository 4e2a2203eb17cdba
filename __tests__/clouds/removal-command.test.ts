import { expect, test } from '@jest/globals';
import { removalCommand } from '../../src/clouds/removal-command.ts';

const API = {
  baseUrl: 'https://api.example.test',
  path: '/v1/agents',
  headers: ['authorization: Bearer $KEY'],
};

test('one command deletes all of them', () => {
  expect(removalCommand(['one', 'two-2@x'], API)).toBe(
    `curl --fail -X DELETE -H "authorization: Bearer $KEY" 'https://api.example.test/v1/agents/one' 'https://api.example.test/v1/agents/two-2@x'`,
  );
});

test.each(["a'b", 'a b', '$(a)', 'a/b', 'a;b', ''])('%s is no word that is put into a shell', (id) => {
  expect(removalCommand([id, 'plain'], API)).toBe(removalCommand(['plain'], API));
});
