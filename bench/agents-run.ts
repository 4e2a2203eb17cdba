import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Monorepo } from './data/monorepo.ts';
import { type Sample, timed } from './measure.ts';
import type { Addresses, Arrived } from './processes/agents-server.ts';
import { start } from './server.ts';

/** The clouds of a bench of many agents, in a process of their own. */
export type Place = {
  readonly addresses: Addresses;
  /** What arrived since the last call. */
  readonly look: () => Promise<Arrived>;
};

/** @param seconds the duration of each build */
export async function withClouds<T>(
  builds: number,
  seconds: number,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const server: ChildProcess = start('agents-server', [String(builds), String(seconds)]);
  try {
    const [addresses] = (await once(server, 'message')) as [Addresses];
    const look = async () => {
      const answer = once(server, 'message');
      server.send('look');
      return ((await answer) as [Arrived])[0];
    };
    return await work({ addresses, look });
  } finally {
    server.kill();
  }
}

export type AgentsRun = {
  readonly node: string;
  readonly scratch: string;
  readonly monorepo: Monorepo;
  readonly inputs: Readonly<Record<string, string>>;
  /** The pull request 7 gets a comment. */
  readonly comment: boolean;
};

/** One process of the bundle in the monorepo; its stdout goes to a file, on a runner it is a pipe. */
export async function runInMonorepo(
  place: Place,
  run: AgentsRun,
): Promise<Sample & { readonly stdoutFile: string }> {
  const temp = mkdtempSync(join(run.scratch, 'temp-'));
  const stdoutFile = join(temp, 'stdout');
  const env = { ...runnerEnvironment(temp), ...jobEnvironment(place, run), ...inputEnvironment(place, run) };
  const sample = await timed(run.node, [resolve('dist/index.js')], env, stdoutFile);
  return { ...sample, stdoutFile };
}

/** The files that a runner makes for a step. */
function runnerEnvironment(temp: string): NodeJS.ProcessEnv {
  const names = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
  const files = names.map((name) => [name, join(temp, name)] as const);
  for (const [, file] of files) writeFileSync(file, '');
  return { ...Object.fromEntries(files), GITHUB_EVENT_PATH: eventFile(temp), RUNNER_TEMP: temp };
}

function eventFile(temp: string): string {
  const file = join(temp, 'event.json');
  const head = { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic', repo: { full_name: 'acme/agents' } };
  const pull = { number: 7, head, base: { repo: { full_name: 'acme/agents' } } };
  writeFileSync(file, JSON.stringify({ action: 'synchronize', number: 7, pull_request: pull }));
  return file;
}

function jobEnvironment({ addresses }: Place, { monorepo }: AgentsRun): NodeJS.ProcessEnv {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: monorepo.root,
    GITHUB_REPOSITORY: 'acme/agents',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_API_URL: addresses.forgeApi,
    GITHUB_SERVER_URL: addresses.forgeUrl,
  };
}

function inputEnvironment({ addresses }: Place, { comment, inputs }: AgentsRun): NodeJS.ProcessEnv {
  const all = {
    'base-url': addresses.cloud,
    'api-key': addresses.apiKey,
    'account-id': addresses.accountId,
    'github-token': addresses.token,
    comment: comment ? 'auto' : 'never',
    history: '0',
    build: 'always',
    ...inputs,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

type Measured = { readonly sample: Sample; readonly arrived: Arrived };

/**
 * One such process with clouds of its own, and what arrived there. @param builds how many builds there are, and how
 * long each takes
 */
export async function measured(
  place: Pick<AgentsRun, 'node' | 'scratch'>,
  monorepo: Monorepo,
  { builds, seconds }: { readonly builds: number; readonly seconds: number },
  run: Pick<AgentsRun, 'inputs' | 'comment'>,
): Promise<Measured> {
  return withClouds(builds, seconds, async (clouds) => {
    const sample = await runInMonorepo(clouds, { ...place, monorepo, ...run });
    return { sample, arrived: await clouds.look() };
  });
}
