import { createHash } from 'node:crypto';
import { PIPECAT_DEFAULTS } from './clouds/pipecat/options.ts';
import type { Emulator, EmulatorControl } from './emulator.ts';

export type PlayedCloud = {
  readonly title: string;
  /** The environment variables by which the cloud's own tools, and the action, find address, key and account. */
  readonly variables: { readonly url: string; readonly key: string; readonly account?: string };
  /** Other variables that the cloud's own tools read, with their values here. */
  readonly more?: Readonly<Record<string, string>>;
  /** Shell commands that work as they are, with these variables and in the repository's folder. */
  readonly commands: readonly string[];
  /** What a step needs to build the example agent there. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly seedHistory: (control: EmulatorControl, builds: number) => void;
  /** Fills the account: earlier builds, and previews if the cloud has them. */
  readonly seedPast: (control: EmulatorControl) => void;
};

const SGP_HEADERS = '-H "x-api-key: $SGP_API_KEY" -H "x-selected-account-id: $SGP_ACCOUNT_ID"';

/** What a user of the emulator has to know of each cloud, by the value of the input `cloud`. */
export const PLAYED: Readonly<Record<string, PlayedCloud>> = {
  sgp: {
    title: 'SGP',
    variables: { url: 'SGP_CLIENT_BASE_URL', key: 'SGP_API_KEY', account: 'SGP_ACCOUNT_ID' },
    commands: [
      `tar -cz -C examples/agent . | curl -s "$SGP_CLIENT_BASE_URL/v5/builds" ${SGP_HEADERS} -F "context_archive=@-;filename=context.tar.gz" -F image_name=concierge -F image_tag=v1 -F agent_name=concierge`,
      `curl -s "$SGP_CLIENT_BASE_URL/v5/builds?agent_name=concierge&limit=1&sort_order=desc" ${SGP_HEADERS}`,
    ],
    inputs: { manifest: 'examples/agent/manifest.yaml' },
    seedHistory: (control, builds) => void control.sgp.seedHistory(builds),
    seedPast: seedSgp,
  },
  prime: {
    title: 'Prime Intellect',
    variables: { url: 'PRIME_API_BASE_URL', key: 'PRIME_API_KEY' },
    // Empty means the personal account. Without it, the team of the user's own configuration is used.
    more: { PRIME_TEAM_ID: '', PRIME_DISABLE_VERSION_CHECK: '1' },
    commands: [
      'curl -s "$PRIME_API_BASE_URL/api/v1/images/builds?limit=1" -H "Authorization: Bearer $PRIME_API_KEY"',
      'prime images push concierge:v1 --context examples/agent    # pip install prime',
      'prime images list',
    ],
    inputs: { context: 'examples/agent', 'image-name': 'concierge' },
    seedHistory: (control, builds) => void control.prime.seedHistory(builds),
    seedPast: (control) => void control.prime.seedHistory(60),
  },
  pipecat: {
    title: 'Pipecat Cloud',
    variables: { url: 'PIPECAT_API_HOST', key: 'PIPECAT_API_KEY' },
    // Otherwise the CLI uses those of the user's own configuration.
    more: { PIPECAT_ORG: PIPECAT_DEFAULTS.organization },
    commands: [
      'export PIPECAT_TOKEN="$PIPECAT_API_KEY"',
      'curl -s "$PIPECAT_API_HOST/v1/builds?limit=1" -H "Authorization: Bearer $PIPECAT_API_KEY"',
      'pipecat cloud deploy concierge --build-dir examples/agent --yes    # pip install pipecat-ai-cli',
      'pipecat cloud agent status concierge',
    ],
    inputs: { context: 'examples/agent', 'agent-name': 'concierge' },
    seedHistory: (control, builds) => void control.pipecat.seedHistory(builds),
    seedPast: seedPipecat,
  },
};

/** Builds of three agents, and previews, one of them expired. */
function seedSgp({ sgp }: EmulatorControl): void {
  sgp.seedHistory(60);
  const inHours = (hours: number) => new Date(Date.now() + hours * 60 * 60 * 1000);
  sgp.seedPreviews([
    { agentName: 'concierge', label: 'pr-17', createdAt: inHours(-9), expiresAt: inHours(-1) },
    { agentName: 'concierge', label: 'pr-21', createdAt: inHours(-5), expiresAt: inHours(3) },
    { agentName: 'ledger-agent', label: 'pr-21', createdAt: inHours(-2), expiresAt: inHours(70) },
  ]);
}

/** The repository of a demo step (emulator/runner/environment.ts), as it is written in a preview's mark. */
const DEMO_MARK = `p${createHash('sha256').update('github.example/octo/agents').digest('hex').slice(0, 6)}`;

/**
 * Builds, the agent itself, and previews of it and of another one, one of them expired. The preview without a mark
 * belongs to the cloud: it names the previews of linked agents like this, and deletes them itself.
 */
function seedPipecat({ pipecat }: EmulatorControl): void {
  pipecat.seedHistory(60);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 60 * 60 * 1000);
  pipecat.seedAgents([
    { name: 'concierge', createdAt: hoursAgo(900) },
    { name: `concierge-pr-17-${DEMO_MARK}`, createdAt: hoursAgo(9) },
    { name: `concierge-pr-21-${DEMO_MARK}`, createdAt: hoursAgo(5) },
    { name: `ledger-agent-pr-21-${DEMO_MARK}`, createdAt: hoursAgo(20) },
    { name: 'concierge-pr-30', createdAt: hoursAgo(20) },
  ]);
}

/** Address and credentials for the cloud's own variables. */
export function environmentOf(
  { variables }: PlayedCloud,
  { url, credentials }: Pick<Emulator, 'url' | 'credentials'>,
): Record<string, string> {
  return {
    [variables.url]: url,
    [variables.key]: credentials.apiKey,
    ...(variables.account === undefined ? {} : { [variables.account]: credentials.accountId }),
  };
}
