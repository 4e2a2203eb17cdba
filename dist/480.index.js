export const id = 480;
export const ids = [480];
export const modules = {

/***/ 3216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vl: () => (/* binding */ changedPaths),
  vj: () => (/* binding */ commitNamed),
  fE: () => (/* binding */ isShallow),
  wu: () => (/* binding */ mergeBase),
  o$: () => (/* binding */ readSource),
  HX: () => (/* binding */ topOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/context/git-command.js



/** Each question has this long; git is only asked about facts that a build can do without. */
const DEADLINE_MS = 10_000;
const OUTPUT_BYTES = 64 * 1024 * 1024;
/** The repository that `folder` lies in, looked for up to and including `ceiling`; both absolute, links resolved. */
function repositoryOf(folder, ceiling) {
    for (let top = folder;; top = (0,external_node_path_.dirname)(top)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.git')))
            return { top };
        if (top === ceiling || top === (0,external_node_path_.dirname)(top))
            return undefined;
    }
}
/** What git printed; `undefined` where it is missing, refused, failed or took too long. */
async function git(repository, ...args) {
    return new Promise((resolve) => {
        const options = {
            cwd: repository.top,
            env: environment(),
            timeout: DEADLINE_MS,
            maxBuffer: OUTPUT_BYTES,
        };
        (0,external_node_child_process_.execFile)('git', [...guards(repository), ...args], options, (error, stdout) => {
            resolve(error ? undefined : stdout);
        });
    });
}
/**
 * In a container the checkout often belongs to another user, which git calls dubious. Naming the repository skips
 * that check in every version; `safe.directory` on the command line, which only 2.37 and later heed, covers its submodules.
 * Nothing that the repository's own config names is run.
 */
function guards({ top }) {
    return [
        `--git-dir=${(0,external_node_path_.join)(top, '.git')}`,
        `--work-tree=${top}`,
        '--literal-pathspecs',
        '--no-replace-objects',
        ...[
            'safe.directory=*',
            'core.fsmonitor=false',
            'core.hooksPath=/dev/null',
            'core.quotePath=false',
        ].flatMap((setting) => ['-c', setting]),
    ];
}
/** The step's own environment without what would point git elsewhere. */
function environment() {
    const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_NAMESPACE, GIT_OBJECT_DIRECTORY, ...rest } = process.env;
    return {
        ...rest,
        LC_ALL: 'C',
        // No lock is taken for a refreshed index, and nothing waits for a person or the network.
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_NO_LAZY_FETCH: '1',
    };
}

;// CONCATENATED MODULE: ./lib/src/context/remote.js
/**
 * A remote's address as one name for the repository: without scheme, user info, `.git` and outer slashes,
 * the host lower-cased, a port kept, `git@host:path` as `host/path` (contracts/README.md, "Provenance fields").
 * An address that cannot be read for certain gives nothing, since part of it may be a password.
 */
function normalRemote(address) {
    const bare = address.trim().replace(/[?#].*$/s, '');
    const url = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(.*)$/is.exec(bare);
    if (url)
        return named(url[1] ?? '', url[2] ?? '');
    const scp = /^([^/\\]*@)?(\[[^\]]+\]|[^:/\\@]{2,}):(.*)$/s.exec(bare);
    if (scp)
        return named(scp[2] ?? '', scp[3] ?? '');
    return bare.includes('@') || bare.includes(':') ? undefined : named('', bare);
}
function named(authority, path) {
    const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
    if (!/^(\[[0-9a-f:.]+\]|[^:[\]\s]*)(:\d*)?$/.test(host))
        return undefined;
    const name = path
        .replace(/^\/+|\/+$/g, '')
        .replace(/\.git$/, '')
        .replace(/\/+$/, '');
    return [host, name].filter(Boolean).join('/') || undefined;
}

;// CONCATENATED MODULE: ./lib/src/context/git.js



/**
 * Where the sources of a context came from (contracts/README.md, "Provenance fields").
 * Never throws: what git cannot tell in time is absent.
 * @param root The context, absolute and links resolved.
 * @param workspace A repository is looked for from `root` up to here, not above it: a runner's own folder may lie in one.
 */
async function readSource(root, workspace, hints) {
    const repository = repositoryOf(root, workspace);
    if (!repository)
        return {};
    const subpath = (0,external_node_path_.relative)(repository.top, root).split(external_node_path_.sep).join('/');
    const [head, ref, origin, status] = await Promise.all([
        git(repository, 'rev-parse', '--verify', '--quiet', 'HEAD'),
        refOf(repository),
        git(repository, 'config', '--get', 'remote.origin.url'),
        git(repository, 'status', '--porcelain', '--untracked-files=normal', '--', subpath || '.'),
    ]);
    return withoutAbsent({
        commit: head?.trim() || hints.commit,
        ref: ref ?? hints.ref,
        repo: normalRemote(origin ?? ''),
        subpath: subpath || undefined,
        dirty: status === undefined ? undefined : status !== '',
    });
}
/** The branch, else a tag of exactly this commit. */
async function refOf(repository) {
    const branch = await git(repository, 'symbolic-ref', '--quiet', '--short', 'HEAD');
    if (branch)
        return branch.trim();
    const tag = await git(repository, 'describe', '--tags', '--exact-match', 'HEAD');
    return tag?.trim() || undefined;
}
/**
 * The paths that differ between `base` and `head`, relative to the workspace; a rename is both its names,
 * a submodule whose commit moved is its folder. Never throws.
 * @param base A commit or ref; all zeros, as in the event of a new branch, is unknown.
 */
async function changedPaths(workspace, base, head = 'HEAD') {
    const repository = repositoryOf(workspace, workspace);
    if (!repository)
        return unknown(`There is no git repository at ${workspace}: check it out before this step.`);
    if (/^0+$/.test(base))
        return unknown('The push created its branch: there is no commit before it to compare with.');
    for (const name of [base, head]) {
        if (!(await commitOf(repository, name)))
            return unknown(await whyMissing(repository, name));
    }
    const answer = await git(repository, ...['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'], ...[base, head, '--']);
    if (answer === undefined)
        return unknown(`git could not compare ${base} with ${head}.`);
    return readRaw(answer);
}
/** `:MODE MODE ID ID LETTER`, NUL, path, NUL. */
function readRaw(answer) {
    const fields = answer.split('\0');
    const paths = [];
    const submodules = [];
    for (let index = 0; index + 1 < fields.length; index += 2) {
        const path = fields[index + 1] ?? '';
        paths.push(path);
        if (/^:(?:160000 |\d+ 160000 )/.test(fields[index] ?? ''))
            submodules.push(path);
    }
    return { kind: 'known', paths, ...(submodules.length > 0 && { submodules }) };
}
/** The commit where `a` and `b` parted; `undefined` where the clone is too shallow to know. Never throws. */
async function mergeBase(workspace, a, b) {
    const repository = repositoryOf(workspace, workspace);
    if (!repository)
        return undefined;
    const [one, other] = await Promise.all([commitOf(repository, a), commitOf(repository, b)]);
    if (!one || !other)
        return undefined;
    return (await git(repository, 'merge-base', one, other))?.trim() || undefined;
}
/**
 * The folder of the repository that a workspace's folders belong to: its own, else that of the first of them which
 * lies in one, as after a checkout with `path`; the workspace where there is none.
 */
function topOf(workspace, folders) {
    const of = (folder) => repositoryOf(folder, workspace)?.top;
    if (of(workspace) !== undefined)
        return workspace;
    for (const folder of folders) {
        const top = of((0,external_node_path_.join)(workspace, folder));
        if (top !== undefined)
            return top;
    }
    return workspace;
}
/** The full id of the commit of this name; `undefined` where the clone does not have it. Never throws. */
async function commitNamed(workspace, name) {
    const repository = repositoryOf(workspace, workspace);
    return repository && commitOf(repository, name);
}
/** Whether history was cut off when the clone was made. Never throws. */
async function isShallow(workspace) {
    const repository = repositoryOf(workspace, workspace);
    const answer = repository && (await git(repository, 'rev-parse', '--is-shallow-repository'));
    return answer?.trim() === 'true';
}
/** The full id of a commit that this clone has; a name that git would take for an option is none. */
async function commitOf(repository, name) {
    if (!/^[^-\s]\S*$/.test(name))
        return undefined;
    return (await git(repository, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`))?.trim() || undefined;
}
async function whyMissing(repository, name) {
    const shallow = await git(repository, 'rev-parse', '--is-shallow-repository');
    if (shallow === undefined)
        return 'git could not be run, or cannot read the repository.';
    return shallow.trim() === 'true'
        ? `${name} is not in this shallow clone: give actions/checkout \`fetch-depth: 0\`, or run \`git fetch --unshallow\` before this step.`
        : `${name} is not in this clone: fetch it before this step, or correct \`base\`.`;
}
function unknown(why) {
    return { kind: 'unknown', why };
}
function withoutAbsent(facts) {
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 6548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openNotes),
/* harmony export */   W: () => (/* binding */ readNotes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



const KEY = 'comment';
/**
 * Saved twice: whole, in a file of the runner's temporary folder, and in brief as state, which may pass through the
 * log and outlives the file. Nothing here throws.
 */
function openNotes(temp, state) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temp, `cloud-build-comment-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.json`);
    let saved = '';
    return (notes) => {
        const brief = JSON.stringify({ file, notes: briefly(notes) });
        if (brief !== saved)
            state.save(KEY, brief);
        saved = brief;
        try {
            const fresh = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(fresh, JSON.stringify(notes), { flag: 'wx', mode: 0o600 });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(fresh, file);
        }
        catch {
            // The brief notes have to do.
        }
    };
}
/** Without logs, and without what changes at every turn. */
function briefly(notes) {
    const { cloud, cloudTitle, outcome, agent, source, build, runUrl } = notes.result;
    const { wroteAt: _wroteAt, ...rest } = notes;
    return {
        ...rest,
        mark: { ...notes.mark, at: 0 },
        known: [],
        result: {
            cloud,
            outcome: notes.settled ? outcome : 'building',
            source,
            phases: [],
            ...(cloudTitle === undefined ? {} : { cloudTitle }),
            ...(agent === undefined ? {} : { agent }),
            ...(runUrl === undefined ? {} : { runUrl }),
            ...(build === undefined ? {} : { build: { ...named(build), steps: [] } }),
        },
    };
}
function named({ id, imageName, imageTag }) {
    return {
        ...(id === undefined ? {} : { id }),
        ...(imageName === undefined ? {} : { imageName }),
        ...(imageTag === undefined ? {} : { imageTag }),
    };
}
/** @returns `undefined` where main wanted no comment; the brief notes where the file is gone */
function readNotes(state) {
    const brief = parse(state.read()[KEY]);
    if (brief === undefined)
        return undefined;
    try {
        return parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(brief.file, 'utf8')) ?? brief.notes;
    }
    catch {
        return brief.notes;
    }
}
function parse(text) {
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ commentPort)
/* harmony export */ });
/* harmony import */ var _report_comment_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5977);

