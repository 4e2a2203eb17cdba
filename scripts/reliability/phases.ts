/**
 * Where in a step a fault may strike: which request of the contract (its operationId) and in which story.
 * `run`: a build and a preview that replaces an older one. `closed`: the pull request was closed.
 * `post`: main was killed while its build ran.
 */
export const PHASES = {
  'look-up': { story: 'run', operation: 'listBuilds' },
  upload: { story: 'run', operation: 'submitBuild' },
  log: { story: 'run', operation: 'streamBuildLogs' },
  status: { story: 'run', operation: 'getBuild' },
  'deploy look-up': { story: 'run', operation: 'listDeployments' },
  deploy: { story: 'run', operation: 'createDeployment' },
  'deploy status': { story: 'run', operation: 'getDeployment' },
  'deploy log': { story: 'run', operation: 'getDeploymentLogs' },
  replacing: { story: 'run', operation: 'deleteDeployment' },
  'teardown look-up': { story: 'closed', operation: 'listDeployments' },
  teardown: { story: 'closed', operation: 'deleteDeployment' },
  'post: status': { story: 'post', operation: 'getBuild' },
  'post: cancel': { story: 'post', operation: 'cancelBuild' },
} as const satisfies Readonly<Record<string, { story: Story; operation: string }>>;

export type Story = 'run' | 'closed' | 'post';
export type PhaseName = keyof typeof PHASES;

export const PHASE_NAMES = Object.keys(PHASES) as readonly PhaseName[];
