import type { Build } from '../clouds/cloud.ts';
import { hashTree } from '../context/hash.ts';
import { followToEnd } from './follow-build.ts';
import { identify } from './identity.ts';
import { listContext, packContext } from './pack.ts';
import type { Step } from './step.ts';
import { buildRequest, submitBuild } from './submit.ts';

/** Packs, builds and deploys what the event asks for; a closed pull request is torn down instead. */
export async function run(step: Step): Promise<void> {
  const { settings, trigger } = step;
  if (settings.connection === undefined && !settings.dryRun) return skip(step);
  if (settings.dryRun) return (await import('./dry-run.ts')).rehearse(step);
  if (trigger.closed) return (await import('./teardown.ts')).tearDown(step);
  const build = await obtainBuild(step);
  await (await import('./deploy.ts')).deploy(step, build);
  step.ledger.note({ outcome: 'succeeded' });
}

/** An event of a fork or of Dependabot has no secrets by the platform's rule: nobody's fault, so it ends green. */
function skip({ console, ledger, trigger }: Step): void {
  ledger.note({ outcome: 'skipped' });
  console.warning(
    `Nothing was built: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can build it by running the workflow on a branch of this repository.`,
    { title: 'Cloud build skipped' },
  );
}

async function obtainBuild(step: Step): Promise<Build> {
  const tree = listContext(step);
  const identity = await identify(step, () => hashTree(tree, step.signal));
  const { packed } = await packContext(step, tree);
  const submitted = await submitBuild(step, buildRequest(step, identity, { tree, packed }));
  return followToEnd(step, submitted);
}
