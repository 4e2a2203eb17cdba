export const id = 927;
export const ids = [927];
export const modules = {

/***/ 604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ graceAfter),
/* harmony export */   T9: () => (/* binding */ runWithin),
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   XR: () => (/* binding */ LATE),
/* harmony export */   Xu: () => (/* binding */ childScope),
/* harmony export */   _: () => (/* binding */ timeoutSignal),
/* harmony export */   ww: () => (/* binding */ attemptDeadline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/**
 * Every way in which a wait ends before what it waits for: one idea, an `AbortSignal` that fires with its parent or after
 * a time, whichever comes first. Timers hold their signals, and a parent is forgotten when the wait is over:
 * `AbortSignal.any` and `AbortSignal.timeout` promise neither on Node 20 (nodejs/node#57736).
 */

/**
 * A signal that fires with `signal`, or after `ms` milliseconds, whichever comes first. In place of
 * `AbortSignal.timeout`, whose signal the collector takes where only an `AbortSignal.any` knows of it, so that it never
 * fires (nodejs/node#57736): here the running timer holds it.
 */
function timeoutSignal(signal, ms) {
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM(`${ms} ms have passed`)), ms);
    // A process that has nothing else to do need not wait for it.
    timer.unref();
    const sooner = AbortSignal.any([signal, over.signal]);
    // One that nobody listens to may forget that its source has fired (nodejs/node#65995).
    sooner.addEventListener('abort', () => clearTimeout(timer), { once: true });
    return sooner;
}
/** What `runWithin` resolves to where the task was not done in time. */
const LATE = Symbol('late');
/**
 * Runs `task` for at most `ms` milliseconds. Its signal fires when the time is over or `signal` does, and the
 * wait ends even where the task does not heed it.
 * @throws {AbortedError} when `signal` fires first, or whatever the task throws
 */
async function runWithin(ms, task, { clock, signal }) {
    const scope = childScope(signal);
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
function childScope(parent) {
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
/** A scope that ends with `signal`, or `ms` milliseconds after `event` has fired. */
function graceAfter(event, ms, { clock, signal }) {
    const scope = childScope(signal);
    const begin = () => void clock.sleep(ms, scope.signal).then(scope.end, () => undefined);
    if (event.aborted)
        begin();
    else
        event.addEventListener('abort', begin, { once: true });
    const end = () => {
        event.removeEventListener('abort', begin);
        scope.end();
    };
    return { signal: scope.signal, end };
}
/**
 * A signal for one attempt. Made by hand because `AbortSignal.any` holds its result for as long as the caller's
 * signal lives on Node 20, and a phase makes hundreds of requests under one signal.
 */
function attemptDeadline(caller, { timeoutMs, graceMs }) {
    const controller = new AbortController();
    const timers = [];
    let timedOut = false;
    const onAbort = () => {
        const grace = graceMs();
        if (grace > 0)
            timers.push(setTimeout(() => controller.abort(caller.reason), grace));
        else
            controller.abort(caller.reason);
    };
    if (caller.aborted)
        controller.abort(caller.reason);
    else
        caller.addEventListener('abort', onAbort, { once: true });
    if (timeoutMs !== undefined) {
        const onTime = () => {
            timedOut = true;
            controller.abort();
        };
        timers.push(setTimeout(onTime, timeoutMs));
    }
    return {
        signal: controller.signal,
        timedOut: () => timedOut,
        release: () => {
            caller.removeEventListener('abort', onAbort);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}


/***/ }),

/***/ 2892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ commentPort)
/* harmony export */ });
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3542);

/** The comments of one pull request that carry our marker and that the token's own user wrote. */
function commentPort(forge, issue) {
    return {
        list: async function* (options) {
            for await (const comment of forge.listComments(issue, options)) {
                // The author of the others is nobody's question.
                if ((0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurComment */ .CZ)(comment.body) && (await forge.isMine(comment, options.signal)))
                    yield comment;
            }
        },
        create: (body, options) => forge.createComment(issue, body, options),
        update: (id, body, options) => forge.updateComment(id, body, options),
        remove: (id, options) => forge.deleteComment(id, options),
    };
}


/***/ }),

/***/ 8927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openWriter: () => (/* binding */ openWriter),
  renderedSection: () => (/* binding */ renderedSection)
});

// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/report/comment/comment.js + 10 modules
var comment = __webpack_require__(3542);
// EXTERNAL MODULE: ./lib/src/report/comment/order.js
var order = __webpack_require__(2835);
// EXTERNAL MODULE: ./lib/src/modes/step/masked.js
var masked = __webpack_require__(3139);
// EXTERNAL MODULE: ./lib/src/modes/step/pull-request.js
var pull_request = __webpack_require__(2173);
// EXTERNAL MODULE: ./lib/src/modes/comment/own-section.js
var own_section = __webpack_require__(8289);
// EXTERNAL MODULE: ./lib/src/modes/comment/port.js
var port = __webpack_require__(2892);
;// CONCATENATED MODULE: ./lib/src/modes/comment/write-failure.js

/** Why the comment could not be written and what to do, in one sentence each (docs/platform.md, comment denied). */
function commentTrouble(thrown) {
    const what = `The pull request's comment could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`;
    const hint = thrown instanceof errors/* HttpError */.j$ ? hintFor(thrown) : undefined;
    return hint === undefined ? what : `${what.replace(/\.?$/, '.')} ${hint}`;
}
const PERMISSION = 'Add `pull-requests: write` to the `permissions:` of the job (a workflow of a fork cannot have it), or set `comment: never`.';
function hintFor({ status, detail, retryAfterMs }) {
    if (status === 410)
        return 'The repository has its issues, and with them comments, turned off.';
    if (/\blocked\b/i.test(detail))
        return 'The conversation is locked: unlock it, or set `comment: never`.';
    if (status === 401)
        return 'The token is not valid any more: check github-token.';
    if (status === 403 || status === 404)
        return PERMISSION;
    if (status === 429) {
        const minutes = Math.max(1, Math.ceil((retryAfterMs ?? 0) / 60_000));
        return `The rate limit of the token is used up for ${minutes} min; the job summary says what the comment would have said.`;
    }
    return undefined;
}
/** Trying again within this step would not help. */
function isFinal(thrown) {
    return thrown instanceof errors/* HttpError */.j$ && [401, 403, 404, 410].includes(thrown.status);
}

;// CONCATENATED MODULE: ./lib/src/modes/comment/writer.js









