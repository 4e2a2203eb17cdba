import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { MOST_NEEDED } from '../../scripts/input-groups.ts';
import { inputsPageWith, readmeWith } from '../../scripts/readme-tables.ts';

const EMPTY = ['inputs', 'more inputs', 'outputs']
  .map(
    (name) => `<!-- ${name}: written by \`npm run docs\` from action.yml -->\nold\n<!-- end of ${name} -->`,
  )
  .join('\n');

const GROUPS = { first: ['a'], more: [{ title: 'Others', inputs: ['b', 'c'] }] };

const ACTION = {
  inputs: {
    b: { description: 'three', default: '' },
    a: { description: 'one\n| two <x> `<y>`', default: false },
  },
  outputs: { c: { description: 'four' }, d: { description: 'five' } },
};
const A_ROW = '| <a id="input-a"></a>`a` | `false` | one \\| two &lt;x> `<y>` |';

test('README.md gets the table of the first inputs and the names of the others', () => {
  const text = readmeWith(`before\n${EMPTY}\nafter`, ACTION, GROUPS);
  expect(text).toContain(`| --- | --- | --- |\n${A_ROW}\n<!-- end of inputs -->`);
  expect(text).toContain(
    '| for | inputs |\n| --- | --- |\n| [Others](docs/use/inputs.md#others) | <a id="input-b"></a>`b` |\n<!-- end of more inputs -->',
  );
  expect(text).toContain('`c`, `d`\n<!-- end of outputs -->\nafter');
  expect(text).not.toContain('old');
  expect(readmeWith(text, { inputs: {}, outputs: {} }, GROUPS)).not.toContain('one');
});

test('docs/use/inputs.md gets the tables of all inputs and outputs', () => {
  const text = inputsPageWith(`before\n${EMPTY}\nafter`, ACTION, GROUPS);
  expect(text).toContain(
    `### What most workflows give\n\n| input | default | meaning |\n| --- | --- | --- |\n${A_ROW}\n`,
  );
  expect(text).toContain(
    '### Others\n\n| input | default | meaning |\n| --- | --- | --- |\n| <a id="input-b"></a>`b` |  | three |\n<!-- end of inputs -->',
  );
  expect(text).toContain('| `c` | four |\n| `d` | five |\n<!-- end of outputs -->\nafter');
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

test.each([
  ['README.md', readmeWith],
  ['docs/use/inputs.md', inputsPageWith],
])('%s has what action.yml says', (page, write) => {
  const text = readFileSync(page, 'utf8');
  expect(write(text, parse(readFileSync('action.yml', 'utf8')))).toBe(text);
});
