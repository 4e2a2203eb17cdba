import { readText } from './project-files/project-files.ts';
import { isInside, resolveLinks } from './workspace/workspace.ts';

/** `name` of the mapping `agent` in manifest.yaml; `agent_name` of pcc-deploy.toml. */
const NAME = /^\s+name:\s*["']?([a-z0-9-]+)["']?\s*(?:#.*)?$/;
const TOML_NAME = /^agent_name\s*=\s*["']([a-z0-9-]+)["']\s*(?:#.*)?$/;

/**
 * The agent's name in a project file that has faults. Read line by line, as the file may not parse: it is only what
 * the faults are reported under, so that the comment's section of this agent does not stay as it was.
 * @param path of the file, relative to the workspace
 */
export async function declaredAgent(workspace: string, path: string): Promise<string | undefined> {
  const file = resolveLinks(workspace, path);
  if (!isInside(workspace, file)) return undefined;
  const content = await readText(file);
  return 'text' in content ? agentNameIn(content.text) : undefined;
}

export function agentNameIn(text: string): string | undefined {
  let isAgent = false;
  for (const line of text.split(/\r?\n/)) {
    const toml = TOML_NAME.exec(line)?.[1];
    if (toml !== undefined) return toml;
    if (/^\S/.test(line) && !line.startsWith('#')) isAgent = /^agent:\s*(?:#.*)?$/.test(line);
    const name = isAgent ? NAME.exec(line)?.[1] : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}
