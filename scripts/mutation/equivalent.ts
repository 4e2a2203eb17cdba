/** Mutants that no test could tell from the original → why. The next choice of the file counts instead. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  '097776e870d2':
    'follow/steps/dockerfile.ts: where no instruction is in the stage, all are looked at: the same as all being in it',
};
