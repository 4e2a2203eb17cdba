import { closest, distance } from 'fastest-levenshtein';
import { clip } from '../clip.ts';
import { type FilePlace, UserError } from '../errors.ts';

/** One thing that is wrong with what the author asked for. */
export type Fault = {
  /** The input's name, or a file and its field. */
  readonly where: string;
  /** What was given and why it is not accepted; never a secret. */
  readonly problem: string;
  /** The values that are accepted. */
  readonly accepted?: string;
  /** The spelling that was probably meant. */
  readonly meant?: string;
  /** The closest accepted spelling where nothing tells what was meant. */
  readonly closest?: string;
  readonly place?: FilePlace;
};

/** Faults are gathered, so that one run shows them all. */
export type Faults = {
  readonly add: (fault: Fault) => void;
  readonly count: () => number;
  /** @throws {UserError} that lists every fault */
  readonly fail: () => never;
};

export function collectFaults(): Faults {
  const faults: Fault[] = [];
  return {
    add: (fault) => void faults.push(fault),
    count: () => faults.length,
    fail() {
      throw new FaultyInputs(faults);
    },
  };
}

/** The error that lists every fault. */
export class FaultyInputs extends UserError {
  /** One a fault, each beginning with `- `. */
  readonly sentences: readonly string[];
  /** As they were found. */
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const title = faults.length === 1 ? 'An input is faulty' : `${faults.length} inputs are faulty`;
    const sentences = faults.map(sentence);
    const place = faults.find((fault) => fault.place)?.place;
    super([`${title}; no request was made:`, ...sentences].join('\n'), {
      hint: 'All input errors are listed; docs/interface.md describes every input.',
      ...(place ? { place } : {}),
    });
    this.sentences = sentences;
    this.faults = faults;
  }
}

function sentence({ where, problem, accepted, meant, closest: other }: Fault): string {
  const parts = [
    problem,
    accepted === undefined ? undefined : `accepted: ${accepted}`,
    meant === undefined ? undefined : `did you mean ${quote(meant)}?`,
    other === undefined ? undefined : `the closest is ${quote(other)}`,
  ];
  return `- ${where}: ${parts.filter((part) => part !== undefined).join('; ')}`;
}

/** The given value as it may stand in a message: quoted, on one line, at most 80 characters. */
export function quote(value: string): string {
  return JSON.stringify(clip(value, 80));
}

/** The nearest of the accepted spellings, unless none is near: by its beginning, else by the letters to change. */
export function nearest(given: string, accepted: readonly string[]): string | undefined {
  const lowered = given.toLowerCase();
  const longer = lowered.length > 1 ? accepted.filter((spelling) => spelling.startsWith(lowered)) : [];
  if (longer.length === 1) return longer[0];
  const match = closestOf(lowered, accepted);
  return match !== undefined && distance(lowered, match) <= Math.max(2, match.length / 2) ? match : undefined;
}

/** The closest of the accepted spellings, however far it is. */
export function closestOf(given: string, accepted: readonly string[]): string | undefined {
  return accepted.length === 0 ? undefined : closest(given.toLowerCase(), accepted);
}
