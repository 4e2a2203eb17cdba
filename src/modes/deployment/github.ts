import { AbortedError, HttpError, messageOf } from '../../errors.ts';
import type { DeploymentState, Forge } from '../../host/forge/forge.ts';
import type { State } from '../../host/state.ts';
import { givenNumber } from '../step/known-pull-request.ts';
import { enrichTrigger } from '../step/pull-request.ts';
import type { Step } from '../step/step.ts';
import { DEPLOYMENT_WORDS, statusOf } from './github-status.ts';

/** Milliseconds for a status that is reported while the step ends. */
const WITHIN = 5_000;
/** The deployment, and the state that post has to set if main does not. */
const STATE_KEY = 'githubDeployment';

type Opened = { readonly id: number; readonly deployments: NonNullable<Forge['deployments']> };
type GithubDeploymentContext = Pick<
  Step,
  'settings' | 'trigger' | 'host' | 'console' | 'forge' | 'signal' | 'state' | 'recorder'
>;

/**
 * Runs a deployment and shows it on GitHub under `github-environment`: in progress, then how it ended. GitHub's
 * answers never change what the deployment does or how the step ends.
 */
export async function recordDeployment<T extends 'deployed' | 'removed'>(
  context: GithubDeploymentContext,
  kind: 'preview' | 'production',
  work: () => Promise<T>,
): Promise<T> {
  // In parallel with the rollout.
  const opened = open(context, kind);
  try {
    const value = await work();
    await end(context, opened, value === 'removed' ? 'inactive' : 'success');
    return value;
  } catch (thrown) {
    const isAborted = context.signal.aborted || thrown instanceof AbortedError;
    await end(context, opened, isAborted ? 'error' : 'failure');
    throw thrown;
  }
}

async function open(
  context: GithubDeploymentContext,
  kind: 'preview' | 'production',
): Promise<Opened | undefined> {
  const { settings, console, recorder, signal, state } = context;
  const environment = settings.githubEnvironment;
  const forge = await forgeWithDeployments(context, true);
  if (environment === undefined || forge === undefined) return undefined;
  const { deployments } = forge;
  try {
    const { pullRequest, commit } = await enrichTrigger(context, forge, signal);
    const { source, agent } = recorder.result();
    const ref = pullRequest?.headCommit ?? source.commit ?? commit;
    if (ref === undefined) {
      console.notice('No GitHub deployment is recorded: this run has no commit.');
      return undefined;
    }
    const id = await deployments.createDeployment(
      {
        ref,
        environment,
        transient: kind === 'preview',
        production: kind === 'production',
        description: `${kind === 'preview' ? 'Preview' : 'Production'} of ${agent ?? 'the image'}`,
        payload: {
          ...(pullRequest && { pullRequest: pullRequest.number }),
          ...(agent !== undefined && { agent }),
        },
      },
      signal,
    );
    state.save(STATE_KEY, `${id} error`);
    // Whatever becomes of it, the deployment exists and has to be ended.
    await deployments
      .setDeploymentStatus(id, statusOf(context.recorder.result(), 'in_progress'), signal)
      .catch((thrown: unknown) => console.debug(`GitHub deployment ${id}: ${messageOf(thrown)}`));
    return { id, deployments };
  } catch (thrown) {
    warn(context, thrown);
    return undefined;
  }
}

async function end(
  context: GithubDeploymentContext,
  opening: Promise<Opened | undefined>,
  how: DeploymentState,
): Promise<void> {
  const opened = await opening;
  if (opened === undefined) return;
  const { id, deployments } = opened;
  const signal = AbortSignal.timeout(WITHIN);
  try {
    context.state.save(STATE_KEY, `${id} ${how}`);
    await deployments.setDeploymentStatus(id, statusOf(context.recorder.result(), how), signal);
    context.state.save(STATE_KEY, '');
    if (how === 'success') await retire(context, deployments, id, signal);
  } catch (thrown) {
    warn(context, thrown);
  }
}

/** For a closed pull request: makes its deployments in this environment inactive. */
export async function retireDeployments(context: GithubDeploymentContext): Promise<void> {
  const forge = await forgeWithDeployments(context, false);
  if (forge === undefined) return;
  try {
    await retire(context, forge.deployments, undefined, context.signal);
  } catch (thrown) {
    warn(context, thrown);
  }
}

/**
 * GitHub itself ends earlier deployments of an environment, but not the transient ones. Several agents may share one:
 * the success of one of them ends its own earlier ones only.
 */
async function retire(
  context: GithubDeploymentContext,
  deployments: NonNullable<Forge['deployments']>,
  except: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { settings, console, recorder } = context;
  const pull = givenNumber(context);
  if (settings.githubEnvironment === undefined || pull === undefined) return;
  let count = 0;
  for await (const { id, payload } of deployments.listDeployments(settings.githubEnvironment, signal)) {
    if (payload.pullRequest !== pull || id === except) continue;
    const isOther = payload.agent !== undefined && payload.agent !== recorder.result().agent;
    if (except !== undefined && isOther) continue;
    if ((await deployments.latestState(id, signal)) === 'inactive') continue;
    await deployments.setDeploymentStatus(id, statusOf(recorder.result(), 'inactive'), signal);
    count += 1;
  }
  if (count > 0) console.info(`GitHub deployments made inactive: ${count}.`);
}

/** For post: ends a deployment that main left in progress, or whose end it could not report. Never throws. */
export async function endLeftDeployment(
  state: State,
  forge: () => Promise<Forge | undefined>,
  console: { readonly debug: (text: string) => void },
): Promise<void> {
  const [, number, how] =
    /^(\d{1,15}) (success|failure|error|inactive)$/.exec(state.read()[STATE_KEY] ?? '') ?? [];
  if (number === undefined) return;
  const id = Number(number);
  try {
    const end = how as DeploymentState;
    const status = { state: end, description: DEPLOYMENT_WORDS[end] };
    await (await forge())?.deployments?.setDeploymentStatus(id, status, AbortSignal.timeout(WITHIN));
  } catch (thrown) {
    console.debug(`The GitHub deployment could not be ended: ${messageOf(thrown)}`);
  }
}

type WithDeployments = Forge & { readonly deployments: NonNullable<Forge['deployments']> };

async function forgeWithDeployments(
  context: GithubDeploymentContext,
  reports: boolean,
): Promise<WithDeployments | undefined> {
  const { settings, host, console } = context;
  if (settings.githubEnvironment === undefined) return undefined;
  if (!host.can.deploymentsApi) {
    if (reports) console.notice(`github-environment is skipped: ${host.title} has no deployments.`);
    return undefined;
  }
  try {
    const forge = await context.forge();
    if (forge?.deployments) return { ...forge, deployments: forge.deployments };
    if (reports) console.warning('No GitHub deployment is recorded: github-token is empty.');
  } catch (thrown) {
    warn(context, thrown);
  }
  return undefined;
}

function warn(
  { console, signal }: Pick<GithubDeploymentContext, 'console' | 'signal'>,
  thrown: unknown,
): void {
  if (signal.aborted) return;
  const isDenied = thrown instanceof HttpError && (thrown.status === 403 || thrown.status === 404);
  const hint = isDenied ? ' Add `deployments: write` to the `permissions:` of the job.' : '';
  console.warning(`The GitHub deployment could not be recorded: ${messageOf(thrown)}.${hint}`);
}
