export const id = "shared-report-failure";
export const ids = ["shared-report-failure"];
export const modules = {

/***/ 6171:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: function() { return /* binding */ failureOf; },
/* harmony export */   l: function() { return /* binding */ annotationOf; }
/* harmony export */ });
/* harmony import */ var _log_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4647);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _annotation_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9035);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7189);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2070);





const LAST_LINES = 3;
/** Characters of a log line that ends a build's or a deployment's message (failure.ts). */
const QUOTED = [300, 500];
/** What failed and what to do about it; `undefined` where nothing failed. */
function annotationOf(result) {
    const failure = failureOf(result);
    if (!failure)
        return undefined;
    const place = failure.place ?? result.build?.failing?.place;
    // Without a failing step the message ends in a line of the log: it need not be read twice.
    const isQuoted = (line) => QUOTED.some((limit) => failure.message.endsWith((0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(line, limit)));
    const lines = lastLines(result).filter((line) => !isQuoted(line));
    return (0,_annotation_text_js__WEBPACK_IMPORTED_MODULE_1__/* .annotationOfFailure */ .V)({ ...failure, ...(place && { place }) }, lines);
}
/** The failure that was recorded, else the one that the facts show. */
function failureOf(result) {
    if (result.failure)
        return result.failure;
    if (result.outcome !== 'failed')
        return undefined;
    const { build, deployment } = result;
    if (deployment?.status !== undefined && deployment.status !== 'healthy')
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentFailure */ .K8)(deployment);
    if (build)
        return (0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .buildFailure */ .He)(build);
    return { title: 'Cloud build failed', message: 'The step failed before the build began.' };
}
/** The last lines, including the one with the reason; empty where the failure quotes the builder, or the step printed nothing. */
function lastLines({ build, deployment }) {
    if (deployment?.status !== undefined && deployment.status !== 'healthy')
        return lastOf(deployment.lines);
    if (build === undefined || (0,_reason_js__WEBPACK_IMPORTED_MODULE_3__/* .builderReason */ .ui)(build.failing?.message) !== undefined)
        return [];
    if (build.failing?.silent && build.failing.message !== undefined)
        return [];
    const lines = build.failing?.lines ?? build.log?.lines ?? [];
    const last = lastOf(lines);
    const reason = (0,_reason_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonLine */ .$E)(lines);
    const isShown = reason === undefined || last.some((line) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(line, 300) === reason);
    return isShown ? last : [reason, ...last.slice(1)];
}
function lastOf(lines) {
    return lines.filter((line) => line.trim() !== '' && !(0,_log_line_js__WEBPACK_IMPORTED_MODULE_4__/* .isProgress */ .c4)(line)).slice(-LAST_LINES);
}


/***/ }),

/***/ 5623:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: function() { return /* binding */ failureBlocks; }
});

// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/pages-of-forge.js
var pages_of_forge = __webpack_require__(625);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/report/failure/annotation.js
var annotation = __webpack_require__(6171);
// EXTERNAL MODULE: ./lib/src/log-line.js
var log_line = __webpack_require__(4647);
// EXTERNAL MODULE: ./lib/src/report/text.js
var report_text = __webpack_require__(7358);
;// CONCATENATED MODULE: ./lib/src/report/failure/excerpt.js



/** A line longer than this many characters is cut, with a mark. */
const LONGEST_LINE = 500;
/** So many lines at either end are read, however long the log is. */
const LOOKED_AT = 5000;
/**
 * The lines of a log that best explain its end: whole, in order, with unseen characters shown, and with the number of
 * lines left out at each gap. The whole log where it fits. Half of the space is for the end of the log, a quarter for
 * earlier lines that report an error, a quarter for its beginning; unused space goes to the end. Progress lines come
 * last. The lines for gaps are not counted.
 */
