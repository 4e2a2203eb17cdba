export const id = 673;
export const ids = [673];
export const modules = {

/***/ 1673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var clouds_traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/host/abort.js

/** How often a host without signals is asked whether post has taken over. */
const MARKER_EVERY_MS = 1_000;
/**
 * Fires when the workflow is cancelled: by signal where the host sends one, else by the mark that an
 * overlapping post leaves (docs/platform.md, "Cancel, state, post").
 */
function abortOnCancel(host, state) {
    const controller = new AbortController();
    const abort = (why) => controller.abort(new errors/* AbortedError */.oM(why));
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => abort(`the workflow was cancelled (${signal})`));
    }
    if (host.can.postOverlapsMain) {
        const timer = setInterval(() => {
            if (!state.cancelled())
                return;
            clearInterval(timer);
            abort('the workflow was cancelled');
        }, MARKER_EVERY_MS);
        timer.unref();
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./lib/src/host/console.js + 4 modules
var host_console = __webpack_require__(14);
// EXTERNAL MODULE: ./lib/src/host/host.js
var host_host = __webpack_require__(9751);
// EXTERNAL MODULE: ./lib/src/host/state.js
var host_state = __webpack_require__(8520);
// EXTERNAL MODULE: ./lib/src/host/trigger.js + 1 modules
var host_trigger = __webpack_require__(6183);
// EXTERNAL MODULE: ./lib/src/modes/step/pull-request.js
var pull_request = __webpack_require__(4554);
// EXTERNAL MODULE: ./lib/src/modes/comment/record.js
var comment_record = __webpack_require__(3314);
;// CONCATENATED MODULE: ./lib/src/modes/comment/comment.js



const SILENT = { update: async () => { }, finish: async () => { } };
/**
 * The pull request's comment for one step. `update` returns at once: the comment is written beside the work, and of
 * states that come faster than the forge takes them only the latest. `finish` writes the last word and reads it back.
 * Neither throws: a comment decides nothing.
 */
function openComment(stage) {
    if (!isWanted(stage))
        return SILENT;
    const { console, ledger, state } = stage;
    const record = (0,comment_record/* openRecord */.C6)(stage);
    let opened;
    let asked = 0;
    let running;
    const writer = () => {
        opened ??= Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(580), __webpack_require__.e(421), __webpack_require__.e(21)]).then(__webpack_require__.bind(__webpack_require__, 2421)).then(({ openWriter }) => openWriter(stage, record));
        return opened;
    };
    const drain = async () => {
        for (let done = -1; done !== asked;) {
            done = asked;
            await (await writer()).draft();
        }
    };
    return {
        update: async () => {
            asked += 1;
            record.snapshot();
            running ??= drain()
                .catch((thrown) => console.debug(`The comment was not updated: ${(0,errors/* messageOf */.bD)(thrown)}`))
                .finally(() => {
                running = undefined;
            });
        },
        finish: async () => {
            // Post has taken over and says what is true.
            if (!isTold(ledger) || state.cancelled())
                return;
            record.settle();
            try {
                const last = await writer();
                if (running !== undefined)
                    last.hurry();
                await running;
                await last.final();
            }
            catch (thrown) {
                console.warning(`The pull request's comment could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
            }
        },
    };
}
/** A run that did nothing leaves the comment as it is. */
function isTold(ledger) {
    const untold = ['skipped', 'dry-run'];
    return !untold.includes(ledger.result().outcome);
}
function isWanted({ settings, trigger, console }) {
    const { when } = settings.comment;
    if (settings.mode !== 'run' || settings.dryRun || settings.connection === undefined)
        return false;
    if (when === 'never')
        return false;
    if (!(0,pull_request/* mayHavePullRequest */.Co)({ trigger, settings })) {
        if (when === 'always')
            console.info(`No comment: the event ${trigger.event} belongs to no pull request.`);
        return false;
    }
    if (settings.githubToken !== undefined && trigger.repository !== undefined)
        return true;
    console.warning('No comment on the pull request: github-token is empty.');
    return false;
}

// EXTERNAL MODULE: ./lib/src/modes/step/open-cloud.js + 1 modules
var open_cloud = __webpack_require__(9392);
// EXTERNAL MODULE: ./lib/src/modes/step/open-forge.js
var open_forge = __webpack_require__(9796);
;// CONCATENATED MODULE: ./lib/src/modes/step/settle.js

/** Turns whatever was thrown into the run's outcome; the first account of a failure is the one that counts. */
function settle(ledger, thrown, signal) {
    const cancelled = signal.aborted || thrown instanceof errors/* AbortedError */.oM;
    const { failure, outcome } = ledger.result();
    ledger.note({
        outcome: cancelled ? 'cancelled' : 'failed',
        failure: failure ?? (cancelled ? cancellation(ledger) : failureOf(thrown, outcome)),
    });
}
function cancellation(ledger) {
    const { build } = ledger.result();
    const what = build?.id === undefined ? 'before a build was submitted' : `while build ${build.id} was under way`;
    return {
        title: 'Cancelled',
        message: `The workflow was cancelled ${what}.`,
        hint: 'Run the job again when it is wanted.',
    };
}
function failureOf(thrown, during) {
    const work = during === 'removed' ? 'Preview cleanup failed' : 'Cloud build failed';
    const title = thrown instanceof errors/* HttpError */.j$ ? 'The cloud did not do what was asked' : work;
    if (!(thrown instanceof errors/* UserError */.yo)) {
        return {
            title: 'Cloud build failed by a fault of its own',
            message: (0,errors/* messageOf */.bD)(thrown),
            hint: 'Please report it with the debug log of this job (RUNNER_DEBUG=1).',
        };
    }
    return {
        title,
        message: thrown.message,
        ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
        ...(thrown.place === undefined ? {} : { place: thrown.place }),
    };
}

// EXTERNAL MODULE: ./lib/src/report/annotation.js
var report_annotation = __webpack_require__(8620);
// EXTERNAL MODULE: ./lib/node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(2249);
// EXTERNAL MODULE: ./lib/src/present.js
var present = __webpack_require__(5909);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
;// CONCATENATED MODULE: ./lib/src/report/outputs.js



/** What is unknown is absent. Whole numbers, times in ISO 8601 and UTC. */
function outputsOf(result) {
    const { build, context, deployment } = result;
    const preview = deployment?.preview;
    return (0,present/* present */.E)({
        skipped: result.outcome === 'skipped',
        'build-id': build?.id,
        'build-status': build?.status,
        reused: build ? build.reused !== undefined : undefined,
        image: build?.image?.reference,
        'image-name': build?.imageName,
        'image-tag': build?.imageTag,
        'context-hash': context?.hash,
        'context-files': context?.files,
        'context-bytes': context?.bytes,
        'build-seconds': build?.seconds === undefined ? undefined : Math.round(build.seconds),
        'log-file': build?.logFile,
        'deployment-id': deployment?.id,
        'deployment-status': deployment?.status,
        'preview-label': preview?.label,
        'preview-expires-at': preview?.expiresAt === undefined ? undefined : isoTime(preview.expiresAt),
        'previews-deleted': result.previewsDeleted?.length,
        'comment-url': result.commentUrl,
    });
}
function isoTime(at) {
    const time = new Date(at);
    return Number.isNaN(time.getTime()) ? at : time.toISOString();
}
/** Gitea drops a longer value with a log line only (docs/platform.md, outputs 255/1 MiB). */
const LONGEST_VALUE = 1024 * 1024;
/** GitHub counts 1 MB a job in UTF-16, two bytes a character. */
const LONGEST_RESULT = 480_000;
/**
 * The outputs as text, with `result` among them. A value above a runner's limit is left out and told:
 * half a JSON object or half an image name would be worse than none.
 */
function boundedOutputs(result, extra = {}) {
    const { details, ...more } = extra;
    const values = { ...outputsOf(result), ...(0,present/* present */.E)(more) };
    const outputs = new Map();
    const notices = [];
    const kept = {};
    for (const [name, value] of Object.entries(values)) {
        const written = typeof value === 'object' ? JSON.stringify(value) : String(value);
        const bytes = (0,units/* bytesOf */.$$)(written);
        if (bytes > LONGEST_VALUE) {
            notices.push(`The output ${name} has ${(0,units/* size */.Ej)(bytes)}, more than runners take (1 MiB): it is left out.`);
        }
        else {
            outputs.set(name, written);
            kept[name] = value;
        }
    }
    outputs.set('result', resultText(kept, details ?? {}, notices));
    return { outputs, notices };
}
/** The largest members go first until the object fits; `left-out` names them. */
function resultText(values, details, notices) {
    let members = Object.entries({ ...details, ...values });
    const leftOut = [];
    const text = () => JSON.stringify(Object.fromEntries(leftOut.length === 0 ? members : [...members, ['left-out', leftOut]]));
    while (text().length > LONGEST_RESULT) {
        const sizes = new Map(members.map(([name, value]) => [name, JSON.stringify(value)?.length ?? 0]));
        const largest = members.reduce((a, b) => ((sizes.get(b[0]) ?? 0) > (sizes.get(a[0]) ?? 0) ? b : a));
        members = members.filter((member) => member !== largest);
        leftOut.push(largest[0]);
        notices.push(`The output result would be too large for runners: ${largest[0]} is left out of it.`);
    }
    return text();
}
/**
 * Sets every output that is known, also after a failure.
 * @returns what was left out, for the log.
 * @throws where the runner's output file cannot be written.
 */
function setOutputs(result, extra = {}) {
    const { outputs, notices } = boundedOutputs(result, extra);
    for (const [name, value] of outputs)
        (0,core/* setOutput */.uH)(name, value);
    return notices;
}

// EXTERNAL MODULE: ./lib/src/modes/step/concealed.js
var concealed = __webpack_require__(2004);
;// CONCATENATED MODULE: ./lib/src/modes/step/tell.js




/** The same facts for three readers: outputs, the one annotation, the job summary. Decides the exit code. */
async function tell({ env, host, console, ledger }) {
    const result = (0,concealed/* concealed */.T)(ledger.result(), console.conceal);
    console.endGroup();
    if (!succeeded(result))
        process.exitCode = 1;
    try {
        for (const notice of setOutputs(result, (0,concealed/* concealed */.T)(ledger.extra(), console.conceal)))
            console.warning(notice);
    }
    catch (thrown) {
        console.warning(`The outputs could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
    const annotation = succeeded(result) ? undefined : (0,report_annotation/* annotationOf */.l)(result);
    // Several faults are a list in the log, and one line in the annotation.
    if (result.failure?.message.includes('\n'))
        console.info(result.failure.message);
    if (annotation)
        console.error(annotation.message, annotation);
    // Faulty inputs end here: nothing happened that a summary could tell, and its chunk takes time to load.
    if (result.phases.length > 0 || ledger.page() !== undefined)
        await summarise(env, host, console, ledger.page() ?? result);
}
async function summarise(env, host, console, page) {
    const { renderSummary, writeSummary } = await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(580), __webpack_require__.e(965)]).then(__webpack_require__.bind(__webpack_require__, 6965));
    const text = console.conceal(typeof page === 'string' ? page : renderSummary(page));
    const written = await writeSummary(env.GITHUB_STEP_SUMMARY, text);
    // Where summaries are not shown the log is the only place for these facts.
    if (!written || host.can.summaries === 'lost')
        console.info(text);
}
function succeeded({ outcome }) {
    return outcome === 'succeeded' || outcome === 'skipped' || outcome === 'removed' || outcome === 'dry-run';
}

;// CONCATENATED MODULE: ./lib/src/report/ledger.js

/** `now` gives milliseconds since the epoch. */
function openLedger(first, now = Date.now) {
    let facts = first;
    let extra = {};
    let page;
    const note = (more) => {
        facts = { ...facts, ...more };
    };
    return {
        result: () => facts,
        note,
        noteBuild: (more) => note({ build: { steps: [], ...facts.build, ...more } }),
        noteDeployment: (more) => note({ deployment: { events: [], lines: [], ...facts.deployment, ...more } }),
        extra: () => extra,
        noteExtra: (outputs) => {
            extra = { ...extra, ...outputs };
        },
        page: () => page,
        notePage: (markdown) => {
            page = markdown;
        },
        phase: async (name, work) => {
            const startedAt = now();
            const close = (state) => note({ phases: [...facts.phases, { name, startedAt, endedAt: Math.max(startedAt, now()), state }] });
            try {
                const value = await work();
                close('done');
                return value;
            }
            catch (thrown) {
                close(thrown instanceof errors/* AbortedError */.oM ? 'cancelled' : 'failed');
                throw thrown;
            }
        },
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/settings/capabilities.js
/** What was asked for that this cloud cannot do: told before anything is sent, by what the cloud's traits say. */
function checkCapabilities(reader, traits, all, faults) {
    for (const name of new Set(all.flatMap(({ inputs }) => [...inputs]))) {
        if (traits.inputs.has(name) || !isGiven(reader, name))
            continue;
        const knowing = all.filter(({ inputs }) => inputs.has(name)).map(({ title }) => title);
        const problem = `${traits.title} does not know this input`;
        faults.add({ where: name, problem, accepted: `leave it out; it is for ${knowing.join(' and ')}` });
    }
    checkImage(reader, traits, faults);
    if (traits.deploys)
        return;
    const problem = `${traits.title} deploys nothing`;
    if (isDeploy(reader.text('deploy')))
        faults.add({ where: 'deploy', problem, accepted: 'none' });
    if (reader.text('mode') === 'cleanup')
        faults.add({ where: 'mode', problem: `${problem}: no preview can be left` });
}
/** What the cloud makes of an image decides what may be asked of it. */
function checkImage(reader, { title, vmImagePlatform, plainImageNames }, faults) {
    const platform = reader.text('platform');
    const wantsVm = /^true$/i.test(reader.text('vm-image') ?? '');
    if (wantsVm && vmImagePlatform !== undefined && platform !== undefined && platform !== vmImagePlatform) {
        const problem = `${title} makes VM images from ${vmImagePlatform} only`;
        faults.add({
            where: 'vm-image, platform',
            problem,
            accepted: `platform: ${vmImagePlatform}, or no vm-image`,
        });
    }
    const name = reader.text('image-name');
    if (plainImageNames && name?.includes('/')) {
        const problem = `${title} takes no / in an image's name: the owner is the account's`;
        faults.add({
            where: 'image-name',
            problem,
            accepted: 'the name alone',
            meant: name.split('/').at(-1) ?? '',
        });
    }
}
/** A flag that is off asks for nothing. */
function isGiven(reader, name) {
    return reader.explicit(name) !== undefined && !/^false$/i.test(reader.text(name) ?? '');
}
function isDeploy(deploy) {
    return deploy !== undefined && deploy !== 'none';
}
/** Inputs that exclude each other whatever the cloud. */
function checkExclusions(reader, faults) {
    if (reader.text('agent-id') !== undefined && reader.text('agent-name') !== undefined) {
        faults.add({
            where: 'agent-id, agent-name',
            problem: 'they exclude each other',
            accepted: 'one of them',
        });
    }
    if (reader.text('build-id') !== undefined && reader.text('build') !== 'never') {
        const problem = 'it is read with build: never only, other builds get an id of their own';
        faults.add({ where: 'build-id', problem, accepted: 'leave it out, or build: never' });
    }
}
/** What must be there for the thing that was asked for. */
function checkComplete(of, faults) {
    const { mode, agent, build, buildId, agents, project } = of.settings;
    if (mode === 'plan' && agents.length === 0) {
        const accepted = 'globs of agent folders, one a line';
        faults.add({ where: 'agents', problem: 'missing: mode plan needs it', accepted });
    }
    const misread = of.manifest !== undefined && project === undefined && !of.closed;
    if (agent === undefined && !misread && needsAgent(of)) {
        const names = AGENT_INPUTS.filter((name) => of.traits.inputs.has(name));
        const unnamed = project ? `, and ${of.manifest ?? project.path} lacks agent.name` : '';
        const problem = `missing: ${of.traits.title} has to know the agent${unnamed}`;
        const place = of.manifest && project ? { place: { file: of.manifest } } : {};
        faults.add({ where: 'agent-name', problem, accepted: names.join(', or '), ...place });
    }
    const deploysOnly = mode === 'run' && !of.closed && build === 'never';
    if (deploysOnly && buildId === undefined && !of.choosesImage) {
        const problem = 'missing: with build: never there is nothing to deploy';
        faults.add({ where: 'build-id', problem, accepted: 'build-id, or image-name and image-tag' });
    }
}
const AGENT_INPUTS = ['agent-name', 'agent-id', 'manifest'];
/** Clouds that know agents by id build for an agent; the others need one only to deploy or to clean up. */
function needsAgent({ settings, target, traits, closed }) {
    if (settings.mode === 'cleanup')
        return traits.deploys;
    if (settings.mode !== 'run' || closed)
        return false;
    const builds = settings.build !== 'never' && traits.inputs.has('agent-id');
    return builds || (target !== 'none' && traits.deploys);
}

// EXTERNAL MODULE: ./lib/src/settings/connection.js
var settings_connection = __webpack_require__(5488);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __webpack_require__(6997);
;// CONCATENATED MODULE: ./lib/src/settings/paths.js


/** Whether `path` is `folder` or lies below it; both absolute and resolved. */
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way === '' || (way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way));
}
/**
 * The absolute path with its links resolved, also where its last parts do not exist (yet): those stay as they
 * are. `..` is taken before links are followed, as people read it.
 */
async function resolveLinks(base, path) {
    const wanted = (0,external_node_path_.resolve)(base, path);
    try {
        return await (0,promises_.realpath)(wanted);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(wanted);
        return parent === wanted ? wanted : (0,external_node_path_.join)(await resolveLinks('/', parent), wanted.slice(parent.length));
    }
}
/** For messages: relative to the workspace, with `/`; `.` for the workspace itself. */
function shown(workspace, path) {
    if (!isInside(workspace, path))
        return path;
    return (0,external_node_path_.relative)(workspace, path).split(external_node_path_.sep).join('/') || '.';
}

;// CONCATENATED MODULE: ./lib/src/settings/context-folder.js





/**
 * What is packed: the inputs, else what the project file declares, else the defaults. Nothing outside the
 * workspace, also not by way of a link.
 * @param mustExist whether this run reads the folder; a closed pull request has no checkout
 */
async function resolveContext(reader, project, workspace, mustExist, faults) {
    const confine = confinement(workspace, project, faults);
    const root = await resolveRoot(reader, project, workspace, mustExist, confine);
    // What lies below a root that was refused needs no fault of its own.
    const looksBelow = mustExist && isInside(workspace, root) && (await isFolder(root));
    const declared = project?.context;
    return (0,present/* present */.E)({
        workspace,
        root,
        dockerfile: await resolveDockerfile(reader, project, workspace, root, confine),
        ignoreFile: declared?.ignoreFile && (await resolveIgnoreFile(root, declared.ignoreFile, confine)),
        includePaths: declared?.includePaths && (await resolveIncludes(root, declared.includePaths, looksBelow, confine)),
    });
}
function confinement(workspace, project, faults) {
    const file = project ? shown(workspace, project.file.path) : '';
    const refuse = (what, origin, problem) => {
        if (typeof origin === 'string')
            faults.add({ where: what, problem: `${(0,settings_faults/* quote */.hD)(origin)} ${problem}` });
        else {
            const where = [file, origin.line].filter((part) => part !== undefined).join(':');
            const place = (0,present/* present */.E)({ file, line: origin.line });
            faults.add({ where, problem: `${origin.field ?? what} ${(0,settings_faults/* quote */.hD)(origin.text)} ${problem}`, place });
        }
    };
    return {
        refuse,
        async inside(folder, path, what, origin) {
            const resolved = await resolveLinks(folder, path);
            const limit = folder === workspace ? `the workspace ${workspace}` : `the context ${folder}`;
            if (!isInside(folder, resolved))
                refuse(what, origin, `leads to ${resolved}, outside ${limit}`);
            return resolved;
        },
    };
}
async function resolveRoot(reader, project, workspace, mustExist, confine) {
    const input = reader.explicit('context');
    const declared = input === undefined ? project?.context?.root : undefined;
    const [what, origin] = declared ? ['context root', declared] : ['context', input ?? '.'];
    const root = await confine.inside(workspace, declared?.absolute ?? (0,external_node_path_.resolve)(workspace, input ?? '.'), what, origin);
    if (mustExist && isInside(workspace, root) && !(await isFolder(root))) {
        confine.refuse(what, origin, `is no folder (looked at ${root})`);
    }
    return root;
}
async function resolveDockerfile(reader, project, workspace, root, confine) {
    const input = reader.explicit('dockerfile');
    const declared = input === undefined ? project?.context?.dockerfile : undefined;
    const path = (0,external_node_path_.resolve)(root, declared?.text ?? input ?? 'Dockerfile');
    // Where the root itself was refused, its Dockerfile needs no second fault.
    if (!isInside(workspace, root))
        return path;
    // A project file's Dockerfile lies below its root; an input may name any in the workspace, as with docker build.
    await confine.inside(declared ? root : workspace, path, 'dockerfile', declared ?? input ?? 'Dockerfile');
    return path;
}
async function resolveIgnoreFile(root, declared, confine) {
    const path = (0,external_node_path_.resolve)(root, declared.text);
    await confine.inside(root, path, 'ignore file', declared);
    return path;
}
async function resolveIncludes(root, declared, looksBelow, confine) {
    const paths = [];
    for (const include of declared) {
        const path = (0,external_node_path_.resolve)(root, include.text);
        await confine.inside(root, path, 'include path', include);
        if (looksBelow && isInside(root, path) && !(await isFolder(path))) {
            confine.refuse('include path', include, `is no folder (looked at ${path})`);
        }
        paths.push((0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join('/') || '.');
    }
    return paths;
}
async function isFolder(path) {
    return (0,promises_.stat)(path).then((found) => found.isDirectory(), () => false);
}

// EXTERNAL MODULE: ./lib/src/settings/deploy.js
var settings_deploy = __webpack_require__(4999);
;// CONCATENATED MODULE: ./lib/src/settings/image.js


/** One part of a repository's name, and a tag (the reference grammar of container registries). */
const NAME_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/**
 * The image's name: the input, the project file's, the agent's, the repository's. The tag is the input's; a
 * project file's tag (often `latest`) names an image that exists, so that it counts only where none is built.
 */
function nameImage(reader, project, agent, build, repository, faults) {
    const givenName = reader.text('image-name');
    const givenTag = reader.text('image-tag');
    if (givenName !== undefined && !givenName.split('/').every((part, index) => isNamePart(part, index))) {
        const accepted = 'lower-case letters and digits, divided by one of . _ -, without a tag';
        faults.add({
            where: 'image-name',
            problem: `${(0,settings_faults/* quote */.hD)(givenName)} is no image name`,
            accepted,
            ...meant(givenName),
        });
    }
    if (givenTag !== undefined && !TAG.test(givenTag)) {
        const accepted = 'letters, digits, _ . -, at most 128, not beginning with . or -';
        faults.add({ where: 'image-tag', problem: `${(0,settings_faults/* quote */.hD)(givenTag)} is no image tag`, accepted });
    }
    const agentName = agent?.by === 'agent-name' ? agent.value : project?.file.agentName;
    return (0,present/* present */.E)({
        name: givenName ??
            project?.imageName ??
            (agentName && asName(agentName)) ??
            (repository && asName(repository)),
        tag: givenTag ?? (build === 'never' ? project?.imageTag : undefined),
    });
}
/** The first part may be a registry's host with a port. */
function isNamePart(part, index) {
    return NAME_PART.test(part) || (index === 0 && /^[a-z0-9.-]+:\d{1,5}$/.test(part));
}
function meant(given) {
    const name = asName(given.replace(/:[^/]*$/, ''));
    return name === undefined ? {} : { meant: name };
}
/** Text that was not written as an image name, made one; absent where nothing of it may stay. */
function asName(text) {
    const name = text
        .toLowerCase()
        .split('/')
        .map((part) => part
        .replaceAll(/[^a-z0-9._-]+/g, '-')
        .replaceAll(/[._-]{2,}/g, '-')
        .replaceAll(/^[._-]+|[._-]+$/g, ''))
        .filter((part) => part !== '')
        .join('/');
    return name === '' ? undefined : name;
}

;// CONCATENATED MODULE: ./lib/src/settings/build-args.js
/** Lines of `KEY=VALUE`. A value may hold `=` and spaces; blank lines are skipped; there are no comments. */
function parseBuildArgs(text) {
    const lineOf = new Map();
    const args = [];
    const problems = [];
    for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
        const line = raw.trimStart();
        const number = index + 1;
        if (line.trim() === '')
            continue;
        const equals = line.indexOf('=');
        const key = line.slice(0, Math.max(equals, 0)).trimEnd();
        const earlier = lineOf.get(key);
        if (equals < 0)
            problems.push(`line ${number} has no "="`);
        else if (key === '')
            problems.push(`line ${number} has no key before "="`);
        else if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(key))
            problems.push(`line ${number} has a key that no ARG can have`);
        else if (earlier !== undefined)
            problems.push(`line ${number} repeats the key ${key} of line ${earlier}`);
        else {
            lineOf.set(key, number);
            args.push([key, line.slice(equals + 1)]);
        }
    }
    return { args: Object.fromEntries(args), problems };
}

