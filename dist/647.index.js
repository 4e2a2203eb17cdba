export const id = 647;
export const ids = [647];
export const modules = {

/***/ 2100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ CLOUD_TRAITS)
/* harmony export */ });
const MIB = 1024 * 1024;
/** contracts/README.md, Limits: refuse above 500 MiB, warn above 500 MB; the unit is open. */
const ARCHIVE_LIMIT = { refuseAbove: 500 * MIB, warnAbove: 500_000_000 };
/** contracts/README.md, "Hosts, auth, environment". */
const CLOUD_TRAITS = {
    sgp: {
        name: 'sgp',
        title: 'Scale GenAI Platform',
        baseUrl: 'https://api.egp.scale.com',
        variables: { key: ['SGP_API_KEY'], account: ['SGP_ACCOUNT_ID'], baseUrl: ['SGP_CLIENT_BASE_URL'] },
        account: 'required',
        inputs: new Set(['agent-name', 'agent-id', 'build-args', 'environment-config', 'manifest']),
        platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
        deploys: true,
        projectFile: 'manifest.yaml',
        dockerfileEntry: { name: 'Dockerfile', keepsOriginal: true },
        entryPrefix: '',
        contextHash: 'working-tree',
        archiveLimit: ARCHIVE_LIMIT,
    },
    prime: {
        name: 'prime',
        title: 'Prime Intellect',
        baseUrl: 'https://api.primeintellect.ai',
        baseUrlSuffix: '/api/v1',
        variables: {
            key: ['PRIME_API_KEY'],
            account: ['PRIME_TEAM_ID'],
            baseUrl: ['PRIME_API_BASE_URL', 'PRIME_BASE_URL'],
        },
        account: 'optional',
        inputs: new Set(['visibility', 'vm-image']),
        platforms: ['linux/amd64', 'linux/arm64'],
        deploys: false,
        dockerfileEntry: { name: '.__prime_dockerfile__', keepsOriginal: true },
        entryPrefix: './',
        contextHash: 'working-tree',
        archiveLimit: ARCHIVE_LIMIT,
    },
    pipecat: {
        name: 'pipecat',
        title: 'Pipecat Cloud',
        baseUrl: 'https://api.pipecat.daily.co',
        baseUrlSuffix: '/v1',
        variables: {
            key: ['PIPECAT_API_KEY', 'PCC_API_KEY', 'PIPECAT_CLOUD_API_KEY'],
            account: [],
            baseUrl: ['PIPECAT_API_HOST'],
        },
        account: 'refused',
        keyFault: (key) => key.startsWith('pcc_pat_')
            ? 'it is a personal access token; Pipecat Cloud builds need a private API key'
            : undefined,
        inputs: new Set(['agent-name', 'region', 'manifest']),
        platforms: ['linux/arm64'],
        deploys: true,
        projectFile: 'pcc-deploy.toml',
        dockerfileEntry: 'in-place',
        entryPrefix: '',
        contextHash: 'archive-md5',
        archiveLimit: ARCHIVE_LIMIT,
    },
};


/***/ }),

/***/ 5071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   j$: () => (/* binding */ HttpError),
/* harmony export */   oM: () => (/* binding */ AbortedError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * What failed, where, and what to do about it.
 *
 * `UserError` is for everything the reader of the log can mend: its message is shown as it is.
 * `HttpError` is a reply that was not a success; it carries no header and no body but the server's own words.
 */
/** An error whose message is written for the author of the workflow. */
class UserError extends Error {
    name = 'UserError';
    /** What to do next, in one sentence. */
    hint;
    /** Where the annotation belongs. */
    place;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.hint = options.hint;
        this.place = options.place;
    }
}
/** A reply other than 2xx, or a request that got none (`status` 0). */
class HttpError extends UserError {
    name = 'HttpError';
    method;
    /** Without query, user info or fragment: presigned URLs are credentials. */
    url;
    /** 0 where no reply arrived. */
    status;
    /**
     * Whether the request can have taken effect. `no`: the server said so or never saw it.
     * A POST with `maybe` is looked up before it is sent again (contracts/README.md, common status mapping).
     */
    effect;
    /** The server's own words, at most 500 characters, never the values we sent. */
    detail;
    constructor(facts, options = {}) {
        const outcome = facts.status === 0 ? 'got no reply' : `was answered ${facts.status}`;
        super(`${facts.method} ${facts.url} ${outcome}${facts.detail ? `: ${facts.detail}` : ''}`, options);
        this.method = facts.method;
        this.url = facts.url;
        this.status = facts.status;
        this.effect = facts.effect;
        this.detail = facts.detail;
    }
}
/** The workflow was cancelled: not a fault, but an end that every room passes on. */
class AbortedError extends Error {
    name = 'AbortedError';
}
/** The message of any thrown value, for the one catch in main. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message || thrown.name;
    return String(thrown);
}


/***/ }),

/***/ 14:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openConsole)
});

;// CONCATENATED MODULE: ./lib/src/host/defuse.js
/**
 * Log text that a runner would take for a command, made inert; everything else stays byte for byte.
 *
 * Three readers have to be satisfied at once (docs/platform.md, "Workflow commands and log injection" and
 * "Commands and log"), and one rule serves them all, so that a log reads the same everywhere:
 *
 * - GitHub `::name …::data` after leading white space: a bar is put before the colons;
 * - GitHub `##[name …]data` anywhere in a line: a space is put before the bracket;
 * - Gitea, Forgejo, act: both forms at the start of a line only, and web pages that fold on them.
 *
 * Lines end at CR, LF or both: GitHub's reader ends them at a lone CR too. U+0085, U+2028 and U+2029 end none.
 * Names are not looked up in a list: what is unknown today may be a command tomorrow.
 */
