import { afterEach, describe, expect, test } from '@jest/globals';
import { closeAll, eventually, start } from './fixtures/pipecat.ts';
import type { Json } from './fixtures/sgp.ts';

afterEach(closeAll);

/** The paths of the vendor's CLI (pipecatcloud 1.4.0, config.py), of an organization by whatever name. */
const ROOT = '/v1/organizations/acme';
const create = { serviceName: 'bot', image: 'registry.example/bot:1' };

describe('the paths of the CLI', () => {
  test('build, and know the build by both of its paths', async () => {
    const { emulator, call, build } = await start();
    const { id } = (await build(`${ROOT}/builds`)).body.build as Json;
    const look = async () => (await call('GET', `${ROOT}/builds/${id}`)).body.build as Json;
    const ended = await eventually(look, ({ status }) => status === 'success');
    expect((await call('GET', `/v1/builds/${id}`)).body.build).toEqual(ended);
    expect((await call('GET', `${ROOT}/builds?status=success&limit=1`)).body).toMatchObject({
      total: 1,
      builds: [ended],
    });
    const { logs } = (await call('GET', `${ROOT}/builds/${id}/logs?limit=3`)).body;
    expect(logs).toHaveLength(3);
    expect(emulator.control.violations).toEqual([]);
  });

  test('create, update on the collection, and delete', async () => {
    const { emulator, call } = await start();
    expect((await call('GET', `${ROOT}/services/bot`)).status).toBe(404);
    expect(
      await call('POST', `${ROOT}/services`, { ...create, forceRedeploy: true, krispViva: {} }),
    ).toMatchObject({
      status: 200,
      body: { name: 'bot' },
    });
    const same = await call('PUT', `${ROOT}/services`, { ...create, region: 'us-west' });
    expect(same.body.warning).toContain('nothing was rolled out');
    const forced = await call('PUT', `${ROOT}/services`, { ...create, forceRedeploy: true });
    expect(forced.body).not.toHaveProperty('warning');
    const { body } = await call('GET', `${ROOT}/services/bot`);
    expect(body.body).toMatchObject({ name: 'bot', desiredDeploymentId: forced.body.desiredDeploymentId });
    const { services } = (await call('GET', `${ROOT}/services?include=git`)).body;
    expect(services).toMatchObject([{ name: 'bot', git: null }]);
    expect(await call('DELETE', `${ROOT}/services/bot`)).toMatchObject({
      status: 200,
      body: { status: 'OK' },
    });
    expect(emulator.control.pipecat.agents.size).toBe(0);
    expect(emulator.control.violations).toEqual([]);
  });

  test.each<[string, Json, number]>([
    ['no agent', {}, 400],
    ['an unknown agent', { serviceName: 'other' }, 404],
  ])('refuse an update that names %s', async (_name, given, status) => {
    const { call } = await start();
    expect((await call('PUT', `${ROOT}/services`, given)).status).toBe(status);
  });

  test('report the organization, its regions and its default', async () => {
    const { emulator, call } = await start({ architectures: ['arm64'] });
    expect((await call('GET', '/v1/organizations')).body.organizations).toEqual([
      { name: 'org_emulator', verboseName: 'Emulator' },
    ]);
    expect((await call('GET', `${ROOT}/properties`)).body.properties).toMatchObject({
      defaultRegion: 'us-west',
    });
    expect(((await call('GET', `${ROOT}/regions`)).body.regions as Json[])[0]).toMatchObject({
      code: 'us-west',
      supported_architectures: ['arm64'],
    });
    expect(emulator.control.violations).toEqual([]);
  });

  test('list secret sets as far as a deploy asks for them', async () => {
    const { emulator, call } = await start({ secretSets: ['voice'], pullSecretSets: ['registry'] });
    const { sets } = (await call('GET', `${ROOT}/secrets`)).body;
    expect(sets).toMatchObject([
      { name: 'voice', type: 'secret' },
      { name: 'registry', type: 'imagePullSecret' },
    ]);
    expect(await call('GET', `${ROOT}/secrets/voice`)).toMatchObject({
      status: 200,
      body: { status: 'ready' },
    });
    expect((await call('GET', `${ROOT}/secrets/none`)).status).toBe(404);
    const given = { ...create, secretSet: 'voice', imagePullSecretSet: 'registry' };
    expect((await call('POST', `${ROOT}/services`, given)).status).toBe(200);
    expect(emulator.control.violations).toEqual([]);
  });

  test('link an agent to a repository; what is left out stays; and unlink it', async () => {
    const { emulator, call } = await start();
    await call('POST', `${ROOT}/services`, create);
    const path = `${ROOT}/services/bot/environments/production/git`;
    const link = { repoFullName: 'acme/bot', branch: 'main' };
    expect((await call('POST', path, link)).body.gitConfig).toEqual({ ...link, autoDeploy: true });
    await call('POST', path, { ...link, subdirectory: 'bot', autoDeploy: false });
    await call('POST', path, { ...link, branch: 'next' });
    const { body } = await call('GET', `${ROOT}/services/bot`);
    expect(body.body).toMatchObject({ git: { branch: 'next', subdirectory: 'bot', autoDeploy: false } });
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', '/v1/agents/bot')).body.git).toBeNull();
    expect(emulator.control.violations).toEqual([]);
  });
});

