import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { globSync } from 'tinyglobby';

const index = readFileSync('docs/README.md', 'utf8');
const halves = index.split(/^## /m).slice(1);
const pagesOf = (half = '') =>
  [...half.matchAll(/^\| \[[^\]]+\]\(([^)#]+)\)/gm)].map(([, page = '']) => `docs/${page}`).sort();

describe('docs/README.md', () => {
  test('has two halves', () => {
    expect(halves.map((half) => half.split('\n')[0])).toEqual([
      'For workflow authors',
      'For those who work on it',
    ]);
  });

  test('lists each page in one half', () => {
    const pages = globSync(['docs/**/*.md', '!docs/README.md']).sort();
    expect(halves.flatMap(pagesOf).sort()).toEqual(pages);
  });

  test('has all of use/ in the first half, and none of it in the second', () => {
    const uses = (page: string) => page.startsWith('docs/use/');
    // The interface is what both halves rely on: authors read it, the code is held to it.
    expect(pagesOf(halves[0]).filter((page) => !uses(page))).toEqual(['docs/interface.md']);
    expect(pagesOf(halves[1]).filter(uses)).toEqual([]);
  });
});

test('every document that a comment or a message names is there', () => {
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  });
  const broken = tracked
    .split('\0')
    .filter((file) => /^(?:src|emulator|bench|scripts|examples|\.ci|\.github)\//.test(file))
    .concat('action.yml', 'biome.json', 'package.json')
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      // Not `docs/` of another project's path.
      [...readFileSync(file, 'utf8').matchAll(/(?<![\w/:.-])docs\/[\w/-]+\.md/g)]
        .filter(([page]) => !existsSync(page))
        .map(([page]) => `${file}: ${page}`),
    );
  expect(broken).toEqual([]);
});

test('examples/README.md lists every workflow of examples/', () => {
  const text = readFileSync('examples/README.md', 'utf8');
  const workflows = globSync('workflows/*/*.yml', { cwd: 'examples' });
  expect(workflows.filter((path) => !text.includes(`](${path})`))).toEqual([]);
});
