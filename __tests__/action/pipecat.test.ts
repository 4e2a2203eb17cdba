import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { markOf } from '../../src/clouds/pipecat/agent-name.ts';
import { runStep, spawnBundle } from '../support/bundle.ts';
import { agentJob, startSgp } from '../support/cloud.ts';

const emulator = await startSgp({ pipecat: { rolloutStepMs: 80 } });
const { control } = emulator;

afterEach(() => {
  control.behave();
  expect(control.violations).toEqual([]);
});

/** Of `github.example/octo/agents`, as which the runs here know themselves. */
const MARK = markOf('github.example/octo/agents');

let contexts = 0;

/** A job whose context no test before had, so that nothing is found again unasked. */
function job(
  more: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Partial<RunOptions> {
  contexts += 1;
  return again(more, { 'app/number': String(contexts), ...files });
}

function again(
  more: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Partial<RunOptions> {
  const { options } = agentJob({
    Dockerfile: 'FROM scratch\nCOPY app /app\nRUN echo hello\n',
    'app/main.py': 'print("hi")\n',
    ...files,
  });
  return {
    ...options,
    env: { PIPECAT_API_HOST: `${emulator.url}/v1`, PIPECAT_API_KEY: emulator.credentials.apiKey },
    inputs: { cloud: 'pipecat', comment: 'never', history: '0', 'poll-interval': '200ms', ...more },
  };
}

const sent = (operation: string) =>
  control.requests.filter((request) => request.operation === operation).length;

describe('a build', () => {
  test('is packed, uploaded and followed by its log', async () => {
    control.script({ lines: ['#1 [1/1] FROM scratch', '#1 DONE 0.1s'], delays: 50 });
    const run = await runStep(job({ 'agent-name': 'greeter' }));
    expect(run.conclusion).toBe('success');
    expect(run.log).toContain('#1 [1/1] FROM scratch');
    const build = control.pipecat.builds.at(-1);
    expect(run.outputs).toMatchObject({
      'build-id': build?.id,
      'build-status': 'success',
      reused: 'false',
      'context-hash': build?.contextHash,
      image: build?.image,
    });
    const upload = control.requests.findLast(({ operation }) => operation === 'uploadContext');
    const fields = upload?.body.kind === 'form' ? upload.body.fields : {};
    const shown = run.main.stdout.replaceAll(/::add-mask::.*/g, '');
    for (const name of ['Policy', 'X-Amz-Signature', 'X-Amz-Credential', 'X-Amz-Security-Token']) {
      expect(run.main.stdout).toContain(`::add-mask::${fields[name]}`);
      expect(shown).not.toContain(fields[name]);
    }
  });

  test('of the same bytes is reused without an upload; another Dockerfile or region is not', async () => {
    const files = { 'app/same': 'same', 'other/Dockerfile': 'FROM scratch\nCOPY app /app\n' };
    const first = await runStep(again({}, files));
    const uploads = sent('uploadContext');
    const second = await runStep(again({}, files));
    expect(second.outputs).toMatchObject({ reused: 'true', 'build-id': first.outputs['build-id'] });
    for (const name of ['image', 'image-name', 'image-tag']) {
      expect([name, second.outputs[name]]).toEqual([name, first.outputs[name]]);
    }
    expect(sent('uploadContext')).toBe(uploads);
    const other = await runStep(again({ dockerfile: 'other/Dockerfile' }, files));
    const elsewhere = await runStep(again({ region: 'eu-central' }, files));
    expect([other.outputs.reused, elsewhere.outputs.reused]).toEqual(['false', 'false']);
    expect(sent('uploadContext')).toBe(uploads + 2);
  });

  test('that the server has already is over at once, and its time is not this run’s', async () => {
    const files = { 'app/cached': 'cached' };
    const first = await runStep(again({}, files));
    const logs = sent('getBuildLogs');
    // The step does not find it itself, and so it sends the context.
    control.misbehave({ operation: 'listBuilds', times: 2, fault: { kind: 'status', status: 403 } });
    const second = await runStep(again({}, files));
    expect(second.conclusion).toBe('success');
    expect(second.outputs).toMatchObject({ reused: 'true', 'build-id': first.outputs['build-id'] });
    expect(second.outputs['build-seconds'] ?? '').toBe('');
    expect(second.log).toContain('already has a successful build of this context');
    expect(second.log).toContain('✓ Build: reused');
    expect(sent('getBuildLogs')).toBe(logs);
  });

  test('leaves out what the project file excludes, where there is no ignore file', async () => {
    const toml = (more: string) =>
      `agent_name = "greeter"\n[build.exclude]\npatterns = ["*.md", "app/draft*"]\n${more}`;
    const files = {
      'pcc-deploy.toml': toml('[docker]\nimage_name = "x"\n'),
      'README.md': 'read',
      'docs/deep/more.md': 'more',
      'app/draft/notes': 'notes',
      'keys/tls/server.pem': 'not a real certificate',
      'keys/tls/server.key': 'not a real key',
    };
    const run = await runStep(job({ manifest: 'pcc-deploy.toml', 'dry-run': 'true' }, files));
    expect(run.log).toContain(
      'left out by pcc-deploy.toml:3 "*.md": 2 entries (README.md, docs/deep/more.md)',
    );
    expect(run.log).toContain('left out by pcc-deploy.toml:3 "app/draft*": 1 entry (app/draft)');
    expect(run.log).toMatch(
      /left out because it looks like credentials; .*: 2 entries \(keys\/tls\/server.key, keys\/tls\/server.pem\)/,
    );
    expect(run.log.match(/\[docker\] is used by the vendor's command line alone/g)).toHaveLength(1);
    const ignored = await runStep(
      job({ manifest: 'pcc-deploy.toml', 'dry-run': 'true' }, { ...files, '.dockerignore': 'docs\n' }),
    );
    expect(ignored.log).toContain(
      '[build.exclude] of pcc-deploy.toml is not applied, as .dockerignore decides',
    );
    expect(ignored.log).toMatch(/^ +README\.md$/m);
  });

  test('that fails is reported by the cloud’s own words and its failing step', async () => {
    const dockerfile = 'FROM scratch\nCOPY app /app\nRUN exit 3\n';
    const run = await runStep(job({}, { Dockerfile: dockerfile }));
    expect(run.conclusion).toBe('failure');
    expect(run.outputs['build-status']).toBe('failed');
    expect(run.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(run.log).toContain('exit code: 3');
  });

  test('of a cancelled workflow goes on, and is named', async () => {
    control.script({ lines: ['working'], end: 'never' });
    const running = spawnBundle(job());
    await until(() => control.pipecat.builds.at(-1)?.status === 'building');
    await new Promise((resolve) => setTimeout(resolve, 300));
    running.cancel();
    const run = await running.done;
    const id = control.pipecat.builds.at(-1)?.id;
    expect(run.log).toContain(`build ${id} goes on there`);
    control.pipecat.builds.at(-1)?.stop.abort();
  });
});

test('a context above 500 MiB is refused before anything is sent', async () => {
  const limit = 500 * 1024 * 1024;
  const { options, repository } = agentJob();
  // Sparse: nothing of it is on disk.
  writeFileSync(join(repository.path, 'large.bin'), '');
  truncateSync(join(repository.path, 'large.bin'), limit + 1);
  const before = control.requests.length;
  const { env, inputs } = job();
  const run = await runStep({ ...options, env: env ?? {}, inputs: inputs ?? {} });
  expect(run.conclusion).toBe('failure');
  expect(run.log).toContain('large.bin');
  expect(run.log).toMatch(/500(?:\.0)? MB|500 MiB|524/);
  expect(control.requests).toHaveLength(before);
});

test('a build that is over when its create is answered is no reuse, and its figures are reported', async () => {
  const quick = await startSgp({ pipecat: { answersAfterBuild: true } });
  const options = job({ build: 'always' }, { 'app/quick': 'quick' });
  const env = { PIPECAT_API_HOST: quick.url, PIPECAT_API_KEY: quick.credentials.apiKey };
  const run = await runStep({ ...options, env });
  expect(run.outputs).toMatchObject({ reused: 'false', 'build-status': 'success' });
  expect(run.outputs['build-seconds']).toMatch(/^\d+$/);
  expect(run.summary).toMatch(/Image.*·.*(?:kB|MB|KiB|MiB)/);
  expect(run.summary).toMatch(/Build.*·/);
});

describe('a key of another kind', () => {
  test.each(['pcc_pat_not-a-real-token', 'pk_not-a-real-key'])(
    '%s is refused before any request',
    async (key) => {
      const before = control.requests.length;
      const run = await runStep(job({ 'api-key': key }));
      expect(run.conclusion).toBe('failure');
      expect(run.log).toContain('private API key');
      expect(run.log).not.toContain(key);
      expect(control.requests).toHaveLength(before);
    },
  );
});

describe('what the cloud cannot do', () => {
  test('is reported all at once', async () => {
    const run = await runStep(job({ platform: 'linux/amd64', 'build-args': 'A=1', 'account-id': 'x' }));
    expect(run.conclusion).toBe('failure');
    for (const name of ['platform', 'build-args', 'account-id']) expect(run.log).toContain(name);
  });
});

describe('a deployment', () => {
  const TOML = 'agent_name = "greeter"\nsecret_set = "voice"\n[scaling]\nmin_agents = 1\n';

  test('sets only what pcc-deploy.toml sets', async () => {
    const run = await runStep(
      job({ deploy: 'production', manifest: 'pcc-deploy.toml' }, { 'pcc-deploy.toml': TOML }),
    );
    expect(run.conclusion).toBe('success');
    expect(run.outputs['deployment-status']).toBe('healthy');
    const agent = control.pipecat.agents.get('greeter');
    expect(run.outputs['deployment-id']).toBe(`greeter@${agent?.desired}`);
    expect(agent?.settings).toEqual({
      buildId: run.outputs['build-id'],
      architecture: 'arm64',
      secretSet: 'voice',
      autoScaling: { minAgents: 1 },
    });
  });

  test('whose scaling alone changed reuses the build, and deploys the scaling', async () => {
    const inputs = { deploy: 'production', manifest: 'pcc-deploy.toml' };
    const files = (most: number) => ({
      'app/scaled': 'scaled',
      'pcc-deploy.toml': `agent_name = "scaled"\n[scaling]\nmax_agents = ${most}\n`,
    });
    const first = await runStep(again(inputs, files(3)));
    const uploads = sent('uploadContext');
    const second = await runStep(again(inputs, files(4)));
    expect(second.outputs).toMatchObject({ reused: 'true', 'context-hash': first.outputs['context-hash'] });
    expect(sent('uploadContext')).toBe(uploads);
    expect(control.pipecat.agents.get('scaled')?.settings).toMatchObject({ autoScaling: { maxAgents: 4 } });
    expect(second.log).toContain('left out because it says how the agent is deployed');
  });

  test('with the settings of inputs wins over the file, and is not followed where that is not wanted', async () => {
    const run = await runStep(
      job(
        {
          deploy: 'production',
          manifest: 'pcc-deploy.toml',
          'secret-set': 'others',
          'agent-profile': 'our-own',
          'max-agents': '7',
          'deploy-wait': 'false',
        },
        { 'pcc-deploy.toml': TOML.replace('greeter', 'unwatched') },
      ),
    );
    expect(run.conclusion).toBe('success');
    expect(control.pipecat.agents.get('unwatched')?.settings).toMatchObject({
      secretSet: 'others',
      agentProfile: 'our-own',
      autoScaling: { minAgents: 1, maxAgents: 7 },
    });
    expect(run.outputs['deployment-id']).toMatch(/^unwatched@/);
    expect(run.outputs['deployment-status'] ?? '').toBe('');
    expect(run.log).toContain('was begun and is not followed (deploy-wait: false)');
    expect(run.summary).toContain('deployment begun and not followed');
  });

  test('of an image that was built elsewhere packs and builds nothing', async () => {
    const before = sent('createBuild') + sent('uploadContext');
    const image = 'registry.example/team/prebuilt:1.2';
    const run = await runStep(
      job({
        'agent-name': 'prebuilt',
        deploy: 'production',
        build: 'never',
        image,
        'image-credentials': 'pull',
        context: 'not-there',
      }),
    );
    expect(run.conclusion).toBe('success');
    expect(run.outputs).toMatchObject({ image, 'image-tag': '1.2', 'deployment-status': 'healthy' });
    expect(control.pipecat.agents.get('prebuilt')?.settings).toMatchObject({
      image,
      imagePullSecretSet: 'pull',
    });
    expect(sent('createBuild') + sent('uploadContext')).toBe(before);
  });

  test('of an image that exists is reported with the head of the pull request, not with the merge commit', async () => {
    const head = { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic' };
    const event = {
      name: 'pull_request',
      payload: { action: 'synchronize', pull_request: { number: 7, head } },
    };
    const inputs = {
      'agent-name': 'prebuilt',
      deploy: 'preview',
      build: 'never',
      image: 'registry.example/a:1',
    };
    const run = await runStep({ ...job(inputs), event });
    expect(run.conclusion).toBe('success');
    expect(run.summary).toMatch(/\| Commit \| \[?`c0ffee000000`/);
  });

  test('of an agent that the cloud deploys by itself is warned of before anything is changed', async () => {
    const inputs = { 'agent-name': 'linked', deploy: 'production' };
    await runStep(job(inputs));
    control.pipecat.link('linked', { repoFullName: 'octo/linked', branch: 'main' });
    const run = await runStep(job(inputs));
    expect(run.conclusion).toBe('success');
    const warnings = run.annotations.filter(({ level }) => level === 'warning');
    expect(warnings.map(({ message }) => message).join()).toContain('two would deploy against each other');
  });

  test('of a preview is updated in place, and torn down when the pull request is closed', async () => {
    const inputs = { 'agent-name': 'greeter', deploy: 'preview', 'preview-label': 'pr-7' };
    const first = await runStep(job(inputs));
    expect(first.outputs).toMatchObject({ 'preview-label': 'pr-7', 'deployment-status': 'healthy' });
    expect(Date.parse(first.outputs['preview-expires-at'] ?? '')).toBeGreaterThan(Date.now());
    const second = await runStep(job(inputs));
    expect(second.outputs['deployment-status']).toBe('healthy');
    expect(sent('deleteAgent')).toBe(0);
    const resembling = job({ ...inputs, 'preview-label': 'pr-77' });
    await runStep(resembling);
    const payload = {
      action: 'closed',
      number: 7,
      pull_request: { number: 7, head: { sha: 'a'.repeat(40) } },
    };
    const closed = await runStep({ ...job(inputs), event: { name: 'pull_request', payload } });
    expect(closed.conclusion).toBe('success');
    expect(closed.outputs['previews-deleted']).toBe('1');
    const left = [...control.pipecat.agents.keys()].filter((name) => name.startsWith('greeter'));
    expect(left).toEqual(['greeter', `greeter-pr-77-${MARK}`]);
  });

  test('that crashes shows the last words, and says what still runs', async () => {
    const inputs = { 'agent-name': 'greeter', deploy: 'preview', 'preview-label': 'pr-8' };
    const first = await runStep(job(inputs));
    control.pipecat.rollout({ end: 'crash' });
    const second = await runStep(job(inputs));
    expect(second.conclusion).toBe('failure');
    expect(second.outputs['deployment-status']).toBe('failed');
    expect(second.log).toContain("ModuleNotFoundError: No module named 'pipecat'");
    expect(second.log).toContain('CrashLoopBackOff');
    expect(second.log).toContain('PCC_UNKNOWN_ERROR');
    expect(second.summary).toContain(String(first.outputs['deployment-id']));
  });

  test('of a preview that is cancelled is taken along; one in place of another is not', async () => {
    const inputs = { 'agent-name': 'greeter', deploy: 'preview', 'preview-label': 'pr-9' };
    const cancelled = async () => {
      control.pipecat.rollout({ end: 'stuck' });
      const before = control.pipecat.agents.get(`greeter-pr-9-${MARK}`)?.desired;
      const running = spawnBundle(job(inputs));
      await until(() => (control.pipecat.agents.get(`greeter-pr-9-${MARK}`)?.desired ?? before) !== before);
      await new Promise((resolve) => setTimeout(resolve, 300));
      running.cancel();
      return running.done;
    };
    await cancelled();
    expect(control.pipecat.agents.has(`greeter-pr-9-${MARK}`)).toBe(false);
    await runStep(job(inputs));
    await cancelled();
    expect(control.pipecat.agents.has(`greeter-pr-9-${MARK}`)).toBe(true);
  });
});

async function until(done: () => boolean): Promise<void> {
  for (let round = 0; round < 2_000; round += 1) {
    if (done()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come to that');
}
