import type { BuildRequest } from '../clouds/cloud.ts';
import type { DryRunRequest } from '../clouds/dry-run-request.ts';
import { openDryRuns } from '../clouds/index.ts';
import { CLOUD_TRAITS } from '../clouds/traits.ts';
import type { Entry, Tree } from '../context/entry.ts';
import { largestFiles } from '../context/listing/listing.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { count, size } from '../report/units.ts';
import { identify } from './build/identity.ts';
import type { Built, ImageOnly } from './build/known.ts';
import { packContext } from './build/pack.ts';
import { imageRequest } from './build/register.ts';
import { buildRequest } from './build/submit.ts';
import { isTooLateByEvent } from './deployment/closed-meanwhile.ts';
import { previewLabel } from './deployment/previews.ts';
import { agentOf, deploymentRequest } from './deployment/request.ts';
import { deployTargetOf } from './deployment/target.ts';
import { startComparison } from './reuse/rebuilt.ts';
import type { Step } from './step/step.ts';

const LARGEST = 10;
const NEW_BUILD = { id: 'the new build’s' };

/** Packs and prints what would be sent, and sends nothing (docs/interface.md, `dry-run`). */
export async function dryRun(step: Step): Promise<void> {
  const { console, recorder } = step;
  recorder.note({ outcome: 'dry-run' });
  const { deploys, title } = CLOUD_TRAITS[step.settings.cloud];
  if (step.trigger.closed) {
    if (!deploys) return console.info(`Dry run: ${title} deploys nothing, so there is nothing to delete.`);
    console.info(`Dry run: the previews labelled ${notedLabel(step)} would be deleted.`);
    return;
  }
  if (isTooLateByEvent(step)) {
    const label = notedLabel(step);
    console.info(
      `Dry run: the pull request is closed, so nothing would be built or deployed, and the previews labelled ${label} would be deleted.`,
    );
    return;
  }
  if (await withoutContext(step)) return;
  const context = await packContext(step);
  if ('reused' in context) return;
  const request = buildRequest(step, context);
  recorder.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
  console.group('What would be sent');
  await console.buildLines(contentLines(context.tree));
  await console.buildLines(await requestLines(step, request));
  console.endGroup();
  const rebuilt = startComparison(step, context, context.entries);
  await rebuilt.settled();
  rebuilt.report();
  if (CLOUD_TRAITS[step.settings.cloud].contextHash === 'archive-md5' && !step.settings.connection)
    console.info('The context hash is made with api-key: without one it is not the one of a run.');
  console.info('Dry run: nothing was sent.');
}

function* contentLines(tree: Tree): Generator<string> {
  yield `${count(tree.files, 'file')}, ${size(tree.bytes)}; Dockerfile: ${tree.dockerfile}`;
  yield 'The largest:';
  for (const file of largestFiles(tree.entries, LARGEST))
    yield `  ${size(file.size).padStart(10)}  ${file.path}`;
  yield 'Entries:';
  for (const entry of tree.entries) yield `  ${entryWords(entry)}`;
}

function entryWords(entry: Entry): string {
  if (entry.kind === 'folder') return `${entry.path}/`;
  return entry.kind === 'link' ? `${entry.path} -> ${entry.target}` : entry.path;
}

/** Where nothing is built, because an image is imported or an existing one is deployed: nothing is packed. */
async function withoutContext(step: Step): Promise<boolean> {
  const { build, sourceImage } = step.settings;
  if (build !== 'never' && sourceImage === undefined) return false;
  const { requests, afterwards = [], deployed } = (await registration(step)) ?? (await knownImage(step));
  step.console.group('What would be sent');
  step.console.info('No context: nothing is built.');
  const deployment = await deploymentLines(step, deployed);
  const lines = ['Requests:', ...requests.flatMap(linesOf), ...afterwards, ...deployment];
  for (const line of lines) step.console.info(line);
  step.console.endGroup();
  step.console.info('Dry run: nothing was sent.');
  return true;
}

type WithoutContext = {
  readonly requests: readonly DryRunRequest[];
  readonly afterwards?: readonly string[];
  readonly deployed: Built;
};

/** Of an image that the cloud imports; absent where it imports none. */
async function registration(step: Step): Promise<WithoutContext | undefined> {
  const { register } = await openDryRuns(step.settings.cloud);
  const image = register && (await imageRequest(step));
  if (register === undefined || image === undefined) return undefined;
  const { imageName, imageTag } = image.request;
  step.recorder.noteBuild({ imageName, imageTag });
  return { requests: register(image.request), deployed: NEW_BUILD, afterwards: vmImageLines(step) };
}

/** An image or a build that the cloud has. */
async function knownImage(step: Step): Promise<WithoutContext> {
  const { buildId, cloud, visibility } = step.settings;
  const { reference, name, tag } = step.settings.image;
  const { setVisibility } = await openDryRuns(cloud);
  const changed = (image: ImageOnly) =>
    visibility === undefined ? [] : (setVisibility?.(image, visibility) ?? []);
  if (buildId !== undefined)
    return {
      requests: changed({ imageName: 'the build’s', imageTag: 'the build’s' }),
      deployed: { id: buildId },
    };
  if (reference !== undefined) {
    step.recorder.noteBuild(omitUndefined({ imageName: name, imageTag: tag }));
    return { requests: [], deployed: { image: reference } };
  }
  const { imageName, imageTag } = await identify(step, async () => 'latest');
  step.recorder.noteBuild({ imageName, imageTag });
  return { requests: changed({ imageName, imageTag }), deployed: { imageName, imageTag } };
}

/** The label of the previews, which becomes an output. */
function notedLabel(step: Step): string {
  const label = previewLabel(step);
  step.recorder.noteDeployment({ preview: { label } });
  return label;
}

async function requestLines(step: Step, request: BuildRequest): Promise<readonly string[]> {
  const requests = (await openDryRuns(step.settings.cloud)).submit(request);
  return [
    'Requests:',
    ...requests.flatMap(linesOf),
    ...vmImageLines(step),
    ...(await deploymentLines(step, NEW_BUILD)),
  ];
}

function vmImageLines({ settings }: Step): readonly string[] {
  return settings.vmImage
    ? ['Then a VM image of it would be made, unless the server makes VM images alone.']
    : [];
}

async function deploymentLines(step: Step, built: Built): Promise<readonly string[]> {
  const { cloud } = step.settings;
  const kind = deployTargetOf(step);
  if (kind === 'none') return [];
  const { named, what } = kind === 'preview' ? previewWords(step) : { named: step, what: 'production' };
  const deployment = deploymentRequest(named, kind, agentOf(step, built), built);
  const requests = (await openDryRuns(cloud)).deploy?.(deployment) ?? [];
  return [`Then ${what} would be deployed.`, ...requests.flatMap(linesOf)];
}

/** On an event without a number, such as a push, a run asks the forge for its pull request; a dry run asks nobody. */
function previewWords(step: Step): { readonly named: Step; readonly what: string } {
  const { settings, trigger } = step;
  const { preview, pullRequest = trigger.pullRequest?.number } = settings;
  if (preview.label !== undefined || pullRequest !== undefined)
    return { named: step, what: `a preview labelled ${notedLabel(step)}` };
  const label = 'pr-number';
  const what = `a preview labelled ${label}, with the number of the pull request that the forge finds for this ${trigger.event},`;
  return { named: { ...step, settings: { ...settings, preview: { ...preview, label } } }, what };
}

function linesOf({ method, path, fields }: DryRunRequest): readonly string[] {
  const members = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`);
  return [`${method} ${path}`, ...members];
}