;// CONCATENATED MODULE: ./lib/src/settings/plain.js



/** A timer cannot wait longer (2^31 - 1 ms); whole days, so that the message can say it. Milliseconds. */
const LONGEST_WAIT = 24 * 86_400_000;
/** Shorter pauses would be a hail of requests. Milliseconds. */
const SHORTEST_POLL = 100;
function readPlain(reader, occasion, faults, warnings) {
    const pullRequest = reader.count('pr-number', 1) ?? occasion.pullRequest?.number;
    return (0,present/* present */.E)({
        cloud: reader.choice('cloud'),
        mode: reader.choice('mode') ?? 'run',
        buildArgs: readBuildArgs(reader, faults),
        visibility: reader.choice('visibility'),
        vmImage: reader.flag('vm-image'),
        build: reader.choice('build') ?? 'auto',
        buildId: reader.text('build-id'),
        reuseWithinMs: reader.duration('reuse-within'),
        deploy: reader.choice('deploy') ?? 'none',
        preview: (0,present/* present */.E)({
            label: (0,settings_deploy/* readPreviewLabel */.P)(reader, occasion, pullRequest, faults, warnings),
            ttlMs: reader.duration('preview-ttl'),
            keep: reader.count('preview-keep', 1) ?? 1,
        }),
        pullRequest,
        comment: (0,present/* present */.E)({ when: reader.choice('comment') ?? 'auto', key: reader.text('comment-key') }),
        githubToken: reader.text('github-token'),
        githubEnvironment: reader.text('github-environment'),
        buildTimeoutMs: reader.duration('build-timeout', { most: LONGEST_WAIT }),
        deployTimeoutMs: reader.duration('deploy-timeout', { most: LONGEST_WAIT }),
        pollIntervalMs: reader.duration('poll-interval', { least: SHORTEST_POLL, most: LONGEST_WAIT }),
        cancelOnAbort: reader.flag('cancel-on-abort'),
        history: reader.count('history', 0) ?? 0,
        agents: reader.lines('agents'),
        base: reader.text('base'),
        dryRun: reader.flag('dry-run'),
    });
}
function readBuildArgs(reader, faults) {
    const { args, problems } = parseBuildArgs(reader.text('build-args') ?? '');
    if (problems.length > 0) {
        faults.add({ where: 'build-args', problem: problems.join(', '), accepted: 'lines of KEY=VALUE' });
    }
    return args;
}

