import { posix } from 'node:path';
import type { Mutant } from './mutants.ts';

/** The module that every instrumented file imports, in `src/`. */
export const SWITCH = 'src/mutation-switch.ts';
/** Stands for the path of the file that says which mutant is active; `copy.ts` fills it in, in the bundle as well. */
export const CONTROL_FILE = '/mutation-control-file/';

/**
 * Reads once per process (per module registry in jest) which mutant is active: the file has its number, or the path of a
 * file that gets the numbers of all that are reached.
 */
export const SWITCH_SOURCE = `const { appendFileSync, readFileSync } = process.getBuiltinModule('node:fs');
const said: string = readFileSync('${CONTROL_FILE}', 'utf8').trim();
const active = Number(said);
const seen = new Set<number>();

function note(mutant: number): false {
  if (seen.has(mutant)) return false;
  seen.add(mutant);
  appendFileSync(said, mutant + '\\n');
  return false;
}

export const isMutant: (mutant: number) => boolean =
  Number.isNaN(active) ? note : (mutant) => mutant === active;
`;

/**
 * A file with all its mutants, each off until it is switched on.
 * @param mutants of this file, none overlapping another; `number` is what the switch knows each by, from 1
 */
export function instrumented(
  file: string,
  source: string,
  mutants: readonly Mutant[],
  number: (mutant: Mutant) => number,
): string {
  if (mutants.length === 0) return source;
  let text = source;
  for (const mutant of [...mutants].sort((one, other) => other.start - one.start)) {
    const on = `isMutant(${number(mutant)})`;
    const switched = mutant.isStatement
      ? `{ if (!${on}) ${mutant.original} }`
      : `(${on} ? (${mutant.mutated}) : (${mutant.original}))`;
    text = text.slice(0, mutant.start) + switched + text.slice(mutant.end);
  }
  const from = posix.relative(posix.dirname(file), SWITCH);
  // On the first line, so that lines keep their numbers.
  return `import { isMutant } from '${from.startsWith('.') ? from : `./${from}`}'; ${text}`;
}
