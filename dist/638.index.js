export const id = 638;
export const ids = [638];
export const modules = {

/***/ 8934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ clip)
/* harmony export */ });
/**
 * At most `limit` characters, the cut marked with `…`; never half a surrogate pair.
 * Only the beginning of a long text is looked at, so that a line of 50 MB costs no more than a short one.
 */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}


/***/ }),

/***/ 7297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fg: () => (/* binding */ sketchSubmit),
/* harmony export */   Qg: () => (/* binding */ openCloud),
/* harmony export */   _d: () => (/* binding */ sketchDeploy)
/* harmony export */ });
/**
 * The one place where a cloud's name decides; its file, and with it the network library, is loaded here.
 *
 * @throws {UserError} for credentials that no request could carry.
 */
async function openCloud(name, access, options = {}) {
    switch (name) {
        case 'sgp':
            return (await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(842), __webpack_require__.e(668)]).then(__webpack_require__.bind(__webpack_require__, 7668))).openSgp(access, options);
        case 'prime':
            return (await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(842), __webpack_require__.e(813)]).then(__webpack_require__.bind(__webpack_require__, 6194))).openPrime(access, options);
        case 'pipecat':
            return (await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(842), __webpack_require__.e(152)]).then(__webpack_require__.bind(__webpack_require__, 2152))).openPipecat(access, options);
    }
}
/** The requests that a submit would make, for a dry run: it has no key and opens no connection. */
async function sketchSubmit(name, request) {
    switch (name) {
        case 'sgp':
            return (await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(842), __webpack_require__.e(120)]).then(__webpack_require__.bind(__webpack_require__, 6120))).sketch(request);
        case 'prime':
            return (await __webpack_require__.e(/* import() */ 850).then(__webpack_require__.bind(__webpack_require__, 9850))).sketch(request);
        case 'pipecat':
            return (await __webpack_require__.e(/* import() */ 876).then(__webpack_require__.bind(__webpack_require__, 876))).sketch(request);
    }
}
/** The same for a deployment of the finished build; none where the sketch of a cloud's deployment is its title alone. */
async function sketchDeploy(name, request) {
    switch (name) {
        case 'pipecat':
            return (await __webpack_require__.e(/* import() */ 876).then(__webpack_require__.bind(__webpack_require__, 876))).sketchDeploy(request);
        default:
            return [];
    }
}


/***/ }),

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
        leavesOutCredentials: false,
        entryPrefix: '',
        contextHash: 'working-tree',
        findsBuildsBy: 'tree-hash',
        buildsNameAgents: true,
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
        vmImagePlatform: 'linux/amd64',
        plainImageNames: true,
        deploys: false,
        dockerfileEntry: { name: '.__prime_dockerfile__', keepsOriginal: true },
        leavesOutCredentials: false,
        entryPrefix: './',
        contextHash: 'working-tree',
        findsBuildsBy: 'nothing',
        buildsNameAgents: false,
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
        keyFault: (key) => {
            if (key.startsWith('pcc_pat_'))
                return 'it is a personal access token; Pipecat Cloud builds need a private API key';
            if (key.startsWith('pk_'))
                return 'it is a public API key, which only starts sessions; Pipecat Cloud builds need a private API key';
            return undefined;
        },
        inputs: new Set(['agent-name', 'region', 'manifest']),
        platforms: ['linux/arm64'],
        deploys: true,
        projectFile: 'pcc-deploy.toml',
        dockerfileEntry: 'in-place',
        leavesOutCredentials: true,
        entryPrefix: '',
        contextHash: 'archive-md5',
        findsBuildsBy: 'archive-hash',
        buildsNameAgents: false,
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
    /** How long the server asks to wait before the next request, in milliseconds. */
    retryAfterMs;
    constructor(facts, options = {}) {
        const outcome = facts.status === 0 ? 'got no reply' : `was answered ${facts.status}`;
        super(`${facts.method} ${facts.url} ${outcome}${facts.detail ? `: ${facts.detail}` : ''}`, options);
        this.method = facts.method;
        this.url = facts.url;
        this.status = facts.status;
        this.effect = facts.effect;
        this.detail = facts.detail;
        this.retryAfterMs = facts.retryAfterMs;
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

// EXTERNAL MODULE: ./lib/src/clip.js
var clip = __webpack_require__(8934);
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
    const properties = { file, line, title: title === undefined ? undefined : dotsForBreaks(title) };
    return commandLine(severity, inert(message), can, properties);
}
/** What is said when the annotations of this severity are used up. */
function plainAnnotation(severity, message) {
    return `${severity[0]?.toUpperCase()}${severity.slice(1)}: ${inert(message)}\n`;
}
/** One line, within the limit, with nothing in it that a page would fold on. */
function inert(message) {
    return (0,clip/* clip */.$)(defuse(dotsForBreaks(message)), MESSAGE_LIMIT);
}
/** Line breaks become a dot between phrases, since some hosts show an annotation as one log line. */
function dotsForBreaks(text) {
    return text.trim().replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' · ');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./lib/src/secret-forms.js