/** The comments of one pull request that carry our marker and that the token's own user wrote. */
function commentPort(forge, issue) {
    return {
        list: async function* (options) {
            for await (const comment of forge.listComments(issue, options)) {
                // The author of the others is nobody's question.
                if ((0,_report_comment_body_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurComment */ .CZ)(comment.body) && (await forge.isMine(comment, options.signal)))
                    yield comment;
            }
        },
        create: (body, options) => forge.createComment(issue, body, options),
        update: (id, body, options) => forge.updateComment(id, body, options),
        remove: (id, options) => forge.deleteComment(id, options),
    };
}


/***/ }),

/***/ 1480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  isNews: () => (/* binding */ isNews),
  openWriter: () => (/* binding */ openWriter),
  renderedSection: () => (/* binding */ renderedSection),
  sectionKey: () => (/* binding */ sectionKey)
});

// EXTERNAL MODULE: ./lib/src/report/comment-marker.js
var comment_marker = __webpack_require__(7855);
// EXTERNAL MODULE: ./lib/src/report/comment-order.js
var comment_order = __webpack_require__(7845);
// EXTERNAL MODULE: ./lib/src/report/comment-sync.js + 1 modules
var comment_sync = __webpack_require__(2022);
// EXTERNAL MODULE: ./lib/src/report/chart.js
var report_chart = __webpack_require__(6637);
// EXTERNAL MODULE: ./lib/src/report/facts.js
var facts = __webpack_require__(8566);
// EXTERNAL MODULE: ./lib/src/report/failure-blocks.js + 1 modules
var failure_blocks = __webpack_require__(943);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
;// CONCATENATED MODULE: ./lib/src/report/section.js





