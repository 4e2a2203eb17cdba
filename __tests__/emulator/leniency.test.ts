import { afterEach, describe, expect, test } from '@jest/globals';
import {
  archiveOf,
  type Client,
  closeAll,
  ENVIRONMENTS,
  formOf,
  type Json,
  MANIFEST,
  start,
} from './fixtures/sgp.ts';

afterEach(closeAll);

const ARCHIVE = await archiveOf({ Dockerfile: 'FROM scratch\n' });
const FIELDS = { agent_name: 'my-agent', image_name: 'my-agent', image_tag: 'v1' };
const JSON_TYPE = { 'content-type': 'application/json' };

/** The form of a submission with its archive as a part of any type. */
function formWith(type: string, fields: Json = {}): FormData {
  const form = formOf({ ...FIELDS, ...fields });
  form.set('context_archive', new Blob([new Uint8Array(ARCHIVE)], { type }), 'context.tar.gz');
  return form;
}

const initiate = (more: Json): RequestInit => ({
  headers: JSON_TYPE,
  body: JSON.stringify({ image_name: 'app', image_tag: 'v1', dockerfile_path: 'Dockerfile', ...more }),
});

type Row = readonly [
  name: string,
  method: string,
  path: string,
  init: () => RequestInit,
  places: readonly string[],
];

/** What the real clouds take without a word. */
const IGNORED: readonly Row[] = [
  [
    'an archive without a type',
    'POST',
    '/v5/builds',
    () => ({ body: formWith('') }),
    ['body.context_archive'],
  ],
  [
    'an archive of bytes',
    'POST',
    '/v5/builds',
    () => ({ body: formWith('application/octet-stream') }),
    ['body.context_archive'],
  ],
  [
    'an unknown field of a form',
    'POST',
    '/v5/builds',
    () => ({ body: formWith('application/gzip', { force: 'true' }) }),
    ['body.force'],
  ],
  [
    'an unknown file of a form',
    'POST',
    '/v5/builds',
    () => {
      const form = formWith('application/gzip');
      form.set('other', new Blob(['x']), 'other.txt');
      return { body: form };
    },
    ['body.other'],
  ],
  ['an unknown parameter', 'GET', '/v5/builds?include=all', () => ({}), ['query.include']],
  ['an unknown member', 'POST', '/api/v1/images/build', () => initiate({ force: true }), ['body.force']],
  ['an empty member', 'POST', '/api/v1/images/build', () => initiate({ platform: null }), ['body.platform']],
  [
    'a body where none belongs',
    'POST',
    '/v5/builds/none/cancel',
    () => ({ headers: JSON_TYPE, body: '{}' }),
    ['body'],
  ],
  [
    'two of these',
    'POST',
    '/api/v1/images/build',
    () => initiate({ platform: null, force: true }),
    ['body.platform', 'body.force'],
  ],
];

function withKeys(client: Client, init: RequestInit): RequestInit {
  const authorization = `Bearer ${client.emulator.credentials.apiKey}`;
  return { ...init, headers: { authorization, ...(init.headers as Record<string, string>) } };
}

const placesOf = (violations: Client['emulator']['control']['violations']) =>
  violations.flatMap(({ problems }) => problems.map(({ loc }) => loc.join('.')));

