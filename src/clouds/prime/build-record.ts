import { omitUndefined } from '../../omit-undefined.ts';
import type { Artifact, Build, BuildStatus } from '../cloud.ts';
import { isBuildEnd } from '../cloud.ts';
import { ReplyFault } from '../http.ts';
import { type Fields, fieldsOf, instantOf, isFields, requiredText, textOf } from '../reply.ts';

/** In lower case; what is not listed is `unknown` (contracts/prime.openapi.yaml, getBuild). */
const STATUSES: Readonly<Record<string, BuildStatus>> = {
  pending: 'queued',
  uploading: 'queued',
  building: 'running',
  completed: 'succeeded',
  failed: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

const CONTAINER_IMAGE = 'CONTAINER_IMAGE';
export const VM_IMAGE = 'VM_SANDBOX';
export const VM_IMAGE_KIND = 'VM image';
const KIND_WORDS: Readonly<Record<string, string>> = {
  [CONTAINER_IMAGE]: 'container image',
  [VM_IMAGE]: VM_IMAGE_KIND,
};

/** An artifact with the members that only this folder uses. */
export type ArtifactRow = Artifact & { readonly type: string; readonly fields: Fields };

/** A build group of any published shape: the artifacts are absent in flat answers (contracts/README.md, disagreement 17). */
export type Group = {
  readonly fields: Fields;
  readonly rawStatus: string;
  readonly artifacts: readonly ArtifactRow[];
};

/** @throws {ReplyFault} where not even a status is reported. A status alone is enough. */
export function readGroup(reply: unknown): Group {
  const fields = fieldsOf(reply, 'a build');
  const rawStatus = requiredText(fields, 'the build', 'status');
  const rows = Array.isArray(fields.artifacts) ? fields.artifacts.filter(isFields) : [];
  return { fields, rawStatus, artifacts: rows.map((row) => readArtifact(row, rawStatus)) };
}

function readArtifact(fields: Fields, groupStatus: string): ArtifactRow {
  const rawStatus = textOf(fields, 'status') ?? groupStatus;
  const type = typeOf(fields);
  return omitUndefined<ArtifactRow>({
    id: textOf(fields, 'id'),
    kind: Object.hasOwn(KIND_WORDS, type) ? (KIND_WORDS[type] ?? type) : type,
    status: statusOf(rawStatus),
    rawStatus,
    image: imageIn(fields),
    error: errorIn(fields),
    type,
    fields,
  });
}

export function typeOf(fields: Fields): string {
  return textOf(fields, 'artifactType', 'artifact_type')?.toUpperCase() ?? CONTAINER_IMAGE;
}

function statusOf(rawStatus: string): BuildStatus {
  const word = rawStatus.toLowerCase();
  return (Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined) ?? 'unknown';
}

function imageIn(fields: Fields): string | undefined {
  return textOf(fields, 'fullImagePath', 'full_image_path');
}

function errorIn(fields: Fields): string | undefined {
  return textOf(fields, 'errorMessage', 'error_message');
}

/**
 * The build, judged by its container image: image and error come from that artifact first, then from any other, then
 * from the top level.
 *
 * @param askedId the id that was asked for, since an answer may hold nothing but a status; a listed build has its own
 * id.
 * @throws {ReplyFault} naming the member without which nothing can be done.
 */
export function readBuild(reply: unknown, askedId?: string): Build {
  const group = readGroup(reply);
  const container = group.artifacts.find(({ type }) => type === CONTAINER_IMAGE);
  const sources = [...(container ? [container] : []), ...group.artifacts].map(({ fields }) => fields);
  return buildOf(group, container, [...sources, group.fields], askedId);
}

/**
 * @param subject the artifact that decides how the build ended; without one the group's own status decides.
 * @param sources where image and error are read from, in this order.
 */
export function buildOf(
  group: Group,
  subject: ArtifactRow | undefined,
  sources: readonly Fields[],
  askedId: string | undefined,
): Build {
  const { fields } = group;
  const { status, rawStatus } = statusOfGroup(group, subject);
  const times = subject ? [subject.fields, fields] : [fields];
  const id = askedId ?? textOf(fields, 'id', 'build_id', 'buildId');
  if (id === undefined) throw new ReplyFault('`id` of the build is missing in the reply');
  return omitUndefined<Build>({
    id,
    status,
    rawStatus,
    imageName: textOf(fields, 'imageName', 'image_name'),
    imageTag: textOf(fields, 'imageTag', 'image_tag'),
    image: firstOf(sources, imageIn),
    createdAt: instantOf(fields, 'createdAt', 'created_at'),
    startedAt: firstOf(times, (from) => instantOf(from, 'startedAt', 'started_at')),
    endedAt: firstOf(times, (from) => instantOf(from, 'completedAt', 'completed_at')),
    error: status === 'succeeded' ? undefined : firstOf(sources, errorIn),
    artifacts: artifactsOf(group, rawStatus),
  });
}

/** A flat answer with a type is its own only artifact; without a type, the artifacts are unknown. */
function artifactsOf({ artifacts, fields }: Group, rawStatus: string): readonly Artifact[] | undefined {
  if (artifacts.length > 0) return artifacts.map(artifactOf);
  const hasType = textOf(fields, 'artifactType', 'artifact_type') !== undefined;
  return hasType ? [artifactOf(readArtifact(fields, rawStatus))] : undefined;
}

/**
 * Whether the server made a VM image and nothing else, as it does since the vendor's client 0.7: there is no
 * container image to derive one from (contracts/README.md, "Prime: two generations").
 */
export function isVmImageAlone({ artifacts = [] }: Build): boolean {
  return artifacts.length > 0 && artifacts.every(({ kind }) => kind === VM_IMAGE_KIND);
}

function firstOf(sources: readonly Fields[], read: (from: Fields) => string | undefined): string | undefined {
  for (const source of sources) {
    const found = read(source);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The group's status comes late and also covers artifacts that nobody asked for, so the artifact's own end wins.
 * Where the group has ended and the artifact has not, the artifact counts as ended too, unless another artifact ended
 * the group.
 */
function statusOfGroup(group: Group, subject: ArtifactRow | undefined): Pick<Build, 'status' | 'rawStatus'> {
  const whole = { status: statusOf(group.rawStatus), rawStatus: group.rawStatus };
  if (!subject || subject.status === whole.status) return whole;
  const others = group.artifacts.filter((one) => one !== subject);
  const endedAlone = isBuildEnd(whole.status) && !others.some(({ status }) => status === whole.status);
  return !isBuildEnd(subject.status) && endedAlone ? whole : subject;
}

function artifactOf({ type: _type, fields: _fields, ...artifact }: ArtifactRow): Artifact {
  return artifact;
}
