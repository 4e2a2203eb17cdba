import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { RunningAction, RunRecord } from '../../emulator/runner/index.ts';
import type { Manner, Place } from '../../scripts/reliability/network.ts';
import { actionFolder, runBundle, spawnBundle } from '../support/bundle.ts';
import { selfSigned } from '../support/certificate.ts';
import { atEnd } from '../support/cleanup.ts';
import { agentJob, startSgp } from '../support/cloud.ts';
import { type HalfWorkingPlan, serveHalfWorking } from '../support/half-working.ts';
import { forgeOf, pullRequestStep } from '../support/pull-request.ts';
import { makeWorkspace, temporaryFolder, writeFiles } from '../support/workspace.ts';

/** For a peer that strikes before its certificate is asked for. */
const NO_TLS = { key: '', cert: '' };
/** An address that no name server knows: a proxy is given it as it is. */
const CLOUD = 'https://cloud.example.test';

async function halfWorking(plan: HalfWorkingPlan) {
  const peer = await serveHalfWorking(plan);
  atEnd(peer.close);
  return peer;
}

const inputs = (baseUrl: string, more = {}) => ({
  cloud: 'sgp',
  'base-url': baseUrl,
  'api-key': 'not-a-key',
  'account-id': 'not-an-account',
  'agent-name': 'greeter',
  build: 'always',
  comment: 'never',
  history: '0',
  'build-timeout': '6s',
  ...more,
});

/** A run that failed with one error and not a word of its own inner workings. */
function expectOneError(run: RunRecord, says: RegExp): void {
  expect(run.exitCode).toBe(1);
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toMatch(says);
  expect(errors[0]?.message).not.toMatch(/ms have passed|undefined|UND_ERR_INFO/);
}

describe('a cloud that half works, asked by the bundle', () => {
  const plain: [place: Place, manner: Manner][] = [
    ['accept', 'FIN'],
    ['request head', 'FIN'],
    ['accept', 'RST'],
    ['reply head', 'FIN'],
    ['reply head', 'silence'],
    ['reply head', 'garbage'],
  ];
  test.concurrent.each(plain)('plain http, at the %s: %s', async (place, manner) => {
    const peer = await halfWorking({ place, manner });
    const run = await runBundle({ ...agentJob().options, inputs: inputs(`http://127.0.0.1:${peer.port}`) });
    expectOneError(run, new RegExp(`127\\.0\\.0\\.1:${peer.port}`));
    expect(peer.connections()).toBeLessThanOrEqual(8);
  });

  const proxied: [place: Place, manner: Manner, says: RegExp][] = [
    ['accept', 'FIN', /the proxy 127\.0\.0\.1:\d+ closed the connection/],
    ['CONNECT', 'FIN', /the proxy 127\.0\.0\.1:\d+ closed the connection/],
    ['CONNECT', 'RST', /127\.0\.0\.1:\d+/],
    ['CONNECT', 'silence', /through the proxy 127\.0\.0\.1:\d+ gave no whole reply within/],
    ['TLS', 'FIN', /through the proxy 127\.0\.0\.1:\d+ broke off the TLS handshake/],
  ];
  test.concurrent.each(proxied)('by a proxy, at %s: %s', async (place, manner, says) => {
    const peer = await halfWorking({ place, manner, tunnel: true, tls: NO_TLS });
    const run = await runBundle({
      ...agentJob().options,
      inputs: inputs(CLOUD),
      env: { HTTPS_PROXY: `http://user:secret-of-proxy@127.0.0.1:${peer.port}` },
    });
    expectOneError(run, says);
    expect(run.log).not.toContain('secret-of-proxy');
    // Never reached: five attempts, each after its pause.
    expect(peer.connections()).toBeLessThanOrEqual(5);
  });

  test.concurrent('a balancer without backends behind a proxy is asked as often as one without a proxy', async () => {
    const peer = await halfWorking({ place: 'TLS', manner: 'FIN', tunnel: true, tls: NO_TLS });
    const direct = await halfWorking({ place: 'TLS', manner: 'FIN', tls: NO_TLS });
    await Promise.all([
      runBundle({
        ...agentJob().options,
        inputs: inputs(CLOUD),
        env: { HTTPS_PROXY: `http://127.0.0.1:${peer.port}` },
      }),
      runBundle({ ...agentJob().options, inputs: inputs(`https://127.0.0.1:${direct.port}`) }),
    ]);
    expect(peer.connections()).toBe(direct.connections());
  });
});

describe('a balancer that has no backends for 3 seconds, and then has', () => {
  const HOST = 'cloud.example.test';
  const tls = selfSigned([HOST, '127.0.0.1']);
  const routes: [route: string, tunnel: boolean][] = [
    ['behind a proxy', true],
    ['without a proxy', false],
  ];
  test.concurrent.each(routes)('%s: a few connections, and the build succeeds', async (_route, tunnel) => {
    const sgp = await startSgp();
    const peer = await halfWorking({
      place: 'TLS',
      manner: 'FIN',
      tunnel,
      tls,
      heals: { afterMs: 3_000, port: Number(new URL(sgp.url).port) },
    });
    const folder = temporaryFolder('certificate');
    writeFiles(folder, { 'ca.pem': tls.cert });
    const run = await runBundle({
      ...agentJob().options,
      inputs: inputs(tunnel ? CLOUD : `https://127.0.0.1:${peer.port}`, {
        'api-key': sgp.credentials.apiKey,
        'account-id': sgp.credentials.accountId,
        'build-timeout': '2m',
      }),
      env: {
        NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
        ...(tunnel ? { HTTPS_PROXY: `http://127.0.0.1:${peer.port}` } : {}),
      },
    });
    expect(run.outputs).toMatchObject({ 'build-status': 'success' });
    expect(run.conclusion).toBe('success');
    expect(sgp.control.sgp.builds).toHaveLength(1);
    expect(peer.failed()).toBeGreaterThan(1);
    expect(peer.failed()).toBeLessThanOrEqual(8);
    // What comes after the outage is the run's own: no connection for each attempt that was given up.
    expect(peer.connections() - peer.failed()).toBeLessThanOrEqual(8);
  });
});

