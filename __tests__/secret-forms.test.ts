import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { secretForms } from '../src/secret-forms.ts';

test.each([
  ['a plain one', 'abcd', ['abcd', 'abcd', 'abcd', 'YWJjZA']],
  ['one with signs', 'a/b "c"\n', ['a/b "c"\n', 'a%2Fb%20%22c%22%0A', 'a/b \\"c\\"\\n', 'YS9iICJjIgo']],
  ['one that is too short', 'abc', []],
  ['half a surrogate pair in it', 'ab\ud800cd', ['ab\ud800cd', 'ab%EF%BF%BDcd', 'ab\\ud800cd', 'YWLvv71jZA']],
])('%s', (_name, secret, forms) => {
  expect(secretForms(secret)).toEqual(forms);
});

test('every form is read back as the secret', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 4, maxLength: 40 }), (secret) => {
      const [plain = '', url = '', json = '', base64 = ''] = secretForms(secret);
      const read = [
        plain,
        decodeURIComponent(url),
        JSON.parse(`"${json}"`),
        Buffer.from(base64, 'base64').toString(),
      ];
      expect(read).toEqual([secret, secret, secret, secret]);
    }),
  );
});