/** Four of these fit in one comment of 60,000 characters at full length; more share it by asking for less. */
const USUAL_BYTES = 14_000;
const DETAILS = [
    { lines: 40, chart: true, nameLimit: 160 },
    { lines: 40, chart: false, nameLimit: 160 },
    { lines: 20, chart: false, nameLimit: 120 },
    { lines: 8, chart: false, nameLimit: 80 },
    { lines: 0, chart: false, nameLimit: 40 },
    'heading',
];
/** A line of a log is seldom longer; lines that are make the excerpt shorter. */
const BYTES_A_LINE = 200;
/** One agent's or image's section of the comment, as Markdown without any marker (docs/comment.md). */
function renderSection(result, options = {}) {
    return (0,markdown/* renderWithin */.As)(DETAILS, options.maxBytes ?? USUAL_BYTES, (detail) => [
        ...titleBlocks(result, detail === 'heading' ? 40 : detail.nameLimit),
        ...(detail === 'heading' ? [] : bodyBlocks(result, detail)),
        ...footBlocks(result, options.now),
    ]);
}
function titleBlocks(result, nameLimit) {
    const { icon, word } = facts/* STATES */.xj[result.outcome];
    const on = (0,markdown/* text */.Qq)(` · ${word} · `);
    return [
        (0,markdown/* heading */.R_)(3, (0,markdown/* text */.Qq)(`${icon} `), (0,markdown/* code */.aY)((0,facts/* subjectOf */.et)(result), nameLimit), on, ...(0,markdown/* prose */.CS)(result.cloudTitle ?? result.cloud, 40)),
    ];
}
function bodyBlocks(result, detail) {
    const [first, ...rest] = (0,facts/* factsOf */.xS)(result, detail);
    const chart = detail.chart && isOver(result) ? (0,report_chart/* timeline */.I)(result) : undefined;
    const limits = {
        maxLines: detail.lines,
        maxBytes: detail.lines * BYTES_A_LINE,
        nameLimit: detail.nameLimit,
    };
    return [
        ...(first
            ? [
                (0,markdown/* table */.tp)([[(0,markdown/* text */.Qq)(first[0])], first[1]], rest.map(([name, value]) => [[(0,markdown/* text */.Qq)(name)], value])),
            ]
            : []),
        ...(0,failure_blocks/* failureBlocks */.p)(result, limits),
        ...(chart === undefined ? [] : (0,markdown/* folded */.TM)('Timeline', [(0,markdown/* fence */.EU)(chart.split('\n'), 'mermaid')])),
    ];
}
function isOver(result) {
    return result.outcome !== 'building' && result.outcome !== 'deploying';
}
function footBlocks(result, now) {
    const when = now === undefined ? undefined : (0,units/* utcMinute */.vD)(now);
    const parts = [
        ...(result.runUrl === undefined ? [] : [(0,markdown/* link */.nf)('Run and full log', result.runUrl)]),
        ...(when === undefined ? [] : [(0,markdown/* text */.Qq)(`updated ${when}`)]),
    ];
    if (parts.length === 0)
        return [];
    return [(0,markdown/* paragraph */.FY)(...parts.flatMap((part, index) => (index === 0 ? [part] : [(0,markdown/* text */.Qq)(' · '), part])))];
}

// EXTERNAL MODULE: ./lib/src/modes/comment-notes.js
var comment_notes = __webpack_require__(6548);
// EXTERNAL MODULE: ./lib/src/modes/comment-port.js
var comment_port = __webpack_require__(918);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/modes/comment-trouble.js

