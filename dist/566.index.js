export const id = 566;
export const ids = [566];
export const modules = {

/***/ 2566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkEnvironments: () => (/* binding */ checkEnvironments)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6997);
/* harmony import */ var _yaml_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4597);


/** Environments; each look goes through the whole file, and nobody reads about more. */
const LOOKED_AT = 10;
/**
 * Looks at environments.yaml before it is sent as it is (contracts/README.md, "SGP: files that matter").
 * Only what no server can accept is a fault; the rest is told and left to the server.
 * @returns what the author should know
 */
function checkEnvironments(source, faults) {
    const fields = (0,_yaml_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .openYaml */ .I)(source, faults);
    if (!fields)
        return [];
    const keys = fields.keys(['environments']);
    if (keys.length === 0) {
        (0,_yaml_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .addFault */ .y)(source, faults, 'environments', 'names no environment', fields.line(['environments']));
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
    return version === 'v1' ? [] : [told(source, fields, path, 'schema_version is not v1')];
}
function checkEnvironment(source, fields, key) {
    const at = ['environments', key];
    const warnings = [];
    const namespacePath = [...at, 'kubernetes', 'namespace'];
    const namespace = fields.has(namespacePath) ? fields.text(namespacePath, 'optional')?.text : undefined;
    if (namespace !== undefined && !isNamespace(namespace)) {
        warnings.push(told(source, fields, namespacePath, `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(namespace)} is no Kubernetes namespace`));
    }
    const principal = [...at, 'auth', 'principal'];
    if (fields.has(principal)) {
        const ids = ['user_id', 'service_account_id'].filter((id) => fields.has([...principal, id]));
        const whole = fields.has([...principal, 'account_id']) && ids.length === 1;
        const need = 'auth.principal needs account_id and exactly one of user_id and service_account_id';
        if (!whole)
            warnings.push(told(source, fields, principal, need));
    }
    return warnings;
}
function isNamespace(name) {
    return name.length <= 63 && /^[a-z0-9.](?:[a-z0-9.-]*[a-z0-9.])?$/.test(name);
}
function told(source, fields, path, problem) {
    return `${source.name}:${fields.line(path) ?? 1}: ${problem}.`;
}


/***/ }),

/***/ 4597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ openYaml),
/* harmony export */   y: () => (/* binding */ addFault)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** @returns nothing where the text is not one YAML mapping; the fault names the line. */
function openYaml(source, faults) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = parse(source, lines);
    const error = document === undefined ? { message: 'it is nested too deeply', at: 0 } : firstError(document);
    if (document === undefined || error !== undefined) {
        const { line } = lines.linePos(error?.at ?? 0);
        addFault(source, faults, '', `is not YAML: ${error?.message}`, line);
        return undefined;
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents)) {
        addFault(source, faults, '', 'does not hold a mapping', 1);
        return undefined;
    }
    return fieldsOf(document, lines, source, faults);
}
/** Undefined where the text nests more deeply than the parser's stack. */
function parse(source, lineCounter) {
    try {
        // The library's own search for equal keys takes the square of their number: `firstEqualKey` is linear.
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(source.text, { lineCounter, prettyErrors: false, uniqueKeys: false });
    }
    catch (thrown) {
        if (thrown instanceof RangeError)
            return undefined;
        throw thrown;
    }
}
function firstError(document) {
    const [error] = document.errors;
    return error === undefined ? firstEqualKey(document) : { message: error.message, at: error.pos[0] };
}
function firstEqualKey(document) {
    let found;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Map(_, map) {
            const seen = new Set();
            for (const { key } of map.items) {
                if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
                    continue;
                if (seen.has(key.value)) {
                    found = { message: 'Map keys must be unique', at: key.range?.[0] ?? 0 };
                    return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
                }
                seen.add(key.value);
            }
            return undefined;
        },
    });
    return found;
}
function fieldsOf(document, lines, source, faults) {
    const nodeAt = (path) => resolved(document, document.getIn(path, true));
    const lineOf = (node) => (node?.range ? lines.linePos(node.range[0]).line : undefined);
    /** Of the deepest part that exists: where a missing field belongs. */
    const line = (path) => path.length === 0 ? 1 : (lineOf(nodeAt(path)) ?? line(path.slice(0, -1)));
    const declared = (node, path) => {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && (typeof node.value === 'string' || typeof node.value === 'number')) {
            // A tag such as 1.10 is text, whatever number YAML makes of it.
            const field = path.filter((key) => typeof key === 'string').join('.');
            return { text: node.source ?? String(node.value), line: lineOf(node) ?? 1, field };
        }
        addFault(source, faults, path.join('.'), 'is not text', line(path));
        return undefined;
    };
    return {
        line,
        has: (path) => !isEmpty(nodeAt(path)),
        keys(path) {
            const node = nodeAt(path);
            return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
                ? node.items.map(({ key }) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : String(key)))
                : [];
        },
        text(path, required) {
            const node = nodeAt(path);
            if (!isEmpty(node))
                return declared(node, path);
            if (required === 'required')
                addFault(source, faults, path.join('.'), 'is missing', line(path));
            return undefined;
        },
        texts(path) {
            const node = nodeAt(path);
            if (isEmpty(node))
                return undefined;
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
                return node.items.flatMap((_, index) => declared(nodeAt([...path, index]), [...path, index]) ?? []);
            addFault(source, faults, path.join('.'), 'is not a list', line(path));
            return undefined;
        },
    };
}
function resolved(document, found) {
    const node = found;
    return node && 'resolve' in node && typeof node.resolve === 'function' ? node.resolve(document) : node;
}
function isEmpty(node) {
    return node === undefined || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && (node.value === null || node.value === ''));
}
/** A fault of a project file: file, line, field. */
function addFault(source, faults, field, problem, line) {
    const where = [source.name, line].filter((part) => part !== undefined).join(':');
    faults.add({
        where,
        problem: field === '' ? problem : `${field} ${problem}`,
        place: { file: source.name, ...(line === undefined ? {} : { line }) },
    });
}


/***/ })

};