function excerpt(log, limits) {
    const { lines, numbers, total = lines.length } = 'lines' in log ? log : { lines: log };
    const chosen = choose(lines, limits);
    const numberOf = (index) => numbers?.[index] ?? index + 1;
    const shown = [];
    let next = 1;
    const mark = (upTo) => {
        if (upTo > next)
            shown.push(`… ${(0,units/* count */.U9)(upTo - next, 'line')} left out …`);
    };
    for (const [index, line] of chosen) {
        mark(numberOf(index));
        shown.push(line);
        next = numberOf(index) + 1;
    }
    mark(total + 1);
    return shown;
}
/** The chosen lines by their index, in the log's order. */
function choose(lines, { maxLines, maxBytes }) {
    const chosen = new Map();
    const left = { lines: maxLines, bytes: maxBytes };
    const take = (indices, wanted, share) => {
        const limits = { lines: Math.floor(maxLines * share), bytes: maxBytes * share };
        for (const index of indices) {
            const line = lines[index] ?? '';
            if (chosen.has(index) || !wanted(line))
                continue;
            const text = (0,report_text/* logLine */.BP)(line, LONGEST_LINE);
            if (!fits(limits, left, (0,units/* bytesOf */.$$)(text) + 1))
                break;
            chosen.set(index, text);
        }
    };
    const isTelling = (line) => !(0,log_line/* isProgress */.c4)(line);
    const anything = () => true;
    if (lines.length <= maxLines)
        take(lines.keys(), anything, 1);
    if (chosen.size === lines.length)
        return [...chosen];
    chosen.clear();
    Object.assign(left, { lines: maxLines, bytes: maxBytes });
    take(backwards(lines), isTelling, 1 / 2);
    take(backwards(lines), (line) => isTelling(line) && (0,log_line/* carriesError */.AI)(line), 1 / 4);
    take(lines.slice(0, LOOKED_AT).keys(), isTelling, 1 / 4);
    take(backwards(lines), isTelling, 1);
    take(backwards(lines), anything, 1);
    return [...chosen].sort(([a], [b]) => a - b);
}
/** Subtracts one line from both; `false` where either has not enough left. */
function fits(share, left, bytes) {
    const hasRoom = Math.min(share.lines, left.lines) >= 1 && Math.min(share.bytes, left.bytes) >= bytes;
    if (!hasRoom)
        return false;
    for (const room of [share, left]) {
        room.lines -= 1;
        room.bytes -= bytes;
    }
    return true;
}
function* backwards(lines) {
    const first = Math.max(0, lines.length - LOOKED_AT);
    for (let index = lines.length - 1; index >= first; index -= 1)
        yield index;
}

// EXTERNAL MODULE: ./lib/src/report/failure/reason.js
var failure_reason = __webpack_require__(2070);
;// CONCATENATED MODULE: ./lib/src/report/failure/blocks.js






/**
 * What failed and where, why, what to do, and the last log lines, for summary and comment; empty where nothing
 * failed.
 */
