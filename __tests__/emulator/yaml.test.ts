import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readYaml } from '../../emulator/yaml.ts';
import { temporaryFolder } from '../support/workspace.ts';

const keptIn = (folder: string) => readdirSync(folder).map((name) => join(folder, name));

test.each([
  'action.yml',
  'contracts/sgp.openapi.yaml',
  'contracts/prime.openapi.yaml',
  'contracts/pipecat.openapi.yaml',
])('%s is the same parsed and kept', (path) => {
  const folder = join(temporaryFolder(), 'made');
  const document = parse(readFileSync(path, 'utf8'));
  expect(readYaml(path, folder)).toEqual(document);
  expect(keptIn(folder)).toHaveLength(1);
  expect(readYaml(path, folder)).toEqual(document);
});

test('what is kept is read, unless it is broken or the document has changed', () => {
  const folder = temporaryFolder();
  const path = join(temporaryFolder(), 'one.yaml');
  writeFileSync(path, 'a: 1\n');
  readYaml(path, folder);
  const [kept = ''] = keptIn(folder);
  writeFileSync(kept, '{"a":2}');
  expect(readYaml(path, folder)).toEqual({ a: 2 });
  writeFileSync(kept, '{"a":');
  expect(readYaml(path, folder)).toEqual({ a: 1 });
  writeFileSync(path, 'a: 3\n');
  expect(readYaml(path, folder)).toEqual({ a: 3 });
});

test('a folder that cannot be made costs nothing but time', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(readYaml('action.yml', join(file, 'below'))).toEqual(parse(readFileSync('action.yml', 'utf8')));
  expect(existsSync(join(file, 'below'))).toBe(false);
});
