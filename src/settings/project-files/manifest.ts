import { dirname, resolve } from 'node:path';
import { omitUndefined } from '../../omit-undefined.ts';
import { type Faults, quote } from '../faults.ts';
import type { ProjectFile } from '../settings.ts';
import type { DeclaredContext, Project, Source } from './project-file.ts';
import { addFault, type Fields, openYaml } from './yaml-fields.ts';

/** manifest.yaml (contracts/README.md, "SGP: files that matter"); other fields are not read. */
export function readManifest(source: Source, faults: Faults): Project | undefined {
  const before = faults.count();
  const fields = openYaml(source, faults);
  if (!fields) return undefined;
  const warnings: string[] = [];
  const context = readContext(source, fields, warnings, faults);
  const agentName = readAgentName(source, fields, faults);
  const secrets = fields
    .each(['agent', 'credentials'], 'secret_name')
    .map(({ text: name, line }) => ({ name, ...(line !== undefined && { line }) }));
  const repository = fields.text(['deployment', 'image', 'repository'], 'optional')?.text;
  const imageTag = fields.text(['deployment', 'image', 'tag'], 'optional')?.text;
  if (faults.count() > before) return undefined;
  return omitUndefined({
    file: omitUndefined<ProjectFile>({
      path: source.path,
      text: source.text,
      agentName,
      warnings,
      secrets: secrets.length === 0 ? undefined : secrets,
    }),
    context,
    imageName: repository ? lastSegment(repository) : undefined,
    imageTag,
  });
}

/** A limit: each is looked up on disk, and each file of the context is compared with each of them. */
const MOST_INCLUDE_PATHS = 1_000;

function readContext(source: Source, fields: Fields, warnings: string[], faults: Faults): DeclaredContext {
  const root = fields.text(['build', 'context', 'root'], 'required');
  const includePaths = fields.texts(['build', 'context', 'include_paths']) ?? [];
  const field = 'build.context.include_paths';
  if (includePaths.length > MOST_INCLUDE_PATHS) {
    const problem = `names ${includePaths.length} folders; accepted: at most ${MOST_INCLUDE_PATHS}`;
    addFault(source, faults, field, problem, fields.line(field.split('.')));
  }
  if (includePaths.length === 0) {
    warnings.push(
      `${source.name}: ${field} has no folder, so only the Dockerfile and the ignore file are sent.`,
    );
  }
  return omitUndefined({
    root: root && { ...root, absolute: resolve(dirname(source.path), root.text) },
    dockerfile: fields.text(['build', 'context', 'dockerfile'], 'required'),
    ignoreFile: fields.text(['build', 'context', 'dockerignore'], 'optional'),
    includePaths,
  });
}

function readAgentName(source: Source, fields: Fields, faults: Faults): string | undefined {
  const name = fields.text(['agent', 'name'], 'optional');
  if (name && !/^[a-z0-9-]+$/.test(name.text)) {
    const problem = `is ${quote(name.text)}; accepted: lower-case letters, digits and hyphens`;
    addFault(source, faults, 'agent.name', problem, name.line);
  }
  return name?.text;
}

/** `registry.invalid/team/bot` → `bot`. */
function lastSegment(repository: string): string | undefined {
  return repository.split('/').filter(Boolean).at(-1);
}
