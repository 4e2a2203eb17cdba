export const id = "shared-git";
export const ids = ["shared-git"];
export const modules = {

/***/ 6202:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W0: function() { return /* binding */ branchOf; },
  vl: function() { return /* binding */ changedPaths; },
  vj: function() { return /* binding */ commitNamed; },
  dz: function() { return /* reexport */ committedPaths; },
  fE: function() { return /* binding */ isShallow; },
  wu: function() { return /* binding */ mergeBase; },
  o$: function() { return /* binding */ readSource; },
  HX: function() { return /* binding */ topOf; }
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/path-inside.js
var path_inside = __webpack_require__(1936);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/src/git/commands.js
/**
 * All git commands that are used, and what prevents a repository from running its own commands through them.
 * docs/security.md shows both tables; `npm run docs` writes them from here, so this file imports nothing.
 */
const GIT_COMMANDS = {
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
};
/**
 * Given to every command before its own arguments. A second protection: the settings that they turn off are not read
 * anyway.
 */
const GIT_GUARDS = [
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
const GIT_SETTINGS = [
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
const GIT_ENVIRONMENT = {
    LC_ALL: 'C',
    // No lock for refreshing the index, and no waiting for a person or the network.
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
};
/** Passed on if they are set; `HOME` and similar only to `settings`. No other variables of the step are passed on. */
const GIT_VARIABLES = ['TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir'];
const GIT_HOME_VARIABLES = ['HOME', 'USERPROFILE', 'XDG_CONFIG_HOME'];
/** What could start a program, and what prevents it: the second table of docs/security.md. */
const GIT_PROTECTIONS = (/* unused pure expression or super */ null && ([
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
]));

;// CONCATENATED MODULE: ./lib/src/git/find-git.js



const THIS_MACHINE = {
    platform: process.platform,
    isProgram(file) {
        try {
            (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
            return (0,external_node_fs_.statSync)(file).isFile();
        }
        catch {
            return false;
        }
    },
    real(file) {
        try {
            return (0,external_node_fs_.realpathSync)(file);
        }
        catch {
            return file;
        }
    },
};
/**
 * The git to start: the first one in `PATH` that the workspace's author cannot have put there. Only absolute folders
 * outside of the workspace count, links resolved; never the current folder, which Windows searches first. There only
 * `git.exe` counts: a `.cmd` would be read by a shell.
 * @param workspace absolute; others wrote its content
 * @returns an absolute path, or `undefined` where there is none
 */
function findGit(env, workspace, machine = THIS_MACHINE) {
    const windows = machine.platform === 'win32';
    const rules = windows ? external_node_path_.win32 : external_node_path_.posix;
    const isInside = (file) => (0,path_inside/* relativePathInside */._)(workspace, file, rules) !== undefined ||
        (0,path_inside/* relativePathInside */._)(machine.real(workspace), machine.real(file), rules) !== undefined;
    for (const entry of searchPath(env, windows).split(rules.delimiter)) {
        const folder = windows ? entry.replaceAll('"', '') : entry;
        // `\tools` and `C:tools` depend on the current drive and folder.
        if (!rules.isAbsolute(folder) || (windows && !/^(?:[a-z]:[\\/]|\\\\)/i.test(folder)))
            continue;
        const file = rules.join(folder, windows ? 'git.exe' : 'git');
        if (isInside(file))
            continue;
        if (machine.isProgram(file))
            return file;
    }
    return undefined;
}
/** On Windows the variable is `Path`, in any case. */
function searchPath(env, windows) {
    if (!windows)
        return env.PATH ?? '';
    const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH');
    return (name && env[name]) || '';
}

;// CONCATENATED MODULE: ./lib/src/git/isolation.js




function readGitSettings(list) {
    const settings = new Map();
    for (const entry of list.split('\0')) {
        if (entry === '')
            continue;
        const end = entry.indexOf('\n');
        // A key without a value means true.
        settings.set(end < 0 ? entry : entry.slice(0, end), end < 0 ? 'true' : entry.slice(end + 1));
    }
    return settings;
}
/** The configuration that git reads instead of the repository's. */
function ownConfiguration(settings) {
    return GIT_SETTINGS.flatMap((key) => {
        const value = settings.get(key);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in a value.
        if (value === undefined || /[\x00-\x1f\x7f]/.test(value))
            return [];
        const [section, name] = key.split('.');
        return [`[${section}]\n\t${name} = "${value.replaceAll(/[\\"]/g, '\\$&')}"\n`];
    }).join('');
}
/** Folders and files of a repository that hold content and no configuration of programs. */
const FOLDERS = ['objects', 'refs', 'reftable', 'info'];
const FILES = ['packed-refs', 'shallow'];
/**
 * Creates a folder for git's `GIT_COMMON_DIR`: links to the repository's objects and refs, and our configuration. Its
 * name cannot be guessed and nobody else may enter it.
 * @param common the repository's own, absolute
 * @returns its path; the caller removes it
 * @throws where links or files cannot be created
 */
function isolatedFolder(common, configuration) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'cloud-build-git-'));
    try {
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'config'), configuration);
        for (const name of FOLDERS) {
            if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(common, name)))
                (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(common, name), (0,external_node_path_.join)(folder, name), 'junction');
        }
        for (const name of FILES) {
            const file = (0,external_node_path_.join)(common, name);
            if (!(0,external_node_fs_.existsSync)(file))
                continue;
            // On Windows not every user may create links to files.
            if (process.platform === 'win32')
                (0,external_node_fs_.copyFileSync)(file, (0,external_node_path_.join)(folder, name));
            else
                (0,external_node_fs_.symlinkSync)(file, (0,external_node_path_.join)(folder, name));
        }
        return folder;
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/src/git/repository.js
var git_repository = __webpack_require__(6077);
;// CONCATENATED MODULE: ./lib/src/git/command.js








