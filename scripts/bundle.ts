import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { licenceText, packagesOf } from './licences.ts';
import { bundled } from './ncc.ts';
import { replaceUnused } from './replaced.ts';
import type { Module } from './webpack.ts';

/**
 * Bundles `lib/` (tsc's output) into `dist/`, which runners start. Run from the repository's root. `--check` writes
 * nothing and fails where the committed `dist/` is not what would be written.
 */

const root = process.cwd();
const dist = join(root, 'dist');

/** The files of every module in the bundle, including those of lazily loaded chunks. */
function* filesOf(modules: Iterable<Module>): Generator<string> {
  for (const module of modules) {
    if (module.modules) yield* filesOf(module.modules);
    else if (module.resource) yield module.resource;
  }
}

/** @returns file name in dist/ → content. Throws if an import was not found: ncc would only fail at run time. */
async function bundle(): Promise<Map<string, Buffer>> {
  const entry = join(root, 'lib', 'src', 'index.js');
  const { files: written, modules } = await bundled(entry, replaceUnused(root));
  const files = [...new Set(filesOf(modules))].sort();
  const missing = files
    .filter((file) => file.includes('@@notfound'))
    .map((file) => file.replace(/^.*\?/, ''));
  if (missing.length > 0) throw new Error(`imports that were not found: ${missing.join(', ')}`);
  const packages = packagesOf(files);
  written.set('licenses.txt', Buffer.from(licenceText(packages)));
  return new Map([...written].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The differences between dist/ and its expected content, one line per file. */
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

/** Every start loads the entry; chunks are loaded by the phases that need them. */
function sizes(files: ReadonlyMap<string, Buffer>): string {
  return [...files]
    .map(([name, content]) => `${content.length.toString().padStart(9)}  dist/${name}`)
    .join('\n');
}

async function run(): Promise<void> {
  const files = await bundle();
  if (!process.argv.includes('--check')) {
    write(files);
    console.log(sizes(files));
    return;
  }
  const stale = differences(files);
  if (stale.length === 0) return;
  const names = stale.map((line) => `dist/${line}`).join('\n');
  throw new Error(`${names}\ndist/ is not what \`npm run bundle\` writes: run it and commit dist/`);
}

try {
  await run();
} catch (error) {
  // Without the stack: Node would print ncc's line that threw, which is megabytes long.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