function failureBlocks(result, limits) {
    const failure = (0,annotation/* failureOf */.g)(result);
    if (!failure)
        return [];
    const failing = result.build?.failing;
    const { deployment } = result;
    const isDeployment = deployment?.status !== undefined && deployment.status !== 'healthy';
    if (failure.faults !== undefined)
        return faultBlocks(failure, failure.faults, limits);
    return [
        (0,markdown/* paragraph */.FY)(...(failing ? stepWords(failing, result, limits.nameLimit) : failureWords(failure, limits))),
        ...reasonBlocks(result, limits),
        ...hintBlocks(failure, limits),
        ...logBlocks(failing ?? result.build?.log ?? [], limits),
        ...(isDeployment ? deploymentBlocks(deployment, limits) : []),
    ];
}
function failureWords({ title, message }, { nameLimit }) {
    return [(0,markdown/* strong */.ko)(...(0,markdown/* untrustedText */.Ui)(title, nameLimit)), (0,markdown/* text */.Qq)(' — '), ...(0,markdown/* untrustedText */.Ui)(message, nameLimit * 3)];
}
/** Every input error with a link to the input's documentation. */
function faultBlocks(failure, faults, limits) {
    const { nameLimit } = limits;
    return [
        (0,markdown/* paragraph */.FY)(...failureWords(failure, limits)),
        (0,markdown/* list */.p_)(faults.map(({ where, words, url }) => [
            (0,markdown/* linked */.q)((0,markdown/* code */.aY)(where, nameLimit), url),
            (0,markdown/* text */.Qq)(': '),
            ...(0,markdown/* untrustedText */.Ui)(words, nameLimit * 3),
        ])),
        ...hintBlocks(failure, limits),
    ];
}
/** What the builder or the tool said, then what was found out about it. */
function reasonBlocks({ build }, { nameLimit }) {
    const reason = (0,failure_reason/* reasonOf */.A3)(build?.failing, build?.log);
    if (reason === undefined)
        return [];
    const cause = build?.failing?.cause?.what;
    const found = cause === undefined ? [] : [(0,markdown/* text */.Qq)(' '), ...(0,markdown/* untrustedText */.Ui)(cause, nameLimit * 3)];
    return [(0,markdown/* paragraph */.FY)((0,markdown/* strong */.ko)((0,markdown/* text */.Qq)('Why:')), (0,markdown/* text */.Qq)(' '), (0,markdown/* code */.aY)(reason, nameLimit * 2), ...found)];
}
function hintBlocks({ hint }, { nameLimit }) {
    if (hint === undefined)
        return [];
    return [(0,markdown/* paragraph */.FY)((0,markdown/* strong */.ko)((0,markdown/* text */.Qq)('What to do:')), (0,markdown/* text */.Qq)(' '), ...(0,markdown/* untrustedText */.Ui)(hint, nameLimit * 2))];
}
function stepWords({ step, place }, { repository, source }, limit) {
    const where = place === undefined ? [] : [(0,markdown/* text */.Qq)(' at '), placeWords(place, { repository, source }, limit)];
    return [(0,markdown/* code */.aY)(step.name, limit * 2), (0,markdown/* text */.Qq)(' '), (0,markdown/* strong */.ko)((0,markdown/* text */.Qq)('failed')), ...where];
}
/** `agents/refund/Dockerfile:12`, a link to that line at the commit that was built. */
function placeWords(place, { repository, source }, limit) {
    const at = place.line === undefined ? place.file : `${place.file}:${place.line}`;
    return (0,markdown/* linked */.q)((0,markdown/* code */.aY)(at, limit), (0,pages_of_forge/* fileUrl */.i)(repository, source.commit, place));
}
function deploymentBlocks(deployment, limits) {
    const events = deployment.events.map((event) => `${event.warning ? '⚠' : ' '} ${event.reason}: ${event.message}${event.at ? ` (${event.at})` : ''}`);
    const half = { ...limits, maxLines: Math.ceil(limits.maxLines / 2), maxBytes: limits.maxBytes / 2 };
    return [...logBlocks(events, half), ...logBlocks(deployment.lines, half)];
}
/** The end of a log is visible; the lines before it are folded. */
function logBlocks(log, limits) {
    if (('lines' in log ? log.lines : log).length === 0 || limits.maxLines === 0)
        return [];
    const shown = excerpt(log, limits);
    const open = shown.slice(-(limits.openLines ?? shown.length));
    const earlier = shown.slice(0, shown.length - open.length);
    const title = `${(0,units/* count */.U9)(earlier.length, 'earlier line')} of the log`;
    return [...(earlier.length === 0 ? [] : (0,markdown/* folded */.TM)(title, [(0,markdown/* fence */.EU)(earlier)])), (0,markdown/* fence */.EU)(open)];
}


/***/ }),

/***/ 7189:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  He: function() { return /* binding */ buildFailure; },
  K8: function() { return /* binding */ deploymentFailure; },
  bP: function() { return /* binding */ vmImageFailure; }
});

// EXTERNAL MODULE: ./lib/src/clip.js
var clip = __webpack_require__(8934);
// EXTERNAL MODULE: ./lib/src/report/text.js
var report_text = __webpack_require__(7358);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/report/failure/reason.js
var failure_reason = __webpack_require__(2070);
;// CONCATENATED MODULE: ./lib/src/report/failure/build-hint.js


