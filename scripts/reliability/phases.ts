/**
 * Where in a step a fault may happen: which request (the contract's operationId; for a forge and an object storage
 * the emulator's name) and in which story. `run`: a build and a preview that replaces an older one. `closed`: the
 * pull request was closed. `cancelled`: main got a signal while its build ran. `post`: main was killed while its
 * build ran. `prime`, `pipecat`: a build on that cloud, with the upload to a presigned address.
 */
const PHASES = {
  'look-up': { story: 'run', operation: 'listBuilds' },
  upload: { story: 'run', operation: 'submitBuild' },
  log: { story: 'run', operation: 'streamBuildLogs' },
  status: { story: 'run', operation: 'getBuild' },
  'deploy look-up': { story: 'run', operation: 'listDeployments' },
  deploy: { story: 'run', operation: 'createDeployment' },
  'deploy status': { story: 'run', operation: 'getDeployment' },
  'deploy log': { story: 'run', operation: 'getDeploymentLogs' },
  replacing: { story: 'run', operation: 'deleteDeployment' },
  'comment: author': { story: 'run', at: 'forge', operation: 'whoAmI' },
  'comment: look-up': { story: 'run', at: 'forge', operation: 'listComments' },
  'comment: create': { story: 'run', at: 'forge', operation: 'createComment' },
  'comment: update': { story: 'run', at: 'forge', operation: 'updateComment' },
  'teardown look-up': { story: 'closed', operation: 'listDeployments' },
  teardown: { story: 'closed', operation: 'deleteDeployment' },
  'teardown: comment': { story: 'closed', at: 'forge', operation: 'updateComment' },
  'cancelled: comment look-up': {
    story: 'cancelled',
    at: 'forge',
    operation: 'listComments',
    since: 'cancel',
  },
  'cancelled: comment': { story: 'cancelled', at: 'forge', operation: 'updateComment', since: 'cancel' },
  'post: status': { story: 'post', operation: 'getBuild', since: 'cancel' },
  'post: cancel': { story: 'post', operation: 'cancelBuild', since: 'cancel' },
  'post: comment look-up': { story: 'post', at: 'forge', operation: 'listComments', since: 'cancel' },
  'post: comment': { story: 'post', at: 'forge', operation: 'updateComment', since: 'cancel' },
  'Prime: upload': { story: 'prime', at: 'storage', operation: 'uploadContext' },
  'Pipecat: upload': { story: 'pipecat', at: 'storage', operation: 'uploadContext' },
} as const satisfies Readonly<Record<string, Phase>>;

type Phase = {
  readonly story: Story;
  readonly operation: string;
  /** The receiver, if it is not the cloud's API. */
  readonly at?: 'forge' | 'storage';
  /** Requests before the job was cancelled are not affected. */
  readonly since?: 'cancel';
};

export type Story = 'run' | 'closed' | 'cancelled' | 'post' | 'prime' | 'pipecat';
export type PhaseName = keyof typeof PHASES;

export const PHASE_NAMES = Object.keys(PHASES) as readonly PhaseName[];

export function phaseOf({ phase }: { readonly phase: PhaseName }): Phase {
  return PHASES[phase];
}
