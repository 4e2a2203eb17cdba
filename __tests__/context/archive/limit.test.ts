import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { writeArchive } from '../../../src/context/archive/archive.ts';
import { overLimit } from '../../../src/context/archive/limit.ts';
import type { Entry, Tree } from '../../../src/context/entry.ts';
import { listTree } from '../../../src/context/listing/tree.ts';
import { UserError } from '../../../src/errors.ts';
import { temporaryFolder, writeFiles } from '../../support/workspace.ts';

const MIB = 1024 * 1024;

/** A tree of files with these sizes in MiB; nothing of it is on disk. */
function treeOf(sizes: Readonly<Record<string, number>>): Tree {
  const entries = Object.entries({ Dockerfile: 0, ...sizes }).map(
    ([path, size]): Entry => ({
      path,
      kind: 'file',
      source: `/nowhere/${path}`,
      mode: 0o644,
      size: size * MIB,
    }),
  );
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  return {
    entries,
    dockerfile: 'Dockerfile',
    files: entries.length,
    bytes,
    leftOut: [],
    notices: [],
    warnings: [],
    credentials: [],
  };
}

describe('the refusal', () => {
  test('names the ten largest files and the folder to leave out', () => {
    const models = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`models/m${at + 10}.bin`, 50 + at]),
    );
    const { message, hint } = overLimit(treeOf({ ...models, 'src/main.py': 1 }), 500 * MIB);
    expect(message.split('\n')).toEqual([
      'The context is too large: its archive passes 500.0 MiB (524288000 bytes) with 14 files of 667.0 MiB in all. The largest:',
      ...[61, 60, 59, 58, 57, 56, 55, 54, 53, 52].map((size) => `  ${size}.0 MiB  models/m${size - 40}.bin`),
    ]);
    expect(hint?.split('\n').slice(1)).toEqual(['  models', '  src/main.py']);
  });

  test('names folders where no few files explain the size', () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`web/node_modules/p${at}/index.js`, 2]),
    );
    const { message, hint } = overLimit(treeOf({ ...many, 'data/a.csv': 10, 'data/b.csv': 10 }), 500 * MIB);
    expect(message.split('\n').slice(1)).toEqual([
      '  800.0 MiB  web/node_modules/',
      '  20.0 MiB  data/',
      '  0.0 MiB  Dockerfile',
    ]);
    expect(hint?.split('\n').slice(1)).toEqual(['  web/node_modules', '  data']);
  });

  test('its lines are escaped for .dockerignore', () => {
    const { hint } = overLimit(treeOf({ '#weights[1].bin': 900 }), 500 * MIB);
    expect(hint?.split('\n').slice(1)).toEqual(['  \\#weights\\[1\\].bin']);
  });
});

describe('a real context above the limit', () => {
  const limits = (bytes: number) => ({ refuseAbove: bytes, warnAbove: 1000 });
  const rooted = () => {
    const root = temporaryFolder('context');
    writeFiles(root, { Dockerfile: 'FROM scratch\n', 'weights.bin': randomBytes(6 * MIB) });
    return listTree({
      workspace: root,
      root,
      dockerfile: join(root, 'Dockerfile'),
      dockerfileEntry: 'in-place',
    });
  };

  test('is refused while it is written, and nothing stays on disk', async () => {
    const folder = temporaryFolder('archive');
    const options = { destination: join(folder, 'c.tar.gz'), prefix: '', limit: limits(2 * MIB) } as const;
    const failure = await writeArchive(await rooted(), options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as Error).message).toContain('6.0 MiB  weights.bin');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('between warning and refusal it is packed with a notice', async () => {
    const options = { destination: join(temporaryFolder('archive'), 'c.tar.gz'), prefix: '' } as const;
    const quiet = await writeArchive(await rooted(), {
      ...options,
      limit: { refuseAbove: 9 * MIB, warnAbove: 8 * MIB },
    });
    const warned = await writeArchive(await rooted(), { ...options, limit: limits(9 * MIB) });
    expect(quiet.notices).toEqual([]);
    expect(warned.notices).toEqual([expect.stringContaining(`${warned.bytes} bytes`)]);
  });
});
