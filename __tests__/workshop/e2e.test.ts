import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../../emulator/emulator.ts';
import { startForge } from '../../emulator/forge/index.ts';
import { root, runBundle } from '../support/bundle.ts';
import { atEnd } from '../support/cleanup.ts';
import { makeWorkspace, temporaryFolder } from '../support/workspace.ts';
import {
  type Contexts,
  filledIn,
  inputsOf,
  isOurs,
  type Step,
  stepsOf,
  workflowOf,
} from './workflow-texts.ts';

/** Runs what .github/workflows/e2e.yml says, as far as one machine can: each cloud, on the system that this is. */
const job = workflowOf({ where: 'e2e.yml', text: readFileSync('.github/workflows/e2e.yml', 'utf8') }).jobs
  .build;
const matrix = job?.strategy?.matrix ?? {};
const steps = job?.steps ?? [];

const filled = (values: Readonly<Record<string, unknown>> = {}, contexts: Contexts) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, filledIn(String(value), contexts)]),
  );

describe('the workflow for every system and cloud', () => {
  test('names three systems, and what each cloud needs', () => {
    expect((matrix.os as string[]).map((os) => os.split('-')[0])).toEqual(['ubuntu', 'macos', 'windows']);
    expect((matrix.include as { cloud: string }[]).map(({ cloud }) => cloud)).toEqual(matrix.cloud);
  });

  test.each((matrix.include ?? []) as { readonly cloud: string }[])(
    'on $cloud its steps succeed',
    async (entry) => {
      const emulator = await startEmulator({ builder: 'play', pace: 0 });
      atEnd(() => emulator.close());
      const done: Record<string, { readonly outputs: Readonly<Record<string, string>> }> = {};
      const contexts = { matrix: entry, steps: done, runner: {} };
      const ours = steps.filter(({ uses }) => uses === './');
      expect(ours.map(({ id }) => id)).toEqual(['build', 'again']);
      for (const step of steps) {
        if (step.uses === './') {
          const inputs = { ...filled(inputsOf(step), contexts), 'base-url': emulator.url };
          const record = await runBundle({ workspace: root, inputs });
          expect(record).toMatchObject({ conclusion: 'success' });
          done[step.id ?? ''] = { outputs: record.outputs };
        } else if (Object.values(step.env ?? {}).some((value) => value.includes('steps.'))) {
          expect(bash(step, filled(step.env, contexts))).toMatchObject({ status: 0 });
        }
      }
    },
  );
});

function bash({ run = '' }: Step, env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

describe('the examples that build nothing', () => {
  const stepOf = (name: string): Step => {
    const where = `examples/workflows/github/${name}.yml`;
    return stepsOf({ where, text: readFileSync(where, 'utf8') }).find(isOurs) ?? {};
  };

  /** A checkout of the default branch, as the examples name its files. */
  const checkout = () =>
    makeWorkspace(
      Object.fromEntries(
        [
          'Dockerfile',
          'manifest.yaml',
          'environments.yaml',
          'concierge/__main__.py',
          'concierge/requirements.txt',
        ].map((name) => [`agent/${name}`, readFileSync(`examples/agent/${name}`, 'utf8')]),
      ),
    ).path;

  test.each(['rollback', 'promote'])('%s.yml deploys an earlier build to production', async (name) => {
    const emulator = await startEmulator({ builder: 'play', pace: 0 });
    atEnd(() => emulator.close());
    const forge = await startForge({ flavour: 'github', repository: 'octo/greeter' });
    atEnd(forge.close);
    forge.pull({ number: 7, sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic' });
    const common = {
      workspace: checkout(),
      token: forge.tokens.workflow,
      event: { name: 'workflow_dispatch', payload: {} },
      job: { repository: 'octo/greeter', apiUrl: forge.apiUrl, serverUrl: forge.serverUrl },
    };
    const secrets = { SGP_API_KEY: 'emulator-key-not-a-secret' };
    const vars = { SGP_ACCOUNT_ID: 'emulator-account' };
    const access = { 'api-key': secrets.SGP_API_KEY, 'account-id': vars.SGP_ACCOUNT_ID };
    const earlier = await runBundle({
      ...common,
      inputs: { ...access, 'base-url': emulator.url, manifest: 'agent/manifest.yaml', comment: 'never' },
    });
    expect(earlier).toMatchObject({ conclusion: 'success' });
    const inputs = { 'build-id': earlier.outputs['build-id'], 'pull-request': 7 };
    const builds = emulator.control.sgp.builds.length;
    const record = await runBundle({
      ...common,
      inputs: { ...filled(inputsOf(stepOf(name)), { inputs, secrets, vars }), 'base-url': emulator.url },
    });
    expect(record).toMatchObject({
      conclusion: 'success',
      outputs: { 'build-id': earlier.outputs['build-id'], 'deployment-status': 'healthy' },
    });
    expect(emulator.control.sgp.builds).toHaveLength(builds);
    const said = forge.comments(7).map(({ body }) => body);
    expect(said).toEqual(name === 'promote' ? [expect.stringContaining('production')] : []);
  });
});

describe('scripts/start-emulator.ts', () => {
  const start = (port: number, log: string) =>
    spawnSync(
      process.execPath,
      [
        '--no-warnings',
        '--import',
        resolve('__tests__/support/typescript-loader.js'),
        resolve('scripts/start-emulator.ts'),
        String(port),
        log,
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );

  test('leaves an emulator behind that answers', async () => {
    const log = join(temporaryFolder('log'), 'emulator.log');
    const port = await freePort();
    const { status, stdout, stderr } = start(port, log);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const pid = Number(stdout.trim());
    atEnd(() => process.kill(pid));
    expect((await fetch(`http://127.0.0.1:${port}/v5/builds`)).status).toBe(401);
    expect(readFileSync(log, 'utf8')).toContain(`The emulator listens on http://127.0.0.1:${port}`);
  });

  test('says why there is none', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    atEnd(() => taken.close());
    await new Promise((listening) => taken.once('listening', listening));
    const log = join(temporaryFolder('log'), 'emulator.log');
    const { status, stderr } = start((taken.address() as { port: number }).port, log);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The emulator does not answer at port \d+:\n.*EADDRINUSE/s);
    expect(existsSync(log)).toBe(true);
  });
});

/** A port that was free a moment ago: the script wants one by its number. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
