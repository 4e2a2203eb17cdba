import { basename, dirname, resolve } from 'node:path';
import { agentNameFrom } from './agent.ts';
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

/**
 * The same; where the file is missing or names none, its folder's name, as with `agents`: jobs of one repository would
 * otherwise all report in the section of the repository's name. `undefined` for a file at the root.
 */
export async function agentOfFile(workspace: string, path: string): Promise<string | undefined> {
  const declared = await declaredAgent(workspace, path);
  const folder = dirname(resolve(workspace, path));
  return declared ?? (folder === workspace ? undefined : agentNameFrom(basename(folder)));
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
