export const id = 614;
export const ids = [614];
export const modules = {

/***/ 1579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ imageNameOf)
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

/***/ 4586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openNotes),
/* harmony export */   W: () => (/* binding */ readNotes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



const KEY = 'comment';
/**
 * Saved twice: whole, in a file of the runner's temporary folder, and in brief as state, which may pass through the
 * log and outlives the file. Nothing here throws.
 */
function openNotes(temp, state) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temp, `cloud-build-comment-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.json`);
    let saved = '';
    return (notes) => {
        const brief = JSON.stringify({ file, notes: briefly(notes) });
        if (brief !== saved)
            state.save(KEY, brief);
        saved = brief;
        try {
            const fresh = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(fresh, JSON.stringify(notes), { flag: 'wx', mode: 0o600 });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(fresh, file);
        }
        catch {
            // The brief notes have to do.
        }
    };
}
/** Without logs, and without what changes at every turn. */
function briefly(notes) {
    const { cloud, cloudTitle, outcome, agent, source, build, runUrl } = notes.result;
    const { wroteAt: _wroteAt, ...rest } = notes;
    return {
        ...rest,
        mark: { ...notes.mark, at: 0 },
        known: [],
        result: {
            cloud,
            outcome: notes.settled ? outcome : 'building',
            source,
            phases: [],
            ...(cloudTitle === undefined ? {} : { cloudTitle }),
            ...(agent === undefined ? {} : { agent }),
            ...(runUrl === undefined ? {} : { runUrl }),
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
/** @returns `undefined` where main wanted no comment; the brief notes where the file is gone */
function readNotes(state) {
    const brief = parse(state.read()[KEY]);
    if (brief === undefined)
        return undefined;
    try {
        return parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(brief.file, 'utf8')) ?? brief.notes;
    }
    catch {
        return brief.notes;
    }
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

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ openRecord),
/* harmony export */   Ms: () => (/* binding */ isNews)
/* harmony export */ });
/* unused harmony export sectionKey */
/* harmony import */ var _report_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7855);
/* harmony import */ var _build_image_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1579);
/* harmony import */ var _notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4586);



function openRecord(stage) {
    const { settings, trigger, ledger, console } = stage;
    const save = (0,_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .openNotes */ .A)(stage.temp, stage.state);
    const number = settings.pullRequest ?? trigger.pullRequest?.number;
    let progress = number === undefined ? {} : { issue: number };
    let now = {
        key: sectionKey(stage),
        mark: runMark(stage),
        result: ledger.result(),
        settled: false,
    };
    const conceal = (_name, value) => typeof value === 'string' ? console.conceal(value) : value;
    const keep = () => {
        const { when } = settings.comment;
        const result = JSON.parse(JSON.stringify(now.result, conceal));
        save({ refused: false, known: [], ...progress, ...now, result, onlyFailures: when === 'on-failure' });
    };
    const take = (settled) => {
        const mark = { ...now.mark, at: Math.max(Date.now(), now.mark.at + 1) };
        now = { ...now, mark, result: ledger.result(), settled };
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
/** docs/interface.md, comment-key: the cloud and the agent or image. */
function sectionKey({ settings, trigger }) {
    const { comment, cloud, agent } = settings;
    return (0,_report_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeKey */ .g2)(comment.key ?? `${cloud}/${agent?.value ?? (0,_build_image_name_js__WEBPACK_IMPORTED_MODULE_2__/* .imageNameOf */ .m)({ settings, trigger })}`);
}
function runMark({ env, trigger }) {
    return {
        workflow: (0,_report_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(env.GITHUB_WORKFLOW ?? '').slice(0, 8),
        runId: /^\d{1,15}$/.test(trigger.runId ?? '') ? Number(trigger.runId) : 0,
        runNumber: trigger.runNumber,
        attempt: trigger.runAttempt,
        at: 0,
    };
}
/** `on-failure` speaks up for a failure; what it said before is corrected, or it would be a lie. */
function isNews(when, outcome) {
    return when !== 'on-failure' || outcome === 'failed';
}


/***/ }),

/***/ 2004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ concealed)
/* harmony export */ });
/**
 * The same facts with every text concealed. Before they are rendered, as escaping would take a secret apart and
 * leave its pieces readable.
 */
function concealed(facts, conceal) {
    const walk = (value) => {
        if (typeof value === 'string')
            return conceal(value);
        if (Array.isArray(value))
            return value.map(walk);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member)]));
    };
    return walk(facts);
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


/***/ }),

/***/ 8620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ failureOf),
/* harmony export */   l: () => (/* binding */ annotationOf)
/* harmony export */ });
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8934);
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
    return `${(0,_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(said, (isList ? LONGEST_LIST : LONGEST_MESSAGE) - hint.length)}${hint}`;
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

