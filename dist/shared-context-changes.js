export const id = "shared-context-changes";
export const ids = ["shared-context-changes"];
export const modules = {

/***/ 3586:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: function() { return /* reexport */ affectedBy; },
  n: function() { return /* reexport */ contextScopeOf; }
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/context/changes/affected.js
/** Which contexts a set of changed paths affects, in time that grows with their sum and not their product. */

/** It decides how the files of its folder are checked out (line ends, Git LFS), though none of them changed. */
const ATTRIBUTES = '.gitattributes';
/** @returns for each scope the first changed path, in the given order, that affects it; absent where none does */
function affectedBy(scopes, { top, paths, submodules = [] }) {
    const affected = scopes.map(() => undefined);
    const index = indexOf(scopes, top);
    const isSubmodule = new Set(submodules);
    for (const path of paths) {
        const absolute = `${top}/${path}`;
        const submodule = isSubmodule.has(path);
        const attributed = (0,external_node_path_.basename)(path) === ATTRIBUTES ? (0,external_node_path_.dirname)(absolute) : undefined;
        const whole = submodule ? absolute : attributed;
        const certain = whole === undefined ? (index.files.get(absolute) ?? []) : below(index.files, whole);
        for (const at of certain)
            affected[at] ??= path;
        for (let folder = absolute;; folder = (0,external_node_path_.dirname)(folder)) {
            for (const at of index.folders.get(folder) ?? []) {
                if (affected[at] !== undefined)
                    continue;
                const carries = scopes[at]?.carries ?? (() => false);
                if (carries(absolute, submodule) || (attributed !== undefined && carries(attributed, true)))
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
/** Contexts with a part in this folder. */
function below(files, folder) {
    const found = [];
    for (const [path, list] of files) {
        if (path === folder || path.startsWith(`${folder}/`))
            found.push(...list);
    }
    return found;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/context/listing/listing.js + 26 modules
var listing = __webpack_require__(3802);
;// CONCATENATED MODULE: ./lib/src/context/changes/links.js


/** Systems follow no more than 40 links on one path. */
const MOST_LINKS = 40;
/**
 * The path as given, and as it is after each link on it: a change of any of these links leads elsewhere. The last one has
 * no link, unless the links lead nowhere.
 * @param path absolute
 */
function pathsThroughLinks(path) {
    const paths = [path];
    let next = followed(path);
    while (next !== undefined && paths.length <= MOST_LINKS) {
        paths.push(next);
        next = followed(next);
    }
    return paths;
}
/** The path with its first link replaced by that link's target; `undefined` where it has none. */
function followed(path) {
    const names = path.split(external_node_path_.sep);
    for (let depth = 2; depth <= names.length; depth += 1) {
        const link = names.slice(0, depth).join(external_node_path_.sep);
        const target = targetOf(link);
        if (target !== undefined)
            return (0,external_node_path_.join)((0,external_node_path_.resolve)((0,external_node_path_.dirname)(link), target), ...names.slice(depth));
    }
    return undefined;
}
function targetOf(link) {
    try {
        return (0,external_node_fs_.lstatSync)(link, { throwIfNoEntry: false })?.isSymbolicLink() ? (0,external_node_fs_.readlinkSync)(link) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/src/context/changes/context-scope.js
/** What a context is made of, so that the path of a change is enough to decide, without listing the context. */





/**
 * @param request as for `listTree`, but the Dockerfile and the ignore file need not exist
 * @param besides further files that count: the project file, its environments
 * @throws UserError for a root or an include path that is missing or outside
 */
async function contextScopeOf(request, besides, memo = new Map()) {
    const root = existingRoot(request);
    const dockerfiles = dockerfileNames(root, request.dockerfile);
    const inUse = dockerfiles[0] ?? request.dockerfile;
    const ignore = ignoreNames(request, root, inUse);
    const include = (0,listing/* includedPaths */.zy)(root, request.includePaths);
    const files = [...dockerfiles, ...ignore.names, ...besides].flatMap(pathsThroughLinks);
    const shadowed = shadowedPaths(request, root, new Set(files), ignore.inUse !== undefined);
    const rules = await rulesIn(memo, { ...request, root, dockerfile: inUse }, ignore.inUse);
    return {
        // Links on the way to the root as well; the root itself is one of the folders.
        files: [...files, ...pathsThroughLinks(request.root).filter((path) => path !== root)],
        folders: include === undefined ? [root] : include.map((path) => (0,external_node_path_.join)(root, path)),
        carries(path, submodule) {
            if (shadowed.has(path))
                return false;
            const inside = (0,listing/* pathInside */._l)(root, path);
            // The root itself: it is no folder any more.
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
/** The one in use first; if there is none, the names that it may have had. */
function dockerfileNames(root, given) {
    try {
        return [...new Set([(0,listing/* resolveDockerfile */.Bs)(root, given), given])];
    }
    catch {
        return [given, (0,external_node_path_.join)((0,external_node_path_.dirname)(given), 'dockerfile')];
    }
}
/**
 * The look-up of docs/context.md, rule 1, up to the file in use: a file earlier in the list does not exist now, but
 * was in use if it existed before.
 */
function ignoreNames({ ignoreFile }, root, dockerfile) {
    const lookUp = [
        ...(ignoreFile === undefined ? [] : [ignoreFile]),
        `${dockerfile}.dockerignore`,
        (0,external_node_path_.join)(root, '.dockerignore'),
    ];
    const isThere = (path) => path === ignoreFile ? (0,listing/* statIfPresent */.Nn)(path)?.isFile() : (0,listing/* isIgnoreFile */.n3)(path);
    const at = lookUp.findIndex(isThere);
    return at < 0 ? { names: lookUp, inUse: undefined } : { names: lookUp.slice(0, at + 1), inUse: lookUp[at] };
}
/** The context's own files that the archive replaces with others: they are never sent. */
function shadowedPaths({ dockerfileEntry }, root, own, ignores) {
    if (dockerfileEntry === 'in-place')
        return new Set();
    const { name } = dockerfileEntry;
    const replaced = [name, `${name}.dockerignore`, ...(ignores ? ['.dockerignore'] : [])];
    return new Set(replaced.map((path) => (0,external_node_path_.join)(root, path)).filter((path) => !own.has(path)));
}
/** `undefined` where the file is faulty: the build will report that, and until then every change counts. */
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
