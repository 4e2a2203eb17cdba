/**
 * Chunks by name: a comment in each `import()` names its chunk (webpack's own `webpackChunkName`), and modules that
 * several chunks need are in one chunk that all of them load. So each module is in one file of dist/, and the files
 * keep their names from build to build.
 */
import { dirname, relative, sep } from 'node:path';
import { packageFolder } from './licences.ts';
import type { Chunk, Compilation, Module } from './webpack.ts';

const NAME = 'chunks by name';
/** Before webpack's own plugin, which gives numbers. */
const BEFORE_WEBPACK = -100;

/**
 * Makes a compilation name its chunks; it fails if an `import()` of ours has no name.
 *
 * @param compilation before it has read any module
 * @param folder our compiled modules, absolute
 */
export function nameChunks(compilation: Compilation, folder: string): void {
  const { optimizeChunks, chunkIds } = compilation.hooks;
  const { outputOptions } = compilation;
  outputOptions.chunkFilename = '[name].js';
  // V8 compiles `(function` while it reads it. An arrow function it skips first, and compiles when it is called.
  outputOptions.environment = { ...outputOptions.environment, arrowFunction: false };
  // webpack's own rule only considers size: it makes chunks without a name and repeats small modules.
  optimizeChunks.intercept({
    register: (tap) => (tap.name === 'SplitChunksPlugin' ? { ...tap, fn: () => undefined } : tap),
  });
  optimizeChunks.tap({ name: NAME, stage: 0 }, () => {
    refuseUnnamed(compilation, folder);
    share(compilation, folder);
  });
  chunkIds.tap({ name: NAME, stage: BEFORE_WEBPACK }, (chunks) => {
    for (const chunk of chunks) {
      if (chunk.hasRuntime() || !chunk.name) continue;
      chunk.id = chunk.name;
      chunk.ids = [chunk.name];
    }
  });
}

function refuseUnnamed({ chunks, errors }: Compilation, folder: string): void {
  const unnamed = [...chunks]
    .filter(({ name }) => !name)
    .flatMap(({ groupsIterable }) => [...groupsIterable]);
  const places = unnamed.flatMap(({ origins }) =>
    [...origins].map(
      ({ module, request }) => `${relative(folder, module?.resource ?? '')}: import('${request}')`,
    ),
  );
  if (places.length === 0) return;
  const lines = [...new Set(places)].sort().join('\n');
  errors.push(
    new Error(
      `${lines}\nno name for the chunk in dist/: write import(/* webpackChunkName: "what-it-is" */ './file.ts')`,
    ),
  );
}

type Shared = { readonly module: Module; readonly chunks: readonly Chunk[] };

/** Each module that several chunks need → one chunk, which they also load. */
function share(compilation: Compilation, folder: string): void {
  const { chunkGraph } = compilation;
  const shared = [...compilation.modules]
    .map((module): Shared => ({ module, chunks: [...chunkGraph.getModuleChunksIterable(module)] }))
    .filter(({ chunks }) => chunks.length > 1);
  const nameOf = namer(compilation, shared, folder);
  // In a fixed order: webpack finds modules in the order of the disk's replies, and loads chunks in the order of
  // their creation.
  const named = shared.map((one) => ({ ...one, name: nameOf(one), path: one.module.resource ?? '' }));
  named.sort((a, b) => (`${a.name} ${a.path}` < `${b.name} ${b.path}` ? -1 : 1));
  for (const { module, chunks, name } of named) {
    const home = compilation.namedChunks.get(name) ?? compilation.addChunk(name);
    for (const chunk of [...chunks].sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))) {
      if (chunk === home) continue;
      chunk.split(home);
      chunkGraph.disconnectChunkAndModule(chunk, module);
    }
    chunkGraph.connectChunkAndModule(home, module);
  }
}

/**
 * The name of the chunk for a shared module: that of a chunk whose imported file all its users need too; otherwise
 * `shared-` with the module's folder, its own sub-folders included; for packages `npm-` with the largest package that the same chunks need.
 */
function namer(compilation: Compilation, shared: readonly Shared[], folder: string): (one: Shared) => string {
  const roots = rootsOf(compilation);
  const largest = largestPackages(shared);
  return ({ module, chunks }) => {
    const home = chunks
      .filter((chunk) =>
        chunks.every((other) => other === chunk || holds(compilation, other, roots.get(chunk))),
      )
      .map(({ name }) => name ?? '')
      .sort()[0];
    if (home !== undefined) return home;
    const owner = largest.get(keyOf(chunks));
    if (packageOf(module) !== undefined && owner !== undefined)
      return `npm-${owner.replace('@', '').replace('/', '-')}`;
    const parts = relative(folder, dirname(module.resource ?? folder)).split(sep);
    // Two levels: what lies below mostly goes with what lies above, and each file more takes a start a millisecond.
    return ['shared', ...parts.filter((part) => part !== '' && part !== '..').slice(0, 2)].join('-');
  };
}

/** Chunk → the module that its `import()` names; none for the entry. */
function rootsOf({ chunks, moduleGraph }: Compilation): Map<Chunk, Module> {
  const roots = [...chunks].flatMap((chunk) =>
    [...chunk.groupsIterable]
      .flatMap(({ blocksIterable }) => [...blocksIterable])
      .flatMap(({ dependencies }) => dependencies.map((dependency) => moduleGraph.getModule(dependency)))
      .flatMap((module): [Chunk, Module][] => (module === null ? [] : [[chunk, module]])),
  );
  return new Map(roots);
}

function holds({ chunkGraph }: Compilation, chunk: Chunk, module: Module | undefined): boolean {
  return module !== undefined && [...chunkGraph.getModuleChunksIterable(module)].includes(chunk);
}

function keyOf(chunks: readonly Chunk[]): string {
  return chunks
    .map(({ name }) => name)
    .sort()
    .join();
}

/** The chunks that need them → the package with the most bytes. */
function largestPackages(shared: readonly Shared[]): Map<string, string> {
  const bytes = new Map<string, Map<string, number>>();
  for (const { module, chunks } of shared) {
    const name = packageOf(module);
    if (name === undefined) continue;
    const sizes = bytes.get(keyOf(chunks)) ?? new Map<string, number>();
    bytes.set(keyOf(chunks), sizes.set(name, (sizes.get(name) ?? 0) + module.size()));
  }
  return new Map(
    [...bytes].map(([key, sizes]) => {
      const [first] = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return [key, first?.[0] ?? ''];
    }),
  );
}

/** `@scope/name` or `name`; undefined for ours. */
function packageOf({ resource = '' }: Module): string | undefined {
  return packageFolder(resource)?.split(`${sep}node_modules${sep}`).at(-1)?.replaceAll(sep, '/');
}