/***/ 7855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ COMMENT_MARKER),
/* harmony export */   Zn: () => (/* binding */ writeSection),
/* harmony export */   g2: () => (/* binding */ encodeKey),
/* harmony export */   jn: () => (/* binding */ readSections),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const COMMENT_MARKER = '<!-- cloud-build-action -->';
const LONGEST_KEY = 120;
const HEAD = /^<!-- cloud-build-action:section ([!-~ ]{1,600}) -->$/;
const END = /^<!-- cloud-build-action:end ([0-9a-f]{16}) -->$/;
/**
 * A key as a marker can carry it: unreserved characters stay, all others are percent-encoded. A long one is cut,
 * with a digest of the whole in place of its end. Keys that differ stay different.
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
/** The section with its markers. */
function writeSection(section) {
    const { key, mark, state } = section;
    const body = inert(section.body);
    const digest = digestOf(body);
    const fields = [
        `key=${key}`,
        `state=${state.replace(/[^a-z-]/g, '') || 'unknown'}`,
        `run=${mark.runId}/${mark.runNumber}/${mark.attempt}`,
        `at=${mark.at}`,
        `workflow=${mark.workflow}`,
        `digest=${digest}`,
        ...(section.cut ? ['cut=1'] : []),
    ];
    return `<!-- cloud-build-action:section ${fields.join(' ')} -->\n\n${body}\n\n<!-- cloud-build-action:end ${digest} -->`;
}
/** Rendered sections have no HTML comment in them (docs/comment.md); what was found in a comment may. */
function inert(body) {
    return normal(body).replaceAll('<!--', '‹!--');
}
function normal(text) {
    return text.replace(/\r\n?/g, '\n').trim();
}
/**
 * All sections of a comment's text. A section reaches to the end marker that carries its digest, over whatever may
 * look like a marker between; where there is none with an intact body, to the next marker.
 */
function readSections(text) {
    const lines = normal(text).split('\n');
    const sections = [];
    for (let at = 0; at < lines.length; at += 1) {
        const head = readHead(lines[at] ?? '');
        if (head === undefined)
            continue;
        const { section, end } = readBody(lines, at + 1, head);
        sections.push(section);
        at = end;
    }
    return sections;
}
function readBody(lines, from, { digest, ...head }) {
    for (let end = from; end < lines.length; end += 1) {
        if (END.exec(lines[end] ?? '')?.[1] !== digest)
            continue;
        const body = normal(lines.slice(from, end).join('\n'));
        if (digestOf(body) === digest)
            return { section: { ...head, body }, end };
    }
    let end = from;
    while (end < lines.length && !isMarker(lines[end] ?? ''))
        end += 1;
    const body = inert(lines.slice(from, end).join('\n'));
    // The loop above steps over the line it ends at: an end marker, but not the next section's head.
    return { section: { ...head, body, damaged: true }, end: END.test(lines[end] ?? '') ? end : end - 1 };
}
function isMarker(line) {
    return line.startsWith('<!-- cloud-build-action');
}
function readHead(line) {
    const words = HEAD.exec(line)?.[1]?.split(' ');
    if (words === undefined)
        return undefined;
    const fields = new Map(words.map((word) => splitAt(word, '=')));
    const [key, digest, workflow] = ['key', 'digest', 'workflow'].map((name) => fields.get(name));
    const [runId, runNumber, attempt] = (fields.get('run') ?? '').split('/').map(wholeNumber);
    const at = wholeNumber(fields.get('at') ?? '');
    if (!key || !digest || !workflow || [runId, runNumber, attempt, at].includes(undefined))
        return undefined;
    const mark = { workflow, runId, runNumber, attempt, at };
    return { key, mark, state: fields.get('state') ?? 'unknown', cut: fields.get('cut') === '1', digest };
}
function splitAt(word, separator) {
    const at = word.indexOf(separator);
    return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
}
function wholeNumber(text) {
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}


/***/ }),

/***/ 5851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   He: () => (/* binding */ buildFailure),
/* harmony export */   K8: () => (/* binding */ deploymentFailure),
/* harmony export */   bP: () => (/* binding */ vmImageFailure)
/* harmony export */ });
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8934);
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
        message: reason === undefined ? `${what} ${end}.` : (0,_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(reason, 500), 500),
        hint: isLate
            ? 'Raise deploy-timeout, or look at the deployment log in this job for what it waits for.'
            : 'Read the deployment events and log in this job: the image was built, its start failed.',
    };
}


/***/ }),

/***/ 7358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TN: () => (/* binding */ oneLine)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8934);


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
/** Terminal sequences make a text longer than it shows: read this many times the limit before they are stripped. */
const RAW_FACTOR = 8;
/** One visible line of at most `limit` characters: line ends become spaces, runs of blanks one. */
function oneLine(text, limit) {
    const raw = text.length > limit * RAW_FACTOR ? `${text.slice(0, limit * RAW_FACTOR)}…` : text;
    return (0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(visible(raw.replace(/[\r\n\t ]+/g, ' ')).trim(), limit);
}
/** A visible line of a log with its blanks kept; what is left out of a long one is counted. */
function logLine(line, limit) {
    const bare = line.replace(/\r?\n?$/, '');
    const seen = visible(bare.slice(0, limit * RAW_FACTOR));
    if (bare.length <= limit * RAW_FACTOR && seen.length <= limit)
        return seen;
    const kept = (0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(seen, limit).replace(/…$/, '');
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
