/** What a build context consists of; the words of tree, hash and archive. */

/** One entry of the archive. Sizes in bytes. */
export type Entry = {
  /** Relative, `/`-separated, no leading `./`, no trailing `/`; valid Unicode. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  /** The absolute path on disk that is read: root + path unless the entry is placed. */
  readonly source: string;
  /** A Dockerfile or ignore file that stands where the builder looks for it, whatever it is in the context. */
  readonly isPlaced?: true;
  /** 0o644 or 0o755 by the owner's execute bit; folders 0o755, links 0o777 (docs/context.md, rule 30). */
  readonly mode: number;
  /** Content length of a file as listed; 0 for folders and links. */
  readonly size: number;
  /** A link's target as stored, links only. */
  readonly target?: string;
};

/** Why something in the context folder is not in the archive; counted a rule, so that a million files stay one line. */
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
  /** Entries; a pruned folder counts as one. */
  readonly count: number;
  /** The first few paths, for the log. */
  readonly examples: readonly string[];
};

/** The sorted entries of a context. */
export type Tree = {
  /**
   * By the bytes of the UTF-8 path, which is code point order (contracts/README.md, working_tree_hash). Can be gone
   * through as often as is wanted; a million of them are never held at once.
   */
  readonly entries: Iterable<Entry>;
  /** The Dockerfile's name inside the archive. */
  readonly dockerfile: string;
  /** Regular files. */
  readonly files: number;
  /** Content bytes of all files. */
  readonly bytes: number;
  readonly leftOut: readonly LeftOut[];
  /** One line each for what the author should know: a missing ignore file, a replaced Dockerfile, a quirky pattern. */
  readonly notices: readonly string[];
  /** For annotations that say that something may not be as it was meant. */
  readonly warnings: readonly string[];
  /** Files that look like credentials, with the ignore line that keeps each out. */
  readonly credentials: readonly { readonly path: string; readonly ignoreLine: string }[];
};

/** Which tree is wanted; absolute paths, links resolved. */
export type TreeRequest = {
  readonly workspace: string;
  readonly root: string;
  readonly dockerfile: string;
  /** How this cloud wants the Dockerfile named: in place, or at the root under a fixed name. */
  readonly dockerfileEntry: 'in-place' | { readonly name: string; readonly keepsOriginal: boolean };
  /** Named by the project file; else Docker's look-up decides (docs/context.md, rule 1). */
  readonly ignoreFile?: string;
  /** Files that look like credentials are left out, unless an exception of the ignore file names them. */
  readonly leavesOutCredentials?: boolean;
  /** The project file in use, absolute, where it is not to travel, unless an exception of the ignore file names it. */
  readonly projectFile?: string;
  /** Of the project file; apply only where there is no ignore file. `file` is for messages, lines are from 1. */
  readonly exclude?: {
    readonly file: string;
    readonly patterns: readonly { readonly text: string; readonly line: number }[];
  };
  /** Named by the project file: only these folders, relative to `root`, are sent. */
  readonly includePaths?: readonly string[];
};
