import { describe, expect, test } from '@jest/globals';
import { openForge } from '../../../src/host/forge/forge.ts';
import { detectHost } from '../../../src/host/host.ts';
import { atEnd } from '../../support/cleanup.ts';
import { quickClock } from '../../support/clock.ts';
import { sendJson, serve } from '../../support/server.ts';

const URL = 'https://forge.example.test/octo/agents/actions/runs/42';

async function runEnd(status: number, reply: unknown, attempt = 1) {
  const server = await serve((_request, response) => sendJson(response, status, reply));
  atEnd(() => server.close());
  const forge = openForge({
    token: 'not-a-secret-token',
    apiUrl: server.url,
    repository: { owner: 'octo', name: 'agents' },
    host: detectHost({ GITHUB_ACTIONS: 'true' }),
    clock: quickClock(),
  });
  const end = await forge.runEnd({ id: 42, attempt }, new AbortController().signal);
  expect(server.requests[0]?.path).toBe('/repos/octo/agents/actions/runs/42');
  return end;
}

describe('the end of a run', () => {
  const done = { status: 'completed', conclusion: 'cancelled', html_url: URL, run_attempt: 1 };

  test.each<[name: string, status: number, reply: unknown, end: object | undefined]>([
    ['that has ended', 200, done, { conclusion: 'cancelled', url: URL }],
    ['without a page', 200, { ...done, html_url: undefined }, { conclusion: 'cancelled' }],
    ['without a word', 200, { ...done, conclusion: null }, { conclusion: 'unknown', url: URL }],
    ['that goes on', 200, { ...done, status: 'in_progress' }, undefined],
    ['on Forgejo', 200, { status: 'failure', html_url: URL }, { conclusion: 'failure', url: URL }],
    ['that goes on on Forgejo', 200, { status: 'running', html_url: URL }, undefined],
    [
      'of which there is a later attempt',
      200,
      { ...done, status: 'queued', run_attempt: 2 },
      { conclusion: 'repeated', url: URL },
    ],
    ['for which the token is refused', 401, {}, undefined],
    ['that the token may not see', 403, {}, undefined],
    ['on a server without such a path', 404, {}, undefined],
  ])('%s', async (_name, status, reply, end) => {
    expect(await runEnd(status, reply)).toEqual(end);
  });

  test('of a server that fails is an error', async () => {
    await expect(runEnd(422, {})).rejects.toMatchObject({ status: 422 });
  });
});
