import { describe, expect, jest, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import type { RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { startCache } from '../support/cache-server.ts';
import { atEnd } from '../support/cleanup.ts';
import { AGENT, agentJob, sgpInputs } from '../support/cloud.ts';
import { isSuccess } from '../support/reuse.ts';

// A cache has three seconds, which a busy machine may take for starting its process.
jest.retryTimes(2);

const KEYS = ['not-a-secret-key-of-main', 'not-a-secret-key-of-pull-requests'] as const;

const sgp = await startEmulator({
  builder: 'play',
  pace: 0,
  checkReplies: true,
  sgp: { keys: KEYS, rolloutStepMs: 10 },
  pipecat: { keys: KEYS, rolloutStepMs: 10 },
});
atEnd(() => sgp.close());

const REPOSITORY = { full_name: 'octo/greeter', default_branch: 'main' };
let agents = 0;

type Given = {
  readonly event: NonNullable<RunOptions['event']>;
  readonly ref: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
};

/** An agent that no other test builds, with the vendor's two files; how a pull request and `main` run the step on it. */
function newAgent() {
  agents += 1;
  const name = `agent-${agents}`;
  const { options, repository } = agentJob({
    ...AGENT,
    'manifest.yaml': `build:\n  context:\n    root: .\n    include_paths: [app]\n    dockerfile: Dockerfile\nagent:\n  name: ${name}\n`,
    'environments.yaml':
      'schema_version: v1\nenvironments:\n  dev:\n    kubernetes: { namespace: agents }\n    auth: { principal: { user_id: someone, account_id: emulator-account } }\n',
  });
  const run = ({ event, ref, inputs = {}, env = {} }: Given): Promise<RunRecord> =>
    runStep({
      ...options,
      platform: 'gitea',
      post: false,
      event,
      env,
      job: { ...options.job, ref, repository: 'octo/greeter', serverUrl: 'https://forge.example' },
      inputs: sgpInputs(sgp, {
        'agent-name': name,
        manifest: 'manifest.yaml',
        build: 'auto',
        deploy: 'auto',
        ...inputs,
      }),
    });
  const head = { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic', repo: { full_name: 'octo/greeter' } };
  const pull = (more: object = {}) => ({
    number: 7,
    state: 'open',
    head: { ...head, ...more },
    base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name: 'octo/greeter' } },
  });
  type More = Pick<Given, 'inputs' | 'env'>;
  return {
    repository,
    builds: () => sgp.control.sgp.builds.filter(({ agentName }) => agentName === name),
    pullRequest: (more: More = {}, headed: object = {}) => {
      const payload = { action: 'opened', pull_request: pull(headed), repository: REPOSITORY };
      return run({ event: { name: 'pull_request_target', payload }, ref: 'refs/heads/main', ...more });
    },
    tag: (name: string, more: More = {}) => {
      repository.git('tag', '--force', name);
      repository.git('checkout', '--quiet', '--detach', name);
      const ref = `refs/tags/${name}`;
      const payload = { ref, after: options.job?.sha, repository: REPOSITORY };
      const { inputs, ...others } = more;
      return run({
        event: { name: 'push', payload },
        ref,
        inputs: { deploy: 'production', ...inputs },
        ...others,
      });
    },
    branch: (name: string, more: More = {}) => {
      repository.git('checkout', '--quiet', '-B', name);
      const ref = `refs/heads/${name}`;
      return run({ event: { name: 'push', payload: { ref, repository: REPOSITORY } }, ref, ...more });
    },
    main: (more: More = {}) => {
      const payload = { ref: 'refs/heads/main', after: options.job?.sha, repository: REPOSITORY };
      return run({ event: { name: 'push', payload }, ref: 'refs/heads/main', ...more });
    },
  };
}

describe('SGP: what is deployed to production', () => {
  test('was built on a pull request: it is built anew, one line says why, and then it is known', async () => {
    const agent = newAgent();
    const first = await agent.pullRequest();
    isSuccess(first, false);
    isSuccess(await agent.pullRequest(), true);
    const second = await agent.main();
    isSuccess(second, false);
    const id = first.outputs['build-id'];
    expect(second.outputs['deployment-status']).toBe('healthy');
    expect(second.log).toContain(
      `Built, not reused: for production, build ${id} has the same context, but was made from topic, not main of this repository, and its cache does not know it.`,
    );
    expect(second.annotations).toEqual([]);
    const third = await agent.main();
    isSuccess(third, true);
    expect(third.outputs['build-id']).toBe(second.outputs['build-id']);
    expect(sgp.control.violations).toEqual([]);
  });

  test('was built of a fork that calls its branch main', async () => {
    const agent = newAgent();
    isSuccess(await agent.pullRequest({}, { ref: 'main', repo: { full_name: 'stranger/greeter' } }), false);
    const run = await agent.main();
    isSuccess(run, false);
    expect(run.log).toContain('was made from pull/7/head, not main');
  });

  test('was built from the branch, as its record says, of another repository', async () => {
    const agent = newAgent();
    isSuccess(await agent.main(), false);
    Object.assign(agent.builds()[0]?.source ?? {}, { source_repo: 'forge.example/octo/others' });
    isSuccess(await agent.main(), false);
  });

  test('was built on a pull request, and the repository’s own cache knows it', async () => {
    const { env } = await startCache();
    const agent = newAgent();
    isSuccess(await agent.pullRequest({ env }), false);
    const run = await agent.main({ env });
    isSuccess(run, true);
    expect(run.log).not.toContain('Built, not reused');
  });

  test('was built on a pull request with a key of its own: the cache does not know it under this one', async () => {
    const { env } = await startCache();
    const agent = newAgent();
    isSuccess(await agent.pullRequest({ env, inputs: { 'api-key': KEYS[1] } }), false);
    isSuccess(await agent.main({ env }), false);
  });

  test('was built from a branch that has the name of the deployed tag', async () => {
    const agent = newAgent();
    const first = await agent.branch('v1');
    isSuccess(first, false);
    const run = await agent.tag('v1');
    isSuccess(run, false);
    expect(run.log).toContain(
      `Built, not reused: for production, build ${first.outputs['build-id']} has the same context, but was made from v1, which may be a branch or a tag, and its cache does not know it.`,
    );
    expect(agent.builds()[1]?.source).toMatchObject({ source_ref: 'v1' });
  });

  test('was built for the deployed tag, which the cache knows', async () => {
    const { env } = await startCache();
    const agent = newAgent();
    isSuccess(await agent.tag('v1', { env }), false);
    isSuccess(await agent.tag('v1', { env }), true);
  });

  test('was built from the branch that is deployed, by a checkout of its commit alone', async () => {
    const agent = newAgent();
    isSuccess(await agent.main(), false);
    agent.repository.git('checkout', '--quiet', '--detach');
    isSuccess(await agent.main(), true);
  });

  test('a preview takes any build of the account, as before', async () => {
    const agent = newAgent();
    isSuccess(await agent.main(), false);
    isSuccess(await agent.pullRequest(), true);
  });
});

describe('Pipecat: a context’s hash', () => {
  let contexts = 0;
  const hashOf = (run: RunRecord) => run.outputs['context-hash'];
  /** The same files each time that it is called. */
  const newContext = (emulator: Emulator = sgp) => {
    contexts += 1;
    const { options } = agentJob({ ...AGENT, 'app/number': String(contexts) });
    return (inputs: Readonly<Record<string, string>> = {}) =>
      runStep({
        ...options,
        post: false,
        inputs: {
          cloud: 'pipecat',
          'base-url': emulator.url,
          'api-key': KEYS[0],
          comment: 'never',
          history: '0',
          'poll-interval': '200ms',
          ...inputs,
        },
      });
  };
  test('is equal for equal trees and one key', async () => {
    const build = newContext();
    const first = await build();
    isSuccess(first, false);
    const second = await build();
    isSuccess(second, true);
    expect(hashOf(second)).toBe(hashOf(first));
    expect(sgp.control.pipecat.builds.at(-1)?.contextHash).toBe(hashOf(first));
  });

  test('is new where the cloud’s build is older than reuse-within, so that the cloud builds, and found from then on', async () => {
    const build = newContext();
    const first = await build();
    sgp.control.pipecat.builds.at(-1)?.createdAt.setTime(Date.now() - 8 * 24 * 3_600_000);
    const second = await build();
    isSuccess(second, false);
    expect(hashOf(second)).not.toBe(hashOf(first));
    expect(second.log).toContain('Built, not reused: no successful build of these files in the last 1w.');
    const third = await build();
    isSuccess(third, true);
    expect(third.outputs['build-id']).toBe(second.outputs['build-id']);
    expect(sgp.control.pipecat.builds.at(-1)?.contextHash).toBe(hashOf(third));
    expect(sgp.control.violations).toEqual([]);
  });

  test('is new as well where only the cloud’s answer shows how old its build is', async () => {
    const pipecat = { keys: KEYS, properties: 'without-region', rolloutStepMs: 10 } as const;
    const regionless = await startEmulator({ builder: 'play', pace: 0, checkReplies: true, pipecat });
    atEnd(() => regionless.close());
    const build = newContext(regionless);
    isSuccess(await build(), false);
    const young = await build();
    isSuccess(young, true);
    const [old] = regionless.control.pipecat.builds;
    old?.createdAt.setTime(Date.now() - 8 * 24 * 3_600_000);
    const second = await build();
    isSuccess(second, false);
    expect(second.log).toContain(`Build ${old?.id} is older than reuse-within: the context is sent again`);
    expect(hashOf(second)).toBe(regionless.control.pipecat.builds[1]?.contextHash);
    const third = await build();
    isSuccess(third, true);
    expect(third.outputs['build-id']).toBe(second.outputs['build-id']);
    expect(regionless.control.violations).toEqual([]);
  });

  test('is another one for another key, so that nobody without the key can prepare it', async () => {
    const build = newContext();
    const first = await build();
    const other = await build({ 'api-key': KEYS[1] });
    isSuccess(other, false);
    expect(hashOf(other)).not.toBe(hashOf(first));
    const keyless = await build({ 'api-key': '', 'dry-run': 'true' });
    expect(keyless.conclusion).toBe('success');
    expect(hashOf(keyless)).not.toBe(hashOf(first));
    expect(keyless.log).toContain('The context hash is made with api-key');
  });

  test('is new with build: always, so that the cloud builds', async () => {
    const build = newContext();
    const before = sgp.control.pipecat.builds.length;
    const runs = [await build(), await build({ build: 'always' }), await build({ build: 'always' })];
    for (const run of runs) isSuccess(run, false);
    expect(new Set(runs.map(hashOf)).size).toBe(3);
    expect(sgp.control.pipecat.builds).toHaveLength(before + 3);
    isSuccess(await build(), true);
    expect(sgp.control.violations).toEqual([]);
  });
});
