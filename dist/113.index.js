export const id = 113;
export const ids = [113];
export const modules = {

/***/ 604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ graceAfter),
/* harmony export */   T9: () => (/* binding */ runWithin),
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   XR: () => (/* binding */ LATE),
/* harmony export */   Xu: () => (/* binding */ childScope),
/* harmony export */   _: () => (/* binding */ timeoutSignal),
/* harmony export */   ww: () => (/* binding */ attemptDeadline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/**
 * Every way in which a wait ends before what it waits for: one idea, an `AbortSignal` that fires with its parent or after
 * a time, whichever comes first. Timers hold their signals, and a parent is forgotten when the wait is over:
 * `AbortSignal.any` and `AbortSignal.timeout` promise neither on Node 20 (nodejs/node#57736).
 */

/**
 * A signal that fires with `signal`, or after `ms` milliseconds, whichever comes first. In place of
 * `AbortSignal.timeout`, whose signal the collector takes where only an `AbortSignal.any` knows of it, so that it never
 * fires (nodejs/node#57736): here the running timer holds it.
 */
function timeoutSignal(signal, ms) {
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM(`${ms} ms have passed`)), ms);
    // A process that has nothing else to do need not wait for it.
    timer.unref();
    const sooner = AbortSignal.any([signal, over.signal]);
    // One that nobody listens to may forget that its source has fired (nodejs/node#65995).
    sooner.addEventListener('abort', () => clearTimeout(timer), { once: true });
    return sooner;
}
/** What `runWithin` resolves to where the task was not done in time. */
const LATE = Symbol('late');
/**
 * Runs `task` for at most `ms` milliseconds. Its signal fires when the time is over or `signal` does, and the
 * wait ends even where the task does not heed it.
 * @throws {AbortedError} when `signal` fires first, or whatever the task throws
 */
async function runWithin(ms, task, { clock, signal }) {
    const scope = childScope(signal);
    try {
        return await Promise.race([
            task(scope.signal),
            clock.sleep(Math.min(Math.max(ms, 0), 2 ** 31 - 1), scope.signal).then(() => LATE),
        ]);
    }
    finally {
        scope.end();
    }
}
/** Passes on what `promise` becomes, unless `signal` fires first; for sources that may not heed their signal. */
async function unlessAborted(promise, signal) {
    let leave = () => undefined;
    const left = new Promise((_resolve, reject) => {
        leave = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM('the wait was aborted'));
    });
    if (signal.aborted)
        leave();
    signal.addEventListener('abort', leave, { once: true });
    try {
        return await Promise.race([promise, left]);
    }
    finally {
        signal.removeEventListener('abort', leave);
    }
}
/** A scope that ends with its parent or by itself. `AbortSignal.any` would hold on to the parent in Node 20. */
function childScope(parent) {
    const controller = new AbortController();
    const end = () => {
        parent.removeEventListener('abort', end);
        controller.abort();
    };
    if (parent.aborted)
        controller.abort();
    else
        parent.addEventListener('abort', end, { once: true });
    return { signal: controller.signal, end };
}
/** A scope that ends with `signal`, or `ms` milliseconds after `event` has fired. */
function graceAfter(event, ms, { clock, signal }) {
    const scope = childScope(signal);
    const begin = () => void clock.sleep(ms, scope.signal).then(scope.end, () => undefined);
    if (event.aborted)
        begin();
    else
        event.addEventListener('abort', begin, { once: true });
    const end = () => {
        event.removeEventListener('abort', begin);
        scope.end();
    };
    return { signal: scope.signal, end };
}
/**
 * A signal for one attempt. Made by hand because `AbortSignal.any` holds its result for as long as the caller's
 * signal lives on Node 20, and a phase makes hundreds of requests under one signal.
 */
