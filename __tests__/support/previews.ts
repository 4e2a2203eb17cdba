import type { SgpDeployment } from '../../emulator/clouds/sgp/state.ts';
import type { Emulator } from '../../emulator/emulator.ts';

/** Adds healthy previews of `greeter` to the cloud: `ours` with the label pr-7, the rest with similar labels. */
export function seedPreviews(
  { control, credentials }: Emulator,
  buildId: string,
  { count, ours }: { readonly count: number; readonly ours: number },
): void {
  const deployments = control.sgp.deployments as SgpDeployment[];
  const every = Math.floor(count / ours);
  for (let index = 0; index < count; index += 1) {
    const label = index % every === 0 && index < every * ours ? 'pr-7' : `pr-7${index}`;
    deployments.push({
      id: `deploy_${index}`,
      account: credentials.accountId,
      buildId,
      agentName: 'greeter',
      namespace: 'agents',
      manifest: 'agent: { name: greeter }\n',
      environmentConfig: '',
      release: `greeter-${index}`,
      preview: { label, expiresAt: new Date(Date.now() + 3_600_000) },
      createdAt: new Date(Date.now() - (count - index) * 1000),
      events: [],
      lines: [],
      stop: new AbortController(),
      status: 'healthy',
      wasHealthy: true,
      expiry: undefined,
    });
  }
}

/** The payload of a pull request that was closed. */
export function closed(number: number): unknown {
  const repo = { full_name: 'octo/agents' };
  return {
    action: 'closed',
    number,
    pull_request: {
      number,
      head: { sha: 'c0ffee'.padEnd(40, '0'), ref: 'topic', repo },
      base: { sha: 'b'.repeat(40), repo },
    },
  };
}
