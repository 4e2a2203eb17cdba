import type { Step } from './step.ts';

/** The platform gives no secrets to an event of a fork or of Dependabot: the run ends green. */
export function skip({ console, recorder, trigger }: Step, what: string): void {
  recorder.note({ outcome: 'skipped' });
  console.warning(
    `${what}: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can run the workflow on a branch of this repository.`,
    { title: 'Cloud build skipped' },
  );
}
