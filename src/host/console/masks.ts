import { SHORTEST_SECRET, secretForms } from '../../secret-forms.ts';
import type { HostTraits } from '../host.ts';

type Masks = {
  /** Adds the value; returns the texts to register with the runner, one command each. */
  readonly add: (value: string) => readonly string[];
  /** The text with every added value as `***`. */
  readonly maskText: (text: string) => string;
};

/**
 * Secrets are masked twice: by the runner, and by us in all that we print, because Gitea's runners before 1.0.7 miss
 * values with `%` or several lines (docs/platform.md, "Commands and log").
 */
export function openMasks(can: HostTraits): Masks {
  let secrets: readonly string[] = [];
  return {
    add(value) {
      const lines = linesOf(value);
      // Longest first: if a secret contains another one, its rest must not stay readable.
      secrets = [...new Set([...secrets, ...lines.flatMap(secretForms)])].sort((a, b) => b.length - a.length);
      return can.readsCommandsGreedily ? lines.flatMap((line) => linesOf(line, '::')) : lines;
    },
    maskText(text) {
      let concealed = text;
      for (const secret of secrets) {
        if (concealed.includes(secret)) concealed = concealed.replaceAll(secret, '***');
      }
      return concealed;
    },
  };
}

/**
 * Line by line for every host. Where commands are read greedily, a value with `::` would be printed instead of
 * masked, so its parts are registered.
 */
function linesOf(value: string, separator: string | RegExp = /[\r\n]+/): string[] {
  return value
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_SECRET);
}
