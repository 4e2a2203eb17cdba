export const id = "shared-context-changes";
export const ids = ["shared-context-changes"];
export const modules = {

/***/ 43836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* reexport */ affectedBy),
  n: () => (/* reexport */ contextScopeOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/src/context/changes/affected.js
/** Which contexts a set of changed paths affects, in time that grows with their sum and not their product. */

/** @returns for each scope the first changed path, in the given order, that affects it; absent where none does */
function affectedBy(scopes, { top, paths, submodules = [] }) {
    const affected = scopes.map(() => undefined);
    const index = indexOf(scopes, top);
    const isSubmodule = new Set(submodules);
    for (const path of paths) {
        const absolute = `${top}/${path}`;
        const submodule = isSubmodule.has(path);
        const certain = submodule ? below(index.files, absolute) : (index.files.get(absolute) ?? []);
        for (const at of certain)
            affected[at] ??= path;
        for (let folder = absolute;; folder = (0,external_node_path_.dirname)(folder)) {
            for (const at of index.folders.get(folder) ?? []) {
                if (affected[at] === undefined && scopes[at]?.carries(absolute, submodule))
                    affected[at] = path;
            }
            if (folder === (0,external_node_path_.dirname)(folder))
                break;
        }
    }
    return affected;
}
function indexOf(scopes, top) {
    const files = new Map();
    const folders = new Map();
    scopes.forEach((scope, at) => {
        if (!scope)
            return;
        const certain = new Set(scope.files);
        for (const path of [...scope.files, ...scope.folders]) {
            for (let above = (0,external_node_path_.dirname)(path); above.startsWith(`${top}/`); above = (0,external_node_path_.dirname)(above))
                certain.add(above);
        }
        for (const path of certain)
            append(files, path, at);
        for (const path of new Set(scope.folders))
            append(folders, path, at);
    });
    return { files, folders };
}
function append(map, key, value) {
    const list = map.get(key);
    if (list)
        list.push(value);
    else
        map.set(key, [value]);
}
/** Contexts of which a part is this submodule or lies in it. */
function below(files, submodule) {
    const found = [];
    for (const [path, list] of files) {
        if (path === submodule || path.startsWith(`${submodule}/`))
            found.push(...list);
    }
    return found;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(65071);
// EXTERNAL MODULE: ./lib/src/context/listing/listing.js + 24 modules
var listing = __webpack_require__(47123);
;// CONCATENATED MODULE: ./lib/src/context/changes/context-scope.js
/** What a context is made of, so that a change can be judged by its path alone, without listing the context. */




/**
 * @param request as for `listTree`, but the Dockerfile and the ignore file need not exist
 * @param besides files outside the context that count as well: the project file, its environments
 * @throws UserError for a root or an include path that is missing or lies outside
 */
async function contextScopeOf(request, besides, memo = new Map()) {
    const root = existingRoot(request);
    const dockerfiles = dockerfileNames(root, request.dockerfile);
    const inUse = dockerfiles[0] ?? request.dockerfile;
    const ignore = ignoreNames(request, root, inUse);
    const include = (0,listing/* includedPaths */.zy)(root, request.includePaths);
    const files = [...dockerfiles, ...ignore.names, ...besides].flatMap(withTarget);
    const shadowed = shadowedPaths(request, root, new Set(files), ignore.inUse !== undefined);
    const rules = await rulesIn(memo, { ...request, root, dockerfile: inUse }, ignore.inUse);
    return {
        files,
        folders: include === undefined ? [root] : include.map((path) => (0,external_node_path_.join)(root, path)),
        carries(path, submodule) {
            if (shadowed.has(path))
                return false;
            const inside = (0,listing/* pathInside */._l)(root, path);
            // The root itself: something else stands where a folder was.
            if (inside === undefined)
                return true;
            return rules === undefined || (0,listing/* isSent */.xb)(rules, inside, submodule);
        },
    };
}
function existingRoot({ workspace, root }) {
    if (!(0,listing/* statIfPresent */.Nn)(root)?.isDirectory()) {
        throw new errors/* UserError */.yo(`The context folder ${root} does not exist.`);
    }
    const real = (0,external_node_fs_.realpathSync)(root);
    if (real === workspace || (0,listing/* pathInside */._l)(workspace, real) !== undefined)
        return real;
    throw new errors/* UserError */.yo(`The context folder ${real} is outside the workspace ${workspace}.`);
}
/** The one in use first; where there is none, the names under which there may have been one. */
function dockerfileNames(root, given) {
    try {
        return [...new Set([(0,listing/* resolveDockerfile */.Bs)(root, given), given])];
    }
    catch {
        return [given, (0,external_node_path_.join)((0,external_node_path_.dirname)(given), 'dockerfile')];
    }
}
/**
 * The look-up of docs/context.md, rule 1, as far as the file in use: what stands before it does not exist now,
 * and was in use if it did exist.
 */
function ignoreNames({ ignoreFile }, root, dockerfile) {
    const lookUp = [
        ...(ignoreFile === undefined ? [] : [ignoreFile]),
        `${dockerfile}.dockerignore`,
        (0,external_node_path_.join)(root, '.dockerignore'),
    ];
    const at = lookUp.findIndex((path) => (0,listing/* statIfPresent */.Nn)(path)?.isFile());
    return at < 0 ? { names: lookUp, inUse: undefined } : { names: lookUp.slice(0, at + 1), inUse: lookUp[at] };
}
/** A name that is a link stands for its target as well: that is what is sent. */
function withTarget(path) {
    try {
        const real = (0,external_node_fs_.realpathSync)(path);
        return real === path ? [path] : [path, real];
    }
    catch {
        return [path];
    }
}
/** The context's own files in whose place the archive has others: they never travel. */
function shadowedPaths({ dockerfileEntry }, root, own, ignores) {
    if (dockerfileEntry === 'in-place')
        return new Set();
    const { name } = dockerfileEntry;
    const replaced = [name, `${name}.dockerignore`, ...(ignores ? ['.dockerignore'] : [])];
    return new Set(replaced.map((path) => (0,external_node_path_.join)(root, path)).filter((path) => !own.has(path)));
}
/** Absent where the file is faulty: the build will say so, and until then everything counts. */
function rulesIn(memo, request, file) {
    const key = file ?? request.exclude?.file ?? '';
    const known = memo.get(key) ?? rulesOf(file === undefined ? request : { ...request, ignoreFile: file });
    memo.set(key, known);
    return known;
}
async function rulesOf(request) {
    try {
        return await (0,listing/* chooseIgnoreFile */.AR)(request);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/context/changes/changes.js
/** Which contexts a set of changed paths affects. */




/***/ })

};
