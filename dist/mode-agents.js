export const id = "mode-agents";
export const ids = ["mode-agents"];
export const modules = {

/***/ 7747:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAgents: function() { return /* binding */ runAgents; }
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/states.js
var states = __webpack_require__(3119);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/report/write-summary.js
var write_summary = __webpack_require__(6051);
// EXTERNAL MODULE: ./lib/src/report/agent-row.js
var agent_row = __webpack_require__(6945);
// EXTERNAL MODULE: ./lib/src/report/agent-table.js
var agent_table = __webpack_require__(2945);
// EXTERNAL MODULE: ./lib/src/report/chart.js
var report_chart = __webpack_require__(6637);
// EXTERNAL MODULE: ./lib/src/report/facts.js
var facts = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/src/report/failure/blocks.js + 1 modules
var blocks = __webpack_require__(5623);
// EXTERNAL MODULE: ./lib/src/report/left-blocks.js
var left_blocks = __webpack_require__(1755);
;// CONCATENATED MODULE: ./lib/src/report/pages/agent-runs.js










const ONCE = { ...agent_table/* FULL_TABLE */.D, equalOnce: true };
const DETAILS = [
    { lines: 40, facts: true, charts: true, nameLimit: 160, failures: 1_000, table: ONCE },
    { lines: 40, facts: true, charts: false, nameLimit: 160, failures: 1_000, table: ONCE },
    { lines: 20, facts: true, charts: false, nameLimit: 120, failures: 1_000, table: ONCE },
    { lines: 8, facts: false, charts: false, nameLimit: 80, failures: 1_000, table: ONCE },
    { lines: 0, facts: false, charts: false, nameLimit: 60, failures: 1_000, table: ONCE },
    { lines: 0, facts: false, charts: false, nameLimit: 40, failures: 100, table: { ...ONCE, links: false } },
];
const BYTES_A_LINE = 200;
const OPEN_LINES = 12;
/**
 * The job summary of a step that works on several agents: the comment's table, what failed in full, then a folded
 * block an agent. At most `maxBytes` of UTF-8.
 * @param results without secrets, one an agent
 */
function renderAgentRuns(results, maxBytes = write_summary/* SUMMARY_LIMIT */.J) {
    return (0,markdown/* renderWithin */.As)(DETAILS, maxBytes, (detail) => agentRunBlocks(results, detail));
}
function agentRunBlocks(results, detail) {
    const sorted = (0,agent_row/* sortRows */.sN)(results.map((result) => ({ ...tableRow(result), result })));
    const urgent = sorted.map(({ result }) => result).filter(needsAttention);
    const more = urgent.length - detail.failures;
    return [
        (0,markdown/* heading */.R_)(2, (0,markdown/* text */.Qq)((0,agent_row/* headlineOf */.gD)(sorted))),
        ...(0,agent_table/* agentTable */.q)(sorted, detail.table),
        ...urgent.slice(0, detail.failures).flatMap((result) => attentionBlocks(result, detail)),
        ...(more > 0 ? [(0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(`${(0,units/* count */.U9)(more, 'further failure')}: see the log.`))] : []),
        ...(detail.facts ? sorted.flatMap(({ result }) => foldedAgent(result, detail)) : []),
    ];
}
/** A teardown that deleted nothing has no preview. (In the comment the row is that of an earlier run's.) */
function tableRow(result) {
    const { preview, ...row } = (0,agent_row/* rowOf */.OB)(result);
    const isMissing = result.outcome === 'removed' && result.previewsDeleted?.length === 0;
    return preview === undefined || isMissing ? row : { ...row, preview };
}
function needsAttention({ outcome, previewsLeft = [] }) {
    return outcome === 'failed' || previewsLeft.length > 0;
}
function attentionBlocks(result, { lines, nameLimit }) {
    const limits = { maxLines: lines, maxBytes: lines * BYTES_A_LINE, nameLimit, openLines: OPEN_LINES };
    return [
        (0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)(`${states/* STATES */.xj[(0,states/* shownState */.B5)(result)].icon} `), (0,markdown/* code */.aY)((0,states/* subjectOf */.et)(result), nameLimit)),
        ...(0,blocks/* failureBlocks */.p)(result, limits),
        ...(0,left_blocks/* leftBlocks */.C)(result.previewsLeft ?? [], nameLimit),
    ];
}
function foldedAgent(result, detail) {
    const chart = detail.charts ? (0,report_chart/* timeline */.I)(result) : undefined;
    const title = {
        icon: states/* STATES */.xj[(0,states/* shownState */.B5)(result)].icon,
        name: (0,states/* subjectOf */.et)(result),
        words: (0,states/* resultSentence */.bt)(result).toLowerCase(),
    };
    return (0,markdown/* folded */.TM)(title, [
        (0,markdown/* table */.tp)([[(0,markdown/* text */.Qq)('Cloud')], (0,markdown/* untrustedText */.Ui)(result.cloudTitle ?? result.cloud, detail.nameLimit)], (0,facts/* factsOf */.x)(result, detail).map(([name, value]) => [[(0,markdown/* text */.Qq)(name)], value])),
        ...(chart === undefined ? [] : [(0,markdown/* fence */.EU)(chart.split('\n'), 'mermaid')]),
    ]);
}

;// CONCATENATED MODULE: ./lib/src/report/pages/agents.js





