import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../../src/errors.ts';
import { readTrigger, type Trigger } from '../../../src/host/event/trigger.ts';
import { detectHost } from '../../../src/host/host.ts';

const GITHUB = { GITHUB_ACTIONS: 'true' };
const GITEA = { GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true' };
const ZEROS = '0'.repeat(40);
const REPOSITORY = {
  full_name: 'acme/bots',
  default_branch: 'main',
  html_url: 'https://forge.invalid/acme/bots',
};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trigger-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(event: string, payload: unknown, env: NodeJS.ProcessEnv = {}): Promise<Trigger> {
  const path = join(folder, `${randomUUID()}.json`);
  await writeFile(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  const all = { ...GITHUB, GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_SHA: 'merge', ...env };
  return readTrigger(all, detectHost(all));
}

const pull = (head: object = {}, more: object = {}) => ({
  number: 7,
  pull_request: {
    number: 7,
    head: { sha: 'head', ref: 'feature/x', repo: { full_name: 'acme/bots', fork: false }, ...head },
    base: { sha: 'base', ref: 'main', repo: { full_name: 'acme/bots' } },
    ...more,
  },
  repository: REPOSITORY,
});

describe('the pull request and the commit that is built', () => {
  test.each<[string, string, unknown, NodeJS.ProcessEnv, Partial<Trigger>]>([
    [
      'pull_request: the head, not the merge commit',
      'pull_request',
      pull(),
      { GITHUB_REF: 'refs/pull/7/merge' },
      {
        pullRequest: { number: 7, headCommit: 'head', headRef: 'feature/x', fork: false },
        commit: 'head',
        ref: 'feature/x',
        base: 'base',
        closed: false,
      },
    ],
    [
      'pull_request_target',
      'pull_request_target',
      pull(),
      { GITHUB_REF: 'refs/heads/main' },
      { commit: 'head', ref: 'feature/x' },
    ],
    [
      'number at the top alone',
      'pull_request',
      { number: 9, pull_request: {} },
      {},
      { pullRequest: { number: 9, fork: true } },
    ],
    [
      'number from the ref alone',
      'pull_request',
      { pull_request: {} },
      { GITHUB_REF: 'refs/pull/12/head' },
      { pullRequest: { number: 12, fork: true } },
    ],
    ['closed', 'pull_request', { action: 'closed', ...pull() }, {}, { closed: true }],
    [
      'an issue comment on a pull request: the payload does not tell the commit',
      'issue_comment',
      { action: 'created', issue: { number: 5, pull_request: { url: 'x' } }, repository: REPOSITORY },
      { GITHUB_REF: 'refs/heads/main' },
      { pullRequest: { number: 5, fork: false }, closed: false },
    ],
    [
      'an issue comment on Gitea has the pull request',
      'issue_comment',
      { is_pull: true, issue: { number: 7 }, ...pull() },
      GITEA,
      { commit: 'head' },
    ],
    [
      'an issue comment on Gitea without it',
      'issue_comment',
      { is_pull: true, issue: { number: 5, pull_request: null } },
      GITEA,
      { pullRequest: { number: 5, fork: false } },
    ],
    [
      'workflow_run',
      'workflow_run',
      {
        workflow_run: {
          head_sha: 'ran',
          head_branch: 'b',
          pull_requests: [{ number: 3, head: { sha: 'x', ref: 'b' } }],
        },
        repository: REPOSITORY,
      },
      {},
      { pullRequest: { number: 3, headCommit: 'ran', headRef: 'b', fork: false }, commit: 'ran' },
    ],
    [
      'workflow_run on Gitea',
      'workflow_run',
      { workflow_run: { head_sha: 'head' }, ...pull() },
      GITEA,
      { commit: 'head', ref: 'feature/x' },
    ],
    [
      'workflow_call of a pull request on Gitea',
      'workflow_call',
      pull(),
      GITEA,
      { commit: 'head', closed: false },
    ],
    [
      'a branch that is gone',
      'pull_request',
      pull({ ref: 'refs/pull/7/head', label: 'feature/x' }),
      GITEA,
      { ref: 'pull/7/head', secretsWithheld: false },
    ],
  ])('%s', async (_, event, payload, env, expected) => {
    expect(await read(event, payload, env)).toMatchObject(expected);
  });

  test.each<[string, string, unknown]>([
    ['an issue comment on an issue', 'issue_comment', { issue: { number: 5 } }],
    [
      'workflow_run of a fork on GitHub',
      'workflow_run',
      { workflow_run: { head_sha: 'x', pull_requests: [] } },
    ],
    ['push', 'push', { after: 'x' }],
    [
      'merge_group may hold several',
      'merge_group',
      { merge_group: { head_sha: 'x', head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc' } },
    ],
    ['schedule', 'schedule', {}],
  ])('none: %s', async (_, event, payload) => {
    expect((await read(event, payload)).pullRequest).toBeUndefined();
  });
});

test.each<[string, string, object]>([
  ['an issue that is closed', 'issues', { action: 'closed', issue: { number: 7 } }],
  ['a pull request that is reopened', 'pull_request', { action: 'reopened', ...pull() }],
])('closes no pull request: %s', async (_, event, payload) => {
  expect((await read(event, payload)).closed).toBe(false);
});

test('a reusable workflow on Gitea sees another event, and the same pull request closed', async () => {
  expect((await read('workflow_call', { action: 'closed', ...pull() }, GITEA)).closed).toBe(true);
});

describe('pushes and other events', () => {
  test.each<[string, string, unknown, NodeJS.ProcessEnv, Partial<Trigger>]>([
    [
      'a push to the default branch',
      'push',
      { before: 'b', after: 'a', repository: REPOSITORY },
      { GITHUB_REF: 'refs/heads/main' },
      { pushToDefaultBranch: true, commit: 'a', base: 'b', ref: 'main', defaultBranch: 'main' },
    ],
    [
      'to another branch',
      'push',
      { before: 'b', after: 'a', repository: REPOSITORY },
      { GITHUB_REF: 'refs/heads/feature/main' },
      { pushToDefaultBranch: false, ref: 'feature/main' },
    ],
    [
      'of a tag with the branch’s name',
      'push',
      { after: 'a', repository: REPOSITORY },
      { GITHUB_REF: 'refs/tags/main' },
      { pushToDefaultBranch: false, ref: 'main' },
    ],
    [
      'merge_group',
      'merge_group',
      { merge_group: { head_sha: 'm', base_sha: 'b' } },
      {},
      { commit: 'm', base: 'b' },
    ],
    [
      'workflow_dispatch',
      'workflow_dispatch',
      { repository: REPOSITORY },
      { GITHUB_REF: 'refs/heads/main' },
      { commit: 'merge', ref: 'main', pushToDefaultBranch: false },
    ],
  ])('%s', async (_, event, payload, env, expected) => {
    expect(await read(event, payload, env)).toMatchObject(expected);
  });

  test('a new branch has no commit before; a deleted one none after', async () => {
    expect((await read('push', { before: ZEROS, after: 'a' })).base).toBeUndefined();
    const deleted = await read(
      'push',
      { deleted: true, after: ZEROS, repository: REPOSITORY },
      { GITHUB_REF: 'refs/heads/main' },
    );
    expect(deleted).toMatchObject({ pushToDefaultBranch: false, refDeleted: true });
    expect(deleted.commit).toBeUndefined();
  });

  test.each<[string, string, object, boolean]>([
    ['GitHub', 'push', { deleted: true, after: ZEROS }, true],
    ['Gitea, without "deleted"', 'push', { after: ZEROS }, true],
    ['a push of a commit', 'push', { deleted: false, before: ZEROS, after: 'a' }, false],
    ['another event', 'workflow_dispatch', { deleted: true, after: ZEROS }, false],
  ])('whether its branch was deleted: %s', async (_, event, payload, isDeleted) => {
    expect((await read(event, payload, {})).refDeleted ?? false).toBe(isDeleted);
  });
});

describe('secrets are withheld', () => {
  const fork = { repo: { full_name: 'stranger/bots', fork: true } };
  const DEPENDABOT = { GITHUB_ACTOR: 'dependabot[bot]' };
  test.each<[string, string, unknown, NodeJS.ProcessEnv, boolean]>([
    ['own branch', 'pull_request', pull(), {}, false],
    ['fork', 'pull_request', pull(fork), {}, true],
    ['fork without the flag', 'pull_request', pull({ repo: { full_name: 'stranger/bots' } }), {}, true],
    ['fork that was deleted', 'pull_request', pull({ repo: null }), {}, true],
    [
      'own branch of a repository that is a fork',
      'pull_request',
      pull({ repo: { full_name: 'acme/bots', fork: true } }),
      {},
      false,
    ],
    ['AGit flow', 'pull_request', pull({ ref: 'refs/pull/7/head', label: '' }), GITEA, true],
    ['AGit flow by its number', 'pull_request', pull({}, { flow: 1 }), GITEA, true],
    ['fork with the base’s secrets', 'pull_request_target', pull(fork), {}, false],
    ['review of a fork', 'pull_request_review', pull(fork), {}, true],
    ['Dependabot, pull request', 'pull_request', pull(), DEPENDABOT, true],
    ['Dependabot, push', 'push', { after: 'a' }, DEPENDABOT, true],
    ['Dependabot, deployment_status', 'deployment_status', {}, DEPENDABOT, true],
    [
      'Dependabot, re-run by a person',
      'pull_request',
      pull(),
      { ...DEPENDABOT, GITHUB_TRIGGERING_ACTOR: 'ann' },
      true,
    ],
    [
      'Dependabot’s pull request, started by a person',
      'pull_request',
      pull({}, { user: { login: 'dependabot[bot]' } }),
      { GITHUB_ACTOR: 'ann' },
      true,
    ],
    [
      'Dependabot’s pull request with the base’s secrets',
      'pull_request_target',
      pull({}, { user: { login: 'dependabot[bot]' } }),
      { GITHUB_ACTOR: 'ann' },
      false,
    ],
    ['Dependabot, schedule', 'schedule', {}, DEPENDABOT, false],
    [
      'a person on Dependabot’s branch',
      'pull_request',
      pull({ ref: 'dependabot/x' }),
      { GITHUB_ACTOR: 'ann' },
      false,
    ],
  ])('%s', async (_, event, payload, env, expected) => {
    expect((await read(event, payload, env)).secretsWithheld).toBe(expected);
  });
});

describe('the run’s page', () => {
  const RUN = {
    GITHUB_RUN_ID: '99',
    GITHUB_RUN_NUMBER: '4',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_SERVER_URL: 'http://internal:3000',
    GITHUB_REPOSITORY: 'acme/bots',
  };
  test.each<[string, unknown, NodeJS.ProcessEnv, string | undefined]>([
    ['GitHub', { repository: REPOSITORY }, RUN, 'https://forge.invalid/acme/bots/actions/runs/99/attempts/2'],
    [
      'Gitea',
      { repository: REPOSITORY },
      { ...RUN, ...GITEA },
      'https://forge.invalid/acme/bots/actions/runs/4?by_index=1',
    ],
    ['without a payload', {}, RUN, 'http://internal:3000/acme/bots/actions/runs/99/attempts/2'],
    ['act', { repository: REPOSITORY }, { ...RUN, ACT: 'true' }, undefined],
    ['an address of another kind', { repository: { html_url: 'javascript:alert(1)' } }, RUN, undefined],
  ])('%s', async (_, payload, env, expected) => {
    const trigger = await read('push', payload, env);
    expect(trigger.runUrl).toBe(expected);
    expect(trigger).toMatchObject({
      runId: '99',
      runNumber: 4,
      runAttempt: 2,
      repository: { owner: 'acme', name: 'bots' },
    });
  });
});

describe('odd payloads', () => {
  test('a file that is missing gives nothing', () => {
    const trigger = readTrigger(
      { GITHUB_EVENT_PATH: join(folder, 'none'), GITHUB_RUN_NUMBER: 'x' },
      detectHost({}),
    );
    expect(trigger).toEqual({
      event: '',
      closed: false,
      pushToDefaultBranch: false,
      secretsWithheld: false,
      runNumber: 0,
      runAttempt: 1,
    });
  });

  test('a file that is not JSON is the author’s to mend', async () => {
    await expect(read('push', '{')).rejects.toThrow(UserError);
    await expect(read('push', '{')).rejects.toThrow(/event payload .*\.json is not JSON/);
  });

  test('any JSON is read without a complaint', async () => {
    const members = fc.constantFrom(
      'pull_request',
      'number',
      'head',
      'repo',
      'issue',
      'workflow_run',
      'pull_requests',
      'repository',
      'full_name',
      'base',
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, 0, -1, 7.5, '', 'x', true),
        fc.array(tie('json'), { maxLength: 2 }),
        fc.dictionary(members, tie('json'), { maxKeys: 5 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(
        json,
        fc.constantFrom('pull_request', 'issue_comment', 'workflow_run', 'push'),
        async (payload, event) => {
          await read(event, JSON.stringify(payload));
        },
      ),
      { numRuns: 200 },
    );
  });
});
