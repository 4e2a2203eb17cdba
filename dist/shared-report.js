export const id = "shared-report";
export const ids = ["shared-report"];
export const modules = {

/***/ 6945:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OB: function() { return /* binding */ rowOf; },
/* harmony export */   c0: function() { return /* binding */ countStates; },
/* harmony export */   gD: function() { return /* binding */ headlineOf; },
/* harmony export */   sN: function() { return /* binding */ sortRows; }
/* harmony export */ });
/* harmony import */ var _omit_undefined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2156);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3119);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8578);



/** The row of one run. */
function rowOf(result) {
    const { build, stillRunning, previewsLeft } = result;
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_1__/* .omitUndefined */ .O)({
        state: (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .shownState */ .B5)(result),
        agent: (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectOf */ .et)(result),
        cloud: result.cloudTitle ?? (result.cloud === '' ? undefined : result.cloud),
        commit: result.source.commit,
        preview: previewOf(result),
        earlier: stillRunning &&
            (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_1__/* .omitUndefined */ .O)({ id: stillRunning.id, commit: stillRunning.commit }),
        left: previewsLeft?.length || undefined,
        built: build?.reused ? 'reused' : undefined,
        seconds: build?.reused ? undefined : build?.seconds,
        medianSeconds: build?.medianSeconds,
        runUrl: result.runUrl,
        repositoryUrl: result.repository?.url,
        unnamed: result.unnamed,
        step: result.step,
    });
}
/** A preview that was never deployed, or was deleted, is not in the row. */
function previewOf({ deployment, outcome }) {
    const { preview, id, status, goesOn } = deployment ?? {};
    if (preview === undefined)
        return undefined;
    const isMissing = status !== undefined && status !== 'healthy' && goesOn === undefined;
    if (isMissing || (outcome === 'failed' && status === undefined))
        return undefined;
    const { label, url, expiresAt, reach } = preview;
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_1__/* .omitUndefined */ .O)({ label, id, url, expiresAt, reach });
}
/** First what needs a person, then what is running, what is ready, what has ended. */
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
/** States of running work change often: the order of rows must not change with them. */
function groupOf(state) {
    return (0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorking */ .ms)(state) ? 'building' : state;
}
/** By code unit, not by a locale: every writer must get the same order. */
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
    const words = states.map((state) => (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(counts.get(state) ?? 0, _states_js__WEBPACK_IMPORTED_MODULE_0__/* .STATES */ .xj[state].word, _states_js__WEBPACK_IMPORTED_MODULE_0__/* .STATES */ .xj[state].word));
    return { icon: states[0] === undefined ? '☁️' : _states_js__WEBPACK_IMPORTED_MODULE_0__/* .STATES */ .xj[states[0]].icon, words: words.join(', ') };
}
/** `❌ Cloud builds: 1 failed, 2 ready`; words of ours only. */
function headlineOf(rows) {
    const { icon, words } = countStates(rows);
    return words === '' ? `${icon} Cloud builds` : `${icon} Cloud builds: ${words}`;
}


/***/ }),

/***/ 2945:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: function() { return /* binding */ FULL_TABLE; },
/* harmony export */   q: function() { return /* binding */ agentTable; }
/* harmony export */ });
/* harmony import */ var _agent_row_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6945);
/* harmony import */ var _filled_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5172);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2560);
/* harmony import */ var _pages_of_forge_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(625);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3119);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8578);






const FULL_TABLE = { nameLimit: 60, equalOnce: false, links: true };
/**
 * The one table of comment and summary, one row per agent: failed first, then working, ready, removed; within these
 * by name. A column that would be empty is left out.
 * @returns no blocks where there are no rows
 */
