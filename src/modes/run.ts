import type { Build } from '../clouds/cloud.ts';
import { HttpError } from '../errors.ts';
import { buildLine } from '../report/log-lines.ts';
import { takeCached } from './build/cloud-cached.ts';
import { followToEnd } from './build/follow.ts';
import { startHistory } from './build/history.ts';
import { applyVisibility, noteImageFacts } from './build/image-facts.ts';
import { type Built, knownBuild } from './build/known.ts';
import { type Context, packContext } from './build/pack.ts';
import { registerImage } from './build/register.ts';
import { submitYoung } from './build/submit-young.ts';
import { makeVmImage } from './build/vm-image.ts';
import { cancelOnAbort } from './cancel/on-abort.ts';
import { isDeployedTooLate } from './deployment/closed-meanwhile.ts';
import { deploy } from './deployment/deploy.ts';
import { noteEarlierPreview } from './deployment/earlier-preview.ts';
import { withNamedPreview } from './deployment/named-preview.ts';
import { checkSecrets } from './deployment/secrets.ts';
import { deployTargetOf } from './deployment/target.ts';
import { tearDown } from './deployment/teardown.ts';
import { noteUndeployed } from './deployment/undeployed.ts';
import { dryRun } from './dry-run.ts';
import { cacheBuild } from './reuse/cached-builds.ts';
import { startComparison } from './reuse/rebuilt.ts';
import { heldConsole } from './step/held-console.ts';
import { skip } from './step/skip.ts';
import type { Step } from './step/step.ts';

/** Packs, builds and deploys as the event asks for; for a closed pull request deletes its previews instead. */
export async function run(step: Step): Promise<void> {
  const { recorder, settings, trigger } = step;
  if (settings.connection === undefined && !settings.dryRun) return skip(step, 'Nothing was built');
  if (settings.dryRun) return dryRun(step);
  if (trigger.closed) return step.turn('follow', () => tearDown(step));
  const named = await withNamedPreview(step);
  if (await isDeployedTooLate(named)) {
    step.console.info(
      'The pull request is closed: nothing is built or deployed, and its previews are deleted.',
    );
    return step.turn('follow', () => tearDown(named));
  }
  recorder.note({ outcome: 'building' });
  await checkSecrets(named);
  const end = await buildAndDeploy(named);
  if (deployTargetOf(named) === 'none') noteUndeployed(named);
  if (end !== 'removed') recorder.note({ outcome: 'succeeded' });
}

/** The deployment begins when the build has succeeded; its output comes after the end of the build's log. */
async function buildAndDeploy(step: Step): Promise<'deployed' | 'removed' | 'none'> {
  const isDeployed = deployTargetOf(step) !== 'none';
  if (step.settings.build === 'never' || step.settings.sourceImage !== undefined) {
    const built = await existing(step);
    return isDeployed ? step.turn('follow', () => deploy(step, built)) : 'none';
  }
  let succeeded: (build: Built) => void = () => undefined;
  const success = new Promise<Built>((resolve) => {
    succeeded = resolve;
  });
  const building = buildImage(step, succeeded);
  if (!isDeployed) return building.then(() => 'none');
  const built = await Promise.race([success, building]);
  const held = { ...step, console: heldConsole(step.console, building) };
  const deploying = step.turn('follow', () => deploy(held, built));
  const [, end] = await Promise.allSettled([building, deploying]);
  await building;
  if (end.status === 'rejected') throw end.reason;
  return end.value;
}

/** An image to be imported by the cloud, or an image or a build that exists already. */
async function existing(step: Step): Promise<Built> {
  const { image, sourceImage } = step.settings;
  const isRegistered = async () => (await step.cloud()).register !== undefined;
  if (sourceImage !== undefined || (image.reference !== undefined && (await isRegistered())))
    return step.turn('follow', async () => withFacts(step, await registerImage(step)));
  const known = await knownBuild(step);
  await applyVisibility(step);
  return known;
}

/** Adds to the finished build: its VM image, its size. */
async function withFacts(step: Step, build: Build): Promise<Build> {
  if (step.settings.vmImage) await makeVmImage(step, build);
  await noteImageFacts(step, build);
  return build;
}

async function buildImage(step: Step, onSuccess: (build: Built) => void): Promise<Built> {
  const context = await step.turn('pack', () => packContext(step));
  if ('reused' in context) {
    step.console.info(buildLine(step.recorder.result().build ?? { steps: [] }));
    return withFacts(step, context.reused);
  }
  const { whyBuilt } = step.recorder.result().build ?? {};
  if (whyBuilt !== undefined) step.console.info(`Built, not reused: ${whyBuilt}.`);
  return step.turn('follow', () => buildContext(step, context, onSuccess));
}

async function buildContext(step: Step, context: Context, onSuccess: (build: Built) => void): Promise<Built> {
  const history = startHistory(step, context.identity);
  const rebuilt = startComparison(step, context, context.entries);
  try {
    const submitted = await step.turn('upload', () => submitYoung(step, context));
    if (submitted.cached) return takeCached(step, submitted);
    // A VM image is made of the build first.
    const early = step.settings.vmImage ? undefined : onSuccess;
    step.background(cacheBuild(step, context, submitted));
    rebuilt.keep(submitted);
    rebuilt.report();
    return await withFacts(step, await followToEnd(step, submitted, history, early));
  } catch (thrown) {
    if (step.signal.aborted) await cancelOnAbort(step);
    else if (!isOutOfReach(thrown)) await noteEarlierPreview(step);
    throw thrown;
  } finally {
    // The comparison may become known only while the build runs.
    rebuilt.report();
  }
}

/** A cloud that accepts no connection or no key would not say what still runs there either. */
function isOutOfReach(thrown: unknown): boolean {
  return thrown instanceof HttpError && [0, 401, 403].includes(thrown.status);
}
