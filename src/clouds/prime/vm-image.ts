import { HttpError, UserError } from '../../errors.ts';
import type { Build, Cloud, Progress } from '../cloud.ts';
import { segment } from '../http.ts';
import { fieldsOf, requiredText, textOf } from '../reply.ts';
import { sendOnce } from '../send-once.ts';
import { readGroup, VM_IMAGE_KIND } from './build-record.ts';
import { buildPath } from './builds.ts';
import { GRACE, type PrimeConnection } from './connection.ts';
import { isQuota, withQuotaHint } from './quota.ts';
import { type Derived, findVmImage } from './vm-record.ts';

type Queued = { readonly id: string; readonly artifactId?: string };

/**
 * Starts a VM image from a finished container image in the registry. From then on `get` of the returned build reports
 * the state of the VM image (contracts/prime.openapi.yaml, buildVmImage).
 */
export function createDerive(connection: PrimeConnection): NonNullable<Cloud['derive']> {
  return async (build, progress, signal) => {
    const existing = findExisting(build);
    if (existing) {
      progress.notice(`Build ${build.id} has a VM image already: it is not made again`);
      return existing;
    }
    const before = new Set((build.artifacts ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])));
    const queued = await sendOnce<Queued>({
      what: 'VM image build',
      send: () => send(connection, build, signal),
      find: () => find(connection, build.id, before, signal),
      notice: progress.notice,
      leftMs: connection.client.leftMs,
      clock: connection.clock,
      signal,
    }).catch((error: unknown) => {
      if (!hasNoSuchRoute(error)) throw error;
      progress.notice(
        `This server makes VM images and nothing else: build ${build.id} is the VM image, and nothing more is made`,
      );
      return undefined;
    });
    if (queued === undefined) return build;
    return follow(connection, build, queued, { before, progress });
  };
}

/** The web framework's own words for a missing route; a missing image is reported with other words. */
function hasNoSuchRoute(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false;
  const { status, detail } = error;
  return (
    (status === 404 && /^not found$/i.test(detail)) ||
    (status === 405 && /^method not allowed$/i.test(detail))
  );
}

/** The run that built a reused build may have made a VM image of it already. */
function findExisting({ image: _image, ...build }: Build): Build | undefined {
  const vmImage = build.artifacts?.find(
    ({ kind, status }) => kind === VM_IMAGE_KIND && status === 'succeeded',
  );
  return (
    vmImage && {
      ...build,
      rawStatus: vmImage.rawStatus,
      ...(vmImage.image !== undefined && { image: vmImage.image }),
    }
  );
}

async function send(connection: PrimeConnection, build: Build, signal: AbortSignal): Promise<Queued> {
  const call = {
    method: 'POST',
    path: vmBuildPath(build),
    // Camel case here, unlike initiate (contracts/README.md, disagreement 16).
    json: connection.team === undefined ? {} : { teamId: connection.team },
    graceMs: GRACE,
    isFinal: isQuota,
    hints: {
      403: 'VM images need an account with VM sandboxes, and for a team’s image its creator or an admin.',
      404: 'The registry does not have the container image: was it deleted meanwhile?',
    },
    signal,
  } as const;
  const read = (reply: unknown): Queued => {
    const fields = fieldsOf(reply, 'a VM image build');
    const artifactId = textOf(fields, 'artifactBuildId', 'artifact_build_id');
    const id = requiredText(fields, 'the VM image build', 'buildId', 'build_id');
    return { id, ...(artifactId !== undefined && { artifactId }) };
  };
  return withQuotaHint(connection, signal, () => connection.client.request(call, read));
}

/** An owner's prefix keeps its slashes (contracts/prime.openapi.yaml, buildVmImage). */
function vmBuildPath({ id, imageName, imageTag }: Build): string {
  if (imageName === undefined || imageTag === undefined)
    throw new UserError(`The cloud does not tell the image of build ${id}: no VM image can be made from it`);
  return `/api/v1/images/${imageName.split('/').map(segment).join('/')}/${segment(imageTag)}/vm-build`;
}

/** A VM image in the build's group that was not there before. */
async function find(
  { client }: PrimeConnection,
  id: string,
  before: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Queued | undefined> {
  const group = await client.request({ method: 'GET', path: buildPath(id), signal }, readGroup);
  const found = findVmImage(group, { before });
  return found && { id, ...(found.id !== undefined && { artifactId: found.id }) };
}

function follow(
  { knownBuilds }: PrimeConnection,
  of: Build,
  { id, artifactId }: Queued,
  { before, progress }: Pick<Derived, 'before'> & { readonly progress: Pick<Progress, 'submitted'> },
): Build {
  knownBuilds.note(id);
  knownBuilds.name(id, {
    ...(of.imageName && { imageName: of.imageName }),
    ...(of.imageTag && { imageTag: of.imageTag }),
  });
  knownBuilds.derive(id, {
    before,
    sharesGroup: id === of.id,
    ...(artifactId !== undefined && { artifactId }),
  });
  const build: Build = { id, status: 'queued', rawStatus: 'PENDING' };
  progress.submitted(build);
  return build;
}
