import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Header } from 'tar/header';
import { writeArchive } from '../../../src/context/archive/archive.ts';
import { GzipBlocks } from '../../../src/context/archive/gzip-blocks.ts';
import { splitByCompressibility } from '../../../src/context/archive/incompressible.ts';
import { headerOf, paddingOf } from '../../../src/context/archive/tar-header.ts';
import type { Entry } from '../../../src/context/entry.ts';
import { listTree } from '../../../src/context/listing/tree.ts';
import { anyText } from '../../support/any-text.ts';
import { testNodes } from '../../support/nodes.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const MIB = 1024 * 1024;
const LIMIT = { refuseAbove: 500 * MIB, warnAbove: 500 * MIB };

function treeAt(root: string) {
  const request = {
    workspace: root,
    root,
    dockerfile: join(root, 'Dockerfile'),
    dockerfileEntry: 'in-place',
  } as const;
  return listTree(request);
}

/** Text and noise in all the sizes at which something changes, the same bytes in every run. */
function plantMixed(root: string): void {
  mkdirSync(join(root, 'deep/er'), { recursive: true });
  writeFileSync(join(root, 'Dockerfile'), 'FROM scratch\n');
  symlinkSync('deep', join(root, 'link'));
  let state = 'seed';
  const noise = (length: number) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < length; have += 64) {
      const next = createHash('sha512').update(state).digest();
      state = next.toString('hex');
      parts.push(next);
    }
    return Buffer.concat(parts).subarray(0, length);
  };
  for (const size of [0, 1, 511, 512, 513, 4096, 8192, 20_000, 100_000, MIB - 512, MIB, MIB + 1, 2_700_000]) {
    writeFileSync(join(root, `noise-${size}`), noise(size));
    writeFileSync(
      join(root, `deep/er/text-${size}`),
      noise(64)
        .toString('hex')
        .repeat(size / 128 + 1)
        .slice(0, size),
    );
  }
  writeFileSync(join(root, 'stretches'), Buffer.concat(stretchesOf(noise(12 * MIB))));
}

/** Text and noise by turns: hundreds of stretches, which are compressed by the contexts of earlier ones. */
function stretchesOf(noise: Buffer): Buffer[] {
  const stretches: Buffer[] = [];
  for (let at = 0, left = noise; left.length > 0; at += 1) {
    const length = 9000 + left.readUInt16LE(0) / 4;
    const stretch = left.subarray(0, length);
    stretches.push(at % 2 ? stretch : Buffer.from(stretch.toString('hex').replace(/[0-7]/g, ' w')));
    left = left.subarray(length);
  }
  return stretches;
}

