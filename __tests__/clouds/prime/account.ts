import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/emulator.ts';
import type { RecordedRequest } from '../../../emulator/server/exchange.ts';
import type { Build, BuildRequest, Cloud, Progress } from '../../../src/clouds/cloud.ts';
import { openCloud } from '../../../src/clouds/index.ts';
import { listTree } from '../../../src/context/listing/tree.ts';
import { quickClock } from '../../support/clock.ts';

export const TEAM = 'emulator-team';
export const DOCKERFILE = '.__prime_dockerfile__';

export const never = (): AbortSignal => new AbortController().signal;

export type Account = {
  readonly emulator: Emulator;
  readonly cloud: Cloud;
  readonly clock: ReturnType<typeof quickClock>;
  readonly notices: string[];
  readonly secrets: string[];
  /** What `submitted` was called with, in turn. */
  readonly submitted: Build[];
  readonly progress: Progress;
  readonly request: BuildRequest;
  /** The operations that were asked for, in turn. */
  readonly asked: () => readonly (string | undefined)[];
  readonly sent: (operation: string) => readonly RecordedRequest[];
  readonly submit: (signal?: AbortSignal) => Promise<Build>;
  /** Asks until the build has ended; bounded. */
  readonly end: (build: Build) => Promise<Build>;
};

const cleanups: (() => Promise<unknown>)[] = [];

export async function closeAll(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

type Opened = EmulatorOptions & { readonly team?: string; readonly request?: Partial<BuildRequest> };

/** Prime's client on an emulated Prime that judges every request and its own replies by the contract. */
export async function open({ team, request: more, ...options }: Opened = {}): Promise<Account> {
  const emulator = await startEmulator({ checkReplies: true, builder: 'play', pace: 0, ...options });
  cleanups.push(emulator.close);
  const clock = quickClock();
  const notices: string[] = [];
  const secrets: string[] = [];
  const submitted: Build[] = [];
  const access = { baseUrl: emulator.url, apiKey: emulator.credentials.apiKey };
  const cloud = await openCloud('prime', team === undefined ? access : { ...access, account: team }, {
    clock,
    onRetry: ({ line }) => void notices.push(line),
  });
  const progress: Progress = {
    notice: (message) => void notices.push(message),
    secret: (value) => void secrets.push(value),
    submitted: (build) => void submitted.push(build),
  };
  const request = { ...(await packed()), ...more };
  const { requests } = emulator.control;
  return {
    emulator,
    cloud,
    clock,
    notices,
    secrets,
    submitted,
    progress,
    request,
    asked: () => requests.map(({ operation }) => operation),
    sent: (operation) => requests.filter((entry) => entry.operation === operation),
    submit: (signal = never()) => cloud.submit(request, progress, signal),
    end: (build) => endOf(cloud, build),
  };
}

async function endOf(cloud: Cloud, { id }: Build): Promise<Build> {
  for (let round = 0; round < 1000; round += 1) {
    const build = await cloud.get(id, never());
    if (!['queued', 'running', 'unknown'].includes(build.status)) return build;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`build ${id} did not end`);
}

/** A context on disk, packed as a run packs it for Prime. */
export async function packed(
  files: Readonly<Record<string, string>> = { Dockerfile: 'FROM scratch\nCOPY app.py /\n', 'app.py': 'x' },
  context = '.',
  dockerfile = 'Dockerfile',
): Promise<BuildRequest> {
  const workspace = await mkdtemp(join(tmpdir(), 'prime-'));
  cleanups.push(() => rm(workspace, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, 'w', name)), { recursive: true });
    await writeFile(join(workspace, 'w', name), content);
  }
  const root = join(workspace, 'w', context);
  const tree = await listTree({
    workspace: join(workspace, 'w'),
    root,
    dockerfile: join(root, dockerfile),
    dockerfileEntry: { name: DOCKERFILE, keepsOriginal: true },
  });
  const { writeArchive } = await import('../../../src/context/archive/archive.ts');
  const archive = await writeArchive(tree, {
    destination: join(workspace, 'context.tar.gz'),
    prefix: './',
    limit: { refuseAbove: 10_000_000, warnAbove: 10_000_000 },
    md5: true,
    signal: never(),
  });
  return {
    archive,
    target: { by: 'image' },
    imageName: 'my-app',
    imageTag: 'v1',
    buildArgs: {},
    source: {},
    workingTreeHash: archive.workingTreeHash,
    dockerfile: tree.dockerfile,
  };
}
