import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { licenceText, OWN, packagesOf } from './licences.ts';

/**
 * `lib/` (tsc's output) → `dist/`, what runners start. Run from the repository's root.
 * `--check` writes nothing and fails where the committed `dist/` is not what would be written.
 */

type Asset = { readonly source: string | Buffer };
type Module = { readonly resource?: string; readonly modules?: Iterable<Module> };
type NccResult = {
  readonly code: string;
  readonly assets: Readonly<Record<string, Asset>>;
  readonly stats: { readonly compilation: { readonly modules: Iterable<Module> } };
};
type Ncc = (entry: string, options: Readonly<Record<string, unknown>>) => Promise<NccResult>;

const root = process.cwd();
const dist = join(root, 'dist');

/**
 * `@actions/core` loads an HTTP client (0.9 MB with its undici) for OIDC tokens alone, which this action never asks for.
 * What the bundle takes for `@actions/core` is a copy in lib/ that has `scripts/no-oidc.ts` as its client; all else is as installed.
 */
function shadowHttpClient(): void {
  const shadow = join(root, 'lib', 'node_modules');
  rmSync(shadow, { recursive: true, force: true });
  const core = join(shadow, '@actions', 'core');
  cpSync(join(root, 'node_modules', '@actions', 'core'), core, { recursive: true });
  const client = join(core, 'node_modules', '@actions', 'http-client');
  mkdirSync(join(client, 'lib'), { recursive: true });
  cpSync(join(root, 'lib', 'scripts', 'no-oidc.js'), join(client, 'index.js'));
  const exports = { '.': './index.js', './lib/auth': './index.js' };
  const about = { name: OWN, type: 'module', private: true, exports };
  writeFileSync(join(client, 'package.json'), JSON.stringify(about));
}

/** The files of every module in the bundle, those of lazily loaded chunks included. */
function* filesOf(modules: Iterable<Module>): Generator<string> {
  for (const module of modules) {
    if (module.modules) yield* filesOf(module.modules);
    else if (module.resource) yield module.resource;
  }
}

/** @returns file name in dist/ → content. Throws where an import was not found: ncc would leave that to the run. */
async function bundle(): Promise<Map<string, Buffer>> {
  const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;
  const entry = join(root, 'lib', 'src', 'index.js');
  const { code, assets, stats } = await ncc(entry, { cache: false, minify: false, quiet: true });
  const files = [...new Set(filesOf(stats.compilation.modules))].sort();
  const missing = files
    .filter((file) => file.includes('@@notfound'))
    .map((file) => file.replace(/^.*\?/, ''));
  if (missing.length > 0) throw new Error(`imports that were not found: ${missing.join(', ')}`);
  const written = new Map([['index.js', Buffer.from(code)]]);
  for (const [name, asset] of Object.entries(assets)) written.set(name, Buffer.from(asset.source));
  const packages = packagesOf(files);
  written.set('licenses.txt', Buffer.from(licenceText(packages)));
  return new Map([...written].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What differs between dist/ and what belongs there, one line a file. */
function differences(wanted: ReadonlyMap<string, Buffer>): string[] {
  const found = new Set(filesBelow(dist));
  const extra = [...found]
    .filter((name) => !wanted.has(name))
    .map((name) => `${name}: is not written any more`);
  const stale = [...wanted].flatMap(([name, content]) => {
    if (!found.has(name)) return [`${name}: is missing`];
    return readFileSync(join(dist, name)).equals(content) ? [] : [`${name}: differs`];
  });
  return [...extra, ...stale].sort();
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

function write(files: ReadonlyMap<string, Buffer>): void {
  rmSync(dist, { recursive: true, force: true });
  for (const [name, content] of files) {
    mkdirSync(join(dist, name, '..'), { recursive: true });
    writeFileSync(join(dist, name), content);
  }
}

/** The entry is what every start pays for; chunks are loaded by the phases that need them. */
function sizes(files: ReadonlyMap<string, Buffer>): string {
  return [...files]
    .map(([name, content]) => `${content.length.toString().padStart(9)}  dist/${name}`)
    .join('\n');
}

shadowHttpClient();
const files = await bundle();
if (process.argv.includes('--check')) {
  const stale = differences(files);
  for (const line of stale) console.error(`dist/${line}`);
  if (stale.length > 0) console.error('dist/ is not what `npm run bundle` writes: run it and commit dist/');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  write(files);
  console.log(sizes(files));
}