/** Milliseconds on top of each promise: a start of Node, on a machine that does much else besides. */
const SLACK_MS = 1_500;

/** Cancels main, and says how long it and post then took. */
async function cancelled(running: RunningAction) {
  const began = performance.now();
  running.signal('SIGINT');
  while (isAlive(running.pid)) await delay(20);
  const mainMs = performance.now() - began;
  const run = await running.done;
  return { run, mainMs, postMs: performance.now() - began - mainMs };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Main has 5 seconds and post has 10; there is one error, and nobody is left waiting. */
function expectPrompt({ run, mainMs, postMs }: Awaited<ReturnType<typeof cancelled>>): void {
  expect(mainMs).toBeLessThan(5_000 + SLACK_MS);
  expect(postMs).toBeLessThan(10_000 + SLACK_MS);
  expect(run.exitCode).toBe(1);
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toEqual([expect.objectContaining({ title: 'Cancelled' })]);
  expect(run.post?.exitCode).toBe(0);
}

describe('a cancel ends main within 5 seconds and post within 10', () => {
  test.concurrent('while a proxy takes connections and never answers', async () => {
    const peer = await halfWorking({ place: 'CONNECT', manner: 'silence', tunnel: true });
    const step = pullRequestStep(await startSgp(), await forgeOf('github'), 1);
    const running = spawnBundle({
      ...step,
      inputs: inputs(CLOUD, { comment: 'always', 'build-timeout': '10m' }),
      env: { HTTPS_PROXY: `http://127.0.0.1:${peer.port}`, GITHUB_API_URL: 'https://forge.example.test' },
    });
    for (let left = 15_000; peer.connections() === 0 && left > 0; left -= 50) await delay(50);
    await delay(300);
    const end = await cancelled(running);
    expectPrompt(end);
    // Nothing of the build was sent: post does not look for one.
    expect(end.run.post?.stdout).not.toContain('has begun to build');
  });

  test.concurrent('while cloud and forge have fallen silent in the middle of a build', async () => {
    const sgp = await startSgp();
    const forge = await forgeOf('github');
    sgp.control.script({ lines: ['a line'], end: 'never' });
    const running = spawnBundle(pullRequestStep(sgp, forge, 1));
    await running.line(/a line/, 30_000);
    await delay(500);
    const silence = { fault: { kind: 'no-reply' }, times: Number.POSITIVE_INFINITY } as const;
    sgp.control.misbehave(silence);
    forge.misbehave(silence);
    const end = await cancelled(running);
    expectPrompt(end);
    expect(end.run.annotations.map(({ message }) => message).join()).toMatch(/could not be cancelled/);
  });
});

describe('the forge behind a proxy that closes every tunnel', () => {
  test.concurrent('costs the comment and a few connections', async () => {
    const sgp = await startSgp();
    const peer = await halfWorking({ place: 'CONNECT', manner: 'FIN', tunnel: true });
    const forge = await forgeOf('github');
    const run = await runBundle({
      ...pullRequestStep(sgp, forge, 1),
      env: { HTTPS_PROXY: `http://127.0.0.1:${peer.port}`, GITHUB_API_URL: 'https://forge.example.test' },
    });
    expect(run.exitCode).toBe(0);
    expect(peer.connections()).toBeGreaterThan(0);
    expect(peer.connections()).toBeLessThan(40);
    expect(run.annotations.map(({ message }) => message).join()).toContain('closed the connection');
  });
});

describe('a reader that pauses', () => {
  // Nine of the ten largest are files of these too.
  const FILES = 20_000;
  test.concurrent('loses nothing of a dry run of 20,000 files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: FILES }, (_, at) => [
        `many/folder-${at % 100}/file-with-a-long-name-${at}.txt`,
        '',
      ]),
    );
    const { path } = makeWorkspace({ Dockerfile: 'FROM scratch\n', ...files });
    const temp = temporaryFolder('runner-temp');
    const env = {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: path,
      RUNNER_TEMP: temp,
      INPUT_CLOUD: 'sgp',
      'INPUT_AGENT-NAME': 'greeter',
      'INPUT_DRY-RUN': 'true',
    };
    const child = spawn(process.execPath, [join(actionFolder, 'dist/index.js')], {
      cwd: path,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.pause();
    await delay(3_000);
    let text = '';
    child.stdout.setEncoding('utf8').resume();
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(text.match(/file-with-a-long-name-\d+\.txt$/gm)).toHaveLength(FILES + 9);
    expect(text).toContain('Dry run: nothing was sent.');
  });
});
