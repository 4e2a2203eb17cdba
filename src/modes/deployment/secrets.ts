import { relative } from 'node:path';
import { timeoutSignal } from '../../deadline.ts';
import { messageOf, UserError } from '../../errors.ts';
import type { Step } from '../step/step.ts';
import { deployTargetOf } from './target.ts';

/** Milliseconds for the check: the deployment finds a missing secret too, only later. */
const LOOK_WITHIN_MS = 10_000;

/**
 * Checks that the account has the secrets that the project file names, before the build instead of minutes later. If
 * the key may not list them or the cloud does not answer in time, that is only a debug line.
 * @throws {UserError} that names what is missing
 */
export async function checkSecrets(step: Step): Promise<void> {
  const { console, settings, signal } = step;
  const { project, context } = settings;
  const named = project?.secrets ?? [];
  if (named.length === 0 || deployTargetOf(step) === 'none') return;
  const missing = await lookUp(
    step,
    named.map(({ name }) => name),
  ).catch((thrown: unknown): readonly string[] => {
    if (signal.aborted) throw thrown;
    console.debug(`Could not check whether the secrets of the manifest exist: ${messageOf(thrown)}`);
    return [];
  });
  if (missing.length === 0) return;
  const file = relative(context.workspace, project?.path ?? '');
  const first = named.find(({ name }) => missing.includes(name));
  const words =
    missing.length === 1
      ? 'a secret that the account does not have'
      : 'secrets that the account does not have';
  throw new UserError(`${file} names ${words}: ${missing.join(', ')}. Nothing was built.`, {
    hint: 'Create it on the cloud, or correct `secret_name` of `agent.credentials`; check `account-id` as well.',
    place: { file, ...(first?.line !== undefined && { line: first.line }) },
  });
}

async function lookUp(step: Step, names: readonly string[]): Promise<readonly string[]> {
  const { missingSecrets } = await step.cloud();
  if (missingSecrets === undefined) return [];
  return missingSecrets(names, timeoutSignal(step.signal, LOOK_WITHIN_MS));
}
