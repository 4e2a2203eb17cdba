export const id = "cloud-sgp-request";
export const ids = ["cloud-sgp-request"];
export const modules = {

/***/ 6120:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DEPLOYMENTS: function() { return /* binding */ DEPLOYMENTS; },
/* harmony export */   deploymentBody: function() { return /* binding */ deploymentBody; },
/* harmony export */   dryRunDeploy: function() { return /* binding */ dryRunDeploy; },
/* harmony export */   dryRunRequests: function() { return /* binding */ dryRunRequests; },
/* harmony export */   formOf: function() { return /* binding */ formOf; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5469);


/** The form of `POST /v5/builds`: unknown facts are left out, the archive comes last. An image has none (contracts/sgp.openapi.yaml, submitBuild). */
function formOf(request, agent) {
    if (!('archive' in request))
        return (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .multipartBody */ .RP)(fieldsOf(request, agent));
    return (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .multipartBody */ .RP)(fieldsOf(request, agent), {
        field: 'context_archive',
        fileName: 'context.tar.gz',
        contentType: 'application/gzip',
        file: request.archive,
    });
}
function fieldsOf(request, agent) {
    const { source } = request;
    const fields = {
        image_name: request.imageName,
        image_tag: request.imageTag,
        ...(agent.id === undefined ? { agent_name: agent.name } : { agent_id: agent.id }),
        ...('archive' in request ? buildFields(request) : { image_url: request.image }),
        source_repo: source.repo,
        source_commit: source.commit,
        source_ref: source.ref,
        source_subpath: source.subpath,
        source_dirty: source.dirty === undefined ? undefined : String(source.dirty),
    };
    const known = Object.entries(fields).filter((field) => Boolean(field[1]));
    return Object.fromEntries(known);
}
function buildFields({ buildArgs, platform, workingTreeHash }) {
    return {
        // One field with a JSON object (contracts/README.md, disagreement 6).
        build_args: Object.keys(buildArgs).length === 0 ? undefined : JSON.stringify(buildArgs),
        platform,
        working_tree_hash: workingTreeHash,
    };
}
/** What a submit would send, for a dry run: the agent's look-up, then the form. */
function dryRunRequests(request) {
    const { target } = request;
    const lookUp = {
        method: 'GET',
        path: `/v5/builds?sort_order=desc${target.by === 'agent-name' ? `&agent_name=${encodeURIComponent(target.agentName)}` : ''}`,
        fields: {},
    };
    const agent = {
        ...(target.by === 'agent-id' && { id: target.agentId }),
        ...(target.by === 'agent-name' && { name: target.agentName }),
    };
    const archive = 'archive' in request ? { context_archive: `context.tar.gz, ${request.archive.bytes} bytes` } : {};
    const fields = { ...fieldsOf(request, agent), ...archive };
    return [lookUp, { method: 'POST', path: '/v5/builds', fields }];
}
const DEPLOYMENTS = '/v5/agentex/deployments';
/**
 * The members of `POST /v5/agentex/deployments`. Both files go out as they were read (contracts/README.md,
 * disagreement 12).
 * @param expiresAt of a preview
 */
function deploymentBody({ of, manifest, environmentConfig, preview }, expiresAt) {
    if (manifest === undefined || environmentConfig === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This cloud deploys from `manifest` and `environment-config`; one of them is missing');
    if ('image' in of)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This cloud deploys an image that was built elsewhere once it is registered');
    const image = 'buildId' in of ? { build_id: of.buildId } : { image_name: of.imageName, image_tag: of.imageTag };
    return {
        manifest_file: manifest,
        environment_config: environmentConfig,
        ...image,
        ...(preview ? { preview: true, preview_label: preview.label, expires_at: expiresAt } : {}),
    };
}
/** What a deployment would send, for a dry run; the two files by their length. */
function dryRunDeploy(request) {
    const { manifest = '', environmentConfig = '' } = request;
    const texts = { ...request, manifest: inBytes(manifest), environmentConfig: inBytes(environmentConfig) };
    const members = Object.entries(deploymentBody(texts, 'preview-ttl after the request')).map(([name, value]) => [name, String(value)]);
    return [{ method: 'POST', path: DEPLOYMENTS, fields: Object.fromEntries(members) }];
}
function inBytes(text) {
    return `the file as it is, ${Buffer.byteLength(text)} bytes`;
}


/***/ })

};
