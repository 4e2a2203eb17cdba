import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detailOf } from '../../../src/clouds/http/error-body.ts';
import { createRedactor } from '../../../src/clouds/http/redact.ts';
import { anyText } from '../../support/any-text.ts';

const asIs = (text: string): string => text;

describe('the words of a refusal', () => {
  const rows: [name: string, body: string, words: string][] = [
    ['a detail', '{"detail":"Invalid API key"}', 'Invalid API key'],
    [
      'fields, without their input',
      '{"detail":[{"loc":["body","image_name"],"msg":"Field required","type":"missing","input":"s3cret"},{"loc":["query",0],"msg":"no"}]}',
      'body.image_name: Field required; query.0: no',
    ],
    ['a list of texts', '{"detail":["one","two"]}', 'one; two'],
    ['an object', '{"detail":{"message":"inner"}}', 'inner'],
    ['detail before message', '{"message":"second","detail":"first"}', 'first'],
    ['a message', '{"message":"m"}', 'm'],
    ['an error', '{"error":"e"}', 'e'],
    ['an error object', '{"error":{"message":"inner"}}', 'inner'],
    ['a list of errors', '{"errors":[{"param":"imageTag","details":"is bad"}]}', 'imageTag: is bad'],
    ['a problem without details (RFC 9457)', '{"type":"about:blank","title":"Bad","status":400}', 'Bad'],
    ['an empty list', '{"detail":[]}', ''],
    ['JSON without words', '{"x":1}', ''],
    ['nothing', ' \n', ''],
    ['plain text on several lines', 'bad\r\n::error::gateway\u001b[31m', 'bad ::error::gateway [31m'],
    [
      'a page',
      '<!doctype html><html><head><title>502 Bad\nGateway</title>',
      'an HTML page, "502 Bad Gateway"',
    ],
    ['a page without a title', '<html>', 'an HTML page'],
    [
      'an object store',
      '<?xml version="1.0"?><Error><Code>EntityTooLarge</Code><Message>Too big</Message></Error>',
      'EntityTooLarge: Too big',
    ],
    ['direction marks', 'a\u202eb\u2066c', 'a b c'],
  ];
  test.each(rows)('%s', (_name, body, words) => {
    expect(detailOf(body, asIs)).toBe(words);
  });

  test('are one line of at most 500 characters, whatever arrives', () => {
    const anything = fc.oneof(
      anyText({ maxLength: 2_000 }),
      fc.json(),
      fc.record({ detail: fc.anything(), message: fc.anything(), error: fc.anything() }).map((body) => {
        try {
          return JSON.stringify(body) ?? '';
        } catch {
          return '';
        }
      }),
    );
    fc.assert(
      fc.property(anything, (body) => {
        const words = detailOf(body, asIs);
        expect([...words].length).toBeLessThanOrEqual(500);
        expect(words).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('redaction', () => {
  const secret = fc.string({ minLength: 4, maxLength: 40, unit: 'grapheme' });

  test('leaves no secret, in none of its forms, wherever it stands', () => {
    const form = fc.constantFrom<(text: string) => string>(
      asIs,
      encodeURIComponent,
      (text) => JSON.stringify(text).slice(1, -1),
      (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
    );
    fc.assert(
      fc.property(secret, form, fc.string(), fc.string(), (value, written, before, after) => {
        const inside = written(value);
        fc.pre(!'***'.includes(inside));
        const clean = createRedactor([value]).redact(`${before} ${inside} ${after}`);
        expect(clean.split('***').some((part) => part.includes(value))).toBe(false);
        expect(clean).toContain('***');
      }),
    );
  });

  test('takes the longer secret first, and later ones too', () => {
    const redactor = createRedactor(['abcd']);
    redactor.add('abcdefgh');
    expect(redactor.redact('abcdefgh abcd', ['gone'])).toBe('*** ***');
    expect(redactor.redact('gone abcd')).toBe('gone ***');
  });

  test('comes before the cut, so that no half of a secret stays', () => {
    const key = 'k'.repeat(40);
    const { redact } = createRedactor([key]);
    expect(detailOf(`${'x '.repeat(240)}${key}`, redact)).not.toContain('kk');
  });

  test('does not mask what is too short to be a secret', () => {
    expect(createRedactor(['', 'a', 'abc']).redact('an abc')).toBe('an abc');
  });
});
