import { afterEach, describe, expect, test } from '@jest/globals';
import type { Rollout } from '../../emulator/clouds/pipecat/rollout-plan.ts';
import type { EmulatorOptions } from '../../emulator/emulator.ts';
import { closeAll, eventually, start } from './fixtures/pipecat.ts';
import type { Json } from './fixtures/sgp.ts';

afterEach(closeAll);

const image = 'registry.example/bot:1';
const create = { serviceName: 'bot', image };

type Options = NonNullable<EmulatorOptions['pipecat']>;

describe('a create is taken', () => {
  test.each<[string, Json, Json]>([
    ['with null and {} as the CLI has them', { krispViva: {}, secretSet: null, autoScaling: null }, {}],
    ['with krispViva null', { krispViva: null }, {}],
    ['with an architecture', { architecture: 'arm64' }, { architecture: 'arm64' }],
    ['with a profile of the organization', { agentProfile: 'team-large' }, { agentProfile: 'team-large' }],
    [
      'with resources',
      { resources: { cpu: '500m', memory: '4Gi' } },
      { resources: { cpu: '500m', memory: '4Gi' } },
    ],
    ['with forceRedeploy, which is no setting', { forceRedeploy: true }, {}],
    ['with managed keys', { enableIntegratedKeysProxy: true }, { enableIntegratedKeysProxy: true }],
    ['with its session’s length', { maxSessionDuration: 60 }, { maxSessionDuration: 60 }],
  ])('%s', async (_name, given, kept) => {
    const { emulator, call } = await start();
    expect(await call('POST', '/v1/agents', { ...create, ...given })).toMatchObject({ status: 200 });
    expect(emulator.control.pipecat.agents.get('bot')?.settings).toEqual({ image, ...kept });
    expect(emulator.control.violations).toEqual([]);
  });

  test('without a region it is in the organization’s', async () => {
    const { call } = await start({ defaultRegion: 'ap-south' });
    expect((await call('POST', '/v1/agents', create)).body.region).toBe('ap-south');
  });

  // The action's previews: the agent's name, the label and a mark of the repository.
  test.each(['bot-pr-7-p0a1b2c', `${'a'.repeat(38)}-pr-1234-p0a1b2c`, 'ab'])('as %s', async (serviceName) => {
    const { call } = await start();
    expect((await call('POST', '/v1/agents', { ...create, serviceName })).status).toBe(200);
    expect((await call('GET', `/v1/agents/${serviceName}`)).body.name).toBe(serviceName);
  });
});

describe('a create is refused', () => {
  test.each<[string, Json, Options, string]>([
    ['an architecture that is none', { architecture: 'x86' }, {}, 'architecture'],
    [
      'an architecture, by a server that has none',
      { architecture: 'arm64' },
      { architecture: 'unknown' },
      'Unknown member: architecture',
    ],
    [
      'an architecture that the region lacks',
      { architecture: 'amd64' },
      { architectures: ['arm64'] },
      "Architecture 'amd64' is not supported in region 'us-west' (supported: arm64)",
    ],
    [
      'a profile beside resources',
      { agentProfile: 'a', resources: { cpu: '1', memory: '1Gi' } },
      {},
      'agentProfile',
    ],
    ['half of the resources', { resources: { cpu: '1' } }, {}, 'memory'],
    ['more agents than the organization may have', { autoScaling: { maxAgents: 51 } }, {}, '50'],
    ['a name above 54 characters', { serviceName: 'a'.repeat(55) }, {}, 'serviceName'],
    ['a session of seconds', { maxSessionDuration: 59 }, {}, 'maxSessionDuration'],
  ])('with %s', async (_name, given, options, words) => {
    const { emulator, call } = await start(options);
    const answer = await call('POST', '/v1/agents', { ...create, ...given });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(words);
    expect(emulator.control.pipecat.agents.size).toBe(0);
  });

  test('a refusal of one member is reported once', async () => {
    const { call } = await start();
    const given = { ...create, secretSet: 'voice', agentProfile: 'agent-2x', maxSessionDuration: 5 };
    const answer = await call('POST', '/v1/agents', given);
    expect(answer.body.error).toMatch(/^body\.maxSessionDuration: [^;]*$/);
  });
});

describe('an update', () => {
  test('may name the agent and its region, as the vendor’s action does', async () => {
    const { emulator, call } = await start();
    await call('POST', '/v1/agents', { ...create, region: 'us-east' });
    const update = {
      serviceName: 'bot',
      region: 'us-east',
      image: 'registry.example/bot:2',
      krispViva: null,
    };
    expect((await call('POST', '/v1/agents/bot', update)).status).toBe(200);
    expect(emulator.control.pipecat.agents.get('bot')?.settings).toEqual({ image: update.image });
    expect(emulator.control.violations).toEqual([]);
  });

  test.each<[string, Json, string]>([
    ['the name', { serviceName: 'other' }, 'name of an agent'],
    ['the region', { region: 'eu-central' }, 'region of an agent'],
  ])('cannot change %s', async (_name, given, words) => {
    const { call } = await start();
    await call('POST', '/v1/agents', create);
    const answer = await call('POST', '/v1/agents/bot', given);
    expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining(words) } });
  });

  test('to resources ends the profile, and the other way round', async () => {
    const { call } = await start();
    await call('POST', '/v1/agents', { ...create, agentProfile: 'agent-2x' });
    const resources = { cpu: '2', memory: '4Gi' };
    expect((await call('POST', '/v1/agents/bot', { resources })).body).toMatchObject({
      agentProfile: null,
      resources,
    });
    const { body } = await call('POST', '/v1/agents/bot', { agentProfile: 'agent-3x' });
    expect(body.agentProfile).toBe('agent-3x');
  });
});

