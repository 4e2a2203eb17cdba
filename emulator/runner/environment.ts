import type { RunOptions } from './options.ts';
import type { Platform } from './platform.ts';

/** What the platforms set for every step; paths and files are added for main and for post. */
export function environmentOf(platform: Platform, options: RunOptions): Record<string, string> {
  const { job = {} } = options;
  const serverUrl = job.serverUrl ?? 'https://github.example';
  return {
    ...inherited(),
    CI: 'true',
    GITHUB_ACTION: job.action ?? '__self',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: job.actor ?? platform.defaultActor,
    GITHUB_API_URL:
      job.apiUrl ?? (platform.name === 'github' ? 'https://api.github.example' : `${serverUrl}/api/v1`),
    GITHUB_EVENT_NAME: options.event?.name ?? 'push',
    GITHUB_GRAPHQL_URL: platform.name === 'github' ? 'https://api.github.example/graphql' : '',
    GITHUB_JOB: job.name ?? 'build',
    GITHUB_REF: job.ref ?? 'refs/heads/main',
    GITHUB_REF_NAME: (job.ref ?? 'refs/heads/main').replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REPOSITORY: job.repository ?? 'octo/agents',
    GITHUB_REPOSITORY_OWNER: (job.repository ?? 'octo/agents').split('/', 1)[0] ?? '',
    GITHUB_RUN_ATTEMPT: String(job.runAttempt ?? 1),
    GITHUB_RUN_ID: String(job.runId ?? 4242),
    GITHUB_RUN_NUMBER: String(job.runNumber ?? 7),
    GITHUB_SERVER_URL: serverUrl,
    GITHUB_SHA: job.sha ?? '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: job.workflow ?? 'ci',
    GITHUB_WORKSPACE: options.workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_OS: 'Linux',
    ...marks(platform),
    ...options.env,
  };
}

/** How an action tells the platforms apart (docs/platform.md, last table, "detect platform"). */
function marks(platform: Platform): Record<string, string> {
  switch (platform.name) {
    case 'github':
      return { RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_NAME: 'GitHub Actions 1' };
    case 'act':
      return { ACT: 'true' };
    case 'forgejo':
      return { FORGEJO_ACTIONS: 'true', GITEA_ACTIONS: 'true' };
    default: {
      const version = platform.name === 'gitea-1.25' ? 'v0.2.13' : 'v3.3.0';
      return { ACT: 'true', GITEA_ACTIONS: 'true', GITEA_ACTIONS_RUNNER_VERSION: version };
    }
  }
}

/** Nothing else of the caller's environment reaches the action: no proxy, no key, no token. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_V8_COVERAGE'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
