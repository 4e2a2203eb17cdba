export const id = "shared-context-listing";
export const ids = ["shared-context-listing"];
export const modules = {

/***/ 3802:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tC: function() { return /* reexport */ READ_FLAGS; },
  h0: function() { return /* reexport */ asOnDisk; },
  tD: function() { return /* reexport */ checkLink; },
  AR: function() { return /* reexport */ chooseIgnoreFile; },
  w5: function() { return /* reexport */ closeOpener; },
  qo: function() { return /* reexport */ createFileOpener; },
  wT: function() { return /* reexport */ ignoreLineFor; },
  zy: function() { return /* reexport */ includedPaths; },
  n3: function() { return /* reexport */ isIgnoreFile; },
  xb: function() { return /* reexport */ isSent; },
  Sd: function() { return /* reexport */ largestFiles; },
  nT: function() { return /* reexport */ listTree; },
  _l: function() { return /* reexport */ pathInside; },
  c_: function() { return /* reexport */ readContent; },
  Bs: function() { return /* reexport */ resolveDockerfile; },
  Nn: function() { return /* reexport */ statIfPresent; },
  ee: function() { return /* reexport */ whyNotSent; }
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/context/listing/content.js



const probe = Buffer.alloc(1);
/**
 * Reads exactly the bytes that were listed and gives their SHA-256 as lower-case hex. Synchronous on purpose: in Node
 * concurrent asynchronous reads of many files are four times slower (docs/context.md, "Where time goes"), and the
 * pool is busy compressing.
 * @returns a promise only if it has to wait for free space
 * @throws {UserError} naming the path, when the file vanished, cannot be read or has another size now.
 */
function readContent(entry, target, opener) {
    const file = openListed(entry, opener);
    const { buffer, start } = target;
    if (entry.size >= buffer.length - start)
        return readLong(file, entry, target).finally(() => (0,external_node_fs_.closeSync)(file));
    try {
        // Requests one byte more than listed, which shows growth without another system call.
        const got = readUpTo(file, entry, buffer, start, entry.size, 1);
        if (got !== entry.size)
            throw changed(entry);
        const digest = (0,external_node_crypto_.hash)('sha256', buffer.subarray(start, start + got), 'hex');
        const wait = target.took(got);
        return wait ? wait.then(() => digest) : digest;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
async function readLong(file, entry, target) {
    const sha = (0,external_node_crypto_.createHash)('sha256');
    for (let left = entry.size; left > 0;) {
        const { buffer, start } = target;
        const wanted = Math.min(left, buffer.length - start);
        if (readUpTo(file, entry, buffer, start, wanted, 0) !== wanted)
            throw changed(entry);
        sha.update(buffer.subarray(start, start + wanted));
        left -= wanted;
        await target.took(wanted);
    }
    if (readUpTo(file, entry, probe, 0, 1, 0) !== 0)
        throw changed(entry);
    return sha.digest('hex');
}
/** Reads until `wanted` bytes have arrived or the file ends; the first request asks for `extra` more. */
function readUpTo(file, entry, into, at, wanted, extra) {
    try {
        let got = (0,external_node_fs_.readSync)(file, into, at, wanted + extra, null);
        while (got > 0 && got < wanted) {
            const more = (0,external_node_fs_.readSync)(file, into, at + got, wanted - got, null);
            if (more === 0)
                break;
            got += more;
        }
        return got;
    }
    catch (cause) {
        throw unreadable(entry, cause);
    }
}
function openListed(entry, opener) {
    try {
        return opener.open(entry.source);
    }
    catch (cause) {
        throw unreadable(entry, cause);
    }
}
/**
 * Checks that a link still has the listed target: its folder may have been replaced meanwhile.
 * @throws {UserError} naming the path
 */
function checkLink(entry, opener) {
    let target;
    try {
        target = (0,external_node_fs_.readlinkSync)(opener.pathOf(entry.source));
    }
    catch (cause) {
        throw unreadable(entry, cause);
    }
    if (target !== entry.target) {
        throw new errors/* UserError */.yo(`The link ${entry.path} changed while the context was read.`, { hint: WRITER_HINT });
    }
}
/** @throws {UserError} if a folder was replaced by a link while its files were read */
function closeOpener(opener) {
    try {
        opener.close();
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`A folder of the context was swapped while it was read: ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: WRITER_HINT,
            cause,
        });
    }
}
const WRITER_HINT = 'Nothing may write to the context while it is packed: wait for earlier commands to end, or add the path to .dockerignore.';
function changed(entry) {
    return new errors/* UserError */.yo(`${entry.path} changed while the context was read: it was listed with ${entry.size} bytes.`, {
        hint: WRITER_HINT,
    });
}
function unreadable(entry, cause) {
    const code = cause.code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return new errors/* UserError */.yo(`${entry.path} vanished while the context was read.`, { hint: WRITER_HINT, cause });
    }
    if (code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO') {
        return new errors/* UserError */.yo(`${entry.path} was a file when the context was listed and is none now, or lies behind a link by now.`, {
            hint: WRITER_HINT,
            cause,
        });
    }
    return new errors/* UserError */.yo(`${entry.path} cannot be read (${code ?? 'unknown error'}).`, {
        hint: 'Make the file readable for the user who runs the step, or add it to .dockerignore.',
        cause,
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/context/listing/open-file.js
/** Opens listed files without following links out of the listed folders. */


// If a link has replaced the file, it is not followed; if a FIFO has, it does not block the step.
const READ_FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/** Linux's `O_PATH`, which needs no permission to read the folder; Node does not name it (open(2)). */
const O_PATH = 0o10000000;
const FOLDER_FLAGS = O_PATH | (external_node_fs_.constants.O_DIRECTORY ?? 0) | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
const OPENED = '/proc/self/fd';
/** Uses the system's paths to open folders where they exist (Linux), else checks before and after reading. */
function createFileOpener() {
    return process.platform === 'linux' && (0,external_node_fs_.existsSync)(OPENED) ? throughOpenedFolders() : checkedAround();
}
/**
 * Every folder is opened once, relative to its parent, and files relative to their folder, as `openat(2)` does. Files
 * come folder by folder, so for most this costs only one comparison more than opening them by path.
 */
function throughOpenedFolders() {
    const opened = [];
    let current;
    const closeFrom = (depth) => {
        for (const { descriptor } of opened.splice(depth).reverse())
            (0,external_node_fs_.closeSync)(descriptor);
    };
    const enter = (folder) => {
        const names = folder.split('/').slice(1).filter(Boolean);
        const shared = names.findIndex((name, depth) => opened[depth + 1]?.name !== name);
        current = undefined;
        closeFrom(shared < 0 ? names.length + 1 : shared + 1);
        if (opened.length === 0)
            opened.push({ name: '', descriptor: (0,external_node_fs_.openSync)('/', FOLDER_FLAGS) });
        for (const name of names.slice(opened.length - 1)) {
            const parent = opened.at(-1);
            opened.push({ name, descriptor: (0,external_node_fs_.openSync)(`${OPENED}/${parent.descriptor}/${name}`, FOLDER_FLAGS) });
        }
        current = folder;
    };
    const pathOf = (path) => {
        const cut = path.lastIndexOf('/');
        const folder = path.slice(0, cut);
        if (folder !== current)
            enter(folder);
        return `${OPENED}/${opened.at(-1).descriptor}${path.slice(cut)}`;
    };
    return { pathOf, open: (path) => (0,external_node_fs_.openSync)(pathOf(path), READ_FLAGS), close: () => closeFrom(0) };
}
/** Checks that each folder is not a link, before its first file is opened and after its last one. */
function checkedAround() {
    let current;
    const check = () => {
        if (current !== undefined && (0,external_node_fs_.realpathSync)(current) !== current) {
            throw Object.assign(new Error(`ELOOP: ${current} is a link`), { code: 'ELOOP' });
        }
    };
    const pathOf = (path) => {
        const folder = (0,external_node_path_.dirname)(path);
        if (folder !== current) {
            check();
            current = folder;
            check();
        }
        return path;
    };
    return { pathOf, open: (path) => (0,external_node_fs_.openSync)(pathOf(path), READ_FLAGS), close: check };
}
/** The first bytes of a regular file, a character each (Latin-1); empty if it cannot be read: packing will report why. */
function headOf(path, bytes) {
    try {
        const file = (0,external_node_fs_.openSync)(path, READ_FLAGS);
        try {
            const head = Buffer.alloc(bytes);
            return head.toString('latin1', 0, (0,external_node_fs_.readSync)(file, head, 0, bytes, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/src/context/listing/credentials.js

/** Bytes that are searched; a token after them is not found. */
const READ_BYTES = 64 * 1024;
// Names are tested in lower case against the last two parts of a path.
const SIGNS = [
    { name: /(^|\/)\.env[^/]*$/ },
    { name: /(^|\/)id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/ },
    { name: /\.(pem|key)$|(^|\/)ssh_host_[a-z0-9]+_key$/, content: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/ },
    { name: /\.ppk$/, content: /^PuTTY-User-Key-File/ },
    { name: /\.(p12|pfx|jks|keystore|kdbx)$/ },
    {
        name: /(^|\/)\.npmrc$/,
        content: /^[^#;\n]*(_authToken|_auth|_password)\s*=\s*(?!["']?\$\{)["']?[^\s"']/m,
    },
    { name: /(^|\/)\.yarnrc\.yml$/, content: /^[ \t]*npmAuth(Token|Ident):\s*(?!["']?\$\{)["']?[^\s"'#]/m },
    { name: /(^|\/)\.pypirc$/, content: /^[ \t]*password\s*[=:]\s*\S/m },
    { name: /(^|\/)pip\.(conf|ini)$/, content: /:\/\/[^/\s:@$]+:[^/\s@$]+@/ },
    { name: /(^|\/)[._]netrc$/, content: /(^|\s)password\s+\S/ },
    {
        name: /(^|\/)(\.docker\/config\.json|\.dockercfg|\.dockerconfigjson)$/,
        content: /"(auth|identitytoken|password)"\s*:\s*"[^"]/,
    },
    { name: /(^|\/)\.git-credentials$/, content: /:\/\/[^/\s:@]+:[^/\s@]+@/ },
    {
        name: /(^|\/)\.aws\/(credentials|config)$|(^|\/)aws[-_]?credentials$/,
        content: /aws_(secret_access_key|session_token)\s*=\s*\S/,
    },
    {
        name: /(^|\/)[^/]*(credentials?|service[-_]?account|client[-_]?secrets?|key|gcp|gcloud|firebase|token)[^/]*\.json$/,
        content: /-----BEGIN [A-Z ]*PRIVATE KEY|"(refresh_token|client_secret)"\s*:\s*"[^"]/,
    },
    { name: /(^|\/)\.azure\/(accesstokens|msal_token_cache|service_principal_entries)[^/]*$/ },
    {
        name: /(^|\/)(\.kube\/config|kubeconfig[^/]*|[^/]+\.kubeconfig)$/,
        content: /^[ \t]*(?:-[ \t]+)?(client-key-data|token|password)\s*:\s*\S/m,
    },
    { name: /\.tfstate(\.backup)?$/ },
    {
        name: /\.tfvars$/,
        content: /^[ \t]*\w{0,40}?(password|secret|token|api_?key|private_?key)\w{0,40}[ \t]*=[ \t]*"[^"]/im,
    },
    {
        name: /(^|\/)(\.terraformrc|terraform\.rc|credentials\.tfrc\.json)$/,
        content: /"?token"?\s*[=:]\s*"[^"]/,
    },
    { name: /(^|\/)(\.vault-token|\.pgpass|\.htpasswd|\.streamlit\/secrets\.toml)$/ },
    {
        name: /(^|\/)(\.s3cfg|\.boto|\.my\.cnf)$/,
        content: /^[ \t]*(\w{0,40}secret\w{0,40}|password)\s*=\s*\S/m,
    },
    { name: /(^|\/)gh\/hosts\.yml$/, content: /oauth_token\s*:\s*\S/ },
];
/** Without one of these substrings no sign can match: one cheap test for ordinary names. */
const ANY_SIGN = /\.env|id_|\.pem|key|\.ppk|\.p12|\.pfx|\.jks|\.kdbx|\.npmrc|\.yarnrc|pypirc|pip\.|netrc|docker|\.git|credential|account|secret|gcp|gcloud|firebase|token|\.azure|kube|\.tf|terraform\.rc|\.pgpass|\.htpasswd|\.s3cfg|\.boto|my\.cnf|hosts\.yml|\.aws/;
const EXAMPLE = /[._-](examples?|samples?|templates?|tpl|dist|defaults|schema)(?=[._-]|$)/;
// Published packages contain no secrets, but keys for their tests.
const PUBLISHED = /(^|\/)(node_modules|site-packages|dist-packages)\//;
/** An unreadable file counts as none: packing will report it. */
function isCredential(entry) {
    if (entry.kind !== 'file' || entry.size === 0)
        return false;
    const lastTwo = entry.path
        .slice(entry.path.lastIndexOf('/', entry.path.lastIndexOf('/') - 1) + 1)
        .toLowerCase();
    if (!ANY_SIGN.test(lastTwo) || PUBLISHED.test(entry.path))
        return false;
    const base = lastTwo.slice(lastTwo.lastIndexOf('/') + 1);
    if (EXAMPLE.test(base))
        return false;
    const signs = SIGNS.filter(({ name }) => name.test(lastTwo));
    if (signs.length === 0)
        return false;
    if (signs.some(({ content }) => content === undefined))
        return true;
    const head = headOf(entry.source, READ_BYTES);
    return signs.some(({ content }) => content?.test(head));
}
/**
 * Whether it has a name that private keys usually have, with any content: they are not sent to a cloud whose own
 * packer always leaves them out (contracts/README.md, "Pipecat: context hash and determinism").
 */
function hasNameOfKey({ kind, path }) {
    return kind === 'file' && /\.(pem|key)$/i.test(path) && !PUBLISHED.test(path);
}
/**
 * A line for an ignore file that excludes exactly this path. Spaces at the end and line breaks cannot be escaped
 * there; a class and a `?` are used for them (docs/context.md, rules 10, 11 and 17).
 */
function ignoreLineFor(path) {
    if (!/[*?[\]\\\p{Cc}]|^[!#]|^\p{White_Space}|\p{White_Space}$/u.test(path))
        return path;
    return path
        .replace(/[*?[\]\\|{}^!#]/g, '\\$&')
        .replace(/\p{Cc}/gu, '?')
        .replace(/^\p{White_Space}|\p{White_Space}$/gu, '[$&]');
}

// EXTERNAL MODULE: ./lib/src/path-inside.js
var path_inside = __webpack_require__(1936);
;// CONCATENATED MODULE: ./lib/src/context/listing/path-inside.js

/** Relative to the root; undefined outside it. */
function pathInside(root, absolute) {
    const path = (0,path_inside/* relativePathInside */._)(root, absolute);
    return path === '.' ? undefined : path;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/spelling.js
/**
 * Paths in the disk's spelling. macOS and Windows also find a file by a name in another case. The archive, the ignore
 * file, git and the cloud's builder only know its exact name, and so does Docker, which reads the folder.
 */



/**
 * @param folder absolute
 * @param path of an existing file in it, with `/` between names
 * @returns the same path in the disk's spelling; a name that its folder does not list stays as it is
 */
function asOnDisk(folder, path, namesIn = namesOf) {
    const spelled = [];
    for (const name of path.split('/')) {
        const names = namesIn([folder, ...spelled].join('/'));
        const own = names.includes(name) ? name : names.find((one) => folded(one) === folded(name));
        spelled.push(own ?? name);
    }
    return spelled.join('/');
}
/** The same for an absolute path; a path outside of `folder` stays as it is. */
function spelledBelow(folder, file, namesIn = namesOf) {
    const path = pathInside(folder, file);
    return path === undefined ? file : (0,external_node_path_.join)(folder, asOnDisk(folder, path, namesIn));
}
/** Whether the folder has a file with exactly this name. */
function isSpelledSo(file, namesIn = namesOf) {
    return asOnDisk((0,external_node_path_.dirname)(file), (0,external_node_path_.basename)(file), namesIn) === (0,external_node_path_.basename)(file);
}
/** The existing path that was probably meant, absolute; `undefined` if there is none or it is the same. */
function spelledOtherwise(file, namesIn = namesOf) {
    const own = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), asOnDisk((0,external_node_path_.dirname)(file), (0,external_node_path_.basename)(file), namesIn));
    return own === file ? undefined : own;
}
/** As those file systems compare names: without case, and with accents composed or not. */
function folded(name) {
    return name.normalize('NFC').toLowerCase();
}
function namesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/src/context/listing/dockerfile.js
/** Finding the Dockerfile (docs/context.md, rules 3, 6 and 8). */




/** `prod.Dockerfile`, `Containerfile`, and a misspelt `Dokerfile`; no ignore files. */
const LIKE_DOCKERFILE = /^(?!.*\.dockerignore$)(.*dockerfile.*|.*containerfile.*|[cd]\w*file)$/i;
/**
 * The Dockerfile's absolute path. If `Dockerfile` is absent, `dockerfile` is used. If it is a link, its own name is
 * not resolved: the ignore file is searched beside the given name.
 *
 * @param root the context folder, absolute
 * @param given relative to the root, or absolute
 * @param workspace what the input `context` is relative to, for the hint
 * @throws UserError naming the path, and what was probably meant
 */
function resolveDockerfile(root, given, workspace = root) {
    const path = (0,external_node_path_.resolve)(root, given);
    if (isFile(path)) {
        const spelled = spelledBelow(workspace, path);
        return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(spelled)), (0,external_node_path_.basename)(spelled));
    }
    const lowerCase = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), 'dockerfile');
    if ((0,external_node_path_.basename)(path) === 'Dockerfile' && isFile(lowerCase)) {
        return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path)), 'dockerfile');
    }
    throw new errors/* UserError */.yo(`There is no Dockerfile at ${path}.`, { hint: hintFor(path, { root, workspace }) });
}
function isFile(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function hintFor(path, folders) {
    const { root } = folders;
    if (namesIn(folders.workspace).length === 0)
        return 'Check the repository out first: the workspace is empty. A step with actions/checkout does that.';
    const folder = (0,external_node_path_.dirname)(path);
    const names = namesIn(folder);
    if (names.includes((0,external_node_path_.basename)(path))) {
        return `${(0,external_node_path_.basename)(path)} is there, but it is not a file: it is a folder or a dangling link.`;
    }
    const shorter = withoutLeading((0,external_node_path_.relative)(root, path)).find((one) => isFile((0,external_node_path_.join)(root, one)));
    if (shorter !== undefined)
        return `Did you mean \`dockerfile: ${shorter}\`? It is relative to the context folder.`;
    const near = names.filter((name) => LIKE_DOCKERFILE.test(name) && isFile((0,external_node_path_.join)(folder, name))).slice(0, 3);
    if (near.length > 0)
        return `Set the \`dockerfile\` input; that folder has ${near.join(', ')}.`;
    const below = foldersBelow(folders, (0,external_node_path_.basename)(path));
    if (below.length === 1)
        return `Did you mean \`context: ${below[0]}\`? There is a Dockerfile in it.`;
    if (below.length > 1)
        return `Set the \`context\` input to the folder that is to be built; these have a Dockerfile: ${below.join(', ')}.`;
    return 'Set the `dockerfile` input to its path, relative to `context`.';
}
/** Empty where the folder does not exist or cannot be read. */
function namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}
/** `a/b/Dockerfile` → `b/Dockerfile`, `Dockerfile`: a path relative to the workspace begins with the context. */
function withoutLeading(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(index + 1).join('/'));
}
/** Folders that are searched, and those that are named. */
const MOST_FOLDERS = 500;
const MOST_NAMED = 5;
/** The folders in the context folder with such a file, relative to the workspace. */
function foldersBelow({ root, workspace }, name) {
    return namesIn(root)
        .filter((folder) => !folder.startsWith('.') && folder !== 'node_modules')
        .slice(0, MOST_FOLDERS)
        .filter((folder) => isFile((0,external_node_path_.join)(root, folder, name)))
        .slice(0, MOST_NAMED)
        .map((folder) => (0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(root, folder)));
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/src/context/listing/path-order.js
/**
 * Compares by the bytes of the UTF-8 path. That is code point order; JavaScript's own comparison differs between
 * surrogate pairs and the units above them (docs/context.md, rule 23).
 *
 * @returns below, at or above 0, for `sort`
 */
function comparePaths(one, other) {
    const length = Math.min(one.length, other.length);
    for (let at = 0; at < length; at += 1) {
        const unit = one.charCodeAt(at);
        const rival = other.charCodeAt(at);
        if (unit !== rival)
            return rank(unit) - rank(rival);
    }
    return one.length - other.length;
}
/** Surrogates encode code points above all single units. */
function rank(unit) {
    return 0xd800 <= unit && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/file-system.js
/** What the listing reads from disk; every system error becomes an error that names the path. */




/** Characters that may replace invalid UTF-8, or whose order differs from that of their bytes. */
const UNUSUAL = /[\uD800-\uFFFF]/;
/** @throws UserError; its cause has the system's code */
function readFolder(absolute, path) {
    return reading(path, () => {
        const entries = (0,external_node_fs_.readdirSync)(absolute, { withFileTypes: true });
        if (!entries.some(({ name }) => UNUSUAL.test(name))) {
            entries.sort((one, other) => (one.name < other.name ? -1 : 1));
            return { entries };
        }
        entries.sort((one, other) => comparePaths(one.name, other.name));
        // Reading names as bytes takes twice as long, so only if decoding may have failed.
        const raw = (0,external_node_fs_.readdirSync)(absolute, 'buffer').filter((name) => !(0,external_node_buffer_.isUtf8)(name));
        return { entries, undecodable: new Map(raw.map((name) => [name.toString(), printable(name)])) };
    });
}
/**
 * Errors for a path at which there is nothing: no such name, no folder above it, a link to itself, a name that is too
 * long.
 */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);
/**
 * The file or folder at a path, links followed; undefined where there is none.
 * @throws {UserError} that names the path if access is denied
 */
function statIfPresent(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch (cause) {
        if (ABSENT.has(cause.code ?? ''))
            return undefined;
        throw file_system_unreadable(path, cause);
    }
}
/** Bytes outside printable ASCII as `\xNN`. */
function printable(name) {
    return name
        .toString('latin1')
        .replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
function folderEntry(path, source) {
    return { path, kind: 'folder', source, mode: 0o755, size: 0 };
}
/** A regular file, or undefined if it vanished after its folder was read. */
function fileEntry(path, source) {
    return reading(path, () => {
        const stats = (0,external_node_fs_.lstatSync)(source, { throwIfNoEntry: false });
        if (stats === undefined)
            return undefined;
        checkReadable(stats, source);
        return { path, kind: 'file', source, mode: fileMode(stats.mode), size: stats.size };
    });
}
/**
 * docs/context.md, rule 30. Docker's client sets the execute bit of all files on Windows, which has none.
 * @param mode as the file system reports it
 */
function fileMode(mode, platform = process.platform) {
    return mode & 0o100 || platform === 'win32' ? 0o755 : 0o644;
}
/** Checked now, since packing would fail minutes later; only files that not everyone may read are tested. */
function checkReadable(stats, source) {
    if ((stats.mode & 0o444) !== 0o444)
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(source, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK));
}
/** The target as stored, neither resolved nor read. */
function linkEntry(path, source) {
    const target = reading(path, () => (0,external_node_fs_.readlinkSync)(source, 'buffer'));
    if (!(0,external_node_buffer_.isUtf8)(target))
        throw notUtf8(path, `the target of the link ${path} (${printable(target)})`);
    return { path, kind: 'link', source, mode: 0o777, size: 0, target: target.toString() };
}
/** @param what the name with its bytes escaped */
function notUtf8(path, what) {
    return new errors/* UserError */.yo(`Cannot pack ${what}: it is not valid UTF-8, and an archive of UTF-8 names cannot hold it.`, {
        hint: `Rename it, or add a pattern for ${path} to the ignore file.`,
    });
}
function reading(path, read) {
    try {
        return read();
    }
    catch (cause) {
        throw file_system_unreadable(path || 'the context folder', cause);
    }
}
function file_system_unreadable(path, cause) {
    const reason = (0,errors/* messageOf */.bD)(cause).replace(/,.*$/s, '');
    return new errors/* UserError */.yo(`Cannot read ${path}: ${reason}.`, {
        hint: 'Make it readable, or leave it out with the ignore file.',
        cause,
    });
}
/** Whether a thrown error comes from a missing permission. */
function isForbidden(thrown) {
    if (!(thrown instanceof errors/* UserError */.yo))
        return false;
    const { cause } = thrown;
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    return code === 'EACCES' || code === 'EPERM';
}
/** Why an archive cannot hold it; undefined for files and links. */
function specialKind(entry) {
    if (entry.isFile() || entry.isSymbolicLink())
        return undefined;
    if (entry.isFIFO())
        return 'fifo';
    return entry.isSocket() ? 'socket' : 'device';
}

// EXTERNAL MODULE: ./lib/src/context/ignore/ignore.js + 7 modules
var ignore = __webpack_require__(9016);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/src/context/listing/checkout/bounded-text.js
/** Reads text files of the checkout, which may be anything: links, devices, FIFOs, large files. */

// Opening a FIFO must not block the step.
const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/**
 * @param largest in bytes
 * @returns the text, links followed; `undefined` for anything but a readable regular file, since devices have no end
 */
function textOfFile(path, largest) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(path, FLAGS);
        try {
            const stats = (0,external_node_fs_.fstatSync)(descriptor);
            if (!stats.isFile())
                return undefined;
            return stats.size > largest ? 'too-large' : (0,external_node_fs_.readFileSync)(descriptor, 'utf8');
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/context/listing/checkout/folders-upwards.js


/** The context folder and those above it, up to the workspace. */
function foldersUpwards({ root, workspace }) {
    const folders = [root];
    for (let folder = root; folder !== workspace && pathInside(workspace, folder) !== undefined;) {
        folder = (0,external_node_path_.dirname)(folder);
        folders.push(folder);
    }
    return folders;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/checkout/git-config.js
/** Reads a git configuration file as git does (git-config(1), Syntax), without includes. */
const BLANK = /[ \t\n\f\v\r]*/y;
const COMMENT = /[#;][^\n]*/y;
const SECTION = /\[([A-Za-z0-9.-]+)(?:[ \t]+"((?:[^"\\\n]|\\[^\n])*)")?\]/y;
/** A backslash before a line end continues the value, also in quotes; in a comment it does not. */
const SETTING = /([A-Za-z][A-Za-z0-9-]*)[ \t]*(?:=((?:"(?:[^"\\\n]|\\[\s\S])*"|\\[\s\S]|[^"\\\n#;])*)(?:[#;][^\n]*)?)?(?=\n|$)/y;
/** @returns `undefined` if git could not read it either; takes linear time */
function readGitConfig(text) {
    const rest = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    const settings = [];
    let place = { section: '', subsection: '' };
    let at = 0;
    const take = (token) => {
        token.lastIndex = at;
        const found = token.exec(rest);
        if (found)
            at = token.lastIndex;
        return found;
    };
    try {
        for (take(BLANK); at < rest.length; take(BLANK)) {
            if (take(COMMENT))
                continue;
            const section = take(SECTION);
            if (section) {
                const [, name = '', subsection = ''] = section;
                place = { section: name.toLowerCase(), subsection: subsection.replaceAll(/\\(.)/g, '$1') };
                continue;
            }
            const setting = take(SETTING);
            if (!setting)
                return undefined;
            const [, key = '', value = ''] = setting;
            settings.push({ ...place, key: key.toLowerCase(), value: plain(value) });
        }
    }
    catch (thrown) {
        // A very long value may exceed the engine's stack.
        if (thrown instanceof RangeError)
            return undefined;
        throw thrown;
    }
    return settings;
}
const ESCAPED = { n: '\n', t: '\t', b: '\b', '\n': '' };
function plain(value) {
    return value
        .replaceAll(/\\([\s\S])|"/g, (_, character) => ESCAPED[character ?? ''] ?? character ?? '')
        .trim();
}

;// CONCATENATED MODULE: ./lib/src/context/listing/checkout/git-credentials.js
/** Files of git that hold a credential: they are never sent, also if an ignore file includes them (docs/security.md). */







/** Bytes; a larger configuration is not read and counts as one with a credential. */
const LARGEST_CONFIG = 1024 * 1024;
/** Bytes, the same for git's other text files: logs and lists of references. */
const LARGEST_TEXT = 64 * 1024 * 1024;
/** The depth of includes that is followed. */
const DEEPEST = 5;
/** A token as actions/checkout writes it, in any file of git, and user information in an address. */
const CREDENTIAL = /^[ \t]*extraheader[ \t]*=[ \t]*\S|https?:\/\/[^/\s@"']+@|:\/\/[^/\s@"':]*:[^/\s@"']+@|^[ \t]*helper[ \t]*=[ \t]*"?!.*password/im;
const USER_INFORMATION = /https?:\/\/[^/?#]+@|:\/\/[^/?#:]*:[^/?#]+@/i;
/** `http.extraHeader`, `sendemail.smtpPass`, `imap.pass`, `hub.oauthToken`; `core.askPass` is the name of a program. */
const SECRET_KEY = /^(?!askpass$).*(?:extraheader|pass|password|token|secret)$/;
/**
 * Compressed or binary files, in which no credential can be found, with most of a repository's bytes. Matched by
 * whole names, since a submodule may be called `objects`.
 */
const OBJECTS = /\/(?:objects\/(?:[0-9a-f]{2}\/[0-9a-f]{38,62}|pack\/[^/]+\.(?:pack|idx|rev|bitmap|mtimes))|lfs\/objects\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}|index)$/;
/** One cheap test for the many other files. */
const SUSPECT = /git|\/config[^/]*$/i;
/** Where actions/checkout 6 keeps its token, included by `.git/config`. */
const CHECKOUT_FILE = /(?:^|\/)git-credentials-[^/]*\.config$/;
/**
 * A test for the entries of one context; the configuration is read with the first entry. A file is judged by its real
 * path.
 */
function gitCredentials(where) {
    let led;
    return ({ kind, size, source }) => {
        if (kind !== 'file' || size === 0)
            return false;
        led ??= linkedFiles(where);
        if (led.stores.has(source))
            return true;
        if (!led.configs.has(source) && !SUSPECT.test(source))
            return false;
        const path = pathInside(where.workspace, source) ?? source;
        if (led.configs.has(source) || CHECKOUT_FILE.test(path) || isRepositoryConfig(path, source))
            return holdsSecretSetting(source);
        return isBelowGit(path) && !OBJECTS.test(path) && holdsCredential(source);
    };
}
/** Whether a path has a `.git` in it. Case is ignored: on some file systems it is the same folder. */
function isBelowGit(path) {
    return /(?:^|\/)\.git\//i.test(path);
}
/** A repository may have any folder name: bare ones, and those that a `.git` file points to. */
function isRepositoryConfig(path, source) {
    if (!/^config(?![a-z])/i.test((0,external_node_path_.basename)(path)))
        return false;
    return isBelowGit(path) || (0,external_node_fs_.existsSync)(`${(0,external_node_path_.dirname)(source)}/HEAD`);
}
function holdsCredential(source) {
    const text = textOfFile(source, LARGEST_TEXT);
    return text === 'too-large' || (text !== undefined && CREDENTIAL.test(text));
}
/** A configuration that cannot be parsed counts as a credential. */
function holdsSecretSetting(source) {
    const text = textOfFile(source, LARGEST_CONFIG);
    if (text === undefined)
        return false;
    if (text === 'too-large' || CREDENTIAL.test(text))
        return true;
    return readGitConfig(text)?.some(isSecret) ?? true;
}
function isSecret({ subsection, key, value }) {
    if (value === '')
        return USER_INFORMATION.test(subsection);
    if (SECRET_KEY.test(key) || USER_INFORMATION.test(subsection) || USER_INFORMATION.test(value))
        return true;
    if (key === 'proxy' && value.includes('@'))
        return true;
    return key === 'helper' && value.startsWith('!') && /password/i.test(value);
}
/**
 * Follows includes (git-config(1), Includes) without checking their conditions, and collects where credentials are
 * stored.
 */
function linkedFiles(where) {
    const configs = new Set();
    const stores = new Set();
    let level = foldersUpwards(where).flatMap(configsOf);
    for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
        const settings = level.map((file) => ({ file, settings: settingsOf(file) }));
        for (const file of level)
            configs.add(file);
        level = settings.flatMap((one) => one.settings.flatMap((setting) => included(one.file, setting)));
        level = [...new Set(level)].filter((file) => !configs.has(file));
        for (const one of settings) {
            for (const setting of one.settings)
                for (const file of stored(one.file, setting))
                    stores.add(file);
        }
    }
    return { configs, stores };
}
function settingsOf(config) {
    const text = textOfFile(config, LARGEST_CONFIG);
    return (text === undefined || text === 'too-large' ? undefined : readGitConfig(text)) ?? [];
}
function included(config, { section, key, value }) {
    return /^include(if)?$/.test(section) && key === 'path' ? named(config, value) : [];
}
/** `credential.helper = store --file=…`, and cookie files, which may contain a session. */
function stored(config, { section, key, value }) {
    if (section === 'http' && key === 'cookiefile')
        return named(config, value);
    if (section !== 'credential' || key !== 'helper')
        return [];
    const file = /--file(?:=|\s+)["']?([^"']+?)["']?(?:\s|$)/.exec(value)?.[1];
    return file === undefined ? [] : named(config, file);
}
function named(config, path) {
    const file = path.startsWith('~/') ? (0,external_node_path_.resolve)((0,external_node_os_.homedir)(), path.slice(2)) : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(config), path);
    return real(file);
}
/** The configuration of the checkout in a folder, also where its `.git` is a link or a file that names another folder. */
function configsOf(folder) {
    const git = `${folder}/.git`;
    const path = /^gitdir: (.+)$/m.exec(textOfFile(git, LARGEST_CONFIG) ?? '')?.[1]?.trim();
    const directory = path === undefined ? git : (0,external_node_path_.resolve)(folder, path);
    const common = textOfFile(`${directory}/commondir`, LARGEST_CONFIG)?.trim();
    const directories = [directory, ...(common ? [(0,external_node_path_.resolve)(directory, common)] : [])];
    return directories.flatMap((one) => [...real(`${one}/config`), ...real(`${one}/config.worktree`)]);
}
function real(path) {
    try {
        return [(0,external_node_fs_.realpathSync)(path)];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/src/context/listing/checkout/missing.js
/**
 * Finds what a checkout left out. Otherwise the build would fail with an unclear error, or succeed with pointers
 * instead of content.
 */






/** How every pointer begins, and its size in bytes at most (git-lfs/git-lfs:docs/spec.md). */
const POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const POINTER_MAX = 1024;
/** @returns one line for Git LFS pointers and one for submodules without content, each with what to write in the workflow */
function missingFromCheckout(where, entries) {
    const pointers = usesLfs(where, entries) ? [...lfsPointers(entries)] : [];
    const modules = emptySubmodules(where, entries);
    return [
        ...warningLines(pointers, 'Git LFS pointer', 'lfs: true', 'instead of the content it stands for'),
        ...warningLines(modules, 'submodule', 'submodules: true', 'that was not checked out: its folder is empty'),
    ];
}
function warningLines(paths, what, input, why) {
    const [first] = paths;
    if (first === undefined)
        return [];
    const named = paths.length === 1 ? first : `${first} and ${paths.length - 1} more`;
    return [`The context has a ${what} ${why}: ${named}. Set \`${input}\` in the step of actions/checkout.`];
}
/** Small files are only read if attributes mention LFS: of a folder above, or of any folder of the context. */
function usesLfs(where, entries) {
    const mentionsLfs = (file) => /\bfilter=lfs\b/.test(textOf(file));
    if (foldersUpwards(where).some((folder) => mentionsLfs(`${folder}/.gitattributes`)))
        return true;
    for (const { kind, path, source } of entries)
        if (kind === 'file' && path.endsWith('/.gitattributes') && mentionsLfs(source))
            return true;
    return false;
}
function* lfsPointers(entries) {
    for (const { kind, size, path, source } of entries) {
        if (kind === 'file' && size > POINTER.length && size <= POINTER_MAX && beginsAsPointer(source))
            yield path;
    }
}
function beginsAsPointer(source) {
    return headOf(source, POINTER.length) === POINTER;
}
/** Submodules in the context whose folder is empty. */
function emptySubmodules(where, entries) {
    const wanted = new Set();
    for (const folder of foldersUpwards(where)) {
        for (const { key, value } of readGitConfig(textOf(`${folder}/.gitmodules`)) ?? []) {
            const inside = key === 'path' ? pathInside(where.root, `${folder}/${value}`) : undefined;
            if (inside !== undefined)
                wanted.add(inside);
        }
    }
    if (wanted.size === 0)
        return [];
    return [...entries].flatMap(({ kind, path, source }) => kind === 'folder' && wanted.has(path) && isEmpty(source) ? [path] : []);
}
function isEmpty(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder).length === 0;
    }
    catch {
        return false;
    }
}
/** Bytes; both files are written by hand. */
const LARGEST = 1024 * 1024;
/** Empty if it cannot be read: notices about a checkout are only advice. */
function textOf(path) {
    const text = textOfFile(path, LARGEST);
    return text === undefined || text === 'too-large' ? '' : text;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/checkout/checkout.js
/** What actions/checkout leaves in a workspace: git's own folder with its credentials, and what it did not fetch. */



;// CONCATENATED MODULE: ./lib/src/context/listing/placed-file.js
/**
 * The Dockerfile and the ignore file are read and sent from wherever they are named. The author of a branch could so
 * name any file of the machine, by a link or in a manifest. Therefore each is only read if it is a file that this
 * context would send anyway.
 */






/**
 * Finds the real path of the file and checks it; reads its content only to detect credentials.
 * @throws {UserError} naming link and target if that is outside of the context, below a `.git` or looks like a
 * credential
 */
function placedFile(what, { named, path }, { workspace, root }) {
    const file = { what, named, path, real: external_node_fs_.realpathSync.native(path) };
    const inside = pathInside(root, file.real);
    if (file.real !== named && inside === undefined) {
        throw refusal(file, workspace, 'is outside the context folder');
    }
    if (what === 'ignore file' && pathInside(workspace, file.real) === undefined) {
        throw refusal(file, workspace, 'is outside the workspace');
    }
    if (isBelowGit(pathInside(workspace, file.real) ?? '')) {
        throw refusal(file, workspace, 'lies in a .git folder');
    }
    const entry = fileEntry(inside ?? pathInside(workspace, file.real) ?? file.real, file.real);
    if (entry !== undefined && isCredential(entry))
        throw refusal(file, workspace, 'looks like credentials');
    return file;
}
/**
 * @param isSent whether the context sends a file at this path, relative to the context folder
 * @throws {UserError} naming link and target if the target is left out
 */
function checkTargetIsSent(file, { workspace, root }, isSent) {
    const inside = pathInside(root, file.real);
    if (file.real === file.named || inside === undefined || isSent(inside))
        return;
    throw refusal(file, workspace, 'is left out by the ignore file or the include paths');
}
/** @throws {UserError} naming link and target if git keeps a credential in it */
function checkNoGitCredential(file, { workspace }, holdsGitCredential) {
    const entry = fileEntry(file.real, file.real);
    if (entry !== undefined && holdsGitCredential(entry)) {
        throw refusal(file, workspace, 'holds a credential of git');
    }
}
function refusal({ what, named, real }, workspace, why) {
    const shown = (path) => pathInside(workspace, path) ?? path;
    if (real === named)
        return new errors/* UserError */.yo(`The ${what} ${shown(named)} is not sent: it ${why}.`, { hint: HINT });
    return new errors/* UserError */.yo(`The ${what} ${shown(named)} is a link to ${shown(real)}, which is not sent: it ${why}.`, {
        hint: HINT,
    });
}
const HINT = 'Use a file of the build context itself, or a link to a file that the context sends.';

;// CONCATENATED MODULE: ./lib/src/context/listing/ignore-choice.js
/** Which ignore file is in use, with notices about it (docs/context.md, rules 1, 2 and 20). */







/** Bytes; a larger file is a list of files, not a set of rules. */
const ignore_choice_LARGEST = 1024 * 1024;
/**
 * The file the project file names, else `<Dockerfile>.dockerignore` beside the Dockerfile, else the root's
 * `.dockerignore`. They are never merged.
 *
 * @throws UserError with file and line for an ignore file that Docker would refuse
 */
async function chooseIgnoreFile(request) {
    const notices = [];
    const named = namedFile(request);
    const lookUp = [`${request.dockerfile}.dockerignore`, (0,external_node_path_.join)(request.root, '.dockerignore')];
    const file = named !== undefined && ignore_choice_isFile(named) ? named : lookUp.find(isIgnoreFile);
    const misspelt = misspeltWarnings(request.workspace, lookUp, file);
    if (named !== undefined && file !== named) {
        const instead = file === undefined ? 'nothing is ignored' : `${(0,external_node_path_.relative)(request.workspace, file)} is used`;
        notices.push(`The ignore file ${(0,external_node_path_.relative)(request.workspace, named)} does not exist; ${instead}.`);
    }
    if (file === undefined)
        return { ...withoutFile(request), notices, warnings: misspelt };
    const label = (0,external_node_path_.relative)(request.workspace, file);
    if (request.exclude !== undefined)
        notices.push(`[build.exclude] of ${request.exclude.file} is not applied, as ${label} decides what is sent; the vendor's own command line does the same.`);
    const placed = placedFile('ignore file', { named: file, path: file }, request);
    const content = contentOf(request, placed);
    const rules = await (0,ignore/* readIgnoreRules */.yH)(content, label);
    for (const { quirk, text, line } of rules.patterns) {
        if (quirk !== undefined)
            notices.push(`${label}:${line}: ${quirkWords(quirk, text)}`);
    }
    const warnings = [...misspelt, ...(0,ignore/* encodingWarnings */.Pf)(content, label)];
    return { file, placed, label, rules, git: gitRules(rules), notices, warnings };
}
/** The patterns of the project file, else no rules. */
function withoutFile({ workspace, root, exclude }) {
    const none = { file: undefined, placed: undefined, git: undefined };
    if (exclude !== undefined)
        return { ...none, label: exclude.file, rules: (0,ignore/* ignoreRules */.ep)(exclude.patterns.map(ignore/* fileNamePattern */.kI)) };
    return { ...none, label: (0,external_node_path_.relative)(workspace, (0,external_node_path_.join)(root, '.dockerignore')), rules: (0,ignore/* ignoreRules */.ep)([]) };
}
function ignore_choice_isFile(path) {
    return statIfPresent(path)?.isFile() ?? false;
}
/** Whether Docker would find an ignore file by this name; Docker's names have one spelling on every machine. */
function isIgnoreFile(path) {
    return ignore_choice_isFile(path) && isSpelledSo(path);
}
/** A name from the author may have any spelling that finds the file. */
function namedFile({ ignoreFile, workspace }) {
    return ignoreFile !== undefined && ignore_choice_isFile(ignoreFile) ? spelledBelow(workspace, ignoreFile) : ignoreFile;
}
/** A file that was probably meant as the ignore file but is not used. */
function misspeltWarnings(workspace, lookUp, inUse) {
    return [...new Set(lookUp)].flatMap((wanted) => {
        const found = wanted === inUse ? undefined : spelledOtherwise(wanted);
        if (found === undefined || found === inUse)
            return [];
        return `${(0,external_node_path_.relative)(workspace, found)} is not read as an ignore file: Docker looks for ${(0,external_node_path_.basename)(wanted)}, in exactly this spelling.`;
    });
}
function contentOf({ workspace }, { named, real }) {
    const label = (0,external_node_path_.relative)(workspace, named);
    if ((statIfPresent(real)?.size ?? 0) > ignore_choice_LARGEST) {
        throw new errors/* UserError */.yo(`The ignore file ${label} is larger than 1 MiB.`, {
            hint: 'An ignore file has a line for each folder or kind of file. Use patterns instead of lists of files.',
        });
    }
    try {
        return (0,external_node_fs_.readFileSync)(real);
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`Cannot read the ignore file ${label}: ${(0,errors/* messageOf */.bD)(cause)}.`, { cause });
    }
}
function quirkWords(quirk, text) {
    if (quirk.startsWith('\\')) {
        return `in "${text}" Docker reads ${quirk} as a regular expression's escape, not as the character itself.`;
    }
    if ('{}'.includes(quirk)) {
        return `in "${text}" Docker expands no braces: they are characters, or a regular expression's count. Write a line for each.`;
    }
    return `in "${text}" Docker reads ${quirk} as part of a regular expression; \\${quirk} is the character itself.`;
}
/** `.git`, then the exceptions that name it, in their order. */
function gitRules({ patterns }) {
    const exceptions = patterns.filter(({ negated, pattern }) => negated && namesGit(pattern));
    if (exceptions.length === 0)
        return undefined;
    const git = (0,ignore/* compilePattern */.Eb)({ text: '.git', line: 0, pattern: '.git', negated: false }, '');
    return (0,ignore/* ignoreRules */.ep)([git, ...exceptions]);
}
function namesGit(pattern) {
    return /^(\*\*\/)?\.git(\/|$)/.test(pattern);
}

;// CONCATENATED MODULE: ./lib/src/context/listing/include-paths.js
/** The folders that a manifest sends (contracts/README.md, "Packing as the vendor does it"). */




/**
 * Cleaned paths relative to the root; undefined where one of them is the root itself. A path may also be a file. If a
 * path leads through links, each link and its target are included.
 *
 * @throws UserError naming a path that is missing or is outside the root
 */
function includedPaths(root, given) {
    if (given === undefined)
        return undefined;
    const paths = new Set();
    for (const one of given) {
        const path = external_node_path_.posix.normalize(one).replace(/\/$/, '');
        if (path === '.')
            return undefined;
        for (const step of chainOf(root, one, path)) {
            if (step === '')
                return undefined;
            paths.add(step);
        }
    }
    return [...paths];
}
/** The path, the paths after each link on it, and the final one; '' for the root itself. */
function chainOf(root, given, path) {
    const outside = new errors/* UserError */.yo(`The include path "${given}" is outside the context root ${root}.`, {
        hint: 'Widen `build.context.root` in the manifest, or drop the path.',
    });
    if (path === '' || path === '..' || path.startsWith('../') || external_node_path_.posix.isAbsolute(path))
        throw outside;
    checkExists(root, given, path);
    let step = asOnDisk(root, path);
    const chain = [step];
    for (let next = followed(root, step); next !== undefined; next = followed(root, step)) {
        if (next === '..' || next.startsWith('../'))
            throw outside;
        step = next === '' ? next : asOnDisk(root, next);
        chain.push(step);
    }
    return chain;
}
function checkExists(root, given, path) {
    try {
        (0,external_node_fs_.realpathSync)(`${root}/${path}`);
    }
    catch (cause) {
        const trimmed = given.trim();
        const blanks = trimmed !== given && (0,external_node_fs_.existsSync)(`${root}/${trimmed}`);
        throw new errors/* UserError */.yo(`The include path "${given}" does not exist: looked at ${root}/${path}.`, {
            hint: blanks
                ? `There is "${trimmed}", without blanks around it.`
                : '`build.context.include_paths` are relative to `build.context.root`.',
            cause,
        });
    }
}
/** The path with its first link replaced by that link's target; undefined where it has none. */
function followed(root, path) {
    const names = path.split('/');
    for (const depth of names.keys()) {
        const link = names.slice(0, depth + 1).join('/');
        if (!(0,external_node_fs_.lstatSync)(`${root}/${link}`, { throwIfNoEntry: false })?.isSymbolicLink())
            continue;
        const target = external_node_path_.posix.resolve(`${root}/${external_node_path_.posix.dirname(link)}`, (0,external_node_fs_.readlinkSync)(`${root}/${link}`));
        return external_node_path_.posix.relative(root, external_node_path_.posix.join(target, ...names.slice(depth + 1)));
    }
    return undefined;
}
/** Whether a path is among the included ones, leads to one, or is neither; `include` as `includedPaths` gives it. */
function inclusion(include, path) {
    if (include === undefined)
        return 'inside';
    if (include.some((one) => path === one || path.startsWith(`${one}/`)))
        return 'inside';
    return include.some((one) => one.startsWith(`${path}/`)) ? 'above' : 'outside';
}

;// CONCATENATED MODULE: ./lib/src/context/listing/largest.js
/** The largest files of a tree, the largest first and equal ones in the tree's order. */
function largestFiles(entries, most) {
    const largest = [];
    for (const entry of entries) {
        if (entry.kind !== 'file')
            continue;
        const least = largest.at(-1);
        if (largest.length === most && least && entry.size <= least.size)
            continue;
        const at = largest.findIndex(({ size }) => size < entry.size);
        largest.splice(at < 0 ? largest.length : at, 0, entry);
        largest.splice(most);
    }
    return largest;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/sent.js
/** Decides for a single path whether the walk would reach and send it. */

/**
 * Whether a file at `path`, relative to the context folder, would be sent if it existed.
 * @param submodule its content is unknown: whether anything in it could be sent
 */
function isSent({ rules, git }, path, submodule = false) {
    if (path === '.git' || path.startsWith('.git/')) {
        if (git === undefined || !isKept(git, path, submodule))
            return false;
    }
    return isKept(rules, path, submodule);
}
function isKept(rules, path, submodule) {
    const { index, pruned } = verdictOn(rules, path);
    return index < 0 || (!pruned && submodule && !(0,ignore/* canPrune */.dZ)(rules, path));
}
/** The line of the ignore file that leaves `path` out; `undefined` where none does. */
function ruleAgainst(rules, path) {
    return rules.patterns[verdictOn(rules, path).index];
}
/** Decides like a walk from the root to this path; `pruned` if it ends at a folder above. */
function verdictOn(rules, path) {
    let matched = new Uint8Array(rules.patterns.length);
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        const folder = path.slice(0, end);
        const own = new Uint8Array(rules.patterns.length);
        const index = (0,ignore/* excludedBy */.UC)(rules, folder, matched, own);
        if (index >= 0 && (0,ignore/* canPrune */.dZ)(rules, folder))
            return { index, pruned: true };
        matched = own;
    }
    return { index: (0,ignore/* excludedBy */.UC)(rules, path, matched), pruned: false };
}

;// CONCATENATED MODULE: ./lib/src/context/listing/entry-list.js
const FORMS = [
    { kind: 'file', mode: 0o644 },
    { kind: 'file', mode: 0o755 },
    { kind: 'folder', mode: 0o755 },
    { kind: 'link', mode: 0o777, shows: 'target' },
    { kind: 'file', mode: 0o644, shows: 'source' },
    { kind: 'file', mode: 0o755, shows: 'source' },
];
/**
 * Entries in the order in which they were added, with about fifty bytes of memory each: a million may be listed
 * before the first is packed, and would take half a gigabyte as objects. Each iteration creates new objects.
 */
class EntryList {
    /** Regular files, and the bytes of their contents. */
    files = 0;
    bytes = 0;
    #prefix;
    #runs = [];
    #folder = '';
    #texts = [];
    #facts = [];
    /** @param root The context folder, absolute. */
    constructor(root) {
        this.#prefix = `${root}/`;
    }
    add(entry) {
        const { path, kind, size } = entry;
        const start = path.lastIndexOf('/') + 1;
        if (start !== this.#folder.length || !path.startsWith(this.#folder))
            this.#begin(path.slice(0, start));
        const form = formOf(entry);
        this.#texts.push(path.slice(start));
        const { shows } = FORMS[form];
        if (shows)
            this.#texts.push(entry[shows] ?? '');
        this.#facts.push(size * FORMS.length + form);
        if (kind === 'file')
            this.files += 1;
        this.bytes += size;
    }
    *[Symbol.iterator]() {
        for (const run of this.#runs)
            yield* this.#entriesOf(run);
        yield* this.#entriesOf(this.#run());
    }
    *#entriesOf({ folder, texts, facts }) {
        const text = texts.split('\0').values();
        for (const fact of facts) {
            const form = fact % FORMS.length;
            const { kind, mode, shows } = FORMS[form];
            const size = (fact - form) / FORMS.length;
            const path = folder + text.next().value;
            const source = shows === 'source' ? text.next().value : this.#prefix + path;
            const entry = { path, kind, source, mode, size };
            if (shows === undefined)
                yield entry;
            else if (shows === 'source')
                yield { ...entry, isPlaced: true };
            else
                yield { ...entry, target: text.next().value };
        }
    }
    #begin(folder) {
        if (this.#facts.length > 0)
            this.#runs.push(this.#run());
        this.#folder = folder;
        this.#texts = [];
        this.#facts = [];
    }
    /** Its texts as one string, and its facts as an array without spare capacity. */
    #run() {
        return { folder: this.#folder, texts: this.#texts.join('\0'), facts: this.#facts.slice() };
    }
}
/** The index in FORMS. */
function formOf({ kind, mode, isPlaced }) {
    if (kind === 'folder')
        return 2;
    if (kind === 'link')
        return 3;
    return (mode & 0o100 ? 1 : 0) + (isPlaced ? 4 : 0);
}

;// CONCATENATED MODULE: ./lib/src/context/listing/left-out.js
const EXAMPLES = 5;
/** @param placed paths that are sent anyway, by staging, and so must not be reported as left out */
function createLeftOutCounter(placed = new Set()) {
    const counted = new Map();
    return {
        add(reason, path, rule) {
            if (placed.has(path) && reason !== 'replaced')
                return;
            const key = rule === undefined ? reason : `${reason}:${rule.line}:${rule.pattern}`;
            let one = counted.get(key);
            if (one === undefined) {
                one = { reason, ...(rule && { rule }), count: 0, examples: [] };
                counted.set(key, one);
            }
            one.count += 1;
            if (one.examples.length < EXAMPLES)
                one.examples.push(path);
        },
        list: () => [...counted.values()].sort((a, b) => b.count - a.count),
    };
}

;// CONCATENATED MODULE: ./lib/src/context/listing/staging.js
/** Puts the Dockerfile and the ignore file in use where the cloud's builder expects them. */






/** @throws UserError where the Dockerfile cannot be placed */
function planStage(request) {
    const { root, dockerfile, dockerfileEntry, ignoreFile } = request;
    if (dockerfileEntry !== 'in-place')
        return stageAtRoot(request, dockerfileEntry);
    const own = pathInside(root, dockerfile);
    if (own === undefined) {
        throw new errors/* UserError */.yo(`The Dockerfile ${dockerfile} is outside the context folder ${root}.`, {
            hint: 'This cloud builds only with a Dockerfile inside the context: move it, or widen `context`.',
        });
    }
    const placed = new Map([[own, dockerfile]]);
    const ignore = ignoreFile && pathInside(root, ignoreFile);
    if (ignore)
        placed.set(ignore, ignoreFile);
    return { dockerfile: own, placed, withheld: new Map() };
}
/**
 * The remote builder reads `<name>.dockerignore`, else `.dockerignore`, and applies it again. Both must be the file
 * in use, or it would leave out other files.
 */
function stageAtRoot({ root, dockerfile, ignoreFile }, { name, keepsOriginal }) {
    const placed = new Map([[name, dockerfile]]);
    const withheld = new Map();
    const own = pathInside(root, dockerfile);
    if (!keepsOriginal && own !== undefined && own !== name)
        withheld.set(own, undefined);
    const beside = `${name}.dockerignore`;
    const besideInUse = ignoreFile !== undefined && pathInside(root, ignoreFile) === beside;
    if (besideInUse)
        placed.set(beside, ignoreFile);
    else
        withheld.set(beside, besideNotice(beside));
    if (ignoreFile !== undefined)
        placed.set('.dockerignore', ignoreFile);
    return { dockerfile: name, placed, withheld };
}
function besideNotice(beside) {
    return `${beside} is left out: it belongs to another Dockerfile, and the remote build would take it for this one's.`;
}
/**
 * The entries of the archive in order: those of the walk, the placed files even if ignored, and the folders above
 * these.
 *
 * @throws UserError if a folder is where a placed file belongs
 */
function* staged(walked, staging) {
    const waiting = placedEntries(staging);
    let next = waiting.shift();
    for (const entry of walked) {
        for (; next && comparePaths(next.path, entry.path) < 0; next = waiting.shift())
            yield next;
        if (entry.path !== next?.path) {
            if (!isWithheld(staging, entry))
                yield entry;
        }
        else if (next.kind === 'folder') {
            // The walk has this folder too.
            next = waiting.shift();
            yield entry;
        }
        else if (!isWithheld(staging, entry)) {
            noteReplaced(staging, entry, next);
        }
    }
    for (; next; next = waiting.shift())
        yield next;
}
/** Always regular files: a given link is replaced by its target, which may not be in the archive. */
function placedEntries({ root, stage, files }) {
    const entries = new Map();
    for (const [path, named] of stage.placed) {
        const real = files.find((file) => file.path === named)?.real ?? (0,external_node_fs_.realpathSync)(named);
        const entry = fileEntry(path, real);
        if (entry === undefined)
            throw new errors/* UserError */.yo(`${named} vanished while the context was listed.`);
        entries.set(path, { ...entry, isPlaced: true });
        for (let parent = (0,external_node_path_.dirname)(path); parent !== '.'; parent = (0,external_node_path_.dirname)(parent)) {
            entries.set(parent, folderEntry(parent, `${root}/${parent}`));
        }
    }
    return [...entries.values()].sort((one, other) => comparePaths(one.path, other.path));
}
function isWithheld({ stage, leftOut, notices }, { path, kind, source }) {
    if (kind === 'folder' || !stage.withheld.has(path))
        return false;
    const notice = stage.withheld.get(path);
    if (notice !== undefined) {
        leftOut.add('replaced', path);
        const dangles = kind === 'link' && statIfPresent(source) === undefined;
        notices.push(dangles ? `${path} is a link to a file that does not exist: no rules are read from it.` : notice);
    }
    return true;
}
function noteReplaced({ root, stage, leftOut, notices }, standing, placed) {
    const { path } = placed;
    const named = stage.placed.get(path) ?? placed.source;
    if (standing.kind === 'folder') {
        throw new errors/* UserError */.yo(`The context has a folder named ${path}, where this cloud expects the file ${named}.`, {
            hint: `Rename the folder, or add ${path} to the ignore file.`,
        });
    }
    if (isSameFile(standing, placed.source))
        return;
    leftOut.add('replaced', path);
    notices.push(`${path} in the archive is ${relativeName(root, named)}, not the context's own file.`);
}
function isSameFile(standing, real) {
    try {
        return (0,external_node_fs_.realpathSync)(standing.source) === real;
    }
    catch {
        return false;
    }
}
function relativeName(root, source) {
    return pathInside(root, source) ?? (0,external_node_path_.basename)(source);
}

;// CONCATENATED MODULE: ./lib/src/context/listing/walk-steps.js
/** One step of the deepest folder: nested generators would take one step for each level. */
function nextOn(way) {
    for (let deepest = way.at(-1); deepest; deepest = way.at(-1)) {
        const { value: next } = deepest.next();
        if (next === undefined)
            way.pop();
        else if ('below' in next)
            way.push(...next.below);
        else
            return next;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/walk.js






/** Used instead of a pattern's index for our own rule about the root's `.git`. */
const GIT_RULE = Number.MAX_SAFE_INTEGER;
/**
 * The entries below the root, in the order of `Tree.entries`. Everything left out is counted once the last one was
 * read. Synchronous: for listing, concurrency costs more than it gains (docs/context.md, section 3).
 *
 * @throws UserError naming what cannot be read or named
 */
function* walk(request) {
    const matched = new Uint8Array(request.rules.patterns.length);
    const root = { path: '', matched, excluding: -1, included: request.include === undefined };
    const folders = [entriesIn(request, root)];
    for (let next = nextOn(folders); next; next = nextOn(folders))
        yield next;
}
/**
 * Entries are sorted by whole paths: `a`, `a-b`, `a/c`. So the content of a folder comes after its siblings with
 * names between `a` and `a/`; if several folders wait, the last one comes first.
 */
function* entriesIn(request, folder) {
    const listing = listed(request, folder);
    if (listing === undefined)
        return;
    const above = folder.path === '' ? '' : `${folder.path}/`;
    const opened = [];
    for (const entry of listing.entries) {
        for (let last = opened.at(-1); last && comparePaths(`${last.name}/`, entry.name) < 0; last = opened.at(-1)) {
            yield last;
            opened.pop();
        }
        const path = above + entry.name;
        const found = { entry, path, undecodable: listing.undecodable?.get(entry.name) };
        const kept = visit(request, folder, found, opened);
        if (kept !== undefined)
            yield kept;
    }
    yield* opened.reverse();
}
/** Undefined for an excluded folder that may not be read: it is not needed (rule 34). */
function listed(request, folder) {
    try {
        return readFolder(sourceOf(request, folder.path), folder.path);
    }
    catch (error) {
        if (folder.excluding >= 0 && isForbidden(error))
            return undefined;
        throw error;
    }
}
/** @returns the entry itself; if it is a folder, it is added to `opened` */
function visit(request, parent, found, opened) {
    const { rules, leftOut } = request;
    const { entry, path, undecodable } = found;
    const reach = parent.included ? 'inside' : inclusion(request.include, path);
    if (reach === 'outside') {
        leftOut.add('outside-include-paths', path);
        return undefined;
    }
    const isFolder = entry.isDirectory();
    const matched = isFolder ? new Uint8Array(rules.patterns.length) : parent.matched;
    const excluding = (0,ignore/* excludedBy */.UC)(rules, path, parent.matched, isFolder ? matched : undefined);
    if (excluding >= 0) {
        // A folder with a name that is not UTF-8 cannot be read, so nothing below it is included again.
        if (!isFolder || undecodable !== undefined || (0,ignore/* canPrune */.dZ)(rules, path)) {
            countIgnored(request, excluding, path);
            return undefined;
        }
    }
    else if (undecodable !== undefined) {
        throw notUtf8(path, `${undecodable} in ${parent.path || 'the context folder'}`);
    }
    const place = { path, matched, excluding, included: reach === 'inside' };
    if (path === '.git' || parent.gitMatched !== undefined)
        return visitGit(request, parent, found, place, opened);
    if (!isFolder)
        return fileOrLink(request, found, reach);
    return openFolder(request, place, opened);
}
/** Below the root's `.git` an entry is sent only if both the author's rules and our own rule keep it. */
function visitGit(request, parent, found, place, opened) {
    const { git, leftOut } = request;
    const { path } = place;
    const isFolder = found.entry.isDirectory();
    const patterns = git?.patterns.length ?? 0;
    const gitMatched = new Uint8Array(patterns);
    const above = parent.gitMatched ?? new Uint8Array(patterns);
    const ours = git === undefined ? 0 : (0,ignore/* excludedBy */.UC)(git, path, above, isFolder ? gitMatched : undefined);
    if (ours >= 0 && (git === undefined || !isFolder || (0,ignore/* canPrune */.dZ)(git, path))) {
        leftOut.add('git-folder', path);
        return undefined;
    }
    if (!isFolder)
        return fileOrLink(request, found, place.included ? 'inside' : 'above');
    const excluding = place.excluding >= 0 ? place.excluding : ours >= 0 ? GIT_RULE : -1;
    return openFolder(request, { ...place, gitMatched, excluding }, opened);
}
/** An excluded folder, or one above an included path, is sent only if something below it is kept. */
function openFolder(request, folder, opened) {
    const isKept = folder.excluding < 0 && folder.included;
    const below = isKept ? [entriesIn(request, folder)] : begun(request, folder);
    if (below === undefined) {
        if (folder.excluding >= 0)
            countIgnored(request, folder.excluding, folder.path);
        return undefined;
    }
    opened.push({ name: (0,external_node_path_.basename)(folder.path), below });
    return folderEntry(folder.path, sourceOf(request, folder.path));
}
/** Its steps, starting with its first entry again; undefined where there is none. */
function begun(request, folder) {
    const folders = [entriesIn(request, folder)];
    const first = nextOn(folders);
    return first && [...folders, [first].values()];
}
function fileOrLink(request, { entry, path }, reach) {
    const special = specialKind(entry);
    if (special !== undefined) {
        request.leftOut.add(special, path);
        return undefined;
    }
    const source = sourceOf(request, path);
    // A link on the path to an included one is sent too: the path would not work without it.
    if (entry.isSymbolicLink())
        return linkEntry(path, source);
    return reach === 'inside' ? fileEntry(path, source) : undefined;
}
const sourceOf = ({ root }, path) => `${root}/${path}`;
function countIgnored({ rules, rulesFile, leftOut }, excluding, path) {
    const pattern = rules.patterns[excluding];
    if (pattern === undefined) {
        leftOut.add('git-folder', path);
    }
    else {
        leftOut.add('ignored', path, { file: rulesFile, line: pattern.line, pattern: pattern.text });
    }
}

;// CONCATENATED MODULE: ./lib/src/context/listing/tree.js
/** The sorted entries of a context, with what was left out and why. */

















/**
 * Lists what Docker would send, in the order of the archive. Reads folders, the ignore file and the beginnings of
 * files that may be credentials; never a link's target.
 *
 * @throws UserError naming what is missing, unreadable, misnamed or outside
 */
async function listTree(given) {
    const { request, file } = resolved(given);
    const { root, dockerfile } = request;
    const ignore = await chooseIgnoreFile(request);
    const include = includedPaths(root, request.includePaths);
    const holdsGitCredential = gitCredentials(request);
    const files = [file, ...(ignore.placed === undefined ? [] : [ignore.placed])];
    for (const one of files) {
        checkTargetIsSent(one, request, (path) => isSent(ignore, path) && inclusion(include, path) === 'inside');
        checkNoGitCredential(one, request, holdsGitCredential);
    }
    const stage = planStage({ ...request, ignoreFile: ignore.file });
    const placed = [dockerfile, ignore.file].flatMap((file) => (file && pathInside(root, file)) || []);
    const leftOut = createLeftOutCounter(new Set(placed));
    const notices = [...ignore.notices];
    const { rules, git, label: rulesFile } = ignore;
    const walked = walk({ root, rules, rulesFile, include, git, leftOut });
    const screen = credentialScreen(request, rules, leftOut, holdsGitCredential);
    const entries = new EntryList(root);
    for (const entry of staged(walked, { root, stage, files, leftOut, notices })) {
        if (screen.passes(entry))
            entries.add(entry);
    }
    return {
        entries,
        dockerfile: stage.dockerfile,
        files: entries.files,
        bytes: entries.bytes,
        leftOut: leftOut.list(),
        notices: [...notices, ...missingFromCheckout(request, entries)],
        warnings: ignore.warnings,
        credentials: screen.found,
    };
}
/**
 * Files that look like credentials are reported, and left out if the cloud's contract says so (contracts/README.md,
 * disagreement 28), unless an exception of the ignore file names them.
 */
function credentialScreen({ root, leavesOutCredentials = false, projectFile }, rules, leftOut, holdsGitCredential) {
    const found = [];
    const ofDeployment = projectFile === undefined ? undefined : pathInside(root, projectFile);
    const isException = (path) => rules.patterns.some((pattern) => pattern.negated && pattern.matches(path));
    return {
        found,
        passes(entry) {
            if (holdsGitCredential(entry)) {
                leftOut.add('git-credentials', entry.path);
                return false;
            }
            const { path } = entry;
            if (path === ofDeployment && !isException(path)) {
                leftOut.add('project-file', path);
                return false;
            }
            const looksLikeOne = isCredential(entry);
            if (leavesOutCredentials && (looksLikeOne || hasNameOfKey(entry)) && !isException(path)) {
                leftOut.add('credentials', path);
                return false;
            }
            if (looksLikeOne)
                found.push({ path, ignoreLine: ignoreLineFor(path) });
            return true;
        },
    };
}
/** The request with links resolved; folder and Dockerfile exist and are inside the workspace. */
function resolved(given) {
    const workspace = (0,external_node_fs_.realpathSync)(given.workspace);
    const root = contextFolder(given.root, workspace);
    requireInside(workspace, root, 'context folder');
    requireOutsideGit(workspace, root);
    const dockerfile = resolveDockerfile(root, given.dockerfile, workspace);
    const named = (0,external_node_path_.join)(asNamed(given, { workspace, root }), (0,external_node_path_.basename)(dockerfile));
    const file = placedFile('Dockerfile', { named, path: dockerfile }, { workspace, root });
    requireInside(workspace, file.real, 'Dockerfile');
    return { request: { ...given, workspace, root, dockerfile }, file };
}
/** The Dockerfile's folder as the author named it: only links of the context folder and the workspace are resolved. */
function asNamed(given, { workspace, root }) {
    const folder = spelledBelow(workspace, (0,external_node_path_.dirname)((0,external_node_path_.resolve)(root, given.dockerfile)));
    const below = (0,external_node_path_.relative)((0,external_node_path_.resolve)(given.root), folder);
    if (!below.startsWith('..'))
        return (0,external_node_path_.join)(root, below);
    const inWorkspace = (0,external_node_path_.relative)((0,external_node_path_.resolve)(given.workspace), folder);
    return inWorkspace.startsWith('..') ? folder : (0,external_node_path_.join)(workspace, inWorkspace);
}
function contextFolder(path, workspace) {
    const hint = readFolder(workspace, workspace).entries.length === 0
        ? 'Check the repository out first: the workspace is empty. A step with actions/checkout does that.'
        : 'Set `context` to the folder with the sources, relative to the workspace.';
    const stats = statIfPresent(path);
    if (stats === undefined)
        throw new errors/* UserError */.yo(`The context folder ${path} does not exist.`, { hint });
    if (!stats.isDirectory())
        throw new errors/* UserError */.yo(`The context ${path} is not a folder.`, { hint });
    const root = (0,external_node_fs_.realpathSync)(path);
    if (readFolder(root, path).entries.length === 0)
        throw new errors/* UserError */.yo(`The context folder ${root} is empty.`, { hint });
    return root;
}
function requireInside(workspace, real, what) {
    if (real === workspace || pathInside(workspace, real) !== undefined)
        return;
    throw new errors/* UserError */.yo(`The ${what} ${real} is outside the workspace ${workspace}.`, {
        hint: 'Only files inside the workspace, after links are resolved, are sent.',
    });
}
/** In such a folder our rule about the root's `.git` would not apply, and the ignore file does not mention it. */
function requireOutsideGit(workspace, root) {
    const path = pathInside(workspace, root);
    if (path === undefined || !isBelowGit(`${path}/`))
        return;
    throw new errors/* UserError */.yo(`The context folder ${path} lies in a .git folder, which is not sent.`, {
        hint: 'Set `context` to a folder with sources. If it is a link, see where it leads.',
    });
}

;// CONCATENATED MODULE: ./lib/src/context/listing/why-not-sent.js
/** Why one path of the context folder is not in the archive, to explain a failed COPY. */









/**
 * @param path relative to the context folder, `/`-separated, without `.` and `..`
 * @returns `undefined` where the path is sent
 * @throws {UserError} as the listing does
 */
async function whyNotSent(request, path) {
    const root = (0,external_node_fs_.realpathSync)(request.root);
    const source = (0,external_node_path_.join)(root, path);
    const stats = (0,external_node_fs_.lstatSync)(source, { throwIfNoEntry: false });
    if (stats === undefined)
        return { reason: 'absent', ...nearName(root, path) };
    const spelled = asOnDisk(root, path);
    // Only this machine finds it: for the cloud's builder upper and lower case differ.
    if (spelled !== path)
        return { reason: 'absent', near: spelled };
    const dockerfile = resolveDockerfile(root, request.dockerfile);
    const ignore = await chooseIgnoreFile({ ...request, root, dockerfile });
    if (inclusion(includedPaths(root, request.includePaths), path) === 'outside')
        return { reason: 'outside-include-paths' };
    const rule = ruleAgainst(ignore.rules, path);
    if (rule)
        return { reason: 'ignored', rule: { file: ignore.label, line: rule.line, pattern: rule.text } };
    if (!isSent(ignore, path))
        return { reason: 'git-folder' };
    const isException = ignore.rules.patterns.some((pattern) => pattern.negated && pattern.matches(path));
    const isScreened = request.leavesOutCredentials && stats.isFile() && !isException;
    const entry = isScreened ? fileEntry(path, source) : undefined;
    return entry && isCredential(entry) ? { reason: 'credentials' } : undefined;
}
function nearName(root, path) {
    const wanted = (0,external_node_path_.basename)(path).toLowerCase();
    const folder = (0,external_node_path_.dirname)(path);
    try {
        const near = (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder)).find((name) => name.toLowerCase() === wanted);
        return near === undefined ? {} : { near: folder === '.' ? near : `${folder}/${near}` };
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./lib/src/context/listing/listing.js
/** Which files a build context has: listed in order, with what was left out and by which rule. */















/***/ })

};