// EXTERNAL MODULE: ./lib/src/settings/project-file.js
var project_file = __webpack_require__(3418);
;// CONCATENATED MODULE: ./lib/src/settings/project.js





/** The project file that `manifest` names, with the environments that a deploy sends along. */
async function openProject(reader, traits, need, faults) {
    const kind = traits.projectFile;
    if (kind === undefined)
        return undefined;
    const sendsFiles = traits.inputs.has('environment-config') && need.target !== 'none' && !need.closed;
    const manifest = reader.text('manifest');
    if (manifest === undefined) {
        if (sendsFiles)
            await addMissing(reader, kind, need.workspace, faults);
        return undefined;
    }
    const source = await openSource('manifest', manifest, need, faults);
    if (!source)
        return undefined;
    const project = await (0,project_file/* readProjectFile */.S)(source, kind, faults);
    if (!project || !sendsFiles)
        return project;
    return withEnvironments(reader, project, source, need, faults);
}
async function withEnvironments(reader, project, manifest, need, faults) {
    const beside = shown(need.workspace, (0,external_node_path_.join)((0,external_node_path_.dirname)(manifest.path), 'environments.yaml'));
    const given = reader.text('environment-config') ?? beside;
    const source = await openSource('environment-config', given, need, faults, `beside the manifest ${manifest.path}`);
    if (!source)
        return project;
    const { checkEnvironments } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(302)]).then(__webpack_require__.bind(__webpack_require__, 3302));
    const warnings = checkEnvironments(source, faults);
    const environmentConfig = { path: source.path, text: source.text };
    return {
        ...project,
        file: { ...project.file, environmentConfig, warnings: [...project.file.warnings, ...warnings] },
    };
}
/** @returns nothing where the file cannot be had; the fault names the path that was looked at. */
async function openSource(where, given, { workspace, closed }, faults, note) {
    const path = await resolveLinks(workspace, given);
    if (!isInside(workspace, path)) {
        faults.add({ where, problem: `${(0,settings_faults/* quote */.hD)(given)} leads to ${path}, outside the workspace ${workspace}` });
        return undefined;
    }
    const content = await (0,project_file/* readText */.y)(path);
    if ('text' in content)
        return { path, name: shown(workspace, path), text: content.text };
    if (!closed) {
        const looked = `looked at ${[path, note].filter((part) => part !== undefined).join(', ')}`;
        faults.add({ where, problem: `${(0,settings_faults/* quote */.hD)(given)} ${content.problem} (${looked})` });
    }
    return undefined;
}
/** Names the files that were looked for, and proposes the one that is there. */
async function addMissing(reader, kind, workspace, faults) {
    const folder = (0,external_node_path_.resolve)(workspace, reader.text('context') ?? '.');
    const manifest = (0,external_node_path_.join)(folder, kind);
    const found = await (0,promises_.access)(manifest).then(() => shown(workspace, manifest), () => undefined);
    faults.add({
        where: 'manifest',
        problem: `missing: a deploy sends it and its environments (${manifest} and ${(0,external_node_path_.join)(folder, 'environments.yaml')} would be looked at)`,
        accepted: `the path of ${kind}`,
        ...(found ? { meant: found } : {}),
    });
}

