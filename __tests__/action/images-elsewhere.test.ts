import { afterEach, describe, expect, test } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunOptions } from '../../emulator/runner/index.ts';
import { runStep } from '../support/bundle.ts';
import { AGENT, agentJob, sgpInputs, startSgp } from '../support/cloud.ts';

const now = await startSgp({ prime: { vmImageMs: 200 }, sgp: { rolloutStepMs: 10, secrets: ['known'] } });
const older = await startSgp({
  prime: { generation: 'older', vmImageMs: 200 },
  sgp: { rolloutStepMs: 10, secretLists: 'forbidden' },
});

afterEach(() => {
  for (const { control } of [now, older]) {
    expect(control.violations).toEqual([]);
    control.behave();
  }
});

const sent = ({ control }: Emulator, operation: string) =>
  control.requests.filter((request) => request.operation === operation);

function prime(more: Readonly<Record<string, string>>, at: Emulator = now): Partial<RunOptions> {
  return {
    ...agentJob().options,
    env: { PRIME_API_BASE_URL: at.url, PRIME_API_KEY: at.credentials.apiKey },
    inputs: { cloud: 'prime', comment: 'never', history: '0', 'poll-interval': '200ms', ...more },
  };
}

const ENVIRONMENTS = [
  'schema_version: v1',
  'environments:',
  '  dev:',
  '    kubernetes: { namespace: agents }',
  '    auth: { principal: { user_id: someone, account_id: emulator-account } }',
  '',
].join('\n');

function manifest(agent: string, secrets: readonly string[] = []): string {
  const credentials = secrets.map(
    (name) => `    - { env_var_name: X, secret_name: ${name}, secret_key: key }`,
  );
  return [
    'build:',
    '  context: { root: ., include_paths: [app], dockerfile: Dockerfile }',
    'agent:',
    `  name: ${agent}`,
    ...(secrets.length === 0 ? [] : ['  credentials:', ...credentials]),
    '',
  ].join('\n');
}

function sgp(
  text: string,
  more: Readonly<Record<string, string>> = {},
  at: Emulator = now,
): Partial<RunOptions> {
  const { 'agent-name': _ours, ...inputs } = sgpInputs(at, { manifest: 'manifest.yaml', ...more });
  const files = { ...AGENT, 'manifest.yaml': text, 'environments.yaml': ENVIRONMENTS };
  return { ...agentJob(files).options, inputs };
}

