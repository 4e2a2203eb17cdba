import { describe, expect, test } from '@jest/globals';
import type { BuildRequest, DeploymentRequest } from '../../../src/clouds/cloud.ts';
import { dryRunDeploy, dryRunRequests } from '../../../src/clouds/pipecat/dry-run-requests.ts';

const BUILD = {
  archive: { path: '/nowhere', bytes: 12, md5: '0123456789abcdef0123456789abcdef' },
  dockerfile: 'Dockerfile',
} as unknown as BuildRequest;
const DEPLOYMENT: DeploymentRequest = { agentName: 'bot', of: { buildId: 'b1' }, region: 'eu-central' };

const lines = (requests: readonly { readonly method: string; readonly path: string }[]) =>
  requests.map(({ method, path }) => `${method} ${path}`);

describe('a dry run names the requests', () => {
  test('of a build', () => {
    expect(lines(dryRunRequests({ ...BUILD, region: 'eu-central' }))).toEqual([
      'GET /v1/builds?contextHash=0123456789abcdef',
      'POST /v1/builds/upload-url',
      'POST <presigned URL>',
      'POST /v1/builds',
    ]);
  });

  test('of a build whose region the organization decides', () => {
    const [first, , second] = dryRunRequests(BUILD);
    expect(first).toEqual({ method: 'GET', path: '/v1/properties', fields: {} });
    expect(second?.fields).toEqual({ region: 'the organization’s default' });
  });

  test('of a deployment, with its settings in words', () => {
    const agentSettings = { autoScaling: { minAgents: 1 }, secretSet: 'voice' };
    const requests = dryRunDeploy({ ...DEPLOYMENT, agentSettings });
    expect(lines(requests)).toEqual([
      'GET /v1/agents/bot',
      'POST /v1/agents, or /v1/agents/bot where the agent exists',
    ]);
    expect(requests[1]?.fields).toMatchObject({
      serviceName: 'bot',
      region: 'eu-central',
      buildId: 'b1',
      autoScaling: '{"minAgents":1}',
      secretSet: 'voice',
    });
  });

  test('of a preview by its own name', () => {
    const preview = { label: 'pr-7', ttlMs: 1, repository: 'forge.example.test/octo/agents' };
    const [first] = dryRunDeploy({ ...DEPLOYMENT, preview } as DeploymentRequest);
    expect(first?.path).toMatch(/^\/v1\/agents\/bot-pr-7-p[0-9a-f]{6}$/);
  });
});