/** Milliseconds for each command; git is only asked for facts that a build can do without. */
const DEADLINE_MS = 10_000;
const OUTPUT_BYTES = 64 * 1024 * 1024;
const settingsOf = new WeakMap();
/**
 * What git printed; `undefined` if it is missing, refused, failed or took too long. The repository's own
 * configuration has no effect (docs/security.md, "Git").
 */
async function git(repository, name, ...values) {
    const settings = await gitSettings(repository);
    if (settings === undefined)
        return undefined;
    let folder;
    try {
        folder = isolatedFolder((0,git_repository/* commonFolder */.Mp)(repository), ownConfiguration(settings));
        return await run(repository, [...GIT_COMMANDS[name].args, ...values], isolatedEnvironment(folder));
    }
    catch {
        return undefined;
    }
    finally {
        if (folder !== undefined)
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
}
/** The repository's and the machine's settings, read once and only as data. */
async function gitSettings(repository) {
    const known = settingsOf.get(repository);
    if (known)
        return known;
    const read = run(repository, GIT_COMMANDS.settings.args, {
        ...named(GIT_VARIABLES),
        ...named(GIT_HOME_VARIABLES),
        ...GIT_ENVIRONMENT,
    }).then((list) => (list === undefined ? undefined : readGitSettings(list)));
    settingsOf.set(repository, read);
    return read;
}
function isolatedEnvironment(folder) {
    return {
        ...named(GIT_VARIABLES),
        ...GIT_ENVIRONMENT,
        GIT_CONFIG_GLOBAL: external_node_os_.devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_COMMON_DIR: folder,
    };
}
function run({ top, workspace }, args, env) {
    const program = findGit(process.env, workspace);
    if (program === undefined)
        return Promise.resolve(undefined);
    // With explicit paths git does not check the owner of the checkout.
    const place = [`--git-dir=${(0,external_node_path_.join)(top, '.git')}`, `--work-tree=${top}`];
    const options = {
        cwd: top,
        env: { ...env, PATH: (0,external_node_path_.dirname)(program) },
        timeout: DEADLINE_MS,
        maxBuffer: OUTPUT_BYTES,
    };
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)(program, [...place, ...GIT_GUARDS, ...args], options, (error, stdout) => {
            resolve(error ? undefined : stdout);
        });
    });
}
function named(names) {
    return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/src/git/dirty.js






/** At most so many differing files are compared with their Git LFS pointers; more count as a change. */
const MOST_POINTERS = 200;
/** Bytes: the specification of Git LFS keeps pointers below 1024. */
const POINTER_BYTES = 1024;
const SUBMODULES_AT_ONCE = 8;
/**
 * Whether files of `folder` differ from the commit, untracked files and the content of submodules included.
 * @param folder relative to the repository, `/` between names; `.` is the whole repository
 * @returns `undefined` where git cannot say
 */
async function isDirty(repository, folder) {
    const [status, submodules] = await Promise.all([
        git(repository, 'status', folder),
        submodulesOf(repository, folder),
    ]);
    if (status === undefined)
        return undefined;
    if (status !== '' && !(await isLfsContent(repository, status)))
        return true;
    for (let at = 0; at < submodules.length; at += SUBMODULES_AT_ONCE) {
        const some = submodules.slice(at, at + SUBMODULES_AT_ONCE);
        const answers = await Promise.all(some.map((submodule) => isDirty(submodule, '.')));
        if (answers.includes(true))
            return true;
        if (answers.includes(undefined))
            return undefined;
    }
    return false;
}
/**
 * The submodules that are checked out. Each is checked by a command of its own, since git would run commands of their
 * configuration.
 */
async function submodulesOf(repository, folder) {
    const { top, workspace } = repository;
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.gitmodules')) && !hasModules(repository))
        return [];
    return entriesOf(await git(repository, 'index', folder))
        .filter(({ mode }) => mode === '160000')
        .map(({ path }) => ({ top: (0,external_node_path_.join)(top, path), workspace }))
        .filter(({ top }) => isFolder(top) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.git')));
}
function hasModules(repository) {
    try {
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)((0,git_repository/* commonFolder */.Mp)(repository), 'modules'));
    }
    catch {
        return false;
    }
}
function isFolder(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
/** `MODE ID STAGE`, tab, path, NUL. */
function entriesOf(list = '') {
    return list.split('\0').flatMap((entry) => {
        const [, mode = '', id = '', path = ''] = /^(\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(entry) ?? [];
        return path === '' ? [] : [{ mode, id, path }];
    });
}
/**
 * Whether all differing files are unchanged Git LFS files. Without the LFS filter, which is a command of the
 * configuration, git compares the content of such a file with its pointer, e.g. in a copied checkout.
 */
async function isLfsContent(repository, status) {
    const lines = status.split('\0').filter((line) => line !== '');
    if (lines.length > MOST_POINTERS || lines.some((line) => !line.startsWith(' M ')))
        return false;
    for (const line of lines) {
        const path = line.slice(3);
        const [entry] = entriesOf(await git(repository, 'index', path));
        const pointer = entry && (await git(repository, 'blob', entry.id));
        if (!pointer || !(await isContentOf(pointer, (0,external_node_path_.join)(repository.top, path))))
            return false;
    }
    return true;
}
async function isContentOf(pointer, file) {
    if (pointer.length > POINTER_BYTES || !pointer.startsWith('version https://git-lfs.github.com/spec/'))
        return false;
    const [, digest] = /^oid sha256:([0-9a-f]{64})$/m.exec(pointer) ?? [];
    const [, size] = /^size (\d+)$/m.exec(pointer) ?? [];
    const found = (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size !== Number(size))
        return false;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(file), hash);
    }
    catch {
        return false;
    }
    return hash.digest('hex') === digest;
}

