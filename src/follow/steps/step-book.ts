import type { BuildStep } from '../../report/result.ts';
import { copyOf, KeptLines } from './kept-lines.ts';
import type { Builder, StepPosition } from './step-signal.ts';

/** Limits, since a log may hold anything: steps kept, characters of a name. */
const STEPS_MAX = 1000;
const NAME_MAX = 500;

/** A step as it is being read. Times in milliseconds of the reader's clock. */
export type OpenStep = {
  readonly label: string;
  readonly instruction?: string;
  readonly position?: StepPosition;
  readonly builder: Builder;
  readonly startedAt: number;
  /** The builder's own clock at the start, in seconds. */
  readonly startFigure?: number;
  /** The builder's last own time for this step, in seconds since its start. */
  figure?: number;
  seconds?: number;
  state: BuildStep['state'];
  message?: string;
  readonly lines: KeptLines;
};

/** The steps of a build in their order, of bounded size. */
export class StepBook {
  readonly #steps: OpenStep[] = [];

  get size(): number {
    return this.#steps.length;
  }

  /** When full, the newest step replaces the last one: the last step shows a failure. */
  add(step: Omit<OpenStep, 'state' | 'lines'>): OpenStep {
    const { label, instruction } = step;
    const open: OpenStep = {
      ...step,
      label: copyOf(label, NAME_MAX),
      ...(instruction === undefined ? {} : { instruction: copyOf(instruction, NAME_MAX) }),
      state: 'running',
      lines: new KeptLines(),
    };
    if (this.#steps.length === STEPS_MAX) this.#steps.pop();
    this.#steps.push(open);
    return open;
  }

  print(step: OpenStep, line: string): void {
    step.lines.add(line);
  }

  /** Ends a step, with the builder's own duration where there is one. */
  close(step: OpenStep, state: BuildStep['state'], atMs: number, seconds?: number): void {
    step.state = state;
    const measured = seconds ?? step.figure ?? Math.max(0, atMs - step.startedAt) / 1000;
    if (state !== 'cached' || seconds !== undefined) step.seconds = Math.round(measured * 1000) / 1000;
    if (state === 'done' || state === 'cached') step.lines.clear();
  }

  /** The step that failed first; if the builder named none, the last one that had not ended. */
  failing(): OpenStep | undefined {
    return (
      this.#steps.find(({ state }) => state === 'failed') ??
      this.#steps.findLast(({ state, instruction }) => state === 'running' && instruction !== undefined)
    );
  }

  running(): readonly OpenStep[] {
    return this.#steps.filter(({ state }) => state === 'running');
  }

  /** The instructions, and other steps that failed. */
  steps(): readonly BuildStep[] {
    return this.#steps
      .filter(({ instruction, state }) => instruction !== undefined || state === 'failed')
      .map(buildStepOf);
  }
}

export function buildStepOf({ label, instruction, seconds, state }: OpenStep): BuildStep {
  return {
    name: label,
    ...(instruction === undefined ? {} : { instruction }),
    ...(seconds === undefined ? {} : { seconds }),
    state,
  };
}
