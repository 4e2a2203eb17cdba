export const id = 534;
export const ids = [534];
export const modules = {

/***/ 5534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ retireDeployments),
/* harmony export */   d: () => (/* binding */ recordDeployment),
/* harmony export */   endLeftDeployment: () => (/* binding */ endLeftDeployment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _step_pull_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4554);


/** Milliseconds for a status that is told while the step ends. */
const WITHIN = 5_000;
const STATE_KEY = 'githubDeployment';
/**
 * Runs a deployment and has GitHub show it under `github-environment`: in progress, then how it went. What GitHub
 * says to that never changes what the deployment does or how the step ends.
 */
async function recordDeployment(stage, kind, work) {
    // Beside the rollout, which waits for nobody.
    const opened = open(stage, kind);
    try {
        const value = await work();
        await end(stage, opened, 'success');
        return value;
    }
    catch (thrown) {
        const isAborted = stage.signal.aborted || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM;
        await end(stage, opened, isAborted ? 'error' : 'failure');
        throw thrown;
    }
}
async function open(stage, kind) {
    const { settings, console, ledger, signal, state } = stage;
    const environment = settings.githubEnvironment;
    const forge = await forgeWithDeployments(stage, true);
    if (environment === undefined || forge === undefined)
        return undefined;
    const { deployments } = forge;
    try {
        const { pullRequest, commit } = await (0,_step_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .enrichTrigger */ .UL)(stage, forge, signal);
        const { source, agent } = ledger.result();
        const ref = pullRequest?.headCommit ?? source.commit ?? commit;
        if (ref === undefined) {
            console.notice('No GitHub deployment is recorded: this run belongs to no commit.');
            return undefined;
        }
        const id = await deployments.createDeployment({
            ref,
            environment,
            transient: kind === 'preview',
            production: kind === 'production',
            description: `${kind === 'preview' ? 'Preview' : 'Production'} of ${agent ?? 'the image'}`,
            payload: pullRequest === undefined ? {} : { pullRequest: pullRequest.number },
        }, signal);
        state.save(STATE_KEY, String(id));
        await deployments.setDeploymentStatus(id, statusOf(stage, 'in_progress'), signal);
        return { id, deployments };
    }
    catch (thrown) {
        warn(stage, thrown);
        return undefined;
    }
}
async function end(stage, opening, how) {
    const opened = await opening;
    if (opened === undefined)
        return;
    const { id, deployments } = opened;
    const signal = AbortSignal.timeout(WITHIN);
    try {
        await deployments.setDeploymentStatus(id, statusOf(stage, how), signal);
        stage.state.save(STATE_KEY, '');
        if (how === 'success')
            await retire(stage, deployments, id, signal);
    }
    catch (thrown) {
        warn(stage, thrown);
    }
}
const WORDS = {
    in_progress: 'Rolling out',
    success: 'Healthy',
    failure: 'Did not become healthy',
    error: 'The workflow was cancelled',
    inactive: 'Replaced or removed',
};
function statusOf({ ledger }, state) {
    const { runUrl } = ledger.result();
    return { state, description: WORDS[state], ...(runUrl === undefined ? {} : { logUrl: runUrl }) };
}
/** The pull request is closed: its deployments in this environment are over. */
async function retireDeployments(stage) {
    const forge = await forgeWithDeployments(stage, false);
    if (forge === undefined)
        return;
    try {
        await retire(stage, forge.deployments, undefined, stage.signal);
    }
    catch (thrown) {
        warn(stage, thrown);
    }
}
/** GitHub itself ends earlier deployments of an environment, but not the transient ones. */
async function retire(stage, deployments, except, signal) {
    const { settings, trigger, console } = stage;
    const pull = settings.pullRequest ?? trigger.pullRequest?.number;
    if (settings.githubEnvironment === undefined || pull === undefined)
        return;
    let count = 0;
    for await (const { id, payload } of deployments.listDeployments(settings.githubEnvironment, signal)) {
        if (payload.pullRequest !== pull || id === except)
            continue;
        if ((await deployments.latestState(id, signal)) === 'inactive')
            continue;
        await deployments.setDeploymentStatus(id, statusOf(stage, 'inactive'), signal);
        count += 1;
    }
    if (count > 0)
        console.info(`GitHub deployments made inactive: ${count}.`);
}
/** For post: a deployment that main left in progress ended with it. Never throws. */
async function endLeftDeployment(state, forge, console) {
    const id = Number(state.read()[STATE_KEY] || Number.NaN);
    if (!Number.isSafeInteger(id))
        return;
    try {
        const status = { state: 'error', description: WORDS.error };
        await (await forge())?.deployments?.setDeploymentStatus(id, status, AbortSignal.timeout(WITHIN));
    }
    catch (thrown) {
        console.debug(`The GitHub deployment could not be ended: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
    }
}
async function forgeWithDeployments(stage, tells) {
    const { settings, host, console } = stage;
    if (settings.githubEnvironment === undefined)
        return undefined;
    if (!host.can.deploymentsApi) {
        if (tells)
            console.notice(`github-environment is skipped: ${host.title} has no deployments.`);
        return undefined;
    }
    try {
        const forge = await stage.forge();
        if (forge?.deployments)
            return { ...forge, deployments: forge.deployments };
        if (tells)
            console.warning('No GitHub deployment is recorded: github-token is empty.');
    }
    catch (thrown) {
        warn(stage, thrown);
    }
    return undefined;
}
function warn({ console, signal }, thrown) {
    if (signal.aborted)
        return;
    const isDenied = thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && (thrown.status === 403 || thrown.status === 404);
    const hint = isDenied ? ' Add `deployments: write` to the `permissions:` of the job.' : '';
    console.warning(`The GitHub deployment could not be recorded: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}.${hint}`);
}


/***/ }),

/***/ 4554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Co: () => (/* binding */ mayHavePullRequest),
/* harmony export */   UL: () => (/* binding */ enrichTrigger),
/* harmony export */   _f: () => (/* binding */ findPullRequest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/** Events that carry no number, but a commit whose pull request the forge may know. */
const SEARCHABLE = new Set(['push', 'workflow_run', 'workflow_call', 'create', 'status', 'check_run']);
/** `gh-readonly-queue/BASE/pr-7-<commit>`: a convention of GitHub's merge queue (docs/platform.md). */
const QUEUED = /^gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{7,64}$/;
/** Whether there is anything to be asked: a step on `schedule` needs no forge to know that it has no pull request. */
function mayHavePullRequest({ trigger, settings, }) {
    if (knownNumber({ trigger, settings }) !== undefined)
        return true;
    return SEARCHABLE.has(trigger.event) && !trigger.pushToDefaultBranch && trigger.commit !== undefined;
}
/** The input, the event, the name of a merge queue's branch: in this order, and without any request. */
function knownNumber({ trigger, settings, }) {
    const queued = trigger.event === 'merge_group' ? QUEUED.exec(trigger.ref ?? '')?.[1] : undefined;
    return (settings.pullRequest ?? trigger.pullRequest?.number ?? (queued === undefined ? undefined : Number(queued)));
}
/**
 * The pull request that this run is about, with its head where `wantsHead`. Its absence is no error.
 * @throws {HttpError} where the forge refuses to tell
 */
async function findPullRequest(stage, forge, options) {
    const { trigger } = stage;
    const number = knownNumber(stage);
    if (number === undefined)
        return searchByCommit(stage, forge, options.signal);
    const known = trigger.pullRequest?.number === number ? trigger.pullRequest : { number, fork: false };
    if (known.headCommit !== undefined || !options.wantsHead)
        return known;
    return (await forge.getPullRequest(number, options.signal)) ?? known;
}
async function searchByCommit({ trigger, console }, forge, signal) {
    const { commit, ref } = trigger;
    if (commit === undefined || !SEARCHABLE.has(trigger.event))
        return undefined;
    const found = await forge.openPullRequestsOf(commit, signal);
    const [first] = [...found].sort((a, b) => Number(b.headRef === ref) - Number(a.headRef === ref));
    if (first === undefined) {
        console.info(`No open pull request has commit ${commit.slice(0, 12)}.`);
    }
    else if (found.length > 1) {
        const numbers = found.map(({ number }) => `#${number}`).join(', ');
        console.info(`Commit ${commit.slice(0, 12)} is in ${numbers}: #${first.number} is the one told about it.`);
    }
    return first;
}
/** The trigger with what the forge knows besides; the event's own trigger where it knows nothing. */
async function enrichTrigger(stage, forge, signal) {
    const { trigger, console } = stage;
    if (forge === undefined || !mayHavePullRequest(stage))
        return trigger;
    try {
        const pullRequest = await findPullRequest(stage, forge, { wantsHead: true, signal });
        if (pullRequest === undefined)
            return trigger;
        const commit = trigger.commit ?? pullRequest.headCommit;
        return { ...trigger, pullRequest, ...(commit === undefined ? {} : { commit }) };
    }
    catch (thrown) {
        if (signal.aborted)
            throw thrown;
        console.info(`The pull request of this run could not be looked up: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
        return trigger;
    }
}


/***/ })

};
