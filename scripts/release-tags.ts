import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/**
 * Moves the tags that workflows follow, `v1` and `v1.2`, to the release `v1.2.3`, never back: `node
 * scripts/release-tags.ts v1.2.3 [REMOTE]`. It imports no package and runs from its source (Node 22.18 or newer), so
 * that the job that may write to the repository installs nothing.
 */

type Version = readonly [major: number, minor: number, patch: number];

/** `v1.2.3`, without a pre-release; moving tags follow no other tag. */
export function versionOf(tag: string): Version | undefined {
  const parts = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(tag);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : undefined;
}

/** Negative if `left` is the older one. */
function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/**
 * The moving tags for `released`: that of the major if no release of this major is newer, that of the minor if none
 * of this minor is. So a late patch of an older minor moves only the minor's tag.
 * @param released for example `v1.2.3`
 * @param tags all tags of the repository; those that are not releases are skipped
 * @throws {Error} if `released` is not a release
 */
export function tagsToMove(released: string, tags: readonly string[]): readonly string[] {
  const version = versionOf(released);
  if (!version) throw new Error(`${released} is no release: expected a tag such as v1.2.3`);
  const [major, minor] = version;
  const newer = tags.map(versionOf).filter((other) => other && compare(other, version) > 0) as Version[];
  const ofMajor = newer.filter(([otherMajor]) => otherMajor === major);
  const ofMinor = ofMajor.filter(([, otherMinor]) => otherMinor === minor);
  return [
    ...(ofMajor.length === 0 ? [`v${major}`] : []),
    ...(ofMinor.length === 0 ? [`v${major}.${minor}`] : []),
  ];
}

/** A tag of the remote: its own object (for an annotated tag not the commit), and its commit. */
type Tag = { readonly object: string; readonly commit: string };

function tagsOf(remote: string): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>();
  // The line with `^{}` comes after that of the annotated tag and has the commit.
  for (const line of git('ls-remote', '--tags', remote).split('\n').filter(Boolean)) {
    const [hash = '', ref = ''] = line.split('\t');
    const name = ref.replace(/^refs\/tags\//, '').replace(/\^\{\}$/, '');
    tags.set(name, { object: tags.get(name)?.object ?? hash, commit: hash });
  }
  return tags;
}

function git(...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

function moveTags(released: string, remote: string): void {
  const tags = tagsOf(remote);
  const moved = tagsToMove(released, [...tags.keys()]);
  const commit = tags.get(released)?.commit;
  if (!commit) throw new Error(`${released} is no tag of ${remote}`);
  if (moved.length > 0) {
    git('fetch', '--quiet', '--no-tags', '--depth=1', remote, `refs/tags/${released}`);
    // One push: all of them move, or none. Each moves only if it is still where it was read.
    const seen = moved.map((tag) => `--force-with-lease=refs/tags/${tag}:${tags.get(tag)?.object ?? ''}`);
    git('push', '--quiet', '--atomic', ...seen, remote, ...moved.map((tag) => `${commit}:refs/tags/${tag}`));
  }
  const [major, minor] = versionOf(released) ?? [];
  for (const tag of [`v${major}`, `v${major}.${minor}`]) {
    console.log(
      moved.includes(tag) ? `${tag} is ${released} now (${commit})` : `${tag} stays: a newer release has it`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    moveTags(process.argv[2] ?? '', process.argv[3] ?? 'origin');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
