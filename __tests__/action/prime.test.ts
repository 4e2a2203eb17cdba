import { afterEach, describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { runStep, spawnBundle } from '../support/bundle.ts';
import { agentJob, startSgp } from '../support/cloud.ts';

const emulator = await startSgp({ prime: { maxImages: 50 } });
const { control } = emulator;
/** A server that makes container images, and VM images of these. */
const older = await startSgp({ prime: { generation: 'older', vmImageMs: 300 } });
const ID = /bld_[0-9a-f]{16}/;

afterEach(() => {
  control.behave();
});

function job(more: Readonly<Record<string, string>> = {}, at: Emulator = emulator): Partial<RunOptions> {
  return {
    ...agentJob().options,
    env: variables(at),
    inputs: {
      cloud: 'prime',
      'image-name': 'greeter',
      build: 'always',
      comment: 'never',
      history: '0',
      'poll-interval': '200ms',
      ...more,
    },
  };
}

function variables({ url, credentials }: Emulator): Record<string, string> {
  return { PRIME_API_BASE_URL: `${url}/api/v1`, PRIME_API_KEY: credentials.apiKey };
}

const sent = (operation: string) =>
  control.requests.filter((request) => request.operation === operation).length;

describe('a build', () => {
  test('is reported by its status alone, once with what that means', async () => {
    control.script({ for: { imageTag: 'told' }, queuedMs: 700, lines: ['unread'], delays: 700 });
    const run = await runStep(job({ 'image-tag': 'told' }));
    expect(run.conclusion).toBe('success');
    expect(run.log.match(/has no build log/g)).toHaveLength(1);
    expect(run.log).toContain('It cannot cancel a build either: a started build goes on.');
    expect(run.log).toMatch(/\d{4}-\d\d-\d\dT[\d:.]+Z Prime Intellect: BUILDING/);
    expect(run.log).not.toContain('unread');
    expect(run.outputs).toMatchObject({ 'build-status': 'success', image: 'prime/emulator/greeter:told' });
    expect(run.outputs).not.toHaveProperty('log-file');
    expect(run.main.stdout.replaceAll(/::add-mask::.*/g, '')).not.toContain('X-Goog-Signature');
    expect(control.violations).toEqual([]);
  });

  test('that fails reports the error by artifact, and what to do without a log', async () => {
    control.script({
      for: { imageTag: 'broken' },
      lines: ['failed to pull base image: not found'],
      end: 'FAILED',
    });
    const run = await runStep(job({ 'image-tag': 'broken' }));
    expect(run.conclusion).toBe('failure');
    expect(run.annotations).toHaveLength(1);
    const [annotation] = run.annotations;
    expect(annotation?.message).toContain('The cloud says of the VM image: failed to pull base image');
    expect(annotation?.message).toContain('This cloud has no build log: run docker build');
    expect(run.summary).toContain('failed to pull base image: not found');
  });

  test('that outlives build-timeout is left, and its id reported', async () => {
    control.script({ for: { imageTag: 'late' }, end: 'never' });
    const run = await runStep(job({ 'image-tag': 'late', 'build-timeout': '2s' }));
    expect(run.conclusion).toBe('failure');
    expect(run.outputs['build-status']).toBe('timed_out');
    expect(run.log).toMatch(new RegExp(`cannot cancel builds: build ${ID.source} goes on there`));
  });

  test('goes on where the job is cancelled: log and summary say so', async () => {
    control.script({ for: { imageTag: 'left' }, end: 'never' });
    const running = spawnBundle(job({ 'image-tag': 'left' }));
    await running.line(/Prime Intellect: UPLOADING/);
    running.cancel();
    const run = await running.done;
    expect(run.conclusion).toBe('cancelled');
    expect(run.log).toMatch(new RegExp(`cannot cancel builds: build ${ID.source} goes on there`));
    expect(run.summary).toMatch(/^## 🚫 .* · Build goes on$/m);
    expect(run.summary).toMatch(/while build .* was running; it goes on\.$/m);
  });
});

describe('a VM image of a container image', () => {
  test('is made and reported', async () => {
    const run = await runStep(job({ 'image-tag': 'vm', 'vm-image': 'true' }, older));
    expect(run.conclusion).toBe('success');
    expect(run.log).toMatch(/✓ VM image made in [^:]+: prime-vm\/emulator\/greeter:vm/);
    expect(JSON.parse(run.outputs.result ?? '{}')['vm-image']).toMatchObject({
      status: 'success',
      reference: 'prime-vm/emulator/greeter:vm',
    });
    expect(run.summary).toContain('prime-vm/emulator/greeter:vm');
    expect(older.control.violations).toEqual([]);
  });

  test('that fails fails the step, and the container image stands', async () => {
    older.control.prime.vmImage({ end: 'FAILED', error: 'no kernel' });
    const run = await runStep(job({ 'image-tag': 'vm-broken', 'vm-image': 'true' }, older));
    expect(run.conclusion).toBe('failure');
    expect(run.annotations[0]?.message).toContain('The cloud says: no kernel');
    expect(run.annotations[0]?.message).toContain(
      'prime/emulator/greeter:vm-broken was built and can be used',
    );
    expect(run.outputs).toMatchObject({
      'build-status': 'success',
      image: 'prime/emulator/greeter:vm-broken',
    });
  });
});

describe('a cancelled workflow', () => {
  test('says once which build goes on', async () => {
    control.script({ for: { imageTag: 'aborted' }, end: 'never' });
    const running = spawnBundle({
      ...job({ 'image-tag': 'aborted' }),
      onEvent: (event) => {
        if (JSON.stringify(event).includes('Prime Intellect: BUILDING')) running.cancel();
      },
    });
    const run = await running.done;
    const goesOn = new RegExp(`build ${ID.source} goes on there`, 'g');
    expect((run.main.stdout + (run.post?.stdout ?? '')).match(goesOn)).toHaveLength(1);
    expect(run.outputs['build-status']).toBe('cancelled');
  });

  test('before the start says that nothing goes on', async () => {
    const fault = { kind: 'no-reply' } as const;
    control.misbehave({ operation: 'uploadContext', times: Number.POSITIVE_INFINITY, fault });
    const before = sent('startBuild');
    const running = spawnBundle({
      ...job({ 'image-tag': 'early' }),
      onEvent: (event) => {
        if (JSON.stringify(event).includes('Sending greeter:early')) setTimeout(running.cancel, 1_000);
      },
    });
    const run = await running.done;
    expect(run.main.stdout).toMatch(new RegExp(`Build ${ID.source} was not started: nothing is running`));
    expect(run.main.stdout + (run.post?.stdout ?? '')).not.toContain('goes on there');
    expect(sent('startBuild')).toBe(before);
  });
});

describe('before any request', () => {
  test('all that Prime cannot do is refused at once', async () => {
    const before = control.requests.length;
    const run = await runStep(
      job({
        'image-name': 'acme/greeter',
        deploy: 'preview',
        platform: 'linux/arm/v7',
        'build-args': 'A=1',
      }),
    );
    expect(run.conclusion).toBe('failure');
    for (const words of [
      '"linux/arm/v7" is not known',
      'no / in an image',
      '"preview" was given, and Prime Intellect deploys nothing',
      'build-args',
    ])
      expect(run.log).toContain(words);
    expect(control.requests).toHaveLength(before);
  });

  test('a dry run reports the requests', async () => {
    const before = control.requests.length;
    const run = await runStep(job({ 'dry-run': 'true', visibility: 'private', 'vm-image': 'true' }));
    expect(run.conclusion).toBe('success');
    expect(run.log).toContain('Then a VM image of it would be made');
    expect(run.log).toContain('PUT <presigned URL>');
    expect(run.log).toContain('visibility: PRIVATE');
    expect(control.requests).toHaveLength(before);
  });
});

test('a dry run of a closed pull request says that there is nothing to delete', async () => {
  const pull_request = { number: 7, state: 'closed', head: { sha: 'a'.repeat(40), ref: 'topic' } };
  const event = { name: 'pull_request', payload: { action: 'closed', number: 7, pull_request } };
  const run = await runStep({ ...job({ 'dry-run': 'true' }), event });
  expect(run.conclusion).toBe('success');
  expect(run.log).toContain('Dry run: Prime Intellect deploys nothing, so there is nothing to delete.');
  expect(run.outputs['preview-label']).toBeUndefined();
});

test('an exhausted quota ends at once with what to delete', async () => {
  control.prime.seedHistory(70);
  const run = await runStep(job({ 'image-tag': 'one-too-many' }));
  expect(run.conclusion).toBe('failure');
  expect(run.annotations[0]?.message).toContain('Image limit exceeded');
  expect(run.annotations[0]?.message).toContain('Delete images at Prime Intellect');
});
