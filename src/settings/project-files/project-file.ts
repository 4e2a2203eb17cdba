import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ExcludePatterns, ProjectFile } from '../settings.ts';

/** What a project file declares, before inputs win over it. Paths are absolute, links not yet resolved. */
export type Project = {
  readonly file: ProjectFile;
  readonly context?: DeclaredContext;
  readonly imageName?: string;
  readonly imageTag?: string;
  readonly region?: string;
  /** A full reference, and the id of a build: what is deployed if nothing is built. */
  readonly image?: string;
  readonly buildId?: string;
};

export type DeclaredContext = {
  readonly root?: DeclaredPath;
  /** Relative to the root. */
  readonly dockerfile?: Declared;
  readonly ignoreFile?: Declared;
  readonly includePaths?: readonly Declared[];
  readonly exclude?: ExcludePatterns;
};

/** A value, with the line (from 1) and the field that declare it. */
export type Declared = { readonly text: string; readonly line?: number; readonly field?: string };
export type DeclaredPath = Declared & { readonly absolute: string };

/** A project file on disk, as its parser sees it. `name` is for messages: relative to the workspace. */
export type Source = { readonly path: string; readonly name: string; readonly text: string };

/** Bytes; a project file is written by hand, so a larger file is something else. */
const LARGEST = 256 * 1024;

// Opening a FIFO must not block the step.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The text of a file, or why it cannot be read. A link may lead to a device, which has no end. */
export async function readText(path: string): Promise<{ text: string } | { problem: string }> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, FLAGS);
    const found = await file.stat();
    if (found.isDirectory()) return { problem: 'is a folder' };
    if (!found.isFile()) return { problem: 'is no regular file' };
    if (found.size > LARGEST) return { problem: 'is larger than 256 KiB' };
    const content = await file.readFile();
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
  } catch (error) {
    return { problem: whyUnreadable(error) };
  } finally {
    await file?.close();
  }
}

function whyUnreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8 text';
  return `cannot be read (${String(code)})`;
}