function agentTable(rows, detail = FULL_TABLE) {
    if (rows.length === 0)
        return [];
    const sorted = (0,_agent_row_js__WEBPACK_IMPORTED_MODULE_0__/* .sortRows */ .sN)(rows);
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
    return [(0,_filled_table_js__WEBPACK_IMPORTED_MODULE_1__/* .filledTable */ .p)(columns, sorted.length), ...onceBlocks(once)];
}
const COLUMNS = [
    { title: 'State', cell: ({ state }) => [unbroken(`${_states_js__WEBPACK_IMPORTED_MODULE_3__/* .STATES */ .xj[state].icon} ${_states_js__WEBPACK_IMPORTED_MODULE_3__/* .STATES */ .xj[state].word}`)] },
    { title: 'Agent', cell: agentCell },
    { title: 'Preview', cell: previewCell },
    { title: 'Commit', cell: commitCell },
    { title: 'Time', cell: timeCell },
];
function agentCell({ agent, cloud, key }, { detail, severalClouds }) {
    return joined([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(agent, detail.nameLimit)], severalClouds && cloud !== undefined ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(cloudWords(cloud))] : [], key === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(key, detail.nameLimit)]);
}
/** Names of clouds are ours, but one that was read from a comment may be any text. */
function cloudWords(cloud) {
    return cloud.replace(/[^\p{L}\p{N} .-]/gu, '').slice(0, 40);
}
function previewCell({ preview, earlier, left, state }, { detail }) {
    const { nameLimit } = detail;
    if (state === 'removed')
        return left === undefined ? removedWords(preview, nameLimit) : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(leftWords(left))];
    const until = preview?.expiresAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .utcDayMinute */ .T9)(preview.expiresAt);
    return joined(preview === undefined ? [] : previewWords(preview, nameLimit), until === undefined ? [] : [unbroken(`until ${until}`)], earlier === undefined ? [] : earlierWords(earlier, nameLimit));
}
function removedWords(preview, limit) {
    return preview === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(preview.label, limit), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(' removed')];
}
function leftWords(left) {
    return left === 1 ? '1 preview left' : `${left} previews left`;
}
/** Without an address it shows the name to reach the preview with. */
function previewWords({ label, id, url, reach }, limit) {
    if (url !== undefined)
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .linked */ .q)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(label, limit), url)];
    if (reach !== undefined)
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(reach, limit)];
    return id === undefined ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(label, limit)] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(label, limit), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(' '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id, limit)];
}
function earlierWords({ id, commit }, limit) {
    const of = commit === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(' of '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(commit.slice(0, 7))];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('earlier '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id, limit), ...of, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(' still runs')];
}
function commitCell(row, { detail, once }) {
    return once.commit === undefined ? commitWords(row, detail.links) : [];
}
function commitWords({ commit, repositoryUrl }, links) {
    if (commit === undefined)
        return [];
    const words = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(commit.slice(0, 7));
    return [links ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .linked */ .q)(words, (0,_pages_of_forge_js__WEBPACK_IMPORTED_MODULE_5__/* .commitUrl */ .B)(repositoryUrl, commit)) : words];
}
function timeCell(row, { detail, once }) {
    const { seconds, medianSeconds, built, runUrl } = row;
    const url = detail.links && once.run === undefined ? runUrl : undefined;
    const words = seconds === undefined ? built : (0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(seconds * 1000).replaceAll(' ', NO_BREAK);
    const median = medianSeconds === undefined ? [] : [unbroken(`median ${(0,_units_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(medianSeconds * 1000)}`)];
    if (words === undefined)
        return url === undefined ? median : joined([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)('run', url)], median);
    return joined([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(words, url)], median);
}
/** Any row with the commit and the run, where these are equal in all rows. */
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
    const parts = joined(commit === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)('Commit '), ...commitWords(commit, true)], run === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)('Run', run.runUrl)]);
    return parts.length === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)(...parts)];
}
const NO_BREAK = '\u00A0';
/** Cells are narrow: a time or a state must not break into two lines. */
function unbroken(words) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(words.replaceAll(' ', NO_BREAK));
}
/** The non-empty parts, with a dot between them. */
function joined(...parts) {
    return parts
        .filter((part) => part.length > 0)
        .flatMap((part, index) => (index === 0 ? part : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(' · '), ...part]));
}


/***/ }),

/***/ 6637:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: function() { return /* binding */ timeline; },
/* harmony export */   h: function() { return /* binding */ durationChart; }
/* harmony export */ });
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3119);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8578);



/** Charts as Mermaid text, which both forges render in a `mermaid` fence of at most 50,000 characters. */
/** More bars are not readable; the longest steps are kept, in their order. */
const MOST_STEPS = 30;
const MOST_PHASES = 50;
const LONGEST_NAME = 60;
/** A day in winter, so that daylight saving time shifts no bar. Bars are relative to the run's start. */
const ORIGIN = Date.UTC(2000, 0, 1);
const HOUR_MS = 3_600_000;
const LONGEST_RUN_MS = 30 * 24 * HOUR_MS;
/** A shorter run needs no chart: its bars would look alike. */
const LEAST_MS = 10_000;
const LEAST_PHASES = 2;
/**
 * The run's phases and Dockerfile steps over time; `undefined` where it is of no use: while the run goes on, for a
 * short run, for a single phase.
 */