describe('equal trees have equal bytes', () => {
  const PACK = `
    import { writeFileSync } from 'node:fs';
    import { listTree } from './context/listing/tree.js';
    import { writeArchive } from './context/archive/archive.js';
    const [root, destination] = process.argv.slice(1);
    const tree = await listTree({ workspace: root, root, dockerfile: root + '/Dockerfile', dockerfileEntry: 'in-place' });
    const archive = await writeArchive(tree, { destination, prefix: '', md5: true, limit: { refuseAbove: 1e9, warnAbove: 1e9 } });
    writeFileSync(1, archive.md5);`;
  let compiled = '';
  let root = '';
  let expected = '';

  beforeAll(async () => {
    compiled = join(temporaryFolder('compiled'), 'lib');
    const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
    const options = [
      '-p',
      'tsconfig.build.json',
      '--outDir',
      compiled,
      '--noEmitOnError',
      'false',
      '--noCheck',
    ];
    execFileSync(process.execPath, [tsc, ...options], { stdio: 'ignore' });
    symlinkSync(join(process.cwd(), 'node_modules'), join(dirname(compiled), 'node_modules'));
    writeFileSync(join(dirname(compiled), 'package.json'), '{"type":"module"}');
    root = temporaryFolder('context');
    plantMixed(root);
    const options2 = {
      destination: join(temporaryFolder('archive'), 'a.tar.gz'),
      prefix: '',
      limit: LIMIT,
      md5: true,
    } as const;
    expected = (await writeArchive(await treeAt(root), options2)).md5 ?? '';
  });

  const packedBy = (node: string, cwd: string, folder: string, threads: string) =>
    execFileSync(
      node,
      ['--input-type=module', '--eval', PACK, folder, join(temporaryFolder('archive'), 'a.tar.gz')],
      {
        cwd,
        env: { ...process.env, UV_THREADPOOL_SIZE: threads },
        encoding: 'utf8',
      },
    );

  for (const node of testNodes) {
    test.each(['1', '2', '4', '16'])(`in a process of Node ${node.version} with %s threads`, (threads) => {
      expect(packedBy(node.path, join(compiled, 'src'), root, threads)).toBe(expected);
    });
  }

  test('in another folder, made in another order, at another time, with another umask', () => {
    const other = join(temporaryFolder('context'), 'elsewhere');
    mkdirSync(other);
    for (const name of readdirSync(root).reverse())
      cpSync(join(root, name), join(other, name), { recursive: true, verbatimSymlinks: true });
    chmodSync(join(other, 'Dockerfile'), 0o666);
    utimesSync(join(other, 'Dockerfile'), 12_345, 67_890);
    expect(packedBy(process.execPath, join(compiled, 'src'), other, '4')).toBe(expected);
  });

  test('while one more byte is another archive', () => {
    const other = join(temporaryFolder('context'), 'elsewhere');
    cpSync(root, other, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(other, 'Dockerfile'), 'FROM scratch\n\n');
    expect(packedBy(process.execPath, join(compiled, 'src'), other, '4')).not.toBe(expected);
  });
});

describe('a random tree comes back from GNU tar as it was', () => {
  const NAMES = anyText({ minLength: 1, maxLength: 60 }).filter(
    (name) =>
      !/[\0/]/.test(name) &&
      name !== '.' &&
      name !== '..' &&
      Buffer.byteLength(name) <= 255 &&
      Buffer.from(name).toString() === name,
  );
  const CONTENT = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    fc.nat({ max: 1_500_000 }).map((length) => Buffer.alloc(length, 'some text ')),
    fc.nat({ max: 300_000 }).map((length) => randomBytes(length)),
  );
  const LEAF = fc.oneof(
    fc.record({ kind: fc.constant('file' as const), content: CONTENT, program: fc.boolean() }),
    fc.record({ kind: fc.constant('link' as const), target: NAMES }),
    fc.record({ kind: fc.constant('folder' as const) }),
  );
  const TREE = fc.array(fc.record({ path: fc.array(NAMES, { minLength: 1, maxLength: 4 }), leaf: LEAF }), {
    maxLength: 12,
  });
  type Planted = typeof TREE extends fc.Arbitrary<infer T> ? T : never;

  function plant(root: string, items: Planted): void {
    writeFileSync(join(root, 'Dockerfile'), 'FROM scratch\n');
    for (const { path, leaf } of items) {
      const at = join(root, ...path);
      try {
        mkdirSync(dirname(at), { recursive: true });
        if (leaf.kind === 'folder') mkdirSync(at);
        if (leaf.kind === 'link') symlinkSync(leaf.target, at);
        if (leaf.kind === 'file')
          writeFileSync(at, leaf.content, { flag: 'wx', mode: leaf.program ? 0o755 : 0o644 });
      } catch {
        // Two of the random paths exclude each other: the first one stands.
      }
    }
  }

  function seen(folder: string, path = ''): string[] {
    return readdirSync(join(folder, path))
      .sort()
      .flatMap((name) => {
        const inner = join(path, name);
        const stats = lstatSync(join(folder, inner));
        const mode = (stats.mode & 0o777).toString(8);
        if (stats.isSymbolicLink()) return [`${inner} -> ${readlinkSync(join(folder, inner))}`];
        if (stats.isDirectory()) return [`${inner}/ ${mode}`, ...seen(folder, inner)];
        const digest = createHash('sha256')
          .update(readFileSync(join(folder, inner)))
          .digest('hex');
        return [`${inner} ${mode} ${stats.size} ${digest}`];
      });
  }

  test('names, kinds, modes, contents, targets', async () => {
    await fc.assert(
      fc.asyncProperty(TREE, async (items) => {
        const base = temporaryFolder('round-trip');
        const [root, back] = [join(base, 'in'), join(base, 'out')];
        mkdirSync(root);
        mkdirSync(back);
        plant(root, items);
        const destination = join(base, 'a.tar.gz');
        await writeArchive(await treeAt(root), { destination, prefix: './', limit: LIMIT });
        execFileSync('tar', [
          '--extract',
          '--gzip',
          '--preserve-permissions',
          '--file',
          destination,
          '--directory',
          back,
        ]);
        expect(seen(back)).toEqual(seen(root));
        rmSync(base, { recursive: true });
      }),
      { numRuns: 60 },
    );
  });
});