/** Why the comment could not be written and what to do, in one sentence each (docs/platform.md, comment denied). */
function commentTrouble(thrown) {
    const what = `The pull request's comment could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`;
    const hint = thrown instanceof errors/* HttpError */.j$ ? hintFor(thrown) : undefined;
    return hint === undefined ? what : `${what.replace(/\.?$/, '.')} ${hint}`;
}
const PERMISSION = 'Add `pull-requests: write` to the `permissions:` of the job (a workflow of a fork cannot have it), or set `comment: never`.';
function hintFor({ status, detail, retryAfterMs }) {
    if (status === 410)
        return 'The repository has its issues, and with them comments, turned off.';
    if (/\blocked\b/i.test(detail))
        return 'The conversation is locked: unlock it, or set `comment: never`.';
    if (status === 401)
        return 'The token is not valid any more: check github-token.';
    if (status === 403 || status === 404)
        return PERMISSION;
    if (status === 429) {
        const minutes = Math.max(1, Math.ceil((retryAfterMs ?? 0) / 60_000));
        return `The rate limit of the token is used up for ${minutes} min; the job summary says what the comment would have said.`;
    }
    return undefined;
}
/** Trying again within this step would not help. */
function isFinal(thrown) {
    return thrown instanceof errors/* HttpError */.j$ && [401, 403, 404, 410].includes(thrown.status);
}

// EXTERNAL MODULE: ./lib/src/modes/identity.js
var identity = __webpack_require__(7376);
// EXTERNAL MODULE: ./lib/src/modes/pull-request.js
var pull_request = __webpack_require__(4914);
;// CONCATENATED MODULE: ./lib/src/modes/comment-writer.js









const DRAFT_WITHIN = 60_000;
const FINAL_WITHIN = 25_000;
/** A cancelled step is killed soon (docs/platform.md, Cancellation); post goes on. */
const FAREWELL_WITHIN = 3_500;
function openWriter(stage) {
    const desk = {
        stage,
        key: sectionKey(stage),
        save: (0,comment_notes/* openNotes */.A)(stage.temp, stage.state),
        mark: runMark(stage),
        settled: false,
        result: stage.ledger.result(),
        target: undefined,
        issue: undefined,
        sync: undefined,
        refusal: undefined,
    };
    return {
        draft: () => draft(desk),
        settle: () => {
            desk.settled = true;
            snapshot(desk);
        },
        final: () => comment_writer_final(desk),
    };
}
/** docs/interface.md, comment-key: the cloud and the agent or image. */
function sectionKey({ settings, trigger }) {
    const { comment, cloud, agent } = settings;
    return (0,comment_marker/* encodeKey */.g2)(comment.key ?? `${cloud}/${agent?.value ?? (0,identity/* imageNameOf */.m)({ settings, trigger })}`);
}
function runMark({ env, trigger }) {
    return {
        workflow: (0,comment_marker/* digestOf */.ol)(env.GITHUB_WORKFLOW ?? '').slice(0, 8),
        runId: /^\d{1,15}$/.test(trigger.runId ?? '') ? Number(trigger.runId) : 0,
        runNumber: trigger.runNumber,
        attempt: trigger.runAttempt,
        at: 0,
    };
}
/** The facts of this moment, and before anything is sent, the notes for post. */
function snapshot(desk) {
    desk.result = desk.stage.ledger.result();
    desk.mark = { ...desk.mark, at: Math.max(Date.now(), desk.mark.at + 1) };
    note(desk);
}
function note(desk) {
    const { stage, save, key, mark, settled, issue, sync } = desk;
    const wroteAgo = sync?.wroteAgo();
    const conceal = (_name, value) => typeof value === 'string' ? stage.console.conceal(value) : value;
    save({
        key,
        mark,
        settled,
        onlyFailures: stage.settings.comment.when === 'on-failure',
        result: JSON.parse(JSON.stringify(desk.result, conceal)),
        known: sync?.known() ?? [],
        ...(issue === undefined ? {} : { issue }),
        ...(wroteAgo === undefined ? {} : { wroteAt: Math.round(Date.now() - wroteAgo) }),
    });
}
async function draft(desk) {
    if (desk.settled || desk.refusal !== undefined)
        return;
    snapshot(desk);
    const signal = AbortSignal.any([desk.stage.signal, AbortSignal.timeout(DRAFT_WITHIN)]);
    try {
        await put(desk, { confirm: false, signal });
    }
    catch (thrown) {
        if (isFinal(thrown))
            desk.refusal = thrown;
        throw thrown;
    }
}
async function comment_writer_final(desk) {
    const { console, ledger, signal: cancelled } = desk.stage;
    try {
        if (desk.refusal !== undefined)
            throw desk.refusal;
        const signal = AbortSignal.timeout(cancelled.aborted ? FAREWELL_WITHIN : FINAL_WITHIN);
        const outcome = await put(desk, { confirm: true, signal });
        if (outcome)
            told(desk, outcome);
    }
    catch (thrown) {
        if (cancelled.aborted) {
            console.info('The comment is left to the post step.');
            return;
        }
        const trouble = commentTrouble(thrown);
        ledger.note({ commentTrouble: trouble.replaceAll('`', '') });
        console.warning(trouble, { title: 'No comment on the pull request' });
    }
}
function told({ stage, mark }, outcome) {
    if ('url' in outcome && outcome.url !== undefined)
        stage.ledger.note({ commentUrl: outcome.url });
    if (outcome.end === 'superseded' && (0,comment_order/* compareRuns */.qB)(outcome.by, mark) !== 0) {
        stage.console.info(`The comment is left as it is: run ${outcome.by.runNumber} is newer than this one (${mark.runNumber}).`);
    }
}
async function put(desk, how) {
    desk.target ??= findTarget(desk, how.signal).catch((thrown) => {
        desk.target = undefined;
        throw thrown;
    });
    const target = await desk.target;
    if (target === undefined)
        return undefined;
    const { comment } = desk.stage.settings;
    const when = isNews(comment.when, desk.result.outcome) ? 'always' : 'if-present';
    try {
        return await target.sync.put(sectionOf(desk), { when, ...how });
    }
    finally {
        note(desk);
    }
}
/** `on-failure` speaks up for a failure; what it said before is corrected, or it would be a lie. */
function isNews(when, outcome) {
    return when !== 'on-failure' || outcome === 'failed';
}
async function findTarget(desk, signal) {
    const forge = await desk.stage.forge();
    const pull = forge && (await (0,pull_request/* findPullRequest */._f)(desk.stage, forge, { wantsHead: false, signal }));
    if (forge === undefined || pull === undefined)
        return undefined;
    desk.issue = pull.number;
    desk.sync = (0,comment_sync/* openSync */.m)((0,comment_port/* commentPort */.h)(forge, pull.number));
    note(desk);
    return { issue: pull.number, sync: desk.sync };
}
function sectionOf({ stage, key, mark, result }) {
    return renderedSection(result, { key, mark }, stage.console.conceal);
}
/** What the facts look like in the comment, without secrets, however little room there is. */
function renderedSection(result, of, conceal) {
    const { at } = of.mark;
    return {
        ...of,
        state: result.outcome,
        body: conceal(renderSection(result, { now: at })),
        cut: false,
        within: (maxBytes) => conceal(renderSection(result, { now: at, maxBytes })),
    };
}


