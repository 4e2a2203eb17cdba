import { HttpError, UserError } from '../../errors.ts';
import { omitUndefined } from '../../omit-undefined.ts';
import type { Build, Cloud, FoundImage } from '../cloud.ts';
import { type Fields, fieldsOf, instantOf, isFields, textOf } from '../reply.ts';
import { isVmImageAlone, typeOf, VM_IMAGE } from './build-record.ts';
import type { PrimeConnection } from './connection.ts';
import { IMAGES_PATH, visibilityBody } from './visibility.ts';

/** Rows that are read: the search is by text, so that other images may be among them. */
const ROWS = 100;

type Images = Required<Pick<Cloud, 'describe' | 'findImage' | 'setVisibility'>>;

/** What can be read and changed of existing images, in addition to their builds. */
export function createImages(connection: PrimeConnection): Images {
  return {
    describe: (build, signal) => describe(connection, build, signal),
    findImage: (build, signal) => findImage(connection, build, signal),
    setVisibility: (image, visibility, signal) => setVisibility(connection, image, visibility, signal),
  };
}

/**
 * Size and name of a finished build's image, which only the list of images has (contracts/prime.openapi.yaml,
 * listImages).
 */
async function describe(
  connection: PrimeConnection,
  build: Build,
  signal: AbortSignal,
): Promise<Pick<Build, 'imageBytes' | 'displayRef'>> {
  const { imageName, imageTag, image } = build;
  if (imageName === undefined || imageTag === undefined) return {};
  const own = await rowsFor(connection, build, `${imageName}:${imageTag}`, signal);
  const row = own.find((one) => textOf(one, 'fullImagePath') === image) ?? own[0];
  if (row === undefined) return {};
  const { sizeBytes } = row;
  const displayRef = textOf(row, 'displayRef');
  return omitUndefined({
    imageBytes: typeof sizeBytes === 'number' && sizeBytes > 0 ? sizeBytes : undefined,
    displayRef: displayRef === image ? undefined : displayRef,
  });
}

/** A build's record stays as it is where its image is deleted, or replaced by another member of the team. */
async function findImage(
  connection: PrimeConnection,
  build: Build,
  signal: AbortSignal,
): Promise<FoundImage | undefined> {
  const { imageName, imageTag } = build;
  if (imageName === undefined || imageTag === undefined) return {};
  let rows: readonly Fields[] = [];
  // Whether the text that is searched contains a name with its tag is not documented for all servers.
  for (const search of [`${imageName}:${imageTag}`, imageTag])
    if (rows.length === 0) rows = await rowsFor(connection, build, search, signal);
  const [newest] = rows;
  if (newest === undefined || rows.some((row) => isOfLaterBuild(row, build))) return undefined;
  return { visibility: textOf(newest, 'visibility')?.toUpperCase() === 'PUBLIC' ? 'public' : 'private' };
}

function isOfLaterBuild(row: Fields, build: Build): boolean {
  const { artifacts = [], endedAt } = build;
  // A VM image of a container image is made of it later, perhaps as a build of its own.
  if (typeOf(row) === VM_IMAGE && !isVmImageAlone(build)) return false;
  if (artifacts.some(({ id }) => id !== undefined && id === row.id)) return false;
  const createdAt = instantOf(row, 'createdAt');
  return createdAt !== undefined && endedAt !== undefined && createdAt > endedAt;
}

/** The finished artifacts of the image of exactly this name and tag, newest first. */
async function rowsFor(
  { client, team }: PrimeConnection,
  { imageName, imageTag }: Build,
  search: string,
  signal: AbortSignal,
): Promise<readonly Fields[]> {
  const query = { search, offset: 0, limit: ROWS, teamId: team };
  const call = { method: 'GET', path: IMAGES_PATH, query, isFinal: () => true, signal } as const;
  const rows = await client.request(call, rowsOf);
  return rows
    .filter((row) => row.imageName === imageName && row.imageTag === imageTag && row.status === 'COMPLETED')
    .toSorted((one, other) => timeOf(other).localeCompare(timeOf(one)));
}

function rowsOf(reply: unknown): readonly Fields[] {
  const rows = fieldsOf(reply, 'a page of images').data;
  return Array.isArray(rows) ? rows.filter(isFields) : [];
}

function timeOf(row: Fields): string {
  const names = ['pushedAt', 'completedAt', 'startedAt', 'createdAt'];
  return names.map((name) => instantOf(row, name)).find((time) => time !== undefined) ?? '';
}

/**
 * An item may fail although the request succeeds: the answer has a result for each (contracts/prime.openapi.yaml,
 * updateImages).
 */
async function setVisibility(
  { client, team }: PrimeConnection,
  { imageName, imageTag }: { readonly imageName: string; readonly imageTag: string },
  visibility: 'private' | 'public',
  signal: AbortSignal,
): Promise<void> {
  const owner = team === undefined ? { type: 'personal' } : { type: 'team', teamId: team };
  const json = visibilityBody({ imageName, imageTag }, visibility, owner);
  const name = `${imageName}:${imageTag}`;
  const problem = await client
    .request({ method: 'PATCH', path: IMAGES_PATH, json, idempotent: true, signal }, problemIn)
    .catch((error: unknown) => {
      if (!(error instanceof HttpError) || (error.status !== 404 && error.status !== 405)) throw error;
      throw new UserError(
        `This server cannot change the visibility of an image that exists: ${name} stays as it is`,
        {
          hint: 'Build the image anew with `visibility`, or leave `visibility` out.',
          cause: error,
        },
      );
    });
  if (problem !== undefined)
    throw new UserError(`The visibility of ${name} was not changed: ${problem}`, {
      hint: 'Check `image-name`, `image-tag` and `account-id`.',
    });
}

/** `undefined` where the one update succeeded. */
function problemIn(reply: unknown): string | undefined {
  const { results } = fieldsOf(reply, 'an update of images');
  const [result] = Array.isArray(results) ? results.filter(isFields) : [];
  if (result?.success === true) return undefined;
  const error = isFields(result?.error) ? result.error : {};
  return textOf(error, 'message', 'code') ?? 'the cloud gives no reason';
}
