import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Random, randomOf } from './random.ts';
import { textOf } from './text.ts';

/**
 * Generated trees: the same bytes from the same seed on every machine. Text has the redundancy of source code (gzip
 * -6 leaves about a quarter), noise has none (images, wheels, weights).
 */
export type TreeShape = {
  readonly name: string;
  readonly files: number;
  /** Approximate content bytes of all files. */
  readonly bytes: number;
  /** The shares of files that are noise, and of those that are half text and half noise; the rest is text. */
  readonly noise: number;
  readonly mixed: number;
  /** Spread of the sizes: 0 for files of equal size. */
  readonly spread: number;
};

const MIB = 1024 * 1024;

export const SMALL_AGENT: TreeShape = {
  name: 'small agent',
  files: 1300,
  bytes: 8.7e6,
  noise: 0.02,
  mixed: 0.02,
  spread: 1,
};

export const MANY_FILES: TreeShape = {
  name: '20,000 files',
  files: 20_000,
  bytes: 500e6,
  noise: 0.1,
  mixed: 0.1,
  spread: 1,
};

export const LARGE_FILES: TreeShape = {
  name: '400 MB in 20 files',
  files: 20,
  bytes: 20 * 20 * MIB,
  noise: 0.5,
  mixed: 0.2,
  spread: 0,
};

/** The shape with its files and bytes divided; for quick runs and for growth. */
export function scaled(shape: TreeShape, by: number): TreeShape {
  const files = Math.max(1, Math.round(shape.files * by));
  return { ...shape, name: `${shape.name} x ${by}`, files, bytes: shape.bytes * by };
}

/** Writes the tree below `parent` unless it exists; returns its root. */
export function makeTree(shape: TreeShape, parent: string): string {
  const root = join(parent, shape.name.replace(/[^a-z0-9]+/gi, '-'));
  const finished = `${root}.made`;
  if (existsSync(finished)) return root;
  rmSync(root, { recursive: true, force: true });
  const random = randomOf(shape.files);
  const text = textOf(POOL_BYTES, random);
  const noise = noiseOf(random);
  const sizes = sizesOf(shape, random);
  for (const [index, size] of sizes.entries()) {
    const pick = random();
    const file = join(root, pathOf(index, shape.files, pick < shape.noise));
    mkdirSync(dirname(file), { recursive: true });
    if (pick < shape.noise) writeFileSync(file, sliceOf(noise, size, random));
    else if (pick < shape.noise + shape.mixed) writeFileSync(file, mixedOf(text, noise, size, random));
    else writeFileSync(file, sliceOf(text, size, random));
  }
  writeFileSync(join(root, 'Dockerfile'), 'FROM scratch\nCOPY . /app\n');
  writeFileSync(finished, '');
  return root;
}

function pathOf(index: number, files: number, noise: boolean): string {
  const folder = Math.floor(index / Math.max(1, Math.sqrt(files) / 3));
  return `package-${folder % 97}/src/part-${folder}/module-${index}.${noise ? 'bin' : 'py'}`;
}

function sizesOf(shape: TreeShape, random: Random): readonly number[] {
  const weights = Array.from({ length: shape.files }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.exp(shape.spread * normal);
  });
  const unit = shape.bytes / weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round(weight * unit));
}

const POOL_BYTES = 24 * MIB;

function sliceOf(pool: Buffer, size: number, random: Random): Buffer {
  const at = Math.floor(random() * (pool.length - Math.min(size, pool.length)));
  return pool.subarray(at, at + size);
}

/** Text and noise in stretches of some kilobytes, as in a binary with tables. */
function mixedOf(text: Buffer, noise: Buffer, size: number, random: Random): Buffer {
  const parts: Buffer[] = [];
  for (let left = size; left > 0; ) {
    const length = Math.min(left, Math.ceil(random() * 64 * 1024));
    parts.push(sliceOf(parts.length % 2 ? noise : text, length, random));
    left -= length;
  }
  return Buffer.concat(parts);
}

function noiseOf(random: Random): Buffer {
  const words = new Uint32Array(POOL_BYTES / 4);
  for (let at = 0; at < words.length; at += 1) words[at] = random() * 2 ** 32;
  return Buffer.from(words.buffer);
}
