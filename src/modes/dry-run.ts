import type { BuildRequest } from '../clouds/cloud.ts';
import type { DryRunRequest } from '../clouds/dry-run-request.ts';
import { openDryRuns } from '../clouds/index.ts';
import { CLOUD_TRAITS } from '../clouds/traits.ts';
import type { Entry, Tree } from '../context/entry.ts';
import { largestFiles } from '../context/listing/listing.ts';
import { count, size } from '../report/units.ts';
import type { Built } from './build/known.ts';
import { packContext } from './build/pack.ts';
import { startComparison } from './build/rebuilt.ts';
import { imageRequest } from './build/register.ts';
import { buildRequest } from './build/submit.ts';
import { isTooLateByEvent } from './deployment/closed-meanwhile.ts';
import { previewLabel } from './deployment/previews.ts';
import { agentOf, deploymentRequest } from './deployment/request.ts';
import { deployTargetOf } from './deployment/target.ts';
import type { Step } from './step/step.ts';

const LARGEST = 10;
const NEW_BUILD = { id: 'the new build’s' };

/** Packs and prints what would be sent, and sends nothing (docs/interface.md, `dry-run`). */
export async function dryRun(step: Step): Promise<void> {
  const { console, recorder } = step;
  recorder.note({ outcome: 'dry-run' });
  if (step.trigger.closed) {
    console.info(`Dry run: the previews labelled ${previewLabel(step)} would be deleted.`);
    return;
  }
  if (isTooLateByEvent(step)) {
    const label = previewLabel(step);
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
  const { build, buildId, cloud, sourceImage } = step.settings;
  if (build !== 'never' && sourceImage === undefined) return false;
  const image = await imageRequest(step);
  const requests = image ? ((await openDryRuns(cloud)).register?.(image.request) ?? []) : [];
  const known = buildId === undefined ? imageOnly(step) : { id: buildId };
  const deployed = requests.length > 0 ? NEW_BUILD : known;
  step.console.group('What would be sent');
  step.console.info('No context: nothing is built.');
  const lines = ['Requests:', ...requests.flatMap(linesOf), ...(await deploymentLines(step, deployed))];
  for (const line of lines) step.console.info(line);
  step.console.endGroup();
  step.console.info('Dry run: nothing was sent.');
  return true;
}

function imageOnly({ settings }: Step): Built {
  const { reference, name = '', tag = '' } = settings.image;
  return reference === undefined ? { imageName: name, imageTag: tag } : { image: reference };
}

async function requestLines(step: Step, request: BuildRequest): Promise<readonly string[]> {
  const requests = (await openDryRuns(step.settings.cloud)).submit(request);
  return ['Requests:', ...requests.flatMap(linesOf), ...(await deploymentLines(step, NEW_BUILD))];
}

async function deploymentLines(step: Step, built: Built): Promise<readonly string[]> {
  const { cloud } = step.settings;
  const kind = deployTargetOf(step);
  if (kind === 'none') return [];
  const what = kind === 'preview' ? `a preview labelled ${previewLabel(step)}` : 'production';
  const deployment = deploymentRequest(step, kind, agentOf(step, built), built);
  const requests = (await openDryRuns(cloud)).deploy?.(deployment) ?? [];
  return [`Then ${what} would be deployed.`, ...requests.flatMap(linesOf)];
}

function linesOf({ method, path, fields }: DryRunRequest): readonly string[] {
  const members = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`);
  return [`${method} ${path}`, ...members];
}
