export const id = 532;
export const ids = [532,844];
export const modules = {

/***/ 2844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isBuildEnd: () => (/* binding */ isBuildEnd)
/* harmony export */ });
/**
 * The words all rooms share. A cloud is what it can do, not what it is called: rooms ask for the
 * capability (`cloud.cancel`, `cloud.previews`), never for the name.
 * Every cloud's own spelling ends at its file's parser.
 */

function isBuildEnd(status) {
    return status !== 'queued' && status !== 'running' && status !== 'unknown';
}


/***/ }),

/***/ 5415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readContent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5071);



// A link that took a file's place is not followed, and a FIFO that did does not hold the step up.
const FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0);
const probe = Buffer.alloc(1);
/**
 * Reads exactly the bytes that were listed and gives their SHA-256 as lower-case hex.
 * Synchronous on purpose: in Node concurrent asynchronous reads of many files are four times slower
 * (docs/context.md, "Where time goes"), and the pool is busy compressing.
 * @throws {UserError} naming the path, when the file vanished, cannot be read or has another size by now.
 */
async function readContent(entry, room) {
    const file = openListed(entry);
    try {
        if (entry.size >= room.buffer.length - room.start)
            return await readLong(file, entry, room);
        const { buffer, start } = room;
        // One byte more than listed is asked for: its arrival is how growth shows, without another system call.
        const got = readUpTo(file, entry, buffer, start, entry.size, 1);
        if (got !== entry.size)
            throw changed(entry);
        const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', buffer.subarray(start, start + got), 'hex');
        await room.took(got);
        return digest;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}
async function readLong(file, entry, room) {
    const sha = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (let left = entry.size; left > 0;) {
        const { buffer, start } = room;
        const wanted = Math.min(left, buffer.length - start);
        if (readUpTo(file, entry, buffer, start, wanted, 0) !== wanted)
            throw changed(entry);
        sha.update(buffer.subarray(start, start + wanted));
        left -= wanted;
        await room.took(wanted);
    }
    if (readUpTo(file, entry, probe, 0, 1, 0) !== 0)
        throw changed(entry);
    return sha.digest('hex');
}
/** Reads until `wanted` bytes are there or the file ends; the first request asks for `extra` more. */
function readUpTo(file, entry, into, at, wanted, extra) {
    try {
        let got = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, into, at, wanted + extra, null);
        while (got > 0 && got < wanted) {
            const more = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, into, at + got, wanted - got, null);
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
function openListed(entry) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(entry.source, FLAGS);
    }
    catch (cause) {
        throw unreadable(entry, cause);
    }
}
const WRITER_HINT = 'Nothing may write to the context while it is packed: wait for earlier commands to end, or add the path to .dockerignore.';
function changed(entry) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${entry.path} changed while the context was read: it was listed with ${entry.size} bytes.`, {
        hint: WRITER_HINT,
    });
}
function unreadable(entry, cause) {
    const code = cause.code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${entry.path} vanished while the context was read.`, { hint: WRITER_HINT, cause });
    }
    if (code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO') {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${entry.path} was a file when the context was listed and is none now.`, {
            hint: WRITER_HINT,
            cause,
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${entry.path} cannot be read (${code ?? 'unknown error'}).`, {
        hint: 'Make the file readable for the user who runs the step, or add it to .dockerignore.',
        cause,
    });
}


/***/ }),

/***/ 4106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resolveDockerfile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5071);
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
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, given);
    if (isFile(path))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    const lowerCase = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), 'dockerfile');
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === 'Dockerfile' && isFile(lowerCase)) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), 'dockerfile');
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`There is no Dockerfile at ${path}.`, { hint: hintFor(path) });
}
function isFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function hintFor(path) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    }
    catch {
        return `The folder ${folder} does not exist or cannot be read. Was the repository checked out?`;
    }
    if (names.includes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path))) {
        return `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)} is there, but it is no file: a folder or a dangling link.`;
    }
    const near = names.filter((name) => LIKE_DOCKERFILE.test(name) && isFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))).slice(0, 3);
    if (near.length === 0)
        return 'Set the `dockerfile` input to its path, relative to `context`.';
    return `Set the \`dockerfile\` input; that folder has ${near.join(', ')}.`;
}


/***/ }),

/***/ 3444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ TreeHash),
/* harmony export */   v: () => (/* binding */ hashTree)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5071);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5415);




/**
 * The `working_tree_hash` (contracts/README.md): SHA-256 over one record for each file and link,
 * `path NUL mode NUL sha256hex`, joined by LF. Folders are not part of it.
 * Entries are added in the order of `Tree.entries`, which is the record order.
 */
class TreeHash {
    #sha = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #separator = '';
    /** @param digest SHA-256 of a file's content as lower-case hex. */
    addFile(entry, digest) {
        this.#add(entry.path, entry.mode & 0o100 ? '100755' : '100644', digest);
    }
    addLink(entry) {
        this.#add(entry.path, '120000', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', entry.target ?? '', 'hex'));
    }
    /** Lower-case hex; the hash takes no more entries afterwards. */
    digest() {
        return this.#sha.digest('hex');
    }
    #add(path, mode, digest) {
        this.#sha.update(`${this.#separator}${path}\0${mode}\0${digest}`);
        this.#separator = '\n';
    }
}
const SCRATCH_BYTES = 1024 * 1024;
/** How much is read between two turns of the event loop, so that a signal waits some milliseconds only. */
const TURN_BYTES = 16 * 1024 * 1024;
/** What one entry costs beside its bytes, as bytes. */
const ENTRY_BYTES = 16 * 1024;
/**
 * The `working_tree_hash` of a tree, without packing it: what is asked before a build is reused.
 * Memory does not grow with the content.
 * @throws {UserError} as `readContent`; {AbortedError} once `signal` fires.
 */
async function hashTree(tree, signal) {
    const hash = new TreeHash();
    const scratch = new Scratch(signal);
    for (const entry of tree.entries) {
        if (entry.kind === 'file')
            hash.addFile(entry, await (0,_content_js__WEBPACK_IMPORTED_MODULE_3__/* .readContent */ .c)(entry, scratch));
        if (entry.kind === 'link')
            hash.addLink(entry);
    }
    return hash.digest();
}
/** Room whose bytes are forgotten once they were hashed. */
class Scratch {
    buffer = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
    start = 0;
    #signal;
    #sinceTurn = 0;
    constructor(signal) {
        this.#signal = signal;
    }
    took = async (count) => {
        this.#sinceTurn += count + ENTRY_BYTES;
        if (this.#sinceTurn < TURN_BYTES)
            return;
        this.#sinceTurn = 0;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
        if (this.#signal?.aborted)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .AbortedError */ .oM('hashing the context was aborted');
    };
}


/***/ }),

/***/ 8285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ Bell)
/* harmony export */ });
/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** A sleep that somebody else may cut short. A ring while nobody sleeps is kept for the next sleep. */
class Bell {
    #clock;
    #rung = false;
    #wake;
    constructor(clock) {
        this.#clock = clock;
    }
    ring() {
        this.#rung = true;
        this.#wake?.();
    }
    /**
     * Sleeps for `ms`, or until the bell rings.
     * @returns whether the bell rang
     * @throws {AbortedError} as soon as `signal` fires
     */
    async sleep(ms, signal) {
        if (!this.#rung || signal.aborted)
            await this.#nap(Math.min(Math.max(ms, 0), LONGEST_TIMER_MS), signal);
        const rung = this.#rung;
        this.#rung = false;
        return rung;
    }
    async #nap(ms, signal) {
        const alarm = new AbortController();
        const wake = () => alarm.abort();
        if (signal.aborted)
            wake();
        signal.addEventListener('abort', wake, { once: true });
        this.#wake = wake;
        try {
            await this.#clock.sleep(ms, alarm.signal);
        }
        catch (error) {
            if (!this.#rung || signal.aborted)
                throw error;
        }
        finally {
            this.#wake = undefined;
            signal.removeEventListener('abort', wake);
        }
    }
}


/***/ }),

/***/ 6142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelBuild: () => (/* binding */ cancelBuild)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8021);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1524);



/**
 * Asks the cloud to cancel a build: one effective request, repeated only where it can have had no effect or asking
 * again does no harm (the call is idempotent: sgp.openapi.yaml, `cancelBuild`). Never throws and never outlasts its time.
 */
async function cancelBuild(cloud, buildId, { withinMs, signal = new AbortController().signal, clock = _wait_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m }) {
    const { cancel } = cloud;
    if (!cancel)
        return { outcome: 'incapable' };
    const plan = { retries: 10, budgetMs: withinMs, delayOf, clock };
    try {
        const answer = await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .within */ .ux)(withinMs, (own) => (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(() => cancel(buildId, own), { ...plan, signal: own }), { clock, signal });
        if (answer !== _deadline_js__WEBPACK_IMPORTED_MODULE_2__/* .LATE */ .XR)
            return { outcome: 'asked' };
        return { outcome: 'failed', reason: 'the cloud did not answer in time' };
    }
    catch (error) {
        if (isOver(error))
            return { outcome: 'over' };
        return { outcome: 'failed', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) };
    }
}
/** 409 is "nothing to cancel" (sgp.openapi.yaml, `cancelBuild`); a build that is gone needs no cancelling. */
function isOver(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && (error.status === 404 || error.status === 409 || error.status === 410);
}
function delayOf(error, attempt) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$))
        return undefined;
    const passing = error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500;
    return passing ? Math.min(200 * 2 ** (attempt - 1), 2000) : undefined;
}


/***/ }),

/***/ 1524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ childOf),
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   XR: () => (/* binding */ LATE),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/** What `within` resolves to where the task was not done in time. */
const LATE = Symbol('late');
/**
 * Runs `task` for at most `ms` milliseconds. Its signal fires when the time is over or `signal` does, and the
 * wait ends even where the task does not heed it.
 * @throws {AbortedError} when `signal` fires first, or whatever the task throws
 */
async function within(ms, task, { clock, signal }) {
    const scope = childOf(signal);
    try {
        return await Promise.race([
            task(scope.signal),
            clock.sleep(Math.min(Math.max(ms, 0), 2 ** 31 - 1), scope.signal).then(() => LATE),
        ]);
    }
    finally {
        scope.end();
    }
}
/** Passes on what `promise` becomes, unless `signal` fires first; for sources that may not heed their signal. */
async function unlessAborted(promise, signal) {
    let leave = () => undefined;
    const left = new Promise((_resolve, reject) => {
        leave = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM('the wait was aborted'));
    });
    if (signal.aborted)
        leave();
    signal.addEventListener('abort', leave, { once: true });
    try {
        return await Promise.race([promise, left]);
    }
    finally {
        signal.removeEventListener('abort', leave);
    }
}
/** A scope that ends with its parent or by itself. `AbortSignal.any` would hold on to the parent in Node 20. */
function childOf(parent) {
    const controller = new AbortController();
    const end = () => {
        parent.removeEventListener('abort', end);
        controller.abort();
    };
    if (parent.aborted)
        controller.abort();
    else
        parent.addEventListener('abort', end, { once: true });
    return { signal: controller.signal, end };
}


/***/ }),

/***/ 3290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ guarded)
/* harmony export */ });
/** A task that runs beside another one: its fault ends the other and is never lost or left unhandled. */
function guarded(task, onFault) {
    let fault;
    const settled = task.then(() => undefined, (error) => {
        fault = error;
        onFault();
    });
    return { result: () => task, settled, fault: () => fault };
}


/***/ }),

/***/ 6893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ Ledger),
/* harmony export */   q: () => (/* binding */ hashOf)
/* harmony export */ });
/** Lines whose hash is kept, at four bytes each; beyond them a replay is skipped by count alone. */
const HASHED_MAX = 4 * 1024 * 1024;
/** So few equal lines at the start prove no replay: a log may well say its first words twice. */
const CHANCE = 3;
const { imul } = Math;
/** Compares lines without keeping them: FNV-1a over the UTF-16 units. */
function hashOf(line) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < line.length; index++) {
        hash = imul(hash ^ line.charCodeAt(index), 0x01000193);
    }
    return hash >>> 0;
}
/**
 * What of a log was delivered, so that a server that begins again after a lost connection (the likely one:
 * sgp.openapi.yaml, `streamBuildLogs`) and one that goes on where it stopped both yield every line once.
 */
class Ledger {
    #hashes = new Uint32Array(1024);
    /** Lines that the server would send again. */
    #known = 0;
    /** Where the replay stands; equal to `#known` when there is none. */
    #cursor = 0;
    #matched = [];
    #unclosed = [];
    delivered = 0;
    /** No line is known to be missing, doubled or changed. */
    intact = true;
    /** Whether the server is sending what was delivered before. */
    get replaying() {
        return this.#cursor < this.#known;
    }
    /** A new connection: the server may begin again. */
    restart() {
        this.#cursor = 0;
        this.#matched = [];
    }
    /** Lines that may be less than was meant: delivered by `rest` or where the server goes on without them. */
    keep(lines) {
        this.#unclosed = lines;
    }
    /** The lines that `keep` was given and that no replay has brought since. */
    rest() {
        const lines = this.#unclosed;
        this.#unclosed = [];
        return this.#record(lines);
    }
    /** @returns those of `lines` that are new, in order, and what there is to say about them */
    admit(lines) {
        if (!this.replaying)
            return { fresh: this.#admitNew(lines) };
        for (const [index, line] of lines.entries()) {
            if (!this.replaying)
                return { fresh: this.#admitNew(lines.slice(index)) };
            if (!this.#matches(line))
                return this.#diverge(lines.slice(index));
            if (this.#matched.length < CHANCE)
                this.#matched.push(line);
            this.#cursor++;
        }
        return { fresh: [] };
    }
    #admitNew(lines) {
        if (lines.length > 0)
            this.#unclosed = [];
        return this.#record(lines);
    }
    #matches(line) {
        return this.#cursor >= HASHED_MAX || this.#hashes[this.#cursor] === hashOf(line);
    }
    #diverge(lines) {
        this.intact = false;
        if (this.#cursor < CHANCE) {
            this.#cursor = this.#known;
            const fresh = [...this.#unclosed, ...this.#matched, ...lines];
            this.#unclosed = [];
            const notice = 'The log went on from another place after its connection was lost: lines sent in between may be missing.';
            return { fresh: this.#record(fresh), notice };
        }
        const notice = `The log began again after its connection was lost and differs from line ${this.#cursor + 1} on: what follows is the log as it is now.`;
        this.#known = this.#cursor;
        this.#unclosed = [];
        return { fresh: this.#record(lines), notice };
    }
    #record(lines) {
        for (const line of lines) {
            if (this.#known < HASHED_MAX) {
                if (this.#known === this.#hashes.length)
                    this.#grow();
                this.#hashes[this.#known] = hashOf(line);
            }
            this.#known++;
        }
        this.#cursor = this.#known;
        this.delivered += lines.length;
        return lines;
    }
    #grow() {
        const larger = new Uint32Array(this.#hashes.length * 2);
        larger.set(this.#hashes);
        this.#hashes = larger;
    }
}


/***/ }),

/***/ 4177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wl: () => (/* binding */ logFaultOf),
/* harmony export */   bQ: () => (/* binding */ GRACE_MAX_MS),
/* harmony export */   qx: () => (/* binding */ GRACE_SILENT_MS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/** How long, in milliseconds, a log may go on after its build has ended: till so long a silence, at the most so long. */
const GRACE_SILENT_MS = 1000;
const GRACE_MAX_MS = 5000;
/**
 * Sorts a failed log request: no log yet, worth another attempt, or an answer that will not change
 * (sgp.openapi.yaml, `streamBuildLogs`; contracts/README.md, common status mapping).
 */
function logFaultOf(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$))
        return 'broken';
    if (error.status === 404 || error.status === 409 || error.status === 425)
        return 'absent';
    if (error.status === 408 || error.status === 429)
        return 'broken';
    return error.status >= 400 && error.status < 500 ? 'refused' : 'broken';
}


/***/ }),

/***/ 4377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ LogWindow)
/* harmony export */ });
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6893);

/** So few equal lines may be chance: blank lines and dots are common. */
const CHANCE = 3;
/**
 * Aligns the answers of a polled log, each a list of at most `pageSize` lines, with what was delivered before:
 * the server may send the whole log, its newest lines or (the guides do not agree) its first ones
 * (pipecat.openapi.yaml, `getBuildLogs`).
 */
class LogWindow {
    #pageSize;
    /** Hashes of the newest delivered lines, twice a page of them. */
    #tail = [];
    #moved = false;
    #full = false;
    delivered = 0;
    /** How often lines may be missing between two answers. */
    gaps = 0;
    constructor(pageSize) {
        this.#pageSize = pageSize;
    }
    /** The answer is full and was never seen to move on: whether there is more cannot be known. */
    get mayHaveMore() {
        return this.#full && !this.#moved;
    }
    /** @returns those of `list` that are new; `gap` where lines may be missing before them */
    admit(list) {
        const hashes = list.map(_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .hashOf */ .q);
        this.#full = list.length >= this.#pageSize;
        const known = this.#knownOf(hashes);
        const gap = known === undefined;
        const fresh = list.slice(known ?? 0);
        if (gap)
            this.gaps++;
        this.delivered += fresh.length;
        this.#tail = this.#tail.concat(hashes.slice(known ?? 0)).slice(-2 * this.#pageSize);
        return { fresh, gap };
    }
    /** How many lines at the start of the list were delivered before; `undefined` where it does not join on. */
    #knownOf(hashes) {
        if (this.delivered === 0 || hashes.length === 0)
            return 0;
        if (this.#tail.length === this.delivered) {
            const common = commonStart(this.#tail, hashes);
            if (common === this.delivered || common === hashes.length)
                return common;
        }
        const overlap = overlapOf(this.#tail, hashes);
        if (overlap === 'within')
            return hashes.length;
        if (overlap < CHANCE) {
            this.#moved = true;
            return undefined;
        }
        this.#moved = true;
        return overlap;
    }
}
function commonStart(left, right) {
    let length = 0;
    while (length < left.length && length < right.length && left[length] === right[length])
        length++;
    return length;
}
/** The longest end of `tail` that is a start of `list`, or `within` where all of `list` occurs in `tail` (Knuth–Morris–Pratt). */
function overlapOf(tail, list) {
    const borders = bordersOf(list);
    let length = 0;
    for (const hash of tail) {
        while (length > 0 && list[length] !== hash)
            length = borders[length - 1] ?? 0;
        if (list[length] === hash)
            length++;
        if (length === list.length)
            return 'within';
    }
    return length;
}
/** For each start of the list, its longest proper start that is also its end. */
function bordersOf(list) {
    const borders = new Array(list.length).fill(0);
    let length = 0;
    for (let index = 1; index < list.length; index++) {
        while (length > 0 && list[index] !== list[length])
            length = borders[length - 1] ?? 0;
        if (list[index] === list[length])
            length++;
        borders[index] = length;
    }
    return borders;
}


/***/ }),

