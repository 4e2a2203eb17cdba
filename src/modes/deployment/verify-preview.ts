import type { Deployment, DeploymentRequest, Deployments } from '../../clouds/cloud.ts';
import { UserError } from '../../errors.ts';
import { oneLine } from '../../report/text.ts';
import { duration } from '../../report/units.ts';
import { phase } from '../step/phase.ts';
import type { Step } from '../step/step.ts';
import { noteEarlierPreview } from './earlier-preview.ts';
import { previewCheckAddress } from './preview-address.ts';

/** Characters of a body's first line, which comes from outside: it is shown as one line without commands or Markdown. */
const LONGEST_WORDS = 300;

/**
 * The input `preview-check`: a healthy preview must also answer, in the rest of `deploy-timeout`.
 * @param spentMs milliseconds that the rollout took of it
 * @returns the error where it does not answer in that time
 * @throws {AbortedError}
 */
export async function verifyPreview(
  step: Step,
  deployments: Deployments,
  request: DeploymentRequest,
  { deployment, elapsedMs: spentMs }: { readonly deployment: Deployment; readonly elapsedMs: number },
): Promise<UserError | undefined> {
  const { settings, recorder, console, signal } = step;
  if (settings.preview.check === undefined) return undefined;
  const url = previewCheckAddress(step, deployments, request, deployment);
  if (url === undefined) {
    console.warning(
      `The preview was not checked: preview-check (${settings.preview.check}) names something that it does not have.`,
    );
    return undefined;
  }
  const said = (words: string) => oneLine(console.maskText(words), LONGEST_WORDS);
  recorder.note({ outcome: 'verifying' });
  await step.comment.update();
  const { checkPreview } = await import(
    /* webpackChunkName: "preview-check" */ '../../follow/preview-check.ts'
  );
  const end = await phase(
    step,
    { name: 'Verify preview' },
    () =>
      checkPreview(new URL(url), {
        withinMs: settings.deployTimeoutMs - spentMs,
        pollIntervalMs: settings.pollIntervalMs,
        previewUrl: recorder.result().deployment?.preview?.url,
        signal,
        env: step.env,
        onAnswer: (words) => console.info(`${url}: ${said(words)}`),
      }),
    ({ end: how, afterMs }) =>
      how === 'answered'
        ? `✓ Verify preview: answered in ${duration(afterMs)}`
        : `✗ Verify preview: no success in ${duration(afterMs)}`,
  );
  const { preview } = recorder.result().deployment ?? {};
  if (end.end === 'answered') {
    if (preview) recorder.noteDeployment({ preview: { ...preview, answeredMs: end.afterMs } });
    return undefined;
  }
  // Where previews are agents, the new one has replaced the earlier one by now.
  if (!deployments.inPlace) await noteEarlierPreview(step, deployment);
  return notAnswering(step, `${url} gave ${said(end.words)}`, end.afterMs);
}

function notAnswering({ recorder }: Step, what: string, afterMs: number): UserError {
  const failure = {
    title: 'Preview does not answer',
    message: `The preview is healthy but did not answer with success in ${duration(afterMs)}: ${what}`,
    hint: 'Look at the preview’s own log, or check preview-check and deploy-timeout.',
  };
  recorder.note({ failure });
  return new UserError(failure.message, { hint: failure.hint });
}
