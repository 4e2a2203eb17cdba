export const id = "cloud-pipecat-request";
export const ids = ["cloud-pipecat-request"];
export const modules = {

/***/ 9802:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRunDeploy: function() { return /* binding */ dryRunDeploy; },
/* harmony export */   dryRunRequests: function() { return /* binding */ dryRunRequests; }
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
    const name = preview ? (0,_agent_name_js__WEBPACK_IMPORTED_MODULE_1__/* .previewName */ .gz)(agentName, preview.label, preview.repository) : (0,_agent_name_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedName */ .XT)(agentName);
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


/***/ })

};
