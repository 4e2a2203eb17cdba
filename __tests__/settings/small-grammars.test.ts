import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBuildArgs } from '../../src/settings/build-args.ts';
import { pullRequestIn, sanitizeLabel } from '../../src/settings/deploy/label.ts';
import { formatDuration, parseDuration } from '../../src/settings/duration.ts';
import { anyText } from '../support/any-text.ts';

const HOUR = 3_600_000;

describe('durations', () => {
  test.each([
    ['200ms', 200],
    ['30s', 30_000],
    ['90m', 1.5 * HOUR],
    ['8h', 8 * HOUR],
    ['3d', 72 * HOUR],
    ['1w', 168 * HOUR],
    ['40d', 960 * HOUR],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toEqual({ ms });
  });

  test.each([
    ['8 hours', '8h'],
    ['8H', '8h'],
    ['1.5h', '90m'],
    ['-1h', '1h'],
    ['90 min', '90m'],
    ['7 days', '1w'],
    ['0h', undefined],
    ['', undefined],
    ['8', undefined],
    ['h', undefined],
    ['soon', undefined],
    ['8h30m', undefined],
    ['1y2', undefined],
    ['9999999999h', '9999999999h'],
  ])('refuses %j', (text, meant) => {
    const parsed = parseDuration(text);
    expect(parsed.ms).toBeUndefined();
    if (text !== '9999999999h') expect(parsed).toEqual(meant === undefined ? {} : { meant });
  });

  test('what is proposed or written is itself a duration, of the same length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (ms) => {
        expect(parseDuration(formatDuration(ms))).toEqual({ ms });
      }),
    );
  });

  test('any text is answered', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { ms, meant } = { meant: undefined, ...parseDuration(text) };
        expect(ms === undefined || ms > 0).toBe(true);
        if (meant !== undefined) expect(parseDuration(meant).ms).toBeGreaterThan(0);
      }),
    );
  });
});

describe('labels', () => {
  test.each([
    ['pr-7', 'pr-7'],
    ['a'.repeat(30), 'a'.repeat(30)],
    ['', ''],
    ['../..', ''],
  ])('%j stays', (text, label) => {
    expect(sanitizeLabel(text)).toBe(label);
  });

  test.each([
    ['PR-7', /^pr-7-[0-9a-f]{8}$/],
    ['PR.-7', /^pr-7-[0-9a-f]{8}$/],
    ['PR_7', /^pr7-[0-9a-f]{8}$/],
    ['feature/Login ✨', /^featurelogin-[0-9a-f]{8}$/],
    ['a'.repeat(31), /^a{21}-[0-9a-f]{8}$/],
    [`${'a'.repeat(30)}!`, /^a{21}-[0-9a-f]{8}$/],
    [`${'a'.repeat(20)}-b/c-d-e-f`, /^a{20}-[0-9a-f]{8}$/],
  ])('%j ends in a hash of what it was', (text, label) => {
    expect(sanitizeLabel(text)).toMatch(label);
  });

  test('of any text fit the cloud and do not change again', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const label = sanitizeLabel(text);
        expect(label).toMatch(/^[a-z0-9-]{0,30}$/);
        expect(sanitizeLabel(label)).toBe(label);
      }),
    );
  });

  test('of any two texts that may be labels differ, whatever the texts have in common', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'A', '-', '.', '/', '7'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [label, another] = [sanitizeLabel(one), sanitizeLabel(other)];
        if (one !== other && label !== '') expect(label).not.toBe(another);
      }),
    );
  });

  test.each([
    ['pr-7', 7],
    ['pr-07', undefined],
    ['pr-7-0123abcd', undefined],
    ['xpr-7', undefined],
  ])('%j is of pull request %j', (label, number) => {
    expect(pullRequestIn(label)).toBe(number);
  });
});

describe('build arguments', () => {
  test.each<[string, string, Record<string, string>]>([
    ['none', '', {}],
    ['lines', 'A=1\nB=2', { A: '1', B: '2' }],
    ['Windows line ends and blank lines', '\r\nA=1\r\n\r\n  B=2\r\n', { A: '1', B: '2' }],
    ['values with everything', 'A=a=b # not a comment \nB=', { A: 'a=b # not a comment ', B: '' }],
    [
      'names of prototypes',
      '__proto__=x\nconstructor=y',
      Object.fromEntries([
        ['__proto__', 'x'],
        ['constructor', 'y'],
      ]),
    ],
  ])('%s', (_, text, args) => {
    expect(parseBuildArgs(text)).toEqual({ args, problems: [] });
  });

  test('every faulty line is named by its number, and no value is shown', () => {
    const { problems } = parseBuildArgs('A=secret1\nsecret2\n\n=secret3\nA=secret4\nB C=secret5');
    expect(problems).toEqual([
      'line 2 has no "="',
      'line 4 has no key before "="',
      'line 5 repeats the key A of line 1',
      'line 6 has a key that no ARG can have',
    ]);
  });

  test('what was written line by line is read back', () => {
    const key = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,10}$/);
    const value = fc.string().filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(fc.dictionary(key, value), (args) => {
        const text = Object.entries(args)
          .map(([name, content]) => `${name}=${content}`)
          .join('\n');
        expect(parseBuildArgs(text).args).toEqual({ ...args });
      }),
    );
  });
});
