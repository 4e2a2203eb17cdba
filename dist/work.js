export const id = "work";
export const ids = ["work"];
export const modules = {

/***/ 7297:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: function() { return /* binding */ openDryRuns; },
/* harmony export */   Q: function() { return /* binding */ openCloud; }
/* harmony export */ });
/**
 * The one place where a cloud's name decides; its file, and with it the network library, is loaded here.
 *
 * @throws {UserError} for credentials that no request could carry.
 */
async function openCloud(name, access, options = {}) {
    switch (name) {
        case 'sgp':
            return (await Promise.all(/* import() | cloud-sgp */[__webpack_require__.e("npm-undici"), __webpack_require__.e("shared"), __webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-clouds-http"), __webpack_require__.e("cloud-sgp-request"), __webpack_require__.e("cloud-sgp")]).then(__webpack_require__.bind(__webpack_require__, 8816))).openSgp(access, options);
        case 'prime':
            return (await Promise.all(/* import() | cloud-prime */[__webpack_require__.e("shared"), __webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-clouds-http"), __webpack_require__.e("cloud-prime-request"), __webpack_require__.e("npm-undici"), __webpack_require__.e("cloud-prime")]).then(__webpack_require__.bind(__webpack_require__, 1894))).openPrime(access, options);
        case 'pipecat':
            return (await Promise.all(/* import() | cloud-pipecat */[__webpack_require__.e("npm-undici"), __webpack_require__.e("shared"), __webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-clouds-http"), __webpack_require__.e("shared-clouds-pipecat"), __webpack_require__.e("cloud-pipecat")]).then(__webpack_require__.bind(__webpack_require__, 511))).openPipecat(access, options);
    }
}
async function openDryRuns(name) {
    switch (name) {
        case 'sgp': {
            const sgp = await Promise.all(/* import() | cloud-sgp-request */[__webpack_require__.e("npm-undici"), __webpack_require__.e("shared"), __webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-clouds-http"), __webpack_require__.e("cloud-sgp-request")]).then(__webpack_require__.bind(__webpack_require__, 6120));
            return { submit: sgp.dryRunRequests, register: sgp.dryRunRequests, deploy: sgp.dryRunDeploy };
        }
        case 'prime': {
            const prime = await Promise.all(/* import() | cloud-prime-request */[__webpack_require__.e("shared"), __webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-clouds-http"), __webpack_require__.e("cloud-prime-request")]).then(__webpack_require__.bind(__webpack_require__, 9850));
            return {
                submit: prime.dryRunRequests,
                register: prime.dryRunRegister,
                setVisibility: prime.dryRunVisibility,
            };
        }
        case 'pipecat': {
            const pipecat = await Promise.all(/* import() | cloud-pipecat-request */[__webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-clouds-http"), __webpack_require__.e("shared-clouds-pipecat"), __webpack_require__.e("cloud-pipecat-request")]).then(__webpack_require__.bind(__webpack_require__, 9802));
            return { submit: pipecat.dryRunRequests, deploy: pipecat.dryRunDeploy };
        }
    }
}


/***/ }),

/***/ 8862:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ openLogFile; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6466);


function openLogFile(path) {
    const stream = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { mode: 0o600 });
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
            await connection(stream);
        },
        async close() {
            stream.end();
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.finished)(stream).catch(() => undefined);
            return fault;
        },
    };
}
function connection(stream) {
    return new Promise((resolve) => {
        const go = () => {
            stream.off('drain', go).off('error', go);
            resolve();
        };
        stream.on('drain', go).on('error', go);
    });
}


/***/ }),

/***/ 1579:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: function() { return /* binding */ imageNameOf; }
/* harmony export */ });
/** The input or the manifest, else the agent's name, else the repository's. */
function imageNameOf({ settings, trigger }) {
    if (settings.image.name !== undefined)
        return settings.image.name;
    if (settings.agent?.by === 'agent-name')
        return settings.agent.value;
    return (trigger.repository?.name ?? 'image').toLowerCase();
}


/***/ }),

/***/ 2932:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UA: function() { return /* binding */ readSavedAccess; },
/* harmony export */   WB: function() { return /* binding */ forgetAccess; },
/* harmony export */   YK: function() { return /* binding */ accessOf; },
/* harmony export */   sc: function() { return /* binding */ saveAccess; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _clouds_traits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2100);
/* harmony import */ var _settings_connection_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4873);



const KEY = 'access';
/** Makes it slow to guess a short key from a digest in a log. */
const ROUNDS = 2_000;
/** Saved before anything is sent that post may have to stop. The key goes only into the runner's state file. */
function saveAccess({ state, settings }) {
    const { cloud, connection, cancelOnAbort } = settings;
    if (connection === undefined || state.read()[KEY] !== undefined)
        return;
    const { baseUrl, account, apiKey } = connection;
    const digest = digestOf(state, cloud, connection);
    const access = {
        digest,
        baseUrl,
        cancelOnAbort,
        ...(account === undefined ? {} : { account }),
    };
    state.save(KEY, JSON.stringify(access), JSON.stringify({ digest }));
    state.saveSecret(cloud, apiKey);
}
/** Called when nothing is left to stop. */
function forgetAccess(state) {
    if (state.read()[KEY])
        state.save(KEY, '');
}
function readSavedAccess(state) {
    try {
        return JSON.parse(state.read()[KEY] ?? '');
    }
    catch {
        return undefined;
    }
}
/**
 * The access to stop main's build with: post's inputs if they equal main's, else what main saved with the runner.
 * @returns `undefined` where there is neither: other inputs are never used
 */
async function accessOf(saved, cloud, from) {
    if (saved === undefined)
        return undefined;
    const { env, state, mask } = from;
    const isMains = ({ connection }) => digestOf(state, cloud, connection) === saved.digest;
    const given = await (0,_settings_connection_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .readAccess */ .zS)({ ...env, INPUT_CLOUD: cloud }, _clouds_traits_js__WEBPACK_IMPORTED_MODULE_1__/* .CLOUD_TRAITS */ .Q, mask).catch(() => undefined);
    const cancelOnAbort = saved.cancelOnAbort ?? given?.cancelOnAbort ?? true;
    if (given && isMains(given))
        return { ...given, cancelOnAbort };
    const apiKey = state.readSecret(cloud);
    if (apiKey === undefined || saved.baseUrl === undefined)
        return undefined;
    mask(apiKey);
    const { baseUrl, account } = saved;
    // From the job's environment, which post shares with main.
    const { headers } = (0,_settings_connection_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCustomHeaders */ .Vz)(env[_clouds_traits_js__WEBPACK_IMPORTED_MODULE_1__/* .CLOUD_TRAITS */ .Q[cloud].variables.headers ?? ''] ?? '');
    const left = { baseUrl, apiKey, headers, ...(account === undefined ? {} : { account }) };
    const access = { cloud, connection: left, cancelOnAbort };
    return isMains(access) ? access : undefined;
}
function digestOf(state, cloud, { baseUrl, account = '', apiKey }) {
    const what = JSON.stringify([cloud, baseUrl, account, apiKey]);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.pbkdf2Sync)(what, state.token, ROUNDS, 12, 'sha256').toString('base64url');
}