function attemptDeadline(caller, { timeoutMs, graceMs }) {
    const controller = new AbortController();
    const timers = [];
    let timedOut = false;
    const onAbort = () => {
        const grace = graceMs();
        if (grace > 0)
            timers.push(setTimeout(() => controller.abort(caller.reason), grace));
        else
            controller.abort(caller.reason);
    };
    if (caller.aborted)
        controller.abort(caller.reason);
    else
        caller.addEventListener('abort', onAbort, { once: true });
    if (timeoutMs !== undefined) {
        const onTime = () => {
            timedOut = true;
            controller.abort();
        };
        timers.push(setTimeout(onTime, timeoutMs));
    }
    return {
        signal: controller.signal,
        timedOut: () => timedOut,
        release: () => {
            caller.removeEventListener('abort', onAbort);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}


/***/ }),

/***/ 9113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openForge: () => (/* binding */ openForge)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
// EXTERNAL MODULE: ./lib/src/host/event/event.js + 3 modules
var event_event = __webpack_require__(8274);
;// CONCATENATED MODULE: ./lib/src/host/forge/client.js



const FURTHER_ATTEMPTS = 3;
/** Milliseconds; longer waits (a used-up hourly limit) are not worth a build's time. */
const PATIENCE = 20_000;
const FIRST_WAIT = 500;
/**
 * Reading is tried again after network faults, 408, 429, 5xx and replies that make no sense. What changes something is not: whoever wrote a
 * comment has to read again first (docs/comment.md), and a deployment made twice is worse than none.
 */
