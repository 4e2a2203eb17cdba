import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CloudName } from '../../clouds/cloud.ts';
import type { CloudTraits } from '../../clouds/traits.ts';
import { type ContextScope, contextScopeOf, type RulesMemo } from '../../context/changes/changes.ts';
import type { TreeRequest } from '../../context/entry.ts';
import { messageOf, UserError } from '../../errors.ts';
import { declaredAgent } from '../../settings/declared-agent.ts';
import { collectFaults } from '../../settings/faults.ts';
import { type Project, readProjectFile, readText } from '../../settings/project-files/project-files.ts';
import { isInside, resolveLinks, shown } from '../../settings/workspace/workspace.ts';

/** An agent's folder, with what is needed to know whether it changed. */
export type Agent = {
  /** From its manifest, else the folder's own. */
  readonly name: string;
  /** Its manifest has faults and does not show its name: it may have another one. */
  readonly isNameGuessed?: true;
  /** Relative to the workspace; `.` for the workspace itself. */
  readonly path: string;
  /** Relative to the workspace; empty where there is none. */
  readonly manifest: string;
  /** The cloud that builds it. */
  readonly cloud: CloudName;
  /** Its manifest names a context root; otherwise its folder is the context. */
  readonly declaresContext: boolean;
  /** Absent where there is a `problem`. */
  readonly scope?: ContextScope;
  /** Why its context, and so whether it changed, is unknown. */
  readonly problem?: string;
  /** A build of it would find no Dockerfile. */
  readonly lacksDockerfile: boolean;
};

export type AgentSources = {
  readonly workspace: string;
  /** The cloud of a folder. */
  readonly traitsOf: (path: string) => CloudTraits;
  /** The input `dockerfile` where it was given: it wins over what a manifest declares. */
  readonly dockerfile?: string;
  /** The input `environment-config`, absolute: a deploy of each agent sends this file in place of its own. */
  readonly environmentConfig?: string;
  /** The name of an agent that is the whole workspace and has no manifest. */
  readonly workspaceName: string;
  readonly memo: RulesMemo;
};

const MANIFEST_NAMES = {
  'manifest.yaml': ['manifest.yaml', 'manifest.yml'],
  'pcc-deploy.toml': ['pcc-deploy.toml'],
} as const;

/** Reads the manifest of an agent's folder, if it has one, and what its context is made of. Never throws for a faulty one. */
export async function readAgent(path: string, sources: AgentSources): Promise<Agent> {
  const folder = resolve(sources.workspace, path);
  const traits = sources.traitsOf(path);
  const kind = traits.projectFile;
  const names = kind === undefined ? [] : MANIFEST_NAMES[kind];
  const name = names.find((one) => existsSync(join(folder, one)));
  const fallback = path === '.' ? sources.workspaceName : basename(path);
  const manifest = name === undefined ? '' : join(path, name);
  let agent = { name: fallback, path, cloud: traits.name, manifest, declaresContext: false };
  let isNameKnown = name === undefined;
  try {
    const project = kind && name ? await readManifest(manifest, kind, sources.workspace) : undefined;
    // Known also if the context it declares is faulty: a run must not take another one instead.
    agent = {
      ...agent,
      name: project?.file.agentName ?? fallback,
      declaresContext: project?.context?.root !== undefined,
    };
    isNameKnown = true;
    const request = requestOf(folder, project, sources, traits);
    const besides = [
      ...names.map((one) => join(folder, one)),
      // A deploy sends it as well (docs/interface.md, `environment-config`).
      ...(traits.inputs.has('environment-config')
        ? [sources.environmentConfig ?? join(folder, 'environments.yaml')]
        : []),
    ];
    return {
      ...agent,
      scope: await contextScopeOf(request, besides, sources.memo),
      lacksDockerfile: !hasDockerfile(request.dockerfile),
    };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const declared = isNameKnown ? agent.name : await declaredAgent(sources.workspace, manifest);
    return {
      ...agent,
      ...(declared === undefined ? { isNameGuessed: true } : { name: declared }),
      problem: messageOf(thrown),
      lacksDockerfile: false,
    };
  }
}

async function readManifest(
  path: string,
  kind: NonNullable<CloudTraits['projectFile']>,
  workspace: string,
): Promise<Project | undefined> {
  const absolute = join(workspace, path);
  const real = resolveLinks(workspace, path);
  if (!isInside(workspace, real)) throw new UserError(`${path} leads to ${real}, outside the workspace.`);
  const content = await readText(absolute);
  if ('problem' in content) throw new UserError(`${path} ${content.problem}.`);
  const faults = collectFaults();
  const project = await readProjectFile({ path: absolute, name: path, text: content.text }, kind, faults);
  if (faults.count() > 0) return faults.fail();
  return project;
}

function requestOf(
  folder: string,
  project: Project | undefined,
  sources: AgentSources,
  traits: CloudTraits,
): TreeRequest {
  const declared = project?.context;
  const root = declared?.root?.absolute ?? folder;
  return {
    workspace: sources.workspace,
    root,
    dockerfile: resolve(root, sources.dockerfile ?? declared?.dockerfile?.text ?? 'Dockerfile'),
    dockerfileEntry: traits.dockerfileEntry,
    ...(declared?.ignoreFile && { ignoreFile: resolve(root, declared.ignoreFile.text) }),
    ...(declared?.exclude && { exclude: declared.exclude }),
    ...(declared?.includePaths && {
      // As a run reads them: `../a` in the root `a` is the root itself.
      includePaths: declared.includePaths.map(({ text }) => shown(root, resolve(root, text))),
    }),
  };
}

function hasDockerfile(path: string): boolean {
  return (
    existsSync(path) || (basename(path) === 'Dockerfile' && existsSync(join(dirname(path), 'dockerfile')))
  );
}