var secret_forms = __webpack_require__(4446);
;// CONCATENATED MODULE: ./lib/src/host/masks.js

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
            secrets = [...new Set([...secrets, ...lines.flatMap(secret_forms/* secretForms */.e)])].sort((a, b) => b.length - a.length);
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
        .filter((line) => line.length >= secret_forms/* SHORTEST_SECRET */.c);
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
            command('group', dotsForBreaks(title));
            grouped = true;
        },
        info: (text) => void write(`${defuse(masks.conceal(text))}\n`),
        debug: (text) => command('debug', dotsForBreaks(text)),
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

/***/ 6315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ objectIn),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   eB: () => (/* binding */ asObject),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   ry: () => (/* binding */ countIn)
/* harmony export */ });
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


/***/ }),

/***/ 6183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ readTrigger)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/host/payload.js
var host_payload = __webpack_require__(6315);
;// CONCATENATED MODULE: ./lib/src/host/pull-request.js

/** The payload's pull request, whichever event brought it (docs/platform.md, "Payload → PR number"). */
function pullRequestOf(event, payload, ref) {
    if ((0,host_payload/* isObject */.Gv)(payload.pull_request))
        return fromPullRequest(payload, payload.pull_request, event, ref);
    if (event === 'issue_comment')
        return fromIssue(payload);
    if (event === 'workflow_run')
        return fromWorkflowRun(payload);
    return undefined;
}
function fromPullRequest(payload, pull, event, ref) {
    const number = (0,host_payload/* countIn */.ry)(pull, 'number') ?? (0,host_payload/* countIn */.ry)(payload, 'number') ?? numberInRef(event, ref);
    if (number === undefined)
        return undefined;
    const head = (0,host_payload/* objectIn */.D7)(pull, 'head');
    return pullRequest(number, (0,host_payload/* textIn */.r7)(head, 'sha'), (0,host_payload/* textIn */.r7)(head, 'ref'), isFork(payload, pull, head));
}
function fromIssue(payload) {
    const issue = (0,host_payload/* objectIn */.D7)(payload, 'issue');
    const number = (0,host_payload/* countIn */.ry)(issue, 'number');
    const isPull = (0,host_payload/* isObject */.Gv)(issue.pull_request) || payload.is_pull === true;
    return number !== undefined && isPull ? pullRequest(number, undefined, undefined, false) : undefined;
}
/** Empty for forks on GitHub: there the forge has to be asked for the open pull request of `head_sha`. */
function fromWorkflowRun(payload) {
    const run = (0,host_payload/* objectIn */.D7)(payload, 'workflow_run');
    const [first] = Array.isArray(run.pull_requests) ? run.pull_requests : [];
    const pull = (0,host_payload/* asObject */.eB)(first);
    const number = (0,host_payload/* countIn */.ry)(pull, 'number');
    if (number === undefined)
        return undefined;
    const head = (0,host_payload/* objectIn */.D7)(pull, 'head');
    const from = (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(run, 'head_repository'), 'full_name');
    const to = (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(payload, 'repository'), 'full_name');
    const fork = from !== undefined && to !== undefined && from !== to;
    return pullRequest(number, (0,host_payload/* textIn */.r7)(run, 'head_sha') ?? (0,host_payload/* textIn */.r7)(head, 'sha'), (0,host_payload/* textIn */.r7)(head, 'ref'), fork);
}
function pullRequest(number, headCommit, headRef, fork) {
    return { number, ...(headCommit ? { headCommit } : {}), ...(headRef ? { headRef } : {}), fork };
}
/** A fork, a fork that was deleted since, or a branch that exists only as a pull request (AGit flow). */
function isFork(payload, pull, head) {
    const from = (0,host_payload/* objectIn */.D7)(head, 'repo');
    const to = (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)((0,host_payload/* objectIn */.D7)(pull, 'base'), 'repo'), 'full_name') ?? repositoryOf(payload);
    const name = (0,host_payload/* textIn */.r7)(from, 'full_name');
    if (!(0,host_payload/* isObject */.Gv)(head.repo) || from.fork === true)
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
    const ref = (0,host_payload/* textIn */.r7)(head, 'ref');
    const label = (0,host_payload/* textIn */.r7)(head, 'label');
    return (pull.flow === 1 || (ref?.startsWith('refs/pull/') === true && (label === undefined || label === ref)));
}
function repositoryOf(payload) {
    return (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(payload, 'repository'), 'full_name');
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
    const defaultBranch = (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(payload, 'repository'), 'default_branch');
    const commit = commitOf(event, payload, pullRequest, env);
    const ref = refOf(event, payload, pullRequest, env);
    const base = baseOf(payload);
    const repository = trigger_repositoryOf(payload, env);
    const runUrl = runUrlOf(payload, env, host);
    const runId = env.GITHUB_RUN_ID;
    return {
        event,
        closed: (0,host_payload/* isObject */.Gv)(payload.pull_request) && payload.action === 'closed',
        pushToDefaultBranch: isPushTo(defaultBranch, event, payload, env),
        secretsWithheld: withholdsSecrets(event, payload, pullRequest, env),
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
        return (0,host_payload/* asObject */.eB)(JSON.parse(text));
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
        (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(payload, 'workflow_run'), 'head_sha') ??
        (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(payload, 'merge_group'), 'head_sha') ??
        (event === 'push' ? commitIn(payload, 'after') : undefined);
    if (known !== undefined)
        return known;
    const deletesItsBranch = event === 'push' && payload.deleted === true;
    return pull || deletesItsBranch ? undefined : env.GITHUB_SHA || undefined;
}
function refOf(event, payload, pull, env) {
    const run = (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(payload, 'workflow_run'), 'head_branch');
    const ref = pull?.headRef ?? run ?? (event === 'issue_comment' && pull ? undefined : env.GITHUB_REF);
    return ref?.replace(/^refs\/(?:heads\/|tags\/)?/, '') || undefined;
}
function baseOf(payload) {
    return (commitIn((0,host_payload/* objectIn */.D7)((0,host_payload/* objectIn */.D7)(payload, 'pull_request'), 'base'), 'sha') ??
        commitIn((0,host_payload/* objectIn */.D7)(payload, 'merge_group'), 'base_sha') ??
        commitIn(payload, 'before'));
}
/** Zeros stand for "there was none": a new branch, or a deleted one. */
function commitIn(of, key) {
    const commit = (0,host_payload/* textIn */.r7)(of, key);
    return commit !== undefined && /^0+$/.test(commit) ? undefined : commit;
}
const DEPENDABOT = 'dependabot[bot]';
/** `pull_request_target` runs with the base's secrets; Dependabot's events are listed in docs/platform.md. */
function withholdsSecrets(event, payload, pull, env) {
    const fromFork = pull?.fork === true && /^(?:pull_request(?:_review.*)?|workflow_call)$/.test(event);
    const byDependabot = env.GITHUB_ACTOR === DEPENDABOT && /^(?:pull_request|push|create|deployment.*)$/.test(event);
    // Whoever started the run: the pull request stays Dependabot's (docs/interface.md, inputs).
    const author = (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)((0,host_payload/* objectIn */.D7)(payload, 'pull_request'), 'user'), 'login');
    return fromFork || byDependabot || (event === 'pull_request' && author === DEPENDABOT);
}
function trigger_repositoryOf(payload, env) {
    const fullName = env.GITHUB_REPOSITORY || (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(payload, 'repository'), 'full_name');
    const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(fullName ?? '') ?? [];
    return owner && name ? { owner, name } : undefined;
}
/** The payload knows the address that people use; GITHUB_SERVER_URL may be an internal one. */
function runUrlOf(payload, env, host) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
    const fallback = server && name ? `${server.replace(/\/+$/, '')}/${name}` : undefined;
    const page = (0,host_payload/* textIn */.r7)((0,host_payload/* objectIn */.D7)(payload, 'repository'), 'html_url') ?? fallback;
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