// EXTERNAL MODULE: ./lib/src/settings/reader.js
var settings_reader = __webpack_require__(5131);
;// CONCATENATED MODULE: ./lib/src/settings/unknown-cloud.js




/**
 * `cloud` is misspelt: the other inputs are held against what any cloud takes, so that one run tells all their
 * faults and invents none. The project file is read where it is plain which cloud was meant.
 */
async function checkForAnyCloud(env, reader, clouds, scope, faults) {
    const any = anyOf(clouds);
    if (any) {
        (0,settings_connection/* readConnection */.d)(env, reader, any, scope.credentials, faults);
        (0,settings_reader/* oneOf */.yL)('platform', reader.text('platform'), any.platforms, faults);
    }
    const names = clouds.map(({ name }) => name);
    const meant = clouds.find(({ name }) => name === (0,settings_faults/* nearest */.pA)(reader.text('cloud') ?? '', names));
    return meant && scope.readsProject ? openProject(reader, meant, scope, faults) : undefined;
}
/** The most generous of all clouds. */
function anyOf(clouds) {
    const [first] = clouds;
    const all = (of) => [
        ...new Set(clouds.flatMap((traits) => [...of(traits)])),
    ];
    if (!first)
        return undefined;
    const { keyFault: _theirs, baseUrlSuffix: _own, ...common } = first;
    return {
        ...common,
        title: 'the cloud',
        account: 'optional',
        variables: {
            key: all(({ variables }) => variables.key),
            account: all(({ variables }) => variables.account),
            baseUrl: all(({ variables }) => variables.baseUrl),
        },
        platforms: all(({ platforms }) => platforms),
    };
}