/** Milliseconds: jobs of one matrix end together, and a section this young may have a neighbour on its way. */
const RECENTLY = 15_000;
const DRAFT_WITHIN = 60_000;
/** As long as a write may take: what is given up before might still take effect. */
const LAST_DRAFT_WITHIN = 5_000;
const FINAL_WITHIN = 25_000;
/** A cancelled step is killed soon (docs/platform.md, Cancellation); post goes on. */
const CANCELLED_FINAL_WITHIN = 3_500;
function openWriter(context, record) {
    const drafts = new AbortController();
    const end = () => drafts.abort();
    if (context.signal.aborted)
        end();
    else
        context.signal.addEventListener('abort', end, { once: true });
    const writer = { context, record, drafts, sync: undefined, refusal: undefined };
    return {
        draft: () => draft(writer),
        hurry: () => void setTimeout(end, LAST_DRAFT_WITHIN).unref(),
        final: () => writer_final(writer),
    };
}
async function draft(writer) {
    if (writer.record.current().settled || writer.refusal !== undefined)
        return;
    const signal = (0,deadline/* timeoutSignal */._)(writer.drafts.signal, DRAFT_WITHIN);
    await put(writer, { confirm: false, signal });
}
async function writer_final(writer) {
    const { console, recorder, signal: cancelled } = writer.context;
    try {
        if (writer.refusal !== undefined)
            throw writer.refusal;
        const signal = AbortSignal.timeout(cancelled.aborted ? CANCELLED_FINAL_WITHIN : FINAL_WITHIN);
        const outcome = await put(writer, { confirm: true, signal });
        if (outcome)
            noteOutcome(writer, outcome);
        if (!cancelled.aborted)
            await linger(writer, signal);
    }
    catch (thrown) {
        if (cancelled.aborted) {
            console.info('The comment is left to the post step.');
            return;
        }
        const trouble = commentTrouble(thrown);
        recorder.note({ commentTrouble: trouble.replaceAll('`', '') });
        console.warning(trouble, { title: 'No comment on the pull request' });
    }
}
/** What is written is written: that it could not be looked after is no reason to say otherwise. */
async function linger({ context, sync }, signal) {
    try {
        await (await sync)?.linger(signal);
    }
    catch (thrown) {
        context.console.debug(`The comment could not be looked after: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
function noteOutcome({ context, record }, outcome) {
    const { mark } = record.current();
    if ('url' in outcome && outcome.url !== undefined)
        context.recorder.note({ commentUrl: outcome.url });
    if (outcome.end === 'superseded' && (0,order/* compareRuns */.qB)(outcome.by, mark) !== 0) {
        context.console.info(`The comment is left as it is: run ${outcome.by.runNumber} is newer than this one (${mark.runNumber}).`);
    }
}
async function put(writer, how) {
    const { context, record } = writer;
    let sync;
    try {
        writer.sync ??= openTarget(writer, how.signal);
        sync = await writer.sync;
        const { key, mark, result } = record.current();
        const when = (0,own_section/* isNews */.Ms)(context.settings.comment.when, result.outcome) ? 'always' : 'if-present';
        return await sync?.put(renderedSection(result, { key, mark }, context.console.maskText), {
            when,
            ...how,
        });
    }
    catch (thrown) {
        if (sync === undefined)
            writer.sync = undefined;
        if (thrown instanceof errors/* HttpError */.j$ && isFinal(thrown))
            writer.refusal = thrown;
        throw thrown;
    }
    finally {
        noteProgress(writer, sync);
    }
}
function noteProgress({ record, refusal }, sync) {
    const wroteAgo = sync?.wroteAgo();
    record.note({
        refused: refusal !== undefined,
        ...(sync === undefined ? {} : { known: sync.known() }),
        ...(wroteAgo === undefined ? {} : { wroteAt: Math.round(Date.now() - wroteAgo) }),
    });
}
async function openTarget({ context, record }, signal) {
    const forge = await context.forge();
    const pull = forge && (await (0,pull_request/* findPullRequest */._f)(context, forge, { wantsHead: false, signal }));
    if (forge === undefined || pull === undefined)
        return undefined;
    record.note({ issue: pull.number });
    const ours = (section) => section.key === record.current().key;
    return (0,comment/* openSync */.mH)((0,port/* commentPort */.h)(forge, pull.number), {
        isCrowded: (known) => known.some((section) => !ours(section) && Date.now() - section.mark.at < RECENTLY),
    });
}
/** What the facts look like in the comment, without secrets, however little room there is. */
function renderedSection(result, of, maskText) {
    // Before it is rendered: escaping would take a secret apart and leave its pieces readable.
    return (0,comment/* sectionOf */.ZE)((0,masked/* masked */.I)(result, maskText), of);
}


/***/ }),

/***/ 3542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CZ: () => (/* reexport */ isOurComment),
  mH: () => (/* reexport */ openSync),
  ZE: () => (/* reexport */ sectionOf)
});

// UNUSED EXPORTS: renderSection

// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/report/states.js
var report_states = __webpack_require__(3119);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
;// CONCATENATED MODULE: ./lib/src/report/agent-row.js



/** The row of one run. */
function rowOf(result) {
    const { build, stillRunning, previewsLeft } = result;
    return (0,omit_undefined/* omitUndefined */.O)({
        state: result.outcome,
        agent: (0,report_states/* subjectOf */.et)(result),
        cloud: result.cloudTitle ?? (result.cloud === '' ? undefined : result.cloud),
        commit: result.source.commit,
        preview: previewOf(result),
        earlier: stillRunning &&
            (0,omit_undefined/* omitUndefined */.O)({ id: stillRunning.id, commit: stillRunning.commit }),
        left: previewsLeft?.length || undefined,
        built: build?.reused ? 'reused' : undefined,
        seconds: build?.reused ? undefined : build?.seconds,
        medianSeconds: build?.medianSeconds,
        runUrl: result.runUrl,
        repositoryUrl: result.repository?.url,
    });
}
/** A preview that never came to be has no place in the row, whatever its label was going to be. */
function previewOf({ deployment, outcome }) {
    const { preview, id, status } = deployment ?? {};
    if (preview === undefined)
        return undefined;
    const isMissing = status !== undefined && status !== 'healthy';
    if (isMissing || (outcome === 'failed' && status === undefined))
        return undefined;
    const { label, url, expiresAt, reach } = preview;
    return (0,omit_undefined/* omitUndefined */.O)({ label, id, url, expiresAt, reach });
}
/** What needs a person first, then what is under way, what is ready, what is over. */
const ORDER = {
    failed: 0,
    cancelled: 1,
    verifying: 2,
    deploying: 3,
    building: 4,
    queued: 5,
    succeeded: 6,
    removed: 7,
    skipped: 8,
    'dry-run': 9,
};
/** Failed first, then working, ready, removed; within these by name. A new array. */
function sortRows(rows) {
    return rows.toSorted((a, b) => ORDER[groupOf(a.state)] - ORDER[groupOf(b.state)] || byName(a, b));
}
/** States of work under way change by the second: the rows shall not jump for them. */
function groupOf(state) {
    return (0,report_states/* isWorking */.ms)(state) ? 'building' : state;
}
/** By code unit, not by a locale: every writer has to come to the same order. */
function byName(a, b) {
    const [one, other] = [a, b].map(({ agent, cloud = '', key = '' }) => `${agent}\0${cloud}\0${key}`);
    if (one === other)
        return 0;
    return (one ?? '') < (other ?? '') ? -1 : 1;
}
/** The worst state's sign and the count of each: `❌` and `1 failed, 2 ready`. */
function countStates(rows) {
    const counts = new Map();
    for (const { state } of rows)
        counts.set(state, (counts.get(state) ?? 0) + 1);
    const states = [...counts.keys()].sort((a, b) => ORDER[a] - ORDER[b]);
    const words = states.map((state) => (0,units/* count */.U9)(counts.get(state) ?? 0, report_states/* STATES */.xj[state].word, report_states/* STATES */.xj[state].word));
    return { icon: states[0] === undefined ? '☁️' : report_states/* STATES */.xj[states[0]].icon, words: words.join(', ') };
}
/** `❌ Cloud builds: 1 failed, 2 ready`; words of ours only. */
function headlineOf(rows) {
    const { icon, words } = countStates(rows);
    return words === '' ? `${icon} Cloud builds` : `${icon} Cloud builds: ${words}`;
}

// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/pages-of-forge.js
var pages_of_forge = __webpack_require__(625);
;// CONCATENATED MODULE: ./lib/src/report/agent-table.js





const FULL_TABLE = { nameLimit: 60, equalOnce: false, links: true };
/**
 * The one table of comment and summary, a row an agent: failed first, then working, ready, removed; within these by
 * name. A column that would be empty is left out.
 * @returns no block where there is no row
 */
function agentTable(rows, detail = FULL_TABLE) {
    if (rows.length === 0)
        return [];
    const sorted = sortRows(rows);
    const once = detail.equalOnce ? equalFacts(sorted) : {};
    const context = {
        detail,
        severalClouds: new Set(rows.map(({ cloud }) => cloud)).size > 1,
        once,
    };
    const columns = COLUMNS.map(({ title, cell }) => ({
        title,
        cells: sorted.map((row) => cell(row, context)),
    }));
    const shown = columns.filter(({ cells }) => cells.some((cell) => cell.length > 0));
    return [
        (0,markdown/* table */.tp)(shown.map(({ title }) => [(0,markdown/* text */.Qq)(title)]), sorted.map((_, index) => shown.map(({ cells }) => orDash(cells[index] ?? [])))),
        ...onceBlocks(once),
    ];
}
const COLUMNS = [
    { title: 'State', cell: ({ state }) => [unbroken(`${report_states/* STATES */.xj[state].icon} ${report_states/* STATES */.xj[state].word}`)] },
    { title: 'Agent', cell: agentCell },
    { title: 'Preview', cell: previewCell },
    { title: 'Commit', cell: commitCell },
    { title: 'Time', cell: timeCell },
];
function agentCell({ agent, cloud, key }, { detail, severalClouds }) {
    return joined([(0,markdown/* code */.aY)(agent, detail.nameLimit)], severalClouds && cloud !== undefined ? [(0,markdown/* text */.Qq)(cloudWords(cloud))] : [], key === undefined ? [] : [(0,markdown/* code */.aY)(key, detail.nameLimit)]);
}
/** Names of clouds are ours; one that was read from a comment may be anybody's. */
function cloudWords(cloud) {
    return cloud.replace(/[^\p{L}\p{N} .-]/gu, '').slice(0, 40);
}
function previewCell({ preview, earlier, left, state }, { detail }) {
    const { nameLimit } = detail;
    if (state === 'removed')
        return left === undefined ? removedWords(preview, nameLimit) : [(0,markdown/* text */.Qq)(leftWords(left))];
    const until = preview?.expiresAt === undefined ? undefined : (0,units/* utcDayMinute */.T9)(preview.expiresAt);
    return joined(preview === undefined ? [] : previewWords(preview, nameLimit), until === undefined ? [] : [unbroken(`until ${until}`)], earlier === undefined ? [] : earlierWords(earlier, nameLimit));
}
function removedWords(preview, limit) {
    return preview === undefined ? [] : [(0,markdown/* code */.aY)(preview.label, limit), (0,markdown/* text */.Qq)(' removed')];
}
function leftWords(left) {
    return left === 1 ? '1 preview left' : `${left} previews left`;
}
/** Without an address: what one copies to reach it. */
function previewWords({ label, id, url, reach }, limit) {
    if (url !== undefined)
        return [(0,markdown/* linked */.q)((0,markdown/* code */.aY)(label, limit), url)];
    if (reach !== undefined)
        return [(0,markdown/* code */.aY)(reach, limit)];
    return id === undefined ? [(0,markdown/* code */.aY)(label, limit)] : [(0,markdown/* code */.aY)(label, limit), (0,markdown/* text */.Qq)(' '), (0,markdown/* code */.aY)(id, limit)];
}
function earlierWords({ id, commit }, limit) {
    const of = commit === undefined ? [] : [(0,markdown/* text */.Qq)(' of '), (0,markdown/* code */.aY)(commit.slice(0, 7))];
    return [(0,markdown/* text */.Qq)('earlier '), (0,markdown/* code */.aY)(id, limit), ...of, (0,markdown/* text */.Qq)(' still runs')];
}
function commitCell(row, { detail, once }) {
    return once.commit === undefined ? commitWords(row, detail.links) : [];
}
function commitWords({ commit, repositoryUrl }, links) {
    if (commit === undefined)
        return [];
    const words = (0,markdown/* code */.aY)(commit.slice(0, 7));
    return [links ? (0,markdown/* linked */.q)(words, (0,pages_of_forge/* commitUrl */.B)(repositoryUrl, commit)) : words];
}
function timeCell(row, { detail, once }) {
    const { seconds, medianSeconds, built, runUrl } = row;
    const url = detail.links && once.run === undefined ? runUrl : undefined;
    const words = seconds === undefined ? built : (0,units/* duration */.p0)(seconds * 1000).replaceAll(' ', NO_BREAK);
    const median = medianSeconds === undefined ? [] : [unbroken(`median ${(0,units/* duration */.p0)(medianSeconds * 1000)}`)];
    if (words === undefined)
        return url === undefined ? median : joined([(0,markdown/* link */.nf)('run', url)], median);
    return joined([(0,markdown/* link */.nf)(words, url)], median);
}
/** Commit and run, where all rows have the same: by any of them. */
function equalFacts(rows) {
    const [first] = rows;
    if (first === undefined || rows.length < 2)
        return {};
    const isSame = (name) => first[name] !== undefined && rows.every((row) => row[name] === first[name]);
    return {
        ...(isSame('commit') && isSame('repositoryUrl') ? { commit: first } : {}),
        ...(isSame('runUrl') ? { run: first } : {}),
    };
}
function onceBlocks({ commit, run }) {
    const parts = joined(commit === undefined ? [] : [(0,markdown/* text */.Qq)('Commit '), ...commitWords(commit, true)], run === undefined ? [] : [(0,markdown/* link */.nf)('Run', run.runUrl)]);
    return parts.length === 0 ? [] : [(0,markdown/* paragraph */.FY)(...parts)];
}
const NO_BREAK = '\u00A0';
/** Cells are narrow: a time or a state on two lines is read as two. */
function unbroken(words) {
    return (0,markdown/* text */.Qq)(words.replaceAll(' ', NO_BREAK));
}
function orDash(cell) {
    return cell.length === 0 ? [(0,markdown/* text */.Qq)('–')] : [...cell];
}
/** The parts that are there, a dot between them. */
function joined(...parts) {
    return parts
        .filter((part) => part.length > 0)
        .flatMap((part, index) => (index === 0 ? part : [(0,markdown/* text */.Qq)(' · '), ...part]));
}

;// CONCATENATED MODULE: ./lib/src/report/comment/fold.js
/** Cuts in a section's text, line by line: what looks like HTML inside a fence is text, and a fence goes with its end. */
const FOLD_START = '<details>';
const FOLD_END = '</details>';
/** Whether all of the text is one folded block or several. */
function isFolded(body) {
    return body.startsWith(FOLD_START) && withoutFolded(body) === '';
}
function placed(body) {
    let fence;
    let depth = 0;
    return body.split('\n').map((line) => {
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
        const wasFenced = fence !== undefined;
        if (!wasFenced && line.startsWith(FOLD_START))
            depth += 1;
        const ends = wasFenced && mark?.startsWith(fence ?? '') === true && line.trim() === mark;
        const edge = wasFenced ? ends : mark !== undefined;
        const place = { folded: depth > 0, fenced: wasFenced && !ends, edge };
        if (!wasFenced)
            fence = mark;
        else if (ends)
            fence = undefined;
        if (!wasFenced && line.startsWith(FOLD_END))
            depth = Math.max(0, depth - 1);
        return { line, place };
    });
}
function joinLines(lines) {
    return lines
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
}
function withoutFolded(body) {
    return joinLines(placed(body).flatMap(({ line, place }) => (place.folded ? [] : [line])));
}
/** Charts are the first thing that nobody misses. */
function withoutCharts(body) {
    let isChart = false;
    return joinLines(placed(body).flatMap(({ line, place }) => {
        if (place.edge && /^ {0,3}`{3,}mermaid$/.test(line))
            isChart = true;
        const goes = isChart;
        if (place.edge && isChart && !line.endsWith('mermaid'))
            isChart = false;
        return goes ? [] : [line];
    }));
}
/** Each fence with its last lines only; none of it where `most` is 0. */
function withShortFences(body, most) {
    const kept = [];
    let held = [];
    for (const { line, place } of placed(withoutFolded(body))) {
        if (place.fenced) {
            held.push(line);
            continue;
        }
        if (held.length > most)
            held = ['… earlier lines left out …', ...held.slice(held.length - most)];
        if (most > 0)
            kept.push(...held);
        held = [];
        if (!place.edge || most > 0)
            kept.push(line);
    }
    return joinLines(kept);
}