describe('an image of another registry at Prime', () => {
  test('becomes the account’s by one request, without context and upload', async () => {
    const run = await runStep(prime({ 'source-image': 'ghcr.io/octo/greeter:v1', context: 'not-there' }));
    expect(run.conclusion).toBe('success');
    expect(run.outputs).toMatchObject({
      'build-status': 'success',
      image: 'prime/emulator/greeter:v1',
      'image-name': 'greeter',
      'image-tag': 'v1',
    });
    expect(sent(now, 'initiateBuild')).toHaveLength(1);
    expect(sent(now, 'uploadContext')).toEqual([]);
    expect(sent(now, 'startBuild')).toEqual([]);
    expect(JSON.parse(run.outputs.result ?? '{}')).toMatchObject({ 'image-bytes': expect.any(Number) });
    expect(run.summary).toMatch(/Image.*greeter:v1.*MB/);
  });

  test('is called as the author says, and shared where it is of Docker Hub', async () => {
    const named = await runStep(
      prime({
        'source-image': 'quay.io/octo/app:1',
        'image-name': 'mine',
        'image-tag': 'x',
        visibility: 'public',
      }),
    );
    expect(named.outputs.image).toBe('prime/emulator/mine:x');
    const shared = await runStep(prime({ 'source-image': 'bitnami/redis:7' }));
    expect(shared.conclusion).toBe('success');
    expect(shared.outputs.image).toBe('bitnami/redis:7');
    const bodies = sent(now, 'initiateBuild')
      .slice(-2)
      .map(({ body }) => (body.kind === 'json' ? body.value : undefined));
    expect(bodies).toEqual([
      { source_image: 'quay.io/octo/app:1', image_name: 'mine', image_tag: 'x', visibility: 'PUBLIC' },
      { source_image: 'bitnami/redis:7', owner_scope: 'platform', visibility: 'PUBLIC' },
    ]);
  });

  test('that is not there ends with the cloud’s words', async () => {
    const run = await runStep(prime({ 'source-image': 'ghcr.io/octo/missing-one:1' }));
    expect(run.conclusion).toBe('failure');
    expect(run.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(run.log).not.toContain('base-url');
  });

  test('of a registry that is not allowed is refused before any request', async () => {
    const before = now.control.requests.length;
    const run = await runStep(prime({ 'source-image': 'gcr.io/octo/app:1' }));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('takes no images from "gcr.io"');
    expect(now.control.requests).toHaveLength(before);
  });

  test('is reported by a dry run, which sends nothing', async () => {
    const before = now.control.requests.length;
    const run = await runStep(prime({ 'source-image': 'ghcr.io/octo/app:1', 'dry-run': 'true' }));
    expect(run.log).toContain('source_image: ghcr.io/octo/app:1');
    expect(run.outputs).toMatchObject({ 'image-name': 'app', 'image-tag': '1' });
    expect(now.control.requests).toHaveLength(before);
  });
});

describe('a server of today at Prime', () => {
  test('makes the VM image alone, of arm64 as well, and the log says so in one line', async () => {
    const run = await runStep(
      prime({ 'image-name': 'vm', 'vm-image': 'true', platform: 'linux/arm64', build: 'always' }),
    );
    expect(run.conclusion).toBe('success');
    expect(run.log.match(/makes VM images here and nothing else/g)).toHaveLength(1);
    expect(sent(now, 'buildVmImage')).toEqual([]);
    expect(JSON.parse(run.outputs.result ?? '{}')['vm-image']).toMatchObject({ status: 'success' });
  });

  test('changes the visibility of an image that exists', async () => {
    const image = { 'image-name': 'seen', 'image-tag': 'v1' };
    await runStep(prime({ ...image, build: 'always' }));
    const run = await runStep(prime({ ...image, build: 'never', visibility: 'public' }));
    expect(run.conclusion).toBe('success');
    expect(run.log).toContain('seen:v1 is public.');
    const lost = await runStep(
      prime({ 'image-name': 'nowhere', 'image-tag': 'v1', build: 'never', visibility: 'public' }),
    );
    expect(lost.conclusion).toBe('failure');
    expect(lost.log).toContain('The visibility of nowhere:v1 was not changed: ');
  });

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string]>([
    [
      'an image',
      { 'image-name': 'seen', 'image-tag': 'v1' },
      { 'image-name': 'seen', 'image-tag': 'v1' },
      '"name":"seen","tag":"v1"',
    ],
    ['a build', { 'build-id': 'b-1' }, {}, '"name":"the build’s","tag":"the build’s"'],
  ])('and a dry run shows the request for it: of %s', async (_of, image, outputs, words) => {
    const before = now.control.requests.length;
    const run = await runStep(prime({ ...image, build: 'never', visibility: 'public', 'dry-run': 'true' }));
    expect(run.conclusion).toBe('success');
    expect(run.log).toContain('PATCH /api/v1/images\n');
    expect(run.log).toMatch(new RegExp(`updates: .*${words}.*"visibility":"PUBLIC"`));
    expect(run.outputs).toMatchObject(outputs);
    expect(now.control.requests).toHaveLength(before);
  });
});

test('an older server at Prime makes a VM image of the container image, and cannot change what exists', async () => {
  const image = { 'image-name': 'vm', 'image-tag': 'v1' };
  const run = await runStep(prime({ ...image, 'vm-image': 'true', build: 'always' }, older));
  expect(run.conclusion).toBe('success');
  expect(sent(older, 'buildVmImage')).toHaveLength(1);
  const seen = await runStep(prime({ ...image, build: 'never', visibility: 'public' }, older));
  expect(seen.conclusion).toBe('failure');
  expect(seen.log).toContain('This server cannot change the visibility of an image that exists');
});

describe('an image of another registry at SGP', () => {
  const image = 'registry.example/team/greeter:1.2';

  test('is registered and deployed', async () => {
    const run = await runStep(sgp(manifest('registered'), { image, build: 'never', deploy: 'production' }));
    expect(run.conclusion).toBe('success');
    expect(run.outputs).toMatchObject({
      image,
      'image-name': 'greeter',
      'image-tag': '1.2',
      'build-status': 'success',
      'deployment-status': 'healthy',
    });
    const [registered] = sent(now, 'submitBuild');
    const fields = registered?.body.kind === 'form' ? registered.body.fields : {};
    expect(fields).toMatchObject({ image_url: image, agent_name: 'registered', image_name: 'greeter' });
    expect(fields).not.toHaveProperty('working_tree_hash');
    const again = await runStep(sgp(manifest('registered'), { image, build: 'never' }));
    expect(again.conclusion).toBe('success');
    expect(again.log).toContain('Agent registered is known to the account');
  });

  test('is reported by a dry run', async () => {
    const run = await runStep(
      sgp(manifest('dry'), { image, build: 'never', deploy: 'production', 'dry-run': 'true' }),
    );
    expect(run.log).toContain(`image_url: ${image}`);
    expect(run.outputs).toMatchObject({ 'image-name': 'greeter', 'image-tag': '1.2' });
    expect(run.log).toContain('Then production would be deployed.');
    expect(run.log).toMatch(/POST \/v5\/agentex\/deployments\n.*manifest_file: the file as it is, \d+ bytes/);
    expect(run.log).toMatch(/ {2}build_id: the new build’s/);
  });
});

