export const id = 802;
export const ids = [802];
export const modules = {

/***/ 9215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ contextHashOf)
/* harmony export */ });
/** The first 16 hex digits of the MD5 of the bytes that are sent (contracts/README.md, context hash). */
function contextHashOf({ archive }) {
    if (archive.md5 === undefined)
        throw new Error('the archive was packed without its MD5');
    return archive.md5.slice(0, 16);
}


/***/ }),

/***/ 8462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   Xl: () => (/* binding */ ReplyFault)
/* harmony export */ });
/* unused harmony export LARGEST_REPLY */
/** Bytes of a JSON reply that are read at the most; the largest page we ask for stays far below. */
const LARGEST_REPLY = 10 * 1024 * 1024;
/** What is wrong with a reply's content, for the reader of the error; says nothing of the request. */
class ReplyFault extends Error {
    name = 'ReplyFault';
}
/**
 * The whole reply as a value, `undefined` where it is empty.
 *
 * @throws {ReplyFault} when it is too large or not JSON; a broken connection's error as it is.
 */
async function readJson(reply) {
    const { text, whole } = await readBounded(reply, LARGEST_REPLY);
    if (!whole)
        throw new ReplyFault(`the reply is larger than ${LARGEST_REPLY / 1024 / 1024} MiB`);
    if (text.trim() === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        throw new ReplyFault(text.trimStart().startsWith('<') ? 'the reply is HTML, not JSON' : 'the reply is not JSON');
    }
}
/** The first `limit` bytes of a reply as text; what is left is dropped. */
async function readBounded(reply, limit) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of reply.body) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > limit)
            break;
    }
    if (bytes > limit)
        reply.discard();
    return { text: Buffer.concat(chunks).subarray(0, limit).toString('utf8'), whole: bytes <= limit };
}


/***/ }),

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


/***/ }),

/***/ 9802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRunDeploy: () => (/* binding */ dryRunDeploy),
/* harmony export */   dryRunRequests: () => (/* binding */ dryRunRequests)
/* harmony export */ });
/* harmony import */ var _context_hash_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9215);
/* harmony import */ var _agent_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5736);
/* harmony import */ var _agent_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8567);



const DEFAULT_REGION = 'the organization’s default';
/** What a submit would send, for a dry run. */
function dryRunRequests(request) {
    const { archive, dockerfile, region } = request;
    const asked = region === undefined ? [{ method: 'GET', path: '/v1/properties', fields: {} }] : [];
    const where = { region: region ?? DEFAULT_REGION };
    return [
        ...asked,
        { method: 'GET', path: `/v1/builds?contextHash=${(0,_context_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .contextHashOf */ .X)(request)}`, fields: {} },
        { method: 'POST', path: '/v1/builds/upload-url', fields: where },
        {
            method: 'POST',
            path: '<presigned URL>',
            fields: {
                '(uploadFields)': 'as the cloud gives them',
                file: `context.tar.gz, ${archive.bytes} bytes`,
            },
        },
        {
            method: 'POST',
            path: '/v1/builds',
            fields: { uploadId: 'as the cloud gives it', ...where, dockerfilePath: dockerfile },
        },
    ];
}
/** What a deployment would send: the create, or without `serviceName` and `region` the update of an agent that is there. */
function dryRunDeploy(request) {
    const { agentName, preview, region } = request;
    const name = preview ? (0,_agent_name_js__WEBPACK_IMPORTED_MODULE_1__/* .previewName */ .gz)(agentName, preview.label) : (0,_agent_name_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedName */ .XT)(agentName);
    const settings = Object.entries((0,_agent_body_js__WEBPACK_IMPORTED_MODULE_0__/* .settingsOf */ .f)(request)).map(([member, value]) => [member, inWords(value)]);
    const fields = { serviceName: name, region: region ?? 'the build’s', ...Object.fromEntries(settings) };
    return [
        { method: 'GET', path: `/v1/agents/${name}`, fields: {} },
        { method: 'POST', path: `/v1/agents, or /v1/agents/${name} where the agent exists`, fields },
    ];
}
function inWords(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}


/***/ }),

/***/ 3809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   Ce: () => (/* binding */ isFields),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   gZ: () => (/* binding */ demandedText)
/* harmony export */ });
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8462);

/** @throws {ReplyFault} naming what was expected. */
function fieldsOf(value, what) {
    if (isFields(value))
        return value;
    throw new _http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ReplyFault */ .Xl(`the reply holds ${kindOf(value)} where ${what} was expected`);
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The first of these members that is a text with something in it. */
function textOf(fields, ...names) {
    for (const name of names) {
        const value = fields[name];
        if (typeof value === 'string' && value !== '')
            return value;
    }
    return undefined;
}
/** @throws {ReplyFault} naming the member and what stands in its place. */
function demandedText(fields, what, ...names) {
    const found = textOf(fields, ...names);
    if (found !== undefined)
        return found;
    const name = names[0] ?? '';
    const state = fields[name] === undefined ? 'is missing' : `is ${kindOf(fields[name])}, not a text`;
    throw new _http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ReplyFault */ .Xl(`\`${name}\` of ${what} ${state} in the reply`);
}
/** An instant as ISO 8601 in UTC; servers that leave the zone out mean UTC. */
function instantOf(fields, ...names) {
    const text = textOf(fields, ...names);
    if (text === undefined)
        return undefined;
    const zoned = /(z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
    const time = Date.parse(zoned);
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
function kindOf(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null)
        return 'null';
    if (value === '')
        return 'an empty text';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}


/***/ })

};
