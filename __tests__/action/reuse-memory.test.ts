import { describe, expect, jest, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { startCache } from '../support/cache-server.ts';
import { AGENT, agentJob, startSgp } from '../support/cloud.ts';
import { isSuccess, newAgent } from '../support/reuse.ts';
import { serve } from '../support/server.ts';

// A cache has three seconds, which a busy machine may take for starting its process.
jest.retryTimes(2);

const sgp = await startSgp();
const WITH_ARG = { ...AGENT, Dockerfile: 'FROM scratch\nARG TARGETARCH\nARG FLAVOUR=plain\nCOPY app /app\n' };

test('what no record reports is remembered: build arguments, a platform, a Dockerfile that takes arguments', async () => {
  const cache = await startCache();
  const { env } = cache;
  const agent = newAgent(sgp, WITH_ARG);
  const mint = { 'build-args': 'FLAVOUR=mint', 'image-tag': 'mint' };
  const arm = { platform: 'linux/arm64', 'image-tag': 'arm' };
  for (const inputs of [mint, arm, {}]) isSuccess(await agent.run({ inputs, env, platform: 'gitea' }), false);
  for (const inputs of [mint, arm, {}]) isSuccess(await agent.run({ inputs, env, platform: 'gitea' }), true);
  const other = await agent.run({ inputs: { ...mint, 'build-args': 'FLAVOUR=lime' }, env });
  isSuccess(other, false);
  expect(agent.builds()).toHaveLength(4);
  expect(JSON.stringify(cache.keys())).not.toMatch(/mint|lime|agent|greeter/);
});

test('a build for a platform is not taken for a plain one', async () => {
  const { env } = await startCache();
  const agent = newAgent(sgp);
  isSuccess(await agent.run({ inputs: { platform: 'linux/arm64', 'image-tag': 'arm' }, env }), false);
  isSuccess(await agent.run({ env }), false);
  isSuccess(await agent.run({ env }), true);
  expect(agent.builds()).toHaveLength(2);
});

test('a key that was made without the cloud’s own counts for nothing', async () => {
  const cache = await startCache();
  const agent = newAgent(sgp, WITH_ARG);
  const mint = { 'build-args': 'FLAVOUR=mint', 'image-tag': 'mint' };
  await agent.run({ inputs: mint, env: cache.env });
  const plain = await agent.run({ env: cache.env });
  isSuccess(plain, false);
  const wanted = cache.keys().find((key) => /^cloud-build-2-[0-9a-f]{64}-/.test(key)) ?? '';
  const id = Buffer.from(plain.outputs['build-id'] ?? '').toString('hex');
  cache.plant(wanted.replace(/-[0-9a-f]+-([0-9a-f]{64})$/, `-${id}-$1`));
  expect(cache.keys().at(-1)).toContain(id);
  const again = await agent.run({ inputs: mint, env: cache.env });
  expect(again.outputs['build-id']).not.toBe(plain.outputs['build-id']);
});

test.each([
  ['500', 500],
  ['403', 403],
  ['nonsense', 200],
])('a server that answers %s costs a debug line', async (_name, status) => {
  const server = await serve((_request, response) => void response.writeHead(status).end('<html>'));
  const env = { ACTIONS_CACHE_URL: `${server.url}/`, ACTIONS_RUNTIME_TOKEN: 'not-a-token' };
  const run = await newAgent(sgp, WITH_ARG).run({ env });
  isSuccess(run, false);
  expect(run.annotations).toEqual([]);
  expect(run.main.events.some((e) => e.kind === 'debug' && /The cache/.test(e.raw))).toBe(true);
  expect(server.requests.every(({ headers }) => headers.authorization === 'Bearer not-a-token')).toBe(true);
});

test('a server that accepts and stays silent is left after its deadline', async () => {
  const server = await serve(() => new Promise(() => undefined));
  const env = { ACTIONS_CACHE_URL: `${server.url}/`, ACTIONS_RUNTIME_TOKEN: 'not-a-token' };
  const run = await newAgent(sgp, WITH_ARG).run({ env });
  isSuccess(run, false);
  expect(run.annotations).toEqual([]);
  expect(run.log + run.main.stdout).toContain('did not answer within 3000 ms');
});

test('without a cache a Dockerfile that takes arguments is built: nobody knows which it was given', async () => {
  const agent = newAgent(sgp, WITH_ARG);
  isSuccess(await agent.run({ inputs: { 'build-args': 'FLAVOUR=mint' } }), false);
  const run = await agent.run();
  isSuccess(run, false);
  expect(run.log).toContain('Built, not reused: its Dockerfile has an ARG, and the runner keeps no cache.');
  expect(run.summary).toContain('| Not reused | its Dockerfile has an ARG, and the runner keeps no cache |');
});

describe.each(['current', 'older'] as const)(
  'Prime, whose list names no context, on a server of the %s generation',
  (generation) => {
    let images = 0;
    /** A repository with an image and a cache of its own, and a function that runs the step in it. */
    async function newImage() {
      const prime = await startSgp({ prime: { generation } });
      const { env } = await startCache();
      const { options, repository } = agentJob();
      images += 1;
      const inputs = {
        cloud: 'prime',
        'base-url': prime.url,
        'api-key': prime.credentials.apiKey,
        'image-name': `remembered-${images}`,
        comment: 'never',
        history: '0',
        'poll-interval': '200ms',
      };
      const run = (more: Readonly<Record<string, string>> = {}) =>
        runStep({ ...options, inputs: { ...inputs, ...more }, env, post: false });
      return { run, repository, builds: () => prime.control.prime.builds, prime };
    }

    test('it is asked for the build that the cache remembers', async () => {
      const { run, repository } = await newImage();
      const first = await run();
      isSuccess(first, false);
      const second = await run();
      isSuccess(second, true);
      expect(second.outputs).toMatchObject({
        'build-id': first.outputs['build-id'],
        image: first.outputs.image,
        'context-hash': first.outputs['context-hash'],
      });
      repository.write({ 'app/main.py': 'print("changed")\n' });
      isSuccess(await run(), false);
    });

    test('an image that was deleted is built again', async () => {
      const { run, prime } = await newImage();
      const { 'image-name': name, 'image-tag': tag } = (await run()).outputs;
      const headers = { authorization: `Bearer ${prime.credentials.apiKey}` };
      const gone = await fetch(`${prime.url}/api/v1/images/${name}/${tag}`, { method: 'DELETE', headers });
      expect(gone.status).toBe(200);
      const again = await run();
      isSuccess(again, false);
      expect(again.log).toContain('Built, not reused: the cloud no longer has the image of build');
      isSuccess(await run(), true);
    });

    test('another visibility changes the image where the server can, and builds it where not', async () => {
      const { run, builds } = await newImage();
      isSuccess(await run(), false);
      isSuccess(await run({ visibility: 'private' }), true);
      const changed = await run({ visibility: 'public' });
      isSuccess(changed, generation === 'current');
      expect(builds().at(-1)?.visibility).toBe('PUBLIC');
      expect(changed.log).toMatch(
        generation === 'current' ? /: *.* is public\./ : /could not be made public\./,
      );
      isSuccess(await run({ visibility: 'public' }), true);
      isSuccess(await run(), true);
      expect(builds().at(-1)?.visibility).toBe('PUBLIC');
    });

    test('a VM image is made of the build that is there', async () => {
      const { run, builds } = await newImage();
      isSuccess(await run(), false);
      const vm = await run({ 'vm-image': 'true' });
      isSuccess(vm, true);
      expect(JSON.parse(vm.outputs.result ?? '{}')['vm-image']).toMatchObject({ status: 'success' });
      isSuccess(await run({ 'vm-image': 'true' }), true);
      isSuccess(await run(), true);
      expect(builds()).toHaveLength(1);
    });
  },
);