;// CONCATENATED MODULE: ./lib/src/report/comment/entries.js




/** In the order of the table: what failed first. Every writer comes to the same order. */
function entriesOf(sections) {
    const byKey = [...sections].sort((a, b) => (a.key < b.key ? -1 : 1));
    const entries = byKey.map((section) => ({ ...(section.row ?? rowOfEarlier(section)), section }));
    const names = new Map();
    for (const entry of entries)
        names.set(nameOf(entry), (names.get(nameOf(entry)) ?? 0) + 1);
    return sortRows(entries.map((entry) => (names.get(nameOf(entry)) ?? 0) > 1 ? { ...entry, key: decodedKey(entry.section.key) } : entry));
}
function nameOf({ agent, cloud }) {
    return `${cloud ?? ''}/${agent}`;
}
/** Whether a section has something to say that nobody should have to unfold. */
function needsAttention({ section, state }) {
    if (section.body.trim() === '' || isFolded(section.body.trim()))
        return false;
    return section.row !== undefined || state === 'failed';
}
const RUN_LINK = /^\[Run and full log\]\((https?:\/\/[^\s()<>]{1,400})\)/;
/** Sections of releases that had no table: what the marker and the section's first and last lines tell. */
function rowOfEarlier({ key, state, body }) {
    const [, cloud, agent] = /^(sgp|prime|pipecat)\/(.+)$/.exec(decodedKey(key)) ?? [];
    const lines = body.split('\n');
    const title = / · ([A-Z][A-Za-z ]{1,40})$/.exec(lines[0] ?? '')?.[1];
    return (0,omit_undefined/* omitUndefined */.O)({
        state: Object.hasOwn(report_states/* STATES */.xj, state) ? state : 'succeeded',
        agent: agent ?? decodedKey(key),
        cloud: title ?? cloud,
        runUrl: RUN_LINK.exec(lines.at(-1) ?? '')?.[1],
    });
}
function decodedKey(key) {
    try {
        return decodeURIComponent(key);
    }
    catch {
        return key;
    }
}