describe('secrets that a manifest names', () => {
  const deploy = { deploy: 'production' };

  test('are looked up before the build, and a missing one ends it there', async () => {
    const builds = sent(now, 'submitBuild').length;
    const run = await runStep(sgp(manifest('keyed', ['known', 'unknown', 'known']), deploy));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('manifest.yaml names a secret that the account does not have: unknown.');
    const [error] = run.annotations.filter(({ level }) => level === 'error');
    expect(error).toMatchObject({ file: 'manifest.yaml', line: 7 });
    expect(sent(now, 'submitBuild')).toHaveLength(builds);
    const good = await runStep(sgp(manifest('keyed', ['known']), deploy));
    expect(good.conclusion).toBe('success');
  });

  test('cost a debug line where the key may not list them, and nothing where none is deployed', async () => {
    const run = await runStep({
      ...sgp(manifest('forbidden', ['known']), deploy, older),
      env: { RUNNER_DEBUG: '1' },
    });
    expect(run.conclusion).toBe('success');
    expect(run.main.stdout).toContain('::debug::Could not check whether the secrets of the manifest exist');
    const before = sent(now, 'listCredentials').length;
    await runStep(sgp(manifest('undeployed', ['unknown'])));
    expect(sent(now, 'listCredentials')).toHaveLength(before);
  });
});

describe('SGP_CLIENT_CUSTOM_HEADERS', () => {
  const SECRET = 'gateway-token-not-a-real-one';

  test('go out with every request, masked, and ours win', async () => {
    const before = now.control.requests.length;
    const run = await runStep({
      ...sgp(manifest('behind')),
      env: { SGP_CLIENT_CUSTOM_HEADERS: `X-Gateway-Token: ${SECRET}\n\nX-Env : staging\nX-API-Key: wrong` },
    });
    expect(run.conclusion).toBe('success');
    const requests = now.control.requests.slice(before);
    expect(requests.length).toBeGreaterThan(2);
    for (const { headers } of requests) {
      expect(headers).toMatchObject({
        'x-gateway-token': SECRET,
        'x-env': 'staging',
      });
    }
    expect(run.main.stdout).toContain(`::add-mask::${SECRET}`);
    expect(run.main.stdout).not.toContain('::add-mask::staging');
  });

  test('that are none are refused before any request, without being shown', async () => {
    const before = now.control.requests.length;
    const run = await runStep({
      ...sgp(manifest('behind')),
      env: { SGP_CLIENT_CUSTOM_HEADERS: `X-Env: staging\n${SECRET}\nBad Name: x\nHost: other` },
    });
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain(
      'SGP_CLIENT_CUSTOM_HEADERS: line 2 has no ":", line 3 has a name that no header can have, line 4 names host, which the request itself sets; accepted: lines of Name: value',
    );
    expect(run.log).not.toContain(SECRET);
    expect(now.control.requests).toHaveLength(before);
  });

  test('a refused key is reported for the other host', async () => {
    const run = await runStep(sgp(manifest('refused'), { 'api-key': 'not-the-key' }));
    expect(run.conclusion).toBe('failure');
    expect(run.log).toContain('https://api.sgp.scale.com');
  });
});

describe('an image that exists already', () => {
  const NAMED = { build: 'never', 'image-name': 'greeter', 'image-tag': 'not-there' };

  test('is not built and not deployed: log and summary say so', async () => {
    const run = await runStep(sgp(manifest('greeter'), NAMED));
    expect(run.conclusion).toBe('success');
    expect(run.log).toMatch(/^Nothing was built or deployed: build is never, and deploy is none\.$/m);
    expect(run.summary).toContain('| Image | `greeter:not-there` |');
  });

  test('was not built by a step whose deploy is refused', async () => {
    const run = await runStep(sgp(manifest('greeter'), { ...NAMED, deploy: 'production' }));
    const [error] = run.annotations.filter(({ level }) => level === 'error');
    expect(error).toMatchObject({ title: 'The deploy was refused' });
    expect(error?.message).toMatch(/^The deploy was refused: Build not found/);
    expect(run.summary).toContain('The deploy was refused: Build not found');
  });
});
