import type { BuildStep } from '../../report/result.ts';
import type { Builder, StepPosition } from './step-signal.ts';

/** Bounds against any log: steps kept, lines kept of each, characters of a line or a name. */
const STEPS_MAX = 1000;
const LINES_KEPT = 20;
const LINE_MAX = 2000;
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
  /** The last of the builder's own figures for this step, in seconds since its start. */
  figure?: number;
  seconds?: number;
  state: BuildStep['state'];
  message?: string;
  lines: string[];
};

/** The steps of a build in their order, of bounded size. */
export class StepBook {
  readonly #steps: OpenStep[] = [];

  get size(): number {
    return this.#steps.length;
  }

  /** Past the bound the newest step takes the place of the one before: the last one tells of a failure. */
  add(step: Omit<OpenStep, 'state' | 'lines'>): OpenStep {
    const { label, instruction } = step;
    const open: OpenStep = {
      ...step,
      label: copyOf(label, NAME_MAX),
      ...(instruction === undefined ? {} : { instruction: copyOf(instruction, NAME_MAX) }),
      state: 'running',
      lines: [],
    };
    if (this.#steps.length === STEPS_MAX) this.#steps.pop();
    this.#steps.push(open);
    return open;
  }

  print(step: OpenStep, line: string): void {
    step.lines.push(copyOf(line, LINE_MAX));
    if (step.lines.length > LINES_KEPT) step.lines.shift();
  }

  /** Ends a step, with the builder's own figure for its duration where there is one. */
  close(step: OpenStep, state: BuildStep['state'], atMs: number, seconds?: number): void {
    step.state = state;
    const measured = seconds ?? step.figure ?? Math.max(0, atMs - step.startedAt) / 1000;
    if (state !== 'cached' || seconds !== undefined) step.seconds = Math.round(measured * 1000) / 1000;
    if (state === 'done' || state === 'cached') step.lines = [];
  }

  /** The step that failed first; of a build that failed without saying where, the last one that was not over. */
  failing(): OpenStep | undefined {
    return (
      this.#steps.find(({ state }) => state === 'failed') ??
      this.#steps.findLast(({ state, instruction }) => state === 'running' && instruction !== undefined)
    );
  }

  running(): readonly OpenStep[] {
    return this.#steps.filter(({ state }) => state === 'running');
  }

  /** The instructions, and whatever else failed. */
  steps(): readonly BuildStep[] {
    return this.#steps
      .filter(({ instruction, state }) => instruction !== undefined || state === 'failed')
      .map(buildStepOf);
  }
}

/** A part of a string keeps all of it in memory, here up to a megabyte for a line; a copy does not. */
function copyOf(text: string, max: number): string {
  return Buffer.from(text.slice(0, max), 'utf16le').toString('utf16le');
}

export function buildStepOf({ label, instruction, seconds, state }: OpenStep): BuildStep {
  return {
    name: label,
    ...(instruction === undefined ? {} : { instruction }),
    ...(seconds === undefined ? {} : { seconds }),
    state,
  };
}
