import { resolve } from 'node:path';
import type { FilePlace } from '../../errors.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import { type Faults, quote } from '../faults.ts';
import type { Declared, Project } from '../project-files/project-files.ts';
import type { InputReader } from '../reader.ts';
import type { ContextSettings } from '../settings.ts';
import { isFolder } from './files.ts';
import { isInside, resolveLinks, shown } from './paths.ts';

/**
 * What is packed: from the inputs, else from the project file, else by default. Nothing outside of the workspace,
 * also not through a link.
 * @param mustExist whether this run reads the folder; a closed pull request has no checkout
 */
export function resolveContext(
  reader: InputReader,
  project: Project | undefined,
  workspace: string,
  mustExist: boolean,
  faults: Faults,
): ContextSettings {
  const confine = confinement(workspace, project, faults);
  const root = resolveRoot(reader, project, workspace, mustExist, confine);
  // If the root was refused, what is below it needs no fault of its own.
  const looksBelow = mustExist && isInside(workspace, root) && isFolder(root);
  const declared = project?.context;
  return omitUndefined({
    workspace,
    root,
    dockerfile: resolveDockerfile(reader, project, workspace, root, confine),
    exclude: declared?.exclude,
    ignoreFile: declared?.ignoreFile && resolveIgnoreFile(root, declared.ignoreFile, confine),
    includePaths: declared?.includePaths && resolveIncludes(root, declared.includePaths, looksBelow, confine),
  });
}

type Confine = {
  /** Resolves links and adds a fault where the path leaves the folder; the fault names the resolved path. */
  readonly inside: (folder: string, path: string, what: string, origin: string | Declared) => string;
  /** Adds a fault at the origin of the value: the input, or the file and line that declare it. */
  readonly refuse: (what: string, origin: string | Declared, problem: string) => void;
};

function confinement(workspace: string, project: Project | undefined, faults: Faults): Confine {
  const file = project ? shown(workspace, project.file.path) : '';
  const refuse: Confine['refuse'] = (what, origin, problem) => {
    if (typeof origin === 'string') faults.add({ where: what, problem: `${quote(origin)} ${problem}` });
    else {
      const where = [file, origin.line].filter((part) => part !== undefined).join(':');
      const place = omitUndefined<FilePlace>({ file, line: origin.line });
      faults.add({ where, problem: `${origin.field ?? what} ${quote(origin.text)} ${problem}`, place });
    }
  };
  return {
    refuse,
    inside(folder, path, what, origin) {
      const resolved = resolveLinks(folder, path);
      const limit = folder === workspace ? `the workspace ${workspace}` : `the context ${folder}`;
      if (!isInside(folder, resolved)) refuse(what, origin, `leads to ${resolved}, outside ${limit}`);
      return resolved;
    },
  };
}

function resolveRoot(
  reader: InputReader,
  project: Project | undefined,
  workspace: string,
  mustExist: boolean,
  confine: Confine,
): string {
  const input = reader.explicit('context');
  const declared = input === undefined ? project?.context?.root : undefined;
  const [what, origin] = declared ? ['context root', declared] : ['context', input ?? '.'];
  const root = confine.inside(
    workspace,
    declared?.absolute ?? resolve(workspace, input ?? '.'),
    what,
    origin,
  );
  if (mustExist && isInside(workspace, root) && !isFolder(root)) {
    confine.refuse(what, origin, `is not a folder (looked at ${root})`);
  }
  return root;
}

function resolveDockerfile(
  reader: InputReader,
  project: Project | undefined,
  workspace: string,
  root: string,
  confine: Confine,
) {
  const input = reader.explicit('dockerfile');
  const declared = input === undefined ? project?.context?.dockerfile : undefined;
  const path = resolve(root, declared?.text ?? input ?? 'Dockerfile');
  // With many agents it is relative to the context of each, and checked there.
  if (reader.text('agents') !== undefined) return path;
  // If the root was refused, its Dockerfile needs no second fault.
  if (!isInside(workspace, root)) return path;
  // A project file's Dockerfile must be below its root; an input may name any in the workspace, as with docker build.
  confine.inside(declared ? root : workspace, path, 'dockerfile', declared ?? input ?? 'Dockerfile');
  return path;
}

function resolveIgnoreFile(root: string, declared: Declared, confine: Confine): string {
  const path = resolve(root, declared.text);
  confine.inside(root, path, 'ignore file', declared);
  return path;
}

function resolveIncludes(
  root: string,
  declared: readonly Declared[],
  looksBelow: boolean,
  confine: Confine,
): readonly string[] {
  const paths: string[] = [];
  for (const include of declared) {
    const path = resolve(root, include.text);
    confine.inside(root, path, 'include path', include);
    if (looksBelow && isInside(root, path) && !isFolder(path)) {
      confine.refuse('include path', include, `is not a folder (looked at ${path})`);
    }
    paths.push(shown(root, path));
  }
  return paths;
}
