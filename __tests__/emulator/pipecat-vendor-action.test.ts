import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { closeAll, eventually, plain, start, type Target } from './fixtures/pipecat.ts';
import type { Json } from './fixtures/sgp.ts';

afterEach(closeAll);

/**
 * The requests of daily-co/pipecat-cloud-deploy-action v2 in their order and with their members (its src/index.js, api.js
 * and build.js, at 40ea222 and b82f505); the inputs of its newest action.yml. Written by us: nothing of it is run.
 */
type Inputs = {
  readonly 'agent-name': string;
  readonly 'cloud-build'?: boolean;
  readonly dockerfile?: string;
  readonly 'build-id'?: string;
  readonly image?: string;
  readonly 'image-credentials'?: string;
  readonly 'secret-set'?: string;
  readonly region?: string;
  readonly 'min-agents'?: number;
  readonly 'max-agents'?: number;
  readonly 'agent-profile'?: string;
  readonly 'enable-managed-keys'?: boolean;
  readonly 'max-session-duration'?: number;
  readonly 'krisp-viva'?: string;
};

type At = Awaited<ReturnType<typeof start>>;

async function deployAsVendor(at: At, inputs: Inputs): Promise<{ buildId: string | undefined; agent: Json }> {
  const buildId = inputs['cloud-build'] ? await buildAsVendor(at, inputs) : inputs['build-id'];
  const name = inputs['agent-name'];
  const known = (await at.call('GET', `/v1/agents/${name}`)).status !== 404;
  const payload = withoutEmpty({
    serviceName: name,
    ...(buildId ? { buildId } : { image: inputs.image, imagePullSecretSet: inputs['image-credentials'] }),
    secretSet: inputs['secret-set'],
    region: inputs.region,
    autoScaling: { minAgents: inputs['min-agents'] ?? 0, maxAgents: inputs['max-agents'] ?? 10 },
    enableIntegratedKeysProxy: inputs['enable-managed-keys'] || undefined,
    agentProfile: inputs['agent-profile'],
    maxSessionDuration: inputs['max-session-duration'],
    krispViva: { audioFilter: inputs['krisp-viva'] },
  });
  const deployed = await at.call('POST', known ? `/v1/agents/${name}` : '/v1/agents', payload);
  expect(deployed).toMatchObject({ status: 200 });
  const agent = await eventually(
    async () => (await at.call('GET', `/v1/agents/${name}`)).body,
    (body) => (body.available === true || body.ready === true) && body.activeDeploymentReady === true,
  );
  return { buildId, agent };
}

async function buildAsVendor(at: At, { region, dockerfile = 'Dockerfile' }: Inputs): Promise<string> {
  const archive = await plain();
  const contextHash = createHash('md5').update(archive).digest('hex').slice(0, 16);
  const filters = {
    contextHash,
    dockerfilePath: dockerfile,
    ...(region ? { region } : {}),
    status: 'success',
    limit: '1',
  };
  const { builds } = (await at.call('GET', `/v1/builds?${new URLSearchParams(filters)}`)).body;
  const [hit] = builds as Json[];
  if (hit) return String(hit.id);
  const place = region ? { region } : {};
  const target = (await at.call('POST', '/v1/builds/upload-url', place)).body as Target;
  const form = new FormData();
  for (const [name, value] of Object.entries(target.uploadFields)) form.append(name, value);
  if (!target.uploadFields['Content-Type']) form.append('Content-Type', 'application/gzip');
  form.append('file', new Blob([new Uint8Array(archive)], { type: 'application/gzip' }), 'context.tar.gz');
  expect((await fetch(target.uploadUrl, { method: 'POST', body: form })).status).toBe(204);
  const created = await at.call('POST', '/v1/builds', {
    uploadId: target.uploadId,
    dockerfilePath: dockerfile,
    ...place,
  });
  const { id } = created.body.build as Json;
  if (created.body.cached === true) return String(id);
  const look = async () => (await at.call('GET', `/v1/builds/${id}`)).body.build as Json;
  const ended = await eventually(look, ({ status }) =>
    ['success', 'failed', 'timeout'].includes(String(status)),
  );
  expect(ended.status).toBe('success');
  return String(id);
}

/** As the vendor's action: at every depth, and objects that nothing is left of. */
function withoutEmpty(given: Json): Json {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      if (value === null || value === undefined || value === '') return [];
      if (typeof value !== 'object') return [[name, value]];
      const nested = withoutEmpty(value as Json);
      return Object.keys(nested).length === 0 ? [] : [[name, nested]];
    }),
  );
}

const operations = ({ emulator }: At) =>
  emulator.control.requests
    .filter(({ operation }) => operation !== 'getAgent' && operation !== 'getBuild')
    .map(({ operation }) => operation);

describe.each(['typed', 'untyped'] as const)('the vendor’s action, upload fields %s', (uploadFields) => {
  test.each([undefined, 'eu-central'])(
    'builds, then redeploys the build it finds; region %s',
    async (region) => {
      const at = await start({ uploadFields, rolloutStepMs: 1 });
      const inputs = {
        'agent-name': 'bot',
        'cloud-build': true,
        'secret-set': 'voice',
        ...(region ? { region } : {}),
      };
      const first = await deployAsVendor(at, inputs);
      expect(operations(at)).toEqual([
        'listBuilds',
        'createUploadUrl',
        'uploadContext',
        'createBuild',
        'createAgent',
      ]);
      expect(first.agent).toMatchObject({
        region: region ?? 'us-west',
        autoScaling: { minReplicas: 0, maxReplicas: 10 },
      });
      const again = await deployAsVendor(at, { ...inputs, 'max-agents': 20 });
      expect(operations(at).slice(5)).toEqual(['listBuilds', 'updateAgent']);
      expect(again.buildId).toBe(first.buildId);
      expect(again.agent).toMatchObject({ autoScaling: { maxReplicas: 20 } });
      expect(at.emulator.control.violations).toEqual([]);
    },
  );
});

test('the vendor’s action deploys an image that was built elsewhere, and all of its inputs', async () => {
  const at = await start({ rolloutStepMs: 1 });
  const inputs = {
    'agent-name': 'bot',
    image: 'ghcr.io/acme/bot:v1.2.3',
    'image-credentials': 'registry-credentials',
    'secret-set': 'voice',
    region: 'us-east',
    'min-agents': 1,
    'max-agents': 2,
    'agent-profile': 'team-large',
    'enable-managed-keys': true,
    'max-session-duration': 3600,
    'krisp-viva': 'tel',
  };
  await deployAsVendor(at, inputs);
  await deployAsVendor(at, { ...inputs, image: 'ghcr.io/acme/bot:v1.2.4' });
  expect(at.emulator.control.pipecat.agents.get('bot')?.settings).toEqual({
    image: 'ghcr.io/acme/bot:v1.2.4',
    imagePullSecretSet: 'registry-credentials',
    secretSet: 'voice',
    autoScaling: { minAgents: 1, maxAgents: 2 },
    agentProfile: 'team-large',
    enableIntegratedKeysProxy: true,
    maxSessionDuration: 3600,
    krispViva: { audioFilter: 'tel' },
  });
  expect(at.emulator.control.violations).toEqual([]);
});

test('the vendor’s action deploys a build by its id', async () => {
  const at = await start({ rolloutStepMs: 1 });
  const [build] = at.emulator.control.pipecat.seedHistory(1);
  const { agent } = await deployAsVendor(at, { 'agent-name': 'bot', 'build-id': build?.id ?? '' });
  expect(agent.deployment).toMatchObject({ buildId: build?.id });
  expect(operations(at)).toEqual(['createAgent']);
});