/***/ }),

/***/ 7509:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: function() { return /* binding */ lostRun; },
/* harmony export */   Fr: function() { return /* binding */ confirmedRun; },
/* harmony export */   Qd: function() { return /* binding */ deploymentMayGoOn; },
/* harmony export */   lC: function() { return /* binding */ leftOf; },
/* harmony export */   x: function() { return /* binding */ rolloutGoesOn; }
/* harmony export */ });
/* harmony import */ var _clouds_traits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2100);
/* harmony import */ var _step_cancellation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7357);


/** Nobody knows what ended it: a cancelled workflow, a full memory, a lost runner. */
const WHY = 'The workflow was cancelled, or the step was killed,';
const UNCONFIRMED = { status: 'cancelled', goesOn: 'perhaps' };
/** What is known before the cloud is asked: what was not seen to end may go on. */
function leftOf(running) {
    const build = buildFacts(running);
    const deployment = deploymentFacts(running);
    return { running, facts: { ...(build && { build }), ...(deployment && { deployment }) } };
}
/** A rollout is not undone by a cancelled job. @param where the cloud */
function rolloutGoesOn(id, { title }) {
    return `Deployment ${id} goes on at ${title}: a rollout is not undone by a cancelled job.`;
}
/** The step ended while it was sent. @param what the deployment, in words */
function deploymentMayGoOn(what, { title }) {
    return `A deployment of ${what} may have begun at ${title}: no answer had come when the step ended. Look for it there.`;
}
function buildFacts(running) {
    const { cloud, submitting, buildId, building, built } = running;
    const id = buildId === undefined ? {} : { id: buildId };
    if (built !== undefined)
        return { ...id, status: built };
    if (running.cancelAsked || running.unstarted)
        return { ...id, status: 'cancelled' };
    const mayBeSent = submitting !== undefined && !_clouds_traits_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUD_TRAITS */ .Q[cloud].startsBuildsById;
    return building || mayBeSent ? { ...id, ...UNCONFIRMED } : undefined;
}
function deploymentFacts(running) {
    const { previewId, rolloutId, deploying, rolledOut } = running;
    if (deploying !== undefined)
        return UNCONFIRMED;
    if (rolloutId !== undefined)
        return { id: rolloutId, status: 'cancelled', goesOn: 'surely' };
    if (previewId !== undefined)
        return { id: previewId, ...UNCONFIRMED };
    return rolledOut;
}
/**
 * What the comment says of a run that ended before it could say how: cancelled, with what became of its build and its
 * rollout.
 * @param facts none where main saved nothing
 */
function lostRun(result, facts) {
    const { build, deployment, outcome } = result;
    const shown = {
        ...result,
        outcome: 'cancelled',
        ...((build ?? facts?.build) && { build: lostBuild(result, facts) }),
        ...((deployment ?? facts?.deployment) && { deployment: lostDeployment(deployment, facts) }),
    };
    return { ...shown, failure: (0,_step_cancellation_js__WEBPACK_IMPORTED_MODULE_1__/* .cancellation */ .W)({ ...shown, outcome }, WHY) };
}
function lostBuild({ build, outcome }, facts) {
    const known = { steps: [], ...build };
    if (isOfVmImage(build, facts))
        return ofVmImage(known, facts?.build);
    // A deployment begins while the log of its build still comes, before the build's end is noted.
    const hasEnded = outcome === 'deploying' || outcome === 'verifying' || facts?.deployment !== undefined;
    const end = hasEnded ? { status: 'success' } : UNCONFIRMED;
    const isOpen = known.id !== undefined && known.status === undefined && facts?.build?.status === undefined;
    return { ...known, ...(isOpen && end), ...facts?.build };
}
/** A VM image is followed as a build with an id of its own, once its container image is built. */
function isOfVmImage(build, { build: left } = {}) {
    return build?.id !== undefined && left?.id !== undefined && left.id !== build.id;
}
function ofVmImage(build, { status, goesOn } = {}) {
    const vmImage = { ...(status && { status }), ...(goesOn && { goesOn }) };
    return { ...build, status: build.status ?? 'success', vmImage };
}
function lostDeployment(deployment, facts) {
    const known = { events: [], lines: [], ...deployment };
    const isOpen = known.id !== undefined && known.status === undefined && facts?.deployment?.status === undefined;
    return { ...known, ...(isOpen && UNCONFIRMED), ...facts?.deployment };
}
/** The same for a run that said itself that it was cancelled, before the cloud had confirmed it. */
function confirmedRun(result, facts) {
    if (result.outcome !== 'cancelled' || facts === undefined)
        return result;
    const { build, deployment } = result;
    return (0,_step_cancellation_js__WEBPACK_IMPORTED_MODULE_1__/* .recancelled */ .T)(result, {
        ...result,
        ...(isOfVmImage(build, facts) ? {} : confirmed('build', build ?? { steps: [] }, facts.build)),
        ...confirmed('deployment', deployment ?? { events: [], lines: [] }, facts.deployment),
    });
}
function confirmed(name, known, facts) {
    if (facts === undefined || (known.status ?? 'cancelled') !== 'cancelled')
        return {};
    const { goesOn: _unconfirmed, status: _guessed, ...sure } = known;
    const shown = known.goesOn === undefined ? known : sure;
    return { [name]: { ...shown, ...facts } };
}


/***/ }),

/***/ 8103:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: function() { return /* binding */ forgetEnded; },
/* harmony export */   Ki: function() { return /* binding */ readRunning; },
/* harmony export */   LW: function() { return /* binding */ saveRunning; },
/* harmony export */   V3: function() { return /* binding */ OUTPUT_STATUS; },
/* harmony export */   Vq: function() { return /* binding */ AWAITED_MS; },
/* harmony export */   _Q: function() { return /* binding */ awaitMain; },
/* harmony export */   ui: function() { return /* binding */ isUnfinished; }
/* harmony export */ });
/* harmony import */ var _clouds_traits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2100);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5284);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2932);