/***/ }),

/***/ 7376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ identify),
/* harmony export */   m: () => (/* binding */ imageNameOf)
/* harmony export */ });
/* harmony import */ var _context_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3216);

const COMMIT_CHARACTERS = 12;
/**
 * Names the image by docs/interface.md (`image-name`, `image-tag`): the tag comes from the commit that is really
 * built, on a pull request from its head and never from the merge commit.
 */
async function identify(step, hash) {
    const { settings, trigger, console } = step;
    const hints = {
        ...(trigger.commit === undefined ? {} : { commit: trigger.commit }),
        ...(trigger.ref === undefined ? {} : { ref: trigger.ref }),
    };
    const source = await (0,_context_git_js__WEBPACK_IMPORTED_MODULE_0__/* .readSource */ .o$)(settings.context.root, settings.context.workspace, hints);
    const commit = trigger.pullRequest?.headCommit ?? source.commit ?? trigger.commit;
    let imageTag = settings.image.tag ?? commit?.slice(0, COMMIT_CHARACTERS);
    if (imageTag === undefined) {
        imageTag = (await hash()).slice(0, COMMIT_CHARACTERS);
        console.notice(`No commit is known here: the image is tagged ${imageTag}, the start of the context's hash.`);
    }
    step.ledger.note({ source: commit === undefined ? source : { ...source, commit } });
    return { source, target: targetOf(step), imageName: imageNameOf(step), imageTag };
}
function targetOf({ settings }) {
    if (settings.agent?.by === 'agent-id')
        return { by: 'agent-id', agentId: settings.agent.value };
    if (settings.agent)
        return { by: 'agent-name', agentName: settings.agent.value };
    return { by: 'image' };
}
/** The input or the manifest, else the agent's name, else the repository's. */
function imageNameOf({ settings, trigger }) {
    if (settings.image.name !== undefined)
        return settings.image.name;
    if (settings.agent?.by === 'agent-name')
        return settings.agent.value;
    return (trigger.repository?.name ?? 'image').toLowerCase();
}


/***/ }),

/***/ 5977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ isOurComment),
/* harmony export */   Sq: () => (/* binding */ composeComment),
/* harmony export */   W3: () => (/* binding */ readComment)
/* harmony export */ });
/* unused harmony export COMMENT_LIMIT */
/* harmony import */ var _comment_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7855);
/* harmony import */ var _comment_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7845);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8578);