/***/ 5880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ StatusWatch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _bell_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8285);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1524);



/** Between two requests, in milliseconds, until the author's ceiling is reached. */
const FIRST_MS = 500;
const GROWTH = 1.5;
/** After a hint that the end may have come: at once, then ever more slowly from here, never slower than there. */
const HURRY_MS = 200;
const HURRY_MAX_MS = 1000;
/** A 404 may mean "not yet" for so long after the start (sgp.openapi.yaml, `getBuild`). */
const ABSENT_MS = 30_000;
/** Replies in a row that no parser understands. */
const MALFORMED_MAX = 10;
/** Asks for a status until it is an end. */
class StatusWatch {
    #source;
    #plan;
    #bell;
    #startedAt;
    #warned = new Set();
    #waiting = [];
    #spacing = 0;
    #malformed = 0;
    #told = false;
    latest;
    /** Why the last request failed, if it did. */
    trouble;
    constructor(source, first, plan) {
        this.#source = source;
        this.#plan = plan;
        this.#bell = new _bell_js__WEBPACK_IMPORTED_MODULE_2__/* .Bell */ .I(plan.clock);
        this.#startedAt = plan.clock.now();
        this.latest = first;
    }
    get ended() {
        return this.#source.read(this.latest).ended;
    }
    /** Has the status asked soon. Resolves to whether a request begun after this call found an end. */
    hurry() {
        if (this.ended)
            return Promise.resolve(true);
        return new Promise((resolve) => {
            this.#waiting.push(resolve);
            this.#bell.ring();
        });
    }
    /**
     * Asks until the end or until `deadline` (a moment of the clock).
     * @returns whether it has ended
     * @throws {HttpError} whose status will not change; {AbortedError}; whatever the answers' receiver throws
     */
    async run(deadline) {
        const { clock, pollIntervalMs, signal } = this.#plan;
        let pause = Math.min(FIRST_MS, pollIntervalMs);
        while (!this.ended) {
            const left = deadline - clock.now();
            if (left <= 0)
                return false;
            const rung = await this.#bell.sleep(Math.min(pause, left), signal);
            if (rung)
                await this.#space(deadline);
            await this.#ask(deadline);
            pause = Math.min(rung ? HURRY_MS : pause * GROWTH, pollIntervalMs);
        }
        return true;
    }
    /** Many hints in a row must not become many requests. */
    async #space(deadline) {
        const { clock, signal } = this.#plan;
        await clock.sleep(Math.max(0, Math.min(this.#spacing, deadline - clock.now())), signal);
        this.#spacing = Math.min(Math.max(HURRY_MS, this.#spacing * 2), HURRY_MAX_MS);
    }
    async #ask(deadline) {
        const waiting = this.#waiting;
        this.#waiting = [];
        const answer = await this.#request(Math.max(deadline - this.#plan.clock.now(), HURRY_MS));
        if (answer)
            this.#accept(answer.value);
        for (const tell of waiting)
            tell(this.ended);
    }
    async #request(limitMs) {
        try {
            const value = await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(limitMs, this.#source.get, this.#plan);
            if (value === _deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .LATE */ .XR)
                this.trouble = 'the status request was not answered in time';
            return value === _deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .LATE */ .XR ? undefined : { value };
        }
        catch (error) {
            if (this.#plan.signal.aborted)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM('the wait was aborted', { cause: error });
            this.#tolerate(error);
            return undefined;
        }
    }
    #accept(value) {
        this.trouble = undefined;
        this.#malformed = 0;
        const before = this.latest;
        this.latest = value;
        const { raw, known } = this.#source.read(value);
        if (!known && !this.#warned.has(raw) && this.#warned.size < 100) {
            this.#warned.add(raw);
            this.#source.onNotice(`The cloud gives the ${this.#source.noun} the status "${raw.slice(0, 100)}", which says nothing about its end; it is followed on.`);
        }
        this.#source.onAnswer(value, before);
    }
    /** Rethrows what will not pass. */
    #tolerate(error) {
        const verdict = this.#verdictOn(error);
        if (verdict === 'fatal')
            throw error;
        this.trouble = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
        if (verdict === 'expected' || this.#told)
            return;
        this.#told = true;
        this.#source.onNotice(`The status of the ${this.#source.noun} cannot be asked at the moment (${this.trouble}); trying again until the time is over.`);
    }
    /** contracts/README.md, common status mapping. */
    #verdictOn(error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$) || (error.status > 0 && error.status < 400)) {
            return ++this.#malformed >= MALFORMED_MAX ? 'fatal' : 'passing';
        }
        const { status } = error;
        if (status === 404)
            return this.#plan.clock.now() - this.#startedAt < ABSENT_MS ? 'expected' : 'fatal';
        const passing = status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
        return passing ? 'passing' : 'fatal';
    }
}


/***/ }),

/***/ 1079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy_deploy),
  o: () => (/* binding */ deployTargetOf)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/clouds/deployment.js
function isDeploymentEnd(status) {
    return status !== 'pending' && status !== 'progressing' && status !== 'unknown';
}

// EXTERNAL MODULE: ./lib/src/wait.js
var wait = __webpack_require__(8021);
// EXTERNAL MODULE: ./lib/src/follow/deadline.js
var deadline = __webpack_require__(1524);
// EXTERNAL MODULE: ./lib/src/follow/bell.js
var follow_bell = __webpack_require__(8285);
// EXTERNAL MODULE: ./lib/src/follow/log-scope.js
var log_scope = __webpack_require__(4177);
// EXTERNAL MODULE: ./lib/src/follow/log-window.js
var log_window = __webpack_require__(4377);
;// CONCATENATED MODULE: ./lib/src/follow/deployment-log.js





/** Between two requests, in milliseconds. */
const BUSY_MS = 1000;
const GROWTH = 1.5;
/** The log may lag behind the status: one more look after so long. */
const LAG_MS = 1000;
const READ_MAX_MS = 30_000;
/** No more pages in a row, so that a cursor that never ends cannot keep us. */
const PAGES_MAX = 1000;
const IDS_MAX = 20_000;
/** sgp.openapi.yaml, `getDeploymentLogs`: lines a page. */
const PAGE_MAX = 500;
/**
 * Pages through a deployment's log by cursor until the deployment has ended and no page is left. A line with an id
 * is delivered once by that id; lines without one are aligned with what the same cursor gave before.
 * @throws {AbortedError} when the scope's signal fires, or what the sink throws; never for the log's own faults
 */
