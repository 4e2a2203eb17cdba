export const id = 672;
export const ids = [672];
export const modules = {

/***/ 5723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tC: () => (/* reexport */ READ_FLAGS),
  tD: () => (/* reexport */ checkLink),
  AR: () => (/* reexport */ chooseIgnoreFile),
  w5: () => (/* reexport */ closeOpener),
  qo: () => (/* reexport */ createFileOpener),
  wT: () => (/* reexport */ ignoreLineFor),
  zy: () => (/* reexport */ includedPaths),
  xb: () => (/* reexport */ isSent),
  Sd: () => (/* reexport */ largestFiles),
  nT: () => (/* reexport */ listTree),
  _l: () => (/* reexport */ pathInside),
  c_: () => (/* reexport */ readContent),
  Bs: () => (/* reexport */ resolveDockerfile),
  Nn: () => (/* reexport */ statIfPresent)
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
 * Reads exactly the bytes that were listed and gives their SHA-256 as lower-case hex.
 * Synchronous on purpose: in Node concurrent asynchronous reads of many files are four times slower
 * (docs/context.md, "Where time goes"), and the pool is busy compressing.
 * @returns a promise only where the room has to be waited for
 * @throws {UserError} naming the path, when the file vanished, cannot be read or has another size by now.
 */
function readContent(entry, target, opener) {
    const file = openListed(entry, opener);
    const { buffer, start } = target;
    if (entry.size >= buffer.length - start)
        return readLong(file, entry, target).finally(() => (0,external_node_fs_.closeSync)(file));
    try {
        // One byte more than listed is asked for: its arrival is how growth shows, without another system call.
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
/** Reads until `wanted` bytes are there or the file ends; the first request asks for `extra` more. */
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
 * That a link still has the target that was listed: of a folder that was swapped since, it would be somebody else's.
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
/** @throws {UserError} where a folder was swapped for a link while its files were read */
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

;// CONCATENATED MODULE: ./lib/src/context/listing/credentials.js
/** Files of a context that look like credentials: by name first, by content only where the name leaves doubt. */

/** A token further down than this is not found. */
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
/** Any of these substrings, or no sign can match: one cheap test for the many ordinary names. */
const ANY_SIGN = /\.env|id_|\.pem|key|\.ppk|\.p12|\.pfx|\.jks|\.kdbx|\.npmrc|\.yarnrc|pypirc|pip\.|netrc|docker|\.git|credential|account|secret|gcp|gcloud|firebase|token|\.azure|kube|\.tf|terraform\.rc|\.pgpass|\.htpasswd|\.s3cfg|\.boto|my\.cnf|hosts\.yml|\.aws/;
const EXAMPLE = /[._-](examples?|samples?|templates?|tpl|dist|defaults|schema)(?=[._-]|$)/;
// What a package registry has published is no secret, and packages ship keys for their tests.
const PUBLISHED = /(^|\/)(node_modules|site-packages|dist-packages)\//;
/** An unreadable file is none: packing will speak of it. */
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
    const head = headOf(entry.source);
    return signs.some(({ content }) => content?.test(head));
}
/** The first bytes of a regular file; empty where they cannot be had. */
function headOf(source) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(source, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        try {
            const bytes = Buffer.alloc(READ_BYTES);
            return bytes.toString('latin1', 0, (0,external_node_fs_.readSync)(descriptor, bytes, 0, READ_BYTES, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch {
        return '';
    }
}
/**
 * A line for an ignore file that excludes this very path. Spaces at the end cannot be escaped there, nor
 * line breaks; a class and a `?` stand for them (docs/context.md, rules 10, 11 and 17).
 */
function ignoreLineFor(path) {
    if (!/[*?[\]\\\p{Cc}]|^[!#]|^\p{White_Space}|\p{White_Space}$/u.test(path))
        return path;
    return path
        .replace(/[*?[\]\\|{}^!#]/g, '\\$&')
        .replace(/\p{Cc}/gu, '?')
        .replace(/^\p{White_Space}|\p{White_Space}$/gu, '[$&]');
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/context/listing/dockerfile.js
/** Finding the Dockerfile (docs/context.md, rules 3, 6 and 8). */



/** `prod.Dockerfile`, `Containerfile`, and a misspelt `Dokerfile`; no ignore files. */
const LIKE_DOCKERFILE = /^(?!.*\.dockerignore$)(.*dockerfile.*|.*containerfile.*|[cd]\w*file)$/i;
/**
 * The Dockerfile's absolute path. Where `Dockerfile` is absent, `dockerfile` will do. Its own name is not
 * resolved if it is a link: the ignore file is looked for beside the name that was given.
 *
 * @param root the context folder, absolute
 * @param given relative to the root, or absolute
 * @throws UserError naming the path looked at, and a near name in that folder
 */
function resolveDockerfile(root, given) {
    const path = (0,external_node_path_.resolve)(root, given);
    if (isFile(path))
        return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    const lowerCase = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), 'dockerfile');
    if ((0,external_node_path_.basename)(path) === 'Dockerfile' && isFile(lowerCase)) {
        return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path)), 'dockerfile');
    }
    throw new errors/* UserError */.yo(`There is no Dockerfile at ${path}.`, { hint: hintFor(path) });
}
function isFile(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function hintFor(path) {
    const folder = (0,external_node_path_.dirname)(path);
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return `The folder ${folder} does not exist or cannot be read. Was the repository checked out?`;
    }
    if (names.includes((0,external_node_path_.basename)(path))) {
        return `${(0,external_node_path_.basename)(path)} is there, but it is no file: a folder or a dangling link.`;
    }
    const near = names.filter((name) => LIKE_DOCKERFILE.test(name) && isFile((0,external_node_path_.join)(folder, name))).slice(0, 3);
    if (near.length === 0)
        return 'Set the `dockerfile` input to its path, relative to `context`.';
    return `Set the \`dockerfile\` input; that folder has ${near.join(', ')}.`;
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/src/context/listing/path-order.js
/**
 * Compares by the bytes of the UTF-8 path. That is code point order, from which JavaScript's own comparison differs
 * where a surrogate pair meets a unit above it (docs/context.md, rule 23).
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
/** Surrogates stand for the code points beyond all that a single unit can hold. */
function rank(unit) {
    return 0xd800 <= unit && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/file-system.js
/** What the listing reads from disk; every fault becomes an error that names the path. */




/** What stands for bytes that are not UTF-8, and all units whose order is not that of their bytes. */
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
        // Reading names as bytes costs twice as much, so only where decoding may have failed.
        const raw = (0,external_node_fs_.readdirSync)(absolute, 'buffer').filter((name) => !(0,external_node_buffer_.isUtf8)(name));
        return { entries, undecodable: new Map(raw.map((name) => [name.toString(), printable(name)])) };
    });
}
/** What the system says of a path at which there is nothing: no such name, no folder above it, a link to itself, a name too long. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);
/**
 * What is at a path, links followed; undefined where nothing can be there.
 * @throws {UserError} that names the path where it may not be looked at
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
/** A regular file, or undefined where it has vanished since its folder was read. */
function fileEntry(path, source) {
    return reading(path, () => {
        const stats = (0,external_node_fs_.lstatSync)(source, { throwIfNoEntry: false });
        if (stats === undefined)
            return undefined;
        checkReadable(stats, source);
        return { path, kind: 'file', source, mode: stats.mode & 0o100 ? 0o755 : 0o644, size: stats.size };
    });
}
/** Only a file that not everyone may read is worth the question; packing would fail minutes later. */
function checkReadable(stats, source) {
    if ((stats.mode & 0o444) !== 0o444)
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(source, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK));
}
/** The target as stored: never resolved, never read. */
function linkEntry(path, source) {
    const target = reading(path, () => (0,external_node_fs_.readlinkSync)(source, 'buffer'));
    if (!(0,external_node_buffer_.isUtf8)(target))
        throw notUtf8(path, `the target of the link ${path} (${printable(target)})`);
    return { path, kind: 'link', source, mode: 0o777, size: 0, target: target.toString() };
}
/** @param what names the bytes in print */
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

;// CONCATENATED MODULE: ./lib/src/context/ignore/go-regexp-escape.js
/** Escapes that stand for one character in Go's regular expressions (https://pkg.go.dev/regexp/syntax). */
const LARGEST = 0x10ffff;
function take(reader) {
    const char = reader.chars[reader.at] ?? '';
    reader.at += 1;
    return char;
}
/** The code point of an escape that stands for one character, after its backslash. */
function escapedChar(reader) {
    const char = take(reader);
    const code = char.codePointAt(0) ?? LARGEST;
    if (code <= 0x7f && !/[A-Za-z0-9]/.test(char))
        return code;
    const control = CONTROL.get(char);
    if (control !== undefined)
        return control;
    if (char === 'x')
        return hex(reader);
    // A single digit other than 0 would be a back reference, which Go does not know.
    const octal = /^(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(char + reader.chars.slice(reader.at, reader.at + 2).join(''));
    if (octal === null)
        throw new SyntaxError(`invalid escape sequence \\${char}`);
    reader.at += octal[0].length - 1;
    return Number.parseInt(octal[0], 8);
}
const CONTROL = new Map([
    ['a', 0x07],
    ['f', 0x0c],
    ['n', 0x0a],
    ['r', 0x0d],
    ['t', 0x09],
    ['v', 0x0b],
]);
function hex(reader) {
    const rest = reader.chars.slice(reader.at).join('');
    const found = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/.exec(rest);
    const code = Number.parseInt(found?.[1] ?? found?.[2] ?? '', 16);
    if (found === null || !(code <= LARGEST))
        throw new SyntaxError('invalid escape sequence \\x');
    reader.at += found[0].length;
    return code;
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/go-regexp-class.js
/** Character classes of Go's regular expressions (https://pkg.go.dev/regexp/syntax). */

/** The rest of a bracket expression after its `[`. */
function bracket(reader) {
    let negated = '';
    if (reader.chars[reader.at] === '^')
        negated = take(reader);
    let items = '';
    for (let first = true; first || reader.chars[reader.at] !== ']'; first = false) {
        if (reader.at >= reader.chars.length)
            throw new SyntaxError('missing closing ]');
        items += posixClass(reader) ?? escapedClass(reader) ?? range(reader);
    }
    reader.at += 1;
    return `[${negated}${items}]`;
}
/** `[:alpha:]` and `[:^alpha:]` within brackets. */
function posixClass(reader) {
    if (reader.chars[reader.at] !== '[' || reader.chars[reader.at + 1] !== ':')
        return undefined;
    const rest = reader.chars.slice(reader.at + 2).join('');
    const end = rest.indexOf(':]');
    if (end < 0)
        return undefined;
    const name = rest.slice(0, end);
    const ranges = POSIX.get(name.replace(/^\^/, ''));
    if (ranges === undefined)
        throw new SyntaxError(`invalid character class range [:${name}:]`);
    reader.at += 2 + Array.from(name).length + 2;
    return rangesOf(ranges, name.startsWith('^'));
}
function escapedClass(reader) {
    if (reader.chars[reader.at] !== '\\')
        return undefined;
    reader.at += 1;
    const item = classItem(reader);
    if (item === undefined)
        reader.at -= 1;
    return item;
}
function range(reader) {
    const low = classChar(reader);
    let high = low;
    const dash = reader.chars[reader.at] === '-';
    const after = reader.chars[reader.at + 1];
    if (dash && after !== undefined && after !== ']') {
        reader.at += 1;
        high = classChar(reader);
        if (high < low)
            throw new SyntaxError('invalid character class range');
    }
    return rangesOf([[low, high]], false);
}
function classChar(reader) {
    if (reader.at >= reader.chars.length)
        throw new SyntaxError('missing closing ]');
    const char = take(reader);
    return char === '\\' ? escapedChar(reader) : (char.codePointAt(0) ?? 0);
}
/** The ranges or their complement, as the inside of a JavaScript class. */
function rangesOf(ranges, negated) {
    if (negated)
        return rangesOf(complement(ranges), false);
    return ranges.map(([low, high]) => `\\u{${low.toString(16)}}-\\u{${high.toString(16)}}`).join('');
}
function complement(ranges) {
    const gaps = [];
    let from = 0;
    for (const [low, high] of ranges) {
        if (from < low)
            gaps.push([from, low - 1]);
        from = high + 1;
    }
    if (from <= LARGEST)
        gaps.push([from, LARGEST]);
    return gaps;
}
/** `\d`, `\W`, `\pL`, `\P{Greek}` and the like, after their backslash; undefined where it is another escape. */
function classItem(reader) {
    const char = reader.chars[reader.at];
    if (char === 'p' || char === 'P')
        return unicodeClass(reader);
    const ranges = char === undefined ? undefined : PERL.get(char.toLowerCase());
    if (char === undefined || ranges === undefined)
        return undefined;
    reader.at += 1;
    return rangesOf(ranges, char !== char.toLowerCase());
}
// ASCII only, unlike JavaScript's \s.
const PERL = new Map([
    ['d', [[0x30, 0x39]]],
    [
        's',
        [
            [0x09, 0x0a],
            [0x0c, 0x0d],
            [0x20, 0x20],
        ],
    ],
    [
        'w',
        [
            [0x30, 0x39],
            [0x41, 0x5a],
            [0x5f, 0x5f],
            [0x61, 0x7a],
        ],
    ],
]);
function unicodeClass(reader) {
    const letter = take(reader);
    let name = take(reader);
    if (name === '{') {
        const close = reader.chars.indexOf('}', reader.at);
        if (close < 0)
            throw new SyntaxError('invalid character class range');
        name = reader.chars.slice(reader.at, close).join('');
        reader.at = close + 1;
    }
    const negated = (letter === 'P') !== name.startsWith('^');
    const bare = name.replace(/^\^/, '');
    const property = [bare === 'Any' ? bare : `gc=${bare}`, `Script=${bare}`].find(isProperty);
    if (property === undefined)
        throw new SyntaxError(`invalid character class range \\${letter}{${name}}`);
    return `\\${negated ? 'P' : 'p'}{${property}}`;
}
function isProperty(property) {
    try {
        return new RegExp(`\\p{${property}}`, 'u') !== undefined;
    }
    catch {
        return false;
    }
}
const DIGIT = [[0x30, 0x39]];
const LOWER = [[0x61, 0x7a]];
const UPPER = [[0x41, 0x5a]];
const POSIX = new Map([
    ['alnum', [...DIGIT, ...UPPER, ...LOWER]],
    ['alpha', [...UPPER, ...LOWER]],
    ['ascii', [[0, 0x7f]]],
    [
        'blank',
        [
            [0x09, 0x09],
            [0x20, 0x20],
        ],
    ],
    [
        'cntrl',
        [
            [0, 0x1f],
            [0x7f, 0x7f],
        ],
    ],
    ['digit', DIGIT],
    ['graph', [[0x21, 0x7e]]],
    ['lower', LOWER],
    ['print', [[0x20, 0x7e]]],
    [
        'punct',
        [
            [0x21, 0x2f],
            [0x3a, 0x40],
            [0x5b, 0x60],
            [0x7b, 0x7e],
        ],
    ],
    [
        'space',
        [
            [0x09, 0x0d],
            [0x20, 0x20],
        ],
    ],
    ['upper', UPPER],
    ['word', [...DIGIT, ...UPPER, [0x5f, 0x5f], ...LOWER]],
    ['xdigit', [...DIGIT, [0x41, 0x46], [0x61, 0x66]]],
]);

;// CONCATENATED MODULE: ./lib/src/context/ignore/linear-match.js
/**
 * Matching in time linear in the text, as Go does: all ways through the expression at once.
 *
 * A pattern with several wildcards would let whoever writes an ignore file stall the step for hours in a
 * backtracking engine (https://swtch.com/~rsc/regexp/regexp1.html).
 */
function linearMatch(branches) {
    const matches = branches.map((terms) => linearBranch(terms.flatMap(unfold)));
    return (text) => matches.some((match) => match(text));
}
function unfold(term) {
    const isOpen = term.most === Number.POSITIVE_INFINITY;
    // Being at a place twice is being there.
    const least = term.kind === 'assertion' ? Math.min(term.least, 1) : term.least;
    const steps = Array.from({ length: least }, () => ({ term, times: 'once' }));
    if (isOpen)
        return [...steps, { term, times: 'any' }];
    return [
        ...steps,
        ...Array.from({ length: term.most - term.least }, () => ({ term, times: 'maybe' })),
    ];
}
function linearBranch(steps) {
    const accepts = acceptance(steps);
    const places = steps.map(({ term }) => term.kind === 'assertion' ? new RegExp(term.source, 'uy') : undefined);
    return (text) => {
        let ready = new Uint8Array(steps.length + 1);
        let within = new Uint8Array(steps.length);
        let at = 0;
        for (const char of text) {
            if (pass(steps, places, ready, text, at))
                return true;
            [ready, within] = consume(steps, { ready, within }, char, accepts(char));
            at += char.length;
        }
        return pass(steps, places, ready, text, at);
    };
}
/** Goes on over what may be empty; true where the last step is behind. The search may begin at any place. */
function pass(steps, places, ready, text, at) {
    ready[0] = 1;
    for (let index = 0; index < steps.length; index += 1) {
        if (ready[index] !== 1)
            continue;
        const place = places[index];
        if (place !== undefined)
            place.lastIndex = at;
        if (steps[index]?.times !== 'once' || place?.test(text))
            ready[index + 1] = 1;
    }
    return ready[steps.length] === 1;
}
function consume(steps, { ready, within }, char, accepted) {
    const nextReady = new Uint8Array(ready.length);
    const nextWithin = new Uint8Array(within.length);
    for (let index = 0; index < steps.length; index += 1) {
        if (accepted[index] !== 1 || (ready[index] !== 1 && within[index] !== 1))
            continue;
        const step = steps[index];
        const isFolders = step.term.kind === 'folders';
        if (isFolders)
            nextWithin[index] = 1;
        if (!isFolders || char === '/')
            nextReady[step.times === 'any' ? index : index + 1] = 1;
    }
    return [nextReady, nextWithin];
}
/** Which steps take a character, remembered: paths repeat few characters. */
function acceptance(steps) {
    const tests = steps.map(({ term }) => {
        if (term.kind === 'assertion')
            return undefined;
        return new RegExp(term.kind === 'folders' ? '[^\\n]' : term.source, 'u');
    });
    const known = new Map();
    return (char) => {
        let accepted = known.get(char);
        if (accepted === undefined) {
            accepted = Uint8Array.from(tests, (test) => (test?.test(char) ? 1 : 0));
            known.set(char, accepted);
        }
        return accepted;
    };
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/go-regexp.js
/**
 * Go's regular expression syntax, as far as an ignore pattern can reach it, as a JavaScript RegExp.
 *
 * Docker turns a pattern with wildcards into the text of a Go regular expression and leaves some
 * characters of the pattern active in it (docs/context.md, rule 20). What they then mean, and which of
 * them are errors, is Go's decision: https://pkg.go.dev/regexp/syntax.
 */



/** A count above this is an error in Go. */
const MOST_REPEATS = 1000;
/**
 * Steps that a backtracking engine may need for a text at worst: its length to the power of the repeats.
 * Below, it is several times faster than the linear one; above, one path can take it hours.
 */
const MOST_STEPS = 2_000_000;
/**
 * Whether the expression is found in a text.
 *
 * @throws SyntaxError in Go's words where Go would refuse the expression
 */
function goRegexp(source) {
    const branches = parse(source);
    const repeats = branches.flat().filter(({ least, most }) => least !== most).length;
    const written = branches.map((terms) => terms.map(writeTerm).join('')).join('|');
    const expression = new RegExp(written, 'u');
    let linear;
    return (text) => {
        if (text.length ** repeats <= MOST_STEPS)
            return expression.test(text);
        linear ??= linearMatch(branches);
        return linear(text);
    };
}
function writeTerm({ source, kind, least, most }) {
    const one = kind === 'char' ? source : `(?:${source})`;
    return least === 1 && most === 1
        ? one
        : `${one}{${least},${most === Number.POSITIVE_INFINITY ? '' : most}}`;
}
/** The alternatives, each a sequence. Groups are Docker's own only, so they do not nest. */
function parse(source) {
    const reader = { chars: Array.from(source), at: 0 };
    let terms = [];
    const branches = [terms];
    let isRepeated = false;
    while (reader.at < reader.chars.length) {
        const repeat = repetition(reader);
        const last = terms.pop();
        if (repeat !== undefined) {
            if (last === undefined)
                throw new SyntaxError('missing argument to repetition operator');
            if (isRepeated)
                throw new SyntaxError('invalid nested repetition operator');
            terms.push({ ...last, ...repeat });
            isRepeated = true;
            continue;
        }
        if (last !== undefined)
            terms.push(last);
        isRepeated = false;
        const char = take(reader);
        if (char === '|') {
            terms = [];
            branches.push(terms);
        }
        else {
            terms.push(...atoms(char, reader));
        }
    }
    return branches;
}
/** `*`, `?` or a valid `{n}`, `{n,}`, `{n,m}`; any other `{` is a literal one. */
function repetition(reader) {
    const char = reader.chars[reader.at];
    if (char === '*' || char === '?') {
        reader.at += 1;
        return { least: 0, most: char === '?' ? 1 : Number.POSITIVE_INFINITY };
    }
    if (char !== '{')
        return undefined;
    const close = reader.chars.indexOf('}', reader.at);
    const text = close < 0 ? '' : reader.chars.slice(reader.at, close + 1).join('');
    const found = /^\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\}$/.exec(text);
    if (found === null)
        return undefined;
    const least = Number(found[1]);
    const limit = found[3] === undefined ? least : Number(found[3]);
    if (least > limit || limit > MOST_REPEATS)
        throw new SyntaxError(`invalid repeat count ${text}`);
    reader.at = close + 1;
    return { least, most: found[2] === ',' ? Number.POSITIVE_INFINITY : limit };
}
// After its parenthesis, the rest of the only group that Docker writes: any number of folders.
const FOLDERS = ['.', '*', '/', ')'];
function atoms(char, reader) {
    switch (char) {
        case '(':
            reader.at += FOLDERS.length;
            return [term('[^\\n]*/', 'folders')];
        case '^':
        case '$':
            return [term(char, 'assertion')];
        case '.':
            return [term('[^\\n]')];
        case '[':
            return [term(bracket(reader))];
        case '\\':
            return escaped(reader);
        default:
            return [term(literal(char))];
    }
}
function term(source, kind = 'char') {
    return { source, kind, least: 1, most: 1 };
}
function literal(char) {
    return /^[A-Za-z0-9/]$/.test(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
/** What follows a backslash outside brackets. */
function escaped(reader) {
    const next = reader.chars[reader.at];
    if (next === 'Q')
        return quoted(reader);
    const assertion = next === undefined ? undefined : ASSERTIONS.get(next);
    if (assertion !== undefined) {
        reader.at += 1;
        return [term(assertion, 'assertion')];
    }
    const item = classItem(reader);
    if (item !== undefined)
        return [term(`[${item}]`)];
    return [term(`\\u{${escapedChar(reader).toString(16)}}`)];
}
const ASSERTIONS = new Map([
    ['A', '^'],
    ['z', '$'],
    ['b', '\\b'],
    ['B', '\\B'],
]);
/** `\Q…\E`: everything between is literal; without `\E`, everything to the end. */
function quoted(reader) {
    reader.at += 1;
    const written = [];
    while (reader.at < reader.chars.length) {
        const char = take(reader);
        if (char === '\\' && reader.chars[reader.at] === 'E') {
            reader.at += 1;
            break;
        }
        written.push(term(literal(char)));
    }
    return written;
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/pattern.js
/** From an ignore line to a test on paths (docs/context.md, rules 16 to 21). */


/**
 * @param file for errors: relative to the workspace
 * @throws UserError with file and line for a pattern that Docker refuses, now or when it would first try it
 */
function compilePattern(line, file) {
    try {
        checkGlob(line.pattern);
        const { matches, quirk } = compile(line.pattern);
        return { ...line, matches, reach: reachOf(line.pattern), quirk };
    }
    catch (error) {
        const reason = error instanceof SyntaxError ? error.message : 'invalid pattern';
        throw new errors/* UserError */.yo(`${file}:${line.line}: Docker cannot read the pattern "${line.text}": ${reason}.`, {
            hint: 'Put a backslash before a character that is meant as itself.',
            place: { file, line: line.line },
            cause: error,
        });
    }
}
function reachOf(pattern) {
    const prefix = pattern.replace(/\/\*\*$/, '').replace(/\/\*$/, '');
    return /[*[\]?^\\]/.test(prefix) ? undefined : `${prefix}/`;
}
/**
 * Docker first has Go's `filepath.Match` try the pattern on ".", for its errors alone. That reads only as
 * much of a pattern as it needs: up to the next `*`, and one part more where the first matches the dot.
 */
function checkGlob(pattern) {
    const [first, rest] = untilStar(pattern);
    if (isDot(first))
        isDot(untilStar(rest)[0]);
}
/** Leading stars dropped; a star in brackets is a character. */
function untilStar(pattern) {
    const bare = pattern.replace(/^\*+/, '');
    const part = /^(?:\\.|\\$|\[(?:\\.|\\$|[^\]\\])*(?:\]|$)|[^*\\[])*/s.exec(bare)?.[0] ?? '';
    return [part, bare.slice(part.length)];
}
/** Whether a part without stars matches "."; reads it to its end for its errors. */
function isDot(part) {
    const chars = Array.from(part);
    let length = 0;
    let dot = false;
    for (let at = 0; at < chars.length; length += 1) {
        if (chars[at] === '[') {
            [at, dot] = classWithDot(chars, at + 1);
        }
        else {
            if (chars[at] === '\\')
                at += 1;
            if (at === chars.length)
                throw new SyntaxError('it ends in a backslash');
            dot = chars[at] === '.' || (chars[at] === '?' && chars[at - 1] !== '\\');
            at += 1;
        }
    }
    return dot && length === 1;
}
/** `from` is the index after `[`; returns the index after its `]`, and whether the class has a dot. */
function classWithDot(chars, from) {
    const negated = chars[from] === '^';
    let at = negated ? from + 1 : from;
    let found = false;
    for (let members = 0; members === 0 || chars[at] !== ']'; members += 1) {
        at = endOfMember(chars, at);
        const low = chars[at - 1] ?? '';
        if (chars[at] === '-')
            at = endOfMember(chars, at + 1);
        found ||= low <= '.' && '.' <= (chars[at - 1] ?? '');
    }
    return [at + 1, found !== negated];
}
function endOfMember(chars, from) {
    const char = chars[from];
    if (char === '-' || char === ']')
        throw new SyntaxError(`"${char}" stands where "[" needs a character`);
    const end = char === '\\' ? from + 2 : from + 1;
    if (end >= chars.length)
        throw new SyntaxError('a "[" is not closed');
    return end;
}
/** The cheapest of four tests. Only the last of them has quirks: the others take every character as itself. */
function compile(pattern) {
    const { source, form, active } = expressionOf(pattern);
    switch (form) {
        case 'exact':
            return { matches: (path) => path === pattern, quirk: undefined };
        case 'prefix': {
            const prefix = pattern.slice(0, -2);
            return { matches: (path) => path.startsWith(prefix), quirk: undefined };
        }
        case 'suffix': {
            const suffix = pattern.slice(2);
            const whole = suffix.startsWith('/') ? suffix.slice(1) : suffix;
            return { matches: (path) => path.endsWith(suffix) || path === whole, quirk: undefined };
        }
        case 'regexp':
            return { matches: goRegexp(source), quirk: active };
    }
}
/** The Go expression that Docker writes for a pattern, and whether it needs one at all. */
function expressionOf(pattern) {
    const chars = Array.from(pattern);
    let source = '^';
    let form = 'exact';
    let active;
    let inClass = false;
    for (let at = 0; at < chars.length; at += 1) {
        const char = chars[at] ?? '';
        const next = chars[at + 1];
        if (char === '*' && next === '*') {
            const first = at === 0;
            at += chars[at + 2] === '/' ? 2 : 1;
            const final = at + 1 === chars.length;
            source += final ? '.*' : '(.*/)?';
            form = first ? 'suffix' : final && form === 'exact' ? 'prefix' : 'regexp';
        }
        else if ('*?[]\\'.includes(char)) {
            if (char === '\\')
                at += 1;
            if (char === '\\' && /^[A-Za-z0-9]$/.test(next ?? ''))
                active ??= `\\${next}`;
            inClass = char === '[' || (inClass && char !== ']');
            source += SINGLE.get(char) ?? (char === '\\' ? `\\${next ?? ''}` : char);
            form = 'regexp';
        }
        else {
            if (!inClass && '|{}^'.includes(char))
                active ??= char;
            source += '.+()$'.includes(char) ? `\\${char}` : char;
        }
    }
    return { source: `${source}$`, form, active };
}
const SINGLE = new Map([
    ['*', '[^/]*'],
    ['?', '[^/]'],
]);

;// CONCATENATED MODULE: ./lib/src/context/ignore/file.js
/** Reading an ignore file: which one, and its lines as patterns (docs/context.md, rules 1, 2 and 9 to 13). */


/** Docker's reader gives up at a line that fills its buffer of 64 KiB. */
const LONGEST_LINE = 64 * 1024 - 1;
/**
 * @param file for errors: relative to the workspace
 * @throws UserError with file and line for a line that Docker refuses
 */
function parseIgnoreFile(content, file) {
    const lines = [];
    content.split('\n').forEach((raw, index) => {
        const line = index + 1;
        if (Buffer.byteLength(raw) > LONGEST_LINE) {
            throw new errors/* UserError */.yo(`${file}:${line}: the line is longer than 64 KiB, which Docker refuses too.`, {
                place: { file, line },
            });
        }
        const read = parseLine(index === 0 ? raw.replace(/^\uFEFF/, '') : raw);
        if (read === undefined)
            return;
        if (read.pattern === '') {
            throw new errors/* UserError */.yo(`${file}:${line}: "${trim(raw)}" brings back nothing: a pattern must follow the "!".`, {
                place: { file, line },
            });
        }
        lines.push({ ...read, line });
    });
    return lines;
}
/** An empty pattern stands for Docker's "illegal exclusion pattern". */
function parseLine(raw) {
    if (raw.startsWith('#'))
        return undefined;
    const text = trim(raw);
    if (text === '')
        return undefined;
    const bang = text.startsWith('!');
    const rest = bang ? trim(text.slice(1)) : text;
    const anchored = rest === '' ? '' : clean(rest);
    const relative = anchored.length > 1 && anchored.startsWith('/') ? anchored.slice(1) : anchored;
    // The matcher trims, cleans and looks for "!" a second time, so `/!x` brings x back.
    const again = trim(bang ? `!${relative}` : relative);
    if (again === '')
        return undefined;
    const pattern = clean(again);
    const negated = pattern.startsWith('!');
    return { text, pattern: negated ? pattern.slice(1) : pattern, negated };
}
/** Go's notion of white space: Unicode's, where JavaScript's `trim` adds U+FEFF and lacks U+0085. */
function trim(text) {
    // Not by one regular expression: it would look for the end of the line at each blank within.
    let start = 0;
    let end = text.length;
    while (start < end && isSpace(text[start]))
        start += 1;
    while (end > start && isSpace(text[end - 1]))
        end -= 1;
    return text.slice(start, end);
}
function isSpace(unit = '') {
    return /\p{White_Space}/u.test(unit);
}
/** The shortest equal path, as Go's `path.Clean`: no doubled, trailing or `.` parts, `a/..` collapsed. */
function clean(path) {
    const normal = external_node_path_.posix.normalize(path);
    return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/rules.js
/**
 * Docker's ignore rules (docs/context.md, rules 14, 15, 22 and 25).
 *
 * The verdict on a path is that of a walk from the root: each folder remembers which patterns matched it,
 * and hands this to what lies in it. Asking about a path alone gives other answers in rare cases.
 */


/** @throws UserError with file and line */
function readIgnoreRules(content, file) {
    return ignoreRules(parseIgnoreFile(content, file).map((line) => compilePattern(line, file)));
}
function ignoreRules(patterns) {
    return { patterns, prunes: patterns.every(({ negated, reach }) => !negated || reach !== undefined) };
}
/**
 * The index of the pattern that excludes `path`, or -1 where it is kept.
 *
 * @param parent what matched the folder it lies in
 * @param own where `path` is a folder: receives what its entries need, all zeros before
 */
function excludedBy(rules, path, parent, own) {
    let excluding = -1;
    for (let index = 0; index < rules.patterns.length; index += 1) {
        const pattern = rules.patterns[index];
        if (parent[index] !== 1) {
            // Not asked means not matched, for what lies below as well.
            if (pattern.negated !== excluding >= 0)
                continue;
            if (!pattern.matches(path))
                continue;
        }
        if (own !== undefined)
            own[index] = 1;
        excluding = pattern.negated ? -1 : index;
    }
    return excluding;
}
/** Whether nothing below this excluded folder can be brought back, so that it need not be read. */
function canPrune(rules, folder) {
    if (!rules.prunes)
        return false;
    const below = `${folder}/`;
    return !rules.patterns.some(({ negated, reach }) => negated && reach?.startsWith(below));
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/ignore.js
/** The rules of an ignore file, as Docker reads them. */



;// CONCATENATED MODULE: ./lib/src/context/listing/path-inside.js

/** Relative to the root; undefined outside it. */
function pathInside(root, absolute) {
    const path = (0,external_node_path_.relative)(root, absolute);
    return path === '..' || path.startsWith('../') || path === '' ? undefined : path;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/placed-file.js
/**
 * The Dockerfile and the ignore file are read wherever they are named, and sent. Whoever writes a branch of the repository
 * could thereby name any file of the machine, by a link or in a manifest: so each is read only where it is a file that
 * this context would send anyway.
 */





/**
 * Where the file really lies; nothing of its content is read but the head of what may be a credential.
 * @throws {UserError} naming link and target where that lies outside of the context, below a `.git` or looks like a credential
 */
function placedFile(what, { named, path }, { workspace, root }) {
    const file = { what, named, path, real: (0,external_node_fs_.realpathSync)(path) };
    const inside = pathInside(root, file.real);
    if (file.real !== named && inside === undefined) {
        throw refusal(file, workspace, 'lies outside the context folder');
    }
    if (pathInside(workspace, file.real)?.split('/').includes('.git')) {
        throw refusal(file, workspace, 'lies in a .git folder');
    }
    const entry = fileEntry(inside ?? pathInside(workspace, file.real) ?? file.real, file.real);
    if (entry !== undefined && isCredential(entry))
        throw refusal(file, workspace, 'looks like credentials');
    return file;
}
/**
 * @param isSent whether the context sends a file at this path, relative to the context folder
 * @throws {UserError} naming link and target where the target is left out
 */
function checkTargetIsSent(file, { workspace, root }, isSent) {
    const inside = pathInside(root, file.real);
    if (file.real === file.named || inside === undefined || isSent(inside))
        return;
    throw refusal(file, workspace, 'is left out by the ignore file or the include paths');
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
/** Which ignore file is in use, and what its author should know of it (docs/context.md, rules 1, 2 and 20). */






/** Bytes; more is a list of files and not a set of rules. */
const ignore_choice_LARGEST = 1024 * 1024;
/**
 * The file the project file names, else `<Dockerfile>.dockerignore` beside the Dockerfile, else the
 * root's `.dockerignore`. They are never merged.
 *
 * @throws UserError with file and line for what Docker would refuse
 */
function chooseIgnoreFile(request) {
    const notices = [];
    const named = request.ignoreFile;
    const lookUp = [`${request.dockerfile}.dockerignore`, (0,external_node_path_.join)(request.root, '.dockerignore')];
    const file = [...(named === undefined ? [] : [named]), ...lookUp].find(ignore_choice_isFile);
    if (named !== undefined && file !== named) {
        const instead = file === undefined ? 'nothing is ignored' : `${(0,external_node_path_.relative)(request.workspace, file)} is used`;
        notices.push(`The ignore file ${(0,external_node_path_.relative)(request.workspace, named)} does not exist; ${instead}.`);
    }
    const label = (0,external_node_path_.relative)(request.workspace, file ?? (0,external_node_path_.join)(request.root, '.dockerignore'));
    if (file === undefined)
        return { file, placed: undefined, label, rules: ignoreRules([]), git: undefined, notices };
    const placed = placedFile('ignore file', { named: file, path: file }, request);
    const rules = readIgnoreRules(contentOf(request, placed), label);
    for (const { quirk, text, line } of rules.patterns) {
        if (quirk !== undefined)
            notices.push(`${label}:${line}: ${quirkWords(quirk, text)}`);
    }
    return { file, placed, label, rules, git: gitRules(rules), notices };
}
function ignore_choice_isFile(path) {
    return statIfPresent(path)?.isFile() ?? false;
}
function contentOf({ workspace }, { named, real }) {
    const label = (0,external_node_path_.relative)(workspace, named);
    if ((statIfPresent(real)?.size ?? 0) > ignore_choice_LARGEST) {
        throw new errors/* UserError */.yo(`The ignore file ${label} is larger than 1 MiB.`, {
            hint: 'An ignore file has a line for each folder or kind of file. Use patterns instead of lists of files.',
        });
    }
    try {
        return (0,external_node_fs_.readFileSync)(real, 'utf8');
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
    const git = compilePattern({ text: '.git', line: 0, pattern: '.git', negated: false }, '');
    return ignoreRules([git, ...exceptions]);
}
function namesGit(pattern) {
    return /^(\*\*\/)?\.git(\/|$)/.test(pattern);
}

;// CONCATENATED MODULE: ./lib/src/context/listing/include-paths.js
/** The folders that a manifest sends (contracts/README.md, "Packing as the vendor does it"). */



/**
 * Cleaned paths relative to the root; undefined where one of them is the root itself. A file is as good
 * as a folder. Where a path leads through links, each of them is included, and what it leads to.
 *
 * @throws UserError naming a path that is missing or lies outside the root
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
/** The path, what each link on it leads to in turn, and where it ends; '' for the root itself. */
function chainOf(root, given, path) {
    const outside = new errors/* UserError */.yo(`The include path "${given}" lies outside the context root ${root}.`, {
        hint: 'Widen `build.context.root` in the manifest, or drop the path.',
    });
    if (path === '' || path === '..' || path.startsWith('../') || external_node_path_.posix.isAbsolute(path))
        throw outside;
    checkExists(root, given, path);
    const chain = [path];
    for (let next = followed(root, path); next !== undefined; next = followed(root, next)) {
        if (next === '..' || next.startsWith('../'))
            throw outside;
        chain.push(next);
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
/** The files of a tree that weigh most, the largest first and equal ones in the tree's order. */
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

;// CONCATENATED MODULE: ./lib/src/context/listing/open-file.js
/** Opening what was listed, without a way out of the folders that were listed. */


// A link that took a file's place is not followed, and a FIFO that did does not hold the step up.
const READ_FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/** Linux's `O_PATH`, which needs no permission to read the folder; Node does not name it (open(2)). */
const O_PATH = 0o10000000;
const FOLDER_FLAGS = O_PATH | (external_node_fs_.constants.O_DIRECTORY ?? 0) | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
const OPENED = '/proc/self/fd';
/** The system's own paths to opened folders where there are some (Linux), else a check around the reading. */
function createFileOpener() {
    return process.platform === 'linux' && (0,external_node_fs_.existsSync)(OPENED) ? throughOpenedFolders() : checkedAround();
}
/**
 * Every folder on the way is opened once, relative to the one above it, and files relative to theirs: what `openat(2)`
 * does. Files come folder by folder, so that most cost one comparison more than opening them by path.
 */
function throughOpenedFolders() {
    const way = [];
    let current;
    const leave = (depth) => {
        for (const { descriptor } of way.splice(depth).reverse())
            (0,external_node_fs_.closeSync)(descriptor);
    };
    const enter = (folder) => {
        const names = folder.split('/').slice(1).filter(Boolean);
        const shared = names.findIndex((name, depth) => way[depth + 1]?.name !== name);
        current = undefined;
        leave(shared < 0 ? names.length + 1 : shared + 1);
        if (way.length === 0)
            way.push({ name: '', descriptor: (0,external_node_fs_.openSync)('/', FOLDER_FLAGS) });
        for (const name of names.slice(way.length - 1)) {
            const above = way.at(-1);
            way.push({ name, descriptor: (0,external_node_fs_.openSync)(`${OPENED}/${above.descriptor}/${name}`, FOLDER_FLAGS) });
        }
        current = folder;
    };
    const pathOf = (path) => {
        const cut = path.lastIndexOf('/');
        const folder = path.slice(0, cut);
        if (folder !== current)
            enter(folder);
        return `${OPENED}/${way.at(-1).descriptor}${path.slice(cut)}`;
    };
    return { pathOf, open: (path) => (0,external_node_fs_.openSync)(pathOf(path), READ_FLAGS), close: () => leave(0) };
}
/** Each folder is what was listed before its first file is opened and after its last one was. */
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

;// CONCATENATED MODULE: ./lib/src/context/listing/sent.js
/** The verdict on one path alone: whether the walk would come upon it and send it. */

/**
 * Whether a file at `path`, relative to the context folder, would be sent, were it there.
 * @param submodule its content is unknown: whether anything below it could be sent
 */
function isSent({ rules, git }, path, submodule = false) {
    if (path === '.git' || path.startsWith('.git/')) {
        if (git === undefined || !isKept(git, path, submodule))
            return false;
    }
    return isKept(rules, path, submodule);
}
/** As a walk from the root down to this path decides. */
function isKept(rules, path, submodule) {
    let matched = new Uint8Array(rules.patterns.length);
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
        const folder = path.slice(0, end);
        const own = new Uint8Array(rules.patterns.length);
        if (excludedBy(rules, folder, matched, own) >= 0 && canPrune(rules, folder))
            return false;
        matched = own;
    }
    return excludedBy(rules, path, matched) < 0 || (submodule && !canPrune(rules, path));
}

;// CONCATENATED MODULE: ./lib/src/context/listing/checkout.js
/** What a checkout left out, so that a build would fail far from the reason, or pass with files that are no content. */




/** How every pointer begins, and its size in bytes at the most (git-lfs, docs/spec.md). */
const POINTER = Buffer.from('version https://git-lfs.github.com/spec/v1\n');
const POINTER_MAX = 1024;
/** @returns one line for Git LFS pointers and one for submodules without content, each with what to write in the workflow */
function missingFromCheckout(where, entries) {
    const pointers = usesLfs(where) ? [...lfsPointers(entries)] : [];
    const modules = emptySubmodules(where, entries);
    return [
        ...said(pointers, 'Git LFS pointer', 'lfs: true', 'instead of the content it stands for'),
        ...said(modules, 'submodule', 'submodules: true', 'that was not checked out: its folder is empty'),
    ];
}
function said(paths, what, input, why) {
    const [first] = paths;
    if (first === undefined)
        return [];
    const named = paths.length === 1 ? first : `${first} and ${paths.length - 1} more`;
    return [`The context has a ${what} ${why}: ${named}. Set \`${input}\` in the step of actions/checkout.`];
}
/** Only where attributes say so are small files worth being looked into. */
function usesLfs(where) {
    return foldersUpwards(where).some((folder) => /\bfilter=lfs\b/.test(textOf(`${folder}/.gitattributes`)));
}
function* lfsPointers(entries) {
    for (const { kind, size, path, source } of entries) {
        if (kind === 'file' && size > POINTER.length && size <= POINTER_MAX && beginsAsPointer(source))
            yield path;
    }
}
function beginsAsPointer(source) {
    try {
        const file = (0,external_node_fs_.openSync)(source, READ_FLAGS);
        try {
            const head = Buffer.alloc(POINTER.length);
            return (0,external_node_fs_.readSync)(file, head, 0, head.length, 0) === head.length && head.equals(POINTER);
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch {
        return false;
    }
}
/** Submodules that the context would send and that have no entry. */
function emptySubmodules(where, entries) {
    const wanted = new Set();
    for (const folder of foldersUpwards(where)) {
        for (const [, path = ''] of textOf(`${folder}/.gitmodules`).matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)) {
            const inside = pathInside(where.root, `${folder}/${path}`);
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
/** The context folder and those above it, up to the workspace. */
function foldersUpwards({ root, workspace }) {
    const folders = [root];
    for (let folder = root; folder !== workspace && !(0,external_node_path_.relative)(workspace, folder).startsWith('..');) {
        folder = (0,external_node_path_.dirname)(folder);
        folders.push(folder);
    }
    return folders;
}
function textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/src/context/listing/entry-list.js
const FORMS = [
    { kind: 'file', mode: 0o644 },
    { kind: 'file', mode: 0o755 },
    { kind: 'folder', mode: 0o755 },
    { kind: 'link', mode: 0o777, tells: 'target' },
    { kind: 'file', mode: 0o644, tells: 'source' },
    { kind: 'file', mode: 0o755, tells: 'source' },
];
/**
 * Entries in the order in which they were added, in memory at some fifty bytes each: a million are listed before the
 * first is packed, and would take half a gigabyte as objects. What is read is made anew each time.
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
        const { tells } = FORMS[form];
        if (tells)
            this.#texts.push(entry[tells] ?? '');
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
            const { kind, mode, tells } = FORMS[form];
            const size = (fact - form) / FORMS.length;
            const path = folder + text.next().value;
            const source = tells === 'source' ? text.next().value : this.#prefix + path;
            const entry = { path, kind, source, mode, size };
            if (tells === undefined)
                yield entry;
            else if (tells === 'source')
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
    /** Its texts as one string and its facts without room for more. */
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

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/src/context/listing/git-credentials.js
/** Files of git that hold a credential: they never travel, whatever an ignore file says (docs/security.md). */




/** Bytes; git's text files are smaller, and what stands further down is not found. */
const git_credentials_READ_BYTES = 1024 * 1024;
/** Files in files of configuration. */
const DEEPEST = 5;
/**
 * A token as actions/checkout writes it, user information in an address (`url.*.insteadOf`, a remote, a store of
 * `credential.helper`), and a helper that prints what it was given.
 */
const CREDENTIAL = /^[ \t]*extraheader[ \t]*=[ \t]*\S|https?:\/\/[^/\s@"']+@|^[ \t]*helper[ \t]*=[ \t]*"?!.*password/im;
const IN_GIT = /(?:^|\/)\.git\//;
/** Compressed or binary: no credential is found in them, and most of a repository's bytes are theirs. */
const OBJECTS = /(?:^|\/)\.git\/(?:modules\/.+\/)?(?:objects\/|lfs\/|index$)/;
/** Where actions/checkout 6 keeps its token, included by `.git/config`. */
const CHECKOUT_FILE = /(?:^|\/)git-credentials-[^/]*\.config$/;
/** A test for the entries of one context; the configuration is read with the first entry that needs it. */
function gitCredentials(root) {
    let included;
    return (entry) => {
        if (entry.kind !== 'file' || entry.size === 0)
            return false;
        included ??= includedFiles(`${root}/.git/config`);
        const suspected = (IN_GIT.test(entry.path) && !OBJECTS.test(entry.path)) ||
            CHECKOUT_FILE.test(entry.path) ||
            included.has(entry.source);
        return suspected && CREDENTIAL.test(git_credentials_headOf(entry.source));
    };
}
/** What a configuration includes, in turn (git-config(1), Includes), whatever the condition. */
function includedFiles(config) {
    const found = new Set();
    let level = [config];
    for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
        level = level.flatMap((file) => includesOf(file)).filter((file) => !found.has(file));
        for (const file of level)
            found.add(file);
    }
    return found;
}
function includesOf(config) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(config, 'utf8').slice(0, git_credentials_READ_BYTES);
    }
    catch {
        return [];
    }
    return [...text.matchAll(/^[ \t]*path[ \t]*=[ \t]*"?([^"\r\n]+?)"?[ \t]*$/gim)].map(([, path = '']) => path.startsWith('~/') ? (0,external_node_path_.resolve)((0,external_node_os_.homedir)(), path.slice(2)) : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(config), path));
}
/** Empty where it cannot be had: packing will say so. */
function git_credentials_headOf(source) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(source, READ_FLAGS);
        try {
            const bytes = Buffer.alloc(git_credentials_READ_BYTES);
            return bytes.toString('latin1', 0, (0,external_node_fs_.readSync)(descriptor, bytes, 0, git_credentials_READ_BYTES, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/src/context/listing/left-out.js
const EXAMPLES = 5;
/** @param placed paths that are sent all the same, by another way than the walk: to call them left out would mislead */
function createLeftOutCounter(placed = new Set()) {
    const counted = new Map();
    return {
        add(reason, path, rule) {
            if (placed.has(path) && reason !== 'replaced')
                return;
            const key = rule === undefined ? reason : `${reason}:${rule.line}`;
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
/** What the cloud's builder must find at fixed places: the Dockerfile and the ignore file in use. */






/** @throws UserError where the Dockerfile cannot be placed */
function planStage(request) {
    const { root, dockerfile, dockerfileEntry, ignoreFile } = request;
    if (dockerfileEntry !== 'in-place')
        return stageAtRoot(request, dockerfileEntry);
    const own = pathInside(root, dockerfile);
    if (own === undefined) {
        throw new errors/* UserError */.yo(`The Dockerfile ${dockerfile} lies outside the context folder ${root}.`, {
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
 * The remote builder looks for `<name>.dockerignore`, then for `.dockerignore`, and leaves out again what
 * it says. Both must be the file in use, or it would leave out something else.
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
 * The entries of the archive, in order as those of the walk: the placed files, ignored or not, and the folders above
 * them included.
 *
 * @throws UserError where something other than a file stands in the way
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
            // It is there anyway.
            next = waiting.shift();
            yield entry;
        }
        else if (!isWithheld(staging, entry)) {
            tellReplaced(staging, entry, next);
        }
    }
    for (; next; next = waiting.shift())
        yield next;
}
/** Regular files only: the name given may be a link, whose target need not be in the archive. */
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
function tellReplaced({ root, stage, leftOut, notices }, standing, placed) {
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
/** One step of the deepest folder, however deep it is: a generator in a generator would take a step of each. */
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






/** In place of a pattern's index: our own rule about the root's `.git`. */
const GIT_RULE = Number.MAX_SAFE_INTEGER;
/**
 * The entries below the root, in the order of `Tree.entries`, each as it is met: what is left out is counted by the
 * last one. Synchronous: for listing, concurrency costs more than it brings (docs/context.md, section 3).
 *
 * @throws UserError naming what cannot be read or named
 */
function* walk(request) {
    const matched = new Uint8Array(request.rules.patterns.length);
    const root = { path: '', matched, excluding: -1, included: request.include === undefined };
    const way = [entriesIn(request, root)];
    for (let next = nextOn(way); next; next = nextOn(way))
        yield next;
}
/**
 * Entries are sorted by whole paths: `a`, `a-b`, `a/c`. So a folder waits until its siblings with names between `a`
 * and `a/` were met; where several wait, the one met last comes first.
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
/** Undefined for an excluded folder that may not be read: nothing of it was wanted (rule 34). */
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
/** @returns the entry itself; where it is a folder, what lies in it is among `opened` */
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
    const excluding = excludedBy(rules, path, parent.matched, isFolder ? matched : undefined);
    if (excluding >= 0) {
        // A folder with a name that is not UTF-8 cannot be entered, so nothing below it comes back.
        if (!isFolder || undecodable !== undefined || canPrune(rules, path)) {
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
/** Below the root's `.git` an entry is sent only where the author's rules keep it and our own rule keeps it as well. */
function visitGit(request, parent, found, place, opened) {
    const { git, leftOut } = request;
    const { path } = place;
    const isFolder = found.entry.isDirectory();
    const patterns = git?.patterns.length ?? 0;
    const gitMatched = new Uint8Array(patterns);
    const above = parent.gitMatched ?? new Uint8Array(patterns);
    const ours = git === undefined ? 0 : excludedBy(git, path, above, isFolder ? gitMatched : undefined);
    if (ours >= 0 && (git === undefined || !isFolder || canPrune(git, path))) {
        leftOut.add('git-folder', path);
        return undefined;
    }
    if (!isFolder)
        return fileOrLink(request, found, place.included ? 'inside' : 'above');
    const excluding = place.excluding >= 0 ? place.excluding : ours >= 0 ? GIT_RULE : -1;
    return openFolder(request, { ...place, gitMatched, excluding }, opened);
}
/** An excluded folder, or one on the way to an included path, is sent only with something kept below it. */
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
/** Its steps once its first entry was found, which comes back first; undefined where there is none. */
function begun(request, folder) {
    const way = [entriesIn(request, folder)];
    const first = nextOn(way);
    return first && [...way, [first].values()];
}
function fileOrLink(request, { entry, path }, reach) {
    const special = specialKind(entry);
    if (special !== undefined) {
        request.leftOut.add(special, path);
        return undefined;
    }
    const source = sourceOf(request, path);
    // A link on the way to an included path travels too: the path could not be followed without it.
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
 * Lists what Docker would send, in the order of the archive. Reads folders, the ignore file and the heads
 * of files that may be credentials; nothing of a link's target.
 *
 * @throws UserError naming what is missing, unreadable, misnamed or outside
 */
function listTree(given) {
    const { request, file } = resolved(given);
    const { root, dockerfile } = request;
    const ignore = chooseIgnoreFile(request);
    const include = includedPaths(root, request.includePaths);
    const files = [file, ...(ignore.placed === undefined ? [] : [ignore.placed])];
    for (const one of files) {
        checkTargetIsSent(one, request, (path) => isSent(ignore, path) && inclusion(include, path) === 'inside');
    }
    const stage = planStage({ ...request, ignoreFile: ignore.file });
    const placed = [dockerfile, ignore.file].flatMap((file) => (file && pathInside(root, file)) || []);
    const leftOut = createLeftOutCounter(new Set(placed));
    const notices = [...ignore.notices];
    const { rules, git, label: rulesFile } = ignore;
    const walked = walk({ root, rules, rulesFile, include, git, leftOut });
    const screen = credentialScreen(request, rules, leftOut);
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
        credentials: screen.found,
    };
}
/**
 * Files that look like credentials are named, and left out where the cloud's contract says so
 * (contracts/README.md, disagreement 28); an exception of the ignore file is the author's own word.
 */
function credentialScreen({ root, leavesOutCredentials = false }, rules, leftOut) {
    const found = [];
    const holdsGitCredential = gitCredentials(root);
    const isException = (path) => rules.patterns.some((pattern) => pattern.negated && pattern.matches(path));
    return {
        found,
        passes(entry) {
            if (holdsGitCredential(entry)) {
                leftOut.add('git-credentials', entry.path);
                return false;
            }
            if (!isCredential(entry))
                return true;
            const { path } = entry;
            if (leavesOutCredentials && !isException(path)) {
                leftOut.add('credentials', path);
                return false;
            }
            found.push({ path, ignoreLine: ignoreLineFor(path) });
            return true;
        },
    };
}
/** Links resolved, the folder and the Dockerfile found and inside the workspace. */
function resolved(given) {
    const workspace = (0,external_node_fs_.realpathSync)(given.workspace);
    const root = contextFolder(given.root);
    requireInside(workspace, root, 'context folder');
    const dockerfile = resolveDockerfile(root, given.dockerfile);
    const named = (0,external_node_path_.join)(asNamed(given, { workspace, root }), (0,external_node_path_.basename)(dockerfile));
    const file = placedFile('Dockerfile', { named, path: dockerfile }, { workspace, root });
    requireInside(workspace, file.real, 'Dockerfile');
    return { request: { ...given, workspace, root, dockerfile }, file };
}
/** The Dockerfile's folder as the author named it: no link resolved but those of the context folder and the workspace. */
function asNamed(given, { workspace, root }) {
    const folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(root, given.dockerfile));
    const below = (0,external_node_path_.relative)((0,external_node_path_.resolve)(given.root), folder);
    if (!below.startsWith('..'))
        return (0,external_node_path_.join)(root, below);
    const inWorkspace = (0,external_node_path_.relative)((0,external_node_path_.resolve)(given.workspace), folder);
    return inWorkspace.startsWith('..') ? folder : (0,external_node_path_.join)(workspace, inWorkspace);
}
function contextFolder(path) {
    const hint = 'Set `context` to the folder with the sources, and check the repository out before this step.';
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
    throw new errors/* UserError */.yo(`The ${what} ${real} lies outside the workspace ${workspace}.`, {
        hint: 'Only what lies inside the workspace, after links, may be sent.',
    });
}

;// CONCATENATED MODULE: ./lib/src/context/listing/listing.js
/** Which files a build context has: listed in order, with what was left out and by which rule. */













/***/ }),

/***/ 4860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vl: () => (/* binding */ changedPaths),
  vj: () => (/* binding */ commitNamed),
  fE: () => (/* binding */ isShallow),
  wu: () => (/* binding */ mergeBase),
  o$: () => (/* binding */ readSource),
  HX: () => (/* binding */ topOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/src/git/commands.js
/**
 * Every git command of ours, and what keeps a repository from having its own commands run by them. docs/security.md
 * shows both tables; `npm run docs` writes them from here, so this file imports nothing.
 */
const GIT_COMMANDS = {
    settings: {
        args: ['config', '--list', '--no-includes', '-z'],
        asks: 'the settings that say how files are stored, and the address of `origin`; the only command that sees the configuration of the repository and of the machine',
    },
    commit: { args: ['rev-parse', '--verify', '--quiet'], values: 'NAME', asks: 'the commit of a name' },
    branch: { args: ['symbolic-ref', '--quiet', '--short', 'HEAD'], asks: 'the branch' },
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
    mergeBase: { args: ['merge-base'], values: 'COMMIT COMMIT', asks: 'where two branches parted' },
    shallow: { args: ['rev-parse', '--is-shallow-repository'], asks: 'whether the history is cut off' },
};
/** Given to every command, before its own arguments. The second line of defence: what they turn off is not read at all. */
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
 * The settings that are taken over from a repository: how its files are stored and compared. No other key of its
 * configuration is read by any command but `settings`, so that none that names a program can have one run.
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
    // No lock is taken for a refreshed index, and nothing waits for a person or the network.
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
};
/** Handed on where they are set; `HOME` and its like to `settings` alone. Nothing else of the step's environment is. */
const GIT_VARIABLES = ['TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir'];
const GIT_HOME_VARIABLES = ['HOME', 'USERPROFILE', 'XDG_CONFIG_HOME'];
/** What could have a program run, and what keeps it from that: the second table of docs/security.md. */
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
 * The git to start: the first one of `PATH` that the workspace's author cannot have put there. Only absolute folders
 * outside of the workspace count, links resolved; never the current folder, which Windows searches first. There only
 * `git.exe` counts: a `.cmd` would be read by a shell.
 * @param workspace absolute; what lies in it was written by others
 * @returns an absolute path, or `undefined` where there is none
 */
function findGit(env, workspace, machine = THIS_MACHINE) {
    const windows = machine.platform === 'win32';
    const rules = windows ? external_node_path_.win32 : external_node_path_.posix;
    const inside = (file) => isInside(rules, machine.real(workspace), machine.real(file));
    for (const entry of searchPath(env, windows).split(rules.delimiter)) {
        const folder = windows ? entry.replaceAll('"', '') : entry;
        // `\tools` and `C:tools` hang on the current drive and folder.
        if (!rules.isAbsolute(folder) || (windows && !/^(?:[a-z]:[\\/]|\\\\)/i.test(folder)))
            continue;
        const file = rules.join(folder, windows ? 'git.exe' : 'git');
        if (isInside(rules, workspace, file) || inside(file))
            continue;
        if (machine.isProgram(file))
            return file;
    }
    return undefined;
}
/** Windows calls the variable `Path`, and any case is the same one. */
function searchPath(env, windows) {
    if (!windows)
        return env.PATH ?? '';
    const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH');
    return (name && env[name]) || '';
}
function isInside(rules, folder, file) {
    const way = rules.relative(folder, file);
    return !rules.isAbsolute(way) && way !== '..' && !way.startsWith(`..${rules.sep}`);
}

;// CONCATENATED MODULE: ./lib/src/git/isolation.js




function readGitSettings(list) {
    const settings = new Map();
    for (const entry of list.split('\0')) {
        if (entry === '')
            continue;
        const end = entry.indexOf('\n');
        // A key alone says yes.
        settings.set(end < 0 ? entry : entry.slice(0, end), end < 0 ? 'true' : entry.slice(end + 1));
    }
    return settings;
}
/** The configuration that git gets to see in place of the repository's. */
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
/** Folders and files of a repository that hold content and configure nothing that is run. */
const FOLDERS = ['objects', 'refs', 'reftable', 'info'];
const FILES = ['packed-refs', 'shallow'];
/**
 * A folder to be git's `GIT_COMMON_DIR`: the repository's objects and refs by way of links, and our configuration.
 * Its name cannot be guessed and nobody else may enter it.
 * @param common the repository's own, absolute
 * @returns its path; whoever asked for it removes it
 * @throws where links or files cannot be made
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
            // Windows lets not everybody make links to files.
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

;// CONCATENATED MODULE: ./lib/src/git/repository.js


/** The repository that `folder` lies in, looked for up to and including `ceiling`; both absolute, links resolved. */
function repositoryOf(folder, ceiling) {
    for (let top = folder;; top = (0,external_node_path_.dirname)(top)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.git')))
            return { top, workspace: ceiling };
        if (top === ceiling || top === (0,external_node_path_.dirname)(top))
            return undefined;
    }
}
/**
 * Where the objects, refs and configuration of the repository are: `.git`, or what the file of that name, as in
 * submodules and further worktrees, leads to (gitrepository-layout(5)).
 * @throws where a file on the way cannot be read
 */
function commonFolder({ top }) {
    const git = gitFolder(top);
    const pointer = (0,external_node_path_.join)(git, 'commondir');
    return (0,external_node_fs_.existsSync)(pointer) ? (0,external_node_path_.resolve)(git, (0,external_node_fs_.readFileSync)(pointer, 'utf8').trim()) : git;
}
function gitFolder(top) {
    const git = (0,external_node_path_.join)(top, '.git');
    if ((0,external_node_fs_.statSync)(git).isDirectory())
        return git;
    const [, way] = /^gitdir: ([^\n]+)\n?$/.exec((0,external_node_fs_.readFileSync)(git, 'utf8')) ?? [];
    if (way === undefined)
        throw new Error(`${git} names no folder`);
    return (0,external_node_path_.resolve)(top, way.trimEnd());
}

;// CONCATENATED MODULE: ./lib/src/git/command.js








/** Each question has this long; git is only asked about facts that a build can do without. */
const DEADLINE_MS = 10_000;
const OUTPUT_BYTES = 64 * 1024 * 1024;
const settingsOf = new WeakMap();
/**
 * What git printed; `undefined` where it is missing, refused, failed or took too long. The configuration that the
 * repository brings along has no effect (docs/security.md, "Git").
 */
async function git(repository, name, ...values) {
    const settings = await gitSettings(repository);
    if (settings === undefined)
        return undefined;
    let folder;
    try {
        folder = isolatedFolder(commonFolder(repository), ownConfiguration(settings));
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
/** The repository's and the machine's settings, read once; nothing of them has been heeded. */
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
    // Naming the repository skips the question whose it is, which git asks of a checkout of another user.
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






/** So many files that differ are compared with their Git LFS pointers; more than that are a change. */
const MOST_POINTERS = 200;
/** Bytes: the specification of Git LFS keeps pointers below 1024. */
const POINTER_BYTES = 1024;
const SUBMODULES_AT_ONCE = 8;
/**
 * Whether files of `folder` differ from the commit, untracked files and the content of submodules included.
 * @param folder relative to the repository, `/` between names; `.` is all of it
 * @returns `undefined` where git cannot tell
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
/** Those that are checked out: git itself would run commands of their configuration to look into them. */
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
        return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(commonFolder(repository), 'modules'));
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
 * Without its filter, which is a command of the configuration, git compares the content of a Git LFS file with its
 * pointer where times do not settle it, as in a copied checkout. Whether all that differs is of this kind.
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
 * A remote's address as one name for the repository: without scheme, user info, `.git` and outer slashes,
 * the host lower-cased, a port kept, `git@host:path` as `host/path` (contracts/README.md, "Provenance fields").
 * An address that cannot be read for certain gives nothing, since part of it may be a password.
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

;// CONCATENATED MODULE: ./lib/src/git/git.js





/**
 * Where the sources of a context came from (contracts/README.md, "Provenance fields").
 * Never throws: what git cannot tell in time is absent.
 * @param root The context, absolute and links resolved.
 * @param workspace A repository is looked for from `root` up to here, not above it: a runner's own folder may lie in one.
 * @param known What was found out of repositories before; contexts in one repository differ only in what is dirty.
 */
async function readSource(root, workspace, hints, known = new Map()) {
    const found = repositoryOf(root, workspace);
    if (!found)
        return {};
    const facts = known.get(found.top) ?? readFacts(found);
    known.set(found.top, facts);
    const { repository } = facts;
    const subpath = (0,external_node_path_.relative)(repository.top, root).split(external_node_path_.sep).join('/');
    const [head, ref, settings, dirty] = await Promise.all([
        facts.head,
        facts.ref,
        gitSettings(repository),
        isDirty(repository, subpath || '.'),
    ]);
    return withoutAbsent({
        commit: head?.trim() || hints.commit,
        ref: ref ?? hints.ref,
        repo: normalRemote(settings?.get('remote.origin.url') ?? ''),
        subpath: subpath || undefined,
        dirty,
    });
}
function readFacts(repository) {
    return { repository, head: git(repository, 'commit', 'HEAD'), ref: refOf(repository) };
}
/** The branch, else a tag of exactly this commit. */
async function refOf(repository) {
    const branch = await git(repository, 'branch');
    if (branch)
        return branch.trim();
    const tag = await git(repository, 'tag');
    return tag?.trim() || undefined;
}
/**
 * The paths that differ between `base` and `head`, relative to the workspace; a rename is both its names,
 * a submodule whose commit moved is its folder. Never throws.
 * @param base A commit or ref; all zeros, as in the event of a new branch, is unknown.
 */
async function changedPaths(workspace, base, head = 'HEAD') {
    const repository = repositoryOf(workspace, workspace);
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
/** The commit where `a` and `b` parted; `undefined` where the clone is too shallow to know. Never throws. */
async function mergeBase(workspace, a, b) {
    const repository = repositoryOf(workspace, workspace);
    if (!repository)
        return undefined;
    const [one, other] = await Promise.all([commitOf(repository, a), commitOf(repository, b)]);
    if (!one || !other)
        return undefined;
    return (await git(repository, 'mergeBase', one, other))?.trim() || undefined;
}
/**
 * The folder of the repository that a workspace's folders belong to: its own, else that of the first of them which
 * lies in one, as after a checkout with `path`; the workspace where there is none.
 */
function topOf(workspace, folders) {
    const of = (folder) => repositoryOf(folder, workspace)?.top;
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
    const repository = repositoryOf(workspace, workspace);
    return repository && commitOf(repository, name);
}
/** Whether history was cut off when the clone was made. Never throws. */
async function isShallow(workspace) {
    const repository = repositoryOf(workspace, workspace);
    const answer = repository && (await git(repository, 'shallow'));
    return answer?.trim() === 'true';
}
/** The full id of a commit that this clone has; a name that git would take for an option is none. */
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


/***/ }),

/***/ 1739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ phase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7993);


/**
 * One phase of the story: a foldable group, a stretch of time in the recorder, and one closing line outside the
 * group, also where the phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
async function phase(step, { name, group, withinMs }, work, closing) {
    const { console, recorder } = step;
    const began = performance.now();
    console.group(group ?? name);
    try {
        const timed = withinMs === undefined ? work : () => step.within(withinMs, work);
        const value = await recorder.phase(name, timed);
        console.endGroup();
        console.info(closing(value, performance.now() - began));
        return value;
    }
    catch (thrown) {
        console.endGroup();
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
            console.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenLine */ .kU)(name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), performance.now() - began));
        }
        throw thrown;
    }
}


/***/ }),

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ deploymentLine),
/* harmony export */   G: () => (/* binding */ submittedLine),
/* harmony export */   Rv: () => (/* binding */ vmImageLine),
/* harmony export */   hU: () => (/* binding */ buildLine),
/* harmony export */   kU: () => (/* binding */ brokenLine),
/* harmony export */   lG: () => (/* binding */ cleanupLine),
/* harmony export */   rH: () => (/* binding */ knownContextLine),
/* harmony export */   z0: () => (/* binding */ packedLine)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/**
 * The closing lines of the phases: one line each, outside its group, so that the folded log reads as a story
 * (docs/interface.md, Log). Times in milliseconds, sizes in bytes.
 */
const DONE = '✓';
const FAILED = '✗';
const STOPPED = '■';
function packedLine(facts) {
    const sizes = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)} → ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.archiveBytes)} archive`;
    return `${DONE} Pack: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${sizes}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The same where a build of these inputs was found: nothing had to be packed. */
function knownContextLine(facts) {
    const what = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)}`;
    return `${DONE} Pack: ${what}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} was built before: nothing to send (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
function submittedLine(facts) {
    return `${DONE} Submit: build ${word(facts.buildId)}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.bytes)} sent (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The end of a build, or its reuse. */
function buildLine(build) {
    if (build.reused)
        return reusedLine(build);
    const name = build.id === undefined ? 'Build' : `Build ${word(build.id)}`;
    const after = build.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000)}`;
    if (build.status === undefined)
        return `${STOPPED} ${name}: its end is not known`;
    switch (build.status) {
        case 'success':
            return `${DONE} ${name} succeeded${after.replace(' after', ' in')}: ${imageWords(build)}${cachedWords(build)}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${after}`;
        case 'timed_out':
            return `${FAILED} ${name} ran out of time${after}`;
        case 'error':
            return `${FAILED} ${name} ended with an error of the cloud${after}`;
        case 'failed':
            return `${FAILED} ${name} failed${after}${failingWords(build)}`;
    }
}
/** The end of a VM image. */
function vmImageLine({ vmImage = {} }) {
    const took = vmImage.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(vmImage.seconds * 1000)}`;
    switch (vmImage.status) {
        case 'success':
            return `${DONE} VM image made${took.replace(' after', ' in')}: ${word(vmImage.reference ?? 'ready', 300)}`;
        case 'cancelled':
            return `${STOPPED} VM image cancelled${took}`;
        case 'timed_out':
            return `${FAILED} VM image ran out of time${took}`;
        default:
            return `${FAILED} VM image failed${took}`;
    }
}
function reusedLine(build) {
    const commit = build.reused?.commit === undefined ? '' : ` of commit ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(build.reused.commit))}`;
    const when = build.reused?.createdAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(build.reused.createdAt);
    const name = build.id === undefined ? 'an earlier build' : word(build.id);
    return `${DONE} Build: reused ${name}${commit}${when === undefined ? '' : `, built ${when}`}: ${imageWords(build)}`;
}
function imageWords(build) {
    if (build.image)
        return word(build.image.reference, 300);
    const tag = build.imageTag === undefined ? '' : `:${build.imageTag}`;
    return build.imageName === undefined ? 'image built' : word(`${build.imageName}${tag}`, 300);
}
function cachedWords(build) {
    const cached = build.steps.filter((step) => step.state === 'cached').length;
    return cached === 0 ? '' : `, ${cached} of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(build.steps.length, 'step')} cached`;
}
function failingWords(build) {
    return build.failing ? ` at ${word(build.failing.step.name, 160)}` : '';
}
/** The end of a deployment. */
function deploymentLine(deployment) {
    const id = deployment.id === undefined ? '' : ` ${word(deployment.id)}`;
    const name = `Deploy${id}${deployment.preview ? ` (preview ${word(deployment.preview.label)})` : ''}`;
    const took = deployment.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(deployment.seconds * 1000);
    const until = deployment.preview?.expiresAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(deployment.preview.expiresAt);
    if (deployment.status === undefined)
        return `${STOPPED} ${name}: its end is not known`;
    switch (deployment.status) {
        case 'healthy':
            return `${DONE} ${name}: healthy${took && ` in ${took}`}${until === undefined ? '' : `, expires ${until}`}`;
        case 'failed':
            return `${FAILED} ${name} failed${took && ` after ${took}`}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${took && ` after ${took}`}`;
        case 'timed_out':
            return `${FAILED} ${name}: not healthy${took && ` after ${took}`}`;
    }
}
function cleanupLine(facts) {
    const kept = facts.kept === 0 ? '' : `, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.kept, 'preview')} kept`;
    return `${DONE} Preview cleanup: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.deleted, 'preview')} deleted${kept} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** A phase that ended by an error of its own, e.g. `✗ Pack failed after 0.2 s: the context … is empty`. */
function brokenLine(phase, reason, ms) {
    return `${FAILED} ${word(phase)} failed after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)}: ${word(reason, 500)}`;
}
/** Names from outside stay on their line, and no runner finds a command in them. */
function word(text, limit = 120) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit).replaceAll('##[', '## [');
}


/***/ })

};
