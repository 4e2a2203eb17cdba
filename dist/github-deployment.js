export const id = "github-deployment";
export const ids = ["github-deployment"];
export const modules = {

/***/ 8280:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endLeftDeployment: function() { return /* binding */ endLeftDeployment; },
  d: function() { return /* binding */ recordDeployment; },
  E: function() { return /* binding */ retireDeployments; }
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/modes/step/known-pull-request.js
var known_pull_request = __webpack_require__(1447);
// EXTERNAL MODULE: ./lib/src/modes/step/pull-request.js
var pull_request = __webpack_require__(4554);
;// CONCATENATED MODULE: ./lib/src/modes/deployment/github-status.js
/** What GitHub shows beside the state of a deployment. */
const DEPLOYMENT_WORDS = {
    in_progress: 'Rolling out',
    success: 'Healthy',
    failure: 'Did not become healthy',
    error: 'The workflow was cancelled',
    inactive: 'Replaced or removed',
};
/** The status of a run's GitHub deployment, with its links. */
function statusOf({ runUrl, deployment }, state) {
    const url = deployment?.preview?.url;
    return {
        state,
        description: wordsOf(state, deployment),
        ...(runUrl === undefined ? {} : { logUrl: runUrl }),
        ...(url === undefined || state === 'inactive' ? {} : { environmentUrl: url }),
    };
}
/** GitHub has no state for a rollout whose end nobody saw; the words say it. */
function wordsOf(state, { status, goesOn } = {}) {
    if (state === 'success' && status !== 'healthy')
        return 'Begun; its end was not followed';
    if (state === 'error' && goesOn === 'surely')
        return 'The workflow was cancelled; the rollout goes on';
    if (state === 'error' && goesOn === 'perhaps')
        return 'The workflow was cancelled; the rollout may go on';
    return DEPLOYMENT_WORDS[state];
}

;// CONCATENATED MODULE: ./lib/src/modes/deployment/github.js




/** Milliseconds for a status that is reported while the step ends. */
const WITHIN = 5_000;
/** The deployment, and the state that post has to set if main does not. */
const STATE_KEY = 'githubDeployment';
/**
 * Runs a deployment and shows it on GitHub under `github-environment`: in progress, then how it ended. GitHub's
 * answers never change what the deployment does or how the step ends.
 */
async function recordDeployment(context, kind, work) {
    // In parallel with the rollout.
    const opened = github_open(context, kind);
    try {
        const value = await work();
        await end(context, opened, value === 'removed' ? 'inactive' : 'success');
        return value;
    }
    catch (thrown) {
        const isAborted = context.signal.aborted || thrown instanceof errors/* AbortedError */.oM;
        await end(context, opened, isAborted ? 'error' : 'failure');
        throw thrown;
    }
}
async function github_open(context, kind) {
    const { settings, console, recorder, signal, state } = context;
    const environment = settings.githubEnvironment;
    const forge = await forgeWithDeployments(context, true);
    if (environment === undefined || forge === undefined)
        return undefined;
    const { deployments } = forge;
    try {
        const { pullRequest, commit } = await (0,pull_request/* enrichTrigger */.U)(context, forge, signal);
        const { source, agent } = recorder.result();
        const ref = pullRequest?.headCommit ?? source.commit ?? commit;
        if (ref === undefined) {
            console.notice('No GitHub deployment is recorded: this run has no commit.');
            return undefined;
        }
        const id = await deployments.createDeployment({
            ref,
            environment,
            transient: kind === 'preview',
            production: kind === 'production',
            description: `${kind === 'preview' ? 'Preview' : 'Production'} of ${agent ?? 'the image'}`,
            payload: {
                ...(pullRequest && { pullRequest: pullRequest.number }),
                ...(agent !== undefined && { agent }),
            },
        }, signal);
        state.save(STATE_KEY, `${id} error`);
        // Whatever becomes of it, the deployment exists and has to be ended.
        await deployments
            .setDeploymentStatus(id, statusOf(context.recorder.result(), 'in_progress'), signal)
            .catch((thrown) => console.debug(`GitHub deployment ${id}: ${(0,errors/* messageOf */.bD)(thrown)}`));
        return { id, deployments };
    }
    catch (thrown) {
        warn(context, thrown);
        return undefined;
    }
}
async function end(context, opening, how) {
    const opened = await opening;
    if (opened === undefined)
        return;
    const { id, deployments } = opened;
    const signal = AbortSignal.timeout(WITHIN);
    try {
        context.state.save(STATE_KEY, `${id} ${how}`);
        await deployments.setDeploymentStatus(id, statusOf(context.recorder.result(), how), signal);
        context.state.save(STATE_KEY, '');
        if (how === 'success')
            await retire(context, deployments, id, signal);
    }
    catch (thrown) {
        warn(context, thrown);
    }
}
/** For a closed pull request: makes its deployments in this environment inactive. */
async function retireDeployments(context) {
    const forge = await forgeWithDeployments(context, false);
    if (forge === undefined)
        return;
    try {
        await retire(context, forge.deployments, undefined, context.signal);
    }
    catch (thrown) {
        warn(context, thrown);
    }
}
/**
 * GitHub itself ends earlier deployments of an environment, but not the transient ones. Several agents may share one:
 * the success of one of them ends its own earlier ones only.
 */
async function retire(context, deployments, except, signal) {
    const { settings, console, recorder } = context;
    const pull = (0,known_pull_request/* givenNumber */.Fp)(context);
    if (settings.githubEnvironment === undefined || pull === undefined)
        return;
    let count = 0;
    for await (const { id, payload } of deployments.listDeployments(settings.githubEnvironment, signal)) {
        if (payload.pullRequest !== pull || id === except)
            continue;
        const isOther = payload.agent !== undefined && payload.agent !== recorder.result().agent;
        if (except !== undefined && isOther)
            continue;
        if ((await deployments.latestState(id, signal)) === 'inactive')
            continue;
        await deployments.setDeploymentStatus(id, statusOf(recorder.result(), 'inactive'), signal);
        count += 1;
    }
    if (count > 0)
        console.info(`GitHub deployments made inactive: ${count}.`);
}
/** For post: ends a deployment that main left in progress, or whose end it could not report. Never throws. */
async function endLeftDeployment(state, forge, console) {
    const [, number, how] = /^(\d{1,15}) (success|failure|error|inactive)$/.exec(state.read()[STATE_KEY] ?? '') ?? [];
    if (number === undefined)
        return;
    const id = Number(number);
    try {
        const end = how;
        const status = { state: end, description: DEPLOYMENT_WORDS[end] };
        await (await forge())?.deployments?.setDeploymentStatus(id, status, AbortSignal.timeout(WITHIN));
    }
    catch (thrown) {
        console.debug(`The GitHub deployment could not be ended: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
async function forgeWithDeployments(context, reports) {
    const { settings, host, console } = context;
    if (settings.githubEnvironment === undefined)
        return undefined;
    if (!host.can.deploymentsApi) {
        if (reports)
            console.notice(`github-environment is skipped: ${host.title} has no deployments.`);
        return undefined;
    }
    try {
        const forge = await context.forge();
        if (forge?.deployments)
            return { ...forge, deployments: forge.deployments };
        if (reports)
            console.warning('No GitHub deployment is recorded: github-token is empty.');
    }
    catch (thrown) {
        warn(context, thrown);
    }
    return undefined;
}
function warn({ console, signal }, thrown) {
    if (signal.aborted)
        return;
    const isDenied = thrown instanceof errors/* HttpError */.j$ && (thrown.status === 403 || thrown.status === 404);
    const hint = isDenied ? ' Add `deployments: write` to the `permissions:` of the job.' : '';
    console.warning(`The GitHub deployment could not be recorded: ${(0,errors/* messageOf */.bD)(thrown)}.${hint}`);
}


/***/ })

};
