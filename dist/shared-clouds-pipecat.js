export const id = "shared-clouds-pipecat";
export const ids = ["shared-clouds-pipecat"];
export const modules = {

/***/ 5736:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: function() { return /* binding */ settingsOf; },
/* harmony export */   z: function() { return /* binding */ refusesArchitecture; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3809);


/**
 * What the cloud's own builds are made for (contracts/README.md, context hash). Without the member an agent runs on its
 * region's architecture, and an image of another one ends in a crash loop.
 */
const BUILD_ARCHITECTURE = 'arm64';
/**
 * What both create and update take (contracts/pipecat.openapi.yaml, AgentSettings): what was given and nothing else,
 * so that what the author did not set stays as it is on the agent. Empty members may be refused.
 */
function settingsOf({ of, agentSettings = {} }) {
    const image = 'buildId' in of ? { buildId: of.buildId } : { image: referenceOf(of) };
    const { imagePullSecretSet, ...others } = agentSettings;
    // The cloud pulls its own builds without it.
    const pull = 'buildId' in of ? {} : { imagePullSecretSet };
    const architecture = 'buildId' in of ? BUILD_ARCHITECTURE : undefined;
    return { ...image, ...withoutEmpty({ architecture, ...pull, ...others }) };
}
function referenceOf(of) {
    return 'image' in of ? of.image : `${of.imageName}:${of.imageTag}`;
}
/**
 * The messages of servers that do not know the member, as frameworks write them; not those about a region that lacks
 * the architecture.
 */
const NOT_KNOWN = /(?:unknown|unrecogni[sz]ed|unexpected|extra|additional|invalid) (?:member|key|propert|field|input|argument|param)\w*\W.{0,40}architecture|architecture\W.{0,40}(?:should not exist|is not (?:allowed|permitted|known|expected)|not (?:allowed|permitted)|extra inputs?|unknown|unrecogni[sz]ed)/i;
/** Whether the refusal is about `architecture` as such, so that the rest may be sent without it. */
function refusesArchitecture(error) {
    return (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ &&
        (error.status === 400 || error.status === 422) &&
        NOT_KNOWN.test(error.detail));
}
function withoutEmpty(members) {
    const kept = {};
    for (const [name, value] of Object.entries(members)) {
        const inner = (0,_reply_js__WEBPACK_IMPORTED_MODULE_1__/* .isFields */ .Ce)(value) ? withoutEmpty(value) : value;
        const empty = inner === undefined || inner === null || inner === '';
        if (!empty && !((0,_reply_js__WEBPACK_IMPORTED_MODULE_1__/* .isFields */ .Ce)(inner) && Object.keys(inner).length === 0))
            kept[name] = inner;
    }
    return kept;
}


/***/ }),

/***/ 8567:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: function() { return /* binding */ previewNamed; },
/* harmony export */   FV: function() { return /* binding */ readDeploymentId; },
/* harmony export */   XT: function() { return /* binding */ checkedName; },
/* harmony export */   dP: function() { return /* binding */ deploymentId; },
/* harmony export */   gz: function() { return /* binding */ previewName; },
/* harmony export */   pQ: function() { return /* binding */ unmarkedName; }
/* harmony export */ });
/* unused harmony export markOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2249);



/** Characters of the hash in a shortened name: enough that two agents of one organization never share one. */
const HASH = 8;
/** @throws {UserError} for a name that no agent can have. */
function checkedName(name) {
    if ((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isPipecatAgent */ .m)(name))
        return name;
    const hint = `An agent's name has 2 to ${_names_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_PIPECAT_AGENT */ .i} lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen: check \`agent-name\`.`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${name}" cannot be the name of an agent on this cloud`, { hint });
}
/** The end of a preview agent's name: the mark of its repository (docs/interface.md, Pipecat). */
const MARK = /-p[0-9a-f]{6}$/;
/**
 * The mark of a repository: `p` and the first 6 hexadecimal digits of its address's SHA-256.
 * @param repository `<host>/<owner>/<name>`, the host with its port if it has one
 */
function markOf(repository) {
    return `p${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(repository.toLowerCase()).digest('hex').slice(0, 6)}`;
}
/**
 * The name of the agent that is this agent's preview with this label for this repository: `<agent>-<label>-<mark>`.
 * Where that is too long, the middle of the agent's name is replaced by a hash of the whole name. Only the name shows
 * that an agent is a preview, and of which repository: the cloud keeps no labels. The same three always give the same
 * name.
 *
 * @throws {UserError} where the label cannot be part of a name, or no repository is known to mark it with.
 */
function previewName(agentName, label, repository) {
    if (repository === undefined) {
        const hint = 'Run the step in a workflow of a repository: GITHUB_REPOSITORY and GITHUB_SERVER_URL name it.';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('No repository is known, which the preview’s name has to contain as a mark', {
            hint,
        });
    }
    return shortenedName(agentName, `${checkedLabel(label)}-${markOf(repository)}`);
}
/** The name without a mark: what an earlier release gave, and the vendor's own previews and other agents may have. */
function unmarkedName(agentName, label) {
    return shortenedName(agentName, checkedLabel(label));
}
function checkedLabel(label) {
    if (/^[a-z0-9-]*[a-z0-9]$/.test(label))
        return label;
    const hint = 'Choose a `preview-label` of lower-case letters, digits and hyphens that ends with a letter or digit.';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The preview label "${label}" cannot end the name of an agent`, { hint });
}
function shortenedName(agentName, suffix) {
    const fullName = `${agentName}-${suffix}`;
    return checkedName(fullName.length <= _names_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_PIPECAT_AGENT */ .i ? fullName : `${shortened(agentName, suffix)}-${suffix}`);
}
function shortened(agentName, suffix) {
    const available = _names_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_PIPECAT_AGENT */ .i - suffix.length - 1 - HASH - 2;
    const head = agentName.slice(0, Math.ceil(available / 2));
    const tail = agentName.slice(agentName.length - Math.floor(available / 2));
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(agentName).digest('hex').slice(0, HASH);
    return `${head}-${hash}-${tail}`;
}
/**
 * What this name says, if it is exactly the name of a preview of this agent; without an agent, if it has the mark of
 * one of these repositories. Only a pull request's label can be separated from the agent's name.
 */
function previewNamed(name, agentName, repositories) {
    const repository = repositories.find((one) => name.endsWith(`-${markOf(one)}`));
    if (repository === undefined && MARK.test(name))
        return undefined;
    const label = /-(pr-[1-9]\d{0,14})$/.exec(name.replace(MARK, ''))?.[1];
    if (agentName === undefined) {
        return repository === undefined ? undefined : { repository, ...(label !== undefined && { label }) };
    }
    if (label === undefined)
        return undefined;
    if (repository === undefined)
        return unmarkedName(agentName, label) === name ? { label } : undefined;
    return previewName(agentName, label, repository) === name ? { label, repository } : undefined;
}
/**
 * A deployment's id here: the agent's name and, after `@`, the id of one of its deployments. Without the `@` part it
 * is the agent with whatever it runs.
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
