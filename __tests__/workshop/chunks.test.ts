/** dist/ by name: what scripts/chunks.ts promises, held on the committed bundle and on small ones made here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { bundled } from '../../scripts/ncc.ts';
import type { Replaced } from '../../scripts/webpack.ts';
import { actionFolder, root } from '../support/bundle.ts';
import { temporaryFolder, writeFiles } from '../support/workspace.ts';

const dist = join(actionFolder, 'dist');
const code = new Map(
  readdirSync(dist)
    .filter((file) => file.endsWith('.js'))
    .map((file) => [file.replace(/\.js$/, ''), readFileSync(join(dist, file), 'utf8')]),
);

type Import = { readonly place: string; readonly name: string | undefined; readonly isOwnFile: boolean };

/** Every `import()` that is run; in types it loads nothing. */
function importsOf(folder: string): Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8').replace(/^\s*(\*|\/\/).*$/gm, '');
    return [...text.matchAll(/(?<!typeof )\bimport\(\s*([^)]*?)'([^']+)',?\s*\)/g)].map(
      ([, comment = '', target = '']) => ({
        place: `${file}: import('${target}')`,
        name: /webpackChunkName: "([^"]*)"/.exec(comment)?.[1],
        // What Node has itself is no chunk.
        isOwnFile: !comment.includes('webpackMode: "eager"') && !target.startsWith('node:'),
      }),
    );
  });
}

const lazy = importsOf(join(root, 'src')).filter(({ isOwnFile }) => isOwnFile);

describe('src/', () => {
  test('says of each import() what its chunk is called', () => {
    expect(lazy.length).toBeGreaterThan(15);
    const unnamed = lazy.filter(({ name }) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? ''));
    expect({
      'write import(/* webpackChunkName: "what-it-is" */ …), in lower case with dashes': unnamed.map(
        ({ place }) => place,
      ),
    }).toEqual({ 'write import(/* webpackChunkName: "what-it-is" */ …), in lower case with dashes': [] });
  });

  test('takes no name that the bundler gives, and one name for one file', () => {
    const targets = new Map<string, Set<string>>();
    for (const { name = '', place } of lazy) {
      const target = place.replace(/.*[/']([^/']+)'\)$/, '$1');
      targets.set(name, (targets.get(name) ?? new Set()).add(target));
    }
    expect([...targets.keys()].filter((name) => /^(shared(-|$)|npm-|index$)/.test(name))).toEqual([]);
    expect([...targets].filter(([, files]) => files.size > 1)).toEqual([]);
  });
});

