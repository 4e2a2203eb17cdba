import { secretForms } from '../../secret-forms.ts';

/** Keeps secrets out of texts that come from outside or go to a reader. */
export type Redactor = {
  readonly add: (secret: string) => void;
  /** @param also further values for this text alone. */
  readonly redact: (text: string, also?: readonly string[]) => string;
};

/** Replaces each secret, in whichever form, by `***`. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const known = new Set(secrets.flatMap(secretForms));
  return {
    add: (secret) => {
      for (const form of secretForms(secret)) known.add(form);
    },
    redact: (text, also = []) => {
      // A secret may contain another one; its rest would stay readable if the shorter went first.
      const longestFirst = [...known, ...also.flatMap(secretForms)].sort((a, b) => b.length - a.length);
      return longestFirst.reduce((clean, form) => clean.replaceAll(form, '***'), text);
    },
  };
}
