export const id = "mode-run";
export const ids = ["mode-run"];
export const modules = {

/***/ 3684:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: function() { return /* reexport */ TreeHash; },
  v: function() { return /* binding */ hashTree; }
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/context/listing/listing.js + 26 modules
var listing = __webpack_require__(3802);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./lib/src/context/hash/digest-thread.js


const NONE = [];
/**
 * A thread that hashes files, so that a large tree is hashed by two cores. It is optional: if it gives no digest,
 * because a file changed or the thread could not start, the caller reads the file.
 */
class DigestThread {
    #worker;
    #waiting = [];
    #over = false;
    constructor(start = startWorker) {
        try {
            this.#worker = start();
        }
        catch {
            // A job's container may allow no further thread (EAGAIN), and Node's permission model none at all.
            this.#over = true;
            return;
        }
        this.#worker.on('message', (digests) => this.#waiting.shift()?.(digests));
        this.#worker.on('error', () => this.stop());
        this.#worker.on('exit', () => this.stop());
    }
    /** Requests without an answer yet; `Infinity` once the thread has ended. */
    get busy() {
        return this.#over ? Number.POSITIVE_INFINITY : this.#waiting.length;
    }
    /** Resolves to an empty list once the thread has ended. */
    digestsOf(files) {
        if (this.#over || this.#worker === undefined)
            return Promise.resolve(NONE);
        const request = {
            sources: files.map(({ source }) => source),
            sizes: files.map(({ size }) => size),
        };
        this.#worker.postMessage(request);
        return new Promise((resolve) => this.#waiting.push(resolve));
    }
    /** Ends the thread and its open requests. */
    stop() {
        this.#over = true;
        for (const resolve of this.#waiting.splice(0))
            resolve(NONE);
        // Not awaited: the thread has nothing to write.
        void this.#worker?.terminate();
    }
}
function startWorker() {
    return new external_node_worker_threads_.Worker(TEXT, { eval: true, workerData: listing/* READ_FLAGS */.tC });
}
/** Sent as text, as the bundle has no file for a thread; so it can only use its parameters. */
const TEXT = `(${serve.toString()})(require('node:worker_threads'), require('node:fs'), require('node:crypto'))`;
function serve({ parentPort, workerData: flags }, { openSync, readSync, closeSync }, { createHash, hash }) {
    const scratch = Buffer.allocUnsafeSlow(1024 * 1024);
    function digestOf(file, size) {
        const sha = createHash('sha256');
        for (let left = size;;) {
            // Requests one byte more than listed, to notice a file that has grown.
            const wanted = Math.min(scratch.length, left + 1);
            const got = readSync(file, scratch, 0, wanted, null);
            if (got > left)
                return '';
            const ended = got < wanted;
            if (ended && got < left)
                return '';
            const bytes = scratch.subarray(0, got);
            if (ended && left === size)
                return hash('sha256', bytes, 'hex');
            sha.update(bytes);
            if (ended)
                return sha.digest('hex');
            left -= got;
        }
    }
    function read(source, size) {
        try {
            const file = openSync(source, flags);
            try {
                return digestOf(file, size);
            }
            finally {
                closeSync(file);
            }
        }
        catch {
            return '';
        }
    }
    parentPort?.on('message', ({ sources, sizes }) => {
        parentPort.postMessage(sources.map((source, index) => read(source, sizes[index])));
    });
}

;// CONCATENATED MODULE: ./lib/src/context/hash/digests.js





const SCRATCH_BYTES = 1024 * 1024;
/** The cost of opening and closing a file, as bytes that can be read in that time. */
const ENTRY_BYTES = 32 * 1024;
/** Bytes between two turns of the event loop, so that a signal waits only some milliseconds. */
const BATCH_BYTES = 16 * 1024 * 1024;
/** Bytes from which further threads help: with less, one thread is done before another has started. */
const PAYS_FROM_BYTES = 8 * BATCH_BYTES;
const MOST_THREADS = 4;
/** Batches queued for a thread, so that it does not wait for the main thread. */
const AT_HAND = 2;
/** Batches that may be ready early: as many as one thread does while another starts. */
const AHEAD = 16;
/**
 * The digests of all files, batch by batch in the order of the entries; for a large tree on several threads. Memory
 * does not grow with the content.
 * @throws {UserError} as `readContent`; {AbortedError} once `signal` fires.
 */
async function* digestsOf(entries, signal) {
    const threads = Array.from({ length: helpersFor(entries) }, () => new DigestThread());
    const ahead = threads.length === 0 ? 0 : AHEAD;
    const scratch = new Scratch(signal);
    const begun = [];
    const stop = () => {
        for (const thread of threads)
            thread.stop();
    };
    // A thread may be reading a very large file.
    signal?.addEventListener('abort', stop);
    try {
        for (const batch of batchesOf(entries)) {
            const thread = threads.find(({ busy }) => busy < AT_HAND);
            const known = thread ? thread.digestsOf(batch.files) : await digestsHere(batch.files, scratch);
            begun.push({ ...batch, known });
            if (begun.length > ahead)
                yield await finished(begun.shift(), scratch);
        }
        for (const batch of begun)
            yield await finished(batch, scratch);
    }
    finally {
        signal?.removeEventListener('abort', stop);
        stop();
        scratch.opener.close();
    }
}
function helpersFor(entries) {
    let bytes = 0;
    for (const { size } of entries) {
        bytes += size + ENTRY_BYTES;
        if (bytes >= PAYS_FROM_BYTES)
            return Math.min((0,external_node_os_.availableParallelism)(), MOST_THREADS) - 1;
    }
    return 0;
}
function* batchesOf(entries) {
    let batch = [];
    let bytes = 0;
    for (const entry of entries) {
        batch.push(entry);
        bytes += entry.size + ENTRY_BYTES;
        if (bytes < BATCH_BYTES)
            continue;
        yield batchOf(batch);
        batch = [];
        bytes = 0;
    }
    if (batch.length > 0)
        yield batchOf(batch);
}
function batchOf(entries) {
    return { entries, files: entries.filter(({ kind }) => kind === 'file') };
}
/** Files without a digest from a thread are read here, which also gives the error if there is one. */
async function finished({ entries, files, known }, scratch) {
    return { entries, digests: await digestsHere(files, scratch, await known) };
}
async function digestsHere(files, scratch, known = []) {
    const digests = [];
    for (const [index, file] of files.entries())
        digests.push(known[index] || (await (0,listing/* readContent */.c_)(file, scratch, scratch.opener)));
    await scratch.turn();
    return digests;
}
/** A buffer that is reused after its bytes were hashed. */
class Scratch {
    buffer = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
    start = 0;
    opener = (0,listing/* createFileOpener */.qo)();
    #signal;
    #sinceTurn = 0;
    constructor(signal) {
        this.#signal = signal;
    }
    took = (count) => {
        this.#sinceTurn += count;
        return this.#sinceTurn >= BATCH_BYTES ? this.turn() : undefined;
    };
    /** One turn of the event loop, for signals and answers of threads. */
    async turn() {
        this.#sinceTurn = 0;
        await (0,promises_.setImmediate)();
        if (this.#signal?.aborted)
            throw new errors/* AbortedError */.oM('hashing the context was aborted');
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/src/context/hash/tree-hash.js

/**
 * The `working_tree_hash` (contracts/README.md): SHA-256 over one record for each file and link,
 * `path NUL mode NUL sha256hex`, joined by LF. Folders are not part of it.
 * Entries are added in the order of `Tree.entries`, which is the record order.
 */
class TreeHash {
    #sha = (0,external_node_crypto_.createHash)('sha256');
    #each;
    #separator = '';
    /** @param each is called with every record, as the hash takes it */
    constructor(each) {
        this.#each = each;
    }
    /** @param digest SHA-256 of a file's content as lower-case hex. */
    addFile(entry, digest) {
        this.#add(entry.path, entry.mode & 0o100 ? '100755' : '100644', digest);
    }
    addLink(entry) {
        this.#add(entry.path, '120000', (0,external_node_crypto_.hash)('sha256', entry.target ?? '', 'hex'));
    }
    /** Lower-case hex; the hash takes no more entries afterwards. */
    digest() {
        return this.#sha.digest('hex');
    }
    #add(path, mode, digest) {
        this.#sha.update(`${this.#separator}${path}\0${mode}\0${digest}`);
        this.#separator = '\n';
        this.#each?.(path, mode, digest);
    }
}

;// CONCATENATED MODULE: ./lib/src/context/hash/hash.js



/**
 * The `working_tree_hash` of a tree, without packing it; needed to find a build to reuse. Memory does not grow with
 * the content.
 * @throws {UserError} as `readContent`; {AbortedError} once `signal` fires.
 */
async function hashTree(tree, signal) {
    const hash = new TreeHash();
    for await (const { entries, digests } of digestsOf(tree.entries, signal)) {
        const digest = digests.values();
        for (const entry of entries) {
            if (entry.kind === 'file')
                hash.addFile(entry, digest.next().value);
            if (entry.kind === 'link')
                hash.addLink(entry);
        }
    }
    return hash.digest();
}


/***/ }),

/***/ 808:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: function() { return /* binding */ pauseAfter; }
/* harmony export */ });
const SHORTEST_MS = 500;
/** The pause as a part of the time already waited, where no end is expected or it is overdue. */
const SHARE = 0.3;
/** The same, long before an end is expected. */
const SHARE_BEFORE = 0.5;
/** Around the expected end, as parts of it: from when, until when, and how long a pause is. */
const NEAR = { from: 0.9, until: 1.1, pause: 1 / 80 };
/**
 * Milliseconds to wait before the next status request, `elapsedMs` after the start: in proportion to the time already
 * waited. But short around the time when earlier builds of the agent ended, and longer before that.
 */
function pauseAfter(elapsedMs, { ceilingMs, expectedMs }) {
    return Math.min(ceilingMs, wanted(elapsedMs, expectedMs?.()));
}
function wanted(elapsedMs, expectedMs) {
    if (expectedMs === undefined)
        return inProportion(elapsedMs, SHARE);
    const near = NEAR.from * expectedMs;
    if (elapsedMs < near)
        return Math.max(SHORTEST_MS, Math.min(inProportion(elapsedMs, SHARE_BEFORE), near - elapsedMs));
    const overdue = elapsedMs - NEAR.until * expectedMs;
    if (overdue < 0)
        return Math.max(SHORTEST_MS, NEAR.pause * expectedMs);
    return inProportion(overdue, SHARE);
}
function inProportion(ms, share) {
    return Math.max(SHORTEST_MS, share * (ms + 1_000));
}


/***/ }),

/***/ 7650:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: function() { return /* binding */ isDeployedTooLate; },
/* harmony export */   Qp: function() { return /* binding */ isTooLateByEvent; },
/* harmony export */   nn: function() { return /* binding */ takeDownIfClosed; }
/* harmony export */ });
/* harmony import */ var _step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1447);
/* harmony import */ var _github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8280);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1600);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4704);
/* harmony import */ var _pull_request_now_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8875);
/* harmony import */ var _replace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3109);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8356);







/**
 * Whether the pull request of this run is closed or merged: as the forge says now, else as the event said. An event
 * may come late, and a re-run has the old event.
 */
async function isPullRequestClosed(step, look = _pull_request_now_js__WEBPACK_IMPORTED_MODULE_4__/* .pullRequestNow */ .p) {
    if ((0,_step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .givenNumber */ .Fp)(step) === undefined)
        return false;
    const found = await look(step);
    return found === undefined ? isClosedInEvent(step) : !found.open;
}
/**
 * Whether nothing is to be deployed, because the pull request is closed. A production deployment that was requested
 * by a comment or a dispatch goes on.
 */
async function isDeployedTooLate(step) {
    return deploysPullRequest(step) && (await isPullRequestClosed(step, _pull_request_now_js__WEBPACK_IMPORTED_MODULE_4__/* .sharedPullRequest */ .q));
}
/** The same as far as the event says, for a dry run, which asks nobody. */
function isTooLateByEvent(step) {
    return deploysPullRequest(step) && isClosedInEvent(step);
}
function isClosedInEvent({ settings, trigger: { pullRequest }, }) {
    return pullRequest?.open === false && (settings.pullRequest ?? pullRequest.number) === pullRequest.number;
}
function deploysPullRequest(step) {
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .deployTargetOf */ .o)(step);
    return target === 'preview' || (target === 'production' && ofPullRequest(step));
}
function ofPullRequest({ trigger }) {
    return trigger.event.startsWith('pull_request');
}
/**
 * The last check, after the preview was deployed: if the pull request was closed meanwhile, its teardown may have run
 * earlier, so this run deletes its own preview.
 * @returns whether it did
 */
async function takeDownIfClosed(step, deployments, agentName) {
    const label = step.recorder.result().deployment?.preview?.label;
    if (label === undefined || !(await isPullRequestClosed(step)))
        return false;
    const { console, recorder } = step;
    console.info('The pull request was closed in the meantime: its preview is deleted again.');
    const query = { agentName, label, repositories: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .ownAddresses */ .hQ)(step) };
    const live = (await (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .previewsOf */ .PT)(deployments, query, step.signal)).filter(_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG);
    const { removed, failed } = await (0,_replace_js__WEBPACK_IMPORTED_MODULE_5__/* .removeAll */ .C0)(step, deployments, live);
    for (const { id, why } of failed)
        console.warning(`Preview ${id} could not be deleted: ${why}`);
    const before = recorder.result().previewsDeleted ?? [];
    recorder.note({ outcome: 'removed', previewsDeleted: [...before, ...removed] });
    await (0,_github_js__WEBPACK_IMPORTED_MODULE_1__/* .retireDeployments */ .E)(step);
    return true;
}


/***/ }),

/***/ 4017:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: function() { return /* binding */ withNamedPreview; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6920);
/* harmony import */ var _step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1447);
/* harmony import */ var _step_pull_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4554);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1600);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4704);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8356);







/**
 * The step, with the pull request that names its preview. The event of a push or of a fork's workflow run has no pull
 * request number. So the forge is asked before anything is built for a preview without a name, or with another's
 * name.
 * @throws {UserError} where neither an input nor the event nor the forge names the preview, or where its label is
 * another pull request's
 */
async function withNamedPreview(step) {
    if ((0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .deployTargetOf */ .o)(step) !== 'preview')
        return step;
    const { settings } = step;
    const named = settings.preview.label === undefined ? undefined : (0,_settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestIn */ .Ud)(settings.preview.label);
    const number = (0,_step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .givenNumber */ .Fp)(step);
    const asks = number === undefined && (settings.preview.label === undefined || named !== undefined);
    const known = asks ? { ...step, trigger: await askedTrigger(step) } : step;
    if (named !== undefined)
        await refuseAnother(known, named);
    const label = (0,_previews_js__WEBPACK_IMPORTED_MODULE_5__/* .previewLabel */ .Pg)(known);
    await reportOthers(known, label);
    return known;
}
async function askedTrigger(step) {
    const forge = await step.forge().catch(() => undefined);
    return (0,_step_pull_request_js__WEBPACK_IMPORTED_MODULE_3__/* .enrichTrigger */ .U)(step, forge, step.signal);
}
/** `pr-7` may only be used for pull request 7. If the forge cannot say whether there is one, the label is accepted. */
async function refuseAnother(step, named) {
    const own = (0,_step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .givenNumber */ .Fp)(step);
    if (own === named)
        return;
    if (own === undefined && !(await exists(step, named)))
        return;
    const { where, problem, accepted } = (0,_settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_1__/* .anotherPullRequest */ .io)(`pr-${named}`, own);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: ${problem}.`, { hint: `Accepted: ${accepted}.` });
}
async function exists(step, number) {
    try {
        return (await (await step.forge())?.getPullRequest(number, step.signal)) !== undefined;
    }
    catch (thrown) {
        if (step.signal.aborted)
            throw thrown;
        step.console.debug(`Could not check whether there is a pull request ${number}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
        return false;
    }
}
/**
 * Where previews are agents, an agent with the preview's name but without this repository's mark is neither updated
 * nor deleted. This is reported before anything is sent, as its owner may expect otherwise.
 */
