export const id = 720;
export const ids = [720];
export const modules = {

/***/ 4720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runWorker: () => (/* binding */ runWorker)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _actions_cache__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(144);


/** The channel to the parent, which reads nothing else as an answer. */
const ANSWER = 3;
/** Milliseconds after which it ends by itself, should the parent have died before it could end it. */
const LONGEST_LIFE = 10_000;
/** Part of an entry's identity, so that it is the same in every run; relative to a folder of this process alone. */
const PATH = 'cloud-build-memory';
/**
 * Carries out one order of `memory.ts` in a process of its own.
 * @param order the verb and its keys
 */
async function runWorker([verb, ...keys]) {
    setTimeout(() => process.exit(), LONGEST_LIFE).unref();
    if (verb === 'remember') {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(PATH, '');
        for (const key of keys)
            await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_1__/* .saveCache */ .Io)([PATH], key);
        return;
    }
    const [key = ''] = keys;
    // No key is ever exactly the first: the newest entry that begins with the prefix is meant.
    const hit = await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_1__/* .restoreCache */ .P3)([PATH], `${key}latest`, [key], { lookupOnly: true });
    if (hit !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(ANSWER, hit);
}


/***/ })

};
