import { enrichTrigger } from '../step/pull-request.ts';
import type { Step } from '../step/step.ts';
import { previewLabel } from './previews.ts';
import { deployTargetOf } from './target.ts';

/**
 * The step with what names its preview. The event of a push or of a fork's workflow run does not tell its pull
 * request: the forge is asked, before anything is built for a preview that could have no name.
 * @throws {UserError} where neither an input nor the event nor the forge names the preview
 */
export async function withNamedPreview(step: Step): Promise<Step> {
  const { settings, trigger } = step;
  const isNamed =
    settings.preview.label !== undefined ||
    settings.pullRequest !== undefined ||
    trigger.pullRequest !== undefined;
  if (isNamed || deployTargetOf(step) !== 'preview') return step;
  const forge = await step.forge().catch(() => undefined);
  const known = { ...step, trigger: await enrichTrigger(step, forge, step.signal) };
  previewLabel(known);
  return known;
}
