export const id = "shared-settings-project-files";
export const ids = ["shared-settings-project-files"];
export const modules = {

/***/ 4597:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: function() { return /* binding */ openYaml; },
/* harmony export */   y: function() { return /* binding */ addFault; }
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

/** @returns `undefined` where the text is not one YAML mapping; the fault names the line. */
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
        // The library's own search for equal keys takes quadratic time: `firstEqualKey` is linear.
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
    if (error === undefined)
        return firstEqualKey(document);
    // The library's words are for its own users.
    const message = error.code === 'MULTIPLE_DOCS' ? 'it has more than one document' : error.message;
    return { message, at: error.pos[0] };
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
    const nodeAt = nodeFinder(document);
    const lineOf = (node) => (node?.range ? lines.linePos(node.range[0]).line : undefined);
    /** The line of the deepest part that exists, for a missing field. */
    const line = (path) => path.length === 0 ? 1 : (lineOf(nodeAt(path)) ?? line(path.slice(0, -1)));
    const declared = (node, path) => {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && (typeof node.value === 'string' || typeof node.value === 'number')) {
            // A tag such as 1.10 must stay text, although YAML reads it as a number.
            const field = path.filter((key) => typeof key === 'string').join('.');
            return { text: node.source ?? String(node.value), line: lineOf(node) ?? 1, field };
        }
        addFault(source, faults, path.join('.'), 'is not text', line(path));
        return undefined;
    };
    return {
        line,
        has: (path) => !isEmpty(nodeAt(path)),
        each(path, key) {
            const list = nodeAt(path);
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list))
                return [];
            return list.items.flatMap((_, index) => {
                const node = nodeAt([...path, index, key]);
                return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && typeof node.value === 'string' && node.value !== ''
                    ? [{ text: node.value, line: lineOf(node) ?? 1 }]
                    : [];
            });
        },
        keys(path) {
            const node = nodeAt(path);
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
                return [];
            return node.items.flatMap(({ key }) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? [String(key.value)] : []));
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
/** Aliases are followed, also on the way: `include_paths: *shared`. */
function nodeFinder(document) {
    const targets = aliasTargets(document);
    const followed = (node) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? targets.get(node) : node);
    return (path) => {
        let node = followed(document.contents);
        for (const key of path)
            node = followed((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node) ? node.get(key, true) : undefined);
        return node;
    };
}
/**
 * The target of each alias: the last node before it with that anchor. The library's own search walks the document for
 * each one.
 */
function aliasTargets(document) {
    const anchored = new Map();
    const targets = new Map();
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias(_, alias) {
            const target = anchored.get(alias.source);
            if (target !== undefined)
                targets.set(alias, target);
        },
        Value(_, node) {
            if (node.anchor !== undefined)
                anchored.set(node.anchor, node);
        },
    });
    return targets;
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