;// CONCATENATED MODULE: ./lib/src/settings/inputs.js













/**
 * What the author asked for, checked and complete (docs/interface.md, inputs). Makes no request.
 * @throws {UserError} that names every fault at once: the input, what was given, what is accepted
 */
async function readSettings(env, sources) {
    (0,settings_connection/* maskCredentials */.B)(env, Object.values(sources.traits), sources.mask);
    const faults = (0,settings_faults/* collectFaults */.CM)();
    const warnings = [...(0,settings_reader/* misspelt */.IM)(env)];
    const reader = (0,settings_reader/* openReader */.cE)(env, faults);
    const plain = readPlain(reader, sources.trigger, faults, warnings);
    checkExclusions(reader, faults);
    const traits = plain.cloud && sources.traits[plain.cloud];
    const scope = scopeOf(plain, sources.trigger, await workspaceOf(env));
    if (!traits) {
        const clouds = Object.values(sources.traits);
        const guessed = await checkForAnyCloud(env, reader, clouds, scope, faults);
        await resolveContext(reader, guessed, scope.workspace, scope.packs, faults);
        return faults.fail();
    }
    checkCapabilities(reader, traits, Object.values(sources.traits), faults);
    const connection = (0,settings_connection/* readConnection */.d)(env, reader, traits, scope.credentials, faults);
    const project = scope.readsProject ? await openProject(reader, traits, scope, faults) : undefined;
    const context = await resolveContext(reader, project, scope.workspace, scope.packs, faults);
    const agent = readAgent(reader, project, scope.target, warnings);
    const optional = (0,present/* present */.E)({
        connection,
        agent,
        project: project?.file,
        region: reader.text('region') ?? project?.region,
        platform: (0,settings_reader/* oneOf */.yL)('platform', reader.text('platform'), traits.platforms, faults),
    });
    const image = nameImage(reader, project, agent, plain.build, sources.trigger.repository?.name, faults);
    const settings = { ...plain, ...optional, cloud: traits.name, context, image };
    const { target, closed } = scope;
    checkComplete({
        settings,
        target,
        traits,
        closed,
        manifest: reader.text('manifest'),
        choosesImage: choosesImage(reader, project),
    }, faults);
    if (faults.count() > 0)
        return faults.fail();
    for (const warning of [...warnings, ...(project?.file.warnings ?? [])])
        sources.warn?.(warning);
    return settings;
}
/** What this run will do, as far as it decides which inputs it needs. */
function scopeOf(plain, trigger, workspace) {
    const { mode, dryRun, build, deploy, pullRequest } = plain;
    const runs = mode === 'run' && !trigger.closed;
    // Listing what a cleanup would delete asks the cloud as well.
    const keyless = mode === 'plan' || (mode === 'run' && dryRun);
    return {
        workspace,
        closed: trigger.closed,
        target: runs ? (0,settings_deploy/* deployTarget */.r)(deploy, trigger, pullRequest) : 'none',
        packs: runs && build !== 'never',
        readsProject: mode === 'run' || mode === 'cleanup',
        credentials: keyless ? 'optional' : trigger.secretsWithheld ? 'if-given' : 'required',
    };
}
async function workspaceOf(env) {
    const workspace = (0,external_node_path_.resolve)(env.GITHUB_WORKSPACE || process.cwd());
    return (0,promises_.realpath)(workspace).catch(() => workspace);
}
function readAgent(reader, project, target, warnings) {
    const id = reader.text('agent-id');
    const given = reader.text('agent-name');
    const declared = project?.file.agentName;
    if (id !== undefined)
        return { by: 'agent-id', value: id };
    if (given !== undefined && declared !== undefined && given !== declared && target !== 'none') {
        warnings.push(`agent-name is ${given}, but the manifest that is deployed names ${declared}; the cloud may refuse that.`);
    }
    const name = given ?? declared;
    return name === undefined ? undefined : { by: 'agent-name', value: name };
}
function choosesImage(reader, project) {
    const given = reader.text('image-name') ?? reader.text('image-tag');
    return given !== undefined || project?.imageName !== undefined;
}

