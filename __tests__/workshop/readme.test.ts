import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readmeWith } from '../../scripts/readme-tables.ts';

const EMPTY = ['inputs', 'outputs']
  .map(
    (name) => `<!-- ${name}: written by \`npm run docs\` from action.yml -->\nold\n<!-- end of ${name} -->`,
  )
  .join('\n');

test('tables take the place of what stands between the markers', () => {
  const text = readmeWith(`before\n${EMPTY}\nafter`, {
    inputs: {
      a: { description: 'one\n| two <x> `<y>`', default: false },
      b: { description: 'three', default: '' },
    },
    outputs: { c: { description: 'four' } },
  });
  expect(text).toContain(
    '| `a` | `false` | one \\| two &lt;x> `<y>` |\n| `b` |  | three |\n<!-- end of inputs -->',
  );
  expect(text).toContain('| `c` | four |\n<!-- end of outputs -->\nafter');
  expect(text).not.toContain('old');
  expect(readmeWith(text, { inputs: {}, outputs: {} })).not.toContain('one');
});

test.each([
  ['a text without markers', 'nothing', {}, /not in the text/],
  ['an input without description', EMPTY, { inputs: { a: {} } }, /a has no description/],
])('%s is refused', (_name, text, action, message) => {
  expect(() => readmeWith(text, action)).toThrow(message);
});

test('README.md has the tables of action.yml', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readmeWith(readme, parse(readFileSync('action.yml', 'utf8')))).toBe(readme);
});