/**
 * Characters that .NET's linguistic comparison does not see, so that `:<soft hyphen>:` may equal `::` there.
 * White space is not among them except for control characters; the bar and the space we put in never are.
 */
const UNSEEN = '\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}';
/** Cheap and linear, true for every text that can need a change: the hot path ends here. */
const SUSPECT = /(?:^|[\r\n])[^\x21-\x39\x3b-\x7e\r\n]*:|#[^\x21-\x7e]*#[^\x21-\x7e]*\[/;
const COLONS = new RegExp(`^([\\s${UNSEEN}]*):[${UNSEEN}]*:[${UNSEEN}]*(?=[\\p{L}\\p{N}_])`, 'u');
const CLOSING_COLONS = new RegExp(`:[${UNSEEN}]*:`, 'u');
/** Web pages fold or hide a line by these prefixes even where nothing closes the head. */
const FOLDING = /^(?:group|endgroup|add-matcher|remove-matcher)(?![\w-])/i;
const BRACKET = new RegExp(`#[${UNSEEN}]*#[${UNSEEN}]*(?=\\[[${UNSEEN}]*[\\p{L}\\p{N}_])`, 'gu');
/** Any text, of one line or many, such that no runner finds a command in it. */
function defuse(text) {
    return SUSPECT.test(text) ? text.replace(/[^\r\n]+/g, defuseLine) : text;
}
function defuseLine(line) {
    const head = COLONS.exec(line);
    const opened = head && acts(line.slice(head[0].length)) ? (head[1] ?? '') : undefined;
    const barred = opened === undefined ? line : `${opened}| ${line.slice(opened.length)}`;
    // Found once from the end: asking at every bracket whether one closes it would be quadratic.
    const lastClosing = barred.lastIndexOf(']');
    return lastClosing < 0
        ? barred
        : barred.replace(BRACKET, (hit, offset) => (offset < lastClosing ? `${hit} ` : hit));
}
function acts(afterColons) {
    return CLOSING_COLONS.test(afterColons) || FOLDING.test(afterColons);
}

;// CONCATENATED MODULE: ./lib/src/host/commands.js

