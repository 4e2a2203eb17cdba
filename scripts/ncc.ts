import { createRequire } from 'node:module';

type Asset = { readonly source: string | Buffer };
export type Module = { readonly resource?: string; readonly modules?: Iterable<Module> };
type Result = {
  readonly code: string;
  readonly assets: Readonly<Record<string, Asset>>;
  readonly stats: { readonly compilation: { readonly modules: Iterable<Module> } };
};
type Ncc = (entry: string, options: Readonly<Record<string, unknown>>) => Promise<Result>;

/** File name → content, `index.js` first, and the modules that went into them. */
export type Bundled = { readonly files: Map<string, Buffer>; readonly modules: Iterable<Module> };

/** @param entry a compiled module, absolute */
export async function bundled(entry: string): Promise<Bundled> {
  const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;
  const { code, assets, stats } = await ncc(entry, { cache: false, minify: false, quiet: true });
  const files = new Map([['index.js', Buffer.from(code)]]);
  for (const [name, asset] of Object.entries(assets)) files.set(name, Buffer.from(asset.source));
  return { files, modules: stats.compilation.modules };
}