function timeline(result, { withSteps = true } = {}) {
    const phases = result.phases
        .filter((phase) => Number.isFinite(phase.startedAt + phase.endedAt))
        .slice(0, MOST_PHASES);
    if ((0,_states_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorking */ .ms)(result.outcome) || phases.length < LEAST_PHASES)
        return undefined;
    const steps = stepBars(withSteps ? (result.build?.steps ?? []) : [], phases);
    const start = Math.min(...[...phases, ...steps.bars].map((bar) => bar.startedAt));
    const end = Math.max(...[...phases, ...steps.bars].map((bar) => bar.endedAt));
    if (end - start < LEAST_MS)
        return undefined;
    const stepTitle = steps.leftOut > 0 ? `Steps (${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(steps.leftOut, 'short one')} left out)` : 'Steps';
    const lines = [
        'gantt',
        '  dateFormat YYYY-MM-DDTHH:mm:ss.SSS',
        `  axisFormat ${end - start >= HOUR_MS ? '%H:%M:%S' : '%M:%S'}`,
        `  tickInterval ${tickOf(end - start)}`,
        '  todayMarker off',
        '  section Run',
        ...phases.map((bar, index) => taskLine(bar, `p${index}`, start)),
        ...(steps.bars.length > 0 ? [`  section ${stepTitle}`] : []),
        ...steps.bars.map((bar, index) => taskLine(bar, `s${index}`, start)),
    ];
    return lines.join('\n');
}
/** Milliseconds and Mermaid's words: labels of whole seconds never repeat. */
const TICKS = [
    [2_000, '2second'],
    [5_000, '5second'],
    [10_000, '10second'],
    [30_000, '30second'],
    [60_000, '1minute'],
    [120_000, '2minute'],
    [300_000, '5minute'],
    [600_000, '10minute'],
    [1_800_000, '30minute'],
    [3_600_000, '1hour'],
    [6 * 3_600_000, '6hour'],
];
/** More labels would overlap on a narrow page. */
const MOST_TICKS = 6;
function tickOf(ms) {
    return TICKS.find(([tick]) => ms / tick <= MOST_TICKS)?.[1] ?? '1day';
}
/** Steps without a start time are placed one after the other, inside the build phase as far as possible. */
function stepBars(steps, phases) {
    const build = phases.find((phase) => phase.name.startsWith('Build')) ?? phases[0];
    if (!build)
        return { bars: [], leftOut: 0 };
    let cursor = build.startedAt;
    const bars = steps.flatMap((step) => {
        const ms = (step.seconds ?? Number.NaN) * 1000;
        if (!(ms >= 0 && ms < LONGEST_RUN_MS) || step.state === 'cached')
            return [];
        const startedAt = step.startedAt ?? Math.max(build.startedAt, Math.min(cursor, build.endedAt - ms));
        cursor = startedAt + ms;
        const state = step.state === 'failed' || step.state === 'cancelled' ? step.state : 'done';
        return [{ name: step.name, startedAt, endedAt: cursor, state }];
    });
    const longest = new Set(bars.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_STEPS));
    return { bars: bars.filter((bar) => longest.has(bar)), leftOut: bars.length - longest.size };
}
function lengthOf(bar) {
    return bar.endedAt - bar.startedAt;
}
const TAGS = { done: 'done', failed: 'crit', cancelled: 'active' };
/** A bar without length is not drawn: each gets at least a millisecond. */
function taskLine(bar, id, start) {
    const from = bar.startedAt - start;
    const to = Math.max(bar.endedAt - start, from + 1);
    const name = `${plainName(bar.name, LONGEST_NAME)} · ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(lengthOf(bar))}`;
    return `  ${name} :${TAGS[bar.state]}, ${id}, ${clockTime(from)}, ${clockTime(to)}`;
}
function clockTime(sinceStart) {
    return new Date(ORIGIN + Math.round(Math.min(sinceStart, LONGEST_RUN_MS))).toISOString().slice(0, -1);
}
/** Characters that Mermaid reads as syntax, and their replacements in a name. */
const LOOKALIKES = {
    ':': '∶',
    ';': ',',
    '#': '＃',
    '%': '％',
    '"': "'",
    '`': "'",
    '<': '‹',
    '>': '›',
    '\\': '∖',
    '[': '(',
    ']': ')',
    '{': '(',
    '}': ')',
    '&': '+',
};
/** Words that begin a statement at the start of a line in a Mermaid chart. */
const STATEMENT = /^(?:acc|axis|bar|call|click|date|exclude|gantt|href|include|inclusive|line|section|tick|title|today|top|vert|week|x-|xy|y-|\d{4}-|-)/i;
/** Text from outside as a name in a chart: one line without special characters. */
function plainName(name, limit) {
    const plain = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name, limit)
        .replace(/[:;#%"`<>\\[\]{}&]/g, (sign) => LOOKALIKES[sign] ?? ' ')
        .replace(/\${2,}/g, '$')
        .trim();
    if (plain === '')
        return '?';
    return STATEMENT.test(plain) ? `· ${plain}` : plain;
}
/** More bars leave no space for their numbers on a narrow page; the last ones are kept. */
const MOST_COLUMNS = 20;
const BAR_WIDTH = 30;
/**
 * Durations in their order, as a Mermaid chart and as lines of text for renderers without Mermaid. Bars have numbers,
 * because names would overlap; the lines explain the numbers.
 */
function durationChart(values) {
    const shown = values
        .filter((value) => Number.isFinite(value.seconds) && value.seconds >= 0)
        .slice(-MOST_COLUMNS);
    if (shown.length === 0)
        return undefined;
    const most = Math.max(...shown.map((value) => value.seconds), 1);
    const inMinutes = most >= 600;
    const scaled = (seconds) => Number((inMinutes ? seconds / 60 : seconds).toFixed(2));
    const labels = shown.map(({ label }, index) => `${String(index + 1).padStart(2)} ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(label, 16)}`);
    const width = Math.max(...labels.map((label) => label.length));
    return {
        mermaid: [
            'xychart-beta',
            `  x-axis "build, oldest first" [${shown.map((_, index) => `"${index + 1}"`).join(', ')}]`,
            `  y-axis "${inMinutes ? 'minutes' : 'seconds'}" 0 --> ${Math.ceil(scaled(most))}`,
            `  bar [${shown.map((value) => scaled(value.seconds)).join(', ')}]`,
        ].join('\n'),
        lines: shown.map((value, index) => {
            const bar = '█'.repeat(Math.max(1, Math.round((value.seconds / most) * BAR_WIDTH)));
            return `${(labels[index] ?? '').padEnd(width)} ${bar.padEnd(BAR_WIDTH)} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(value.seconds * 1000)}`;
        }),
    };
}


/***/ }),

