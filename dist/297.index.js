export const id = 297;
export const ids = [297];
export const modules = {

/***/ 7297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sketchSubmit),
/* harmony export */   openCloud: () => (/* binding */ openCloud)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/**
 * The one place where a cloud's name decides; its file, and with it the network library, is loaded here.
 *
 * @throws {UserError} for credentials that no request could carry.
 */
async function openCloud(name, access, options = {}) {
    switch (name) {
        case 'sgp':
            return (await Promise.all(/* import() */[__webpack_require__.e(904), __webpack_require__.e(120), __webpack_require__.e(48)]).then(__webpack_require__.bind(__webpack_require__, 8048))).openSgp(access, options);
        default:
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The cloud ${name} cannot be opened by this version`);
    }
}
/** The requests that a submit would make, for a dry run: it has no key and opens no connection. */
async function sketchSubmit(name, request) {
    switch (name) {
        case 'sgp':
            return (await Promise.all(/* import() */[__webpack_require__.e(904), __webpack_require__.e(120)]).then(__webpack_require__.bind(__webpack_require__, 6120))).sketch(request);
        default:
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The cloud ${name} cannot be opened by this version`);
    }
}


/***/ })

};
