import type { Build } from '../../clouds/cloud.ts';
import { ignoreLineFor } from '../../context/listing/listing.ts';
import { messageOf } from '../../errors.ts';
import { type BuildCache, openBuildCache } from '../../host/cache/cache.ts';
import { alwaysLine, rebuiltLine } from '../../report/rebuilt.ts';
import type { RebuiltFacts } from '../../report/result.ts';
import type { BuildInputs } from '../build/inputs.ts';
import type { Step } from '../step/step.ts';
import { sign } from './cache-signature.ts';
import { alwaysChanged, changedPaths, changesBetween } from './entry-changes.ts';
import { type Entries, type EntryList, openList, sealList } from './entry-list.ts';

/** To be changed with the meaning of the lists. */
const VERSION = 'cloud-build-list-1';
/** Rows of the summary. */
const MOST_SHOWN = 50;

/** Why a context is built although an earlier one was. Found out in the background, and reported once. */
type Rebuilt = {
  /** Reports it, if it is known by now and was not reported before. */
  readonly report: () => void;
  /** Waits until it is known or cannot be, some seconds at the most. */
  readonly settled: () => Promise<void>;
  /** Saves the list of this build for later runs, after the result is published. */
  readonly keep: (build: Build) => void;
};

const NO_REPORT: Rebuilt = { report: () => undefined, settled: async () => undefined, keep: () => undefined };

/** Whether collecting the entries of a context is of any use. */
export function canCompare({ env, settings }: Pick<Step, 'env' | 'settings'>): boolean {
  return Boolean(env.ACTIONS_CACHE_URL || env.ACTIONS_RESULTS_URL) && settings.connection !== undefined;
}

/**
 * Looks for the list of the last build of this branch, else of the default branch, and compares. Where there is no cache,
 * no key, no list, or a context of too many entries, nothing is said.
 */
export function startComparison(step: Step, inputs: BuildInputs, entries: Entries | undefined): Rebuilt {
  const cache = canCompare(step) && entries !== undefined ? cacheOf(step, step.console.debug) : undefined;
  if (cache === undefined || entries === undefined) return NO_REPORT;
  let last: EntryList | undefined;
  let facts: RebuiltFacts | undefined;
  let reported = false;
  const asked = lastList(step, inputs, cache)
    .then((list) => {
      last = list;
      facts = list && factsOf(step, inputs, entries, list);
    })
    .catch((thrown: unknown) =>
      step.console.debug(`The last build's entries are unknown: ${messageOf(thrown)}`),
    );
  return {
    settled: () => asked,
    report: () => {
      if (reported || facts === undefined) return;
      reported = true;
      reportFacts(step, facts);
    },
    keep: (build) =>
      step.afterResult(async (debug) => {
        await asked;
        const list = { ...describe(step, inputs, build), entries, earlier: earlierOf(entries, last) };
        const seal = sealFor(step, inputs, list.branch);
        await cacheOf(step, debug)?.write(`${prefixOf(seal.scope)}${hex(build.id)}`, sealList(list, seal));
      }),
  };
}

function cacheOf({ env, signal }: Step, debug: (line: string) => void): BuildCache | undefined {
  return openBuildCache(env, { debug, signal });
}

async function lastList(step: Step, inputs: BuildInputs, cache: BuildCache): Promise<EntryList | undefined> {
  const branches = [...new Set([branchOf(step, inputs), step.trigger.defaultBranch ?? ''])];
  const seals = branches.filter((branch) => branch !== '').map((branch) => sealFor(step, inputs, branch));
  if (seals.length === 0) return undefined;
  const content = await cache.read(seals.map(({ scope }) => prefixOf(scope)));
  if (content === undefined) return undefined;
  for (const seal of seals) {
    const list = openList(content, seal);
    if (list) return list;
  }
  step.console.debug(
    'The list of entries in the cache was not written with this key, and counts for nothing.',
  );
  return undefined;
}

function factsOf(step: Step, inputs: BuildInputs, entries: Entries, last: EntryList): RebuiltFacts {
  const changes = changesBetween(last.entries, entries);
  const always = alwaysChanged(changes, last).map((path) => ({ path, ignoreLine: ignoreLineFor(path) }));
  return {
    buildId: last.buildId,
    ...(last.branch === branchOf(step, inputs) ? {} : { branch: last.branch }),
    changes: changes.slice(0, MOST_SHOWN),
    total: changes.length,
    ...(changes.length > 0 ? {} : { why: whyAllTheSame(step, inputs, last) }),
    always,
  };
}

/** Why a context is built again although no entry differs. */
function whyAllTheSame(step: Step, inputs: BuildInputs, last: EntryList): string {
  if (step.settings.build === 'always') return 'build is always';
  if (last.status !== 'success') return `that build did not succeed (${last.status})`;
  if (last.inputs !== inputsOf(step, inputs))
    return 'other inputs of the build do, as its name, platform or build-args';
  if (Date.now() - Date.parse(last.at) > step.settings.reuseWithinMs) return 'it is older than reuse-within';
  return 'the cloud no longer offers it';
}

function reportFacts({ console, recorder }: Step, facts: RebuiltFacts): void {
  recorder.note({ rebuilt: facts });
  console.info(rebuiltLine(facts));
  const line = alwaysLine(facts);
  if (line !== undefined) console.notice(line);
}

function describe(step: Step, inputs: BuildInputs, build: Build): Omit<EntryList, 'entries' | 'earlier'> {
  return {
    buildId: build.id,
    branch: branchOf(step, inputs),
    at: new Date().toISOString(),
    status: step.recorder.result().build?.status ?? 'unknown',
    inputs: inputsOf(step, inputs),
  };
}

/** What differed in the builds up to this one, for the next build. */
function earlierOf(entries: Entries, last: EntryList | undefined): EntryList['earlier'] {
  return last === undefined ? [] : [changedPaths(changesBetween(last.entries, entries)), ...last.earlier];
}

/** The event's; of a fork the name that its builds carry, as it may call its branch like one of ours. */
function branchOf({ trigger }: Step, { identity }: BuildInputs): string {
  const { ref } = identity.source;
  return (trigger.pullRequest?.fork ? ref : (trigger.ref ?? ref)) ?? '';
}

function sealFor(step: Step, { identity }: BuildInputs, branch: string) {
  const secret = step.settings.connection?.apiKey ?? '';
  return { secret, scope: sign(step, ['list', identity.target, identity.imageName, branch]) };
}

function inputsOf(step: Step, { tree }: BuildInputs): string {
  const { platform, region, buildArgs } = step.settings;
  const args = Object.entries(buildArgs).sort(([a], [b]) => (a < b ? -1 : 1));
  return sign(step, ['inputs', platform, region, args, tree.dockerfile]);
}

function prefixOf(scope: string): string {
  return `${VERSION}-${scope}-`;
}

/** Gitea's cache converts keys to lower case. */
function hex(id: string): string {
  return Buffer.from(id).toString('hex').slice(0, 200);
}