/***/ 551:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: function() { return /* binding */ compareBuilds; },
/* harmony export */   u: function() { return /* binding */ medianOf; }
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/** A step has grown if it takes this much longer, in seconds: less is chance. */
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
/** NaN for no values. */
function medianOf(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    const lower = sorted[Math.floor(middle)] ?? Number.NaN;
    const upper = sorted[Math.ceil(middle)] ?? Number.NaN;
    return (lower + upper) / 2;
}
/** Steps are matched by instruction, since their numbers shift when one is added. Of equal ones the first counts. */
function mostGrown(steps, before) {
    const known = new Map(before.toReversed().map((step) => [nameOf(step), step]));
    const grown = steps.flatMap((step) => {
        const was = known.get(nameOf(step));
        if (step.seconds === undefined || was?.seconds === undefined)
            return [];
        // The time of a cached step is not the step's own time.
        return was.state === 'cached' ? [] : [{ name: nameOf(step), by: step.seconds - was.seconds }];
    });
    const most = grown.toSorted((a, b) => b.by - a.by)[0];
    return most && most.by >= NOTABLE_SECONDS ? most : undefined;
}
function nameOf({ instruction, name }) {
    return instruction ?? name;
}


/***/ }),

/***/ 8566:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: function() { return /* binding */ factsOf; }
/* harmony export */ });
/* harmony import */ var _goes_on_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4093);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2560);
/* harmony import */ var _pages_of_forge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(625);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8578);




/** A row whose fact is unknown is left out. */
function factsOf(result, { nameLimit }) {
    const rows = [
        ['Commit', commitFact(result, nameLimit)],
        ['Image', imageFact(result.build, nameLimit)],
        ['VM image', vmImageFact(result.build, nameLimit)],
        ['Reused', reusedFact(result.build, nameLimit)],
        ['Build', buildFact(result.build, nameLimit)],
        ['Not reused', sentenceFact(result.build?.whyBuilt, nameLimit)],
        [
            'Compared',
            result.build?.comparison === undefined
                ? undefined
                : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .untrustedText */ .Ui)(result.build.comparison, nameLimit * 2),
        ],
        ['Preview', previewFact(result, nameLimit)],
        ['Deployment', deploymentFact(result.deployment, nameLimit)],
        ['Not deployed', sentenceFact(result.whyNotDeployed, nameLimit)],
        ['Still running', stillRunningFact(result, nameLimit)],
        ['Previews deleted', deletedFact(result, nameLimit)],
        ['Previews left', leftFact(result)],
        ['Context', contextFact(result)],
    ];
    return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
