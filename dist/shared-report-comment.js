export const id = "shared-report-comment";
export const ids = ["shared-report-comment"];
export const modules = {

/***/ 388:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CZ: function() { return /* reexport */ isOurComment; },
  mH: function() { return /* reexport */ openSync; },
  nm: function() { return /* reexport */ removedSections; },
  ZE: function() { return /* reexport */ sectionOf; }
});

// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/report/agent-row.js
var agent_row = __webpack_require__(6945);
// EXTERNAL MODULE: ./lib/src/report/agent-table.js
var agent_table = __webpack_require__(2945);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/report/states.js
var states = __webpack_require__(3119);
;// CONCATENATED MODULE: ./lib/src/report/comment/fold.js
/** Shortens a section's text line by line. HTML inside a fence is text, and a fence is removed together with its end. */
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
/** Charts are the first part to be left out. */
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

// EXTERNAL MODULE: ./lib/src/report/comment/order.js
var order = __webpack_require__(2835);
;// CONCATENATED MODULE: ./lib/src/report/comment/entries.js





/** In the order of the table: failed ones first. Every writer gets the same order. */
function entriesOf(sections) {
    const all = [...sections];
    const byKey = all.filter((section) => !isObsolete(section, all)).sort((a, b) => (a.key < b.key ? -1 : 1));
    const entries = byKey.map((section) => ({ ...(section.row ?? rowOfEarlier(section)), section }));
    const names = new Map();
    for (const entry of entries)
        names.set(nameOf(entry), (names.get(nameOf(entry)) ?? 0) + 1);
    return (0,agent_row/* sortRows */.sN)(entries.map((entry) => (names.get(nameOf(entry)) ?? 0) > 1 ? { ...entry, key: decodedKey(entry.section.key) } : entry));
}
/**
 * A run that could not read which agent it is for has a section of its own. A later run of the same step knows better:
 * it reports under its agent, or under the same file again.
 */
