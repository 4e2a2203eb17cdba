import { expect } from '@jest/globals';
import type { Emulator } from '../../emulator/emulator.ts';
import { type Forge, type ForgeOptions, startForge } from '../../emulator/forge/index.ts';
import type { PlatformName, RunOptions, RunRecord } from '../../emulator/runner/index.ts';
import { readComment } from '../../src/report/comment/body.ts';
import { atEnd } from './cleanup.ts';
import { AGENT, agentJob, MANIFEST, sgpInputs } from './cloud.ts';

/** Pull request 7 of `octo/greeter`, on a forge of its own. */
export const HEAD = 'c0ffee'.padEnd(40, '0');

/** An agent that can be deployed: with manifest and environments. */
export const MANIFESTED = {
  ...AGENT,
  'manifest.yaml': MANIFEST,
  'environments.yaml':
    'schema_version: v1\nenvironments:\n  dev:\n    kubernetes: { namespace: agents }\n    auth: { principal: { user_id: someone, account_id: emulator-account } }\n',
};

export async function forgeOf(platform: PlatformName, options: ForgeOptions = {}): Promise<Forge> {
  const flavour = platform === 'github' || platform === 'act' ? 'github' : 'gitea';
  const forge = await startForge({ flavour, repository: 'octo/greeter', ...options });
  atEnd(forge.close);
  forge.pull({ number: 7, sha: HEAD, ref: 'topic' });
  return forge;
}

export function pullRequest(action: string) {
  const full_name = 'octo/greeter';
  const head = { sha: HEAD, ref: 'topic', repo: { full_name } };
  const pull_request = { number: 7, head, base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name } } };
  const repository = { full_name, default_branch: 'main', html_url: 'https://forge.example/octo/greeter' };
  return { name: 'pull_request', payload: { action, number: 7, pull_request, repository } };
}

/** The step of run `runNumber` on that pull request, with the workflow's token. */
export function pullRequestStep(
  sgp: Emulator,
  forge: Forge,
  runNumber: number,
  more: Partial<RunOptions> = {},
): Partial<RunOptions> {
  const { options: checkout } = agentJob(MANIFESTED);
  const { inputs, ...rest } = more;
  return {
    workspace: checkout.workspace,
    event: pullRequest('synchronize'),
    token: forge.tokens.workflow,
    ...rest,
    job: {
      ...checkout.job,
      repository: 'octo/greeter',
      apiUrl: forge.apiUrl,
      serverUrl: forge.serverUrl,
      runId: 4200 + runNumber,
      runNumber,
    },
    inputs: { ...sgpInputs(sgp, { comment: 'auto', ...inputs }) },
  };
}

/** Key → state of the sections of the only comment; fails if the token's user, by default the workflow's, wrote two comments. */
export function sectionsOf(forge: Forge, login = 'actions'): Record<string, string> {
  const mine = forge.comments(7).filter(({ user }) => user.login.includes(login));
  expect(mine.length).toBeLessThanOrEqual(1);
  return Object.fromEntries(
    [...readComment(mine[0]?.body ?? '').values()].map((one) => [one.key, one.state]),
  );
}

export function warningsOf(run: RunRecord): string[] {
  return run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
}