describe('a record', () => {
  test('reports architecture, build and length of sessions of what runs', async () => {
    const { emulator, call } = await start();
    const [build] = emulator.control.pipecat.seedHistory(1);
    const settings = { architecture: 'amd64', maxSessionDuration: 600, krispViva: { audioFilter: 'tel' } };
    await call('POST', '/v1/agents', { serviceName: 'bot', buildId: build?.id, ...settings });
    const { body } = await call('GET', '/v1/agents/bot');
    expect(body).toMatchObject({ krispViva: { audioFilter: 'tel' }, git: null, agentProfile: 'agent-1x' });
    expect(body.deployment).toMatchObject({
      buildId: build?.id,
      manifest: { spec: { arch: 'amd64', maxSessionDurationSeconds: 600 } },
    });
    expect(JSON.stringify(body.deployment)).not.toContain('image');
  });

  test('reports the link to a repository; a list does so where it is asked', async () => {
    const { emulator, call } = await start();
    const createdAt = new Date();
    const git = { repoFullName: 'acme/bot', branch: 'main', autoDeploy: false };
    emulator.control.pipecat.seedAgents([
      { name: 'bot', createdAt, git },
      { name: 'other', createdAt },
    ]);
    emulator.control.pipecat.link('other', { repoFullName: 'acme/other', branch: 'main' });
    expect((await call('GET', '/v1/agents/bot')).body.git).toEqual(git);
    const list = async (query: string) =>
      ((await call('GET', `/v1/agents${query}`)).body.services as Json[]).map((agent) => agent.git);
    expect(await list('?include=git,colour')).toEqual([git, { repoFullName: 'acme/other', branch: 'main' }]);
    expect(await list('')).toEqual([undefined, undefined]);
    expect(() => emulator.control.pipecat.link('none', git)).toThrow('none');
    expect(emulator.control.violations).toEqual([]);
  });

  test('of a build reports the commit that the cloud has made it from, and sizes', async () => {
    const { emulator, call } = await start();
    const source = { repoFullName: 'acme/bot', ref: 'refs/heads/main', commitSha: 'a'.repeat(40) };
    const [build] = emulator.control.pipecat.seedHistory({ builds: 1, source });
    expect((await call('GET', `/v1/builds/${build?.id}`)).body.build).toMatchObject({
      ...source,
      imageSizeBytes: expect.any(Number),
      contextSizeBytes: expect.any(Number),
      buildDurationSeconds: expect.any(Number),
    });
    const [plain] = emulator.control.pipecat.seedHistory(1);
    expect((await call('GET', `/v1/builds/${plain?.id}`)).body.build).not.toHaveProperty('commitSha');
    expect(emulator.control.violations).toEqual([]);
  });

  test('of a build that has ended before its create was answered is no reuse', async () => {
    const { build } = await start({ answersAfterBuild: true });
    expect(await build()).toMatchObject({
      status: 201,
      body: { cached: false, build: { status: 'success' } },
    });
  });
});

describe('a rollout that fails', () => {
  test.each<[Rollout, Json]>([
    [
      { end: 'crash' },
      { headline: 'The agent crashed while it started', reason: 'CrashLoopBackOff', lastExitCode: 1 },
    ],
    [{ end: 'crash', headline: 'Out of memory' }, { headline: 'Out of memory' }],
    [{ end: 'architecture' }, { lastExitCode: 255, message: expect.stringContaining('exec format error') }],
    [{ end: 'image' }, { headline: 'The image could not be pulled', reason: 'ImagePullBackOff' }],
  ])('%j', async (rollout, health) => {
    const { emulator, call } = await start({ rolloutStepMs: 1 });
    emulator.control.pipecat.rollout(rollout);
    await call('POST', '/v1/agents', create);
    const look = async () => (await call('GET', '/v1/agents/bot')).body;
    const body = await eventually(look, ({ errors }) => errors !== undefined);
    expect(body.currentRevision).toMatchObject({ health });
    expect(emulator.control.violations).toEqual([]);
  });

  test('has no headline on older servers', async () => {
    const { emulator, call } = await start({ rolloutStepMs: 1 });
    emulator.control.pipecat.rollout({ end: 'crash', headline: '' });
    await call('POST', '/v1/agents', create);
    const look = async () => (await call('GET', '/v1/agents/bot')).body;
    const body = await eventually(look, ({ errors }) => errors !== undefined);
    expect((body.currentRevision as Json).health).not.toHaveProperty('headline');
  });
});

test('a log of a session is empty: none is played', async () => {
  const { emulator, call } = await start({ rolloutStepMs: 1 });
  await call('POST', '/v1/agents', create);
  const logs = async (query: string) =>
    (await call('GET', `/v1/agents/bot/logs?${query}`)).body.logs as Json[];
  await eventually(
    () => logs(''),
    ({ length }) => length > 0,
  );
  expect(await logs('sessionId=123')).toEqual([]);
  expect(emulator.control.violations).toEqual([]);
});
