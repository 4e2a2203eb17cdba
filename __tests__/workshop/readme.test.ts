import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { MOST_NEEDED } from '../../scripts/input-groups.ts';
import { readmeWith } from '../../scripts/readme-tables.ts';

const EMPTY = ['inputs', 'more inputs', 'outputs']
  .map(
    (name) => `<!-- ${name}: written by \`npm run docs\` from action.yml -->\nold\n<!-- end of ${name} -->`,
  )
  .join('\n');

const GROUPS = { first: ['a'], more: [{ title: 'Others', inputs: ['b', 'c'] }] };

test('tables take the place of what stands between the markers', () => {
  const action = {
    inputs: {
      b: { description: 'three', default: '' },
      a: { description: 'one\n| two <x> `<y>`', default: false },
    },
    outputs: { c: { description: 'four' } },
  };
  const text = readmeWith(`before\n${EMPTY}\nafter`, action, GROUPS);
  expect(text).toContain(
    '| --- | --- | --- |\n| <a id="input-a"></a>`a` | `false` | one \\| two &lt;x> `<y>` |\n<!-- end of inputs -->',
  );
  expect(text).toContain(
    '#### Others\n\n| input | default | meaning |\n| --- | --- | --- |\n| <a id="input-b"></a>`b` |  | three |\n<!-- end of more inputs -->',
  );
  expect(text).toContain('| `c` | four |\n<!-- end of outputs -->\nafter');
  expect(text).not.toContain('old');
  expect(readmeWith(text, { inputs: {}, outputs: {} }, GROUPS)).not.toContain('one');
});

const A = { inputs: { a: { description: 'one' } } };

test.each([
  ['a text without markers', 'nothing', {}, GROUPS, /not in the text/],
  ['an input without description', EMPTY, { inputs: { a: {} } }, GROUPS, /a has no description/],
  ['an input in no table', EMPTY, A, { ...GROUPS, first: [] }, /the input a 0 times/],
  ['an input in two tables', EMPTY, A, { ...GROUPS, first: ['a', 'a'] }, /the input a 2 times/],
])('%s is refused', (_name, text, action, groups, message) => {
  expect(() => readmeWith(text, action, groups)).toThrow(message);
});

test('the first table has ten inputs', () => {
  expect(MOST_NEEDED).toHaveLength(10);
});

test('README.md has the tables of action.yml', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readmeWith(readme, parse(readFileSync('action.yml', 'utf8')))).toBe(readme);
});
