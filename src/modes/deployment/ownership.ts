import type { Cloud, Deployment } from '../../clouds/cloud.ts';
import { timeoutSignal } from '../../deadline.ts';
import { AbortedError, HttpError, messageOf } from '../../errors.ts';
import { readSource } from '../../git/git.ts';
import type { PreviewLeft } from '../../report/result.ts';
import { pullRequestIn } from '../../settings/deploy/deploy.ts';
import type { Step } from '../step/step.ts';

/** Whether this repository may replace or delete a preview, and if not, why. */
type Ownership =
  | { readonly ours: true }
  | { readonly ours: false; readonly kind: 'another' | 'unknown'; readonly why: string };

/** By the repository's address. */
export type KnownRepositories = Map<string, Promise<Ownership>>;

const OURS: Ownership = { ours: true };

/** Milliseconds for a request to the forge that only a renamed repository needs. */
const FORGE_WITHIN_MS = 10_000;

/**
 * The one place that decides whether a preview belongs to this repository. Without proof it counts as somebody
 * else's. Proof is the mark in the preview's name, else the repository in its build's record: the same address, or
 * another address on the same forge with the same repository number, which stays when a repository is renamed or
 * moved.
 * @param known what was found out about repositories before, for many previews in a row
 * @throws {AbortedError} when the workflow is cancelled
 */
export async function ownershipOf(
  step: Step,
  cloud: Cloud,
  preview: Deployment,
  known: KnownRepositories = new Map(),
): Promise<Ownership> {
  const ofRepository = (address: string) => {
    const owner = known.get(address) ?? ownerOf(step, address);
    known.set(address, owner);
    return owner;
  };
  if (preview.repository !== undefined) return ofRepository(preview.repository);
  if (preview.unmarked !== undefined) return unknown(preview.unmarked);
  if (preview.buildId === undefined) return unknown('it names no build that could say whose it is');
  try {
    const { sourceRepo } = await cloud.get(preview.buildId, step.signal);
    if (sourceRepo === undefined) return unknown(`its build ${preview.buildId} names no repository`);
    return await ofRepository(sourceRepo);
  } catch (thrown) {
    if (step.signal.aborted || thrown instanceof AbortedError) throw thrown;
    const why = thrown instanceof HttpError ? `status ${thrown.status}` : messageOf(thrown);
    return unknown(`the record of its build ${preview.buildId} could not be read (${why})`);
  }
}

async function ownerOf(step: Step, address: string): Promise<Ownership> {
  const ours = ownAddresses(step).map((one) => one.toLowerCase());
  const given = address.toLowerCase();
  if (ours.includes(given)) return OURS;
  if (ours.length === 0) return unknown('this run knows no repository of its own');
  if ((await originOf(step)) === given) return OURS;
  if (await isOurNumber(step, given)) return OURS;
  return { ours: false, kind: 'another', why: `it was built from another repository (${address})` };
}

function unknown(why: string): Ownership {
  return { ours: false, kind: 'unknown', why };
}

/** The repository's addresses, from the event. */
export function ownAddresses({ trigger }: Pick<Step, 'trigger'>): readonly string[] {
  return trigger.repository?.addresses ?? [];
}

/**
 * The checkout's own remote, if it is the event's repository at another address of the same forge: a runner may fetch
 * from an internal address or by SSH (docs/platform.md, Gitea). With another owner or name it is another repository.
 */
async function originOf(step: Step): Promise<string | undefined> {
  const { settings, trigger } = step;
  const source = await readSource(settings.context.root, settings.context.workspace, {});
  const origin = source.repo?.toLowerCase();
  const { owner, name } = trigger.repository ?? {};
  return origin?.endsWith(`/${owner}/${name}`.toLowerCase()) === true ? origin : undefined;
}

/** Whether that address leads to this run's repository on the forge: it was renamed or moved. */
async function isOurNumber(step: Step, address: string): Promise<boolean> {
  const { repository } = step.trigger;
  const [host, owner, name, ...more] = address.split('/');
  const isHere = ownAddresses(step).some((own) => own.toLowerCase().startsWith(`${host}/`));
  if (!isHere || repository?.id === undefined || !owner || !name || more.length > 0) return false;
  try {
    const forge = await step.forge();
    const signal = timeoutSignal(step.signal, FORGE_WITHIN_MS);
    return (await forge?.repositoryNumber({ owner, name }, signal)) === repository.id;
  } catch (thrown) {
    if (step.signal.aborted) throw thrown;
    step.console.debug(
      `Could not check whether ${address} is this repository's former name: ${messageOf(thrown)}`,
    );
    return false;
  }
}

/** Reports which previews are left and why: in the log now, in summary and comment through the result. */
export function noteLeft(step: Step, cloud: Cloud, left: readonly PreviewLeft[]): void {
  if (left.length === 0) return;
  const { console, recorder } = step;
  for (const { id, label, why } of left) {
    console.info(`Preview ${id}${label === undefined ? '' : ` (${label})`} is left alone: ${why}.`);
  }
  // Without a record of its label, an agent with such a name may be in production.
  const may = left.filter(
    ({ label = '' }) => !cloud.deployments?.inPlace || pullRequestIn(label) !== undefined,
  );
  const command = cloud.deployments?.removalCommand(may.map(({ id }) => id));
  if (may.length > 0) console.info(`If they are this repository's after all, this removes them: ${command}`);
  const known = recorder.result().previewsLeft ?? [];
  const fresh = left
    .filter(({ id }) => !known.some((one) => one.id === id))
    .map(({ id, label, why }) => ({ id, ...(label !== undefined && { label }), why }));
  recorder.note({ previewsLeft: [...known, ...fresh] });
}
