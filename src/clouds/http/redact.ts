/** Keeps secrets out of texts that come from outside or go to a reader. */
export type Redactor = {
  readonly add: (secret: string) => void;
  /** @param also further values for this text alone. */
  readonly redact: (text: string, also?: readonly string[]) => string;
};

/** Below this many characters a value would mask half of every text and is no credential. */
const SHORTEST = 4;

/** Replaces each secret, also in its URL-encoded, JSON-escaped and base64 form, by `***`. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const known = new Set(secrets.flatMap(formsOf));
  return {
    add: (secret) => {
      for (const form of formsOf(secret)) known.add(form);
    },
    redact: (text, also = []) => {
      // A secret may contain another one; its rest would stay readable if the shorter went first.
      const longestFirst = [...known, ...also.flatMap(formsOf)].sort((a, b) => b.length - a.length);
      return longestFirst.reduce((clean, form) => clean.replaceAll(form, '***'), text);
    },
  };
}

function formsOf(secret: string): readonly string[] {
  if (secret.length < SHORTEST) return [];
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  ];
}
