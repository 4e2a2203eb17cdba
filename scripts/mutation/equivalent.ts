/** Mutants that no test could tell from the original → why. The next choice of the file counts instead. */
export const EQUIVALENT: Readonly<Record<string, string>> = {};
