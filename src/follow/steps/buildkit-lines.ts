import type { StepPosition, StepSignal } from './step-signal.ts';

const VERTEX = /^#(\d{1,6}) (.*)$/;
const DONE = /^DONE(?: (\d{1,9}(?:\.\d{1,9})?)s)?$/;
const ERROR = /^ERROR(?:: (.*))?$/;
const OUTPUT = /^(\d{1,9}\.\d{1,9})(?: (.*))?$/;
const LABEL = /^\[(?:([^\]]*) )?(\d{1,6})\/(\d{1,6})\] (.+)$/;
const PLATFORM = /^(?:linux|windows|darwin|freebsd|wasi)\/\S+(?: |$)/;
const RESULT = /^(?:ERROR: |error: |target \S+: )*failed to solve: (.*)$/;
const POINTER = /^ *(\d{1,6}) \| +>>>/;

/** BuildKit's plain progress (`--progress=plain`), where every line of a vertex begins with its number. */
export function readBuildkit(text: string): StepSignal | undefined {
  const match = VERTEX.exec(text);
  if (!match) return readTrailer(text);
  const [, vertex = '', rest = ''] = match;
  const output = OUTPUT.exec(rest);
  if (output) return { kind: 'output', vertex, figure: Number(output[1]), text: output[2] ?? '' };
  if (rest === 'CACHED') return { kind: 'cached', vertex };
  if (rest === 'CANCELED') return { kind: 'cancelled', vertex };
  if (rest === '...') return { kind: 'noise' };
  const done = DONE.exec(rest);
  if (done) return { kind: 'done', vertex, ...(done[1] && { seconds: Number(done[1]) }) };
  const error = ERROR.exec(rest);
  if (error) return { kind: 'failed', vertex, message: error[1] ?? '' };
  return { kind: 'vertex', vertex, text: rest };
}

/** What the client prints at the end: the excerpt of the Dockerfile and the error. */
function readTrailer(text: string): StepSignal | undefined {
  const pointer = POINTER.exec(text);
  if (pointer) return { kind: 'excerpt', line: Number(pointer[1]) };
  const result = RESULT.exec(text);
  return result ? { kind: 'build-failed', message: result[1] ?? '' } : undefined;
}

/** A vertex that stands for an instruction, e.g. `[linux/amd64 builder 2/5] RUN make`. */
export function instructionOf(
  label: string,
): { readonly instruction: string; readonly position: StepPosition } | undefined {
  const match = LABEL.exec(label);
  if (!match) return undefined;
  const [, where = '', number, of, instruction = ''] = match;
  const stage = where.replace(PLATFORM, '');
  return {
    instruction,
    position: { number: Number(number), of: Number(of), ...(stage && { stage }) },
  };
}
