export const id = 68;
export const ids = [68,297];
export const modules = {

/***/ 7297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sketchSubmit),
/* harmony export */   _: () => (/* binding */ sketchDeploy),
/* harmony export */   openCloud: () => (/* binding */ openCloud)
/* harmony export */ });
/**
 * The one place where a cloud's name decides; its file, and with it the network library, is loaded here.
 *
 * @throws {UserError} for credentials that no request could carry.
 */
async function openCloud(name, access, options = {}) {
    switch (name) {
        case 'sgp':
            return (await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(448), __webpack_require__.e(668)]).then(__webpack_require__.bind(__webpack_require__, 7668))).openSgp(access, options);
        case 'prime':
            return (await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(448), __webpack_require__.e(813)]).then(__webpack_require__.bind(__webpack_require__, 6194))).openPrime(access, options);
        case 'pipecat':
            return (await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(448), __webpack_require__.e(152)]).then(__webpack_require__.bind(__webpack_require__, 2152))).openPipecat(access, options);
    }
}
/** The requests that a submit would make, for a dry run: it has no key and opens no connection. */
async function sketchSubmit(name, request) {
    switch (name) {
        case 'sgp':
            return (await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(448), __webpack_require__.e(120)]).then(__webpack_require__.bind(__webpack_require__, 6120))).sketch(request);
        case 'prime':
            return (await __webpack_require__.e(/* import() */ 850).then(__webpack_require__.bind(__webpack_require__, 9850))).sketch(request);
        case 'pipecat':
            return (await __webpack_require__.e(/* import() */ 876).then(__webpack_require__.bind(__webpack_require__, 876))).sketch(request);
    }
}
/** The same for a deployment of the finished build; none where the sketch of a cloud's deployment is its title alone. */
async function sketchDeploy(name, request) {
    switch (name) {
        case 'pipecat':
            return (await __webpack_require__.e(/* import() */ 876).then(__webpack_require__.bind(__webpack_require__, 876))).sketchDeploy(request);
        default:
            return [];
    }
}


/***/ }),

/***/ 2068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rehearse: () => (/* binding */ rehearse)
/* harmony export */ });
/* harmony import */ var _clouds_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7297);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8578);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1079);
/* harmony import */ var _pack_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2919);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2976);
/* harmony import */ var _submit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6857);






const LARGEST = 10;
/** Packs and prints what would be sent, and sends nothing (docs/interface.md, `dry-run`). */
async function rehearse(step) {
    const { console, ledger } = step;
    ledger.note({ outcome: 'dry-run' });
    if (step.trigger.closed) {
        console.info(`Dry run: the previews labelled ${(0,_previews_js__WEBPACK_IMPORTED_MODULE_2__/* .previewLabel */ .Pg)(step)} would be deleted.`);
        return;
    }
    const context = await (0,_pack_js__WEBPACK_IMPORTED_MODULE_1__/* .packContext */ .JH)(step);
    if ('reused' in context)
        return;
    const request = (0,_submit_js__WEBPACK_IMPORTED_MODULE_3__/* .buildRequest */ .m)(step, context);
    ledger.noteBuild({ imageName: request.imageName, imageTag: request.imageTag });
    console.group('What would be sent');
    for (const line of contentLines(context.tree))
        console.info(line);
    for (const line of await requestLines(step, request))
        console.info(line);
    console.endGroup();
    console.info('Dry run: nothing was sent.');
}
function contentLines(tree) {
    const largest = tree.entries.filter((entry) => entry.kind === 'file').toSorted((a, b) => b.size - a.size);
    return [
        `${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(tree.files, 'file')}, ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_4__/* .size */ .Ej)(tree.bytes)}; Dockerfile: ${tree.dockerfile}`,
        'The largest:',
        ...largest.slice(0, LARGEST).map((entry) => `  ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_4__/* .size */ .Ej)(entry.size).padStart(10)}  ${entry.path}`),
        'Entries:',
        ...tree.entries.map((entry) => `  ${entryWords(entry)}`),
    ];
}
function entryWords(entry) {
    if (entry.kind === 'folder')
        return `${entry.path}/`;
    return entry.kind === 'link' ? `${entry.path} -> ${entry.target}` : entry.path;
}
async function requestLines(step, request) {
    const { cloud } = step.settings;
    const kind = (0,_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deployTargetOf */ .o0)(step);
    const lines = ['Requests:', ...(await (0,_clouds_index_js__WEBPACK_IMPORTED_MODULE_5__/* .sketchSubmit */ .F)(cloud, request)).flatMap(sketchLines)];
    if (kind === 'none')
        return lines;
    const what = kind === 'preview' ? `a preview labelled ${(0,_previews_js__WEBPACK_IMPORTED_MODULE_2__/* .previewLabel */ .Pg)(step)}` : 'production';
    const built = { id: 'the new build’s' };
    const deployment = (0,_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentRequest */ .f_)(step, kind, (0,_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .agentOf */ .jk)(step, built), built);
    const requests = (await (0,_clouds_index_js__WEBPACK_IMPORTED_MODULE_5__/* .sketchDeploy */ ._)(cloud, deployment)).flatMap(sketchLines);
    return [...lines, `Then ${what} would be deployed.`, ...requests];
}
function sketchLines({ method, path, fields }) {
    const members = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`);
    return [`${method} ${path}`, ...members];
}


/***/ })

};