function isObsolete({ row, mark }, all) {
    if (row?.unnamed === undefined || row.step === undefined)
        return false;
    return all.some(({ row: other, mark: later }) => other?.step === row.step && later.workflow === mark.workflow && (0,order/* compareRuns */.qB)(later, mark) > 0);
}
function nameOf({ agent, cloud }) {
    return `${cloud ?? ''}/${agent}`;
}
/** Whether a section must be visible without unfolding. */
function needsAttention({ section, state }) {
    if (section.body.trim() === '' || isFolded(section.body.trim()))
        return false;
    return section.row !== undefined || state === 'failed';
}
const RUN_LINK = /^\[Run and full log\]\((https?:\/\/[^\s()<>]{1,400})\)/;
/** The row of a section from a release without a table, read from the marker and the section's first and last lines. */
function rowOfEarlier({ key, state, body }) {
    const [, cloud, agent] = /^(sgp|prime|pipecat)\/(.+)$/.exec(decodedKey(key)) ?? [];
    const lines = body.split('\n');
    const title = / · ([A-Z][A-Za-z ]{1,40})$/.exec(lines[0] ?? '')?.[1];
    return (0,omit_undefined/* omitUndefined */.O)({
        state: Object.hasOwn(states/* STATES */.xj, state) ? state : 'succeeded',
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
;// CONCATENATED MODULE: ./lib/src/report/comment/shrink.js


/** Detail is left out in this order: charts, folded parts, the log from its beginning. */
const LEVELS = [
    withoutCharts,
    withoutFolded,
    (body) => withShortFences(body, 8),
    (body) => withShortFences(body, 3),
    (body) => withShortFences(body, 0),
];
/** The last resort, which also cuts the reason. */
const MINIMAL = [
    (body) => firstBlocks(withShortFences(body, 0), 2),
    (body) => clipLine(firstBlocks(withShortFences(body, 0), 1)),
    () => '',
];
/** Bytes below which rendering again is of no use. */
const LEAST_RENDERED = 1_000;
/** The section with a body of at most `most` bytes, or the smallest there is. */
function shrink(section, most, { bare }) {
    if ((0,units/* bytesOf */.$$)(section.body) <= most)
        return section;
    const bodies = [...LEVELS, ...(bare ? MINIMAL : [])].map((level) => () => level(section.body));
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
/** Each section gets an equal share of `room` bytes; what one does not use, the others get. Keeps the order. */
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
/** Rendered headings are short; a longer one is a person's edit and is replaced. */
function clipLine(line) {
    return line.length <= 300 ? line : '### Cloud build';
}

;// CONCATENATED MODULE: ./lib/src/report/comment/body.js









/** GitHub refuses 65,536 characters (docs/platform.md, comment size). Counted in UTF-8 bytes, which are no fewer. */
const COMMENT_LIMIT = 60_000;
const CUT_NOTE = 'Shortened: a comment has a limit. The job summary of each run has all of it.';
/** Whether the text is a comment of this action. Its author is checked elsewhere. */
function isOurComment(text) {
    return text.startsWith(marker/* COMMENT_MARKER */.JO);
}
/** The sections of a comment of ours. */
function readComment(text) {
    return (0,order/* merge */.h1)(new Map(), (0,marker/* readSections */.jn)(text));
}
const LAYOUTS = [
    { ...agent_table/* FULL_TABLE */.D, bare: false },
    { ...agent_table/* FULL_TABLE */.D, equalOnce: true, bare: false },
];
const body_MINIMAL = { nameLimit: 40, equalOnce: true, links: false, bare: true };
/**
 * The comment with these sections: headline and table from their rows, then the failed ones, then all others folded.
 * The same sections always give the same text.
 */
function composeComment(sections, limit = COMMENT_LIMIT) {
    const all = entriesOf(sections.values());
    const whole = page(all, agent_table/* FULL_TABLE */.D, 0);
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
        return fitInto(all.filter((entry) => kept.has(entry)), body_MINIMAL, all.length - kept.size, limit);
    };
    let best = attempt(1) ?? { body: page([], body_MINIMAL, all.length), shown: [] };
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
/**
 * Failed sections get the space first, folded ones the rest. `undefined` where even the smallest version is too
 * large.
 */
function fitInto(entries, layout, leftOut, limit) {
    const rows = layout.bare ? entries.map(minimalEntry) : entries;
    const empty = rows.map((entry) => ({ ...entry, section: { ...entry.section, body: '', cut: true } }));
    // Two line ends separate a body from its row.
    const available = limit - (0,units/* bytesOf */.$$)(page(empty, layout, leftOut)) - 2 * rows.length - FOLD_ROOM;
    if (available < 0)
        return undefined;
    const urgent = rows.filter(needsAttention);
    const failed = shrinkToShare(sectionsIn(urgent), available, { bare: layout.bare });
    const left = available - sizeOf(failed);
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
function minimalEntry({ section, ...row }) {
    const { state, agent, cloud, preview, left, built, seconds, unnamed, step } = row;
    const bare = (0,omit_undefined/* omitUndefined */.O)({
        state,
        agent,
        cloud,
        preview,
        left,
        built,
        seconds,
        unnamed,
        step,
    });
    const keyed = row.key === undefined ? bare : { ...bare, key: row.key };
    return {
        ...keyed,
        section: { ...section, ...(section.row === undefined ? {} : { row: bare }), cut: true },
    };
}
/** So many rows and the first failure are visible without scrolling; a few more rows are not folded. */
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
        `## ${(0,agent_row/* headlineOf */.gD)(entries)}`,
        ...tableOf(shown, detail),
        ...entries.filter(needsAttention).map(({ section }) => (0,marker/* writeSection */.Zn)(section)),
        ...(more.length === 0
            ? []
            : foldAround(`${more.length} more: ${(0,agent_row/* countStates */.c0)(more).words}`, tableOf(more, detail))),
        ...foldedSections(others),
        ...notes,
    ].join('\n\n');
}
function tableOf(entries, detail) {
    return entries.length === 0 ? [] : [(0,markdown/* render */.XX)((0,agent_table/* agentTable */.q)(entries, detail)).trim()];
}
function foldedSections(entries) {
    const written = entries.map(({ section }) => (0,marker/* writeSection */.Zn)(section));
    const withBody = entries.filter(({ section }) => section.body.trim() !== '');
    const isPlain = withBody.length <= FOLDS_WITHOUT_FOLD && withBody.every(({ section }) => section.row !== undefined);
    return isPlain ? written : foldAround(`Details of ${(0,units/* count */.U9)(withBody.length, 'agent')}`, written);
}
function foldAround(title, parts) {
    return [(0,markdown/* foldOpening */.mL)(title), ...parts, markdown/* FOLD_END */.eq];
}

// EXTERNAL MODULE: ./lib/src/report/chart.js
var report_chart = __webpack_require__(6637);
// EXTERNAL MODULE: ./lib/src/report/facts.js
var report_facts = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/src/report/failure/blocks.js + 1 modules
var failure_blocks = __webpack_require__(5623);
// EXTERNAL MODULE: ./lib/src/report/left-blocks.js
var left_blocks = __webpack_require__(1755);
;// CONCATENATED MODULE: ./lib/src/report/comment/section.js








/** Four of these fit in one comment of 60,000 characters at full length; with more, each gets less. */
const USUAL_BYTES = 14_000;
/** The reason stays longest: folded parts are left out before the log, and the log is cut from its beginning. */
const DETAILS = [
    { lines: 40, facts: true, chart: true, nameLimit: 160 },
    { lines: 40, facts: true, chart: false, nameLimit: 160 },
    { lines: 40, facts: false, chart: false, nameLimit: 160 },
    { lines: 20, facts: false, chart: false, nameLimit: 120 },
    { lines: 8, facts: false, chart: false, nameLimit: 80 },
    { lines: 3, facts: false, chart: false, nameLimit: 60 },
    { lines: 0, facts: false, chart: false, nameLimit: 40 },
];
/** Log lines are seldom longer; longer ones make the excerpt shorter. */
const BYTES_A_LINE = 200;
/** So that several failures are visible without much scrolling. */
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
        state: (0,states/* shownState */.B5)(result),
        row: (0,agent_row/* rowOf */.OB)(result),
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
/** The part that is visible without unfolding. */
function attentionBlocks(result, { lines, nameLimit }) {
    const { icon } = states/* STATES */.xj[(0,states/* shownState */.B5)(result)];
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
        : [(0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)(`${icon} `), (0,markdown/* code */.aY)((0,states/* subjectOf */.et)(result), nameLimit)), ...blocks];
}
function foldedFacts(result, detail, now) {
    const when = now === undefined ? undefined : (0,units/* utcMinute */.vD)(now);
    const facts = (0,report_facts/* factsOf */.x)(result, detail);
    const rows = [...facts, ...(when === undefined ? [] : [['Updated', [(0,markdown/* text */.Qq)(when)]]])];
    const [first, ...rest] = rows;
    if (first === undefined)
        return [];
    const chart = detail.chart ? (0,report_chart/* timeline */.I)(result) : undefined;
    const title = { icon: states/* STATES */.xj[(0,states/* shownState */.B5)(result)].icon, name: (0,states/* subjectOf */.et)(result), words: titleWords(result) };
    return (0,markdown/* folded */.TM)(title, [
        (0,markdown/* table */.tp)([[(0,markdown/* text */.Qq)(first[0])], first[1]], rest.map(([name, value]) => [[(0,markdown/* text */.Qq)(name)], value])),
        ...(chart === undefined ? [] : [(0,markdown/* fence */.EU)(chart.split('\n'), 'mermaid')]),
    ]);
}
function titleWords(result) {
    return (0,states/* resultSentence */.bt)(result).toLowerCase();
}

;// CONCATENATED MODULE: ./lib/src/report/comment/removed.js


/**
 * New versions of the sections of other keys whose previews this run deleted: a teardown may not know the agent or
 * key of the run that deployed.
 * @param known all sections of the comment
 * @param result of this run, without secrets
 */
function removedSections(known, { result, key, mark }) {
    const deleted = result.previewsDeleted ?? [];
    if (deleted.length === 0)
        return [];
    return entriesOf(known).flatMap(({ section, ...row }) => {
        if (section.key === key || row.state === 'removed')
            return [];
        const its = deleted.filter((id) => row.preview ? isSame(row.preview.id, id) : section.body.includes(`\`${id}\``));
        if (its.length === 0)
            return [];
        const { label } = row.preview ?? {};
        const removed = {
            cloud: row.cloud ?? '',
            outcome: 'removed',
            agent: row.agent,
            source: row.commit === undefined ? {} : { commit: row.commit },
            phases: [],
            previewsDeleted: its,
            ...(label === undefined ? {} : { deployment: { preview: { label }, events: [], lines: [] } }),
            ...(result.runUrl === undefined ? {} : { runUrl: result.runUrl }),
            ...(result.repository === undefined ? {} : { repository: result.repository }),
        };
        return [sectionOf(removed, { key: section.key, mark })];
    });
}
/** Where a preview is an agent of its own, its id may have one of its deployments after an `@`. */
function isSame(one, other) {
    return one !== undefined && nameIn(one) === nameIn(other);
}
function nameIn(id) {
    return id.replace(/@.*/s, '');
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
/** Duplicates are created within moments of each other; the margin is for differing clocks of the forge. */
const SINCE_MARGIN = 60_000;
/** Reads our comments and merges their sections into the known ones. */
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
    // All writers keep the oldest.
    return found.sort((a, b) => a.id - b.id);
}
function earlier(time) {
    const at = Date.parse(time);
    return Number.isNaN(at) ? undefined : new Date(at - SINCE_MARGIN).toISOString().replace(/\.\d+Z$/, 'Z');
}
/**
 * Makes at most one change.
 * @param patient whether a read that took too long may be repeated instead of writing
 * @returns `again`: read again before writing; `rest`: the comment shows all that is known
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
        return (await removed(reconciler, younger, write)) ? 'tidied' : 'rest';
    }
    if (await waitedForTurn(reconciler, signal))
        return 'again';
    if (patient && clock.now() - seen.at > times.read)
        return 'again';
    reconciler.oldest = await noted(reconciler, () => port.update(first.id, body, write));
    return 'wrote';
}
/**
 * The oldest comment shows everything, so a refused removal is no failure: a later run tries again.
 * @returns whether any comment was removed
 */
async function removed(reconciler, younger, write) {
    let count = 0;
    for (const { id } of younger) {
        try {
            await noted(reconciler, () => reconciler.port.remove(id, write));
            count += 1;
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* HttpError */.j$) || thrown.effect === 'maybe')
                throw thrown;
        }
    }
    return count > 0;
}
/** The comment's next text, composed only if the present one does not show everything. */
function wanted(known, present) {
    const sections = readComment(present);
    if ((0,order/* covers */.hU)(sections, known.values()))
        return { body: present, isShown: true };
    const { body, shown } = composeComment(known);
    return { body, isShown: (0,order/* covers */.hU)(sections, shown) };
}
/** Waits until the last write is long enough ago. The final write does not wait. @returns whether it waited */
async function waitedForTurn(reconciler, signal) {
    const { clock, wroteAt, betweenWrites, hasty } = reconciler;
    const ms = wroteAt === undefined ? 0 : wroteAt + betweenWrites - clock.now();
    if (betweenWrites === 0 || hasty || ms <= 0)
        return false;
    reconciler.waits = true;
    try {
        await clock.sleep(ms, signal);
    }
    finally {
        reconciler.waits = false;
    }
    return true;
}
/**
 * Whether a comment may be created: not while the list may not yet show a new one, and not at once, as parallel jobs
 * want to create it too.
 */
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
/** Records when a write ended, also if its reply was lost; a refused write changed nothing. */
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
/** Milliseconds: a longer wait that a forge asks for is not worth the job's time. */
const MAX_RETRY_MS = 10_000;
/**
 * Reads, merges and writes until the comment shows all known sections.
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
    throw new errors/* UserError */.yo(`The comment was overwritten by other jobs ${MOST_ROUNDS} times in a row.`);
}
async function pause({ clock, times, random }, round, signal) {
    await clock.sleep(times.pause * Math.min(8, 2 ** round) * (0.5 + random()), signal);
}
/** After an error, also an unreadable reply, the comment is read again first: the write may have happened. */
async function afterFault(reconciler, thrown, faults, signal) {
    if (!(thrown instanceof errors/* HttpError */.j$) || faults > MOST_FAULTS)
        throw thrown;
    const { status, method } = thrown;
    const isGone = status === 404 && method === 'PATCH';
    const isFinal = status >= 300 && status < 500 && status !== 408 && status !== 429;
    if (isFinal && !isGone)
        throw thrown;
    const waitMs = thrown.retryAfterMs ?? 0;
    // The forge's client has already retried a GET.
    if (waitMs > MAX_RETRY_MS || method === 'GET')
        throw thrown;
    await reconciler.clock.sleep(waitMs, signal);
    await pause(reconciler, faults, signal);
}

