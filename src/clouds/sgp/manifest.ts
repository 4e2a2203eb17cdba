import { isFields, textOf } from '../reply.ts';

/** Manifest texts that are remembered with their agent: previews of one project mostly have the same. */
const REMEMBERED = 50;

/** Characters; the same limit as for our own project files. */
const LARGEST = 256 * 1024;

/** The agent's name in a manifest's text, `undefined` where it gives none. */
export type AgentOf = (manifest: string) => string | undefined;

/** Loads the YAML reader, which only previews need. */
export async function manifestReader(): Promise<AgentOf> {
  const { parse } = await import(/* webpackChunkName: "yaml" */ 'yaml');
  const cached = new Map<string, string | undefined>();
  const read = (manifest: string): string | undefined => {
    if (manifest.length > LARGEST) return undefined;
    try {
      // Searching for duplicate keys takes quadratic time, and anybody on the account may have written this.
      const fields: unknown = parse(manifest, { maxAliasCount: 0, logLevel: 'silent', uniqueKeys: false });
      if (!isFields(fields)) return undefined;
      // The vendor's short form has the name at the top level.
      return isFields(fields.agent) ? textOf(fields.agent, 'name') : textOf(fields, 'name');
    } catch {
      return undefined;
    }
  };
  return (manifest) => {
    if (!cached.has(manifest)) {
      if (cached.size === REMEMBERED) cached.clear();
      cached.set(manifest, read(manifest));
    }
    return cached.get(manifest);
  };
}