/** What to do about a build that did not succeed, in one or two sentences. */
function buildHint(build) {
    if (build.status === 'timed_out')
        return 'Raise build-timeout, or make the slowest step shorter or cached.';
    if (build.status === 'error')
        return 'The error is not in the Dockerfile: run the job again.';
    if (build.status === 'cancelled')
        return 'It was cancelled on the cloud: run the job again.';
    if (build.failing)
        return stepHint(build.failing);
    if (build.logFile === undefined)
        return 'This cloud has no build log: run docker build on the same context to see the error.';
    if (build.logLines === 0)
        return 'The cloud gave no log of this build: run docker build on the same context to see the error.';
    return 'Read the end of the build log in this job; log-file has all of it.';
}
function stepHint(failing) {
    if (failing.cause)
        return failing.cause.fix;
    return remoteHint(failing) ?? 'Fix the instruction; docker build on the same context shows the same error.';
}
/** BuildKit's name for the look-up of a base image. */
const METADATA = /^\[internal\] load metadata for (\S+)$/;
/** The image or address that the step downloads; `undefined` where it downloads nothing. */
function remoteOf({ step: { name, instruction = '' }, }) {
    const image = METADATA.exec(name)?.[1] ?? /^FROM (?:--\S+ )*(\S+)/i.exec(instruction)?.[1];
    if (image !== undefined)
        return { kind: 'image', name: (0,report_text/* oneLine */.TN)(image, 200) };
    const address = /^ADD (?:.* )?((?:https?:\/\/|git@)\S+) /i.exec(instruction)?.[1];
    return address === undefined ? undefined : { kind: 'address', name: (0,report_text/* oneLine */.TN)(address, 200) };
}
/** By the words of registries, of Go's network errors and of HTTP; the first that fits counts. */
const REMOTE_RULES = [
    {
        says: /toomanyrequests|too many requests|rate limit|\b429\b/i,
        image: 'The registry limits downloads: run the job again later, or use a mirror in FROM.',
        address: 'The server limits downloads: run the job again later.',
    },
    {
        says: /denied|unauthorized|authorization|authentication|forbidden|\b40[13]\b/i,
        image: 'Check the spelling of the image in FROM. If it is private, the cloud needs an image that it may read.',
        address: 'The server refuses the download: check the address, or put the file into the build context.',
    },
    {
        says: /no such host|dial tcp|timeout|timed out|deadline exceeded|connection|tls|x509|\bEOF\b|\b50[0-9]\b/i,
        image: 'The cloud cannot reach the registry: check the address in FROM, or run the job again.',
        address: 'The cloud cannot reach the server: check the address, or put the file into the build context.',
    },
    {
        says: /not found|manifest unknown|no such|does not exist|unknown|\b404\b|no match for platform/i,
        image: "Check the image's name, tag and platform in FROM: the registry does not have it.",
        address: 'Check the address: the server has no such file.',
    },
];
function remoteHint(failing) {
    const remote = remoteOf(failing);
    if (remote === undefined)
        return undefined;
    const words = [(0,failure_reason/* builderReason */.ui)(failing.message) ?? '', ...failing.lines.slice(-20)].join('\n');
    return REMOTE_RULES.find(({ says }) => says.test(words))?.[remote.kind];
}

;// CONCATENATED MODULE: ./lib/src/report/failure/failure.js