/** GitHub refuses 65,536 characters (docs/platform.md, comment size). Counted in UTF-8 bytes, which are no fewer. */
const COMMENT_LIMIT = 60_000;
const TITLE = '## ☁️ Cloud builds';
const CUT_NOTE = 'Some sections are shortened: a comment has a limit. The job summary of each run has all of it.';
/** Whether the text is a comment of this action; whose it is, its author says. */
function isOurComment(text) {
    return text.startsWith(_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMENT_MARKER */ .JO);
}
/** The sections of a comment of ours. */
function readComment(text) {
    return (0,_comment_order_js__WEBPACK_IMPORTED_MODULE_1__/* .merge */ .h1)(new Map(), (0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readSections */ .jn)(text));
}
/** The comment with these sections, by key. The same sections give the same text, whoever composes it. */
function composeComment(sections, limit = COMMENT_LIMIT) {
    const all = [...sections.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    const whole = page(all, 0);
    if ((0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(whole) <= limit)
        return { body: whole, shown: all };
    const shown = fitting(all, limit);
    return { body: page(shown, all.length - shown.length), shown };
}
function page(sections, leftOut) {
    const notes = [
        ...(sections.some(({ cut }) => cut) ? [CUT_NOTE] : []),
        ...(leftOut > 0 ? [`${(0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(leftOut, 'further section')} left out, the oldest ones.`] : []),
    ];
    return [_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMENT_MARKER */ .JO, TITLE, ...sections.map(_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSection */ .Zn), ...notes].join('\n\n');
}
/** Each gets an equal share; what one does not use, the others get. */
function fitting(all, limit) {
    const room = limit - (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(page([], 0)) - (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(CUT_NOTE) - 100;
    for (let kept = newest(all, all.length);; kept = newest(kept, Math.floor(kept.length * 0.95))) {
        const shrunk = shrinkToShare(kept, room);
        if (kept.length <= 1 || sizeOf(shrunk) <= room)
            return shrunk;
    }
}
function newest(sections, most) {
    if (sections.length <= most)
        return [...sections];
    const byAge = sections.toSorted((a, b) => (0,_comment_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareMarks */ .K3)(b.mark, a.mark) || (a.key < b.key ? -1 : 1));
    const kept = new Set(byAge.slice(0, most));
    return sections.filter((section) => kept.has(section));
}
function shrinkToShare(sections, room) {
    const bySize = sections.toSorted((a, b) => written(a) - written(b));
    const shrunk = new Map();
    let left = room;
    for (const [index, section] of bySize.entries()) {
        const share = left / (bySize.length - index);
        const smaller = shrink(section, share);
        left -= written(smaller);
        shrunk.set(section.key, smaller);
    }
    return sections.map((section) => shrunk.get(section.key) ?? section);
}
function sizeOf(sections) {
    return sections.reduce((sum, section) => sum + written(section), 0);
}
/** Bytes with markers and the blank line between sections. */
function written(section) {
    return (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)((0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSection */ .Zn)(section)) + 2;
}
/** Detail goes from the least to the most wanted: what is folded, logs, all but heading and link, the link. */
const LEVELS = [
    (body) => without(body, ['folded']),
    (body) => without(body, ['folded', 'fenced']),
    headingAndLink,
    (body) => clipLine(body.split('\n', 1)[0] ?? ''),
];
/** Less than this is no room for a rendering of its own. */
const LEAST_RENDERED = 1_000;
function shrink(section, most) {
    if (written(section) <= most)
        return section;
    const room = most - (written(section) - (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(section.body));
    const bodies = LEVELS.map((level) => () => level(section.body));
    const { within } = section;
    if (within && room >= LEAST_RENDERED)
        bodies.unshift(() => within(room));
    let smaller = section;
    for (const body of bodies) {
        smaller = { ...section, body: body(), cut: true };
        if (written(smaller) <= most)
            break;
    }
    return smaller;
}
/** Line by line, because what looks like HTML inside a fence is text, and a fence must go with its end. */
function without(body, parts) {
    const kept = [];
    let fence;
    let depth = 0;
    for (const line of body.split('\n')) {
        const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
        if (fence === undefined && line.startsWith('<details>'))
            depth += 1;
        const isFenced = fence !== undefined || mark !== undefined;
        const goes = (depth > 0 && parts.includes('folded')) || (isFenced && parts.includes('fenced'));
        if (!goes)
            kept.push(line);
        if (fence === undefined)
            fence = mark;
        else if (mark?.startsWith(fence) && line.trim() === mark)
            fence = undefined;
        if (fence === undefined && line.startsWith('</details>'))
            depth = Math.max(0, depth - 1);
    }
    return kept.join('\n').replace(/\n{3,}/g, '\n\n');
}
/** The last paragraph of a section links to its run. */
function headingAndLink(body) {
    const heading = clipLine(body.split('\n', 1)[0] ?? '');
    const last = without(body, ['folded', 'fenced']).trim().split('\n').at(-1) ?? '';
    return last.startsWith('[') && (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(last) <= 700 ? `${heading}\n\n${last}` : heading;
}
/** Rendered headings are short; one that is not (a person's edit) says nothing that a cut could not break. */
function clipLine(line) {
    return line.length <= 300 ? line : '### Cloud build';
}


/***/ }),

/***/ 7855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ COMMENT_MARKER),
/* harmony export */   Zn: () => (/* binding */ writeSection),
/* harmony export */   g2: () => (/* binding */ encodeKey),
/* harmony export */   jn: () => (/* binding */ readSections),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const COMMENT_MARKER = '<!-- cloud-build-action -->';
const LONGEST_KEY = 120;
const HEAD = /^<!-- cloud-build-action:section ([!-~ ]{1,600}) -->$/;
const END = /^<!-- cloud-build-action:end ([0-9a-f]{16}) -->$/;
/**
 * A key as a marker can carry it: unreserved characters stay, all others are percent-encoded. A long one is cut,
 * with a digest of the whole in place of its end. Keys that differ stay different.
 */
function encodeKey(key) {
    const whole = key.replace(/\p{Cs}/gu, '\uFFFD');
    const encoded = encodeURIComponent(whole).replace(/%2F/g, '/').replaceAll('!', '%21');
    if (encoded.length <= LONGEST_KEY)
        return encoded;
    return `${encoded.slice(0, LONGEST_KEY - 17).replace(/%[0-9A-F]?$/, '')}!${digestOf(whole)}`;
}
/** 16 hexadecimal digits of SHA-256. */
function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
/** The section with its markers. */
function writeSection(section) {
    const { key, mark, state } = section;
    const body = inert(section.body);
    const digest = digestOf(body);
    const fields = [
        `key=${key}`,
        `state=${state.replace(/[^a-z-]/g, '') || 'unknown'}`,
        `run=${mark.runId}/${mark.runNumber}/${mark.attempt}`,
        `at=${mark.at}`,
        `workflow=${mark.workflow}`,
        `digest=${digest}`,
        ...(section.cut ? ['cut=1'] : []),
    ];
    return `<!-- cloud-build-action:section ${fields.join(' ')} -->\n\n${body}\n\n<!-- cloud-build-action:end ${digest} -->`;
}
/** Rendered sections have no HTML comment in them (docs/comment.md); what was found in a comment may. */
function inert(body) {
    return normal(body).replaceAll('<!--', '‹!--');
}
function normal(text) {
    return text.replace(/\r\n?/g, '\n').trim();
}
/**
 * All sections of a comment's text. A section reaches to the end marker that carries its digest, over whatever may
 * look like a marker between; where there is none with an intact body, to the next marker.
 */
function readSections(text) {
    const lines = normal(text).split('\n');
    const sections = [];
    for (let at = 0; at < lines.length; at += 1) {
        const head = readHead(lines[at] ?? '');
        if (head === undefined)
            continue;
        const { section, end } = readBody(lines, at + 1, head);
        sections.push(section);
        at = end;
    }
    return sections;
}
function readBody(lines, from, { digest, ...head }) {
    for (let end = from; end < lines.length; end += 1) {
        if (END.exec(lines[end] ?? '')?.[1] !== digest)
            continue;
        const body = normal(lines.slice(from, end).join('\n'));
        if (digestOf(body) === digest)
            return { section: { ...head, body }, end };
    }
    let end = from;
    while (end < lines.length && !isMarker(lines[end] ?? ''))
        end += 1;
    const body = inert(lines.slice(from, end).join('\n'));
    // The loop above steps over the line it ends at: an end marker, but not the next section's head.
    return { section: { ...head, body, damaged: true }, end: END.test(lines[end] ?? '') ? end : end - 1 };
}
function isMarker(line) {
    return line.startsWith('<!-- cloud-build-action');
}
function readHead(line) {
    const words = HEAD.exec(line)?.[1]?.split(' ');
    if (words === undefined)
        return undefined;
    const fields = new Map(words.map((word) => splitAt(word, '=')));
    const [key, digest, workflow] = ['key', 'digest', 'workflow'].map((name) => fields.get(name));
    const [runId, runNumber, attempt] = (fields.get('run') ?? '').split('/').map(wholeNumber);
    const at = wholeNumber(fields.get('at') ?? '');
    if (!key || !digest || !workflow || [runId, runNumber, attempt, at].includes(undefined))
        return undefined;
    const mark = { workflow, runId, runNumber, attempt, at };
    return { key, mark, state: fields.get('state') ?? 'unknown', cut: fields.get('cut') === '1', digest };
}
function splitAt(word, separator) {
    const at = word.indexOf(separator);
    return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
}
function wholeNumber(text) {
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}


/***/ }),

/***/ 7845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: () => (/* binding */ compareMarks),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hU: () => (/* binding */ covers),
/* harmony export */   qB: () => (/* binding */ compareRuns)
/* harmony export */ });
/**
 * Which of two runs is the later one; 0 for the same. Run numbers decide within a workflow, run ids between two,
 * and then the attempt: a rerun of an old run is still an old run.
 */