/** The job summary of a run of many agents: table, failures, a folded block per agent, and which agents were not run. */
function renderAgents(facts, maxBytes = write_summary/* SUMMARY_LIMIT */.J) {
    const { unchanged, notice } = facts;
    // As in the comment: most agents of a closed pull request had no preview.
    const results = facts.results.filter((result) => !hadNothing(result));
    const foot = footOf(facts, facts.results.length - results.length);
    const notes = [
        ...(notice === undefined ? [] : [(0,markdown/* untrustedText */.Ui)(notice)]),
        ...(foot.length === 0 ? [] : [foot]),
    ];
    const end = (0,markdown/* render */.XX)(notes.map((note) => (0,markdown/* paragraph */.FY)(...note)));
    if (facts.results.length > 0 && results.length === 0)
        return `## ${states/* STATES */.xj.removed.icon} No preview was left to remove\n\n${end}`;
    if (results.length === 0)
        return `## Nothing to build: none of ${(0,units/* count */.U9)(unchanged, 'agent')} changed\n\n${end}`;
    return `${renderAgentRuns(results, maxBytes - (0,units/* bytesOf */.$$)(end) - 1)}\n${end}`;
}
function hadNothing({ outcome, previewsDeleted = [], previewsLeft = [] }) {
    return outcome === 'removed' && previewsDeleted.length === 0 && previewsLeft.length === 0;
}
function footOf({ unchanged, base, results, commentUrl }, idle) {
    const parts = [
        ...(idle === 0 ? [] : [[(0,markdown/* text */.Qq)(`${(0,units/* count */.U9)(idle, 'agent')} had no preview.`)]]),
        ...(base === undefined ? [] : [[(0,markdown/* text */.Qq)('Compared with '), (0,markdown/* code */.aY)(base), (0,markdown/* text */.Qq)('.')]]),
        ...(unchanged === 0 || results.length === 0
            ? []
            : [[(0,markdown/* text */.Qq)(`${(0,units/* count */.U9)(unchanged, 'agent')} ${unchanged === 1 ? 'is' : 'are'} unchanged.`)]]),
        ...(commentUrl === undefined ? [] : [[(0,markdown/* link */.nf)('Comment', commentUrl)]]),
    ];
    return parts.flatMap((part, at) => (at === 0 ? part : [(0,markdown/* text */.Qq)(' '), ...part]));
}

// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var faults = __webpack_require__(6997);
// EXTERNAL MODULE: ./lib/src/modes/plan/survey.js + 5 modules
var plan_survey = __webpack_require__(1702);
// EXTERNAL MODULE: ./lib/src/settings/image/image.js
var image_image = __webpack_require__(4109);
// EXTERNAL MODULE: ./lib/src/settings/read-settings.js + 6 modules
var read_settings = __webpack_require__(9997);
// EXTERNAL MODULE: ./lib/src/settings/reader.js
var reader = __webpack_require__(5131);
// EXTERNAL MODULE: ./lib/src/modes/plan/cloud-of-folder.js
var cloud_of_folder = __webpack_require__(365);
;// CONCATENATED MODULE: ./lib/src/modes/agents/settings.js






/**
 * What a step of its own would have read for this agent: the inputs that hold for all, and its folder or project file.
 * @param tell what the author should know is passed to these
 */
async function settingsOf(step, agent, tell) {
    const { env, trigger } = step;
    const { fault } = (0,cloud_of_folder/* cloudOfFolder */.J)(step, agent.path);
    if (fault !== undefined)
        return fault;
    try {
        // Credentials were masked when the step's own settings were read.
        return await (0,read_settings/* readSettings */.s)(environmentOf(env, agent), {
            traits: traits/* CLOUD_TRAITS */.Q,
            trigger,
            mask: () => undefined,
            ...tell,
        });
    }
    catch (thrown) {
        if (thrown instanceof faults/* FaultyInputs */.XI)
            return thrown;
        throw thrown;
    }
}
/** The same inputs as the job of a matrix would give (docs/use/monorepo.md, "The matrix"). */
function environmentOf(env, agent) {
    const environment = (0,reader/* inputOf */.wg)(env, 'github-environment');
    return {
        ...env,
        INPUT_AGENTS: '',
        INPUT_CLOUD: agent.cloud,
        INPUT_MANIFEST: agent.manifest,
        // An input wins over the file: given only where the file says nothing.
        INPUT_CONTEXT: agent.declaresContext ? '' : agent.path,
        ...nameOf(agent),
        ...(isBuiltOnly(env, agent) ? { INPUT_DEPLOY: 'none' } : {}),
        // In one environment each would end the others' deployments.
        ...(environment === '' ? {} : { 'INPUT_GITHUB-ENVIRONMENT': `${environment}/${agent.name}` }),
    };
}
/** Where a cloud has images alone, the agent's name is its image's: the repository's would be the same for all. */
function nameOf(agent) {
    if (!knowsAgents(agent.cloud))
        return { 'INPUT_IMAGE-NAME': nameOnCloud(agent) };
    return { 'INPUT_AGENT-NAME': agent.isNameGuessed ? '' : agent.name };
}
/** What the cloud knows the agent by. */
function nameOnCloud({ cloud, name }) {
    return knowsAgents(cloud) ? name : ((0,image_image/* imageNameFrom */.n)(name) ?? name);
}
function knowsAgents(cloud) {
    return traits/* CLOUD_TRAITS */.Q[cloud].inputs.has('agent-name');
}
/** `deploy: auto` deploys what can be: a cloud whose deploy sends a project file builds an agent without one, no more. */
function isBuiltOnly(env, { cloud, manifest }) {
    const needsFile = traits/* CLOUD_TRAITS */.Q[cloud].inputs.has('environment-config');
    return needsFile && manifest === '' && (0,reader/* inputOf */.wg)(env, 'deploy') === 'auto';
}

;// CONCATENATED MODULE: ./lib/src/modes/agents/faults.js






const NAMED_FOLDERS = 10;
/**
 * Two agents of one name on one cloud would overwrite each other's builds, sections and previews.
 * @throws {UserError} that names the folders of every name that is shared
 */
function refuseSharedNames(agents) {
    const shared = sharing(agents, (agent) => `${agent.cloud}/${nameOnCloud(agent)}`);
    if (shared.length === 0)
        return;
    const sentences = shared.map(({ first, paths }) => `agents: ${(0,plan_survey/* listed */.KE)(paths, NAMED_FOLDERS)} have the same name on ${first.cloud}, ${JSON.stringify(nameOnCloud(first))}.`);
    throw new errors/* UserError */.yo(sentences.join('\n'), {
        hint: 'Nothing was sent. Give each a name of its own in its project file, or leave a folder out by a line with ! in agents.',
    });
}
/**
 * Agents whose manifests name one image: each build is pushed under the same name and tag, so that one replaces the
 * other's image. One sentence for each image.
 */
