import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { writeArchive } from '../../../src/context/archive/archive.ts';
import type { Tree } from '../../../src/context/entry.ts';
import { hashTree } from '../../../src/context/hash/hash.ts';
import { listTree } from '../../../src/context/listing/tree.ts';
import { AbortedError, UserError } from '../../../src/errors.ts';
import { temporaryFolder, writeFiles } from '../../support/workspace.ts';

const ROOMY = { refuseAbove: 500 * 1024 * 1024, warnAbove: 500_000_000 };

function contextOf(files: Readonly<Record<string, string | Buffer>>): string {
  const root = temporaryFolder('context');
  writeFiles(root, { Dockerfile: 'FROM scratch\n', ...files });
  return root;
}

function treeAt(root: string): Promise<Tree> {
  return listTree({
    workspace: root,
    root,
    dockerfile: join(root, 'Dockerfile'),
    dockerfileEntry: 'in-place',
  });
}

async function pack(root: string, options: { prefix?: '' | './'; tree?: Tree; md5?: boolean } = {}) {
  const destination = join(temporaryFolder('archive'), 'context.tar.gz');
  const tree = options.tree ?? (await treeAt(root));
  return writeArchive(tree, { destination, prefix: '', limit: ROOMY, ...options });
}

/** What GNU tar says of each entry: type with mode, owner, size, name, target. */
function listing(archive: string): string[] {
  const options = [
    '--list',
    '--verbose',
    '--numeric-owner',
    '--full-time',
    '--utc',
    '--quoting-style=escape',
  ];
  const output = execFileSync('tar', [...options, '--gzip', '--file', archive], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/ +/g, ' '));
}

function unpack(archive: string): string {
  const folder = temporaryFolder('unpacked');
  execFileSync('tar', [
    '--extract',
    '--gzip',
    '--preserve-permissions',
    '--file',
    archive,
    '--directory',
    folder,
  ]);
  return folder;
}

describe('GNU tar reads', () => {
  test('files, programs, folders, links, hard links as files, all without an owner or a time', async () => {
    const root = contextOf({ 'app/run.sh': '#!/bin/sh\n', 'app/secret.txt': 's', empty: '' });
    chmodSync(join(root, 'app/run.sh'), 0o4755);
    chmodSync(join(root, 'app/secret.txt'), 0o600);
    linkSync(join(root, 'app/secret.txt'), join(root, 'app/twin.txt'));
    mkdirSync(join(root, 'nothing-in-it'));
    symlinkSync('../outside/and gone', join(root, 'dangling'));
    symlinkSync('app', join(root, 'folder-link'));
    expect(listing((await pack(root)).path)).toEqual([
      '-rw-r--r-- 0/0 13 1970-01-01 00:00:00 Dockerfile',
      'drwxr-xr-x 0/0 0 1970-01-01 00:00:00 app/',
      '-rwxr-xr-x 0/0 10 1970-01-01 00:00:00 app/run.sh',
      '-rw-r--r-- 0/0 1 1970-01-01 00:00:00 app/secret.txt',
      '-rw-r--r-- 0/0 1 1970-01-01 00:00:00 app/twin.txt',
      'lrwxrwxrwx 0/0 0 1970-01-01 00:00:00 dangling -> ../outside/and gone',
      '-rw-r--r-- 0/0 0 1970-01-01 00:00:00 empty',
      'lrwxrwxrwx 0/0 0 1970-01-01 00:00:00 folder-link -> app',
      'drwxr-xr-x 0/0 0 1970-01-01 00:00:00 nothing-in-it/',
    ]);
  });

  test('the prefix before every name', async () => {
    const archive = await pack(contextOf({ 'a/b.txt': 'b' }), { prefix: './' });
    expect(listing(archive.path).map((line) => line.split(' ').at(-1))).toEqual([
      './Dockerfile',
      './a/',
      './a/b.txt',
    ]);
  });

  const long = (length: number) => `${'folder-name/'.repeat(Math.ceil(length / 12)).slice(0, length - 1)}x`;
  test.each([
    ['99 bytes', long(99)],
    ['100 bytes', long(100)],
    ['101 bytes', long(101)],
    ['101 bytes without a folder', 'n'.repeat(101)],
    ['255 bytes in one name', 'n'.repeat(255)],
    ['256 bytes', long(256)],
    ['300 bytes', long(300)],
    ['1500 bytes', long(1500)],
    ['letters beyond ASCII', 'données/naïve-日本語-😀.txt'],
    ['the same letters decomposed', 'donne\u0301es/x.txt'],
    ['long and beyond ASCII', `${'日本語/'.repeat(60)}😀`],
    ['a line break', 'one\ntwo.txt'],
    ['what looks like a pax record', '20 path=/etc/passwd\n.txt'],
    ['a backslash', 'back\\slash.txt'],
    ['spaces at both ends', ' name '],
    ['an equals sign and quotes', 'a="b\'.txt'],
    ['a dash first', '-rf'],
  ])('a name with %s', async (_name, path) => {
    const root = contextOf({ [path]: 'content' });
    mkdirSync(join(root, `${path}-folder`.slice(-255)), { recursive: true });
    const unpacked = unpack((await pack(root)).path);
    expect(readFileSync(join(unpacked, path), 'utf8')).toBe('content');
    const names = (folder: string) => readdir(folder, { recursive: true }).then((all) => all.sort());
    expect(await names(unpacked)).toEqual(await names(root));
  });

  test.each([
    ['99 bytes', 't'.repeat(99)],
    ['100 bytes', 't'.repeat(100)],
    ['101 bytes', 't'.repeat(101)],
    ['1000 bytes', 't/'.repeat(500)],
    ['letters beyond ASCII', 'données/日本語'],
  ])('a link whose target has %s', async (_name, target) => {
    const root = contextOf({});
    symlinkSync(target, join(root, 'link'));
    const unpacked = unpack((await pack(root)).path);
    expect(execFileSync('readlink', [join(unpacked, 'link')], { encoding: 'utf8' })).toBe(`${target}\n`);
  });
});

