import { randomBytes, randomUUID } from 'node:crypto';
import type { Builder, Script } from '../../builder/job.ts';
import type { BuildLog } from '../../builder/log.ts';
import type { UploadedFile } from '../../server/exchange.ts';
import type { PrimeOptions } from './options.ts';

/** The contract's ImageBuildStatusEnum. */
type PrimeStatus = 'PENDING' | 'UPLOADING' | 'BUILDING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';

type ArtifactType = 'CONTAINER_IMAGE' | 'VM_SANDBOX';

export type PrimeArtifact = {
  readonly id: string;
  readonly type: ArtifactType;
  readonly createdAt: Date;
  /** May be a status that the contract does not list. */
  status: PrimeStatus | (string & {});
  image: string | undefined;
  error: string | undefined;
  startedAt: Date | undefined;
  endedAt: Date | undefined;
};

/** A build group as the emulated cloud stores it. */
export type PrimeBuild = {
  readonly id: string;
  /** `personal`, a team's id, or `platform` for images without an owner. */
  owner: string;
  imageName: string;
  imageTag: string;
  readonly dockerfile: string;
  readonly platform: string;
  visibility: 'PRIVATE' | 'PUBLIC';
  /** The reference: with the owner before the name. */
  image: string;
  readonly createdAt: Date;
  readonly artifacts: PrimeArtifact[];
  readonly log: BuildLog;
  readonly stop: AbortController;
  /** Path and query of the upload URL, byte for byte; the uploaded archive. */
  readonly uploadTarget: string;
  readonly uploadUntil: Date;
  archive: UploadedFile | undefined;
  isStarted: boolean;
};

/** The plan of the next VM image. */
export type VmScript = { readonly end?: 'COMPLETED' | 'FAILED' | 'CANCELLED'; readonly error?: string };

/** Everything the emulated Prime knows; oldest first. */
type PrimeState = {
  readonly builds: PrimeBuild[];
  readonly scripts: Script[];
  readonly vmScripts: VmScript[];
  /** Deleted images, as `owner/name:tag`, with their newest build. */
  readonly deleted: Map<string, string>;
  readonly running: Set<Promise<unknown>>;
};

export type PrimeWorld = {
  readonly state: PrimeState;
  readonly options: PrimeOptions;
  readonly builder: Builder;
};

export function createState(scripts: Script[]): PrimeState {
  return { builds: [], scripts, vmScripts: [], deleted: new Map(), running: new Set() };
}

export function newId(kind: 'bld' | 'art'): string {
  return `${kind}_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
}

/** What a build makes by default. */
export function builtType({ generation }: PrimeOptions): ArtifactType {
  return generation === 'older' ? 'CONTAINER_IMAGE' : 'VM_SANDBOX';
}

export function newArtifact(type: ArtifactType, facts: Partial<PrimeArtifact> = {}): PrimeArtifact {
  return {
    id: newId('art'),
    type,
    createdAt: new Date(),
    status: 'PENDING',
    image: undefined,
    error: undefined,
    startedAt: undefined,
    endedAt: undefined,
    ...facts,
  };
}

/**
 * A presigned URL's path and query. It has an escape in lower case and characters that change if a client parses the
 * query and writes it again.
 */
export function newUploadTarget(buildId: string, seconds: number): string {
  const signature = randomBytes(32).toString('hex');
  return (
    `/prime-presigned-upload/${buildId}-${randomBytes(6).toString('hex')}?X-Goog-Algorithm=GOOG4-RSA-SHA256` +
    `&X-Goog-Credential=emulator%40prime.test%2f20260401%2Fauto&X-Goog-Expires=${seconds}` +
    `&X-Goog-SignedHeaders=content-type;host&response=a+b~c%20d'e&X-Goog-Signature=${signature}`
  );
}

/** The status of a group, from all its artifacts. */
export function groupStatus({ artifacts }: Pick<PrimeBuild, 'artifacts'>): string {
  const words = artifacts.map(({ status }) => status);
  const open = words.find((word) => !['COMPLETED', 'FAILED', 'CANCELLED'].includes(word));
  return open ?? words.find((word) => word !== 'COMPLETED') ?? 'COMPLETED';
}

/** Runs work in the background; `close` waits for it. */
export function inBackground({ running }: PrimeState, work: Promise<unknown>): void {
  running.add(work);
  work.finally(() => running.delete(work));
}
