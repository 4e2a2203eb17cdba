import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expandPreviewUrl, PREVIEW_NAMES, templateFault } from '../../../src/settings/deploy/preview-url.ts';
import { anyText } from '../../support/any-text.ts';

const VALUES = {
  agent: 'refund-bot',
  label: 'pr-7',
  deployment: 'dep_19',
  build: 'b_1',
  tag: 'cf817a9',
  pr: '7',
};

describe('a template', () => {
  test.each([
    ['all names', 'https://{label}.preview.example/{agent}/{deployment}?b={build}&t={tag}#{pr}'],
    ['none', 'https://preview.example/'],
    ['http on loopback', 'http://127.0.0.1:8080/{label}'],
    ['a port and a path', 'https://preview.example:8443/{pr}/'],
  ])('is sound: %s', (_, template) => {
    expect(templateFault(template)).toBeUndefined();
  });

  test.each([
    ['an unknown name', 'https://{branch}.preview.example', /^\{branch\} is not known.*\{agent\}.*\{pr\}$/],
    ['a misspelt one', 'https://preview.example/{lable}', /did you mean \{label\}\?/],
    ['a name of every object', 'https://preview.example/{constructor}', /\{constructor\} is not known/],
    [
      'several at once',
      'http://preview.example/{lable}/{xyz}',
      /\{lable\} is not known.*, \{xyz\} is not known; known are .*; it must begin with https/,
    ],
    ['an empty name', 'https://preview.example/{}', /\{\} is not known/],
    ['an open brace', 'https://preview.example/{label', /brace without its counterpart/],
    ['http', 'http://preview.example/{label}', /must begin with https/],
    ['a script', 'javascript:alert({pr})', /must begin with https/],
    ['user information', 'https://me:word@preview.example/{pr}', /user information/],
    ['no address', 'preview.example/{pr}', /is not an address/],
  ])('is faulty: %s', (_, template, words) => {
    expect(templateFault(template)).toMatch(words);
  });
});

describe('the address', () => {
  test('has each value in its place', () => {
    expect(expandPreviewUrl('https://{label}.preview.example/{agent}?build={build}', VALUES)).toBe(
      'https://pr-7.preview.example/refund-bot?build=b_1',
    );
  });

  test.each([
    ['a value is unknown', 'https://preview.example/{pr}', {}],
    ['a value would be a step up', 'https://preview.example/a/{tag}/b', { tag: '..' }],
    ['a value cannot stand in a host', 'https://{agent}.preview.example/', { agent: 'a b' }],
  ])('is none where %s', (_, template, values) => {
    expect(expandPreviewUrl(template, values)).toBeUndefined();
  });

  test('a value never leaves its place', () => {
    const value = fc.oneof(
      fc.constantFrom(
        'a/b',
        '../x',
        'a?b',
        'a#b',
        'a@evil.example',
        '\\\\evil.example',
        '%2e%2e',
        'a:b',
        'ä',
        '\u0000',
      ),
      anyText({ minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PREVIEW_NAMES), value, (name, text) => {
        const url = expandPreviewUrl(`https://preview.example/x/{${name}}/y?q=1`, { [name]: text });
        if (url === undefined) return;
        const { origin, pathname, search, hash, username } = new URL(url);
        expect({ origin, search, hash, username }).toEqual({
          origin: 'https://preview.example',
          search: '?q=1',
          hash: '',
          username: '',
        });
        expect(pathname.split('/')).toHaveLength(4);
        expect(decodeURIComponent(pathname.split('/')[2] ?? '')).toBe(text.replace(/\p{Cs}/gu, '\uFFFD'));
      }),
    );
  });
});
