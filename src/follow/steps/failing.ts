import type { FailingStep } from '../../report/result.ts';
import type { Builder, StepPosition } from './step-signal.ts';

/** The failing step, and what `locateInstruction` needs to find it in the Dockerfile. */
export type Failing = FailingStep & {
  readonly clue: FailedInstructionHint;
};

export type FailedInstructionHint = {
  readonly builder?: Builder;
  readonly instruction?: string;
  readonly position?: StepPosition;
  /** The line of the Dockerfile that the builder itself pointed at, from 1. */
  readonly reportedLine?: number;
};
