export const id = "comment";
export const ids = ["comment"];
export const modules = {

/***/ 4876:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openWriter: function() { return /* binding */ openWriter; }
});

// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/report/comment/comment.js + 9 modules
var comment = __webpack_require__(388);
// EXTERNAL MODULE: ./lib/src/report/comment/order.js
var order = __webpack_require__(2835);
// EXTERNAL MODULE: ./lib/src/modes/step/pull-request.js
var pull_request = __webpack_require__(4554);
// EXTERNAL MODULE: ./lib/src/modes/comment/ended-runs.js
var ended_runs = __webpack_require__(6626);
;// CONCATENATED MODULE: ./lib/src/modes/comment/final-write.js

/** All in milliseconds. */
const FINAL_WITHIN = 25_000;
/** A cancelled step is killed soon (docs/platform.md, Cancellation); post goes on. */
const CANCELLED_FINAL_WITHIN = 3_500;
/** Counted from the cancel; and the least that the final write gets. */
const CANCELLED_UNTIL = 4_600;
const CANCELLED_LEAST = 400;
/** Milliseconds for the final write of the comment; the longer ago the step was cancelled, the less. */
function finalWriteMs(cancelled) {
    if (!cancelled.aborted)
        return FINAL_WITHIN;
    const left = (0,deadline/* leftAfterAbort */.Gg)(cancelled, CANCELLED_UNTIL);
    return Math.ceil(Math.max(CANCELLED_LEAST, Math.min(CANCELLED_FINAL_WITHIN, left)));
}

// EXTERNAL MODULE: ./lib/src/modes/comment/own-section.js
var own_section = __webpack_require__(8289);
// EXTERNAL MODULE: ./lib/src/modes/comment/port.js
var port = __webpack_require__(2892);
// EXTERNAL MODULE: ./lib/src/modes/comment/section-entries.js
var section_entries = __webpack_require__(5669);
// EXTERNAL MODULE: ./lib/src/report/comment/key.js
var key = __webpack_require__(4840);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
;// CONCATENATED MODULE: ./lib/src/modes/comment/unchanged.js






/** Milliseconds for reading and writing: nobody waits for these sections. */
const WITHIN_MS = 8_000;
/** What a later run without a change leaves behind. A preview that runs is still ready, at its commit. */
const OUTDATED = new Set([
    'failed',
    'cancelled',
    'queued',
    'building',
    'deploying',
    'verifying',
]);
/**
 * An agent failed, and a later commit took its change back: it is built no more, and its section would say for ever
 * that it failed. Such sections of earlier runs of this workflow are marked as skipped. Never throws.
 * @param mark of this run
 */
