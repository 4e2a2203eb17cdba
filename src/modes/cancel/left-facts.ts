import { CLOUD_TRAITS, type CloudTraits } from '../../clouds/traits.ts';
import type { BuildFacts, DeploymentFacts, RunResult } from '../../report/result.ts';
import { cancellation, recancelled } from '../step/cancellation.ts';
import type { LeftRunning } from './running.ts';

/** What became of a build and a rollout that main left on the cloud. Absent: there is none, or nothing is known of it. */
export type LeftFacts = {
  readonly build?: Partial<BuildFacts>;
  readonly deployment?: Partial<DeploymentFacts>;
};

/** What main left, and what is known of it by now: post changes `facts` as the cloud answers. */
export type Left = { readonly running: LeftRunning; facts: LeftFacts };

/** Nobody knows what ended it: a cancelled workflow, a full memory, a lost runner. */
const WHY = 'The workflow was cancelled, or the step was killed,';

const UNCONFIRMED = { status: 'cancelled', goesOn: 'perhaps' } as const;

/** What is known before the cloud is asked: what was not seen to end may go on. */
export function leftOf(running: LeftRunning): Left {
  const build = buildFacts(running);
  const deployment = deploymentFacts(running);
  return { running, facts: { ...(build && { build }), ...(deployment && { deployment }) } };
}

/** A rollout is not undone by a cancelled job. @param where the cloud */
export function rolloutGoesOn(id: string, { title }: Pick<CloudTraits, 'title'>): string {
  return `Deployment ${id} goes on at ${title}: a rollout is not undone by a cancelled job.`;
}

/** The step ended while it was sent. @param what the deployment, in words */
export function deploymentMayGoOn(what: string, { title }: Pick<CloudTraits, 'title'>): string {
  return `A deployment of ${what} may have begun at ${title}: no answer had come when the step ended. Look for it there.`;
}

function buildFacts(running: LeftRunning): LeftFacts['build'] {
  const { cloud, submitting, buildId, building, built } = running;
  const id = buildId === undefined ? {} : { id: buildId };
  if (built !== undefined) return { ...id, status: built };
  if (running.cancelAsked || running.unstarted) return { ...id, status: 'cancelled' };
  const mayBeSent = submitting !== undefined && !CLOUD_TRAITS[cloud].startsBuildsById;
  return building || mayBeSent ? { ...id, ...UNCONFIRMED } : undefined;
}

function deploymentFacts(running: LeftRunning): LeftFacts['deployment'] {
  const { previewId, rolloutId, deploying, rolledOut } = running;
  if (deploying !== undefined) return UNCONFIRMED;
  if (rolloutId !== undefined) return { id: rolloutId, status: 'cancelled', goesOn: 'surely' };
  if (previewId !== undefined) return { id: previewId, ...UNCONFIRMED };
  return rolledOut;
}

/**
 * What the comment says of a run that ended before it could say how: cancelled, with what became of its build and its
 * rollout.
 * @param facts none where main saved nothing
 */
export function lostRun(result: RunResult, facts: LeftFacts | undefined): RunResult {
  const { build, deployment, outcome } = result;
  const shown: RunResult = {
    ...result,
    outcome: 'cancelled',
    ...((build ?? facts?.build) && { build: lostBuild(result, facts) }),
    ...((deployment ?? facts?.deployment) && { deployment: lostDeployment(deployment, facts) }),
  };
  return { ...shown, failure: cancellation({ ...shown, outcome }, WHY) };
}

function lostBuild(
  { build, outcome }: Pick<RunResult, 'build' | 'outcome'>,
  facts: LeftFacts | undefined,
): BuildFacts {
  const known = { steps: [], ...build };
  if (isOfVmImage(build, facts)) return ofVmImage(known, facts?.build);
  // A deployment begins while the log of its build still comes, before the build's end is noted.
  const hasEnded = outcome === 'deploying' || outcome === 'verifying' || facts?.deployment !== undefined;
  const end = hasEnded ? ({ status: 'success' } as const) : UNCONFIRMED;
  const isOpen = known.id !== undefined && known.status === undefined && facts?.build?.status === undefined;
  return { ...known, ...(isOpen && end), ...facts?.build };
}

/** A VM image is followed as a build with an id of its own, once its container image is built. */
function isOfVmImage(build: BuildFacts | undefined, { build: left }: LeftFacts = {}): boolean {
  return build?.id !== undefined && left?.id !== undefined && left.id !== build.id;
}

function ofVmImage(build: BuildFacts, { status, goesOn }: Partial<BuildFacts> = {}): BuildFacts {
  const vmImage = { ...(status && { status }), ...(goesOn && { goesOn }) };
  return { ...build, status: build.status ?? 'success', vmImage };
}

function lostDeployment(
  deployment: DeploymentFacts | undefined,
  facts: LeftFacts | undefined,
): DeploymentFacts {
  const known = { events: [], lines: [], ...deployment };
  const isOpen =
    known.id !== undefined && known.status === undefined && facts?.deployment?.status === undefined;
  return { ...known, ...(isOpen && UNCONFIRMED), ...facts?.deployment };
}

/** The same for a run that said itself that it was cancelled, before the cloud had confirmed it. */
export function confirmedRun(result: RunResult, facts: LeftFacts | undefined): RunResult {
  if (result.outcome !== 'cancelled' || facts === undefined) return result;
  const { build, deployment } = result;
  return recancelled(result, {
    ...result,
    ...(isOfVmImage(build, facts) ? {} : confirmed('build', build ?? { steps: [] }, facts.build)),
    ...confirmed('deployment', deployment ?? { events: [], lines: [] }, facts.deployment),
  });
}

function confirmed<K extends 'build' | 'deployment'>(
  name: K,
  known: NonNullable<RunResult[K]>,
  facts: LeftFacts[K],
): { readonly [name in K]?: RunResult[K] } {
  if (facts === undefined || (known.status ?? 'cancelled') !== 'cancelled') return {};
  const { goesOn: _unconfirmed, status: _guessed, ...sure } = known;
  const shown = known.goesOn === undefined ? known : sure;
  return { [name]: { ...shown, ...facts } } as { [name in K]: RunResult[K] };
}
