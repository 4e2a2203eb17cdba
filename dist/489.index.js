export const id = 489;
export const ids = [489];
export const modules = {

/***/ 9489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tearDown: () => (/* binding */ tearDown)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_story_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3296);
/* harmony import */ var _phase_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6862);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2976);
/* harmony import */ var _replace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(645);





/** How many builds are read to find the name of an agent that was given by its id. */
const MOST_BUILDS = 1_000;
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
    const label = (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .previewLabel */ .Pg)(step);
    const agentName = await agentNameOf(step, cloud);
    step.ledger.noteDeployment({ preview: { label } });
    const { failed } = await (0,_phase_js__WEBPACK_IMPORTED_MODULE_2__/* .phase */ .O)(step, { name: 'Preview cleanup' }, async () => {
        const all = await (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .previewsOf */ .PT)(deployments, { agentName, label }, step.signal);
        const removal = await (0,_replace_js__WEBPACK_IMPORTED_MODULE_4__/* .removeAll */ .C0)(step, deployments, all.filter(_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG));
        step.ledger.note({ previewsDeleted: removal.removed });
        return removal;
    }, ({ removed, failed: left }, ms) => (0,_report_story_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanupLine */ .lG)({ deleted: removed.length, kept: left.length, ms }));
    if (failed.length === 0)
        return;
    const which = failed.map(({ id, why }) => `${id} (${why})`).join('; ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Previews of ${label} could not be deleted: ${which}`, {
        hint: 'Run the job again; the previews also end by their own expiry.',
    });
}
/** An agent given by its id has its name in any of its builds. */
async function agentNameOf(step, cloud) {
    const { agent, project } = step.settings;
    if (agent?.by === 'agent-name')
        return agent.value;
    if (project?.agentName !== undefined)
        return project.agentName;
    if (agent) {
        for await (const build of cloud.list({ atMost: MOST_BUILDS }, step.signal)) {
            if (build.agentId === agent.value && build.agentName !== undefined)
                return build.agentName;
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The previews cannot be found without the name of their agent.', {
        hint: 'Give agent-name on this step; the manifest is not on disk when a pull request is closed without a checkout.',
    });
}


/***/ })

};
