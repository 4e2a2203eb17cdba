export const id = "mode-cleanup";
export const ids = ["mode-cleanup"];
export const modules = {

/***/ 2406:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanUp: function() { return /* binding */ cleanUp; }
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/report/write-summary.js
var write_summary = __webpack_require__(6051);
// EXTERNAL MODULE: ./lib/src/report/pages/column-table.js
var column_table = __webpack_require__(5627);
;// CONCATENATED MODULE: ./lib/src/report/pages/cleanup.js




const ROWS = [1000, 200, 20, 0];
/** The job summary of `mode: cleanup`: each preview that had to be deleted, with the reason. */
function renderCleanup(facts) {
    return (0,markdown/* renderWithin */.As)(ROWS, write_summary/* SUMMARY_LIMIT */.J, (rows) => cleanupBlocks(facts, rows));
}
const OUTCOMES = {
    deleted: 'deleted',
    failed: '❌ could not be deleted:',
    another: "left alone: another repository's:",
    left: 'left alone:',
    listed: 'would be deleted',
};
const AGENT = {
    title: 'Agent',
    cell: ({ agent }) => (agent === undefined ? [] : [(0,markdown/* code */.aY)(agent, 80)]),
};
const COLUMNS = [
    { title: 'Preview', cell: ({ id }) => [(0,markdown/* code */.aY)(id, 80)], stays: true },
    { title: 'Label', cell: ({ label }) => (label === '' ? [] : [(0,markdown/* code */.aY)(label, 40)]), stays: true },
    { title: 'Why', cell: ({ reason }) => (0,markdown/* untrustedText */.Ui)(reason, 200), stays: true },
    {
        title: 'Outcome',
        cell: ({ outcome, why }) => [
            (0,markdown/* text */.Qq)(OUTCOMES[outcome]),
            ...(why === undefined ? [] : [(0,markdown/* text */.Qq)(' '), ...(0,markdown/* untrustedText */.Ui)(why, 300)]),
        ],
        stays: true,
    },
];
function cleanupBlocks({ agent, dryRun, kept, previews }, rows) {
    const deleted = previews.filter(({ outcome }) => outcome === 'deleted').length;
    const did = dryRun
        ? `${(0,units/* count */.U9)(previews.filter(({ outcome }) => outcome === 'listed').length, 'preview')} would be deleted`
        : `${(0,units/* count */.U9)(deleted, 'preview')} deleted`;
    const shown = previews.slice(0, rows);
    const stays = kept === 0 ? 'No other preview is live.' : `${(0,units/* count */.U9)(kept, 'preview')} ${kept === 1 ? 'stays' : 'stay'}.`;
    return [
        (0,markdown/* heading */.R_)(2, (0,markdown/* text */.Qq)('Preview cleanup of '), agent === undefined ? (0,markdown/* text */.Qq)('all agents') : (0,markdown/* code */.aY)(agent), (0,markdown/* text */.Qq)(`: ${did}`)),
        ...(shown.length === 0 ? [] : (0,column_table/* columnTable */.d)(agent === undefined ? [AGENT, ...COLUMNS] : COLUMNS, shown)),
        ...(previews.length > shown.length
            ? [(0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(`${(0,units/* count */.U9)(previews.length - shown.length, 'further preview')}.`))]
            : []),
        (0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(stays)),
    ];
}

// EXTERNAL MODULE: ./lib/src/report/comment/comment.js + 9 modules
var comment = __webpack_require__(388);
// EXTERNAL MODULE: ./lib/src/settings/deploy/deploy.js + 2 modules
var deploy = __webpack_require__(6920);
// EXTERNAL MODULE: ./lib/src/modes/comment/ended-runs.js
var ended_runs = __webpack_require__(6626);
// EXTERNAL MODULE: ./lib/src/modes/comment/own-section.js
var own_section = __webpack_require__(8289);
// EXTERNAL MODULE: ./lib/src/modes/comment/port.js
var port = __webpack_require__(2892);
// EXTERNAL MODULE: ./lib/src/modes/step/masked.js
var masked = __webpack_require__(3139);
;// CONCATENATED MODULE: ./lib/src/modes/cleanup/comments.js







/** Pull requests whose comments are looked at: those of deleted previews, then the most recently changed ones. */
const MOST_PULL_REQUESTS = 50;
/**
 * Corrects the comments of pull requests: a section whose preview was deleted says so, and one whose run ended without
 * a final write is marked as cancelled. Errors are ignored: a cleanup is mainly for previews.
 * @param labels of the deleted previews: their pull requests may be closed
 */
async function tidyComments(step, labels) {
    const { settings, console, signal } = step;
    if (settings.comment.when === 'never' || settings.dryRun)
        return;
    try {
        const forge = await step.forge();
        if (forge === undefined)
            return;
        for (const number of await pullRequestsOf(forge, labels, signal))
            await tidyComment(step, forge, number);
    }
    catch (thrown) {
        if (signal.aborted || thrown instanceof errors/* AbortedError */.oM)
            throw thrown;
        console.debug(`The comments of pull requests were not looked at: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
async function pullRequestsOf(forge, labels, signal) {
    const numbers = new Set(labels.flatMap((label) => (0,deploy/* pullRequestIn */.Ud)(label) ?? []));
    for await (const { number } of forge.openPullRequests(signal)) {
        if (numbers.size >= MOST_PULL_REQUESTS)
            break;
        numbers.add(number);
    }
    return [...numbers].slice(0, MOST_PULL_REQUESTS);
}
async function tidyComment(step, forge, number) {
    const { signal, console } = step;
    const sync = (0,comment/* openSync */.mH)((0,port/* commentPort */.h)(forge, number));
    const result = (0,masked/* masked */.I)(step.recorder.result(), console.maskText);
    const mark = { ...(0,own_section/* runMark */.n6)(step), at: Date.now() };
    const removed = (known) => (0,comment/* removedSections */.nm)(known, { result, key: '', mark }).map((section) => ({
        section,
        when: 'always',
    }));
    await sync.putAll(removed, { confirm: true, signal });
    await (0,ended_runs/* endSectionsOfEndedRuns */.P)(step, forge, sync);
}

// EXTERNAL MODULE: ./lib/src/settings/duration.js
var duration = __webpack_require__(1180);
// EXTERNAL MODULE: ./lib/src/modes/deployment/previews.js
var previews = __webpack_require__(4704);
;// CONCATENATED MODULE: ./lib/src/modes/cleanup/due.js




/** Reads all previews of the agent, or of all agents, page by page; keeps only those in memory that must be deleted. */
async function duePreviews(deployments, agentName, rule, pulls, signal) {
    const due = [];
    const seen = new Set();
    let kept = 0;
    for (const of of checksOf(deployments, agentName, rule)) {
        for await (const preview of deployments.previews(of, signal)) {
            if (!(0,previews/* isLive */.DG)(preview) || seen.has(preview.id))
                continue;
            const reason = await reasonToDelete(preview, rule, pulls);
            if (reason === undefined) {
                kept += 1;
                continue;
            }
            seen.add(preview.id);
            const { id, agentName: agent, previewLabel: label = '' } = preview;
            due.push({ id, ...(agent !== undefined && { agent }), label, reason, preview });
        }
    }
    return { due, kept };
}
/** Where a preview is an agent of its own, a label that the author chose is only found by a query for it. */
function checksOf({ inPlace }, agentName, { ownLabel, repositories }) {
    if (agentName === undefined)
        return [{ repositories }];
    const asksAlone = inPlace && ownLabel !== undefined && (0,deploy/* pullRequestIn */.Ud)(ownLabel) === undefined;
    const all = { agentName, repositories };
    return asksAlone ? [all, { ...all, label: ownLabel }] : [all];
}
async function reasonToDelete(preview, rule, pulls) {
    const label = preview.previewLabel ?? '';
    const number = (0,deploy/* pullRequestIn */.Ud)(label);
    const isOwnLabel = number !== undefined || label === rule.ownLabel || preview.repository !== undefined;
    const expired = expiryReason(preview, rule, isOwnLabel);
    if (expired !== undefined || number === undefined)
        return expired;
    return (await pulls.of(number)) === 'closed' ? `pull request ${number} is closed` : undefined;
}
/** The cloud's own expiry applies to every label; `preview-ttl` only to labels that this action gives. */
function expiryReason(preview, { ttlMs, now }, isOwnLabel) {
    const expiresAt = Date.parse(preview.expiresAt ?? '');
    if (!Number.isNaN(expiresAt)) {
        return expiresAt <= now() ? `it expired ${(0,units/* utcMinute */.vD)(expiresAt) ?? ''}` : undefined;
    }
    const age = now() - Date.parse(preview.createdAt ?? '');
    if (!isOwnLabel || !(age > ttlMs))
        return undefined;
    return `it is ${(0,units/* duration */.p0)(age)} old, and preview-ttl is ${(0,duration/* formatDuration */.a3)(ttlMs)}`;
}

;// CONCATENATED MODULE: ./lib/src/modes/cleanup/pull-requests.js

/**
 * Asks the forge once for each number. After the first refusal it asks no more and warns once: then only the expiry
 * counts.
 */
function pullRequestStates(step) {
    const known = new Map();
    let silent = false;
    const giveUp = (why) => {
        silent = true;
        step.console.warning(`Could not check whether pull requests are closed, so only the expiry counts: ${why}`);
    };
    const ask = async (number) => {
        if (silent)
            return 'unknown';
        const forge = await step.forge();
        if (!forge) {
            giveUp('github-token is empty, or the event names no repository.');
            return 'unknown';
        }
        try {
            const found = await forge.getPullRequest(number, step.signal);
            return found === undefined ? 'unknown' : found.open ? 'open' : 'closed';
        }
        catch (thrown) {
            if (thrown instanceof errors/* AbortedError */.oM)
                throw thrown;
            const denied = thrown instanceof errors/* HttpError */.j$ && (thrown.status === 401 || thrown.status === 403);
            giveUp(`${(0,errors/* messageOf */.bD)(thrown)}${denied ? ' (the job needs permissions: pull-requests: read)' : ''}`);
            return 'unknown';
        }
    };
    return {
        async of(number) {
            const state = known.get(number) ?? (await ask(number));
            known.set(number, state);
            return state;
        },
    };
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/ownership.js
var ownership = __webpack_require__(1600);
// EXTERNAL MODULE: ./lib/src/modes/deployment/preview-agent.js
var preview_agent = __webpack_require__(4689);
// EXTERNAL MODULE: ./lib/src/modes/deployment/replace.js
var replace = __webpack_require__(3109);
// EXTERNAL MODULE: ./lib/src/modes/step/phase.js
var phase = __webpack_require__(1739);
// EXTERNAL MODULE: ./lib/src/modes/step/skip.js
var skip = __webpack_require__(1737);
;// CONCATENATED MODULE: ./lib/src/modes/cleanup.js












/**
 * Deletes this repository's previews of closed pull requests and those that have expired: of the given agent, else of
 * all agents. If one cannot be deleted, the others still are.
 * @throws {UserError} where some could not be deleted; all others are deleted first
 */
async function cleanUp(step) {
    const { console, recorder, settings } = step;
    if (settings.connection === undefined)
        return (0,skip/* skip */.i)(step, 'Nothing was cleaned up');
    const cloud = await step.cloud();
    const { deployments } = cloud;
    if (!deployments)
        throw new errors/* UserError */.yo(`${cloud.traits.title} deploys nothing: there are no previews to clean up.`);
    recorder.note({ previewsDeleted: [] });
    const facts = await (0,phase/* phase */.O)(step, { name: 'Preview cleanup' }, () => deleteDue(step, deployments), closingLine);
    const deleted = facts.previews.filter(({ outcome }) => outcome === 'deleted');
    await tidyComments(step, deleted.map(({ label }) => label));
    recorder.notePage(renderCleanup(facts));
    recorder.noteExtra({
        details: (0,omit_undefined/* omitUndefined */.O)({
            agent: facts.agent,
            previews: facts.previews,
        }),
    });
    const failed = facts.previews.filter(({ outcome }) => outcome === 'failed');
    for (const { id, label, why } of failed) {
        console.warning(`Preview ${named(id, label)} could not be deleted: ${why}`);
    }
    if (failed.length > 0) {
        throw new errors/* UserError */.yo(`${(0,units/* count */.U9)(failed.length, 'preview')} of ${facts.agent ?? 'all agents'} could not be deleted.`, {
            hint: 'The warnings above name them; the next cleanup tries again.',
        });
    }
    recorder.note({ outcome: settings.dryRun ? 'dry-run' : 'succeeded' });
}
async function deleteDue(step, deployments) {
    const { console, recorder, settings, signal } = step;
    const agent = await (0,preview_agent/* agentToClean */.u)(step, await step.cloud());
    const { preview } = settings;
    const rule = {
        ttlMs: preview.ttlMs,
        now: deployments.now,
        repositories: (0,ownership/* ownAddresses */.hQ)(step),
        ...(preview.label !== undefined && { ownLabel: preview.label }),
    };
    const found = await duePreviews(deployments, agent, rule, pullRequestStates(step), signal);
    const { due, left } = await sortByOwner(step, found.due, agent !== undefined);
    await console.buildLines(due.map(({ id, label, reason }) => `due: preview ${named(id, label)}, ${reason}`));
    const facts = {
        ...(agent !== undefined && { agent }),
        kept: found.kept + found.due.length - due.length,
        dryRun: settings.dryRun,
    };
    const owned = due.filter(({ id }) => !left.has(id));
    const removal = settings.dryRun
        ? undefined
        : await (0,replace/* removeOwned */.Ox)(step, deployments, owned.map(({ preview }) => preview));
    (0,ownership/* noteLeft */.Yz)(step, await step.cloud(), [...left.values()]);
    recorder.note({ previewsDeleted: removal?.removed ?? [] });
    return { ...facts, previews: due.map((one) => rowOf(one, left.get(one.id), removal)) };
}
/** Of an agent with another name than was asked for, the label is not known. */
function named(id, label) {
    return label === '' ? id : `${id} (${label})`;
}
/**
 * The due previews that are reported, and those of them that are left alone. Where all agents are cleaned up, another
 * repository's previews are only counted: they are its own cleanup's.
 */
async function sortByOwner(step, all, reportsOthers) {
    const found = await (0,replace/* byOwner */.TI)(step, all.map(({ preview }) => preview));
    const left = new Map(found.left.map((one) => [one.id, one]));
    const due = all.filter(({ id }) => reportsOthers || left.get(id)?.kind !== 'another');
    const isReported = (one) => reportsOthers || one.kind !== 'another';
    return { due, left: new Map([...left].filter(([, one]) => isReported(one))) };
}
function rowOf(due, stays, removal) {
    if (stays !== undefined)
        return { ...withOutcome(due, stays.kind === 'another' ? 'another' : 'left'), why: stays.why };
    if (removal === undefined)
        return withOutcome(due, 'listed');
    const why = removal.failed.find(({ id }) => id === due.id)?.why;
    return why === undefined ? withOutcome(due, 'deleted') : { ...withOutcome(due, 'failed'), why };
}
function withOutcome({ id, agent, label, reason }, outcome) {
    return { id, ...(agent !== undefined && { agent }), label, reason, outcome };
}
function closingLine({ previews, kept, dryRun }, ms) {
    const deleted = previews.filter(({ outcome }) => outcome === 'deleted').length;
    const did = dryRun
        ? `${(0,units/* count */.U9)(previews.filter(({ outcome }) => outcome === 'listed').length, 'preview')} would be deleted`
        : `${(0,units/* count */.U9)(deleted, 'preview')} deleted`;
    const failed = previews.filter(({ outcome }) => outcome === 'failed').length;
    const missed = failed === 0 ? '' : `, ${failed} could not be`;
    const stay = kept + previews.filter(({ outcome }) => outcome === 'left' || outcome === 'another').length;
    return `${failed === 0 ? '✓' : '✗'} Preview cleanup: ${did}${missed}, ${stay} kept (${(0,units/* duration */.p0)(ms)})`;
}


/***/ })

};
