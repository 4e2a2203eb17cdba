import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { AbortedError } from '../../errors.ts';
import type { Entry } from '../entry.ts';
import { createFileOpener, type ReadBuffer, readContent, type Wait } from '../listing/listing.ts';
import { type Digests, DigestThread } from './digest-thread.ts';

/** Some entries of a tree, in its order, and the SHA-256 of those that are files as lower-case hex. */
type Digested = { readonly entries: readonly Entry[]; readonly digests: Digests };

type Batch = { readonly entries: readonly Entry[]; readonly files: readonly Entry[] };
type StartedBatch = Batch & { readonly known: Digests | Promise<Digests> };

const SCRATCH_BYTES = 1024 * 1024;
/** The cost of opening and closing a file, as bytes that can be read in that time. */
const ENTRY_BYTES = 32 * 1024;
/** Bytes between two turns of the event loop, so that a signal waits only some milliseconds. */
const BATCH_BYTES = 16 * 1024 * 1024;
/** Bytes from which further threads help: with less, one thread is done before another has started. */
const PAYS_FROM_BYTES = 8 * BATCH_BYTES;
const MOST_THREADS = 4;
/** Batches queued for a thread, so that it does not wait for the main thread. */
const AT_HAND = 2;
/** Batches that may be ready early: as many as one thread does while another starts. */
const AHEAD = 16;

/**
 * The digests of all files, batch by batch in the order of the entries; for a large tree on several threads. Memory
 * does not grow with the content.
 * @throws {UserError} as `readContent`; {AbortedError} once `signal` fires.
 */
export async function* digestsOf(entries: Iterable<Entry>, signal?: AbortSignal): AsyncGenerator<Digested> {
  const threads = Array.from({ length: helpersFor(entries) }, () => new DigestThread());
  const ahead = threads.length === 0 ? 0 : AHEAD;
  const scratch = new Scratch(signal);
  const begun: StartedBatch[] = [];
  const stop = () => {
    for (const thread of threads) thread.stop();
  };
  // A thread may be reading a very large file.
  signal?.addEventListener('abort', stop);
  try {
    for (const batch of batchesOf(entries)) {
      const thread = threads.find(({ busy }) => busy < AT_HAND);
      const known = thread ? thread.digestsOf(batch.files) : await digestsHere(batch.files, scratch);
      begun.push({ ...batch, known });
      if (begun.length > ahead) yield await finished(begun.shift() as StartedBatch, scratch);
    }
    for (const batch of begun) yield await finished(batch, scratch);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
    scratch.opener.close();
  }
}

function helpersFor(entries: Iterable<Entry>): number {
  let bytes = 0;
  for (const { size } of entries) {
    bytes += size + ENTRY_BYTES;
    if (bytes >= PAYS_FROM_BYTES) return Math.min(availableParallelism(), MOST_THREADS) - 1;
  }
  return 0;
}

function* batchesOf(entries: Iterable<Entry>): Generator<Batch> {
  let batch: Entry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    batch.push(entry);
    bytes += entry.size + ENTRY_BYTES;
    if (bytes < BATCH_BYTES) continue;
    yield batchOf(batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batchOf(batch);
}

function batchOf(entries: readonly Entry[]): Batch {
  return { entries, files: entries.filter(({ kind }) => kind === 'file') };
}

/** Files without a digest from a thread are read here, which also gives the error if there is one. */
async function finished({ entries, files, known }: StartedBatch, scratch: Scratch): Promise<Digested> {
  return { entries, digests: await digestsHere(files, scratch, await known) };
}

async function digestsHere(files: readonly Entry[], scratch: Scratch, known: Digests = []): Promise<Digests> {
  const digests: string[] = [];
  for (const [index, file] of files.entries())
    digests.push(known[index] || (await readContent(file, scratch, scratch.opener)));
  await scratch.turn();
  return digests;
}

/** A buffer that is reused after its bytes were hashed. */
class Scratch implements ReadBuffer {
  readonly buffer = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  readonly start = 0;
  readonly opener = createFileOpener();
  readonly #signal: AbortSignal | undefined;
  #sinceTurn = 0;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  readonly took = (count: number): Wait => {
    this.#sinceTurn += count;
    return this.#sinceTurn >= BATCH_BYTES ? this.turn() : undefined;
  };

  /** One turn of the event loop, for signals and answers of threads. */
  async turn(): Promise<void> {
    this.#sinceTurn = 0;
    await turn();
    if (this.#signal?.aborted) throw new AbortedError('hashing the context was aborted');
  }
}
