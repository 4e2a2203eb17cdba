export const id = "declared-agent";
export const ids = ["declared-agent"];
export const modules = {

/***/ 1078:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   declaredAgent: function() { return /* binding */ declaredAgent; }
/* harmony export */ });
/* unused harmony export agentNameIn */
/* harmony import */ var _project_files_project_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2675);
/* harmony import */ var _workspace_workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4006);


/** `name` of the mapping `agent` in manifest.yaml; `agent_name` of pcc-deploy.toml. */
const NAME = /^\s+name:\s*["']?([a-z0-9-]+)["']?\s*(?:#.*)?$/;
const TOML_NAME = /^agent_name\s*=\s*["']([a-z0-9-]+)["']\s*(?:#.*)?$/;
/**
 * The agent's name in a project file that has faults. Read line by line, as the file may not parse: it is only what
 * the faults are reported under, so that the comment's section of this agent does not stay as it was.
 * @param path of the file, relative to the workspace
 */
async function declaredAgent(workspace, path) {
    const file = (0,_workspace_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveLinks */ .Ap)(workspace, path);
    if (!(0,_workspace_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .isInside */ .FK)(workspace, file))
        return undefined;
    const content = await (0,_project_files_project_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .y)(file);
    return 'text' in content ? agentNameIn(content.text) : undefined;
}
function agentNameIn(text) {
    let isAgent = false;
    for (const line of text.split(/\r?\n/)) {
        const toml = TOML_NAME.exec(line)?.[1];
        if (toml !== undefined)
            return toml;
        if (/^\S/.test(line) && !line.startsWith('#'))
            isAgent = /^agent:\s*(?:#.*)?$/.test(line);
        const name = isAgent ? NAME.exec(line)?.[1] : undefined;
        if (name !== undefined)
            return name;
    }
    return undefined;
}


/***/ })

};