;// CONCATENATED MODULE: ./lib/src/git/remote.js
/**
 * A remote's address as one name for the repository: without scheme, user info, `.git` and outer slashes, the host
 * lower-cased, a port kept, `git@host:path` as `host/path` (contracts/README.md, "Provenance fields"). `undefined`
 * for an address that cannot be parsed reliably, since a part of it may be a password.
 */
function normalRemote(address) {
    const bare = address.trim().replace(/[?#].*$/s, '');
    const url = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(.*)$/is.exec(bare);
    if (url)
        return remote_named(url[1] ?? '', url[2] ?? '');
    const scp = /^([^/\\]*@)?(\[[^\]]+\]|[^:/\\@]{2,}):(.*)$/s.exec(bare);
    if (scp)
        return remote_named(scp[2] ?? '', scp[3] ?? '');
    return bare.includes('@') || bare.includes(':') ? undefined : remote_named('', bare);
}
function remote_named(authority, path) {
    const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
    if (!/^(\[[0-9a-f:.]+\]|[^:[\]\s]*)(:\d*)?$/.test(host))
        return undefined;
    const name = path
        .replace(/^\/+|\/+$/g, '')
        .replace(/\.git$/, '')
        .replace(/\/+$/, '');
    return [host, name].filter(Boolean).join('/') || undefined;
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
;// CONCATENATED MODULE: ./lib/src/git/committed.js



/** Arguments of one command: systems limit their length. */
const AT_ONCE = 1_000;
/**
 * Those of the paths that the commit that is checked out has, or that are in one of its submodules. Never throws.
 * @param top the repository's folder
 * @param paths relative to it, `/` between names
 */
async function committedPaths(top, paths) {
    const repository = (0,git_repository/* repositoryOf */._M)(top, top);
    if (!repository)
        return new Set();
    const asked = [...new Set(paths.flatMap(withFoldersAbove))];
    const modes = new Map();
    for (let at = 0; at < asked.length; at += AT_ONCE) {
        const list = await git(repository, 'tree', 'HEAD', '--', ...asked.slice(at, at + AT_ONCE));
        for (const [mode, path] of committed_entriesOf(list))
            modes.set(path, mode);
    }
    const has = (path) => path === '.' || modes.has(path) || withFoldersAbove(path).some((above) => modes.get(above) === '160000');
    return new Set(paths.filter(has));
}
/** `a/b/c`, `a/b`, `a`. */
function withFoldersAbove(path) {
    const paths = [];
    for (let one = path; one !== '.' && one !== '/'; one = (0,posix_.dirname)(one))
        paths.push(one);
    return paths;
}
/** `MODE TYPE ID`, tab, path, NUL. */
function committed_entriesOf(list = '') {
    return list.split('\0').flatMap((entry) => {
        const [, mode = '', path = ''] = /^(\d+) \w+ [0-9a-f]+\t(.*)$/s.exec(entry) ?? [];
        return path === '' ? [] : [[mode, path]];
    });
}

;// CONCATENATED MODULE: ./lib/src/git/git.js







/**
 * Where the sources of a context came from (contracts/README.md, "Provenance fields"). Never throws: facts that git
 * does not give in time are absent.
 * @param root The context, absolute and links resolved.
 * @param workspace A repository is searched from `root` up to here, not above: a runner's own folder may be inside
 * another one.
 * @param known Facts of repositories that were read before; contexts in one repository differ only in `dirty`.
 */
async function readSource(root, workspace, hints, known = new Map()) {
    const found = (0,git_repository/* repositoryOf */._M)(root, workspace);
    if (!found)
        return {};
    const facts = known.get(found.top) ?? readFacts(found);
    known.set(found.top, facts);
    const { repository } = facts;
    const folder = (0,path_inside/* relativePathInside */._)(repository.top, root);
    const subpath = folder === '.' ? undefined : folder;
    const [head, settings, dirty] = await Promise.all([
        facts.head,
        gitSettings(repository),
        isDirty(repository, subpath || '.'),
    ]);
    return withoutAbsent({
        commit: head.commit ?? hints.commit,
        ref: head.ref ?? hints.ref,
        repo: normalRemote(settings?.get('remote.origin.url') ?? ''),
        subpath,
        dirty,
    });
}
function readFacts(repository) {
    return { repository, head: headOf(repository) };
}
/** The commit, and its branch, else a tag of exactly this commit. */
async function headOf(repository) {
    const [commit, name = ''] = (await git(repository, 'head'))?.trim().split('\n') ?? [];
    if (!commit) {
        const unborn = (await git(repository, 'branch'))?.trim();
        return unborn ? { ref: unborn, branch: unborn } : {};
    }
    const [, branch] = /^refs\/heads\/(.+)$/.exec(name) ?? [];
    if (branch !== undefined)
        return { commit, ref: branch, branch };
    const ref = (await git(repository, 'tag'))?.trim();
    return ref ? { commit, ref } : { commit };
}
/**
 * The branch that is checked out, unlike `ref` of `readSource`, which may be a tag. Never throws.
 * @param known as for `readSource`
 */
async function branchOf(root, workspace, known) {
    const found = (0,git_repository/* repositoryOf */._M)(root, workspace);
    return found && (await (known.get(found.top) ?? readFacts(found)).head).branch;
}
/**
 * The paths that differ between `base` and `head`, relative to the workspace; a rename gives both names, a changed
 * submodule its folder. Never throws.
 * @param base A commit or ref; all zeros, as in the event of a new branch, is unknown.
 */
async function changedPaths(workspace, base, head = 'HEAD') {
    const repository = (0,git_repository/* repositoryOf */._M)(workspace, workspace);
    if (!repository)
        return unknown(`There is no git repository at ${workspace}: check it out before this step.`);
    if (/^0+$/.test(base))
        return unknown('The push created its branch: there is no commit before it to compare with.');
    for (const name of [base, head]) {
        if (!(await commitOf(repository, name)))
            return unknown(await whyMissing(repository, name));
    }
    const answer = await git(repository, 'differences', base, head, '--');
    if (answer === undefined)
        return unknown(`git could not compare ${base} with ${head}.`);
    return readRaw(answer);
}
/** `:MODE MODE ID ID LETTER`, NUL, path, NUL. */
function readRaw(answer) {
    const fields = answer.split('\0');
    const paths = [];
    const submodules = [];
    for (let index = 0; index + 1 < fields.length; index += 2) {
        const path = fields[index + 1] ?? '';
        paths.push(path);
        if (/^:(?:160000 |\d+ 160000 )/.test(fields[index] ?? ''))
            submodules.push(path);
    }
    return { kind: 'known', paths, ...(submodules.length > 0 && { submodules }) };
}
/** The merge base of `a` and `b`; `undefined` if the clone is too shallow. Never throws. */
async function mergeBase(workspace, a, b) {
    const repository = (0,git_repository/* repositoryOf */._M)(workspace, workspace);
    if (!repository)
        return undefined;
    const [one, other] = await Promise.all([commitOf(repository, a), commitOf(repository, b)]);
    if (!one || !other)
        return undefined;
    return (await git(repository, 'mergeBase', one, other))?.trim() || undefined;
}
/**
 * The folder of the repository that a workspace's folders belong to: the workspace's own, else the first one found
 * for a folder, as after a checkout with `path`; the workspace if there is none.
 */
function topOf(workspace, folders) {
    const of = (folder) => (0,git_repository/* repositoryOf */._M)(folder, workspace)?.top;
    if (of(workspace) !== undefined)
        return workspace;
    for (const folder of folders) {
        const top = of((0,external_node_path_.join)(workspace, folder));
        if (top !== undefined)
            return top;
    }
    return workspace;
}
/** The full id of the commit of this name; `undefined` where the clone does not have it. Never throws. */
async function commitNamed(workspace, name) {
    const repository = (0,git_repository/* repositoryOf */._M)(workspace, workspace);
    return repository && commitOf(repository, name);
}
/** Whether the clone is shallow. Never throws. */
async function isShallow(workspace) {
    const repository = (0,git_repository/* repositoryOf */._M)(workspace, workspace);
    const answer = repository && (await git(repository, 'shallow'));
    return answer?.trim() === 'true';
}
/** The full id of a commit of this clone; `undefined` for a name that git would take for an option. */
async function commitOf(repository, name) {
    if (!/^[^-\s]\S*$/.test(name))
        return undefined;
    return (await git(repository, 'commit', `${name}^{commit}`))?.trim() || undefined;
}
async function whyMissing(repository, name) {
    const shallow = await git(repository, 'shallow');
    if (shallow === undefined)
        return 'git could not be run, or cannot read the repository.';
    return shallow.trim() === 'true'
        ? `${name} is not in this shallow clone: give actions/checkout \`fetch-depth: 0\`, or run \`git fetch --unshallow\` before this step.`
        : `${name} is not in this clone: fetch it before this step, or correct \`base\`.`;
}
function unknown(why) {
    return { kind: 'unknown', why };
}
function withoutAbsent(facts) {
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}


/***/ })

};