function sentenceFact(sentence, limit) {
    return sentence === undefined ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .untrustedText */ .Ui)(sentence, limit * 2);
}
function commitFact({ source, repository }, limit) {
    if (source.commit === undefined && source.ref === undefined)
        return undefined;
    return spaced(source.commit === undefined
        ? undefined
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linked */ .q)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(source.commit)), (0,_pages_of_forge_js__WEBPACK_IMPORTED_MODULE_3__/* .commitUrl */ .B)(repository?.url, source.commit)), source.ref === undefined ? undefined : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('on '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(source.ref, limit)], source.dirty ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('with uncommitted changes') : undefined);
}
function imageFact(build, limit) {
    if (build?.image) {
        const note = build.image.partial ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('(the cloud reports no registry)') : undefined;
        const { displayRef, imageBytes } = build;
        return spaced((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(build.image.reference, limit * 2), note, displayRef === undefined ? undefined : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('· '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(displayRef, limit * 2)], imageBytes === undefined ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`· ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(imageBytes)}`));
    }
    if (build?.imageName === undefined)
        return undefined;
    const isMissing = build.status !== undefined && build.status !== 'success' && build.goesOn === undefined;
    return spaced((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(build.imageTag === undefined ? build.imageName : `${build.imageName}:${build.imageTag}`, limit * 2), isMissing ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('(not built)') : undefined);
}
function vmImageFact(build, limit) {
    if (!build?.vmImage)
        return undefined;
    const { status, goesOn, reference, seconds } = build.vmImage;
    if (goesOn !== undefined)
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(_goes_on_js__WEBPACK_IMPORTED_MODULE_0__/* .GOES_ON */ .b[goesOn])];
    const time = seconds === undefined ? '' : ` in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(seconds * 1000)}`;
    if (status !== 'success')
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(status === undefined ? 'not finished' : 'not built')];
    return spaced(reference === undefined ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('built') : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(reference, limit * 2), time === '' ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`(made${time})`));
}
function reusedFact(build, limit) {
    if (!build?.reused)
        return undefined;
    const { commit, createdAt } = build.reused;
    const when = createdAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .utcMinute */ .vD)(createdAt);
    return spaced((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('built'), commit === undefined ? undefined : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('from commit '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(commit), limit)], when === undefined ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`on ${when}`), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('with the same inputs'));
}
function buildFact(build, limit) {
    if (build?.id === undefined)
        return undefined;
    const cached = build.steps.filter((step) => step.state === 'cached').length;
    const steps = build.steps.length === 0 ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`· ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(build.steps.length, 'step')}, ${cached} cached`);
    const log = build.logLines === undefined ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`· ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(build.logLines, 'log line')}`);
    const time = build.seconds === undefined ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`· ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(build.seconds * 1000)}`);
    return spaced((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(build.id, limit), time, steps, log);
}
function leftFact({ previewsLeft }) {
    return previewsLeft && previewsLeft.length > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${previewsLeft.length}`)] : undefined;
}
/** A run that failed or was cancelled before its preview was healthy has none, unless the rollout goes on. */
function previewFact({ outcome, deployment }, limit) {
    if (!deployment?.preview)
        return undefined;
    const { id, status, goesOn } = deployment;
    const isStopped = outcome === 'failed' || (outcome === 'cancelled' && !goesOn);
    if (isStopped && (id === undefined || (status !== undefined && status !== 'healthy')))
        return undefined;
    const until = deployment.preview.expiresAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .utcMinute */ .vD)(deployment.preview.expiresAt);
    const isGone = outcome === 'removed' || until === undefined;
    const { label, url } = deployment.preview;
    return spaced(outcome === 'removed' ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(label, limit) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .linked */ .q)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(label, limit), url), isGone ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`· expires ${until}`));
}
function deploymentFact(deployment, limit) {
    return deployment?.id === undefined ? undefined : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(deployment.id, limit)];
}
function stillRunningFact({ stillRunning }, limit) {
    if (!stillRunning)
        return undefined;
    const since = stillRunning.createdAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .utcMinute */ .vD)(stillRunning.createdAt);
    return spaced([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('the earlier preview '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(stillRunning.id, limit)], stillRunning.commit === undefined ? undefined : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('of commit '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(stillRunning.commit))], since === undefined ? undefined : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`since ${since}`));
}
const MOST_IDS = 5;
function deletedFact({ previewsDeleted }, limit) {
    if (!previewsDeleted || previewsDeleted.length === 0)
        return undefined;
    const ids = previewsDeleted.slice(0, MOST_IDS).map((id) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(id, limit));
    const rest = previewsDeleted.length - ids.length;
    return spaced((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${previewsDeleted.length}:`), ...ids, rest > 0 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`and ${rest} more`) : undefined);
}
function contextFact({ build, context }) {
    if (!context)
        return build?.contextBytes === undefined ? undefined : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(build.contextBytes))];
    return spaced((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(context.files, 'file')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(context.bytes ?? context.contentBytes ?? 0)}, hash`), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)((0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h0)(context.hash)));
}
/** The defined parts, with a space between them. */
function spaced(...parts) {
    const there = parts.filter((part) => part !== undefined).map((part) => [part].flat());
    return there.flatMap((part, index) => (index === 0 ? part : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(' '), ...part]));
}


/***/ }),

/***/ 5172:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: function() { return /* binding */ filledTable; }
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2560);

/** A table without the columns that are empty in all rows; an empty cell becomes a dash. */
function filledTable(columns, rows) {
    const shown = columns.filter(({ cells }) => cells.some((cell) => cell.length > 0));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(shown.map(({ title }) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(title)]), Array.from({ length: rows }, (_, row) => shown.map(({ cells }) => orDash(cells[row] ?? []))));
}
function orDash(cell) {
    return cell.length === 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('–')] : [...cell];
}


/***/ }),

/***/ 4093:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: function() { return /* binding */ GOES_ON; }
/* harmony export */ });
const GOES_ON = { surely: 'goes on', perhaps: 'may go on' };


/***/ }),

/***/ 1755:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: function() { return /* binding */ leftBlocks; }
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2560);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


const MOST_LEFT = 5;
/** Previews that a teardown did not delete, each with its reason. */
function leftBlocks(left, nameLimit) {
    if (left.length === 0)
        return [];
    const sentences = left
        .slice(0, MOST_LEFT)
        .map(({ id, label, why }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Preview '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(id, nameLimit), ...(label === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(' ('), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(label, nameLimit), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(')')]), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(' was left alone: '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .untrustedText */ .Ui)(why, nameLimit * 2)));
    const more = left.length - sentences.length;
    return more > 0 ? [...sentences, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more, 'more preview')} left alone.`))] : sentences;
}


/***/ }),

/***/ 7993:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: function() { return /* binding */ deploymentLine; },
/* harmony export */   G: function() { return /* binding */ submittedLine; },
/* harmony export */   Rv: function() { return /* binding */ vmImageLine; },
/* harmony export */   hU: function() { return /* binding */ buildLine; },
/* harmony export */   j8: function() { return /* binding */ registeredLine; },
/* harmony export */   kU: function() { return /* binding */ brokenLine; },
/* harmony export */   lG: function() { return /* binding */ cleanupLine; },
/* harmony export */   rH: function() { return /* binding */ knownContextLine; },
/* harmony export */   z0: function() { return /* binding */ packedLine; }
/* harmony export */ });
/* harmony import */ var _without_backticks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6304);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);



/**
 * The closing lines of the phases: one line each, outside its group, so that the folded log can be read from top to bottom
 * (docs/interface.md, Log). Times in milliseconds, sizes in bytes.
 */
const DONE = '✓';
const FAILED = '✗';
const STOPPED = '■';
function packedLine(facts) {
    const sizes = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)} → ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.archiveBytes)} archive`;
    return `${DONE} Pack: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${sizes}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The same, if a build of these inputs was found and nothing had to be packed. */
