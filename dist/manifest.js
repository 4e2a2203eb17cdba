export const id = "manifest";
export const ids = ["manifest"];
export const modules = {

/***/ 8249:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readManifest: function() { return /* binding */ readManifest; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _omit_undefined_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2156);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6997);
/* harmony import */ var _yaml_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4597);




/** manifest.yaml (contracts/README.md, "SGP: files that matter"); other fields are not read. */
function readManifest(source, faults) {
    const before = faults.count();
    const fields = (0,_yaml_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .openYaml */ .I)(source, faults);
    if (!fields)
        return undefined;
    const warnings = [];
    const context = readContext(source, fields, warnings, faults);
    const agentName = readAgentName(source, fields, faults);
    const secrets = fields
        .each(['agent', 'credentials'], 'secret_name')
        .map(({ text: name, line }) => ({ name, ...(line !== undefined && { line }) }));
    const repository = fields.text(['deployment', 'image', 'repository'], 'optional')?.text;
    const imageTag = fields.text(['deployment', 'image', 'tag'], 'optional')?.text;
    if (faults.count() > before)
        return undefined;
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_3__/* .omitUndefined */ .O)({
        file: (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_3__/* .omitUndefined */ .O)({
            path: source.path,
            text: source.text,
            agentName,
            warnings,
            secrets: secrets.length === 0 ? undefined : secrets,
        }),
        context,
        imageName: repository ? lastSegment(repository) : undefined,
        imageTag,
    });
}
/** A limit: each is looked up on disk, and each file of the context is compared with each of them. */
const MOST_INCLUDE_PATHS = 1_000;
function readContext(source, fields, warnings, faults) {
    const root = fields.text(['build', 'context', 'root'], 'required');
    const includePaths = fields.texts(['build', 'context', 'include_paths']) ?? [];
    const field = 'build.context.include_paths';
    if (includePaths.length > MOST_INCLUDE_PATHS) {
        const problem = `names ${includePaths.length} folders; accepted: at most ${MOST_INCLUDE_PATHS}`;
        (0,_yaml_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .addFault */ .y)(source, faults, field, problem, fields.line(field.split('.')));
    }
    if (includePaths.length === 0) {
        warnings.push(`${source.name}: ${field} has no folder, so only the Dockerfile and the ignore file are sent.`);
    }
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_3__/* .omitUndefined */ .O)({
        root: root && { ...root, absolute: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(source.path), root.text) },
        dockerfile: fields.text(['build', 'context', 'dockerfile'], 'required'),
        ignoreFile: fields.text(['build', 'context', 'dockerignore'], 'optional'),
        includePaths,
    });
}
function readAgentName(source, fields, faults) {
    const name = fields.text(['agent', 'name'], 'optional');
    if (name && !/^[a-z0-9-]+$/.test(name.text)) {
        const problem = `is ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name.text)}; accepted: lower-case letters, digits and hyphens`;
        (0,_yaml_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .addFault */ .y)(source, faults, 'agent.name', problem, name.line);
    }
    return name?.text;
}
/** `registry.invalid/team/bot` → `bot`. */
function lastSegment(repository) {
    return repository.split('/').filter(Boolean).at(-1);
}


/***/ })

};