/***/ 9392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ cloudOpener)
});

// EXTERNAL MODULE: ./lib/src/clouds/index.js
var clouds = __webpack_require__(7297);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/modes/step/allowance.js
function openAllowance(now = () => performance.now()) {
    let until = Number.POSITIVE_INFINITY;
    return {
        async within(ms, work) {
            const before = until;
            until = now() + ms;
            try {
                return await work();
            }
            finally {
                until = before;
            }
        },
        left: () => Math.max(0, until - now()),
    };
}

;// CONCATENATED MODULE: ./lib/src/modes/step/open-cloud.js



/** So many waits are told one by one, then every tenth: a long outage must not bury the log. */
const TOLD_EACH = 10;
/**
 * The cloud's client, loaded and opened at first use and then shared: its rate limits are counted together.
 * `within` gives the requests of a phase their time.
 */
function cloudOpener(settings, console) {
    const allowance = openAllowance();
    let opened;
    const cloud = () => {
        opened ??= open_cloud_open(settings, console, allowance);
        return opened;
    };
    return { cloud, within: allowance.within };
}
async function open_cloud_open({ cloud, connection }, console, allowance) {
    if (!connection)
        throw new errors/* UserError */.yo('There is no key for a request to the cloud.', { hint: 'Give api-key.' });
    return (0,clouds/* openCloud */.Qg)(cloud, connection, {
        budgetMs: allowance.left,
        onRetry: ({ line, count }) => {
            if (count <= TOLD_EACH)
                console.info(line);
            else if (count % TOLD_EACH === 0)
                console.info(`${line}; ${count} waits so far`);
        },
    });
}


