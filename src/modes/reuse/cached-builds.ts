import type { Build } from '../../clouds/cloud.ts';
import { messageOf } from '../../errors.ts';
import { type BuildCache, openBuildCache } from '../../host/cache/cache.ts';
import { type BuildInputs, declaresItsTree, needsCache, shapedByInputs } from '../build/inputs.ts';
import type { Step } from '../step/step.ts';
import { sign } from './cache-signature.ts';

/** To be changed with the meaning of the keys. */
const VERSION = 'cloud-build-2';
/** The limit of known servers (`@actions/cache`, checkKey). */
const LONGEST_KEY = 512;

/**
 * What the cloud's records do not say of a build, as keys in the runner's cache. They are signed with the cloud's
 * key. Without it (as in a pull request of a fork, where the platform shares its cache) nobody can guess the build
 * arguments from a key or write a valid one.
 */
export type CachedBuilds = {
  /** The id of the newest build of exactly these inputs. */
  readonly find: () => Promise<string | undefined>;
  /** Whether this build is known to have been made with build arguments or for a platform. */
  readonly isShapedByInputs: (build: Build) => Promise<boolean>;
};

/** @returns `undefined` where the runner offers no cache. */
export function openCachedBuilds(step: Step, inputs: BuildInputs): CachedBuilds | undefined {
  const cache = cacheOf(step);
  if (cache === undefined) return undefined;
  const prefix = prefixOf(step, inputs);
  return {
    find: async () => {
      const key = await cache.find(prefix);
      const id = key === undefined ? undefined : idOf(key, prefix);
      return id !== undefined && key === keyOf(step, prefix, id) ? id : undefined;
    },
    isShapedByInputs: async (build) => {
      const key = shapedKey(step, build);
      return (await cache.find(key)) === key;
    },
  };
}

/**
 * Saves a build that the cloud's records alone would not find again, or would confuse with another. Called as soon as
 * it is submitted; whether it succeeded is checked when it is found again, so the end of the run has not to wait.
 */
export async function cacheBuild(step: Step, inputs: BuildInputs, build: Build): Promise<void> {
  try {
    const keys = keysOf(step, inputs, build);
    if (keys.length > 0) await cacheOf(step)?.save(keys);
  } catch (thrown) {
    step.console.debug(`Build ${build.id} could not be remembered: ${messageOf(thrown)}`);
  }
}

function keysOf(step: Step, inputs: BuildInputs, build: Build): readonly string[] {
  const own = isRemembered(step, inputs) ? [keyOf(step, prefixOf(step, inputs), build.id)] : [];
  const apart = shapedByInputs(step) ? [shapedKey(step, build)] : [];
  return [...own, ...apart].filter((key) => key.length <= LONGEST_KEY);
}

/** Whether the cloud's record alone is not enough to find it again, or to deploy it to production (docs/use/reuse.md). */
function isRemembered(step: Step, { tree }: BuildInputs): boolean {
  return needsCache(step, tree) || (step.settings.deploy !== 'none' && declaresItsTree(step));
}

function cacheOf({ env, console, signal }: Step): BuildCache | undefined {
  return openBuildCache(env, { debug: console.debug, signal });
}

function prefixOf(step: Step, { identity, hash, tree }: BuildInputs): string {
  const { settings } = step;
  const all = [
    settings.region,
    identity.target,
    identity.imageName,
    settings.platform,
    Object.entries(settings.buildArgs).sort(([a], [b]) => (a < b ? -1 : 1)),
    tree.dockerfile,
    hash,
  ];
  return `${VERSION}-${sign(step, ['inputs', ...all])}-`;
}

/** The id in hexadecimal digits, since Gitea's cache converts keys to lower case. */
function keyOf(step: Step, prefix: string, id: string): string {
  return `${prefix}${Buffer.from(id).toString('hex')}-${sign(step, ['build', prefix, id])}`;
}

function idOf(key: string, prefix: string): string | undefined {
  const hex = /^((?:[0-9a-f]{2})+)-/.exec(key.slice(prefix.length))?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').toString();
}

function shapedKey(step: Step, { id }: Build): string {
  return `${VERSION}-${sign(step, ['apart', id])}`;
}
