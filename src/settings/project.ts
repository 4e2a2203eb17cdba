import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { CloudTraits } from '../clouds/traits.ts';
import type { DeployTarget } from './deploy/deploy.ts';
import { type Faults, quote } from './faults.ts';
import { type Project, readProjectFile, readText, type Source } from './project-files/project-files.ts';
import type { InputReader } from './reader.ts';
import { isInside, resolveLinks, shown } from './workspace/workspace.ts';

/** The facts of the run that decide which files must exist. */
type ProjectNeed = {
  readonly workspace: string;
  readonly target: DeployTarget;
  /** A closed pull request has no checkout: a missing file is not a fault. */
  readonly closed: boolean;
};

/** The project file that `manifest` names, with the environments that a deploy also sends. */
export async function openProject(
  reader: InputReader,
  traits: CloudTraits,
  need: ProjectNeed,
  faults: Faults,
): Promise<Project | undefined> {
  const kind = traits.projectFile;
  if (kind === undefined) return undefined;
  const sendsFiles = traits.inputs.has('environment-config') && need.target !== 'none' && !need.closed;
  const manifest = reader.text('manifest');
  if (manifest === undefined) {
    if (sendsFiles) await addMissing(reader, kind, need.workspace, faults);
    return undefined;
  }
  const source = await openSource('manifest', manifest, need, faults);
  if (!source) return undefined;
  const project = await readProjectFile(source, kind, faults);
  if (!project || !sendsFiles) return project;
  return withEnvironments(reader, project, source, need, faults);
}

async function withEnvironments(
  reader: InputReader,
  project: Project,
  manifest: Source,
  need: ProjectNeed,
  faults: Faults,
): Promise<Project> {
  const beside = shown(need.workspace, join(dirname(manifest.path), 'environments.yaml'));
  const given = reader.text('environment-config') ?? beside;
  const source = await openSource(
    'environment-config',
    given,
    need,
    faults,
    `beside the manifest ${manifest.path}`,
  );
  if (!source) return project;
  const { checkEnvironments } = await import(
    /* webpackChunkName: "environments" */ './project-files/environments.ts'
  );
  const warnings = checkEnvironments(source, faults);
  const environmentConfig = { path: source.path, text: source.text };
  return {
    ...project,
    file: { ...project.file, environmentConfig, warnings: [...project.file.warnings, ...warnings] },
  };
}

/** @returns `undefined` where the file cannot be read; the fault names the path. */
async function openSource(
  where: 'manifest' | 'environment-config',
  given: string,
  { workspace, closed }: ProjectNeed,
  faults: Faults,
  note?: string,
): Promise<Source | undefined> {
  const path = resolveLinks(workspace, given);
  if (!isInside(workspace, path)) {
    faults.add({ where, problem: `${quote(given)} leads to ${path}, outside the workspace ${workspace}` });
    return undefined;
  }
  const content = await readText(path);
  if ('text' in content) return { path, name: shown(workspace, path), text: content.text };
  if (!closed) {
    const looked = `looked at ${[path, note].filter((part) => part !== undefined).join(', ')}`;
    faults.add({ where, problem: `${quote(given)} ${content.problem} (${looked})` });
  }
  return undefined;
}

/** Adds a fault with the files that were searched, and suggests one that exists. */
async function addMissing(
  reader: InputReader,
  kind: string,
  workspace: string,
  faults: Faults,
): Promise<void> {
  const folder = resolve(workspace, reader.text('context') ?? '.');
  const found = await projectFileIn(reader, kind, workspace);
  faults.add({
    where: 'manifest',
    problem: `missing: a deploy sends it and its environments (looked for ${join(folder, kind)} and ${join(folder, 'environments.yaml')})`,
    accepted: `the path of ${kind}`,
    ...(found ? { meant: found } : {}),
  });
}

/** In the context folder, else in the workspace. */
async function projectFileIn(
  reader: InputReader,
  kind: string,
  workspace: string,
): Promise<string | undefined> {
  for (const folder of [resolve(workspace, reader.text('context') ?? '.'), workspace]) {
    const path = join(folder, kind);
    if (!isInside(workspace, path)) continue;
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return shown(workspace, path);
  }
  return undefined;
}
