import type { Build } from '../../clouds/cloud.ts';
import { type BuildInputs, declaresItsTree } from '../build/inputs.ts';
import { ownAddresses } from '../deployment/ownership.ts';
import { deployTargetOf } from '../deployment/target.ts';
import type { Step } from '../step/step.ts';
import type { CachedBuilds } from './cached-builds.ts';

/** Which of the builds that the cloud lists for the same inputs may be reused. */
type BuildTrust = {
  readonly admits: (build: Build) => Promise<boolean>;
  /** Why a refused build was not used; `undefined` where none was refused. Completes "Built, not reused: …". */
  readonly refusal: () => string | undefined;
};

/**
 * A cloud does not check the tree hash that it gets. So a pull request's job could use the key to prepare a build
 * with the hash of what `main` will deploy. Therefore `deploy: production` reuses only a build from this repository's
 * own cache, whose entries are signed with this API key, or one made from the branch that is deployed. A record does not
 * say whether its name is a branch's or a tag's, so for a tag only the cache counts.
 */
export function openTrust(
  step: Step,
  { identity }: BuildInputs,
  remembered: CachedBuilds | undefined,
): BuildTrust {
  const isProduction = deployTargetOf(step) === 'production' && declaresItsTree(step);
  const ours = ownAddresses(step).map((address) => address.toLowerCase());
  const { branch } = identity;
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
      const not =
        branch === undefined ? 'which may be a branch or a tag' : `not ${branch} of this repository`;
      return `for production, build ${newest.id} has the same context, but was made ${from}, ${not}, and its cache does not know it`;
    },
  };
}
