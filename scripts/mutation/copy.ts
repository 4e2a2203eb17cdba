import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CONTROL_FILE, instrumented, SWITCH, SWITCH_SOURCE } from './instrument.ts';
import type { Mutant } from './mutants.ts';

/** A copy of the repository with all mutants in it, in which one jest process runs at a time. */
export type Copy = {
  readonly folder: string;
  /** The temporary folder of all that runs there: what is left over is found by it. Beside the copy, as git would see it. */
  readonly temp: string;
  /** Says which mutant is active; see instrument.ts. */
  readonly control: string;
};

export type CopyOptions = {
  readonly root: string;
  /** Where the copies are made; emptied. Outside of any git repository. */
  readonly folder: string;
  readonly count: number;
  readonly mutants: readonly Mutant[];
  /** Of which commit tests and emulator are taken; the working tree's without. */
  readonly testsOf?: string;
};

/** What tests consist of, besides the code that they test. */
const TESTS = ['__tests__', 'emulator', 'contracts', 'jest.config.js', '.ci'];

/** Copies, instruments and bundles once, then copies that for each further worker. */
export function makeCopies(options: CopyOptions): Copy[] {
  rmSync(options.folder, { recursive: true, force: true });
  const copies = Array.from({ length: options.count }, (_, index) => placesOf(options.folder, index));
  const [first] = copies;
  if (first === undefined) return [];
  copyFiles(options, first.folder);
  instrument(first.folder, options.mutants);
  bundle(first.folder);
  for (const copy of copies.slice(1))
    cpSync(first.folder, copy.folder, { recursive: true, verbatimSymlinks: true });
  for (const copy of copies) {
    mkdirSync(copy.temp, { recursive: true });
    pointTo(copy);
  }
  return copies;
}

export function placesOf(folder: string, index: number): Copy {
  const own = join(folder, `worker-${index + 1}`);
  return { folder: join(own, 'copy'), temp: join(own, 'temp'), control: join(own, 'control') };
}

function copyFiles({ root, testsOf }: CopyOptions, to: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file));
  }
  if (testsOf !== undefined) {
    for (const path of TESTS) rmSync(join(to, path), { recursive: true, force: true });
    const archive = execFileSync('git', ['archive', testsOf, ...TESTS], { cwd: root, maxBuffer: 2 ** 30 });
    execFileSync('tar', ['-x'], { cwd: to, input: archive });
  }
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'));
  linkTools(join(root, '.cache'), join(to, '.cache'));
}

/** What `.ci/clients` installed. */
function linkTools(from: string, to: string): void {
  mkdirSync(to);
  const names = existsSync(from) ? readdirSync(from) : [];
  for (const name of names.filter((entry) => entry !== 'mutation'))
    symlinkSync(join(from, name), join(to, name));
}

function instrument(folder: string, mutants: readonly Mutant[]): void {
  const numbers = new Map(mutants.map(({ id }, index) => [id, index + 1]));
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const own = mutants.filter((mutant) => mutant.file === file);
    const path = join(folder, file);
    const source = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      instrumented(file, source, own, ({ id }) => numbers.get(id) ?? 0),
    );
  }
  writeFileSync(join(folder, SWITCH), SWITCH_SOURCE);
}

function bundle(folder: string): void {
  const node = (args: readonly string[]) =>
    execFileSync(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  } catch {
    // A switch hides from the compiler what a condition says of a type; it writes its output all the same.
  }
  node(['lib/scripts/bundle.js']);
}

function pointTo({ folder, control }: Copy): void {
  const bundled = readdirSync(join(folder, 'dist'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `dist/${name}`);
  for (const name of [SWITCH, ...bundled]) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    if (text.includes(CONTROL_FILE)) writeFileSync(path, text.replaceAll(CONTROL_FILE, control));
  }
}