/** How BuildKit, the classic builder, buildah and kaniko report the exit status of a command. */
const EXIT_STATUS = /(?:exit (?:code|status):?|exited with(?: code)?|non-zero code:?) (\d{1,3})\b/i;
const BUILD_ENDS = {
    success: 'succeeded',
    failed: 'failed',
    cancelled: 'was cancelled',
    timed_out: 'timed out',
    error: 'ended with a cloud error',
};
/** Title, message, place and hint for a failed build, from the facts alone. */
function buildFailure(build, cloudError) {
    const end = BUILD_ENDS[build.status ?? 'failed'];
    const place = build.failing?.place;
    const where = place ? ` at ${place.file}${place.line === undefined ? '' : `:${place.line}`}` : '';
    const took = build.seconds === undefined ? '' : ` after ${(0,units/* duration */.p0)(build.seconds * 1000)}`;
    const fallback = `The build ${end}${took}.`;
    const words = artifactWords(build) ?? (cloudError && `: ${(0,report_text/* oneLine */.TN)(cloudError, 500)}`);
    const reason = words === undefined ? (0,failure_reason/* reasonOf */.A3)(undefined, build.log) : undefined;
    const cloudWords = words === undefined ? fallback : `${fallback} The cloud says${words}`;
    return {
        title: `Build${build.id === undefined ? '' : ` ${(0,report_text/* oneLine */.TN)(build.id, 80)}`} ${end}${where}`,
        message: build.failing
            ? stepFailure(build.failing)
            : reason === undefined
                ? cloudWords
                : `${cloudWords} ${reason}`,
        hint: buildHint(build),
        ...(place ? { place } : {}),
    };
}
/** The error of each artifact, with its name. */
function artifactWords({ artifacts = [] }) {
    if (artifacts.length === 0)
        return undefined;
    const each = Math.floor(500 / artifacts.length);
    const words = artifacts.map(({ kind, error }) => ` of the ${(0,report_text/* oneLine */.TN)(kind, 60)}: ${(0,report_text/* oneLine */.TN)(error, each)}`);
    return words.join(';');
}
/** Title, message and hint for a failed VM image; its container image exists. */
function vmImageFailure(build, cloudError) {
    const end = BUILD_ENDS[build.vmImage?.status ?? 'failed'];
    const said = cloudError === undefined ? '' : ` The cloud says: ${(0,report_text/* oneLine */.TN)(cloudError, 500)}`;
    const image = build.image?.reference ?? `${build.imageName}:${build.imageTag}`;
    return {
        title: `The VM image of build ${(0,report_text/* oneLine */.TN)(build.id ?? '', 80)} ${end}`,
        message: `The VM image ${end}.${said}`,
        hint: `The container image ${(0,report_text/* oneLine */.TN)(image, 200)} was built and can be used: run the job again, or without vm-image.`,
    };
}
/** What the builder says, and what was found out about it. */
function stepFailure(failing) {
    const instruction = (0,report_text/* oneLine */.TN)(failing.step.instruction ?? failing.step.name, 200);
    const remote = failing.step.instruction === undefined ? remoteOf(failing) : undefined;
    const what = remote === undefined ? instruction : `FROM ${remote.name}`;
    const reason = (0,failure_reason/* builderReason */.ui)(failing.message);
    const status = exitStatus([...failing.lines, failing.message ?? '']);
    const cause = failing.cause === undefined ? '' : ` ${failing.cause.what}`;
    if (reason !== undefined)
        return `${what} failed: ${reason.replace(/\.$/, '')}.${cause}`;
    return `${what} ${status === undefined ? 'failed' : `exited with ${status}`}.${cause}`;
}
function exitStatus(lines) {
    for (const line of lines.slice(-50).reverse()) {
        const status = EXIT_STATUS.exec(line.slice(0, 2000))?.[1];
        if (status !== undefined)
            return status;
    }
    return undefined;
}
/**
 * The same for a deployment: its message is the cloud's last warning.
 * @param lastStatus the cloud's own word, for one that did not end in time
 */