describe('dist/', () => {
  const named = new Set(lazy.map(({ name }) => name));

  test('has a file for each name, the entry, and what several share', () => {
    const others = [...code.keys()].filter((name) => name !== 'index' && !named.has(name));
    expect(others.filter((name) => !/^(shared(-[a-z]|$)|npm-[a-z])/.test(name))).toEqual([]);
    expect([...named].filter((name) => !code.has(name ?? ''))).toEqual([]);
  });

  test('has no file that nothing loads, and loads none that is not there', () => {
    const loaded = [...code.values()].flatMap((text) =>
      [...text.matchAll(/_require__\.e\((?:\/\*.*?\*\/ )?"([^"]+)"\)/g)].map(([, name]) => name ?? ''),
    );
    expect([...new Set(loaded)].sort()).toEqual([...code.keys()].filter((name) => name !== 'index').sort());
    const rest = readdirSync(dist).filter((file) => !file.endsWith('.js'));
    expect(rest.sort()).toEqual(['licenses.txt', 'package.json']);
  });

  test('wraps each module so that V8 reads it once: an arrow function would be skipped first and compiled when called', () => {
    const arrows = [...code].filter(([, text]) => /^\/\*\*\*\/ \(\(/m.test(text)).map(([name]) => name);
    expect(arrows).toEqual([]);
    expect(code.get('index')).toMatch(/^\/\*\*\*\/ \(function\(/m);
  });

  /** The files that contain it. */
  const holders = (mark: RegExp) => [...code].filter(([, text]) => mark.test(text)).map(([name]) => name);

  test("has the toolkit's cache client in a file of its own, which entries with a content do not load", () => {
    expect(holders(/async function readEntry\(env/)).toEqual(['cache-worker']);
    expect(holders(/function restoreCache\b/)).toEqual(['cache-toolkit']);
  });

  test('has of undici what is in use: fetch in a file for the forge, and no WebSocket, caches, cookies or HTTP/2', () => {
    expect(holders(/^class (?:Agent|ProxyAgent) extends DispatcherBase/m)).toEqual(['npm-undici']);
    expect(holders(/^class Fetch extends/m)).toEqual(['fetch']);
    expect(
      holders(/^class (?:WebSocket|EventSource|CacheStorage|MockAgent)\b|function connectH2\b|"node:http2"/m),
    ).toEqual([]);
  });

  test('has each module in one file', () => {
    const places = new Map<string, string[]>();
    for (const [name, text] of code) {
      const modules = [
        ...text.matchAll(/^\/\*\*\*\/ ("[^"]+"|\d+):$/gm),
        ...text.matchAll(/^;\/\/ CONCATENATED MODULE: (\S+)$/gm),
      ];
      for (const [, id = ''] of modules) places.set(id, [...(places.get(id) ?? []), name]);
    }
    expect(places.size).toBeGreaterThan(500);
    // An `external` is a line that asks Node for a module of its own.
    const repeated = [...places].filter(([id, files]) => files.length > 1 && !/^\d+$|external/.test(id));
    expect(repeated).toEqual([]);
  });
});

describe('a bundle', () => {
  /** Compiled files as tsc leaves them → the bundle. */
  async function bundle(files: Readonly<Record<string, string>>, replaced: readonly Replaced[] = []) {
    const folder = temporaryFolder('chunks');
    writeFiles(folder, { 'package.json': '{"type":"module"}', ...files });
    const inFolder = replaced.map((one) => ({
      ...one,
      from: join(folder, one.from),
      by: join(folder, one.by),
    }));
    const { files: made } = await bundled(join(folder, 'index.js'), inFolder);
    return new Map([...made].map(([name, content]) => [name, content.toString()]));
  }

  const TWO = {
    'index.js': `if (process.argv[2]) console.log(await import(/* webpackChunkName: "left" */ './left.js'));
      else console.log(await import(/* webpackChunkName: "right" */ './right.js'));`,
    'both/tool.js': 'export const tool = () => process.pid + "of both";',
  };

  test('has what two chunks need in one that bears its folder', async () => {
    const made = await bundle({
      ...TWO,
      'left.js': 'import { tool } from "./both/tool.js"; export const left = tool();',
      'right.js': 'import { tool } from "./both/tool.js"; export const right = tool() + 1;',
    });
    expect([...made.keys()].sort()).toEqual([
      'index.js',
      'left.js',
      'package.json',
      'right.js',
      'shared-both.js',
    ]);
    expect([...made].filter(([, text]) => text.includes('of both')).map(([name]) => name)).toEqual([
      'shared-both.js',
    ]);
  });

  test('leaves it in the chunk whose file both need', async () => {
    const made = await bundle({
      ...TWO,
      'left.js': 'import { tool } from "./both/tool.js"; export const left = tool();',
      'right.js': 'import { left } from "./left.js"; export const right = left + 1;',
    });
    expect([...made.keys()].sort()).toEqual(['index.js', 'left.js', 'package.json', 'right.js']);
    expect(made.get('right.js')).not.toContain('of both');
  });

  const WORDS = {
    'index.js':
      "import { word } from './word.js'; import { other } from './below/other.js'; console.log(word, other);",
    'word.js': "export const word = 'the first word';",
    'below/other.js': "export { word as other } from './word.js';",
    'below/word.js': "export const word = 'a second word';",
    'instead.js': "export const word = 'another word';",
  };

  test('has the replacement of a module where files of the named folder import it, and nowhere else', async () => {
    const replaced = [{ request: './word.js', from: 'below', by: 'instead.js' }];
    const text = (await bundle(WORDS, replaced)).get('index.js') ?? '';
    expect(text.match(/the first word|a second word|another word/g)?.sort()).toEqual([
      'another word',
      'the first word',
    ]);
  });

  test('is refused where nothing imports what is to be replaced', async () => {
    const replaced = [{ request: './words.js', from: 'below', by: 'instead.js' }];
    await expect(bundle(WORDS, replaced)).rejects.toThrow(
      'nothing asks for what is to be replaced: ./words.js',
    );
  });

  test('is refused where an import() has no name', async () => {
    const files = {
      'index.js': "console.log(await import('./deep/thing.js'));",
      'deep/thing.js': 'export const a = 1;',
    };
    await expect(bundle(files)).rejects.toThrow(
      /index\.js: import\('\.\/deep\/thing\.js'\)\nno name for the chunk in dist\/: write import\(\/\* webpackChunkName/,
    );
  });
});
