import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A third-party package that is at least partly in the bundle. */
type BundledPackage = {
  readonly name: string;
  readonly version: string;
  /** The SPDX expression of its package.json. */
  readonly licence: string;
  /** Licence and notice files, as published; empty if the package has none. */
  readonly texts: readonly string[];
};

/**
 * Licences (SPDX) that allow redistribution in the bundle together with their text. A person has to decide about any
 * other.
 */
const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
]);

/** The package name of what scripts/bundle.ts itself adds. */
export const OWN = 'cloud-build-action';

const LICENCE_FILE = /^(licen[cs]e|copying|notice|thirdpartynotice)/i;

/**
 * @param files absolute paths of bundled modules
 * @throws Error that names every package whose licence is unknown or not accepted.
 */
export function packagesOf(files: readonly string[]): BundledPackage[] {
  const folders = [...new Set(files.flatMap((file) => packageFolder(file) ?? []))];
  const packages = folders.map(readPackage).filter(({ name }) => name !== OWN);
  const unknown = packages.filter(({ licence }) => !isAccepted(licence));
  if (unknown.length > 0) {
    const names = unknown.map(({ name, version, licence }) => `${name}@${version} (${licence})`).join(', ');
    throw new Error(`licences that nobody has accepted yet for the bundle: ${names}`);
  }
  const byLabel = new Map(packages.map((found) => [`${found.name}@${found.version}`, found]));
  return [...byLabel].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

/** An SPDX expression is accepted if all its licences are: alternatives are not chosen from. */
function isAccepted(expression: string): boolean {
  return expression.split(/[\s()]+|\bAND\b|\bOR\b/).every((id) => id === '' || ACCEPTED.has(id));
}

/** The folder of the innermost package of a file; our own files are in none. */
export function packageFolder(file: string): string | undefined {
  const parts = file.split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  const length = parts[at + 1]?.startsWith('@') ? 3 : 2;
  return parts.slice(0, at + length).join(sep);
}

function readPackage(folder: string): BundledPackage {
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = about as { name?: string; version?: string; license?: unknown };
  const texts = readdirSync(folder)
    .filter((entry) => LICENCE_FILE.test(entry) && existsSync(join(folder, entry)))
    .sort()
    .map((entry) => readFileSync(join(folder, entry), 'utf8').replace(/\r\n/g, '\n').trim());
  return {
    name: name ?? folder,
    version: version ?? 'without version',
    licence: typeof license === 'string' ? license : 'none declared',
    texts,
  };
}

/** One block per package, sorted by name. */
export function licenceText(packages: readonly BundledPackage[]): string {
  const blocks = packages.map(({ name, version, licence, texts }) => {
    const body = texts.length > 0 ? texts.join('\n\n') : `Published under ${licence} without a licence file.`;
    return `${name} ${version}\nLicence: ${licence}\n\n${body}\n`;
  });
  return `The files of this folder contain code of these packages.\n\n${blocks.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
