import { omitUndefined } from '../omit-undefined.ts';
import { type Bounds, isWithin } from './agent-rules.ts';
import { DURATION_GRAMMAR, formatDuration, parseDuration } from './duration.ts';
import { closestOf, type Fault, type Faults, type Misspelt, nearest, quote } from './faults.ts';
import { CHOICES, INPUT_DEFAULTS, INPUT_NAMES, type InputName } from './input-table.ts';

type Choice = keyof typeof CHOICES;
type ChoiceOf<K extends Choice> = (typeof CHOICES)[K][number];

/** Typed access to the inputs; a wrong value becomes a fault and is replaced by the default. */
export type InputReader = {
  /** Trimmed; an empty input is ignored. */
  readonly text: (name: InputName) => string | undefined;
  /** Like `text`, but a value that equals the default counts as not given: runners fill defaults in. */
  readonly explicit: (name: InputName) => string | undefined;
  readonly choice: <K extends Choice>(name: K) => ChoiceOf<K> | undefined;
  readonly flag: (name: InputName) => boolean;
  readonly count: (name: InputName, least: number, most?: number) => number | undefined;
  /** Milliseconds. */
  readonly duration: (name: InputName, bounds?: DurationBounds) => number;
  /** The lines that are not blank, trimmed. */
  readonly lines: (name: InputName) => readonly string[];
};

/** Milliseconds. */
type DurationBounds = { readonly least?: number; readonly most?: number };

export function createInputReader(env: NodeJS.ProcessEnv, faults: Faults): InputReader {
  const text = (name: InputName) => inputOf(env, name) || INPUT_DEFAULTS[name] || undefined;
  return {
    text,
    explicit: (name) => explicitOf(env, name),
    choice: (name) => choiceOf(name, text(name), faults),
    flag: (name) => flagOf(name, text(name), faults),
    count: (name, least, most) =>
      countOf(name, text(name), { least, ...(most !== undefined && { most }) }, faults),
    duration: (name, bounds = {}) => durationOf(name, text(name) ?? '', bounds, faults),
    lines: (name) => (text(name) ?? '').split(/\s*[\r\n]+\s*/).filter((line) => line !== ''),
  };
}

/**
 * Like @actions/core's getInput, but for an environment that is passed in; that one always reads the process's own.
 */
export function inputOf(env: NodeJS.ProcessEnv, name: string): string {
  return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
}

function explicitOf(env: NodeJS.ProcessEnv, name: InputName): string | undefined {
  const given = inputOf(env, name);
  return given === '' || given === INPUT_DEFAULTS[name] ? undefined : given;
}

function choiceOf<K extends Choice>(
  name: K,
  given: string | undefined,
  faults: Faults,
): ChoiceOf<K> | undefined {
  const accepted: readonly ChoiceOf<K>[] = CHOICES[name];
  const choice = accepted.find((value) => value === given);
  if (choice === undefined && given !== undefined) addUnknown(name, given, accepted, faults);
  return choice;
}

/** One value of a set that is not in the table, e.g. a cloud's platforms. */
export function oneOf<T extends string>(
  name: InputName,
  given: string | undefined,
  accepted: readonly T[],
  faults: Faults,
): T | undefined {
  const choice = accepted.find((value) => value === given);
  if (choice === undefined && given !== undefined) addUnknown(name, given, accepted, faults);
  return choice;
}

function addUnknown(name: InputName, given: string, accepted: readonly string[], faults: Faults): void {
  const meant = nearest(given, accepted);
  const other = meant === undefined ? closestOf(given, accepted) : undefined;
  const problem = `${quote(given)} is not known`;
  faults.add(
    omitUndefined<Fault>({ where: name, problem, accepted: accepted.join(', '), meant, closest: other }),
  );
}

/** The spellings of YAML 1.2's core schema, as everywhere on these platforms. */
function flagOf(name: InputName, given: string | undefined, faults: Faults): boolean {
  if (given === undefined || /^(?:false|False|FALSE)$/.test(given)) return false;
  if (/^(?:true|True|TRUE)$/.test(given)) return true;
  const affirmative = /^(?:y|yes|on|1)$/i.test(given) ? 'true' : undefined;
  const negative = /^(?:n|no|off|0)$/i.test(given) ? 'false' : undefined;
  const meant = affirmative ?? negative ?? nearest(given, ['true', 'false']);
  const problem = `${quote(given)} is neither true nor false`;
  faults.add({ where: name, problem, accepted: 'true, false', ...(meant ? { meant } : {}) });
  // A dry run that was meant needs no key: its absence would be a fault that is none.
  return meant === 'true';
}

function countOf(
  name: InputName,
  given: string | undefined,
  bounds: Bounds,
  faults: Faults,
): number | undefined {
  if (given === undefined) return undefined;
  const count = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (isWithin(count, bounds)) return count;
  faults.add({
    where: name,
    problem: countProblem(given, count, bounds),
  });
  return undefined;
}

/** `must be 1 or more, got 0`. */
function countProblem(given: string, count: number, { least, most }: Bounds): string {
  const whole = Number.isNaN(count) ? 'a whole number, ' : '';
  const got = Number.isNaN(count) ? quote(given) : count;
  if (most === undefined) return `must be ${whole}${least} or more, got ${got}`;
  return `must be ${whole}from ${least} to ${most}, got ${got}`;
}

function durationOf(name: InputName, given: string, bounds: DurationBounds, faults: Faults): number {
  const { least = 1, most = Number.POSITIVE_INFINITY } = bounds;
  const parsed = parseDuration(given);
  if (parsed.ms === undefined) {
    const { meant } = parsed;
    const problem = `${quote(given)} is not a duration`;
    faults.add({ where: name, problem, accepted: DURATION_GRAMMAR, ...(meant ? { meant } : {}) });
  } else if (parsed.ms < least) {
    faults.add({
      where: name,
      problem: `${quote(given)} is too short`,
      accepted: `${formatDuration(least)} or more`,
    });
  } else if (parsed.ms > most) {
    faults.add({
      where: name,
      problem: `${quote(given)} is too long`,
      accepted: `${formatDuration(most)} or less`,
    });
  }
  return parsed.ms ?? 0;
}

/**
 * Given inputs that do not exist, with the similar input that was probably meant: runners pass them on with a warning
 * that is easily missed, or without one.
 */
export function misspeltInputs(env: NodeJS.ProcessEnv): readonly Misspelt[] {
  const known = new Set(INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`));
  const given = Object.keys(env)
    .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
    .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
    .sort();
  return given.flatMap((name) => {
    const meant = nearest(name.replaceAll('_', '-'), INPUT_NAMES);
    return meant === undefined ? [] : [{ given: name, meant }];
  });
}

/** One sentence for each. */
export function spellingWarnings(misspelt: readonly Misspelt[]): readonly string[] {
  return misspelt.map(
    ({ given, meant }) => `There is no input ${quote(given)}; it was ignored. Did you mean ${quote(meant)}?`,
  );
}
