import { afterEach, describe, expect, test } from '@jest/globals';
import type { Deployment, DeploymentRequest, Deployments } from '../../../src/clouds/cloud.ts';
import { readDeployment } from '../../../src/clouds/sgp/deployment-record.ts';
import { HttpError } from '../../../src/errors.ts';
import { type Account, account, list, never, type Routes, record, reply, reset } from './account.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function opened(routes: Routes): Promise<Account & { deployments_: Deployments }> {
  const at = await account(routes);
  cleanups.push(at.close);
  const { deployments } = at.cloud;
  if (!deployments) throw new Error('the cloud does not deploy');
  return { ...at, deployments_: deployments };
}

const MANIFEST = 'agent:\n  name: my-agent\n';
const CREATE = 'POST /v5/agentex/deployments';
const LIST = 'GET /v5/agentex/deployments';
const ONE = '/v5/agentex/deployments/d1';

const deployed = (more: object = {}): object => ({
  id: 'd1',
  build_id: 'build_1',
  namespace: 'team',
  manifest_file: MANIFEST,
  environment_config: 'environments: {}\n',
  status: 'pending',
  preview_label: null,
  expires_at: null,
  created_at: '2026-03-01T10:00:00Z',
  ...more,
});

const REQUEST: DeploymentRequest = {
  of: { buildId: 'build_1' },
  agentName: 'my-agent',
  manifest: MANIFEST,
  environmentConfig: 'schema_version: v1\n',
};
const PREVIEW = { label: 'pr-1', ttlMs: 3_600_000 };

describe('a deployment record', () => {
  const statuses: [raw: string, status: Deployment['status']][] = [
    ['pending', 'pending'],
    ['in_progress', 'progressing'],
    ['running', 'progressing'],
    ['healthy', 'healthy'],
    ['COMPLETED', 'healthy'],
    ['failed', 'failed'],
    ['unhealthy', 'failed'],
    ['cancelled', 'cancelled'],
    ['canceled', 'cancelled'],
    ['SUPERSEDED', 'superseded'],
    ['DELETED', 'deleted'],
    ['deleting', 'deleted'],
    ['helming', 'unknown'],
  ];
  test.each(statuses)('status %s is %s', (raw, status) => {
    expect(readDeployment(deployed({ status: raw }))).toMatchObject({ status, rawStatus: raw });
  });

  test('reports its events and keeps the files to itself', () => {
    const events = [
      { type: 'Warning', reason: 'BackOff', message: 'm', timestamp: '2026-03-01T10:05:30Z' },
      { type: null },
    ];
    const read = readDeployment(deployed({ deploy_events: events }));
    expect(read.events).toEqual([
      { at: '2026-03-01T10:05:30.000Z', warning: true, reason: 'BackOff', message: 'm' },
      { warning: false, reason: '', message: '' },
    ]);
    expect(JSON.stringify(read)).not.toContain('my-agent');
    expect(readDeployment(deployed({ deploy_events: null })).events).toEqual([]);
  });
});

