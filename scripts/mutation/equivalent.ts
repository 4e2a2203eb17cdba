/** Mutants that no test could tell from the original → why. The next choice of the file counts instead. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  '0c258702377e': 'context/hash/digests.ts: decides how many threads help, and they give the same digests',
  '99bb7e0d300d':
    'context/listing/checkout/git-credentials.ts: looks for a credential in files of settings that git does not have',
  ca3bec746e88: 'report/failure/excerpt.ts: a log that fits is chosen whole by the takes that follow as well',
  '0122eecf149f': 'modes/build/register.ts: a line of the debug log',
  '097776e870d2':
    'follow/steps/dockerfile.ts: where no instruction is in the stage, all are looked at: the same as all being in it',
};
