import { afterEach, describe, expect, test } from '@jest/globals';
import { runStep } from '../support/bundle.ts';
import { AGENT, agentJob, sgpInputs, startSgp } from '../support/cloud.ts';
import { isSuccess, newAgent } from '../support/reuse.ts';

const sgp = await startSgp();

afterEach(() => {
  sgp.control.behave();
  expect(sgp.control.violations).toEqual([]);
});

test('identical inputs are built once; log, summary and outputs say from where', async () => {
  const agent = newAgent(sgp);
  const first = await agent.run();
  isSuccess(first, false);
  const sent = sgp.control.requests.length;
  const second = await agent.run();

  isSuccess(second, true);
  expect(second.outputs).toMatchObject({
    'build-id': first.outputs['build-id'],
    'build-status': 'success',
    'context-hash': first.outputs['context-hash'],
    image: first.outputs.image,
  });
  expect(second.outputs['context-bytes'] ?? '').toBe('');
  const commit = agent.repository.git('rev-parse', 'HEAD').slice(0, 12);
  expect(second.log).toMatch(new RegExp(`✓ Build: reused ${first.outputs['build-id']} of commit ${commit}`));
  expect(second.summary).toContain(`from commit \`${commit}\` on 20`);
  expect(second.annotations).toEqual([]);
  const asked = sgp.control.requests.slice(sent).map(({ operation }) => operation);
  expect(new Set(asked)).toEqual(new Set(['listBuilds']));
  expect(agent.builds()).toHaveLength(1);
});

describe('what is built again:', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['build: always', { build: 'always' }],
    ['another image name', { 'image-name': 'other' }],
    ['build arguments', { 'build-args': 'FLAVOUR=mint' }],
    ['a platform', { platform: 'linux/arm64' }],
    ['a build past reuse-within', { 'reuse-within': '1s' }],
  ])('%s', async (_name, inputs) => {
    const agent = newAgent(sgp);
    isSuccess(await agent.run(), false);
    agent.builds()[0]?.createdAt.setTime(Date.now() - 60_000);
    isSuccess(await agent.run({ inputs }), false);
    expect(agent.builds()).toHaveLength(2);
  });

  test.each<[string, (build: { status: string; source: Record<string, unknown> }) => void]>([
    ['a failed build', (build) => Object.assign(build, { status: 'failed' })],
    ['a build that is being deleted', (build) => Object.assign(build, { status: 'deleting' })],
    ['another tree', (build) => Object.assign(build.source, { working_tree_hash: 'a'.repeat(64) })],
  ])('%s', async (_name, spoil) => {
    const agent = newAgent(sgp);
    isSuccess(await agent.run(), false);
    spoil(agent.builds()[0] as never);
    isSuccess(await agent.run(), false);
  });

  test('a changed file, and again the first tree after that under another tag', async () => {
    const agent = newAgent(sgp);
    isSuccess(await agent.run({ inputs: { 'image-tag': 'one' } }), false);
    agent.repository.write({ 'app/main.py': 'print("changed")\n' });
    isSuccess(await agent.run({ inputs: { 'image-tag': 'two' } }), false);
    agent.repository.write({ 'app/main.py': AGENT['app/main.py'] });
    isSuccess(await agent.run({ inputs: { 'image-tag': 'three' } }), true);
  });

  test('a tag that another tree has used since: the image under it is another one', async () => {
    const agent = newAgent(sgp);
    const inputs = { 'image-tag': 'latest' };
    isSuccess(await agent.run({ inputs }), false);
    agent.repository.write({ 'app/main.py': 'print("changed")\n' });
    isSuccess(await agent.run({ inputs }), false);
    agent.repository.write({ 'app/main.py': AGENT['app/main.py'] });
    isSuccess(await agent.run({ inputs }), false);
    isSuccess(await agent.run({ inputs }), true);
  });
});

test('a new tag is reported honestly: the image is the one that exists', async () => {
  const agent = newAgent(sgp);
  await agent.run({ inputs: { 'image-tag': 'v1' } });
  const run = await agent.run({ inputs: { 'image-tag': 'v2' } });
  isSuccess(run, true);
  expect(run.outputs.image).toMatch(/:v1$/);
  expect(run.outputs['image-tag']).toBe('v1');
  expect(run.annotations).toEqual([
    expect.objectContaining({ level: 'notice', message: expect.stringContaining('No image was tagged v2') }),
  ]);
});

test('an older server that ignores the filter is not believed', async () => {
  const old = await startSgp({ sgp: { filters: 'old' } });
  const { options, repository } = agentJob();
  const inputs = sgpInputs(old, { build: 'auto' });
  const run = () => runStep({ ...options, inputs, post: false });
  isSuccess(await run(), false);
  repository.write({ 'app/main.py': 'print("changed")\n' });
  isSuccess(await run(), false);
  isSuccess(await run(), true);
});

test('a list that cannot be had costs no more than a build', async () => {
  const agent = newAgent(sgp);
  await agent.run();
  sgp.control.misbehave({
    operation: 'listBuilds',
    fault: { kind: 'status', status: 403 },
    times: 1,
  } as never);
  const run = await agent.run();
  isSuccess(run, false);
  expect(run.annotations).toEqual([]);
});