;// CONCATENATED MODULE: ./lib/src/main.js















/** The story's frame: what happened, what was asked for, the mode that answers, and the one catch. */
async function main(env) {
    const host = (0,host_host/* detectHost */.k)(env);
    const console = (0,host_console/* openConsole */.O)(host);
    const state = (0,host_state/* openState */.G)(env, host, console);
    const signal = abortOnCancel(host, state);
    const ledger = openLedger({ cloud: '', outcome: 'failed', source: {}, phases: [] });
    const litter = [];
    const later = [];
    let step;
    try {
        step = await openStep({ env, host, console, state, signal, ledger, litter, later });
        await runMode(step);
    }
    catch (thrown) {
        settle(ledger, thrown, signal);
    }
    await step?.comment.finish();
    await tell({ env, host, console, state, ledger });
    await Promise.allSettled(later);
    await Promise.all(litter.map((path) => (0,promises_.rm)(path, { recursive: true, force: true })));
}
async function openStep(stage) {
    const { env, host, console, ledger, litter, later } = stage;
    const trigger = (0,host_trigger/* readTrigger */.v)(env, host);
    const settings = await readSettings(env, {
        traits: clouds_traits/* CLOUD_TRAITS */.Q,
        trigger,
        mask: console.mask,
        warn: (message) => console.warning(message),
    });
    const traits = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    ledger.note({
        cloud: settings.cloud,
        cloudTitle: traits.title,
        ...(settings.agent === undefined ? {} : { agent: settings.agent.value }),
        ...(trigger.runUrl === undefined ? {} : { runUrl: trigger.runUrl }),
    });
    const forge = (0,open_forge/* forgeOpener */.T)({ env, host, trigger, token: settings.githubToken, console });
    const shared = { ...stage, trigger, settings, forge, temp: env.RUNNER_TEMP || (0,external_node_os_.tmpdir)() };
    return {
        ...shared,
        ...(0,open_cloud/* cloudOpener */.L)(settings, console),
        comment: openComment(shared),
        later: (work) => later.push(work),
        discard: (path) => litter.push(path),
    };
}
/** Each mode is a chunk of its own: a faulty input is told without loading any. */
async function runMode(step) {
    switch (step.settings.mode) {
        case 'run':
            return (await Promise.all(/* import() */[__webpack_require__.e(239), __webpack_require__.e(56), __webpack_require__.e(251)]).then(__webpack_require__.bind(__webpack_require__, 8251))).run(step);
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(382), __webpack_require__.e(580), __webpack_require__.e(56), __webpack_require__.e(801)]).then(__webpack_require__.bind(__webpack_require__, 9801))).plan(step);
        case 'cleanup':
            return (await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(580), __webpack_require__.e(956)]).then(__webpack_require__.bind(__webpack_require__, 3956))).cleanUp(step);
        case 'report':
            return (await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(580), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 1920))).report(step);
    }
}


