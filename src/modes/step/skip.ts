import type { Step } from './step.ts';

/** The platform gives no secrets to an event of a fork or of Dependabot: the run ends green. */
export function skip({ console, recorder, trigger }: Step, what: string): void {
  recorder.note({ outcome: 'skipped' });
  console.warning(
    `${what}: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can run the workflow on a branch of this repository.`,
    { title: 'Cloud build skipped' },
  );
}

/** The push deleted its branch or tag: there are no sources, and the checkout, if there is one, is of something else. */
export function skipDeleted({ console, recorder, settings, trigger }: Step): void {
  recorder.note({ outcome: 'skipped' });
  if (settings.mode === 'plan') recorder.noteExtra({ matrix: { include: [] }, changed: 0 });
  const { ref = '' } = trigger;
  console.notice(`This push deleted the branch or tag ${ref}: there is nothing to build or deploy.`);
}
