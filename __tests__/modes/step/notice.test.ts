import { expect, test } from '@jest/globals';
import { noticeTo } from '../../../src/modes/step/notice.ts';

const SECRET = 'not-a-key-at-all';

test('a notice is masked before it is cut', () => {
  const said: string[] = [];
  const notice = noticeTo({
    info: (text) => void said.push(text),
    maskText: (text) => text.replaceAll(SECRET, '***'),
  });
  notice(`${'x'.repeat(992)}${SECRET} and so on`);
  notice('short');
  expect(said).toEqual([`${'x'.repeat(992)}*** and…`, 'short']);
});
