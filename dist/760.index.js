export const id = 760;
export const ids = [760];
export const modules = {

/***/ 4379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var clouds_traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/host/abort.js

/** How often a host without signals is asked whether post has taken over. */
const MARKER_EVERY_MS = 1_000;
/**
 * Fires when the workflow is cancelled: by signal where the host sends one, else by the mark that an
 * overlapping post leaves (docs/platform.md, "Cancel, state, post").
 */
function abortOnCancel(host, state) {
    const controller = new AbortController();
    const abort = (why) => controller.abort(new errors/* AbortedError */.oM(why));
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => abort(`the workflow was cancelled (${signal})`));
    }
    if (host.can.postOverlapsMain) {
        const timer = setInterval(() => {
            if (!state.cancelled())
                return;
            clearInterval(timer);
            abort('the workflow was cancelled');
        }, MARKER_EVERY_MS);
        timer.unref();
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./lib/src/host/console.js + 4 modules
var host_console = __webpack_require__(14);
// EXTERNAL MODULE: ./lib/src/host/host.js
var host_host = __webpack_require__(9751);
// EXTERNAL MODULE: ./lib/src/host/state.js
var host_state = __webpack_require__(8520);
// EXTERNAL MODULE: ./lib/src/host/trigger.js + 2 modules
var host_trigger = __webpack_require__(3790);
// EXTERNAL MODULE: ./lib/src/modes/open-cloud.js
var open_cloud = __webpack_require__(7573);
;// CONCATENATED MODULE: ./lib/src/modes/settle.js

/** Turns whatever was thrown into the run's outcome; the first account of a failure is the one that counts. */
function settle(ledger, thrown, signal) {
    const cancelled = signal.aborted || thrown instanceof errors/* AbortedError */.oM;
    const { failure } = ledger.result();
    ledger.note({
        outcome: cancelled ? 'cancelled' : 'failed',
        failure: failure ?? (cancelled ? cancellation(ledger) : failureOf(thrown)),
    });
}
function cancellation(ledger) {
    const { build } = ledger.result();
    const what = build?.id === undefined ? 'before a build was submitted' : `while build ${build.id} was under way`;
    return {
        title: 'Cancelled',
        message: `The workflow was cancelled ${what}.`,
        hint: 'Run the job again when it is wanted.',
    };
}
function failureOf(thrown) {
    const title = thrown instanceof errors/* HttpError */.j$ ? 'The cloud did not do what was asked' : 'Cloud build failed';
    if (!(thrown instanceof errors/* UserError */.yo)) {
        return {
            title: 'Cloud build failed by a fault of its own',
            message: (0,errors/* messageOf */.bD)(thrown),
            hint: 'Please report it with the debug log of this job (RUNNER_DEBUG=1).',
        };
    }
    return {
        title,
        message: thrown.message,
        ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
        ...(thrown.place === undefined ? {} : { place: thrown.place }),
    };
}

// EXTERNAL MODULE: ./lib/src/report/annotation.js
var report_annotation = __webpack_require__(8620);
// EXTERNAL MODULE: ./lib/node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(2249);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
;// CONCATENATED MODULE: ./lib/src/report/outputs.js


/** What is unknown is absent. Whole numbers, times in ISO 8601 and UTC. */
function outputsOf(result) {
    const { build, context, deployment } = result;
    const preview = deployment?.preview;
    return withoutGaps({
        skipped: result.outcome === 'skipped',
        'build-id': build?.id,
        'build-status': build?.status,
        reused: build ? build.reused !== undefined : undefined,
        image: build?.image?.reference,
        'image-name': build?.imageName,
        'image-tag': build?.imageTag,
        'context-hash': context?.hash,
        'context-files': context?.files,
        'context-bytes': context?.bytes,
        'build-seconds': build?.seconds === undefined ? undefined : Math.round(build.seconds),
        'log-file': build?.logFile,
        'deployment-id': deployment?.id,
        'deployment-status': deployment?.status,
        'preview-label': preview?.label,
        'preview-expires-at': preview?.expiresAt === undefined ? undefined : isoTime(preview.expiresAt),
        'previews-deleted': result.previewsDeleted?.length,
        'comment-url': result.commentUrl,
    });
}
function withoutGaps(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
function isoTime(at) {
    const time = new Date(at);
    return Number.isNaN(time.getTime()) ? at : time.toISOString();
}
/** Gitea drops a longer value with a log line only (docs/platform.md, outputs 255/1 MiB). */
const LONGEST_VALUE = 1024 * 1024;
/** GitHub counts 1 MB a job in UTF-16, two bytes a character. */
const LONGEST_RESULT = 480_000;
/**
 * The outputs as text, with `result` among them. A value above a runner's limit is left out and told:
 * half a JSON object or half an image name would be worse than none.
 */
function boundedOutputs(result, extra = {}) {
    const { details, ...more } = extra;
    const values = { ...outputsOf(result), ...withoutGaps(more) };
    const outputs = new Map();
    const notices = [];
    const kept = {};
    for (const [name, value] of Object.entries(values)) {
        const written = typeof value === 'object' ? JSON.stringify(value) : String(value);
        const bytes = (0,units/* bytesOf */.$$)(written);
        if (bytes > LONGEST_VALUE) {
            notices.push(`The output ${name} has ${(0,units/* size */.Ej)(bytes)}, more than runners take (1 MiB): it is left out.`);
        }
        else {
            outputs.set(name, written);
            kept[name] = value;
        }
    }
    outputs.set('result', resultText(kept, details ?? {}, notices));
    return { outputs, notices };
}
/** The largest members go first until the object fits; `left-out` names them. */
function resultText(values, details, notices) {
    let members = Object.entries({ ...details, ...values });
    const leftOut = [];
    const text = () => JSON.stringify(Object.fromEntries(leftOut.length === 0 ? members : [...members, ['left-out', leftOut]]));
    while (text().length > LONGEST_RESULT) {
        const sizes = new Map(members.map(([name, value]) => [name, JSON.stringify(value)?.length ?? 0]));
        const largest = members.reduce((a, b) => ((sizes.get(b[0]) ?? 0) > (sizes.get(a[0]) ?? 0) ? b : a));
        members = members.filter((member) => member !== largest);
        leftOut.push(largest[0]);
        notices.push(`The output result would be too large for runners: ${largest[0]} is left out of it.`);
    }
    return text();
}
/**
 * Sets every output that is known, also after a failure.
 * @returns what was left out, for the log.
 * @throws where the runner's output file cannot be written.
 */
function setOutputs(result, extra = {}) {
    const { outputs, notices } = boundedOutputs(result, extra);
    for (const [name, value] of outputs)
        (0,core/* setOutput */.uH)(name, value);
    return notices;
}

;// CONCATENATED MODULE: ./lib/src/modes/tell.js



/** The same facts for three readers: outputs, the one annotation, the job summary. Decides the exit code. */
async function tell({ env, host, console, ledger }) {
    const result = ledger.result();
    console.endGroup();
    if (!succeeded(result))
        process.exitCode = 1;
    try {
        for (const notice of setOutputs(result, ledger.extra()))
            console.warning(notice);
    }
    catch (thrown) {
        console.warning(`The outputs could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
    const annotation = succeeded(result) ? undefined : (0,report_annotation/* annotationOf */.l)(result);
    // Several faults are a list in the log, and one line in the annotation.
    if (result.failure?.message.includes('\n'))
        console.info(result.failure.message);
    if (annotation)
        console.error(annotation.message, annotation);
    // Faulty inputs end here: nothing happened that a summary could tell, and its chunk takes time to load.
    if (result.phases.length > 0 || ledger.page() !== undefined)
        await summarise(env, host, console, ledger);
}
async function summarise(env, host, console, ledger) {
    const { renderSummary, writeSummary } = await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(716)]).then(__webpack_require__.bind(__webpack_require__, 716));
    const text = ledger.page() ?? renderSummary(ledger.result());
    const written = await writeSummary(env.GITHUB_STEP_SUMMARY, console.conceal(text));
    // Where summaries are not shown the log is the only place for these facts.
    if (!written || host.can.summaries === 'lost')
        console.info(console.conceal(text));
}
function succeeded({ outcome }) {
    return outcome === 'succeeded' || outcome === 'skipped' || outcome === 'removed' || outcome === 'dry-run';
}

;// CONCATENATED MODULE: ./lib/src/report/ledger.js

/** `now` gives milliseconds since the epoch. */
function openLedger(first, now = Date.now) {
    let facts = first;
    let extra = {};
    let page;
    const note = (more) => {
        facts = { ...facts, ...more };
    };
    return {
        result: () => facts,
        note,
        noteBuild: (more) => note({ build: { steps: [], ...facts.build, ...more } }),
        noteDeployment: (more) => note({ deployment: { events: [], lines: [], ...facts.deployment, ...more } }),
        extra: () => extra,
        noteExtra: (outputs) => {
            extra = { ...extra, ...outputs };
        },
        page: () => page,
        notePage: (markdown) => {
            page = markdown;
        },
        phase: async (name, work) => {
            const startedAt = now();
            const close = (state) => note({ phases: [...facts.phases, { name, startedAt, endedAt: Math.max(startedAt, now()), state }] });
            try {
                const value = await work();
                close('done');
                return value;
            }
            catch (thrown) {
                close(thrown instanceof errors/* AbortedError */.oM ? 'cancelled' : 'failed');
                throw thrown;
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/src/settings/inputs.js + 12 modules
var inputs = __webpack_require__(4694);
;// CONCATENATED MODULE: ./lib/src/main.js














/** The story's frame: what happened, what was asked for, the mode that answers, and the one catch. */
async function main(env) {
    const host = (0,host_host/* detectHost */.k)(env);
    const console = (0,host_console/* openConsole */.O)(host);
    const state = (0,host_state/* openState */.G)(env, host, console);
    const signal = abortOnCancel(host, state);
    const ledger = openLedger({ cloud: '', outcome: 'failed', source: {}, phases: [] });
    const litter = [];
    try {
        const step = await openStep({ env, host, console, state, signal, ledger, litter });
        await runMode(step);
    }
    catch (thrown) {
        settle(ledger, thrown, signal);
    }
    await tell({ env, host, console, state, ledger });
    await Promise.all(litter.map((path) => (0,promises_.rm)(path, { recursive: true, force: true })));
}
async function openStep(stage) {
    const { env, host, console, ledger, litter } = stage;
    const trigger = (0,host_trigger/* readTrigger */.v)(env, host);
    const settings = await (0,inputs/* readSettings */.s)(env, {
        traits: clouds_traits/* CLOUD_TRAITS */.Q,
        trigger,
        mask: console.mask,
        warn: (message) => console.warning(message),
    });
    const traits = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    ledger.note({
        cloud: settings.cloud,
        cloudTitle: traits.title,
        ...(settings.agent === undefined ? {} : { agent: settings.agent.value }),
        ...(trigger.runUrl === undefined ? {} : { runUrl: trigger.runUrl }),
    });
    return {
        ...stage,
        trigger,
        settings,
        temp: env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(),
        cloud: (0,open_cloud/* cloudOpener */.L)(settings, console),
        comment: { update: async () => { } },
        discard: (path) => litter.push(path),
    };
}
/** Each mode is a chunk of its own: a faulty input is told without loading any. */
async function runMode(step) {
    switch (step.settings.mode) {
        case 'run':
            return (await Promise.all(/* import() */[__webpack_require__.e(239), __webpack_require__.e(532)]).then(__webpack_require__.bind(__webpack_require__, 1532))).run(step);
        default:
            throw new errors/* UserError */.yo(`mode ${step.settings.mode} is not known`);
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
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentFailure */ .K)(deployment);
    if (build)
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .buildFailure */ .H)(build);
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
/* harmony export */   H: () => (/* binding */ buildFailure),
/* harmony export */   K: () => (/* binding */ deploymentFailure)
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
    const said = cloudError === undefined ? fallback : `${fallback} The cloud says: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(cloudError, 500)}`;
    return {
        title: `Build${build.id === undefined ? '' : ` ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(build.id, 80)}`} ${end}${where}`,
        message: build.failing ? stepFailure(build.failing) : said,
        hint: buildHint(build),
        ...(place ? { place } : {}),
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
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
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
    return `${GROUPED.format(Math.floor(roundedMinutes / 60))}h ${roundedMinutes % 60}m`;
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
    return `${GROUPED.format(amount)} ${amount === 1 ? noun : plural}`;
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