describe('headers', () => {
  const entry = (size: number) =>
    ({ path: 'big.bin', kind: 'file', source: '/nowhere', mode: 0o644, size }) as const;

  test.each([
    ['8 GiB less a byte fits ustar', 8 * 1024 ** 3 - 1, 512],
    ['8 GiB needs a pax record', 8 * 1024 ** 3, 1536],
    ['9 TB needs a pax record', 9e12, 1536],
  ])('%s', (_name, size, length) => {
    const header = headerOf(entry(size), '');
    expect(header).toHaveLength(length);
    const file = join(temporaryFolder('header'), 'one.tar');
    writeFileSync(file, header);
    // The content is missing, which tar says after it has shown the header.
    const script = `tar --list --verbose --numeric-owner --file ${file} 2>/dev/null || true`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toContain(` ${size} `);
  });

  test('each is what a header of its own would be, whatever came before it', () => {
    const path = fc.oneof(
      fc.string({ minLength: 1, maxLength: 300 }),
      fc.webPath().map((one) => `a${one}`),
    );
    const of = (kind: Entry['kind'], mode: number) =>
      fc.record({
        kind: fc.constant(kind),
        path,
        source: fc.constant('/nowhere'),
        mode: fc.constant(mode),
        size: fc.nat(kind === 'file' ? 2 ** 40 : 0),
        ...(kind === 'link' ? { target: fc.string({ minLength: 1, maxLength: 120 }) } : {}),
      });
    const entries = fc.array(
      fc.oneof(of('file', 0o644), of('file', 0o755), of('folder', 0o755), of('link', 0o777)),
    );
    fc.assert(
      fc.property(entries, (some) => {
        for (const one of some as Entry[])
          expect(textOf(headerOf(one, '').subarray(-512))).toBe(textOf(headerAlone(one)));
      }),
    );
  });

  test('an empty name, a name of null and a time do not appear in pax records', () => {
    const text = Buffer.from(headerOf({ ...entry(0), path: 'ü'.repeat(90) }, '')).toString('latin1');
    expect(text.match(/ (path|size|mtime|atime|ctime|uid|gid|uname|gname|linkpath)=/g)).toEqual([' path=']);
  });

  test.each([
    [0, 0],
    [1, 511],
    [511, 1],
    [512, 0],
    [513, 511],
  ])('content of %i bytes is followed by %i empty ones', (size, expected) => {
    expect(paddingOf(size)).toHaveLength(expected);
  });
});