/** The words of the output `build-status` (docs/interface.md, outputs). */
const OUTPUT_STATUS = {
    succeeded: 'success',
    failed: 'failed',
    cancelled: 'cancelled',
    'timed-out': 'timed_out',
    errored: 'error',
};
/**
 * How far a build's creation may be from the time of sending to count as ours: the time of an upload, and clocks that
 * differ.
 */
const AWAITED_MS = 15 * 60_000;
/** How long post waits for a main that is still sending; main checks for post's mark every second. */
const OVERLAP_MS = 6_000;
const LOOK_MS = 100;
const KEY = 'running';
function saveRunning(state, known) {
    const running = { building: false, cancelAsked: false, ...known };
    state.save(KEY, JSON.stringify(running), brief(running));
}
/**
 * A short form, for hosts that print saved state in the log: cloud, build, preview, rollout, and whether the build
 * runs, was asked to end, was not started, or has succeeded.
 */
function brief({ submitting, deploying, ...running }) {
    if (submitting !== undefined || deploying !== undefined)
        return undefined;
    const { cloud, buildId = '', building, cancelAsked, unstarted, built, previewId = '', rolloutId } = running;
    const is = { b: building, c: cancelAsked, u: unstarted, s: built === 'success' };
    const flags = Object.entries(is).flatMap(([flag, so]) => (so ? flag : []));
    return JSON.stringify([cloud, flags.join(''), buildId, previewId, ...(rolloutId ? [rolloutId] : [])]);
}
function fromBrief([cloud, flags, buildId, previewId, rolloutId]) {
    return {
        cloud: cloud,
        building: flags?.includes('b') ?? false,
        cancelAsked: flags?.includes('c') ?? false,
        ...(flags?.includes('u') ? { unstarted: true } : {}),
        ...(flags?.includes('s') ? { built: 'success' } : {}),
        ...(buildId ? { buildId } : {}),
        ...(previewId ? { previewId } : {}),
        ...(rolloutId ? { rolloutId } : {}),
    };
}
/** One entry for each agent for which main submitted something and saved a readable value. */
function readRunning(state) {
    return state.all().flatMap((one) => {
        const text = one.read()[KEY];
        if (!text)
            return [];
        try {
            const saved = JSON.parse(text);
            const access = (0,_access_js__WEBPACK_IMPORTED_MODULE_2__/* .readSavedAccess */ .UA)(one);
            const { agent } = one;
            const running = 'cloud' in saved ? saved : fromBrief(saved);
            if (!Object.hasOwn(_clouds_traits_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUD_TRAITS */ .Q, running.cloud))
                return [];
            return [{ ...running, ...(access && { access }), ...(agent !== undefined && { agent }) }];
        }
        catch {
            return [];
        }
    });
}
/**
 * Called when an agent has ended: removes what nobody has to stop any more, as state has a size limit
 * (docs/platform.md).
 */
function forgetEnded(state) {
    const running = readRunning(state);
    if (running.length === 0 || running.some(isUnfinished))
        return;
    state.save(KEY, '');
    (0,_access_js__WEBPACK_IMPORTED_MODULE_2__/* .forgetAccess */ .WB)(state);
}
/** Whether something of this run may still run on the cloud. */
function isUnfinished({ building, submitting, previewId, rolloutId, deploying }) {
    return building || [submitting, previewId, rolloutId, deploying].some((one) => one !== undefined);
}
/** What main has saved, once it no longer sends anything, has exited, or the wait is over. */
async function awaitMain(state) {
    for (let left = OVERLAP_MS;; left -= LOOK_MS) {
        const running = readRunning(state);
        const isSending = running.some(({ submitting }) => submitting !== undefined && isAlive(submitting.pid));
        if (!isSending || left <= 0)
            return running;
        await _wait_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m.sleep(LOOK_MS);
    }
}
function isAlive(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 6514:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: function() { return /* binding */ openComment; },
/* harmony export */   n: function() { return /* binding */ openSharedComment; }
/* harmony export */ });
/* harmony import */ var _clouds_traits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2100);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _own_section_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8289);
/* harmony import */ var _saved_comment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1640);
/* harmony import */ var _wanted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1520);





const NO_COMMENT = { update: async () => { }, finish: async () => { } };
/**
 * The pull request's comment for one step. `update` returns at once: the comment is written in the background, and
 * only the latest of several quick states. `finish` writes the final state and reads it back. Neither throws: the
 * comment must not change the result.
 * @param isFaulty the inputs are faulty, and the section says that nothing was built
 */
function openComment(context, { isFaulty = false } = {}) {
    if (!(0,_wanted_js__WEBPACK_IMPORTED_MODULE_4__/* .isForStep */ .O)(context, isFaulty))
        return NO_COMMENT;
    const own = (0,_own_section_js__WEBPACK_IMPORTED_MODULE_2__/* .openOwnSection */ .sW)(context);
    const source = { snapshots: () => [own.current()], note: own.note };
    const queue = openQueue(context, source, 0);
    return {
        update: async () => {
            own.snapshot();
            queue.ask();
        },
        finish: async () => {
            // Post has taken over and writes the final state.
            if (!isReported(context) || context.state.cancelled())
                return;
            own.settle();
            await queue.finish();
        },
    };
}
/**
 * @param context of the step: its recorder gets the comment's address, or why there is none
 * @param betweenWrites milliseconds between two writes at least
 * @param unchanged agents of the pull request that are not run
 */