// EXTERNAL MODULE: ./lib/src/report/comment/marker.js + 1 modules
var marker = __webpack_require__(7106);
// EXTERNAL MODULE: ./lib/src/report/comment/order.js
var order = __webpack_require__(2835);
;// CONCATENATED MODULE: ./lib/src/report/comment/shrink.js


/** Detail goes from the least to the most wanted: charts, all that is folded, the log from its beginning. */
const LEVELS = [
    withoutCharts,
    withoutFolded,
    (body) => withShortFences(body, 8),
    (body) => withShortFences(body, 3),
    (body) => withShortFences(body, 0),
];
/** Without the reason there is little left to say. */
const BARE = [
    (body) => firstBlocks(withShortFences(body, 0), 2),
    (body) => clipLine(firstBlocks(withShortFences(body, 0), 1)),
    () => '',
];
/** Less than this is no room for a rendering of its own. */
const LEAST_RENDERED = 1_000;
/** The section with a body of at most `most` bytes, or the smallest there is. */
function shrink(section, most, { bare }) {
    if ((0,units/* bytesOf */.$$)(section.body) <= most)
        return section;
    const bodies = [...LEVELS, ...(bare ? BARE : [])].map((level) => () => level(section.body));
    const { within } = section;
    if (within && most >= LEAST_RENDERED)
        bodies.unshift(() => within(Math.floor(most)));
    let smaller = section;
    for (const body of bodies) {
        smaller = { ...section, body: body(), cut: true };
        if ((0,units/* bytesOf */.$$)(smaller.body) <= most)
            break;
    }
    return smaller;
}
/** Each gets an equal share of `room` bytes; what one does not use, the others get. In the order given. */
function shrinkToShare(sections, room, options) {
    const bySize = sections.toSorted((a, b) => (0,units/* bytesOf */.$$)(a.body) - (0,units/* bytesOf */.$$)(b.body) || (a.key < b.key ? -1 : 1));
    const shrunk = new Map();
    let left = room;
    for (const [index, section] of bySize.entries()) {
        const smaller = shrink(section, Math.max(0, left / (bySize.length - index)), options);
        left -= (0,units/* bytesOf */.$$)(smaller.body);
        shrunk.set(section.key, smaller);
    }
    return sections.map((section) => shrunk.get(section.key) ?? section);
}
function firstBlocks(body, most) {
    return body.split('\n\n').slice(0, most).join('\n\n');
}
/** Rendered headings are short; one that is not (a person's edit) says nothing that a cut could not break. */
function clipLine(line) {
    return line.length <= 300 ? line : '### Cloud build';
}