;// CONCATENATED MODULE: ./lib/src/report/comment/sync.js





const MOST_LOOKS = 5;
const MAX_OTHER_CHECKS = 2;
function openSync(port, options = {}) {
    const { clock = wait/* systemClock */.m, random = Math.random, times = SYNC_TIMES } = options;
    const { mayOthersWrite = () => true } = options;
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
        hasty: false,
        waits: false,
    };
    return {
        put: async (section, { when, ...how }) => {
            const [outcome] = await putAll(reconciler, [{ section, when }], how);
            return outcome ?? { end: 'absent' };
        },
        putAll: (entries, putting) => putAll(reconciler, entries, putting),
        settle: (signal) => settle(reconciler, () => mayOthersWrite([...reconciler.known.values()]), signal),
        watchOthers: (signal) => watchOthers(reconciler, () => mayOthersWrite([...reconciler.known.values()]), signal),
        stopSpacing: () => {
            reconciler.hasty = true;
            return reconciler.waits;
        },
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
async function settle(reconciler, mayOthersWrite, signal) {
    const { times } = reconciler;
    if (reconciler.known.size === 0)
        return;
    if (!mayOthersWrite()) {
        await sinceWrite(reconciler, times.usual, signal);
        if (!(await reconcile(reconciler, { confirm: true, signal })) && !mayOthersWrite())
            return;
    }
    for (let count = 0; count < MOST_LOOKS; count += 1) {
        await sinceWrite(reconciler, times.read + times.write, signal);
        if (!(await reconcile(reconciler, { confirm: true, signal })))
            return;
    }
}
async function watchOthers(reconciler, mayOthersWrite, signal) {
    for (let count = 0; count < MAX_OTHER_CHECKS && mayOthersWrite(); count += 1) {
        await reconciler.clock.sleep(reconciler.times.usual * (0.5 + reconciler.random()), signal);
        await reconcile(reconciler, { confirm: true, signal });
    }
}
/** Waits until this writer's last write is so long ago; does not wait if it wrote nothing. */
async function sinceWrite({ clock, random, times, wroteAt }, ms, signal) {
    if (wroteAt === undefined)
        return;
    await clock.sleep(Math.max(0, wroteAt + ms + random() * times.pause - clock.now()), signal);
}

;// CONCATENATED MODULE: ./lib/src/report/comment/comment.js
/** The pull request’s comment: sections, how they are rendered, and how many writers reconcile them. */






/***/ }),