function sharedImageWarnings(members) {
    const pushed = members.flatMap(({ agent, settings }) => {
        if (settings instanceof faults/* FaultyInputs */.XI || !traits/* CLOUD_TRAITS */.Q[settings.cloud].buildsNameAgents)
            return [];
        const { name } = settings.image;
        if (name === undefined || settings.build === 'never')
            return [];
        const key = JSON.stringify([settings.cloud, settings.connection?.account, name]);
        return [{ path: agent.path, image: name, key }];
    });
    return sharing(pushed, ({ key }) => key).map(({ first: { image }, paths }) => `${(0,plan_survey/* listed */.KE)(paths, NAMED_FOLDERS)} have the same image, ${JSON.stringify(image)}, and the same tag: the build that ends last replaces the image of the others. Give each an image of its own in its manifest (deployment.image.repository).`);
}
/** Those that have one key, where several do: the first of them, and the folders of all. */
function sharing(all, keyOf) {
    const groups = new Map();
    for (const one of all) {
        const key = keyOf(one);
        const known = groups.get(key);
        if (known)
            known.paths.push(one.path);
        else
            groups.set(key, { first: one, paths: [one.path] });
    }
    return [...groups.values()].filter(({ paths }) => paths.length > 1);
}
/** All faults of all agents, by folder; a fault that every agent has is listed once. Empty where there is none. */
function faultLines(members) {
    const faulty = members.flatMap(({ agent, settings }) => settings instanceof faults/* FaultyInputs */.XI ? [{ path: agent.path, sentences: settings.sentences }] : []);
    if (faulty.length === 0)
        return [];
    const [first] = faulty;
    const common = faulty.length < 2
        ? []
        : (first?.sentences ?? []).filter((one) => faulty.every(({ sentences }) => sentences.includes(one)));
    const own = faulty.flatMap(({ path, sentences }) => {
        const rest = sentences.filter((one) => !common.includes(one));
        return rest.length === 0 ? [] : [`${path}:`, ...rest.map((one) => `  ${one}`)];
    });
    const title = `${(0,units/* count */.U9)(faulty.length, 'agent')} of ${members.length} ${faulty.length === 1 ? 'has' : 'have'} faulty settings, and nothing is sent for ${faulty.length === 1 ? 'it' : 'them'}:`;
    const shared = common.length === 0 ? [] : ['each of them:', ...common.map((one) => `  ${one}`)];
    return [title, ...shared, ...own];
}
/**
 * A fault that all agents have is a fault of the step: a missing key is reported once.
 * @throws {FaultyInputs}
 */
function refuseCommonFault(members) {
    const [first] = members;
    if (!(first?.settings instanceof faults/* FaultyInputs */.XI))
        return;
    const { message } = first.settings;
    const isCommon = members.every(({ settings }) => settings instanceof faults/* FaultyInputs */.XI && settings.message === message);
    if (isCommon)
        throw first.settings;
}

// EXTERNAL MODULE: ./lib/src/report/run-recorder.js
var run_recorder = __webpack_require__(2551);
;// CONCATENATED MODULE: ./lib/src/modes/agents/open-members.js




/**
 * The agents that changed, each with its own settings, an empty record and the name of its log file.
 * @param folder where the log files will be
 * @param made collects the remarks that were shown
 */
async function openMembers(step, chosen, folder, made) {
    const members = [];
    const files = new Set();
    for (const [index, agent] of chosen.entries()) {
        const settings = await settingsOf(step, agent, {
            warn: (message) => {
                if (!made.has(message))
                    step.console.warning(`${agent.path}: ${message}`);
                made.add(message);
            },
            note: (message) => step.console.info(`${agent.name}: ${message}`),
        });
        if (isBuiltOnly(step.env, agent))
            step.console.info(`${agent.path} has no project file that a deploy could send: it is built, no more.`);
        const logFile = (0,external_node_path_.join)(folder, `${fileNameOf(agent.path, index, files)}.log`);
        members.push({ index, agent, settings, recorder: recorderOf(step, agent), logFile });
    }
    return members;
}
function recorderOf(step, { cloud, name }) {
    const { runUrl, repository } = step.recorder.result();
    return (0,run_recorder/* createRunRecorder */.M)({
        cloud,
        cloudTitle: traits/* CLOUD_TRAITS */.Q[cloud].title,
        agent: name,
        outcome: 'queued',
        source: {},
        phases: [],
        ...(runUrl === undefined ? {} : { runUrl }),
        ...(repository === undefined ? {} : { repository }),
    });
}
/** `agents/concierge` → `agents_concierge`; with a number where another folder is called so already. */
function fileNameOf(path, index, taken) {
    // Not hidden: actions/upload-artifact leaves such files out.
    const visible = path.replaceAll(/[^\w.-]+/g, '_').replace(/^\.+/, '');
    const plain = visible.slice(0, 150) || 'workspace';
    const name = taken.has(plain) ? `${plain}_${index}` : plain;
    taken.add(name);
    return name;
}

;// CONCATENATED MODULE: ./lib/src/modes/agents/member.js
/** Whether the run ended well, or at least in a way that needs no attention. */
function endedWell({ outcome }) {
    return outcome === 'succeeded' || outcome === 'removed' || outcome === 'skipped' || outcome === 'dry-run';
}

// EXTERNAL MODULE: ./lib/src/report/failure/annotation.js
var failure_annotation = __webpack_require__(6171);
// EXTERNAL MODULE: ./lib/src/report/text.js
var report_text = __webpack_require__(7358);
// EXTERNAL MODULE: ./lib/src/without-backticks.js
var without_backticks = __webpack_require__(6304);
// EXTERNAL MODULE: ./lib/src/modes/deployment/target.js
var target = __webpack_require__(8356);
;// CONCATENATED MODULE: ./lib/src/modes/agents/progress.js