function deploymentFailure(deployment, cloudError, lastStatus) {
    const id = deployment.id === undefined ? '' : ` (${(0,report_text/* oneLine */.TN)(deployment.id, 80)})`;
    const what = deployment.preview ? `Preview ${(0,report_text/* oneLine */.TN)(deployment.preview.label, 40)}` : 'Deployment';
    const warning = deployment.events.findLast((event) => event.warning);
    const reason = cloudError ?? (warning ? `${warning.reason}: ${warning.message}` : deployment.lines.at(-1));
    const ends = {
        failed: 'failed',
        cancelled: 'was cancelled',
        timed_out: 'did not become healthy in time',
    };
    const end = ends[deployment.status === undefined || deployment.status === 'healthy' ? 'failed' : deployment.status];
    const status = lastStatus === undefined ? '' : ` Its last status was ${(0,report_text/* oneLine */.TN)(lastStatus, 80)}.`;
    return {
        title: `${what}${id} ${end}`,
        message: reason === undefined ? `${what} ${end}.${status}` : (0,clip/* clip */.$)((0,report_text/* oneLine */.TN)(reason, 500), 500),
        hint: deploymentHint(deployment),
    };
}
function deploymentHint({ status, events, lines }) {
    const isSilent = events.length === 0 && lines.length === 0;
    if (status === 'cancelled')
        return 'It did not fail: it was replaced, deleted or cancelled on the cloud. Run the job again if this commit is still to be deployed.';
    if (status === 'timed_out')
        return isSilent
            ? 'Raise deploy-timeout, or look at the cloud’s own page of it for what it waits for.'
            : 'Raise deploy-timeout, or look at the deployment log in this job for what it waits for.';
    return isSilent
        ? 'The image was built, its start failed, and the cloud gave neither events nor a log: look at the cloud’s own page of it.'
        : 'Read the deployment events and log in this job: the image was built, its start failed.';
}


/***/ }),

/***/ 2070:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: function() { return /* binding */ reasonLine; },
/* harmony export */   A3: function() { return /* binding */ reasonOf; },
/* harmony export */   ui: function() { return /* binding */ builderReason; }
/* harmony export */ });
/* harmony import */ var _log_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4647);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);


/** Lines near the end that are read. */
const LOOKED_AT = 200;
/** Characters of a reason. */
const LONGEST = 300;
/**
 * The log line with the reason that is nearest to the end; if none looks like a reason, the last line that is not
 * empty.
 */
function reasonLine(lines) {
    const last = lines
        .slice(-LOOKED_AT)
        .filter((line) => !(0,_log_line_js__WEBPACK_IMPORTED_MODULE_1__/* .isProgress */ .c4)(line))
        .map((line) => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(line, LONGEST))
        .filter((line) => line !== '')
        .reverse();
    return (last.find((line) => (0,_log_line_js__WEBPACK_IMPORTED_MODULE_1__/* .carriesError */ .AI)(line) && !(0,_log_line_js__WEBPACK_IMPORTED_MODULE_1__/* .isClosing */ .wH)(line)) ??
        last.find((line) => !(0,_log_line_js__WEBPACK_IMPORTED_MODULE_1__/* .isClosing */ .wH)(line)) ??
        last[0]);
}
/**
 * Why a build failed, in the builder's or the tool's own words: the builder's message if it says more than that a
 * command failed, else the line of the log.
 */
function reasonOf(failing, log) {
    const message = builderReason(failing?.message);
    if (message !== undefined)
        return message;
    // The end of the log repeats the instruction and lines of the Dockerfile: none of them is the reason.
    if (failing?.silent && failing.message !== undefined)
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(failing.message, LONGEST);
    return reasonLine(failing?.lines ?? log?.lines ?? []);
}
/** Prefixes that builders add to a reason when they pass it on. */
const WRAPPERS = /^(?:ERROR: |Error: |error: |failed to (?:build|solve|compute cache key|load cache key|calculate checksum of ref \S+|resolve source metadata for \S+): |rpc error: code = \w+ desc = |process "\/dev\/\.buildkit_qemu_emulator |executor failed running )+/;
/** The builder's message without its wrappers; `undefined` where it says no more than the exit status. */
function builderReason(message) {
    const reason = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(message ?? '', LONGEST * 2).replace(WRAPPERS, '');
    return reason === '' || (0,_log_line_js__WEBPACK_IMPORTED_MODULE_1__/* .isClosing */ .wH)(reason) ? undefined : (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(reason, LONGEST);
}


/***/ })

};
