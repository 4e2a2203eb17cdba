import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { INPUT_DEFAULTS, INPUT_NAMES } from '../../src/settings/input-table.ts';

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

test('and those of docs/interface.md, in its order', () => {
  const section = interfaceText.slice(
    interfaceText.indexOf('## Inputs'),
    interfaceText.indexOf('## Outputs'),
  );
  const rows = [...section.matchAll(/^\| `([a-z-]+)` \| (.*?) \|/gm)].map(
    ([, name, value]) => [name, value] as const,
  );
  expect(rows.map(([name]) => name)).toEqual([...INPUT_NAMES]);
  for (const [name, value] of rows) {
    const literal = /^`([^<{]*)`$/.exec(value ?? '')?.[1];
    if (literal !== undefined) expect([name, action.inputs[name ?? ''].default]).toEqual([name, literal]);
  }
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
