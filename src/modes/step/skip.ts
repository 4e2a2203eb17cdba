import type { Step } from './step.ts';

/** An event of a fork or of Dependabot has no secrets by the platform's rule: nobody's fault, so it ends green. */
export function skip({ console, recorder, trigger }: Step, what: string): void {
  recorder.note({ outcome: 'skipped' });
  console.warning(
    `${what}: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can run the workflow on a branch of this repository.`,
    { title: 'Cloud build skipped' },
  );
}