/***/ 7106:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  JO: function() { return /* binding */ COMMENT_MARKER; },
  jn: function() { return /* binding */ readSections; },
  b6: function() { return /* binding */ textOf; },
  Zn: function() { return /* binding */ writeSection; }
});

// EXTERNAL MODULE: ./lib/src/report/comment/key.js
var comment_key = __webpack_require__(4840);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/report/states.js
var states = __webpack_require__(3119);
;// CONCATENATED MODULE: ./lib/src/report/comment/row-data.js


/**
 * A row as one line of a section: a link definition without a link, which no forge shows. It is the first line of a
 * section's text, so that the digest covers it and a release without rows keeps it like other text.
 */
const LINE = /^\[\/\/\]: # \(([!-'*-~]{1,30000})\)$/;
/** Limits of a line; longer names are cut, longer addresses left out. A character takes up to nine in the line. */
const LONGEST_NAME = 200;
const LONGEST_URL = 400;
/** The line; `[//]: # (state=failed&agent=refund-bot&…)`. */
function rowLine(row) {
    const { preview, earlier } = row;
    const fields = [
        ['state', row.state],
        ['agent', row_data_name(row.agent)],
        ['cloud', row_data_name(row.cloud)],
        ['commit', row_data_name(row.commit)],
        ['preview', row_data_name(preview?.label)],
        ['id', row_data_name(preview?.id)],
        ['url', address(preview?.url)],
        ['until', row_data_name(preview?.expiresAt)],
        ['reach', row_data_name(preview?.reach)],
        ['earlier', row_data_name(earlier?.id)],
        ['of', row_data_name(earlier?.commit)],
        ['left', number(row.left)],
        ['built', row.built],
        ['s', number(row.seconds)],
        ['median', number(row.medianSeconds)],
        ['repo', address(row.repositoryUrl)],
        ['unnamed', row.unnamed && 'yes'],
        ['step', row_data_name(row.step)],
        ['run', relativeTo(row.repositoryUrl, address(row.runUrl))],
    ];
    const filled = fields.filter((field) => (field[1] ?? '') !== '');
    return `[//]: # (${filled.map(([key, value]) => `${key}=${encode(value)}`).join('&')})`;
}
function row_data_name(text) {
    return text?.slice(0, LONGEST_NAME).replace(/\p{Cs}/gu, '\uFFFD');
}
function address(url) {
    return url === undefined || url.length > LONGEST_URL ? undefined : row_data_name(url);
}
function number(value) {
    return value === undefined || !Number.isFinite(value) ? undefined : String(Math.round(value * 1000) / 1000);
}
/** Nearly every run's page is below its repository's. */
function relativeTo(base, url) {
    return base !== undefined && url?.startsWith(`${base}/`) ? url.slice(base.length) : url;
}
/** Printable ASCII without parentheses, `&` and `=`: nothing in it can end the definition or a field. */
function encode(value) {
    return encodeURIComponent(value)
        .replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
        .replace(/%(?:2F|3A|2C|20)/g, (code) => (code === '%20' ? '+' : decodeURIComponent(code)));
}
/** The row of the line; `undefined` for any other line. It comes from a comment and is not trusted. */
function readRowLine(line) {
    const fields = fieldsOf(LINE.exec(line)?.[1]);
    const state = fields?.get('state');
    if (fields === undefined || state === undefined || !isOutcome(state))
        return undefined;
    const repo = fields.get('repo');
    const run = fields.get('run');
    return (0,omit_undefined/* omitUndefined */.O)({
        state,
        agent: fields.get('agent') ?? '',
        cloud: fields.get('cloud'),
        commit: fields.get('commit'),
        preview: previewIn(fields),
        earlier: earlierIn(fields),
        left: numberIn(fields.get('left')),
        built: fields.get('built') === 'reused' ? 'reused' : undefined,
        seconds: numberIn(fields.get('s')),
        medianSeconds: numberIn(fields.get('median')),
        runUrl: run?.startsWith('/') ? `${repo ?? ''}${run}` : run,
        repositoryUrl: repo,
        unnamed: fields.get('unnamed') === 'yes' ? true : undefined,
        step: fields.get('step'),
    });
}
function fieldsOf(text) {
    if (text === undefined)
        return undefined;
    try {
        const pairs = text.split('&').map((field) => {
            const at = field.indexOf('=');
            const value = decodeURIComponent(field.slice(at + 1).replaceAll('+', ' '));
            return [field.slice(0, Math.max(0, at)), value.slice(0, LONGEST_URL)];
        });
        return new Map(pairs);
    }
    catch {
        return undefined;
    }
}
function isOutcome(word) {
    return Object.hasOwn(states/* STATES */.xj, word);
}
function previewIn(fields) {
    const label = fields.get('preview');
    if (label === undefined)
        return undefined;
    return (0,omit_undefined/* omitUndefined */.O)({
        label,
        id: fields.get('id'),
        url: fields.get('url'),
        expiresAt: fields.get('until'),
        reach: fields.get('reach'),
    });
}
function earlierIn(fields) {
    const id = fields.get('earlier');
    return id === undefined
        ? undefined
        : (0,omit_undefined/* omitUndefined */.O)({ id, commit: fields.get('of') });
}
function numberIn(text) {
    return text !== undefined && /^\d{1,9}(?:\.\d{1,3})?$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./lib/src/report/comment/marker.js


const COMMENT_MARKER = '<!-- cloud-build-action -->';
const HEAD = /^<!-- cloud-build-action:section ([!-~ ]{1,600}) -->$/;
const END = /^<!-- cloud-build-action:end ([0-9a-f]{16}) -->$/;
/** The section with its markers. */
function writeSection(section) {
    const { key, mark, state } = section;
    const body = textOf(section);
    const digest = (0,comment_key/* digestOf */.o)(body);
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
/** The text between the markers: the row's line, then the body. */
function textOf({ row, body }) {
    return row === undefined ? inert(body) : normal(`${rowLine(row)}\n\n${inert(body)}`);
}
function partsOf(text) {
    const [first = ''] = text.split('\n', 1);
    const row = readRowLine(first);
    return row === undefined ? { body: text } : { row, body: normal(text.slice(first.length)) };
}
/** Rendered sections contain no HTML comment (docs/comment.md), but text that was read from a comment may. */
function inert(body) {
    return normal(body).replaceAll('<!--', '‹!--');
}
function normal(text) {
    return text.replace(/\r\n?/g, '\n').trim();
}
/**
 * All sections of a comment's text. A section reaches to the end marker with its digest, also over text between that
 * looks like a marker. If no such marker has an intact body, it reaches to the next marker.
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
        if ((0,comment_key/* digestOf */.o)(body) === digest)
            return { section: { ...head, ...partsOf(body) }, end };
    }
    let end = from;
    while (end < lines.length && !isMarker(lines[end] ?? ''))
        end += 1;
    const body = inert(lines.slice(from, end).join('\n'));
    // The caller's loop skips the line at `end`: skip an end marker, but not the next section's head.
    return {
        section: { ...head, ...partsOf(body), damaged: true },
        end: END.test(lines[end] ?? '') ? end : end - 1,
    };
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

