import type { ServerResponse } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { type ForgeOptions, startForge } from '../../../emulator/forge/index.ts';
import { HttpError } from '../../../src/errors.ts';
import { openForge } from '../../../src/host/forge/forge.ts';
import { detectHost } from '../../../src/host/host.ts';
import type { Clock } from '../../../src/wait.ts';
import { atEnd } from '../../support/cleanup.ts';
import { sendJson, serve } from '../../support/server.ts';

const signal = new AbortController().signal;
const GITHUB = detectHost({ GITHUB_ACTIONS: 'true' });
const GITEA = detectHost({ GITEA_ACTIONS: 'true' });
const REPOSITORY = { owner: 'octo', name: 'agents' };

async function emulated(flavour: 'github' | 'gitea', options: ForgeOptions = {}, token?: string) {
  const emulator = await startForge({ flavour, ...options });
  atEnd(emulator.close);
  emulator.pull({ number: 7, sha: 'a'.repeat(40), ref: 'topic' });
  const forge = openForge({
    token: token ?? emulator.tokens.workflow,
    apiUrl: emulator.apiUrl,
    repository: REPOSITORY,
    host: flavour === 'github' ? GITHUB : GITEA,
  });
  return { emulator, forge };
}

/** Waits are noted, not waited. */
function impatient() {
  const waits: number[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
  return { clock, waits };
}

function opened(url: string, clock?: Clock) {
  return openForge({
    token: 'not-a-secret-token',
    apiUrl: url,
    repository: REPOSITORY,
    host: GITHUB,
    ...(clock && { clock }),
  });
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('comments', () => {
  test.each([
    ['github', 3],
    ['gitea', 1],
  ] as const)('on %s 250 of them are read once each, in %i requests', async (flavour, requests) => {
    const { emulator, forge } = await emulated(flavour);
    for (let index = 0; index < 250; index += 1) emulator.comment(7, 'someone', `comment ${index}`);
    const found = await all(forge.listComments(7, { signal }));
    expect(found.map(({ body }) => body)).toEqual(
      Array.from({ length: 250 }, (_, index) => `comment ${index}`),
    );
    expect(emulator.requests).toHaveLength(requests);
  });

  test.each(['github', 'gitea'] as const)(
    'on %s one is made, changed and removed, twice',
    async (flavour) => {
      const { emulator, forge } = await emulated(flavour);
      const made = await forge.createComment(7, 'one', { signal });
      expect(made).toMatchObject({ body: 'one', url: expect.stringContaining('#issuecomment-') });
      expect(await forge.isMine(made, signal)).toBe(true);
      expect(await forge.updateComment(made.id, 'two', { signal })).toMatchObject({
        id: made.id,
        body: 'two',
      });
      await forge.deleteComment(made.id, { signal });
      await forge.deleteComment(made.id, { signal });
      expect(emulator.comments(7)).toEqual([]);
    },
  );

  test('a comment of a person, of another bot or of nobody is not ours', async () => {
    const { emulator, forge } = await emulated('github');
    emulator.comment(7, 'mallory', 'a');
    emulator.comment(7, 'other[bot]', 'b', 'Bot');
    const found = await all(forge.listComments(7, { signal }));
    for (const comment of found) expect(await forge.isMine(comment, signal)).toBe(false);
    expect(await forge.isMine({ id: 1, body: '' }, signal)).toBe(false);
  });

  test('an app whose name the forge refuses to say knows it by the comment that it wrote', async () => {
    const { emulator, forge } = await emulated('github', {}, 'not-a-secret-app-token');
    emulator.addApp('not-a-secret-app-token', 'builder[bot]');
    emulator.misbehave({ cloud: 'forge', operation: 'viewer', fault: { kind: 'status', status: 403 } });
    emulator.comment(7, 'other[bot]', 'b', 'Bot');
    const [other] = await all(forge.listComments(7, { signal }));
    expect(other && (await forge.isMine(other, signal))).toBe(false);
    const made = await forge.createComment(7, 'one', { signal });
    expect(await forge.isMine(made, signal)).toBe(true);
  });

  test('a personal token is asked who it is, and only once', async () => {
    const { emulator, forge } = await emulated('github', {}, 'not-a-secret-personal-token');
    const { author } = await forge.whoAmI(signal);
    const made = emulator.comment(7, author.login, 'one');
    const [listed] = await all(forge.listComments(7, { signal }));
    expect(listed?.id).toBe(made.id);
    expect(listed && (await forge.isMine({ ...listed, author }, signal))).toBe(true);
    expect(emulator.requests.filter(({ path }) => path === '/user')).toHaveLength(1);
  });
});

describe('pull requests', () => {
  const sha = 'b'.repeat(40);

  test.each(['github', 'gitea'] as const)(
    'on %s the open one of a commit is found, from forks too',
    async (flavour) => {
      const { emulator, forge } = await emulated(flavour);
      for (let number = 100; number < 180; number += 1)
        emulator.pull({ number, sha: `${number}`.padStart(40, '0') });
      emulator.pull({ number: 8, sha, ref: 'patch-1', from: 'someone/agents' });
      expect(await forge.openPullRequestsOf(sha, signal)).toMatchObject([
        { number: 8, headCommit: sha, fork: true },
      ]);
      emulator.closePull(8);
      expect(await forge.openPullRequestsOf(sha, signal)).toEqual([]);
    },
  );

  test('on GitHub one that has the commit, but another head, is found where none has it as head', async () => {
    const { emulator, forge } = await emulated('github');
    emulator.pull({ number: 9, sha: 'c'.repeat(40), commits: [sha] });
    expect(await forge.openPullRequestsOf(sha, signal)).toMatchObject([{ number: 9 }]);
  });

  test('one that does not exist is reported as such', async () => {
    const { forge } = await emulated('github');
    expect(await forge.getPullRequest(7, signal)).toMatchObject({ number: 7, headRef: 'topic', open: true });
    expect(await forge.getPullRequest(99, signal)).toBeUndefined();
  });
});

describe('deployments', () => {
  const deployment = {
    ref: 'a'.repeat(40),
    environment: 'preview',
    transient: true,
    production: false,
    description: 'x'.repeat(300),
    payload: { pullRequest: 7 },
  };

  test('are made so that GitHub neither merges nor waits for this very job', async () => {
    const { emulator, forge } = await emulated('github');
    const id = await forge.deployments?.createDeployment(deployment, signal);
    await forge.deployments?.setDeploymentStatus(id ?? 0, { state: 'success', description: '' }, signal);
    expect(await forge.deployments?.latestState(id ?? 0, signal)).toBe('success');
    const listed = forge.deployments?.listDeployments('preview', signal);
    expect(listed && (await all(listed))).toMatchObject([{ id, payload: { pullRequest: 7 } }]);
    expect(emulator.deployments()[0]?.description).toHaveLength(140);
  });

  test('have a description that is never cut inside of a character', async () => {
    const { emulator, forge } = await emulated('github');
    const description = `${'x'.repeat(138)}😀😀`;
    await forge.deployments?.createDeployment({ ...deployment, description }, signal);
    expect(emulator.deployments()[0]?.description).toBe(`${'x'.repeat(138)}…`);
  });

  test('are absent on Gitea', async () => {
    const { forge } = await emulated('gitea');
    expect(forge.deployments).toBeUndefined();
  });
});

describe('when the forge does not behave', () => {
  test('reading is tried again, writing is not', async () => {
    const { clock, waits } = impatient();
    const server = await serve((_request, response) => sendJson(response, 502, { message: 'bad gateway' }));
    const forge = opened(server.url, clock);
    await expect(all(forge.listComments(7, { signal }))).rejects.toMatchObject({ status: 502 });
    expect(server.requests).toHaveLength(4);
    expect(waits).toHaveLength(3);
    await expect(forge.createComment(7, 'a', { signal })).rejects.toMatchObject({
      status: 502,
      effect: 'maybe',
    });
    expect(server.requests).toHaveLength(5);
  });

  test.each([
    ['an HTML page', (response: ServerResponse) => response.end('<html></html>')],
    ['an object for a list', (response: ServerResponse) => sendJson(response, 200, { padding: 'x' })],
    ['JSON that is cut off', (response: ServerResponse) => response.end('[{"id": 1, "bo')],
  ])('%s is asked for again', async (_name, nonsense) => {
    const { clock, waits } = impatient();
    let asked = 0;
    const server = await serve((_request, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json');
      if (asked === 1) nonsense(response);
      else sendJson(response, 200, [{ id: 1, body: 'a' }]);
    });
    expect(await all(opened(server.url, clock).listComments(7, { signal }))).toMatchObject([{ id: 1 }]);
    expect(waits).toHaveLength(1);
  });

  test('Retry-After may be a date', async () => {
    const { clock } = impatient();
    const server = await serve((_request, response) => {
      response.writeHead(429, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() });
      response.end();
    });
    const failed = all(opened(server.url, clock).listComments(7, { signal }));
    const thrown = await failed.catch((error: unknown) => error);
    expect((thrown as HttpError).retryAfterMs).toBeGreaterThan(3_000_000);
  });

  test.each([
    ['Retry-After on 429', 429, { 'retry-after': '3' }, { message: 'slow down' }, 3_000],
    ['Retry-After on 403', 403, { 'retry-after': '3' }, { message: 'secondary' }, 3_000],
    ['a secondary limit in words', 403, {}, { message: 'You have exceeded a secondary rate limit' }, 60_000],
  ])('%s is a rate limit', async (_name, status, headers, body, waitMs) => {
    const { clock, waits } = impatient();
    const server = await serve((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
    const failed = all(opened(server.url, clock).listComments(7, { signal }));
    await expect(failed).rejects.toMatchObject({ status: 429, retryAfterMs: waitMs });
    // What would outlast the patience is not begun.
    expect(waits).toEqual(waitMs > 20_000 ? [] : [waitMs, waitMs, waitMs]);
  });

  test('a plain 403 is none, and is not tried again', async () => {
    const server = await serve((_request, response) =>
      sendJson(response, 403, { message: 'Resource not accessible by integration' }),
    );
    const failed = all(opened(server.url).listComments(7, { signal }));
    await expect(failed).rejects.toMatchObject({
      status: 403,
      detail: 'Resource not accessible by integration',
    });
    expect(server.requests).toHaveLength(1);
  });

  test('the token goes to the forge alone: another host in a redirect is not visited', async () => {
    const other = await serve((_request, response) => sendJson(response, 200, []));
    const server = await serve((_request, response) => {
      response.writeHead(302, { location: `${other.url}/elsewhere` });
      response.end();
    });
    const failed = all(opened(server.url, impatient().clock).listComments(7, { signal }));
    await expect(failed).rejects.toThrow(/where the token must not go/);
    expect(other.requests).toEqual([]);
  });

  test('a repository that moved is followed on the same host', async () => {
    const server = await serve((request, response) => {
      if (request.url.startsWith('/repositories/1'))
        return sendJson(response, 200, [{ id: 5, body: 'hello' }]);
      response.writeHead(301, { location: '/repositories/1/issues/7/comments' });
      response.end();
    });
    expect(await all(opened(server.url).listComments(7, { signal }))).toEqual([{ id: 5, body: 'hello' }]);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'token not-a-secret-token',
      'token not-a-secret-token',
    ]);
  });

  test('a redirect that leads back ends', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(307, { location: '/again' });
      response.end();
    });
    const failed = opened(server.url).createComment(7, 'a', { signal });
    await expect(failed).rejects.toThrow(/redirected more than/);
  });

  test.each([
    ['a login page', 'text/html', '<html>Sign in</html>'],
    ['an object where a list belongs', 'application/json', '{}'],
    ['half a reply', 'application/json', '[{"id":'],
    ['nothing', 'application/json', ''],
  ])('%s is no list of comments', async (_name, type, text) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': type });
      response.end(text);
    });
    const failed = all(opened(server.url).listComments(7, { signal }));
    await expect(failed).rejects.toThrow(/GITHUB_API_URL/);
  });

  test('odd items are passed over', async () => {
    const items = [
      null,
      1,
      {},
      { id: 'x' },
      { id: 3, body: null, user: null, html_url: 'javascript:alert(1)' },
    ];
    const server = await serve((_request, response) => sendJson(response, 200, items));
    expect(await all(opened(server.url).listComments(7, { signal }))).toEqual([{ id: 3, body: '' }]);
  });

  test('a Link header that leads in a circle does not', async () => {
    const server = await serve((request, response) => {
      response.setHeader('link', `<${server.url}${request.url}&page=1>; rel="next"`);
      sendJson(response, 200, [{ id: 1, body: '' }]);
    });
    expect(await all(opened(server.url).listComments(7, { signal }))).toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });

  test('a reply that never comes ends with its time, and the words say so', async () => {
    const server = await serve(() => new Promise(() => {}));
    const failed = opened(server.url).updateComment(1, 'a', { signal, timeoutMs: 50 });
    await expect(failed).rejects.toMatchObject({ status: 0, effect: 'maybe', method: 'PATCH' });
  });

  test('no error holds the token, a header or a query', async () => {
    const server = await serve((_request, response) =>
      sendJson(response, 401, { message: 'Bad credentials' }),
    );
    const failed = await all(
      opened(server.url).listComments(7, { since: '2026-01-01T00:00:00Z', signal }),
    ).catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(HttpError);
    const { message, url } = failed as HttpError;
    expect(`${message} ${url}`).not.toMatch(/not-a-secret|since/);
    expect(message).toContain('401: Bad credentials');
  });
});