test('folders keep their slash however long their names are', async () => {
  const folder = `${'f'.repeat(80)}/${'g'.repeat(80)}/${'h'.repeat(200)}`;
  const root = contextOf({ [`${folder}/x`]: '' });
  const folders = listing((await pack(root)).path).filter((line) => line.startsWith('d'));
  expect(folders).toHaveLength(3);
  for (const line of folders) expect(line).toMatch(/\/$/);
});

test("Python's tarfile reads the same", async () => {
  const root = contextOf({
    'a/ünïcode.txt': 'u',
    [`${'long/'.repeat(40)}x.bin`]: Buffer.alloc(3_000_000, 'xyz'),
  });
  symlinkSync('a', join(root, 'link'));
  const archive = await pack(root);
  const script = [
    'import hashlib, sys, tarfile',
    'with tarfile.open(sys.argv[1], "r:gz") as archive:',
    '    for member in archive:',
    '        content = archive.extractfile(member).read() if member.isfile() else b""',
    '        print(member.name, oct(member.mode), member.linkname, hashlib.md5(content).hexdigest())',
  ].join('\n');
  const seen = execFileSync('python3', ['-c', script, archive.path], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  const expected = [...(await treeAt(root)).entries].map((entry) => {
    const content = entry.kind === 'file' ? readFileSync(entry.source) : '';
    const mode = `0o${entry.mode.toString(8)}`;
    return [entry.path, mode, entry.target ?? '', createHash('md5').update(content).digest('hex')].join(' ');
  });
  expect(seen.trimEnd().split('\n')).toEqual(expected);
});

test('the result reports what is on disk', async () => {
  const root = contextOf({ 'a.txt': 'abc', 'b/c.bin': Buffer.alloc(2_500_000, 'text ') });
  const tree = await treeAt(root);
  const archive = await pack(root, { tree, md5: true });
  const bytes = readFileSync(archive.path);
  expect(archive).toEqual({
    path: archive.path,
    bytes: bytes.length,
    md5: createHash('md5').update(bytes).digest('hex'),
    workingTreeHash: await hashTree(tree),
    files: 3,
    contentBytes: 2_500_003 + 13,
    notices: [],
  });
  expect(statSync(archive.path).mode & 0o777).toBe(0o600);
  // Member header: deflate, no name, time 0, system unknown; and the tar ends with two empty blocks.
  expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  const tar = gunzipSync(bytes);
  expect(tar.length).toBe(512 * (2 + 2 + 1 + 1 + Math.ceil(2_500_000 / 512) + 2));
  expect(tar.subarray(-1024).every((byte) => byte === 0)).toBe(true);
});

describe('a comment in the gzip header', () => {
  const root = contextOf({ 'a.txt': 'a\n', 'big.bin': Buffer.alloc(2_500_000, 'xyz') });
  const keyed = (key: string) => (hash: string) =>
    createHash('sha256').update(`${key} ${hash}`).digest('hex');
  const withComment = async (key: string) =>
    writeArchive(await treeAt(root), {
      destination: join(temporaryFolder('archive'), 'context.tar.gz'),
      prefix: '',
      limit: ROOMY,
      md5: true,
      comment: keyed(key),
    });

  test('is made from the tree’s hash, and the rest of the archive is as without it', async () => {
    const [plain, archive] = [await pack(root), await withComment('one')];
    const bytes = readFileSync(archive.path);
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 16, 0, 0, 0, 0, 0, 255]);
    expect(bytes.subarray(10, 74).toString()).toBe(keyed('one')(archive.workingTreeHash));
    expect(bytes[74]).toBe(0);
    expect(bytes.subarray(75).equals(readFileSync(plain.path).subarray(10))).toBe(true);
    expect(archive.bytes).toBe(bytes.length);
    expect(archive.md5).toBe(createHash('md5').update(bytes).digest('hex'));
    const again = await withComment('one');
    expect(again.md5).toBe(archive.md5);
    expect((await withComment('two')).md5).not.toBe(archive.md5);
  });

  test('is skipped by every reader', async () => {
    const { path } = await withComment('one');
    const plain = await pack(root);
    expect(listing(path)).toEqual(listing(plain.path));
    expect(gunzipSync(readFileSync(path)).equals(gunzipSync(readFileSync(plain.path)))).toBe(true);
    execFileSync('gzip', ['--test', path]);
    const python = 'import sys, tarfile; print(len(tarfile.open(sys.argv[1]).getmembers()))';
    expect(execFileSync('python3', ['-c', python, path], { encoding: 'utf8' }).trim()).toBe('3');
  });
});

