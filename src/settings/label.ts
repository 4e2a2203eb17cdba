/** Characters (contracts/README.md, Limits). */
const LONGEST = 30;

export type Label = {
  /** Empty where nothing of the text may stand in a label. */
  readonly label: string;
  /** The label lost characters at its end. */
  readonly shortened: boolean;
};

/**
 * The label as the cloud will store it: lowered, only letters, digits and hyphens, at most 30 characters
 * (contracts/sgp.openapi.yaml, createDeployment). Done here too, so that previews are found again by it.
 */
export function sanitizeLabel(text: string): Label {
  const kept = text.toLowerCase().replaceAll(/[^a-z0-9-]/g, '');
  return { label: kept.slice(0, LONGEST), shortened: kept.length > LONGEST };
}

/** The label of a pull request's previews where the author chose none. */
export function pullRequestLabel(number: number): string {
  return `pr-${number}`;
}
