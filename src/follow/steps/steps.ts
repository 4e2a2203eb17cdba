import type { BuildStep, LogExcerpt } from '../../report/result.ts';
import { plainText } from '../log/log.ts';
import { readBuildkit } from './buildkit-lines.ts';
import type { Failing } from './failing.ts';
import { KeptLines } from './kept-lines.ts';
import { readBuildah, readClassic, readKaniko } from './sequential-lines.ts';
import { buildStepOf, type OpenStep, StepBook } from './step-book.ts';
import type { Builder, StepSignal } from './step-signal.ts';
import { VertexMap } from './vertex-map.ts';

export { locateInstruction } from './dockerfile.ts';
export type { FailedInstructionHint, Failing } from './failing.ts';

/** Reads a build log line by line; it never throws and its memory is bounded, whatever the log is. */
export type StepReader = {
  /** `atMs`: when the line arrived, in milliseconds of any clock; used where the builder gives no duration. */
  readonly read: (line: string, atMs: number) => void;
  /** The log has ended. After a success every step without a reported end is done, else it stays `running`. */
  readonly end: (atMs: number, outcome?: 'succeeded') => void;
  /** The Dockerfile's instructions in the order in which the builder began them. */
  readonly steps: () => readonly BuildStep[];
  /**
   * The step that failed; only to be called for a failed build: if the builder names none, it is the last one that
   * began.
   */
  readonly failing: () => Failing | undefined;
  /** The lines of the whole log that best explain its end, for any builder. */
  readonly excerpt: () => LogExcerpt;
};

/** A reader for the logs of BuildKit (plain progress), Docker's classic builder, buildah and kaniko. */
export function createStepReader(): StepReader {
  const reader = new Reader();
  return {
    read: (line, atMs) => reader.read(line, atMs),
    end: (atMs, outcome) => reader.end(atMs, outcome),
    steps: () => reader.steps(),
    failing: () => reader.failing(),
    excerpt: () => reader.excerpt(),
  };
}

const GRAMMARS: Readonly<Record<Builder, (text: string) => StepSignal | undefined>> = {
  buildkit: readBuildkit,
  classic: readClassic,
  buildah: readBuildah,
  kaniko: readKaniko,
};
const BUILDERS = Object.keys(GRAMMARS) as readonly Builder[];
const PARSE_ERROR = /dockerfile parse error (?:on )?line (\d{1,6}): /i;
const CACHED_MAX = 500;

class Reader {
  readonly #book = new StepBook();
  readonly #vertices = new VertexMap(this.#book);
  /** Decided by the first step and kept: the output of a step must not be read as another builder's. */
  #builder: Builder | undefined;
  /** The current step, for a builder whose output has no prefix. */
  #current: OpenStep | undefined;
  readonly #cached = new Set<string>();
  readonly #log = new KeptLines();
  #reportedLine: number | undefined;
  #unparsable: { readonly message: string; readonly line?: number } | undefined;
  #buildError: string | undefined;

