import { SHORTEST_SECRET, secretForms } from '../../secret-forms.ts';
import type { HostTraits } from '../host.ts';

export type Masks = {
  /** Remembers the value; returns the texts to be registered with the runner, one command each. */
  readonly add: (value: string) => readonly string[];
  /** The text with every remembered value as `***`. */
  readonly maskText: (text: string) => string;
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
 * Line by line for every host. Where commands are read greedily, a value with `::` would be printed instead
 * of masked, so its parts are registered there.
 */
function linesOf(value: string, separator: string | RegExp = /[\r\n]+/): string[] {
  return value
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_SECRET);
}
