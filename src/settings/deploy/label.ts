import { createHash } from 'node:crypto';

/** Characters (contracts/README.md, Limits). */
const LONGEST = 30;
/** Hexadecimal digits of the hash that distinguishes changed labels. */
const HASH = 8;

/**
 * The label as the cloud will store it: lowered, only letters, digits and hyphens, at most 30 characters
 * (contracts/sgp.openapi.yaml, createDeployment). Done here too, so that previews can be found by it. A label that
 * had to be changed ends in a hash of the original, so that two branches never share a label: `PR.-7` must not become
 * `pr-7`, and two long names must not become their common beginning.
 * @returns empty where the text has no valid character
 */
export function sanitizeLabel(text: string): string {
  const kept = text.toLowerCase().replaceAll(/[^a-z0-9-]/g, '');
  if (kept === '' || (kept === text && kept.length <= LONGEST)) return kept;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH);
  return `${kept.slice(0, LONGEST - HASH - 1).replace(/-+$/, '')}-${hash}`.replace(/^-/, '');
}

/** The label of a pull request's previews, if the author chose none. */
export function pullRequestLabel(number: number): string {
  return `pr-${number}`;
}

/** The number in exactly `pr-<number>`; anything similar is another label. */
export function pullRequestIn(label: string): number | undefined {
  const [, digits] = /^pr-([1-9]\d{0,9})$/.exec(label) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether `<agent>-<label>` reads as the preview of a pull request of another agent: `a` with `b-pr-7`, `a-b` with `pr-7`. */
export function endsAsPullRequest(label: string): boolean {
  return /-pr-[1-9]\d*$/.test(label);
}