/** What an agent does during a phase. */
const WORDS = {
    Pack: 'packing',
    Submit: 'sending',
    Build: 'building',
    'VM image': 'building the VM image',
    Deploy: 'deploying',
    'Verify preview': 'verifying the preview',
    'Preview cleanup': 'removing previews',
};
/** @param all how many agents there are, running or waiting */
function createProgress(printer, trigger, all) {
    const working = new Map();
    const ends = { done: 0, failed: 0, cancelled: 0 };
    const printProgress = (member, text) => printer.line(`${clockTime()} ${progress_nameOf(member)}: ${text}`);
    return {
        phase: (member, name) => {
            const word = WORDS[name] ?? name.toLowerCase();
            const known = working.get(member);
            if (known?.word === word)
                return;
            const now = performance.now();
            working.set(member, { word, since: now, began: known?.began ?? now });
            printProgress(member, `${word}${stepOf(member, trigger, name)}`);
        },
        ended: (member) => {
            const began = working.get(member)?.began;
            working.delete(member);
            const result = member.recorder.result();
            ends[endOf(result)] += 1;
            const took = began === undefined ? '' : ` (${(0,units/* duration */.p0)(performance.now() - began)})`;
            printProgress(member, `${endWords(result)}${took}`);
        },
        count: () => {
            const { done, failed, cancelled } = ends;
            if (done + failed + cancelled >= all)
                return;
            printer.line(`${clockTime()} ${countWords(working, ends, all)}`);
        },
    };
}
/** `12:03:04`, UTC. */
function clockTime() {
    return new Date().toISOString().slice(11, 19);
}
/** The agent's name may be anything that a manifest holds: here it is one short line. */
function progress_nameOf({ agent }) {
    return (0,report_text/* oneLine */.TN)(agent.name, 80).replaceAll('##[', '## [');
}
/** `, step 3 of 4`; empty for a phase that is not in the list. */
function stepOf({ settings }, trigger, name) {
    if (!('mode' in settings))
        return '';
    const phases = phasesOf(settings, trigger);
    const at = phases.indexOf(name);
    return at < 0 ? '' : `, step ${at + 1} of ${phases.length}`;
}
function phasesOf(settings, trigger) {
    if (trigger.closed)
        return ['Preview cleanup'];
    if (settings.dryRun)
        return ['Pack'];
    return [
        ...(settings.build === 'never' ? [] : ['Pack', 'Submit', 'Build']),
        ...(settings.vmImage ? ['VM image'] : []),
        ...((0,target/* deployTargetOf */.o)({ settings, trigger }) === 'none' ? [] : ['Deploy']),
    ];
}
function endOf(result) {
    if (endedWell(result))
        return 'done';
    return (0,states/* shownState */.B5)(result) === 'cancelled' ? 'cancelled' : 'failed';
}
const MARKS = { done: '✓', failed: '✗', cancelled: '■' };
/** `✓ built in 20 s, preview healthy in 4 s`, or why it failed. */
function endWords(result) {
    const end = endOf(result);
    const failure = end === 'failed' ? (0,failure_annotation/* failureOf */.g)(result) : undefined;
    const words = end === 'cancelled'
        ? 'cancelled'
        : failure === undefined
            ? (0,states/* resultSentence */.bt)(result)
            : `failed: ${(0,report_text/* oneLine */.TN)((0,without_backticks/* withoutBackticks */.s)(failure.message), 300)}`;
    return `${MARKS[end]} ${words.replaceAll('##[', '## [')}`;
}
/** `62 done, 1 failed, 37 building, longest concierge 3m 10s`. */
function countWords(working, ends, all) {
    const counts = new Map(Object.entries(ends));
    for (const { word } of working.values())
        counts.set(word, (counts.get(word) ?? 0) + 1);
    counts.set('waiting', all - ends.done - ends.failed - ends.cancelled - working.size);
    const parts = [...counts].filter(([, number]) => number > 0).map(([word, number]) => `${number} ${word}`);
    const [longest] = [...working].sort(([, one], [, other]) => one.began - other.began);
    if (longest !== undefined) {
        parts.push(`longest ${progress_nameOf(longest[0])} ${(0,units/* duration */.p0)(performance.now() - longest[1].began)}`);
    }
    return parts.join(', ');
}

;// CONCATENATED MODULE: ./lib/src/modes/agents/outcome.js




const NAMED = 20;
/** How the step ends, by how its agents ended. */
function outcomeOf(members, { isCancelled, dryRun }) {
    const bad = members.filter(({ recorder }) => !endedWell(recorder.result()));
    if (isCancelled)
        return { outcome: 'cancelled', failure: cancellation(members.length, bad.length) };
    if (bad.length === 0)
        return { outcome: dryRun ? 'dry-run' : 'succeeded' };
    const failed = bad.filter(({ recorder }) => recorder.result().outcome === 'failed').map(progress_nameOf);
    const others = bad.length - failed.length;
    const cancelled = others === 0 ? '' : `, and ${(0,units/* count */.U9)(others, 'agent')} ${others === 1 ? 'was' : 'were'} cancelled`;
    const failure = {
        title: `${failed.length} of ${(0,units/* count */.U9)(members.length, 'agent')} failed`,
        message: `${(0,plan_survey/* listed */.KE)(failed, NAMED)} failed${cancelled}.`,
        hint: 'Run the job again once it is fixed: what has succeeded is reused.',
    };
    return { outcome: 'failed', failure };
}
function cancellation(all, bad) {
    return {
        title: 'Cancelled',
        message: `The workflow was cancelled when ${all - bad} of ${(0,units/* count */.U9)(all, 'agent')} were done.`,
        hint: 'Run the job again if you still need it: what has succeeded is reused.',
    };
}

// EXTERNAL MODULE: ./lib/src/report/outputs.js + 4 modules
var outputs = __webpack_require__(3789);
// EXTERNAL MODULE: ./lib/src/modes/step/masked.js
var masked = __webpack_require__(3139);
;// CONCATENATED MODULE: ./lib/src/modes/agents/results.js











