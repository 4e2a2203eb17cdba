export const id = "mode-plan";
export const ids = ["mode-plan"];
export const modules = {

/***/ 1397:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: function() { return /* binding */ plan; }
});

// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/report/write-summary.js
var write_summary = __webpack_require__(6051);
;// CONCATENATED MODULE: ./lib/src/report/pages/plan.js



const ROWS = [1000, 250, 50, 0];
/** The job summary of `mode: plan`: each agent with what changed in its context. */
function renderPlan(facts) {
    return (0,markdown/* renderWithin */.As)(ROWS, write_summary/* SUMMARY_LIMIT */.J, (rows) => planBlocks(facts, rows));
}
function planBlocks({ all, chosen, base, notice }, rows) {
    const title = chosen.length === 0
        ? `Nothing to build: none of ${(0,units/* count */.U9)(all, 'agent')} changed`
        : `${chosen.length.toLocaleString('en-US')} of ${(0,units/* count */.U9)(all, 'agent')} to build`;
    const left = all - chosen.length;
    const ending = [
        ...(base === undefined ? [] : [(0,markdown/* text */.Qq)('Compared with '), (0,markdown/* code */.aY)(base), (0,markdown/* text */.Qq)('.')]),
        ...(base === undefined || left === 0 ? [] : [(0,markdown/* text */.Qq)(' ')]),
        ...(left === 0 ? [] : [(0,markdown/* text */.Qq)(`${(0,units/* count */.U9)(left, 'agent')} ${left === 1 ? 'is' : 'are'} unchanged.`)]),
    ];
    const shown = chosen.slice(0, rows);
    return [
        (0,markdown/* heading */.R_)(2, (0,markdown/* text */.Qq)(title)),
        ...(notice === undefined ? [] : [(0,markdown/* paragraph */.FY)(...(0,markdown/* untrustedText */.Ui)(notice))]),
        ...(shown.length === 0 ? [] : [agentTable(shown)]),
        ...(chosen.length > shown.length
            ? [(0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(`${(0,units/* count */.U9)(chosen.length - shown.length, 'further agent')}.`))]
            : []),
        ...(ending.length === 0 ? [] : [(0,markdown/* paragraph */.FY)(...ending)]),
    ];
}
function agentTable(agents) {
    return (0,markdown/* table */.tp)([[(0,markdown/* text */.Qq)('Agent')], [(0,markdown/* text */.Qq)('Folder')], [(0,markdown/* text */.Qq)('Why')]], agents.map((agent) => [[(0,markdown/* code */.aY)(agent.name, 80)], [(0,markdown/* code */.aY)(agent.path, 160)], whyNamed(agent)]));
}
function whyNamed({ changed, uncommitted, problem }) {
    if (changed !== undefined)
        return [(0,markdown/* code */.aY)(changed, 160), (0,markdown/* text */.Qq)(' changed')];
    if (uncommitted !== undefined)
        return [(0,markdown/* code */.aY)(uncommitted, 160), (0,markdown/* text */.Qq)(' is not in the commit')];
    return (0,markdown/* untrustedText */.Ui)(problem ?? 'nothing to compare with', 200);
}

// EXTERNAL MODULE: ./lib/src/modes/plan/cloud-of-folder.js
var cloud_of_folder = __webpack_require__(365);
// EXTERNAL MODULE: ./lib/src/modes/plan/survey.js + 5 modules
var plan_survey = __webpack_require__(1702);
// EXTERNAL MODULE: ./lib/src/modes/step/phase.js
var phase = __webpack_require__(1739);
;// CONCATENATED MODULE: ./lib/src/modes/plan.js




/** GitHub refuses a matrix with more jobs (docs.github.com, usage limits). */
const MOST_JOBS = 256;
/**
 * Outputs the agents that changed since the base commit as a matrix.
 * @throws {UserError} for a glob that matches nothing and for an input `base` that names no commit
 */
async function plan(step) {
    const { console, recorder } = step;
    const traitsOf = (folder) => (0,cloud_of_folder/* cloudOfFolder */.J)(step, folder).traits;
    const survey = await (0,phase/* phase */.O)(step, { name: 'Plan' }, () => (0,plan_survey/* surveyAgents */.hq)(step, traitsOf), plan_survey/* surveyLine */.R_);
    (0,plan_survey/* reportNotice */.tX)(step, survey);
    warnOf(step, survey);
    const { agents, chosen } = survey;
    const include = chosen.map(({ name, path, manifest }) => ({ name, path, manifest }));
    recorder.noteExtra({ matrix: { include }, changed: chosen.length });
    if (chosen.length > MOST_JOBS) {
        console.warning(`The matrix has ${chosen.length} entries, and GitHub runs at most ${MOST_JOBS} jobs of one matrix: give the agents to several plan steps by narrower globs.`);
    }
    recorder.notePage(renderPlan({ ...survey, all: agents.length }));
    recorder.note({ outcome: 'succeeded' });
}
function warnOf({ console }, { agents, chosen }) {
    for (const { path, problem } of agents) {
        if (problem !== undefined) {
            console.warning(`${path} counts as changed, because its context cannot be known: ${problem}`);
        }
    }
    // Without `context` a step of its own would build the whole workspace.
    const open = chosen.filter((one) => one.manifest !== '' && !one.declaresContext && one.problem === undefined);
    if (open.some(({ path }) => path !== '.')) {
        console.info(`${(0,plan_survey/* listed */.KE)(open.map(({ manifest }) => manifest))} without a context root: their folders were compared, so give the job of each its folder as context.`);
    }
    const named = new Set(chosen.map(({ path }) => path));
    const bare = agents.filter((agent) => agent.lacksDockerfile && named.has(agent.path));
    if (bare.length > 0) {
        console.warning(`${(0,plan_survey/* listed */.KE)(bare.map(({ path }) => path))} without a Dockerfile: the build will fail. A line such as !${bare[0]?.path} in agents leaves a folder out.`);
    }
    for (const [name, paths] of sharedNames(chosen)) {
        console.warning(`${(0,plan_survey/* listed */.KE)(paths)} have the same name, ${name}: give each a name in its manifest.`);
    }
}
function sharedNames(agents) {
    const byName = new Map();
    for (const { name, path } of agents)
        byName.set(name, [...(byName.get(name) ?? []), path]);
    return [...byName].filter(([, paths]) => paths.length > 1);
}


/***/ })

};