describe('what the real clouds ignore', () => {
  test.each(IGNORED)('by hand is ignored and named: %s', async (_name, method, path, init, places) => {
    const client = await start({ strict: false });
    const { status } = await client.call(method, path, withKeys(client, init()));
    // There is no build to be cancelled: that is all that is wrong with it.
    expect([200, 201, path.includes('/none/') ? 404 : 200]).toContain(status);
    expect(placesOf(client.emulator.control.ignored)).toEqual(places);
    expect(client.emulator.control.violations).toEqual([]);
  });

  test.each(IGNORED)('in tests is refused, each of it: %s', async (_name, method, path, init, places) => {
    const client = await start();
    const { status } = await client.call(method, path, withKeys(client, init()));
    expect(status).toBe(422);
    expect(placesOf(client.emulator.control.violations).sort()).toEqual([...places].sort());
    expect(client.emulator.control.ignored).toEqual([]);
  });

  test.each(['*/*', 'application/json'])('may be what a client accepts of a log: %s', async (accept) => {
    const client = await start({ strict: false });
    const { body } = await client.submit(FIELDS, ARCHIVE);
    const { apiKey, accountId } = client.emulator.credentials;
    const headers = { 'x-api-key': apiKey, 'x-selected-account-id': accountId, accept };
    const log = await fetch(`${client.emulator.url}/v5/builds/${body.id}/logs`, { headers });
    expect([log.status, log.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/event-stream'),
    ]);
    await log.text();
    expect(placesOf(client.emulator.control.ignored)).toEqual(['header.accept']);
  });

  test('is not what a cloud needs: that is refused by hand as well', async () => {
    const client = await start({ strict: false });
    const asked = withKeys(client, initiate({ image_name: null, force: true }));
    const { status, body } = await client.call('POST', '/api/v1/images/build', asked);
    expect([status, body]).toEqual([422, { errors: [{ param: 'image_name', details: 'field required' }] }]);
    expect(placesOf(client.emulator.control.violations)).toEqual(['body.image_name']);
  });

  test('is reported to the user, a line each', async () => {
    const lines: string[] = [];
    const client = await start({ strict: false, tell: (line) => lines.push(line) });
    await client.call('GET', '/v5/builds?include=all');
    await client.call('GET', '/v5/builds?limit=none');
    expect(lines).toEqual([
      'GET /v5/builds: ignored: query.include: Extra inputs are not permitted',
      'GET /v5/builds: refused: query.limit: Input must be integer',
    ]);
  });
});

describe('one bad member is one problem', () => {
  const whole = { manifest_file: MANIFEST, environment_config: ENVIRONMENTS, build_id: 'b', preview: true };
  const rows: readonly (readonly [string, Json, readonly string[]])[] = [
    ['of a wrong type', { preview: 'yes' }, ['body.preview']],
    ['that is missing', { manifest_file: undefined }, ['body.manifest_file']],
    ['beside one that nobody knows', { preview: 'yes', force: true }, ['body.preview', 'body.force']],
    ['each of two', { preview: 'yes', expires_at: 'soon' }, ['body.preview', 'body.expires_at']],
    ['that nobody knows', { force: true }, ['body.force']],
  ];
  test.each(rows)('%s', async (_name, members, places) => {
    const client = await start();
    const init = { headers: JSON_TYPE, body: JSON.stringify({ ...whole, ...members }) };
    const { status, body } = await client.call('POST', '/v5/agentex/deployments', init);
    expect(status).toBe(422);
    const told = (body.detail as { loc: string[] }[]).map(({ loc }) => loc.join('.'));
    expect(told.sort()).toEqual([...places].sort());
  });
});

describe('what is not played', () => {
  test.each([
    ['POST', '/v5/credentials', 'secrets of SGP'],
    ['GET', '/v5/credentials/name/openai/secret', 'secrets of SGP'],
    ['DELETE', '/v5/sgp/secrets/secret_1', 'secrets of SGP'],
    ['GET', '/v5/agentex/sessions', 'sessions of SGP'],
    ['POST', '/api/v1/sandbox', 'sandboxes'],
    ['GET', '/api/v1/secrets', 'secrets and accounts of Prime Intellect'],
  ])('answers 501 with a sentence: %s %s', async (method, path, what) => {
    const client = await start();
    const { status, body } = await client.call(method, path);
    expect([status, body.detail]).toEqual([501, expect.stringContaining(what)]);
    expect(String(body.detail)).toMatch(/^The emulator does not play .*\.$/);
    expect(client.emulator.control.violations).toHaveLength(1);
  });
});
