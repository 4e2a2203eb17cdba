import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { nameChunks } from './chunks.ts';
import type { Compilation, Module, Replaced } from './webpack.ts';

type Asset = { readonly source: string | Buffer };
type Result = {
  readonly code: string;
  readonly assets: Readonly<Record<string, Asset>>;
  readonly stats: { readonly compilation: Compilation };
};
type Ncc = (entry: string, options: Readonly<Record<string, unknown>>) => Promise<Result>;
type Loader = { initAssetCache: (compilation: Compilation) => void };

/** File name → content, `index.js` first, and the modules in it. */
type Bundled = { readonly files: Map<string, Buffer>; readonly modules: Iterable<Module> };

/**
 * @param entry a compiled module, absolute; our modules are in its folder or below
 * @throws Error if an `import()` of ours has no name (scripts/chunks.ts), or if nothing asks for what is to be replaced
 */
export async function bundled(entry: string, replaced: readonly Replaced[] = []): Promise<Bundled> {
  const require = createRequire(import.meta.url);
  const loader = require('@vercel/ncc/dist/ncc/loaders/relocate-loader.js') as Loader;
  const left = new Set(replaced);
  const untap = tapCompilation(loader, (compilation) => {
    nameChunks(compilation, dirname(entry));
    replace(compilation, replaced, (one) => left.delete(one));
  });
  const ncc = require('@vercel/ncc') as Ncc;
  const { code, assets, stats } = await ncc(entry, { cache: false, minify: false, quiet: true }).finally(
    untap,
  );
  const unasked = [...left].map(({ request }) => request).join(', ');
  if (unasked !== '') throw new Error(`nothing asks for what is to be replaced: ${unasked}`);
  const files = new Map([['index.js', Buffer.from(code)]]);
  for (const [name, asset] of Object.entries(assets)) files.set(name, Buffer.from(asset.source));
  return { files, modules: stats.compilation.modules };
}

/** Hands webpack the other file, before it looks for the one that is asked for. */
function replace(
  { params }: Compilation,
  replaced: readonly Replaced[],
  onReplaced: (one: Replaced) => void,
): void {
  params.normalModuleFactory.hooks.beforeResolve.tap('replaced modules', (asked) => {
    const from = asked.contextInfo.issuer;
    const found = replaced.find(
      (one) => asked.request === one.request && from.startsWith(`${one.from}${sep}`),
    );
    if (found === undefined) return;
    asked.request = found.by;
    onReplaced(found);
  });
}

/**
 * ncc accepts neither a webpack configuration nor a plugin. But it passes each compilation to this function of its
 * loader before any module is read, at the same point where webpack calls plugins. If a later ncc does not, `bundled`
 * fails, because its chunks have numbers.
 *
 * @returns ends it
 */
function tapCompilation(loader: Loader, act: (compilation: Compilation) => void): () => void {
  const original = loader.initAssetCache;
  let seen = false;
  loader.initAssetCache = (compilation) => {
    original(compilation);
    act(compilation);
    seen = true;
  };
  return () => {
    loader.initAssetCache = original;
    if (!seen) throw new Error('ncc handed its loader no compilation: the chunks would have no names');
  };
}
