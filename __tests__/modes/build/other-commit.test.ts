import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { identify } from '../../../src/modes/build/identity.ts';
import { warnOfOtherCommit } from '../../../src/modes/build/other-commit.ts';
import type { Step } from '../../../src/modes/step/step.ts';
import { createRunRecorder } from '../../../src/report/run-recorder.ts';
import { makeRepository, temporaryFolder } from '../../support/workspace.ts';

const ORIGIN = 'https://forge.example/octo/greeter';
const origin = makeRepository({ Dockerfile: 'FROM scratch\n' }, ORIGIN);
const main = origin.first;
origin.git('checkout', '--quiet', '-b', 'topic');
origin.write({ 'main.py': 'x' });
const head = origin.commit();
origin.git('checkout', '--quiet', '--detach', main);
origin.git('merge', '--quiet', '--no-ff', '--no-edit', head);
const merge = origin.git('rev-parse', 'HEAD');
origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');

/** A clone as actions/checkout makes it: of one commit, without history. */
function checkout(commit: string, remote = ORIGIN): string {
  const clone = join(temporaryFolder('clone'), 'clone');
  const git = (...args: string[]) => execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  git('init', '--quiet', clone);
  git('-C', clone, 'fetch', '--quiet', '--depth=1', `file://${origin.path}`, commit);
  git('-C', clone, 'checkout', '--quiet', commit);
  git('-C', clone, 'remote', 'add', 'origin', remote);
  return clone;
}

const OF_MAIN = { GITHUB_SHA: main, GITHUB_REF: 'refs/heads/main' };
const PULL = { number: 7, headCommit: head, fork: false };

type Given = {
  readonly folder: string;
  readonly event: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly pullRequest?: object | undefined;
  readonly tag?: string;
};

async function warned({ folder, event, env = OF_MAIN, tag, ...given }: Given): Promise<readonly string[]> {
  const warnings: string[] = [];
  const pullRequest = 'pullRequest' in given ? given.pullRequest : PULL;
  const step = {
    env,
    settings: { image: tag === undefined ? {} : { tag }, context: { root: folder, workspace: folder } },
    trigger: { event, pullRequest, repository: { addresses: ['forge.example/Octo/greeter'] } },
    console: { warning: (text: string) => void warnings.push(text), notice: () => undefined },
    recorder: createRunRecorder({ cloud: 'sgp', outcome: 'building', source: {}, phases: [] }),
    repositories: new Map(),
  } as unknown as Step;
  const { checkedOut } = await identify(step, async () => 'hash');
  warnOfOtherCommit(step, checkedOut);
  return warnings;
}

describe('a warning names both commits where the default branch is checked out for a pull request', () => {
  const words = (named: string, event: string) =>
    `The files are those of commit ${main.slice(0, 12)} of the default branch, and the image is ${named} as commit ${head.slice(0, 12)}, the head of pull request 7: that one is not checked out. docs/use/recipes.md shows what to check out on ${event}.`;
  const folder = checkout(main);

  test.each<[string, Given, string]>([
    ['pull_request_target', { folder, event: 'pull_request_target' }, words('tagged', 'pull_request_target')],
    ['workflow_run', { folder, event: 'workflow_run' }, words('tagged', 'workflow_run')],
    ['issue_comment on Gitea', { folder, event: 'issue_comment' }, words('tagged', 'issue_comment')],
    [
      'a tag of its own',
      { folder, event: 'pull_request_target', tag: 'v1' },
      words('reported', 'pull_request_target'),
    ],
    [
      'issue_comment on GitHub, which names no commit',
      { folder, event: 'issue_comment', pullRequest: { number: 7, fork: false } },
      `The files are those of commit ${main.slice(0, 12)} of the default branch, and the run is about pull request 7: its head is not checked out. docs/use/recipes.md shows what to check out on issue_comment.`,
    ],
  ])('%s', async (_name, given, warning) => {
    expect(await warned(given)).toEqual([warning]);
  });
});

describe('no warning', () => {
  const ofMerge = { GITHUB_SHA: merge, GITHUB_REF: 'refs/pull/7/merge' };
  const unknown = { number: 7, fork: false };

  test.each<[string, () => Given]>([
    ['of a pull_request', () => ({ folder: checkout(merge), event: 'pull_request', env: ofMerge })],
    [
      'of what a pull_request checked out by itself',
      () => ({ folder: checkout(main), event: 'pull_request' }),
    ],
    [
      'of a merge commit, in a clone without its parents',
      () => ({ folder: checkout(merge), event: 'pull_request_target' }),
    ],
    ['of the head', () => ({ folder: checkout(head), event: 'pull_request_target' })],
    ['of a push of a tag', () => ({ folder: checkout(main), event: 'push', pullRequest: undefined })],
    [
      'of a workflow_dispatch',
      () => ({ folder: checkout(main), event: 'workflow_dispatch', pullRequest: undefined }),
    ],
    [
      'of a comment whose workflow checked something out by itself',
      () => ({ folder: checkout(head), event: 'issue_comment', pullRequest: unknown }),
    ],
    [
      'of another repository, as of a submodule',
      () => ({
        folder: checkout(main, 'https://forge.example/octo/other'),
        event: 'pull_request_target',
      }),
    ],
    ['without a checkout', () => ({ folder: temporaryFolder('bare'), event: 'pull_request_target' })],
  ])('%s', async (_name, given) => {
    expect(await warned(given())).toEqual([]);
  });
});