function compareRuns(one, other) {
    const byNumber = one.runNumber - other.runNumber;
    const byId = one.runId - other.runId;
    const byRun = one.workflow === other.workflow ? byNumber || byId : byId || byNumber;
    return Math.sign(byRun || one.attempt - other.attempt);
}
/** Within a run the later word counts. */
function compareMarks(one, other) {
    return compareRuns(one, other) || Math.sign(one.at - other.at);
}
/** Both, and of two versions of a section the newer. Commutative, associative, idempotent (docs/comment.md). */
function merge(one, other) {
    const merged = new Map(one);
    for (const section of other) {
        const known = merged.get(section.key);
        merged.set(section.key, known === undefined ? section : better(known, section));
    }
    return merged;
}
/** Of one version the whole text counts before the cut one, and that before one that was tampered with. */
function better(one, other) {
    const byMark = compareMarks(one.mark, other.mark);
    if (byMark !== 0)
        return byMark > 0 ? one : other;
    const byState = Number(other.damaged ?? false) - Number(one.damaged ?? false) || Number(other.cut) - Number(one.cut);
    if (byState !== 0)
        return byState > 0 ? one : other;
    return one.body >= other.body ? one : other;
}
/** Whether `shown` has every section of `wanted`, in that version or a newer one. */
function covers(shown, wanted) {
    for (const section of wanted) {
        const found = shown.get(section.key);
        if (found === undefined || compareMarks(found.mark, section.mark) < 0)
            return false;
    }
    return true;
}


/***/ }),

/***/ 2022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ openSync)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/wait.js
var wait = __webpack_require__(8021);
// EXTERNAL MODULE: ./lib/src/report/comment-body.js
var comment_body = __webpack_require__(5977);
// EXTERNAL MODULE: ./lib/src/report/comment-order.js
var comment_order = __webpack_require__(7845);
;// CONCATENATED MODULE: ./lib/src/report/comment-desk.js


const SYNC_TIMES = { read: 3_000, write: 5_000, pause: 300, hesitation: 1_000 };
/** Duplicates are made within moments of each other; the margin is for the forge's own clocks. */
const SINCE_MARGIN = 60_000;
/** Everything of ours that the forge shows goes into the memory. */
async function look(desk, signal) {
    const { port, clock, anchor } = desk;
    const since = anchor?.createdAt === undefined ? undefined : earlier(anchor.createdAt);
    let at = clock.now();
    let comments = await collect(port, { ...(since === undefined ? {} : { since }), signal });
    if (comments.length === 0 && since !== undefined) {
        at = clock.now();
        comments = await collect(port, { signal });
    }
    for (const { body } of comments)
        desk.memory = (0,comment_order/* merge */.h1)(desk.memory, (0,comment_body/* readComment */.W3)(body).values());
    desk.anchor = comments[0] ?? desk.anchor;
    return { at, comments };
}
async function collect(port, options) {
    const found = [];
    for await (const comment of port.list(options))
        if ((0,comment_body/* isOurComment */.CZ)(comment.body))
            found.push(comment);
    // All writers agree that the oldest is the one that stays.
    return found.sort((a, b) => a.id - b.id);
}
function earlier(time) {
    const at = Date.parse(time);
    return Number.isNaN(at) ? undefined : new Date(at - SINCE_MARGIN).toISOString().replace(/\.\d+Z$/, 'Z');
}
/**
 * One change at the most.
 * @param patient whether a look that took too long may be repeated instead
 * @returns `again`: what was seen is no ground for a write; `rest`: it shows all that is known
 */
