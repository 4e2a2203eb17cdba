import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findGit } from '../../src/git/find-git.ts';
import { temporaryFolder } from '../support/workspace.ts';

/** A machine that has these programs. */
const machine = (
  platform: NodeJS.Platform,
  programs: readonly string[],
  links: Record<string, string> = {},
) => ({
  platform,
  isProgram: (file: string) => programs.includes(file),
  real: (file: string) => links[file] ?? file,
});

const USUAL = String.raw`C:\Program Files\Git\cmd\git.exe`;
const IN_WORKSPACE = String.raw`D:\a\agents\agents\git.exe`;

describe('git on Windows', () => {
  test.each([
    ['the usual place', { Path: String.raw`C:\Windows;C:\Program Files\Git\cmd` }, [USUAL], USUAL],
    ['a quoted folder', { PATH: String.raw`"C:\Program Files\Git\cmd"` }, [USUAL], USUAL],
    [
      'a folder of the workspace first',
      { PATH: String.raw`D:\a\agents\agents;C:\Program Files\Git\cmd` },
      [IN_WORKSPACE, USUAL],
      USUAL,
    ],
    [
      'a folder of the workspace in another case',
      { PATH: String.raw`d:\A\AGENTS\agents;C:\Program Files\Git\cmd` },
      [String.raw`d:\A\AGENTS\agents\git.exe`, USUAL],
      USUAL,
    ],
    [
      'a folder of the workspace, with slashes and dots',
      { PATH: String.raw`D:/a/x/../agents/agents/bin;C:\Program Files\Git\cmd` },
      [String.raw`D:\a\agents\agents\bin\git.exe`, USUAL],
      USUAL,
    ],
    ['the current folder', { PATH: String.raw`.;C:\Program Files\Git\cmd` }, ['git.exe', USUAL], USUAL],
    ['an empty entry', { PATH: String.raw`;C:\Program Files\Git\cmd` }, ['git.exe', USUAL], USUAL],
    ['a folder of the current drive', { PATH: String.raw`\tools` }, [String.raw`\tools\git.exe`], undefined],
    ['the current folder of a drive', { PATH: 'C:tools' }, [String.raw`C:tools\git.exe`], undefined],
    [
      'a share',
      { PATH: String.raw`\\server\tools` },
      [String.raw`\\server\tools\git.exe`],
      String.raw`\\server\tools\git.exe`,
    ],
    ['a batch file alone', { PATH: String.raw`C:\shims` }, [String.raw`C:\shims\git.cmd`], undefined],
    ['no PATH', {}, [USUAL], undefined],
  ])('%s', (_name, env, programs, expected) => {
    expect(findGit(env, String.raw`D:\a\agents\agents`, machine('win32', programs))).toBe(expected);
  });
});

describe('git elsewhere', () => {
  test.each([
    ['the usual place', '/usr/local/bin:/usr/bin', ['/usr/bin/git'], '/usr/bin/git'],
    [
      'a folder of the workspace first',
      '/w/agents/bin:/usr/bin',
      ['/w/agents/bin/git', '/usr/bin/git'],
      '/usr/bin/git',
    ],
    ['a folder beside the workspace', '/w/agents-tools', ['/w/agents-tools/git'], '/w/agents-tools/git'],
    ['the current folder', '.::/usr/bin', ['git', '/usr/bin/git'], '/usr/bin/git'],
    ['a relative folder', 'bin:/usr/bin', ['bin/git', '/usr/bin/git'], '/usr/bin/git'],
    ['another case is another file', '/W/agents', ['/W/agents/git'], '/W/agents/git'],
  ])('%s', (_name, PATH, programs, expected) => {
    expect(findGit({ PATH }, '/w/agents', machine('linux', programs))).toBe(expected);
  });

  test('a link that leads into the workspace', () => {
    const links = { '/opt/bin/git': '/w/agents/tools/git' };
    const both = machine('linux', ['/opt/bin/git', '/usr/bin/git'], links);
    expect(findGit({ PATH: '/opt/bin:/usr/bin' }, '/w/agents', both)).toBe('/usr/bin/git');
  });

  test('on this machine: a folder of that name and a file that nobody may run are passed over', () => {
    const folder = temporaryFolder('path');
    const workspace = join(folder, 'workspace');
    for (const name of ['workspace', 'a', 'b', 'c', 'd', 'a/git']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'b/git'), '', { mode: 0o644 });
    writeFileSync(join(workspace, 'git'), '#!/bin/sh\n');
    chmodSync(join(workspace, 'git'), 0o755);
    symlinkSync(join(workspace, 'git'), join(folder, 'c/git'));
    writeFileSync(join(folder, 'd/git'), '#!/bin/sh\n', { mode: 0o755 });
    const PATH = ['a', 'b', 'c', 'd'].map((name) => join(folder, name)).join(':');
    expect(findGit({ PATH }, workspace)).toBe(join(folder, 'd/git'));
  });
});
