export const id = "shared-modes-plan";
export const ids = ["shared-modes-plan"];
export const modules = {

/***/ 365:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ cloudOfFolder; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _clouds_traits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2100);
/* harmony import */ var _settings_discovery_discovery_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4657);
/* harmony import */ var _settings_faults_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6997);
/* harmony import */ var _settings_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5131);






/**
 * The cloud of an agent's folder: the input `cloud` where it was given, else that of the only project file in the
 * folder, else what the other inputs and the environment show (docs/interface.md, "What is found"), else the default.
 * @param folder relative to the workspace
 */
function cloudOfFolder({ env, settings }, folder) {
    const usual = _clouds_traits_js__WEBPACK_IMPORTED_MODULE_2__/* .CLOUD_TRAITS */ .Q[settings.cloud];
    if ((0,_settings_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .inputOf */ .wg)(env, 'cloud') !== '')
        return { traits: usual };
    const all = Object.values(_clouds_traits_js__WEBPACK_IMPORTED_MODULE_2__/* .CLOUD_TRAITS */ .Q);
    const files = all.flatMap((cloud) => {
        const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(folder, cloud.projectFile ?? '');
        const isThere = cloud.projectFile !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(settings.context.workspace, path));
        return isThere ? [{ cloud, path }] : [];
    });
    const [only] = files;
    if (only !== undefined && files.length === 1)
        return { traits: only.cloud };
    const found = (0,_settings_discovery_discovery_js__WEBPACK_IMPORTED_MODULE_3__/* .findCloud */ .nO)(env, (0,_settings_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .createInputReader */ .ic)(env, (0,_settings_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .collectFaults */ .CM)()), all, files);
    if (found.cloud !== undefined)
        return { traits: _clouds_traits_js__WEBPACK_IMPORTED_MODULE_2__/* .CLOUD_TRAITS */ .Q[found.cloud] };
    const isUnclear = files.length > 1 && found.fault !== undefined;
    return { traits: usual, ...(isUnclear && found.fault && { fault: new _settings_faults_js__WEBPACK_IMPORTED_MODULE_4__/* .FaultyInputs */ .XI([found.fault]) }) };
}


/***/ }),

/***/ 1702:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KE: function() { return /* binding */ listed; },
  tX: function() { return /* binding */ reportNotice; },
  hq: function() { return /* binding */ surveyAgents; },
  R_: function() { return /* binding */ surveyLine; }
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/context/changes/changes.js + 3 modules
var changes_changes = __webpack_require__(3586);
// EXTERNAL MODULE: ./lib/src/git/git.js + 7 modules
var git = __webpack_require__(6202);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/settings/agent.js
var agent = __webpack_require__(5367);
// EXTERNAL MODULE: ./lib/src/settings/reader.js
var reader = __webpack_require__(5131);
// EXTERNAL MODULE: ./lib/src/without-backticks.js
var without_backticks = __webpack_require__(6304);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/settings/declared-agent.js
var declared_agent = __webpack_require__(1078);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __webpack_require__(6997);
// EXTERNAL MODULE: ./lib/src/settings/project-files/project-files.js + 1 modules
var project_files = __webpack_require__(2675);
// EXTERNAL MODULE: ./lib/src/settings/workspace/workspace.js + 3 modules
var workspace_workspace = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/src/modes/plan/agent.js