async function improve(desk, seen, patient, signal) {
    const { port, clock, times } = desk;
    const { body, shown } = (0,comment_body/* composeComment */.Sq)(desk.memory);
    const [first, ...younger] = seen.comments;
    const write = { signal, timeoutMs: times.write };
    if (first === undefined) {
        if (!(await mayCreate(desk, signal)))
            return 'again';
        desk.anchor = await noted(desk, () => port.create(body, write));
        return 'wrote';
    }
    if ((0,comment_order/* covers */.hU)((0,comment_body/* readComment */.W3)(first.body), shown)) {
        for (const { id } of younger)
            await noted(desk, () => port.remove(id, write));
        return younger.length === 0 ? 'rest' : 'tidied';
    }
    if (patient && clock.now() - seen.at > times.read)
        return 'again';
    desk.anchor = await noted(desk, () => port.update(first.id, body, write));
    return 'wrote';
}
/** Not while the list may be behind what was just created, and not at once: parallel jobs want to create it too. */
async function mayCreate(desk, signal) {
    const { anchor, clock, times, random, wroteAt } = desk;
    const wroteAgo = wroteAt === undefined ? Number.POSITIVE_INFINITY : clock.now() - wroteAt;
    if (anchor !== undefined && wroteAgo < times.read + times.write)
        return false;
    if (desk.hesitated)
        return true;
    desk.hesitated = true;
    await clock.sleep(random() * times.hesitation, signal);
    return false;
}
/** A write counts from its end, and also where its reply was lost. */
async function noted(desk, write) {
    try {
        return await write();
    }
    finally {
        desk.wroteAt = desk.clock.now();
    }
}

;// CONCATENATED MODULE: ./lib/src/report/comment-sync.js





const MOST_ROUNDS = 12;
const MOST_FAULTS = 3;
const MOST_LOOKS = 5;
/** A wait that a forge asks for is granted up to this; beyond it the comment is not worth the job's time. */
const PATIENCE = 10_000;
function openSync(port, options = {}) {
    const { clock = wait/* systemClock */.m, random = Math.random, times = SYNC_TIMES } = options;
    const wroteAt = options.wroteAgo === undefined ? undefined : clock.now() - options.wroteAgo;
    const memory = (0,comment_order/* merge */.h1)(new Map(), options.known ?? []);
    const desk = { port, clock, random, times, memory, anchor: undefined, wroteAt, hesitated: false };
    return {
        put: (section, putting) => put(desk, section, putting),
        settle: (signal) => settle(desk, signal),
        known: () => [...desk.memory.values()],
        wroteAgo: () => (desk.wroteAt === undefined ? undefined : clock.now() - desk.wroteAt),
    };
}
async function put(desk, section, { when, confirm, signal }) {
    if (when === 'if-present') {
        const seen = await look(desk, signal);
        if (!seen.comments.some(({ body }) => (0,comment_body/* readComment */.W3)(body).has(section.key)))
            return { end: 'absent' };
    }
    desk.memory = (0,comment_order/* merge */.h1)(desk.memory, [section]);
    await reconcile(desk, { confirm, signal });
    const shown = desk.memory.get(section.key) ?? section;
    const url = desk.anchor?.url === undefined ? {} : { url: desk.anchor.url };
    return (0,comment_order/* compareMarks */.K3)(shown.mark, section.mark) === 0
        ? { end: 'shown', ...url }
        : { end: 'superseded', by: shown.mark, ...url };
}
async function settle(desk, signal) {
    const { clock, random, times } = desk;
    for (let count = 0; count < MOST_LOOKS && desk.memory.size > 0; count += 1) {
        if (desk.wroteAt !== undefined) {
            const safe = desk.wroteAt + times.read + times.write + random() * times.pause;
            await clock.sleep(Math.max(0, safe - clock.now()), signal);
        }
        if (!(await reconcile(desk, { confirm: true, signal })))
            return;
    }
}
/**
 * Reads, merges and writes until the comment shows all that is known.
 * @returns whether anything was changed
 * @throws {UserError} where that takes too many rounds
 */
async function reconcile(desk, how) {
    let changed = false;
    let faults = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
        try {
            const seen = await look(desk, how.signal);
            const step = await improve(desk, seen, round < MOST_ROUNDS / 2, how.signal);
            if (step === 'rest')
                return changed;
            if (step !== 'again')
                changed = true;
            if (step === 'tidied' || (step === 'wrote' && !how.confirm))
                return changed;
            await pause(desk, round, how.signal);
        }
        catch (thrown) {
            faults += 1;
            await afterFault(desk, thrown, faults, how.signal);
        }
    }
    throw new errors/* UserError */.yo(`The comment was overwritten by others ${MOST_ROUNDS} times in a row.`);
}
async function pause({ clock, times, random }, round, signal) {
    await clock.sleep(times.pause * Math.min(8, 2 ** round) * (0.5 + random()), signal);
}
/** After a fault the comment is read again before it is written: the write may have happened. */
async function afterFault(desk, thrown, faults, signal) {
    if (!(thrown instanceof errors/* HttpError */.j$) || faults > MOST_FAULTS)
        throw thrown;
    const { status, method } = thrown;
    const isGone = status === 404 && method === 'PATCH';
    if (!isGone && status !== 0 && status !== 408 && status !== 429 && status < 500)
        throw thrown;
    const waitMs = thrown.retryAfterMs ?? 0;
    // The forge's client has tried a GET again already.
    if (waitMs > PATIENCE || method === 'GET')
        throw thrown;
    await desk.clock.sleep(waitMs, signal);
    await pause(desk, faults, signal);
}


/***/ })

};
