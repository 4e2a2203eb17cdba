import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SECRET_FORMS, secretForms } from '../src/secret-forms.ts';
import { anyText } from './support/any-text.ts';

/** As the console and the clouds' client hide: the longest form first. */
function hide(text: string, secret: string): string {
  const forms = [...secretForms(secret)].sort((a, b) => b.length - a.length);
  return forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}

/** Written apart from the table under test: how others spell a whole text that has the secret in it. */
const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  encodeURIComponent,
  'percent signs with small letters': (text) =>
    encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  'a form': (text) => new URLSearchParams({ '': text }).toString().slice(1).replaceAll('*', '%2A'),
  'every reserved character (RFC 3986)': (text) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON with \\/': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'JSON with \\u0026': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[<>&]/g, (one) => ({ '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' })[one] ?? one),
  'JSON of ASCII': (text) =>
    [...JSON.stringify(text).slice(1, -1)]
      .flatMap((one) => one.split(''))
      .map((unit) => (unit > '~' ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : unit))
      .join(''),
  XML: (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
  HTML: (text) =>
    text.replace(
      /[&<>"']/g,
      (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' })[one] ?? one,
    ),
  hex: (text) => Buffer.from(text).toString('hex'),
  HEX: (text) => Buffer.from(text).toString('hex').toUpperCase(),
};

const BASE64 = ['base64', 'base64url'] as const;

/** Keys as services make them, and anything else that is text. */
const secrets = fc.oneof(
  fc.string({ minLength: 8, maxLength: 60, unit: fc.constantFrom(...'abcXYZ019-_+/=&<>"\'\\%~!*() .:@') }),
  fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme' }),
);

describe('a secret in a longer text, whichever way that is spelled', () => {
  test.each(Object.keys(SPELLINGS))('%s', (name) => {
    const spell = SPELLINGS[name] ?? String;
    fc.assert(
      fc.property(secrets, (secret) => {
        // Nothing around it that could be taken for a part of it.
        expect(hide(`#${spell(secret)}#`, secret)).not.toContain(spell(secret));
        expect(hide(`#${spell(secret)}#`, secret)).toMatch(/^#\*\*\*#$/);
      }),
    );
  });

  test.each(BASE64)('%s, whatever stands before and behind it', (encoding) => {
    fc.assert(
      fc.property(
        secrets,
        fc.uint8Array({ maxLength: 7 }),
        fc.uint8Array({ maxLength: 7 }),
        (secret, before, after) => {
          const all = Buffer.concat([before, Buffer.from(secret), after]);
          const hidden = hide(all.toString(encoding), secret);
          expect(hidden).toContain('***');
          // What is left spells the neighbours, and at most the edge that the secret shares with them.
          const left = hidden.split('***');
          expect(left.join('').replaceAll('=', '').length).toBeLessThanOrEqual(
            Math.ceil((before.length * 8) / 6) + Math.ceil((after.length * 8) / 6) + 2,
          );
        },
      ),
    );
  });

  test('user:key of a header', () => {
    const key = 'not-a-key/with+signs';
    for (const user of ['', 'a', 'ab', 'abc', 'oauth2accesstoken']) {
      const header = Buffer.from(`${user}:${key}`).toString('base64');
      const hidden = hide(`Basic ${header}`, key);
      expect(hidden).toMatch(/^Basic [\w+/]*\*\*\*=*$/);
      expect(Buffer.from(hidden.slice(6).replace(/\*.*/, ''), 'base64').toString()).not.toContain('not');
    }
  });
});

test.each([
  ['nothing', ''],
  ['three characters', 'abc'],
])('%s is no secret', (_name, secret) => {
  expect(secretForms(secret)).toEqual([]);
});

test('no form is so short that it would be found everywhere, or there twice', () => {
  fc.assert(
    fc.property(anyText(), (secret) => {
      const forms = secretForms(secret);
      for (const form of forms) expect(form.length).toBeGreaterThanOrEqual(4);
      expect(new Set(forms).size).toBe(forms.length);
    }),
  );
});

test('a key of letters and digits has few forms: they are looked for in every line', () => {
  expect(secretForms('notakey0123456789').length).toBeLessThanOrEqual(12);
  expect(Object.keys(SECRET_FORMS)).toHaveLength(6);
});
