export const id = 681;
export const ids = [681,927];
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
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4292);

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

/***/ 6681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleComment: () => (/* binding */ settleComment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4292);
/* harmony import */ var _step_pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2173);
/* harmony import */ var _own_section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8289);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2892);
/* harmony import */ var _saved_comment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1640);
/* harmony import */ var _writer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8927);







/** Milliseconds: twice the longest wait for an older write, and the requests around it. */
const WITHIN = 30_000;
/**
 * After the job: where main ended before it spoke its last word, the comment says that the run was cancelled; and in
 * any case it is looked at once more when no other job's older write can arrive any more (docs/comment.md).
 * Never throws: a token may be dead by now (Gitea before 1.27), and the result is told already.
 */
async function settleComment(context) {
    const { state, console } = context;
    const notes = (0,_saved_comment_js__WEBPACK_IMPORTED_MODULE_5__/* .readSavedComment */ .j)(state);
    if (notes === undefined)
        return;
    if (!notes.settled)
        state.markCancelled();
    if (notes.refused)
        return;
    try {
        const signal = AbortSignal.timeout(WITHIN);
        const sync = await openTarget(context, notes, signal);
        if (sync === undefined)
            return;
        if (!notes.settled)
            await markCancelled(notes, sync, console, signal);
        await sync.settle(signal);
    }
    catch (thrown) {
        console.debug(`The comment could not be looked after: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
    }
}
async function openTarget({ console, forge: open, trigger }, notes, signal) {
    const forge = await open();
    const search = () => forge && (0,_step_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .findPullRequest */ ._f)({ trigger, settings: {}, console }, forge, { wantsHead: false, signal });
    const issue = notes.issue ?? (await search())?.number;
    if (forge === undefined || issue === undefined)
        return undefined;
    return (0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .openSync */ .mH)((0,_port_js__WEBPACK_IMPORTED_MODULE_4__/* .commentPort */ .h)(forge, issue), {
        known: [...notes.known, ...ownSection(notes, console)],
        isCrowded: (known) => known.some((section) => section.key !== notes.key && isLively(section)),
        ...(notes.wroteAt === undefined ? {} : { wroteAgo: Math.max(0, Date.now() - notes.wroteAt) }),
    });
}
/** Milliseconds: no build's step is followed for longer without a word. */
const UNDER_WAY = 3 * 3_600_000;
const JUST_NOW = 60_000;
/** Whether the writer of this section may be writing at this moment. */
function isLively({ state, mark }) {
    const age = Date.now() - mark.at;
    return age < JUST_NOW || (age < UNDER_WAY && (state === 'building' || state === 'deploying'));
}
/** What main meant to show, where it may have died before that was written. */
function ownSection(notes, console) {
    const { key, mark, result, settled, onlyFailures } = notes;
    if (!settled || mark.at === 0 || !(0,_own_section_js__WEBPACK_IMPORTED_MODULE_3__/* .isNews */ .Ms)(onlyFailures ? 'on-failure' : 'auto', result.outcome))
        return [];
    return [(0,_writer_js__WEBPACK_IMPORTED_MODULE_6__.renderedSection)(result, { key, mark }, console.maskText)];
}
async function markCancelled(notes, sync, console, signal) {
    const mark = { ...notes.mark, at: Math.max(Date.now(), notes.mark.at + 1) };
    const section = (0,_writer_js__WEBPACK_IMPORTED_MODULE_6__.renderedSection)(cancelled(notes.result), { key: notes.key, mark }, console.maskText);
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
// EXTERNAL MODULE: ./lib/src/report/comment/comment.js + 4 modules
var comment = __webpack_require__(4292);
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
    const now = of.mark.at;
    // Before it is rendered: escaping would take a secret apart and leave its pieces readable.
    const facts = (0,masked/* masked */.I)(result, maskText);
    return {
        ...of,
        state: result.outcome,
        body: (0,comment/* renderSection */.YN)(facts, { now }),
        cut: false,
        within: (maxBytes) => (0,comment/* renderSection */.YN)(facts, { now, maxBytes }),
    };
}


/***/ }),

/***/ 4292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CZ: () => (/* reexport */ isOurComment),
  mH: () => (/* reexport */ openSync),
  YN: () => (/* reexport */ renderSection)
});

// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/report/comment/marker.js
var marker = __webpack_require__(6281);
// EXTERNAL MODULE: ./lib/src/report/comment/order.js
var order = __webpack_require__(2835);
;// CONCATENATED MODULE: ./lib/src/report/comment/body.js



/** GitHub refuses 65,536 characters (docs/platform.md, comment size). Counted in UTF-8 bytes, which are no fewer. */
const COMMENT_LIMIT = 60_000;
const TITLE = '## ☁️ Cloud builds';
const CUT_NOTE = 'Some sections are shortened: a comment has a limit. The job summary of each run has all of it.';
/** Whether the text is a comment of this action; whose it is, its author says. */
function isOurComment(text) {
    return text.startsWith(marker/* COMMENT_MARKER */.JO);
}
/** The sections of a comment of ours. */
function readComment(text) {
    return (0,order/* merge */.h1)(new Map(), (0,marker/* readSections */.jn)(text));
}
/** The comment with these sections, by key. The same sections give the same text, whoever composes it. */
function composeComment(sections, limit = COMMENT_LIMIT) {
    const all = [...sections.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    const whole = page(all, 0);
    if ((0,units/* bytesOf */.$$)(whole) <= limit)
        return { body: whole, shown: all };
    const shown = fitting(all, limit);
    return { body: page(shown, all.length - shown.length), shown };
}
function page(sections, leftOut) {
    const notes = [
        ...(sections.some(({ cut }) => cut) ? [CUT_NOTE] : []),
        ...(leftOut > 0 ? [`${(0,units/* count */.U9)(leftOut, 'further section')} left out, the oldest ones.`] : []),
    ];
    return [marker/* COMMENT_MARKER */.JO, TITLE, ...sections.map(marker/* writeSection */.Zn), ...notes].join('\n\n');
}
/** Each gets an equal share; what one does not use, the others get. */
function fitting(all, limit) {
    const room = limit - (0,units/* bytesOf */.$$)(page([], 0)) - (0,units/* bytesOf */.$$)(CUT_NOTE) - 100;
    for (let kept = newest(all, all.length);; kept = newest(kept, Math.floor(kept.length * 0.95))) {
        const shrunk = shrinkToShare(kept, room);
        if (kept.length <= 1 || sizeOf(shrunk) <= room)
            return shrunk;
    }
}
function newest(sections, most) {
    if (sections.length <= most)
        return [...sections];
    const byAge = sections.toSorted((a, b) => (0,order/* compareMarks */.K3)(b.mark, a.mark) || (a.key < b.key ? -1 : 1));
    const kept = new Set(byAge.slice(0, most));
    return sections.filter((section) => kept.has(section));
}
function shrinkToShare(sections, room) {
    const bySize = sections.toSorted((a, b) => written(a) - written(b));
    const shrunk = new Map();
    let left = room;
    for (const [index, section] of bySize.entries()) {
        const share = left / (bySize.length - index);
        const smaller = shrink(section, share);
        left -= written(smaller);
        shrunk.set(section.key, smaller);
    }
    return sections.map((section) => shrunk.get(section.key) ?? section);
}
function sizeOf(sections) {
    return sections.reduce((sum, section) => sum + written(section), 0);
}
/** Bytes with markers and the blank line between sections. */
function written(section) {
    return (0,units/* bytesOf */.$$)((0,marker/* writeSection */.Zn)(section)) + 2;
}
/** Detail goes from the least to the most wanted: what is folded, logs, all but heading and link, the link. */
const LEVELS = [
    (body) => without(body, ['folded']),
    (body) => without(body, ['folded', 'fenced']),
    headingAndLink,
    (body) => clipLine(body.split('\n', 1)[0] ?? ''),
];
/** Less than this is no room for a rendering of its own. */
const LEAST_RENDERED = 1_000;
function shrink(section, most) {
    if (written(section) <= most)
        return section;
    const room = most - (written(section) - (0,units/* bytesOf */.$$)(section.body));
    const bodies = LEVELS.map((level) => () => level(section.body));
    const { within } = section;
    if (within && room >= LEAST_RENDERED)
        bodies.unshift(() => within(room));
    let smaller = section;
    for (const body of bodies) {
        smaller = { ...section, body: body(), cut: true };
        if (written(smaller) <= most)
            break;
    }
    return smaller;
}
/** Line by line, because what looks like HTML inside a fence is text, and a fence must go with its end. */
function without(body, parts) {
    const kept = [];
    let fence;
    let depth = 0;
    for (const line of body.split('\n')) {
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
        if (fence === undefined && line.startsWith('<details>'))
            depth += 1;
        const isFenced = fence !== undefined || mark !== undefined;
        const goes = (depth > 0 && parts.includes('folded')) || (isFenced && parts.includes('fenced'));
        if (!goes)
            kept.push(line);
        if (fence === undefined)
            fence = mark;
        else if (mark?.startsWith(fence) && line.trim() === mark)
            fence = undefined;
        if (fence === undefined && line.startsWith('</details>'))
            depth = Math.max(0, depth - 1);
    }
    return kept.join('\n').replace(/\n{3,}/g, '\n\n');
}
/** The last paragraph of a section links to its run. */
function headingAndLink(body) {
    const heading = clipLine(body.split('\n', 1)[0] ?? '');
    const last = without(body, ['folded', 'fenced']).trim().split('\n').at(-1) ?? '';
    return last.startsWith('[') && (0,units/* bytesOf */.$$)(last) <= 700 ? `${heading}\n\n${last}` : heading;
}
/** Rendered headings are short; one that is not (a person's edit) says nothing that a cut could not break. */
function clipLine(line) {
    return line.length <= 300 ? line : '### Cloud build';
}

// EXTERNAL MODULE: ./lib/src/report/chart.js
var report_chart = __webpack_require__(6637);
// EXTERNAL MODULE: ./lib/src/report/facts.js
var facts = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/src/report/failure-blocks.js + 1 modules
var failure_blocks = __webpack_require__(943);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
;// CONCATENATED MODULE: ./lib/src/report/comment/section.js





/** Four of these fit in one comment of 60,000 characters at full length; more share it by asking for less. */
const USUAL_BYTES = 14_000;
const DETAILS = [
    { lines: 40, chart: true, nameLimit: 160 },
    { lines: 40, chart: false, nameLimit: 160 },
    { lines: 20, chart: false, nameLimit: 120 },
    { lines: 8, chart: false, nameLimit: 80 },
    { lines: 0, chart: false, nameLimit: 40 },
    'heading',
];
/** A line of a log is seldom longer; lines that are make the excerpt shorter. */
const BYTES_A_LINE = 200;
/** One agent's or image's section of the comment, as Markdown without any marker (docs/comment.md). */
function renderSection(result, options = {}) {
    return (0,markdown/* renderWithin */.As)(DETAILS, options.maxBytes ?? USUAL_BYTES, (detail) => [
        ...titleBlocks(result, detail === 'heading' ? 40 : detail.nameLimit),
        ...(detail === 'heading' ? [] : bodyBlocks(result, detail)),
        ...footBlocks(result, options.now),
    ]);
}
function titleBlocks(result, nameLimit) {
    const { icon, word } = facts/* STATES */.xj[result.outcome];
    const on = (0,markdown/* text */.Qq)(` · ${word} · `);
    return [
        (0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)(`${icon} `), (0,markdown/* code */.aY)((0,facts/* subjectOf */.et)(result), nameLimit), on, ...(0,markdown/* untrustedText */.Ui)(result.cloudTitle ?? result.cloud, 40)),
    ];
}
function bodyBlocks(result, detail) {
    const [first, ...rest] = (0,facts/* factsOf */.xS)(result, detail);
    const chart = detail.chart && isOver(result) ? (0,report_chart/* timeline */.I)(result) : undefined;
    const limits = {
        maxLines: detail.lines,
        maxBytes: detail.lines * BYTES_A_LINE,
        nameLimit: detail.nameLimit,
    };
    return [
        ...(first
            ? [
                (0,markdown/* table */.tp)([[(0,markdown/* text */.Qq)(first[0])], first[1]], rest.map(([name, value]) => [[(0,markdown/* text */.Qq)(name)], value])),
            ]
            : []),
        ...(0,failure_blocks/* failureBlocks */.p)(result, limits),
        ...(chart === undefined ? [] : (0,markdown/* folded */.TM)('Timeline', [(0,markdown/* fence */.EU)(chart.split('\n'), 'mermaid')])),
    ];
}
function isOver(result) {
    return result.outcome !== 'building' && result.outcome !== 'deploying';
}
function footBlocks(result, now) {
    const when = now === undefined ? undefined : (0,units/* utcMinute */.vD)(now);
    const parts = [
        ...(result.runUrl === undefined ? [] : [(0,markdown/* link */.nf)('Run and full log', result.runUrl)]),
        ...(when === undefined ? [] : [(0,markdown/* text */.Qq)(`updated ${when}`)]),
    ];
    if (parts.length === 0)
        return [];
    return [(0,markdown/* paragraph */.FY)(...parts.flatMap((part, index) => (index === 0 ? [part] : [(0,markdown/* text */.Qq)(' · '), part])))];
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
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
    const { body, shown } = composeComment(reconciler.known);
    const [first, ...younger] = seen.comments;
    const write = { signal, timeoutMs: times.write };
    if (first === undefined) {
        if (!(await mayCreate(reconciler, signal)))
            return 'again';
        reconciler.oldest = await noted(reconciler, () => port.create(body, write));
        return 'wrote';
    }
    if ((0,order/* covers */.hU)(readComment(first.body), shown)) {
        for (const { id } of younger)
            await noted(reconciler, () => port.remove(id, write));
        return younger.length === 0 ? 'rest' : 'tidied';
    }
    if (patient && clock.now() - seen.at > times.read)
        return 'again';
    reconciler.oldest = await noted(reconciler, () => port.update(first.id, body, write));
    return 'wrote';
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

;// CONCATENATED MODULE: ./lib/src/report/comment/sync.js





const MOST_ROUNDS = 12;
const MOST_FAULTS = 3;
const MOST_LOOKS = 5;
const MOST_LINGERS = 2;
/** A wait that a forge asks for is granted up to this; beyond it the comment is not worth the job's time. */
const PATIENCE = 10_000;
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
    };
    return {
        put: (section, putting) => put(reconciler, section, putting),
        settle: (signal) => settle(reconciler, () => isCrowded([...reconciler.known.values()]), signal),
        linger: (signal) => linger(reconciler, () => isCrowded([...reconciler.known.values()]), signal),
        known: () => [...reconciler.known.values()],
        wroteAgo: () => (reconciler.wroteAt === undefined ? undefined : clock.now() - reconciler.wroteAt),
    };
}
async function put(reconciler, section, { when, confirm, signal }) {
    if (when === 'if-present') {
        const seen = await fetchSections(reconciler, signal);
        if (!seen.comments.some(({ body }) => readComment(body).has(section.key)))
            return { end: 'absent' };
    }
    reconciler.known = (0,order/* merge */.h1)(reconciler.known, [section]);
    await reconcile(reconciler, { confirm, signal });
    const shown = reconciler.known.get(section.key) ?? section;
    const url = reconciler.oldest?.url === undefined ? {} : { url: reconciler.oldest.url };
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
    return one.body >= other.body ? one : other;
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
