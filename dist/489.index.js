export const id = 489;
export const ids = [489];
export const modules = {

/***/ 8577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ previewAgent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2976);


/** How many builds are read to find the name of an agent that was given by its id. */
const MOST_BUILDS = 1_000;
/**
 * The agent whose previews are torn down. A closed pull request may have no checkout and so no manifest: then the
 * label's own live previews tell the agent, where all of ours belong to one.
 * @returns `undefined` where no preview of the label is left that could be ours
 * @throws {UserError} where the name cannot be told, or several agents carry the label
 */
async function previewAgent(step, cloud, label) {
    const { agent, project } = step.settings;
    if (agent?.by === 'agent-name')
        return agent.value;
    if (project?.agentName !== undefined)
        return project.agentName;
    if (agent)
        return nameOfId(step, cloud, agent.value);
    return agentOfLabel(step, cloud, label);
}
async function nameOfId(step, cloud, agentId) {
    for await (const build of cloud.list({ atMost: MOST_BUILDS }, step.signal)) {
        if (build.agentId === agentId && build.agentName !== undefined)
            return build.agentName;
    }
    throw unnamed(`No build of the account belongs to agent-id ${agentId}, so its name is unknown.`);
}
async function agentOfLabel(step, cloud, label) {
    const labelled = cloud.deployments?.labelled;
    if (!labelled)
        throw unnamed('The previews cannot be found without the name of their agent.');
    const names = new Set();
    for await (const preview of labelled(label, step.signal)) {
        if (preview.agentName === undefined || !(0,_previews_js__WEBPACK_IMPORTED_MODULE_1__/* .isLive */ .DG)(preview) || names.has(preview.agentName))
            continue;
        if (await (0,_previews_js__WEBPACK_IMPORTED_MODULE_1__/* .isOurs */ .MU)(step, cloud, preview))
            names.add(preview.agentName);
    }
    if (names.size > 1) {
        throw unnamed(`Previews labelled ${label} belong to several agents (${[...names].sort().join(', ')}).`);
    }
    return [...names][0];
}
function unnamed(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(message, {
        hint: 'Give agent-name on this step: without a checkout the manifest is not on disk when a pull request is closed.',
    });
}


/***/ }),

/***/ 9489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tearDown: () => (/* binding */ tearDown)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_story_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3296);
/* harmony import */ var _github_deployment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);
/* harmony import */ var _phase_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4481);
/* harmony import */ var _preview_agent_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8577);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2976);
/* harmony import */ var _replace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(645);







/**
 * The pull request was closed, merged or not: every preview of its label goes. Needs no context and no manifest
 * on disk; what is already gone is a success.
 * @throws {UserError} when a preview could not be deleted; the others are gone then all the same.
 */
async function tearDown(step) {
    const cloud = await step.cloud();
    const { deployments } = cloud;
    step.ledger.note({ outcome: 'removed', previewsDeleted: [] });
    if (!deployments) {
        step.console.info(`${cloud.traits.title} deploys nothing: there is nothing to tear down.`);
        return;
    }
    const label = (0,_previews_js__WEBPACK_IMPORTED_MODULE_5__/* .previewLabel */ .Pg)(step);
    const agentName = await (0,_preview_agent_js__WEBPACK_IMPORTED_MODULE_4__/* .previewAgent */ .u)(step, cloud, label);
    step.ledger.noteDeployment({ preview: { label } });
    const { failed } = await (0,_phase_js__WEBPACK_IMPORTED_MODULE_3__/* .phase */ .O)(step, { name: 'Preview cleanup', withinMs: step.settings.deployTimeoutMs }, async () => {
        const all = agentName === undefined ? [] : await (0,_previews_js__WEBPACK_IMPORTED_MODULE_5__/* .previewsOf */ .PT)(deployments, { agentName, label }, step.signal);
        const removal = await (0,_replace_js__WEBPACK_IMPORTED_MODULE_6__/* .removeAll */ .C0)(step, deployments, all.filter(_previews_js__WEBPACK_IMPORTED_MODULE_5__/* .isLive */ .DG));
        step.ledger.note({ previewsDeleted: removal.removed });
        return removal;
    }, ({ removed, failed: left }, ms) => (0,_report_story_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanupLine */ .lG)({ deleted: removed.length, kept: left.length, ms }));
    await (0,_github_deployment_js__WEBPACK_IMPORTED_MODULE_2__/* .retireDeployments */ .E)(step);
    if (failed.length === 0)
        return;
    const which = failed.map(({ id, why }) => `${id} (${why})`).join('; ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Previews of ${label} could not be deleted: ${which}`, {
        hint: 'Run the job again; the previews also end by their own expiry.',
    });
}


/***/ })

};
