import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { INPUT_DEFAULTS } from '../../src/settings/input-table.ts';

const action = parse(readFileSync('action.yml', 'utf8'));
const interfaceText = readFileSync('docs/interface.md', 'utf8');

test('action.yml declares the inputs and defaults that the code knows', () => {
  const declared = Object.entries<{ default?: string }>(action.inputs).map(([name, input]) => [
    name,
    input.default ?? '',
  ]);
  // The token's default is the runner's to fill in.
  const known = Object.entries({ ...INPUT_DEFAULTS, 'github-token': ['$', '{{ github.token }}'].join('') });
  expect(declared).toEqual(known);
});

test('docs/interface.md says no input in words of its own', () => {
  const inputs = interfaceText.slice(
    interfaceText.indexOf('## Inputs'),
    interfaceText.indexOf('### What is found'),
  );
  expect(inputs).toContain('../action.yml');
  expect(inputs).not.toMatch(/^\|/m);
});

test('the outputs are those of docs/interface.md, in its order', () => {
  const section = interfaceText.slice(
    interfaceText.indexOf('## Outputs'),
    interfaceText.indexOf('`matrix` is'),
  );
  // In brackets are their values.
  const names = [...section.replaceAll(/\([^)]*\)/g, '').matchAll(/`([a-z_-]+)`/g)].map(([, name]) => name);
  expect(Object.keys(action.outputs)).toEqual(names);
});

test('every input and output is described', () => {
  for (const { description } of Object.values<{ description: string }>({
    ...action.inputs,
    ...action.outputs,
  })) {
    expect(description.length).toBeGreaterThan(10);
  }
});
