export const id = "environments";
export const ids = ["environments"];
export const modules = {

/***/ 2566:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkEnvironments: function() { return /* binding */ checkEnvironments; }
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6997);
/* harmony import */ var _yaml_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4597);


/** Environments that are checked: each check reads the whole file. */
const LOOKED_AT = 10;
/**
 * Checks environments.yaml, which is sent unchanged (contracts/README.md, "SGP: files that matter"). Only what no
 * server can accept is a fault; the rest is reported and left to the server.
 * @returns what the author should know
 */
function checkEnvironments(source, faults) {
    const fields = (0,_yaml_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .openYaml */ .I)(source, faults);
    if (!fields)
        return [];
    const keys = fields.keys(['environments']);
    if (keys.length === 0) {
        (0,_yaml_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .addFault */ .y)(source, faults, 'environments', 'has no environments', fields.line(['environments']));
        return [];
    }
    const several = keys.length > 1
        ? [
            `${source.name} has ${keys.length} environments (${keys.slice(0, LOOKED_AT).join(', ')}${keys.length > LOOKED_AT ? ', …' : ''}); which one the cloud takes is not documented.`,
        ]
        : [];
    return [
        ...checkVersion(source, fields),
        ...several,
        ...keys.slice(0, LOOKED_AT).flatMap((key) => checkEnvironment(source, fields, key)),
    ];
}
function checkVersion(source, fields) {
    const path = ['schema_version'];
    const version = fields.has(path) ? fields.text(path, 'optional')?.text : undefined;
    return version === 'v1' ? [] : [warningAt(source, fields, path, 'schema_version is not v1')];
}
function checkEnvironment(source, fields, key) {
    const at = ['environments', key];
    const warnings = [];
    const namespacePath = [...at, 'kubernetes', 'namespace'];
    const namespace = fields.has(namespacePath) ? fields.text(namespacePath, 'optional')?.text : undefined;
    if (namespace !== undefined && !isNamespace(namespace)) {
        warnings.push(warningAt(source, fields, namespacePath, `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(namespace)} is not a Kubernetes namespace`));
    }
    const principal = [...at, 'auth', 'principal'];
    if (fields.has(principal)) {
        const ids = ['user_id', 'service_account_id'].filter((id) => fields.has([...principal, id]));
        const whole = fields.has([...principal, 'account_id']) && ids.length === 1;
        const need = 'auth.principal needs account_id and exactly one of user_id and service_account_id';
        if (!whole)
            warnings.push(warningAt(source, fields, principal, need));
    }
    return warnings;
}
function isNamespace(name) {
    return name.length <= 63 && /^[a-z0-9.](?:[a-z0-9.-]*[a-z0-9.])?$/.test(name);
}
function warningAt(source, fields, path, problem) {
    return `${source.name}:${fields.line(path) ?? 1}: ${problem}.`;
}


/***/ })

};
