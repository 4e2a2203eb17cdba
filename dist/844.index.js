export const id = 844;
export const ids = [844];
export const modules = {

/***/ 2844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isBuildEnd: () => (/* binding */ isBuildEnd)
/* harmony export */ });
/**
 * The words all rooms share. A cloud is what it can do, not what it is called: rooms ask for the
 * capability (`cloud.cancel`, `cloud.previews`), never for the name.
 * Every cloud's own spelling ends at its file's parser.
 */

function isBuildEnd(status) {
    return status !== 'queued' && status !== 'running' && status !== 'unknown';
}


/***/ })

};
