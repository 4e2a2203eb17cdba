export const id = "shared-clouds-pipecat";
export const ids = ["shared-clouds-pipecat"];
export const modules = {

/***/ 5736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ checkRegions),
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3809);


/**
 * What both create and update take (contracts/pipecat.openapi.yaml, AgentSettings): what was given and nothing else,
 * so that what the author did not set stays as it is on the agent. Empty members may be refused.
 */
function settingsOf({ of, agentSettings = {} }) {
    const image = 'buildId' in of ? { buildId: of.buildId } : { image: `${of.imageName}:${of.imageTag}` };
    const { imagePullSecretSet, ...others } = agentSettings;
    // The cloud pulls its own builds without it.
    const pull = 'buildId' in of ? {} : { imagePullSecretSet };
    return { ...image, ...filled({ ...pull, ...others }) };
}
function filled(members) {
    const kept = {};
    for (const [name, value] of Object.entries(members)) {
        const inner = (0,_reply_js__WEBPACK_IMPORTED_MODULE_1__/* .isFields */ .Ce)(value) ? filled(value) : value;
        const empty = inner === undefined || inner === null || inner === '';
        if (!empty && !((0,_reply_js__WEBPACK_IMPORTED_MODULE_1__/* .isFields */ .Ce)(inner) && Object.keys(inner).length === 0))
            kept[name] = inner;
    }
    return kept;
}
/**
 * Builds, agents and secret sets must be in one region; an agent never changes its own
 * (contracts/pipecat.openapi.yaml, general rules and updateAgent).
 *
 * @throws {UserError} that says which is where.
 */
function checkRegions({ agentName, agent, build, given }) {
    if (agent !== undefined && build !== undefined && agent !== build) {
        const hint = `Give \`region: ${agent}\`, so that it is built where the agent is. An agent cannot move: to have it in ${build}, delete it first or choose another \`agent-name\`.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Agent ${agentName} runs in ${agent} and the build was made in ${build}; a build cannot cross regions`, { hint });
    }
    if (agent !== undefined && given !== undefined && agent !== given) {
        const hint = `Give \`region: ${agent}\`, or leave it out. An agent cannot move: to have it in ${given}, delete it first or choose another \`agent-name\`.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Agent ${agentName} runs in ${agent}, and \`region\` says ${given}`, { hint });
    }
    if (build !== undefined && given !== undefined && build !== given) {
        const hint = `Give \`region: ${build}\`, or build anew with the region that is wanted.`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The build was made in ${build}, and \`region\` says ${given}`, { hint });
    }
}


/***/ }),

/***/ 8567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ readDeploymentId),
/* harmony export */   XT: () => (/* binding */ checkedName),
/* harmony export */   dP: () => (/* binding */ deploymentId),
/* harmony export */   gz: () => (/* binding */ previewName),
/* harmony export */   mQ: () => (/* binding */ pullRequestLabelIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);


/** contracts/pipecat.openapi.yaml, CreateAgentRequest; the pattern needs two characters. */
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])$/;
const LONGEST = 54;
/** Characters of the hash in a shortened name: enough that two agents of one organization never share one. */
const HASH = 8;
/** @throws {UserError} for a name that no agent can have. */
function checkedName(name) {
    if (name.length <= LONGEST && NAME.test(name))
        return name;
    const hint = `An agent's name has 2 to ${LONGEST} lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen: check \`agent-name\`.`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${name}" cannot be the name of an agent on this cloud`, { hint });
}
/**
 * The agent that is the preview of this agent under this label: `<agent>-<label>`, where that is too long with the
 * middle of the agent's name replaced by a hash of the whole. The name is all that tells a preview: the cloud keeps
 * no labels. The same agent and label always give the same name.
 *
 * @throws {UserError} where the label cannot end a name.
 */
function previewName(agentName, label) {
    if (!/^[a-z0-9-]*[a-z0-9]$/.test(label)) {
        const hint = 'Choose a `preview-label` of lower-case letters, digits and hyphens that ends with a letter or digit.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The preview label "${label}" cannot end the name of an agent`, { hint });
    }
    const whole = `${agentName}-${label}`;
    return checkedName(whole.length <= LONGEST ? whole : `${shortened(agentName, label)}-${label}`);
}
function shortened(agentName, label) {
    const available = LONGEST - label.length - 1 - HASH - 2;
    const head = agentName.slice(0, Math.ceil(available / 2));
    const tail = agentName.slice(agentName.length - Math.floor(available / 2));
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(agentName).digest('hex').slice(0, HASH);
    return `${head}-${hash}-${tail}`;
}
/** The label of a pull request's preview, where this name is exactly the one that such a preview of the agent has. */
function pullRequestLabelIn(name, agentName) {
    const label = /-(pr-[1-9]\d{0,14})$/.exec(name)?.[1];
    return label !== undefined && previewName(agentName, label) === name ? label : undefined;
}
/**
 * A deployment's id here: the agent's name and, behind `@`, which of its deployments is meant. Without the latter
 * it is the agent with whatever it runs.
 */
function deploymentId(name, wanted) {
    return wanted === undefined ? name : `${name}@${wanted}`;
}
function readDeploymentId(id) {
    const at = id.indexOf('@');
    return at < 0 ? { name: id, wanted: undefined } : { name: id.slice(0, at), wanted: id.slice(at + 1) };
}


/***/ })

};
