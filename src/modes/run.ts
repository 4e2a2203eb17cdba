import type { Build } from '../clouds/cloud.ts';
import { HttpError } from '../errors.ts';
import { buildLine } from '../report/log-lines.ts';
import { cacheBuild } from './build/cached-builds.ts';
import { takeCached } from './build/cloud-cached.ts';
import { followToEnd } from './build/follow.ts';
import { startHistory } from './build/history.ts';
import { type Built, knownBuild } from './build/known.ts';
import { type Context, packContext } from './build/pack.ts';
import { buildRequest, submitBuild } from './build/submit.ts';
import { makeVmImage } from './build/vm-image.ts';
import { cancelOnAbort } from './cancel/on-abort.ts';
import { deploy } from './deployment/deploy.ts';
import { noteEarlierPreview } from './deployment/earlier-preview.ts';
import { withNamedPreview } from './deployment/named-preview.ts';
import { deployTargetOf } from './deployment/target.ts';
import { tearDown } from './deployment/teardown.ts';
import { dryRun } from './dry-run.ts';
import { skip } from './step/skip.ts';
import type { Step } from './step/step.ts';

/** Packs, builds and deploys what the event asks for; a closed pull request is torn down instead. */
export async function run(step: Step): Promise<void> {
  const { recorder, settings, trigger } = step;
  if (settings.connection === undefined && !settings.dryRun) return skip(step, 'Nothing was built');
  if (settings.dryRun) return dryRun(step);
  if (trigger.closed) return step.turn('follow', () => tearDown(step));
  const named = await withNamedPreview(step);
  recorder.note({ outcome: 'building' });
  const built = settings.build === 'never' ? await knownBuild(named) : await buildImage(named);
  if (deployTargetOf(named) !== 'none') await step.turn('follow', () => deploy(named, built));
  recorder.note({ outcome: 'succeeded' });
}

async function buildImage(step: Step): Promise<Built> {
  const context = await step.turn('pack', () => packContext(step));
  if ('reused' in context) {
    step.console.info(buildLine(step.recorder.result().build ?? { steps: [] }));
    return alsoAsVm(step, context.reused);
  }
  return step.turn('follow', () => buildContext(step, context));
}

async function buildContext(step: Step, context: Context): Promise<Built> {
  const history = startHistory(step, context.identity);
  try {
    const submitted = await step.turn('upload', () => submitBuild(step, buildRequest(step, context)));
    if (submitted.cached) return takeCached(step, submitted);
    step.background(cacheBuild(step, context, submitted));
    return await alsoAsVm(step, await followToEnd(step, submitted, history));
  } catch (thrown) {
    if (step.signal.aborted) await cancelOnAbort(step);
    else if (!isOutOfReach(thrown)) await noteEarlierPreview(step);
    throw thrown;
  }
}

/** A cloud that took no connection or no key would not tell what still runs there either. */
function isOutOfReach(thrown: unknown): boolean {
  return thrown instanceof HttpError && [0, 401, 403].includes(thrown.status);
}

async function alsoAsVm(step: Step, build: Build): Promise<Build> {
  if (step.settings.vmImage) await makeVmImage(step, build);
  return build;
}
