export const id = 515;
export const ids = [515];
export const modules = {

/***/ 2227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleComment: () => (/* binding */ settleComment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_comment_sync_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2022);
/* harmony import */ var _comment_notes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6548);
/* harmony import */ var _comment_port_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(918);
/* harmony import */ var _comment_writer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1480);





/** Milliseconds: twice the longest wait for an older write, and the requests around it. */
const WITHIN = 30_000;
/**
 * After the job: where main ended before it spoke its last word, the comment says that the run was cancelled; and in
 * any case it is looked at once more when no other job's older write can arrive any more (docs/comment.md).
 * Never throws: a token may be dead by now (Gitea before 1.27), and the result is told already.
 */
async function settleComment({ state, console, forge: open }) {
    const notes = (0,_comment_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .readNotes */ .W)(state);
    if (notes === undefined)
        return;
    if (!notes.settled)
        state.markCancelled();
    if (notes.issue === undefined)
        return;
    try {
        const forge = await open();
        if (forge === undefined)
            return;
        const signal = AbortSignal.timeout(WITHIN);
        const sync = (0,_report_comment_sync_js__WEBPACK_IMPORTED_MODULE_1__/* .openSync */ .m)((0,_comment_port_js__WEBPACK_IMPORTED_MODULE_3__/* .commentPort */ .h)(forge, notes.issue), {
            known: [...notes.known, ...ownSection(notes, console)],
            ...(notes.wroteAt === undefined ? {} : { wroteAgo: Math.max(0, Date.now() - notes.wroteAt) }),
        });
        if (!notes.settled)
            await sayCancelled(notes, sync, console, signal);
        await sync.settle(signal);
    }
    catch (thrown) {
        console.debug(`The comment could not be looked after: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
    }
}
/** What main meant to show, where it may have died before that was written. */
function ownSection(notes, console) {
    const { key, mark, result, settled, onlyFailures } = notes;
    if (!settled || mark.at === 0 || !(0,_comment_writer_js__WEBPACK_IMPORTED_MODULE_4__.isNews)(onlyFailures ? 'on-failure' : 'auto', result.outcome))
        return [];
    return [(0,_comment_writer_js__WEBPACK_IMPORTED_MODULE_4__.renderedSection)(result, { key, mark }, console.conceal)];
}
async function sayCancelled(notes, sync, console, signal) {
    const mark = { ...notes.mark, at: Math.max(Date.now(), notes.mark.at + 1) };
    const section = (0,_comment_writer_js__WEBPACK_IMPORTED_MODULE_4__.renderedSection)(cancelled(notes.result), { key: notes.key, mark }, console.conceal);
    const when = notes.onlyFailures ? 'if-present' : 'always';
    const { end } = await sync.put(section, { when, confirm: true, signal });
    if (end === 'shown')
        console.info('The comment says now that this run was cancelled.');
}
function cancelled(result) {
    const { build, deployment } = result;
    return {
        ...result,
        outcome: 'cancelled',
        ...(build === undefined ? {} : { build: { ...build, status: build.status ?? 'cancelled' } }),
        ...(deployment === undefined
            ? {}
            : { deployment: { ...deployment, status: deployment.status ?? 'cancelled' } }),
    };
}


/***/ }),

/***/ 4914:
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


/***/ }),

/***/ 8620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf),
/* harmony export */   l: () => (/* binding */ annotationOf)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5851);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7358);


/** Runners cut at 4,096 characters and show far less. */
const LONGEST_MESSAGE = 1000;
/** Faulty inputs are told all at once, and nobody shall mend them one a run. */
const LONGEST_LIST = 3500;
const LAST_LINES = 3;
/** What failed and what to do about it; `undefined` where nothing failed. */
function annotationOf(result) {
    const failure = failureOf(result);
    if (!failure)
        return undefined;
    const place = failure.place ?? result.build?.failing?.place;
    return {
        title: command(failure.title, 200),
        message: messageOf(failure, lastLines(result)),
        ...(place ? { file: place.file } : {}),
        ...(place?.line === undefined ? {} : { line: place.line }),
    };
}
/** The failure as the run told it, else as its facts show it. */
function failureOf(result) {
    if (result.failure)
        return result.failure;
    if (result.outcome !== 'failed')
        return undefined;
    const { build, deployment } = result;
    if (deployment?.status !== undefined && deployment.status !== 'healthy')
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentFailure */ .K8)(deployment);
    if (build)
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .buildFailure */ .He)(build);
    return { title: 'Cloud build failed', message: 'The step failed before the build began.' };
}
/** What to do comes last and is never cut: the log lines give way. */
function messageOf(failure, lines) {
    const hint = failure.hint === undefined ? '' : ` What to do: ${command(failure.hint, 300)}`;
    const isList = failure.message.includes('\n');
    const what = command(failure.message, isList ? LONGEST_LIST : 500);
    const log = lines.map((line) => command(line, 120)).join(' | ');
    const said = log === '' ? sentence(what) : `${sentence(what)} Last lines: ${sentence(log)}`;
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(said, (isList ? LONGEST_LIST : LONGEST_MESSAGE) - hint.length)}${hint}`;
}
function lastLines(result) {
    const isDeployment = result.deployment?.status !== undefined && result.deployment.status !== 'healthy';
    const lines = isDeployment ? result.deployment?.lines : result.build?.failing?.lines;
    return (lines ?? []).filter((line) => line.trim() !== '').slice(-LAST_LINES);
}
function sentence(text) {
    return /[.!?…]$/.test(text) ? text : `${text}.`;
}
/** Some runners look for `::` and `##[` anywhere in a command (docs/platform.md, Commands and log). */
function command(text, limit) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text, limit).replaceAll('::', '∷').replaceAll('##[', '## [');
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   He: () => (/* binding */ buildFailure),
/* harmony export */   K8: () => (/* binding */ deploymentFailure),
/* harmony export */   bP: () => (/* binding */ vmImageFailure)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/** How BuildKit, the classic builder, buildah and kaniko tell the exit status of a command. */
const EXIT_STATUS = /(?:exit (?:code|status):?|exited with(?: code)?|non-zero code:?) (\d{1,3})\b/i;
const BUILD_ENDS = {
    success: 'succeeded',
    failed: 'failed',
    cancelled: 'was cancelled',
    timed_out: 'ran out of time',
    error: 'ended with an error of the cloud',
};
/** What the failure of a build is called, where it stands and what to do, from the facts alone. */
function buildFailure(build, cloudError) {
    const end = BUILD_ENDS[build.status ?? 'failed'];
    const place = build.failing?.place;
    const where = place ? ` at ${place.file}${place.line === undefined ? '' : `:${place.line}`}` : '';
    const took = build.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000)}`;
    const fallback = `The build ${end}${took}.`;
    const words = artifactWords(build) ?? (cloudError && `: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(cloudError, 500)}`);
    const said = words === undefined ? fallback : `${fallback} The cloud says${words}`;
    return {
        title: `Build${build.id === undefined ? '' : ` ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(build.id, 80)}`} ${end}${where}`,
        message: build.failing ? stepFailure(build.failing) : said,
        hint: buildHint(build),
        ...(place ? { place } : {}),
    };
}
/** What went wrong with each part, by the part's name. */
function artifactWords({ artifacts = [] }) {
    if (artifacts.length === 0)
        return undefined;
    const each = Math.floor(500 / artifacts.length);
    const words = artifacts.map(({ kind, error }) => ` of the ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(kind, 60)}: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(error, each)}`);
    return words.join(';');
}
/** What the failure of a VM image is called; the container image that it was to be made from stands. */
function vmImageFailure(build, cloudError) {
    const end = BUILD_ENDS[build.vmImage?.status ?? 'failed'];
    const said = cloudError === undefined ? '' : ` The cloud says: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(cloudError, 500)}`;
    const image = build.image?.reference ?? `${build.imageName}:${build.imageTag}`;
    return {
        title: `The VM image of build ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(build.id ?? '', 80)} ${end}`,
        message: `The VM image ${end}.${said}`,
        hint: `The container image ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(image, 200)} was built and can be used: run the job again, or without vm-image.`,
    };
}
function stepFailure(failing) {
    const instruction = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(failing.step.instruction ?? failing.step.name, 200);
    const status = exitStatus(failing.lines);
    return status === undefined ? `${instruction} failed.` : `${instruction} exited with ${status}.`;
}
function exitStatus(lines) {
    for (const line of lines.slice(-50).reverse()) {
        const status = EXIT_STATUS.exec(line.slice(0, 2000))?.[1];
        if (status !== undefined)
            return status;
    }
    return undefined;
}
function buildHint(build) {
    if (build.status === 'timed_out')
        return 'Raise build-timeout, or make the slowest step shorter or cached.';
    if (build.status === 'error')
        return 'The fault is not in the Dockerfile: run the job again.';
    if (build.status === 'cancelled')
        return 'Someone or something cancelled it on the cloud: run the job again.';
    if (build.failing)
        return 'Mend the instruction, or run docker build on the same context to see it fail.';
    if (build.logFile === undefined)
        return 'The cloud gives no build log: run docker build on the same context to see it fail.';
    return 'Read the end of the build log in this job; log-file has all of it.';
}
/** The same for a deployment: what the cloud's last warning said is its message. */
function deploymentFailure(deployment, cloudError) {
    const id = deployment.id === undefined ? '' : ` (${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(deployment.id, 80)})`;
    const what = deployment.preview ? `Preview ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(deployment.preview.label, 40)}` : 'Deployment';
    const warning = deployment.events.findLast((event) => event.warning);
    const reason = cloudError ?? (warning ? `${warning.reason}: ${warning.message}` : deployment.lines.at(-1));
    const ends = {
        failed: 'failed',
        cancelled: 'was cancelled',
        timed_out: 'did not become healthy in time',
    };
    const end = ends[deployment.status === undefined || deployment.status === 'healthy' ? 'failed' : deployment.status];
    const isLate = deployment.status === 'timed_out';
    return {
        title: `${what}${id} ${end}`,
        message: reason === undefined ? `${what} ${end}.` : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(reason, 500), 500),
        hint: isLate
            ? 'Raise deploy-timeout, or look at the deployment log in this job for what it waits for.'
            : 'Read the deployment events and log in this job: the image was built, its start failed.',
    };
}


/***/ }),

/***/ 7358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/**
 * Text from outside, made into text that shows what it is: terminal sequences go, and characters that would act
 * unseen (controls, line and paragraph separators, bidirectional overrides, zero-width ones) become visible.
 * Joiners U+200C and U+200D stay: scripts and emoji are written with them.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;
/** One line: tabs stay, every other unseen character is shown. */
function visible(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(UNSEEN, shown).replaceAll('<!--', '‹!--');
}
function shown(character) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\t')
        return character;
    if (code < 0x20)
        return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f)
        return '␡';
    if (code >= 0xd800 && code <= 0xdfff)
        return '\uFFFD';
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
/**
 * At most `limit` characters, the cut marked with `…`; never half a surrogate pair.
 * Only the beginning of a long text is looked at, so that a line of 50 MB costs no more than a short one.
 */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
/** Terminal sequences make a text longer than it shows: read this many times the limit before they are stripped. */
const RAW_FACTOR = 8;
/** One visible line of at most `limit` characters: line ends become spaces, runs of blanks one. */
function oneLine(text, limit) {
    const raw = text.length > limit * RAW_FACTOR ? `${text.slice(0, limit * RAW_FACTOR)}…` : text;
    return clip(visible(raw.replace(/[\r\n\t ]+/g, ' ')).trim(), limit);
}
/** A visible line of a log with its blanks kept; what is left out of a long one is counted. */
function logLine(line, limit) {
    const bare = line.replace(/\r?\n?$/, '');
    const seen = visible(bare.slice(0, limit * RAW_FACTOR));
    if (bare.length <= limit * RAW_FACTOR && seen.length <= limit)
        return seen;
    const kept = clip(seen, limit).replace(/…$/, '');
    return `${kept}… (${Math.max(1, bare.length - kept.length).toLocaleString('en-US')} more characters)`;
}


/***/ }),

/***/ 8578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   vD: () => (/* binding */ utcMinute)
/* harmony export */ });
/** Numbers as people read them: the one place for durations, sizes, counts and times in log, summary and comment. */
/** Thousands apart. Not by Intl, whose first formatter takes longer to make than the rest of a start. */
function grouped(amount) {
    return String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** Milliseconds as `40 ms`, `0.4 s`, `12 s`, `2m 10s`, `1h 3m`; what is not a duration reads as `0 ms`. */
function duration(ms) {
    const whole = Number.isFinite(ms) && ms > 0 ? ms : 0;
    if (whole < 99.5)
        return `${Math.round(whole)} ms`;
    if (whole < 9_950)
        return `${(whole / 1000).toFixed(1)} s`;
    const seconds = Math.round(whole / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}m ${seconds % 60}s`;
    const roundedMinutes = Math.round(seconds / 60);
    return `${grouped(Math.floor(roundedMinutes / 60))}h ${roundedMinutes % 60}m`;
}
const STEPS = ['kB', 'MB', 'GB', 'TB'];
/** Bytes in powers of 1000, as disks and networks count: `512 bytes`, `12.4 MB`. */
function size(bytes) {
    if (!(bytes >= 999.5))
        return count(Math.max(0, Math.round(bytes) || 0), 'byte');
    let scaled = bytes / 1000;
    let unit = 0;
    while (scaled >= 999.95 && unit < STEPS.length - 1) {
        scaled /= 1000;
        unit += 1;
    }
    return `${scaled.toFixed(1)} ${STEPS[unit]}`;
}
/** `1 file`, `1,304 files`. */
function count(amount, noun, plural = `${noun}s`) {
    return `${grouped(amount)} ${amount === 1 ? noun : plural}`;
}
/** `2026-11-12 18:04 UTC`; `undefined` for what is no time. */
function utcMinute(at) {
    const time = new Date(at);
    if (Number.isNaN(time.getTime()))
        return undefined;
    return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** The first 12 characters: how commits and hashes are written everywhere. */
function short(hash) {
    return hash.slice(0, 12);
}
/** Bytes of the text in UTF-8. */
function bytesOf(text) {
    return Buffer.byteLength(text, 'utf8');
}


/***/ })

};
