import { parse } from 'yaml';
import { blocks, examples, type Shown, shownWorkflows } from '../../scripts/shown-workflows.ts';

export type Step = {
  readonly id?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
};
export type Concurrency = { readonly group: string; readonly 'cancel-in-progress': boolean | string };
export type Job = {
  readonly if?: string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
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
    const { uses, run } = node as Readonly<Record<string, unknown>>;
    if (typeof uses === 'string' || typeof run === 'string') found.push(node as Step);
    else for (const child of Object.values(node)) walk(child);
  };
  walk(parse(text));
  return found;
}

export const isOurs = ({ uses }: Step): boolean => /\/cloud-build-action@/.test(uses ?? '');

/** What the step is given, without the name that `with` has in its type. */
export const inputsOf = (step: Step): Readonly<Record<string, unknown>> => step.with ?? {};

/** What `${{ }}` may ask: `github`, `matrix`, `steps`, … */
export type Contexts = Readonly<Record<string, unknown>>;

/**
 * A string with its `${{ }}` filled in as a runner would: property paths, literals, operators, brackets and the functions
 * below. What is not there is empty.
 */
export function filledIn(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) =>
    String(evaluate(expression, contexts)),
  );
}

/** Whether a job or a step with that `if` runs; without one it does. */
export function runsIf(condition: string | undefined, contexts: Contexts): boolean {
  return condition === undefined || Boolean(evaluate(condition, contexts));
}

const FUNCTIONS = {
  contains: (all: string | readonly unknown[], one: unknown) => all.includes(one as string),
  fromJSON: (text: string): unknown => JSON.parse(text),
  format: (text: string, ...values: readonly unknown[]) =>
    text.replace(/\{(\d+)\}/g, (_whole, index: string) => String(values[Number(index)])),
  always: () => true,
};

function evaluate(expression: string, contexts: Contexts): unknown {
  const source = expression.replace(/'[^']*'|[a-z][\w-]*(?:\.[\w-]+)+/gi, (part) =>
    part.startsWith("'") ? part : `get(${JSON.stringify(part)})`,
  );
  const get = (path: string): unknown =>
    path.split('.').reduce<unknown>((at, key) => (at as Contexts | undefined)?.[key], contexts) ?? '';
  const known = { ...FUNCTIONS, get };
  return new Function(...Object.keys(known), `return ${source};`)(...Object.values(known));
}
