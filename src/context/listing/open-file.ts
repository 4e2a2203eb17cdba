/** Opens listed files without following links out of the listed folders. */
import { closeSync, constants, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Opens files by their absolute paths, in which no part may be a link. Another process could replace a folder by a
 * link between listing and reading, and `O_NOFOLLOW` only checks the last name.
 */
export type FileOpener = {
  /** The file's descriptor, opened to be read. @throws the system's error: `ELOOP` or `ENOTDIR` for a link on the way */
  readonly open: (path: string) => number;
  /** A path to the same file that passes no link. */
  readonly pathOf: (path: string) => string;
  /** Closes the folders' descriptors. @throws `ELOOP` if a folder has become a link */
  readonly close: () => void;
};

// If a link has replaced the file, it is not followed; if a FIFO has, it does not block the step.
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Linux's `O_PATH`, which needs no permission to read the folder; Node does not name it (open(2)). */
const O_PATH = 0o10000000;
const FOLDER_FLAGS = O_PATH | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
const OPENED = '/proc/self/fd';

/** Uses the system's paths to open folders where they exist (Linux), else checks before and after reading. */
export function createFileOpener(): FileOpener {
  return process.platform === 'linux' && existsSync(OPENED) ? throughOpenedFolders() : checkedAround();
}

type OpenedFolder = { readonly name: string; readonly descriptor: number };

/**
 * Every folder is opened once, relative to its parent, and files relative to their folder, as `openat(2)` does. Files
 * come folder by folder, so for most this costs only one comparison more than opening them by path.
 */
function throughOpenedFolders(): FileOpener {
  const opened: OpenedFolder[] = [];
  let current: string | undefined;
  const closeFrom = (depth: number) => {
    for (const { descriptor } of opened.splice(depth).reverse()) closeSync(descriptor);
  };
  const enter = (folder: string): void => {
    const names = folder.split('/').slice(1).filter(Boolean);
    const shared = names.findIndex((name, depth) => opened[depth + 1]?.name !== name);
    current = undefined;
    closeFrom(shared < 0 ? names.length + 1 : shared + 1);
    if (opened.length === 0) opened.push({ name: '', descriptor: openSync('/', FOLDER_FLAGS) });
    for (const name of names.slice(opened.length - 1)) {
      const parent = opened.at(-1) as OpenedFolder;
      opened.push({ name, descriptor: openSync(`${OPENED}/${parent.descriptor}/${name}`, FOLDER_FLAGS) });
    }
    current = folder;
  };
  const pathOf = (path: string): string => {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, cut);
    if (folder !== current) enter(folder);
    return `${OPENED}/${(opened.at(-1) as OpenedFolder).descriptor}${path.slice(cut)}`;
  };
  return { pathOf, open: (path) => openSync(pathOf(path), READ_FLAGS), close: () => closeFrom(0) };
}

/** Checks that each folder is not a link, before its first file is opened and after its last one. */
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

/** The first bytes of a regular file, a character each (Latin-1); empty if it cannot be read: packing will report why. */
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
