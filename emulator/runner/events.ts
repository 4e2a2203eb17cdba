/** What a runner made of one line of output. `raw` is the line as it came. */
export type LogEvent = { readonly raw: string; readonly stream: 'stdout' | 'stderr' } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'endgroup' }
  | ({ readonly kind: 'annotation' } & Annotation)
  | { readonly kind: 'debug'; readonly text: string }
  | { readonly kind: 'mask'; readonly value: string }
  | { readonly kind: 'output' | 'state' | 'env'; readonly name: string; readonly value: string }
  /** A command that the runner executed, although an action should not send it: paths, matchers, echo, stop-commands. */
  | { readonly kind: 'command'; readonly name: string; readonly data: string }
  /** A command that the runner refused, with its message; `fails` if this fails the step. */
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string; readonly fails: boolean }
);

export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  /** False after the tenth of its level: GitHub keeps only ten for one step. */
  readonly kept: boolean;
};
