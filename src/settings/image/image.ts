import { omitUndefined } from '../../omit-undefined.ts';
import { type Faults, quote } from '../faults.ts';
import type { Project } from '../project-files/project-files.ts';
import type { InputReader } from '../reader.ts';
import type { Settings } from '../settings.ts';
import { isImageTag, isNamePart, parseReference } from './reference.ts';

type ImageSources = {
  readonly reader: InputReader;
  readonly project: Project | undefined;
  readonly agent: Settings['agent'];
  readonly build: Settings['build'];
  /** The repository's name. */
  readonly repository: string | undefined;
  /** The input `image`. */
  readonly given: string | undefined;
};

/**
 * The image's name: the input, the project file's, the agent's, the repository's. The tag comes from the input. A
 * project file's tag (often `latest`) names an existing image, so it counts only where nothing is built.
 */
export function nameImage(
  { reader, project, agent, build, repository, given }: ImageSources,
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
  if (givenTag !== undefined && !isImageTag(givenTag)) {
    const accepted = 'letters, digits, _ . -, at most 128, not beginning with . or -';
    const problem = `${quote(givenTag)} is not an image tag`;
    faults.add({ where: 'image-tag', problem, accepted, ...meantTag(givenTag) });
  }
  const isNamed = givenName !== undefined || givenTag !== undefined || reader.text('build-id') !== undefined;
  const agentName = agent?.by === 'agent-name' ? agent.value : project?.file.agentName;
  const reference = build !== 'never' || isNamed ? undefined : (given ?? project?.image);
  if (reference !== undefined) return omitUndefined({ reference, ...namesIn(reference) });
  return omitUndefined({
    name:
      givenName ??
      project?.imageName ??
      (agentName && imageNameFrom(agentName)) ??
      (repository && imageNameFrom(repository)),
    tag: givenTag ?? (build === 'never' ? project?.imageTag : undefined),
  });
}

/** The image's name in a reference, including its registry. */
function namesIn(reference: string): { name?: string | undefined; tag?: string | undefined } {
  const parsed = parseReference(reference);
  if (parsed === undefined) return {};
  const { host, path, tag } = parsed;
  return { name: host === undefined ? path : `${host}/${path}`, tag };
}

function meant(given: string): { meant?: string } {
  const name = imageNameFrom(given.replace(/@.*$|:[^/]*$/s, ''));
  return name === undefined ? {} : { meant: name };
}

/** The name of a branch, as `feature/login`, is often given. */
function meantTag(given: string): { meant?: string } {
  const tag = given
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128);
  return /[A-Za-z0-9]/.test(tag) ? { meant: tag } : {};
}

/** Any text as an image name; `undefined` where no valid character is left. */
export function imageNameFrom(text: string): string | undefined {
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