async function followDeploymentLog(readPage, id, sink, scope) {
    if (readPage)
        await new DeploymentLog(readPage, id, sink, scope).run();
}
class DeploymentLog {
    #readPage;
    #id;
    #sink;
    #scope;
    #seen = new Set();
    #window = new log_window/* LogWindow */.R(PAGE_MAX);
    #cursor;
    #told = false;
    #refused = false;
    constructor(readPage, id, sink, scope) {
        this.#readPage = readPage;
        this.#id = id;
        this.#sink = sink;
        this.#scope = scope;
    }
    async run() {
        const { clock, ended, signal, pollIntervalMs } = this.#scope;
        const bell = new follow_bell/* Bell */.I(clock);
        const onEnd = () => bell.ring();
        ended.addEventListener('abort', onEnd, { once: true });
        try {
            let wait = BUSY_MS;
            while (!ended.aborted && !this.#refused) {
                const news = await this.#readAll();
                wait = Math.min(news ? BUSY_MS : wait * GROWTH, pollIntervalMs);
                if (!ended.aborted)
                    await bell.sleep(wait, signal);
            }
            if (this.#refused)
                return;
            await this.#readAll();
            await clock.sleep(LAG_MS, signal);
            await this.#readAll();
        }
        finally {
            ended.removeEventListener('abort', onEnd);
        }
    }
    /** Reads while pages are full. @returns whether there was anything new */
    async #readAll() {
        let news = false;
        for (let count = 0; count < PAGES_MAX && !this.#refused; count++) {
            const page = await this.#page();
            if (!page)
                return news;
            const fresh = this.#fresh(page.lines);
            if (fresh.length > 0)
                await this.#sink.onLines(fresh);
            news ||= fresh.length > 0;
            const moved = this.#move(page.cursor);
            if (!page.more || !moved)
                return news;
        }
        return news;
    }
    async #page() {
        const { signal } = this.#scope;
        try {
            const read = (own) => this.#readPage(this.#id, this.#cursor, own);
            const page = await (0,deadline/* within */.ux)(READ_MAX_MS, read, this.#scope);
            return page === deadline/* LATE */.XR ? undefined : page;
        }
        catch (error) {
            if (signal.aborted)
                throw new errors/* AbortedError */.oM('the log was left', { cause: error });
            this.#tolerate(error);
            return undefined;
        }
    }
    #tolerate(error) {
        const fault = (0,log_scope/* logFaultOf */.Wl)(error);
        this.#refused = fault === 'refused';
        if (this.#told || fault === 'absent')
            return;
        this.#told = true;
        const then = this.#refused ? 'the deployment is followed without it' : 'it is asked for again';
        this.#sink.onNotice(`The deployment log cannot be read (${(0,errors/* messageOf */.bD)(error)}); ${then}.`);
    }
    /** Without a new cursor the one at hand stays (sgp.openapi.yaml, `getDeploymentLogs`). */
    #move(cursor) {
        if (cursor === undefined || cursor === this.#cursor)
            return false;
        this.#cursor = cursor;
        this.#window = new log_window/* LogWindow */.R(PAGE_MAX);
        return true;
    }
    #fresh(lines) {
        const plain = lines.filter(({ id }) => id === undefined).map(({ text }) => text);
        const { fresh, gap } = this.#window.admit(plain);
        if (gap)
            this.#sink.onNotice('The deployment log does not join on to what was shown: lines may be missing here.');
        let old = plain.length - fresh.length;
        const wanted = [];
        for (const { id, text } of lines) {
            if (id === undefined ? old-- <= 0 : this.#isNew(id))
                wanted.push(...text.split('\n'));
        }
        return wanted;
    }
    #isNew(id) {
        if (this.#seen.has(id))
            return false;
        this.#seen.add(id);
        if (this.#seen.size > IDS_MAX)
            this.#forgetOldest();
        return true;
    }
    #forgetOldest() {
        const [oldest] = this.#seen;
        if (oldest !== undefined)
            this.#seen.delete(oldest);
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/event-feed.js
const EVENTS_KEPT = 20;
const EVENT_KEYS_MAX = 20_000;
/** The last few of many. */
class Tail {
    #size;
    items = [];
    constructor(size) {
        this.#size = size;
    }
    push(batch) {
        this.items = [...this.items, ...batch.slice(-this.#size)].slice(-this.#size);
    }
}
/** Events by their own words: clouds give the whole list each time, in any order (sgp.openapi.yaml, `getDeployment`). */
class EventFeed {
    #onEvent;
    #told = new Set();
    #tail = new Tail(EVENTS_KEPT);
    constructor(onEvent) {
        this.#onEvent = onEvent;
    }
    get last() {
        return this.#tail.items;
    }
    take(events) {
        for (const event of inOrder(events)) {
            const key = JSON.stringify([event.at, event.reason, event.message]);
            if (this.#told.has(key) || this.#told.size >= EVENT_KEYS_MAX)
                continue;
            this.#told.add(key);
            this.#tail.push([event]);
            this.#onEvent(event);
        }
    }
}
/** By time where every event has one, else as given; the sort is stable. */
function inOrder(events) {
    const timed = events.map((event) => ({ event, at: Date.parse(event.at ?? '') }));
    if (timed.some(({ at }) => Number.isNaN(at)))
        return events;
    return timed.sort((left, right) => left.at - right.at).map(({ event }) => event);
}

// EXTERNAL MODULE: ./lib/src/follow/guarded.js
var guarded = __webpack_require__(3290);
// EXTERNAL MODULE: ./lib/src/follow/status-watch.js
var status_watch = __webpack_require__(5880);
;// CONCATENATED MODULE: ./lib/src/follow/deployment.js







const LINES_KEPT = 50;
/**
 * Follows a deployment to its end: its status and events by polling, its log, where the cloud has one, beside them.
 * @throws {AbortedError} when `signal` fires
 * @throws {HttpError} when the status cannot be had for good
 */
async function followDeployment(deployments, deployment, options) {
    const clock = options.clock ?? wait/* systemClock */.m;
    const startedAt = clock.now();
    const scope = (0,deadline/* childOf */.GG)(options.signal);
    const ended = new AbortController();
    const plan = { clock, signal: scope.signal, pollIntervalMs: options.pollIntervalMs };
    const events = new EventFeed(options.onEvent);
    const lines = new Tail(LINES_KEPT);
    const onLines = (batch) => {
        lines.push(batch);
        return options.onLines(batch);
    };
    const watch = watchDeployment(deployments, deployment, { ...options, events }, plan);
    const sink = { onLines, onNotice: options.onNotice };
    const logScope = { ...plan, ended: ended.signal };
    const logging = (0,guarded/* guarded */.N)(followDeploymentLog(deployments.logs, deployment.id, sink, logScope), scope.end);
    try {
        events.take(deployment.events);
        const inTime = await watch.run(startedAt + options.timeoutMs);
        ended.abort();
        await logging.result();
        const { trouble, latest } = watch;
        return {
            end: inTime ? 'ended' : 'timed-out',
            deployment: latest,
            events: events.last,
            lines: lines.items,
            elapsedMs: clock.now() - startedAt,
            ...(!inTime && trouble ? { trouble } : {}),
        };
    }
    catch (error) {
        throw logging.fault() ?? error;
    }
    finally {
        scope.end();
        await logging.settled;
    }
}
function watchDeployment(deployments, deployment, { onStatus, onNotice, events, }, plan) {
    return new status_watch/* StatusWatch */.C({
        noun: 'deployment',
        get: (signal) => deployments.get(deployment.id, signal),
        read: ({ status, rawStatus }) => ({
            raw: rawStatus,
            known: status !== 'unknown',
            ended: isDeploymentEnd(status),
        }),
        onAnswer: (now, before) => {
            events.take(now.events);
            if (now.rawStatus !== before.rawStatus)
                onStatus(now, before.rawStatus);
        },
        onNotice,
    }, deployment, plan);
}

// EXTERNAL MODULE: ./lib/src/report/failure.js
var report_failure = __webpack_require__(5851);
// EXTERNAL MODULE: ./lib/src/report/story.js
var story = __webpack_require__(3296);
// EXTERNAL MODULE: ./lib/src/settings/deploy.js
var deploy = __webpack_require__(4999);
// EXTERNAL MODULE: ./lib/src/modes/phase.js
var phase = __webpack_require__(6862);
// EXTERNAL MODULE: ./lib/src/modes/previews.js
var previews = __webpack_require__(2976);
// EXTERNAL MODULE: ./lib/src/modes/replace.js
var replace = __webpack_require__(645);
// EXTERNAL MODULE: ./lib/src/modes/running.js
var running = __webpack_require__(998);
;// CONCATENATED MODULE: ./lib/src/modes/deploy.js









/**
 * Deploys a finished build where the event asks for it and follows the rollout to its end; older previews go
 * only when the new one is healthy.
 * @throws {UserError} when the deployment ended in anything but health.
 */
async function deploy_deploy(step, build) {
    const kind = deployTargetOf(step);
    if (kind === 'none')
        return;
    const cloud = await step.cloud();
    const { deployments } = cloud;
    if (!deployments)
        throw new errors/* UserError */.yo(`${cloud.traits.title} deploys nothing: leave deploy out.`);
    const agentName = agentOf(step, build);
    const request = deploymentRequest(step, kind, agentName, build);
    if (request.preview)
        step.ledger.noteDeployment({ preview: { label: request.preview.label } });
    step.ledger.note({ outcome: 'deploying' });
    await step.comment.update();
    const created = await create(step, deployments, request);
    const end = await (0,phase/* phase */.O)(step, { name: 'Deploy', group: `Deploy ${created.id}` }, () => watch(step, deployments, created), () => (0,story/* deploymentLine */.CO)(step.ledger.result().deployment ?? { events: [], lines: [] }));
    if (end.end !== 'ended' || end.deployment.status !== 'healthy')
        return fail(step, deployments, end, agentName);
    if (request.preview)
        await (0,replace/* replaceOlder */.hd)(step, deployments, { agentName, fresh: end.deployment });
}
/** What `deploy` comes to for this run. */
function deployTargetOf({ settings, trigger }) {
    return (0,deploy/* deployTarget */.rQ)(settings.deploy, trigger, settings.pullRequest ?? trigger.pullRequest?.number);
}
function agentOf({ settings }, build) {
    const named = settings.agent?.by === 'agent-name' ? settings.agent.value : undefined;
    const name = ('agentName' in build ? build.agentName : undefined) ?? named ?? settings.project?.agentName;
    if (name === undefined) {
        throw new errors/* UserError */.yo('The deployment needs the name of the agent, and neither the build nor an input tells it.', {
            hint: 'Give agent-name, or manifest.',
        });
    }
    return name;
}
function deploymentRequest(step, kind, agentName, build) {
    const { project, preview } = step.settings;
    return {
        of: 'id' in build ? { buildId: build.id } : { imageName: build.imageName, imageTag: build.imageTag },
        agentName,
        ...(project && { manifest: project.text }),
        ...(project?.environmentConfig && { environmentConfig: project.environmentConfig.text }),
        ...(project?.agentSettings && { agentSettings: project.agentSettings }),
        ...(kind === 'preview' && { preview: { label: (0,previews/* previewLabel */.Pg)(step), ttlMs: preview.ttlMs } }),
    };
}
async function create(step, deployments, request) {
    const { console, ledger } = step;
    const what = request.preview
        ? `preview ${request.preview.label} of ${request.agentName}`
        : request.agentName;
    console.info(`Deploying ${what}.`);
    const submitted = (deployment) => {
        ledger.noteDeployment({ id: deployment.id, ...previewFacts(deployment, request) });
        if (request.preview) {
            (0,running/* saveRunning */.L)(step.state, {
                cloud: step.settings.cloud,
                building: false,
                cancelAsked: false,
                previewId: deployment.id,
            });
        }
    };
    const notice = (message) => console.info(message);
    return deployments.create(request, { notice, submitted }, step.signal);
}
/** The cloud's own label counts: it may have sanitised ours further. */
function previewFacts(deployment, request) {
    if (!request.preview)
        return {};
    const label = deployment.previewLabel ?? request.preview.label;
    return { preview: { label, ...(deployment.expiresAt && { expiresAt: deployment.expiresAt }) } };
}
async function watch(step, deployments, created) {
    const { console, ledger, settings, signal } = step;
    try {
        const end = await followDeployment(deployments, created, {
            timeoutMs: settings.deployTimeoutMs,
            pollIntervalMs: settings.pollIntervalMs,
            signal,
            onEvent: (event) => {
                const line = `${event.warning ? '⚠ ' : ''}${event.at ? `${event.at} ` : ''}${event.reason}: ${event.message}`;
                return console.buildLines([line]);
            },
            onLines: (lines) => console.buildLines(lines),
            onStatus: (deployment) => console.info(`Status: ${deployment.rawStatus}`),
            onNotice: (notice) => console.info(notice),
        });
        ledger.noteDeployment(factsOf(end));
        return end;
    }
    catch (thrown) {
        if (signal.aborted || thrown instanceof errors/* AbortedError */.oM)
            await stopPreview(step, deployments, created);
        throw thrown;
    }
    finally {
        (0,running/* saveRunning */.L)(step.state, { cloud: settings.cloud, building: false, cancelAsked: false });
    }
}
/** A preview that nobody waits for is taken along; a production rollout is not undone by a cancelled job. */
async function stopPreview(step, deployments, created) {
    const { console, ledger, settings } = step;
    ledger.noteDeployment({ status: 'cancelled' });
    if (ledger.result().deployment?.preview === undefined || !settings.cancelOnAbort) {
        console.notice(`Deployment ${created.id} goes on: a rollout is not undone by a cancelled job.`);
        return;
    }
    const soon = AbortSignal.timeout(3_000);
    const outcome = await deployments.remove(created.id, soon).catch(() => undefined);
    console.info(outcome ? `Preview ${created.id} was taken down.` : `Preview ${created.id} could not be taken down.`);
}
const OUTPUT_STATUS = {
    healthy: 'healthy',
    failed: 'failed',
    cancelled: 'cancelled',
    superseded: 'cancelled',
    deleted: 'cancelled',
};
function factsOf(end) {
    const status = end.end === 'timed-out' ? 'timed_out' : OUTPUT_STATUS[end.deployment.status];
    return {
        id: end.deployment.id,
        ...(status && { status }),
        seconds: end.elapsedMs / 1000,
        events: end.events,
        lines: end.lines,
    };
}
/** What still runs after a failed preview is told, because it was left alone. */
async function fail(step, deployments, end, agentName) {
    const { ledger } = step;
    const facts = ledger.result().deployment ?? { events: [], lines: [] };
    const failure = (0,report_failure/* deploymentFailure */.K)(facts, end.deployment.error ?? endWords(end));
    if (facts.preview) {
        const older = (0,previews/* previewsOf */.PT)(deployments, { agentName, label: facts.preview.label }, step.signal);
        const running = await (0,replace/* stillRunning */.K_)(await older.catch(() => []), end.deployment.id);
        if (running)
            ledger.note({ stillRunning: running });
    }
    ledger.note({ failure });
    throw new errors/* UserError */.yo(failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}
function endWords(end) {
    if (end.end !== 'ended')
        return end.trouble;
    if (end.deployment.status === 'superseded')
        return 'a later deployment took over';
    if (end.deployment.status === 'deleted')
        return 'it was deleted while it was rolled out';
    return undefined;
}


/***/ }),

/***/ 532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ identify),
  m: () => (/* binding */ imageNameOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/context/git-command.js



/** Each question has this long; git is only asked about facts that a build can do without. */
const DEADLINE_MS = 10_000;
const OUTPUT_BYTES = 64 * 1024 * 1024;
/** The repository that `folder` lies in, looked for up to and including `ceiling`; both absolute, links resolved. */
function git_command_repositoryOf(folder, ceiling) {
    for (let top = folder;; top = (0,external_node_path_.dirname)(top)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.git')))
            return { top };
        if (top === ceiling || top === (0,external_node_path_.dirname)(top))
            return undefined;
    }
}
/** What git printed; `undefined` where it is missing, refused, failed or took too long. */
async function git_command_git(repository, ...args) {
    return new Promise((resolve) => {
        const options = {
            cwd: repository.top,
            env: environment(),
            timeout: DEADLINE_MS,
            maxBuffer: OUTPUT_BYTES,
        };
        (0,external_node_child_process_.execFile)('git', [...guards(repository), ...args], options, (error, stdout) => {
            resolve(error ? undefined : stdout);
        });
    });
}
/**
 * In a container the checkout often belongs to another user, which git calls dubious. Naming the repository skips
 * that check in every version; `safe.directory` on the command line, which only 2.37 and later heed, covers its submodules.
 * Nothing that the repository's own config names is run.
 */
function guards({ top }) {
    return [
        `--git-dir=${(0,external_node_path_.join)(top, '.git')}`,
        `--work-tree=${top}`,
        '--literal-pathspecs',
        '--no-replace-objects',
        ...[
            'safe.directory=*',
            'core.fsmonitor=false',
            'core.hooksPath=/dev/null',
            'core.quotePath=false',
        ].flatMap((setting) => ['-c', setting]),
    ];
}
/** The step's own environment without what would point git elsewhere. */
function environment() {
    const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_NAMESPACE, GIT_OBJECT_DIRECTORY, ...rest } = process.env;
    return {
        ...rest,
        LC_ALL: 'C',
        // No lock is taken for a refreshed index, and nothing waits for a person or the network.
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_NO_LAZY_FETCH: '1',
    };
}

;// CONCATENATED MODULE: ./lib/src/context/remote.js
/**
 * A remote's address as one name for the repository: without scheme, user info, `.git` and outer slashes,
 * the host lower-cased, a port kept, `git@host:path` as `host/path` (contracts/README.md, "Provenance fields").
 * An address that cannot be read for certain gives nothing, since part of it may be a password.
 */
function normalRemote(address) {
    const bare = address.trim().replace(/[?#].*$/s, '');
    const url = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(.*)$/is.exec(bare);
    if (url)
        return named(url[1] ?? '', url[2] ?? '');
    const scp = /^([^/\\]*@)?(\[[^\]]+\]|[^:/\\@]{2,}):(.*)$/s.exec(bare);
    if (scp)
        return named(scp[2] ?? '', scp[3] ?? '');
    return bare.includes('@') || bare.includes(':') ? undefined : named('', bare);
}
function named(authority, path) {
    const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
    if (!/^(\[[0-9a-f:.]+\]|[^:[\]\s]*)(:\d*)?$/.test(host))
        return undefined;
    const name = path
        .replace(/^\/+|\/+$/g, '')
        .replace(/\.git$/, '')
        .replace(/\/+$/, '');
    return [host, name].filter(Boolean).join('/') || undefined;
}

;// CONCATENATED MODULE: ./lib/src/context/git.js



/**
 * Where the sources of a context came from (contracts/README.md, "Provenance fields").
 * Never throws: what git cannot tell in time is absent.
 * @param root The context, absolute and links resolved.
 * @param workspace A repository is looked for from `root` up to here, not above it: a runner's own folder may lie in one.
 */
async function readSource(root, workspace, hints) {
    const repository = git_command_repositoryOf(root, workspace);
    if (!repository)
        return {};
    const subpath = (0,external_node_path_.relative)(repository.top, root).split(external_node_path_.sep).join('/');
    const [head, ref, origin, status] = await Promise.all([
        git_command_git(repository, 'rev-parse', '--verify', '--quiet', 'HEAD'),
        refOf(repository),
        git_command_git(repository, 'config', '--get', 'remote.origin.url'),
        git_command_git(repository, 'status', '--porcelain', '--untracked-files=normal', '--', subpath || '.'),
    ]);
    return withoutAbsent({
        commit: head?.trim() || hints.commit,
        ref: ref ?? hints.ref,
        repo: normalRemote(origin ?? ''),
        subpath: subpath || undefined,
        dirty: status === undefined ? undefined : status !== '',
    });
}
/** The branch, else a tag of exactly this commit. */
async function refOf(repository) {
    const branch = await git_command_git(repository, 'symbolic-ref', '--quiet', '--short', 'HEAD');
    if (branch)
        return branch.trim();
    const tag = await git_command_git(repository, 'describe', '--tags', '--exact-match', 'HEAD');
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
    const answer = await git(repository, ...['diff-tree', '-r', '-z', '--name-only', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'], ...[base, head, '--']);
    if (answer === undefined)
        return unknown(`git could not compare ${base} with ${head}.`);
    return { kind: 'known', paths: answer.split('\0').filter(Boolean) };
}
/** The commit where `a` and `b` parted; `undefined` where the clone is too shallow to know. Never throws. */
async function mergeBase(workspace, a, b) {
    const repository = repositoryOf(workspace, workspace);
    if (!repository)
        return undefined;
    const [one, other] = await Promise.all([commitOf(repository, a), commitOf(repository, b)]);
    if (!one || !other)
        return undefined;
    return (await git(repository, 'merge-base', one, other))?.trim() || undefined;
}
/** The full id of a commit that this clone has; a name that git would take for an option is none. */
async function commitOf(repository, name) {
    if (!/^[^-\s]\S*$/.test(name))
        return undefined;
    return (await git(repository, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`))?.trim() || undefined;
}
async function whyMissing(repository, name) {
    const shallow = await git(repository, 'rev-parse', '--is-shallow-repository');
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

;// CONCATENATED MODULE: ./lib/src/modes/identity.js

const COMMIT_CHARACTERS = 12;
/**
 * Names the image by docs/interface.md (`image-name`, `image-tag`): the tag comes from the commit that is really
 * built, on a pull request from its head and never from the merge commit.
 */
async function identify(step, hash) {
    const { settings, trigger, console } = step;
    const hints = {
        ...(trigger.commit === undefined ? {} : { commit: trigger.commit }),
        ...(trigger.ref === undefined ? {} : { ref: trigger.ref }),
    };
    const source = await readSource(settings.context.root, settings.context.workspace, hints);
    const commit = trigger.pullRequest?.headCommit ?? source.commit ?? trigger.commit;
    let imageTag = settings.image.tag ?? commit?.slice(0, COMMIT_CHARACTERS);
    if (imageTag === undefined) {
        imageTag = (await hash()).slice(0, COMMIT_CHARACTERS);
        console.notice(`No commit is known here: the image is tagged ${imageTag}, the start of the context's hash.`);
    }
    step.ledger.note({ source: commit === undefined ? source : { ...source, commit } });
    return { source, target: targetOf(step), imageName: imageNameOf(step), imageTag };
}
function targetOf({ settings }) {
    if (settings.agent?.by === 'agent-id')
        return { by: 'agent-id', agentId: settings.agent.value };
    if (settings.agent)
        return { by: 'agent-name', agentName: settings.agent.value };
    return { by: 'image' };
}
/** The input or the manifest, else the agent's name, else the repository's. */
function imageNameOf({ settings, trigger }) {
    if (settings.image.name !== undefined)
        return settings.image.name;
    if (settings.agent?.by === 'agent-name')
        return settings.agent.value;
    return (trigger.repository?.name ?? 'image').toLowerCase();
}


/***/ }),

/***/ 3499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JH: () => (/* binding */ packContext)
});

// UNUSED EXPORTS: leftOutLine, listContext

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var clouds_traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/context/hash.js
var context_hash = __webpack_require__(3444);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/context/credentials.js
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
    { name: /(^|\/)\.git\/config$/, content: /:\/\/[^/\s@]+@|extraheader\s*=\s*authorization/i },
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
/** @param files regular files; unreadable ones are passed over, packing will speak of them */
function findCredentials(files) {
    return files
        .filter((file) => file.size > 0 && isCredential(file))
        .map(({ path }) => ({ path, ignoreLine: ignoreLineFor(path) }));
}
function isCredential(file) {
    const lastTwo = file.path
        .slice(file.path.lastIndexOf('/', file.path.lastIndexOf('/') - 1) + 1)
        .toLowerCase();
    if (!ANY_SIGN.test(lastTwo) || PUBLISHED.test(file.path))
        return false;
    const base = lastTwo.slice(lastTwo.lastIndexOf('/') + 1);
    if (EXAMPLE.test(base))
        return false;
    const signs = SIGNS.filter(({ name }) => name.test(lastTwo));
    if (signs.length === 0)
        return false;
    if (signs.some(({ content }) => content === undefined))
        return true;
    const head = headOf(file.source);
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

// EXTERNAL MODULE: ./lib/src/context/dockerfile.js
var context_dockerfile = __webpack_require__(4106);
;// CONCATENATED MODULE: ./lib/src/context/ignore-file.js
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
    return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}
/** The shortest equal path, as Go's `path.Clean`: no doubled, trailing or `.` parts, `a/..` collapsed. */
function clean(path) {
    const normal = external_node_path_.posix.normalize(path);
    return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

;// CONCATENATED MODULE: ./lib/src/context/go-regexp-escape.js
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

;// CONCATENATED MODULE: ./lib/src/context/go-regexp-class.js
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

;// CONCATENATED MODULE: ./lib/src/context/linear-match.js
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

;// CONCATENATED MODULE: ./lib/src/context/go-regexp.js
/**
 * Go's regular expression syntax, as far as an ignore pattern can reach it, as a JavaScript RegExp.
 *
 * Docker turns a pattern with wildcards into the text of a Go regular expression and leaves some
 * characters of the pattern active in it (docs/context.md, rule 20). What they then mean, and which of
 * them are errors, is Go's decision: https://pkg.go.dev/regexp/syntax.
 */



/** A count above this is an error in Go. */
const MOST_REPEATS = 1000;
/** With more than these, a backtracking engine can take hours for one path; two cost a long path's square. */
const MOST_BACKTRACKED = 2;
/**
 * Whether the expression is found in a text.
 *
 * @throws SyntaxError in Go's words where Go would refuse the expression
 */
function goRegexp(source) {
    const branches = parse(source);
    const open = branches.flat().filter(({ least, most }) => least !== most).length;
    if (open > MOST_BACKTRACKED)
        return linearMatch(branches);
    const written = branches.map((terms) => terms.map(writeTerm).join('')).join('|');
    const expression = new RegExp(written, 'u');
    return (text) => expression.test(text);
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

;// CONCATENATED MODULE: ./lib/src/context/ignore-pattern.js
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

;// CONCATENATED MODULE: ./lib/src/context/ignore.js
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

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/src/context/file-system.js
/** What the listing reads from disk; every fault becomes an error that names the path. */



const NONE = new Map();
const REPLACEMENT = '\uFFFD';
/** @throws UserError; its cause has the system's code */
function readFolder(absolute, path) {
    return reading(path, () => {
        const entries = (0,external_node_fs_.readdirSync)(absolute, { withFileTypes: true });
        // Reading names as bytes costs twice as much, so only where decoding may have failed.
        if (!entries.some(({ name }) => name.includes(REPLACEMENT)))
            return { entries, undecodable: NONE };
        const raw = (0,external_node_fs_.readdirSync)(absolute, 'buffer').filter((name) => !(0,external_node_buffer_.isUtf8)(name));
        return { entries, undecodable: new Map(raw.map((name) => [name.toString(), printable(name)])) };
    });
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
        const reason = (0,errors/* messageOf */.bD)(cause).replace(/,.*$/s, '');
        throw new errors/* UserError */.yo(`Cannot read ${path || 'the context folder'}: ${reason}.`, {
            hint: 'Make it readable, or leave it out with the ignore file.',
            cause,
        });
    }
}
/** Whether a thrown error comes from a missing permission. */
function isForbidden(thrown) {
    if (!(thrown instanceof errors/* UserError */.yo))
        return false;
    const { cause } = thrown;
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    return code === 'EACCES' || code === 'EPERM';
}

;// CONCATENATED MODULE: ./lib/src/context/staging.js
/** What the cloud's builder must find at fixed places: the Dockerfile and the ignore file in use. */




/**
 * Puts the Dockerfile and the ignore file among the entries, ignored or not, in place of what stands there.
 *
 * @returns the Dockerfile's name inside the archive
 * @throws UserError where the Dockerfile cannot be placed
 */
function stage(staging, entries) {
    const { dockerfile, dockerfileEntry, ignoreFile } = staging;
    const own = pathInside(staging.root, dockerfile);
    if (dockerfileEntry === 'in-place') {
        if (own === undefined) {
            throw new errors/* UserError */.yo(`The Dockerfile ${dockerfile} lies outside the context folder ${staging.root}.`, {
                hint: 'This cloud builds only with a Dockerfile inside the context: move it, or widen `context`.',
            });
        }
        place(staging, entries, { path: own, source: dockerfile });
        const ignore = ignoreFile && pathInside(staging.root, ignoreFile);
        if (ignore)
            place(staging, entries, { path: ignore, source: ignoreFile });
        return own;
    }
    const { name, keepsOriginal } = dockerfileEntry;
    if (!keepsOriginal && own !== undefined && own !== name)
        remove(entries, own);
    place(staging, entries, { path: name, source: dockerfile });
    stageIgnoreFile(staging, entries, name);
    return name;
}
/**
 * The remote builder looks for `<name>.dockerignore`, then for `.dockerignore`, and leaves out again what
 * it says. Both must be the file in use, or it would leave out something else.
 */
function stageIgnoreFile(staging, entries, name) {
    const { ignoreFile, root } = staging;
    const beside = `${name}.dockerignore`;
    const besideInUse = ignoreFile !== undefined && pathInside(root, ignoreFile) === beside;
    if (!besideInUse && remove(entries, beside)) {
        staging.leftOut.add('replaced', beside);
        staging.notices.push(`${beside} is left out: it belongs to another Dockerfile, and the remote build would take it for this one's.`);
    }
    if (ignoreFile === undefined)
        return;
    if (besideInUse)
        place(staging, entries, { path: beside, source: ignoreFile });
    place(staging, entries, { path: '.dockerignore', source: ignoreFile });
}
/** Regular files only: the name given may be a link, whose target need not be in the archive. */
function place(staging, entries, { path, source }) {
    const real = (0,external_node_fs_.realpathSync)(source);
    const entry = fileEntry(path, real);
    if (entry === undefined)
        throw new errors/* UserError */.yo(`${source} vanished while the context was listed.`);
    const at = entries.findIndex((one) => one.path === path);
    const standing = entries[at];
    if (standing === undefined) {
        entries.push(entry);
        addParents(staging.root, entries, path);
        return;
    }
    if (standing.kind === 'folder') {
        throw new errors/* UserError */.yo(`The context has a folder named ${path}, where this cloud expects the file ${source}.`, {
            hint: `Rename the folder, or add ${path} to the ignore file.`,
        });
    }
    entries[at] = entry;
    if (isSameFile(standing, real))
        return;
    staging.leftOut.add('replaced', path);
    staging.notices.push(`${path} in the archive is ${relativeName(staging.root, source)}, not the context's own file.`);
}
function isSameFile(standing, real) {
    try {
        return (0,external_node_fs_.realpathSync)(standing.source) === real;
    }
    catch {
        return false;
    }
}
function addParents(root, entries, path) {
    for (let parent = (0,external_node_path_.dirname)(path); parent !== '.'; parent = (0,external_node_path_.dirname)(parent)) {
        if (entries.some((one) => one.path === parent))
            return;
        entries.push(folderEntry(parent, `${root}/${parent}`));
    }
}
function remove(entries, path) {
    const at = entries.findIndex((one) => one.path === path && one.kind !== 'folder');
    if (at >= 0)
        entries.splice(at, 1);
    return at >= 0;
}
/** Relative to the root; undefined outside it. */
function pathInside(root, absolute) {
    const path = (0,external_node_path_.relative)(root, absolute);
    return path === '..' || path.startsWith('../') || path === '' ? undefined : path;
}
function relativeName(root, source) {
    return pathInside(root, source) ?? (0,external_node_path_.basename)(source);
}

;// CONCATENATED MODULE: ./lib/src/context/ignore-choice.js
/** Which ignore file is in use, and what its author should know of it (docs/context.md, rules 1, 2 and 20). */






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
    const file = [...(named === undefined ? [] : [named]), ...lookUp].find(isFile);
    if (named !== undefined && file !== named) {
        const instead = file === undefined ? 'nothing is ignored' : `${(0,external_node_path_.relative)(request.workspace, file)} is used`;
        notices.push(`The ignore file ${(0,external_node_path_.relative)(request.workspace, named)} does not exist; ${instead}.`);
    }
    const label = (0,external_node_path_.relative)(request.workspace, file ?? (0,external_node_path_.join)(request.root, '.dockerignore'));
    if (file === undefined)
        return { file, label, rules: ignoreRules([]), gitByRules: false, notices };
    const rules = readIgnoreRules(contentOf(request, file), label);
    for (const { quirk, text, line } of rules.patterns) {
        if (quirk !== undefined)
            notices.push(`${label}:${line}: ${quirkWords(quirk, text)}`);
    }
    return { file, label, ...withGitRule(rules), notices };
}
function isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
function contentOf({ workspace }, file) {
    const real = (0,external_node_fs_.realpathSync)(file);
    if (pathInside(workspace, real) === undefined) {
        throw new errors/* UserError */.yo(`The ignore file ${file} is a link to ${real}, outside the workspace.`);
    }
    try {
        return (0,external_node_fs_.readFileSync)(real, 'utf8');
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`Cannot read the ignore file ${(0,external_node_path_.relative)(workspace, file)}.`, { cause });
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
/** Ours, beside Docker's: `.git` is excluded before the first line, unless an exception speaks of it. */
function withGitRule(rules) {
    const gitByRules = rules.patterns.some(({ negated, pattern }) => negated && speaksOfGit(pattern));
    if (!gitByRules)
        return { rules, gitByRules };
    const git = compilePattern({ text: '.git', line: 0, pattern: '.git', negated: false }, '');
    return { rules: ignoreRules([git, ...rules.patterns]), gitByRules };
}
function speaksOfGit(pattern) {
    return /^(\*\*\/)?\.git(\/|$)/.test(pattern);
}

;// CONCATENATED MODULE: ./lib/src/context/include-paths.js
/** The folders that a manifest sends (contracts/README.md, "Packing as the vendor does it"). */




/**
 * Cleaned paths relative to the root; undefined where one of them is the root itself. A file is as good
 * as a folder. Where a path leads through a link, the link's target is included as well as the link.
 *
 * @throws UserError naming a path that is missing or lies outside the root
 */
function includedPaths(root, given) {
    if (given === undefined)
        return undefined;
    const paths = new Set();
    for (const one of given) {
        const path = external_node_path_.posix.normalize(one.trim()).replace(/\/$/, '');
        if (path === '.')
            return undefined;
        const real = resolved(root, one, path);
        if (real === undefined)
            return undefined;
        paths.add(path).add(real);
    }
    return [...paths];
}
function resolved(root, given, path) {
    const outside = new errors/* UserError */.yo(`The include path "${given}" lies outside the context root ${root}.`, {
        hint: 'Widen `build.context.root` in the manifest, or drop the path.',
    });
    if (path === '' || path === '..' || path.startsWith('../') || external_node_path_.posix.isAbsolute(path))
        throw outside;
    let real;
    try {
        real = (0,external_node_fs_.realpathSync)(`${root}/${path}`);
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`The include path "${given}" does not exist: looked at ${root}/${path}.`, {
            hint: '`build.context.include_paths` are relative to `build.context.root`.',
            cause,
        });
    }
    if (real === root)
        return undefined;
    const inside = pathInside(root, real);
    if (inside === undefined)
        throw outside;
    return inside;
}

;// CONCATENATED MODULE: ./lib/src/context/left-out.js
const EXAMPLES = 5;
function leftOutLedger() {
    const counted = new Map();
    return {
        add(reason, path, rule) {
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

;// CONCATENATED MODULE: ./lib/src/context/walk.js


/**
 * The entries below the root, in no order. Synchronous: for listing, concurrency costs more than it
 * brings (docs/context.md, section 3).
 *
 * @throws UserError naming what cannot be read or named
 */
function walk(request) {
    const entries = [];
    const matched = new Uint8Array(request.rules.patterns.length);
    visitFolder(request, { path: '', matched, excluding: -1, included: request.include === undefined }, entries);
    return entries;
}
function visitFolder(request, folder, entries) {
    const listing = listed(request, folder);
    if (listing === undefined)
        return;
    // In order, so that the examples of what is left out are the same on every machine.
    const inOrder = [...listing.entries].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of inOrder) {
        const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
        visit(request, folder, { entry, path, undecodable: listing.undecodable.get(entry.name) }, entries);
    }
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
function visit(request, parent, found, entries) {
    const { rules, leftOut } = request;
    const { entry, path, undecodable } = found;
    const reach = parent.included ? 'inside' : inclusion(request.include ?? [], path);
    if (reach === 'outside') {
        leftOut.add('outside-include-paths', path);
        return;
    }
    const isFolder = entry.isDirectory();
    const matched = isFolder ? new Uint8Array(rules.patterns.length) : parent.matched;
    const excluding = excludedBy(rules, path, parent.matched, isFolder ? matched : undefined);
    if (excluding >= 0) {
        // A folder with a name that is not UTF-8 cannot be entered, so nothing below it comes back.
        if (!isFolder || undecodable !== undefined || canPrune(rules, path)) {
            countIgnored(request, excluding, path);
            return;
        }
    }
    else {
        if (path === '.git' && !request.gitByRules) {
            leftOut.add('git-folder', path);
            return;
        }
        if (undecodable !== undefined)
            throw notUtf8(path, `${undecodable} in ${parent.path || 'the context folder'}`);
    }
    if (isFolder)
        descend(request, { path, matched, excluding, included: reach === 'inside' }, entries);
    else
        addFile(request, found, reach, entries);
}
/** An excluded folder, or one on the way to an included path, is sent only with something kept below it. */
function descend(request, folder, entries) {
    const before = entries.length;
    visitFolder(request, folder, entries);
    const isKept = folder.excluding < 0 && folder.included;
    if (isKept || entries.length > before) {
        entries.push(folderEntry(folder.path, sourceOf(request, folder.path)));
    }
    else if (folder.excluding >= 0) {
        countIgnored(request, folder.excluding, folder.path);
    }
}
function addFile(request, { entry, path }, reach, entries) {
    const special = specialKind(entry);
    if (special !== undefined) {
        request.leftOut.add(special, path);
        return;
    }
    const source = sourceOf(request, path);
    // A link on the way to an included path travels too: the path could not be followed without it.
    if (entry.isSymbolicLink()) {
        entries.push(linkEntry(path, source));
    }
    else if (reach === 'inside') {
        const file = fileEntry(path, source);
        if (file !== undefined)
            entries.push(file);
    }
}
function sourceOf({ root }, path) {
    if (path === '')
        return root;
    return root.endsWith('/') ? root + path : `${root}/${path}`;
}
function inclusion(include, path) {
    if (include.some((one) => path === one || path.startsWith(`${one}/`)))
        return 'inside';
    return include.some((one) => one.startsWith(`${path}/`)) ? 'above' : 'outside';
}
function countIgnored({ rules, rulesFile, leftOut }, excluding, path) {
    const pattern = rules.patterns[excluding];
    if (pattern === undefined || pattern.line === 0) {
        leftOut.add('git-folder', path);
    }
    else {
        leftOut.add('ignored', path, { file: rulesFile, line: pattern.line, pattern: pattern.text });
    }
}
function specialKind(entry) {
    if (entry.isFile() || entry.isSymbolicLink())
        return undefined;
    if (entry.isFIFO())
        return 'fifo';
    return entry.isSocket() ? 'socket' : 'device';
}

;// CONCATENATED MODULE: ./lib/src/context/tree.js
/** The sorted entries of a context, with what was left out and why. */









/**
 * Lists what Docker would send, in the order of the archive. Reads folders, the ignore file and the heads
 * of files that may be credentials; nothing of a link's target.
 *
 * @throws UserError naming what is missing, unreadable, misnamed or outside
 */
function listTree(given) {
    const request = tree_resolved(given);
    const { root, dockerfile, dockerfileEntry } = request;
    const ignore = chooseIgnoreFile(request);
    const include = includedPaths(root, request.includePaths);
    const leftOut = leftOutLedger();
    const { rules, gitByRules, label: rulesFile } = ignore;
    const entries = walk({ root, rules, rulesFile, include, gitByRules, leftOut });
    const notices = [...ignore.notices];
    const staging = { root, dockerfile, dockerfileEntry, ignoreFile: ignore.file, leftOut, notices };
    const name = stage(staging, entries);
    sortByPath(entries);
    const files = entries.filter(({ kind }) => kind === 'file');
    return {
        entries,
        dockerfile: name,
        files: files.length,
        bytes: files.reduce((sum, { size }) => sum + size, 0),
        leftOut: leftOut.list(),
        notices,
        credentials: findCredentials(files),
    };
}
/** Links resolved, the folder and the Dockerfile found and inside the workspace. */
function tree_resolved(given) {
    const workspace = (0,external_node_fs_.realpathSync)(given.workspace);
    const root = contextFolder(given.root);
    requireInside(workspace, root, 'context folder');
    const dockerfile = (0,context_dockerfile/* resolveDockerfile */.B)(root, given.dockerfile);
    requireInside(workspace, (0,external_node_fs_.realpathSync)(dockerfile), 'Dockerfile');
    return { ...given, workspace, root, dockerfile };
}
function contextFolder(path) {
    const hint = 'Set `context` to the folder with the sources, and check the repository out before this step.';
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stats === undefined)
        throw new errors/* UserError */.yo(`The context folder ${path} does not exist.`, { hint });
    if (!stats.isDirectory())
        throw new errors/* UserError */.yo(`The context ${path} is not a folder.`, { hint });
    const root = (0,external_node_fs_.realpathSync)(path);
    if ((0,external_node_fs_.readdirSync)(root).length === 0)
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
/**
 * By the bytes of the UTF-8 path. That is code point order, which differs from JavaScript's comparison
 * only where a path has a surrogate pair (docs/context.md, rule 23).
 */
function sortByPath(entries) {
    if (entries.some(({ path }) => /[\uD800-\uDFFF]/.test(path))) {
        entries.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
    }
    else {
        entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    }
}

// EXTERNAL MODULE: ./lib/src/report/story.js
var story = __webpack_require__(3296);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/modes/identity.js + 3 modules
var modes_identity = __webpack_require__(532);
// EXTERNAL MODULE: ./lib/src/modes/phase.js
var phase = __webpack_require__(6862);
;// CONCATENATED MODULE: ./lib/src/modes/pack.js









/** Lists the context as Docker would send it and tells what the author should know of it. */
function listContext(step) {
    const { settings, console } = step;
    const { dockerfileEntry } = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    const tree = listTree({ ...settings.context, dockerfileEntry });
    for (const notice of tree.notices)
        console.notice(notice);
    warnOfCredentials(step, tree);
    for (const left of tree.leftOut)
        console.info(leftOutLine(left));
    return tree;
}
const NAMED_CREDENTIALS = 10;
/** One warning, before anything is uploaded (issue: credentials that lie in the context). */
function warnOfCredentials({ console }, { credentials }) {
    if (credentials.length === 0)
        return;
    const named = credentials.slice(0, NAMED_CREDENTIALS);
    const more = credentials.length > named.length ? ` and ${credentials.length - named.length} more` : '';
    const paths = named.map((file) => file.path).join(', ');
    const lines = [...new Set(named.map((file) => file.ignoreLine))].join('  ');
    console.warning(`The context holds files that look like credentials: ${paths}${more}. They will be uploaded and may end up in the image. To keep them out, add to the ignore file: ${lines}`, { title: 'Credentials in the build context' });
}
/** `left out by .dockerignore:3 "node_modules": 2 entries (node_modules, web/node_modules)`. */
function leftOutLine(left) {
    const examples = left.examples.length === 0
        ? ''
        : ` (${left.examples.join(', ')}${left.count > left.examples.length ? ', …' : ''})`;
    return `left out ${reasonWords(left)}: ${(0,units/* count */.U9)(left.count, 'entry', 'entries')}${examples}`;
}
function reasonWords({ reason, rule }) {
    switch (reason) {
        case 'ignored':
            return rule ? `by ${rule.file}:${rule.line} "${rule.pattern}"` : 'by the ignore file';
        case 'git-folder':
            return 'because builds rarely need it; !.git in the ignore file brings it back';
        case 'replaced':
            return 'because another file takes its place';
        case 'outside-include-paths':
            return 'because the manifest does not include it';
        case 'socket':
        case 'fifo':
        case 'device':
            return `because an archive cannot carry a ${reason}`;
    }
}
/** Lists, names and packs the context into the runner's temporary folder. */
async function packContext(step) {
    const { console, ledger, settings, signal } = step;
    const traits = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    const work = async () => {
        const tree = listContext(step);
        const identity = await (0,modes_identity/* identify */.l)(step, () => (0,context_hash/* hashTree */.v)(tree, signal));
        const { writeArchive } = await __webpack_require__.e(/* import() */ 38).then(__webpack_require__.bind(__webpack_require__, 38));
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(step.temp, 'cloud-build-'));
        step.discard(folder);
        const packed = await writeArchive(tree, {
            destination: (0,external_node_path_.join)(folder, 'context.tar.gz'),
            prefix: traits.entryPrefix,
            limit: traits.archiveLimit,
            signal,
        });
        for (const notice of packed.notices)
            console.notice(notice);
        const hash = traits.contextHash === 'archive-md5' ? packed.md5.slice(0, 16) : packed.workingTreeHash;
        ledger.note({ context: { files: tree.files, bytes: packed.bytes, hash } });
        return { tree, identity, packed, hash };
    };
    return (0,phase/* phase */.O)(step, { name: 'Pack' }, work, ({ tree, packed, hash }, ms) => (0,story/* packedLine */.z0)({ files: tree.files, contentBytes: tree.bytes, archiveBytes: packed.bytes, hash, ms }));
}


/***/ }),

/***/ 6862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ phase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_story_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3296);


/**
 * One phase of the story: a foldable group, a stretch of time in the ledger, and one closing line outside the
 * group, also where the phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
async function phase(step, names, work, closing) {
    const { console, ledger } = step;
    const began = performance.now();
    console.group(names.group ?? names.name);
    try {
        const value = await ledger.phase(names.name, work);
        console.endGroup();
        console.info(closing(value, performance.now() - began));
        return value;
    }
    catch (thrown) {
        console.endGroup();
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
            console.info((0,_report_story_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenLine */ .kU)(names.name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), performance.now() - began));
        }
        throw thrown;
    }
}