;// CONCATENATED MODULE: ./lib/src/report/comment/body.js








/** GitHub refuses 65,536 characters (docs/platform.md, comment size). Counted in UTF-8 bytes, which are no fewer. */
const COMMENT_LIMIT = 60_000;
const CUT_NOTE = 'Shortened: a comment has a limit. The job summary of each run has all of it.';
/** Whether the text is a comment of this action; whose it is, its author says. */
function isOurComment(text) {
    return text.startsWith(marker/* COMMENT_MARKER */.JO);
}
/** The sections of a comment of ours. */
function readComment(text) {
    return (0,order/* merge */.h1)(new Map(), (0,marker/* readSections */.jn)(text));
}
const LAYOUTS = [
    { ...FULL_TABLE, bare: false },
    { ...FULL_TABLE, equalOnce: true, bare: false },
];
const body_BARE = { nameLimit: 40, equalOnce: true, links: false, bare: true };
/**
 * The comment with these sections: headline and table made from their rows, then the failed ones, then all others
 * folded. The same sections give the same text, whoever composes it.
 */
function composeComment(sections, limit = COMMENT_LIMIT) {
    const all = entriesOf(sections.values());
    const whole = page(all, FULL_TABLE, 0);
    if ((0,units/* bytesOf */.$$)(whole) <= limit)
        return { body: whole, shown: sectionsIn(all) };
    for (const layout of LAYOUTS) {
        const fitted = fitInto(all, layout, 0, limit);
        if (fitted !== undefined)
            return fitted;
    }
    return newestThatFit(all, limit);
}
function sectionsIn(entries) {
    return entries.map(({ section }) => section);
}
/** The oldest sections are left out, as few as possible. */
function newestThatFit(all, limit) {
    const byAge = all.toSorted((a, b) => (0,order/* compareMarks */.K3)(b.section.mark, a.section.mark) || (a.section.key < b.section.key ? -1 : 1));
    const attempt = (most) => {
        const kept = new Set(byAge.slice(0, most));
        return fitInto(all.filter((entry) => kept.has(entry)), body_BARE, all.length - kept.size, limit);
    };
    let best = attempt(1) ?? { body: page([], body_BARE, all.length), shown: [] };
    for (let fits = 1, over = all.length + 1; over - fits > 1;) {
        const middle = Math.floor((fits + over) / 2);
        const tried = attempt(middle);
        if (tried === undefined)
            over = middle;
        else
            [fits, best] = [middle, tried];
    }
    return best;
}
/** Room goes to what failed first; what is left, to what is folded. `undefined` where even the least is too much. */
function fitInto(entries, layout, leftOut, limit) {
    const rows = layout.bare ? entries.map(bareEntry) : entries;
    const empty = rows.map((entry) => ({ ...entry, section: { ...entry.section, body: '', cut: true } }));
    // A body comes with the two line ends between it and its row.
    const room = limit - (0,units/* bytesOf */.$$)(page(empty, layout, leftOut)) - 2 * rows.length - FOLD_ROOM;
    if (room < 0)
        return undefined;
    const urgent = rows.filter(needsAttention);
    const failed = shrinkToShare(sectionsIn(urgent), room, { bare: layout.bare });
    const left = room - sizeOf(failed);
    if (left < 0)
        return undefined;
    const others = shrinkToShare(sectionsIn(rows.filter((entry) => !needsAttention(entry))), left, {
        bare: true,
    });
    const byKey = new Map([...failed, ...others].map((section) => [section.key, section]));
    const fitted = rows.map((entry) => ({ ...entry, section: byKey.get(entry.section.key) ?? entry.section }));
    return { body: page(fitted, layout, leftOut), shown: sectionsIn(fitted) };
}
/** For the lines that open and end the fold around all folded sections. */
const FOLD_ROOM = 200;
function sizeOf(sections) {
    return sections.reduce((sum, section) => sum + (0,units/* bytesOf */.$$)(section.body), 0);
}
/** Without what the barest table does not show. */
function bareEntry({ section, ...row }) {
    const { state, agent, cloud, preview, left, built, seconds } = row;
    const bare = {
        state,
        agent,
        ...(cloud === undefined ? {} : { cloud }),
        ...(preview === undefined ? {} : { preview }),
        ...(left === undefined ? {} : { left }),
        ...(built === undefined ? {} : { built }),
        ...(seconds === undefined ? {} : { seconds }),
    };
    const keyed = row.key === undefined ? bare : { ...bare, key: row.key };
    return {
        ...keyed,
        section: { ...section, ...(section.row === undefined ? {} : { row: bare }), cut: true },
    };
}
/** So many rows and the first failure are seen without scrolling; a few more are not worth a click. */
const MOST_ROWS = 10;
const ROWS_WITHOUT_FOLD = 15;
const FOLDS_WITHOUT_FOLD = 3;
function page(entries, detail, leftOut) {
    const isLong = entries.length > ROWS_WITHOUT_FOLD;
    const shown = isLong ? entries.slice(0, MOST_ROWS) : entries;
    const more = entries.slice(shown.length);
    const others = entries.filter((entry) => !needsAttention(entry));
    const notes = [
        ...(entries.some(({ section }) => section.cut) ? [CUT_NOTE] : []),
        ...(leftOut > 0 ? [`${(0,units/* count */.U9)(leftOut, 'further agent')} left out, the oldest ones.`] : []),
    ];
    return [
        marker/* COMMENT_MARKER */.JO,
        `## ${headlineOf(entries)}`,
        ...tableOf(shown, detail),
        ...entries.filter(needsAttention).map(({ section }) => (0,marker/* writeSection */.Zn)(section)),
        ...(more.length === 0
            ? []
            : foldAround(`${more.length} more: ${countStates(more).words}`, tableOf(more, detail))),
        ...foldedSections(others),
        ...notes,
    ].join('\n\n');
}
function tableOf(entries, detail) {
    return entries.length === 0 ? [] : [(0,markdown/* render */.XX)(agentTable(entries, detail)).trim()];
}
function foldedSections(entries) {
    const written = entries.map(({ section }) => (0,marker/* writeSection */.Zn)(section));
    const told = entries.filter(({ section }) => section.body.trim() !== '');
    const isPlain = told.length <= FOLDS_WITHOUT_FOLD && told.every(({ section }) => section.row !== undefined);
    return isPlain ? written : foldAround(`Details of ${(0,units/* count */.U9)(told.length, 'agent')}`, written);
}
function foldAround(title, parts) {
    return [(0,markdown/* foldOpening */.mL)(title), ...parts, markdown/* FOLD_END */.eq];
}