describe('gzip blocks', () => {
  async function gzipped(bytes: Uint8Array): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    const blocks = new GzipBlocks((written) => {
      parts.push(...written.map((part) => Uint8Array.from(part)));
    });
    await blocks.add(bytes);
    await blocks.end();
    return Buffer.concat(parts);
  }

  test('any bytes come back, from Node and from GNU gzip', async () => {
    const piece = fc.oneof(
      fc.nat({ max: 200_000 }).map((length) => randomBytes(length)),
      fc.nat({ max: 200_000 }).map((length) => Buffer.alloc(length, 'words and words ')),
      fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.nat({ max: 30 })).map(([length, times]) => {
        const once = randomBytes(length);
        return Buffer.concat(Array.from({ length: times }, () => once));
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const bytes = Buffer.concat(pieces);
        const file = await gzipped(bytes);
        expect(gunzipSync(file).equals(bytes)).toBe(true);
        expect(execFileSync('gzip', ['-dc'], { input: file, maxBuffer: 64 * MIB }).equals(bytes)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['noise is stored at hardly more than its size', randomBytes(4 * MIB), 1.001],
    ['a block that repeats itself is not taken for noise', Buffer.alloc(4 * MIB, randomBytes(7000)), 0.02],
    [
      'bytes in a row are not taken for noise',
      Buffer.alloc(
        4 * MIB,
        Uint8Array.from({ length: 256 }, (_, at) => at),
      ),
      0.02,
    ],
    ['numbers with noise in some of their bytes', numbers(), 0.8],
  ])('%s', async (_name, bytes, share) => {
    expect((await gzipped(bytes)).length / bytes.length).toBeLessThan(share);
  });

  test.each([
    ['nothing', Buffer.alloc(0), []],
    ['text', Buffer.alloc(50_000, 'text '), [[0, 50_000, false]]],
    ['noise', randomBytes(49_152), [[0, 49_152, true]]],
    [
      'a scrap of noise',
      Buffer.concat([Buffer.alloc(8192, 't'), randomBytes(4096), Buffer.alloc(8192, 't')]),
      [[0, 20_480, false]],
    ],
    [
      'noise between text',
      Buffer.concat([Buffer.alloc(40_960, 't'), randomBytes(40_960), Buffer.alloc(10_000, 't')]),
      [
        [0, 40_960, false],
        [40_960, 81_920, true],
        [81_920, 91_920, false],
      ],
    ],
    [
      'noise that begins and ends within segments',
      Buffer.concat([Buffer.alloc(10_240, 't'), randomBytes(9216), Buffer.alloc(10_000, 't')]),
      [
        [0, 10_240, false],
        [10_240, 19_456, true],
        [19_456, 29_456, false],
      ],
    ],
    [
      'noise at both ends',
      Buffer.concat([randomBytes(9728), Buffer.alloc(10_240, 't'), randomBytes(9216)]),
      [
        [0, 9728, true],
        [9728, 19_968, false],
        [19_968, 29_184, true],
      ],
    ],
    [
      'noise with hardly any text between',
      Buffer.concat([randomBytes(9216), Buffer.alloc(512, 't'), randomBytes(9216)]),
      [
        [0, 9216, true],
        [9216, 9728, false],
        [9728, 18_944, true],
      ],
    ],
  ])('cut at noise: %s', (_name, block, expected) => {
    expect(
      splitByCompressibility(block).map(({ start, end, incompressible }) => [start, end, incompressible]),
    ).toEqual(expected);
  });
});

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** As node-tar encodes an entry that is told everything. */
function headerAlone({ path, kind, mode, size, target = '' }: Entry): Buffer {
  const [type, end] = { file: ['File', ''], folder: ['Directory', '/'], link: ['SymbolicLink', ''] }[kind];
  const who = { uid: 0, gid: 0, uname: '', gname: '', devmaj: 0, devmin: 0 };
  const block = Buffer.alloc(512);
  const rest = { path: `${path}${end}`, mode, size, linkpath: target, mtime: new Date(0) };
  new Header({ ...who, ...rest, type: type as 'File' }).encode(block);
  return block;
}

/** 64-bit numbers of which four bytes are noise. */
function numbers(): Buffer {
  const bytes = Buffer.alloc(2 * MIB);
  const noise = randomBytes(MIB);
  for (let at = 0; at < noise.length; at += 4) noise.copy(bytes, at * 2, at, at + 4);
  return bytes;
}
