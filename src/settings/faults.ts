import { closest, distance } from 'fastest-levenshtein';
import { clip } from '../clip.ts';
import { type FilePlace, UserError } from '../errors.ts';
import { INPUT_NAMES, type InputName } from './input-table.ts';
import type { Settings } from './settings.ts';

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
  /** The closest accepted spelling where it is unclear what was meant. */
  readonly closest?: string;
  readonly place?: FilePlace;
  /** The value itself is wrong: nothing that is found in the repository could resolve it. */
  readonly isOfValue?: true;
  /** An input that does not exist, and that was probably meant to be this one. */
  readonly written?: string;
};

/** One fault in words. */
export type FaultPoint = { readonly where: string; readonly words: string };

/** What is known in addition to the faults. */
type BesidesFaults = {
  /** The settings that could be read. */
  readonly settings?: Settings | undefined;
  /** What to do, if all have one cause. */
  readonly hint?: string | undefined;
  readonly warnings?: readonly string[];
};

const USUAL_HINT = 'All input errors are listed; docs/interface.md describes every input.';

/** Collects faults, so that one run shows all of them. */
export type Faults = {
  readonly add: (fault: Fault) => void;
  readonly count: () => number;
  /** Whether there is a fault of this input. */
  readonly has: (input: string) => boolean;
  /**
   * @throws {FaultyInputs} that lists every fault
   */
  readonly fail: (besides?: BesidesFaults) => never;
};

/** An input that was given and does not exist, and the one that was probably meant. */
export type Misspelt = { readonly given: string; readonly meant: string };

/** @param misspelt a misspelt input is named in the fault of the input that was meant */
export function collectFaults(misspelt: readonly Misspelt[] = []): Faults {
  const faults: Fault[] = [];
  const withSpelling = (fault: Fault): Fault => {
    const written = misspelt.find(({ meant }) => namesIn(fault).includes(meant))?.given;
    return written === undefined ? fault : { ...fault, written };
  };
  return {
    add: (fault) => void faults.push(fault),
    count: () => faults.length,
    has: (input) => faults.some((fault) => namesIn(fault).includes(input)),
    fail(besides) {
      throw new FaultyInputs(faults.map(withSpelling), besides);
    },
  };
}

/** `vm-image, platform` and `api-key (from SGP_API_KEY)` name inputs, `manifest.yaml:7` none. */
function namesIn({ where }: Pick<Fault, 'where'>): readonly string[] {
  return where.split(/, | \(/);
}

/** The first input that a fault's place names; `undefined` where it names a file. */
export function inputIn(where: string): InputName | undefined {
  return INPUT_NAMES.find((name) => namesIn({ where }).includes(name));
}

/** The error that lists every fault. */
export class FaultyInputs extends UserError {
  /** One a fault, each beginning with `- `. */
  readonly sentences: readonly string[];
  /** As they were found. */
  readonly faults: readonly Fault[];
  readonly points: readonly FaultPoint[];
  /** What is wrong in a few words: `2 inputs are faulty: cloud, api-key`. */
  readonly title: string;
  /** The settings that could be read, with defaults for faulty values; absent where the cloud is unknown. */
  readonly settings: Settings | undefined;
  /** What the author should know as well, one sentence each. */
  readonly warnings: readonly string[];

  constructor(faults: readonly Fault[], { settings, hint = USUAL_HINT, warnings = [] }: BesidesFaults = {}) {
    const title = faults.length === 1 ? 'An input is faulty' : `${faults.length} inputs are faulty`;
    const points = faults.map((fault) => ({ where: fault.where, words: wordsOf(fault) }));
    const sentences = points.map(({ where, words }) => `- ${where}: ${words}`);
    const place = faults.find((fault) => fault.place)?.place;
    super([`${title}; no request was made:`, ...sentences].join('\n'), {
      hint,
      ...(place ? { place } : {}),
    });
    this.sentences = sentences;
    this.faults = faults;
    this.points = points;
    this.title = `${title}: ${[...new Set(points.map(({ where }) => where))].join(', ')}`;
    this.settings = settings;
    this.warnings = warnings;
  }
}

function wordsOf({ problem, accepted, meant, written, closest: other }: Fault): string {
  const parts = [
    problem,
    accepted === undefined ? undefined : `accepted: ${accepted}`,
    meant === undefined ? undefined : `did you mean ${quote(meant)}?`,
    other === undefined ? undefined : `the closest is ${quote(other)}`,
    written === undefined
      ? undefined
      : `the step gives ${quote(written)}, which is not an input: is it misspelt?`,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

/** The given value for a message: quoted, on one line, at most 80 characters. */
export function quote(value: string): string {
  return JSON.stringify(clip(value, 80));
}

/** The nearest of the accepted spellings, if one is near: by its beginning, else by the number of changed letters. */
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