function agentResult({ agent, recorder }) {
    const result = recorder.result();
    const { details = {}, ...more } = recorder.extra();
    const failure = endedWell(result) ? undefined : (0,failure_annotation/* failureOf */.g)(result);
    return {
        folder: agent.path,
        name: agent.name,
        cloud: agent.cloud,
        outcome: result.outcome,
        ...details,
        ...(0,outputs/* outputsOf */.Yz)(result),
        ...more,
        ...(failure === undefined ? {} : { failure: (0,report_text/* oneLine */.TN)(failure.message, 500) }),
    };
}
/**
 * Characters of `results`: GitHub takes 1 MB of outputs from a job, counted as UTF-16 (docs/platform.md), and
 * `result` contains the array again.
 */
const LONGEST_RESULTS = 200_000;
/** The worst last. */
const STATUSES = [
    'success',
    'cancelled',
    'timed_out',
    'failed',
    'error',
];
/** Sets the outputs of many agents: sums, the worst status, one object an agent. */
async function noteResults(step, members, folder) {
    const results = members.map(({ recorder }) => recorder.result());
    const deleted = results.flatMap(({ previewsDeleted }) => previewsDeleted ?? []).length;
    const isTeardown = results.some(({ previewsDeleted }) => previewsDeleted !== undefined);
    const status = worstStatus(results);
    step.recorder.noteExtra({
        changed: members.length,
        results: await fittingResults(step, members, folder),
        failed: results.filter(({ outcome }) => outcome === 'failed').length,
        'log-file': folder,
        ...(status === undefined ? {} : { 'build-status': status }),
        ...(isTeardown ? { 'previews-deleted': deleted } : {}),
    });
}
/** An agent that failed before it had a build counts as `error`. */
function worstStatus(results) {
    const statuses = results.flatMap(({ build, outcome }) => {
        const early = outcome === 'failed' ? 'error' : outcome === 'cancelled' ? 'cancelled' : undefined;
        return build?.status ?? early ?? [];
    });
    return statuses.toSorted((one, other) => STATUSES.indexOf(other) - STATUSES.indexOf(one))[0];
}
/** The results that fit, failed ones first. If some do not fit, all of them are written to a file. */
async function fittingResults({ console }, members, folder) {
    const all = (0,masked/* masked */.I)(members.map(agentResult), console.maskText);
    if (JSON.stringify(all).length <= LONGEST_RESULTS)
        return all;
    const file = (0,external_node_path_.join)(folder, 'results.json');
    const trouble = await (0,promises_.writeFile)(file, `${JSON.stringify(all)}\n`, { mode: 0o600 }).then(() => undefined, errors/* messageOf */.bD);
    let left = LONGEST_RESULTS;
    const kept = new Set(all
        .toSorted((one, other) => rank(one) - rank(other))
        .filter((one) => {
        left -= JSON.stringify(one).length + 1;
        return left > 0;
    }));
    const where = trouble === undefined ? `All are in ${file}.` : `They could not be written to a file: ${trouble}`;
    console.notice(`The output results has ${kept.size} of ${(0,units/* count */.U9)(all.length, 'agent')}, as runners take no more; failed ones go first. ${where}`);
    return all.filter((one) => kept.has(one));
}
function rank({ outcome }) {
    return outcome === 'failed' ? 0 : 1;
}
/** Runners keep ten annotations of a kind from one step (docs/platform.md). */
const MOST_ANNOTATIONS = 10;
const results_NAMED = 30;
/**
 * One for each agent that failed, at its file and line. If there are more than runners keep, the last one counts the
 * rest.
 */