function openSharedComment(context, betweenWrites, unchanged = []) {
    if (!(0,_wanted_js__WEBPACK_IMPORTED_MODULE_4__/* .isWanted */ .Y)(context))
        return { of: () => NO_COMMENT, finish: async () => { } };
    const sections = [];
    const save = (0,_saved_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .openSavedComment */ .v)(context.temp, context.state);
    let progress = (0,_own_section_js__WEBPACK_IMPORTED_MODULE_2__/* .firstProgress */ .Kp)(context);
    const current = () => sections.map((own) => own.current()).filter(({ mark }) => mark.at > 0);
    const note = (more) => {
        progress = { ...progress, ...more };
        save(progress);
    };
    const queue = openQueue(context, { snapshots: current, note }, betweenWrites);
    return {
        of: (agent) => {
            const own = (0,_own_section_js__WEBPACK_IMPORTED_MODULE_2__/* .openOwnSection */ .sW)(agent);
            sections.push(own);
            return {
                update: async () => {
                    own.snapshot();
                    queue.ask();
                },
                finish: async () => {
                    if (!isReported(agent) || agent.state.cancelled())
                        return;
                    own.settle();
                    queue.ask();
                },
            };
        },
        finish: async () => {
            if (context.state.cancelled())
                return;
            if (current().length > 0)
                await queue.finish();
            if (unchanged.length > 0 && !context.signal.aborted)
                await queue.skip(unchanged);
        },
    };
}
/** Writes in the background, one write at a time; of updates that come meanwhile only the latest. */
function openQueue(context, source, betweenWrites) {
    const { console } = context;
    let opened;
    let asked = 0;
    let running;
    const writer = () => {
        opened ??= Promise.all(/* import() | comment */[__webpack_require__.e("npm-mdast-util-to-markdown"), __webpack_require__.e("shared"), __webpack_require__.e("shared-modes-comment"), __webpack_require__.e("shared-modes-step"), __webpack_require__.e("shared-report"), __webpack_require__.e("shared-report-comment"), __webpack_require__.e("shared-report-failure"), __webpack_require__.e("comment")]).then(__webpack_require__.bind(__webpack_require__, 4876)).then(({ openWriter }) => openWriter(context, source, betweenWrites));
        return opened;
    };
    const drain = async () => {
        for (let done = -1; done !== asked;) {
            done = asked;
            await (await writer()).draft();
        }
    };
    return {
        ask: () => {
            asked += 1;
            running ??= drain()
                .catch((thrown) => console.debug(`The comment was not updated: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`))
                .finally(() => {
                running = undefined;
            });
        },
        finish: async () => {
            try {
                const last = await writer();
                if (running !== undefined)
                    last.endDrafts();
                await running;
                await last.final();
            }
            catch (thrown) {
                console.warning(`The pull request's comment could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`);
            }
        },
        skip: async (unchanged) => (await writer()).skip(unchanged),
    };
}
/** A run that did nothing does not change the comment. */
function isReported({ recorder, settings }) {
    const { outcome } = recorder.result();
    // When the pull request is closed, nothing goes where nothing is deployed.
    if (outcome === 'removed' && !_clouds_traits_js__WEBPACK_IMPORTED_MODULE_0__/* .CLOUD_TRAITS */ .Q[settings.cloud].deploys)
        return false;
    return outcome !== 'skipped' && outcome !== 'dry-run';
}


/***/ }),

/***/ 8289:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kp: function() { return /* binding */ firstProgress; },
/* harmony export */   Ms: function() { return /* binding */ isNews; },
/* harmony export */   n6: function() { return /* binding */ runMark; },
/* harmony export */   sW: function() { return /* binding */ openOwnSection; }
/* harmony export */ });
/* harmony import */ var _report_comment_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4840);
/* harmony import */ var _build_image_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1579);
/* harmony import */ var _step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1447);
/* harmony import */ var _saved_comment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1640);




function openOwnSection(context) {
    const { settings, recorder, console } = context;
    const save = (0,_saved_comment_js__WEBPACK_IMPORTED_MODULE_2__/* .openSavedComment */ .v)(context.temp, context.state);
    let progress = firstProgress(context);
    const step = stepOf(context.env);
    const resultNow = () => ({ ...recorder.result(), step });
    let now = {
        key: sectionKey(context),
        mark: runMark(context),
        result: resultNow(),
        settled: false,
    };
    const maskText = (_name, value) => typeof value === 'string' ? console.maskText(value) : value;
    const keep = () => {
        const onlyFailures = settings.comment.when === 'on-failure';
        const result = JSON.parse(JSON.stringify(now.result, maskText));
        save({ ...progress, section: { ...now, result, onlyFailures } });
    };
    const take = (settled) => {
        const mark = { ...now.mark, at: Math.max(Date.now(), now.mark.at + 1) };
        now = { ...now, mark, result: resultNow(), settled };
        keep();
    };
    return {
        snapshot: () => take(false),
        settle: () => take(true),
        current: () => now,
        note: (more) => {
            progress = { ...progress, ...more };
            keep();
        },
    };
}
/** What is known before the first request to the forge. */
function firstProgress({ settings, trigger, }) {
    const issue = (0,_step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .givenNumber */ .Fp)({ settings, trigger });
    return { refused: false, known: [], ...(issue === undefined ? {} : { issue }) };
}
/** docs/interface.md, comment-key: the cloud and the agent or image. */
function sectionKey({ settings, trigger }) {
    const { comment, cloud, agent, unreadProject } = settings;
    const name = agent?.value ?? unreadProject ?? (0,_build_image_name_js__WEBPACK_IMPORTED_MODULE_3__/* .imageNameOf */ .m)({ settings, trigger });
    return (0,_report_comment_key_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeKey */ .g)(comment.key ?? `${cloud}/${name}`);
}
/** The mark of this run before it has said anything: `at` is 0. */
function runMark({ env, trigger }) {
    return {
        workflow: (0,_report_comment_key_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(workflowOf(env)).slice(0, 8),
        runId: /^\d{1,15}$/.test(trigger.runId ?? '') ? Number(trigger.runId) : 0,
        runNumber: trigger.runNumber,
        attempt: trigger.runAttempt,
        at: 0,
    };
}
/** Jobs of one matrix have the same. */
function stepOf({ GITHUB_JOB: job = '', GITHUB_ACTION: action = '' }) {
    return (0,_report_comment_key_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(`${job}/${action}`).slice(0, 8);
}
/**
 * Forges count the runs of each workflow file. Names do not identify it: a file that is moved keeps its name and begins
 * at 1 again, and two files may have the same one.
 */
function workflowOf({ GITHUB_WORKFLOW_REF: ref, GITHUB_WORKFLOW: name }) {
    const file = ref?.replace(/@.*$/s, '');
    return file || (name ?? '');
}
/**
 * Whether the outcome makes a new section: `on-failure` adds one only for a failure. An existing section is updated
 * anyway.
 */
function isNews(when, outcome) {
    return when !== 'on-failure' || outcome === 'failed';
}


/***/ }),

/***/ 1640:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: function() { return /* binding */ readSavedComments; },
/* harmony export */   v: function() { return /* binding */ openSavedComment; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _host_private_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9577);
/* harmony import */ var _host_tolerate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1581);




const KEY = 'comment';
/**
 * Saved twice: completely in a file in the runner's temporary folder, and in a short form as state, which may be
 * printed in the log and outlives the file. The file's name cannot be guessed; post gets it from the runner's state.
 * Nothing here throws.
 */
