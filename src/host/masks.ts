import type { HostTraits } from './host.ts';

/** Shorter lines are no secrets, and hiding them would blot out the log and drop job outputs. */
const SHORTEST = 4;

export type Masks = {
  /** Remembers the value; returns the texts to be registered with the runner, one command each. */
  readonly add: (value: string) => readonly string[];
  /** The text with every remembered value as `***`. */
  readonly conceal: (text: string) => string;
};

/**
 * Secrets are hidden twice: by the runner, and by ourselves in all that we print, because runners before
 * Gitea 1.0.7 miss values with `%` or several lines (docs/platform.md, "Commands and log").
 */
export function openMasks(can: HostTraits): Masks {
  let secrets: readonly string[] = [];
  return {
    add(value) {
      const lines = linesOf(value);
      // Longest first: a secret that contains another one must not leave its rest behind.
      secrets = [...new Set([...secrets, ...lines.flatMap(formsOf)])].sort((a, b) => b.length - a.length);
      return can.readsCommandsGreedily ? lines.flatMap((line) => linesOf(line, '::')) : lines;
    },
    conceal(text) {
      let concealed = text;
      for (const secret of secrets) {
        if (concealed.includes(secret)) concealed = concealed.replaceAll(secret, '***');
      }
      return concealed;
    },
  };
}

/** Below this many characters an encoded form is no more telling than any other text. */
const SHORTEST_ENCODED = 8;

/** A secret as servers repeat it: plain, in a URL, in JSON, in base64. Runners before Gitea 3.0 hide the first alone. */
function formsOf(secret: string): readonly string[] {
  if (secret.length < SHORTEST_ENCODED) return [secret];
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64];
}

/**
 * Line by line for every host. Where commands are read greedily, a value with `::` would be printed instead
 * of masked, so its parts are registered there.
 */
function linesOf(value: string, separator: string | RegExp = /[\r\n]+/): string[] {
  return value
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST);
}
