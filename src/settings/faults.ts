import { closest, distance } from 'fastest-levenshtein';
import { type FilePlace, UserError } from '../errors.ts';

/** One thing that is wrong with what the author asked for. */
export type Fault = {
  /** The input's name, or a file and its field. */
  readonly where: string;
  /** What was given and why it will not do; never a secret. */
  readonly problem: string;
  /** What would do. */
  readonly accepted?: string;
  /** The spelling that was probably meant. */
  readonly meant?: string;
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
      throw asError(faults);
    },
  };
}

function asError(faults: readonly Fault[]): UserError {
  const title = faults.length === 1 ? 'An input is faulty' : `${faults.length} inputs are faulty`;
  const place = faults.find((fault) => fault.place)?.place;
  return new UserError([`${title}; no request was made:`, ...faults.map(sentence)].join('\n'), {
    hint: 'All of them are listed; docs/interface.md describes every input.',
    ...(place ? { place } : {}),
  });
}

function sentence({ where, problem, accepted, meant }: Fault): string {
  const parts = [
    problem,
    accepted === undefined ? undefined : `accepted: ${accepted}`,
    meant === undefined ? undefined : `did you mean ${quote(meant)}?`,
  ];
  return `- ${where}: ${parts.filter((part) => part !== undefined).join('; ')}`;
}

/** The given value as it may stand in a message: quoted, on one line, at most 80 characters. */
export function quote(value: string): string {
  const shown = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return JSON.stringify(shown);
}

/** The nearest of the accepted spellings, unless none is near. */
export function nearest(given: string, accepted: readonly string[]): string | undefined {
  if (accepted.length === 0) return undefined;
  const lowered = given.toLowerCase();
  const match = closest(lowered, accepted);
  const tolerated = Math.max(2, Math.floor(match.length / 2));
  const resembles = match.startsWith(lowered) || lowered.startsWith(match);
  return distance(lowered, match) <= tolerated || (resembles && given !== '') ? match : undefined;
}