// EXTERNAL MODULE: ./lib/src/report/chart.js
var report_chart = __webpack_require__(6637);
// EXTERNAL MODULE: ./lib/src/report/facts.js
var report_facts = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/src/report/failure-blocks.js + 2 modules
var failure_blocks = __webpack_require__(6223);
// EXTERNAL MODULE: ./lib/src/report/left-blocks.js
var left_blocks = __webpack_require__(1755);
;// CONCATENATED MODULE: ./lib/src/report/comment/section.js








/** Four of these fit in one comment of 60,000 characters at full length; more share it by asking for less. */
const USUAL_BYTES = 14_000;
/** Room is for the reason: what is folded goes before the log, and of the log the end is left. */
const DETAILS = [
    { lines: 40, facts: true, chart: true, nameLimit: 160 },
    { lines: 40, facts: true, chart: false, nameLimit: 160 },
    { lines: 40, facts: false, chart: false, nameLimit: 160 },
    { lines: 20, facts: false, chart: false, nameLimit: 120 },
    { lines: 8, facts: false, chart: false, nameLimit: 80 },
    { lines: 3, facts: false, chart: false, nameLimit: 60 },
    { lines: 0, facts: false, chart: false, nameLimit: 40 },
];
/** A line of a log is seldom longer; lines that are make the excerpt shorter. */
const BYTES_A_LINE = 200;
/** Several failures shall be seen without much scrolling. */
const OPEN_LINES = 12;
/**
 * One agent's or image's section: its row for the table, and below the table what needs a person (why it failed) in
 * full and everything else folded (docs/comment.md).
 * @param result without secrets
 */
function sectionOf(result, of) {
    const now = of.mark.at;
    return {
        ...of,
        state: result.outcome,
        row: rowOf(result),
        body: renderSection(result, { now }),
        cut: false,
        within: (maxBytes) => renderSection(result, { now, maxBytes }),
    };
}
/** The section's text without its row, as Markdown without any marker. */
function renderSection(result, options = {}) {
    return (0,markdown/* renderWithin */.As)(DETAILS, options.maxBytes ?? USUAL_BYTES, (detail) => [
        ...attentionBlocks(result, detail),
        ...(detail.facts ? foldedFacts(result, detail, options.now) : []),
    ]);
}
/** What nobody should have to unfold. */
function attentionBlocks(result, { lines, nameLimit }) {
    const { icon } = report_states/* STATES */.xj[result.outcome];
    const blocks = [
        ...(0,failure_blocks/* failureBlocks */.p)(result, {
            maxLines: lines,
            maxBytes: lines * BYTES_A_LINE,
            nameLimit,
            openLines: OPEN_LINES,
        }),
        ...(0,left_blocks/* leftBlocks */.C)(result.previewsLeft ?? [], nameLimit),
    ];
    return blocks.length === 0
        ? []
        : [(0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)(`${icon} `), (0,markdown/* code */.aY)((0,report_states/* subjectOf */.et)(result), nameLimit)), ...blocks];
}
function foldedFacts(result, detail, now) {
    const when = now === undefined ? undefined : (0,units/* utcMinute */.vD)(now);
    const facts = (0,report_facts/* factsOf */.x)(result, detail);
    const rows = [...facts, ...(when === undefined ? [] : [['Updated', [(0,markdown/* text */.Qq)(when)]]])];
    const [first, ...rest] = rows;
    if (first === undefined)
        return [];
    const chart = detail.chart ? (0,report_chart/* timeline */.I)(result) : undefined;
    const title = { icon: report_states/* STATES */.xj[result.outcome].icon, name: (0,report_states/* subjectOf */.et)(result), words: titleWords(result) };
    return (0,markdown/* folded */.TM)(title, [
        (0,markdown/* table */.tp)([[(0,markdown/* text */.Qq)(first[0])], first[1]], rest.map(([name, value]) => [[(0,markdown/* text */.Qq)(name)], value])),
        ...(chart === undefined ? [] : [(0,markdown/* fence */.EU)(chart.split('\n'), 'mermaid')]),
    ]);
}
function titleWords(result) {
    return (0,report_states/* resultSentence */.bt)(result).toLowerCase();
}

// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/report/comment/reconciler.js



const SYNC_TIMES = {
    read: 3_000,
    write: 5_000,
    usual: 1_500,
    pause: 300,
    hesitation: 1_000,
};
/** Duplicates are made within moments of each other; the margin is for the forge's own clocks. */
const SINCE_MARGIN = 60_000;
/** Everything of ours that the forge shows goes into the known. */
async function fetchSections(reconciler, signal) {
    const { port, clock, oldest } = reconciler;
    const since = oldest?.createdAt === undefined ? undefined : earlier(oldest.createdAt);
    let at = clock.now();
    let comments = await collect(port, { ...(since === undefined ? {} : { since }), signal });
    if (comments.length === 0 && since !== undefined) {
        at = clock.now();
        comments = await collect(port, { signal });
    }
    for (const { body } of comments)
        reconciler.known = (0,order/* merge */.h1)(reconciler.known, readComment(body).values());
    reconciler.oldest = comments[0] ?? reconciler.oldest;
    return { at, comments };
}
async function collect(port, options) {
    const found = [];
    for await (const comment of port.list(options))
        if (isOurComment(comment.body))
            found.push(comment);
    // All writers agree that the oldest is the one that stays.
    return found.sort((a, b) => a.id - b.id);
}
function earlier(time) {
    const at = Date.parse(time);
    return Number.isNaN(at) ? undefined : new Date(at - SINCE_MARGIN).toISOString().replace(/\.\d+Z$/, 'Z');
}
/**
 * One change at the most.
 * @param patient whether a look that took too long may be repeated instead
 * @returns `again`: what was seen is no ground for a write; `rest`: it shows all that is known
 */
async function reconcileOnce(reconciler, seen, patient, signal) {
    const { port, clock, times } = reconciler;
    const [first, ...younger] = seen.comments;
    const write = { signal, timeoutMs: times.write };
    if (first === undefined) {
        if (await waitedForTurn(reconciler, signal))
            return 'again';
        if (!(await mayCreate(reconciler, signal)))
            return 'again';
        const { body } = composeComment(reconciler.known);
        reconciler.oldest = await noted(reconciler, () => port.create(body, write));
        return 'wrote';
    }
    const { body, isShown } = wanted(reconciler.known, first.body);
    if (isShown) {
        for (const { id } of younger)
            await noted(reconciler, () => port.remove(id, write));
        return younger.length === 0 ? 'rest' : 'tidied';
    }
    if (await waitedForTurn(reconciler, signal))
        return 'again';
    if (patient && clock.now() - seen.at > times.read)
        return 'again';
    reconciler.oldest = await noted(reconciler, () => port.update(first.id, body, write));
    return 'wrote';
}
/** The comment's next text, made only where the present one does not show all that would be in it. */
function wanted(known, present) {
    const sections = readComment(present);
    if ((0,order/* covers */.hU)(sections, known.values()))
        return { body: present, isShown: true };
    const { body, shown } = composeComment(known);
    return { body, isShown: (0,order/* covers */.hU)(sections, shown) };
}
/** Whether the last write was too short a while ago, and had to be waited for. */
async function waitedForTurn({ clock, wroteAt, betweenWrites }, signal) {
    const ms = wroteAt === undefined ? 0 : wroteAt + betweenWrites - clock.now();
    if (betweenWrites === 0 || ms <= 0)
        return false;
    await clock.sleep(ms, signal);
    return true;
}
/** Not while the list may be behind what was just created, and not at once: parallel jobs want to create it too. */
async function mayCreate(reconciler, signal) {
    const { oldest, clock, times, random, wroteAt } = reconciler;
    const wroteAgo = wroteAt === undefined ? Number.POSITIVE_INFINITY : clock.now() - wroteAt;
    if (oldest !== undefined && wroteAgo < times.read + times.write)
        return false;
    if (reconciler.hesitated)
        return true;
    reconciler.hesitated = true;
    await clock.sleep(random() * times.hesitation, signal);
    return false;
}
/** A write counts from its end, and also where its reply was lost; one that was refused changed nothing. */
async function noted(reconciler, write) {
    try {
        const written = await write();
        reconciler.wroteAt = reconciler.clock.now();
        return written;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* HttpError */.j$) || thrown.effect === 'maybe')
            reconciler.wroteAt = reconciler.clock.now();
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./lib/src/report/comment/reconcile.js


const MOST_ROUNDS = 12;
const MOST_FAULTS = 3;
/** A wait that a forge asks for is granted up to this; beyond it the comment is not worth the job's time. */
const PATIENCE = 10_000;
/**
 * Reads, merges and writes until the comment shows all that is known.
 * @returns whether anything was changed
 * @throws {UserError} where that takes too many rounds
 */
async function reconcile(reconciler, how) {
    let changed = false;
    let faults = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
        try {
            const seen = await fetchSections(reconciler, how.signal);
            const step = await reconcileOnce(reconciler, seen, round < MOST_ROUNDS / 2, how.signal);
            if (step === 'rest')
                return changed;
            if (step !== 'again')
                changed = true;
            if (step === 'tidied' || (step === 'wrote' && !how.confirm))
                return changed;
            await pause(reconciler, round, how.signal);
        }
        catch (thrown) {
            faults += 1;
            await afterFault(reconciler, thrown, faults, how.signal);
        }
    }
    throw new errors/* UserError */.yo(`The comment was overwritten by others ${MOST_ROUNDS} times in a row.`);
}
async function pause({ clock, times, random }, round, signal) {
    await clock.sleep(times.pause * Math.min(8, 2 ** round) * (0.5 + random()), signal);
}
/** After a fault, a senseless reply among them, the comment is read again first: the write may have happened. */
async function afterFault(reconciler, thrown, faults, signal) {
    if (!(thrown instanceof errors/* HttpError */.j$) || faults > MOST_FAULTS)
        throw thrown;
    const { status, method } = thrown;
    const isGone = status === 404 && method === 'PATCH';
    const isFinal = status >= 300 && status < 500 && status !== 408 && status !== 429;
    if (isFinal && !isGone)
        throw thrown;
    const waitMs = thrown.retryAfterMs ?? 0;
    // The forge's client has tried a GET again already.
    if (waitMs > PATIENCE || method === 'GET')
        throw thrown;
    await reconciler.clock.sleep(waitMs, signal);
    await pause(reconciler, faults, signal);
}

