export const id = 825;
export const ids = [825,965];
export const modules = {

/***/ 4704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   PT: () => (/* binding */ previewsOf),
/* harmony export */   Pg: () => (/* binding */ previewLabel),
/* harmony export */   nR: () => (/* binding */ timeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _settings_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);


/** How many previews of one label are read at the most: far above what anyone keeps, and a bound all the same. */
const MOST_PREVIEWS = 10_000;
/**
 * The label of this run's preview, as the cloud will store it.
 * @throws {UserError} where neither an input nor the event gives one.
 */
function previewLabel({ settings, trigger }) {
    const number = settings.pullRequest ?? trigger.pullRequest?.number;
    const text = settings.preview.label ?? (number === undefined ? undefined : (0,_settings_label_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestLabel */ .x)(number));
    const { label } = (0,_settings_label_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLabel */ .k)(text ?? '');
    if (label !== '')
        return label;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The event ${trigger.event} carries no pull request, so the preview has no label.`, {
        hint: 'Give preview-label or pr-number, or run on pull_request, pull_request_target, issue_comment or workflow_run.',
    });
}
/** All previews of exactly this agent and, if given, exactly this label, newest first. */
async function previewsOf(deployments, of, signal) {
    const found = [];
    for await (const preview of deployments.previews(of, signal)) {
        found.push(preview);
        if (found.length === MOST_PREVIEWS)
            break;
    }
    return found.sort((a, b) => timeOf(b) - timeOf(a));
}
function timeOf({ createdAt }) {
    const time = Date.parse(createdAt ?? '');
    return Number.isNaN(time) ? 0 : time;
}
/** Whether there is something left to tear down. */
function isLive({ status }) {
    return status !== 'deleted' && status !== 'superseded' && status !== 'cancelled';
}
/**
 * A preview that another repository's build made is not ours, whatever its label: two repositories may share an
 * agent. What is not known to be another's is ours.
 */
async function isOurs(step, cloud, preview) {
    const ours = repositoriesOf(step);
    if (preview.buildId === undefined || ours.length === 0)
        return true;
    const build = await cloud.get(preview.buildId, step.signal).catch(() => undefined);
    if (build?.sourceRepo === undefined || ours.includes(ownerAndName(build.sourceRepo)))
        return true;
    step.console.info(`Preview ${preview.id} is left alone: it was built from another repository.`);
    return false;
}
/** As git and as the event name it. */
function repositoriesOf({ recorder, trigger }) {
    const { repo } = recorder.result().source;
    const { owner, name } = trigger.repository ?? {};
    return [repo, owner && name && `${owner}/${name}`].flatMap((one) => (one ? [ownerAndName(one)] : []));
}
/** Without the host: a runner may reach the forge by another address than people do (docs/platform.md, Gitea). */
function ownerAndName(repository) {
    return repository.toLowerCase().split('/').slice(-2).join('/');
}


/***/ }),

/***/ 9825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/report/chart.js
var report_chart = __webpack_require__(6637);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(6965);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
;// CONCATENATED MODULE: ./lib/src/report/pages/account.js




const ROWS = [1000, 300, 100, 20, 0];
/** The job summary of `mode: report`: how the account's builds fare, what is not deployed, what runs and until when. */
function renderAccount(account) {
    return (0,markdown/* renderWithin */.As)(ROWS, summary/* SUMMARY_LIMIT */.J, (rows) => accountBlocks(account, rows));
}
function accountBlocks(account, rows) {
    const { cloud, only, builds, undeployed, previews, at, notes } = account;
    const of = only === undefined ? [] : [(0,markdown/* text */.Qq)(' · '), (0,markdown/* code */.aY)(only, 80)];
    return [
        (0,markdown/* heading */.R_)(2, (0,markdown/* text */.Qq)('Builds on '), ...(0,markdown/* untrustedText */.Ui)(cloud, 80), ...of),
        (0,markdown/* paragraph */.FY)(...headline(account)),
        ...chartBlocks(builds),
        ...section('Recent builds', builds, rows, (shown) => buildTable(shown, at)),
        ...section('Live previews', previews ?? [], rows, (shown) => previewTable(shown, at)),
        ...section('Built, but never deployed', undeployed ?? [], rows, (shown) => undeployedTable(shown, at)),
        ...notes.map((note) => (0,markdown/* paragraph */.FY)(...(0,markdown/* untrustedText */.Ui)(note))),
        (0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(`As of ${(0,units/* utcMinute */.vD)(at) ?? 'now'}.`)),
    ];
}
function headline({ builds, statistics }) {
    const { judged, successRate, medianSeconds, p95Seconds } = statistics;
    if (builds.length === 0)
        return [(0,markdown/* text */.Qq)('There are no builds to show.')];
    const parts = [[(0,markdown/* strong */.ko)((0,markdown/* text */.Qq)((0,units/* count */.U9)(builds.length, 'build')))]];
    if (successRate !== undefined) {
        const ended = judged === builds.length ? '' : ` of the ${judged.toLocaleString('en-US')} that ended`;
        parts.push([(0,markdown/* strong */.ko)((0,markdown/* text */.Qq)(percent(successRate))), (0,markdown/* text */.Qq)(` succeeded${ended}`)]);
    }
    if (medianSeconds !== undefined)
        parts.push([(0,markdown/* text */.Qq)('median '), (0,markdown/* strong */.ko)((0,markdown/* text */.Qq)((0,units/* duration */.p0)(medianSeconds * 1000)))]);
    if (p95Seconds !== undefined)
        parts.push([(0,markdown/* text */.Qq)('95th percentile '), (0,markdown/* strong */.ko)((0,markdown/* text */.Qq)((0,units/* duration */.p0)(p95Seconds * 1000)))]);
    return parts.flatMap((part, index) => (index === 0 ? part : [(0,markdown/* text */.Qq)(' · '), ...part]));
}
/** Never rounded up to 100 or down to 0: one failure in a thousand is one. */
function percent(rate) {
    const whole = Math.round(rate * 100);
    if (whole === 100 && rate < 1)
        return 'over 99%';
    return whole === 0 && rate > 0 ? 'under 1%' : `${whole}%`;
}
/** Successful builds only, oldest first: what a failed one took says where it failed. */
function chartBlocks(builds) {
    const values = builds
        .filter(({ status }) => status === 'succeeded')
        .flatMap(({ tag, id, seconds }) => seconds === undefined ? [] : [{ label: (tag ?? id).slice(0, 7), seconds }])
        .toReversed();
    const chart = values.length < 2 ? undefined : (0,report_chart/* durationChart */.h)(values);
    if (!chart)
        return [];
    return [
        (0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)('Duration of successful builds')),
        (0,markdown/* fence */.EU)(chart.mermaid.split('\n'), 'mermaid'),
        ...(0,markdown/* folded */.TM)('The same as text', [(0,markdown/* fence */.EU)(chart.lines)]),
    ];
}
function section(title, items, rows, tableOf) {
    if (items.length === 0)
        return [];
    const shown = items.slice(0, rows);
    const more = items.length - shown.length;
    return [
        (0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)(title)),
        ...(shown.length === 0 ? [] : [tableOf(shown)]),
        ...(more === 0 ? [] : [(0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(`${more.toLocaleString('en-US')} more are not shown.`))]),
    ];
}
const STATUS_WORDS = {
    queued: '⏳ queued',
    running: '⏳ running',
    succeeded: '✅ succeeded',
    failed: '❌ failed',
    cancelled: '⏹ cancelled',
    'timed-out': '❌ timed out',
    errored: '❌ error of the cloud',
    unknown: '❔ unknown',
};
function buildTable(builds, at) {
    return (0,markdown/* table */.tp)(['Agent or image', 'Tag', 'Commit', 'Status', 'Took', 'When'].map((title) => [(0,markdown/* text */.Qq)(title)]), builds.map(({ name, tag, commit, status, seconds, createdAt }) => [
        known(name),
        known(tag),
        known(commit === undefined ? undefined : (0,units/* short */.h0)(commit)),
        [(0,markdown/* text */.Qq)(STATUS_WORDS[status])],
        [(0,markdown/* text */.Qq)(seconds === undefined ? '–' : (0,units/* duration */.p0)(seconds * 1000))],
        [(0,markdown/* text */.Qq)(ago(createdAt, at))],
    ]));
}
function previewTable(previews, at) {
    return (0,markdown/* table */.tp)(['Agent', 'Label', 'Status', 'Expires', 'Left'].map((title) => [(0,markdown/* text */.Qq)(title)]), previews.map(({ agent, label, status, expiresAt, byTtl }) => [
        known(agent),
        known(label),
        (0,markdown/* untrustedText */.Ui)(status, 40),
        [(0,markdown/* text */.Qq)(`${(0,units/* utcMinute */.vD)(expiresAt ?? '') ?? '–'}${byTtl ? ' by preview-ttl' : ''}`)],
        [(0,markdown/* text */.Qq)(timeLeft(expiresAt, at))],
    ]));
}
function undeployedTable(agents, at) {
    return (0,markdown/* table */.tp)(['Agent', 'Builds', 'Latest', 'Status', 'When'].map((title) => [(0,markdown/* text */.Qq)(title)]), agents.map(({ agent, builds, latest }) => [
        known(agent),
        [(0,markdown/* text */.Qq)(builds.toLocaleString('en-US'))],
        known(latest.tag ?? latest.id),
        [(0,markdown/* text */.Qq)(STATUS_WORDS[latest.status])],
        [(0,markdown/* text */.Qq)(ago(latest.createdAt, at))],
    ]));
}
function known(value) {
    return [value === undefined ? (0,markdown/* text */.Qq)('–') : (0,markdown/* code */.aY)(value, 60)];
}
const DAY_MS = 86_400_000;
/** `3h 5m ago`, and from two days on the date. */
function ago(time, at) {
    const ms = at - Date.parse(time ?? '');
    if (Number.isNaN(ms))
        return '–';
    if (ms >= 2 * DAY_MS)
        return (0,units/* utcMinute */.vD)(time ?? '') ?? '–';
    return ms < 1000 ? 'now' : `${(0,units/* duration */.p0)(ms)} ago`;
}
function timeLeft(expiresAt, at) {
    const ms = Date.parse(expiresAt ?? '') - at;
    if (Number.isNaN(ms))
        return '–';
    if (ms <= 0)
        return 'expired';
    return ms >= 2 * DAY_MS ? (0,units/* count */.U9)(Math.floor(ms / DAY_MS), 'day') : (0,units/* duration */.p0)(ms);
}

// EXTERNAL MODULE: ./lib/src/report/comparison.js
var comparison = __webpack_require__(2932);
;// CONCATENATED MODULE: ./lib/src/report/pages/account-figures.js

function accountBuild(build) {
    const seconds = (Date.parse(build.endedAt ?? '') - Date.parse(build.startedAt ?? '')) / 1000;
    const name = build.agentName ?? build.imageName;
    return {
        id: build.id,
        status: build.status,
        ...(name !== undefined && { name }),
        ...(build.imageTag !== undefined && { tag: build.imageTag }),
        ...(build.sourceCommit !== undefined && { commit: build.sourceCommit }),
        ...(seconds >= 0 && { seconds }),
        ...(build.createdAt !== undefined && { createdAt: build.createdAt }),
    };
}
function undeployedSummary({ agentName, builds, latest }) {
    return { agent: agentName, builds, latest: accountBuild(latest) };
}
const VERDICTS = new Set(['succeeded', 'failed', 'timed-out', 'errored']);
function statisticsOf(builds) {
    const judged = builds.filter(({ status }) => VERDICTS.has(status));
    const succeeded = judged.filter(({ status }) => status === 'succeeded');
    const durations = succeeded.flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds]));
    return {
        judged: judged.length,
        ...(judged.length > 0 && { successRate: succeeded.length / judged.length }),
        ...(durations.length > 0 && {
            medianSeconds: (0,comparison/* medianOf */.u)(durations),
            p95Seconds: nearestRank(durations, 0.95),
        }),
    };
}
/** The smallest value that at least this share of all values does not exceed. */
function nearestRank(values, share) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/previews.js
var previews = __webpack_require__(4704);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/modes/report/undeployed.js


/** Agents that were built and never deployed, where the cloud can tell; of the agent alone where one was given. */
async function undeployedAgents({ settings, signal }, cloud, notes) {
    if (!cloud.undeployed)
        return undefined;
    const { agent } = settings;
    try {
        const all = await cloud.undeployed(signal);
        return all
            .filter(({ agentName, latest }) => {
            if (!agent)
                return true;
            return agent.value === (agent.by === 'agent-id' ? latest.agentId : agentName);
        })
            .map(undeployedSummary);
    }
    catch (thrown) {
        notes.push(leftOut('Which agents are not deployed', thrown));
        return undefined;
    }
}
/** @throws what is no refusal: the network's faults and bugs are not for a footnote */
function leftOut(what, thrown) {
    if (!(thrown instanceof errors/* HttpError */.j$) || (thrown.status !== 403 && thrown.status !== 404))
        throw thrown;
    return `${what} is left out: the cloud answered ${thrown.status}${thrown.detail && `, ${thrown.detail}`}.`;
}

;// CONCATENATED MODULE: ./lib/src/modes/report/live-previews.js



/** Agents whose previews are read where none was given, in the order of their newest builds. */
const MOST_AGENTS = 10;
/** Records read for one agent: past previews are among them. */
const MOST_READ = 300;
const MOST_SHOWN = 100;
/**
 * Live previews, the one that ends first on top; of the agent where one was given, else of those that were built last.
 * @param agents the names in the builds
 */
async function livePreviews(step, { deployments }, agents, notes) {
    if (!deployments)
        return undefined;
    const { agent } = step.settings;
    const asked = agent?.by === 'agent-name' ? [agent.value] : agents.slice(0, MOST_AGENTS);
    if (asked.length === 0) {
        notes.push('The builds name no agent whose previews could be looked up: give agent-name.');
        return undefined;
    }
    const found = [];
    try {
        for (const name of asked)
            found.push(...(await previewsOf(step, deployments, name, notes)));
    }
    catch (thrown) {
        notes.push(leftOut('What previews live', thrown));
        return undefined;
    }
    if (agents.length > asked.length && agent === undefined) {
        notes.push(`Previews are those of the ${asked.length} agents that were built last.`);
    }
    found.sort((a, b) => (Date.parse(a.expiresAt ?? '') || 0) - (Date.parse(b.expiresAt ?? '') || 0));
    if (found.length > MOST_SHOWN)
        notes.push(`Only the first ${MOST_SHOWN} of ${(0,units/* count */.U9)(found.length, 'preview')} are shown.`);
    return found.slice(0, MOST_SHOWN);
}
async function previewsOf({ settings, signal }, deployments, agentName, notes) {
    const live = [];
    let read = 0;
    for await (const preview of deployments.previews({ agentName }, signal)) {
        if ((0,previews/* isLive */.DG)(preview))
            live.push(livePreview(preview, agentName, settings.preview.ttlMs));
        read += 1;
        if (read < MOST_READ)
            continue;
        notes.push(`Of ${agentName} only the newest ${MOST_READ} previews were looked at.`);
        break;
    }
    return live;
}
function livePreview(preview, agent, ttlMs) {
    const { id, previewLabel, status, expiresAt, createdAt } = preview;
    const end = Date.parse(createdAt ?? '') + ttlMs;
    const byTtl = expiresAt === undefined && !Number.isNaN(end);
    return {
        id,
        agent,
        status,
        ...(previewLabel !== undefined && { label: previewLabel }),
        ...(expiresAt !== undefined && { expiresAt }),
        ...(byTtl && { expiresAt: new Date(end).toISOString(), byTtl: true }),
    };
}

;// CONCATENATED MODULE: ./lib/src/modes/report/recent-builds.js

/** How many builds are read at the most to find those of an agent that was given by its id. */
const recent_builds_MOST_READ = 1_000;
/**
 * The newest builds, `history` of them; of the agent alone where one was given and builds tell theirs.
 * @throws {UserError} where the key may not list
 */
async function recentBuilds(step, cloud) {
    const { settings, signal } = step;
    const id = settings.agent?.by === 'agent-id' ? settings.agent.value : undefined;
    const builds = [];
    let read = 0;
    if (settings.history === 0)
        return builds;
    try {
        for await (const build of cloud.list(filterOf(step, cloud), signal)) {
            read += 1;
            if (id === undefined || build.agentId === id)
                builds.push(build);
            if (builds.length === settings.history || (id !== undefined && read === recent_builds_MOST_READ))
                break;
        }
    }
    catch (thrown) {
        throw refusal(thrown, cloud) ?? thrown;
    }
    return builds;
}
function filterOf({ settings }, { traits }) {
    const { agent, history } = settings;
    return {
        ...(agent?.by === 'agent-name' && traits.buildsNameAgents && { agentName: agent.value }),
        ...(agent?.by !== 'agent-id' && { atMost: history }),
    };
}
/** What the report is about, where it is not the whole account. */
function subjectOf({ settings }) {
    return settings.agent?.value;
}
function refusal(thrown, { traits }) {
    if (!(thrown instanceof errors/* HttpError */.j$) || thrown.status !== 403)
        return undefined;
    const inputs = traits.account === 'refused' ? 'api-key' : 'api-key and account-id';
    return new errors/* UserError */.yo(`This key may not list the builds of the account: ${thrown.message}`, {
        hint: `Give the report a key that may read builds, and check ${inputs}; a key that only submits builds is not enough.`,
        cause: thrown,
    });
}

// EXTERNAL MODULE: ./lib/src/modes/step/phase.js
var phase = __webpack_require__(1739);
// EXTERNAL MODULE: ./lib/src/modes/step/skip.js
var skip = __webpack_require__(1737);
;// CONCATENATED MODULE: ./lib/src/modes/report.js









/**
 * Writes a job summary of the account: recent builds, what is not deployed, which previews live how long.
 * @throws {UserError} where the key may not list builds; what else cannot be read is left out with a line
 */
async function report(step) {
    const { recorder, settings } = step;
    if (settings.connection === undefined)
        return (0,skip/* skip */.i)(step, 'There is no report');
    const account = await (0,phase/* phase */.O)(step, { name: 'Report' }, () => survey(step), closingLine);
    const { builds, statistics, undeployed, previews } = account;
    recorder.noteExtra({
        details: (0,omit_undefined/* omitUndefined */.O)({ builds, statistics, undeployed, previews }),
    });
    recorder.notePage(renderAccount(account));
    recorder.note({ outcome: 'succeeded' });
}
async function survey(step) {
    const cloud = await step.cloud();
    const notes = [];
    const builds = await recentBuilds(step, cloud);
    const only = subjectOf(step);
    if (only !== undefined && !cloud.traits.buildsNameAgents)
        notes.push(`Builds on ${cloud.traits.title} name no agent: the whole account's are shown.`);
    const undeployed = await undeployedAgents(step, cloud, notes);
    const agents = [...new Set(builds.flatMap(({ agentName }) => agentName ?? []))];
    const previews = await livePreviews(step, cloud, agents, notes);
    const shown = builds.map(accountBuild);
    return {
        cloud: cloud.traits.title,
        at: Date.now(),
        builds: shown,
        statistics: statisticsOf(shown),
        notes,
        ...(only !== undefined && { only }),
        ...(undeployed && { undeployed }),
        ...(previews && { previews }),
    };
}
function closingLine({ builds, statistics: { medianSeconds } }, ms) {
    const median = medianSeconds === undefined ? '' : `, median ${(0,units/* duration */.p0)(medianSeconds * 1000)}`;
    return `✓ Report: ${(0,units/* count */.U9)(builds.length, 'build')}${median} (${(0,units/* duration */.p0)(ms)})`;
}


/***/ }),

