/**
 * The types that all modules share. Modules ask whether a cloud has a capability (`cloud.cancel`,
 * `cloud.deployments`), never for its name. Each cloud's own spelling stays inside its parser.
 */

import type { Build } from './build.ts';
import type { PolledLog, StreamedLog } from './build-log.ts';
import type { Deployments } from './deployment.ts';
import type { CloudName, Platform } from './names.ts';
import type { CloudTraits } from './traits.ts';

export * from './build.ts';
export type { PolledLog, StreamedLog } from './build-log.ts';
export * from './deployment.ts';
export type { CloudName, Platform } from './names.ts';
export type { CloudInput, CloudTraits } from './traits.ts';

/** Where the sources came from; what is unknown is absent and never fails a build. */
export type Source = {
  readonly commit?: string;
  readonly ref?: string;
  readonly repo?: string;
  readonly subpath?: string;
  readonly dirty?: boolean;
};

export type BuildTarget =
  | { readonly by: 'agent-id'; readonly agentId: string }
  | { readonly by: 'agent-name'; readonly agentName: string }
  | { readonly by: 'image' };

/** A packed context on disk, read as a stream: its length is known before the first byte is sent. */
export type ArchiveFile = {
  readonly path: string;
  /** Bytes of the gzip file. */
  readonly bytes: number;
  /** Lower-case hex MD5 of the gzip file's bytes; for clouds whose `contextHash` it is. */
  readonly md5?: string;
};

export type BuildRequest = {
  readonly archive: ArchiveFile;
  readonly target: BuildTarget;
  readonly imageName: string;
  readonly imageTag: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly platform?: Platform;
  /** Absent: an existing image stays as visible as it is. */
  readonly visibility?: 'private' | 'public';
  /** As given; a cloud with regions finds its default itself. */
  readonly region?: string;
  readonly source: Source;
  readonly workingTreeHash: string;
  /** The Dockerfile's name inside the archive. */
  readonly dockerfile: string;
};

/** An image of another place that is to become the account's: no context, no upload. */
export type ImageRequest = {
  /** The full reference. */
  readonly image: string;
  readonly target: BuildTarget;
  readonly imageName: string;
  readonly imageTag: string;
  /** The author chose name or tag. If not, a cloud that can derive both does so. */
  readonly isNamed: boolean;
  /** It becomes a public image of the platform that belongs to no account. */
  readonly isShared: boolean;
  readonly platform?: Platform;
  readonly visibility?: 'private' | 'public';
  readonly source: Source;
};

/** What is reported to the author while a request is on its way; a cloud calls these, it never prints. */
export type Progress = {
  /** One line for the log, e.g. which agent id belongs to a name. */
  readonly notice: (message: string) => void;
  /** One line for the debug log. */
  readonly debug?: (message: string) => void;
  /** A value that must not appear anywhere, e.g. a presigned URL; called before its first use. */
  readonly secret: (value: string) => void;
  /**
   * The build exists from now on and can be cancelled; called before anything else can fail. Called again when a
   * build that was `unstarted` is about to start, and for another build in place of one that stays unstarted.
   */
  readonly submitted: (build: Build) => void;
};

export type BuildFilter = {
  readonly agentName?: string;
  readonly imageName?: string;
  readonly workingTreeHash?: string;
  /** Without `region`: in the region that a submit without one goes to. */
  readonly contextHash?: string;
  readonly region?: string;
  readonly dockerfile?: string;
  readonly status?: 'succeeded';
  /** Builds created before this instant (ISO 8601, UTC) are of no interest; a hint where to stop paging. */
  readonly since?: string;
  /** How many builds the caller will read at the most; a hint for the page size. */
  readonly atMost?: number;
};

export type UndeployedAgent = { readonly agentName: string; readonly builds: number; readonly latest: Build };

export type FoundImage = { readonly visibility?: 'private' | 'public' };

/** One build cloud. Optional members are capabilities: a cloud without the member cannot do it. */
export type Cloud = {
  readonly name: CloudName;
  readonly traits: CloudTraits;
  /**
   * Sends the archive and starts a build. If the answer is lost, the client looks for that build before it sends
   * again, so that there is never a second one.
   * @throws {HttpError} when the cloud refuses or cannot be reached; {UserError} when the request cannot fit.
   */
  readonly submit: (request: BuildRequest, progress: Progress, signal: AbortSignal) => Promise<Build>;
  /**
   * Registers an image that was built elsewhere as a build of the account, by one request. The build may be finished
   * at once; otherwise it is followed like any other. Absent where such an image is deployed directly, or is not
   * supported.
   */
  readonly register?: (request: ImageRequest, progress: Progress, signal: AbortSignal) => Promise<Build>;
  /** Which of these secrets the account does not have; throws where the key may not list them. */
  readonly missingSecrets?: (names: readonly string[], signal: AbortSignal) => Promise<readonly string[]>;
  readonly get: (buildId: string, signal: AbortSignal) => Promise<Build>;
  /** Newest first, page by page. */
  readonly list: (filter: BuildFilter, signal: AbortSignal) => AsyncIterable<Build>;
  readonly log?: StreamedLog | PolledLog;
  /** Asks for cancellation; a build that has ended is no error. */
  readonly cancel?: (buildId: string, signal: AbortSignal) => Promise<void>;
  readonly deployments?: Deployments;
  readonly undeployed?: (signal: AbortSignal) => Promise<readonly UndeployedAgent[]>;
  /** Whether a build already is what `derive` would make, because the server makes nothing else. */
  readonly isDerived?: (build: Build) => boolean;
  /** What the cloud knows of a finished build's image in addition to the build's record. */
  readonly describe?: (
    build: Build,
    signal: AbortSignal,
  ) => Promise<Pick<Build, 'imageBytes' | 'displayRef'>>;
  /**
   * The image of a finished build, as the cloud has it now; `undefined` where it was deleted, or a later build took its
   * name. Absent on clouds whose builds say that themselves.
   */
  readonly findImage?: (build: Build, signal: AbortSignal) => Promise<FoundImage | undefined>;
  /** Of an image that exists. @throws {UserError} where the cloud does not change it */
  readonly setVisibility?: (
    image: { readonly imageName: string; readonly imageTag: string },
    visibility: 'private' | 'public',
    signal: AbortSignal,
  ) => Promise<void>;
  /** A second artifact made from a finished build, e.g. Prime's VM image; followed like a build. */
  readonly derive?: (
    build: Build,
    progress: Pick<Progress, 'notice' | 'submitted'>,
    signal: AbortSignal,
  ) => Promise<Build>;
};
