import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../../src/context/entry.ts';
import { DigestThread } from '../../../src/context/hash/digest-thread.ts';
import { digestsOf } from '../../../src/context/hash/digests.ts';
import { AbortedError, UserError } from '../../../src/errors.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const MIB = 1024 * 1024;
/** As many as make other threads pay, with room to spare. */
const MANY = 6000;

/** Files of these contents, as they would be listed. */
function filesOf(contents: Iterable<string>): readonly Entry[] {
  const folder = temporaryFolder('digests');
  return Array.from(contents, (content, index): Entry => {
    const source = join(folder, String(index));
    writeFileSync(source, content);
    return { path: `file-${index}`, kind: 'file', source, mode: 0o644, size: Buffer.byteLength(content) };
  });
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

async function allOf(entries: readonly Entry[], signal?: AbortSignal): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { digests } of digestsOf(entries, signal)) all.push(...digests);
  return all;
}

const LENGTHS = [0, 1, 5, MIB - 1, MIB, MIB + 1, 2 * MIB - 1, 2 * MIB, 3 * MIB + 7];

describe('a thread', () => {
  test('gives the digests in the order asked, whatever the length', async () => {
    const contents = LENGTHS.map((length) => 'abcdefg'.repeat(length / 7 + 1).slice(0, length));
    const thread = new DigestThread();
    expect(await thread.digestsOf(filesOf(contents))).toEqual(contents.map(sha256));
    thread.stop();
  });

  const spoil: readonly (readonly [string, (source: string) => void])[] = [
    ['has grown', (source) => appendFileSync(source, 'x')],
    ['has shrunk', (source) => truncateSync(source, 2)],
    ['is gone', (source) => rmSync(source)],
    [
      'is a link now',
      (source) => {
        rmSync(source);
        symlinkSync('/etc/hostname', source);
      },
    ],
  ];
  test.each(spoil)('gives no digest for a file that %s, and goes on', async (_name, change) => {
    for (const length of [5, MIB, MIB + 1]) {
      const contents = ['before', 'x'.repeat(length), 'after'];
      const files = filesOf(contents);
      change((files[1] as Entry).source);
      const thread = new DigestThread();
      expect(await thread.digestsOf(files)).toEqual([sha256('before'), '', sha256('after')]);
      thread.stop();
    }
  });

  test('that was stopped gives nothing, to those who wait as well', async () => {
    const thread = new DigestThread();
    const asked = thread.digestsOf(filesOf(['a']));
    thread.stop();
    expect(await asked).toEqual([]);
    expect(await thread.digestsOf(filesOf(['a']))).toEqual([]);
  });

  const failing: readonly (readonly [string, () => Worker])[] = [
    [
      'cannot be started',
      () => {
        throw new Error('ERR_WORKER_INIT_FAILED: EAGAIN');
      },
    ],
    ['dies at its start', () => new Worker('throw new Error("out of memory")', { eval: true })],
  ];

  test('that has ended is asked for nothing more', async () => {
    const worker = new Worker('', { eval: true });
    const thread = new DigestThread(() => worker);
    await once(worker, 'exit');
    expect(await thread.digestsOf(filesOf(['a']))).toEqual([]);
    expect(thread.busy).toBe(Number.POSITIVE_INFINITY);
  });

  test.each(failing)('that %s gives nothing, and is never free for more', async (_name, start) => {
    const thread = new DigestThread(start);
    expect(await thread.digestsOf(filesOf(['a']))).toEqual([]);
    expect(thread.busy).toBe(Number.POSITIVE_INFINITY);
    thread.stop();
  });
});

describe('a large tree', () => {
  const contents = Array.from({ length: MANY }, (_, index) => `content ${index}`);

  test('has every digest once and in order', async () => {
    const large = 'z'.repeat(3 * MIB + 7);
    const all = [...contents.slice(0, 3000), large, ...contents.slice(3000)];
    expect(await allOf(filesOf(all))).toEqual(all.map(sha256));
  });

  test.each([0, 700, 3333, MANY - 1])('names the file that changed, be it the %ith', async (index) => {
    const files = filesOf(contents);
    appendFileSync((files[index] as Entry).source, 'more');
    const failure = await allOf(files).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toContain(`file-${index} changed`);
  });

  test('is left when the step is aborted', async () => {
    const abort = new AbortController();
    const all = allOf(filesOf(contents), abort.signal);
    abort.abort();
    await expect(all).rejects.toBeInstanceOf(AbortedError);
  });
});