;// CONCATENATED MODULE: ./lib/src/report/comment/sync.js





const MOST_LOOKS = 5;
const MOST_LINGERS = 2;
function openSync(port, options = {}) {
    const { clock = wait/* systemClock */.m, random = Math.random, times = SYNC_TIMES } = options;
    const { isCrowded = () => true } = options;
    const wroteAt = options.wroteAgo === undefined ? undefined : clock.now() - options.wroteAgo;
    const known = (0,order/* merge */.h1)(new Map(), options.known ?? []);
    const reconciler = {
        port,
        clock,
        random,
        times,
        known,
        oldest: undefined,
        wroteAt,
        hesitated: false,
        betweenWrites: options.betweenWrites ?? 0,
    };
    return {
        put: async (section, { when, ...how }) => {
            const [outcome] = await putAll(reconciler, [{ section, when }], how);
            return outcome ?? { end: 'absent' };
        },
        putAll: (entries, putting) => putAll(reconciler, entries, putting),
        settle: (signal) => settle(reconciler, () => isCrowded([...reconciler.known.values()]), signal),
        linger: (signal) => linger(reconciler, () => isCrowded([...reconciler.known.values()]), signal),
        known: () => [...reconciler.known.values()],
        wroteAgo: () => (reconciler.wroteAt === undefined ? undefined : clock.now() - reconciler.wroteAt),
    };
}
async function putAll(reconciler, entries, how) {
    const asks = typeof entries === 'function' || entries.some(({ when }) => when === 'if-present');
    const present = asks ? await presentKeys(reconciler, how.signal) : new Set();
    const all = typeof entries === 'function' ? entries([...reconciler.known.values()]) : entries;
    const wanted = all.filter(({ section, when }) => when === 'always' || present.has(section.key));
    if (wanted.length > 0) {
        reconciler.known = (0,order/* merge */.h1)(reconciler.known, wanted.map(({ section }) => section));
        await reconcile(reconciler, how);
    }
    return all.map((entry) => wanted.includes(entry) ? outcomeOf(reconciler, entry.section) : { end: 'absent' });
}
async function presentKeys(reconciler, signal) {
    const { comments } = await fetchSections(reconciler, signal);
    return new Set(comments.flatMap(({ body }) => [...readComment(body).keys()]));
}
function outcomeOf({ known, oldest }, section) {
    const shown = known.get(section.key) ?? section;
    const url = oldest?.url === undefined ? {} : { url: oldest.url };
    return (0,order/* compareMarks */.K3)(shown.mark, section.mark) === 0
        ? { end: 'shown', ...url }
        : { end: 'superseded', by: shown.mark, ...url };
}
async function settle(reconciler, isCrowded, signal) {
    const { times } = reconciler;
    if (reconciler.known.size === 0)
        return;
    if (!isCrowded()) {
        await sinceWrite(reconciler, times.usual, signal);
        if (!(await reconcile(reconciler, { confirm: true, signal })) && !isCrowded())
            return;
    }
    for (let count = 0; count < MOST_LOOKS; count += 1) {
        await sinceWrite(reconciler, times.read + times.write, signal);
        if (!(await reconcile(reconciler, { confirm: true, signal })))
            return;
    }
}
async function linger(reconciler, isCrowded, signal) {
    for (let count = 0; count < MOST_LINGERS && isCrowded(); count += 1) {
        await reconciler.clock.sleep(reconciler.times.usual * (0.5 + reconciler.random()), signal);
        await reconcile(reconciler, { confirm: true, signal });
    }
}
/** Waits until this writer's last write is so long ago; not at all where it wrote nothing. */
async function sinceWrite({ clock, random, times, wroteAt }, ms, signal) {
    if (wroteAt === undefined)
        return;
    await clock.sleep(Math.max(0, wroteAt + ms + random() * times.pause - clock.now()), signal);
}

;// CONCATENATED MODULE: ./lib/src/report/comment/comment.js
/** The pull request’s comment: sections, how they are rendered, and how many writers reconcile them. */





/***/ }),

/***/ 2835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: () => (/* binding */ compareMarks),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   qB: () => (/* binding */ compareRuns)
/* harmony export */ });
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7106);

/**
 * Which of two runs is the later one; 0 for the same. Run numbers decide within a workflow, run ids between two,
 * and then the attempt: a rerun of an old run is still an old run.
 */
function compareRuns(one, other) {
    const byNumber = one.runNumber - other.runNumber;
    const byId = one.runId - other.runId;
    const byRun = one.workflow === other.workflow ? byNumber || byId : byId || byNumber;
    return Math.sign(byRun || one.attempt - other.attempt);
}
/** Within a run the later word counts. */
function compareMarks(one, other) {
    return compareRuns(one, other) || Math.sign(one.at - other.at);
}
/** Both, and of two versions of a section the newer. Commutative, associative, idempotent (docs/comment.md). */
function merge(one, other) {
    const merged = new Map(one);
    for (const section of other) {
        const known = merged.get(section.key);
        merged.set(section.key, known === undefined ? section : better(known, section));
    }
    return merged;
}
/** Of one version the whole text counts before the cut one, and that before one that was tampered with. */
function better(one, other) {
    const byMark = compareMarks(one.mark, other.mark);
    if (byMark !== 0)
        return byMark > 0 ? one : other;
    const byState = Number(other.damaged ?? false) - Number(one.damaged ?? false) || Number(other.cut) - Number(one.cut);
    if (byState !== 0)
        return byState > 0 ? one : other;
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(one) >= (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(other) ? one : other;
}
/** Whether `shown` has every section of `wanted`, in that version or a newer one. */
function covers(shown, wanted) {
    for (const section of wanted) {
        const found = shown.get(section.key);
        if (found === undefined || compareMarks(found.mark, section.mark) < 0)
            return false;
    }
    return true;
}


/***/ })

};
