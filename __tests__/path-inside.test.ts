import { posix, win32 } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseIgnoreFile } from '../src/context/ignore/file.ts';
import { fileMode } from '../src/context/listing/file-system.ts';
import { relativePathInside, withSlashes } from '../src/path-inside.ts';

const W = String.raw;

describe('what lies in a folder on Windows', () => {
  test.each([
    ['a file below', W`D:\a\agents`, W`D:\a\agents\app\main.py`, 'app/main.py'],
    ['the folder', W`D:\a\agents`, W`D:\a\agents`, '.'],
    ['the folder with a slash behind', W`D:\a\agents`, 'D:\\a\\agents\\', '.'],
    ['slashes', 'D:/a/agents', 'D:/a/agents/app', 'app'],
    ['another case', W`D:\a\Agents`, W`d:\A\AGENTS\App`, 'App'],
    ['above', W`D:\a\agents`, W`D:\a`, undefined],
    ['beside, with the same beginning', W`D:\a\agents`, W`D:\a\agents-2\x`, undefined],
    ['another drive', W`D:\a\agents`, W`C:\a\agents\x`, undefined],
    ['a share', W`D:\a\agents`, W`\\server\share\agents\x`, undefined],
    ['in a share', W`\\server\share\agents`, W`\\SERVER\share\agents\x`, 'x'],
    ['another share', W`\\server\share`, W`\\server\other\x`, undefined],
    ['a name that begins with dots', W`D:\a`, W`D:\a\..b\c`, '..b/c'],
    ['a path that leads out', W`D:\a\agents`, W`D:\a\agents\..\x`, undefined],
  ])('%s', (_name, folder, file, way) => {
    expect(relativePathInside(folder, file, win32)).toBe(way);
  });
});

describe('what lies in a folder elsewhere', () => {
  test.each([
    ['a file below', '/w/agents', '/w/agents/app/main.py', 'app/main.py'],
    ['the folder', '/w/agents', '/w/agents/', '.'],
    ['everything is in the root', '/', '/w', 'w'],
    ['above', '/w/agents', '/w', undefined],
    ['beside, with the same beginning', '/w/agents', '/w/agents-2/x', undefined],
    ['another case', '/w/Agents', '/w/agents/x', undefined],
    ['a backslash is a character', '/w', '/w/a\\b', 'a\\b'],
    ['a name that begins with dots', '/w', '/w/..b/c', '..b/c'],
  ])('%s', (_name, folder, file, way) => {
    expect(relativePathInside(folder, file, posix)).toBe(way);
  });
});

test.each([
  [W`agents\*`, 'agents/*', W`agents\*`],
  [W`docker\prod.Dockerfile`, 'docker/prod.Dockerfile', W`docker\prod.Dockerfile`],
  ['agents/*', 'agents/*', 'agents/*'],
])('%s as a glob: on Windows %s, elsewhere %s', (text, windows, elsewhere) => {
  expect(withSlashes(text, win32)).toBe(windows);
  expect(withSlashes(text, posix)).toBe(elsewhere);
});

describe('an ignore file on Windows', () => {
  test.each([
    [W`app\secret.txt`, 'app/secret.txt', false],
    [W`!app\keep`, 'app/keep', true],
    [W`\build`, 'build', false],
    [W`.\build\ `, 'build', false],
    [W`**\*.pem`, '**/*.pem', false],
    ['app/x', 'app/x', false],
  ])('%s', (line, pattern, negated) => {
    for (const end of ['\n', '\r\n']) {
      expect(parseIgnoreFile(`# one\n${line}${end}`, '.dockerignore', win32)).toEqual([
        expect.objectContaining({ pattern, negated, line: 2 }),
      ]);
    }
    // Elsewhere it is an escape, and stays.
    if (line.includes('\\')) {
      expect(parseIgnoreFile(line, '.dockerignore', posix)[0]?.pattern).toContain('\\');
    }
  });
});

test.each([
  ['linux', 0o100644, 0o644],
  ['linux', 0o100755, 0o755],
  ['linux', 0o100666, 0o644],
  ['darwin', 0o100744, 0o755],
  ['win32', 0o100666, 0o755],
  ['win32', 0o100444, 0o755],
] as const)('on %s the mode %o of a file is sent as %o', (platform, mode, sent) => {
  expect(fileMode(mode, platform)).toBe(sent);
});