/***/ }),

/***/ 2976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   PT: () => (/* binding */ previewsOf),
/* harmony export */   Pg: () => (/* binding */ previewLabel),
/* harmony export */   nR: () => (/* binding */ timeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _settings_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);


/** How many previews of one label are read at the most: far above what anyone keeps, and a bound all the same. */
const MOST_PREVIEWS = 10_000;
/**
 * The label of this run's preview, as the cloud will store it.
 * @throws {UserError} where neither an input nor the event gives one.
 */
function previewLabel({ settings, trigger }) {
    const number = settings.pullRequest ?? trigger.pullRequest?.number;
    const text = settings.preview.label ?? (number === undefined ? undefined : (0,_settings_label_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestLabel */ .x)(number));
    const { label } = (0,_settings_label_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLabel */ .k)(text ?? '');
    if (label !== '')
        return label;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The event ${trigger.event} carries no pull request, so the preview has no label.`, {
        hint: 'Give preview-label or pr-number, or run on pull_request, pull_request_target, issue_comment or workflow_run.',
    });
}
/** All previews of exactly this agent and, if given, exactly this label, newest first. */
async function previewsOf(deployments, of, signal) {
    const found = [];
    for await (const preview of deployments.previews(of, signal)) {
        found.push(preview);
        if (found.length === MOST_PREVIEWS)
            break;
    }
    return found.sort((a, b) => timeOf(b) - timeOf(a));
}
function timeOf({ createdAt }) {
    const time = Date.parse(createdAt ?? '');
    return Number.isNaN(time) ? 0 : time;
}
/** Whether there is something left to tear down. */
function isLive({ status }) {
    return status !== 'deleted' && status !== 'superseded' && status !== 'cancelled';
}
/**
 * A preview that another repository's build made is not ours, whatever its label: two repositories may share an
 * agent. What is not known to be another's is ours.
 */
async function isOurs(step, cloud, preview) {
    const ours = repositoryOf(step);
    if (preview.buildId === undefined || ours === undefined)
        return true;
    const build = await cloud.get(preview.buildId, step.signal).catch(() => undefined);
    if (build?.sourceRepo === undefined || build.sourceRepo.toLowerCase() === ours.toLowerCase())
        return true;
    step.console.info(`Preview ${preview.id} is left alone: it was built from another repository.`);
    return false;
}
function repositoryOf({ env, ledger, trigger }) {
    const { repo } = ledger.result().source;
    if (repo !== undefined)
        return repo;
    const server = env.GITHUB_SERVER_URL;
    if (!server || !trigger.repository || !URL.canParse(server))
        return undefined;
    return `${new URL(server).host}/${trigger.repository.owner}/${trigger.repository.name}`;
}


/***/ }),

/***/ 645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: () => (/* binding */ removeAll),
/* harmony export */   K_: () => (/* binding */ stillRunning),
/* harmony export */   hd: () => (/* binding */ replaceOlder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_story_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3296);
/* harmony import */ var _phase_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6862);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2976);




/**
 * Deletes older previews of the same label and agent beyond `preview-keep`, once the fresh one is healthy.
 * What cannot be deleted is a warning: the new preview stands, and the old one has its expiry.
 */
async function replaceOlder(step, deployments, { agentName, fresh }) {
    const label = step.ledger.result().deployment?.preview?.label;
    if (label === undefined)
        return;
    await (0,_phase_js__WEBPACK_IMPORTED_MODULE_2__/* .phase */ .O)(step, { name: 'Preview cleanup' }, async () => {
        const all = await (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .previewsOf */ .PT)(deployments, { agentName, label }, step.signal);
        const older = all.filter((preview) => (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(preview) && isOlder(preview, fresh));
        const surplus = older.slice(Math.max(0, step.settings.preview.keep - 1));
        const deleted = await removeAll(step, deployments, surplus);
        step.ledger.note({ previewsDeleted: deleted.removed });
        for (const { id, why } of deleted.failed)
            step.console.warning(`Preview ${id} could not be deleted: ${why}`);
        return { deleted: deleted.removed.length, kept: older.length - deleted.removed.length };
    }, (counts, ms) => (0,_report_story_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanupLine */ .lG)({ ...counts, ms }));
}
/** A parallel run may already have deployed a newer one: that one is not ours to delete. */
function isOlder(preview, fresh) {
    return preview.id !== fresh.id && (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .timeOf */ .nR)(preview) <= (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .timeOf */ .nR)(fresh);
}
/** Deletes one after the other; one that cannot be deleted does not keep the others. */
async function removeAll(step, deployments, previews) {
    const cloud = await step.cloud();
    const removed = [];
    const failed = [];
    for (const preview of previews) {
        try {
            if (!(await (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .isOurs */ .MU)(step, cloud, preview)))
                continue;
            const outcome = await deployments.remove(preview.id, step.signal);
            step.console.info(`${outcome === 'gone' ? 'already gone' : 'deleted'}: preview ${preview.id}`);
            removed.push(preview.id);
        }
        catch (thrown) {
            if (step.signal.aborted)
                throw thrown;
            failed.push({ id: preview.id, why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown) });
        }
    }
    return { removed, failed };
}
/** The newest older preview that is still healthy, for a comment that says what runs. */
function stillRunning(previews, freshId) {
    const running = previews.find(({ id, status }) => id !== freshId && status === 'healthy');
    return running && { id: running.id, ...(running.createdAt && { createdAt: running.createdAt }) };
}


/***/ }),

/***/ 1532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/src/follow/cancel.js
var follow_cancel = __webpack_require__(6142);
// EXTERNAL MODULE: ./lib/src/modes/running.js
var running = __webpack_require__(998);
;// CONCATENATED MODULE: ./lib/src/modes/cancel.js


/** How long a cancelled workflow may spend on the request: the runner kills soon (docs/platform.md, Cancellation). */
const WITHIN_MS = 3_000;
/** The cancelled workflow takes its build along, or says which build goes on. Nothing was submitted: nothing to do. */
async function cancelOnAbort(step) {
    const { console, ledger, settings, state } = step;
    const id = ledger.result().build?.id;
    if (id === undefined)
        return;
    const cloud = await step.cloud();
    const { title } = cloud.traits;
    ledger.noteBuild({ status: 'cancelled' });
    if (!cloud.cancel) {
        console.warning(`${title} cannot cancel builds: build ${id} goes on there.`);
    }
    else if (!settings.cancelOnAbort) {
        console.notice(`cancel-on-abort is false: build ${id} goes on at ${title}.`);
    }
    else {
        const { outcome } = await (0,follow_cancel.cancelBuild)(cloud, id, { withinMs: WITHIN_MS });
        const asked = outcome !== 'failed';
        (0,running/* saveRunning */.L)(state, { cloud: cloud.name, buildId: id, building: !asked, cancelAsked: asked });
        console.info(asked
            ? `Asked ${title} to cancel build ${id}.`
            : `The cancel request for build ${id} got no answer in time: the post step asks again.`);
    }
}

// EXTERNAL MODULE: ./lib/src/modes/deploy.js + 4 modules
var deploy = __webpack_require__(1079);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/clouds/cloud.js
var clouds_cloud = __webpack_require__(2844);
// EXTERNAL MODULE: ./lib/src/wait.js
var wait = __webpack_require__(8021);
// EXTERNAL MODULE: ./lib/src/follow/deadline.js
var deadline = __webpack_require__(1524);
// EXTERNAL MODULE: ./lib/src/follow/guarded.js
var guarded = __webpack_require__(3290);
// EXTERNAL MODULE: ./lib/src/follow/bell.js
var bell = __webpack_require__(8285);
// EXTERNAL MODULE: ./lib/src/follow/log-scope.js
var log_scope = __webpack_require__(4177);
// EXTERNAL MODULE: ./lib/src/follow/log-window.js
var log_window = __webpack_require__(4377);
;// CONCATENATED MODULE: ./lib/src/follow/log-poll.js





/** Between two requests, in milliseconds: a log that grows is asked for often, one that does not ever more rarely. */
const FIRST_MS = 500;
const BUSY_MS = 1000;
const GROWTH = 1.5;
/** The log may lag behind the status (pipecat.openapi.yaml, `getBuildLogs`): quiet for so long, at the most so long. */
const LAG_MS = 2000;
const LAG_MAX_MS = 10_000;
const READ_MAX_MS = 60_000;
/**
 * Follows a log that is asked for again and again, until the build has ended and the log has nothing new.
 * @throws {AbortedError} when `scope.signal` fires, or what the sink throws
 */
function followPolls(log, buildId, sink, scope) {
    return new PollFollower(log, buildId, sink, scope).run();
}
class PollFollower {
    #log;
    #buildId;
    #sink;
    #scope;
    #window;
    #bell;
    #endedAt = Number.POSITIVE_INFINITY;
    #newsAt = 0;
    #told = false;
    #fault = 'absent';
    constructor(log, buildId, sink, scope) {
        this.#log = log;
        this.#buildId = buildId;
        this.#sink = sink;
        this.#scope = scope;
        this.#window = new log_window/* LogWindow */.R(log.pageSize);
        this.#bell = new bell/* Bell */.I(scope.clock);
    }
    async run() {
        const onEnd = () => {
            this.#endedAt = this.#scope.clock.now();
            this.#bell.ring();
        };
        if (this.#scope.ended.aborted)
            onEnd();
        this.#scope.ended.addEventListener('abort', onEnd, { once: true });
        try {
            await this.#poll();
        }
        finally {
            this.#scope.ended.removeEventListener('abort', onEnd);
        }
        return this.#close();
    }
    async #poll() {
        let wait = Math.min(FIRST_MS, this.#scope.pollIntervalMs);
        for (;;) {
            const askedAt = this.#scope.clock.now();
            const news = await this.#take(await this.#read());
            if (this.#fault === 'refused' || this.#isOver(askedAt))
                return;
            wait = Math.min(news ? BUSY_MS : wait * GROWTH, this.#scope.pollIntervalMs);
            const left = this.#endedAt === Number.POSITIVE_INFINITY ? wait : Math.min(wait, BUSY_MS);
            await this.#bell.sleep(left, this.#scope.signal);
        }
    }
    /** Whether the answer to a request of that moment was the last one that is wanted. */
    #isOver(askedAt) {
        const quietSince = Math.max(this.#endedAt, this.#newsAt);
        return askedAt - quietSince >= LAG_MS || this.#scope.clock.now() - this.#endedAt >= LAG_MAX_MS;
    }
    async #read() {
        const limit = this.#endedAt === Number.POSITIVE_INFINITY ? READ_MAX_MS : LAG_MAX_MS;
        try {
            const lines = await (0,deadline/* within */.ux)(limit, (signal) => this.#log.read(this.#buildId, signal), this.#scope);
            if (lines === deadline/* LATE */.XR)
                return { fault: 'broken', error: new Error('the request was not answered in time') };
            return { lines };
        }
        catch (error) {
            if (this.#scope.signal.aborted)
                throw new errors/* AbortedError */.oM('the log was left', { cause: error });
            return { fault: (0,log_scope/* logFaultOf */.Wl)(error), error };
        }
    }
    /** @returns whether there was anything new */
    async #take(answer) {
        this.#fault = 'fault' in answer ? answer.fault : undefined;
        if ('fault' in answer) {
            this.#tell(answer);
            return false;
        }
        const { fresh, gap } = this.#window.admit(answer.lines);
        if (gap)
            this.#sink.onNotice(GAP);
        if (fresh.length === 0)
            return false;
        this.#newsAt = this.#scope.clock.now();
        await this.#sink.onLines(fresh);
        return true;
    }
    #tell({ fault, error }) {
        if (this.#told || fault === 'absent')
            return;
        this.#told = true;
        this.#sink.onNotice(fault === 'refused'
            ? `The build log cannot be read (${(0,errors/* messageOf */.bD)(error)}); the build is followed without it.`
            : `The build log cannot be read at the moment (${(0,errors/* messageOf */.bD)(error)}); it is asked for again.`);
    }
    #close() {
        const { delivered, gaps, mayHaveMore } = this.#window;
        if (this.#fault === 'broken')
            this.#sink.onNotice('The end of the build log could not be had.');
        if (mayHaveMore) {
            this.#sink.onNotice(`The cloud gives ${this.#log.pageSize} log lines at the most: later ones, if there are any, could not be had.`);
        }
        return { delivered, complete: !this.#fault && gaps === 0 && !mayHaveMore, resumed: 0 };
    }
}
const GAP = 'The log does not join on to what was shown before: lines are probably missing here, as one answer holds only so many.';

