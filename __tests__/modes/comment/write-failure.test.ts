import { describe, expect, test } from '@jest/globals';
import { HttpError } from '../../../src/errors.ts';
import { commentTrouble, isFinal } from '../../../src/modes/comment/write-failure.ts';

const refusal = (status: number, detail = '', retryAfterMs?: number) =>
  new HttpError({
    method: 'POST',
    url: 'https://forge.example.test/comments',
    status,
    effect: 'no',
    detail,
    retryAfterMs,
  });

describe('a comment that could not be written', () => {
  test.each<[name: string, thrown: unknown, hint: RegExp | undefined, final: boolean]>([
    ['issues are off', refusal(410), /has its issues, and with them comments, turned off\.$/, true],
    [
      'the conversation is locked',
      refusal(403, 'issue is locked'),
      /unlock it, or set `comment: never`\.$/,
      true,
    ],
    ['the token is refused', refusal(401), /The token is not valid any more: check github-token\.$/, true],
    ['the token may not', refusal(403), /Add `pull-requests: write` to the `permissions:`/, true],
    ['the token may not even see', refusal(404), /Add `pull-requests: write` to the `permissions:`/, true],
    [
      'the limit is used up',
      refusal(429, '', 150_000),
      /The rate limit of the token is used up for 3 min;/,
      false,
    ],
    ['the limit is used up, without a time', refusal(429), /is used up for 1 min;/, false],
    ['the forge is down', refusal(503), undefined, false],
    ['anything else', new Error('socket hang up.'), undefined, false],
  ])('%s', (_name, thrown, hint, final) => {
    const said = commentTrouble(thrown);
    expect(said).toMatch(/^The pull request's comment could not be written: /);
    if (hint === undefined) expect(said.endsWith((thrown as Error).message)).toBe(true);
    else expect(said).toMatch(hint);
    expect(isFinal(thrown)).toBe(final);
  });
});