/** Runners cut longer messages (docs/platform.md, annotations). Characters. */
const MESSAGE_LIMIT = 4096;
/** The one grammar that all runners speak: `::name key=value,…::data` (docs/platform.md, escaping). */
function commandLine(name, data, can, properties = {}) {
    const pairs = Object.entries(properties).flatMap(([key, value]) => value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]);
    const head = pairs.length === 0 ? name : `${name} ${pairs.join(',')}`;
    return `::${head}::${escapeData(can.readsCommandsGreedily ? data.replaceAll(/:(?=:)/g, ': ') : data)}\n`;
}
function annotationLine(severity, message, can, target) {
    const { file, line, title } = target ?? {};
    const properties = { file, line, title: title === undefined ? undefined : oneLine(title) };
    return commandLine(severity, inert(message), can, properties);
}
/** What is said when the annotations of this severity are used up. */
function plainAnnotation(severity, message) {
    return `${severity[0]?.toUpperCase()}${severity.slice(1)}: ${inert(message)}\n`;
}
/** One line, within the limit, with nothing in it that a page would fold on. */
function inert(message) {
    const line = defuse(oneLine(message));
    return line.length <= MESSAGE_LIMIT
        ? line
        : `${line.slice(0, MESSAGE_LIMIT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** Line breaks become a dot between phrases, since some hosts show an annotation as one log line. */
function oneLine(text) {
    return text.trim().replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' · ');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./lib/src/host/masks.js
/** Shorter lines are no secrets, and hiding them would blot out the log and drop job outputs. */
const SHORTEST = 4;
/**
 * Secrets are hidden twice: by the runner, and by ourselves in all that we print, because runners before
 * Gitea 1.0.7 miss values with `%` or several lines (docs/platform.md, "Commands and log").
 */
function openMasks(can) {
    let secrets = [];
    return {
        add(value) {
            const lines = linesOf(value);
            // Longest first: a secret that contains another one must not leave its rest behind.
            secrets = [...new Set([...secrets, ...lines])].sort((a, b) => b.length - a.length);
            return can.readsCommandsGreedily ? lines.flatMap((line) => linesOf(line, '::')) : lines;
        },
        conceal(text) {
            let concealed = text;
            for (const secret of secrets) {
                if (concealed.includes(secret))
                    concealed = concealed.replaceAll(secret, '***');
            }
            return concealed;
        },
    };
}
/**
 * Line by line for every host. Where commands are read greedily, a value with `::` would be printed instead
 * of masked, so its parts are registered there.
 */
function linesOf(value, separator = /[\r\n]+/) {
    return value
        .split(separator)
        .map((line) => line.trim())
        .filter((line) => line.length >= SHORTEST);
}

;// CONCATENATED MODULE: ./lib/src/host/sink.js
/**
 * Writes to a stream with respect for its back-pressure. A reader that went away (EPIPE) ends the output,
 * not the step: what the cloud does matters more than who is listening.
 */
function writeTo(stream) {
    let open = true;
    let resume;
    const goOn = () => {
        resume?.();
        resume = undefined;
    };
    stream.on('error', () => {
        open = false;
        goOn();
    });
    stream.on('close', () => {
        open = false;
        goOn();
    });
    stream.on('drain', goOn);
    let room;
    return (text) => {
        if (!open)
            return;
        if (stream.write(text))
            return;
        if (!resume) {
            room = new Promise((resolve) => {
                resume = resolve;
            });
        }
        return room;
    };
}

;// CONCATENATED MODULE: ./lib/src/host/console.js




/** Runners take 10 annotations of a kind from one step; two are left to whatever else speaks in it. */
const ANNOTATIONS_OF_A_KIND = 8;
/** Characters in one write: enough to make a million lines cheap, few enough to bound memory. */
const WRITE_SIZE = 128 * 1024;
/** @param write where the text goes; by default stdout, whose end does not end the step. */
function openConsole(host, write = writeTo(process.stdout)) {
    const masks = openMasks(host.can);
    const left = {
        notice: ANNOTATIONS_OF_A_KIND,
        warning: ANNOTATIONS_OF_A_KIND,
        error: ANNOTATIONS_OF_A_KIND,
    };
    let grouped = false;
    const command = (name, data, properties) => {
        write(commandLine(name, masks.conceal(data), host.can, properties));
    };
    const endGroup = () => {
        if (grouped)
            command('endgroup', '');
        grouped = false;
    };
    const annotate = (severity) => (message, target) => {
        if (severity === 'error')
            endGroup();
        const text = masks.conceal(message);
        const annotated = left[severity]-- > 0;
        const concealed = target?.title === undefined ? target : { ...target, title: masks.conceal(target.title) };
        write(annotated ? annotationLine(severity, text, host.can, concealed) : plainAnnotation(severity, text));
    };
    return {
        command,
        endGroup,
        group(title) {
            endGroup();
            command('group', oneLine(title));
            grouped = true;
        },
        info: (text) => void write(`${defuse(masks.conceal(text))}\n`),
        debug: (text) => command('debug', oneLine(text)),
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        mask(value) {
            for (const text of masks.add(value))
                write(commandLine('add-mask', text, host.can));
        },
        conceal: masks.conceal,
        buildLines: (lines) => writeLines(lines, (text) => write(defuse(masks.conceal(text)))),
    };
}
async function writeLines(lines, write) {
    let text = '';
    for (const line of lines) {
        text += `${line}\n`;
        if (text.length < WRITE_SIZE)
            continue;
        await write(text);
        text = '';
    }
    if (text !== '')
        await write(text);
}


/***/ }),

/***/ 9751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ detectHost)
/* harmony export */ });
/**
 * Where the step runs, told apart here and nowhere else: other rooms ask what the host can do.
 * Source of every row: docs/platform.md.
 */
const GITHUB = {
    summaries: 'shown',
    annotationsOnDiff: true,
    deploymentsApi: true,
    stateFileSurvivesCancel: true,
    masksManyLines: true,
    readsCommandsGreedily: false,
    signalsOnCancel: true,
    postOverlapsMain: false,
    runPage: 'by-id',
    pagesComments: true,
    pageSizeParameter: 'per_page',
};
/** The runners that descend from act share its command reader and its way of cancelling. */
const ACT_FAMILY = {
    summaries: 'lost',
    annotationsOnDiff: false,
    deploymentsApi: false,
    stateFileSurvivesCancel: false,
    masksManyLines: false,
    readsCommandsGreedily: true,
    signalsOnCancel: false,
    postOverlapsMain: true,
    runPage: 'by-number',
    pagesComments: false,
    pageSizeParameter: 'limit',
};
const HOSTS = {
    github: { name: 'github', title: 'GitHub', can: GITHUB },
    gitea: { name: 'gitea', title: 'Gitea', can: { ...ACT_FAMILY, summaries: 'by-version' } },
    forgejo: { name: 'forgejo', title: 'Forgejo', can: ACT_FAMILY },
    // act has no forge of its own: its API is GitHub's, or what the caller's GITHUB_API_URL names.
    act: {
        name: 'act',
        title: 'act',
        can: {
            ...ACT_FAMILY,
            deploymentsApi: true,
            runPage: 'none',
            pagesComments: true,
            pageSizeParameter: 'per_page',
        },
    },
};
/** In this order, because Forgejo also says it is Gitea, Gitea also says it is act, and all say GITHUB_ACTIONS. */
const SIGNS = [
    ['FORGEJO_ACTIONS', 'forgejo'],
    ['GITEA_ACTIONS', 'gitea'],
    ['ACT', 'act'],
    ['GITHUB_ACTIONS', 'github'],
];
/** A place that shows none of the signs is treated as GitHub: its grammar of commands is the widest. */
function detectHost(env) {
    const sign = SIGNS.find(([variable]) => isSet(env[variable]));
    return HOSTS[sign?.[1] ?? 'github'];
}
function isSet(value) {
    return value !== undefined && value !== '' && value.toLowerCase() !== 'false';
}


/***/ }),

/***/ 3790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ readTrigger)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/host/payload.js
/** Reading JSON from outside, where any member may be missing, null or of another type. */
/** The member as an object, `{}` where it is none. */
function objectIn(of, key) {
    return asObject(of[key]);
}
function asObject(value) {
    return isObject(value) ? value : {};
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The member as text; an empty string counts as absent. */
function textIn(of, key) {
    const value = of[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** The member as a positive whole number. */
function countIn(of, key) {
    const value = of[key];
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/src/host/pull-request.js

/** The payload's pull request, whichever event brought it (docs/platform.md, "Payload → PR number"). */
function pullRequestOf(event, payload, ref) {
    if (isObject(payload.pull_request))
        return fromPullRequest(payload, payload.pull_request, event, ref);
    if (event === 'issue_comment')
        return fromIssue(payload);
    if (event === 'workflow_run')
        return fromWorkflowRun(payload);
    return undefined;
}
function fromPullRequest(payload, pull, event, ref) {
    const number = countIn(pull, 'number') ?? countIn(payload, 'number') ?? numberInRef(event, ref);
    if (number === undefined)
        return undefined;
    const head = objectIn(pull, 'head');
    return pullRequest(number, textIn(head, 'sha'), textIn(head, 'ref'), isFork(payload, pull, head));
}
function fromIssue(payload) {
    const issue = objectIn(payload, 'issue');
    const number = countIn(issue, 'number');
    const isPull = isObject(issue.pull_request) || payload.is_pull === true;
    return number !== undefined && isPull ? pullRequest(number, undefined, undefined, false) : undefined;
}
/** Empty for forks on GitHub: there the forge has to be asked for the open pull request of `head_sha`. */
function fromWorkflowRun(payload) {
    const run = objectIn(payload, 'workflow_run');
    const [first] = Array.isArray(run.pull_requests) ? run.pull_requests : [];
    const pull = asObject(first);
    const number = countIn(pull, 'number');
    if (number === undefined)
        return undefined;
    const head = objectIn(pull, 'head');
    const from = textIn(objectIn(run, 'head_repository'), 'full_name');
    const to = textIn(objectIn(payload, 'repository'), 'full_name');
    const fork = from !== undefined && to !== undefined && from !== to;
    return pullRequest(number, textIn(run, 'head_sha') ?? textIn(head, 'sha'), textIn(head, 'ref'), fork);
}
function pullRequest(number, headCommit, headRef, fork) {
    return { number, ...(headCommit ? { headCommit } : {}), ...(headRef ? { headRef } : {}), fork };
}
/** A fork, a fork that was deleted since, or a branch that exists only as a pull request (AGit flow). */
function isFork(payload, pull, head) {
    const from = objectIn(head, 'repo');
    const to = textIn(objectIn(objectIn(pull, 'base'), 'repo'), 'full_name') ?? repositoryOf(payload);
    const name = textIn(from, 'full_name');
    if (!isObject(head.repo) || from.fork === true)
        return !isSameRepository(name, to);
    return (name !== undefined && to !== undefined && name !== to) || isAgit(pull, head);
}
/** A repository that is itself a fork takes pull requests from its own branches. */
function isSameRepository(from, to) {
    return from !== undefined && from === to;
}
/**
 * Gitea keeps an AGit pull request's head in the base repository, without a branch. A branch that was deleted
 * has the same `ref`, but still its label.
 */
function isAgit(pull, head) {
    const ref = textIn(head, 'ref');
    const label = textIn(head, 'label');
    return (pull.flow === 1 || (ref?.startsWith('refs/pull/') === true && (label === undefined || label === ref)));
}
function repositoryOf(payload) {
    return textIn(objectIn(payload, 'repository'), 'full_name');
}
/** `refs/pull/7/merge` on GitHub, `refs/pull/7/head` on Gitea. */
function numberInRef(event, ref) {
    const digits = event.startsWith('pull_request') ? /^refs\/pull\/(\d+)\//.exec(ref ?? '')?.[1] : undefined;
    return digits === undefined ? undefined : Number(digits);
}

;// CONCATENATED MODULE: ./lib/src/host/trigger.js




/**
 * Reads the event. A payload that is missing or odd costs only what it would have told.
 * @throws {UserError} when the payload's file is there but is not JSON.
 */
function readTrigger(env, host) {
    const event = env.GITHUB_EVENT_NAME ?? '';
    const payload = readPayload(env.GITHUB_EVENT_PATH);
    const pullRequest = pullRequestOf(event, payload, env.GITHUB_REF);
    const defaultBranch = textIn(objectIn(payload, 'repository'), 'default_branch');
    const commit = commitOf(event, payload, pullRequest, env);
    const ref = refOf(event, payload, pullRequest, env);
    const base = baseOf(payload);
    const repository = trigger_repositoryOf(payload, env);
    const runUrl = runUrlOf(payload, env, host);
    const runId = env.GITHUB_RUN_ID;
    return {
        event,
        closed: event.startsWith('pull_request') && payload.action === 'closed',
        pushToDefaultBranch: isPushTo(defaultBranch, event, payload, env),
        secretsWithheld: withholdsSecrets(event, pullRequest, env),
        runNumber: wholeNumber(env.GITHUB_RUN_NUMBER, 0),
        runAttempt: wholeNumber(env.GITHUB_RUN_ATTEMPT, 1),
        ...(pullRequest && { pullRequest }),
        ...(commit && { commit }),
        ...(ref && { ref }),
        ...(defaultBranch && { defaultBranch }),
        ...(base && { base }),
        ...(repository && { repository }),
        ...(runUrl && { runUrl }),
        ...(runId && { runId }),
    };
}
function isPushTo(branch, event, payload, env) {
    if (event !== 'push' || payload.deleted === true || branch === undefined)
        return false;
    return env.GITHUB_REF === `refs/heads/${branch}`;
}
function readPayload(path) {
    if (!path)
        return {};
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return {};
    }
    try {
        return asObject(JSON.parse(text));
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`The event payload ${path} is not JSON: ${(0,errors/* messageOf */.bD)(cause)}`, {
            hint: 'The runner writes this file; on act, look at the file given with --eventpath.',
            cause,
        });
    }
}
/** An issue comment's payload does not tell the head on GitHub: then the forge or the workspace has to. */
function commitOf(event, payload, pull, env) {
    const known = pull?.headCommit ??
        textIn(objectIn(payload, 'workflow_run'), 'head_sha') ??
        textIn(objectIn(payload, 'merge_group'), 'head_sha') ??
        (event === 'push' ? commitIn(payload, 'after') : undefined);
    if (known !== undefined)
        return known;
    const deletesItsBranch = event === 'push' && payload.deleted === true;
    return pull || deletesItsBranch ? undefined : env.GITHUB_SHA || undefined;
}
function refOf(event, payload, pull, env) {
    const run = textIn(objectIn(payload, 'workflow_run'), 'head_branch');
    const ref = pull?.headRef ?? run ?? (event === 'issue_comment' && pull ? undefined : env.GITHUB_REF);
    return ref?.replace(/^refs\/(?:heads\/|tags\/)?/, '') || undefined;
}
function baseOf(payload) {
    return (commitIn(objectIn(objectIn(payload, 'pull_request'), 'base'), 'sha') ??
        commitIn(objectIn(payload, 'merge_group'), 'base_sha') ??
        commitIn(payload, 'before'));
}
/** Zeros stand for "there was none": a new branch, or a deleted one. */
function commitIn(of, key) {
    const commit = textIn(of, key);
    return commit !== undefined && /^0+$/.test(commit) ? undefined : commit;
}
/** `pull_request_target` runs with the base's secrets; Dependabot's events are listed in docs/platform.md. */
function withholdsSecrets(event, pull, env) {
    const fromFork = pull?.fork === true && /^(?:pull_request(?:_review.*)?|workflow_call)$/.test(event);
    const byDependabot = env.GITHUB_ACTOR === 'dependabot[bot]' && /^(?:pull_request|push|create|deployment.*)$/.test(event);
    return fromFork || byDependabot;
}
function trigger_repositoryOf(payload, env) {
    const fullName = env.GITHUB_REPOSITORY || textIn(objectIn(payload, 'repository'), 'full_name');
    const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(fullName ?? '') ?? [];
    return owner && name ? { owner, name } : undefined;
}
/** The payload knows the address that people use; GITHUB_SERVER_URL may be an internal one. */
function runUrlOf(payload, env, host) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
    const fallback = server && name ? `${server.replace(/\/+$/, '')}/${name}` : undefined;
    const page = textIn(objectIn(payload, 'repository'), 'html_url') ?? fallback;
    if (page === undefined || !/^https?:\/\//.test(page))
        return undefined;
    const { GITHUB_RUN_ID: id, GITHUB_RUN_NUMBER: number, GITHUB_RUN_ATTEMPT: attempt } = env;
    if (host.can.runPage === 'by-number' && number)
        return `${page}/actions/runs/${number}?by_index=1`;
    if (host.can.runPage === 'by-id' && id)
        return `${page}/actions/runs/${id}/attempts/${attempt || 1}`;
    return undefined;
}
function wholeNumber(text, otherwise) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : otherwise;
}


/***/ }),

/***/ 7573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ cloudOpener)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/** The cloud's client, loaded and opened at first use and then shared: its rate limits are counted together. */
function cloudOpener(settings, console) {
    let opened;
    return () => {
        opened ??= open(settings, console);
        return opened;
    };
}
async function open({ cloud, connection }, console) {
    if (!connection)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('There is no key for a request to the cloud.', { hint: 'Give api-key.' });
    const { openCloud } = await __webpack_require__.e(/* import() */ 297).then(__webpack_require__.bind(__webpack_require__, 7297));
    return openCloud(cloud, connection, { onRetry: ({ line }) => console.info(line) });
}


/***/ }),

/***/ 4999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pw: () => (/* binding */ readPreviewLabel),
/* harmony export */   rQ: () => (/* binding */ deployTarget)
/* harmony export */ });
/* unused harmony export EVENTS_WITH_PULL_REQUEST */
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

/***/ 6997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ collectFaults),
/* harmony export */   P9: () => (/* binding */ closestOf),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   pA: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);


function collectFaults() {
    const faults = [];
    return {
        add: (fault) => void faults.push(fault),
        count: () => faults.length,
        fail() {
            throw asError(faults);
        },
    };
}
function asError(faults) {
    const title = faults.length === 1 ? 'An input is faulty' : `${faults.length} inputs are faulty`;
    const place = faults.find((fault) => fault.place)?.place;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo([`${title}; no request was made:`, ...faults.map(sentence)].join('\n'), {
        hint: 'All of them are listed; docs/interface.md describes every input.',
        ...(place ? { place } : {}),
    });
}
function sentence({ where, problem, accepted, meant, closest: other }) {
    const parts = [
        problem,
        accepted === undefined ? undefined : `accepted: ${accepted}`,
        meant === undefined ? undefined : `did you mean ${quote(meant)}?`,
        other === undefined ? undefined : `the closest is ${quote(other)}`,
    ];
    return `- ${where}: ${parts.filter((part) => part !== undefined).join('; ')}`;
}
/** The given value as it may stand in a message: quoted, on one line, at most 80 characters. */
function quote(value) {
    const shown = value.length > 80 ? `${value.slice(0, 79)}…` : value;
    return JSON.stringify(shown);
}
/** The nearest of the accepted spellings, unless none is near: by its beginning, else by the letters to change. */
function nearest(given, accepted) {
    const lowered = given.toLowerCase();
    const longer = lowered.length > 1 ? accepted.filter((spelling) => spelling.startsWith(lowered)) : [];
    if (longer.length === 1)
        return longer[0];
    const match = closestOf(lowered, accepted);
    return match !== undefined && (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(lowered, match) <= Math.max(2, match.length / 2) ? match : undefined;
}
/** The closest of the accepted spellings, however far it is. */
function closestOf(given, accepted) {
    return accepted.length === 0 ? undefined : (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(given.toLowerCase(), accepted);
}


/***/ }),

/***/ 4694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ readSettings)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
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
    if (traits.deploys)
        return;
    const problem = `${traits.title} deploys nothing`;
    if (isDeploy(reader.text('deploy')))
        faults.add({ where: 'deploy', problem, accepted: 'none' });
    if (reader.text('mode') === 'cleanup')
        faults.add({ where: 'mode', problem: `${problem}: no preview can be left` });
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
        const problem = `missing: ${of.traits.title} has to know the agent`;
        faults.add({ where: 'agent-name', problem, accepted: names.join(', or ') });
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

;// CONCATENATED MODULE: ./lib/src/settings/input-table.js
/**
 * Every input with its literal default, as action.yml declares them (a test holds the two equal).
 * Defaults that depend on something else (the cloud, the event, the project file) are empty here.
 */
const INPUT_DEFAULTS = {
    cloud: 'sgp',
    'api-key': '',
    'account-id': '',
    'base-url': '',
    region: '',
    mode: 'run',
    context: '.',
    dockerfile: 'Dockerfile',
    manifest: '',
    'environment-config': '',
    'agent-name': '',
    'agent-id': '',
    'image-name': '',
    'image-tag': '',
    'build-args': '',
    platform: '',
    visibility: '',
    'vm-image': 'false',
    build: 'auto',
    'reuse-within': '7d',
    'build-id': '',
    deploy: 'none',
    'preview-label': '',
    'preview-ttl': '8h',
    'preview-keep': '1',
    'pr-number': '',
    comment: 'auto',
    'comment-key': '',
    'github-token': '',
    'github-environment': '',
    'build-timeout': '30m',
    'deploy-timeout': '15m',
    'poll-interval': '5s',
    'cancel-on-abort': 'true',
    history: '20',
    agents: '',
    base: '',
    'dry-run': 'false',
};
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS);
/** The inputs with a closed set of values. */
const CHOICES = {
    cloud: ['sgp', 'prime', 'pipecat'],
    mode: ['run', 'plan', 'cleanup', 'report'],
    visibility: ['private', 'public'],
    build: ['auto', 'always', 'never'],
    deploy: ['none', 'preview', 'production', 'auto'],
    comment: ['auto', 'always', 'never', 'on-failure'],
};
/** Never shown in a message. */
const SECRET_INPUTS = new Set(['api-key', 'github-token']);

// EXTERNAL MODULE: ./node_modules/ms/index.js
var ms = __webpack_require__(744);
;// CONCATENATED MODULE: ./lib/src/settings/duration.js

const GRAMMAR = /^(\d{1,9})(ms|s|m|h|d|w)$/;
/** In words, for error messages. */
const DURATION_GRAMMAR = 'a whole number above zero and one of ms, s, m, h, d, w, as in 90m, 8h, 3d, 1w';
/** Largest first; the first that divides a time evenly writes it shortest. */
const UNITS = [
    ['w', 604_800_000],
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
];
/** `90m`, `8h`, `3d`, `1w`; also `30s` and `200ms`. Nothing else, so that no two readers disagree about it. */
function parseDuration(text) {
    if (GRAMMAR.test(text)) {
        const time = ms(text);
        if (time > 0)
            return { ms: time };
    }
    const meant = guess(text);
    return meant === undefined ? {} : { meant };
}
/** Milliseconds in the shortest spelling that `parseDuration` reads back: `8h`, `90m`. */
function formatDuration(time) {
    const [unit, size] = UNITS.find(([, length]) => time % length === 0) ?? ['ms', 1];
    return `${time / size}${unit}`;
}
/** What people write instead: `8 hours`, `1.5h`, `-1h`, `8H`. */
function guess(text) {
    const plain = text.trim().toLowerCase().slice(0, 100);
    if (!/\d\s*[a-z]/.test(plain))
        return undefined;
    const time = Math.abs(ms(plain) ?? Number.NaN);
    return Number.isFinite(time) && time >= 1 ? formatDuration(Math.round(time)) : undefined;
}

// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __webpack_require__(6997);
// EXTERNAL MODULE: ./lib/src/settings/present.js
var present = __webpack_require__(4813);
;// CONCATENATED MODULE: ./lib/src/settings/reader.js




function openReader(env, faults) {
    const text = (name) => inputOf(env, name) || INPUT_DEFAULTS[name] || undefined;
    return {
        text,
        explicit: (name) => explicitOf(env, name),
        choice: (name) => choiceOf(name, text(name), faults),
        flag: (name) => flagOf(name, text(name), faults),
        count: (name, least) => countOf(name, text(name), least, faults),
        duration: (name, bounds = {}) => durationOf(name, text(name) ?? '', bounds, faults),
        lines: (name) => (text(name) ?? '').split(/\s*[\r\n]+\s*/).filter((line) => line !== ''),
    };
}
/**
 * What @actions/core's getInput does, for an environment that is passed in; and without loading its HTTP
 * client, which alone would double the time until a faulty input is told.
 */
function inputOf(env, name) {
    return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
}
function explicitOf(env, name) {
    const given = inputOf(env, name);
    return given === '' || given === INPUT_DEFAULTS[name] ? undefined : given;
}
function choiceOf(name, given, faults) {
    const accepted = CHOICES[name];
    const choice = accepted.find((value) => value === given);
    if (choice === undefined && given !== undefined)
        addUnknown(name, given, accepted, faults);
    return choice;
}
/** One value out of a set that is not the table's, e.g. a cloud's platforms. */
function oneOf(name, given, accepted, faults) {
    const choice = accepted.find((value) => value === given);
    if (choice === undefined && given !== undefined)
        addUnknown(name, given, accepted, faults);
    return choice;
}
function addUnknown(name, given, accepted, faults) {
    const meant = (0,settings_faults/* nearest */.pA)(given, accepted);
    const other = meant === undefined ? (0,settings_faults/* closestOf */.P9)(given, accepted) : undefined;
    const problem = `${(0,settings_faults/* quote */.hD)(given)} is not known`;
    faults.add({ where: name, problem, ...(0,present/* present */.E)({ accepted: accepted.join(', '), meant, closest: other }) });
}
/** The spellings of YAML 1.2's core schema, as everywhere on these platforms. */
function flagOf(name, given, faults) {
    if (given === undefined || /^(?:false|False|FALSE)$/.test(given))
        return false;
    if (/^(?:true|True|TRUE)$/.test(given))
        return true;
    const affirmative = /^(?:y|yes|on|1)$/i.test(given) ? 'true' : undefined;
    const negative = /^(?:n|no|off|0)$/i.test(given) ? 'false' : undefined;
    const meant = affirmative ?? negative ?? (0,settings_faults/* nearest */.pA)(given, ['true', 'false']);
    const problem = `${(0,settings_faults/* quote */.hD)(given)} is neither true nor false`;
    faults.add({ where: name, problem, accepted: 'true, false', ...(meant ? { meant } : {}) });
    return false;
}
function countOf(name, given, least, faults) {
    if (given === undefined)
        return undefined;
    const count = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if (count >= least)
        return count;
    faults.add({
        where: name,
        problem: `${(0,settings_faults/* quote */.hD)(given)} will not do`,
        accepted: `a whole number from ${least}`,
    });
    return undefined;
}
function durationOf(name, given, bounds, faults) {
    const { least = 1, most = Number.POSITIVE_INFINITY } = bounds;
    const parsed = parseDuration(given);
    if (parsed.ms === undefined) {
        const { meant } = parsed;
        const problem = `${(0,settings_faults/* quote */.hD)(given)} is not a duration`;
        faults.add({ where: name, problem, accepted: DURATION_GRAMMAR, ...(meant ? { meant } : {}) });
    }
    else if (parsed.ms < least) {
        faults.add({
            where: name,
            problem: `${(0,settings_faults/* quote */.hD)(given)} is too short`,
            accepted: `${formatDuration(least)} or more`,
        });
    }
    else if (parsed.ms > most) {
        faults.add({
            where: name,
            problem: `${(0,settings_faults/* quote */.hD)(given)} is too long`,
            accepted: `${formatDuration(most)} or less`,
        });
    }
    return parsed.ms ?? 0;
}
/** Inputs that resemble one of ours: runners pass them on with a warning that is easily missed, or without. */
function misspelt(env) {
    const known = new Set(INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`));
    return Object.keys(env)
        .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
        .flatMap((variable) => {
        const given = variable.slice('INPUT_'.length).toLowerCase();
        const meant = (0,settings_faults/* nearest */.pA)(given.replaceAll('_', '-'), INPUT_NAMES);
        return meant
            ? [`There is no input ${(0,settings_faults/* quote */.hD)(given)}; it was ignored. Did you mean ${(0,settings_faults/* quote */.hD)(meant)}?`]
            : [];
    })
        .sort();
}

