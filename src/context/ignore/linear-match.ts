/**
 * Matching in time linear in the text, as Go does: all ways through the expression at once.
 *
 * A pattern with several wildcards would let whoever writes an ignore file stall the step for hours in a
 * backtracking engine (https://swtch.com/~rsc/regexp/regexp1.html).
 */

/** One part of an expression and how often it may come. */
export type Term = {
  /** A JavaScript expression for one character, for folders with their slash, or for a place. */
  readonly source: string;
  readonly kind: 'char' | 'folders' | 'assertion';
  readonly least: number;
  /** May be infinite. */
  readonly most: number;
};

/** A term with its count unfolded: exactly once, at most once, or any number of times. */
type Step = { readonly term: Term; readonly times: 'once' | 'maybe' | 'any' };

export function linearMatch(branches: readonly (readonly Term[])[]): (text: string) => boolean {
  const matches = branches.map((terms) => linearBranch(terms.flatMap(unfold)));
  return (text) => matches.some((match) => match(text));
}

function unfold(term: Term): Step[] {
  const isOpen = term.most === Number.POSITIVE_INFINITY;
  // Being at a place twice is being there.
  const least = term.kind === 'assertion' ? Math.min(term.least, 1) : term.least;
  const steps: Step[] = Array.from({ length: least }, () => ({ term, times: 'once' }));
  if (isOpen) return [...steps, { term, times: 'any' }];
  return [
    ...steps,
    ...Array.from({ length: term.most - term.least }, (): Step => ({ term, times: 'maybe' })),
  ];
}

function linearBranch(steps: readonly Step[]): (text: string) => boolean {
  const accepts = acceptance(steps);
  const places = steps.map(({ term }) =>
    term.kind === 'assertion' ? new RegExp(term.source, 'uy') : undefined,
  );
  return (text) => {
    let ready = new Uint8Array(steps.length + 1);
    let within = new Uint8Array(steps.length);
    let at = 0;
    for (const char of text) {
      if (pass(steps, places, ready, text, at)) return true;
      [ready, within] = consume(steps, { ready, within }, char, accepts(char));
      at += char.length;
    }
    return pass(steps, places, ready, text, at);
  };
}

/** Goes on over what may be empty; true where the last step is behind. The search may begin at any place. */
function pass(
  steps: readonly Step[],
  places: readonly (RegExp | undefined)[],
  ready: Uint8Array,
  text: string,
  at: number,
): boolean {
  ready[0] = 1;
  for (let index = 0; index < steps.length; index += 1) {
    if (ready[index] !== 1) continue;
    const place = places[index];
    if (place !== undefined) place.lastIndex = at;
    if (steps[index]?.times !== 'once' || place?.test(text)) ready[index + 1] = 1;
  }
  return ready[steps.length] === 1;
}

function consume(
  steps: readonly Step[],
  { ready, within }: { ready: Uint8Array; within: Uint8Array },
  char: string,
  accepted: Uint8Array,
): [ready: Uint8Array<ArrayBuffer>, within: Uint8Array<ArrayBuffer>] {
  const nextReady = new Uint8Array(ready.length);
  const nextWithin = new Uint8Array(within.length);
  for (let index = 0; index < steps.length; index += 1) {
    if (accepted[index] !== 1 || (ready[index] !== 1 && within[index] !== 1)) continue;
    const step = steps[index] as Step;
    const isFolders = step.term.kind === 'folders';
    if (isFolders) nextWithin[index] = 1;
    if (!isFolders || char === '/') nextReady[step.times === 'any' ? index : index + 1] = 1;
  }
  return [nextReady, nextWithin];
}

/** Which steps take a character, remembered: paths repeat few characters. */
function acceptance(steps: readonly Step[]): (char: string) => Uint8Array {
  const tests = steps.map(({ term }) => {
    if (term.kind === 'assertion') return undefined;
    return new RegExp(term.kind === 'folders' ? '[^\\n]' : term.source, 'u');
  });
  const known = new Map<string, Uint8Array>();
  return (char) => {
    let accepted = known.get(char);
    if (accepted === undefined) {
      accepted = Uint8Array.from(tests, (test) => (test?.test(char) ? 1 : 0));
      known.set(char, accepted);
    }
    return accepted;
  };
}
