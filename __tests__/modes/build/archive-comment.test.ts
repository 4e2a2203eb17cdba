import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { BuildFilter } from '../../../src/clouds/cloud.ts';
import { writeArchive } from '../../../src/context/archive/archive.ts';
import { listTree } from '../../../src/context/listing/listing.ts';
import { keyedComment, withoutOldBuild } from '../../../src/modes/build/archive-comment.ts';
import { treeRequest } from '../../../src/modes/build/tree-request.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { makeWorkspace, temporaryFolder } from '../../support/workspace.ts';

const HOUR = 3_600_000;

/** A packed context, and what is sent of it where the builds of its hashes, in the order that these are asked for, are so old. */
async function sent(ages: readonly (number | undefined | Error)[]) {
  const { path } = makeWorkspace({ Dockerfile: 'FROM scratch\n', 'app/main.py': 'print("hi")\n' });
  const context = { root: path, workspace: path, dockerfile: 'Dockerfile' };
  const left = [...ages];
  const asked: (string | undefined)[] = [];
  const recorder = createRunRecorder({ cloud: 'pipecat', outcome: 'building', source: {}, phases: [] });
  const list = async function* ({ contextHash }: BuildFilter) {
    asked.push(contextHash);
    const age = left.shift();
    if (age instanceof Error) throw age;
    if (age !== undefined) yield { id: 'b1', createdAt: new Date(Date.now() - age).toISOString() };
  };
  const step = {
    settings: {
      cloud: 'pipecat',
      build: 'auto',
      reuseWithinMs: 24 * HOUR,
      connection: { apiKey: 'not-a-key' },
      context,
    },
    signal: new AbortController().signal,
    console: { debug: () => undefined },
    recorder,
    cloud: async () => ({ list }),
  } as unknown as Step;
  const tree = await listTree(treeRequest(step.settings));
  const options = { destination: `${temporaryFolder()}/context.tar.gz`, prefix: '', md5: true } as const;
  const limit = { refuseAbove: 1e9, warnAbove: 1e9 };
  const packed = await writeArchive(tree, { ...options, limit, comment: keyedComment(step) });
  const tar = gunzipSync(readFileSync(packed.path));
  const hash = packed.md5?.slice(0, 16) ?? '';
  const result = await withoutOldBuild(step, { packed, hash }, 'Dockerfile');
  const bytes = readFileSync(result.packed.path);
  expect(createHash('md5').update(bytes).digest('hex')).toBe(result.packed.md5);
  expect(result.hash).toBe(result.packed.md5?.slice(0, 16));
  expect(gunzipSync(bytes)).toEqual(tar);
  expect(asked[0]).toBe(hash);
  return { hash, result, asked, why: recorder.result().build?.whyBuilt };
}

describe('the archive is sent', () => {
  test.each<[name: string, ages: readonly (number | undefined | Error)[]]>([
    ['as it is where the cloud has no equal build', [undefined]],
    ['as it is where the cloud has a young one', [23 * HOUR]],
  ])('%s', async (_name, ages) => {
    const { hash, result, asked } = await sent(ages);
    expect(result.hash).toBe(hash);
    expect(asked).toHaveLength(1);
  });

  test('with the last period’s comment where that has a young one', async () => {
    const { result, asked } = await sent([48 * HOUR, 23 * HOUR]);
    expect(result.hash).toBe(asked[1]);
    expect(result.hash).not.toBe(asked[0]);
  });

  test.each<[name: string, ofLast: number | undefined]>([
    ['has none', undefined],
    ['has one that is too old', 25 * HOUR],
  ])('with this period’s where the last %s', async (_name, ofLast) => {
    const { result, asked, why } = await sent([48 * HOUR, ofLast]);
    expect(asked).toHaveLength(2);
    expect(asked).not.toContain(result.hash);
    expect({ unread: result.unread, why }).toEqual({ unread: undefined, why: undefined });
  });

  test('as it is where the builds cannot be read, and nobody looks for one again', async () => {
    const { hash, result, why } = await sent([new Error('no answer')]);
    expect(result.hash).toBe(hash);
    expect({ unread: result.unread, why }).toEqual({
      unread: true,
      why: 'earlier builds could not be read',
    });
  });
});