function knownContextLine(facts) {
    const what = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)}`;
    return `${DONE} Pack: ${what}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} was built before: nothing to send (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
function submittedLine(facts) {
    return `${DONE} Submit: build ${word(facts.buildId)}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.bytes)} sent (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** An image that was built elsewhere and that the cloud registered. */
function registeredLine(facts) {
    return `${DONE} Submit: build ${word(facts.buildId)} of ${word(facts.image, 300)}, nothing sent (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The end of a build, or its reuse. */
function buildLine(build) {
    if (build.reused)
        return reusedLine(build);
    const name = build.id === undefined ? 'Build' : `Build ${word(build.id)}`;
    const after = build.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000)}`;
    if (build.status === undefined)
        return `${STOPPED} ${name}: its result is unknown`;
    switch (build.status) {
        case 'success':
            return `${DONE} ${name} succeeded${after.replace(' after', ' in')}: ${imageWords(build)}${cachedWords(build)}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${after}`;
        case 'timed_out':
            return `${FAILED} ${name} timed out${after}`;
        case 'error':
            return `${FAILED} ${name} ended with a cloud error${after}`;
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
            return `${FAILED} VM image timed out${took}`;
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
        return `${STOPPED} ${name}: its result is unknown`;
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
    const { failed = 0 } = facts;
    const kept = facts.kept === 0 ? '' : `, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.kept, 'preview')} kept`;
    const missed = failed === 0 ? '' : `, ${failed} could not be`;
    const sign = failed === 0 ? DONE : FAILED;
    return `${sign} Preview cleanup: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.deleted, 'preview')} deleted${missed}${kept} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** A phase that ended with an error, e.g. `✗ Pack failed after 0.2 s: the context … is empty`. */
function brokenLine(phase, reason, ms) {
    return `${FAILED} ${word(phase)} failed after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)}: ${word(reason, 500)}`;
}
/** A name from outside on one line, without anything that a runner takes for a command. */
function word(text, limit = 120) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_without_backticks_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutBackticks */ .s)(text), limit).replaceAll('##[', '## [');
}


/***/ }),

/***/ 2560:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: function() { return /* binding */ renderWithin; },
/* harmony export */   EU: function() { return /* binding */ fence; },
/* harmony export */   FY: function() { return /* binding */ paragraph; },
/* harmony export */   Qq: function() { return /* binding */ text; },
/* harmony export */   R_: function() { return /* binding */ heading; },
/* harmony export */   TM: function() { return /* binding */ folded; },
/* harmony export */   Ui: function() { return /* binding */ untrustedText; },
/* harmony export */   XX: function() { return /* binding */ render; },
/* harmony export */   aY: function() { return /* binding */ code; },
/* harmony export */   eq: function() { return /* binding */ FOLD_END; },
/* harmony export */   ko: function() { return /* binding */ strong; },
/* harmony export */   mL: function() { return /* binding */ foldOpening; },
/* harmony export */   nf: function() { return /* binding */ link; },
/* harmony export */   p_: function() { return /* binding */ list; },
/* harmony export */   q: function() { return /* binding */ linked; },
/* harmony export */   tp: function() { return /* binding */ table; }
/* harmony export */ });
/* harmony import */ var mdast_util_gfm_table__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1486);
/* harmony import */ var mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9059);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8934);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(806);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7358);





/** Inline code of one visible line; safe for any text, in table cells also. */
function code(text, limit = 200) {
    return { type: 'inlineCode', value: (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text, limit) || '(empty)' };
}
/** Sentences that may carry words from outside: plain words as text, all other words as code. */
function untrustedText(text, limit = 1000) {
    return (0,_prose_js__WEBPACK_IMPORTED_MODULE_0__/* .proseParts */ .k)(text, limit).map(({ type, value }) => ({ type, value }));
}
/** Our own words, unchanged; never text from outside. */
function text(words) {
    return { type: 'text', value: words };
}
function strong(...children) {
    return { type: 'strong', children };
}
const LONGEST_URL = 500;
/** A link where `url` is an http(s) address, else the words alone. */
function link(words, url) {
    const isWeb = url !== undefined && url.length <= LONGEST_URL && /^https?:\/\//i.test(url) && URL.canParse(url);
    if (!isWeb)
        return text(words);
    return { type: 'link', url: new URL(url).href, children: [text(words)] };
}
/** The same with a node instead of words, e.g. inline code. */
function linked(child, url) {
    const address = link('', url);
    return address.type === 'link' && child.type !== 'link' ? { ...address, children: [child] } : child;
}
function heading(depth, ...children) {
    return { type: 'heading', depth, children };
}
function paragraph(...children) {
    return { type: 'paragraph', children };
}
/** One point each. */
function list(points) {
    const children = points.map((point) => ({ type: 'listItem', children: [paragraph(...point)] }));
    return { type: 'list', ordered: false, spread: false, children: children };
}
/** A fenced block, one line each; the fence is longer than any inside. */
function fence(lines, language = 'text') {
    return { type: 'code', lang: language, value: lines.map(_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK).join('\n') };
}
function table(header, rows) {
    return { type: 'table', children: [header, ...rows].map(rowOf) };
}
function rowOf(cells) {
    return { type: 'tableRow', children: cells.map(cellOf) };
}
/**
 * GitHub, Gitea and CommonMark's reference do not agree on where a cell ends at a pipe after a backslash. Such a pipe
 * is replaced by a box-drawing line, which looks the same.
 */
