import { parse } from 'yaml';
import { blocks, examples, type Shown, shownWorkflows } from '../../scripts/shown-workflows.ts';

export type Step = {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};
export type Concurrency = { readonly group: string; readonly 'cancel-in-progress': boolean | string };
export type Job = {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly steps: readonly Step[];
};
export type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
};
export const EXAMPLES = examples();
export const SHOWN_WORKFLOWS = shownWorkflows();

/** All YAML that a reader may copy, parts of workflows included. */
export const SNIPPETS: readonly Shown[] = [...EXAMPLES, ...blocks('yaml')];

export const workflowOf = ({ text }: Shown): Workflow => parse(text) as Workflow;

/** The steps anywhere in a snippet: of a workflow, of a job, or a bare list. */
export function stepsOf({ text }: Shown): readonly Step[] {
  const found: Step[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('uses' in node || 'run' in node) found.push(node as Step);
    else for (const child of Object.values(node)) walk(child);
  };
  walk(parse(text));
  return found;
}

export const isOurs = ({ uses }: Step): boolean => /\/cloud-build-action@/.test(uses ?? '');

/** What the step is given, without the name that `with` has in its type. */
export const inputsOf = (step: Step): Readonly<Record<string, unknown>> => step.with ?? {};

/**
 * A string with `${{ }}` for that `github` context, as a runner would fill it in: property paths, literals, `||`, `&&`,
 * `==`, `!=`, `!` and brackets. What an expression asks of another context counts as the text of its name.
 */
export function filledIn(text: string, github: object): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) =>
    String(evaluate(expression, github)),
  );
}

function evaluate(expression: string, github: object): unknown {
  const source = expression.replace(/'[^']*'|[a-z][\w-]*(?:\.[\w-]+)+/gi, (part) =>
    part.startsWith("'") ? part : `get(${JSON.stringify(part)})`,
  );
  const get = (path: string): unknown => {
    const [context, ...keys] = path.split('.');
    if (context !== 'github') return path;
    return (
      keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], github) ?? ''
    );
  };
  return new Function('get', `return ${source};`)(get);
}
