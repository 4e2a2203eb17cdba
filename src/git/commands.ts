/**
 * All git commands that are used, and what prevents a repository from running its own commands through them.
 * docs/security.md shows both tables; `npm run docs` writes them from here, so this file imports nothing.
 */

export type GitCommand = {
  readonly args: readonly string[];
  /** What is added to the arguments, as the docs show it. */
  readonly values?: string;
  readonly asks: string;
};

export const GIT_COMMANDS = {
  settings: {
    args: ['config', '--list', '--no-includes', '-z'],
    asks: 'the settings that say how files are stored, and the address of `origin`; the only command that sees the configuration of the repository and of the machine',
  },
  commit: { args: ['rev-parse', '--verify', '--quiet'], values: 'NAME', asks: 'the commit of a name' },
  head: {
    args: ['rev-parse', 'HEAD', '--symbolic-full-name', 'HEAD'],
    asks: 'the commit that is checked out and its branch',
  },
  branch: {
    args: ['symbolic-ref', '--quiet', '--short', 'HEAD'],
    asks: 'the branch, where it has no commit yet',
  },
  tag: { args: ['describe', '--tags', '--exact-match', 'HEAD'], asks: 'a tag of exactly this commit' },
  status: {
    args: ['status', '--porcelain', '-z', '--untracked-files=normal', '--ignore-submodules=dirty', '--'],
    values: 'FOLDER',
    asks: 'whether files differ from the commit; submodules are asked one by one, each protected in the same way',
  },
  index: {
    args: ['ls-files', '--stage', '-z', '--'],
    values: 'PATH…',
    asks: 'which folders are submodules, and what the index has of a file',
  },
  blob: {
    args: ['cat-file', 'blob'],
    values: 'ID',
    asks: 'whether a changed file is the content of a Git LFS pointer',
  },
  differences: {
    args: ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'],
    values: 'COMMIT COMMIT --',
    asks: 'which paths differ between two commits',
  },
  tree: {
    args: ['ls-tree', '-t', '-z', '--full-tree'],
    values: 'HEAD -- PATH…',
    asks: 'which folders the commit has, and which of them are submodules',
  },
  mergeBase: { args: ['merge-base'], values: 'COMMIT COMMIT', asks: 'where two branches parted' },
  shallow: { args: ['rev-parse', '--is-shallow-repository'], asks: 'whether the history is cut off' },
} as const satisfies Readonly<Record<string, GitCommand>>;

export type GitCommandName = keyof typeof GIT_COMMANDS;

/**
 * Given to every command before its own arguments. A second protection: the settings that they turn off are not read
 * anyway.
 */
export const GIT_GUARDS: readonly string[] = [
  '--no-pager',
  '--literal-pathspecs',
  '--no-replace-objects',
  ...[
    // Newer versions also ask it of submodules; --git-dir alone answers for the repository itself.
    'safe.directory=*',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.sshCommand=false',
    'credential.helper=',
    'core.quotePath=false',
  ].flatMap((setting) => ['-c', setting]),
];

/**
 * The settings that are copied from a repository: how its files are stored and compared. Only the command `settings`
 * reads other keys of its configuration, so a key that names a program cannot start one.
 */
export const GIT_SETTINGS: readonly string[] = [
  'core.repositoryformatversion',
  'extensions.objectformat',
  'extensions.refstorage',
  'core.filemode',
  'core.symlinks',
  'core.ignorecase',
  'core.precomposeunicode',
  'core.autocrlf',
  'core.eol',
  'core.checkstat',
  'core.trustctime',
  'core.sparsecheckout',
  'core.sparsecheckoutcone',
  'core.excludesfile',
  'index.sparse',
];

/** Set for every command. */
export const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  // No lock for refreshing the index, and no waiting for a person or the network.
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
};

/** Passed on if they are set; `HOME` and similar only to `settings`. No other variables of the step are passed on. */
export const GIT_VARIABLES: readonly string[] = ['TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir'];
export const GIT_HOME_VARIABLES: readonly string[] = ['HOME', 'USERPROFILE', 'XDG_CONFIG_HOME'];

/** What could start a program, and what prevents it: the second table of docs/security.md. */
export const GIT_PROTECTIONS: readonly (readonly [string, string])[] = [
  [
    '`filter.*` (clean, smudge, process), `diff.*` (external, command, textconv), `merge.*`, also named by `.gitattributes` or `info/attributes`',
    'the configuration is replaced by one of our own, in a fresh folder (`GIT_COMMON_DIR`), with the settings listed below: a filter that is not configured does nothing',
  ],
  [
    '`core.fsmonitor`, `core.hooksPath` and `.git/hooks`, `core.sshCommand`, `core.pager`, `pager.*`, `credential.*`, `remote.*.uploadpack`, `gpg.program`',
    'the same, and turned off once more on the command line',
  ],
  ['`alias.*`', 'the same; git lets no alias replace a command of its own'],
  [
    '`include.path`, `includeIf.*`',
    '`--no-includes` where the configuration is listed; nowhere else is it read',
  ],
  [
    'a submodule with any of these',
    'git is told not to look into submodules; each is asked by a command of its own, protected as the repository is',
  ],
  [
    'the configuration of user and machine',
    '`GIT_CONFIG_GLOBAL`, `GIT_CONFIG_NOSYSTEM`: only the settings listed below count',
  ],
  [
    'a fetch of missing objects (partial clones)',
    'no remote is configured, no protocol is allowed, `GIT_NO_LAZY_FETCH`',
  ],
  [
    'a program named `git` in the workspace or the current folder',
    'git is started by its absolute path: the first in an absolute folder of `PATH` outside of the workspace, links resolved; on Windows `git.exe` alone',
  ],
  [
    "the step's environment (`INPUT_*`, keys, tokens, `GIT_*`)",
    'an environment of its own: the variables listed below and no others',
  ],
];