function openSavedComment(temp, state) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, `cloud-build-comment-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.json`);
    let saved = '';
    return (notes) => {
        // With many agents, the state of each has only space for the file's name.
        const brief = JSON.stringify(state.agent === undefined ? { file, notes: briefly(notes) } : { file });
        if (brief !== saved)
            state.save(KEY, brief);
        saved = brief;
        // If that fails, the short form has to be enough.
        (0,_host_tolerate_js__WEBPACK_IMPORTED_MODULE_3__/* .tolerate */ .j)(() => (0,_host_private_file_js__WEBPACK_IMPORTED_MODULE_2__/* .writePrivateFile */ .P)(file, JSON.stringify(notes)));
    };
}
/** Without logs and without values that change at every write. */
function briefly({ section, wroteAt: _wroteAt, ...progress }) {
    return { ...progress, known: [], ...(section === undefined ? {} : { section: inBrief(section) }) };
}
function inBrief({ result, ...section }) {
    const { cloud, cloudTitle, outcome, agent, imageName, source, build, runUrl, repository } = result;
    return {
        ...section,
        mark: { ...section.mark, at: 0 },
        result: {
            cloud,
            outcome: section.settled ? outcome : 'building',
            source,
            phases: [],
            ...(cloudTitle === undefined ? {} : { cloudTitle }),
            ...(agent !== undefined ? { agent } : imageName === undefined ? {} : { imageName }),
            ...(runUrl === undefined ? {} : { runUrl }),
            ...(repository === undefined ? {} : { repository }),
            ...(build === undefined ? {} : { build: { ...named(build), steps: [] } }),
        },
    };
}
function named({ id, imageName, imageTag }) {
    return {
        ...(id === undefined ? {} : { id }),
        ...(imageName === undefined ? {} : { imageName }),
        ...(imageTag === undefined ? {} : { imageTag }),
    };
}
/** @returns none where main wanted no comment; the short form where a file is gone */
function readSavedComments(state) {
    return state.all().flatMap((one) => {
        const saved = readSavedComment(one);
        const { agent } = one;
        return saved === undefined ? [] : [{ ...saved, ...(agent !== undefined && { agent }) }];
    });
}
function readSavedComment(state) {
    const brief = parse(state.read()[KEY]);
    if (brief === undefined || brief === null)
        return undefined;
    return parse((0,_host_private_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateFile */ .q)(brief.file)) ?? brief.notes;
}
function parse(text) {
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8897:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: function() { return /* binding */ cloudOpener; }
});

// EXTERNAL MODULE: ./lib/src/clouds/index.js
var clouds = __webpack_require__(7297);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/modes/step/request-budget.js
/**
 * Phases may overlap (a deployment begins while the end of the build's log is read): the latest one that still runs
 * counts.
 */
function createRequestBudget(now = () => performance.now()) {
    const running = [];
    return {
        async within(ms, work) {
            const phase = { until: now() + ms };
            running.push(phase);
            try {
                return await work();
            }
            finally {
                running.splice(running.indexOf(phase), 1);
            }
        },
        left: () => Math.max(0, (running.at(-1)?.until ?? Number.POSITIVE_INFINITY) - now()),
    };
}

;// CONCATENATED MODULE: ./lib/src/modes/step/open-cloud.js



/** So many waits are reported one by one, then every tenth: a long outage must not fill the log. */
const REPORTED_EACH = 10;
/**
 * The cloud's client, loaded and opened at first use and then shared: its rate limits are counted together. `within`
 * limits the time of a phase's requests.
 * @param share where other agents of this process use the same account
 */
function cloudOpener(settings, console, share) {
    const allowance = createRequestBudget();
    const open = (options) => openFor(settings, { ...options, ...(share && { share }) });
    let opened;
    const cloud = () => {
        opened ??= open({
            budgetMs: allowance.left,
            onRetry: ({ line, count }) => {
                if (count <= REPORTED_EACH)
                    console.info(line);
                else if (count % REPORTED_EACH === 0)
                    console.info(`${line}; ${count} waits so far`);
            },
        });
        return opened;
    };
    return { cloud, openCloud: open, within: allowance.within };
}
async function openFor({ cloud, connection }, options) {
    if (!connection)
        throw new errors/* UserError */.yo('There is no key for a request to the cloud.', { hint: 'Give api-key.' });
    return (0,clouds/* openCloud */.Q)(cloud, connection, options);
}


/***/ }),

/***/ 1737:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: function() { return /* binding */ skipDeleted; },
/* harmony export */   i: function() { return /* binding */ skip; }
/* harmony export */ });
/** The platform gives no secrets to an event of a fork or of Dependabot: the run ends green. */
function skip({ console, recorder, trigger }, what) {
    recorder.note({ outcome: 'skipped' });
    console.warning(`${what}: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can run the workflow on a branch of this repository.`, { title: 'Cloud build skipped' });
}
/** The push deleted its branch or tag: there are no sources, and the checkout, if there is one, is of something else. */
function skipDeleted({ console, recorder, settings, trigger }) {
    recorder.note({ outcome: 'skipped' });
    if (settings.mode === 'plan')
        recorder.noteExtra({ matrix: { include: [] }, changed: 0 });
    const { ref = '' } = trigger;
    console.notice(`This push deleted the branch or tag ${ref}: there is nothing to build or deploy.`);
}


/***/ }),

/***/ 4840:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: function() { return /* binding */ encodeKey; },
/* harmony export */   o: function() { return /* binding */ digestOf; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Characters of an encoded key. */
const LONGEST_KEY = 120;
/**
 * A key that can be part of a marker: unreserved characters stay, all others are percent-encoded. The end of a long
 * key is replaced by a digest of the whole. Different keys stay different.
 */
function encodeKey(key) {
    const whole = key.replace(/\p{Cs}/gu, '\uFFFD');
    const encoded = encodeURIComponent(whole).replace(/%2F/g, '/').replaceAll('!', '%21');
    if (encoded.length <= LONGEST_KEY)
        return encoded;
    return `${encoded.slice(0, LONGEST_KEY - 17).replace(/%[0-9A-F]?$/, '')}!${digestOf(whole)}`;
}
/** 16 hexadecimal digits of SHA-256. */
function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}


/***/ }),

/***/ 5284:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: function() { return /* binding */ retry; },
  m: function() { return /* binding */ systemClock; }
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/wait.js



