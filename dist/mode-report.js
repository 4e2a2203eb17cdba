export const id = "mode-report";
export const ids = ["mode-report"];
export const modules = {

/***/ 2075:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: function() { return /* binding */ report; }
});

// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/report/chart.js
var report_chart = __webpack_require__(6637);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/report/write-summary.js
var write_summary = __webpack_require__(6051);
// EXTERNAL MODULE: ./lib/src/report/comparison.js
var comparison = __webpack_require__(551);
;// CONCATENATED MODULE: ./lib/src/report/pages/account-figures.js


function accountBuild(build) {
    const seconds = (Date.parse(build.endedAt ?? '') - Date.parse(build.startedAt ?? '')) / 1000;
    const name = build.agentName ?? build.imageName;
    const { contextHash, dockerfile, region, imageBytes } = build;
    const inputs = name === undefined
        ? (0,omit_undefined/* omitUndefined */.O)({ contextHash, dockerfile, region, imageBytes })
        : {};
    return {
        ...inputs,
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

// EXTERNAL MODULE: ./lib/src/report/pages/column-table.js
var column_table = __webpack_require__(5627);
;// CONCATENATED MODULE: ./lib/src/report/pages/words.js

/** Our own words that several tables of the report use. */
const STATUS_WORDS = {
    queued: '⏳ queued',
    running: '⏳ running',
    succeeded: '✅ succeeded',
    failed: '❌ failed',
    cancelled: '🚫 cancelled',
    'timed-out': '❌ timed out',
    errored: '❌ cloud error',
    unknown: '❔ unknown',
};
/** Never rounded up to 100 or down to 0: one failure in a thousand must be visible. */
function percent(rate) {
    const whole = Math.round(rate * 100);
    if (whole === 100 && rate < 1)
        return 'over 99%';
    return whole === 0 && rate > 0 ? 'under 1%' : `${whole}%`;
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

;// CONCATENATED MODULE: ./lib/src/report/pages/account-agents.js





/** Builds by agent, else by image; builds with neither are in no group. In the order of their newest builds. */
function groupsOf(builds) {
    const byName = new Map();
    for (const build of builds) {
        if (build.name === undefined)
            continue;
        const known = byName.get(build.name);
        if (known)
            known.push(build);
        else
            byName.set(build.name, [build]);
    }
    return [...byName].map(([name, own]) => ({ name, builds: own, statistics: statisticsOf(own) }));
}
/** One row per agent, if there are several: first those with a failed last build, then by name. */
function agentBlocks(builds, at, most) {
    const groups = groupsOf(builds);
    if (groups.length < 2)
        return [];
    const sorted = groups.toSorted((a, b) => Number(isBroken(b)) - Number(isBroken(a)) || (a.name < b.name ? -1 : 1));
    const shown = sorted.slice(0, Math.max(1, most));
    return [(0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)('Agents')), ...(0,column_table/* columnTable */.d)(columnsAt(at), shown)];
}
function isBroken({ builds }) {
    const last = builds.find(({ status }) => status !== 'queued' && status !== 'running');
    return (last !== undefined &&
        (last.status === 'failed' || last.status === 'timed-out' || last.status === 'errored'));
}
function columnsAt(at) {
    const seconds = (value) => value === undefined ? [] : [(0,markdown/* text */.Qq)((0,units/* duration */.p0)(value * 1000))];
    return [
        { title: 'Agent', cell: ({ name }) => [(0,markdown/* code */.aY)(name, 60)], stays: true },
        { title: 'Builds', cell: ({ builds }) => [(0,markdown/* text */.Qq)(builds.length.toLocaleString('en-US'))], stays: true },
        {
            title: 'Succeeded',
            cell: ({ statistics: { successRate } }) => successRate === undefined ? [] : [(0,markdown/* text */.Qq)(percent(successRate))],
            stays: true,
        },
        { title: 'Median', cell: ({ statistics }) => seconds(statistics.medianSeconds), stays: true },
        { title: '95th percentile', cell: ({ statistics }) => seconds(statistics.p95Seconds), stays: true },
        { title: 'Last build', cell: ({ builds }) => lastBuild(builds, at), stays: true },
        { title: 'Trend', cell: ({ builds }) => trendOf(builds) },
    ];
}
function lastBuild([last], at) {
    return last === undefined ? [] : [(0,markdown/* text */.Qq)(`${STATUS_WORDS[last.status]}, ${ago(last.createdAt, at)}`)];
}
const BARS = '▁▂▃▄▅▆▇█';
/** More bars are not readable. */
const MOST_BARS = 20;
/** Oldest first: the duration of each successful build relative to the longest, `×` for a failed one. */
function trendOf(builds) {
    const last = builds
        .filter(({ status, seconds }) => status !== 'succeeded' || seconds !== undefined)
        .filter(({ status }) => status !== 'queued' && status !== 'running' && status !== 'unknown')
        .slice(0, MOST_BARS)
        .toReversed();
    const longest = Math.max(...last.map(({ status, seconds = 0 }) => (status === 'succeeded' ? seconds : 0)), 1);
    const bars = last.map(({ status, seconds = 0 }) => status === 'succeeded'
        ? BARS[Math.min(BARS.length - 1, Math.floor((seconds / longest) * BARS.length))]
        : '×');
    return bars.length < 2 ? [] : [(0,markdown/* code */.aY)(bars.join(''), MOST_BARS)];
}

;// CONCATENATED MODULE: ./lib/src/report/pages/account.js







const ROWS = [1000, 300, 100, 20, 0];
/** The job summary of `mode: report`: the account's builds, undeployed agents, live previews with their expiry. */
function renderAccount(account) {
    return (0,markdown/* renderWithin */.As)(ROWS, write_summary/* SUMMARY_LIMIT */.J, (rows) => accountBlocks(account, rows));
}
function accountBlocks(account, rows) {
    const { cloud, only, builds, undeployed, previews, at, notes } = account;
    const of = only === undefined ? [] : [(0,markdown/* text */.Qq)(' · '), (0,markdown/* code */.aY)(only, 80)];
    return [
        (0,markdown/* heading */.R_)(2, (0,markdown/* text */.Qq)('Builds on '), ...(0,markdown/* untrustedText */.Ui)(cloud, 80), ...of),
        (0,markdown/* paragraph */.FY)(...headline(account)),
        ...agentBlocks(builds, at, rows),
        ...chartBlocks(builds),
        ...section('Recent builds', builds, rows, (shown) => buildBlocks(shown, at)),
        ...section('Live previews', previews ?? [], rows, (shown) => [previewTable(shown, at)]),
        ...section('Built, but never deployed', undeployed ?? [], rows, (shown) => [undeployedTable(shown, at)]),
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
/**
 * Successful builds only, oldest first, and of one agent only: durations of failed builds or of several agents cannot
 * be compared.
 */
function chartBlocks(builds) {
    if (groupsOf(builds).length > 1)
        return [];
    const values = builds
        .filter(({ status }) => status === 'succeeded')
        .flatMap(({ tag, id, seconds }) => seconds === undefined ? [] : [{ label: (tag ?? id).slice(0, 12), seconds }])
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
function section(title, items, rows, blocksOf) {
    if (items.length === 0)
        return [];
    const shown = items.slice(0, rows);
    const more = items.length - shown.length;
    return [
        (0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)(title)),
        ...(shown.length === 0 ? [] : blocksOf(shown)),
        ...(more === 0 ? [] : [(0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(`${more.toLocaleString('en-US')} more are not shown.`))]),
    ];
}
/** The columns depend on what the cloud knows of its builds. */
function buildBlocks(builds, at) {
    const isTagged = builds.some(({ tag }) => tag !== undefined);
    const columns = [
        { title: 'Agent or image', cell: ({ name }) => known(name) },
        isTagged
            ? { title: 'Tag', cell: ({ tag }) => known(tag) }
            : { title: 'Build', cell: ({ id }) => known(id) },
        { title: 'Commit', cell: ({ commit }) => known(commit && (0,units/* short */.h0)(commit)) },
        { title: 'Context', cell: ({ contextHash }) => known(contextHash && (0,units/* short */.h0)(contextHash)) },
        { title: 'Dockerfile', cell: ({ dockerfile }) => known(dockerfile) },
        { title: 'Region', cell: ({ region }) => known(region) },
        { title: 'Image', cell: ({ imageBytes }) => (imageBytes === undefined ? [] : [(0,markdown/* text */.Qq)((0,units/* size */.Ej)(imageBytes))]) },
        { title: 'Status', cell: ({ status }) => [(0,markdown/* text */.Qq)(STATUS_WORDS[status])], stays: true },
        {
            title: 'Took',
            cell: ({ seconds }) => (seconds === undefined ? [] : [(0,markdown/* text */.Qq)((0,units/* duration */.p0)(seconds * 1000))]),
            stays: true,
        },
        { title: 'When', cell: ({ createdAt }) => [(0,markdown/* text */.Qq)(ago(createdAt, at))], stays: true },
    ];
    return (0,column_table/* columnTable */.d)(columns, builds);
}
function previewTable(previews, at) {
    return (0,markdown/* table */.tp)(['Agent', 'Label', 'Status', 'Expires', 'Left'].map((title) => [(0,markdown/* text */.Qq)(title)]), previews.map(({ agent, label, status, expiresAt, byTtl }) => [
        knownOrDash(agent),
        knownOrDash(label),
        (0,markdown/* untrustedText */.Ui)(status, 40),
        [(0,markdown/* text */.Qq)(`${(0,units/* utcMinute */.vD)(expiresAt ?? '') ?? '–'}${byTtl ? ' by preview-ttl' : ''}`)],
        [(0,markdown/* text */.Qq)(timeLeft(expiresAt, at))],
    ]));
}
function undeployedTable(agents, at) {
    return (0,markdown/* table */.tp)(['Agent', 'Builds', 'Latest', 'Status', 'When'].map((title) => [(0,markdown/* text */.Qq)(title)]), agents.map(({ agent, builds, latest }) => [
        knownOrDash(agent),
        [(0,markdown/* text */.Qq)(builds.toLocaleString('en-US'))],
        knownOrDash(latest.tag ?? latest.id),
        [(0,markdown/* text */.Qq)(STATUS_WORDS[latest.status])],
        [(0,markdown/* text */.Qq)(ago(latest.createdAt, at))],
    ]));
}
function known(value) {
    return value === undefined ? [] : [(0,markdown/* code */.aY)(value, 60)];
}
function knownOrDash(value) {
    return value === undefined ? [(0,markdown/* text */.Qq)('–')] : known(value);
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/previews.js
var previews = __webpack_require__(4704);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/modes/report/undeployed.js


/** Agents that were built and never deployed, if the cloud can list them; only the given agent, if there is one. */
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
/** @throws anything but a refusal: network errors and bugs are not for a footnote */
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
 * Live previews, the one that expires first on top; of the given agent, else of the agents that were built last, else,
 * where builds name no agent, those that have this repository's mark in their name.
 * @param agents the names in the builds
 */
async function livePreviews(step, { deployments, traits }, agents, notes) {
    if (!deployments)
        return undefined;
    const { agent } = step.settings;
    const named = agent?.by === 'agent-name' ? [agent.value] : agents.slice(0, MOST_AGENTS);
    const asked = named.length === 0 && !traits.buildsNameAgents ? [undefined] : named;
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
async function previewsOf({ settings, signal, trigger }, deployments, agentName, notes) {
    const live = [];
    let read = 0;
    for await (const preview of deployments.previews({ ...(agentName !== undefined && { agentName }), repositories: trigger.repository?.addresses ?? [] }, signal)) {
        const name = agentName ?? preview.agentName ?? preview.id;
        if ((0,previews/* isLive */.DG)(preview))
            live.push(livePreview(preview, name, settings.preview.ttlMs));
        read += 1;
        if (read < MOST_READ)
            continue;
        notes.push(`Of ${agentName ?? 'all agents'} only the newest ${MOST_READ} previews were looked at.`);
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
 * The newest builds, `history` of them; only of the given agent, if there is one and builds name theirs.
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
 * Writes a job summary of the account: recent builds, undeployed agents, live previews with their expiry.
 * @throws {UserError} where the key may not list builds; other parts that cannot be read are left out with a line
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


/***/ })

};