describe('create', () => {
  test('sends both files verbatim and no preview members for production', async () => {
    const at = await opened({ [LIST]: reply(200, list()), [CREATE]: reply(201, deployed()) });
    await expect(at.deployments_.create(REQUEST, at.progress, never())).resolves.toMatchObject({ id: 'd1' });
    const body = JSON.parse(String(at.server.requests.at(-1)?.body));
    expect(body).toEqual({
      manifest_file: MANIFEST,
      environment_config: 'schema_version: v1\n',
      build_id: 'build_1',
    });
    expect(at.deployments.map(({ id }) => id)).toEqual(['d1']);
  });

  test('counts a preview’s expiry from the request', async () => {
    const at = await opened({ [LIST]: reply(200, list()), [CREATE]: reply(201, deployed()) });
    const from = Date.now();
    const of = { imageName: 'i', imageTag: 't' };
    await at.deployments_.create({ ...REQUEST, of, preview: PREVIEW }, at.progress, never());
    const body = JSON.parse(String(at.server.requests.at(-1)?.body));
    expect(body).toMatchObject({ preview: true, preview_label: 'pr-1', image_name: 'i', image_tag: 't' });
    expect(body.build_id).toBeUndefined();
    expect(Date.parse(body.expires_at)).toBeGreaterThanOrEqual(from + PREVIEW.ttlMs);
    expect(Date.parse(body.expires_at)).toBeLessThanOrEqual(Date.now() + PREVIEW.ttlMs);
  });

  const older = deployed({ id: 'older', preview_label: 'pr-1' });
  const ours = deployed({ id: 'ours', preview_label: 'pr-1' });
  test('whose answer is lost makes no second deployment', async () => {
    const at = await opened({
      [LIST]: [reply(200, list(older)), reply(200, list(ours, older))],
      [CREATE]: reset,
    });
    await expect(
      at.deployments_.create({ ...REQUEST, preview: PREVIEW }, at.progress, never()),
    ).resolves.toMatchObject({
      id: 'ours',
    });
    expect(at.asked().filter((asked) => asked === CREATE)).toHaveLength(1);
    expect(at.deployments.map(({ id }) => id)).toEqual(['ours']);
  });

  const others: [name: string, other: object][] = [
    ['another label', deployed({ id: 'x', preview_label: 'pr-12' })],
    ['another build', deployed({ id: 'x', preview_label: 'pr-1', build_id: 'build_2' })],
    ['a production deployment', deployed({ id: 'x' })],
    ['one from before', older],
  ];
  test.each(others)('is not mistaken for %s', async (_name, other) => {
    const at = await opened({
      [LIST]: [reply(200, list(older)), reply(200, list(other))],
      [CREATE]: [reset, reply(201, deployed({ id: 'second', preview_label: 'pr-1' }))],
    });
    await expect(
      at.deployments_.create({ ...REQUEST, preview: PREVIEW }, at.progress, never()),
    ).resolves.toMatchObject({
      id: 'second',
    });
  });

  test('a missing file is reported before any request leaves', async () => {
    const at = await opened({ [LIST]: reply(200, list()) });
    const { manifest: _none, ...request } = REQUEST;
    await expect(at.deployments_.create(request, at.progress, never())).rejects.toThrow(/`manifest`/);
    expect(at.asked().filter((asked) => asked === CREATE)).toEqual([]);
  });
});

describe('logs', () => {
  test('pages by cursor, with both shapes of a line', async () => {
    const lines = [
      'plain',
      { id: '1', message: 'structured', log_level: null },
      { id: '2', message: '' },
      { odd: 1 },
    ];
    const at = await opened({
      [`GET ${ONE}/logs`]: reply(200, { deployment_id: 'd1', lines, next_cursor: '2', has_more: true }),
    });
    await expect(at.deployments_.logs?.('d1', undefined, never())).resolves.toEqual({
      lines: [
        { text: 'plain' },
        { id: '1', text: 'structured' },
        { id: '2', text: '' },
        { text: '{"odd":1}' },
      ],
      cursor: '2',
      more: true,
    });
    await at.deployments_.logs?.('d1', 'c 1', never());
    expect(at.server.requests.map(({ query }) => query.toString())).toEqual([
      'limit=500',
      'cursor=c+1&limit=500',
    ]);
  });

  test.each([{}, { lines: null, next_cursor: null }])('nothing yet: %j', async (body) => {
    const at = await opened({ [`GET ${ONE}/logs`]: reply(200, body) });
    await expect(at.deployments_.logs?.('d1', undefined, never())).resolves.toEqual({
      lines: [],
      more: false,
    });
  });
});