function annotationsOf(members) {
    const failed = members.filter(({ recorder }) => recorder.result().outcome === 'failed');
    const most = failed.length > MOST_ANNOTATIONS ? MOST_ANNOTATIONS - 1 : MOST_ANNOTATIONS;
    const annotations = failed.slice(0, most).flatMap((member) => {
        const annotation = (0,failure_annotation/* annotationOf */.l)(member.recorder.result());
        if (annotation === undefined)
            return [];
        return [{ ...annotation, message: `${progress_nameOf(member)}: ${annotation.message}` }];
    });
    const rest = failed.slice(most).map(progress_nameOf);
    if (rest.length === 0)
        return annotations;
    const message = `${rest.length} more failed: ${(0,plan_survey/* listed */.KE)(rest, results_NAMED)}. The job summary has the reason of each.`;
    return [...annotations, { title: `${(0,units/* count */.U9)(failed.length, 'agent')} failed`, message }];
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/src/modes/comment/comment.js
var comment_comment = __webpack_require__(6514);
// EXTERNAL MODULE: ./lib/src/modes/deployment/closed-meanwhile.js
var closed_meanwhile = __webpack_require__(7650);
// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
;// CONCATENATED MODULE: ./lib/src/modes/agents/limits.js

/** @throws {AbortedError} by a task that still waited when `signal` fired; whatever the task throws */
function createLimit(most) {
    const waiting = [];
    let free = most;
    const release = () => {
        const next = waiting.shift();
        if (next)
            next();
        else
            free += 1;
    };
    const enter = async (signal) => {
        if (free > 0) {
            free -= 1;
            return;
        }
        let admit = () => { };
        const admitted = new Promise((resolve) => {
            admit = resolve;
        });
        waiting.push(admit);
        try {
            await (0,deadline/* unlessAborted */.Wh)(admitted, signal);
        }
        catch (thrown) {
            const at = waiting.indexOf(admit);
            // Admitted at the same moment: pass the place to the next.
            if (at < 0)
                release();
            else
                waiting.splice(at, 1);
            throw thrown;
        }
    };
    return async (task, signal) => {
        await enter(signal);
        try {
            return await task();
        }
        finally {
            release();
        }
    };
}
/** Packing needs processor and disk: more at once only makes each slower. */
const PACKING = 2;
/** Enough to use the network fully; further archives wait on disk instead of sharing the bandwidth. */
const UPLOADING = 4;
/** @param parallel builds and rollouts that are followed at once */
function createLimits(parallel) {
    return {
        pack: createLimit(PACKING),
        upload: createLimit(UPLOADING),
        follow: createLimit(parallel),
        // While these are followed the next ones are packed, and no more archives than that are on disk.
        agents: createLimit(parallel + PACKING),
    };
}

;// CONCATENATED MODULE: ./lib/src/modes/agents/printer.js
function createPrinter(console) {
    let last = Promise.resolve();
    let waiting = 0;
    const queue = (work) => {
        // What is written synchronously needs no queue.
        if (waiting === 0) {
            const written = work();
            if (written === undefined)
                return;
            waiting += 1;
            last = written.finally(() => {
                waiting -= 1;
            });
            return;
        }
        waiting += 1;
        last = last.then(work).finally(() => {
            waiting -= 1;
        });
    };
    return {
        line: (text) => queue(() => console.info(text)),
        annotate: (speak) => queue(speak),
        group: (title, write) => queue(async () => {
            console.group(title);
            await write(console.buildLines).catch(() => undefined);
            console.endGroup();
        }),
        done: async () => {
            while (waiting > 0)
                await last;
        },
    };
}

// EXTERNAL MODULE: ./lib/src/modes/cancel/running.js
var running = __webpack_require__(8103);
// EXTERNAL MODULE: ./lib/src/modes/run.js + 72 modules
var run = __webpack_require__(8239);
// EXTERNAL MODULE: ./lib/src/modes/step/classify-failure.js
var classify_failure = __webpack_require__(6647);
// EXTERNAL MODULE: ./lib/src/modes/step/faults-in-repository.js
var faults_in_repository = __webpack_require__(5340);
// EXTERNAL MODULE: ./lib/src/modes/step/open-cloud.js + 1 modules
var open_cloud = __webpack_require__(8897);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./lib/src/host/log-file.js
var log_file = __webpack_require__(8862);
;// CONCATENATED MODULE: ./lib/src/modes/agents/agent-log.js



/** Remarks that are kept; an agent with more mostly repeats them. */
const MOST_REMARKS = 50;
/**
 * @param shared the step's own console: secrets are masked there for all agents, and state is saved there
 * @param showsDebug whether debug lines go into the file
 */
function openAgentLog(path, shared, showsDebug) {
    const file = (0,log_file/* openLogFile */.J)(path);
    const remarks = [];
    const write = (text) => file.write([shared.maskText(text)]);
    const line = (text) => void write(text);
    const remark = (severity) => (message) => {
        if (remarks.length < MOST_REMARKS)
            remarks.push({ severity, message: shared.maskText(message) });
        line(`${severity === 'warning' ? 'Warning' : 'Notice'}: ${message}`);
    };
    const console = {
        group: (title) => line(`▸ ${title}`),
        endGroup: () => undefined,
        info: line,
        afterGroup: line,
        debug: (text) => {
            if (showsDebug)
                line(`debug: ${text}`);
        },
        notice: remark('notice'),
        warning: remark('warning'),
        error: (message) => line(`Error: ${message}`),
        mask: shared.mask,
        maskText: shared.maskText,
        buildLines: async (lines) => {
            const all = [...lines];
            if (all.length > 0)
                await write(all.join('\n'));
        },
        saveState: shared.saveState,
    };
    return {
        path,
        console,
        buildLog: () => ({ path, write: async () => undefined, close: async () => undefined }),
        remarks: () => remarks,
        close: file.close,
    };
}
/** Lines of one write to the log. */
const LINES_AT_ONCE = 500;
/** Passes the file's lines to `take` in batches, however long the file is. A file that cannot be read has none. */
async function readAgentLog(path, take) {
    const stream = (0,external_node_fs_.createReadStream)(path, 'utf8');
    let lines = [];
    try {
        for await (const line of (0,external_node_readline_.createInterface)({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
            if (lines.push(line) < LINES_AT_ONCE)
                continue;
            await take(lines);
            lines = [];
        }
    }
    catch {
        // What could be read is shown.
    }
    finally {
        stream.destroy();
    }
    if (lines.length > 0)
        await take(lines);
}

;// CONCATENATED MODULE: ./lib/src/modes/agents/agent-step.js




/** The step of one agent: its own console, record and comment; it shares with the others only what may be shared. */
function openAgentStep(common, member, settings, comment) {
    const { step: whole, signal, limits } = common;
    const log = openAgentLog(member.logFile, whole.console, whole.env.RUNNER_DEBUG === '1');
    const background = [];
    const temporaryPaths = [];
    const shared = {
        ...whole,
        settings,
        signal,
        console: log.console,
        state: whole.state.of(member.index),
        recorder: observed(common, member),
    };
    const step = {
        ...shared,
        ...(0,open_cloud/* cloudOpener */.L)(settings, log.console, shareOf(common, settings)),
        comment,
        turn: (work, task) => limits[work](task, signal),
        openBuildLog: log.buildLog,
        background: (work) => background.push(work),
        removeAtEnd: (path) => temporaryPaths.push(path),
    };
    const close = async () => {
        await Promise.allSettled(background);
        await Promise.all(temporaryPaths.map((path) => (0,promises_.rm)(path, { recursive: true, force: true }).catch(() => undefined)));
        const fault = await log.close();
        if (fault !== undefined)
            whole.console.warning(`The log file ${log.path} is incomplete: ${fault}`);
    };
    return { step, log, close };
}
/** The agent's section and row, also where its settings are faulty. */
function openAgentComment({ step, comment }, { agent, index, settings, recorder }) {
    const named = {
        ...step.settings,
        cloud: agent.cloud,
        agent: { by: 'agent-name', value: agent.name },
    };
    const context = {
        ...step,
        settings: settings instanceof faults/* FaultyInputs */.XI ? named : settings,
        recorder,
        state: step.state.of(index),
    };
    return comment.of(context);
}
/** The recorder; each phase is also reported to the progress of all agents. */
function observed({ progress }, member) {
    const { recorder } = member;
    return {
        ...recorder,
        phase: (name, work) => {
            progress.phase(member, name);
            return recorder.phase(name, work);
        },
    };
}
function shareOf({ shares }, { cloud, connection }) {
    const key = JSON.stringify([cloud, connection?.baseUrl, connection?.account, connection?.apiKey]);
    const share = shares.get(key) ?? {};
    shares.set(key, share);
    return share;
}

;// CONCATENATED MODULE: ./lib/src/modes/agents/run-agent.js






/**
 * The whole run of one agent: `modes/run.ts` with its own console, record and comment. A failure becomes the agent's
 * own result. Never throws.
 * @returns its log; `undefined` where its run never began
 */
async function runAgent(common, member) {
    const { settings, recorder } = member;
    const comment = openAgentComment(common, member);
    // A single agent begins at once and writes its own state. A teardown that finds nothing is no news.
    if (common.hasSeveral && !common.isTeardown && !isSkipped(settings))
        void comment.update();
    try {
        if (settings instanceof faults/* FaultyInputs */.XI)
            return void noteFaults(member, settings, common.step.settings.context.workspace);
        const work = () => begin(common, member, settings, comment);
        return await common.limits.agents(work, common.signal);
    }
    catch (thrown) {
        (0,classify_failure/* classifyFailure */.X)(recorder, thrown, common.signal, {
            workspace: common.step.settings.context.workspace,
            why: common.why(),
        });
        return undefined;
    }
    finally {
        await comment.finish();
        common.progress.ended(member);
    }
}
/** Without a key nothing is done, so that its section must not say that it waits: post would take it for cancelled. */
function isSkipped(settings) {
    return !(settings instanceof faults/* FaultyInputs */.XI) && settings.connection === undefined;
}
function noteFaults({ agent, recorder }, faults, workspace) {
    const { points, place } = (0,faults_in_repository/* faultsInRepository */.R)(faults, workspace);
    // The input of this name is an error beside agents.
    const isName = place === undefined && points.some(({ where }) => where === 'agent-name');
    const fix = isName
        ? 'Name the agent in a project file in its folder, or rename the folder'
        : `Fix ${place?.file ?? 'what is named here'}`;
    recorder.note({
        outcome: 'failed',
        failure: {
            title: `The settings of \`${agent.path}\` are faulty`,
            message: points.map(({ where, words }) => `${where}: ${words}`).join('; '),
            hint: `${fix}; nothing was sent for this agent.`,
            ...(place === undefined ? {} : { place }),
        },
    });
}
async function begin(common, member, settings, comment) {
    const { step, log, close } = openAgentStep(common, member, settings, comment);
    try {
        await (0,run.run)(step);
    }
    catch (thrown) {
        (0,classify_failure/* classifyFailure */.X)(member.recorder, thrown, common.signal, {
            workspace: settings.context.workspace,
            why: common.why(),
        });
    }
    await close();
    (0,running/* forgetEnded */.CQ)(step.state);
    return log;
}

// EXTERNAL MODULE: ./lib/src/report/failure/annotation-text.js
var annotation_text = __webpack_require__(9035);
;// CONCATENATED MODULE: ./lib/src/modes/agents/show-end.js







/**
 * Shows the whole log of an agent that has ended as one closed group, and its remarks unless another agent already
 * showed them.
 */
function showLog(printer, member, log, remarks) {
    const title = `${progress_nameOf(member)} ${endWords(member.recorder.result())}`;
    printer.group(title, (print) => readAgentLog(log.path, print));
    showRemarks(printer, member, log, remarks);
}
/** Shows an agent's remarks alone: of a cancelled step, which has no time for whole logs, that a build goes on. */
function showRemarks(printer, member, log, remarks) {
    for (const { severity, message } of log.remarks()) {
        if (remarks.shown.has(message))
            continue;
        remarks.shown.add(message);
        printer.annotate(() => remarks.console[severity](`${progress_nameOf(member)}: ${message}`));
    }
}
/** Lines of a failed agent's log that are shown again at the end. */
const LAST_LINES = 100;
/** Failed agents whose log lines are shown again; for further ones only the reason is. */
const SHOWN_AGAIN = 20;
/** Shows the failed agents again at the end, each with the reason, what to do, and its last log lines. */
function showFailures(printer, members) {
    const failed = members.filter(({ recorder }) => !endedWell(recorder.result()));
    for (const [at, member] of failed.entries()) {
        const result = member.recorder.result();
        const failure = (0,failure_annotation/* failureOf */.g)(result);
        if (result.outcome === 'cancelled' || failure === undefined)
            continue;
        const hint = failure.hint === undefined ? '' : ` What to do: ${(0,report_text/* oneLine */.TN)((0,without_backticks/* withoutBackticks */.s)(failure.hint), 300)}`;
        const reason = (0,annotation_text/* sentence */.e)((0,report_text/* oneLine */.TN)((0,without_backticks/* withoutBackticks */.s)(failure.message), 1_000));
        printer.line(`✗ ${progress_nameOf(member)} (${member.agent.path}): ${reason}${hint}`.replaceAll('##[', '## ['));
        if (at < SHOWN_AGAIN && result.phases.length > 0)
            printer.group(`The last lines of ${progress_nameOf(member)}`, (print) => lastLines(member.logFile, print));
    }
}
async function lastLines(path, print) {
    let last = [];
    let seen = 0;
    await readAgentLog(path, async (lines) => {
        seen += lines.length;
        last = [...last, ...lines].slice(-LAST_LINES);
    });
    if (seen > last.length)
        await print([`(${seen - last.length} lines before these are in ${path})`]);
    await print(last);
}

;// CONCATENATED MODULE: ./lib/src/modes/agents/run-all.js









/** Between two lines with counts, in milliseconds. */
const COUNT_EVERY_MS = 30_000;
/** Between two writes of the comment: a hundred agents change their state often, and a forge limits writes. */
const BETWEEN_WRITES_MS = 3_000;
/**
 * Runs all agents in parallel, within the limits of each kind of work, and shows their progress.
 * @param shown remarks that were shown already and are not shown again
 * @param unchanged agents that do not differ from the pull request's base
 */
async function runAll(step, members, shown, unchanged = []) {
    const printer = createPrinter(step.console);
    const progress = createProgress(printer, step.trigger, members.length);
    const { signal, why, abort } = abortableSignal(step.signal);
    const limits = createLimits(step.settings.parallel);
    const comment = (0,comment_comment/* openSharedComment */.n)(step, members.length > 1 ? BETWEEN_WRITES_MS : 0, unchanged);
    const common = {
        step,
        signal,
        why,
        limits,
        progress,
        comment,
        hasSeveral: members.length > 1,
        isTeardown: await isTeardown(step),
        shares: new Map(),
    };
    const timer = setInterval(progress.count, COUNT_EVERY_MS);
    try {
        const runs = members.map(async (member) => {
            const log = await runAgent(common, member);
            const isFailed = member.recorder.result().outcome === 'failed';
            if (isFailed && step.settings.failFast && !signal.aborted) {
                printer.line(`${progress_nameOf(member)} failed, and fail-fast is true: the others are cancelled.`);
                abort(`It was cancelled, because ${progress_nameOf(member)} failed and fail-fast is true,`);
            }
            if (log === undefined)
                return;
            // A cancelled step has only seconds left: it needs them to cancel builds.
            const show = step.signal.aborted ? showRemarks : showLog;
            show(printer, member, log, { console: step.console, shown });
        });
        await Promise.all(runs);
        await comment.finish();
    }
    finally {
        clearInterval(timer);
    }
    if (!step.signal.aborted)
        showFailures(printer, members);
    await printer.done();
}
/** Known before any agent begins: the event closed the pull request, or the forge says that it is closed. */
async function isTeardown(step) {
    if (step.trigger.closed || step.settings.dryRun)
        return step.trigger.closed;
    // It fails only where the workflow is cancelled, which each agent reports.
    return (0,closed_meanwhile/* isDeployedTooLate */.$2)(step).catch(() => false);
}
/** A signal that fires with `parent`, or by `abort` with a reason. */
function abortableSignal(parent) {
    const controller = new AbortController();
    // Each agent adds some listeners; that is not a leak.
    (0,external_node_events_.setMaxListeners)(0, controller.signal);
    let reason = 'The workflow was cancelled';
    const follow = () => controller.abort(parent.reason);
    if (parent.aborted)
        follow();
    else
        parent.addEventListener('abort', follow, { once: true });
    return {
        signal: controller.signal,
        why: () => reason,
        abort: (why) => {
            reason = why;
            controller.abort(new errors/* AbortedError */.oM(why));
        },
    };
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/named-preview.js
var named_preview = __webpack_require__(4017);
// EXTERNAL MODULE: ./lib/src/modes/step/phase.js
var phase = __webpack_require__(1739);
// EXTERNAL MODULE: ./lib/src/modes/step/skip.js
var skip = __webpack_require__(1737);
;// CONCATENATED MODULE: ./lib/src/modes/agents.js















/**
 * Many agents in one process: those that changed, by the rules of `mode: plan`. Each runs as it would in a step of
 * its own (docs/architecture.md, "Many agents in one process").
 * @throws {UserError} where nothing can be sent for any of them
 */
async function runAgents(step) {
    const plan = () => (0,plan_survey/* surveyAgents */.hq)(step, (folder) => (0,cloud_of_folder/* cloudOfFolder */.J)(step, folder).traits);
    const survey = await (0,phase/* phase */.O)(step, { name: 'Plan' }, plan, plan_survey/* surveyLine */.R_);
    (0,plan_survey/* reportNotice */.tX)(step, survey);
    refuseSharedNames(survey.agents);
    const named = await (0,named_preview/* withNamedPreview */.G)(step);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(step.temp, 'cloud-build-logs-'));
    // Most inputs are the same for each agent: what the step has shown is not said again.
    const shown = new Set(step.inputWarnings);
    const members = await openMembers(named, survey.chosen, folder, shown);
    refuseCommonFault(members);
    if (isSecretless(named, members))
        return (0,skip/* skip */.i)(step, 'Nothing was built');
    for (const line of faultLines(members))
        step.console.info(line);
    if (!step.trigger.closed)
        for (const warning of sharedImageWarnings(members))
            step.console.warning(warning);
    if (members.length === 0)
        step.console.info('No agent changed: nothing is built.');
    else
        step.console.info(`The whole log of each agent is in ${folder}.`);
    await runAll(named, members, shown, unchangedSinceBase(named, survey));
    await noteResults(step, members, folder);
    step.recorder.note(outcomeOf(members, { isCancelled: step.signal.aborted, dryRun: step.settings.dryRun }));
    if (!step.signal.aborted)
        step.recorder.noteAnnotations(annotationsOf(members));
    notePage(step, survey, members);
}
/** An event of a fork or of Dependabot, where no agent's cloud has a key. */
function isSecretless({ trigger, settings }, members) {
    if (!trigger.secretsWithheld || settings.dryRun || members.length === 0)
        return false;
    return members.every(({ settings: own }) => 'mode' in own && own.connection === undefined);
}
/** Only where the base is the pull request's own: a push compares with the push before, in which an agent may have failed. */
function unchangedSinceBase({ settings, trigger }, { agents, chosen, base }) {
    const isOfBase = base !== undefined && trigger.pullRequest !== undefined && settings.base === undefined;
    if (!isOfBase || trigger.base === undefined)
        return [];
    const folders = new Set(chosen.map(({ path }) => path));
    return agents.flatMap((agent) => folders.has(agent.path) ? [] : [{ cloud: agent.cloud, name: nameOnCloud(agent) }]);
}
function notePage({ recorder, console }, survey, members) {
    const { agents, chosen, base, notice } = survey;
    const { commentUrl } = recorder.result();
    const page = renderAgents({
        results: (0,masked/* masked */.I)(members.map((member) => member.recorder.result()), console.maskText),
        unchanged: agents.length - chosen.length,
        ...(base === undefined ? {} : { base }),
        ...(notice === undefined ? {} : { notice }),
        ...(commentUrl === undefined ? {} : { commentUrl }),
    });
    recorder.notePage(page);
}


/***/ })

};
