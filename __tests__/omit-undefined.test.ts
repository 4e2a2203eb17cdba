import { expect, test } from '@jest/globals';
import { omitUndefined } from '../src/omit-undefined.ts';

type Known = {
  readonly name: string;
  readonly count?: number;
  readonly flag?: boolean;
  readonly none?: string | null;
};

test('what is undefined is absent, all else stays', () => {
  const known = omitUndefined<Known>({ name: '', count: undefined, flag: false, none: null });
  expect(Object.entries(known)).toEqual([
    ['name', ''],
    ['flag', false],
    ['none', null],
  ]);
});