;// CONCATENATED MODULE: ./lib/src/follow/event-lines.js
/** The log lines of one event; where the event was cut, the last of them says by how much. */
function linesOf(log, event) {
    if (event.omitted === undefined)
        return log.linesOf(event.data);
    const lines = log.linesOf(mended(event.data));
    const count = event.omitted.toLocaleString('en-US');
    return [
        ...lines.slice(0, -1),
        `${lines.at(-1) ?? ''} […] (${count} characters of this line were left out)`,
    ];
}
/** Closes JSON that was cut within a string, so that its text can be read; anything else stays as it is. */
function mended(data) {
    const close = data.startsWith('{') ? '"}' : data.startsWith('"') ? '"' : undefined;
    if (close === undefined)
        return data;
    // An escape sequence that was cut is at most five characters of `\uXXXX`.
    for (let dropped = 0; dropped <= 5; dropped++) {
        const text = data.slice(0, data.length - dropped) + close;
        try {
            JSON.parse(text);
            return text;
        }
        catch {
            // One character less, then.
        }
    }
    return data;
}

// EXTERNAL MODULE: ./lib/src/follow/ledger.js
var ledger = __webpack_require__(6893);
// EXTERNAL MODULE: ./node_modules/eventsource-parser/dist/parse.js + 1 modules
var parse = __webpack_require__(6085);
;// CONCATENATED MODULE: ./lib/src/follow/sse.js


/** Characters of one event's data; what a server sends beyond is counted and dropped, never held. */
const EVENT_MAX = 1024 * 1024;
const PIECE = 64 * 1024;
/** Larger than an event by its framing and by one piece, because sizes are only known to within a piece. */
const HELD_MAX = EVENT_MAX + 2 * PIECE;
const EMPTY_LINE = /\n[\n\r]|\r\r/;
const LINE_END = /[\n\r]/;
/**
 * The events of a `text/event-stream` body, one batch a chunk. A batch may be empty: the chunk was a comment or
 * a part of an event, and still a sign of life. An error of the body passes through, and what had not been
 * closed by then is not delivered; at a regular end it is, marked `unclosed`.
 */
async function* readEvents(bytes) {
    const decoder = new TextDecoder();
    const splitter = new EventSplitter();
    for await (const chunk of bytes)
        yield splitter.feed(decoder.decode(chunk, { stream: true }));
    yield splitter.end(decoder.decode());
}
/**
 * The events of a body until `signal` fires, whether or not the body heeds it.
 * @throws {AbortedError} when `signal` fires
 */
async function* readEventsUntil(bytes, signal) {
    const events = readEvents(bytes);
    try {
        for (;;) {
            const step = await (0,deadline/* unlessAborted */.Wh)(events.next(), signal);
            if (step.done)
                return;
            yield step.value;
        }
    }
    finally {
        // Not awaited: a body that hangs would hang its closing too.
        void events.return(undefined).catch(() => undefined);
    }
}
/** The library's parser with a bound on what one event may hold. */
class EventSplitter {
    #events = [];
    /** At least as many characters as the parser holds of an event that is not complete. */
    #held = 0;
    #surplus;
    #last = '';
    #parser = (0,parse/* createParser */.C)({ onEvent: ({ data }) => this.#events.push({ data }) });
    feed(text) {
        if (text.length <= PIECE)
            this.#take(text);
        else
            for (let at = 0; at < text.length; at += PIECE)
                this.#take(text.slice(at, at + PIECE));
        return this.#drain();
    }
    end(rest) {
        this.#take(rest);
        this.#closeSurplus();
        const closed = this.#events.length;
        this.#parser.feed('\n\n');
        return this.#drain().map((event, index) => (index < closed ? event : { ...event, unclosed: true }));
    }
    #drain() {
        const events = this.#events;
        this.#events = [];
        return events;
    }
    #take(text) {
        const piece = this.#surplus ? this.#skip(text, this.#surplus) : text;
        if (piece === '')
            return;
        if (this.#held + piece.length > HELD_MAX) {
            this.#cut();
            this.#take(piece);
            return;
        }
        const before = this.#events.length;
        this.#parser.feed(piece);
        this.#held = piece.length + (this.#events.length > before ? 0 : this.#held);
        this.#last = piece.at(-1) ?? this.#last;
    }
    /** Ends what the parser holds and drops the rest of it: of the event where it has data, else of the line. */
    #cut() {
        const before = this.#events.length;
        this.#parser.feed('\n\n');
        this.#held = 0;
        const event = this.#events.length > before ? this.#events.pop() : undefined;
        if (event) {
            const data = event.data.slice(0, EVENT_MAX);
            this.#surplus = { until: EMPTY_LINE, data, omitted: event.data.length - data.length };
        }
        else if (!LINE_END.test(this.#last)) {
            this.#surplus = { until: LINE_END, omitted: 0 };
        }
    }
    /** @returns what follows the dropped part */
    #skip(piece, surplus) {
        const text = this.#last + piece;
        const end = surplus.until.exec(text);
        if (!end) {
            surplus.omitted += piece.length;
            this.#last = piece.at(-1) ?? this.#last;
            return '';
        }
        const skipped = end.index + end[0].length - this.#last.length;
        surplus.omitted += skipped;
        this.#last = end[0].at(-1) ?? '';
        this.#closeSurplus();
        return piece.slice(skipped);
    }
    #closeSurplus() {
        const surplus = this.#surplus;
        this.#surplus = undefined;
        if (surplus?.data === undefined)
            return;
        this.#events.push({ data: surplus.data, omitted: surplus.omitted });
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/stream-outcome.js

