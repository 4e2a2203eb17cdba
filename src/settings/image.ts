import { omitUndefined } from '../omit-undefined.ts';
import { type Faults, quote } from './faults.ts';
import type { Project } from './project-files/project-files.ts';
import type { InputReader } from './reader.ts';
import type { Settings } from './settings.ts';

/** One part of a repository's name, and a tag (the reference grammar of container registries). */
const NAME_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/**
 * The image's name: the input, the project file's, the agent's, the repository's. The tag is the input's; a
 * project file's tag (often `latest`) names an image that exists, so that it counts only where none is built.
 */
export function nameImage(
  reader: InputReader,
  project: Project | undefined,
  agent: Settings['agent'],
  build: Settings['build'],
  repository: string | undefined,
  faults: Faults,
): Settings['image'] {
  const givenName = reader.text('image-name');
  const givenTag = reader.text('image-tag');
  if (givenName !== undefined && !givenName.split('/').every((part, index) => isNamePart(part, index))) {
    const accepted = 'lower-case letters and digits, divided by one of . _ -, without a tag';
    faults.add({
      where: 'image-name',
      problem: `${quote(givenName)} is not an image name`,
      accepted,
      ...meant(givenName),
    });
  }
  if (givenTag !== undefined && !TAG.test(givenTag)) {
    const accepted = 'letters, digits, _ . -, at most 128, not beginning with . or -';
    faults.add({ where: 'image-tag', problem: `${quote(givenTag)} is not an image tag`, accepted });
  }
  const agentName = agent?.by === 'agent-name' ? agent.value : project?.file.agentName;
  return omitUndefined({
    name:
      givenName ??
      project?.imageName ??
      (agentName && asName(agentName)) ??
      (repository && asName(repository)),
    tag: givenTag ?? (build === 'never' ? project?.imageTag : undefined),
  });
}

/** The first part may be a registry's host with a port. */
function isNamePart(part: string, index: number): boolean {
  return NAME_PART.test(part) || (index === 0 && /^[a-z0-9.-]+:\d{1,5}$/.test(part));
}

function meant(given: string): { meant?: string } {
  const name = asName(given.replace(/:[^/]*$/, ''));
  return name === undefined ? {} : { meant: name };
}

/** Text that was not written as an image name, made one; absent where nothing of it may stay. */
function asName(text: string): string | undefined {
  const name = text
    .toLowerCase()
    .split('/')
    .map((part) =>
      part
        .replaceAll(/[^a-z0-9._-]+/g, '-')
        .replaceAll(/[._-]{2,}/g, '-')
        .replaceAll(/^[._-]+|[._-]+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('/');
  return name === '' ? undefined : name;
}
