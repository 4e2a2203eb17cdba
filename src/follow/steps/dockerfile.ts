import { type Instruction, instructionsOf, singleSpaced } from './dockerfile-instructions.ts';
import type { FailedInstructionHint, Failing } from './failing.ts';
import type { Builder } from './step-signal.ts';

/** Characters, far more than in any Dockerfile; a larger file is not searched. */
const DOCKERFILE_MAX = 1024 * 1024;
/** So many characters distinguish an instruction from the others; builders may cut what is longer. */
const COMPARED = 400;

/**
 * Finds the failing instruction in the Dockerfile it came from: by the line that the builder pointed at, else by the
 * instruction's words (also where the builder shows variables expanded), else by its number.
 * @returns the line on which the instruction begins, from 1; `undefined` where more than one could be meant
 */
export function locateInstruction(dockerfile: string, failing: Pick<Failing, 'clue'>): number | undefined {
  if (dockerfile.length > DOCKERFILE_MAX) return undefined;
  const { clue } = failing;
  const instructions = instructionsOf(dockerfile);
  const reported = clue.reportedLine;
  if (reported !== undefined && reported >= 1) {
    const fits = reported <= dockerfile.split('\n').length;
    if (fits && pointsAt(instructions, reported, clue)) return reported;
  }
  return byWords(instructions, clue);
}

/** Whether the reported line fits the instruction: the excerpt may be of another file. */
function pointsAt(
  instructions: readonly Instruction[],
  line: number,
  { instruction }: FailedInstructionHint,
): boolean {
  if (instruction === undefined) return true;
  const owner = instructions.findLast((candidate) => candidate.line <= line);
  return owner === undefined || owner.keyword === keywordOf(instruction);
}

function byWords(instructions: readonly Instruction[], clue: FailedInstructionHint): number | undefined {
  if (clue.instruction === undefined) return undefined;
  const keyword = keywordOf(clue.instruction);
  const same = instructions.filter((candidate) => candidate.keyword === keyword);
  const staged = same.filter((candidate) => isInStage(candidate, instructions, clue));
  const among = staged.length > 0 ? staged : same;
  const shown = normal(clue.instruction);
  for (const matches of [isSame, isExpanded]) {
    const found = among.filter(({ text }) => matches(normal(text), shown));
    if (found.length === 1) return found[0]?.line;
    if (found.length > 1) return numbered(found, instructions, clue)?.line;
  }
  return numbered(among, instructions, clue)?.line;
}

function numbered(
  among: readonly Instruction[],
  instructions: readonly Instruction[],
  { builder, position }: FailedInstructionHint,
): Instruction | undefined {
  if (!builder || !position) return undefined;
  const matching = among.filter(
    (candidate) => numberOf(candidate, instructions, builder) === position.number,
  );
  return matching.length === 1 ? matching[0] : undefined;
}

/** BuildKit numbers only these instructions; all others only change metadata. */
const BUILDKIT_COUNTS = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR']);

/** The number that a builder gives an instruction: the classic one counts through all stages. */
function numberOf(wanted: Instruction, instructions: readonly Instruction[], builder: Builder): number {
  const before = instructions.filter(({ line }) => line <= wanted.line);
  if (builder === 'classic') return before.length;
  const stage = before.filter((candidate) => candidate.stage === wanted.stage);
  if (builder === 'buildkit') return stage.filter(({ keyword }) => BUILDKIT_COUNTS.has(keyword)).length;
  return stage.length;
}

/** BuildKit calls a nameless stage `stage-<n>` from 0, buildah counts stages from 1; one stage alone has no name. */
function isInStage(
  { stage, stageName }: Instruction,
  instructions: readonly Instruction[],
  { builder, position }: FailedInstructionHint,
): boolean {
  if (builder === 'buildah' && position?.stage) return stage === Number(position.stage) - 1;
  if (builder !== 'buildkit') return true;
  const shown = position?.stage?.toLowerCase();
  if (shown !== undefined) return shown === stageName || shown === `stage-${stage}`;
  return instructions.every((candidate) => candidate.stage <= 0);
}

function keywordOf(instruction: string): string {
  return (/^\s*([A-Za-z]+)/.exec(instruction)?.[1] ?? '').toUpperCase();
}

function normal(instruction: string): string {
  const text = singleSpaced(instruction);
  const keyword = keywordOf(text);
  return keyword + text.slice(keyword.length);
}

/** BuildKit shows a here-document as `RUN <<EOF (its first words...)`. */
function isSame(written: string, shown: string): boolean {
  const head = shown.replace(/(<<-?["']?[\w.]+["']?) \(.*$/, '$1').slice(0, COMPARED);
  return shown.length > COMPARED ? written.startsWith(head) : written === head;
}

const VARIABLE = /\$(?:\{[^}]*\}|[A-Za-z_]\w*)/;

/** Whether `shown` can be `written` with its variables replaced: its fixed parts occur in their order. */
function isExpanded(written: string, shown: string): boolean {
  const parts = written.split(VARIABLE);
  const [first = '', ...others] = parts;
  if (others.length === 0 || !shown.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = shown.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return shown.endsWith(parts.at(-1) ?? '');
}