/** What the reader of the log is told about the way a log ended; nothing where all is well. */
function faultOfEnd(outcome, wasOpen) {
    if (outcome.kind === 'refused') {
        return `The build log cannot be read (${(0,errors/* messageOf */.bD)(outcome.error)}); the build is followed without it.`;
    }
    if (outcome.kind === 'endless')
        return 'The log went on after the build had ended; it was closed.';
    if (outcome.kind === 'broken') {
        return `The end of the build log could not be had (${(0,errors/* messageOf */.bD)(outcome.error)}).`;
    }
    return wasOpen ? undefined : 'The cloud has no log of this build.';
}

;// CONCATENATED MODULE: ./lib/src/follow/watchdog.js



/** Without a byte for so long a connection may be dead without our knowing; opening anew costs nothing. */
const IDLE_MS = 5 * 60_000;
/** A server that begins the whole log again may take longer than `GRACE_MAX_MS` until it says something new. */
const CATCH_UP_MAX_MS = 30_000;
const PAUSE_CHECK_MS = 50;
/** Tells when a log stream has been listened to for long enough. Silence is no error; after the end it is the end. */
class Watchdog {
    #clock;
    #bell;
    #bytesAt;
    #linesAt;
    #endedAt;
    #repeatedAt = 0;
    #open = false;
    #paused = false;
    constructor(clock, ended) {
        this.#clock = clock;
        this.#bell = new bell/* Bell */.I(clock);
        this.#bytesAt = clock.now();
        this.#linesAt = clock.now();
        const end = () => {
            this.#endedAt = clock.now();
            this.#bell.ring();
        };
        if (ended.aborted)
            end();
        else
            ended.addEventListener('abort', end, { once: true });
    }
    /** Milliseconds that are left for the log of an ended build; `Infinity` while the build goes on. */
    get graceLeft() {
        return this.#endedAt === undefined ? Number.POSITIVE_INFINITY : this.#graceEnd() - this.#clock.now();
    }
    connecting() {
        this.#open = false;
        this.#bytesAt = this.#clock.now();
    }
    opened() {
        this.#open = true;
        this.heard('bytes');
        this.#linesAt = this.#bytesAt;
        this.#bell.ring();
    }
    /** What was heard is being written somewhere, which may take its time; until something is heard again. */
    pause() {
        this.#paused = true;
    }
    /** `repeated` are lines that were delivered before. */
    heard(what) {
        this.#paused = false;
        this.#bytesAt = this.#clock.now();
        if (what === 'bytes')
            return;
        this.#linesAt = this.#bytesAt;
        if (what === 'repeated')
            this.#repeatedAt = this.#bytesAt;
    }
    /** Resolves with the reason to hang up, or with nothing when `signal` fires first. */
    async watch(signal) {
        for (;;) {
            const { at, why } = this.#next();
            const wait = at - this.#clock.now();
            if (wait <= 0 && !this.#paused)
                return why;
            try {
                await this.#bell.sleep(Math.max(wait, PAUSE_CHECK_MS), signal);
            }
            catch (error) {
                if (error instanceof errors/* AbortedError */.oM)
                    return undefined;
                throw error;
            }
        }
    }
    #next() {
        if (this.#endedAt === undefined)
            return { at: this.#bytesAt + IDLE_MS, why: 'idle' };
        const silent = Math.max(this.#linesAt, this.#endedAt) + log_scope/* GRACE_SILENT_MS */.qx;
        const endless = this.#graceEnd();
        return this.#open && silent < endless ? { at: silent, why: 'silent' } : { at: endless, why: 'endless' };
    }
    /** The repeating of old lines does not count against the grace, but for a bound of its own. */
    #graceEnd() {
        const endedAt = this.#endedAt ?? 0;
        return Math.min(Math.max(endedAt, this.#repeatedAt) + log_scope/* GRACE_MAX_MS */.bQ, endedAt + CATCH_UP_MAX_MS);
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/log-stream.js









/** A connection that brought something new is followed by the next one at once, one that did not ever later. */
const RESUME_MS = 100;
const BACK_OFF_MS = 500;
const BACK_OFF_MAX_MS = 5000;
/** A stream that closes regularly is most likely the end: the status gets this long to say so before we open anew. */
const VERDICT_MS = 300;
const LAST_ATTEMPTS = 3;
/**
 * Follows a streamed log until the build has ended and the log with it. Every line is delivered once, whatever
 * the connection does; a log that cannot be had is told, never thrown.
 * @throws {AbortedError} when `scope.signal` fires, or what the sink throws
 */
function followStream(log, buildId, sink, scope) {
    return new StreamFollower(log, buildId, sink, scope).run();
}
class StreamFollower {
    #log;
    #buildId;
    #sink;
    #scope;
    #ledger = new ledger/* Ledger */.O();
    #watchdog;
    #bell;
    #connections = 0;
    /** Attempts in a row without a new line; counted anew when the build has ended. */
    #fruitless = 0;
    #toldBroken = false;
    constructor(log, buildId, sink, scope) {
        this.#log = log;
        this.#buildId = buildId;
        this.#sink = sink;
        this.#scope = scope;
        this.#watchdog = new Watchdog(scope.clock, scope.ended);
        this.#bell = new bell/* Bell */.I(scope.clock);
    }
    async run() {
        const onEnd = () => {
            this.#fruitless = 0;
            this.#bell.ring();
        };
        this.#scope.ended.addEventListener('abort', onEnd, { once: true });
        try {
            for (;;) {
                const last = this.#scope.ended.aborted;
                const before = this.#ledger.delivered;
                const outcome = await this.#connect();
                this.#fruitless = this.#ledger.delivered > before ? 0 : this.#fruitless + 1;
                if (this.#isOver(outcome, last) || !(await this.#again(outcome)))
                    return await this.#close(outcome);
            }
        }
        finally {
            this.#scope.ended.removeEventListener('abort', onEnd);
        }
    }
    /** Whether this connection was the last one. `last`: the build had ended before it was opened. */
    #isOver(outcome, last) {
        if (outcome.kind === 'refused' || outcome.kind === 'silent' || outcome.kind === 'endless')
            return true;
        if (!last)
            return false;
        if (outcome.kind === 'closed' || (outcome.kind === 'absent' && this.#connections > 0))
            return true;
        return this.#fruitless >= LAST_ATTEMPTS || this.#watchdog.graceLeft <= 0;
    }
    /** Waits as long as is right before the next connection; false where there need be none. */
    async #again(outcome) {
        if ('error' in outcome)
            this.#tellBroken(outcome);
        const backOff = Math.min(BACK_OFF_MS * 2 ** (this.#fruitless - 1), BACK_OFF_MAX_MS);
        const wait = this.#fruitless === 0 || outcome.kind === 'idle' ? RESUME_MS : backOff;
        if (outcome.kind !== 'closed') {
            if (outcome.kind === 'broken' && this.#connections > 0)
                void this.#scope.hurry();
            await this.#bell.sleep(wait, this.#scope.signal);
            return true;
        }
        let ended = false;
        void this.#scope.hurry().then((answer) => {
            ended = answer;
            if (answer)
                this.#bell.ring();
        });
        await this.#bell.sleep(Math.max(wait, VERDICT_MS), this.#scope.signal);
        return !ended;
    }
    async #connect() {
        const reading = this.#read();
        try {
            for (;;) {
                const step = await reading.next();
                if (step.done)
                    return step.value;
                await this.#deliver(step.value);
            }
        }
        finally {
            await reading.return({ kind: 'closed' });
        }
    }
    /** One connection's events; what goes wrong with it is its outcome. */
    async *#read() {
        const scope = (0,deadline/* childOf */.GG)(this.#scope.signal);
        let hangUp;
        let open = false;
        this.#watchdog.connecting();
        const watching = this.#watchdog.watch(scope.signal).then((reason) => {
            hangUp = reason;
            scope.end();
        });
        try {
            const bytes = await (0,deadline/* unlessAborted */.Wh)(this.#log.open(this.#buildId, scope.signal), scope.signal);
            open = true;
            this.#opened();
            yield* readEventsUntil(bytes, scope.signal);
            return { kind: 'closed' };
        }
        catch (error) {
            if (this.#scope.signal.aborted)
                throw new errors/* AbortedError */.oM('the log was left', { cause: error });
            if (hangUp && open)
                return { kind: hangUp };
            const fault = hangUp ? new Error('the request was not answered') : error;
            return { kind: (0,log_scope/* logFaultOf */.Wl)(fault), error: fault };
        }
        finally {
            scope.end();
            await watching;
        }
    }
    #opened() {
        this.#connections++;
        this.#ledger.restart();
        this.#watchdog.opened();
    }
    async #deliver(events) {
        const lines = [];
        for (const event of events) {
            const own = linesOf(this.#log, event);
            if (event.unclosed)
                this.#keep(own);
            else
                for (const line of own)
                    lines.push(line);
        }
        if (lines.length === 0) {
            this.#watchdog.heard('bytes');
            return;
        }
        const { fresh, notice } = this.#ledger.admit(lines);
        this.#watchdog.heard(fresh.length > 0 ? 'news' : 'repeated');
        if (notice)
            this.#sink.onNotice(notice);
        if (fresh.length === 0)
            return;
        this.#watchdog.pause();
        await this.#sink.onLines(fresh);
        this.#watchdog.heard('news');
    }
    #keep(lines) {
        if (!this.#ledger.replaying)
            this.#ledger.keep(lines);
    }
    #tellBroken(outcome) {
        if (this.#toldBroken || outcome.kind !== 'broken')
            return;
        this.#toldBroken = true;
        const reason = (0,errors/* messageOf */.bD)(outcome.error);
        this.#sink.onNotice(this.#connections === 0
            ? `The build log cannot be read yet (${reason}); it is asked for again while the build runs.`
            : `The build log broke off (${reason}); it is taken up again where it stopped.`);
    }
    async #close(outcome) {
        const rest = this.#ledger.rest();
        if (rest.length > 0)
            await this.#sink.onLines(rest);
        const read = this.#connections > 0 && outcome.kind !== 'endless' && outcome.kind !== 'broken';
        const missing = faultOfEnd(outcome, this.#connections > 0);
        if (missing)
            this.#sink.onNotice(missing);
        const resumed = Math.max(0, this.#connections - 1);
        return {
            delivered: this.#ledger.delivered,
            complete: read && outcome.kind !== 'refused' && this.#ledger.intact,
            resumed,
        };
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/lines.js


/**
 * Delivers a build's log lines, each once and in order, until the build has ended and its log with it.
 * A cloud without a log yields none. Trouble with a log is told through the sink and never thrown: it must not
 * fail a build (sgp.openapi.yaml, `streamBuildLogs`).
 * @throws {AbortedError} when `scope.signal` fires, or what the sink throws
 */
async function followLog(log, buildId, sink, scope) {
    if (!log)
        return { delivered: 0, complete: true, resumed: 0 };
    return log.kind === 'stream'
        ? followStream(log, buildId, sink, scope)
        : followPolls(log, buildId, sink, scope);
}

// EXTERNAL MODULE: ./lib/src/follow/status-watch.js
var status_watch = __webpack_require__(5880);
;// CONCATENATED MODULE: ./lib/src/follow/build.js








const CANCEL_MS = 10_000;
const GRACE_MS = 30_000;
const NOTICES_MAX = 100;
/**
 * Follows a submitted build to its end: log and status side by side, and whichever ends first makes the other
 * hurry. Past `timeoutMs` the build is cancelled on the cloud, where that is possible.
 * @throws {AbortedError} when `signal` fires: cancelling is then the caller's part
 * @throws {HttpError} when the status cannot be had for good (401, 403, 404 after 30 s, other refusals)
 */
async function followBuild(cloud, build, options) {
    const clock = options.clock ?? wait/* systemClock */.m;
    const startedAt = clock.now();
    const scope = (0,deadline/* childOf */.GG)(options.signal);
    const ended = new AbortController();
    const notices = [];
    const onNotice = (message) => {
        if (notices.length < NOTICES_MAX)
            notices.push(message);
        options.onNotice(message);
    };
    const plan = { clock, signal: scope.signal, pollIntervalMs: options.pollIntervalMs };
    const watch = watchBuild(cloud, build, { ...options, onNotice }, plan);
    // A success that was found, not built, has no log that anyone waits for.
    const source = build.status === 'succeeded' ? undefined : cloud.log;
    const hurry = () => watch.hurry();
    const sink = { onLines: options.onLines, onNotice };
    const logging = (0,guarded/* guarded */.N)(followLog(source, build.id, sink, { ...plan, ended: ended.signal, hurry }), scope.end);
    try {
        const inTime = await watch.run(startedAt + options.timeoutMs);
        const cancel = inTime
            ? undefined
            : await stop(cloud, build.id, watch, { ...plan, graceMs: options.graceMs });
        ended.abort();
        const log = { ...(await logging.result()), notices };
        const facts = { build: watch.latest, log, elapsedMs: clock.now() - startedAt };
        if (inTime)
            return { end: 'ended', ...facts };
        const { trouble } = watch;
        return { end: 'timed-out', ...facts, ...(cancel && { cancel }), ...(trouble && { trouble }) };
    }
    catch (error) {
        throw logging.fault() ?? error;
    }
    finally {
        scope.end();
        await logging.settled;
    }
}
function watchBuild(cloud, build, { onStatus, onNotice }, plan) {
    return new status_watch/* StatusWatch */.C({
        noun: 'build',
        get: (signal) => cloud.get(build.id, signal),
        read: ({ status, rawStatus }) => ({
            raw: rawStatus,
            known: status !== 'unknown',
            ended: (0,clouds_cloud.isBuildEnd)(status),
        }),
        onAnswer: (now, before) => {
            if (statusKey(now) !== statusKey(before))
                onStatus(now, before.rawStatus);
        },
        onNotice,
    }, build, plan);
}
function statusKey({ rawStatus, artifacts = [] }) {
    return JSON.stringify([rawStatus, ...artifacts.map(({ kind, rawStatus: own }) => [kind, own])]);
}
/** Cancels a build whose time is over and waits a little for what it becomes. */
async function stop(cloud, buildId, watch, plan) {
    const { clock, signal, graceMs = GRACE_MS } = plan;
    const cancel = await (0,follow_cancel.cancelBuild)(cloud, buildId, { withinMs: CANCEL_MS, signal, clock });
    if (cancel.outcome === 'asked' || cancel.outcome === 'over') {
        void watch.hurry();
        await watch.run(clock.now() + graceMs);
    }
    return cancel;
}

;// CONCATENATED MODULE: ./lib/src/follow/buildkit-lines.js
const VERTEX = /^#(\d{1,6}) (.*)$/;
const DONE = /^DONE(?: (\d{1,9}(?:\.\d{1,9})?)s)?$/;
const ERROR = /^ERROR(?:: (.*))?$/;
const OUTPUT = /^(\d{1,9}\.\d{1,9})(?: (.*))?$/;
const LABEL = /^\[(?:([^\]]*) )?(\d{1,6})\/(\d{1,6})\] (.+)$/;
const PLATFORM = /^(?:linux|windows|darwin|freebsd|wasi)\/\S+(?: |$)/;
const VERDICT = /^(?:ERROR: |error: |target \S+: )*failed to solve: (.*)$/;
const POINTER = /^ *(\d{1,6}) \| +>>>/;
/** BuildKit's plain progress (`--progress=plain`), where every line of a vertex begins with its number. */
function readBuildkit(text) {
    const match = VERTEX.exec(text);
    if (!match)
        return readTrailer(text);
    const [, vertex = '', rest = ''] = match;
    const output = OUTPUT.exec(rest);
    if (output)
        return { kind: 'output', vertex, figure: Number(output[1]), text: output[2] ?? '' };
    if (rest === 'CACHED')
        return { kind: 'cached', vertex };
    if (rest === 'CANCELED')
        return { kind: 'cancelled', vertex };
    if (rest === '...')
        return { kind: 'noise' };
    const done = DONE.exec(rest);
    if (done)
        return { kind: 'done', vertex, ...(done[1] && { seconds: Number(done[1]) }) };
    const error = ERROR.exec(rest);
    if (error)
        return { kind: 'failed', vertex, message: error[1] ?? '' };
    return { kind: 'vertex', vertex, text: rest };
}
/** What the client prints below: the excerpt of the Dockerfile and its verdict. */
function readTrailer(text) {
    const pointer = POINTER.exec(text);
    if (pointer)
        return { kind: 'excerpt', line: Number(pointer[1]) };
    const verdict = VERDICT.exec(text);
    return verdict ? { kind: 'verdict', message: verdict[1] ?? '' } : undefined;
}
/** A vertex that stands for an instruction, e.g. `[linux/amd64 builder 2/5] RUN make`. */
function instructionOf(label) {
    const match = LABEL.exec(label);
    if (!match)
        return undefined;
    const [, where = '', number, of, instruction = ''] = match;
    const stage = where.replace(PLATFORM, '');
    return {
        instruction,
        position: { number: Number(number), of: Number(of), ...(stage && { stage }) },
    };
}

;// CONCATENATED MODULE: ./lib/src/follow/log-text.js
/** Longer lines are read as far as this; no builder says anything of ours behind it. */
const READ_MAX = 4096;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
/** What build services put in front of a builder's own lines, e.g. `[Container] 2026/03/04 10:00:00 `. */
const PREFIX = /^(?:\[Container\] )?(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]? )?/;
/** A log line as the builder meant it: without colours, service prefixes, or what a carriage return overwrote. */
function plainText(line) {
    let text = line.length > READ_MAX ? line.slice(0, READ_MAX) : line;
    if (text.includes('\u001b'))
        text = text.replace(ESCAPES, '');
    if (text.includes('\r'))
        text = lastShown(text);
    return text.startsWith('[') || text.startsWith('2') ? text.replace(PREFIX, '') : text;
}
function lastShown(text) {
    const shown = text.endsWith('\r') ? text.slice(0, -1) : text;
    return shown.slice(shown.lastIndexOf('\r') + 1);
}

;// CONCATENATED MODULE: ./lib/src/follow/sequential-lines.js
/** Builders that work through one step after the other; a step's output carries no mark of its own. */
const CLASSIC_STEP = /^Step (\d{1,6})\/(\d{1,6}) ?: (.+)$/;
const CLASSIC_FAILED = /^(?:ERROR: |Error: |error: )?(The command '.*' returned a non-zero code: \d+|(?:COPY|ADD) failed: .*)$/;
const CLASSIC_VERDICT = /^(?:ERROR: )?Error response from daemon: (.*)$/;
const CLASSIC_NOISE = /^(?: ---> (?:Running in )?[0-9a-f]{6,}|Removing intermediate container [0-9a-f]+)$/;
/** The classic builder of Docker: `Step 2/5 : RUN make`. */
function readClassic(text) {
    const step = CLASSIC_STEP.exec(text);
    if (step) {
        const [, number, of, instruction = ''] = step;
        const position = { number: Number(number), of: Number(of) };
        return {
            kind: 'step',
            builder: 'classic',
            label: `[${number}/${of}] ${instruction}`,
            instruction,
            position,
        };
    }
    if (text === ' ---> Using cache')
        return { kind: 'cached' };
    if (CLASSIC_NOISE.test(text))
        return { kind: 'noise' };
    if (text.startsWith('Successfully built ') || text.startsWith('Successfully tagged '))
        return { kind: 'done' };
    const failed = CLASSIC_FAILED.exec(text);
    if (failed)
        return { kind: 'failed', message: failed[1] ?? '' };
    const verdict = CLASSIC_VERDICT.exec(text);
    return verdict ? { kind: 'verdict', message: verdict[1] ?? '' } : undefined;
}
const BUILDAH_STEP = /^(?:\[(\d{1,6})\/(\d{1,6})\] )?STEP (\d{1,6})(?:\/(\d{1,6}))?: (.+)$/;
const BUILDAH_COMMIT = /^(?:\[\d+\/\d+\] )?COMMIT(?: |$)/;
const BUILDAH_CACHED = /^(?:\[\d+\/\d+\] )?--> (?:Using|Pulled) cache /;
const BUILDAH_LAYER = /^(?:\[\d+\/\d+\] )?--> [0-9a-f]{6,}$/;
const BUILDAH_FAILED = /^(?:Error: )?(?:error )?building at STEP "((?:[^"\\]|\\.)*)": (.*)$/;
/** buildah and podman: `STEP 2/5: RUN make`, with `[1/2]` in front where there are stages. */
function readBuildah(text) {
    const step = BUILDAH_STEP.exec(text);
    if (step)
        return buildahStep(step);
    if (BUILDAH_CACHED.test(text))
        return { kind: 'cached' };
    if (BUILDAH_COMMIT.test(text) || BUILDAH_LAYER.test(text))
        return { kind: 'done' };
    const failed = BUILDAH_FAILED.exec(text);
    if (failed)
        return { kind: 'failed', instruction: unquoted(failed[1] ?? ''), message: failed[2] ?? '' };
    return text.startsWith('Error: ') ? { kind: 'verdict', message: text.slice(7) } : undefined;
}
function buildahStep([, stage, stages, number, of, instruction = '']) {
    if (BUILDAH_COMMIT.test(instruction))
        return { kind: 'done' };
    const where = `${stage ? `stage ${stage}/${stages} ` : ''}${number}${of ? `/${of}` : ''}`;
    const position = { number: Number(number), ...(of && { of: Number(of) }), ...(stage && { stage }) };
    return { kind: 'step', builder: 'buildah', label: `[${where}] ${instruction}`, instruction, position };
}
/** Go's `%q`: near enough to JSON for what stands in a Dockerfile. */
function unquoted(text) {
    try {
        return String(JSON.parse(`"${text}"`));
    }
    catch {
        return text;
    }
}
const KANIKO_LINE = /^(?:INFO|WARN|ERRO|FATA|DEBU)\[(\d{4,9}|[^\]]{10,40})\] (.*)$/;
const KANIKO_STEP = /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR) ./i;
const KANIKO_FAILED = /^(?:Error: )?error building image: (.*)$/;
/** kaniko: `INFO[0012] RUN make`, where the figure counts seconds from the start of the build. */
function readKaniko(text) {
    const failed = KANIKO_FAILED.exec(text);
    if (failed)
        return { kind: 'failed', message: failed[1] ?? '' };
    const line = KANIKO_LINE.exec(text);
    if (!line)
        return undefined;
    const [, clock = '', message = ''] = line;
    const figure = /^\d+$/.test(clock) ? { figure: Number(clock) } : {};
    if (KANIKO_STEP.test(message) && text.startsWith('INFO')) {
        return { kind: 'step', builder: 'kaniko', label: message, instruction: message, ...figure };
    }
    if (message.startsWith('Using caching version of cmd: ')) {
        return { kind: 'cached', instruction: message.slice('Using caching version of cmd: '.length) };
    }
    if (message.startsWith('Found cached layer'))
        return { kind: 'cached' };
    if (message.startsWith('Pushing image to '))
        return { kind: 'done', ...figure };
    return { kind: 'noise' };
}

;// CONCATENATED MODULE: ./lib/src/follow/step-book.js
/** Bounds against any log: steps kept, lines kept of each, characters of a line or a name. */
const STEPS_MAX = 1000;
const LINES_KEPT = 20;
const LINE_MAX = 2000;
const NAME_MAX = 500;
/** The steps of a build in their order, of bounded size. */
class StepBook {
    #steps = [];
    get size() {
        return this.#steps.length;
    }
    /** Past the bound the newest step takes the place of the one before: the last one tells of a failure. */
    add(step) {
        const { label, instruction } = step;
        const open = {
            ...step,
            label: copyOf(label, NAME_MAX),
            ...(instruction === undefined ? {} : { instruction: copyOf(instruction, NAME_MAX) }),
            state: 'running',
            lines: [],
        };
        if (this.#steps.length === STEPS_MAX)
            this.#steps.pop();
        this.#steps.push(open);
        return open;
    }
    print(step, line) {
        step.lines.push(copyOf(line, LINE_MAX));
        if (step.lines.length > LINES_KEPT)
            step.lines.shift();
    }
    /** Ends a step, with the builder's own figure for its duration where there is one. */
    close(step, state, atMs, seconds) {
        step.state = state;
        const measured = seconds ?? step.figure ?? Math.max(0, atMs - step.startedAt) / 1000;
        if (state !== 'cached' || seconds !== undefined)
            step.seconds = Math.round(measured * 1000) / 1000;
        if (state === 'done' || state === 'cached')
            step.lines = [];
    }
    /** The step that failed first; of a build that failed without saying where, the last one that was not over. */
    failing() {
        return (this.#steps.find(({ state }) => state === 'failed') ??
            this.#steps.findLast(({ state, instruction }) => state === 'running' && instruction !== undefined));
    }
    running() {
        return this.#steps.filter(({ state }) => state === 'running');
    }
    /** The instructions, and whatever else failed. */
    steps() {
        return this.#steps
            .filter(({ instruction, state }) => instruction !== undefined || state === 'failed')
            .map(buildStepOf);
    }
}
/** A part of a string keeps all of it in memory, here up to a megabyte for a line; a copy does not. */
function copyOf(text, max) {
    return Buffer.from(text.slice(0, max), 'utf16le').toString('utf16le');
}
function buildStepOf({ label, instruction, seconds, state }) {
    return {
        name: label,
        ...(instruction === undefined ? {} : { instruction }),
        ...(seconds === undefined ? {} : { seconds }),
        state,
    };
}

;// CONCATENATED MODULE: ./lib/src/follow/vertex-map.js

const VERTICES_MAX = 2000;
/** BuildKit's vertices by their number; several are open at once and their lines come interleaved. */
class VertexMap {
    #book;
    #steps = new Map();
    constructor(book) {
        this.#book = book;
    }
    take(signal, atMs) {
        if (!('vertex' in signal) || signal.vertex === undefined)
            return;
        if (signal.kind === 'vertex')
            this.#name(signal.vertex, signal.text, atMs);
        else
            this.#mark(this.#steps.get(signal.vertex), signal, atMs);
    }
    #mark(step, signal, atMs) {
        if (!step)
            return;
        if (signal.kind === 'output') {
            this.#book.print(step, signal.text);
            if (signal.figure !== undefined)
                step.figure = signal.figure;
        }
        else if (signal.kind === 'failed') {
            step.message = signal.message.slice(0, 2000);
            this.#book.close(step, 'failed', atMs);
        }
        else if (signal.kind === 'done') {
            this.#done(step, atMs, signal.seconds);
        }
        else
            this.#book.close(step, signal.kind === 'cached' ? 'cached' : 'cancelled', atMs);
    }
    /** A vertex may be done in parts, and a cached one says DONE as well. */
    #done(step, atMs, seconds) {
        if (step.state === 'running')
            this.#book.close(step, 'done', atMs, seconds);
        else if (step.state === 'done')
            step.seconds = Math.max(step.seconds ?? 0, seconds ?? 0);
    }
    /** The first text of a number is its name; the same again is no news, another one is progress or another build. */
    #name(vertex, text, atMs) {
        const known = this.#steps.get(vertex);
        if (known && (known.state === 'running' || known.label === text.slice(0, known.label.length))) {
            if (known.label !== text.slice(0, known.label.length))
                this.#book.print(known, text);
            return;
        }
        if (known && !text.startsWith('['))
            return;
        if (this.#steps.size >= VERTICES_MAX && !known)
            this.#forgetOldest();
        const step = this.#book.add({
            label: text,
            builder: 'buildkit',
            startedAt: atMs,
            ...instructionOf(text),
        });
        this.#steps.set(vertex, step);
    }
    #forgetOldest() {
        const [oldest] = this.#steps.keys();
        if (oldest !== undefined)
            this.#steps.delete(oldest);
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/steps.js





