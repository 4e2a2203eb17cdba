import type { Build } from '../../clouds/cloud.ts';
import { ownAddresses } from '../deployment/ownership.ts';
import { deployTargetOf } from '../deployment/target.ts';
import type { Step } from '../step/step.ts';
import type { CachedBuilds } from './cached-builds.ts';
import { type BuildInputs, declaresItsTree } from './inputs.ts';

/** Which of the builds that the cloud lists for the same inputs may be used again. */
export type BuildTrust = {
  readonly admits: (build: Build) => Promise<boolean>;
  /** Why none of those that were refused was used; `undefined` where none was. Completes "Built, not reused: …". */
  readonly refusal: () => string | undefined;
};

/**
 * A cloud that is told a tree's hash believes it: the key of a pull request's job could prepare a build under the
 * hash of what `main` will deploy. So `deploy: production` uses only a build that this repository's own cache knows,
 * under keys made with this API key, or that was made from the branch that is deployed.
 */
export function openTrust(
  step: Step,
  { identity }: BuildInputs,
  remembered: CachedBuilds | undefined,
): BuildTrust {
  const isProduction = deployTargetOf(step) === 'production' && declaresItsTree(step);
  const ours = ownAddresses(step).map((address) => address.toLowerCase());
  const branch = identity.source.ref;
  const refused: Build[] = [];
  let known: Promise<string | undefined> | undefined;
  return {
    admits: async (build) => {
      const { id, sourceRepo = '', sourceRef } = build;
      if (!isProduction) return true;
      if (branch !== undefined && sourceRef === branch && ours.includes(sourceRepo.toLowerCase()))
        return true;
      known ??= Promise.resolve(remembered?.find());
      if ((await known) === id) return true;
      refused.push(build);
      return false;
    },
    refusal: () => {
      const [newest] = refused;
      if (newest === undefined) return undefined;
      const from =
        newest.sourceRef === undefined ? 'from no branch that its record names' : `from ${newest.sourceRef}`;
      return `for production, build ${newest.id} has the same context, but was made ${from}, not ${branch ?? 'a branch'} of this repository, and its cache does not know it`;
    },
  };
}
