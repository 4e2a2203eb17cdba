import { join } from 'node:path';
import { readYaml } from '../yaml.ts';

/** What a runner reads from action.yml. Paths are absolute. */
export type Action = {
  readonly main: string;
  readonly post?: string;
  /** Input name → default, as written. */
  readonly defaults: Readonly<Record<string, string>>;
};

type Document = {
  readonly inputs?: Readonly<Record<string, { readonly default?: string | number | boolean } | null>>;
  readonly runs: { readonly main: string; readonly post?: string };
};

export function readAction(folder: string): Action {
  const document = readYaml(join(folder, 'action.yml')) as Document;
  const defaults = Object.entries(document.inputs ?? {}).map(([name, input]) => [
    name,
    String(input?.default ?? ''),
  ]);
  return {
    main: join(folder, document.runs.main),
    ...(document.runs.post ? { post: join(folder, document.runs.post) } : {}),
    defaults: Object.fromEntries(defaults),
  };
}

/**
 * `INPUT_` variables: upper case, spaces to underscores, hyphens kept. The only known expression is the token's.
 * @throws Error if a given input is not declared: runners only warn, but a test should fail on a misspelt one.
 */
export function inputVariables(
  action: Action,
  given: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in action.defaults));
  if (unknown.length > 0) throw new Error(`action.yml declares no input named ${unknown.join(', ')}`);
  const all = { ...action.defaults, ...given };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value.replace(/\$\{\{\s*github\.token\s*\}\}/g, token),
    ]),
  );
}