async function skipSectionsOfUnchanged(context, opening, unchanged, mark) {
    const { console, signal } = context;
    try {
        const within = (0,deadline/* timeoutSignal */._)(signal, WITHIN_MS);
        const sync = await opening;
        const keys = new Set(unchanged.map(({ cloud, name }) => (0,key/* encodeKey */.g)(`${cloud}/${name}`)));
        const isOutdated = (section) => keys.has(section.key) &&
            OUTDATED.has(section.state) &&
            section.mark.workflow === mark.workflow &&
            (0,order/* compareRuns */.qB)(section.mark, mark) < 0;
        const entries = (known) => known
            .filter(isOutdated)
            .map((section) => ({ section: skippedSection(section, context, mark), when: 'always' }));
        const known = sync?.known() ?? [];
        const outcomes = await sync?.putAll(known.length > 0 ? entries(known) : entries, {
            confirm: true,
            signal: within,
        });
        const some = outcomes?.length ?? 0;
        if (some > 0)
            console.info(`The comment marks ${(0,units/* count */.U9)(some, 'agent')} as skipped, which an earlier commit changed and this one does not.`);
    }
    catch (thrown) {
        console.debug(`Sections of agents that are unchanged were left as they are: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
function skippedSection({ key, row }, { recorder, trigger }, mark) {
    const { runUrl, repository } = recorder.result();
    const result = {
        cloud: row?.cloud ?? '',
        outcome: 'skipped',
        agent: row?.agent ?? decodeURIComponent(key).replace(/^[^/]*\//, ''),
        source: trigger.commit === undefined ? {} : { commit: trigger.commit },
        phases: [],
        ...(row?.earlier && { stillRunning: row.earlier }),
        ...(runUrl !== undefined && { runUrl }),
        ...(repository !== undefined && { repository }),
    };
    return (0,comment/* sectionOf */.ZE)(result, { key, mark: { ...mark, at: Date.now() } });
}

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
/** Whether a retry within this step cannot help. */
function isFinal(thrown) {
    return thrown instanceof errors/* HttpError */.j$ && [401, 403, 404, 410].includes(thrown.status);
}

;// CONCATENATED MODULE: ./lib/src/modes/comment/writer.js












/** Milliseconds: jobs of one matrix end together. If a section is this new, other writes may follow at once. */
const RECENTLY = 15_000;
const DRAFT_WITHIN = 60_000;
/** As long as a write may take: one that is given up earlier might still take effect. */
const LAST_DRAFT_WITHIN = 5_000;
/** @param betweenWrites milliseconds between two writes at least */
function openWriter(context, source, betweenWrites = 0) {
    const drafts = new AbortController();
    const end = () => drafts.abort();
    if (context.signal.aborted)
        end();
    else
        context.signal.addEventListener('abort', end, { once: true });
    const written = new Map();
    const writer = {
        ...{ context, source, betweenWrites, drafts, written },
        ...{ ending: false, sync: undefined, refusal: undefined },
    };
    return {
        draft: () => draft(writer),
        endDrafts: () => {
            writer.ending = true;
            setTimeout(end, LAST_DRAFT_WITHIN).unref();
            // A write that still waits is not needed: the final write contains it.
            void writer.sync?.then((sync) => {
                if (sync?.stopSpacing())
                    end();
            }, () => undefined);
        },
        final: () => writer_final(writer),
        skip: async (unchanged) => {
            if (writer.refusal !== undefined)
                return;
            writer.sync ??= openTarget(writer, (0,deadline/* timeoutSignal */._)(context.signal, DRAFT_WITHIN));
            await skipSectionsOfUnchanged(context, writer.sync, unchanged, (0,own_section/* runMark */.n6)(context));
        },
    };
}
async function draft(writer) {
    if (writer.ending || writer.refusal !== undefined)
        return;
    const news = unwritten(writer);
    if (news.length === 0)
        return;
    const signal = (0,deadline/* timeoutSignal */._)(writer.drafts.signal, DRAFT_WITHIN);
    await put(writer, news, { confirm: false, signal });
}
function unwritten({ source, written }) {
    return source.snapshots().filter(({ key, mark }) => written.get(key) !== mark.at);
}
async function writer_final(writer) {
    const { console, recorder, signal: cancelled } = writer.context;
    try {
        if (writer.refusal !== undefined)
            throw writer.refusal;
        const signal = AbortSignal.timeout(finalWriteMs(cancelled));
        const news = unwritten(writer);
        (await writer.sync?.catch(() => undefined))?.stopSpacing();
        // If everything is written, writing one section again reads all of them back.
        const last = news.length > 0 ? news : writer.source.snapshots().slice(-1);
        noteOutcomes(writer, await put(writer, last, { confirm: true, signal }));
        if (!cancelled.aborted)
            await endOthers(writer);
        if (!cancelled.aborted)
            await watchOthers(writer, signal);
    }
    catch (thrown) {
        if (cancelled.aborted) {
            console.info('The post step writes the comment.');
            return;
        }
        const trouble = commentTrouble(thrown);
        recorder.note({ commentTrouble: trouble.replaceAll('`', '') });
        console.warning(trouble, { title: 'No comment on the pull request' });
    }
}
/** Ends sections of other runs that ended without a final write. */
async function endOthers({ context, sync: opening }) {
    const [forge, sync] = await Promise.all([context.forge(), opening]);
    if (forge && sync)
        await (0,ended_runs/* endSectionsOfEndedRuns */.P)(context, forge, sync);
}
/** The comment is written; a failing check afterwards is only a debug line. */
async function watchOthers({ context, sync }, signal) {
    try {
        await (await sync)?.watchOthers(signal);
    }
    catch (thrown) {
        context.console.debug(`The comment could not be checked again: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
function noteOutcomes({ context, source }, outcomes) {
    const url = outcomes.map((outcome) => ('url' in outcome ? outcome.url : undefined)).find(Boolean);
    if (url !== undefined)
        context.recorder.note({ commentUrl: url });
    const [own] = source.snapshots();
    const newer = outcomes.find((outcome) => outcome.end === 'superseded' && own && (0,order/* compareRuns */.qB)(outcome.by, own.mark) !== 0);
    if (newer?.end !== 'superseded')
        return;
    context.console.info(`The comment is not changed: run ${newer.by.runNumber} is newer than this one (${own?.mark.runNumber}).`);
}
async function put(writer, snapshots, how) {
    let sync;
    try {
        writer.sync ??= openTarget(writer, how.signal);
        sync = await writer.sync;
        if (sync === undefined || snapshots.length === 0)
            return [];
        const outcomes = await sync.putAll((0,section_entries/* entriesFor */.a)(snapshots, writer.context), how);
        for (const { key, mark } of snapshots)
            writer.written.set(key, mark.at);
        return outcomes;
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
function noteProgress({ source, refusal }, sync) {
    const wroteAgo = sync?.wroteAgo();
    source.note({
        refused: refusal !== undefined,
        ...(sync === undefined ? {} : { known: sync.known() }),
        ...(wroteAgo === undefined ? {} : { wroteAt: Math.round(Date.now() - wroteAgo) }),
    });
}
async function openTarget({ context, source, betweenWrites }, signal) {
    const forge = await context.forge();
    const pull = forge && (await (0,pull_request/* findPullRequest */._)(context, forge, { wantsHead: false, signal }));
    if (forge !== undefined && pull === undefined)
        source.note({ noPullRequest: true });
    if (forge === undefined || pull === undefined)
        return undefined;
    source.note({ issue: pull.number });
    const isYoung = ({ mark }) => Date.now() - mark.at < RECENTLY;
    return (0,comment/* openSync */.mH)((0,port/* commentPort */.h)(forge, pull.number), {
        betweenWrites,
        mayOthersWrite: (known) => {
            const ours = new Set(source.snapshots().map(({ key }) => key));
            return known.some((section) => !ours.has(section.key) && isYoung(section));
        },
    });
}


/***/ })

};
