import type { Step } from '../step/step.ts';

/** With `deploy: auto`, says why nothing was deployed; with `none` only where nothing was done at all. */
export function noteUndeployed({ settings, trigger, console, recorder }: Step): void {
  if (settings.deploy !== 'auto') {
    if (settings.build === 'never' && recorder.result().phases.length === 0)
      console.info('Nothing was built or deployed: build is never, and deploy is none.');
    return;
  }
  const branch = trigger.defaultBranch ?? 'of the repository';
  const whyNotDeployed = `deploy: auto deploys pull requests, and pushes to the default branch ${branch}; this is ${eventWords(trigger)}`;
  recorder.note({ whyNotDeployed });
  console.info(`Nothing was deployed: ${whyNotDeployed}.`);
}

function eventWords({ event, ref }: Step['trigger']): string {
  if (ref === undefined) return `the event ${event}`;
  return event === 'push' ? `a push to ${ref}` : `the event ${event} on ${ref}`;
}
