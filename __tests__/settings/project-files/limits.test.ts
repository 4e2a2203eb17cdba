import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { collectFaults } from '../../../src/settings/faults.ts';
import { checkEnvironments } from '../../../src/settings/project-files/environments.ts';
import { readManifest } from '../../../src/settings/project-files/manifest.ts';
import { readPccDeploy } from '../../../src/settings/project-files/pcc-deploy.ts';
import { readText } from '../../../src/settings/project-files/project-file.ts';
import { temporaryFolder, writeFiles } from '../../support/workspace.ts';

const MANIFEST = 'build:\n  context:\n    root: .\n    dockerfile: Dockerfile\n    include_paths: [a]\n';

function read(reader: typeof readManifest, name: string, text: string) {
  const faults = collectFaults();
  const project = reader({ path: `/w/${name}`, name, text }, faults);
  let message = '';
  try {
    if (faults.count() > 0) faults.fail();
  } catch (thrown) {
    message = (thrown as Error).message;
  }
  return { project, message };
}

describe('a project file that is not one', () => {
  test('is refused above 256 KiB, before it is parsed', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { fits: 'x'.repeat(256 * 1024), larger: 'x'.repeat(256 * 1024 + 1) });
    expect(await readText(join(folder, 'fits'))).toMatchObject({ text: expect.any(String) });
    expect(await readText(join(folder, 'larger'))).toEqual({ problem: 'is larger than 256 KiB' });
  });

  test('with 20,000 unknown keys reports ten, and how many more there are', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `key_${at} = ${at}`).join('\n');
    const { project } = read(readPccDeploy, 'pcc-deploy.toml', text);
    expect(project?.file.warnings).toHaveLength(11);
    expect(project?.file.warnings?.[9]).toMatch(/^pcc-deploy\.toml:10: "key_9" is not known/);
    expect(project?.file.warnings?.[10]).toBe(
      'pcc-deploy.toml: 19990 more keys are not known and were ignored.',
    );
  });

  test('with 20,000 environments is looked at for ten of them', () => {
    const text = `environments:\n${Array.from({ length: 20_000 }, (_, at) => `  e${at}: {}`).join('\n')}\n`;
    const warnings = checkEnvironments({ path: '/w/e', name: 'e', text }, collectFaults());
    expect(warnings.length).toBeLessThan(100);
    expect(warnings.join()).toContain('20000 environments (e0, e1,');
  });

  test.each<[name: string, text: string, message: RegExp]>([
    ['equal keys', `${MANIFEST}a: 1\nb: 2\na: 3\n`, /manifest\.yaml:8: is not YAML: Map keys must be unique/],
    [
      'equal keys in a list of mappings',
      `${MANIFEST}a:\n  - b: 1\n    b: 2\n`,
      /manifest\.yaml:8: is not YAML: Map keys/,
    ],
    [
      '20,000 keys, the last twice',
      `${MANIFEST}${Array.from({ length: 20_000 }, (_, at) => `k${at}: 1\n`).join('')}k19999: 1\n`,
      /manifest\.yaml:20006: is not YAML: Map keys/,
    ],
    ['100,000 levels', `${MANIFEST}a: ${'['.repeat(100_000)}`, /manifest\.yaml:\d+: is not YAML: /],
    [
      '100,000 lists in lists',
      `${'- '.repeat(100_000)}`,
      /manifest\.yaml:\d+: (is not YAML|does not hold a mapping)/,
    ],
  ])('of YAML with %s is one fault with its line', (_, text, message) => {
    expect(read(readManifest, 'manifest.yaml', text).message).toMatch(message);
  });

  test('with more include paths than anybody has is one fault, however they are written', () => {
    const paths = `&a a, ${'*a, '.repeat(60_000)}`;
    const { message } = read(readManifest, 'manifest.yaml', MANIFEST.replace('[a]', `[${paths}]`));
    expect(message).toContain(
      'manifest.yaml:5: build.context.include_paths names 60001 folders; accepted: at most 1000',
    );
  });

  test('with keys in keys in keys is no file of environments, and no text without end', () => {
    const text = `environments: {${'? ['.repeat(900)}${']'.repeat(900)}: x}\n`;
    const faults = collectFaults();
    checkEnvironments({ path: '/w/e', name: 'e', text }, faults);
    expect(() => faults.fail()).toThrow(/e:1: is not YAML|names no environment/);
    const keyed = `environments: {${'? {'.repeat(30)}a: x${'}: x'.repeat(30)}}\n`;
    expect(checkEnvironments({ path: '/w/e', name: 'e', text: keyed }, collectFaults())).toEqual([]);
  });

  test('of YAML with an anchor that is set twice means the last one before the alias', () => {
    const text = MANIFEST.replace('[a]', '[&x a, *x, &x b, *x]');
    const { project } = read(readManifest, 'manifest.yaml', text);
    expect(project?.context?.includePaths?.map((one) => one.text)).toEqual(['a', 'a', 'b', 'b']);
  });

  test('of YAML with equal keys in different mappings is none', () => {
    expect(read(readManifest, 'manifest.yaml', `${MANIFEST}a: { x: 1 }\nb: { x: 1 }\n`).message).toBe('');
  });
});
