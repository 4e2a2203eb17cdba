import { UserError } from '../errors.ts';
import { ignoreLineFor } from './credentials.ts';
import type { Tree } from './entry.ts';

type Weight = { readonly path: string; readonly bytes: number; readonly folder: boolean };

const LISTED = 10;
const SUGGESTED = 3;
/** A child that holds this share of its folder is the better name for the weight. */
const DOMINANT = 0.9;

/**
 * The refusal of a context whose archive is above the limit: the ten paths that weigh most, and the ignore lines
 * that would help. Files where ten of them explain at least half of the content, otherwise folders.
 * @param limit Bytes of gzip.
 */
export function overLimit(tree: Tree, limit: number): UserError {
  const files = largest(filesOf(tree));
  const places = largest(heavyPlaces(tree));
  const explains = files.reduce((sum, file) => sum + file.bytes, 0) >= tree.bytes / 2;
  const listed = explains ? files : places;
  const lines = places
    .filter((place) => place.path !== tree.dockerfile)
    .slice(0, SUGGESTED)
    .map((place) => `  ${ignoreLineFor(place.path)}`);
  const message = [
    `The context is too large: its archive passes ${megabytes(limit)} (${limit} bytes) with ${tree.files} files of ${megabytes(tree.bytes)} in all. The largest:`,
    ...listed.map((weight) => `  ${megabytes(weight.bytes)}  ${weight.path}${weight.folder ? '/' : ''}`),
  ];
  return new UserError(message.join('\n'), {
    hint: `Leave out what the image does not need. These lines in .dockerignore would help most:\n${lines.join('\n')}`,
  });
}

function largest(weights: readonly Weight[]): readonly Weight[] {
  return [...weights].sort((a, b) => b.bytes - a.bytes).slice(0, LISTED);
}

function filesOf(tree: Tree): readonly Weight[] {
  return tree.entries
    .filter((entry) => entry.kind === 'file')
    .map((entry) => ({ path: entry.path, bytes: entry.size, folder: false }));
}

/** The top of the tree, with each folder that is almost all one child replaced by that child. */
function heavyPlaces(tree: Tree): readonly Weight[] {
  const children = childrenOf(tree);
  const deepest = (place: Weight): Weight => {
    const heir = children.get(place.path)?.find((child) => child.bytes >= place.bytes * DOMINANT);
    return heir ? deepest(heir) : place;
  };
  return (children.get('') ?? []).map(deepest);
}

/** Folder → what lies directly in it, with the bytes of all files below. */
function childrenOf(tree: Tree): Map<string, Weight[]> {
  const totals = new Map<string, Weight>();
  for (const file of filesOf(tree)) {
    totals.set(file.path, file);
    for (let path = parentOf(file.path); path !== ''; path = parentOf(path)) {
      totals.set(path, { path, bytes: (totals.get(path)?.bytes ?? 0) + file.bytes, folder: true });
    }
  }
  const children = new Map<string, Weight[]>();
  for (const place of totals.values()) {
    const parent = parentOf(place.path);
    const siblings = children.get(parent);
    if (siblings) siblings.push(place);
    else children.set(parent, [place]);
  }
  return children;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