function cellOf(children) {
    const safe = children.map((node) => node.type === 'inlineCode' ? { ...node, value: node.value.replaceAll('\\|', '\\│') } : node);
    return { type: 'tableCell', children: safe };
}
/** Folded blocks. Blank lines around the tags end the HTML block, so that Markdown works inside. */
function folded(title, blocks) {
    return [{ type: 'html', value: foldOpening(title) }, ...blocks, { type: 'html', value: FOLD_END }];
}
const FOLD_END = '</details>';
/** One line: `<details><summary>✅ <code>refund-bot</code> · details</summary>`. */
function foldOpening(title) {
    const { icon = '', name, words } = typeof title === 'string' ? { words: title } : title;
    const safeWords = (0,_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(words, 100).replace(/[^\p{L}\p{N} ,.:()·-]/gu, '');
    const safeName = name === undefined ? '' : `<code>${escapeHtml((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name, 80) || '(empty)')}</code> · `;
    return `<details><summary>${icon === '' ? '' : `${icon} `}${safeName}${safeWords}</summary>`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function escapeHtml(words) {
    return words.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
const EXTENSIONS = [(0,mdast_util_gfm_table__WEBPACK_IMPORTED_MODULE_3__/* .gfmTableToMarkdown */ .d)({ tablePipeAlign: false })];
/** The tree as GitHub-flavoured Markdown, with a line end at its end. */
function render(blocks) {
    return (0,mdast_util_to_markdown__WEBPACK_IMPORTED_MODULE_4__/* .toMarkdown */ .l)({ type: 'root', children: [...blocks] }, { extensions: EXTENSIONS, bullet: '-', fences: true, resourceLink: true });
}
/**
 * The first rendering within `maxBytes` (UTF-8), tried from the most to the least detail; the last one where none
 * fits.
 */
function renderWithin(details, maxBytes, blocksOf) {
    let rendered = '';
    for (const detail of details) {
        rendered = render(blocksOf(detail));
        if (Buffer.byteLength(rendered, 'utf8') <= maxBytes)
            break;
    }
    return rendered;
}


/***/ }),

/***/ 625:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: function() { return /* binding */ commitUrl; },
/* harmony export */   i: function() { return /* binding */ fileUrl; }
/* harmony export */ });
/**
 * Addresses of the forge's web pages. `undefined` where there is no address: the words are then written without a
 * link.
 */
/** All forges show a commit under the same path. */
function commitUrl(repositoryUrl, commit) {
    if (repositoryUrl === undefined || commit === undefined || !isCommit(commit))
        return undefined;
    return `${repositoryUrl}/commit/${commit}`;
}
/** A line of a file as it was at the commit that was built. */
function fileUrl(repository, commit, { file, line }) {
    if (repository === undefined || commit === undefined || !isCommit(commit))
        return undefined;
    if (/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(file))
        return undefined;
    const path = file.split('/').map(encodeURIComponent).join('/');
    const anchor = line === undefined ? '' : `#L${line}`;
    return `${repository.url}/${repository.files}/${commit}/${path}${anchor}`;
}
function isCommit(text) {
    return /^[0-9a-f]{7,64}$/i.test(text);
}


/***/ }),

/***/ 6482:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: function() { return /* binding */ alwaysLine; },
/* harmony export */   OX: function() { return /* binding */ rebuiltLine; },
/* harmony export */   ws: function() { return /* binding */ rebuiltBlocks; }
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2560);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8578);