describe('previews', () => {
  const preview = (id: string, more: object = {}) => deployed({ id, preview_label: 'pr-1', ...more });
  async function found(
    at: Account & { deployments_: Deployments },
    label?: string,
  ): Promise<readonly string[]> {
    const ids: string[] = [];
    const of = { agentName: 'my-agent', repositories: [], ...(label === undefined ? {} : { label }) };
    for await (const one of at.deployments_.previews(of, never())) {
      expect(one.agentName).toBe('my-agent');
      ids.push(one.id);
    }
    return ids;
  }

  test('are of exactly this label and this agent, whatever the server’s filters do', async () => {
    const at = await opened({
      [LIST]: reply(
        200,
        list(
          preview('mine'),
          preview('pr-12', { preview_label: 'pr-12' }),
          preview('other agent', { manifest_file: 'agent: {name: my-agent-2}' }),
          preview('short form', { manifest_file: 'name: my-agent\n' }),
          deployed({ id: 'production' }),
          preview('nobody’s', { manifest_file: ': not yaml: [', build_id: null }),
        ),
      ),
    });
    await expect(found(at, 'pr-1')).resolves.toEqual(['mine', 'short form']);
    await expect(found(at)).resolves.toEqual(['mine', 'pr-12', 'short form']);
    const [asked] = at.server.requests;
    expect(asked?.query.get('agent_name')).toBe('my-agent');
    expect(asked?.query.get('preview_label')).toBe('pr-1');
  });

  test('ask the build where the manifest does not tell', async () => {
    const at = await opened({
      [LIST]: reply(
        200,
        list(
          preview('by build', { manifest_file: '' }),
          preview('other’s build', { manifest_file: '', build_id: 'build_2' }),
          preview('build gone', { manifest_file: '', build_id: 'build_3' }),
        ),
      ),
      'GET /v5/builds/build_1': reply(200, record()),
      'GET /v5/builds/build_2': reply(200, record({ agent_name: 'other' })),
    });
    await expect(found(at, 'pr-1')).resolves.toEqual(['by build']);
  });
});

describe('remove', () => {
  const rows: [name: string, routes: Routes, outcome: string][] = [
    ['200', { [`DELETE ${ONE}`]: reply(200, deployed({ status: 'deleted' })) }, 'removed'],
    ['204', { [`DELETE ${ONE}`]: (_request, response) => void response.writeHead(204).end() }, 'removed'],
    ['502 once', { [`DELETE ${ONE}`]: [reply(502, {}), reply(200, {})] }, 'removed'],
    ['404', { [`DELETE ${ONE}`]: reply(404, {}) }, 'gone'],
    [
      '409, superseded',
      { [`DELETE ${ONE}`]: reply(409, {}), [`GET ${ONE}`]: reply(200, deployed({ status: 'SUPERSEDED' })) },
      'gone',
    ],
    [
      '400, cancelled',
      { [`DELETE ${ONE}`]: reply(400, {}), [`GET ${ONE}`]: reply(200, deployed({ status: 'cancelled' })) },
      'gone',
    ],
    [
      '409, is superseded, and the record lags behind',
      {
        [`DELETE ${ONE}`]: reply(409, { detail: 'Deployment d1 is superseded' }),
        [`GET ${ONE}`]: reply(200, deployed({ status: 'healthy' })),
      },
      'gone',
    ],
    ['409, then unknown', { [`DELETE ${ONE}`]: reply(409, {}) }, 'gone'],
  ];
  test.each(rows)('%s', async (_name, routes, outcome) => {
    const at = await opened(routes);
    await expect(at.deployments_.remove('d1', never())).resolves.toBe(outcome);
  });

  test('a refusal of one that still runs is an error', async () => {
    const at = await opened({
      [`DELETE ${ONE}`]: reply(409, { detail: 'busy' }),
      [`GET ${ONE}`]: reply(200, deployed({ status: 'healthy' })),
    });
    const error = await at.deployments_.remove('d1', never()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HttpError);
    expect((error as HttpError).detail).toBe('busy');
  });
});
