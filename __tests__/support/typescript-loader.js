/**
 * `node --import <this file> script.ts`: starts TypeScript as it is, so that tests can have processes of their own on
 * every Node, not only on those that strip types themselves. What a file becomes is kept below `.cache`, by its content:
 * loading the compiler takes longer than most of these processes.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

const kept = new URL('../../.cache/typescript/', import.meta.url);

/** Called by Node in its loader thread. */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const text = await readFile(new URL(url), 'utf8');
  const place = new URL(`${createHash('sha256').update(text).digest('hex')}.js`, kept);
  const known = await readFile(place, 'utf8').catch(() => undefined);
  const source = known ?? (await keep(await compile(text, url), place));
  return { format: 'module', source, shortCircuit: true };
}

async function compile(text, url) {
  const { transform } = await import('@swc/core');
  const { code } = await transform(text, {
    filename: fileURLToPath(url),
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
    swcrc: false,
  });
  return code;
}

/** Moved into its place as a whole, as many processes may do so at once. */
async function keep(code, place) {
  const partial = new URL(`${place.href}.${process.pid}`);
  try {
    await mkdir(kept, { recursive: true });
    await writeFile(partial, code);
    await rename(partial, place);
  } catch {
    // It is compiled again the next time.
  }
  return code;
}
