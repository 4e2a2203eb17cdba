/** Opening what was listed, without a way out of the folders that were listed. */
import { closeSync, constants, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Opens files by their absolute paths, in which nothing may be a link. Whoever can write to a folder while it is
 * packed could put a link in its place between listing and reading; `O_NOFOLLOW` alone looks at the last name only.
 */
export type FileOpener = {
  /** The file's descriptor, opened to be read. @throws the system's error: `ELOOP` or `ENOTDIR` for a link on the way */
  readonly open: (path: string) => number;
  /** A path by which the system reaches the same name without passing a link. */
  readonly pathOf: (path: string) => string;
  /** Gives the folders' descriptors back. @throws `ELOOP` where a folder was found to be a link by then */
  readonly close: () => void;
};

// A link that took a file's place is not followed, and a FIFO that did does not hold the step up.
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Linux's `O_PATH`, which needs no permission to read the folder; Node does not name it (open(2)). */
const O_PATH = 0o10000000;
const FOLDER_FLAGS = O_PATH | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
const OPENED = '/proc/self/fd';

/** The system's own paths to opened folders where there are some (Linux), else a check around the reading. */
export function createFileOpener(): FileOpener {
  return process.platform === 'linux' && existsSync(OPENED) ? throughOpenedFolders() : checkedAround();
}

type OpenedFolder = { readonly name: string; readonly descriptor: number };

/**
 * Every folder on the way is opened once, relative to the one above it, and files relative to theirs: what `openat(2)`
 * does. Files come folder by folder, so that most cost one comparison more than opening them by path.
 */
function throughOpenedFolders(): FileOpener {
  const way: OpenedFolder[] = [];
  let current: string | undefined;
  const leave = (depth: number) => {
    for (const { descriptor } of way.splice(depth).reverse()) closeSync(descriptor);
  };
  const enter = (folder: string): void => {
    const names = folder.split('/').slice(1).filter(Boolean);
    const shared = names.findIndex((name, depth) => way[depth + 1]?.name !== name);
    current = undefined;
    leave(shared < 0 ? names.length + 1 : shared + 1);
    if (way.length === 0) way.push({ name: '', descriptor: openSync('/', FOLDER_FLAGS) });
    for (const name of names.slice(way.length - 1)) {
      const above = way.at(-1) as OpenedFolder;
      way.push({ name, descriptor: openSync(`${OPENED}/${above.descriptor}/${name}`, FOLDER_FLAGS) });
    }
    current = folder;
  };
  const pathOf = (path: string): string => {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, cut);
    if (folder !== current) enter(folder);
    return `${OPENED}/${(way.at(-1) as OpenedFolder).descriptor}${path.slice(cut)}`;
  };
  return { pathOf, open: (path) => openSync(pathOf(path), READ_FLAGS), close: () => leave(0) };
}

/** Each folder is what was listed before its first file is opened and after its last one was. */
function checkedAround(): FileOpener {
  let current: string | undefined;
  const check = () => {
    if (current !== undefined && realpathSync(current) !== current) {
      throw Object.assign(new Error(`ELOOP: ${current} is a link`), { code: 'ELOOP' });
    }
  };
  const pathOf = (path: string): string => {
    const folder = dirname(path);
    if (folder !== current) {
      check();
      current = folder;
      check();
    }
    return path;
  };
  return { pathOf, open: (path) => openSync(pathOf(path), READ_FLAGS), close: check };
}

/** The first bytes of a regular file, a character each (Latin-1); empty where they cannot be had: packing will say why. */
export function headOf(path: string, bytes: number): string {
  try {
    const file = openSync(path, READ_FLAGS);
    try {
      const head = Buffer.alloc(bytes);
      return head.toString('latin1', 0, readSync(file, head, 0, bytes, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