/***/ 2835:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: function() { return /* binding */ compareMarks; },
/* harmony export */   h1: function() { return /* binding */ merge; },
/* harmony export */   hU: function() { return /* binding */ covers; },
/* harmony export */   qB: function() { return /* binding */ compareRuns; }
/* harmony export */ });
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7106);

/**
 * Which of two runs is the later one; 0 for the same. Within a workflow run numbers decide, between workflows run
 * ids, then the attempt: a re-run of an old run is still an old run.
 */
function compareRuns(one, other) {
    const byNumber = one.runNumber - other.runNumber;
    const byId = one.runId - other.runId;
    const byRun = one.workflow === other.workflow ? byNumber || byId : byId || byNumber;
    return Math.sign(byRun || one.attempt - other.attempt);
}
/** Within one run the later version wins. */
function compareMarks(one, other) {
    return compareRuns(one, other) || Math.sign(one.at - other.at);
}
/**
 * All sections of both; of two versions of a section the newer. Commutative, associative, idempotent
 * (docs/comment.md).
 */
function merge(one, other) {
    const merged = new Map(one);
    for (const section of other) {
        const known = merged.get(section.key);
        merged.set(section.key, known === undefined ? section : better(known, section));
    }
    return merged;
}
/** Of the same version the whole text wins over a cut one, and that over a damaged one. */
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
