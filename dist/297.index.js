export const id = 297;
export const ids = [297];
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


/***/ })

};
