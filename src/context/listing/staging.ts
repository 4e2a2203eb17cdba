/** Puts the Dockerfile and the ignore file in use where the cloud's builder expects them. */
import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Entry, TreeRequest } from '../entry.ts';
import { fileEntry, folderEntry, statIfPresent } from './file-system.ts';
import type { LeftOutCounter } from './left-out.ts';
import { pathInside } from './path-inside.ts';
import { comparePaths } from './path-order.ts';
import type { PlacedFile } from './placed-file.ts';

/** Entries that the archive gets instead of, or in addition to, those of the walk. */
type Stage = {
  /** The Dockerfile's name inside the archive. */
  readonly dockerfile: string;
  /** Placed files by their path inside the archive: absolute, as named. */
  readonly placed: ReadonlyMap<string, string>;
  /** Files that are not sent; with a notice if the author may miss them. */
  readonly withheld: ReadonlyMap<string, string | undefined>;
};

type StageRequest = Pick<TreeRequest, 'root' | 'dockerfile' | 'dockerfileEntry'> & {
  /** The ignore file in use, absolute, as named. */
  readonly ignoreFile: string | undefined;
};

/** @throws UserError where the Dockerfile cannot be placed */
export function planStage(request: StageRequest): Stage {
  const { root, dockerfile, dockerfileEntry, ignoreFile } = request;
  if (dockerfileEntry !== 'in-place') return stageAtRoot(request, dockerfileEntry);
  const own = pathInside(root, dockerfile);
  if (own === undefined) {
    throw new UserError(`The Dockerfile ${dockerfile} is outside the context folder ${root}.`, {
      hint: 'This cloud builds only with a Dockerfile inside the context: move it, or widen `context`.',
    });
  }
  const placed = new Map([[own, dockerfile]]);
  const ignore = ignoreFile && pathInside(root, ignoreFile);
  if (ignore) placed.set(ignore, ignoreFile);
  return { dockerfile: own, placed, withheld: new Map() };
}

/**
 * The remote builder reads `<name>.dockerignore`, else `.dockerignore`, and applies it again. Both must be the file
 * in use, or it would leave out other files.
 */
function stageAtRoot(
  { root, dockerfile, ignoreFile }: StageRequest,
  { name, keepsOriginal }: { name: string; keepsOriginal: boolean },
): Stage {
  const placed = new Map([[name, dockerfile]]);
  const withheld = new Map<string, string | undefined>();
  const own = pathInside(root, dockerfile);
  if (!keepsOriginal && own !== undefined && own !== name) withheld.set(own, undefined);
  const beside = `${name}.dockerignore`;
  const besideInUse = ignoreFile !== undefined && pathInside(root, ignoreFile) === beside;
  if (besideInUse) placed.set(beside, ignoreFile);
  else withheld.set(beside, besideNotice(beside));
  if (ignoreFile !== undefined) placed.set('.dockerignore', ignoreFile);
  return { dockerfile: name, placed, withheld };
}

function besideNotice(beside: string): string {
  return `${beside} is left out: it belongs to another Dockerfile, and the remote build would take it for this one's.`;
}

type Staging = {
  readonly root: string;
  readonly stage: Stage;
  /** The real paths of the placed files. */
  readonly files: readonly PlacedFile[];
  readonly leftOut: LeftOutCounter;
  readonly notices: string[];
};

/**
 * The entries of the archive in order: those of the walk, the placed files even if ignored, and the folders above
 * these.
 *
 * @throws UserError if a folder is where a placed file belongs
 */
export function* staged(walked: Iterable<Entry>, staging: Staging): Generator<Entry, void> {
  const waiting = placedEntries(staging);
  let next = waiting.shift();
  for (const entry of walked) {
    for (; next && comparePaths(next.path, entry.path) < 0; next = waiting.shift()) yield next;
    if (entry.path !== next?.path) {
      if (!isWithheld(staging, entry)) yield entry;
    } else if (next.kind === 'folder') {
      // The walk has this folder too.
      next = waiting.shift();
      yield entry;
    } else if (!isWithheld(staging, entry)) {
      noteReplaced(staging, entry, next);
    }
  }
  for (; next; next = waiting.shift()) yield next;
}

/** Always regular files: a given link is replaced by its target, which may not be in the archive. */
function placedEntries({ root, stage, files }: Staging): Entry[] {
  const entries = new Map<string, Entry>();
  for (const [path, named] of stage.placed) {
    const real = files.find((file) => file.path === named)?.real ?? realpathSync(named);
    const entry = fileEntry(path, real);
    if (entry === undefined) throw new UserError(`${named} vanished while the context was listed.`);
    entries.set(path, { ...entry, isPlaced: true });
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      entries.set(parent, folderEntry(parent, `${root}/${parent}`));
    }
  }
  return [...entries.values()].sort((one, other) => comparePaths(one.path, other.path));
}

function isWithheld({ stage, leftOut, notices }: Staging, { path, kind, source }: Entry): boolean {
  if (kind === 'folder' || !stage.withheld.has(path)) return false;
  const notice = stage.withheld.get(path);
  if (notice !== undefined) {
    leftOut.add('replaced', path);
    const dangles = kind === 'link' && statIfPresent(source) === undefined;
    notices.push(
      dangles ? `${path} is a link to a file that does not exist: no rules are read from it.` : notice,
    );
  }
  return true;
}

function noteReplaced({ root, stage, leftOut, notices }: Staging, standing: Entry, placed: Entry): void {
  const { path } = placed;
  const named = stage.placed.get(path) ?? placed.source;
  if (standing.kind === 'folder') {
    throw new UserError(
      `The context has a folder named ${path}, where this cloud expects the file ${named}.`,
      {
        hint: `Rename the folder, or add ${path} to the ignore file.`,
      },
    );
  }
  if (isSameFile(standing, placed.source)) return;
  leftOut.add('replaced', path);
  notices.push(`${path} in the archive is ${relativeName(root, named)}, not the context's own file.`);
}

function isSameFile(standing: Entry, real: string): boolean {
  try {
    return realpathSync(standing.source) === real;
  } catch {
    return false;
  }
}

function relativeName(root: string, source: string): string {
  return pathInside(root, source) ?? basename(source);
}