;// CONCATENATED MODULE: ./lib/src/settings/connection.js


/** All clouds' keys, whichever is chosen: a misspelt `cloud` must not show one either. */
function maskCredentials(env, clouds, mask) {
    const inputs = [...SECRET_INPUTS].map((name) => inputOf(env, name));
    const variables = clouds.flatMap((cloud) => cloud.variables.key.map((name) => env[name]?.trim()));
    for (const secret of [...inputs, ...variables]) {
        if (secret)
            mask(secret);
    }
}
/**
 * Where and as whom requests are made: the input, else the cloud's own environment variables.
 * Absent without a key. A message never quotes a key, nor an address that may hold one.
 */
function readConnection(env, reader, traits, need, faults) {
    const baseUrl = readBaseUrl(env, reader, traits, faults);
    const apiKey = readKey(env, reader, traits, need, faults);
    const accountNeed = need === 'if-given' && apiKey !== undefined ? 'required' : need;
    const account = readAccount(env, reader, traits, accountNeed, faults);
    if (apiKey === undefined || baseUrl === undefined)
        return undefined;
    return { baseUrl, apiKey, ...(account ? { account } : {}) };
}
function readKey(env, reader, traits, need, faults) {
    const { text: key, where } = given('api-key', env, reader, traits.variables.key);
    if (key === undefined) {
        if (need === 'required') {
            faults.add({
                where,
                problem: 'missing',
                accepted: orVariables(`the key of ${traits.title}`, traits.variables.key),
            });
        }
        return undefined;
    }
    const problem = isPrintable(key)
        ? traits.keyFault?.(key)
        : 'it has characters that no key has (white space or others)';
    if (problem === undefined)
        return key;
    faults.add({ where, problem, accepted: `the key of ${traits.title}` });
    return undefined;
}
function readAccount(env, reader, traits, need, faults) {
    if (traits.account === 'refused') {
        if (reader.text('account-id') === undefined)
            return undefined;
        faults.add({
            where: 'account-id',
            problem: `${traits.title} knows no account id`,
            accepted: 'leave it out',
        });
        return undefined;
    }
    const { text: account, where } = given('account-id', env, reader, traits.variables.account);
    if (account === undefined && traits.account === 'required' && need === 'required') {
        const accepted = orVariables(`the account id at ${traits.title}`, traits.variables.account);
        faults.add({ where, problem: 'missing', accepted });
    }
    if (account === undefined || isPrintable(account))
        return account;
    faults.add({ where, problem: 'it has characters that no id has', accepted: 'letters, digits and marks' });
    return undefined;
}
/** Without trailing slash or the path that users append to it; a path prefix stays. */
function readBaseUrl(env, reader, traits, faults) {
    const { text = traits.baseUrl, where } = given('base-url', env, reader, traits.variables.baseUrl);
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const problem = url ? addressFault(url) : 'it is not an address';
    if (!url || problem !== undefined) {
        faults.add({ where, problem: problem ?? '', accepted: `an https address such as ${traits.baseUrl}` });
        return undefined;
    }
    const path = url.pathname.replace(/\/+$/, '');
    const suffix = traits.baseUrlSuffix;
    const kept = suffix && path.endsWith(suffix) ? path.slice(0, -suffix.length) : path;
    return `${url.origin}${kept.replace(/\/+$/, '')}`;
}
function addressFault(url) {
    if (url.username !== '' || url.password !== '')
        return 'it holds user information, which would be shown in logs';
    if (url.search !== '' || url.hash !== '')
        return 'it has a query or a fragment';
    if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
        return undefined;
    if (url.protocol === 'http:')
        return `with http to ${url.host} the key would travel in clear`;
    return `${url.protocol} is not https`;
}
/** Names and addresses that never leave the machine (RFC 6761, RFC 1122, RFC 4291); URL has normalised them. */
function isLoopback(hostname) {
    return (hostname === 'localhost' ||
        hostname.endsWith('.localhost') ||
        hostname === '[::1]' ||
        /^127(?:\.\d+){3}$/.test(hostname));
}
/** The input, else the first of the variables that is set; and where a fault in it is to be mended. */
function given(name, env, reader, variables) {
    const input = reader.text(name);
    if (input !== undefined)
        return { text: input, where: name };
    for (const variable of variables) {
        const text = env[variable]?.trim();
        if (text)
            return { text, where: `${name} (from ${variable})` };
    }
    return { where: name };
}
function orVariables(what, variables) {
    return variables.length === 0
        ? what
        : `${what}, here or in the environment variable ${variables.join(' or ')}`;
}
/** It becomes a header: nothing but visible ASCII may be in it. */
function isPrintable(value) {
    return /^[\x21-\x7e]+$/.test(value);
}

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
            faults.add({ where, problem: `${what} ${(0,settings_faults/* quote */.hD)(origin.text)} ${problem}`, place });
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
            label: (0,settings_deploy/* readPreviewLabel */.Pw)(reader, occasion, pullRequest, faults, warnings),
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