const MANIFEST_NAMES = {
    'manifest.yaml': ['manifest.yaml', 'manifest.yml'],
    'pcc-deploy.toml': ['pcc-deploy.toml'],
};
/** Reads the manifest of an agent's folder, if it has one, and what its context is made of. Never throws for a faulty one. */
async function readAgent(path, sources) {
    const folder = (0,external_node_path_.resolve)(sources.workspace, path);
    const traits = sources.traitsOf(path);
    const kind = traits.projectFile;
    const names = kind === undefined ? [] : MANIFEST_NAMES[kind];
    const name = names.find((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, one)));
    const fallback = path === '.' ? sources.workspaceName : (0,external_node_path_.basename)(path);
    const manifest = name === undefined ? '' : (0,external_node_path_.join)(path, name);
    let agent = { name: fallback, path, cloud: traits.name, manifest, declaresContext: false };
    let isNameKnown = name === undefined;
    try {
        const project = kind && name ? await readManifest(manifest, kind, sources.workspace) : undefined;
        // Known also if the context it declares is faulty: a run must not take another one instead.
        agent = {
            ...agent,
            name: project?.file.agentName ?? fallback,
            declaresContext: project?.context?.root !== undefined,
        };
        isNameKnown = true;
        const request = requestOf(folder, project, sources, traits);
        const besides = [
            ...names.map((one) => (0,external_node_path_.join)(folder, one)),
            // A deploy sends it as well (docs/interface.md, `environment-config`).
            ...(traits.inputs.has('environment-config')
                ? [sources.environmentConfig ?? (0,external_node_path_.join)(folder, 'environments.yaml')]
                : []),
        ];
        return {
            ...agent,
            scope: await (0,changes_changes/* contextScopeOf */.n)(request, besides, sources.memo),
            lacksDockerfile: !hasDockerfile(request.dockerfile),
        };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        const declared = isNameKnown ? agent.name : await (0,declared_agent.declaredAgent)(sources.workspace, manifest);
        return {
            ...agent,
            ...(declared === undefined ? { isNameGuessed: true } : { name: declared }),
            problem: (0,errors/* messageOf */.bD)(thrown),
            lacksDockerfile: false,
        };
    }
}
async function readManifest(path, kind, workspace) {
    const absolute = (0,external_node_path_.join)(workspace, path);
    const real = (0,workspace_workspace/* resolveLinks */.Ap)(workspace, path);
    if (!(0,workspace_workspace/* isInside */.FK)(workspace, real))
        throw new errors/* UserError */.yo(`${path} leads to ${real}, outside the workspace.`);
    const content = await (0,project_files/* readText */.y)(absolute);
    if ('problem' in content)
        throw new errors/* UserError */.yo(`${path} ${content.problem}.`);
    const faults = (0,settings_faults/* collectFaults */.CM)();
    const project = await (0,project_files/* readProjectFile */.S)({ path: absolute, name: path, text: content.text }, kind, faults);
    if (faults.count() > 0)
        return faults.fail();
    return project;
}
function requestOf(folder, project, sources, traits) {
    const declared = project?.context;
    const root = declared?.root?.absolute ?? folder;
    return {
        workspace: sources.workspace,
        root,
        dockerfile: (0,external_node_path_.resolve)(root, sources.dockerfile ?? declared?.dockerfile?.text ?? 'Dockerfile'),
        dockerfileEntry: traits.dockerfileEntry,
        ...(declared?.ignoreFile && { ignoreFile: (0,external_node_path_.resolve)(root, declared.ignoreFile.text) }),
        ...(declared?.exclude && { exclude: declared.exclude }),
        ...(declared?.includePaths && {
            // As a run reads them: `../a` in the root `a` is the root itself.
            includePaths: declared.includePaths.map(({ text }) => (0,workspace_workspace/* shown */.SP)(root, (0,external_node_path_.resolve)(root, text))),
        }),
    };
}
function hasDockerfile(path) {
    return ((0,external_node_fs_.existsSync)(path) || ((0,external_node_path_.basename)(path) === 'Dockerfile' && (0,external_node_fs_.existsSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(path), 'dockerfile'))));
}

;// CONCATENATED MODULE: ./lib/src/modes/plan/base.js




const DEEPER = 'give actions/checkout `fetch-depth: 0`, so that earlier commits are there';
const ZEROS = /^0+$/;
/**
 * The input `base`; else a pull request's merge base, so that later changes on the base branch do not count; else the
 * commit before, from the event.
 * @param top the repository's folder
 * @throws {UserError} where the input names no commit
 */
