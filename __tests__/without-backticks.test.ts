import { expect, test } from '@jest/globals';
import { withoutBackticks } from '../src/without-backticks.ts';

test.each([
  ['words around a value', 'Check `api-key` or `SGP_API_KEY`.', 'Check api-key or SGP_API_KEY.'],
  ['none', 'plain', 'plain'],
  ['a single one stays', 'it`s', 'it`s'],
  ['two on two lines stay', 'a `b\nc` d', 'a `b\nc` d'],
])('%s', (_, text, shown) => {
  expect(withoutBackticks(text)).toBe(shown);
});
