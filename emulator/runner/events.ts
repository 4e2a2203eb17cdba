/** What a runner made of one line of output. `raw` is the line as it came. */
export type LogEvent = { readonly raw: string; readonly stream: 'stdout' | 'stderr' } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'endgroup' }
  | ({ readonly kind: 'annotation' } & Annotation)
  | { readonly kind: 'debug'; readonly text: string }
  | { readonly kind: 'mask'; readonly value: string }
  | { readonly kind: 'output' | 'state' | 'env'; readonly name: string; readonly value: string }
  /** A command that was obeyed and that an action has no reason to send: paths, matchers, echo, stop-commands. */
  | { readonly kind: 'command'; readonly name: string; readonly data: string }
  /** A command that the runner refused, with what it says; `fails` where the step fails with it. */
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string; readonly fails: boolean }
);

export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  /** False past the tenth of its level: GitHub keeps no more for one step. */
  readonly kept: boolean;
};
