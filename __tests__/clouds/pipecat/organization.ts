import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../../emulator/emulator.ts';
import type { RecordedRequest } from '../../../emulator/server/exchange.ts';
import {
  type Build,
  type BuildRequest,
  type Cloud,
  type Deployment,
  type DeploymentRequest,
  isBuildEnd,
  isDeploymentEnd,
} from '../../../src/clouds/cloud.ts';
import { openCloud } from '../../../src/clouds/index.ts';
import { archiveOf } from '../../emulator/fixtures/sgp.ts';
import { quickClock } from '../../support/clock.ts';

export const never = (): AbortSignal => new AbortController().signal;

export type Organization = {
  readonly emulator: Emulator;
  readonly cloud: Cloud;
  readonly clock: ReturnType<typeof quickClock>;
  /** What the author was told, in order. */
  readonly notices: string[];
  readonly warnings: string[];
  readonly debugged: string[];
  readonly secrets: string[];
  readonly submitted: (Build | Deployment)[];
  readonly progress: {
    readonly notice: (message: string) => void;
    readonly warning: (message: string) => void;
    readonly debug: (message: string) => void;
    readonly secret: (value: string) => void;
    readonly submitted: (made: Build | Deployment) => void;
  };
  /** Operation ids of what arrived, oldest first. */
  readonly asked: () => readonly (string | undefined)[];
  readonly requests: (operation: string) => readonly RecordedRequest[];
  readonly submit: (request: BuildRequest, signal?: AbortSignal) => Promise<Build>;
  /** Submits and waits for the end; bounded. */
  readonly build: (request: BuildRequest) => Promise<Build>;
  readonly deploy: (request: Partial<DeploymentRequest>, signal?: AbortSignal) => Promise<Deployment>;
  /** Polls until the deployment has ended; bounded. */
  readonly settle: (deployment: Deployment) => Promise<Deployment>;
};

const cleanups: (() => Promise<unknown>)[] = [];

export async function closeAll(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** The emulated cloud, judged by its contract both ways, and our client on it. */
export async function open(
  options: EmulatorOptions['pipecat'] = {},
  more: EmulatorOptions = {},
): Promise<Organization> {
  const pipecat = { rolloutStepMs: 1, ...options };
  const emulator = await startEmulator({ checkReplies: true, builder: 'play', pace: 0, pipecat, ...more });
  cleanups.push(emulator.close);
  const clock = quickClock();
  const access = { baseUrl: emulator.url, apiKey: emulator.credentials.apiKey };
  const cloud = await openCloud('pipecat', access, { clock });
  const notices: string[] = [];
  const warnings: string[] = [];
  const debugged: string[] = [];
  const secrets: string[] = [];
  const submitted: (Build | Deployment)[] = [];
  const progress: Organization['progress'] = {
    notice: (message) => void notices.push(message),
    warning: (message) => void warnings.push(message),
    debug: (message) => void debugged.push(message),
    secret: (value) => void secrets.push(value),
    submitted: (made) => void submitted.push(made),
  };
  const { requests } = emulator.control;
  const submit: Organization['submit'] = (request, signal = never()) =>
    cloud.submit(request, progress, signal);
  return {
    emulator,
    cloud,
    clock,
    notices,
    warnings,
    debugged,
    secrets,
    submitted,
    progress,
    asked: () => requests.map(({ operation }) => operation),
    requests: (operation) => requests.filter((request) => request.operation === operation),
    submit,
    build: async (request) => {
      const { id } = await submit(request);
      return eventually(
        () => cloud.get(id, never()),
        ({ status }) => isBuildEnd(status),
      );
    },
    deploy: (request, signal = never()) =>
      deploymentsOf(cloud).create({ of: { buildId: '' }, agentName: 'bot', ...request }, progress, signal),
    settle: ({ id }) =>
      eventually(
        () => deploymentsOf(cloud).get(id, never()),
        ({ status }) => isDeploymentEnd(status),
      ),
  };
}

export function deploymentsOf({ deployments }: Cloud) {
  if (!deployments) throw new Error('this cloud deploys nothing');
  return deployments;
}

export async function eventually<T>(look: () => Promise<T>, done: (value: T) => boolean): Promise<T> {
  for (let round = 0; round < 2_000; round += 1) {
    const value = await look();
    if (done(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  throw new Error('it did not come to an end');
}

const FILES = { Dockerfile: 'FROM python:3.12-slim\nCOPY bot.py /\nRUN true\n', 'bot.py': 'print()\n' };

/** A request whose archive lies on disk until the test has ended. */
export async function packed(
  more: Partial<BuildRequest> = {},
  files: Parameters<typeof archiveOf>[0] = FILES,
): Promise<BuildRequest> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const bytes = await archiveOf(files, ['--mtime=2026-01-01', '--sort=name']);
  const path = join(folder, 'context.tar.gz');
  await writeFile(path, bytes);
  return {
    archive: { path, bytes: bytes.length, md5: createHash('md5').update(bytes).digest('hex') },
    target: { by: 'image' },
    imageName: 'bot',
    imageTag: 'abc',
    buildArgs: {},
    source: {},
    workingTreeHash: '0'.repeat(64),
    dockerfile: 'Dockerfile',
    ...more,
  };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Nothing of ours and nothing of the emulator's broke the contract. */
export function expectContract({ emulator }: Organization): void {
  expect(emulator.control.violations).toEqual([]);
}
