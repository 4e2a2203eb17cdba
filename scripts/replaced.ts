/** What the bundle has in place of parts of packages that this action does not use, and that would slow down every start. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN } from './licences.ts';
import type { Replaced } from './webpack.ts';

/**
 * Writes the replacements to lib/, next to the compiled modules that import them.
 *
 * @param root the repository's folder
 */
export function replaceUnused(root: string): readonly Replaced[] {
  const packages = join(root, 'lib', 'node_modules');
  rmSync(packages, { recursive: true, force: true });
  replaceInCore(root, packages);
  return undiciInUse(root, packages);
}

/**
 * `@actions/core` loads an HTTP client (0.9 MB with its undici) for OIDC tokens, and a command runner for facts about
 * the machine. This action needs neither. So the bundle contains a copy of `@actions/core` in lib/ with
 * `scripts/stand-in.ts` in their place. The copy also declares that its modules have no side effects, so that the bundler
 * leaves out those that nothing is imported from (summary, OIDC, paths). Everything else is as installed.
 */
function replaceInCore(root: string, packages: string): void {
  const core = join(packages, '@actions', 'core');
  cpSync(join(root, 'node_modules', '@actions', 'core'), core, { recursive: true });
  const manifest = join(core, 'package.json');
  const described = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, unknown>>;
  writeFileSync(manifest, JSON.stringify({ ...described, sideEffects: false }));
  for (const name of ['http-client', 'exec']) {
    const folder = join(core, 'node_modules', '@actions', name);
    mkdirSync(folder, { recursive: true });
    cpSync(join(root, 'lib', 'scripts', 'stand-in.js'), join(folder, 'index.js'));
    const exports = { '.': './index.js', './lib/auth': './index.js' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: OWN, type: 'module', exports }));
  }
}

/**
 * The parts of undici in use, for us and for the packages that import it. They are in a package of their own: its
 * `sideEffects` has the bundler leave out the file that nothing is imported from, and it is in the chunk of undici.
 */
function undiciInUse(root: string, packages: string): readonly Replaced[] {
  const folder = join(packages, 'undici-in-use');
  cpSync(join(root, 'lib', 'scripts', 'undici'), folder, { recursive: true });
  const manifest = { name: OWN, type: 'module', sideEffects: ['./dispatchers.js'] };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const unused = join(folder, 'unused.cjs');
  const dispatcher = join(root, 'node_modules', 'undici', 'lib', 'dispatcher');
  return [
    { request: 'undici', from: root, by: join(folder, 'undici.js') },
    { request: './client-h2.js', from: dispatcher, by: unused },
    { request: '../web/fetch/body.js', from: dispatcher, by: unused },
  ];
}