function createForgeClient(exchange, clock = wait/* systemClock */.m) {
    const call = (request, read) => {
        const once = async () => read(await exchange(request));
        if (request.method !== 'GET')
            return once();
        return (0,wait/* retry */.L)(once, {
            retries: FURTHER_ATTEMPTS,
            budgetMs: PATIENCE,
            clock,
            signal: request.signal,
            delayOf: waitAfter,
        }).catch((error) => {
            const ours = error instanceof errors/* HttpError */.j$ || error instanceof errors/* AbortedError */.oM;
            throw request.signal.aborted && !ours ? new errors/* AbortedError */.oM('the request was aborted') : error;
        });
    };
    return {
        object: (request) => call(request, ({ data }) => {
            const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
            if (!isObject)
                throw unexpected(request, 'an object');
            return (0,event_event/* asObject */.eB)(data);
        }),
        list: (request) => call(request, ({ data, link }) => {
            if (!Array.isArray(data))
                throw unexpected(request, 'a list');
            const next = nextPage(link);
            return { items: data.map(event_event/* asObject */.eB), ...(next === undefined ? {} : { next }) };
        }),
        send: (request) => call(request, () => undefined),
    };
}
function waitAfter(error, attempt) {
    if (!(error instanceof errors/* HttpError */.j$))
        return undefined;
    const { status } = error;
    const isFinal = status >= 300 && status < 500 && status !== 408 && status !== 429;
    if (isFinal)
        return undefined;
    return error.retryAfterMs ?? FIRST_WAIT * 2 ** (attempt - 1) * (1 - Math.random() / 4);
}
/** A login page of a proxy, for instance. */
function unexpected({ method, path }, wanted) {
    const detail = `the reply is not ${wanted} of the forge's API; is GITHUB_API_URL right?`;
    return new errors/* HttpError */.j$({ method, url: path, status: 200, effect: 'maybe', detail });
}
/** The number alone: the address in a header is not followed. */
function nextPage(link) {
    for (const part of link?.split(',') ?? []) {
        const [, url, rel] = /^\s*<([^>]*)>\s*;\s*rel="?([a-z]+)"?/.exec(part) ?? [];
        if (rel !== 'next' || url === undefined || !URL.canParse(url, 'http://localhost'))
            continue;
        const page = Number(new URL(url, 'http://localhost').searchParams.get('page'));
        return Number.isSafeInteger(page) && page > 1 ? page : undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/host/forge/paging.js
/** GitHub's most; Gitea gives 50 whatever more is asked for (docs/platform.md, Tokens and REST API). */
const PAGE_SIZE = 100;
/**
 * The items of a list, page by page as the Link header leads. A list without that header is whole: a page is never
 * asked for in the hope that it is empty, which on a forge that ignores paging would never end.
 */
async function* paged(client, of) {
    const { path, query, sizeParameter, pages, signal } = of;
    let page = 1;
    for (let read = 0; read < pages; read += 1) {
        const paging = sizeParameter === 'none' ? {} : { [sizeParameter]: PAGE_SIZE, page };
        const { items, next } = await client.list({
            method: 'GET',
            path,
            query: { ...query, ...paging },
            signal,
        });
        yield* items;
        if (sizeParameter === 'none' || next === undefined || next <= page)
            return;
        page = next;
    }
}

;// CONCATENATED MODULE: ./lib/src/host/forge/comments.js



/** 10,000 comments; a pull request with more of them is not searched to its end. */
const MOST_PAGES = 100;
function commentsOf(client, repository, { can }) {
    const issues = `/repos/${repository}/issues`;
    const sizeParameter = can.pagesComments ? can.pageSizeParameter : 'none';
    return {
        listComments: (issue, { since, signal }) => commentsIn(paged(client, {
            path: `${issues}/${issue}/comments`,
            query: { since },
            sizeParameter,
            pages: MOST_PAGES,
            signal,
        })),
        createComment: async (issue, body, options) => written(await client.object({
            method: 'POST',
            path: `${issues}/${issue}/comments`,
            json: { body },
            ...options,
        })),
        updateComment: async (id, body, options) => written(await client.object({
            method: 'PATCH',
            path: `${issues}/comments/${id}`,
            json: { body },
            ...options,
        })),
        deleteComment: async (id, options) => {
            try {
                await client.send({ method: 'DELETE', path: `${issues}/comments/${id}`, ...options });
            }
            catch (thrown) {
                if (!(thrown instanceof errors/* HttpError */.j$) || thrown.status !== 404)
                    throw thrown;
            }
        },
    };
}
/** Once each: a comment made while pages are read moves others to the next page. */
async function* commentsIn(items) {
    const seen = new Set();
    for await (const item of items) {
        const comment = commentOf(item);
        if (comment === undefined || seen.has(comment.id))
            continue;
        seen.add(comment.id);
        yield comment;
    }
}
function written(reply) {
    const comment = commentOf(reply);
    if (comment)
        return comment;
    const detail = 'the reply has no comment in it; is GITHUB_API_URL right?';
    throw new errors/* HttpError */.j$({ method: 'POST', url: '', status: 200, effect: 'maybe', detail });
}
function commentOf(item) {
    if (typeof item.id !== 'number' || !Number.isSafeInteger(item.id))
        return undefined;
    const url = (0,event_event/* textIn */.r7)(item, 'html_url');
    const createdAt = (0,event_event/* textIn */.r7)(item, 'created_at');
    const author = authorOf((0,event_event/* objectIn */.D7)(item, 'user'));
    return {
        id: item.id,
        body: (0,event_event/* textIn */.r7)(item, 'body') ?? '',
        ...(url && /^https?:\/\//.test(url) ? { url } : {}),
        ...(createdAt ? { createdAt } : {}),
        ...(author ? { author } : {}),
    };
}
function authorOf(user) {
    const login = (0,event_event/* textIn */.r7)(user, 'login');
    if (login === undefined)
        return undefined;
    const id = typeof user.id === 'number' && Number.isSafeInteger(user.id) ? user.id : undefined;
    return { login, ...(id === undefined ? {} : { id }), bot: user.type === 'Bot' };
}

// EXTERNAL MODULE: ./lib/src/clip.js
var clip = __webpack_require__(8934);
;// CONCATENATED MODULE: ./lib/src/host/forge/deployments.js



/** docs/platform.md, Trust, tokens, permissions. */
const LONGEST_DESCRIPTION = 140;
const deployments_MOST_PAGES = 3;
function deploymentsOf(client, repository) {
    const path = `/repos/${repository}/deployments`;
    return {
        createDeployment: async (of, signal) => {
            // Without these two GitHub merges the default branch into the ref, and waits for this very job (409).
            const json = {
                auto_merge: false,
                required_contexts: [],
                ref: of.ref,
                environment: of.environment,
                transient_environment: of.transient,
                production_environment: of.production,
                description: (0,clip/* clip */.$)(of.description, LONGEST_DESCRIPTION),
                payload: of.payload,
            };
            const { id } = await client.object({ method: 'POST', path, json, signal });
            return Number(id);
        },
        setDeploymentStatus: (id, status, signal) => {
            const json = {
                state: status.state,
                description: (0,clip/* clip */.$)(status.description, LONGEST_DESCRIPTION),
                ...(status.logUrl === undefined ? {} : { log_url: status.logUrl }),
                ...(status.environmentUrl === undefined ? {} : { environment_url: status.environmentUrl }),
            };
            return client.send({ method: 'POST', path: `${path}/${id}/statuses`, json, signal });
        },
        latestState: async (id, signal) => {
            const query = { per_page: 1 };
            const { items } = await client.list({ method: 'GET', path: `${path}/${id}/statuses`, query, signal });
            return items[0] && (0,event_event/* textIn */.r7)(items[0], 'state');
        },
        listDeployments: (environment, signal) => deployments(client, path, environment, signal),
    };
}
async function* deployments(client, path, environment, signal) {
    const paging = { sizeParameter: 'per_page', pages: deployments_MOST_PAGES };
    for await (const item of paged(client, { path, query: { environment }, ...paging, signal })) {
        if (typeof item.id !== 'number' || (0,event_event/* textIn */.r7)(item, 'environment') !== environment)
            continue;
        const ref = (0,event_event/* textIn */.r7)(item, 'ref');
        yield { id: item.id, payload: (0,event_event/* objectIn */.D7)(item, 'payload'), ...(ref ? { ref } : {}) };
    }
}

;// CONCATENATED MODULE: ./lib/src/host/forge/fault.js



const LONGEST_DETAIL = 300;
/** What GitHub asks for where a secondary limit comes without a header (docs.github.com, rate limits). */
const SECONDARY_WAIT = 60_000;
/**
 * Any failure of a request as `HttpError`: 0 where no reply arrived. A rate limit that GitHub tells as 403 becomes
 * the 429 that it is, so that nobody takes it for a lack of permission.
 */
function faultOf(thrown, { method, url, signal }) {
    if (signal.aborted)
        return new errors/* AbortedError */.oM('the request to the forge was aborted', { cause: thrown });
    const response = (0,event_event/* objectIn */.D7)((0,event_event/* asObject */.eB)(thrown), 'response');
    const status = typeof response.status === 'number' ? response.status : 0;
    const headers = (0,event_event/* objectIn */.D7)(response, 'headers');
    const detail = status === 0 ? networkWords(thrown) : serverWords(response.data);
    const limitMs = limitOf(status, headers, detail);
    return new errors/* HttpError */.j$({
        method,
        url: withoutQuery(url),
        status: limitMs === undefined ? status : 429,
        effect: method !== 'GET' && (status === 0 || status >= 500) ? 'maybe' : 'no',
        detail,
        retryAfterMs: limitMs,
    }, { cause: thrown });
}
/** Milliseconds to wait, where the reply is a rate limit of any kind. */
function limitOf(status, headers, detail) {
    if (status !== 429 && status !== 403)
        return undefined;
    const now = Date.parse((0,event_event/* textIn */.r7)(headers, 'date') ?? '') || Date.now();
    const asked = secondsIn(headers, 'retry-after');
    if (asked !== undefined)
        return asked * 1000;
    // What stands between us and the forge may send a date.
    const until = Date.parse((0,event_event/* textIn */.r7)(headers, 'retry-after') ?? '');
    if (!Number.isNaN(until))
        return Math.max(1000, until - now);
    if ((0,event_event/* textIn */.r7)(headers, 'x-ratelimit-remaining') === '0') {
        const reset = secondsIn(headers, 'x-ratelimit-reset') ?? 0;
        return Math.max(1000, reset * 1000 - now);
    }
    if (status === 429 || /rate limit|abuse detection/i.test(detail))
        return SECONDARY_WAIT;
    return undefined;
}
function secondsIn(headers, name) {
    const text = (0,event_event/* textIn */.r7)(headers, name)?.trim();
    return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
function serverWords(data) {
    const words = typeof data === 'string' ? '' : (0,event_event/* textIn */.r7)((0,event_event/* asObject */.eB)(data), 'message');
    return asDetail(words ?? '');
}
/** The cause says why a connection failed; what wraps it only says that it did. */
function networkWords(thrown) {
    let cause = thrown;
    for (let depth = 0; depth < 5; depth += 1) {
        const next = cause instanceof Error ? cause.cause : undefined;
        if (!(next instanceof Error))
            break;
        cause = next;
    }
    return asDetail((0,errors/* messageOf */.bD)(cause));
}
function asDetail(words) {
    return (0,clip/* clip */.$)(words.replace(/\s+/g, ' ').trim(), LONGEST_DETAIL);
}
function withoutQuery(url) {
    return url.replace(/[?#].*$/, '');
}

;// CONCATENATED MODULE: ./lib/src/host/forge/identity.js



/** The id of the users that Gitea and Forgejo keep for workflows. */
const ACTIONS_USER_ID = -2;
const ASSUMED = {
    github: { login: 'github-actions[bot]', bot: true },
    act: { login: 'github-actions[bot]', bot: true },
    gitea: { login: 'gitea-actions', id: ACTIONS_USER_ID, bot: true },
    forgejo: { login: 'forgejo-actions', id: ACTIONS_USER_ID, bot: true },
};
/** @throws {HttpError} where the token is dead (401) or the forge cannot be reached */
async function identify(client, host, signal) {
    try {
        const author = authorOf(await client.object({ method: 'GET', path: '/user', signal }));
        return author ? { author, certain: true } : { author: ASSUMED[host.name], certain: false };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* HttpError */.j$) || (thrown.status !== 403 && thrown.status !== 404))
            throw thrown;
        return { author: ASSUMED[host.name], certain: false };
    }
}
/**
 * Which bot an app's token is, where it matters: REST has no answer for it, GitHub's GraphQL has.
 * @returns `undefined` where it cannot be told
 */
async function viewer(client, signal) {
    try {
        const json = { query: '{ viewer { login } }' };
        const reply = await client.object({ method: 'POST', path: '/graphql', json, signal });
        const author = authorOf((0,event_event/* objectIn */.D7)((0,event_event/* objectIn */.D7)(reply, 'data'), 'viewer'));
        return author && { ...author, bot: author.login.endsWith('[bot]') };
    }
    catch (thrown) {
        if ((0,event_event/* asObject */.eB)(thrown).name === 'AbortedError')
            throw thrown;
        return undefined;
    }
}
/** Logins are compared as forges do, without regard to case; numbers where both sides have one. */
function isSame(one, other) {
    if (other === undefined)
        return false;
    if (one.id !== undefined && other.id !== undefined)
        return one.id === other.id;
    return one.login.toLowerCase() === other.login.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/src/host/forge/pulls.js



/** The most recently changed ones; a run's pull request was changed by the push that started the run. */
const pulls_MOST_PAGES = 4;
function pullRequestsOf(client, repository, host) {
    const repo = `/repos/${repository}`;
    return {
        getPullRequest: async (number, signal) => {
            try {
                return readPull(await client.object({ method: 'GET', path: `${repo}/pulls/${number}`, signal }));
            }
            catch (thrown) {
                if (thrown instanceof errors/* HttpError */.j$ && thrown.status === 404)
                    return undefined;
                throw thrown;
            }
        },
        openPullRequestsOf: async (commit, signal) => {
            if (host.can.pageSizeParameter === 'limit')
                return headedBy(client, repo, host, commit, signal);
            const containing = await ofCommit(client, repo, commit, signal);
            const heads = containing.filter((pull) => pull.headCommit === commit);
            if (heads.length > 0)
                return heads;
            // A fork's commit is not always found by that list.
            const byHead = await headedBy(client, repo, host, commit, signal);
            return byHead.length > 0 ? byHead : containing;
        },
    };
}
/** GitHub only. A commit that it does not know is 422 there. */
async function ofCommit(client, repo, commit, signal) {
    const path = `${repo}/commits/${encodeURIComponent(commit)}/pulls`;
    try {
        const { items } = await client.list({ method: 'GET', path, query: { per_page: 100 }, signal });
        return items.map(readPull).filter((pull) => pull?.open === true);
    }
    catch (thrown) {
        if (thrown instanceof errors/* HttpError */.j$ && (thrown.status === 404 || thrown.status === 422))
            return [];
        throw thrown;
    }
}
async function headedBy(client, repo, host, commit, signal) {
    const isGitHub = host.can.pageSizeParameter === 'per_page';
    const query = {
        state: 'open',
        ...(isGitHub ? { sort: 'updated', direction: 'desc' } : { sort: 'recentupdate' }),
    };
    const found = [];
    const sizeParameter = host.can.pageSizeParameter;
    for await (const item of paged(client, {
        path: `${repo}/pulls`,
        query,
        sizeParameter,
        pages: pulls_MOST_PAGES,
        signal,
    })) {
        const pull = readPull(item);
        if (pull?.open && pull.headCommit === commit)
            found.push(pull);
    }
    return found;
}
function readPull(item) {
    const number = (0,event_event/* countIn */.ry)(item, 'number');
    if (number === undefined)
        return undefined;
    const head = (0,event_event/* objectIn */.D7)(item, 'head');
    const headCommit = (0,event_event/* textIn */.r7)(head, 'sha');
    const headRef = (0,event_event/* textIn */.r7)(head, 'ref');
    const from = (0,event_event/* textIn */.r7)((0,event_event/* objectIn */.D7)(head, 'repo'), 'full_name');
    const to = (0,event_event/* textIn */.r7)((0,event_event/* objectIn */.D7)((0,event_event/* objectIn */.D7)(item, 'base'), 'repo'), 'full_name');
    return {
        number,
        open: item.state === 'open',
        fork: !(0,event_event/* isObject */.Gv)(head.repo) || (from !== undefined && to !== undefined && from !== to),
        ...(headCommit ? { headCommit } : {}),
        ...(headRef ? { headRef } : {}),
    };
}

// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
;// CONCATENATED MODULE: ./lib/src/host/forge/wire.js

/** Forges move repositories with one redirect; more than a few are a loop. */
const MOST_REDIRECTS = 3;
/** GitHub keeps the method on 301 too (a renamed repository); 303 would change it. */
const REDIRECTS = new Set([301, 302, 307, 308]);
const NO_BODY = new Set([204, 205, 304]);
function guarded(fetch, { timeoutMs, maxBytes }) {
    return async (url, init) => {
        const signal = (0,deadline/* timeoutSignal */._)(init.signal ?? new AbortController().signal, timeoutMs);
        let target = url;
        for (let hop = 0;; hop += 1) {
            const reply = await fetch(target, { ...init, redirect: 'manual', signal });
            if (!REDIRECTS.has(reply.status))
                return bounded(reply, maxBytes);
            await reply.body?.cancel();
            target = redirectTarget(target, reply.headers.get('location'));
            if (hop === MOST_REDIRECTS)
                throw new Error(`redirected more than ${MOST_REDIRECTS} times`);
        }
    };
}
function redirectTarget(from, location) {
    if (location === null || !URL.canParse(location, from))
        throw new Error('redirected to nowhere');
    const target = new URL(location, from);
    if (target.origin !== new URL(from).origin) {
        throw new Error(`redirected to ${target.origin}, where the token must not go`);
    }
    return target.href;
}
/** The whole reply in memory, so that the deadline covers it; more than `maxBytes` is an error, not a cut. */
async function bounded(reply, maxBytes) {
    const chunks = [];
    let bytes = 0;
    const reader = reply.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
        bytes += read.value.byteLength;
        if (bytes > maxBytes) {
            await reader?.cancel();
            throw new Error(`the reply is longer than ${maxBytes} bytes`);
        }
        chunks.push(read.value);
    }
    const headers = [...reply.headers].filter(([name]) => name !== 'content-encoding');
    const body = NO_BODY.has(reply.status) ? null : Buffer.concat(chunks);
    return new Response(body, { status: reply.status, statusText: reply.statusText, headers });
}

;// CONCATENATED MODULE: ./lib/src/host/forge/forge.js









/** Milliseconds for one request: GitHub itself gives up after so long. */
const TIMEOUT = 10_000;
/** Gitea sends all comments of an issue at once. */
const LARGEST_REPLY = 32 * 1024 * 1024;
/** @throws {UserError} where the API's address is none. */
function openForge({ token, apiUrl, repository, host, clock }) {
    const baseUrl = apiUrl.replace(/\/+$/, '');
    if (!/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : '')) {
        throw new errors/* UserError */.yo(`GITHUB_API_URL is no web address: ${apiUrl}`);
    }
    const client = createForgeClient(exchangeWith(token, baseUrl), clock);
    const name = `${encodeURIComponent(repository.owner)}/${encodeURIComponent(repository.name)}`;
    let known;
    const whoAmI = (signal) => {
        known ??= identify(client, host, signal).catch((thrown) => {
            known = undefined;
            throw thrown;
        });
        return known;
    };
    /** A bot that is not the one assumed may be the app whose token this is. */
    const isMine = async ({ author }, signal) => {
        const me = await whoAmI(signal);
        if (isSame(me.author, author))
            return true;
        if (me.certain || !author?.bot || host.can.pageSizeParameter === 'limit')
            return false;
        const found = await viewer(client, signal);
        known = Promise.resolve({ author: found ?? me.author, certain: true });
        return found !== undefined && isSame(found, author);
    };
    return {
        ...commentsOf(client, name, host),
        ...pullRequestsOf(client, name, host),
        ...(host.can.deploymentsApi ? { deployments: deploymentsOf(client, name) } : {}),
        whoAmI,
        isMine,
    };
}
const SILENT = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
function exchangeWith(token, baseUrl) {
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl, log: SILENT });
    // The toolkit's own: it goes through the proxy that the environment names.
    const proxied = octokit.request.endpoint.DEFAULTS.request?.fetch;
    return async (request) => {
        const fetch = guarded(proxied, { timeoutMs: request.timeoutMs ?? TIMEOUT, maxBytes: LARGEST_REPLY });
        const { method, signal } = request;
        const url = addressOf(baseUrl, request);
        try {
            const reply = await octokit.request({
                method,
                url,
                ...(request.json === undefined ? {} : { data: request.json }),
                request: { fetch, signal },
            });
            return { status: reply.status, data: reply.data, link: reply.headers.link };
        }
        catch (thrown) {
            throw faultOf(thrown, { method, url, signal });
        }
    };
}
/** GraphQL stands beside the REST root on Enterprise Server (`/api/v3`), below it on github.com. */
function addressOf(baseUrl, { path, query }) {
    const root = path === '/graphql' ? baseUrl.replace(/\/v3$/, '') : baseUrl;
    const url = new URL(`${root}${path}`);
    for (const [name, value] of Object.entries(query ?? {})) {
        if (value !== undefined)
            url.searchParams.set(name, String(value));
    }
    return url.href;
}


/***/ })

};
