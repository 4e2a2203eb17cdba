import { Worker } from 'node:worker_threads';
import type { Entry } from '../entry.ts';
import { READ_FLAGS } from '../listing/listing.ts';

/** Files in order, with the sizes they were listed with. */
type Request = { readonly sources: readonly string[]; readonly sizes: readonly number[] };
/** SHA-256 as lower-case hex, in that order; empty for a file that could not be read as listed. */
export type Digests = readonly string[];

const NONE: Digests = [];

/**
 * A thread that hashes files, so that a large tree is hashed by two cores. It is optional: if it gives no digest,
 * because a file changed or the thread could not start, the caller reads the file.
 */
export class DigestThread {
  readonly #worker: Worker | undefined;
  readonly #waiting: ((digests: Digests) => void)[] = [];
  #over = false;

  constructor(start: () => Worker = startWorker) {
    try {
      this.#worker = start();
    } catch {
      // A job's container may allow no further thread (EAGAIN), and Node's permission model none at all.
      this.#over = true;
      return;
    }
    this.#worker.on('message', (digests: Digests) => this.#waiting.shift()?.(digests));
    this.#worker.on('error', () => this.stop());
    this.#worker.on('exit', () => this.stop());
  }

  /** Requests without an answer yet; `Infinity` once the thread has ended. */
  get busy(): number {
    return this.#over ? Number.POSITIVE_INFINITY : this.#waiting.length;
  }

  /** Resolves to an empty list once the thread has ended. */
  digestsOf(files: readonly Entry[]): Promise<Digests> {
    if (this.#over || this.#worker === undefined) return Promise.resolve(NONE);
    const request: Request = {
      sources: files.map(({ source }) => source),
      sizes: files.map(({ size }) => size),
    };
    this.#worker.postMessage(request);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Ends the thread and its open requests. */
  stop(): void {
    this.#over = true;
    for (const resolve of this.#waiting.splice(0)) resolve(NONE);
    // Not awaited: the thread has nothing to write.
    void this.#worker?.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(TEXT, { eval: true, workerData: READ_FLAGS });
}

/** Sent as text, as the bundle has no file for a thread; so it can only use its parameters. */
const TEXT = `(${serve.toString()})(require('node:worker_threads'), require('node:fs'), require('node:crypto'))`;

function serve(
  { parentPort, workerData: flags }: typeof import('node:worker_threads'),
  { openSync, readSync, closeSync }: typeof import('node:fs'),
  { createHash, hash }: typeof import('node:crypto'),
): void {
  const scratch = Buffer.allocUnsafeSlow(1024 * 1024);

  function digestOf(file: number, size: number): string {
    const sha = createHash('sha256');
    for (let left = size; ; ) {
      // Requests one byte more than listed, to notice a file that has grown.
      const wanted = Math.min(scratch.length, left + 1);
      const got = readSync(file, scratch, 0, wanted, null);
      if (got > left) return '';
      const ended = got < wanted;
      if (ended && got < left) return '';
      const bytes = scratch.subarray(0, got);
      if (ended && left === size) return hash('sha256', bytes, 'hex');
      sha.update(bytes);
      if (ended) return sha.digest('hex');
      left -= got;
    }
  }

  function read(source: string, size: number): string {
    try {
      const file = openSync(source, flags);
      try {
        return digestOf(file, size);
      } finally {
        closeSync(file);
      }
    } catch {
      return '';
    }
  }

  parentPort?.on('message', ({ sources, sizes }: Request) => {
    parentPort.postMessage(sources.map((source, index) => read(source, sizes[index] as number)));
  });
}
