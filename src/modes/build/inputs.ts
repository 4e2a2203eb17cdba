import { readFileSync } from 'node:fs';
import { CLOUD_TRAITS } from '../../clouds/traits.ts';
import type { Tree } from '../../context/entry.ts';
import type { Step } from '../step/step.ts';
import type { Identity } from './identity.ts';

/** Everything that decides what an image becomes; two builds of equal inputs are one (docs/interface.md, `build`). */
export type BuildInputs = { readonly tree: Tree; readonly identity: Identity; readonly hash: string };

/** An argument that every builder sets from the platform, with or without a default. */
const OF_THE_PLATFORM = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)(?:=|$)/;

/** Whether this build depends on inputs that are not in a build's record. */
export function shapedByInputs({ settings }: Step): boolean {
  const { platforms } = CLOUD_TRAITS[settings.cloud];
  return (
    Object.keys(settings.buildArgs).length > 0 || (settings.platform !== undefined && platforms.length > 1)
  );
}

/**
 * Whether the cloud's records cannot distinguish a build of the same inputs from another one. A Dockerfile that takes
 * arguments may have been built with some before, of which its record says nothing: a workflow from which
 * `build-args` were removed must not get the image that was made with them.
 */
export function needsCache(step: Step, tree: Tree): boolean {
  const traits = CLOUD_TRAITS[step.settings.cloud];
  if (traits.findsBuildsBy === 'nothing' || shapedByInputs(step)) return true;
  return traits.inputs.has('build-args') && takesArguments(tree);
}

/** Why `needsCache`, as the beginning of a sentence: "… and the runner keeps no cache". */
export function whyCacheIsNeeded(step: Step, tree: Tree): string {
  const { title, findsBuildsBy } = CLOUD_TRAITS[step.settings.cloud];
  if (findsBuildsBy === 'nothing')
    return `the records of ${title} do not say of which files a build was made`;
  if (Object.keys(step.settings.buildArgs).length > 0) return 'it has build-args';
  return shapedByInputs(step) || !takesArguments(tree) ? 'it has a platform' : 'its Dockerfile has an ARG';
}

/**
 * Whether the cloud takes a build's tree hash from the submitter without checking it: anyone with a key of the
 * account can send any hash.
 */
export function declaresItsTree({ settings }: Step): boolean {
  return CLOUD_TRAITS[settings.cloud].findsBuildsBy === 'tree-hash';
}

/**
 * Lines are matched without parsing: a here-document with such a line only causes an extra build, never a wrong
 * image.
 */
function takesArguments({ dockerfile, entries }: Tree): boolean {
  for (const { path, source } of entries) {
    if (path !== dockerfile) continue;
    // Space here is also the byte order mark that some editors write first, which builders skip.
    const declared = [...readFileSync(source, 'utf8').matchAll(/^[^\S\n]*ARG[^\S\n]+(.*)/gim)];
    // One instruction may declare several, also on lines that follow a backslash.
    const words = declared.flatMap(([, names = '']) => names.trim().split(/\s+/));
    return words.some((word) => !OF_THE_PLATFORM.test(word));
  }
  return true;
}
