import { omitUndefined } from '../../omit-undefined.ts';
import type { Build, BuildStatus } from '../cloud.ts';
import { type Fields, fieldsOf, instantOf, isFields, requiredText, textOf } from '../reply.ts';

/**
 * In lower case; any other word is `unknown`, and the build is followed further (contracts/pipecat.openapi.yaml,
 * getBuild). No documented call cancels a build, but the word can only mean one thing.
 */
const STATUSES: Readonly<Record<string, BuildStatus>> = {
  pending: 'queued',
  building: 'running',
  success: 'succeeded',
  failed: 'failed',
  timeout: 'timed-out',
  cancelled: 'cancelled',
  canceled: 'cancelled',
};

/** What a build without the member was made with (contracts/pipecat.openapi.yaml, CreateBuildRequest). */
export const DEFAULT_DOCKERFILE = 'Dockerfile';

/**
 * A build, alone or as the `build` of an answer. `logsUrl` is left out: it leads into the vendor's own console.
 *
 * @throws {ReplyFault} naming the member without which nothing can be done.
 */
export function readBuild(reply: unknown): Build {
  const outer = fieldsOf(reply, 'a build');
  const fields = isFields(outer.build) ? outer.build : outer;
  const rawStatus = requiredText(fields, 'the build', 'status');
  const word = rawStatus.toLowerCase();
  return omitUndefined<Build>({
    id: requiredText(fields, 'the build', 'id'),
    status: (Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined) ?? 'unknown',
    rawStatus,
    image: textOf(fields, 'imageUri'),
    createdAt: instantOf(fields, 'createdAt'),
    startedAt: instantOf(fields, 'startedAt') ?? startOf(fields),
    endedAt: instantOf(fields, 'completedAt'),
    contextHash: textOf(fields, 'contextHash'),
    region: textOf(fields, 'region'),
    dockerfile: textOf(fields, 'dockerfilePath') ?? DEFAULT_DOCKERFILE,
    imageBytes: amountOf(fields.imageSizeBytes),
    contextBytes: amountOf(fields.contextSizeBytes),
    // Only of builds that the cloud made from a repository of GitHub.
    sourceRepo: repositoryOf(textOf(fields, 'repoFullName')),
    sourceRef: textOf(fields, 'ref')?.replace(/^refs\/(?:heads|tags)\//, ''),
    sourceCommit: textOf(fields, 'commitSha'),
    error: textOf(fields, 'errorMessage', 'error'),
  });
}

function repositoryOf(fullName: string | undefined): string | undefined {
  return fullName === undefined ? undefined : `github.com/${fullName}`;
}

/** Counted back from the end, where only the duration is reported; numbers may come as texts. */
function startOf(fields: Fields): string | undefined {
  const end = Date.parse(instantOf(fields, 'completedAt') ?? '');
  const seconds = amountOf(fields.buildDurationSeconds);
  if (seconds === undefined || Number.isNaN(end)) return undefined;
  return new Date(end - seconds * 1000).toISOString();
}

/** A number that may come as a text; never below 0. */
function amountOf(value: unknown): number | undefined {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof amount === 'number' && amount >= 0 ? amount : undefined;
}

/** The inputs of a build: two builds with equal ones are equal (contracts/README.md, context hash). */
export type BuildInputs = {
  readonly contextHash: string;
  readonly dockerfile: string;
  /** Absent where the cloud chooses: then any will do. */
  readonly region?: string | undefined;
};

export function isOf(build: Build, { contextHash, dockerfile, region }: BuildInputs): boolean {
  return (
    build.contextHash === contextHash &&
    build.dockerfile === dockerfile &&
    (region === undefined || build.region === region)
  );
}