/***/ }),

/***/ 4999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readPreviewLabel),
/* harmony export */   r: () => (/* binding */ deployTarget)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6997);
/* harmony import */ var _label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);


/** What `deploy` comes to on this event; `auto` decides here and nowhere else (docs/interface.md, inputs). */
function deployTarget(deploy, occasion, pullRequest) {
    if (deploy !== 'auto')
        return deploy;
    if (occasion.pushToDefaultBranch)
        return 'production';
    return pullRequest === undefined ? 'none' : 'preview';
}
const EVENTS_WITH_PULL_REQUEST = 'pull_request, pull_request_target, issue_comment on a pull request, workflow_run of a pull request, ' +
    'and push to a branch with an open one';
/** Where the payload may lack the number although the forge knows a pull request: it is asked for later. */
const EVENTS_TO_LOOK_UP = new Set(['push', 'workflow_run']);
/** The label of this run's preview; absent where no pull request is known (yet). */
function readPreviewLabel(reader, occasion, pullRequest, faults, warnings) {
    const given = reader.text('preview-label');
    if (given === undefined) {
        const none = pullRequest === undefined && !EVENTS_TO_LOOK_UP.has(occasion.event);
        if (none && reader.text('deploy') === 'preview' && reader.text('mode') === 'run') {
            faults.add({
                where: 'preview-label',
                problem: `missing: the event ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(occasion.event)} carries no pull request to name the preview after`,
                accepted: `a label or pr-number; these events carry a pull request: ${EVENTS_WITH_PULL_REQUEST}`,
            });
        }
        return pullRequest === undefined ? undefined : (0,_label_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestLabel */ .x)(pullRequest);
    }
    const { label, shortened } = (0,_label_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLabel */ .k)(given);
    if (label === '') {
        const problem = `nothing of ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(given)} may stand in a label`;
        faults.add({ where: 'preview-label', problem, accepted: 'letters, digits and hyphens, at most 30' });
        return undefined;
    }
    if (shortened)
        warnings.push(`preview-label ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(given)} is longer than 30 characters; it was shortened to ${label}.`);
    else if (label !== given)
        warnings.push(`preview-label ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(given)} becomes ${label}, as the cloud stores it.`);
    return label;
}