async function chooseBase(step, top) {
    const { settings, trigger, console, env } = step;
    if (settings.base !== undefined) {
        const given = await givenBase(settings.base, top);
        if (given.kind === 'commit' && given.commit === (await (0,git/* commitNamed */.vj)(top, 'HEAD')))
            console.notice(`The input base, ${(0,settings_faults/* quote */.hD)(settings.base)}, is the commit that is checked out, so that no agent differs from it. On a push to that branch leave base out: the commit before the push is compared with.`);
        return given;
    }
    if (trigger.closed) {
        return none('The pull request was closed: any agent may have a preview to delete.', 'expected');
    }
    if (trigger.pullRequest && trigger.base)
        return pullRequestBase(step, trigger.base, top);
    if (trigger.base)
        return commitBefore(trigger.base, trigger.event, top);
    if (trigger.event === 'push') {
        const what = env.GITHUB_REF?.startsWith('refs/tags/') ? 'tag' : 'branch';
        return none(`The push created its ${what}: there is no commit before it to compare with.`);
    }
    return none(`The event ${trigger.event || 'of this run'} names no commit to compare with.`, 'expected');
}
async function givenBase(base, top) {
    if (ZEROS.test(base)) {
        return none('`base` is all zeros: the push created its branch, and there is no commit before it.');
    }
    const commit = await (0,git/* commitNamed */.vj)(top, base);
    if (commit !== undefined)
        return { kind: 'commit', commit };
    const shallow = await (0,git/* isShallow */.fE)(top);
    if (shallow && /^[0-9a-f]{7,64}$/i.test(base)) {
        return none(`\`base\` ${(0,units/* short */.h0)(base)} is not in this shallow clone: ${DEEPER}.`);
    }
    throw new errors/* UserError */.yo(`base: ${(0,settings_faults/* quote */.hD)(base)} is not a commit of this clone.`, {
        hint: shallow
            ? `The clone is shallow: ${DEEPER}; branches are named as in origin/main.`
            : 'Give a commit, a tag or a branch as in origin/main that the checkout fetched.',
    });
}
async function pullRequestBase(step, tip, top) {
    const merged = await mergedInto(step, top);
    const commit = merged ?? (await (0,git/* mergeBase */.wu)(top, tip, 'HEAD'));
    if (commit !== undefined) {
        const { headCommit = commit } = step.trigger.pullRequest ?? {};
        if (headCommit !== commit && commit === (await (0,git/* commitNamed */.vj)(top, 'HEAD')))
            step.console.notice('The base of the pull request is checked out and nothing of its head, so that no agent differs. On pull_request_target actions/checkout takes the base unless it is given another ref.');
        return { kind: 'commit', commit };
    }
    if (await (0,git/* isShallow */.fE)(top)) {
        return none(`The pull request's base ${(0,units/* short */.h0)(tip)} is not in this shallow clone: ${DEEPER}.`);
    }
    const known = await (0,git/* commitNamed */.vj)(top, tip);
    return none(known === undefined
        ? `The pull request's base ${(0,units/* short */.h0)(tip)} is not in this clone: fetch its base branch before this step.`
        : `The pull request and its base ${(0,units/* short */.h0)(tip)} have no commit in common.`);
}
/** GitHub checks out a merge of the base branch, first parent, and the head: the first parent is the exact base. */
async function mergedInto({ env, trigger }, top) {
    const [head, base, second] = await Promise.all(['HEAD', 'HEAD^1', 'HEAD^2'].map((name) => (0,git/* commitNamed */.vj)(top, name)));
    if (second === undefined)
        return undefined;
    const isTheirs = head === env.GITHUB_SHA && /^refs\/pull\/\d+\/merge$/.test(env.GITHUB_REF ?? '');
    return isTheirs || second === trigger.pullRequest?.headCommit ? base : undefined;
}
async function commitBefore(before, event, top) {
    const commit = await (0,git/* commitNamed */.vj)(top, before);
    if (commit !== undefined)
        return { kind: 'commit', commit };
    const which = `The commit before this ${event === 'push' ? 'push' : 'run'}, ${(0,units/* short */.h0)(before)},`;
    return none((await (0,git/* isShallow */.fE)(top))
        ? `${which} is not in this shallow clone: ${DEEPER}.`
        : `${which} is gone, as after a forced push: give \`base\`, for example origin/main, to compare with another.`);
}
function none(why, expected) {
    return { kind: 'none', why, expected: expected !== undefined };
}
/** What changed since the base, relative to `top`, or why that cannot be said. */
async function changesSince(base, top) {
    if (base.kind === 'none')
        return base;
    const changed = await (0,git/* changedPaths */.vl)(top, base.commit);
    return changed.kind === 'known' ? changed : none(changed.why);
}

// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
// EXTERNAL MODULE: ./lib/src/context/listing/listing.js + 26 modules
var listing = __webpack_require__(3802);
// EXTERNAL MODULE: ./lib/src/path-inside.js
var path_inside = __webpack_require__(1936);
;// CONCATENATED MODULE: ./lib/src/modes/plan/agent-folders.js
/** Finding the folders that globs name. */





/** Never searched: folders of a package manager are not agents. */
const NEVER = ['**/node_modules', '**/.git'];
/**
 * The folders that each glob matches; a line that begins with `!` excludes folders, and those below them, from all
 * globs. Links to folders are not followed: their targets can be named themselves.
 */
async function matchFolders(workspace, lines) {
    const negated = lines.filter((line) => line.startsWith('!')).map((line) => cleaned(line.slice(1)));
    const ignore = [...NEVER, ...negated.flatMap((pattern) => [pattern, `${pattern}/**`])];
    const matches = [];
    for (const line of lines) {
        if (line.startsWith('!'))
            continue;
        const pattern = cleaned(line);
        matches.push({ glob: line, folders: await foldersOf(workspace, pattern, ignore) });
    }
    return matches;
}
async function foldersOf(workspace, pattern, ignore) {
    if (pattern === '.')
        return ['.'];
    if (isOutside(pattern))
        return [];
    const found = await (0,dist/* glob */.TI)(pattern, {
        cwd: workspace,
        ignore,
        onlyDirectories: true,
        expandDirectories: false,
        followSymbolicLinks: false,
    });
    // The disk's spelling: where a glob begins in another case, one folder would be two agents, and git would know neither.
    const folders = found.map(cleaned).filter((path) => path !== '.' && !isOutside(path));
    return [...new Set(folders.map((path) => (0,listing/* asOnDisk */.h0)(workspace, path)))];
}
/** Without a leading `./` and a trailing `/`, which people may write. */
function cleaned(pattern) {
    const path = external_node_path_.posix.normalize((0,path_inside/* withSlashes */.s)(pattern.trim())).replace(/(?<=.)\/+$/, '');
    return path === '' ? '.' : path;
}
function isOutside(path) {
    return external_node_path_.posix.isAbsolute(path) || path === '..' || path.startsWith('../');
}
/** How much of a glob that matches nothing exists. */
function nearestFolder(workspace, line) {
    const path = cleaned(line);
    const parts = isOutside(path) ? [] : path.split('/');
    const wildcard = parts.findIndex((part) => (0,dist/* isDynamicPattern */.ey)(part));
    let folder = '.';
    for (const part of wildcard < 0 ? parts : parts.slice(0, wildcard)) {
        const next = external_node_path_.posix.join(folder, part);
        if (!isFolder(external_node_path_.posix.join(workspace, next))) {
            return { folder, missing: part, siblings: subfolders(external_node_path_.posix.join(workspace, folder)) };
        }
        folder = next;
    }
    return { folder, siblings: subfolders(external_node_path_.posix.join(workspace, folder)) };
}
function isFolder(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}
function subfolders(path) {
    try {
        const entries = (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
        return entries.filter((entry) => entry.isDirectory() && entry.name !== '.git').map(({ name }) => name);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/src/modes/plan/globs.js





/**
 * The folders that the input `agents` names, each once, by path.
 * @throws {UserError} naming every glob that matches nothing, and the nearest folder that exists
 */
async function agentFolders(workspace, globs) {
    const matches = await matchFolders(workspace, globs);
    const empty = matches.filter(({ folders }) => folders.length === 0);
    if (matches.length === 0) {
        throw new errors/* UserError */.yo('agents: every line begins with "!", so that nothing is named.', {
            hint: 'Give at least one glob of agent folders, for example agents/*.',
        });
    }
    if (empty.length > 0)
        throw matchesNothing(workspace, empty);
    return [...new Set(matches.flatMap(({ folders }) => folders))].sort();
}
function matchesNothing(workspace, empty) {
    const sentences = empty.map(({ glob }) => `agents: ${(0,settings_faults/* quote */.hD)(glob)} matches no folder; ${trace(workspace, glob)}.`);
    return new errors/* UserError */.yo(sentences.join('\n'), {
        hint: empty.some(({ glob }) => isOtherList(glob))
            ? 'Give one glob a line, as in `agents: |` and then agents/a and agents/b, each on a line of its own, without dashes, quotes, brackets or commas.'
            : 'Globs are relative to the workspace: check the spelling, and that the repository was checked out before this step.',
    });
}
/** A list as YAML or a shell has it: an input is a text, whose lines are the list. */
function isOtherList(glob) {
    return /^(?:- |["'[])|,(?![^{]*\})|\S\s+\S/.test(glob);
}
const NAMED = 5;
function trace(workspace, glob) {
    const { folder, missing, siblings } = nearestFolder(workspace, glob);
    const name = folder === '.' ? 'the workspace' : folder;
    if (missing === undefined && isLink((0,external_node_path_.join)(workspace, folder)))
        return `${name} is a link to a folder, and links are not followed: name the folder that it leads to`;
    const meant = missing === undefined ? undefined : (0,settings_faults/* nearest */.pA)(missing, siblings);
    if (meant !== undefined) {
        return `${folder === '.' ? '' : `${folder}/`}${meant} is the nearest folder that exists`;
    }
    const listed = siblings.slice(0, NAMED).join(', ');
    const there = siblings.length > NAMED ? `${listed}, …` : listed || 'no folders';
    return `the nearest folder that exists is ${name}, which has ${there}`;
}
function isLink(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

;// CONCATENATED MODULE: ./lib/src/modes/plan/uncommitted.js




/**
 * The first folder of each agent that the commit does not have: of another checkout, or written by an earlier step. What
 * changed in it is unknown.
 * @param top the repository's folder
 * @returns relative to the workspace; absent where the commit has all of them
 */
async function uncommittedFolders(agents, { workspace, top }) {
    const folders = agents.map((agent) => uncommitted_foldersOf(agent, workspace));
    const inTop = folders.flat().flatMap((folder) => (0,path_inside/* relativePathInside */._)(top, folder) ?? []);
    const committed = await (0,git/* committedPaths */.dz)(top, inTop);
    return folders.map((some) => {
        const missing = some.find((folder) => !committed.has((0,path_inside/* relativePathInside */._)(top, folder) ?? ''));
        return missing && (0,path_inside/* relativePathInside */._)(workspace, missing);
    });
}
/** Absolute, links resolved. A folder that only the glob shows to be an agent, for example `__pycache__`, is none. */
function uncommitted_foldersOf({ path, manifest, lacksDockerfile, scope }, workspace) {
    if (scope === undefined || (manifest === '' && lacksDockerfile))
        return [];
    const own = (0,external_node_path_.join)(workspace, path);
    return [...new Set([own, ...scope.folders])].map((folder) => (0,workspace_workspace/* resolveLinks */.Ap)(workspace, folder));
}

;// CONCATENATED MODULE: ./lib/src/modes/plan/survey.js











/**
 * Finds the agents and which of them changed since the base commit; prints the reason for each.
 * @param traitsOf the cloud of a folder, relative to the workspace
 * @throws {UserError} for a glob that matches nothing and for an input `base` that names no commit
 */
async function surveyAgents(step, traitsOf) {
    const { settings, console } = step;
    const { workspace } = settings.context;
    const folders = await agentFolders(workspace, settings.agents);
    const agents = withoutGuessedTwins(await readAgents(folders, sourcesOf(step, traitsOf)));
    const top = (0,git/* topOf */.HX)(workspace, folders);
    const base = await chooseBase(step, top);
    const changes = await changesSince(base, top);
    if (changes.kind === 'none')
        return everyAgent(agents, changes);
    const affected = (0,changes_changes/* affectedBy */.M)(agents.map(({ scope }) => scope), { top, ...changes });
    const uncommitted = await uncommittedFolders(agents, { workspace, top });
    const chosen = agents.flatMap((agent, at) => {
        const changed = affected[at];
        const unknown = uncommitted[at];
        if (agent.problem !== undefined)
            return [agent];
        if (changed !== undefined)
            return [{ ...agent, changed }];
        return unknown === undefined ? [] : [{ ...agent, uncommitted: unknown }];
    });
    await console.buildLines(chosen.map((agent) => `${agent.path}: ${reasonOf(agent)}`));
    return { agents, chosen, ...(base.kind === 'commit' && { base: (0,units/* short */.h0)(base.commit) }) };
}
/** Far fewer than the files that a process may have open. */
const AT_ONCE = 64;
async function readAgents(folders, sources) {
    const agents = [];
    for (let at = 0; at < folders.length; at += AT_ONCE) {
        const some = folders.slice(at, at + AT_ONCE).map((folder) => readAgent(folder, sources));
        agents.push(...(await Promise.all(some)));
    }
    return agents;
}
/**
 * Agents of `*\/agent` whose manifests have faults would all be called `agent`: where another has that name, the folder's
 * path is the name, so that each is reported by itself.
 */
function withoutGuessedTwins(agents) {
    const counts = new Map();
    const keyOf = ({ cloud, name }) => `${cloud}/${name}`;
    for (const agent of agents)
        counts.set(keyOf(agent), (counts.get(keyOf(agent)) ?? 0) + 1);
    return agents.map((agent) => agent.isNameGuessed && counts.get(keyOf(agent)) !== 1 ? { ...agent, name: agent.path } : agent);
}
function sourcesOf({ env, settings, trigger }, traitsOf) {
    const { workspace } = settings.context;
    const dockerfile = (0,reader/* inputOf */.wg)(env, 'dockerfile');
    const environments = (0,reader/* inputOf */.wg)(env, 'environment-config');
    return {
        workspace,
        traitsOf,
        // As a step of one agent names it.
        workspaceName: (0,agent/* agentNameFrom */.Xv)(trigger.repository?.name ?? '') ?? (0,external_node_path_.basename)(workspace),
        memo: new Map(),
        // A value equal to the default was not chosen: a manifest's own Dockerfile counts.
        ...(dockerfile !== '' && dockerfile !== 'Dockerfile' && { dockerfile }),
        ...(environments !== '' && { environmentConfig: (0,external_node_path_.resolve)(workspace, environments) }),
    };
}
function everyAgent(agents, { why, expected }) {
    const notice = `${everyOne(agents.length)} named. ${why}`;
    return { agents, chosen: agents, notice, ...(!expected && { isUnexpected: true }) };
}
function everyOne(agents) {
    if (agents < 3)
        return agents === 1 ? 'The agent is' : 'Both agents are';
    return `All ${agents} agents are`;
}
/** Says why every agent is listed; to be called after the phase, as few people look into its group. */
function reportNotice({ console }, { notice, isUnexpected }) {
    if (notice === undefined)
        return;
    if (isUnexpected)
        console.notice(notice);
    else
        console.info((0,without_backticks/* withoutBackticks */.s)(notice));
}
function reasonOf({ changed, problem, uncommitted }) {
    if (changed !== undefined)
        return `${changed} changed`;
    if (uncommitted !== undefined)
        return `the commit does not have ${uncommitted}, so it cannot be compared`;
    return problem ?? 'named without comparison';
}
/** The closing line of the phase `Plan`. */
function surveyLine({ agents, chosen, base }, ms) {
    const of = `${chosen.length} of ${(0,units/* count */.U9)(agents.length, 'agent')}`;
    const since = base === undefined ? 'named' : `changed since ${base}`;
    return `✓ Plan: ${of} ${since} (${(0,units/* duration */.p0)(ms)})`;
}
const survey_NAMED = 5;
/** The first names, and how many more there are. */
function listed(names, atMost = survey_NAMED) {
    const more = names.length > atMost ? ` and ${names.length - atMost} more` : '';
    return `${names.slice(0, atMost).join(', ')}${more}`;
}


/***/ })

};
