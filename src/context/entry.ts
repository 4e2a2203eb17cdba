/** What a build context consists of: types for tree, hash and archive. */

/** One entry of the archive. Sizes in bytes. */
export type Entry = {
  /** Relative, `/`-separated, no leading `./`, no trailing `/`; valid Unicode. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  /** The absolute path on disk: root + path, unless the entry is placed. */
  readonly source: string;
  /** A Dockerfile or ignore file that is put where the builder looks for it, wherever it is in the context. */
  readonly isPlaced?: true;
  /** 0o644 or 0o755 by the owner's execute bit; folders 0o755, links 0o777 (docs/context.md, rule 30). */
  readonly mode: number;
  /** Content length of a file as listed; 0 for folders and links. */
  readonly size: number;
  /** A link's target as stored, links only. */
  readonly target?: string;
};

/** Why something in the context folder is not in the archive; counted per rule, so that a million files are one line. */
export type LeftOut = {
  readonly reason:
    | 'ignored'
    | 'outside-include-paths'
    | 'git-folder'
    | 'credentials'
    | 'project-file'
    | 'git-credentials'
    | 'socket'
    | 'fifo'
    | 'device'
    | 'replaced';
  /** The ignore rule that decided last: its file (relative to the workspace), line from 1, and text. */
  readonly rule?: { readonly file: string; readonly line: number; readonly pattern: string };
  /** Entries; a folder that is not read counts as one. */
  readonly count: number;
  /** The first few paths, for the log. */
  readonly examples: readonly string[];
};

/** The sorted entries of a context. */
export type Tree = {
  /**
   * By the bytes of the UTF-8 path, which is code point order (contracts/README.md, working_tree_hash). Can be
   * iterated several times, without holding all entries in memory.
   */
  readonly entries: Iterable<Entry>;
  /** The Dockerfile's name inside the archive. */
  readonly dockerfile: string;
  /** Regular files. */
  readonly files: number;
  /** Content bytes of all files. */
  readonly bytes: number;
  readonly leftOut: readonly LeftOut[];
  /** One line each for the author: a missing ignore file, a replaced Dockerfile, an unusual pattern. */
  readonly notices: readonly string[];
  /** Warnings that something may not be as the author intended. */
  readonly warnings: readonly string[];
  /** Files that look like credentials, with the ignore line that keeps each out. */
  readonly credentials: readonly { readonly path: string; readonly ignoreLine: string }[];
};

/** What to list; absolute paths, links resolved. */
export type TreeRequest = {
  readonly workspace: string;
  readonly root: string;
  readonly dockerfile: string;
  /** Where this cloud expects the Dockerfile: in place, or at the root with a fixed name. */
  readonly dockerfileEntry: 'in-place' | { readonly name: string; readonly keepsOriginal: boolean };
  /** Named by the project file; else Docker's look-up decides (docs/context.md, rule 1). */
  readonly ignoreFile?: string;
  /** Files that look like credentials are left out, unless an exception of the ignore file names them. */
  readonly leavesOutCredentials?: boolean;
  /** The project file in use, absolute, if it must not be sent unless an exception of the ignore file names it. */
  readonly projectFile?: string;
  /** From the project file; they apply only where there is no ignore file. `file` is for messages, lines are from 1. */
  readonly exclude?: {
    readonly file: string;
    readonly patterns: readonly { readonly text: string; readonly line: number }[];
  };
  /** Named by the project file: only these folders, relative to `root`, are sent. */
  readonly includePaths?: readonly string[];
};