/** Every path of config.py that is not in the contract, and what the guides have beside it. */
describe('what is not played says so', () => {
  test.each([
    ['GET', `${ROOT}/services/bot/sessions`, 'sessions'],
    ['DELETE', `${ROOT}/services/bot/sessions/1`, 'sessions'],
    ['POST', '/v1/public/bot/start', 'sessions'],
    ['GET', '/v1/agents/bot/sessions', 'sessions'],
    ['GET', `${ROOT}/services/bot/deployments`, 'deployments'],
    ['POST', `${ROOT}/services/bot/environments/production/git/deploy`, 'GitHub'],
    ['GET', `${ROOT}/github/install-url`, 'GitHub'],
    ['GET', `${ROOT}/github/link-url`, 'GitHub'],
    ['GET', `${ROOT}/github/installation`, 'GitHub'],
    ['GET', `${ROOT}/github/repositories`, 'GitHub'],
    ['PUT', `${ROOT}/secrets/voice`, 'secret sets'],
    ['DELETE', `${ROOT}/secrets/voice`, 'secret sets'],
    ['GET', '/v1/secrets', 'secret sets'],
    ['GET', `${ROOT}/apiKeys`, 'API keys'],
    ['GET', `${ROOT}/agent-profiles`, 'profiles'],
    ['PATCH', `${ROOT}/properties`, 'organization'],
    ['POST', `${ROOT}/regions`, 'organization'],
    ['GET', `${ROOT}/registry-keys`, 'organization'],
    ['GET', `${ROOT}/spend-limit`, 'organization'],
    ['GET', `${ROOT}/daily`, 'organization'],
    ['GET', '/v1/users', 'sign-in'],
    ['GET', '/v1/onboarding', 'sign-in'],
    ['GET', '/auth/config', 'sign-in'],
  ])('%s %s', async (method, path, words) => {
    const { call } = await start();
    const { status, body } = await call(method, path);
    expect(status).toBe(501);
    expect(body.error).toMatch(/^The emulator does not play .*\.$/);
    expect(body).toMatchObject({ error: expect.stringContaining(words), code: 'NOT_IMPLEMENTED' });
  });

  test('a service that the cloud would build from a repository', async () => {
    const { emulator, call } = await start();
    const given = { serviceName: 'bot', git: { repoFullName: 'acme/bot', branch: 'main' } };
    const { status, body } = await call('POST', `${ROOT}/services`, given);
    expect(status).toBe(501);
    expect(body.error).toContain('GitHub');
    expect(emulator.control.violations).toEqual([]);
  });
});
