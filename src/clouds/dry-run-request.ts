/** A request as a dry run prints it: nothing is sent, and no credential is part of it. */
export type DryRunRequest = {
  readonly method: string;
  readonly path: string;
  /** Form fields or JSON members, in words. */
  readonly fields: Readonly<Record<string, string>>;
};