/***/ }),

/***/ 9796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ forgeOpener)
/* harmony export */ });
const GITHUB_API = 'https://api.github.com';
/**
 * The forge's client, loaded and opened at first use and then shared.
 * @returns `undefined` where there is no token or no repository to speak of
 */
function forgeOpener(stage) {
    let opened;
    return () => {
        opened ??= open(stage);
        return opened;
    };
}
async function open({ env, host, trigger, token, console }) {
    if (!token || !trigger.repository)
        return undefined;
    console.mask(token);
    const { openForge } = await Promise.all(/* import() */[__webpack_require__.e(752), __webpack_require__.e(415), __webpack_require__.e(62)]).then(__webpack_require__.bind(__webpack_require__, 9062));
    const apiUrl = env.GITHUB_API_URL || GITHUB_API;
    return openForge({ token, apiUrl, repository: trigger.repository, host });
}


/***/ }),

/***/ 5909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ present)
/* harmony export */ });
/**
 * The same object without the members that are undefined: what is unknown is absent, never `undefined` in a JSON or a
 * spread. The type is never guessed from the members, which would take all of them for known.
 */
function present(members) {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 4446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/** Characters. A shorter text is no secret, and hiding it would blot out half of every log and drop job outputs. */
const SHORTEST_SECRET = 4;
/**
 * A secret in the spellings in which servers repeat it: plain, in a URL, in JSON, in base64 without its padding.
 * Runners before Gitea 3.0 hide the first alone (docs/platform.md, "Commands and log").
 * @returns nothing for what is too short to be one
 */
function secretForms(secret) {
    if (secret.length < SHORTEST_SECRET)
        return [];
    const bytes = Buffer.from(secret);
    return [
        secret,
        // By way of its bytes: half a surrogate pair has no form in a URL, and would throw.
        encodeURIComponent(bytes.toString()),
        JSON.stringify(secret).slice(1, -1),
        bytes.toString('base64').replace(/=+$/, ''),
    ];
}


/***/ }),

/***/ 5488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ maskCredentials),
/* harmony export */   d: () => (/* binding */ readConnection)
/* harmony export */ });
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1111);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5131);


/** All clouds' keys, whichever is chosen: a misspelt `cloud` must not show one either. */
function maskCredentials(env, clouds, mask) {
    const inputs = [..._input_table_js__WEBPACK_IMPORTED_MODULE_0__/* .SECRET_INPUTS */ .pH].map((name) => (0,_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .inputOf */ .wg)(env, name));
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


/***/ }),

