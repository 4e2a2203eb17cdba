import { UserError } from '../../errors.ts';
import type { Entry, Tree } from '../entry.ts';
import { ignoreLineFor, largestFiles } from '../listing/listing.ts';

type Weight = { readonly path: string; readonly bytes: number; readonly folder: boolean };

const LISTED = 10;
const SUGGESTED = 3;
/** A child with this share of its folder's bytes is named instead of the folder. */
const DOMINANT = 0.9;

/**
 * The error for a context whose archive is above the limit: the ten largest paths, and ignore lines that would help.
 * It lists files if ten of them make at least half of the content, otherwise folders.
 * @param limit Bytes of gzip.
 */
export function overLimit(tree: Tree, limit: number): UserError {
  const passes = `its archive passes ${megabytes(limit)} (${limit} bytes) with ${tree.files} files of ${megabytes(tree.bytes)} in all`;
  return refusal(tree, passes, LISTED);
}

/**
 * The error for a context whose files are above the limit before compression: nothing is packed or sent.
 * @param limit Bytes of all files.
 */
export function overContentLimit(tree: Tree, limit: number): UserError {
  const passes = `its ${tree.files} files have ${megabytes(tree.bytes)} in all, and this cloud is sent no more than ${megabytes(limit)} (${limit} bytes)`;
  return refusal(tree, passes, 5);
}

function refusal(tree: Tree, passes: string, most: number): UserError {
  const files = largestFiles(tree.entries, most).map(weightOf);
  const places = largest(heavyPlaces(tree));
  const explains = files.reduce((sum, file) => sum + file.bytes, 0) >= tree.bytes / 2;
  const listed = explains ? files : places.slice(0, most);
  const lines = places
    .filter((place) => place.path !== tree.dockerfile)
    .slice(0, SUGGESTED)
    .map((place) => `  ${ignoreLineFor(place.path)}`);
  const message = [
    `The context is too large: ${passes}. The largest:`,
    ...listed.map((weight) => `  ${megabytes(weight.bytes)}  ${weight.path}${weight.folder ? '/' : ''}`),
  ];
  return new UserError(message.join('\n'), {
    hint: `Leave out what the image does not need. These lines in .dockerignore would help most:\n${lines.join('\n')}`,
  });
}

function largest(weights: readonly Weight[]): readonly Weight[] {
  return [...weights].sort((a, b) => b.bytes - a.bytes).slice(0, LISTED);
}

function weightOf({ path, size }: Entry): Weight {
  return { path, bytes: size, folder: false };
}

/** The top level of the tree; a folder with almost all its bytes in one child is replaced by that child. */
function heavyPlaces(tree: Tree): readonly Weight[] {
  const folders = foldersOf(tree);
  const successors = new Map<string, Weight>();
  const top: Weight[] = [];
  const meet = (place: Weight) => {
    const parent = parentOf(place.path);
    if (parent === '') top.push(place);
    else if (place.bytes >= (folders.get(parent)?.bytes ?? 0) * DOMINANT && !successors.has(parent))
      successors.set(parent, place);
  };
  for (const entry of tree.entries) if (entry.kind === 'file') meet(weightOf(entry));
  for (const folder of folders.values()) meet(folder);
  const deepest = (place: Weight): Weight => {
    const successor = successors.get(place.path);
    return successor ? deepest(successor) : place;
  };
  return top.map(deepest);
}

/** Every folder, by its path, with the bytes of all files below. */
function foldersOf(tree: Tree): ReadonlyMap<string, Weight> {
  const folders = new Map<string, Weight>();
  for (const { kind, path: file, size } of tree.entries) {
    if (kind !== 'file') continue;
    for (let path = parentOf(file); path !== ''; path = parentOf(path)) {
      folders.set(path, { path, bytes: (folders.get(path)?.bytes ?? 0) + size, folder: true });
    }
  }
  return folders;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
