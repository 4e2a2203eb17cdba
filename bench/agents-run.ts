import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Addresses, Arrived } from './agents-server.ts';
import { type Sample, timed } from './measure.ts';
import type { Monorepo } from './monorepo.ts';
import { start } from './server.ts';

/** The clouds of a bench of many agents, in a process of their own. */
export type Place = {
  readonly addresses: Addresses;
  /** What arrived since the last look. */
  readonly look: () => Promise<Arrived>;
};

/** @param seconds how long each build is played */
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

/** One process of the bundle in the monorepo; its stdout goes into a file, as on a runner into a pipe. */
export async function runInMonorepo(
  place: Place,
  run: AgentsRun,
): Promise<Sample & { readonly stdoutFile: string }> {
  const temp = mkdtempSync(join(run.scratch, 'temp-'));
  const files = ['output', 'state', 'summary', 'stdout'].map((name) => [name, join(temp, name)] as const);
  for (const [, file] of files) writeFileSync(file, '');
  const { output, state, summary, stdout = '' } = Object.fromEntries(files);
  const event = join(temp, 'event.json');
  const head = { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic', repo: { full_name: 'acme/agents' } };
  writeFileSync(
    event,
    JSON.stringify({ action: 'synchronize', number: 7, pull_request: { number: 7, head, base: {} } }),
  );
  const { addresses } = place;
  const inputs = {
    'base-url': addresses.cloud,
    'api-key': addresses.apiKey,
    'account-id': addresses.accountId,
    'github-token': addresses.token,
    comment: run.comment ? 'auto' : 'never',
    history: '0',
    build: 'always',
    ...run.inputs,
  };
  const sample = await timed(
    run.node,
    [resolve('dist/index.js')],
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: run.monorepo.root,
      GITHUB_REPOSITORY: 'acme/agents',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_NUMBER: '1',
      GITHUB_API_URL: addresses.forgeApi,
      GITHUB_SERVER_URL: addresses.forgeUrl,
      RUNNER_TEMP: temp,
      ...(output &&
        state &&
        summary && { GITHUB_OUTPUT: output, GITHUB_STATE: state, GITHUB_STEP_SUMMARY: summary }),
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
    stdout,
  );
  return { ...sample, stdoutFile: stdout };
}