/** Paths in the line; further ones are counted. */
const NAMED = 2;
const PATH_LIMIT = 120;
/** `rebuilt: 3 files differ from build b-1 of main: app/main.py, uv.lock, +1`. */
function rebuiltLine(facts) {
    const { total, why = '' } = facts;
    const build = `build ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(facts.buildId, PATH_LIMIT)}${branchWords(facts)}`;
    if (total === 0)
        return `rebuilt: no file differs from ${build}: ${why}`;
    return `rebuilt: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(total, 'file')} ${total === 1 ? 'differs' : 'differ'} from ${build}: ${namesOf(facts)}`;
}
/** The notice about entries that differ in every build; `undefined` where there are none. */
function alwaysLine({ always }) {
    if (always.length === 0)
        return undefined;
    const paths = listed(always.map(({ path }) => path), 10);
    const lines = [...new Set(always.slice(0, 10).map(({ ignoreLine }) => ignoreLine))].join('  ');
    const [differs, it] = always.length === 1 ? ['differs', 'It is'] : ['differ', 'They are'];
    return `${paths} ${differs} in each of the last 5 builds. ${it} most likely generated, as a timestamp or a version stamp is, and this context can never be reused. To leave out what the image does not need, add to the ignore file: ${lines}`;
}
/** For the summary: the line, and folded below it what differs. */
function rebuiltBlocks(facts) {
    if (facts === undefined)
        return [];
    const { changes, total } = facts;
    const line = alwaysLine(facts);
    const always = line === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('⚠️ '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .untrustedText */ .Ui)(line))];
    if (total === 0)
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .untrustedText */ .Ui)(rebuiltLine(facts))), ...always];
    const rest = total - changes.length;
    return [
        ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(`Why it was rebuilt: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(total, 'file')} since the last build`, [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .untrustedText */ .Ui)(rebuiltLine(facts))),
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('File')], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('Change')]], changes.map(({ path, kind }) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(path, PATH_LIMIT)], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(KINDS[kind])]])),
            ...(rest > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(rest, 'more file')}.`))] : []),
        ]),
        ...always,
    ];
}
const KINDS = {
    added: 'added',
    changed: 'changed',
    removed: 'removed',
    mode: 'executable bit',
};
function branchWords({ branch }) {
    return branch === undefined ? '' : ` of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(branch, PATH_LIMIT)}`;
}
function namesOf({ changes, total }) {
    const named = changes.slice(0, NAMED).map(({ path }) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(path, PATH_LIMIT));
    return [...named, ...(total > named.length ? [`+${total - named.length}`] : [])].join(', ');
}
function listed(paths, most) {
    const named = paths.slice(0, most).map((path) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(path, PATH_LIMIT));
    const rest = paths.length > named.length ? ` and ${paths.length - named.length} more` : '';
    return `${named.join(', ')}${rest}`;
}


/***/ }),

/***/ 3119:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: function() { return /* binding */ shownState; },
/* harmony export */   bt: function() { return /* binding */ resultSentence; },
/* harmony export */   et: function() { return /* binding */ subjectOf; },
/* harmony export */   ms: function() { return /* binding */ isWorking; },
/* harmony export */   xj: function() { return /* binding */ STATES; }
/* harmony export */ });
/* harmony import */ var _goes_on_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4093);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/** Icon and word of each state. */
const STATES = {
    queued: { icon: '🕒', word: 'waiting' },
    building: { icon: '⏳', word: 'building' },
    deploying: { icon: '🚀', word: 'deploying' },
    verifying: { icon: '🔎', word: 'verifying' },
    succeeded: { icon: '✅', word: 'ready' },
    failed: { icon: '❌', word: 'failed' },
    cancelled: { icon: '🚫', word: 'cancelled' },
    removed: { icon: '🧹', word: 'removed' },
    skipped: { icon: '⏭️', word: 'skipped' },
    'dry-run': { icon: '🔍', word: 'dry run' },
};
/** Whether the run has not ended yet. */
function isWorking(state) {
    return state === 'queued' || state === 'building' || state === 'deploying' || state === 'verifying';
}
/**
 * The state that a person reads. Where somebody cancelled build or rollout at the cloud, the step fails, since there
 * is no image or preview; but nothing is at fault, and it is shown as cancelled.
 */
function shownState({ outcome, build, deployment }) {
    if (outcome !== 'failed')
        return outcome;
    const ends = [build?.status, build?.vmImage?.status, deployment?.status];
    return ends.includes('cancelled') ? 'cancelled' : outcome;
}
/** What the run is about: the agent, else the image of its build, else the one that the inputs name. */
function subjectOf(result) {
    return result.agent ?? result.build?.imageName ?? result.imageName ?? 'image';
}
/** `Built in 2m 10s, preview healthy in 48 s`: our own words only. */
function resultSentence(result) {
    const parts = [buildWords(result), deploymentWords(result)].filter((part) => part !== '');
    const sentence = parts.join(', ') || STATES[shownState(result)].word;
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
/** What a teardown did; previews that were left alone are named too. */
function removedWords({ previewsDeleted = [], previewsLeft = [] }) {
    const left = previewsLeft.length === 0 ? '' : `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(previewsLeft.length, 'preview')} left alone`;
    const removed = previewsDeleted.length === 0 ? '' : `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(previewsDeleted.length, 'preview')} removed`;
    return [removed, left].filter((part) => part !== '').join(', ') || 'no preview was left to remove';
}
function buildWords(result) {
    const { outcome, build } = result;
    if (outcome === 'building')
        return 'building';
    if (outcome === 'removed')
        return removedWords(result);
    if (!build)
        return '';
    if (build.reused)
        return 'reused an earlier build';
    const time = build.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000);
    const words = {
        success: `built${time && ` in ${time}`}`,
        failed: `build failed${time && ` after ${time}`}`,
        cancelled: build.goesOn ? `build ${_goes_on_js__WEBPACK_IMPORTED_MODULE_0__/* .GOES_ON */ .b[build.goesOn]}` : `build cancelled${time && ` after ${time}`}`,
        timed_out: `build timed out${time && ` after ${time}`}`,
        error: `build ended with a cloud error${time && ` after ${time}`}`,
    };
    return build.status === undefined ? '' : words[build.status];
}
function answerWords({ preview }) {
    return preview?.answeredMs === undefined ? '' : `, which answered in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(preview.answeredMs)}`;
}
function deploymentWords({ deployment, outcome, build, previewsDeleted }) {
    if (!deployment)
        return '';
    const isTeardown = build === undefined && previewsDeleted !== undefined;
    if (outcome === 'failed' && deployment.id === undefined)
        return isTeardown ? 'preview cleanup failed' : 'not deployed';
    const what = deployment.preview ? 'preview' : 'deployment';
    // `deploy-wait: false`: nobody saw its end.
    if (deployment.status === undefined)
        return outcome === 'succeeded' && deployment.id !== undefined ? `${what} begun and not followed` : '';
    const time = deployment.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(deployment.seconds * 1000);
    const words = {
        healthy: `${what} healthy${time && ` in ${time}`}${answerWords(deployment)}`,
        failed: `${what} failed${time && ` after ${time}`}`,
        cancelled: deployment.goesOn
            ? `${what} ${_goes_on_js__WEBPACK_IMPORTED_MODULE_0__/* .GOES_ON */ .b[deployment.goesOn]}`
            : `${what} cancelled${time && ` after ${time}`}`,
        timed_out: `${what} not healthy${time && ` after ${time}`}`,
    };
    return words[deployment.status];
}


/***/ })

};