/** A reader for the logs of BuildKit (plain progress), Docker's classic builder, buildah and kaniko. */
function createStepReader() {
    const reader = new Reader();
    return {
        read: (line, atMs) => reader.read(line, atMs),
        end: (atMs, outcome) => reader.end(atMs, outcome),
        steps: () => reader.steps(),
        failing: () => reader.failing(),
    };
}
const GRAMMARS = {
    buildkit: readBuildkit,
    classic: readClassic,
    buildah: readBuildah,
    kaniko: readKaniko,
};
const BUILDERS = Object.keys(GRAMMARS);
const PARSE_ERROR = /dockerfile parse error (?:on )?line (\d{1,6}): /i;
const CACHED_MAX = 500;
class Reader {
    #book = new StepBook();
    #vertices = new VertexMap(this.#book);
    /** Decided by the first step and kept: what a step prints must not pass for another builder's words. */
    #builder;
    /** The step that a builder without marks is at. */
    #current;
    #cached = new Set();
    #reportedLine;
    #unparsable;
    #verdict;
    read(line, atMs) {
        const text = plainText(line);
        const signal = this.#signalOf(text);
        if (signal)
            this.#take(signal, atMs);
        // A verdict may be what the step printed: only the end of the log tells.
        const isOutput = !signal || signal.kind === 'verdict';
        if (isOutput && this.#current?.state === 'running')
            this.#book.print(this.#current, text);
    }
    end(atMs, outcome) {
        if (outcome !== 'succeeded')
            return;
        for (const step of this.#book.running())
            this.#book.close(step, 'done', atMs);
    }
    steps() {
        return this.#book.steps();
    }
    failing() {
        if (this.#unparsable)
            return failingFile(this.#unparsable);
        const step = this.#book.failing();
        if (!step)
            return undefined;
        const { builder, instruction, position, lines } = step;
        const message = step.message || this.#verdict;
        return {
            step: buildStepOf(step.state === 'failed' ? step : { ...step, state: 'failed' }),
            lines: [...lines],
            ...(message ? { message } : {}),
            clue: {
                builder,
                ...(instruction === undefined ? {} : { instruction }),
                ...(position === undefined ? {} : { position }),
                ...(this.#reportedLine === undefined ? {} : { reportedLine: this.#reportedLine }),
            },
        };
    }
    #signalOf(text) {
        const parseError = text.includes(' parse error ') ? PARSE_ERROR.exec(text) : null;
        if (parseError && !this.#isOutput(text)) {
            return { kind: 'unparsable', message: text, line: Number(parseError[1]) };
        }
        if (this.#builder)
            return GRAMMARS[this.#builder](text);
        for (const builder of BUILDERS) {
            const signal = GRAMMARS[builder](text);
            if (!signal || !opens(signal))
                continue;
            this.#builder = builder;
            return signal;
        }
        return undefined;
    }
    /** Whether the line is what a step printed, so that no word of it counts. */
    #isOutput(text) {
        return this.#current?.state === 'running' || (this.#builder === 'buildkit' && text.startsWith('#'));
    }
    #take(signal, atMs) {
        if (signal.kind === 'step')
            this.#begin(signal, atMs);
        else if (signal.kind === 'unparsable')
            this.#unparsable = signal;
        else if (signal.kind === 'verdict')
            this.#verdict = signal.message;
        else if (signal.kind === 'excerpt')
            this.#reportedLine ??= signal.line;
        else if (this.#builder === 'buildkit')
            this.#vertices.take(signal, atMs);
        else
            this.#mark(signal, atMs);
    }
    /** These builders stop at a failure: where a step follows, what looked like one was the output of a step. */
    #begin(signal, atMs) {
        const { kind: _kind, figure, ...facts } = signal;
        if (this.#current && this.#current.state !== 'cached')
            this.#finish(this.#current, atMs, figure);
        this.#current = this.#book.add({
            ...facts,
            startedAt: atMs,
            ...(figure === undefined ? {} : { startFigure: figure }),
        });
        if (this.#cached.has(signal.instruction))
            this.#book.close(this.#current, 'cached', atMs);
    }
    #mark(signal, atMs) {
        const step = this.#current;
        if (signal.kind === 'cached' && signal.instruction !== undefined)
            this.#remember(signal.instruction);
        else if (step?.state !== 'running')
            return;
        else if (signal.kind === 'cached')
            this.#book.close(step, 'cached', atMs);
        else if (signal.kind === 'done')
            this.#finish(step, atMs, signal.figure);
        else if (signal.kind === 'failed') {
            this.#book.close(step, 'failed', atMs);
            step.message = signal.message.slice(0, 2000);
        }
    }
    #finish(step, atMs, figure) {
        const own = figure !== undefined && step.startFigure !== undefined ? figure - step.startFigure : undefined;
        delete step.message;
        this.#book.close(step, 'done', atMs, own);
    }
    #remember(instruction) {
        if (this.#cached.size < CACHED_MAX)
            this.#cached.add(instruction);
    }
}
/** Whether a line is proof enough that this builder speaks. */
function opens(signal) {
    return signal.kind === 'step' || (signal.kind === 'vertex' && signal.text.startsWith('['));
}
function failingFile({ message, line }) {
    return {
        step: { name: 'Dockerfile', state: 'failed' },
        lines: [message],
        message,
        clue: line === undefined ? {} : { reportedLine: line },
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/src/host/log-file.js


function openLogFile(path) {
    const stream = (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 });
    let fault;
    stream.on('error', (error) => {
        fault ??= error.message;
    });
    return {
        path,
        async write(lines) {
            if (fault !== undefined || lines.length === 0)
                return;
            if (stream.write(`${lines.join('\n')}\n`))
                return;
            await room(stream);
        },
        async close() {
            stream.end();
            await (0,promises_.finished)(stream).catch(() => undefined);
            return fault;
        },
    };
}
function room(stream) {
    return new Promise((resolve) => {
        const go = () => {
            stream.off('drain', go).off('error', go);
            resolve();
        };
        stream.on('drain', go).on('error', go);
    });
}

// EXTERNAL MODULE: ./lib/src/report/failure.js
var report_failure = __webpack_require__(5851);
// EXTERNAL MODULE: ./lib/src/report/story.js
var story = __webpack_require__(3296);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/src/context/dockerfile.js
var context_dockerfile = __webpack_require__(4106);
;// CONCATENATED MODULE: ./lib/src/follow/dockerfile-instructions.js
const KEYWORD = /^\s*([A-Za-z]+)(?:\s|$)/;
const ESCAPE_DIRECTIVE = /^#\s*escape\s*=\s*([`\\])\s*$/i;
const DIRECTIVE = /^#\s*[a-z]+\s*=/i;
const COMMENT = /^\s*#/;
const HEREDOC = /<<(-?)(["']?)([A-Za-z0-9_.]+)\2/g;
const STAGE_NAME = /\sas\s+(\S+)\s*$/i;
/** The instructions of a Dockerfile, as far as finding a line needs them; nothing is validated. */
function instructionsOf(dockerfile) {
    const lines = dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/);
    const continuation = escapeOf(lines);
    const found = [];
    let stage = -1;
    let stageName;
    for (let at = 0; at < lines.length;) {
        const { text, next } = logicalLine(lines, at, continuation);
        const keyword = KEYWORD.exec(text)?.[1]?.toUpperCase();
        if (keyword === 'FROM') {
            stage++;
            stageName = STAGE_NAME.exec(text)?.[1]?.toLowerCase();
        }
        if (keyword)
            found.push({ line: at + 1, keyword, text, stage, ...(stageName && { stageName }) });
        at = keyword ? afterHeredocs(lines, next, keyword, text) : next;
    }
    return found;
}
/** Parser directives stand only at the top, before anything else. */
function escapeOf(lines) {
    for (const line of lines) {
        const continuation = ESCAPE_DIRECTIVE.exec(line)?.[1];
        if (continuation)
            return continuation;
        if (!DIRECTIVE.test(line))
            break;
    }
    return '\\';
}
/** The instruction that begins at a line, and the line after it; comments and empty lines within do not end it. */
function logicalLine(lines, start, continuation) {
    const parts = [];
    let at = start;
    for (let open = true; open && at < lines.length; at++) {
        const line = (lines[at] ?? '').trimEnd();
        if (at > start && (line === '' || COMMENT.test(line)))
            continue;
        open = line.endsWith(continuation) && !COMMENT.test(line);
        parts.push(open ? line.slice(0, -1) : line);
    }
    return { text: singleSpaced(parts.join(' ')), next: at };
}
/** Skips the here-documents that an instruction announces. */
function afterHeredocs(lines, next, keyword, text) {
    if (keyword !== 'RUN' && keyword !== 'COPY' && keyword !== 'ADD')
        return next;
    let at = next;
    for (const [, dash, , word] of text.matchAll(HEREDOC)) {
        const end = lines.findIndex((line, index) => index >= at && (dash ? line.trimStart() : line) === word);
        // Without its end word it was no here-document, e.g. a shift in shell arithmetic.
        if (end >= 0)
            at = end + 1;
    }
    return at;
}
function singleSpaced(text) {
    return text.replace(/\s+/g, ' ').trim();
}

;// CONCATENATED MODULE: ./lib/src/follow/dockerfile.js

/** Far above any Dockerfile; a larger file is not searched. */
const DOCKERFILE_MAX = 1024 * 1024;
/** So many characters of an instruction tell it from the others; builders may cut what is longer. */
const COMPARED = 400;
/**
 * Finds the failing instruction in the Dockerfile it came from: by the line that the builder pointed at, else by the
 * instruction's words (also where the builder shows variables expanded), else by its number.
 * @returns the line on which the instruction begins, from 1; `undefined` where more than one could be meant
 */
function locateInstruction(dockerfile, failing) {
    if (dockerfile.length > DOCKERFILE_MAX)
        return undefined;
    const { clue } = failing;
    const instructions = instructionsOf(dockerfile);
    const reported = clue.reportedLine;
    if (reported !== undefined && reported >= 1) {
        const fits = reported <= dockerfile.split('\n').length;
        if (fits && pointsAt(instructions, reported, clue))
            return reported;
    }
    return byWords(instructions, clue);
}
/** A line that another file's excerpt would give is not believed. */
function pointsAt(instructions, line, { instruction }) {
    if (instruction === undefined)
        return true;
    const owner = instructions.findLast((candidate) => candidate.line <= line);
    return owner === undefined || owner.keyword === keywordOf(instruction);
}
function byWords(instructions, clue) {
    if (clue.instruction === undefined)
        return undefined;
    const keyword = keywordOf(clue.instruction);
    const same = instructions.filter((candidate) => candidate.keyword === keyword);
    const staged = same.filter((candidate) => isInStage(candidate, instructions, clue));
    const among = staged.length > 0 ? staged : same;
    const shown = normal(clue.instruction);
    for (const matches of [isSame, isExpanded]) {
        const found = among.filter(({ text }) => matches(normal(text), shown));
        if (found.length === 1)
            return found[0]?.line;
        if (found.length > 1)
            return numbered(found, instructions, clue)?.line;
    }
    return numbered(among, instructions, clue)?.line;
}
function numbered(among, instructions, { builder, position }) {
    if (!builder || !position)
        return undefined;
    const fitting = among.filter((candidate) => numberOf(candidate, instructions, builder) === position.number);
    return fitting.length === 1 ? fitting[0] : undefined;
}
/** BuildKit numbers only what makes a layer or changes the folder; the others only record it. */
const BUILDKIT_COUNTS = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR']);
/** The number that a builder gives an instruction: the classic one counts on through all stages. */
function numberOf(wanted, instructions, builder) {
    const before = instructions.filter(({ line }) => line <= wanted.line);
    if (builder === 'classic')
        return before.length;
    const stage = before.filter((candidate) => candidate.stage === wanted.stage);
    if (builder === 'buildkit')
        return stage.filter(({ keyword }) => BUILDKIT_COUNTS.has(keyword)).length;
    return stage.length;
}
/** BuildKit calls a nameless stage `stage-<n>` from 0, buildah counts stages from 1; one stage alone has no name. */
function isInStage({ stage, stageName }, instructions, { builder, position }) {
    if (builder === 'buildah' && position?.stage)
        return stage === Number(position.stage) - 1;
    if (builder !== 'buildkit')
        return true;
    const shown = position?.stage?.toLowerCase();
    if (shown !== undefined)
        return shown === stageName || shown === `stage-${stage}`;
    return instructions.every((candidate) => candidate.stage <= 0);
}
function keywordOf(instruction) {
    return (/^\s*([A-Za-z]+)/.exec(instruction)?.[1] ?? '').toUpperCase();
}
function normal(instruction) {
    const text = singleSpaced(instruction);
    const keyword = keywordOf(text);
    return keyword + text.slice(keyword.length);
}
/** BuildKit shows of a here-document `RUN <<EOF (its first words...)`. */
function isSame(written, shown) {
    const head = shown.replace(/(<<-?["']?[\w.]+["']?) \(.*$/, '$1').slice(0, COMPARED);
    return shown.length > COMPARED ? written.startsWith(head) : written === head;
}
const VARIABLE = /\$(?:\{[^}]*\}|[A-Za-z_]\w*)/;
/** Whether `shown` can be `written` with its variables replaced: its fixed parts occur in their order. */
function isExpanded(written, shown) {
    const parts = written.split(VARIABLE);
    const [first = '', ...others] = parts;
    if (others.length === 0 || !shown.startsWith(first))
        return false;
    let at = first.length;
    for (const part of others) {
        const found = shown.indexOf(part, at);
        if (found < 0)
            return false;
        at = found + part.length;
    }
    return shown.endsWith(parts.at(-1) ?? '');
}

;// CONCATENATED MODULE: ./lib/src/modes/build-facts.js



const OUTPUT_STATUS = {
    succeeded: 'success',
    failed: 'failed',
    cancelled: 'cancelled',
    'timed-out': 'timed_out',
    errored: 'error',
};
/** What the end of a build adds to the result; a failing step only where the build did not succeed. */
async function factsOf(step, end, steps) {
    const { build } = end;
    const status = end.end === 'timed-out' && build.status !== 'succeeded' ? 'timed_out' : OUTPUT_STATUS[build.status];
    const failing = status === 'success' ? undefined : await placeOf(step, steps);
    return {
        id: build.id,
        status: status ?? 'error',
        seconds: secondsOf(build) ?? end.elapsedMs / 1000,
        steps: steps.steps(),
        logLines: end.log.delivered,
        ...imageOf(build, step.ledger.result().build),
        ...(failing === undefined ? {} : { failing }),
    };
}
/** The cloud's own figures where it has them: queueing and our polling are not the build. */
function secondsOf(build) {
    if (build.startedAt === undefined || build.endedAt === undefined)
        return undefined;
    const ms = Date.parse(build.endedAt) - Date.parse(build.startedAt);
    return ms >= 0 ? ms / 1000 : undefined;
}
/** `image_url` may be missing even after the end: then name:tag, told as not a full reference (sgp.openapi.yaml, getBuild). */
function imageOf(build, known) {
    const imageName = build.imageName ?? known?.imageName;
    const imageTag = build.imageTag ?? known?.imageTag;
    const names = { ...(imageName && { imageName }), ...(imageTag && { imageTag }) };
    if (build.status !== 'succeeded')
        return names;
    if (build.image !== undefined)
        return { ...names, image: { reference: build.image, partial: false } };
    return imageName && imageTag
        ? { ...names, image: { reference: `${imageName}:${imageTag}`, partial: true } }
        : names;
}
/** The failing step, with the line of its instruction in the author's own Dockerfile where that can be found. */
async function placeOf({ settings }, steps) {
    const found = steps.failing();
    if (!found)
        return undefined;
    const failing = { step: found.step, lines: found.lines };
    const { dockerfile, root, workspace } = settings.context;
    try {
        const path = (0,context_dockerfile/* resolveDockerfile */.B)(root, dockerfile);
        const line = locateInstruction(await (0,external_node_fs_promises_.readFile)(path, 'utf8'), found);
        const file = path.startsWith(`${workspace}/`) ? path.slice(workspace.length + 1) : path;
        return line === undefined ? failing : { ...failing, place: { file, line } };
    }
    catch {
        // The Dockerfile was there when it was packed; without it the failure is told all the same.
        return failing;
    }
}

// EXTERNAL MODULE: ./lib/src/modes/phase.js
var phase = __webpack_require__(6862);
;// CONCATENATED MODULE: ./lib/src/modes/follow-build.js










/**
 * Follows a submitted build to its end, log lines as they arrive.
 * @throws {UserError} when the build ended in anything but success; {AbortedError} when the workflow was cancelled.
 */
async function followToEnd(step, submitted) {
    const cloud = await step.cloud();
    const steps = createStepReader();
    const names = { name: 'Build', group: `Build ${submitted.id}` };
    const end = await (0,phase/* phase */.O)(step, names, () => watch(step, cloud, submitted, steps), () => (0,story/* buildLine */.hU)(step.ledger.result().build ?? { steps: [] }));
    if (end.build.status === 'succeeded' && end.end === 'ended')
        return end.build;
    const facts = step.ledger.result().build ?? { steps: [] };
    const failure = (0,report_failure/* buildFailure */.H)(facts, end.build.error);
    step.ledger.note({ failure });
    throw new errors/* UserError */.yo(failure.message, {
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        ...(failure.place === undefined ? {} : { place: failure.place }),
    });
}
async function watch(step, cloud, submitted, steps) {
    const { console, ledger, settings, state, signal } = step;
    const logFile = openLogFile((0,external_node_path_.join)(step.temp, `cloud-build-${submitted.id.replaceAll(/[^\w.-]/g, '_')}.log`));
    ledger.noteBuild({ logFile: logFile.path });
    if (!cloud.log)
        console.info(`${cloud.traits.title} gives no build log: status changes are shown instead.`);
    try {
        const end = await followBuild(cloud, submitted, {
            timeoutMs: settings.buildTimeoutMs,
            pollIntervalMs: settings.pollIntervalMs,
            signal,
            onLines: async (lines) => {
                for (const line of lines)
                    steps.read(line, Date.now());
                await Promise.all([console.buildLines(lines), logFile.write(lines.map(console.conceal))]);
            },
            onStatus: (build) => statusChanged(step, cloud, build),
            onNotice: (notice) => console.info(notice),
        });
        (0,running/* saveRunning */.L)(state, { cloud: cloud.name, buildId: end.build.id, building: false, cancelAsked: false });
        steps.end(Date.now(), end.build.status === 'succeeded' ? 'succeeded' : undefined);
        ledger.noteBuild(await factsOf(step, end, steps));
        return end;
    }
    catch (thrown) {
        steps.end(Date.now());
        ledger.noteBuild({ steps: steps.steps() });
        throw thrown;
    }
    finally {
        const fault = await logFile.close();
        if (fault !== undefined)
            console.warning(`The log file ${logFile.path} is not whole: ${fault}`);
    }
}
/** A cloud without a log tells its story by status changes and their times. */
function statusChanged({ console }, cloud, build) {
    const line = `${new Date().toISOString()} ${cloud.traits.title}: ${build.rawStatus}`;
    if (cloud.log)
        console.debug(line);
    else
        console.info(line);
}

// EXTERNAL MODULE: ./lib/src/modes/identity.js + 3 modules
var identity = __webpack_require__(532);
;// CONCATENATED MODULE: ./lib/src/modes/known-build.js




/**
 * `build: never`: the build that `build-id` names, or the image as it is named.
 * @throws {UserError} where that build did not succeed
 */
async function knownBuild(step) {
    const { ledger, settings } = step;
    const noHash = async () => 'latest';
    if (settings.buildId === undefined) {
        const { imageName, imageTag } = await (0,identity/* identify */.l)(step, noHash);
        ledger.noteBuild({ imageName, imageTag });
        return { imageName, imageTag };
    }
    const cloud = await step.cloud();
    const build = await cloud.get(settings.buildId, step.signal);
    if (build.status !== 'succeeded') {
        const what = (0,clouds_cloud.isBuildEnd)(build.status) ? `ended as ${build.rawStatus}` : `is still ${build.rawStatus}`;
        throw new errors/* UserError */.yo(`build-id ${build.id} ${what}: only a successful build can be deployed.`, {
            hint: 'Give the id of a successful build, or leave build on auto.',
        });
    }
    const { source } = await (0,identity/* identify */.l)(step, noHash);
    ledger.note({
        source: build.sourceCommit === undefined ? source : { ...source, commit: build.sourceCommit },
    });
    ledger.noteBuild({ id: build.id, status: 'success', ...imageOf(build, { imageName: (0,identity/* imageNameOf */.m)(step) }) });
    return build;
}

// EXTERNAL MODULE: ./lib/src/modes/pack.js + 15 modules
var pack = __webpack_require__(3499);
// EXTERNAL MODULE: ./lib/src/modes/submit.js
var modes_submit = __webpack_require__(6857);
;// CONCATENATED MODULE: ./lib/src/modes/run.js






/** Packs, builds and deploys what the event asks for; a closed pull request is torn down instead. */
async function run(step) {
    const { ledger, settings, trigger } = step;
    if (settings.connection === undefined && !settings.dryRun)
        return skip(step);
    if (settings.dryRun)
        return (await __webpack_require__.e(/* import() */ 68).then(__webpack_require__.bind(__webpack_require__, 2068))).rehearse(step);
    if (trigger.closed)
        return (await __webpack_require__.e(/* import() */ 489).then(__webpack_require__.bind(__webpack_require__, 9489))).tearDown(step);
    ledger.note({ outcome: 'building' });
    const built = settings.build === 'never' ? await knownBuild(step) : await buildImage(step);
    await (0,deploy/* deploy */.g)(step, built);
    ledger.note({ outcome: 'succeeded' });
}
/** An event of a fork or of Dependabot has no secrets by the platform's rule: nobody's fault, so it ends green. */
function skip({ console, ledger, trigger }) {
    ledger.note({ outcome: 'skipped' });
    console.warning(`Nothing was built: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can build it by running the workflow on a branch of this repository.`, { title: 'Cloud build skipped' });
}
async function buildImage(step) {
    const context = await (0,pack/* packContext */.JH)(step);
    try {
        const submitted = await (0,modes_submit/* submitBuild */.d)(step, (0,modes_submit/* buildRequest */.m)(step, context));
        return await followToEnd(step, submitted);
    }
    catch (thrown) {
        if (step.signal.aborted)
            await cancelOnAbort(step);
        throw thrown;
    }
}


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readRunning),
/* harmony export */   L: () => (/* binding */ saveRunning)
/* harmony export */ });
const KEY = 'running';
function saveRunning(state, running) {
    state.save(KEY, JSON.stringify(running));
}
/** @returns `undefined` where main submitted nothing or left nothing readable. */
function readRunning(state) {
    const saved = state.read()[KEY];
    if (saved === undefined)
        return undefined;
    try {
        return JSON.parse(saved);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ submitBuild),
/* harmony export */   m: () => (/* binding */ buildRequest)
/* harmony export */ });
/* harmony import */ var _clouds_traits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2100);
/* harmony import */ var _report_story_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3296);
/* harmony import */ var _phase_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6862);
/* harmony import */ var _running_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(998);




