import { readFile } from 'node:fs/promises';
import type { Build } from '../../clouds/cloud.ts';
import { resolveDockerfile } from '../../context/listing/listing.ts';
import type { BuildEnd } from '../../follow/build.ts';
import type { StepReader } from '../../follow/steps/steps.ts';
import { locateInstruction } from '../../follow/steps/steps.ts';
import { pathInRepository } from '../../git/repository.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import type { BuildFacts } from '../../report/result.ts';
import { OUTPUT_STATUS } from '../cancel/running.ts';
import { masked } from '../step/masked.ts';
import type { Step } from '../step/step.ts';
import { missingSourceCause } from './missing-source.ts';

/** What the end of a build adds to the result; a failing step only where the build did not succeed. */
export async function factsOf(step: Step, end: BuildEnd, steps: StepReader): Promise<Partial<BuildFacts>> {
  const { build } = end;
  const status =
    end.end === 'timed-out' && build.status !== 'succeeded' ? 'timed_out' : OUTPUT_STATUS[build.status];
  // The log of a cancelled build does not say why it ended.
  const isExplained = status !== 'success' && status !== 'cancelled';
  const failing = isExplained ? await placeOf(step, steps) : undefined;
  return {
    id: build.id,
    status: status ?? 'error',
    seconds: secondsOf(build) ?? end.elapsedMs / 1000,
    ...(step.recorder.result().build?.logFile === undefined ? {} : { logLines: end.log.delivered }),
    ...imageOf(build, step.recorder.result().build),
    // Texts of the cloud and the builder are cut in many places: half a secret would not be found any more.
    ...masked(
      {
        steps: steps.steps(),
        ...artifactsOf(build),
        ...(failing !== undefined ? { failing } : isExplained ? logOf(steps) : {}),
      },
      step.console.maskText,
    ),
  };
}

/** Only artifacts with an error of their own. */
function artifactsOf({ artifacts = [] }: Build): Pick<BuildFacts, 'artifacts'> {
  const faulty = artifacts.filter(({ error }) => error !== undefined);
  if (faulty.length === 0) return {};
  return { artifacts: faulty.map(({ kind, rawStatus, error = '' }) => ({ kind, status: rawStatus, error })) };
}

/** From the cloud's own times, where it has them: queueing and our polling are not part of the build. */
export function secondsOf(build: Build): number | undefined {
  if (build.startedAt === undefined || build.endedAt === undefined) return undefined;
  const ms = Date.parse(build.endedAt) - Date.parse(build.startedAt);
  return ms >= 0 ? ms / 1000 : undefined;
}

/** `image_url` may be missing even after the end: then name:tag, marked as partial (sgp.openapi.yaml, getBuild). */
export function imageOf(
  build: Build,
  known: Pick<BuildFacts, 'imageName' | 'imageTag'> | undefined,
): Partial<BuildFacts> {
  const imageName = build.imageName ?? known?.imageName;
  const imageTag = build.imageTag ?? known?.imageTag;
  const names = { ...(imageName && { imageName }), ...(imageTag && { imageTag }) };
  if (build.status !== 'succeeded') return names;
  const { image, imageBytes, contextBytes, displayRef } = build;
  const noted = { ...names, ...omitUndefined<Partial<BuildFacts>>({ imageBytes, contextBytes, displayRef }) };
  const reference = image ?? displayRef;
  if (reference !== undefined) return { ...noted, image: { reference, partial: false } };
  return imageName && imageTag
    ? { ...noted, image: { reference: `${imageName}:${imageTag}`, partial: true } }
    : noted;
}

/** Where no failing step is known, the end of the log has to show why. */
function logOf(steps: StepReader): Pick<BuildFacts, 'log'> {
  const log = steps.excerpt();
  return log.lines.length === 0 ? {} : { log };
}

/** The failing step, with the line of its instruction in the author's own Dockerfile where that can be found. */
async function placeOf(step: Step, steps: StepReader): Promise<BuildFacts['failing']> {
  const found = steps.failing();
  if (!found) return undefined;
  const { clue: _clue, ...failing } = found;
  const { dockerfile, root, workspace } = step.settings.context;
  const cause = await missingSourceCause(step, failing);
  const known = cause === undefined ? failing : { ...failing, cause };
  try {
    const path = resolveDockerfile(root, dockerfile);
    const line = locateInstruction(await readFile(path, 'utf8'), found);
    const file = pathInRepository(workspace, path);
    return line === undefined ? known : { ...known, place: { file, line } };
  } catch {
    // The Dockerfile was there when it was packed; without it the failure is reported all the same.
    return known;
  }
}