/***/ }),

/***/ 3808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ sanitizeLabel),
/* harmony export */   x: () => (/* binding */ pullRequestLabel)
/* harmony export */ });
/** Characters (contracts/README.md, Limits). */
const LONGEST = 30;
/**
 * The label as the cloud will store it: lowered, only letters, digits and hyphens, at most 30 characters
 * (contracts/sgp.openapi.yaml, createDeployment). Done here too, so that previews are found again by it.
 */
function sanitizeLabel(text) {
    const kept = text.toLowerCase().replaceAll(/[^a-z0-9-]/g, '');
    return { label: kept.slice(0, LONGEST), shortened: kept.length > LONGEST };
}
/** The label of a pull request's previews where the author chose none. */
function pullRequestLabel(number) {
    return `pr-${number}`;
}


/***/ }),

/***/ 3418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readProjectFile),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

/**
 * Reads the cloud's own project file. Its parser is loaded only here: most runs have no such file.
 * @returns nothing where the file has faults, which are then among `faults`
 */
async function readProjectFile(source, kind, faults) {
    if (kind === 'manifest.yaml') {
        const { readManifest } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(409)]).then(__webpack_require__.bind(__webpack_require__, 4409));
        return readManifest(source, faults);
    }
    const { readPccDeploy } = await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(757)]).then(__webpack_require__.bind(__webpack_require__, 9757));
    return readPccDeploy(source, faults);
}
/** Bytes; a project file is written by hand, and what is larger is some other file. */
const LARGEST = 1024 * 1024;
/** The text of a file, or what stands in the way of it. */
async function readText(path) {
    try {
        const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
        if (content.length > LARGEST)
            return { problem: 'is larger than 1 MiB' };
        return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
    }
    catch (error) {
        return { problem: whyUnreadable(error) };
    }
}
function whyUnreadable(error) {
    const { code } = error;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return 'does not exist';
    if (code === 'EISDIR')
        return 'is a folder';
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
        return 'is not UTF-8 text';
    return `cannot be read (${String(code)})`;
}


/***/ })

};