/** The request that a packed context becomes; the same facts that a dry run prints. */
function buildRequest({ settings }, { tree, packed, identity }) {
    return {
        archive: { path: packed.path, bytes: packed.bytes, md5: packed.md5 },
        target: identity.target,
        imageName: identity.imageName,
        imageTag: identity.imageTag,
        buildArgs: settings.buildArgs,
        ...(settings.platform === undefined ? {} : { platform: settings.platform }),
        source: identity.source,
        workingTreeHash: packed.workingTreeHash,
        dockerfile: tree.dockerfile,
    };
}
/** Sends the build; from the moment the cloud has it, post can cancel it. */
async function submitBuild(step, request) {
    const { console, ledger, settings, state } = step;
    const traits = _clouds_traits_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUD_TRAITS */ .Q[settings.cloud];
    ledger.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
    const work = async () => {
        const cloud = await step.cloud();
        console.info(`Sending ${request.imageName}:${request.imageTag} to ${traits.title}.`);
        return cloud.submit(request, {
            notice: (message) => console.info(message),
            secret: (value) => console.mask(value),
            submitted: (build) => {
                ledger.noteBuild({ id: build.id });
                (0,_running_js__WEBPACK_IMPORTED_MODULE_3__/* .saveRunning */ .L)(state, {
                    cloud: settings.cloud,
                    buildId: build.id,
                    building: true,
                    cancelAsked: false,
                });
            },
        }, step.signal);
    };
    return (0,_phase_js__WEBPACK_IMPORTED_MODULE_2__/* .phase */ .O)(step, { name: 'Submit' }, work, (build, ms) => (0,_report_story_js__WEBPACK_IMPORTED_MODULE_1__/* .submittedLine */ .G)({ buildId: build.id, bytes: request.archive.bytes, ms }));
}


/***/ }),

/***/ 3296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ deploymentLine),
/* harmony export */   G: () => (/* binding */ submittedLine),
/* harmony export */   hU: () => (/* binding */ buildLine),
/* harmony export */   kU: () => (/* binding */ brokenLine),
/* harmony export */   lG: () => (/* binding */ cleanupLine),
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


/***/ }),

/***/ 8021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4995);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);



const systemClock = {
    now: () => performance.now(),
    sleep: async (ms, signal) => {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal ? { signal } : {});
        }
        catch (cause) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AbortedError */ .oM('the wait was aborted', { cause });
        }
    },
};
/**
 * Calls `attempt` until it succeeds, the plan gives up or the budget is spent; the last error is rethrown itself.
 * A wait that would outlast the budget is not begun.
 */
async function retry(attempt, plan) {
    const clock = plan.clock ?? systemClock;
    const deadline = clock.now() + plan.budgetMs;
    return (0,p_retry__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .Ay)((count) => attempt(count), {
        retries: plan.retries,
        minTimeout: 0,
        maxTimeout: 0,
        ...(plan.signal ? { signal: plan.signal } : {}),
        onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
            if (retriesLeft === 0)
                return;
            const waitMs = plan.signal?.aborted ? undefined : plan.delayOf(error, attemptNumber);
            if (waitMs === undefined || clock.now() + waitMs > deadline)
                throw error;
            plan.onRetry?.(error, attemptNumber, waitMs);
            await clock.sleep(waitMs, plan.signal);
        },
    });
}


/***/ })

};