/***/ 1180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   dl: () => (/* binding */ DURATION_GRAMMAR)
/* harmony export */ });
/* harmony import */ var ms__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(744);

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
        const time = ms__WEBPACK_IMPORTED_MODULE_0__(text);
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
    const time = Math.abs(ms__WEBPACK_IMPORTED_MODULE_0__(plain) ?? Number.NaN);
    return Number.isFinite(time) && time >= 1 ? formatDuration(Math.round(time)) : undefined;
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
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8934);
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
    return JSON.stringify((0,_clip_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$)(value, 80));
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

/***/ 1111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   WJ: () => (/* binding */ INPUT_DEFAULTS),
/* harmony export */   pH: () => (/* binding */ SECRET_INPUTS),
/* harmony export */   vC: () => (/* binding */ CHOICES)
/* harmony export */ });
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


/***/ }),

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ misspelt),
/* harmony export */   cE: () => (/* binding */ openReader),
/* harmony export */   wg: () => (/* binding */ inputOf),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _present_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5909);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1180);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6997);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1111);




function openReader(env, faults) {
    const text = (name) => inputOf(env, name) || _input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_DEFAULTS */ .WJ[name] || undefined;
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
 * What @actions/core's getInput does, for an environment that is passed in: that one reads the process's own, so
 * that neither a test nor post could ask it about another.
 */
function inputOf(env, name) {
    return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
}
function explicitOf(env, name) {
    const given = inputOf(env, name);
    return given === '' || given === _input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_DEFAULTS */ .WJ[name] ? undefined : given;
}
function choiceOf(name, given, faults) {
    const accepted = _input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .CHOICES */ .vC[name];
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
    const meant = (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(given, accepted);
    const other = meant === undefined ? (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .closestOf */ .P9)(given, accepted) : undefined;
    const problem = `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(given)} is not known`;
    faults.add((0,_present_js__WEBPACK_IMPORTED_MODULE_3__/* .present */ .E)({ where: name, problem, accepted: accepted.join(', '), meant, closest: other }));
}
/** The spellings of YAML 1.2's core schema, as everywhere on these platforms. */
function flagOf(name, given, faults) {
    if (given === undefined || /^(?:false|False|FALSE)$/.test(given))
        return false;
    if (/^(?:true|True|TRUE)$/.test(given))
        return true;
    const affirmative = /^(?:y|yes|on|1)$/i.test(given) ? 'true' : undefined;
    const negative = /^(?:n|no|off|0)$/i.test(given) ? 'false' : undefined;
    const meant = affirmative ?? negative ?? (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(given, ['true', 'false']);
    const problem = `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(given)} is neither true nor false`;
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
        problem: `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(given)} will not do`,
        accepted: `a whole number from ${least}`,
    });
    return undefined;
}
function durationOf(name, given, bounds, faults) {
    const { least = 1, most = Number.POSITIVE_INFINITY } = bounds;
    const parsed = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(given);
    if (parsed.ms === undefined) {
        const { meant } = parsed;
        const problem = `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(given)} is not a duration`;
        faults.add({ where: name, problem, accepted: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DURATION_GRAMMAR */ .dl, ...(meant ? { meant } : {}) });
    }
    else if (parsed.ms < least) {
        faults.add({
            where: name,
            problem: `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(given)} is too short`,
            accepted: `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(least)} or more`,
        });
    }
    else if (parsed.ms > most) {
        faults.add({
            where: name,
            problem: `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(given)} is too long`,
            accepted: `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(most)} or less`,
        });
    }
    return parsed.ms ?? 0;
}
/** Inputs that resemble one of ours: runners pass them on with a warning that is easily missed, or without. */
function misspelt(env) {
    const known = new Set(_input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_NAMES */ .Qh.map((name) => `INPUT_${name.toUpperCase()}`));
    return Object.keys(env)
        .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
        .flatMap((variable) => {
        const given = variable.slice('INPUT_'.length).toLowerCase();
        const meant = (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .pA)(given.replaceAll('_', '-'), _input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_NAMES */ .Qh);
        return meant
            ? [`There is no input ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(given)}; it was ignored. Did you mean ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(meant)}?`]
            : [];
    })
        .sort();
}


/***/ })

};