/***/ 1739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ phase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7993);


/**
 * One phase of the story: a foldable group, a stretch of time in the recorder, and one closing line outside the
 * group, also where the phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
async function phase(step, { name, group, withinMs }, work, closing) {
    const { console, recorder } = step;
    const began = performance.now();
    console.group(group ?? name);
    try {
        const timed = withinMs === undefined ? work : () => step.within(withinMs, work);
        const value = await recorder.phase(name, timed);
        console.endGroup();
        console.info(closing(value, performance.now() - began));
        return value;
    }
    catch (thrown) {
        console.endGroup();
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
            console.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenLine */ .kU)(name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), performance.now() - began));
        }
        throw thrown;
    }
}


/***/ }),

/***/ 1737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ skip)
/* harmony export */ });
/** An event of a fork or of Dependabot has no secrets by the platform's rule: nobody's fault, so it ends green. */
function skip({ console, recorder, trigger }, what) {
    recorder.note({ outcome: 'skipped' });
    console.warning(`${what}: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can run the workflow on a branch of this repository.`, { title: 'Cloud build skipped' });
}


/***/ }),

/***/ 2932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ compareBuilds),
/* harmony export */   u: () => (/* binding */ medianOf)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/** A step has grown when it takes this much longer, in seconds: less is noise. */
const NOTABLE_SECONDS = 1;
/** `2m 10s, median of the last 20 builds: 2m 31s; RUN pip install grew most, by 12 s`. Absent without earlier builds. */
function compareBuilds(build, past) {
    if (past.seconds.length === 0)
        return undefined;
    const median = medianOf(past.seconds);
    const of = past.seconds.length === 1
        ? 'the build before'
        : `median of the last ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(past.seconds.length, 'build')}`;
    const sentence = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000)}, ${of}: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(median * 1000)}`;
    const grown = mostGrown(build.steps, past.steps);
    if (!grown)
        return sentence;
    return `${sentence}; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(grown.name, 80)} grew most, by ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(grown.by * 1000)}`;
}
/** Of no values it is NaN. */
function medianOf(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    const lower = sorted[Math.floor(middle)] ?? Number.NaN;
    const upper = sorted[Math.ceil(middle)] ?? Number.NaN;
    return (lower + upper) / 2;
}
/** Steps are the same by their instruction: their numbers shift when one is added. Of equal ones the first counts. */
function mostGrown(steps, before) {
    const known = new Map(before.toReversed().map((step) => [nameOf(step), step]));
    const grown = steps.flatMap((step) => {
        const was = known.get(nameOf(step));
        if (step.seconds === undefined || was?.seconds === undefined)
            return [];
        // What was taken from the builder's cache says nothing of the step's own time.
        return was.state === 'cached' ? [] : [{ name: nameOf(step), by: step.seconds - was.seconds }];
    });
    const most = grown.toSorted((a, b) => b.by - a.by)[0];
    return most && most.by >= NOTABLE_SECONDS ? most : undefined;
}
function nameOf({ instruction, name }) {
    return instruction ?? name;
}


/***/ }),

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ deploymentLine),
/* harmony export */   G: () => (/* binding */ submittedLine),
/* harmony export */   Rv: () => (/* binding */ vmImageLine),
/* harmony export */   hU: () => (/* binding */ buildLine),
/* harmony export */   kU: () => (/* binding */ brokenLine),
/* harmony export */   lG: () => (/* binding */ cleanupLine),
/* harmony export */   rH: () => (/* binding */ knownContextLine),
/* harmony export */   z0: () => (/* binding */ packedLine)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/**
 * The closing lines of the phases: one line each, outside its group, so that the folded log reads as a story
 * (docs/interface.md, Log). Times in milliseconds, sizes in bytes.
 */
const DONE = '✓';
const FAILED = '✗';
const STOPPED = '■';
function packedLine(facts) {
    const sizes = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)} → ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.archiveBytes)} archive`;
    return `${DONE} Pack: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${sizes}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The same where a build of these inputs was found: nothing had to be packed. */
function knownContextLine(facts) {
    const what = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)}`;
    return `${DONE} Pack: ${what}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} was built before: nothing to send (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
function submittedLine(facts) {
    return `${DONE} Submit: build ${word(facts.buildId)}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.bytes)} sent (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The end of a build, or its reuse. */
function buildLine(build) {
    if (build.reused)
        return reusedLine(build);
    const name = build.id === undefined ? 'Build' : `Build ${word(build.id)}`;
    const after = build.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000)}`;
    if (build.status === undefined)
        return `${STOPPED} ${name}: its end is not known`;
    switch (build.status) {
        case 'success':
            return `${DONE} ${name} succeeded${after.replace(' after', ' in')}: ${imageWords(build)}${cachedWords(build)}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${after}`;
        case 'timed_out':
            return `${FAILED} ${name} ran out of time${after}`;
        case 'error':
            return `${FAILED} ${name} ended with an error of the cloud${after}`;
        case 'failed':
            return `${FAILED} ${name} failed${after}${failingWords(build)}`;
    }
}
/** The end of a VM image. */
function vmImageLine({ vmImage = {} }) {
    const took = vmImage.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(vmImage.seconds * 1000)}`;
    switch (vmImage.status) {
        case 'success':
            return `${DONE} VM image made${took.replace(' after', ' in')}: ${word(vmImage.reference ?? 'ready', 300)}`;
        case 'cancelled':
            return `${STOPPED} VM image cancelled${took}`;
        case 'timed_out':
            return `${FAILED} VM image ran out of time${took}`;
        default:
            return `${FAILED} VM image failed${took}`;
    }
}
function reusedLine(build) {
    const commit = build.reused?.commit === undefined ? '' : ` of commit ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(build.reused.commit))}`;
    const when = build.reused?.createdAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(build.reused.createdAt);
    const name = build.id === undefined ? 'an earlier build' : word(build.id);
    return `${DONE} Build: reused ${name}${commit}${when === undefined ? '' : `, built ${when}`}: ${imageWords(build)}`;
}
function imageWords(build) {
    if (build.image)
        return word(build.image.reference, 300);
    const tag = build.imageTag === undefined ? '' : `:${build.imageTag}`;
    return build.imageName === undefined ? 'image built' : word(`${build.imageName}${tag}`, 300);
}
function cachedWords(build) {
    const cached = build.steps.filter((step) => step.state === 'cached').length;
    return cached === 0 ? '' : `, ${cached} of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(build.steps.length, 'step')} cached`;
}
function failingWords(build) {
    return build.failing ? ` at ${word(build.failing.step.name, 160)}` : '';
}
/** The end of a deployment. */
function deploymentLine(deployment) {
    const id = deployment.id === undefined ? '' : ` ${word(deployment.id)}`;
    const name = `Deploy${id}${deployment.preview ? ` (preview ${word(deployment.preview.label)})` : ''}`;
    const took = deployment.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(deployment.seconds * 1000);
    const until = deployment.preview?.expiresAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(deployment.preview.expiresAt);
    if (deployment.status === undefined)
        return `${STOPPED} ${name}: its end is not known`;
    switch (deployment.status) {
        case 'healthy':
            return `${DONE} ${name}: healthy${took && ` in ${took}`}${until === undefined ? '' : `, expires ${until}`}`;
        case 'failed':
            return `${FAILED} ${name} failed${took && ` after ${took}`}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${took && ` after ${took}`}`;
        case 'timed_out':
            return `${FAILED} ${name}: not healthy${took && ` after ${took}`}`;
    }
}
function cleanupLine(facts) {
    const kept = facts.kept === 0 ? '' : `, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.kept, 'preview')} kept`;
    return `${DONE} Preview cleanup: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.deleted, 'preview')} deleted${kept} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** A phase that ended by an error of its own, e.g. `✗ Pack failed after 0.2 s: the context … is empty`. */
function brokenLine(phase, reason, ms) {
    return `${FAILED} ${word(phase)} failed after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)}: ${word(reason, 500)}`;
}
/** Names from outside stay on their line, and no runner finds a command in them. */
function word(text, limit = 120) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit).replaceAll('##[', '## [');
}


/***/ }),

/***/ 6965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ SUMMARY_LIMIT),
/* harmony export */   renderSummary: () => (/* binding */ renderSummary),
/* harmony export */   writeSummary: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _chart_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6637);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);
/* harmony import */ var _failure_blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6223);
/* harmony import */ var _left_blocks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1755);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2560);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3119);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8578);








/** GitHub loses a summary above 1 MiB whole, Gitea cuts it (docs/platform.md, Files, state, limits). */
const SUMMARY_LIMIT = 900 * 1024;
const DETAILS = [
    { lines: 60, steps: 200, chart: true, nameLimit: 300 },
    { lines: 40, steps: 50, chart: true, nameLimit: 160 },
    { lines: 20, steps: 20, chart: false, nameLimit: 120 },
    { lines: 5, steps: 5, chart: false, nameLimit: 80 },
    { lines: 0, steps: 0, chart: false, nameLimit: 40 },
];
const BYTES_A_LINE = 300;
/** Of a failing step's log; those before are folded. */
const OPEN_LINES = 20;
/** The job summary of one run, as Markdown that GitHub and Gitea draw alike; at most `maxBytes` of UTF-8. */
function renderSummary(result, maxBytes = SUMMARY_LIMIT) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .renderWithin */ .As)(DETAILS, maxBytes, (detail) => summaryBlocks(result, detail));
}
function summaryBlocks(result, detail) {
    const { icon } = _states_js__WEBPACK_IMPORTED_MODULE_6__/* .STATES */ .xj[result.outcome];
    const facts = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .x)(result, detail);
    const chart = detail.chart ? (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .timeline */ .I)(result, { withSteps: false }) : undefined;
    const limits = {
        maxLines: detail.lines,
        maxBytes: detail.lines * BYTES_A_LINE,
        nameLimit: detail.nameLimit,
        openLines: OPEN_LINES,
    };
    const cloud = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .untrustedText */ .Ui)(result.cloudTitle ?? result.cloud, detail.nameLimit);
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`${icon} `), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)((0,_states_js__WEBPACK_IMPORTED_MODULE_6__/* .subjectOf */ .et)(result), detail.nameLimit), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(` · ${(0,_states_js__WEBPACK_IMPORTED_MODULE_6__/* .resultSentence */ .bt)(result)}`)),
        ...(0,_failure_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .failureBlocks */ .p)(result, limits),
        ...(0,_left_blocks_js__WEBPACK_IMPORTED_MODULE_4__/* .leftBlocks */ .C)(result.previewsLeft ?? [], detail.nameLimit),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Cloud')], cloud], facts.map(([name, value]) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(name)], value])),
        ...stepBlocks(result.build?.steps ?? [], detail),
        ...(chart === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Timeline')), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fence */ .EU)(chart.split('\n'), 'mermaid')]),
        ...(result.commentTrouble === undefined
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('⚠️ '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .untrustedText */ .Ui)(result.commentTrouble))]),
        ...linkBlocks(result),
    ];
}
function stepBlocks(steps, detail) {
    if (steps.length === 0 || detail.steps === 0)
        return [];
    const shown = steps.slice(0, detail.steps);
    const leftOut = steps.length - shown.length;
    const slowest = Math.max(...shown.map((step) => step.seconds ?? 0));
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Dockerfile steps')),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Step')], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Time')]], shown.map((step) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(step.name, Math.min(detail.nameLimit, 160))], stepTime(step, slowest)])),
        ...(leftOut > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(leftOut, 'further step')} left out.`))] : []),
    ];
}
/** The slowest step stands out: it is where the next minute can be saved. */
function stepTime(step, slowest) {
    const time = step.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .duration */ .p0)(step.seconds * 1000);
    switch (step.state) {
        case 'cached':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('cached')];
        case 'failed':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`❌ failed${time && ` after ${time}`}`))];
        case 'cancelled':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`cancelled${time && ` after ${time}`}`)];
        case 'running':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time ? `${time}, not finished` : 'not finished')];
        case 'done':
            return [step.seconds === slowest && slowest >= 1 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time)) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time || '–')];
    }
}
function linkBlocks({ runUrl, commentUrl }) {
    const links = [
        ...(runUrl === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)('Run', runUrl)]),
        ...(commentUrl === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)('Comment', commentUrl)]),
    ];
    if (links.length === 0)
        return [];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)(...links.flatMap((node, index) => (index === 0 ? [node] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(' · '), node])))];
}
/**
 * Adds the text to the step's summary file. Never throws: a summary decides nothing.
 * @param path GITHUB_STEP_SUMMARY; the file is shared with the post step on Gitea, whose share of the limit counts.
 * @returns whether it was written, so that the log can carry it otherwise.
 */
async function writeSummary(path, text) {
    if (!path)
        return false;
    try {
        const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.size, () => 0);
        if (before + (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .bytesOf */ .$$)(text) > SUMMARY_LIMIT)
            return false;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(path, before > 0 ? `\n${text}` : text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