;// CONCATENATED MODULE: ./lib/src/settings/project-file.js

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
        const content = await (0,promises_.readFile)(path);
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
    const project = await readProjectFile(source, kind, faults);
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
    const content = await readText(path);
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

;// CONCATENATED MODULE: ./lib/src/settings/inputs.js












/**
 * What the author asked for, checked and complete (docs/interface.md, inputs). Makes no request.
 * @throws {UserError} that names every fault at once: the input, what was given, what is accepted
 */
async function readSettings(env, sources) {
    maskCredentials(env, Object.values(sources.traits), sources.mask);
    const faults = (0,settings_faults/* collectFaults */.CM)();
    const warnings = [...misspelt(env)];
    const reader = openReader(env, faults);
    const plain = readPlain(reader, sources.trigger, faults, warnings);
    checkExclusions(reader, faults);
    const traits = plain.cloud && sources.traits[plain.cloud];
    const scope = scopeOf(plain, sources.trigger, await workspaceOf(env));
    if (!traits) {
        // Which cloud was meant is unknown, and with it what else may be given.
        await resolveContext(reader, undefined, scope.workspace, scope.packs, faults);
        return faults.fail();
    }
    checkCapabilities(reader, traits, Object.values(sources.traits), faults);
    const connection = readConnection(env, reader, traits, scope.credentials, faults);
    const project = scope.readsProject ? await openProject(reader, traits, scope, faults) : undefined;
    const context = await resolveContext(reader, project, scope.workspace, scope.packs, faults);
    const agent = readAgent(reader, project, scope.target, warnings);
    const optional = (0,present/* present */.E)({
        connection,
        agent,
        project: project?.file,
        region: reader.text('region') ?? project?.region,
        platform: oneOf('platform', reader.text('platform'), traits.platforms, faults),
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
    const keyless = dryRun || mode === 'plan';
    return {
        workspace,
        closed: trigger.closed,
        target: runs ? (0,settings_deploy/* deployTarget */.rQ)(deploy, trigger, pullRequest) : 'none',
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

/***/ 4813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ present)
/* harmony export */ });
/** Without the members that are undefined: what is unknown is absent, never `undefined` in a JSON or a spread. */
function present(members) {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}


/***/ })

};
