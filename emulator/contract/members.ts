import type { Schema } from './document.ts';

const BRANCHES = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * The names of the members in any branch of a schema, or `undefined` if it accepts any. `resolve` finds the target of
 * a `$ref` of its document.
 */
export function memberNames(
  schema: Schema,
  resolve: (reference: string) => Schema,
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const seen = new Set<Schema>();
  const isOpen = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null || seen.has(node as Schema)) return false;
    const entry = node as Schema;
    seen.add(entry);
    for (const name of Object.keys(entry.properties ?? {})) names.add(name);
    if (entry.additionalProperties !== undefined && entry.additionalProperties !== false) return true;
    if (typeof entry.$ref === 'string' && isOpen(resolve(entry.$ref))) return true;
    return BRANCHES.some((branch) => Array.isArray(entry[branch]) && entry[branch].some(isOpen));
  };
  return isOpen(schema) ? undefined : names;
}