  read(line: string, atMs: number): void {
    const text = plainText(line);
    this.#log.add(text);
    const signal = this.#signalOf(text);
    if (signal) this.#take(signal, atMs);
    // An error line may also be the step's own output: only the end of the log shows which.
    const isOutput = !signal || signal.kind === 'build-failed';
    if (isOutput && this.#current?.state === 'running') this.#book.print(this.#current, text);
  }

  end(atMs: number, outcome?: 'succeeded'): void {
    if (outcome !== 'succeeded') return;
    for (const step of this.#book.running()) this.#book.close(step, 'done', atMs);
  }

  steps(): readonly BuildStep[] {
    return this.#book.steps();
  }

  excerpt(): LogExcerpt {
    return this.#log.excerpt();
  }

  /** For a step that printed nothing, it has the end of the log: there builders repeat what they know of the failure. */
  failing(): Failing | undefined {
    if (this.#unparsable) return failingFile(this.#unparsable);
    const step = this.#book.failing();
    if (!step) return undefined;
    const { builder, instruction, position, lines } = step;
    const message = step.message || this.#buildError;
    return {
      step: buildStepOf(step.state === 'failed' ? step : { ...step, state: 'failed' }),
      ...excerptOf(lines, this.#log),
      ...(message ? { message } : {}),
      clue: {
        builder,
        ...(instruction === undefined ? {} : { instruction }),
        ...(position === undefined ? {} : { position }),
        ...(this.#reportedLine === undefined ? {} : { reportedLine: this.#reportedLine }),
      },
    };
  }

  #signalOf(text: string): StepSignal | undefined {
    const parseError = text.includes(' parse error ') ? PARSE_ERROR.exec(text) : null;
    if (parseError && !this.#isOutput(text)) {
      return { kind: 'unparsable', message: text, line: Number(parseError[1]) };
    }
    if (this.#builder) return GRAMMARS[this.#builder](text);
    for (const builder of BUILDERS) {
      const signal = GRAMMARS[builder](text);
      if (!signal || !opens(signal)) continue;
      this.#builder = builder;
      return signal;
    }
    return undefined;
  }

  /** Whether the line is the output of a step, which is not interpreted. */
  #isOutput(text: string): boolean {
    return this.#current?.state === 'running' || (this.#builder === 'buildkit' && text.startsWith('#'));
  }

  #take(signal: StepSignal, atMs: number): void {
    if (signal.kind === 'step') this.#begin(signal, atMs);
    else if (signal.kind === 'unparsable') this.#unparsable = signal;
    else if (signal.kind === 'build-failed') this.#buildError = signal.message;
    else if (signal.kind === 'excerpt') this.#reportedLine ??= signal.line;
    else if (this.#builder === 'buildkit') this.#vertices.take(signal, atMs);
    else this.#mark(signal, atMs);
  }

  /** These builders stop at a failure: if another step follows, what looked like a failure was output. */
  #begin(signal: Extract<StepSignal, { kind: 'step' }>, atMs: number): void {
    const { kind: _kind, figure, ...facts } = signal;
    if (this.#current && this.#current.state !== 'cached') this.#finish(this.#current, atMs, figure);
    this.#current = this.#book.add({
      ...facts,
      startedAt: atMs,
      ...(figure === undefined ? {} : { startFigure: figure }),
    });
    if (this.#cached.has(signal.instruction)) this.#book.close(this.#current, 'cached', atMs);
  }

  #mark(signal: StepSignal, atMs: number): void {
    const step = this.#current;
    if (signal.kind === 'cached' && signal.instruction !== undefined) this.#noteCached(signal.instruction);
    else if (step?.state !== 'running') return;
    else if (signal.kind === 'cached') this.#book.close(step, 'cached', atMs);
    else if (signal.kind === 'done') this.#finish(step, atMs, signal.figure);
    else if (signal.kind === 'failed') {
      this.#book.close(step, 'failed', atMs);
      step.message = signal.message.slice(0, 2000);
    }
  }

  #finish(step: OpenStep, atMs: number, figure?: number): void {
    const own =
      figure !== undefined && step.startFigure !== undefined ? figure - step.startFigure : undefined;
    delete step.message;
    this.#book.close(step, 'done', atMs, own);
  }

  #noteCached(instruction: string): void {
    if (this.#cached.size < CACHED_MAX) this.#cached.add(instruction);
  }
}

function excerptOf(step: KeptLines, log: KeptLines): LogExcerpt & Pick<Failing, 'silent'> {
  const own = step.excerpt();
  return own.lines.length > 0 ? own : { ...log.excerpt(), silent: true };
}

/** Whether a line shows clearly that it is this builder's log. Before the first step kaniko says which ones it has cached. */
function opens(signal: StepSignal): boolean {
  if (signal.kind === 'vertex') return signal.text.startsWith('[');
  return signal.kind === 'step' || (signal.kind === 'cached' && signal.instruction !== undefined);
}

function failingFile({ message, line }: { readonly message: string; readonly line?: number }): Failing {
  return {
    step: { name: 'Dockerfile', state: 'failed' },
    lines: [message],
    message,
    clue: line === undefined ? {} : { reportedLine: line },
  };
}
