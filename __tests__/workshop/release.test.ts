import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';
import { changesOf, releaseNotes } from '../../scripts/release-notes.ts';
import { tagsToMove, versionOf } from '../../scripts/release-tags.ts';
import { temporaryFolder } from '../support/workspace.ts';

describe('which tags a release moves', () => {
  test.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['the first release', 'v1.0.0', ['v1.0.0'], ['v1', 'v1.0']],
    ['the newest patch', 'v1.2.3', ['v1', 'v1.2', 'v1.2.2', 'v1.2.3'], ['v1', 'v1.2']],
    ['a new minor', 'v1.3.0', ['v1.2.3', 'v1.3.0'], ['v1', 'v1.3']],
    ['a new major', 'v2.0.0', ['v1.9.9', 'v2.0.0'], ['v2', 'v2.0']],
    ['a patch of an older minor, released late', 'v1.2.4', ['v1.2.4', 'v1.3.0'], ['v1.2']],
    ['an older patch of the newest minor', 'v1.3.0', ['v1.3.0', 'v1.3.1'], []],
    ['a patch of an older major', 'v1.9.10', ['v1.9.9', 'v1.9.10', 'v2.0.0'], ['v1', 'v1.9']],
    ['numbers, not letters, are compared', 'v1.10.0', ['v1.9.0', 'v1.10.0'], ['v1', 'v1.10']],
    [
      'what is no release is passed over',
      'v1.2.3',
      ['v1.9.0-beta.1', 'v1.09.0', 'release-1.9', 'v1.9', 'x'],
      ['v1', 'v1.2'],
    ],
  ])('%s', (_name, released, tags, moved) => {
    expect(tagsToMove(released, tags)).toEqual(moved);
  });

  test.each(['v1', 'v1.2', '1.2.3', 'v1.2.3-beta.1', 'v1.2.3+build', 'v01.2.3', '', 'main'])(
    '%j is refused',
    (tag) => {
      expect(versionOf(tag)).toBeUndefined();
      expect(() => tagsToMove(tag, [])).toThrow(/no release: expected a tag such as v1\.2\.3/);
    },
  );

  test('in whatever order releases come, each tag ends at its newest one', () => {
    const part = fc.integer({ min: 0, max: 11 });
    const version = fc
      .tuple(fc.integer({ min: 1, max: 2 }), part, part)
      .map((parts) => `v${parts.join('.')}`);
    fc.assert(
      fc.property(fc.uniqueArray(version, { minLength: 1, maxLength: 12 }), (releases) => {
        const at = new Map<string, string>();
        releases.forEach((released, index) => {
          for (const tag of tagsToMove(released, releases.slice(0, index + 1))) at.set(tag, released);
        });
        for (const tag of at.keys()) {
          const own = releases.filter((released) => released.startsWith(`${tag}.`));
          expect(at.get(tag)).toBe(own.sort(semver.rcompare)[0]);
        }
      }),
    );
  });
});

describe('scripts/release-tags.ts on a repository', () => {
  const script = resolve('scripts/release-tags.ts');
  const loader = resolve('__tests__/support/typescript-loader.js');
  const identity = [
    '-c',
    'user.name=Nobody',
    '-c',
    'user.email=nobody@example.invalid',
    '-c',
    'commit.gpgSign=false',
  ];

  function repository() {
    const remote = temporaryFolder('remote');
    const clone = temporaryFolder('clone');
    const git = (...args: readonly string[]) =>
      execFileSync('git', [...identity, ...args], { cwd: clone, encoding: 'utf8', stdio: 'pipe' }).trim();
    execFileSync('git', ['init', '--quiet', '--bare', remote]);
    execFileSync('git', ['clone', '--quiet', remote, clone], { stdio: 'pipe' });
    const release = (tag: string, ...flags: readonly string[]) => {
      git('commit', '--quiet', '--allow-empty', '-m', tag);
      git('tag', ...flags, tag);
      git('push', '--quiet', 'origin', 'HEAD', tag);
    };
    const move = (tag: string) =>
      spawnSync(process.execPath, ['--no-warnings', '--import', loader, script, tag], {
        cwd: clone,
        encoding: 'utf8',
        timeout: 60_000,
      });
    const commitOf = (ref: string) => git('rev-parse', `${ref}^{commit}`);
    const at = (tag: string) => git('ls-remote', 'origin', `refs/tags/${tag}`).split('\t')[0];
    return { git, release, move, commitOf, at };
  }

  test('moves forward, makes the minor tag, and leaves both to a newer release', () => {
    const { release, move, commitOf, at } = repository();
    release('v1.0.0');
    expect(move('v1.0.0')).toMatchObject({ status: 0, stderr: '' });
    expect([at('v1'), at('v1.0')]).toEqual([commitOf('v1.0.0'), commitOf('v1.0.0')]);

    // An annotated tag has an object of its own: the moving tags mean its commit.
    release('v1.1.0', '-a', '-m', 'annotated');
    expect(move('v1.1.0').stdout).toContain(`v1 is v1.1.0 now (${commitOf('v1.1.0')})`);
    expect([at('v1'), at('v1.1'), at('v1.0')]).toEqual(
      ['v1.1.0', 'v1.1.0', 'v1.0.0'].map((tag) => commitOf(tag)),
    );

    release('v1.0.1');
    expect(move('v1.0.1')).toMatchObject({
      status: 0,
      stdout: `v1 stays: a newer release has it\nv1.0 is v1.0.1 now (${commitOf('v1.0.1')})\n`,
    });
    expect([at('v1'), at('v1.0')]).toEqual([commitOf('v1.1.0'), commitOf('v1.0.1')]);

    // Once more, as a re-run of an old job does.
    expect(move('v1.0.0').stdout).toBe(
      'v1 stays: a newer release has it\nv1.0 stays: a newer release has it\n',
    );
    expect([at('v1'), at('v1.0')]).toEqual([commitOf('v1.1.0'), commitOf('v1.0.1')]);
  });

  test('fails with one line where the tag is none, and moves nothing', () => {
    const { release, move, at } = repository();
    release('v1.0.0');
    expect(move('v1.2.3')).toMatchObject({ status: 1, stderr: 'v1.2.3 is no tag of origin\n' });
    expect(move('v1.0.0-rc.1')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^v1\.0\.0-rc\.1 is no release.*\n$/),
    });
    expect(at('v1')).toBe('');
  });
});

describe('a release', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n- soon\n\n## 1.2.3 - 2026-11-29\n\n- this\n\n## 1.2.30\n\n- that\n';

  test.each([
    ['v1.2.3', '- this'],
    ['v1.2.30', '- that'],
  ])('%s has its own part of the changelog', (tag, changes) => {
    expect(changesOf(changelog, tag)).toBe(changes);
  });

  test.each(['v1.2', 'v1.2.4', 'v2.0.0'])('%s, of which it says nothing, is refused', (tag) => {
    expect(() => changesOf(changelog, tag)).toThrow(/CHANGELOG\.md says nothing of/);
  });

  test('says how to pin and to verify it', () => {
    const commit = 'c'.repeat(40);
    const notes = releaseNotes(changelog, 'v1.2.3', 'some/where', commit);
    expect(notes).toContain(`- uses: some/where@${commit} # v1.2.3\n`);
    expect(notes).toContain('gh attestation verify dist/index.js --repo some/where');
  });

  test('of the version in package.json is in CHANGELOG.md', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(changesOf(readFileSync('CHANGELOG.md', 'utf8'), `v${version}`)).not.toBe('');
  });
});