const systemClock = {
    now: () => performance.now(),
    sleep: async (ms, signal) => {
        try {
            await (0,promises_.setTimeout)(ms, undefined, signal ? { signal } : {});
        }
        catch (cause) {
            throw new errors/* AbortedError */.oM('the wait was aborted', { cause });
        }
    },
};
/**
 * Calls `attempt` until it succeeds, the plan gives up or the budget is spent; the last error is rethrown itself. A
 * wait that would exceed the budget is not begun.
 */
async function retry(attempt, plan) {
    const clock = plan.clock ?? systemClock;
    const deadline = clock.now() + plan.budgetMs;
    return pRetry((count) => attempt(count), {
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


/***/ }),

/***/ 4024:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCommentOnFaults: function() { return /* reexport */ openCommentOnFaults; },
  openStep: function() { return /* reexport */ openStep; },
  post: function() { return /* reexport */ post; },
  runMode: function() { return /* reexport */ runMode; }
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/host/log-file.js
var log_file = __webpack_require__(8862);
// EXTERNAL MODULE: ./lib/src/settings/agents.js
var agents = __webpack_require__(7554);
// EXTERNAL MODULE: ./lib/src/settings/capabilities.js
var capabilities = __webpack_require__(2482);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var faults = __webpack_require__(6997);
// EXTERNAL MODULE: ./lib/src/settings/reader.js
var settings_reader = __webpack_require__(5131);
;// CONCATENATED MODULE: ./lib/src/settings/unused.js



/** Inputs for many agents, with the modes that use them. */
const FOR_MANY = [
    ['agents', ['run', 'plan']],
    ['base', ['run', 'plan']],
    ['parallel', ['run']],
    ['fail-fast', ['run']],
];
/** Given inputs that this step does not use, one sentence each: nobody should wait for an effect that never comes. */
function unusedInputs(env, { mode, agents }) {
    const reader = (0,settings_reader/* createInputReader */.ic)(env, (0,faults/* collectFaults */.CM)());
    return FOR_MANY.flatMap(([name, modes]) => {
        if (!(0,capabilities/* isGiven */.qR)(reader, name))
            return [];
        if (!modes.includes(mode)) {
            const users = modes.length === 1 ? `${modes[0]} uses` : `${modes.join(' and ')} use`;
            return [`${name} has no effect in mode ${mode}: only ${users} it.`];
        }
        return agents.length > 0 ? [] : [`${name} has no effect without agents, the folders of many agents.`];
    });
}

// EXTERNAL MODULE: ./lib/src/modes/comment/comment.js
var comment = __webpack_require__(6514);
// EXTERNAL MODULE: ./lib/src/modes/step/open-cloud.js + 1 modules
var open_cloud = __webpack_require__(8897);
;// CONCATENATED MODULE: ./lib/src/modes/step/open-forge.js
const GITHUB_API = 'https://api.github.com';
/**
 * The forge's client, loaded and opened at first use and then shared.
 * @returns `undefined` where there is no token or no repository
 */
function forgeOpener(context) {
    let opened;
    return () => {
        opened ??= open_forge_open(context);
        return opened;
    };
}
async function open_forge_open({ env, host, trigger, token, console, silenceMs, }) {
    if (!token || !trigger.repository)
        return undefined;
    console.mask(token);
    const { openForge } = await Promise.all(/* import() | forge */[__webpack_require__.e("fetch"), __webpack_require__.e("npm-tunnel"), __webpack_require__.e("npm-undici"), __webpack_require__.e("shared"), __webpack_require__.e("forge")]).then(__webpack_require__.bind(__webpack_require__, 7539));
    const apiUrl = env.GITHUB_API_URL || GITHUB_API;
    const silence = silenceMs === undefined ? {} : { silenceMs };
    return openForge({ token, apiUrl, repository: trigger.repository, host, ...silence });
}

// EXTERNAL MODULE: ./lib/src/modes/step/skip.js
var skip = __webpack_require__(1737);
;// CONCATENATED MODULE: ./lib/src/modes/step/open-step.js









/** Characters of a build's id in the name of its log file: file systems take 255 bytes in all. */
const LONGEST_ID = 100;
/** The step of a run with valid inputs. */
function openStep(parts, trigger, settings) {
    const { console, temporaryPaths, background, atEnd } = parts;
    const context = contextOf(parts, trigger, settings);
    return {
        ...context,
        ...(0,open_cloud/* cloudOpener */.L)(settings, console),
        comment: (0,comment/* openComment */.a)(context),
        turn: (_work, task) => task(),
        openBuildLog: (id) => (0,log_file/* openLogFile */.J)((0,external_node_path_.join)(context.temp, `cloud-build-${id.replaceAll(/[^\w.-]/g, '_').slice(0, LONGEST_ID)}.log`)),
        background: (work) => background.push(work),
        afterResult: (work) => atEnd.push(work),
        removeAtEnd: (path) => temporaryPaths.push(path),
    };
}
/** The comment of a step with faulty inputs. */
function openCommentOnFaults(parts, trigger, settings) {
    return (0,comment/* openComment */.a)(contextOf(parts, trigger, settings), { isFaulty: true });
}
/** The parts of a step that the comment needs. */
function contextOf(parts, trigger, settings) {
    const { env, host, console } = parts;
    const forge = forgeOpener({ env, host, trigger, token: settings.githubToken, console });
    const temp = env.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    return { ...parts, trigger, settings, forge, temp, repositories: new Map() };
}
/** Each mode is a chunk of its own, as a run needs one of them. */
async function runMode(step) {
    for (const warning of unusedInputs(step.env, step.settings))
        step.console.warning(warning);
    const { mode } = step.settings;
    if (step.trigger.refDeleted && (mode === 'run' || mode === 'plan'))
        return (0,skip/* skipDeleted */.F)(step);
    switch (mode) {
        case 'run':
            return (0,agents/* isForMany */.N)(step.settings)
                ? (await Promise.all(/* import() | mode-agents */[__webpack_require__.e("declared-agent"), __webpack_require__.e("shared-modes-step"), __webpack_require__.e("github-deployment"), __webpack_require__.e("npm-mdast-util-to-markdown"), __webpack_require__.e("shared"), __webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-context-ignore"), __webpack_require__.e("shared-context-listing"), __webpack_require__.e("shared-follow"), __webpack_require__.e("shared-git"), __webpack_require__.e("shared-modes-deployment"), __webpack_require__.e("shared-report"), __webpack_require__.e("shared-report-failure"), __webpack_require__.e("mode-run"), __webpack_require__.e("npm-picomatch"), __webpack_require__.e("shared-context-changes"), __webpack_require__.e("shared-modes-plan"), __webpack_require__.e("mode-agents")]).then(__webpack_require__.bind(__webpack_require__, 7747))).runAgents(step)
                : (await Promise.all(/* import() | mode-run */[__webpack_require__.e("shared-modes-step"), __webpack_require__.e("github-deployment"), __webpack_require__.e("npm-mdast-util-to-markdown"), __webpack_require__.e("shared"), __webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-context-ignore"), __webpack_require__.e("shared-context-listing"), __webpack_require__.e("shared-follow"), __webpack_require__.e("shared-git"), __webpack_require__.e("shared-modes-deployment"), __webpack_require__.e("shared-report"), __webpack_require__.e("shared-report-failure"), __webpack_require__.e("mode-run")]).then(__webpack_require__.bind(__webpack_require__, 8239))).run(step);
        case 'plan':
            return (await Promise.all(/* import() | mode-plan */[__webpack_require__.e("declared-agent"), __webpack_require__.e("npm-mdast-util-to-markdown"), __webpack_require__.e("npm-picomatch"), __webpack_require__.e("shared-context-changes"), __webpack_require__.e("shared-context-ignore"), __webpack_require__.e("shared-context-listing"), __webpack_require__.e("shared-git"), __webpack_require__.e("shared-modes-plan"), __webpack_require__.e("shared-modes-step"), __webpack_require__.e("shared-report"), __webpack_require__.e("mode-plan")]).then(__webpack_require__.bind(__webpack_require__, 1397))).plan(step);
        case 'cleanup':
            return (await Promise.all(/* import() | mode-cleanup */[__webpack_require__.e("npm-mdast-util-to-markdown"), __webpack_require__.e("shared"), __webpack_require__.e("shared-git"), __webpack_require__.e("shared-modes-comment"), __webpack_require__.e("shared-modes-deployment"), __webpack_require__.e("shared-modes-step"), __webpack_require__.e("shared-report"), __webpack_require__.e("shared-report-comment"), __webpack_require__.e("shared-report-failure"), __webpack_require__.e("shared-report-pages"), __webpack_require__.e("mode-cleanup")]).then(__webpack_require__.bind(__webpack_require__, 2406))).cleanUp(step);
        case 'report':
            return (await Promise.all(/* import() | mode-report */[__webpack_require__.e("npm-mdast-util-to-markdown"), __webpack_require__.e("shared-modes-deployment"), __webpack_require__.e("shared-modes-step"), __webpack_require__.e("shared-report"), __webpack_require__.e("shared-report-pages"), __webpack_require__.e("mode-report")]).then(__webpack_require__.bind(__webpack_require__, 2075))).report(step);
    }
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/host/console/console.js + 7 modules
var console_console = __webpack_require__(9875);
// EXTERNAL MODULE: ./lib/src/host/event/event.js + 4 modules
var event_event = __webpack_require__(1651);
// EXTERNAL MODULE: ./lib/src/host/host.js
var host_host = __webpack_require__(9751);
// EXTERNAL MODULE: ./lib/src/host/state.js + 1 modules
var host_state = __webpack_require__(9536);
// EXTERNAL MODULE: ./lib/src/host/temporary-folder.js
var temporary_folder = __webpack_require__(6091);
// EXTERNAL MODULE: ./lib/src/host/unfinished.js
var unfinished = __webpack_require__(2576);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/modes/cancel/access.js
var cancel_access = __webpack_require__(2932);
// EXTERNAL MODULE: ./lib/src/modes/cancel/left-facts.js
var left_facts = __webpack_require__(7509);
// EXTERNAL MODULE: ./lib/src/modes/cancel/running.js
var cancel_running = __webpack_require__(8103);
;// CONCATENATED MODULE: ./lib/src/modes/cancel/warn-left-running.js

const WHY = 'the post step was given other inputs than the step itself, as happens inside composite actions';
/**
 * For a post that must not contact the cloud: one warning for each thing that may still run there, and where to end
 * it.
 */
function warnOfLeftRunning(console, left) {
    for (const one of left) {
        const { title } = traits/* CLOUD_TRAITS */.Q[one.cloud];
        const where = one.access?.baseUrl === undefined ? title : `${title} (${one.access.baseUrl})`;
        const reported = `${WHY} (actions/runner#3514). Cancel it there.`;
        for (const what of namesOf(one))
            console.warning(`${what} may go on at ${where}: ${reported}`);
    }
}
function namesOf({ submitting, building, cancelAsked, buildId, previewId }) {
    return [
        ...(submitting ? [`A build of ${submitting.imageName}:${submitting.imageTag}`] : []),
        ...(building && !cancelAsked && buildId !== undefined ? [`Build ${buildId}`] : []),
        ...(previewId === undefined ? [] : [`The rollout of preview ${previewId}`]),
    ];
}

;// CONCATENATED MODULE: ./lib/src/modes/cancel/end-left.js







/**
 * After the job: ends what main left on the clouds, or reports that it goes on, in the log and in the job summary.
 * What is known of each is in its `facts` at any time.
 */
async function endLeft(of, left) {
    const unfinished = left.filter(({ running }) => (0,cancel_running/* isUnfinished */.ui)(running));
    if (unfinished.length === 0)
        return;
    const { console, remarks } = remembering(of.console);
    await endAll({ ...of, console }, unfinished);
    if (remarks.length === 0)
        return;
    const { addRemarks } = await Promise.all(/* import() | summary */[__webpack_require__.e("npm-mdast-util-to-markdown"), __webpack_require__.e("shared"), __webpack_require__.e("shared-report"), __webpack_require__.e("shared-report-failure"), __webpack_require__.e("summary")]).then(__webpack_require__.bind(__webpack_require__, 6965));
    await addRemarks(of.env.GITHUB_STEP_SUMMARY, remarks.map(of.console.maskText));
}
/** What a person should know is in the summary too: nobody opens the log of a post step. */
function remembering(console) {
    const remarks = [];
    const remember = (severity) => (message) => {
        remarks.push(message);
        console[severity](message);
    };
    return { console: { ...console, notice: remember('notice'), warning: remember('warning') }, remarks };
}
/** Account by account, since agents of one step may use several clouds with different credentials. */
async function endAll(of, left) {
    const accounts = new Map();
    for (const one of left) {
        const { cloud, access } = one.running;
        const account = `${cloud} ${access?.digest}`;
        accounts.set(account, [...(accounts.get(account) ?? []), one]);
    }
    const ending = [...accounts.values()].map((there) => endAt(of, there).catch((thrown) => of.console.warning(`The post step could not finish: ${(0,errors/* messageOf */.bD)(thrown)}`)));
    await Promise.all(ending);
}
async function endAt(of, left) {
    reportRollouts(of.console, left);
    const there = left.filter(({ running: { rolloutId, deploying, ...others } }) => (0,cancel_running/* isUnfinished */.ui)(others));
    const [first] = there;
    if (first === undefined)
        return;
    const { access: saved, cloud: name } = first.running;
    if (saved?.cancelOnAbort === false)
        return leaveRunning(of.console, there);
    const access = await (0,cancel_access/* accessOf */.YK)(saved, name, { ...of, mask: of.console.mask });
    if (access === undefined)
        return warnOfLeftRunning(of.console, there.map(({ running }) => running));
    if (!access.cancelOnAbort)
        return leaveRunning(of.console, there);
    const { STOP_WITHIN_MS, stopRunning } = await Promise.all(/* import() | cancel */[__webpack_require__.e("shared"), __webpack_require__.e("shared-clouds"), __webpack_require__.e("shared-follow"), __webpack_require__.e("cancel")]).then(__webpack_require__.bind(__webpack_require__, 1976));
    const { cloud, within } = (0,open_cloud/* cloudOpener */.L)(access, of.console);
    await within(STOP_WITHIN_MS, async () => stopRunning(of.console, await cloud(), there));
}
function reportRollouts({ notice, warning }, left) {
    for (const { running } of left) {
        const { cloud, rolloutId, deploying } = running;
        if (rolloutId !== undefined)
            notice((0,left_facts/* rolloutGoesOn */.x)(rolloutId, traits/* CLOUD_TRAITS */.Q[cloud]));
        if (deploying !== undefined)
            warning((0,left_facts/* deploymentMayGoOn */.Qd)(deploying, traits/* CLOUD_TRAITS */.Q[cloud]));
    }
}
/** `cancel-on-abort: false`. */
function leaveRunning({ notice }, left) {
    for (const one of left) {
        const { cloud, building, buildId } = one.running;
        if (!building || buildId === undefined)
            continue;
        notice(`cancel-on-abort is false: build ${buildId} goes on at ${traits/* CLOUD_TRAITS */.Q[cloud].title}.`);
        one.facts = { ...one.facts, build: { id: buildId, status: 'cancelled', goesOn: 'surely' } };
    }
}

// EXTERNAL MODULE: ./lib/src/settings/connection/connection.js + 3 modules
var connection = __webpack_require__(4873);
// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
;// CONCATENATED MODULE: ./lib/src/post.js













/** Milliseconds to wait for the cloud before work on the forge begins too: a silent cloud must not delay it. */
const HEAD_START_MS = 1_500;
/** Milliseconds for one request to the forge; a request without any reply is retried once. */
const SILENCE_MS = 3_000;
/**
 * After the job: stops what main left running. Idempotent, and never fails the job: main has already reported the
 * result.
 */
async function post(given) {
    const host = (0,host_host/* detectHost */.k)(given);
    const console = (0,console_console/* openConsole */.O)(host);
    const ending = (0,unfinished/* watchEnding */.p)(() => ['an answer']);
    await ending.of(stopAndSettle(given, host, console)).catch(cannotFinish(console));
    ending.release();
}
async function stopAndSettle(given, host, console) {
    try {
        const env = (0,temporary_folder/* withTemporaryFolder */.E)(given, console.debug);
        const state = (0,host_state/* openState */.G)(env, host, console);
        const running = await takeOver(host, state);
        if (running.length === 0 && !hasForgeWork(state))
            return;
        const context = { env, host, console, state };
        const left = running.map(left_facts/* leftOf */.lC);
        const stopping = endLeft(context, left).catch(cannotFinish(console));
        await Promise.race([stopping, wait/* systemClock */.m.sleep(HEAD_START_MS)]);
        await Promise.all([stopping, lookAfterForge(context, { left, stopping })]);
    }
    catch (thrown) {
        cannotFinish(console)(thrown);
    }
}
/**
 * From now on main writes nothing more if it still runs; it gets time to learn the id of what it has just sent
 * (docs/platform.md, "main vs post race").
 */
async function takeOver(host, state) {
    const running = (0,cancel_running/* readRunning */.Ki)(state);
    if (host.can.postOverlapsMain || running.some(cancel_running/* isUnfinished */.ui))
        state.markCancelled();
    return host.can.postOverlapsMain ? (0,cancel_running/* awaitMain */._Q)(state) : running;
}
function cannotFinish(console) {
    return (thrown) => console.warning(`The post step could not finish: ${(0,errors/* messageOf */.bD)(thrown)}`);
}
/** Whether main wrote something on the forge that may have to be corrected. */
function hasForgeWork(state) {
    return state.all().some((one) => {
        const { comment, githubDeployment } = one.read();
        return Boolean(comment || githubDeployment);
    });
}
/** Comment and GitHub deployment: they come after the build and may fail. */
async function lookAfterForge(of, cloudWork) {
    if (!hasForgeWork(of.state))
        return;
    const { settleComment } = await Promise.all(/* import() | comment-post */[__webpack_require__.e("npm-mdast-util-to-markdown"), __webpack_require__.e("shared"), __webpack_require__.e("shared-modes-comment"), __webpack_require__.e("shared-modes-step"), __webpack_require__.e("shared-report"), __webpack_require__.e("shared-report-comment"), __webpack_require__.e("shared-report-failure"), __webpack_require__.e("comment-post")]).then(__webpack_require__.bind(__webpack_require__, 6681));
    const { endLeftDeployment } = await Promise.all(/* import() | github-deployment */[__webpack_require__.e("shared-modes-step"), __webpack_require__.e("github-deployment")]).then(__webpack_require__.bind(__webpack_require__, 8280));
    const trigger = (0,event_event/* readTrigger */.vE)(of.env, of.host);
    const token = (0,connection/* readForgeToken */.j5)(of.env, of.console.mask);
    const forge = forgeOpener({ ...of, trigger, token, silenceMs: SILENCE_MS });
    await Promise.all([
        ...of.state.all().map((one) => endLeftDeployment(one, forge, of.console)),
        settleComment({ ...of, ...cloudWork, trigger, forge }),
    ]);
}

;// CONCATENATED MODULE: ./lib/src/work.js
/**
 * Everything that faulty inputs do not need, in one chunk: the step with valid inputs, the comment about faulty ones,
 * and post. Each file adds a millisecond to a start, and each kilobyte of the entry a thirtieth of one.
 */




/***/ })

};