async function reportOthers(step, label) {
    const agentName = (0,_target_js__WEBPACK_IMPORTED_MODULE_6__/* .namedAgent */ .r)(step.settings);
    if (agentName === undefined || step.settings.connection === undefined)
        return;
    const cloud = await step.cloud();
    const { deployments } = cloud;
    if (!deployments?.inPlace)
        return;
    if ((0,_ownership_js__WEBPACK_IMPORTED_MODULE_4__/* .ownAddresses */ .hQ)(step).length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('A preview here is named after its repository, and this run knows none.', {
            hint: 'Run the step in a workflow: GITHUB_REPOSITORY and GITHUB_SERVER_URL name the repository.',
        });
    }
    try {
        await reportUnmarked(step, cloud, { agentName, label });
    }
    catch (thrown) {
        if (step.signal.aborted || !(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$))
            throw thrown;
        step.console.debug(`Could not check whether another agent has the preview's name: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
    }
}
async function reportUnmarked(step, cloud, of) {
    if (!cloud.deployments)
        return;
    const query = { ...of, repositories: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_4__/* .ownAddresses */ .hQ)(step) };
    const left = [];
    for (const preview of await (0,_previews_js__WEBPACK_IMPORTED_MODULE_5__/* .previewsOf */ .PT)(cloud.deployments, query, step.signal)) {
        const owner = (0,_previews_js__WEBPACK_IMPORTED_MODULE_5__/* .isLive */ .DG)(preview) ? await (0,_ownership_js__WEBPACK_IMPORTED_MODULE_4__/* .ownershipOf */ .VL)(step, cloud, preview) : undefined;
        if (owner && !owner.ours)
            left.push({ id: preview.id, label: of.label, why: owner.why });
    }
    (0,_ownership_js__WEBPACK_IMPORTED_MODULE_4__/* .noteLeft */ .Yz)(step, cloud, left);
}


/***/ }),

/***/ 8875:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: function() { return /* binding */ pullRequestNow; },
/* harmony export */   q: function() { return /* binding */ sharedPullRequest; }
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1447);



/** Milliseconds for one request for the pull request: a slow forge must not delay a build. */
const LOOK_WITHIN_MS = 5_000;
/** The pull request of this run as the forge has it now; `undefined` where there is none or the forge does not say. */
async function pullRequestNow(step) {
    const { signal, console } = step;
    const number = (0,_step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .givenNumber */ .Fp)(step);
    if (number === undefined)
        return undefined;
    try {
        const forge = await step.forge();
        return await forge?.getPullRequest(number, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(signal, LOOK_WITHIN_MS));
    }
    catch (thrown) {
        if (signal.aborted)
            throw thrown;
        console.debug(`Could not check how pull request ${number} is now: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`);
        return undefined;
    }
}
/** Milliseconds for which the agents of one step share an answer. */
const SHARED_MS = 10_000;
const answers = new WeakMap();
/** The same, at most ten seconds old: a hundred agents that begin together ask the forge once. */
function sharedPullRequest(step) {
    const { trigger } = step;
    const known = answers.get(trigger);
    if (known !== undefined && performance.now() - known.at < SHARED_MS)
        return known.pull;
    const pull = pullRequestNow(step);
    answers.set(trigger, { at: performance.now(), pull });
    pull.catch(() => answers.delete(trigger));
    return pull;
}


/***/ }),

/***/ 8239:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: function() { return /* binding */ run; }
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/report/log-lines.js
var log_lines = __webpack_require__(7993);
// EXTERNAL MODULE: ./lib/src/modes/cancel/running.js
var running = __webpack_require__(8103);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/src/context/listing/listing.js + 26 modules
var listing = __webpack_require__(3802);
// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
;// CONCATENATED MODULE: ./lib/src/follow/interruptible-sleep.js
/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** A sleep that can be interrupted. An interruption while nobody sleeps ends the next sleep. */
class InterruptibleSleep {
    #clock;
    #interrupted = false;
    #wake;
    constructor(clock) {
        this.#clock = clock;
    }
    interrupt() {
        this.#interrupted = true;
        this.#wake?.();
    }
    /**
     * Sleeps for `ms`, or until `interrupt` is called.
     * @returns whether it was interrupted
     * @throws {AbortedError} as soon as `signal` fires
     */
    async sleep(ms, signal) {
        if (!this.#interrupted || signal.aborted)
            await this.#sleepUntilInterrupted(Math.min(Math.max(ms, 0), LONGEST_TIMER_MS), signal);
        const interrupted = this.#interrupted;
        this.#interrupted = false;
        return interrupted;
    }
    async #sleepUntilInterrupted(ms, signal) {
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
            if (!this.#interrupted || signal.aborted)
                throw error;
        }
        finally {
            this.#wake = undefined;
            signal.removeEventListener('abort', wake);
        }
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/log/scope.js

/**
 * Milliseconds for which a log is read after its build has ended: until it is silent for so long, and at most so
 * long (sgp.openapi.yaml, `streamBuildLogs`: some seconds). A log is often sent in batches of a second.
 */
const GRACE_SILENT_MS = 2000;
const GRACE_MAX_MS = 5000;
/**
 * Sorts a failed log request: no log yet, worth another attempt, or an answer that will not change
 * (sgp.openapi.yaml, `streamBuildLogs`; contracts/README.md, common status mapping).
 */
function logFaultOf(error) {
    if (!(error instanceof errors/* HttpError */.j$))
        return 'broken';
    if (error.status === 404 || error.status === 409 || error.status === 425)
        return 'absent';
    if (error.status === 408 || error.status === 429)
        return 'broken';
    return error.status >= 400 && error.status < 500 ? 'refused' : 'broken';
}

;// CONCATENATED MODULE: ./lib/src/follow/log/replay-filter.js
/** Lines whose hash is kept, at four bytes each; beyond them a replay is skipped by count alone. */
const HASHED_MAX = 4 * 1024 * 1024;
/** Up to so many equal lines at the start may be chance: a log may repeat its first lines. */
const MIN_OVERLAP = 3;
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
 * Remembers which lines of a log were delivered. After a lost connection a server may send the log from its start
 * (most likely: sgp.openapi.yaml, `streamBuildLogs`) or continue where it stopped; in both cases each line is
 * delivered once.
 */
class ReplayFilter {
    #hashes = new Uint32Array(1024);
    /** Lines that the server would send again. */
    #known = 0;
    /** How many lines were replayed; equal to `#known` when there is no replay. */
    #cursor = 0;
    #matched = [];
    #unclosed = [];
    /** Lines. */
    count = 0;
    /** No line is known to be missing, doubled or changed. */
    intact = true;
    /** Whether the server is sending lines that were delivered before. */
    get replaying() {
        return this.#cursor < this.#known;
    }
    /** A new connection: the server may begin again. */
    restart() {
        this.#cursor = 0;
        this.#matched = [];
    }
    /** Lines that may be incomplete: delivered by `rest`, or when the server continues without them. */
    keep(lines) {
        this.#unclosed = lines;
    }
    /** The lines that were kept and that no replay has sent since. */
    rest() {
        const lines = this.#unclosed;
        this.#unclosed = [];
        return this.#record(lines);
    }
    /** @returns those of `lines` that are new, in order, and a notice if there is one */
    admit(lines) {
        if (!this.replaying)
            return { fresh: this.#admitNew(lines) };
        for (const [index, line] of lines.entries()) {
            if (!this.replaying)
                return { fresh: this.#admitNew(lines.slice(index)) };
            if (!this.#matches(line))
                return this.#diverge(lines.slice(index));
            if (this.#matched.length < MIN_OVERLAP)
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
        if (this.#cursor < MIN_OVERLAP) {
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
        this.count += lines.length;
        return lines;
    }
    #grow() {
        const larger = new Uint32Array(this.#hashes.length * 2);
        larger.set(this.#hashes);
        this.#hashes = larger;
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/log/window.js

/** Fewer equal lines than this may be chance: blank lines and dots are common. */
const window_MIN_OVERLAP = 3;
/**
 * Compares the answers of a polled log, each a list of at most `pageSize` lines, with what was delivered before. The
 * server may send the whole log, its newest lines or its first ones: the vendor's guides do not agree
 * (pipecat.openapi.yaml, `getBuildLogs`).
 */
class LogWindow {
    #pageSize;
    /** Hashes of the log's newest lines as the server last sent them, twice a page of them. */
    #tail = [];
    /** The tail is the log from its first line on. */
    #fromStart = true;
    #moved = false;
    #full = false;
    delivered = 0;
    /** How often lines may be missing between two answers. */
    gaps = 0;
    constructor(pageSize) {
        this.#pageSize = pageSize;
    }
    /** The answer is full and never moved on: there may be more lines. */
    get mayHaveMore() {
        return this.#full && !this.#moved;
    }
    admit(list) {
        const hashes = list.map(hashOf);
        this.#full = list.length >= this.#pageSize;
        const known = this.#knownOf(hashes);
        const fresh = known === 'changed' ? this.#difference(list, hashes) : list.slice(known ?? 0);
        if (known === undefined)
            this.gaps++;
        this.delivered += fresh.length;
        this.#keep(known === 'changed' ? hashes : this.#tail.concat(hashes.slice(known ?? 0)));
        return { fresh, gap: known === undefined, changed: known === 'changed' };
    }
    /**
     * How many lines at the start of the list were delivered before; `undefined` where the list does not overlap with
     * them; `changed` where it is the same log with other lines in the middle.
     */
    #knownOf(hashes) {
        if (this.delivered === 0 || hashes.length === 0)
            return 0;
        const common = this.#fromStart ? commonStart(this.#tail, hashes) : 0;
        if (this.#fromStart && (common === this.#tail.length || common === hashes.length))
            return common;
        const overlap = overlapOf(this.#tail, hashes);
        if (overlap === 'within')
            return hashes.length;
        if (overlap >= window_MIN_OVERLAP) {
            this.#moved = true;
            return overlap;
        }
        if (this.#fromStart && common >= Math.min(window_MIN_OVERLAP, this.#tail.length - 1))
            return 'changed';
        this.#moved = true;
        this.#fromStart = false;
        return undefined;
    }
    /** The lines that the log did not have before, wherever they are. */
    #difference(list, hashes) {
        const had = new Map();
        for (const hash of this.#tail)
            had.set(hash, (had.get(hash) ?? 0) + 1);
        return list.filter((_line, index) => {
            const hash = hashes[index];
            const left = had.get(hash) ?? 0;
            if (left > 0)
                had.set(hash, left - 1);
            return left === 0;
        });
    }
    #keep(hashes) {
        const most = 2 * this.#pageSize;
        if (hashes.length > most)
            this.#fromStart = false;
        this.#tail = hashes.slice(-most);
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

;// CONCATENATED MODULE: ./lib/src/follow/log/poll.js





/** Between two requests, in milliseconds: short while the log grows, longer and longer while it does not. */
const FIRST_MS = 500;
const BUSY_MS = 1000;
const GROWTH = 1.5;
/**
 * The log may be behind the status (pipecat.openapi.yaml, `getBuildLogs`): it has ended after `LAG_MS` without a
 * line, or after `LAG_MAX_MS`.
 * How far it is behind cannot be measured more exactly: its lines have whole seconds, and it is asked for about once a
 * second.
 */
const LAG_MS = 2000;
const LAG_MAX_MS = 10_000;
const READ_MAX_MS = 60_000;
/**
 * Polls a log until the build has ended and the log has nothing new.
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
    #sleeper;
    #endedAt = Number.POSITIVE_INFINITY;
    #newsAt = 0;
    #reported = false;
    #reportedChange = false;
    /** The lines of the last answer are an end that nothing follows. */
    #isWhole = false;
    #fault = 'absent';
    constructor(log, buildId, sink, scope) {
        this.#log = log;
        this.#buildId = buildId;
        this.#sink = sink;
        this.#scope = scope;
        this.#window = new LogWindow(log.pageSize);
        this.#sleeper = new InterruptibleSleep(scope.clock);
    }
    async run() {
        const onEnd = () => {
            this.#endedAt = this.#scope.clock.now();
            this.#sleeper.interrupt();
        };
        if (this.#scope.ended.aborted)
            onEnd();
        this.#scope.ended.addEventListener('abort', onEnd, { once: true });
        const grace = (0,deadline/* graceAfter */.Dc)(this.#scope.ended, LAG_MAX_MS, this.#scope);
        try {
            await this.#poll(grace);
        }
        finally {
            grace.end();
            this.#scope.ended.removeEventListener('abort', onEnd);
        }
        return this.#close();
    }
    async #poll(grace) {
        let wait = Math.min(FIRST_MS, this.#scope.pollIntervalMs);
        for (;;) {
            const askedAt = this.#scope.clock.now();
            const news = await this.#take(await this.#read(grace));
            if (this.#fault === 'refused' || this.#isOver(askedAt))
                return;
            wait = Math.min(news ? BUSY_MS : wait * GROWTH, this.#scope.pollIntervalMs);
            const left = this.#endedAt === Number.POSITIVE_INFINITY ? wait : Math.min(wait, BUSY_MS);
            await this.#sleeper.sleep(left, this.#scope.signal);
        }
    }
    /** Whether no further request is needed after one that was sent at `askedAt`. */
    #isOver(askedAt) {
        if (this.#isWhole && this.#scope.ended.aborted)
            return true;
        const quietSince = Math.max(this.#endedAt, this.#newsAt);
        return askedAt - quietSince >= LAG_MS || this.#scope.clock.now() - this.#endedAt >= LAG_MAX_MS;
    }
    async #read(grace) {
        const { clock, signal } = this.#scope;
        try {
            const read = (own) => this.#log.read(this.#buildId, own);
            const lines = await (0,deadline/* runWithin */.T9)(READ_MAX_MS, read, { clock, signal: grace.signal });
            if (lines === deadline/* LATE */.XR)
                return { fault: 'broken', error: new Error('the request was not answered in time') };
            return { lines };
        }
        catch (error) {
            if (signal.aborted)
                throw new errors/* AbortedError */.oM('the log was left', { cause: error });
            // After the grace period there are no retries.
            if (grace.signal.aborted)
                return { fault: 'broken' };
            return { fault: logFaultOf(error), error };
        }
    }
    /** @returns whether there was anything new */
    async #take(answer) {
        this.#fault = 'fault' in answer ? answer.fault : undefined;
        this.#isWhole = 'lines' in answer && this.#log.isWhole?.(answer.lines) === true;
        if ('fault' in answer) {
            this.#report(answer);
            return false;
        }
        const { fresh, gap, changed } = this.#window.admit(answer.lines);
        if (gap)
            this.#sink.onNotice(GAP);
        if (changed)
            this.#reportChanged();
        if (fresh.length === 0)
            return false;
        this.#newsAt = this.#scope.clock.now();
        await this.#sink.onLines(fresh);
        return true;
    }
    #report({ fault, error }) {
        if (this.#reported || fault === 'absent' || error === undefined)
            return;
        this.#reported = true;
        this.#sink.onNotice(fault === 'refused'
            ? `The build log cannot be read (${(0,errors/* messageOf */.bD)(error)}); the build is followed without it.`
            : `The build log cannot be read at the moment (${(0,errors/* messageOf */.bD)(error)}); it is requested again.`);
    }
    #reportChanged() {
        if (this.#reportedChange)
            return;
        this.#reportedChange = true;
        this.#sink.onNotice(CHANGED);
    }
    #close() {
        const { delivered, gaps, mayHaveMore } = this.#window;
        if (this.#fault === 'broken')
            this.#sink.onNotice('The end of the build log could not be read.');
        if (mayHaveMore) {
            this.#sink.onNotice(`The cloud gives ${this.#log.pageSize} log lines at the most: later ones, if there are any, could not be read.`);
        }
        return { delivered, complete: !this.#fault && gaps === 0 && !mayHaveMore, resumed: 0 };
    }
}
const GAP = 'The log does not continue where it stopped: lines are probably missing here, because one answer holds a limited number.';
const CHANGED = 'The cloud changes lines of the log that it has sent before, or adds lines between them: such lines follow here, out of order.';

;// CONCATENATED MODULE: ./lib/src/follow/log/event-lines.js
/** The log lines of one event; where the event was cut, the last of them says by how much. */
function linesOf(log, event) {
    if (event.omitted === undefined)
        return log.linesOf(event.data);
    const lines = log.linesOf(closedJson(event.data));
    const count = event.omitted.toLocaleString('en-US');
    return [
        ...lines.slice(0, -1),
        `${lines.at(-1) ?? ''} […] (${count} characters of this line were left out)`,
    ];
}
/** Closes JSON that was cut within a string, so that its text can be read; anything else stays as it is. */
function closedJson(data) {
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
            // Try with one character less.
        }
    }
    return data;
}

;// CONCATENATED MODULE: ./node_modules/eventsource-parser/dist/index.js
class ParseError extends Error {
  constructor(message, options) {
    super(message), this.name = "ParseError", this.type = options.type, this.field = options.field, this.value = options.value, this.line = options.line;
  }
}
const LF = 10, CR = 13, SPACE = 32;
function noop(_arg) {
}
function createParser(config) {
  if (typeof config == "function")
    throw new TypeError(
      "`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?"
    );
  const { onEvent = noop, onError = noop, onRetry = noop, onComment, maxBufferSize } = config, pendingFragments = [];
  let pendingFragmentsLength = 0, isFirstChunk = !0, id, data = "", dataLines = 0, eventType, terminated = !1;
  function feed(chunk) {
    if (terminated)
      throw new Error(
        "Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing."
      );
    if (isFirstChunk && (isFirstChunk = !1, chunk.charCodeAt(0) === 239 && chunk.charCodeAt(1) === 187 && chunk.charCodeAt(2) === 191 && (chunk = chunk.slice(3))), pendingFragments.length === 0) {
      const trailing2 = processLines(chunk);
      trailing2 !== "" && (pendingFragments.push(trailing2), pendingFragmentsLength = trailing2.length), checkBufferSize();
      return;
    }
    if (chunk.indexOf(`
`) === -1 && chunk.indexOf("\r") === -1) {
      pendingFragments.push(chunk), pendingFragmentsLength += chunk.length, checkBufferSize();
      return;
    }
    pendingFragments.push(chunk);
    const input = pendingFragments.join("");
    pendingFragments.length = 0, pendingFragmentsLength = 0;
    const trailing = processLines(input);
    trailing !== "" && (pendingFragments.push(trailing), pendingFragmentsLength = trailing.length), checkBufferSize();
  }
  function checkBufferSize() {
    maxBufferSize !== void 0 && (pendingFragmentsLength + data.length <= maxBufferSize || (terminated = !0, pendingFragments.length = 0, pendingFragmentsLength = 0, id = void 0, data = "", dataLines = 0, eventType = void 0, onError(
      new ParseError(`Buffered data exceeded max buffer size of ${maxBufferSize} characters`, {
        type: "max-buffer-size-exceeded"
      })
    )));
  }
  function processLines(chunk) {
    let searchIndex = 0;
    if (chunk.indexOf("\r") === -1) {
      let lfIndex = chunk.indexOf(`
`, searchIndex);
      for (; lfIndex !== -1; ) {
        if (searchIndex === lfIndex) {
          dataLines > 0 && onEvent({ id, event: eventType, data }), id = void 0, data = "", dataLines = 0, eventType = void 0, searchIndex = lfIndex + 1, lfIndex = chunk.indexOf(`
`, searchIndex);
          continue;
        }
        const firstCharCode = chunk.charCodeAt(searchIndex);
        if (isDataPrefix(chunk, searchIndex, firstCharCode)) {
          const valueStart = chunk.charCodeAt(searchIndex + 5) === SPACE ? searchIndex + 6 : searchIndex + 5, value = chunk.slice(valueStart, lfIndex);
          if (dataLines === 0 && chunk.charCodeAt(lfIndex + 1) === LF) {
            onEvent({ id, event: eventType, data: value }), id = void 0, data = "", eventType = void 0, searchIndex = lfIndex + 2, lfIndex = chunk.indexOf(`
`, searchIndex);
            continue;
          }
          data = dataLines === 0 ? value : `${data}
${value}`, dataLines++;
        } else isEventPrefix(chunk, searchIndex, firstCharCode) ? eventType = chunk.slice(
          chunk.charCodeAt(searchIndex + 6) === SPACE ? searchIndex + 7 : searchIndex + 6,
          lfIndex
        ) || void 0 : parseLine(chunk, searchIndex, lfIndex);
        searchIndex = lfIndex + 1, lfIndex = chunk.indexOf(`
`, searchIndex);
      }
      return chunk.slice(searchIndex);
    }
    for (; searchIndex < chunk.length; ) {
      const crIndex = chunk.indexOf("\r", searchIndex), lfIndex = chunk.indexOf(`
`, searchIndex);
      let lineEnd = -1;
      if (crIndex !== -1 && lfIndex !== -1 ? lineEnd = crIndex < lfIndex ? crIndex : lfIndex : crIndex !== -1 ? crIndex === chunk.length - 1 ? lineEnd = -1 : lineEnd = crIndex : lfIndex !== -1 && (lineEnd = lfIndex), lineEnd === -1)
        break;
      parseLine(chunk, searchIndex, lineEnd), searchIndex = lineEnd + 1, chunk.charCodeAt(searchIndex - 1) === CR && chunk.charCodeAt(searchIndex) === LF && searchIndex++;
    }
    return chunk.slice(searchIndex);
  }
  function parseLine(chunk, start, end) {
    if (start === end) {
      dispatchEvent();
      return;
    }
    const firstCharCode = chunk.charCodeAt(start);
    if (isDataPrefix(chunk, start, firstCharCode)) {
      const valueStart = chunk.charCodeAt(start + 5) === SPACE ? start + 6 : start + 5, value2 = chunk.slice(valueStart, end);
      data = dataLines === 0 ? value2 : `${data}
${value2}`, dataLines++;
      return;
    }
    if (isEventPrefix(chunk, start, firstCharCode)) {
      eventType = chunk.slice(chunk.charCodeAt(start + 6) === SPACE ? start + 7 : start + 6, end) || void 0;
      return;
    }
    if (firstCharCode === 105 && chunk.charCodeAt(start + 1) === 100 && chunk.charCodeAt(start + 2) === 58) {
      const value2 = chunk.slice(chunk.charCodeAt(start + 3) === SPACE ? start + 4 : start + 3, end);
      value2.includes("\0") || (id = value2);
      return;
    }
    if (firstCharCode === 58) {
      if (onComment) {
        const line2 = chunk.slice(start, end);
        onComment(line2.slice(chunk.charCodeAt(start + 1) === SPACE ? 2 : 1));
      }
      return;
    }
    const line = chunk.slice(start, end), fieldSeparatorIndex = line.indexOf(":");
    if (fieldSeparatorIndex === -1) {
      processField(line, "", line);
      return;
    }
    const field = line.slice(0, fieldSeparatorIndex), offset = line.charCodeAt(fieldSeparatorIndex + 1) === SPACE ? 2 : 1, value = line.slice(fieldSeparatorIndex + offset);
    processField(field, value, line);
  }
  function processField(field, value, line) {
    switch (field) {
      case "event":
        eventType = value || void 0;
        break;
      case "data":
        data = dataLines === 0 ? value : `${data}
${value}`, dataLines++;
        break;
      case "id":
        value.includes("\0") || (id = value);
        break;
      case "retry":
        /^\d+$/.test(value) ? onRetry(parseInt(value, 10)) : onError(
          new ParseError(`Invalid \`retry\` value: "${value}"`, {
            type: "invalid-retry",
            value,
            line
          })
        );
        break;
      default:
        onError(
          new ParseError(
            `Unknown field "${field.length > 20 ? `${field.slice(0, 20)}\u2026` : field}"`,
            { type: "unknown-field", field, value, line }
          )
        );
        break;
    }
  }
  function dispatchEvent() {
    dataLines > 0 && onEvent({
      id,
      event: eventType,
      data
    }), id = void 0, data = "", dataLines = 0, eventType = void 0;
  }
  function reset(options = {}) {
    if (options.consume && pendingFragments.length > 0) {
      const incompleteLine = pendingFragments.join("");
      parseLine(incompleteLine, 0, incompleteLine.length);
    }
    isFirstChunk = !0, id = void 0, data = "", dataLines = 0, eventType = void 0, pendingFragments.length = 0, pendingFragmentsLength = 0, terminated = !1;
  }
  return { feed, reset };
}
function isDataPrefix(chunk, i, firstCharCode) {
  return firstCharCode === 100 && chunk.charCodeAt(i + 1) === 97 && chunk.charCodeAt(i + 2) === 116 && chunk.charCodeAt(i + 3) === 97 && chunk.charCodeAt(i + 4) === 58;
}
function isEventPrefix(chunk, i, firstCharCode) {
  return firstCharCode === 101 && chunk.charCodeAt(i + 1) === 118 && chunk.charCodeAt(i + 2) === 101 && chunk.charCodeAt(i + 3) === 110 && chunk.charCodeAt(i + 4) === 116 && chunk.charCodeAt(i + 5) === 58;
}

//# sourceMappingURL=index.js.map

;// CONCATENATED MODULE: ./lib/src/follow/log/sse.js


/** Characters of one event's data; what a server sends beyond is counted and dropped. */
const EVENT_MAX = 1024 * 1024;
const PIECE = 64 * 1024;
/** Larger than an event by its framing and by one piece, because sizes are only known in pieces. */
const HELD_MAX = EVENT_MAX + 2 * PIECE;
const EMPTY_LINE = /\n[\n\r]|\r\r/;
const LINE_END = /[\n\r]/;
/**
 * The events of a `text/event-stream` body, one batch a chunk. A batch is empty for a chunk with only a comment or a
 * part of an event, which shows that the connection works. An error of the body is thrown, and an event that was not
 * closed is dropped; at a regular end it is delivered, marked `unclosed`.
 */
async function* readEvents(bytes) {
    const decoder = new TextDecoder();
    const splitter = new EventSplitter();
    for await (const chunk of bytes)
        yield splitter.feed(decoder.decode(chunk, { stream: true }));
    yield splitter.end(decoder.decode());
}
/**
 * The events of a body until `signal` fires, also if the body does not react to it.
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
    #parser = createParser({ onEvent: ({ data }) => this.#events.push({ data }) });
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
    /** Ends the current event and drops the rest of it: the event's rest where it has data, else the line's. */
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

;// CONCATENATED MODULE: ./lib/src/follow/log/stream-outcome.js

/** The notice for the reader about how a log ended; `undefined` where nothing is wrong. */
function faultOfEnd(outcome, wasOpen) {
    if (outcome.kind === 'refused') {
        return `The build log cannot be read (${(0,errors/* messageOf */.bD)(outcome.error)}); the build is followed without it.`;
    }
    if (outcome.kind === 'endless')
        return 'The log went on after the build had ended; it was closed.';
    if (outcome.kind === 'broken') {
        return `The end of the build log could not be read (${(0,errors/* messageOf */.bD)(outcome.error)}).`;
    }
    return wasOpen ? undefined : 'The cloud has no log of this build.';
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/src/follow/log/stream-timeout.js




/** Without a byte for so long a connection may be dead; opening a new one costs little. */
const IDLE_MS = 5 * 60_000;
/** A server that sends the whole log again may need longer than `GRACE_MAX_MS` until a new line comes. */
const CATCH_UP_MAX_MS = 30_000;
/** A request for the log of an ended build is repeated after so long without an answer. */
const UNANSWERED_MS = 2000;
const PAUSE_CHECK_MS = 50;
/** Decides when to close a log stream. Silence is not an error; after the build has ended it is the end of the log. */
class StreamTimeout {
    #clock;
    #sleeper;
    #bytesAt;
    #endedAt;
    #repeatedAt = 0;
    #open = false;
    #pausedAt;
    /** Milliseconds of the grace period that were spent on writing. */
    #granted = 0;
    constructor(clock, ended) {
        this.#clock = clock;
        this.#sleeper = new InterruptibleSleep(clock);
        this.#bytesAt = clock.now();
        const end = () => {
            this.#endedAt = clock.now();
            this.#sleeper.interrupt();
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
        this.#sleeper.interrupt();
    }
    /** Called while received lines are written, which may take long; ends with the next `heard`. */
    pause() {
        this.#pausedAt = this.#clock.now();
    }
    /** `repeated` are lines that were delivered before. */
    heard(what) {
        this.#bytesAt = this.#clock.now();
        if (this.#pausedAt !== undefined && this.#endedAt !== undefined) {
            this.#granted += this.#bytesAt - Math.max(this.#pausedAt, this.#endedAt);
        }
        this.#pausedAt = undefined;
        if (what === 'repeated')
            this.#repeatedAt = this.#bytesAt;
    }
    /** Resolves with the reason to hang up, or with nothing when `signal` fires first. */
    async watch(signal) {
        for (;;) {
            // In a busy process the timer may be due before data that has arrived is read.
            if (this.#next().at <= this.#clock.now())
                await (0,external_node_timers_promises_.setImmediate)();
            const { at, why } = this.#next();
            const wait = at - this.#clock.now();
            if (wait <= 0 && this.#pausedAt === undefined)
                return why;
            try {
                await this.#sleeper.sleep(Math.max(wait, PAUSE_CHECK_MS), signal);
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
        const silent = Math.max(this.#bytesAt, this.#endedAt) + GRACE_SILENT_MS;
        const endless = this.#graceEnd();
        if (this.#open)
            return silent < endless ? { at: silent, why: 'silent' } : { at: endless, why: 'endless' };
        const unanswered = Math.max(this.#bytesAt, this.#endedAt) + UNANSWERED_MS;
        return unanswered < endless ? { at: unanswered, why: 'idle' } : { at: endless, why: 'endless' };
    }
    /** The time for repeated old lines does not count for the grace period, but has a limit of its own. */
    #graceEnd() {
        const endedAt = (this.#endedAt ?? 0) + this.#granted;
        return Math.min(Math.max(endedAt, this.#repeatedAt) + GRACE_MAX_MS, endedAt + CATCH_UP_MAX_MS);
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/log/stream.js









/** Milliseconds before the next connection: short if the last one brought new lines, else longer and longer. */
const RESUME_MS = 100;
const BACK_OFF_MS = 500;
const BACK_OFF_MAX_MS = 5000;
/**
 * A stream that closes regularly has most likely ended: wait this long for the status to confirm it before connecting
 * again.
 */
const STATUS_WITHIN_MS = 300;
const LAST_ATTEMPTS = 3;
/**
 * Follows a streamed log until the build and the log have ended. Every line is delivered once, also after lost
 * connections. A log that cannot be read is reported, never thrown.
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
    #replayFilter = new ReplayFilter();
    #timeout;
    #sleeper;
    #connections = 0;
    /** Attempts in a row without a new line; reset when the build has ended. */
    #attemptsWithoutNews = 0;
    #reportedBroken = false;
    /** This server has closed a stream before the build ended, so a closed stream proves nothing. */
    #closesEarly = false;
    constructor(log, buildId, sink, scope) {
        this.#log = log;
        this.#buildId = buildId;
        this.#sink = sink;
        this.#scope = scope;
        this.#timeout = new StreamTimeout(scope.clock, scope.ended);
        this.#sleeper = new InterruptibleSleep(scope.clock);
    }
    async run() {
        const onEnd = () => {
            this.#attemptsWithoutNews = 0;
            this.#sleeper.interrupt();
        };
        this.#scope.ended.addEventListener('abort', onEnd, { once: true });
        try {
            for (;;) {
                const last = this.#scope.ended.aborted;
                const before = this.#replayFilter.count;
                const outcome = await this.#connect();
                this.#attemptsWithoutNews = this.#replayFilter.count > before ? 0 : this.#attemptsWithoutNews + 1;
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
        return this.#attemptsWithoutNews >= LAST_ATTEMPTS || this.#timeout.graceLeft <= 0;
    }
    /** Waits before the next connection; false where none is needed. */
    async #again(outcome) {
        if ('error' in outcome)
            this.#tellBroken(outcome);
        const backOff = Math.min(BACK_OFF_MS * 2 ** (this.#attemptsWithoutNews - 1), BACK_OFF_MAX_MS);
        const wait = this.#attemptsWithoutNews === 0 || outcome.kind === 'idle' ? RESUME_MS : backOff;
        if (outcome.kind !== 'closed') {
            if (outcome.kind === 'broken' && this.#connections > 0)
                void this.#scope.checkNow();
            await this.#sleeper.sleep(wait, this.#scope.signal);
            return true;
        }
        let ended = false;
        void this.#scope.checkNow().then((answer) => {
            ended = answer;
            if (answer)
                this.#sleeper.interrupt();
        });
        await this.#sleeper.sleep(Math.max(wait, STATUS_WITHIN_MS), this.#scope.signal);
        const proven = ended && !this.#closesEarly;
        this.#closesEarly ||= !ended;
        return !proven;
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
    /** One connection's events; an error becomes its outcome. */
    async *#read() {
        const scope = (0,deadline/* childScope */.Xu)(this.#scope.signal);
        let hangUp;
        let open = false;
        this.#timeout.connecting();
        const watching = this.#timeout.watch(scope.signal).then((reason) => {
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
            return { kind: logFaultOf(fault), error: fault };
        }
        finally {
            scope.end();
            await watching;
        }
    }
    #opened() {
        this.#connections++;
        this.#replayFilter.restart();
        this.#timeout.opened();
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
            this.#timeout.heard('bytes');
            return;
        }
        const { fresh, notice } = this.#replayFilter.admit(lines);
        this.#timeout.heard(fresh.length > 0 ? 'news' : 'repeated');
        if (notice)
            this.#sink.onNotice(notice);
        if (fresh.length === 0)
            return;
        this.#timeout.pause();
        await this.#sink.onLines(fresh);
        this.#timeout.heard('news');
    }
    #keep(lines) {
        if (!this.#replayFilter.replaying)
            this.#replayFilter.keep(lines);
    }
    #tellBroken(outcome) {
        if (this.#reportedBroken || outcome.kind !== 'broken')
            return;
        this.#reportedBroken = true;
        const reason = (0,errors/* messageOf */.bD)(outcome.error);
        this.#sink.onNotice(this.#connections === 0
            ? `The build log cannot be read yet (${reason}); it is requested again while the build runs.`
            : `The build log broke off (${reason}); it is resumed where it stopped.`);
    }
    async #close(outcome) {
        const rest = this.#replayFilter.rest();
        if (rest.length > 0)
            await this.#sink.onLines(rest);
        const read = this.#connections > 0 && outcome.kind !== 'endless' && outcome.kind !== 'broken';
        const missing = faultOfEnd(outcome, this.#connections > 0);
        if (missing)
            this.#sink.onNotice(missing);
        const resumed = Math.max(0, this.#connections - 1);
        return {
            delivered: this.#replayFilter.count,
            complete: read && outcome.kind !== 'refused' && this.#replayFilter.intact,
            resumed,
        };
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/log/past-log.js


/**
 * The log of a build that has ended, read once, without retries.
 * @throws {HttpError} as the cloud refuses; {AbortedError} when `signal` fires
 */
async function* readPastLog(log, buildId, signal) {
    if (log.kind === 'polled') {
        yield await log.read(buildId, signal);
        return;
    }
    const bytes = await log.open(buildId, signal);
    for await (const events of readEventsUntil(bytes, signal)) {
        yield events.flatMap((event) => linesOf(log, event));
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/log/text.js
/** Characters that are read of a line; builders write nothing that matters here after that. */
const READ_MAX = 4096;
/** Control sequences, titles and links with or without an end, and all shorter ones, e.g. `ESC ( B` of `tput sgr0` (ECMA-35). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]+[0-~]|[0-Z\\-~])/g;
/** What build services add in front of a builder's own lines, e.g. `[Container] 2026/03/04 10:00:00 `. */
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

;// CONCATENATED MODULE: ./lib/src/follow/log/log.js






/**
 * Delivers a build's log lines, each once and in order, until the build and its log have ended. A cloud without a log
 * yields none. Errors of a log are reported through the sink and never thrown: they must not fail a build
 * (sgp.openapi.yaml, `streamBuildLogs`).
 * @throws {AbortedError} when `scope.signal` fires, or what the sink throws
 */
async function followLog(log, buildId, sink, scope) {
    if (!log)
        return { delivered: 0, complete: true, resumed: 0 };
    return log.kind === 'stream'
        ? followStream(log, buildId, sink, scope)
        : followPolls(log, buildId, sink, scope);
}

;// CONCATENATED MODULE: ./lib/src/follow/steps/buildkit-lines.js
const VERTEX = /^#(\d{1,6}) (.*)$/;
const DONE = /^DONE(?: (\d{1,9}(?:\.\d{1,9})?)s)?$/;
const ERROR = /^ERROR(?:: (.*))?$/;
const OUTPUT = /^(\d{1,9}\.\d{1,9})(?: (.*))?$/;
const LABEL = /^\[(?:([^\]]*) )?(\d{1,6})\/(\d{1,6})\] (.+)$/;
const PLATFORM = /^(?:linux|windows|darwin|freebsd|wasi)\/\S+(?: |$)/;
const RESULT = /^(?:ERROR: |error: |target \S+: )*failed to solve: (.*)$/;
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
/** What the client prints at the end: the excerpt of the Dockerfile and the error. */
function readTrailer(text) {
    const pointer = POINTER.exec(text);
    if (pointer)
        return { kind: 'excerpt', line: Number(pointer[1]) };
    const result = RESULT.exec(text);
    return result ? { kind: 'build-failed', message: result[1] ?? '' } : undefined;
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

// EXTERNAL MODULE: ./lib/src/log-line.js
var log_line = __webpack_require__(4647);
;// CONCATENATED MODULE: ./lib/src/follow/steps/kept-lines.js

/** How many lines of a log are kept: its beginning, its end, and lines between that report an error. */
const HEAD = 15;
const TAIL = 45;
const FIRST_ERRORS = 10;
const LAST_ERRORS = 10;
/** Characters of a line. */
const LINE_MAX = 1000;
/**
 * The lines of a log that best explain its end, of bounded size. Progress lines are dropped first, so that a
 * download's thousand lines replace no error.
 */
class KeptLines {
    #total = 0;
    #progress = 0;
    #head = [];
    #tail = [];
    #firstErrors = [];
    #lastErrors = [];
    add(line) {
        this.#total += 1;
        const text = copyOf(line, LINE_MAX);
        const kept = { number: this.#total, text, progress: (0,log_line/* isProgress */.c4)(text) };
        if (!kept.progress && this.#head.length < HEAD)
            this.#head.push(kept);
        else
            this.#append(kept);
    }
    clear() {
        for (const kept of [this.#head, this.#tail, this.#firstErrors, this.#lastErrors])
            kept.length = 0;
        this.#progress = 0;
    }
    excerpt() {
        const kept = [...this.#head, ...this.#firstErrors, ...this.#lastErrors, ...this.#tail];
        kept.sort((a, b) => a.number - b.number);
        const lines = kept.map(({ text }) => text);
        if (lines.length === this.#total)
            return { lines };
        return { lines, numbers: kept.map(({ number }) => number), total: this.#total };
    }
    #append(kept) {
        this.#tail.push(kept);
        if (kept.progress)
            this.#progress += 1;
        if (this.#tail.length <= TAIL)
            return;
        const at = this.#progress > 0 ? this.#tail.findIndex(({ progress }) => progress) : 0;
        const [gone] = this.#tail.splice(at, 1);
        if (gone?.progress)
            this.#progress -= 1;
        else if (gone && (0,log_line/* carriesError */.AI)(gone.text))
            this.#keepError(gone);
    }
    #keepError(line) {
        if (this.#firstErrors.length < FIRST_ERRORS)
            this.#firstErrors.push(line);
        else {
            this.#lastErrors.push(line);
            if (this.#lastErrors.length > LAST_ERRORS)
                this.#lastErrors.shift();
        }
    }
}
/** A substring keeps the whole string in memory, here up to a megabyte for a line; a copy does not. */
function copyOf(text, max) {
    return Buffer.from(text.slice(0, max), 'utf16le').toString('utf16le');
}

;// CONCATENATED MODULE: ./lib/src/follow/steps/sequential-lines.js
/** Builders that run one step after the other; the output of a step has no prefix. */
const CLASSIC_STEP = /^Step (\d{1,6})\/(\d{1,6}) ?: (.+)$/;
const CLASSIC_FAILED = /^(?:ERROR: |Error: |error: )?(The command '.*' returned a non-zero code: \d+|(?:COPY|ADD) failed: .*)$/;
const CLASSIC_RESULT = /^(?:ERROR: )?Error response from daemon: (.*)$/;
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
    const result = CLASSIC_RESULT.exec(text);
    return result ? { kind: 'build-failed', message: result[1] ?? '' } : undefined;
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
    return text.startsWith('Error: ') ? { kind: 'build-failed', message: text.slice(7) } : undefined;
}
function buildahStep([, stage, stages, number, of, instruction = '']) {
    if (BUILDAH_COMMIT.test(instruction))
        return { kind: 'done' };
    const where = `${stage ? `stage ${stage}/${stages} ` : ''}${number}${of ? `/${of}` : ''}`;
    const position = { number: Number(number), ...(of && { of: Number(of) }), ...(stage && { stage }) };
    return { kind: 'step', builder: 'buildah', label: `[${where}] ${instruction}`, instruction, position };
}
/** Go's `%q`: close enough to JSON for the text of a Dockerfile. */
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
/** kaniko: `INFO[0012] RUN make`, where the number is the seconds since the start of the build. */
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

;// CONCATENATED MODULE: ./lib/src/follow/steps/step-book.js

/** Limits, since a log may hold anything: steps kept, characters of a name. */
const STEPS_MAX = 1000;
const NAME_MAX = 500;
/** The steps of a build in their order, of bounded size. */
class StepBook {
    #steps = [];
    get size() {
        return this.#steps.length;
    }
    /** When full, the newest step replaces the last one: the last step shows a failure. */
    add(step) {
        const { label, instruction } = step;
        const open = {
            ...step,
            label: copyOf(label, NAME_MAX),
            ...(instruction === undefined ? {} : { instruction: copyOf(instruction, NAME_MAX) }),
            state: 'running',
            lines: new KeptLines(),
        };
        if (this.#steps.length === STEPS_MAX)
            this.#steps.pop();
        this.#steps.push(open);
        return open;
    }
    print(step, line) {
        step.lines.add(line);
    }
    /** Ends a step, with the builder's own duration where there is one. */
    close(step, state, atMs, seconds) {
        step.state = state;
        const measured = seconds ?? step.figure ?? Math.max(0, atMs - step.startedAt) / 1000;
        if (state !== 'cached' || seconds !== undefined)
            step.seconds = Math.round(measured * 1000) / 1000;
        if (state === 'done' || state === 'cached')
            step.lines.clear();
    }
    /** The step that failed first; if the builder named none, the last one that had not ended. */
    failing() {
        return (this.#steps.find(({ state }) => state === 'failed') ??
            this.#steps.findLast(({ state, instruction }) => state === 'running' && instruction !== undefined));
    }
    running() {
        return this.#steps.filter(({ state }) => state === 'running');
    }
    /** The instructions, and other steps that failed. */
    steps() {
        return this.#steps
            .filter(({ instruction, state }) => instruction !== undefined || state === 'failed')
            .map(buildStepOf);
    }
}
function buildStepOf({ label, instruction, seconds, state }) {
    return {
        name: label,
        ...(instruction === undefined ? {} : { instruction }),
        ...(seconds === undefined ? {} : { seconds }),
        state,
    };
}

;// CONCATENATED MODULE: ./lib/src/follow/steps/vertex-map.js

const VERTICES_MAX = 2000;
/** BuildKit's vertices by their number; several run at once and their lines are mixed. */
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
    /** The first text of a number is its name. The same text again is ignored; another one is progress or another build. */
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

;// CONCATENATED MODULE: ./lib/src/follow/steps/dockerfile-instructions.js
const KEYWORD = /^\s*([A-Za-z]+)(?:\s|$)/;
const ESCAPE_DIRECTIVE = /^#\s*escape\s*=\s*([`\\])\s*$/i;
const DIRECTIVE = /^#\s*[a-z]+\s*=/i;
const COMMENT = /^\s*#/;
const HEREDOC = /<<(-?)(["']?)([A-Za-z0-9_.]+)\2/g;
const STAGE_NAME = /\sas\s+(\S+)\s*$/i;
/** The instructions of a Dockerfile, enough to find a line; nothing is validated. */
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
/** The instruction that begins at a line, and the line after it; comments and empty lines inside do not end it. */
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
/** Skips the here-documents that an instruction begins. */
function afterHeredocs(lines, next, keyword, text) {
    if (keyword !== 'RUN' && keyword !== 'COPY' && keyword !== 'ADD')
        return next;
    let at = next;
    for (const [, dash, , word] of text.matchAll(HEREDOC)) {
        const end = lines.findIndex((line, index) => index >= at && (dash ? line.trimStart() : line) === word);
        // Without its end word it is not a here-document, e.g. a shift in shell arithmetic.
        if (end >= 0)
            at = end + 1;
    }
    return at;
}
function singleSpaced(text) {
    return text.replace(/\s+/g, ' ').trim();
}

;// CONCATENATED MODULE: ./lib/src/follow/steps/dockerfile.js

/** Characters, far more than in any Dockerfile; a larger file is not searched. */
const DOCKERFILE_MAX = 1024 * 1024;
/** So many characters distinguish an instruction from the others; builders may cut what is longer. */
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
/** Whether the reported line fits the instruction: the excerpt may be of another file. */
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
    const matching = among.filter((candidate) => numberOf(candidate, instructions, builder) === position.number);
    return matching.length === 1 ? matching[0] : undefined;
}
/** BuildKit numbers only these instructions; all others only change metadata. */
const BUILDKIT_COUNTS = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR']);
/** The number that a builder gives an instruction: the classic one counts through all stages. */
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
/** BuildKit shows a here-document as `RUN <<EOF (its first words...)`. */
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

;// CONCATENATED MODULE: ./lib/src/follow/steps/steps.js







/** A reader for the logs of BuildKit (plain progress), Docker's classic builder, buildah and kaniko. */
function createStepReader() {
    const reader = new Reader();
    return {
        read: (line, atMs) => reader.read(line, atMs),
        end: (atMs, outcome) => reader.end(atMs, outcome),
        steps: () => reader.steps(),
        failing: () => reader.failing(),
        excerpt: () => reader.excerpt(),
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
    /** Decided by the first step and kept: the output of a step must not be read as another builder's. */
    #builder;
    /** The current step, for a builder whose output has no prefix. */
    #current;
    #cached = new Set();
    #log = new KeptLines();
    #reportedLine;
    #unparsable;
    #buildError;
    read(line, atMs) {
        const text = plainText(line);
        this.#log.add(text);
        const signal = this.#signalOf(text);
        if (signal)
            this.#take(signal, atMs);
        // An error line may also be the step's own output: only the end of the log shows which.
        const isOutput = !signal || signal.kind === 'build-failed';
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
    excerpt() {
        return this.#log.excerpt();
    }
    /** For a step that printed nothing, it has the end of the log: there builders repeat what they know of the failure. */
    failing() {
        if (this.#unparsable)
            return failingFile(this.#unparsable);
        const step = this.#book.failing();
        if (!step)
            return undefined;
        const { builder, instruction, position, lines } = step;
        const message = step.message || this.#buildError;
        return {
            step: buildStepOf(step.state === 'failed' ? step : { ...step, state: 'failed' }),
            ...excerptOf(lines, this.#log),
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
    /** Whether the line is the output of a step, which is not interpreted. */
    #isOutput(text) {
        return this.#current?.state === 'running' || (this.#builder === 'buildkit' && text.startsWith('#'));
    }
    #take(signal, atMs) {
        if (signal.kind === 'step')
            this.#begin(signal, atMs);
        else if (signal.kind === 'unparsable')
            this.#unparsable = signal;
        else if (signal.kind === 'build-failed')
            this.#buildError = signal.message;
        else if (signal.kind === 'excerpt')
            this.#reportedLine ??= signal.line;
        else if (this.#builder === 'buildkit')
            this.#vertices.take(signal, atMs);
        else
            this.#mark(signal, atMs);
    }
    /** These builders stop at a failure: if another step follows, what looked like a failure was output. */
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
            this.#noteCached(signal.instruction);
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
    #noteCached(instruction) {
        if (this.#cached.size < CACHED_MAX)
            this.#cached.add(instruction);
    }
}
function excerptOf(step, log) {
    const own = step.excerpt();
    return own.lines.length > 0 ? own : { ...log.excerpt(), silent: true };
}
/** Whether a line shows clearly that it is this builder's log. Before the first step kaniko says which ones it has cached. */
function opens(signal) {
    if (signal.kind === 'vertex')
        return signal.text.startsWith('[');
    return signal.kind === 'step' || (signal.kind === 'cached' && signal.instruction !== undefined);
}
function failingFile({ message, line }) {
    return {
        step: { name: 'Dockerfile', state: 'failed' },
        lines: [message],
        message,
        clue: line === undefined ? {} : { reportedLine: line },
    };
}

// EXTERNAL MODULE: ./lib/src/git/repository.js
var repository = __webpack_require__(6077);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/modes/step/masked.js
var masked = __webpack_require__(3139);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/modes/build/copy-sources.js

/** How builders say that a file of the context is not there: BuildKit, the classic builder, buildah and kaniko. */
const NOT_THERE = /not found|no such file or directory|does not exist|no source files were specified|no items matching|excluded by/i;
/**
 * The paths that a failed COPY or ADD may not have found, relative to the context folder; those that the builder
 * names come first. Empty for any other instruction, for `--from`, and for other errors.
 * @param words the builder's message and what it printed
 */
function copySources(instruction, words) {
    if (!NOT_THERE.test(words))
        return [];
    const given = argumentsOf(instruction);
    if (given === undefined)
        return [];
    const sources = given
        .slice(0, -1)
        .filter((source) => !/^(?:<<|[a-z]+:\/\/|git@)/i.test(source))
        .flatMap(plainPath);
    const named = [...words.matchAll(/"(\/[^"\n]{1,1000})": (?:not found|no such file)/g)].flatMap(([, path = '']) => plainPath(path));
    const mentioned = sources.filter((source) => words.includes(source));
    // A path with a variable is only in the builder's words, where it is expanded.
    const isOurs = (path) => sources.some((source) => path.endsWith(source) || source.includes('$'));
    const all = [...named.filter(isOurs), ...mentioned, ...sources];
    return [...new Set(all)].filter((path) => !/[*?[\]$]/.test(path));
}
/** The words after the keyword and its flags; `undefined` where another stage is copied from. */
function argumentsOf(instruction) {
    const rest = /^(?:COPY|ADD)\s+(.*)$/is.exec(instruction.trim())?.[1];
    if (rest === undefined || /(?:^|\s)--from=/.test(rest))
        return undefined;
    const bare = rest.replace(/^(?:--\S+\s+)+/, '');
    if (!bare.startsWith('['))
        return bare.split(/\s+/);
    try {
        const words = JSON.parse(bare);
        return Array.isArray(words) ? words.map(String) : undefined;
    }
    catch {
        return undefined;
    }
}
/** Cleaned and relative to the root, as builders read it; nothing for the root itself. */
function plainPath(source) {
    const path = external_node_path_.posix.normalize(`/${source}`).replace(/^\/|\/$/g, '');
    return path === '' ? [] : [path];
}

// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var clouds_traits = __webpack_require__(2100);
;// CONCATENATED MODULE: ./lib/src/modes/build/tree-request.js

/** What this step packs. */
function treeRequest({ cloud, context, project, }) {
    const { dockerfileEntry, leavesOutCredentials, leavesOutProjectFile } = clouds_traits/* CLOUD_TRAITS */.Q[cloud];
    const projectFile = leavesOutProjectFile ? project?.path : undefined;
    return {
        ...context,
        dockerfileEntry,
        leavesOutCredentials,
        ...(projectFile === undefined ? {} : { projectFile }),
    };
}

;// CONCATENATED MODULE: ./lib/src/modes/build/missing-source.js






/**
 * Why a COPY or ADD did not find its file, where the build context is the reason: the file is not in the folder, or
 * it is there and was left out. `undefined` for every other failure.
 */
async function missingSourceCause(step, failing) {
    const words = [failing.message ?? '', ...failing.lines.slice(-20)].join('\n');
    try {
        for (const path of copySources(failing.step.instruction ?? '', words)) {
            const why = await (0,listing/* whyNotSent */.ee)(treeRequest(step.settings), path);
            if (why !== undefined)
                return causeOf(step.settings, path, why);
        }
    }
    catch (thrown) {
        step.console.debug(`Could not look up what the builder misses: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
    return undefined;
}
function causeOf(settings, path, why) {
    const { context, project } = settings;
    const isLeftOut = `${path} is in the context folder, but`;
    switch (why.reason) {
        case 'absent':
            return absent(context, path, 'near' in why ? why.near : undefined);
        case 'outside-include-paths': {
            const file = project ? (0,external_node_path_.relative)(context.workspace, project.path) : 'the manifest';
            const parent = external_node_path_.posix.dirname(path);
            const widen = parent === '.' ? 'Set it to "." to send the whole folder' : `Add ${parent} to it`;
            return {
                what: `${isLeftOut} build.context.include_paths in ${file} does not include it.`,
                fix: `${widen}, or move the file into a folder that is included.`,
            };
        }
        case 'ignored': {
            const { file, line, pattern } = ('rule' in why && why.rule) || {
                file: 'the ignore file',
                line: 0,
                pattern: '',
            };
            return {
                what: `${isLeftOut} ${file}:${line} (${pattern}) leaves it out.`,
                fix: `Change line ${line} of ${file}, or add the line !${path} at its end.`,
            };
        }
        case 'credentials':
            return {
                what: `${isLeftOut} it looks like credentials, which are not sent.`,
                fix: `Add the line !${path} to the ignore file if the image needs it.`,
            };
        default:
            return {
                what: `${isLeftOut} the .git folder is not sent.`,
                fix: `Add the line !.git to the ignore file if the image needs it.`,
            };
    }
}
function absent({ workspace, root }, path, near) {
    const folder = (0,external_node_path_.relative)(workspace, root) || '.';
    const what = `${path} is not in the context folder ${folder === '.' ? '(the workspace)' : folder}.`;
    if (near !== undefined)
        return { what, fix: `Did you mean ${near}? Names are case-sensitive.` };
    if (folder !== '.' && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(workspace, path)))
        return {
            what: `${what} It is in the workspace, outside of the context.`,
            fix: `Set context to the folder that has both, and dockerfile to the Dockerfile in it, or move the file into ${folder}.`,
        };
    return { what, fix: 'Check the path: it is relative to the context folder, not to the Dockerfile.' };
}

;// CONCATENATED MODULE: ./lib/src/modes/build/facts.js








/** What the end of a build adds to the result; a failing step only where the build did not succeed. */
async function factsOf(step, end, steps) {
    const { build } = end;
    const status = end.end === 'timed-out' && build.status !== 'succeeded' ? 'timed_out' : running/* OUTPUT_STATUS */.V3[build.status];
    // The log of a cancelled build does not say why it ended.
    const isExplained = status !== 'success' && status !== 'cancelled';
    const failing = isExplained ? await placeOf(step, steps) : undefined;
    return {
        id: build.id,
        status: status ?? 'error',
        seconds: secondsOf(build) ?? end.elapsedMs / 1000,
        ...(step.recorder.result().build?.logFile === undefined ? {} : { logLines: end.log.delivered }),
        ...imageOf(build, step.recorder.result().build),
        // Texts of the cloud and the builder are cut in many places: half a secret would not be found any more.
        ...(0,masked/* masked */.I)({
            steps: steps.steps(),
            ...artifactsOf(build),
            ...(failing !== undefined ? { failing } : isExplained ? logOf(steps) : {}),
        }, step.console.maskText),
    };
}
/** Only artifacts with an error of their own. */
function artifactsOf({ artifacts = [] }) {
    const faulty = artifacts.filter(({ error }) => error !== undefined);
    if (faulty.length === 0)
        return {};
    return { artifacts: faulty.map(({ kind, rawStatus, error = '' }) => ({ kind, status: rawStatus, error })) };
}
/** From the cloud's own times, where it has them: queueing and our polling are not part of the build. */
function secondsOf(build) {
    if (build.startedAt === undefined || build.endedAt === undefined)
        return undefined;
    const ms = Date.parse(build.endedAt) - Date.parse(build.startedAt);
    return ms >= 0 ? ms / 1000 : undefined;
}
/** `image_url` may be missing even after the end: then name:tag, marked as partial (sgp.openapi.yaml, getBuild). */
function imageOf(build, known) {
    const imageName = build.imageName ?? known?.imageName;
    const imageTag = build.imageTag ?? known?.imageTag;
    const names = { ...(imageName && { imageName }), ...(imageTag && { imageTag }) };
    if (build.status !== 'succeeded')
        return names;
    const { image, imageBytes, contextBytes, displayRef } = build;
    const noted = { ...names, ...(0,omit_undefined/* omitUndefined */.O)({ imageBytes, contextBytes, displayRef }) };
    const reference = image ?? displayRef;
    if (reference !== undefined)
        return { ...noted, image: { reference, partial: false } };
    return imageName && imageTag
        ? { ...noted, image: { reference: `${imageName}:${imageTag}`, partial: true } }
        : noted;
}
/** Where no failing step is known, the end of the log has to show why. */
function logOf(steps) {
    const log = steps.excerpt();
    return log.lines.length === 0 ? {} : { log };
}
/** The failing step, with the line of its instruction in the author's own Dockerfile where that can be found. */
async function placeOf(step, steps) {
    const found = steps.failing();
    if (!found)
        return undefined;
    const { clue: _clue, ...failing } = found;
    const { dockerfile, root, workspace } = step.settings.context;
    const cause = await missingSourceCause(step, failing);
    const known = cause === undefined ? failing : { ...failing, cause };
    try {
        const path = (0,listing/* resolveDockerfile */.Bs)(root, dockerfile);
        const line = locateInstruction(await (0,promises_.readFile)(path, 'utf8'), found);
        const file = (0,repository/* pathInRepository */.zB)(workspace, path);
        return line === undefined ? known : { ...known, place: { file, line } };
    }
    catch {
        // The Dockerfile was there when it was packed; without it the failure is reported all the same.
        return known;
    }
}

;// CONCATENATED MODULE: ./lib/src/modes/build/cloud-cached.js



/**
 * The cloud answered a submit with an equal build that had succeeded before. There is nothing to follow, and its
 * duration is not one of this run.
 */
function takeCached({ console, recorder, settings, state }, build) {
    (0,running/* saveRunning */.LW)(state, { cloud: settings.cloud, buildId: build.id, built: 'success' });
    recorder.noteBuild({
        id: build.id,
        status: 'success',
        ...imageOf(build, recorder.result().build),
        reused: { ...(build.createdAt && { createdAt: build.createdAt }) },
    });
    console.info((0,log_lines/* buildLine */.hU)(recorder.result().build ?? { steps: [] }));
    return build;
}

// EXTERNAL MODULE: ./lib/src/clouds/build.js
var clouds_build = __webpack_require__(8717);
// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
;// CONCATENATED MODULE: ./lib/src/follow/background-task.js
/** A task that runs in parallel with another one: its error calls `onFault` and is never lost or left unhandled. */
function startInBackground(task, onFault) {
    let fault;
    const settled = task.then(() => undefined, (error) => {
        fault = error;
        onFault();
    });
    return { result: () => task, settled, fault: () => fault };
}

// EXTERNAL MODULE: ./lib/src/follow/cancel.js
var follow_cancel = __webpack_require__(6142);
// EXTERNAL MODULE: ./lib/src/follow/pause.js
var pause = __webpack_require__(808);
;// CONCATENATED MODULE: ./lib/src/follow/refused-status.js

/** The hints of these are about the account; they hold in the middle of a build as well. */
const ABOUT_THE_ACCOUNT = [402, 403];
/**
 * The error of a status request that is refused for good. The general hints are for a first request: they suspect
 * the inputs, with which the cloud has just accepted the build.
 * @param noun as in "the build"
 * @param wasThere the cloud had answered an earlier request of this kind
 */
function refusedStatus(error, noun, wasThere) {
    if (!(error instanceof errors/* HttpError */.j$) || error.status < 400)
        return error;
    const hint = hintFor(error.status, noun, wasThere);
    return hint === undefined
        ? error
        : new errors/* HttpError */.j$({ ...error, detail: error.detail }, { hint, cause: error });
}
function hintFor(status, noun, wasThere) {
    const look = `Look for the ${noun} on the cloud before running the job again: it may go on there.`;
    if (status === 401)
        return `The cloud accepted the key until now: it has expired, or it was revoked. Give a new one as \`api-key\`. ${look}`;
    if (status === 404 || status === 410)
        return wasThere
            ? `The cloud had the ${noun} until now: it was deleted there, or the key has lost access to it. Run the job again if it is still needed.`
            : undefined;
    return ABOUT_THE_ACCOUNT.includes(status) ? undefined : look;
}

;// CONCATENATED MODULE: ./lib/src/follow/status-watch.js





/**
 * After a hint that the end may have come: the first request at once, then from `HURRY_MS` up to `HURRY_MAX_MS`
 * apart.
 */
const HURRY_MS = 200;
const HURRY_MAX_MS = 1000;
/** A 404 may mean "not yet" for so long after the start (sgp.openapi.yaml, `getBuild`). */
const ABSENT_MS = 30_000;
/** Replies in a row that no parser understands. */
const MALFORMED_MAX = 10;
/** Polls a status until it is an end. */
class StatusWatch {
    #source;
    #plan;
    #sleeper;
    #startedAt;
    #warned = new Set();
    #waiting = [];
    #spacing = 0;
    #malformed = 0;
    #reported = false;
    #answered = false;
    latest;
    /** Why the last request failed, if it did. */
    trouble;
    constructor(source, first, plan) {
        this.#source = source;
        this.#plan = plan;
        this.#sleeper = new InterruptibleSleep(plan.clock);
        this.#startedAt = plan.clock.now();
        this.latest = first;
    }
    get ended() {
        return this.#source.read(this.latest).ended;
    }
    /** Requests the status soon. Resolves to whether a request that began after this call found an end. */
    checkNow() {
        if (this.ended)
            return Promise.resolve(true);
        return new Promise((resolve) => {
            this.#waiting.push(resolve);
            this.#sleeper.interrupt();
        });
    }
    /**
     * Polls until the end or until `deadline` (a moment of the clock).
     * @returns whether it has ended
     * @throws {HttpError} for a refusal that will not change; {AbortedError}; whatever `onAnswer` throws
     */
    async run(deadline) {
        const { clock, pollIntervalMs, signal } = this.#plan;
        let pause = this.#pause();
        while (!this.ended) {
            const left = deadline - clock.now();
            if (left <= 0)
                return false;
            const interrupted = await this.#sleeper.sleep(Math.min(pause, left), signal);
            if (interrupted)
                await this.#space(deadline);
            await this.#ask(deadline);
            pause = interrupted ? Math.min(HURRY_MS, pollIntervalMs) : this.#pause();
        }
        return true;
    }
    #pause() {
        const { clock, pollIntervalMs: ceilingMs, expectedMs } = this.#plan;
        return (0,pause/* pauseAfter */.l)(clock.now() - this.#startedAt, { ceilingMs, expectedMs });
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
            const value = await (0,deadline/* runWithin */.T9)(limitMs, this.#source.get, this.#plan);
            // An earlier error says more than the timeout.
            if (value === deadline/* LATE */.XR)
                this.trouble ??= 'the status request was not answered in time';
            return value === deadline/* LATE */.XR ? undefined : { value };
        }
        catch (error) {
            if (this.#plan.signal.aborted)
                throw new errors/* AbortedError */.oM('the wait was aborted', { cause: error });
            this.#tolerate(error);
            return undefined;
        }
    }
    #accept(value) {
        this.trouble = undefined;
        this.#answered = true;
        this.#malformed = 0;
        const before = this.latest;
        this.latest = value;
        const { raw, known } = this.#source.read(value);
        if (!known && !this.#warned.has(raw) && this.#warned.size < 100) {
            this.#warned.add(raw);
            this.#source.onNotice(`The cloud gives the ${this.#source.noun} the status "${raw.replaceAll(/\s+/g, ' ')}", which is unknown; it is watched until it ends.`);
        }
        this.#source.onAnswer(value, before);
    }
    /** Rethrows an error that is not temporary. */
    #tolerate(error) {
        const meaning = this.#meaningOf(error);
        if (meaning === 'fatal')
            throw refusedStatus(error, this.#source.noun, this.#answered);
        this.trouble = (0,errors/* messageOf */.bD)(error);
        if (meaning === 'expected' || this.#reported)
            return;
        this.#reported = true;
        this.#source.onNotice(`The status of the ${this.#source.noun} cannot be read at the moment (${this.trouble}); trying again until the timeout.`);
    }
    /** contracts/README.md, common status mapping. */
    #meaningOf(error) {
        if (!(error instanceof errors/* HttpError */.j$) || (error.status > 0 && error.status < 400)) {
            return ++this.#malformed >= MALFORMED_MAX ? 'fatal' : 'passing';
        }
        const { status } = error;
        if (status === 404)
            return this.#plan.clock.now() - this.#startedAt < ABSENT_MS ? 'expected' : 'fatal';
        const passing = status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
        return passing ? 'passing' : 'fatal';
    }
}

;// CONCATENATED MODULE: ./lib/src/follow/build.js








const CANCEL_MS = 10_000;
const GRACE_MS = 30_000;
const NOTICES_MAX = 100;
/**
 * Follows a submitted build to its end: log and status in parallel; when one ends, the other is checked at once. Past
 * `timeoutMs` the build is cancelled on the cloud, where that is possible.
 * @throws {AbortedError} when `signal` fires: the caller cancels the build then
 * @throws {HttpError} when the status cannot be read permanently (401, 403, 404 after 30 s, other refusals)
 */
async function followBuild(cloud, build, options) {
    const clock = options.clock ?? wait/* systemClock */.m;
    const startedAt = clock.now();
    const scope = (0,deadline/* childScope */.Xu)(options.signal);
    const ended = new AbortController();
    const notices = [];
    const onNotice = (message) => {
        if (notices.length < NOTICES_MAX)
            notices.push(message);
        options.onNotice(message);
    };
    const plan = { clock, signal: scope.signal, pollIntervalMs: options.pollIntervalMs };
    const watch = watchBuild(cloud, build, { ...options, onNotice }, { ...plan, expectedMs: options.expectedMs });
    // The log of an equal earlier build is not shown. One that ended while its id was lost is ours, and its log is.
    const source = build.cached ? undefined : cloud.log;
    const checkNow = () => watch.checkNow();
    const sink = { onLines: options.onLines, onNotice };
    const logging = startInBackground(followLog(source, build.id, sink, { ...plan, ended: ended.signal, checkNow }), scope.end);
    try {
        const inTime = await watch.run(startedAt + options.timeoutMs);
        const cancel = inTime
            ? undefined
            : await stop(cloud, build.id, watch, { ...plan, graceMs: options.graceMs });
        ended.abort();
        if (inTime)
            options.onEnd?.(watch.latest);
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
    return new StatusWatch({
        noun: 'build',
        get: (signal) => cloud.get(build.id, signal),
        read: ({ status, rawStatus }) => ({
            raw: rawStatus,
            known: status !== 'unknown',
            ended: (0,clouds_build/* isBuildEnd */.O)(status),
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
/** Cancels a build after the timeout and waits a little for its end. */
async function stop(cloud, buildId, watch, plan) {
    const { clock, signal, graceMs = GRACE_MS } = plan;
    const cancel = await (0,follow_cancel/* cancelBuild */.l)(cloud, buildId, { withinMs: CANCEL_MS, signal, clock });
    if (cancel.outcome === 'asked' || cancel.outcome === 'over') {
        void watch.checkNow();
        await watch.run(clock.now() + graceMs);
    }
    return cancel;
}

// EXTERNAL MODULE: ./lib/src/report/failure/failure.js + 1 modules
var failure_failure = __webpack_require__(7189);
// EXTERNAL MODULE: ./lib/src/report/text.js
var report_text = __webpack_require__(7358);
// EXTERNAL MODULE: ./lib/src/clip.js
var clip = __webpack_require__(8934);
;// CONCATENATED MODULE: ./lib/src/modes/step/notice.js

/** Characters; a status or an error of the cloud may be of any length. */
const LONGEST = 1000;
/** Prints a notice about a build or a deployment. Masked before it is cut: half a secret would not be found any more. */
function noticeTo({ info, maskText }) {
    return (notice) => info((0,clip/* clip */.$)(maskText(notice), LONGEST));
}

// EXTERNAL MODULE: ./lib/src/modes/step/phase.js
var phase = __webpack_require__(1739);
;// CONCATENATED MODULE: ./lib/src/modes/build/follow.js











/**
 * Follows a submitted build to its end, log lines as they arrive.
 * @param onSuccess called as soon as it has succeeded, while the end of its log is still being read
 * @throws {UserError} when the build ended in anything but success; {AbortedError} when the workflow was cancelled.
 */
async function followToEnd(step, submitted, history, onSuccess = () => undefined) {
    const cloud = await step.cloud();
    const steps = createStepReader();
    const withinMs = step.settings.buildTimeoutMs;
    const names = { name: 'Build', group: `Build ${submitted.id}`, withinMs };
    const end = await (0,phase/* phase */.O)(step, names, () => watch(step, cloud, submitted, { steps, history, onSuccess }), () => (0,log_lines/* buildLine */.hU)(step.recorder.result().build ?? { steps: [] }));
    step.recorder.noteBuild(history.compare());
    if (end.cancel?.outcome === 'incapable')
        step.console.warning(`${cloud.traits.title} cannot cancel builds: build ${submitted.id} goes on there.`);
    // Also after the timeout: it succeeded before it could be cancelled.
    if (end.build.status === 'succeeded')
        return end.build;
    const facts = step.recorder.result().build ?? { steps: [] };
    // Before anything is cut: half a secret would not be found any more.
    const { error, rawStatus } = (0,masked/* masked */.I)(end.build, step.console.maskText);
    const failure = withoutEnd(end, rawStatus, (0,failure_failure/* buildFailure */.He)(facts, error));
    step.recorder.note({ failure });
    throw new errors/* UserError */.yo(failure.message, {
        ...(failure.hint === undefined ? {} : { hint: failure.hint }),
        ...(failure.place === undefined ? {} : { place: failure.place }),
    });
}
/** Where the cloud did not answer, or not in words that are known, a longer timeout does not help. */
function withoutEnd({ end, build, trouble }, rawStatus, failure) {
    if (end === 'timed-out' && trouble === undefined && build.status === 'unknown') {
        const message = `Its last status before the timeout, ${(0,report_text/* oneLine */.TN)(rawStatus, 100)}, is unknown to this action.`;
        return {
            ...failure,
            message,
            hint: 'Look for the build on the cloud: if it has ended there, please report the status.',
        };
    }
    if (trouble === undefined)
        return failure;
    const message = `Its status could not be read before the timeout: ${trouble}`;
    return { ...failure, message, hint: 'Look for the build on the cloud before running the job again.' };
}
/** How long a build is followed after it was cancelled because of the timeout. Milliseconds. */
const CANCEL_GRACE_MS = 30_000;
async function watch(step, cloud, submitted, { steps, history, onSuccess }) {
    const { console, recorder, settings, state, signal } = step;
    const logFile = step.openBuildLog(submitted.id);
    if (cloud.log)
        recorder.noteBuild({ logFile: logFile.path });
    else
        announceMissingLog(step, cloud, submitted);
    try {
        const end = await followBuild(cloud, submitted, {
            timeoutMs: settings.buildTimeoutMs,
            graceMs: Math.min(settings.buildTimeoutMs, CANCEL_GRACE_MS),
            pollIntervalMs: settings.pollIntervalMs,
            signal,
            onLines: async (lines) => {
                const now = Date.now();
                for (const line of lines)
                    steps.read(line, now);
                // All lines together, as no secret spans a line break.
                const text = console.maskText(lines.join('\n'));
                await Promise.all([console.buildLines(lines), logFile.write([text])]);
            },
            onStatus: (build) => statusChanged(step, cloud, build),
            onNotice: noticeTo(console),
            expectedMs: history.expectedMs,
            onEnd: (build) => {
                const status = running/* OUTPUT_STATUS */.V3[build.status] ?? 'error';
                // Known from now on: a cancel while the end of the log is read does not cancel the build any more.
                recorder.noteBuild({ status });
                // Before a deployment saves its own state for post.
                (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, buildId: build.id, built: status });
                if (build.status === 'succeeded')
                    onSuccess(build);
            },
        });
        if (end.end === 'timed-out') {
            const building = end.cancel?.outcome === 'failed';
            (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, buildId: end.build.id, building, built: 'timed_out' });
        }
        steps.end(Date.now(), end.build.status === 'succeeded' ? 'succeeded' : undefined);
        recorder.noteBuild(await factsOf(step, end, steps));
        return end;
    }
    catch (thrown) {
        steps.end(Date.now());
        recorder.noteBuild({ steps: steps.steps() });
        throw thrown;
    }
    finally {
        const fault = await logFile.close();
        if (fault !== undefined)
            console.warning(`The log file ${logFile.path} is incomplete: ${fault}`);
    }
}
/** Says once, before the first status, what will not be shown and cannot be done. */
function announceMissingLog(step, cloud, submitted) {
    const { title } = cloud.traits;
    const abort = cloud.cancel ? '' : ' It cannot cancel a build either: a started build goes on.';
    step.console.info(`${title} has no build log: status changes are shown instead, and its error message if it fails.${abort}`);
    statusChanged(step, cloud, submitted);
}
/** For a cloud without a log, only status changes and their times can be shown. */
function statusChanged({ console }, cloud, build) {
    const parts = (build.artifacts ?? []).map(({ kind, rawStatus }) => `${kind} ${rawStatus}`);
    const detail = parts.length > 1 ? ` (${parts.join(', ')})` : '';
    const line = `${new Date().toISOString()} ${cloud.traits.title}: ${build.rawStatus}${detail}`;
    if (cloud.log)
        console.debug(line);
    else
        console.info(line);
}

// EXTERNAL MODULE: ./lib/src/report/comparison.js
var report_comparison = __webpack_require__(551);
;// CONCATENATED MODULE: ./lib/src/modes/build/history.js






/** Limits for reading an earlier build's log, in milliseconds and lines: the comparison is not worth more. */
const LOG_WITHIN_MS = 10_000;
const MOST_LINES = 50_000;
function startHistory(step, identity) {
    const { console, settings, recorder } = step;
    if (settings.history === 0)
        return { compare: () => ({}), expectedMs: () => undefined };
    const stop = new AbortController();
    const signal = AbortSignal.any([step.signal, stop.signal]);
    const known = { builds: [], steps: [] };
    void readPast(step, identity, known, signal).catch((thrown) => {
        if (!signal.aborted)
            console.debug(`Earlier builds could not be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
    });
    const secondsBefore = () => {
        const { id } = recorder.result().build ?? {};
        const past = known.builds.filter((build) => build.id !== id).slice(0, settings.history);
        return past.flatMap((build) => secondsOf(build) ?? []);
    };
    return {
        expectedMs: () => {
            const before = secondsBefore();
            return before.length === 0 ? undefined : (0,report_comparison/* medianOf */.u)(before) * 1000;
        },
        compare: () => {
            stop.abort();
            const { status, seconds, steps = [] } = recorder.result().build ?? {};
            if (status !== 'success' || seconds === undefined)
                return {};
            const before = secondsBefore();
            const comparison = (0,report_comparison/* compareBuilds */.V)({ seconds, steps }, { seconds: before, steps: known.steps });
            return comparison === undefined ? {} : { comparison, medianSeconds: (0,report_comparison/* medianOf */.u)(before) };
        },
    };
}
async function readPast(step, identity, known, signal) {
    const { settings } = step;
    const cloud = await openQuietly(step);
    const builds = [];
    for await (const build of cloud.list(filterOf(step, identity), signal)) {
        // Checked here too, since the cloud may ignore the filter.
        if (build.status !== 'succeeded' || secondsOf(build) === undefined)
            continue;
        builds.push(build);
        // One more than needed: the running build may be among them.
        if (builds.length > settings.history)
            break;
    }
    known.builds = builds;
    if (builds[0])
        known.steps = await stepsOf(cloud, builds[0], signal);
}
/** A separate client, so that its retries are only debug lines. */
function openQuietly({ openCloud, console }) {
    return openCloud({ onRetry: ({ line }) => console.debug(line) });
}
function filterOf({ settings }, { imageName, target }) {
    return {
        status: 'succeeded',
        imageName,
        atMost: settings.history + 1,
        ...(target.by === 'agent-name' && { agentName: target.agentName }),
    };
}
/** The steps of the newest earlier build, where its log can still be read. */
async function stepsOf(cloud, build, signal) {
    if (!cloud.log)
        return [];
    const reader = createStepReader();
    const soon = (0,deadline/* timeoutSignal */._)(signal, LOG_WITHIN_MS);
    let read = 0;
    for await (const lines of readPastLog(cloud.log, build.id, soon)) {
        for (const line of lines)
            reader.read(line, 0);
        read += lines.length;
        if (read > MOST_LINES)
            return [];
    }
    reader.end(0, 'succeeded');
    return reader.steps();
}

;// CONCATENATED MODULE: ./lib/src/modes/build/image-facts.js



/** Milliseconds for a request that only adds a figure to the summary. */
const LOOK_WITHIN_MS = 5_000;
/**
 * Adds what the cloud knows of an image in addition to its build's record: size and name. A failure is only a debug
 * line.
 */
async function noteImageFacts(step, build) {
    const { describe } = await step.cloud();
    if (describe === undefined || build.status !== 'succeeded')
        return;
    try {
        const described = await describe(build, (0,deadline/* timeoutSignal */._)(step.signal, LOOK_WITHIN_MS));
        step.recorder.noteBuild(imageOf({ ...build, ...described }, step.recorder.result().build));
    }
    catch (thrown) {
        if (step.signal.aborted)
            throw thrown;
        step.console.debug(`The image's size could not be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
/**
 * `visibility` of an image that exists, where nothing is built (`build: never`).
 * @throws {UserError} where the cloud does not change it
 */
async function applyVisibility(step) {
    const { visibility } = step.settings;
    const { imageName, imageTag } = step.recorder.result().build ?? {};
    if (visibility === undefined || imageName === undefined || imageTag === undefined)
        return;
    const { setVisibility } = await step.cloud();
    if (setVisibility === undefined)
        return;
    await setVisibility({ imageName, imageTag }, visibility, step.signal);
    step.console.info(`${imageName}:${imageTag} is ${visibility}.`);
}

// EXTERNAL MODULE: ./lib/src/git/git.js + 7 modules
var git = __webpack_require__(6202);
// EXTERNAL MODULE: ./lib/src/modes/build/image-name.js
var image_name = __webpack_require__(1579);
;// CONCATENATED MODULE: ./lib/src/modes/build/identity.js


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
    const read = await (0,git/* readSource */.o$)(settings.context.root, settings.context.workspace, hints, step.repositories);
    const source = asOfEvent(read, trigger);
    const commit = trigger.pullRequest?.headCommit ?? source.commit ?? trigger.commit;
    let imageTag = settings.image.tag ?? commit?.slice(0, COMMIT_CHARACTERS);
    if (imageTag === undefined) {
        imageTag = (await hash()).slice(0, COMMIT_CHARACTERS);
        console.notice(`No commit is known here: the image is tagged ${imageTag}, the start of the context's hash.`);
    }
    step.recorder.note({ source: commit === undefined ? source : { ...source, commit } });
    const checkedOut = isOfRepository(read, trigger) ? read.commit : undefined;
    const branch = await branchToBuild(step);
    return {
        source,
        ...(checkedOut !== undefined && { checkedOut }),
        ...(branch !== undefined && { branch }),
        target: targetOf(step),
        imageName: (0,image_name/* imageNameOf */.m)(step),
        imageTag,
    };
}
/** A context may be a submodule, or a checkout of another repository. */
function isOfRepository({ repo }, { repository }) {
    const own = repo?.toLowerCase();
    return own === undefined || (repository?.addresses ?? []).some((address) => address.toLowerCase() === own);
}
/** Of a fork none, as it may call its branch like one of ours. */
async function branchToBuild({ settings, trigger, repositories }) {
    const { defaultBranch, pullRequest, pushToDefaultBranch } = trigger;
    if (pullRequest?.fork)
        return undefined;
    const { root, workspace } = settings.context;
    const checkedOut = pullRequest?.headRef ?? (await (0,git/* branchOf */.W0)(root, workspace, repositories));
    return checkedOut ?? (pushToDefaultBranch ? defaultBranch : undefined);
}
/**
 * The source that a build is later found by. It has the repository of the event, also where git knows none or another
 * one was checked out. For a fork's commit it never has the name of a branch, since a fork may call its branch `main`
 * (docs/use/reuse.md, production).
 */
function asOfEvent(source, { repository, pullRequest }) {
    const [address] = repository?.addresses ?? [];
    const repo = repository?.inPayload ? (address ?? source.repo) : (source.repo ?? address);
    const { number, fork, headRef = source.ref } = pullRequest ?? {};
    const ref = fork ? `pull/${number}/head` : headRef;
    return { ...source, ...(repo !== undefined && { repo }), ...(ref !== undefined && { ref }) };
}
function targetOf({ settings }) {
    if (settings.agent?.by === 'agent-id')
        return { by: 'agent-id', agentId: settings.agent.value };
    if (settings.agent)
        return { by: 'agent-name', agentName: settings.agent.value };
    return { by: 'image' };
}

;// CONCATENATED MODULE: ./lib/src/modes/build/known.js





function namesOf({ name, tag }) {
    return { ...(name !== undefined && { imageName: name }), ...(tag !== undefined && { imageTag: tag }) };
}
/**
 * `build: never`: the build that `build-id` names, or the image as it is named.
 * @throws {UserError} where that build did not succeed
 */
async function knownBuild(step) {
    const { recorder, settings } = step;
    const noHash = async () => 'latest';
    const { reference } = settings.image;
    if (reference !== undefined && settings.buildId === undefined) {
        await identify(step, noHash);
        recorder.noteBuild({
            ...namesOf(settings.image),
            image: { reference, partial: false },
        });
        return { image: reference };
    }
    if (settings.buildId === undefined) {
        const { imageName, imageTag } = await identify(step, noHash);
        recorder.noteBuild({ imageName, imageTag });
        return { imageName, imageTag };
    }
    const cloud = await step.cloud();
    const build = await cloud.get(settings.buildId, step.signal);
    if (build.status !== 'succeeded') {
        const what = (0,clouds_build/* isBuildEnd */.O)(build.status) ? `ended as ${build.rawStatus}` : `is still ${build.rawStatus}`;
        throw new errors/* UserError */.yo(`build-id ${build.id} ${what}: only a successful build can be deployed.`, {
            hint: 'Give the id of a successful build, or leave build on auto.',
        });
    }
    // It notes the commit of the event, which on a pull request is not the one that is checked out.
    await identify(step, noHash);
    if (build.sourceCommit !== undefined)
        recorder.note({ source: { ...recorder.result().source, commit: build.sourceCommit } });
    recorder.noteBuild({
        id: build.id,
        status: 'success',
        ...imageOf(build, { imageName: (0,image_name/* imageNameOf */.m)(step) }),
    });
    return build;
}

// EXTERNAL MODULE: ./lib/src/clouds/context-hash.js
var context_hash = __webpack_require__(9215);
// EXTERNAL MODULE: ./lib/src/context/hash/hash.js + 3 modules
var hash_hash = __webpack_require__(3684);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/src/modes/reuse/entry-list.js


/** Entries of a list; for a larger context no list is kept. */
const MOST_ENTRIES = 50_000;
/** Hexadecimal digits: enough that two contents of a path do not share them by chance. */
const DIGEST_DIGITS = 16;
/** Bytes of a list before compression: 50,000 long paths. Anything larger is not accepted as a list. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Builds that are compared, including this one. */
const LOOKED_BACK = 5;
/** Paths that are kept of one build's differences; where more differ, none is worth a hint. */
const MOST_EARLIER = 500;
/** Collects the entries of a context while they are hashed for the archive. */
function createEntryCollector() {
    const entries = new Map();
    let isTooLarge = false;
    return {
        note: (path, mode, digest) => {
            if (entries.size === MOST_ENTRIES)
                isTooLarge = true;
            else
                entries.set(path, { mode, digest: digest.slice(0, DIGEST_DIGITS) });
        },
        entries: () => (isTooLarge ? undefined : entries),
    };
}
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 1;
/**
 * The list, compressed and encrypted (AES-256-GCM with a key derived from the cloud's): someone who can read the
 * runner's cache learns no path, and someone who can write to it cannot add a false list.
 */
function sealList(list, { secret, scope }) {
    const { entries, earlier, ...facts } = list;
    const kept = earlier.slice(0, LOOKED_BACK - 1).map((paths) => (paths.length > MOST_EARLIER ? [] : paths));
    const records = [...entries].map(([path, { mode, digest }]) => `${mode} ${digest} ${path}`);
    const text = [JSON.stringify({ version: VERSION, ...facts, earlier: kept }), ...records].join('\0');
    const salt = (0,external_node_crypto_.randomBytes)(SALT_BYTES);
    const iv = (0,external_node_crypto_.randomBytes)(IV_BYTES);
    const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', keyOf(secret, salt), iv).setAAD(Buffer.from(scope));
    const sealed = Buffer.concat([cipher.update((0,external_node_zlib_.gzipSync)(text)), cipher.final()]);
    return Buffer.concat([salt, iv, cipher.getAuthTag(), sealed]);
}
/** @returns `undefined` for anything that was not encrypted with the same secret for the same scope, or is not a list */
function openList(bytes, { secret, scope }) {
    try {
        const [salt, iv, tag, sealed] = partsOf(bytes);
        const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', keyOf(secret, salt), iv, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(scope)).setAuthTag(tag);
        const packed = Buffer.concat([decipher.update(sealed), decipher.final()]);
        const [head = '', ...records] = (0,external_node_zlib_.gunzipSync)(packed, { maxOutputLength: MOST_BYTES })
            .toString()
            .split('\0');
        const { version, ...facts } = JSON.parse(head);
        if (version !== VERSION || records.length > MOST_ENTRIES)
            return undefined;
        return { ...facts, entries: new Map(records.map(readRecord)) };
    }
    catch {
        return undefined;
    }
}
function partsOf(bytes) {
    const [iv, tag, sealed] = [SALT_BYTES, SALT_BYTES + IV_BYTES, SALT_BYTES + IV_BYTES + TAG_BYTES];
    return [
        bytes.subarray(0, iv),
        bytes.subarray(iv, tag),
        bytes.subarray(tag, sealed),
        bytes.subarray(sealed),
    ];
}
function keyOf(secret, salt) {
    return Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', secret, salt, 'cloud-build-entry-list', 32));
}
function readRecord(record) {
    const [mode = '', digest = ''] = record.split(' ', 2);
    return [record.slice(mode.length + digest.length + 2), { mode, digest }];
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/src/proxy.js
var proxy = __webpack_require__(7878);
// EXTERNAL MODULE: ./lib/src/host/cache/worker-argument.js
var worker_argument = __webpack_require__(5262);
;// CONCATENATED MODULE: ./lib/src/host/cache/build-cache.js








/** Milliseconds for each request. */
const WITHIN_MS = 3_000;
/** Characters that are kept of an answer and of other output. */
const build_cache_LONGEST = 16 * 1024;
/** @returns `undefined` where the runner offers no cache. */
function openBuildCache(env, options) {
    // The cache's own test of the environment (docs/platform.md, isFeatureAvailable).
    if (!env.ACTIONS_CACHE_URL && !env.ACTIONS_RESULTS_URL)
        return undefined;
    const script = options.script ?? process.argv[1];
    if (script === undefined)
        return undefined;
    const ask = (verb, keys, content) => runRequest(env, options, [script, worker_argument/* WORKER_ARGUMENT */.$q, verb, ...keys], content);
    return {
        find: async (prefix) => {
            const key = (await ask('find', [prefix]))?.trim();
            return key?.startsWith(prefix) ? key : undefined;
        },
        save: async (keys) => void (await ask('save', keys)),
        read: async (prefixes) => {
            const content = {};
            const key = (await ask('read', prefixes, content))?.trim();
            return prefixes.some((prefix) => key?.startsWith(prefix)) ? content.taken : undefined;
        },
        write: async (key, given) => {
            if (given.length <= worker_argument/* CONTENT_LIMIT */.kc)
                await ask('write', [key], { given });
        },
    };
}
/** @returns what the worker wrote to its own channel; `undefined` for nothing, a failure or the deadline. */
async function runRequest(env, options, args, content) {
    let folder;
    try {
        // A folder of its own, since jobs of one machine may share the temporary folder.
        folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'cloud-build-memory-'));
        const file = (0,external_node_path_.join)(folder, worker_argument/* CONTENT_FILE */.tK);
        if (content?.given)
            await (0,promises_.writeFile)(file, content.given);
        const answer = await answerOf(env, options, args, folder);
        if (content && answer !== undefined && (await isContent(file)))
            content.taken = await (0,promises_.readFile)(file);
        return answer;
    }
    catch (thrown) {
        options.debug(`The cache could not be asked: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return undefined;
    }
    finally {
        if (folder !== undefined)
            await (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
    }
}
/** Whether it is one regular file of a bounded size. */
async function isContent(file) {
    const found = await (0,promises_.lstat)(file);
    return found.isFile() && found.size <= worker_argument/* CONTENT_LIMIT */.kc;
}
function answerOf(env, { debug, signal, withinMs = WITHIN_MS }, args, folder) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(process.execPath, args, {
            cwd: folder,
            env: childEnvironment(env, folder),
            stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
            signal: (0,deadline/* timeoutSignal */._)(signal, withinMs),
            killSignal: 'SIGKILL',
        });
        const answer = collect(child.stdio[3]);
        const words = [collect(child.stdout), collect(child.stderr)];
        child.on('error', (error) => {
            if (error.name !== 'AbortError')
                return reject(error);
            if (!signal.aborted)
                debug(`The cache did not answer within ${withinMs} ms.`);
            // Not at `close`: a grandchild may hold the pipes open for longer.
            resolve(undefined);
        });
        child.on('close', () => {
            const complaint = words.flatMap((text) => complaints(text()));
            if (complaint.length > 0)
                debug(`The cache says: ${complaint.join(' ')}`);
            resolve(answer() || undefined);
        });
    });
}
/** Its warnings and plain lines. Its debug lines and masks contain signed addresses, and are not needed. */
function complaints(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const shown = lines.filter((line) => line !== '' && !/^::(?!warning|error|notice)/.test(line));
    return shown.map((line) => line.replace(/^::\w+[^:]*::/, ''));
}
function collect(stream) {
    let text = '';
    stream.on('data', (chunk) => {
        if (text.length <= build_cache_LONGEST)
            text += String(chunk);
    });
    return () => text.slice(0, build_cache_LONGEST);
}
/** Variables that the cache's client reads, and those that a process needs to run and to reach a server. */
const PASSED = /^(?:ACTIONS_(?:CACHE|RESULTS|RUNTIME)_\w+|GITHUB_SERVER_URL|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|PATH|PATHEXT|HOME|USERPROFILE|SYSTEMROOT|TE?MP|TMPDIR|LANG)$/i;
/** Without keys of a cloud, inputs, or files for runner commands; the folder is used as the workspace. */
function childEnvironment(env, folder) {
    const passed = Object.entries(env).filter(([name]) => PASSED.test(name));
    const servers = [env.ACTIONS_CACHE_URL, env.ACTIONS_RESULTS_URL].filter((url) => url !== undefined);
    const direct = (0,proxy/* noProxyForToolkit */.J)(servers, env);
    return {
        ...Object.fromEntries(passed),
        no_proxy: direct,
        NO_PROXY: direct,
        GITHUB_WORKSPACE: folder,
        RUNNER_TEMP: folder,
    };
}

;// CONCATENATED MODULE: ./lib/src/host/cache/cache.js
/** What earlier runs leave for later ones in the runner’s cache. */


// EXTERNAL MODULE: ./lib/src/report/rebuilt.js
var rebuilt = __webpack_require__(6482);
;// CONCATENATED MODULE: ./lib/src/modes/reuse/cache-signature.js

/**
 * A keyed hash of these parts for this account, as lower-case hexadecimal digits. Without the cloud's key nobody can
 * guess the parts from it or make a valid one.
 */
function sign({ settings }, parts) {
    const { apiKey = '', baseUrl, account } = settings.connection ?? {};
    const text = JSON.stringify([settings.cloud, baseUrl, account, ...parts]);
    return (0,external_node_crypto_.createHmac)('sha256', apiKey).update(text).digest('hex');
}

;// CONCATENATED MODULE: ./lib/src/modes/reuse/entry-changes.js

/** What differs between two contexts, by path; where content and mode differ it counts as content. */
function changesBetween(before, after) {
    const changes = [];
    for (const [path, entry] of after) {
        const was = before.get(path);
        if (was === undefined)
            changes.push({ path, kind: 'added' });
        else if (was.digest !== entry.digest)
            changes.push({ path, kind: 'changed' });
        else if (was.mode !== entry.mode)
            changes.push({ path, kind: 'mode' });
    }
    for (const path of before.keys())
        if (!after.has(path))
            changes.push({ path, kind: 'removed' });
    return changes.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}
/** The paths whose content differs from the build before. */
function changedPaths(changes) {
    return changes.filter(({ kind }) => kind === 'changed').map(({ path }) => path);
}
/** The paths whose content differed in each of the last five builds, this one among them. */
function alwaysChanged(changes, { earlier }) {
    if (earlier.length < LOOKED_BACK - 1)
        return [];
    const sets = earlier.slice(0, LOOKED_BACK - 1).map((paths) => new Set(paths));
    return changedPaths(changes).filter((path) => sets.every((set) => set.has(path)));
}

;// CONCATENATED MODULE: ./lib/src/modes/reuse/rebuilt.js







/** To be changed with the meaning of the lists. */
const rebuilt_VERSION = 'cloud-build-list-1';
/** Rows of the summary. */
const MOST_SHOWN = 50;
const NO_REPORT = { report: () => undefined, settled: async () => undefined, keep: () => undefined };
/** Whether collecting the entries of a context is of any use. */
function canCompare({ env, settings }) {
    return Boolean(env.ACTIONS_CACHE_URL || env.ACTIONS_RESULTS_URL) && settings.connection !== undefined;
}
/**
 * Looks for the list of the last build of this branch, else of the default branch, and compares. Where there is no cache,
 * no key, no list, or a context of too many entries, nothing is said.
 */
function startComparison(step, inputs, entries) {
    const cache = canCompare(step) && entries !== undefined ? cacheOf(step, step.console.debug) : undefined;
    if (cache === undefined || entries === undefined)
        return NO_REPORT;
    let last;
    let facts;
    let reported = false;
    const asked = lastList(step, inputs, cache)
        .then((list) => {
        last = list;
        facts = list && rebuilt_factsOf(step, inputs, entries, list);
    })
        .catch((thrown) => step.console.debug(`The last build's entries are unknown: ${(0,errors/* messageOf */.bD)(thrown)}`));
    return {
        settled: () => asked,
        report: () => {
            if (reported || facts === undefined)
                return;
            reported = true;
            reportFacts(step, facts);
        },
        keep: (build) => step.afterResult(async (debug) => {
            await asked;
            const list = { ...describe(step, inputs, build), entries, earlier: earlierOf(entries, last) };
            const seal = sealFor(step, inputs, list.branch);
            await cacheOf(step, debug)?.write(`${prefixOf(seal.scope)}${hex(build.id)}`, sealList(list, seal));
        }),
    };
}
function cacheOf({ env, signal }, debug) {
    return openBuildCache(env, { debug, signal });
}
async function lastList(step, inputs, cache) {
    const branches = [...new Set([branchOf(step, inputs), step.trigger.defaultBranch ?? ''])];
    const seals = branches.filter((branch) => branch !== '').map((branch) => sealFor(step, inputs, branch));
    if (seals.length === 0)
        return undefined;
    const content = await cache.read(seals.map(({ scope }) => prefixOf(scope)));
    if (content === undefined)
        return undefined;
    for (const seal of seals) {
        const list = openList(content, seal);
        if (list)
            return list;
    }
    step.console.debug('The list of entries in the cache was not written with this key, and counts for nothing.');
    return undefined;
}
function rebuilt_factsOf(step, inputs, entries, last) {
    const changes = changesBetween(last.entries, entries);
    const always = alwaysChanged(changes, last).map((path) => ({ path, ignoreLine: (0,listing/* ignoreLineFor */.wT)(path) }));
    return {
        buildId: last.buildId,
        ...(last.branch === branchOf(step, inputs) ? {} : { branch: last.branch }),
        changes: changes.slice(0, MOST_SHOWN),
        total: changes.length,
        ...(changes.length > 0 ? {} : { why: whyAllTheSame(step, inputs, last) }),
        always,
    };
}
/** Why a context is built again although no entry differs. */
function whyAllTheSame(step, inputs, last) {
    if (step.settings.build === 'always')
        return 'build is always';
    if (last.status !== 'success')
        return `that build did not succeed (${last.status})`;
    if (last.inputs !== inputsOf(step, inputs))
        return 'other inputs of the build do, as its name, platform or build-args';
    if (Date.now() - Date.parse(last.at) > step.settings.reuseWithinMs)
        return 'it is older than reuse-within';
    return 'the cloud no longer offers it';
}
function reportFacts({ console, recorder }, facts) {
    recorder.note({ rebuilt: facts });
    console.info((0,rebuilt/* rebuiltLine */.OX)(facts));
    const line = (0,rebuilt/* alwaysLine */.Ms)(facts);
    if (line !== undefined)
        console.notice(line);
}
function describe(step, inputs, build) {
    return {
        buildId: build.id,
        branch: branchOf(step, inputs),
        at: new Date().toISOString(),
        status: step.recorder.result().build?.status ?? 'unknown',
        inputs: inputsOf(step, inputs),
    };
}
/** What differed in the builds up to this one, for the next build. */
function earlierOf(entries, last) {
    return last === undefined ? [] : [changedPaths(changesBetween(last.entries, entries)), ...last.earlier];
}
/** The event's; of a fork the name that its builds carry, as it may call its branch like one of ours. */
function branchOf({ trigger }, { identity }) {
    const { ref } = identity.source;
    return (trigger.pullRequest?.fork ? ref : (trigger.ref ?? ref)) ?? '';
}
function sealFor(step, { identity }, branch) {
    const secret = step.settings.connection?.apiKey ?? '';
    return { secret, scope: sign(step, ['list', identity.target, identity.imageName, branch]) };
}
function inputsOf(step, { tree }) {
    const { platform, region, buildArgs } = step.settings;
    const args = Object.entries(buildArgs).sort(([a], [b]) => (a < b ? -1 : 1));
    return sign(step, ['inputs', platform, region, args, tree.dockerfile]);
}
function prefixOf(scope) {
    return `${rebuilt_VERSION}-${scope}-`;
}
/** Gitea's cache converts keys to lower case. */
function hex(id) {
    return Buffer.from(id).toString('hex').slice(0, 200);
}

// EXTERNAL MODULE: ./lib/src/settings/duration.js
var duration = __webpack_require__(1180);
;// CONCATENATED MODULE: ./lib/src/modes/build/archive-comment.js




/** Milliseconds for finding out how old the cloud's equal builds are. */
const ASK_WITHIN_MS = 10_000;
/**
 * The archive's comment, for a cloud that identifies contexts by the first 64 bits of the archive's MD5. Two folders
 * with the same 64 bits can be found in minutes, and one could then be built in place of the other. With a keyed hash
 * of the tree in the archive, nobody without the API key can prepare such a pair; for one key equal trees stay equal.
 * `build: always` sends another comment each time, so that the cloud knows no equal build (docs/use/reuse.md).
 */
function keyedComment({ settings }, period = '') {
    const { apiKey = '' } = settings.connection ?? {};
    const nonce = settings.build === 'always' ? (0,external_node_crypto_.randomUUID)() : period;
    return (workingTreeHash) => (0,external_node_crypto_.createHmac)('sha256', apiKey)
        .update(JSON.stringify(['context', settings.cloud, workingTreeHash, nonce]))
        .digest('hex');
}
/**
 * For `build: auto`: the archive as it is, unless the cloud's equal build is older than `reuse-within`. As the cloud would
 * answer a submit with that build, the archive then gets the comment of the current period. A period is as long as
 * `reuse-within`, so that a build of this one is always young enough, and one of the last period may be.
 */
async function withoutOldBuild(step, given, dockerfile) {
    const signal = (0,deadline/* timeoutSignal */._)(step.signal, ASK_WITHIN_MS);
    try {
        const newest = await newestOf(step, given.hash, dockerfile, signal);
        if (newest === undefined || isYoung(step, newest))
            return given;
        const last = await ofPeriod(step, given, -1);
        const ofLast = await newestOf(step, last.hash, dockerfile, signal);
        if (ofLast !== undefined && isYoung(step, ofLast))
            return last;
    }
    catch (thrown) {
        if (step.signal.aborted)
            throw thrown;
        step.recorder.noteBuild({ whyBuilt: 'earlier builds could not be read' });
        step.console.debug(`Earlier builds could not be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return { ...given, unread: true };
    }
    return ofPeriod(step, given);
}
/** A build whose age the cloud does not tell counts as young. */
function isYoung({ settings }, { createdAt }) {
    return createdAt === undefined || Date.parse(createdAt) >= Date.now() - settings.reuseWithinMs;
}
async function newestOf(step, contextHash, dockerfile, signal) {
    const { region } = step.settings;
    const filter = { status: 'succeeded', atMost: 1, contextHash, dockerfile };
    const cloud = await step.cloud();
    for await (const build of cloud.list({ ...filter, ...(region !== undefined && { region }) }, signal))
        return build;
    return undefined;
}
/** @param later how many periods after the current one */
async function ofPeriod(step, { packed }, later = 0) {
    const { reuseWithinMs } = step.settings;
    const period = `${reuseWithinMs}:${Math.floor(Date.now() / reuseWithinMs) + later}`;
    const { withComment } = await __webpack_require__.e(/* import() | archive */ "archive").then(__webpack_require__.bind(__webpack_require__, 933));
    const archive = await withComment(packed, keyedComment(step, period)(packed.workingTreeHash));
    return { packed: archive, hash: (0,context_hash/* contextHashOf */.X)({ archive }) };
}

;// CONCATENATED MODULE: ./lib/src/modes/build/inputs.js


/** An argument that every builder sets from the platform, with or without a default. */
const OF_THE_PLATFORM = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)(?:=|$)/;
/** Whether this build depends on inputs that are not in a build's record. */
function shapedByInputs({ settings }) {
    const { platforms } = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    return (Object.keys(settings.buildArgs).length > 0 || (settings.platform !== undefined && platforms.length > 1));
}
/**
 * Whether the cloud's records cannot distinguish a build of the same inputs from another one. A Dockerfile that takes
 * arguments may have been built with some before, of which its record says nothing: a workflow from which
 * `build-args` were removed must not get the image that was made with them.
 */
function needsCache(step, tree) {
    const traits = clouds_traits/* CLOUD_TRAITS */.Q[step.settings.cloud];
    if (traits.findsBuildsBy === 'nothing' || shapedByInputs(step))
        return true;
    return traits.inputs.has('build-args') && takesArguments(tree);
}
/** Why `needsCache`, as the beginning of a sentence: "… and the runner keeps no cache". */
function whyCacheIsNeeded(step, tree) {
    const { title, findsBuildsBy } = clouds_traits/* CLOUD_TRAITS */.Q[step.settings.cloud];
    if (findsBuildsBy === 'nothing')
        return `the records of ${title} do not say of which files a build was made`;
    if (Object.keys(step.settings.buildArgs).length > 0)
        return 'it has build-args';
    return shapedByInputs(step) || !takesArguments(tree) ? 'it has a platform' : 'its Dockerfile has an ARG';
}
/**
 * Whether the cloud takes a build's tree hash from the submitter without checking it: anyone with a key of the
 * account can send any hash.
 */
function declaresItsTree({ settings }) {
    return clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud].findsBuildsBy === 'tree-hash';
}
/**
 * Lines are matched without parsing: a here-document with such a line only causes an extra build, never a wrong
 * image.
 */
function takesArguments({ dockerfile, entries }) {
    for (const { path, source } of entries) {
        if (path !== dockerfile)
            continue;
        // Space here is also the byte order mark that some editors write first, which builders skip.
        const declared = [...(0,external_node_fs_.readFileSync)(source, 'utf8').matchAll(/^[^\S\n]*ARG[^\S\n]+(.*)/gim)];
        // One instruction may declare several, also on lines that follow a backslash.
        const words = declared.flatMap(([, names = '']) => names.trim().split(/\s+/));
        return words.some((word) => !OF_THE_PLATFORM.test(word));
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/src/modes/reuse/cached-builds.js




/** To be changed with the meaning of the keys. */
const cached_builds_VERSION = 'cloud-build-2';
/** The limit of known servers (`@actions/cache`, checkKey). */
const LONGEST_KEY = 512;
/** @returns `undefined` where the runner offers no cache. */
function openCachedBuilds(step, inputs) {
    const cache = cached_builds_cacheOf(step);
    if (cache === undefined)
        return undefined;
    const prefix = cached_builds_prefixOf(step, inputs);
    return {
        find: async () => {
            const key = await cache.find(prefix);
            const id = key === undefined ? undefined : idOf(key, prefix);
            return id !== undefined && key === cached_builds_keyOf(step, prefix, id) ? id : undefined;
        },
        isShapedByInputs: async (build) => {
            const key = shapedKey(step, build);
            return (await cache.find(key)) === key;
        },
    };
}
/**
 * Saves a build that the cloud's records alone would not find again, or would confuse with another. Called as soon as
 * it is submitted; whether it succeeded is checked when it is found again, so the end of the run has not to wait.
 */
async function cacheBuild(step, inputs, build) {
    try {
        const keys = keysOf(step, inputs, build);
        if (keys.length > 0)
            await cached_builds_cacheOf(step)?.save(keys);
    }
    catch (thrown) {
        step.console.debug(`Build ${build.id} could not be remembered: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
function keysOf(step, inputs, build) {
    const own = isRemembered(step, inputs) ? [cached_builds_keyOf(step, cached_builds_prefixOf(step, inputs), build.id)] : [];
    const apart = shapedByInputs(step) ? [shapedKey(step, build)] : [];
    return [...own, ...apart].filter((key) => key.length <= LONGEST_KEY);
}
/** Whether the cloud's record alone is not enough to find it again, or to deploy it to production (docs/use/reuse.md). */
function isRemembered(step, { tree }) {
    return needsCache(step, tree) || (step.settings.deploy !== 'none' && declaresItsTree(step));
}
function cached_builds_cacheOf({ env, console, signal }) {
    return openBuildCache(env, { debug: console.debug, signal });
}
function cached_builds_prefixOf(step, { identity, hash, tree }) {
    const { settings } = step;
    const all = [
        settings.region,
        identity.target,
        identity.imageName,
        settings.platform,
        Object.entries(settings.buildArgs).sort(([a], [b]) => (a < b ? -1 : 1)),
        tree.dockerfile,
        hash,
    ];
    return `${cached_builds_VERSION}-${sign(step, ['inputs', ...all])}-`;
}
/** The id in hexadecimal digits, since Gitea's cache converts keys to lower case. */
function cached_builds_keyOf(step, prefix, id) {
    return `${prefix}${Buffer.from(id).toString('hex')}-${sign(step, ['build', prefix, id])}`;
}
function idOf(key, prefix) {
    const hex = /^((?:[0-9a-f]{2})+)-/.exec(key.slice(prefix.length))?.[1];
    return hex === undefined ? undefined : Buffer.from(hex, 'hex').toString();
}
function shapedKey(step, { id }) {
    return `${cached_builds_VERSION}-${sign(step, ['apart', id])}`;
}

;// CONCATENATED MODULE: ./lib/src/modes/reuse/reused-image.js

/**
 * Why a build of the same inputs cannot be reused although it succeeded: its image is not there any more, or is not
 * as visible as `visibility` says. Completes "Built, not reused: …".
 */
async function whyNoImage(asked, build) {
    if (asked.cloud.findImage === undefined)
        return undefined;
    const image = await asked.cloud.findImage(build, asked.signal);
    if (image === undefined)
        return `the cloud no longer has the image of build ${build.id}`;
    const { visibility } = asked.step.settings;
    if (visibility === undefined || visibility === image.visibility)
        return undefined;
    return (await isChanged(asked, build, visibility))
        ? undefined
        : `the image of build ${build.id} could not be made ${visibility}`;
}
async function isChanged({ step, cloud, signal }, { imageName, imageTag }, visibility) {
    if (!cloud.setVisibility || imageName === undefined || imageTag === undefined)
        return false;
    try {
        await cloud.setVisibility({ imageName, imageTag }, visibility, signal);
        step.console.info(`${imageName}:${imageTag} is ${visibility}.`);
        return true;
    }
    catch (thrown) {
        if (step.signal.aborted)
            throw thrown;
        step.console.debug((0,errors/* messageOf */.bD)(thrown));
        return false;
    }
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/ownership.js
var ownership = __webpack_require__(1600);
// EXTERNAL MODULE: ./lib/src/modes/deployment/target.js
var target = __webpack_require__(8356);
;// CONCATENATED MODULE: ./lib/src/modes/reuse/trust.js



/**
 * A cloud does not check the tree hash that it gets. So a pull request's job could use the key to prepare a build
 * with the hash of what `main` will deploy. Therefore `deploy: production` reuses only a build from this repository's
 * own cache, whose entries are signed with this API key, or one made from the branch that is deployed. A record does not
 * say whether its name is a branch's or a tag's, so for a tag only the cache counts.
 */
function openTrust(step, { identity }, remembered) {
    const isProduction = (0,target/* deployTargetOf */.o)(step) === 'production' && declaresItsTree(step);
    const ours = (0,ownership/* ownAddresses */.hQ)(step).map((address) => address.toLowerCase());
    const { branch } = identity;
    const refused = [];
    let known;
    return {
        admits: async (build) => {
            const { id, sourceRepo = '', sourceRef } = build;
            if (!isProduction)
                return true;
            if (branch !== undefined && sourceRef === branch && ours.includes(sourceRepo.toLowerCase()))
                return true;
            known ??= Promise.resolve(remembered?.find());
            if ((await known) === id)
                return true;
            refused.push(build);
            return false;
        },
        refusal: () => {
            const [newest] = refused;
            if (newest === undefined)
                return undefined;
            const from = newest.sourceRef === undefined ? 'from no branch that its record names' : `from ${newest.sourceRef}`;
            const not = branch === undefined ? 'which may be a branch or a tag' : `not ${branch} of this repository`;
            return `for production, build ${newest.id} has the same context, but was made ${from}, ${not}, and its cache does not know it`;
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/modes/reuse/reuse.js









/** Milliseconds for the search; after that building is faster. */
const reuse_ASK_WITHIN_MS = 10_000;
/** Builds of the same inputs that are checked: one tree is rarely rebuilt often. */
const MOST_CANDIDATES = 20;
/**
 * `build: auto`: a successful build of the identical inputs that is younger than `reuse-within` and whose image the
 * cloud still has under its tag. If none is found, for whatever reason, the context is built.
 * @throws {AbortedError} when the workflow is cancelled
 */
async function findReusable(step, inputs) {
    const signal = (0,deadline/* timeoutSignal */._)(step.signal, reuse_ASK_WITHIN_MS);
    try {
        const cloud = await step.cloud();
        const search = { ...inputs, step, cloud, signal, cached: openCachedBuilds(step, inputs) };
        const found = needsCache(step, inputs.tree) ? await askCache(search) : await askCloud(search);
        if ('build' in found)
            noteReuse(search, found.build);
        else
            step.recorder.noteBuild({ whyBuilt: found.why });
        return 'build' in found ? found.build : undefined;
    }
    catch (thrown) {
        if (step.signal.aborted)
            throw thrown;
        step.recorder.noteBuild({ whyBuilt: 'earlier builds could not be read' });
        step.console.debug(`Earlier builds could not be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return undefined;
    }
}
/** The newest build that the cloud lists for these inputs and that passes all checks. */
async function askCloud(search) {
    const { step, cloud, signal, cached } = search;
    const trust = openTrust(step, search, cached);
    let why = `no successful build of these files in the last ${(0,duration/* formatDuration */.a3)(step.settings.reuseWithinMs)}`;
    for await (const build of cloud.list(reuse_filterOf(search), signal)) {
        if (!isRecent(step, build) || !reuse_isSame(search, build, 'listed'))
            continue;
        if (await isOverwritten(search, build))
            why = `a later build took the tag of build ${build.id}`;
        else if (await cached?.isShapedByInputs(build))
            why = `build ${build.id} has the same files and other build arguments, or another platform`;
        else if (await trust.admits(build))
            return { build };
    }
    return { why: trust.refusal() ?? why };
}
async function askCache(search) {
    const { step, cloud, signal, cached, tree } = search;
    if (cached === undefined)
        return { why: `${whyCacheIsNeeded(step, tree)}, and the runner keeps no cache` };
    const id = await cached.find();
    if (id === undefined)
        return { why: "no build of the same inputs is in the runner's cache" };
    const build = await cloud.get(id, signal);
    if (!isRecent(step, build)) {
        const age = (0,duration/* formatDuration */.a3)(step.settings.reuseWithinMs);
        return { why: `build ${id} of the same inputs is older than ${age} (reuse-within)` };
    }
    if (!reuse_isSame(search, build, 'cached'))
        return { why: `build ${id} of the same inputs did not succeed, or is not of this agent` };
    if (await isOverwritten(search, build))
        return { why: `a later build took the tag of build ${id}` };
    const why = await whyNoImage(search, build);
    return why === undefined ? { build } : { why };
}
function reuse_filterOf({ step, identity, hash, tree, cloud }) {
    const { settings } = step;
    const common = { status: 'succeeded', since: oldest(step), atMost: MOST_CANDIDATES };
    if (cloud.traits.findsBuildsBy === 'archive-hash') {
        const region = settings.region === undefined ? {} : { region: settings.region };
        return { ...common, ...region, contextHash: hash, dockerfile: tree.dockerfile };
    }
    const agent = identity.target.by === 'agent-name' ? { agentName: identity.target.agentName } : {};
    return { ...common, ...agent, workingTreeHash: hash, imageName: identity.imageName };
}
/**
 * The cloud's own filters are not trusted (contracts/README.md, disagreement 14). A listed record must have each
 * value; a build from the cache may lack one, because the cache key contains it.
 */
function reuse_isSame(search, build, from) {
    const { identity, hash, tree, cloud, step } = search;
    const is = (given, wanted) => given === wanted || (given === undefined && from === 'cached');
    if (build.status !== 'succeeded' || !isOfAccount(step, build))
        return false;
    // Its builds have no agent, which matters only for the deployment.
    if (cloud.traits.findsBuildsBy === 'archive-hash') {
        const region = step.settings.region ?? build.region;
        return (build.contextHash === hash &&
            build.region === region &&
            is(build.dockerfile ?? tree.dockerfile, tree.dockerfile));
    }
    const isOfThese = is(build.imageName, identity.imageName) && is(build.workingTreeHash, hash);
    return isOfThese && isOfAgent(step, build, is);
}
function isOfAccount({ settings }, { account }) {
    return account === undefined || account === settings.connection?.account;
}
function isOfAgent({ settings }, build, is) {
    const { agent } = settings;
    if (agent === undefined)
        return true;
    return is(agent.by === 'agent-id' ? build.agentId : build.agentName, agent.value);
}
function oldest({ settings }) {
    // Not before 1970: dates end at some 270,000 years from it, and a duration may be longer.
    return new Date(Math.max(0, Date.now() - settings.reuseWithinMs)).toISOString();
}
function isRecent(step, build) {
    return build.createdAt !== undefined && isYoung(step, build);
}
/** Ends of builds that have surely written no image; one that is being deleted may take the tag's image with it. */
const WROTE_NOTHING = ['failed', 'cancelled', 'timed-out'];
/** A tag belongs to the build that wrote it last: an older build's `latest` is another image now. */
async function isOverwritten({ cloud, signal }, build) {
    const { agentName, imageName, imageTag, createdAt } = build;
    if (imageName === undefined || imageTag === undefined || createdAt === undefined)
        return false;
    const filter = { imageName, since: createdAt, ...(agentName !== undefined && { agentName }) };
    for await (const later of cloud.list(filter, signal)) {
        const isEarlier = later.createdAt !== undefined && later.createdAt < createdAt;
        if (isEarlier || later.id === build.id || WROTE_NOTHING.includes(later.status))
            continue;
        if (later.imageName === imageName && later.imageTag === imageTag)
            return true;
    }
    return false;
}
function noteReuse({ step, identity }, build) {
    const { sourceCommit, createdAt, imageName, imageTag } = build;
    // Where records name no image, this run's own names hold, as for a build that it makes.
    const isNamed = imageName !== undefined || imageTag !== undefined;
    step.recorder.noteBuild({
        id: build.id,
        status: 'success',
        ...imageOf(build, isNamed ? undefined : identity),
        reused: { ...(sourceCommit && { commit: sourceCommit }), ...(createdAt && { createdAt }) },
    });
    if (imageTag === undefined || imageTag === identity.imageTag)
        return;
    const sentence = `No image was tagged ${identity.imageTag}: the inputs are those of ${imageName ?? identity.imageName}:${imageTag}, which was reused.`;
    // Only a tag that the author chose is worth an annotation.
    if (step.settings.image.tag === undefined)
        step.console.info(sentence);
    else
        step.console.notice(`${sentence} Set build: always where the tag itself is needed.`);
}

;// CONCATENATED MODULE: ./lib/src/modes/step/held-console.js
const LINES = ['group', 'endGroup', 'info', 'debug', 'notice', 'warning', 'error'];
/** A console whose lines of these kinds wait, in order, until `release`; afterwards they are printed at once. */
function holdLines(console, kinds) {
    let isHeld = true;
    const waiting = [];
    const later = (say) => (...args) => {
        if (isHeld)
            waiting.push(() => say(...args));
        else
            say(...args);
    };
    const held = { ...console, ...Object.fromEntries(kinds.map((kind) => [kind, later(console[kind])])) };
    return {
        console: held,
        release: () => {
            isHeld = false;
            for (const say of waiting.splice(0))
                say();
        },
    };
}
/**
 * A console that holds its lines, in order, until `free` is settled: for a phase that begins while the one before
 * still writes to the log. Masks and state are not held, as they are not shown.
 */
function heldConsole(console, free) {
    const { console: held, release } = holdLines(console, LINES);
    let isFree = false;
    const freed = free
        .catch(() => undefined)
        .then(() => {
        isFree = true;
        release();
    });
    return {
        ...held,
        buildLines: async (lines) => {
            if (!isFree)
                await freed;
            await console.buildLines(lines);
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/modes/build/other-commit.js

/** Events of a pull request whose GITHUB_SHA is the default branch's: a checkout without `ref` has that commit. */
const OF_DEFAULT_BRANCH = new Set([
    'pull_request_target',
    'workflow_run',
    'issue_comment',
]);
/**
 * Warns where the files are the default branch's, and not those of the pull request that the image, its preview and the
 * comment are about.
 * @param head the commit that is checked out, if it is known and of this repository
 */
function warnOfOtherCommit({ env, settings, trigger, console }, head) {
    const { number, headCommit } = trigger.pullRequest ?? {};
    if (number === undefined || head === undefined || head === headCommit)
        return;
    if (!OF_DEFAULT_BRANCH.has(trigger.event) || head !== env.GITHUB_SHA)
        return;
    const named = settings.image.tag === undefined ? 'tagged' : 'reported';
    console.warning(headCommit === undefined
        ? `The files are those of commit ${(0,units/* short */.h0)(head)} of the default branch, and the run is about pull request ${number}: its head is not checked out. docs/use/recipes.md shows what to check out on ${trigger.event}.`
        : `The files are those of commit ${(0,units/* short */.h0)(head)} of the default branch, and the image is ${named} as commit ${(0,units/* short */.h0)(headCommit)}, the head of pull request ${number}: that one is not checked out. docs/use/recipes.md shows what to check out on ${trigger.event}.`);
}

;// CONCATENATED MODULE: ./lib/src/modes/build/pack.js


















/** Lists the context as Docker would send it, and reports what the author should know of it. */
async function listContext(step) {
    const { console } = step;
    const tree = await (0,listing/* listTree */.nT)(treeRequest(step.settings));
    for (const notice of tree.notices)
        console.notice(notice);
    for (const warning of tree.warnings)
        console.warning(warning);
    warnOfCredentials(step, tree);
    await console.buildLines(tree.leftOut.map(leftOutLine));
    return tree;
}
/** @throws {UserError} that names the largest files, before anything is read or sent */
async function refuseTooLarge({ settings }, tree) {
    const { contentLimit } = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    if (tree.bytes <= contentLimit)
        return;
    const { overContentLimit } = await __webpack_require__.e(/* import() | archive */ "archive").then(__webpack_require__.bind(__webpack_require__, 933));
    throw overContentLimit(tree, contentLimit);
}
const NAMED_CREDENTIALS = 10;
/** One warning, before anything is uploaded (docs/security.md). */
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
        case 'credentials':
            return 'because it looks like credentials; a line with ! and its name in the ignore file brings it back';
        case 'project-file':
            return 'because it says how the agent is deployed, which is no part of the image; a line with ! and its name in the ignore file brings it back';
        case 'git-credentials':
            return 'because it holds a credential of git, which no image needs; nothing brings it back';
        case 'outside-include-paths':
            return 'because the manifest does not include it';
        case 'socket':
        case 'fifo':
        case 'device':
            return `because an archive cannot carry a ${reason}`;
    }
}
/**
 * Lists, names and packs the context into the runner's temporary folder; under `build: auto` only where no
 * earlier build of the identical inputs is found, which takes no more than hashing it.
 */
async function packContext(step) {
    // As long as the checkout was not read: where that fails, the comment says which commit it is about.
    const { commit, ref } = step.trigger;
    step.recorder.note({ source: (0,omit_undefined/* omitUndefined */.O)({ commit, ref }) });
    // On hosts whose annotations are lines of the log nobody would see them in its folded group.
    const { console, release } = holdLines(step.console, ['notice', 'warning']);
    const packing = { ...step, console };
    const work = async () => {
        const tree = await listContext(packing);
        await refuseTooLarge(packing, tree);
        const identity = await identify(packing, () => (0,hash_hash/* hashTree */.v)(tree, step.signal));
        warnOfOtherCommit(packing, identity.checkedOut);
        return (await reuseByTree(packing, tree, identity)) ?? (await pack(packing, tree, identity));
    };
    const packed = (0,phase/* phase */.O)(step, { name: 'Pack', withinMs: step.settings.buildTimeoutMs }, work, (context, ms) => {
        const { files = 0, contentBytes = 0, hash = '' } = step.recorder.result().context ?? {};
        const facts = { files, contentBytes, hash, ms };
        return 'reused' in context
            ? (0,log_lines/* knownContextLine */.rH)(facts)
            : (0,log_lines/* packedLine */.z0)({ ...facts, archiveBytes: context.packed.bytes });
    });
    return packed.finally(release);
}
async function reuseByTree(step, tree, identity) {
    const { findsBuildsBy } = clouds_traits/* CLOUD_TRAITS */.Q[step.settings.cloud];
    if (step.settings.build !== 'auto' || step.settings.dryRun || findsBuildsBy === 'archive-hash')
        return undefined;
    const hash = await (0,hash_hash/* hashTree */.v)(tree, step.signal);
    step.recorder.note({ context: { files: tree.files, contentBytes: tree.bytes, hash } });
    const reused = await findReusable(step, { tree, identity, hash });
    return reused && { reused };
}
async function pack(step, tree, identity) {
    const { console, recorder, settings, signal } = step;
    const traits = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    const { writeArchive } = await __webpack_require__.e(/* import() | archive */ "archive").then(__webpack_require__.bind(__webpack_require__, 933));
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(step.temp, 'cloud-build-'));
    step.removeAtEnd(folder);
    const collector = canCompare(step) ? createEntryCollector() : undefined;
    const packed = await writeArchive(tree, {
        destination: (0,external_node_path_.join)(folder, 'context.tar.gz'),
        prefix: traits.entryPrefix,
        limit: traits.archiveLimit,
        ...(traits.contextHash === 'archive-md5' && { md5: true, comment: keyedComment(step) }),
        ...(collector && { onEntry: collector.note }),
        signal,
    });
    for (const notice of packed.notices)
        console.notice(notice);
    const isHashed = traits.contextHash === 'archive-md5';
    const mayBeFound = settings.build === 'auto' && !settings.dryRun && traits.findsBuildsBy === 'archive-hash';
    const made = { packed, hash: isHashed ? (0,context_hash/* contextHashOf */.X)({ archive: packed }) : packed.workingTreeHash };
    const { unread, ...sent } = mayBeFound
        ? await withoutOldBuild(step, made, tree.dockerfile)
        : { ...made, unread: true };
    const { bytes } = sent.packed;
    recorder.note({ context: { files: tree.files, bytes, contentBytes: tree.bytes, hash: sent.hash } });
    const entries = collector?.entries();
    const context = { tree, identity, ...sent, ...(entries && { entries }) };
    const reused = unread ? undefined : await findReusable(step, context);
    return reused ? { reused } : context;
}

// EXTERNAL MODULE: ./lib/src/modes/cancel/access.js
var access = __webpack_require__(2932);
;// CONCATENATED MODULE: ./lib/src/modes/cancel/on-abort.js



/** How long a cancelled workflow may spend on the request: the runner kills soon (docs/platform.md, Cancellation). */
const on_abort_WITHIN_MS = 3_000;
/**
 * Milliseconds after the cancel by which the request must end, so that the comment has time too; and the least that
 * the request gets.
 */
const UNTIL_MS = 3_200;
const LEAST_MS = 500;
/** Milliseconds for asking whether the build had ended before it could be cancelled. */
const ASK_MS = 1_000;
/**
 * When the workflow is cancelled: cancels its build, or reports that the build goes on. Does nothing where nothing
 * was submitted, or the build has ended.
 */
async function cancelOnAbort(step) {
    const { console, recorder, settings, state } = step;
    const { id, status } = recorder.result().build ?? {};
    if (id === undefined || status !== undefined)
        return;
    const cloud = await step.cloud();
    const { title } = cloud.traits;
    // If post already runs, it cancels and reports instead.
    const isPosts = state.cancelled();
    if (cloud.cancel && settings.cancelOnAbort)
        return isPosts ? undefined : cancel(step, cloud, id);
    recorder.noteBuild({ status: 'cancelled', goesOn: 'surely' });
    if (isPosts)
        return;
    if (cloud.cancel)
        console.notice(`cancel-on-abort is false: build ${id} goes on at ${title}.`);
    else
        console.warning(`${title} cannot cancel builds: build ${id} goes on there.`);
    // It is reported now, and post could not do more.
    (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, buildId: id });
}
async function cancel({ console, recorder, signal, state }, cloud, id) {
    const { title } = cloud.traits;
    // For a result that is written before the cloud has answered.
    recorder.noteBuild({ status: 'cancelled' });
    const left = () => (0,deadline/* leftAfterAbort */.Gg)(signal, UNTIL_MS);
    const { outcome } = await (0,follow_cancel/* cancelBuild */.l)(cloud, id, {
        withinMs: Math.max(LEAST_MS, Math.min(on_abort_WITHIN_MS, left())),
    });
    const asked = outcome !== 'failed';
    (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, buildId: id, building: !asked, cancelAsked: asked });
    if (!asked) {
        recorder.noteBuild({ goesOn: 'perhaps' });
        console.info(`The cancel request for build ${id} got no answer in time: the post step asks again.`);
        return;
    }
    // A cloud may take the request for a build that has ended (contracts/sgp.openapi.yaml, cancelBuild).
    const soon = AbortSignal.timeout(Math.max(1, Math.min(ASK_MS, left())));
    const build = await cloud.get(id, soon).catch(() => undefined);
    const end = build && running/* OUTPUT_STATUS */.V3[build.status];
    if (end === undefined || end === 'cancelled')
        return console.info(`Asked ${title} to cancel build ${id}.`);
    recorder.noteBuild({ status: end });
    (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, buildId: id, built: end });
    console.info(`Build ${id} has ended at ${title}: there is nothing to cancel.`);
}

;// CONCATENATED MODULE: ./lib/src/modes/build/register.js












/** The request to import the image that was built elsewhere, also for a dry run; `undefined` where this run builds. */
async function imageRequest(step) {
    const { image, sourceImage, platform, visibility } = step.settings;
    const reference = sourceImage?.reference ?? image.reference;
    if (reference === undefined)
        return undefined;
    const identity = await identify(step, async () => 'latest');
    const { name = identity.imageName, tag = identity.imageTag } = sourceImage ?? image;
    const request = {
        image: reference,
        target: identity.target,
        // The registry's host and path are not part of the name here.
        imageName: name.split('/').at(-1) ?? name,
        imageTag: tag,
        isNamed: sourceImage?.isNamed ?? true,
        isShared: sourceImage?.isShared ?? false,
        ...(platform !== undefined && { platform }),
        ...(visibility !== undefined && { visibility }),
        source: identity.source,
    };
    return { request, identity };
}
/**
 * Registers an image that was built elsewhere: one request, nothing is packed or sent. Followed unless it ends at
 * once.
 * @throws {UserError} where it ended in anything but success
 */
async function registerImage(step) {
    const cloud = await step.cloud();
    const found = await imageRequest(step);
    if (!cloud.register || !found)
        throw new errors/* UserError */.yo(`${cloud.traits.title} cannot import an image of another registry.`);
    const { request, identity } = found;
    step.recorder.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
    try {
        const build = await send(step, cloud, request);
        if (!(0,clouds_build/* isBuildEnd */.O)(build.status))
            return await followToEnd(step, build, startHistory(step, identity));
        return takeEnded(step, build);
    }
    catch (thrown) {
        if (step.signal.aborted)
            await cancelOnAbort(step);
        throw thrown;
    }
}
async function send(step, { register }, request) {
    const { console, recorder, settings, signal, state } = step;
    const { title } = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    const progress = {
        notice: (message) => console.info(message),
        debug: (message) => console.debug(message),
        secret: (value) => console.mask(value),
        submitted: (build) => {
            recorder.noteBuild({ id: build.id });
            const building = !(0,clouds_build/* isBuildEnd */.O)(build.status);
            const built = running/* OUTPUT_STATUS */.V3[build.status];
            const how = { building, ...(built && { built }) };
            (0,running/* saveRunning */.LW)(state, { cloud: settings.cloud, buildId: build.id, ...how });
            void step.comment.update();
        },
    };
    const work = async () => {
        console.info(`Asking ${title} for ${request.image} as ${request.imageName}:${request.imageTag}.`);
        if (!register)
            throw new errors/* UserError */.yo(`${title} cannot import an image of another registry.`);
        (0,access/* saveAccess */.sc)(step);
        return register(request, progress, signal);
    };
    return (0,phase/* phase */.O)(step, { name: 'Submit', withinMs: settings.buildTimeoutMs }, work, (build, ms) => (0,log_lines/* registeredLine */.j8)({ buildId: build.id, image: request.image, ms }));
}
/** A build that had already ended in the answer: there is nothing to follow. */
function takeEnded({ console, recorder }, build) {
    if (build.status !== 'succeeded')
        throw new errors/* UserError */.yo(`Build ${build.id} ended as ${build.rawStatus}${build.error ? `: ${build.error}` : ''}`);
    recorder.noteBuild({ id: build.id, status: 'success', ...imageOf(build, recorder.result().build) });
    console.info((0,log_lines/* buildLine */.hU)(recorder.result().build ?? { steps: [] }));
    return build;
}

;// CONCATENATED MODULE: ./lib/src/modes/build/submit.js







/** The build request for a packed context; a dry run prints the same values. */
function buildRequest({ settings }, { tree, packed, identity }) {
    return {
        archive: {
            path: packed.path,
            bytes: packed.bytes,
            ...(packed.md5 === undefined ? {} : { md5: packed.md5 }),
        },
        target: identity.target,
        imageName: identity.imageName,
        imageTag: identity.imageTag,
        buildArgs: settings.buildArgs,
        ...(settings.platform === undefined ? {} : { platform: settings.platform }),
        ...(settings.visibility === undefined ? {} : { visibility: settings.visibility }),
        ...(settings.region === undefined ? {} : { region: settings.region }),
        source: identity.source,
        workingTreeHash: packed.workingTreeHash,
        dockerfile: tree.dockerfile,
    };
}
/** Whether the failed request cannot have made a build: then post has not to look for one. */
function isNothingSent(thrown) {
    if (thrown instanceof errors/* AbortedError */.oM)
        return !thrown.unanswered;
    return thrown instanceof errors/* HttpError */.j$ && (thrown.method === 'GET' || thrown.effect === 'no');
}
function submittingOf(request) {
    const { imageName, imageTag, workingTreeHash, target, dockerfile, region } = request;
    const at = new Date().toISOString();
    const where = { dockerfile, ...(region !== undefined && { region }) };
    const isHashed = request.archive.md5 !== undefined;
    const archive = isHashed ? { archive: { contextHash: (0,context_hash/* contextHashOf */.X)(request), ...where } } : {};
    const sent = { imageName, imageTag, workingTreeHash, ...archive, at, pid: process.pid };
    if (target.by === 'agent-id')
        return { ...sent, agent: target.agentId };
    return target.by === 'agent-name' ? { ...sent, agent: target.agentName } : sent;
}
/** The request failed or was given up before the build had an id: there is none, or post looks for it. */
function noteUnknown({ recorder, settings, state }, thrown) {
    if (isNothingSent(thrown)) {
        (0,running/* saveRunning */.LW)(state, { cloud: settings.cloud });
        return;
    }
    const mayRun = thrown instanceof errors/* AbortedError */.oM && !clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud].startsBuildsById;
    if (mayRun)
        recorder.noteBuild({ status: 'cancelled', goesOn: 'perhaps' });
}
/** Sends the build; as soon as the cloud has it, post can cancel it. */
async function submitBuild(step, request) {
    const { console, recorder, settings, state } = step;
    const traits = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    recorder.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
    /** The id of a record that does not start by itself, while the archive is being sent. */
    let unstarted;
    const work = async () => {
        const cloud = await step.cloud();
        console.info(`Sending ${request.imageName}:${request.imageTag} to ${traits.title}.`);
        (0,access/* saveAccess */.sc)(step);
        (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, submitting: submittingOf(request) });
        const sent = cloud.submit(request, {
            notice: (message) => console.info(message),
            debug: (message) => console.debug(message),
            secret: (value) => console.mask(value),
            submitted: (build) => {
                unstarted = build.unstarted ? build.id : undefined;
                recorder.noteBuild({ id: build.id });
                const how = build.unstarted ? { unstarted: build.unstarted } : { building: true };
                (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, buildId: build.id, ...how });
                void step.comment.update();
            },
        }, step.signal);
        return sent.catch((thrown) => {
            if (recorder.result().build?.id === undefined)
                noteUnknown(step, thrown);
            if (step.signal.aborted && unstarted !== undefined) {
                recorder.noteBuild({ status: 'cancelled' });
                console.info(`Build ${unstarted} was not started: nothing is running at ${traits.title}.`);
            }
            throw thrown;
        });
    };
    return (0,phase/* phase */.O)(step, { name: 'Submit', withinMs: settings.buildTimeoutMs }, work, (build, ms) => (0,log_lines/* submittedLine */.G)({ buildId: build.id, bytes: request.archive.bytes, ms }));
}

;// CONCATENATED MODULE: ./lib/src/modes/build/submit-young.js


/**
 * Sends the context to be built. Where the cloud answers with an equal build that is older than `reuse-within`, which was not
 * seen before, as its builds could not be read, the context is sent once more with the comment of this period.
 */
async function submitYoung(step, context) {
    const build = await submitBuild(step, buildRequest(step, context));
    if (!build.cached || isYoung(step, build))
        return build;
    step.console.info(`Build ${build.id} is older than reuse-within: the context is sent again, to be built anew.`);
    const renewed = await ofPeriod(step, context);
    const { context: facts } = step.recorder.result();
    if (facts !== undefined)
        step.recorder.note({ context: { ...facts, hash: renewed.hash } });
    return submitBuild(step, buildRequest(step, { ...context, ...renewed }));
}

;// CONCATENATED MODULE: ./lib/src/modes/build/vm-image.js










/**
 * Starts a VM image from a finished container image and follows it (docs/interface.md, `vm-image`), with a
 * `build-timeout` of its own.
 *
 * @throws {UserError} where the VM image failed; the container image exists all the same.
 */
async function makeVmImage(step, built) {
    const cloud = await step.cloud();
    const { derive } = cloud;
    if (!derive)
        throw new errors/* UserError */.yo(`${cloud.traits.title} makes no VM images`, { hint: 'Leave vm-image out.' });
    if (cloud.isDerived?.(built))
        return noteAlone(step, cloud, built);
    const { recorder } = step;
    const names = { name: 'VM image', group: `Build ${built.id}, VM image` };
    const facts = () => recorder.result().build ?? { steps: [] };
    const vm = await (0,phase/* phase */.O)(step, names, () => follow(step, cloud, built, () => derive(built, progressOf(step, cloud), step.signal)), () => (0,log_lines/* vmImageLine */.Rv)(facts()));
    if (facts().vmImage?.status === 'success')
        return;
    const failure = (0,failure_failure/* vmImageFailure */.bP)(facts(), (0,masked/* masked */.I)(vm, step.console.maskText).error);
    recorder.note({ failure });
    throw new errors/* UserError */.yo(failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}
/** Records the build as the VM image that it is, and prints one line. */
function noteAlone({ console, recorder }, cloud, built) {
    console.info(`${cloud.traits.title} makes VM images here and nothing else: build ${built.id} is the VM image.`);
    const seconds = secondsOf(built);
    noteVmImage(recorder, {
        status: 'success',
        ...(seconds !== undefined && { seconds }),
        ...(built.image !== undefined && { reference: built.image }),
    });
}
function noteVmImage(recorder, vmImage) {
    recorder.noteBuild({ vmImage });
    const { details = {} } = recorder.extra();
    recorder.noteExtra({ details: { ...details, 'vm-image': vmImage } });
}
function progressOf({ console, state }, cloud) {
    return {
        notice: (message) => console.info(message),
        submitted: ({ id }) => (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, buildId: id, building: true }),
    };
}
async function follow(step, cloud, built, derive) {
    const { console, recorder, settings, signal, state } = step;
    recorder.noteBuild({ vmImage: {} });
    // The cloud's log is of the container image, not of the VM image.
    const { log: _log, ...silent } = cloud;
    const followed = async () => {
        const queued = await derive();
        statusChanged(step, silent, queued);
        return followBuild(silent, queued, {
            timeoutMs: settings.buildTimeoutMs,
            pollIntervalMs: settings.pollIntervalMs,
            signal,
            onLines: () => undefined,
            onStatus: (now) => statusChanged(step, silent, now),
            onNotice: noticeTo(console),
        });
    };
    const { build, end, elapsedMs, cancel } = await followed().catch((thrown) => {
        if (signal.aborted)
            goesOn(step, cloud, built);
        throw thrown;
    });
    if (cancel?.outcome === 'incapable')
        warnOfVmImage(step, cloud, built);
    (0,running/* saveRunning */.LW)(state, { cloud: cloud.name, buildId: built.id, built: 'success' });
    const late = end === 'timed-out' && build.status !== 'succeeded';
    const vmImage = {
        status: late ? 'timed_out' : (running/* OUTPUT_STATUS */.V3[build.status] ?? 'error'),
        seconds: secondsOf(build) ?? elapsedMs / 1000,
        ...(build.image !== undefined && build.status === 'succeeded' && { reference: build.image }),
    };
    noteVmImage(recorder, vmImage);
    return build;
}
/** The workflow was cancelled: the container image is built, and nothing ends its VM image. */
function goesOn(step, cloud, built) {
    if (step.state.cancelled())
        return;
    warnOfVmImage(step, cloud, built);
    noteVmImage(step.recorder, { status: 'cancelled', goesOn: 'surely' });
    (0,running/* saveRunning */.LW)(step.state, { cloud: cloud.name, buildId: built.id, built: 'success' });
}
function warnOfVmImage({ console }, { traits }, { id }) {
    console.warning(`${traits.title} cannot cancel builds: the VM image of build ${id} goes on there.`);
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/closed-meanwhile.js
var closed_meanwhile = __webpack_require__(7650);
// EXTERNAL MODULE: ./lib/src/modes/cancel/left-facts.js
var left_facts = __webpack_require__(7509);
// EXTERNAL MODULE: ./lib/src/modes/deployment/previews.js
var deployment_previews = __webpack_require__(4704);
;// CONCATENATED MODULE: ./lib/src/modes/deployment/earlier-preview.js





/** Milliseconds for finding the preview that still runs: the author waits for the reason of the failure. */
const earlier_preview_WITHIN_MS = 5_000;
const COMMIT_WITHIN_MS = 2_000;
/**
 * If the build or the rollout of a new preview fails, the old one stays, and the result says which one still runs. An
 * error here is only a debug line.
 * @param fresh the deployment that failed, if there is one
 */
async function noteEarlierPreview(step, fresh) {
    if (fresh?.previous)
        return step.recorder.note({ stillRunning: fresh.previous });
    if ((0,target/* deployTargetOf */.o)(step) !== 'preview')
        return;
    try {
        const isHealthy = ({ id, status }) => id !== fresh?.id && status === 'healthy';
        const running = await newestPreview(step, isHealthy);
        if (running)
            step.recorder.note({ stillRunning: running });
    }
    catch (thrown) {
        step.console.debug(`Could not check which preview still runs: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
/** The newest one of this run's label that is this repository's, with the commit of its build if that is known. */
async function newestPreview(step, isWanted) {
    const signal = (0,deadline/* timeoutSignal */._)(step.signal, earlier_preview_WITHIN_MS);
    const cloud = await step.cloud();
    const agentName = (0,target/* namedAgent */.r)(step.settings);
    if (!cloud.deployments || agentName === undefined)
        return undefined;
    const label = step.recorder.result().deployment?.preview?.label ?? (0,deployment_previews/* previewLabel */.Pg)(step);
    const query = { agentName, label, repositories: (0,ownership/* ownAddresses */.hQ)(step) };
    const previews = await (0,deployment_previews/* previewsOf */.PT)(cloud.deployments, query, signal);
    const running = previews.find(isWanted);
    if (!running || !(await (0,ownership/* ownershipOf */.VL)(step, cloud, running)).ours)
        return undefined;
    const { buildId } = running;
    // The commit is optional: the preview is reported without it.
    const commit = (0,deadline/* timeoutSignal */._)(signal, COMMIT_WITHIN_MS);
    const build = buildId === undefined ? undefined : await cloud.get(buildId, commit).catch(() => undefined);
    const source = build && commitOf(build);
    return {
        id: running.id,
        ...(running.createdAt && { createdAt: running.createdAt }),
        ...(source && { commit: source }),
    };
}
/**
 * The commit as the pull request has it. GitHub checks out a merge commit that is in no list, and the build's source is
 * that; the image has the head as its tag unless the author gave another.
 */
function commitOf({ imageTag, sourceCommit }) {
    return imageTag !== undefined && /^[0-9a-f]{12}$/.test(imageTag) ? imageTag : sourceCommit;
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/github.js + 1 modules
var github = __webpack_require__(8280);
// EXTERNAL MODULE: ./lib/src/modes/step/known-pull-request.js
var known_pull_request = __webpack_require__(1447);
// EXTERNAL MODULE: ./lib/src/modes/deployment/pull-request-now.js
var pull_request_now = __webpack_require__(8875);
;// CONCATENATED MODULE: ./lib/src/modes/deployment/overtaken.js





/**
 * Whether the pull request's preview shows a newer commit than this run's: then this run, which took longer or is
 * repeated, must not replace it. Only if that preview exists: a newer commit may have no run of its own.
 */
async function isOvertaken(step) {
    const head = await newerHead(step);
    if (head === undefined)
        return false;
    try {
        const newest = await newestPreview(step, isKept);
        // The commit may be known by its beginning only.
        if (newest?.commit === undefined || !head.startsWith(newest.commit))
            return false;
        const short = head.slice(0, 12);
        const whyNotDeployed = `the preview of pull request ${(0,known_pull_request/* givenNumber */.Fp)(step)} shows its newer commit ${short} already`;
        step.recorder.note({ whyNotDeployed });
        step.console.info(`Nothing was deployed: ${whyNotDeployed}.`);
        return true;
    }
    catch (thrown) {
        if (step.signal.aborted)
            throw thrown;
        step.console.debug(`Could not check whether a newer preview exists: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return false;
    }
}
/** The pull request's head where it is neither this run's commit nor the one before it, as a late reply has it. */
async function newerHead(step) {
    const { event, pullRequest } = step.trigger;
    const { headCommit: ours, previousHead } = pullRequest ?? {};
    if (!event.startsWith('pull_request') || ours === undefined || (0,known_pull_request/* givenNumber */.Fp)(step) !== pullRequest?.number)
        return undefined;
    const now = (await (0,pull_request_now/* sharedPullRequest */.q)(step))?.headCommit;
    return now === ours || now === previousHead ? undefined : now;
}
/** Also one whose rollout goes on. */
function isKept(preview) {
    return (0,deployment_previews/* isLive */.DG)(preview) && preview.status !== 'failed';
}

// EXTERNAL MODULE: ./lib/src/settings/deploy/deploy.js + 2 modules
var deploy = __webpack_require__(6920);
;// CONCATENATED MODULE: ./lib/src/modes/deployment/preview-address.js


/**
 * How a preview is reached: its address from `preview-url`, or the name that starts a session. If the template uses a
 * value that this preview does not have, there is no address.
 */
function previewAddress({ settings, trigger, recorder }, deployments, request, deployment) {
    // In place: the preview is an agent, and its name starts a session. After `@` comes one of its deployments.
    const name = deployments.inPlace ? deployment.id.replace(/@.*/s, '') : undefined;
    const reach = name === undefined ? {} : { reach: name };
    const { url: template } = settings.preview;
    if (template === undefined)
        return reach;
    const url = (0,deploy/* expandPreviewUrl */.Eb)(template, valuesOf({ settings, trigger, recorder }, deployments, request, deployment));
    return url === undefined ? reach : { ...reach, url };
}
/**
 * The address that `preview-check` requests; `undefined` without that input, or if it uses a value that this preview
 * does not have.
 */
function previewCheckAddress(step, deployments, request, deployment) {
    const { check } = step.settings.preview;
    if (check === undefined)
        return undefined;
    const { url } = previewAddress(step, deployments, request, deployment);
    return (0,deploy/* expandPreviewCheck */.TN)(check, valuesOf(step, deployments, request, deployment), url);
}
function valuesOf({ settings, trigger, recorder }, deployments, request, deployment) {
    const name = deployments.inPlace ? deployment.id.replace(/@.*/s, '') : undefined;
    const { build } = recorder.result();
    const pull = (0,known_pull_request/* givenNumber */.Fp)({ settings, trigger });
    const buildId = 'buildId' in request.of ? request.of.buildId : build?.id;
    const tag = build?.imageTag ?? ('imageTag' in request.of ? request.of.imageTag : undefined);
    return {
        agent: request.agentName,
        label: deployment.previewLabel ?? request.preview?.label ?? '',
        deployment: name ?? deployment.id,
        ...(buildId === undefined ? {} : { build: buildId }),
        ...(tag === undefined ? {} : { tag }),
        ...(pull === undefined ? {} : { pr: String(pull) }),
    };
}
/** For a valid template with, for example, the pull request of a run that has none. */
function noticeMissingAddress({ settings, recorder, console, }) {
    const { url: template } = settings.preview;
    if (template === undefined || recorder.result().deployment?.preview?.url !== undefined)
        return;
    console.notice(`This preview has no address: preview-url (${template}) names something that it does not have.`);
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/replace.js
var replace = __webpack_require__(3109);
;// CONCATENATED MODULE: ./lib/src/modes/deployment/request.js




/** @throws {UserError} where neither the build nor an input nor a project file names the agent */
function agentOf({ settings }, build) {
    const name = ('agentName' in build ? build.agentName : undefined) ?? (0,target/* namedAgent */.r)(settings);
    if (name === undefined) {
        throw new errors/* UserError */.yo('The deployment needs the name of the agent, and neither the build nor an input gives it.', {
            hint: 'Give agent-name, or manifest.',
        });
    }
    return name;
}
/** The request for a deployment; a dry run prints the same values. */
function deploymentRequest(step, kind, agentName, build) {
    const { agentSettings, project, preview, region } = step.settings;
    const [repository] = (0,ownership/* ownAddresses */.hQ)(step);
    return {
        of: 'id' in build ? { buildId: build.id } : build,
        agentName,
        ...(region !== undefined && { region }),
        ...(project && { manifest: project.text }),
        ...(project?.environmentConfig && { environmentConfig: project.environmentConfig.text }),
        ...(agentSettings && { agentSettings }),
        ...(kind === 'preview' && {
            preview: {
                label: (0,deployment_previews/* previewLabel */.Pg)(step),
                ttlMs: preview.ttlMs,
                ...(repository !== undefined && { repository }),
            },
        }),
    };
}

;// CONCATENATED MODULE: ./lib/src/clouds/deployment.js
function isDeploymentEnd(status) {
    return status !== 'pending' && status !== 'progressing' && status !== 'unknown';
}

;// CONCATENATED MODULE: ./lib/src/follow/deployment/event-feed.js
const EVENTS_KEPT = 20;
const EVENT_KEYS_MAX = 20_000;
/** Keeps the last `size` items. */
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
/**
 * Reports each event once, known by its text: clouds send the whole list each time, in any order (sgp.openapi.yaml,
 * `getDeployment`).
 */
class EventFeed {
    #onEvent;
    #reported = new Set();
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
            if (this.#reported.has(key) || this.#reported.size >= EVENT_KEYS_MAX)
                continue;
            this.#reported.add(key);
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

;// CONCATENATED MODULE: ./lib/src/follow/deployment/log.js




/** Between two requests, in milliseconds. */
const log_BUSY_MS = 1000;
const log_GROWTH = 1.5;
/** The log may be behind the status: it is read once more after `LAG_MS`, and for `LAG_MAX_MS` in total at most. */
const log_LAG_MS = 1000;
const log_LAG_MAX_MS = 10_000;
const log_READ_MAX_MS = 30_000;
/** Pages in a row at most, so that a cursor that never ends does not loop for ever; and of them without a new line. */
const PAGES_MAX = 1000;
const PAGES_WITHOUT_NEWS_MAX = 10;
const IDS_MAX = 20_000;
/** sgp.openapi.yaml, `getDeploymentLogs`: lines per page. */
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
    #cursors = new Set();
    #window = new LogWindow(PAGE_MAX);
    #cursor;
    #reported = false;
    #refused = false;
    /** The last request failed. */
    #broken = false;
    constructor(readPage, id, sink, scope) {
        this.#readPage = readPage;
        this.#id = id;
        this.#sink = sink;
        this.#scope = scope;
    }
    async run() {
        const { clock, ended, signal, pollIntervalMs } = this.#scope;
        const sleeper = new InterruptibleSleep(clock);
        const onEnd = () => sleeper.interrupt();
        ended.addEventListener('abort', onEnd, { once: true });
        const grace = (0,deadline/* graceAfter */.Dc)(ended, log_LAG_MAX_MS, this.#scope);
        try {
            let wait = log_BUSY_MS;
            while (!ended.aborted && !this.#refused) {
                const news = await this.#readAll(grace);
                wait = Math.min(news ? log_BUSY_MS : wait * log_GROWTH, pollIntervalMs);
                if (!ended.aborted)
                    await sleeper.sleep(wait, signal);
            }
            if (this.#refused)
                return;
            await this.#readAll(grace);
            await clock.sleep(log_LAG_MS, signal);
            await this.#readAll(grace);
            if (this.#broken)
                this.#sink.onNotice('The end of the deployment log could not be read.');
        }
        finally {
            grace.end();
            ended.removeEventListener('abort', onEnd);
        }
    }
    /** Reads while pages are full. @returns whether there was anything new */
    async #readAll(grace) {
        let news = false;
        let without = 0;
        for (let count = 0; count < PAGES_MAX && !this.#refused; count++) {
            const page = await this.#page(grace);
            if (!page)
                return news;
            const fresh = this.#fresh(page.lines);
            if (fresh.length > 0)
                await this.#sink.onLines(fresh);
            news ||= fresh.length > 0;
            without = fresh.length > 0 ? 0 : without + 1;
            const moved = this.#move(page.cursor);
            if (!page.more || !moved || without >= PAGES_WITHOUT_NEWS_MAX)
                return news;
        }
        return news;
    }
    async #page(grace) {
        const { clock, signal } = this.#scope;
        try {
            const read = (own) => this.#readPage(this.#id, this.#cursor, own);
            const page = await (0,deadline/* runWithin */.T9)(log_READ_MAX_MS, read, { clock, signal: grace.signal });
            if (page === deadline/* LATE */.XR)
                throw new Error('the request was not answered in time');
            this.#broken = false;
            return page;
        }
        catch (error) {
            if (signal.aborted)
                throw new errors/* AbortedError */.oM('the log was left', { cause: error });
            // After the grace period there are no retries.
            if (!grace.signal.aborted)
                this.#tolerate(error);
            this.#broken ||= grace.signal.aborted;
            return undefined;
        }
    }
    #tolerate(error) {
        const fault = logFaultOf(error);
        this.#refused = fault === 'refused';
        this.#broken = fault === 'broken';
        if (this.#reported || fault === 'absent')
            return;
        this.#reported = true;
        const then = this.#refused ? 'the deployment is followed without it' : 'it is requested again';
        this.#sink.onNotice(`The deployment log cannot be read (${(0,errors/* messageOf */.bD)(error)}); ${then}.`);
    }
    /**
     * Without a new cursor the present one stays (sgp.openapi.yaml, `getDeploymentLogs`); one of before would go in
     * circles.
     */
    #move(cursor) {
        if (cursor === undefined || this.#cursors.has(cursor))
            return false;
        this.#cursor = cursor;
        this.#cursors.add(cursor);
        this.#window = new LogWindow(PAGE_MAX);
        return true;
    }
    #fresh(lines) {
        const plain = lines.filter(({ id }) => id === undefined).map(({ text }) => text);
        const { fresh, gap } = this.#window.admit(plain);
        if (gap)
            this.#sink.onNotice('The deployment log does not continue where it stopped: lines may be missing here.');
        let next = 0;
        const wanted = [];
        for (const { id, text } of lines) {
            const isNew = id === undefined ? fresh[next] === text : this.#isNew(id);
            if (isNew && id === undefined)
                next++;
            if (isNew)
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

;// CONCATENATED MODULE: ./lib/src/follow/deployment/deployment.js







const LINES_KEPT = 50;
/**
 * Follows a deployment to its end: its status and events by polling, and in parallel its log where the cloud has one.
 * @throws {AbortedError} when `signal` fires
 * @throws {HttpError} when the status cannot be read permanently
 */
async function followDeployment(deployments, deployment, options) {
    const clock = options.clock ?? wait/* systemClock */.m;
    const startedAt = clock.now();
    const scope = (0,deadline/* childScope */.Xu)(options.signal);
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
    const logging = startInBackground(followDeploymentLog(deployments.logs, deployment.id, sink, logScope), scope.end);
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
    return new StatusWatch({
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

;// CONCATENATED MODULE: ./lib/src/modes/deployment/rollout.js








/** Milliseconds for deleting a preview when the job is cancelled: the runner kills soon. */
const REMOVE_MS = 3_000;
/** Shows the rollout while it runs, and records how it ended. */
async function rollout_watch(step, deployments, created) {
    const { console, recorder, settings, signal } = step;
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
            onNotice: noticeTo(console),
        });
        const facts = rollout_factsOf(end, console.maskText);
        recorder.noteDeployment(facts);
        const { id, status } = facts;
        const rolledOut = id === undefined ? {} : { rolledOut: { id, ...(status && { status }) } };
        (0,running/* saveRunning */.LW)(step.state, { ...idleOf(step), ...rolledOut });
        return end;
    }
    catch (thrown) {
        if (signal.aborted || thrown instanceof errors/* AbortedError */.oM)
            await stopPreview(step, deployments, created);
        else
            (0,running/* saveRunning */.LW)(step.state, idleOf(step));
        throw thrown;
    }
}
/** The rollout of a finished build: nothing of it is under way. */
function idleOf({ settings, recorder }) {
    const { id } = recorder.result().build ?? {};
    const { cloud } = settings;
    return id === undefined ? { cloud } : { cloud, built: 'success', buildId: id };
}
/** What post reports if main is killed before the deployment has an id. @param what it is, in words */
function saveDeploying(step, what) {
    (0,running/* saveRunning */.LW)(step.state, { ...idleOf(step), deploying: what });
}
/**
 * What post has to end or to report if main is killed during a rollout: a preview of its own is deleted, anything else
 * goes on.
 */
function saveRollout(step, { id, previous }) {
    const { recorder, settings, state } = step;
    const isStopped = isPreview(recorder) && previous === undefined && settings.cancelOnAbort;
    (0,running/* saveRunning */.LW)(state, { ...idleOf(step), ...(isStopped ? { previewId: id } : { rolloutId: id }) });
}
function isPreview(recorder) {
    return recorder.result().deployment?.preview !== undefined;
}
/** When the job is cancelled: deletes the new preview. A production rollout goes on. */
async function stopPreview(step, deployments, created) {
    const { console, recorder, settings, state } = step;
    // If post already runs, it deletes and reports instead.
    const isPosts = state.cancelled();
    recorder.noteDeployment({ status: 'cancelled' });
    if (!isPreview(recorder) || created.previous || !settings.cancelOnAbort) {
        recorder.noteDeployment({ goesOn: 'surely' });
        if (isPosts)
            return;
        console.notice((0,left_facts/* rolloutGoesOn */.x)(created.id, (await step.cloud()).traits));
        (0,running/* saveRunning */.LW)(state, idleOf(step));
        return;
    }
    if (isPosts)
        return;
    const soon = AbortSignal.timeout(REMOVE_MS);
    const outcome = await deployments.remove(created.id, soon).catch(() => undefined);
    if (outcome !== undefined) {
        console.info(`Preview ${created.id} was deleted.`);
        (0,running/* saveRunning */.LW)(state, idleOf(step));
        return;
    }
    // It stays in the saved state.
    recorder.noteDeployment({ goesOn: 'perhaps' });
    console.info(`Preview ${created.id} could not be deleted in time: the post step tries again.`);
}
const OUTPUT_STATUS = {
    healthy: 'healthy',
    failed: 'failed',
    cancelled: 'cancelled',
    superseded: 'cancelled',
    deleted: 'cancelled',
};
function rollout_factsOf(end, maskText) {
    const status = end.end === 'timed-out' ? 'timed_out' : OUTPUT_STATUS[end.deployment.status];
    return {
        id: end.deployment.id,
        ...(status && { status }),
        seconds: end.elapsedMs / 1000,
        // Before anything is cut: half a secret would not be found any more.
        ...(0,masked/* masked */.I)({ events: end.events, lines: end.lines }, maskText),
    };
}
/**
 * Fails the step, and reports the earlier preview that still runs.
 * @throws {UserError} always
 */
async function fail(step, end) {
    const { recorder } = step;
    const facts = recorder.result().deployment ?? { events: [], lines: [] };
    const { error, rawStatus } = (0,masked/* masked */.I)(end.deployment, step.console.maskText);
    const lastStatus = end.end === 'timed-out' ? rawStatus : undefined;
    const failure = (0,failure_failure/* deploymentFailure */.K8)(facts, error ?? endWords(end), lastStatus);
    await noteEarlierPreview(step, end.deployment);
    recorder.note({ failure });
    throw new errors/* UserError */.yo(failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}
function endWords(end) {
    if (end.end !== 'ended')
        return end.trouble;
    if (end.deployment.status === 'superseded')
        return 'a later deployment replaced it';
    if (end.deployment.status === 'deleted')
        return 'it was deleted while it was rolled out';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/modes/deployment/verify-preview.js






/** Characters of a body's first line, which comes from outside: it is shown as one line without commands or Markdown. */
const LONGEST_WORDS = 300;
/**
 * The input `preview-check`: a healthy preview must also answer, in the rest of `deploy-timeout`.
 * @param spentMs milliseconds that the rollout took of it
 * @returns the error where it does not answer in that time
 * @throws {AbortedError}
 */
async function verifyPreview(step, deployments, request, { deployment, elapsedMs: spentMs }) {
    const { settings, recorder, console, signal } = step;
    if (settings.preview.check === undefined)
        return undefined;
    const url = previewCheckAddress(step, deployments, request, deployment);
    if (url === undefined) {
        console.warning(`The preview was not checked: preview-check (${settings.preview.check}) names something that it does not have.`);
        return undefined;
    }
    const said = (words) => (0,report_text/* oneLine */.TN)(console.maskText(words), LONGEST_WORDS);
    recorder.note({ outcome: 'verifying' });
    await step.comment.update();
    const { checkPreview } = await Promise.all(/* import() | preview-check */[__webpack_require__.e("npm-undici"), __webpack_require__.e("shared"), __webpack_require__.e("preview-check")]).then(__webpack_require__.bind(__webpack_require__, 8572));
    const end = await (0,phase/* phase */.O)(step, { name: 'Verify preview' }, () => checkPreview(new URL(url), {
        withinMs: settings.deployTimeoutMs - spentMs,
        pollIntervalMs: settings.pollIntervalMs,
        previewUrl: recorder.result().deployment?.preview?.url,
        signal,
        env: step.env,
        onAnswer: (words) => console.info(`${url}: ${said(words)}`),
    }), ({ end: how, afterMs }) => how === 'answered'
        ? `✓ Verify preview: answered in ${(0,units/* duration */.p0)(afterMs)}`
        : `✗ Verify preview: no success in ${(0,units/* duration */.p0)(afterMs)}`);
    const { preview } = recorder.result().deployment ?? {};
    if (end.end === 'answered') {
        if (preview)
            recorder.noteDeployment({ preview: { ...preview, answeredMs: end.afterMs } });
        return undefined;
    }
    // Where previews are agents, the new one has replaced the earlier one by now.
    if (!deployments.inPlace)
        await noteEarlierPreview(step, deployment);
    return notAnswering(step, `${url} gave ${said(end.words)}`, end.afterMs);
}
function notAnswering({ recorder }, what, afterMs) {
    const failure = {
        title: 'Preview does not answer',
        message: `The preview is healthy but did not answer with success in ${(0,units/* duration */.p0)(afterMs)}: ${what}`,
        hint: 'Look at the preview’s own log, or check preview-check and deploy-timeout.',
    };
    recorder.note({ failure });
    return new errors/* UserError */.yo(failure.message, { hint: failure.hint });
}

;// CONCATENATED MODULE: ./lib/src/modes/deployment/deploy.js
















/**
 * Deploys a finished build if the event asks for it, and follows the rollout to its end. Older previews are deleted
 * only when the new one is healthy. A preview is deleted if its pull request was closed meanwhile.
 * @returns `removed` if the pull request was closed meanwhile
 * @throws {UserError} when the deployment ended in anything but health.
 */
async function deploy_deploy(step, build) {
    const kind = (0,target/* deployTargetOf */.o)(step);
    if (kind === 'none')
        return 'none';
    const cloud = await step.cloud();
    const { deployments } = cloud;
    if (!deployments)
        throw new errors/* UserError */.yo(`${cloud.traits.title} deploys nothing: leave deploy out.`);
    if (kind === 'preview' && (await isOvertaken(step)))
        return 'none';
    const agentName = agentOf(step, build);
    const request = deploymentRequest(step, kind, agentName, build);
    if (request.preview)
        step.recorder.noteDeployment({ preview: { label: request.preview.label } });
    step.recorder.note({ outcome: 'deploying' });
    await step.comment.update();
    return (0,github/* recordDeployment */.d)(step, kind, () => rollOut(step, deployments, request));
}
async function rollOut(step, deployments, request) {
    const { agentName } = request;
    const created = await create(step, deployments, request);
    if (request.preview)
        noticeMissingAddress(step);
    if (!step.settings.deployWait)
        return keepExisting(step, deployments, request, created);
    const end = await (0,phase/* phase */.O)(step, { name: 'Deploy', group: `Deploy ${created.id}`, withinMs: step.settings.deployTimeoutMs }, () => rollout_watch(step, deployments, created), () => (0,log_lines/* deploymentLine */.CO)(step.recorder.result().deployment ?? { events: [], lines: [] }));
    const isHealthy = end.end === 'ended' && end.deployment.status === 'healthy';
    const isPreview = request.preview !== undefined && isHealthy;
    // Before older ones are deleted: a preview that does not answer is not a replacement.
    const fault = isPreview ? await verifyPreview(step, deployments, request, end) : undefined;
    if (isPreview && fault === undefined)
        await (0,replace/* replaceOlder */.hd)(step, deployments, { agentName, fresh: end.deployment });
    // Also a failed one: the teardown may have run before this preview existed, or may have deleted it.
    if (request.preview && (await (0,closed_meanwhile/* takeDownIfClosed */.nn)(step, deployments, agentName)))
        return 'removed';
    if (fault !== undefined)
        throw fault;
    return isHealthy ? 'deployed' : fail(step, end);
}
/** `deploy-wait: false`: the rollout goes on by itself, and its end is not reported. */
async function keepExisting(step, deployments, { agentName, preview }, created) {
    (0,running/* saveRunning */.LW)(step.state, { cloud: step.settings.cloud });
    step.console.info(`Deploy ${created.id} was begun and is not followed (deploy-wait: false).`);
    if (preview && (await (0,closed_meanwhile/* takeDownIfClosed */.nn)(step, deployments, agentName)))
        return 'removed';
    return 'deployed';
}
async function create(step, deployments, request) {
    const { console, recorder } = step;
    const what = request.preview
        ? `preview ${request.preview.label} of ${request.agentName}`
        : request.agentName;
    console.info(`Deploying ${what}.`);
    const submitted = (deployment) => {
        recorder.noteDeployment({ id: deployment.id, ...previewFacts(step, deployments, request, deployment) });
        (0,access/* saveAccess */.sc)(step);
        saveRollout(step, deployment);
    };
    const notice = (message) => console.info(message);
    const warning = (message) => console.warning(message);
    const { deployTimeoutMs } = step.settings;
    const began = performance.now();
    saveDeploying(step, what);
    try {
        return await step.within(deployTimeoutMs, () => deployments.create(request, { notice, warning, submitted }, step.signal));
    }
    catch (thrown) {
        if (step.signal.aborted)
            return await abortedWhileSent(step, what, thrown);
        (0,running/* saveRunning */.LW)(step.state, idleOf(step));
        console.info((0,log_lines/* brokenLine */.kU)('Deploy', (0,errors/* messageOf */.bD)(thrown), performance.now() - began));
        if (request.preview && answersReads(thrown))
            await noteEarlierPreview(step);
        throw thrown;
    }
}
/** The workflow was cancelled before the deployment had an id. @throws what was thrown */
async function abortedWhileSent(step, what, thrown) {
    const { console, recorder, state } = step;
    const isKnown = recorder.result().deployment?.id !== undefined;
    if (isKnown || state.cancelled())
        throw thrown;
    if (thrown instanceof errors/* AbortedError */.oM && thrown.unanswered) {
        recorder.noteDeployment({ status: 'cancelled', goesOn: 'perhaps' });
        console.warning((0,left_facts/* deploymentMayGoOn */.Qd)(what, (await step.cloud()).traits));
    }
    (0,running/* saveRunning */.LW)(state, idleOf(step));
    throw thrown;
}
/** If even a read failed, the cloud would not answer which preview still runs either. */
function answersReads(thrown) {
    return !(thrown instanceof errors/* HttpError */.j$ && thrown.method === 'GET');
}
/** The label as the cloud has it: it may have changed ours. */
function previewFacts(step, deployments, request, deployment) {
    if (!request.preview)
        return {};
    const label = deployment.previewLabel ?? request.preview.label;
    const { expiresAt } = deployment;
    const address = previewAddress(step, deployments, request, deployment);
    return { preview: { label, ...(expiresAt && { expiresAt }), ...address } };
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/named-preview.js
var named_preview = __webpack_require__(4017);
;// CONCATENATED MODULE: ./lib/src/modes/deployment/secrets.js




/** Milliseconds for the check: the deployment finds a missing secret too, only later. */
const secrets_LOOK_WITHIN_MS = 10_000;
/**
 * Checks that the account has the secrets that the project file names, before the build instead of minutes later. If
 * the key may not list them or the cloud does not answer in time, that is only a debug line.
 * @throws {UserError} that names what is missing
 */
async function checkSecrets(step) {
    const { console, settings, signal } = step;
    const { project, context } = settings;
    const named = project?.secrets ?? [];
    if (named.length === 0 || (0,target/* deployTargetOf */.o)(step) === 'none')
        return;
    const missing = await lookUp(step, named.map(({ name }) => name)).catch((thrown) => {
        if (signal.aborted)
            throw thrown;
        console.debug(`Could not check whether the secrets of the manifest exist: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return [];
    });
    if (missing.length === 0)
        return;
    const file = (0,external_node_path_.relative)(context.workspace, project?.path ?? '');
    const first = named.find(({ name }) => missing.includes(name));
    const words = missing.length === 1
        ? 'a secret that the account does not have'
        : 'secrets that the account does not have';
    throw new errors/* UserError */.yo(`${file} names ${words}: ${missing.join(', ')}. Nothing was built.`, {
        hint: 'Create it on the cloud, or correct `secret_name` of `agent.credentials`; check `account-id` as well.',
        place: { file, ...(first?.line !== undefined && { line: first.line }) },
    });
}
async function lookUp(step, names) {
    const { missingSecrets } = await step.cloud();
    if (missingSecrets === undefined)
        return [];
    return missingSecrets(names, (0,deadline/* timeoutSignal */._)(step.signal, secrets_LOOK_WITHIN_MS));
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/preview-agent.js
var preview_agent = __webpack_require__(4689);
;// CONCATENATED MODULE: ./lib/src/modes/deployment/teardown.js








/**
 * For a closed pull request, merged or not: deletes every preview of its label. Needs no context and no manifest on
 * disk; a preview that is already gone is a success.
 * @throws {UserError} when a preview could not be deleted; the others are deleted first
 */
async function tearDown(step) {
    const cloud = await step.cloud();
    const { deployments } = cloud;
    step.recorder.note({ outcome: 'removed', previewsDeleted: [] });
    if (!deployments) {
        step.console.info(`${cloud.traits.title} deploys nothing: there is nothing to tear down.`);
        return;
    }
    const label = (0,deployment_previews/* previewLabel */.Pg)(step);
    const agentName = await (0,preview_agent/* previewAgent */.b)(step, cloud, label);
    if (agentName !== undefined && step.settings.agent === undefined)
        step.recorder.note({ agent: agentName });
    step.recorder.noteDeployment({ preview: { label } });
    const { failed } = await (0,phase/* phase */.O)(step, { name: 'Preview cleanup', withinMs: step.settings.deployTimeoutMs }, async () => {
        const query = { label, repositories: (0,ownership/* ownAddresses */.hQ)(step) };
        const all = agentName === undefined ? [] : await (0,deployment_previews/* previewsOf */.PT)(deployments, { agentName, ...query }, step.signal);
        const removal = await (0,replace/* removeAll */.C0)(step, deployments, all.filter(deployment_previews/* isLive */.DG));
        step.recorder.note({ previewsDeleted: removal.removed });
        return removal;
    }, ({ removed, failed: missed, left }, ms) => (0,log_lines/* cleanupLine */.lG)({ deleted: removed.length, kept: left.length, failed: missed.length, ms }));
    await (0,github/* retireDeployments */.E)(step);
    if (failed.length === 0)
        return;
    const which = failed.map(({ id, why }) => `${id} (${why})`).join('; ');
    throw new errors/* UserError */.yo(`Previews of ${label} could not be deleted: ${which}`, {
        hint: 'Run the job again; the previews also end by their own expiry.',
    });
}

;// CONCATENATED MODULE: ./lib/src/modes/deployment/undeployed.js
/** With `deploy: auto`, says why nothing was deployed; with `none` only where nothing was done at all. */
function noteUndeployed({ settings, trigger, console, recorder }) {
    if (settings.deploy !== 'auto') {
        if (settings.build === 'never' && recorder.result().phases.length === 0)
            console.info('Nothing was built or deployed: build is never, and deploy is none.');
        return;
    }
    const branch = trigger.defaultBranch ?? 'of the repository';
    const whyNotDeployed = `deploy: auto deploys pull requests, and pushes to the default branch ${branch}; this is ${eventWords(trigger)}`;
    recorder.note({ whyNotDeployed });
    console.info(`Nothing was deployed: ${whyNotDeployed}.`);
}
function eventWords({ event, ref }) {
    if (ref === undefined)
        return `the event ${event}`;
    return event === 'push' ? `a push to ${ref}` : `the event ${event} on ${ref}`;
}

// EXTERNAL MODULE: ./lib/src/clouds/index.js
var clouds = __webpack_require__(7297);
;// CONCATENATED MODULE: ./lib/src/modes/dry-run.js














const LARGEST = 10;
const NEW_BUILD = { id: 'the new build’s' };
/** Packs and prints what would be sent, and sends nothing (docs/interface.md, `dry-run`). */
async function dryRun(step) {
    const { console, recorder } = step;
    recorder.note({ outcome: 'dry-run' });
    const { deploys, title } = clouds_traits/* CLOUD_TRAITS */.Q[step.settings.cloud];
    if (step.trigger.closed) {
        if (!deploys)
            return console.info(`Dry run: ${title} deploys nothing, so there is nothing to delete.`);
        console.info(`Dry run: the previews labelled ${notedLabel(step)} would be deleted.`);
        return;
    }
    if ((0,closed_meanwhile/* isTooLateByEvent */.Qp)(step)) {
        const label = notedLabel(step);
        console.info(`Dry run: the pull request is closed, so nothing would be built or deployed, and the previews labelled ${label} would be deleted.`);
        return;
    }
    if (await withoutContext(step))
        return;
    const context = await packContext(step);
    if ('reused' in context)
        return;
    const request = buildRequest(step, context);
    recorder.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
    console.group('What would be sent');
    await console.buildLines(contentLines(context.tree));
    await console.buildLines(await requestLines(step, request));
    console.endGroup();
    const rebuilt = startComparison(step, context, context.entries);
    await rebuilt.settled();
    rebuilt.report();
    if (clouds_traits/* CLOUD_TRAITS */.Q[step.settings.cloud].contextHash === 'archive-md5' && !step.settings.connection)
        console.info('The context hash is made with api-key: without one it is not the one of a run.');
    console.info('Dry run: nothing was sent.');
}
function* contentLines(tree) {
    yield `${(0,units/* count */.U9)(tree.files, 'file')}, ${(0,units/* size */.Ej)(tree.bytes)}; Dockerfile: ${tree.dockerfile}`;
    yield 'The largest:';
    for (const file of (0,listing/* largestFiles */.Sd)(tree.entries, LARGEST))
        yield `  ${(0,units/* size */.Ej)(file.size).padStart(10)}  ${file.path}`;
    yield 'Entries:';
    for (const entry of tree.entries)
        yield `  ${entryWords(entry)}`;
}
function entryWords(entry) {
    if (entry.kind === 'folder')
        return `${entry.path}/`;
    return entry.kind === 'link' ? `${entry.path} -> ${entry.target}` : entry.path;
}
/** Where nothing is built, because an image is imported or an existing one is deployed: nothing is packed. */
async function withoutContext(step) {
    const { build, sourceImage } = step.settings;
    if (build !== 'never' && sourceImage === undefined)
        return false;
    const { requests, afterwards = [], deployed } = (await registration(step)) ?? (await knownImage(step));
    step.console.group('What would be sent');
    step.console.info('No context: nothing is built.');
    const deployment = await deploymentLines(step, deployed);
    const lines = ['Requests:', ...requests.flatMap(dry_run_linesOf), ...afterwards, ...deployment];
    for (const line of lines)
        step.console.info(line);
    step.console.endGroup();
    step.console.info('Dry run: nothing was sent.');
    return true;
}
/** Of an image that the cloud imports; absent where it imports none. */
async function registration(step) {
    const { register } = await (0,clouds/* openDryRuns */.M)(step.settings.cloud);
    const image = register && (await imageRequest(step));
    if (register === undefined || image === undefined)
        return undefined;
    const { imageName, imageTag } = image.request;
    step.recorder.noteBuild({ imageName, imageTag });
    return { requests: register(image.request), deployed: NEW_BUILD, afterwards: vmImageLines(step) };
}
/** An image or a build that the cloud has. */
async function knownImage(step) {
    const { buildId, cloud, visibility } = step.settings;
    const { reference, name, tag } = step.settings.image;
    const { setVisibility } = await (0,clouds/* openDryRuns */.M)(cloud);
    const changed = (image) => visibility === undefined ? [] : (setVisibility?.(image, visibility) ?? []);
    if (buildId !== undefined)
        return {
            requests: changed({ imageName: 'the build’s', imageTag: 'the build’s' }),
            deployed: { id: buildId },
        };
    if (reference !== undefined) {
        step.recorder.noteBuild((0,omit_undefined/* omitUndefined */.O)({ imageName: name, imageTag: tag }));
        return { requests: [], deployed: { image: reference } };
    }
    const { imageName, imageTag } = await identify(step, async () => 'latest');
    step.recorder.noteBuild({ imageName, imageTag });
    return { requests: changed({ imageName, imageTag }), deployed: { imageName, imageTag } };
}
/** The label of the previews, which becomes an output. */
function notedLabel(step) {
    const label = (0,deployment_previews/* previewLabel */.Pg)(step);
    step.recorder.noteDeployment({ preview: { label } });
    return label;
}
async function requestLines(step, request) {
    const requests = (await (0,clouds/* openDryRuns */.M)(step.settings.cloud)).submit(request);
    return [
        'Requests:',
        ...requests.flatMap(dry_run_linesOf),
        ...vmImageLines(step),
        ...(await deploymentLines(step, NEW_BUILD)),
    ];
}
function vmImageLines({ settings }) {
    return settings.vmImage
        ? ['Then a VM image of it would be made, unless the server makes VM images alone.']
        : [];
}
async function deploymentLines(step, built) {
    const { cloud } = step.settings;
    const kind = (0,target/* deployTargetOf */.o)(step);
    if (kind === 'none')
        return [];
    const { named, what } = kind === 'preview' ? previewWords(step) : { named: step, what: 'production' };
    const deployment = deploymentRequest(named, kind, agentOf(step, built), built);
    const requests = (await (0,clouds/* openDryRuns */.M)(cloud)).deploy?.(deployment) ?? [];
    return [`Then ${what} would be deployed.`, ...requests.flatMap(dry_run_linesOf)];
}
/** On an event without a number, such as a push, a run asks the forge for its pull request; a dry run asks nobody. */
function previewWords(step) {
    const { settings, trigger } = step;
    const { preview, pullRequest = trigger.pullRequest?.number } = settings;
    if (preview.label !== undefined || pullRequest !== undefined)
        return { named: step, what: `a preview labelled ${notedLabel(step)}` };
    const label = 'pr-number';
    const what = `a preview labelled ${label}, with the number of the pull request that the forge finds for this ${trigger.event},`;
    return { named: { ...step, settings: { ...settings, preview: { ...preview, label } } }, what };
}
function dry_run_linesOf({ method, path, fields }) {
    const members = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`);
    return [`${method} ${path}`, ...members];
}

// EXTERNAL MODULE: ./lib/src/modes/step/skip.js
var skip = __webpack_require__(1737);
;// CONCATENATED MODULE: ./lib/src/modes/run.js

























/** Packs, builds and deploys as the event asks for; for a closed pull request deletes its previews instead. */
async function run(step) {
    const { recorder, settings, trigger } = step;
    if (settings.connection === undefined && !settings.dryRun)
        return (0,skip/* skip */.i)(step, 'Nothing was built');
    if (settings.dryRun)
        return dryRun(step);
    if (trigger.closed)
        return step.turn('follow', () => tearDown(step));
    const named = await (0,named_preview/* withNamedPreview */.G)(step);
    if (await (0,closed_meanwhile/* isDeployedTooLate */.$2)(named)) {
        step.console.info('The pull request is closed: nothing is built or deployed, and its previews are deleted.');
        return step.turn('follow', () => tearDown(named));
    }
    recorder.note({ outcome: 'building' });
    await checkSecrets(named);
    const end = await buildAndDeploy(named);
    if ((0,target/* deployTargetOf */.o)(named) === 'none')
        noteUndeployed(named);
    if (end !== 'removed')
        recorder.note({ outcome: 'succeeded' });
}
/** The deployment begins when the build has succeeded; its output comes after the end of the build's log. */
async function buildAndDeploy(step) {
    const isDeployed = (0,target/* deployTargetOf */.o)(step) !== 'none';
    if (step.settings.build === 'never' || step.settings.sourceImage !== undefined) {
        const built = await existing(step);
        return isDeployed ? step.turn('follow', () => deploy_deploy(step, built)) : 'none';
    }
    let succeeded = () => undefined;
    const success = new Promise((resolve) => {
        succeeded = resolve;
    });
    const building = buildImage(step, succeeded);
    if (!isDeployed)
        return building.then(() => 'none');
    const built = await Promise.race([success, building]);
    const held = { ...step, console: heldConsole(step.console, building) };
    const deploying = step.turn('follow', () => deploy_deploy(held, built));
    const [, end] = await Promise.allSettled([building, deploying]);
    await building;
    if (end.status === 'rejected')
        throw end.reason;
    return end.value;
}
/** An image to be imported by the cloud, or an image or a build that exists already. */
async function existing(step) {
    const { image, sourceImage } = step.settings;
    const isRegistered = async () => (await step.cloud()).register !== undefined;
    if (sourceImage !== undefined || (image.reference !== undefined && (await isRegistered())))
        return step.turn('follow', async () => withFacts(step, await registerImage(step)));
    const known = await knownBuild(step);
    await applyVisibility(step);
    return known;
}
/** Adds to the finished build: its VM image, its size. */
async function withFacts(step, build) {
    if (step.settings.vmImage)
        await makeVmImage(step, build);
    await noteImageFacts(step, build);
    return build;
}
async function buildImage(step, onSuccess) {
    const context = await step.turn('pack', () => packContext(step));
    if ('reused' in context) {
        step.console.info((0,log_lines/* buildLine */.hU)(step.recorder.result().build ?? { steps: [] }));
        return withFacts(step, context.reused);
    }
    const { whyBuilt } = step.recorder.result().build ?? {};
    if (whyBuilt !== undefined)
        step.console.info(`Built, not reused: ${whyBuilt}.`);
    return step.turn('follow', () => buildContext(step, context, onSuccess));
}
async function buildContext(step, context, onSuccess) {
    const history = startHistory(step, context.identity);
    const rebuilt = startComparison(step, context, context.entries);
    try {
        const submitted = await step.turn('upload', () => submitYoung(step, context));
        if (submitted.cached)
            return takeCached(step, submitted);
        // A VM image is made of the build first.
        const early = step.settings.vmImage ? undefined : onSuccess;
        step.background(cacheBuild(step, context, submitted));
        rebuilt.keep(submitted);
        rebuilt.report();
        return await withFacts(step, await followToEnd(step, submitted, history, early));
    }
    catch (thrown) {
        if (step.signal.aborted)
            await cancelOnAbort(step);
        else if (!isOutOfReach(thrown))
            await noteEarlierPreview(step);
        throw thrown;
    }
    finally {
        // The comparison may become known only while the build runs.
        rebuilt.report();
    }
}
/** A cloud that accepts no connection or no key would not say what still runs there either. */
function isOutOfReach(thrown) {
    return thrown instanceof errors/* HttpError */.j$ && [0, 401, 403].includes(thrown.status);
}


/***/ })

};
