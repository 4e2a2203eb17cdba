import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Build, BuildRequest, Cloud, Deployment } from '../../../src/clouds/cloud.ts';
import { openCloud } from '../../../src/clouds/index.ts';
import { quickClock } from '../../support/clock.ts';
import { type SeenRequest, sendJson, serve, type TestServer } from '../../support/server.ts';

export const KEY = 'not-a-real-key-0123456789';
export const HASH = 'cf817a90f4605d5848d099bbb4264b4c639518bdc3eaa580b2de21fedf24c4a3';

export const never = (): AbortSignal => new AbortController().signal;

/** Answers by `METHOD path`; a list is answered in turn, its last member again and again. */
export type Routes = Readonly<Record<string, Reaction | readonly Reaction[]>>;
export type Reaction = (request: SeenRequest, response: ServerResponse) => void;

export const reply =
  (status: number, body: unknown, headers = {}): Reaction =>
  (_request, response) =>
    sendJson(response, status, body, headers);

/** The request takes effect and its answer is lost. */
export const reset: Reaction = (_request, response) => void response.socket?.resetAndDestroy();

export type Account = {
  readonly cloud: Cloud;
  readonly server: TestServer;
  readonly clock: ReturnType<typeof quickClock>;
  readonly notices: string[];
  readonly builds: Build[];
  readonly deployments: Deployment[];
  readonly progress: {
    notice: (message: string) => void;
    secret: () => void;
    submitted: (made: Build | Deployment) => void;
  };
  /** `METHOD path` of everything that arrived. */
  readonly asked: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** A cloud opened on a real server that answers by these routes. */
export async function account(routes: Routes): Promise<Account> {
  const turns = new Map<string, number>();
  const server = await serve((request, response) => {
    const name = `${request.method} ${request.path}`;
    const reactions = [routes[name] ?? reply(404, { detail: `no route ${name}` })].flat() as Reaction[];
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    reactions[Math.min(turn, reactions.length - 1)]?.(request, response);
  });
  const clock = quickClock();
  const notices: string[] = [];
  const builds: Build[] = [];
  const deployments: Deployment[] = [];
  const cloud = await openCloud('sgp', { baseUrl: server.url, apiKey: KEY, account: 'acct_1' }, { clock });
  const submitted = (made: Build | Deployment): void => {
    if ('events' in made) deployments.push(made);
    else builds.push(made);
  };
  return {
    cloud,
    server,
    clock,
    notices,
    builds,
    deployments,
    progress: { notice: (message) => void notices.push(message), secret: () => undefined, submitted },
    asked: () => server.requests.map(({ method, path }) => `${method} ${path}`),
    close: server.close,
  };
}

export const record = (more: object = {}): object => ({
  id: 'build_1',
  agent_name: 'my-agent',
  agent_id: 'agent_1',
  image_name: 'my-agent',
  image_tag: 'abc',
  build_status: 'queued',
  working_tree_hash: HASH,
  created_at: '2026-03-01T10:00:00Z',
  ...more,
});

export const list = (...items: object[]): object => ({
  object: 'list',
  items,
  total: items.length,
  has_more: false,
});

/** A request whose archive lies on disk; remove it with the returned function. */
export async function packed(
  more: Partial<BuildRequest> = {},
): Promise<{ request: BuildRequest; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  const path = join(folder, 'context.tar.gz');
  await writeFile(path, 'archive');
  const request: BuildRequest = {
    archive: { path, bytes: 7, md5: '0'.repeat(32) },
    target: { by: 'agent-name', agentName: 'my-agent' },
    imageName: 'my-agent',
    imageTag: 'abc',
    buildArgs: {},
    source: {},
    workingTreeHash: HASH,
    dockerfile: 'Dockerfile',
    ...more,
  };
  return { request, remove: () => rm(folder, { recursive: true }) };
}

export function formOf({ body, headers }: SeenRequest): Promise<FormData> {
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();
}