describe('a file that is not what was listed is an error with its path, and nothing stays on disk', () => {
  const MIB = 1024 * 1024;
  const replace = (file: string, by: () => unknown) => {
    rmSync(file);
    by();
  };
  test.each([
    ['grew', 10, (file: string) => appendFileSync(file, '!'), /changed/],
    ['grew from nothing', 0, (file: string) => appendFileSync(file, '!'), /changed/],
    ['grew, and is long', 3 * MIB, (file: string) => appendFileSync(file, '!'), /changed/],
    ['shrank', 10, (file: string) => truncateSync(file, 9), /changed/],
    ['was emptied', 10, (file: string) => truncateSync(file, 0), /changed/],
    ['shrank, and is long', 3 * MIB, (file: string) => truncateSync(file, 2 * MIB), /changed/],
    ['vanished', 10, (file: string) => rmSync(file), /vanished/],
    [
      'became a link',
      10,
      (file: string) => replace(file, () => symlinkSync('Dockerfile', file)),
      /is none now/,
    ],
    ['became a folder', 10, (file: string) => replace(file, () => mkdirSync(file)), /is none now/],
    ['became a pipe', 10, (file: string) => replace(file, () => execFileSync('mkfifo', [file])), /changed/],
  ])('%s', async (_name, size, change, message) => {
    const root = contextOf({ 'data/one.bin': Buffer.alloc(size, 1), 'data/two.bin': 'two' });
    const tree = await treeAt(root);
    change(join(root, 'data/one.bin'));
    const folder = temporaryFolder('archive');
    const options = { destination: join(folder, 'context.tar.gz'), prefix: '', limit: ROOMY } as const;
    const failure = await writeArchive(tree, options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toMatch(/^data\/one\.bin /);
    expect((failure as UserError).message).toMatch(message);
    expect((failure as UserError).hint).toBeTruthy();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a destination that cannot be written', () => {
  test('a full disk names the folder', async () => {
    const destination = '/dev/full';
    const root = contextOf({});
    const failure = await writeArchive(await treeAt(root), { destination, prefix: '', limit: ROOMY }).catch(
      (e: unknown) => e,
    );
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toBe(
      'The disk is full: the archive could not be written to /dev.',
    );
    expect(lstatSync(destination).isCharacterDevice()).toBe(true);
  });

  test('a folder that is not there is named', async () => {
    const destination = join(temporaryFolder('archive'), 'gone', 'context.tar.gz');
    const root = contextOf({});
    const failure = await writeArchive(await treeAt(root), { destination, prefix: '', limit: ROOMY }).catch(
      (e: unknown) => e,
    );
    expect((failure as Error).message).toMatch(/gone \(ENOENT\)/);
  });

  test('a link at the destination is not written through', async () => {
    const folder = temporaryFolder('archive');
    writeFileSync(join(folder, 'target'), 'precious');
    symlinkSync('target', join(folder, 'context.tar.gz'));
    const options = { destination: join(folder, 'context.tar.gz'), prefix: '', limit: ROOMY } as const;
    await expect(writeArchive(await treeAt(contextOf({})), options)).rejects.toBeInstanceOf(UserError);
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('precious');
  });
});

test('an abort leaves nothing on disk', async () => {
  const folder = temporaryFolder('archive');
  const abort = new AbortController();
  const root = contextOf({ 'long.bin': Buffer.alloc(40 * 1024 * 1024, 'x') });
  const options = {
    destination: join(folder, 'c.tar.gz'),
    prefix: '',
    limit: ROOMY,
    signal: abort.signal,
  } as const;
  const work = writeArchive(await treeAt(root), options);
  setImmediate(() => abort.abort());
  await expect(work).rejects.toBeInstanceOf(AbortedError);
  expect(await readdir(folder)).toEqual([]);
});
