export const id = "shared-clouds";
export const ids = ["shared-clouds"];
export const modules = {

/***/ 7941:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: function() { return /* binding */ refuseTooLarge; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/**
 * Refuses an archive that is too large before anything is sent: the cloud would refuse it only when all of it has
 * arrived.
 * @throws {UserError} where the archive has more bytes than the cloud takes
 */
function refuseTooLarge({ archive }, traits) {
    const { refuseAbove } = traits.archiveLimit;
    if (archive.bytes <= refuseAbove)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The archive has ${archive.bytes} bytes; more than ${refuseAbove} are not sent`, {
        hint: 'Leave more out by the ignore file, or choose a smaller `context`.',
    });
}


/***/ }),

/***/ 8717:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: function() { return /* binding */ isBuildEnd; }
/* harmony export */ });
function isBuildEnd(status) {
    return status !== 'queued' && status !== 'running' && status !== 'unknown';
}


/***/ }),

/***/ 9215:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: function() { return /* binding */ contextHashOf; }
/* harmony export */ });
/** The first 16 hex digits of the MD5 of the bytes that are sent (contracts/README.md, context hash). */
function contextHashOf({ archive }) {
    if (archive.md5 === undefined)
        throw new Error('the archive was packed without its MD5');
    return archive.md5.slice(0, 16);
}


/***/ }),

/***/ 5469:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RP: function() { return /* reexport safe */ _http_multipart_js__WEBPACK_IMPORTED_MODULE_9__.R; },
/* harmony export */   Xl: function() { return /* reexport safe */ _http_json_js__WEBPACK_IMPORTED_MODULE_8__.Xl; },
/* harmony export */   hD: function() { return /* reexport safe */ _http_failure_js__WEBPACK_IMPORTED_MODULE_7__.hD; },
/* harmony export */   hL: function() { return /* binding */ createBearerClient; },
/* harmony export */   hh: function() { return /* reexport safe */ _http_multipart_js__WEBPACK_IMPORTED_MODULE_9__.h; },
/* harmony export */   mX: function() { return /* reexport safe */ _http_call_js__WEBPACK_IMPORTED_MODULE_6__.m; },
/* harmony export */   uT: function() { return /* binding */ createHttpClient; }
/* harmony export */ });
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1287);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(604);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7878);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5284);
/* harmony import */ var _http_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(676);
/* harmony import */ var _http_decode_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6602);
/* harmony import */ var _http_pace_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5591);
/* harmony import */ var _http_call_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7996);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4131);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8462);
/* harmony import */ var _http_multipart_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9902);











/** The only network client of the clouds: one per connection, as its rate limits and retries are counted together. */
function createHttpClient(options) {
    const { share, clock = _wait_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m, env = process.env } = options;
    if (share === undefined)
        return (0,_http_client_js__WEBPACK_IMPORTED_MODULE_4__/* .createClient */ .U)(options, openTransport(env));
    share.common ??= { transport: openTransport(env), pace: (0,_http_pace_js__WEBPACK_IMPORTED_MODULE_10__/* .createSharedPace */ .X)(clock) };
    return (0,_http_client_js__WEBPACK_IMPORTED_MODULE_4__/* .createClient */ .U)(options, share.common.transport);
}
/** The client of a cloud that takes its API key as a bearer token. */
function createBearerClient({ baseUrl, apiKey }, options) {
    const headers = { authorization: `Bearer ${apiKey}` };
    return createHttpClient({ ...options, baseUrl, headers, secrets: [apiKey] });
}
function openTransport(env) {
    const connections = (0,_connections_js__WEBPACK_IMPORTED_MODULE_0__/* .openConnections */ .q)(env);
    return {
        // The library reacts to the signal only from the first byte on. DNS, connect, proxy and TLS have to end with it too.
        exchange: (outgoing) => (0,_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessAborted */ .Wh)(exchange(connections, outgoing), outgoing.signal),
        proxyOf: (url) => (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .iJ)(url, env)?.host,
    };
}
async function exchange(connections, outgoing) {
    const { method, url, target, headers, body, fresh, stallMs, signal } = outgoing;
    const dispatcher = await connections.to(url, fresh);
    const reply = await dispatcher.request({
        origin: url.origin,
        path: target ?? url.pathname + url.search,
        method,
        headers: { 'user-agent': 'cloud-build-action', ...headers },
        // The types know streams alone, the library any async iterable.
        body: (body ?? null),
        headersTimeout: stallMs,
        bodyTimeout: 0,
        signal,
    });
    const header = (name) => [reply.headers[name]].flat()[0];
    const isEmpty = reply.statusCode === 204 || header('content-length') === '0';
    const content = isEmpty ? reply.body : (0,_http_decode_js__WEBPACK_IMPORTED_MODULE_5__/* .decoded */ .D)(reply.body, header('content-encoding'));
    // A caller that drops the body early must not get an error about it.
    reply.body.on('error', () => { });
    content.on('error', () => { });
    return { status: reply.statusCode, header, body: content, discard: () => void content.destroy() };
}


/***/ }),

/***/ 1456:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: function() { return /* binding */ createRecentIds; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5284);


/** How long a new object may be unknown to the API's readers, and how often it is asked for (milliseconds). */
const LAG = 30_000;
const STEP = 1_000;
function createRecentIds(clock) {
    const createdAt = new Map();
    const note = (id) => void createdAt.set(id, clock.now());
    return {
        note,
        watch: (progress) => ({
            ...progress,
            submitted: (build) => {
                note(build.id);
                progress.submitted(build);
            },
        }),
        await: async (id, call, signal) => {
            const created = createdAt.get(id);
            if (created === undefined)
                return call();
            return (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(call, {
                retries: Number.POSITIVE_INFINITY,
                budgetMs: created + LAG - clock.now(),
                delayOf: (error) => (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && error.status === 404 ? STEP : undefined),
                signal,
                clock,
            });
        },
    };
}


/***/ }),

/***/ 1557:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: function() { return /* binding */ removalCommand; }
/* harmony export */ });
/** Ids that need no quoting in a shell. */
const PLAIN = /^[\w.@-]+$/;
/**
 * One shell command that deletes these by the cloud's own API. Ids come from outside: one that a shell could read as
 * more than a word is left out.
 * @param headers as curl takes them; the key is a variable of the reader's own
 */
function removalCommand(ids, { baseUrl, path, headers, }) {
    const urls = ids.filter((id) => PLAIN.test(id)).map((id) => `'${baseUrl}${path}/${id}'`);
    return ['curl --fail -X DELETE', ...headers.map((header) => `-H "${header}"`), ...urls].join(' ');
}


/***/ }),

/***/ 3809:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: function() { return /* binding */ requiredText; },
/* harmony export */   AD: function() { return /* binding */ readableOf; },
/* harmony export */   B9: function() { return /* binding */ instantOf; },
/* harmony export */   Ce: function() { return /* binding */ isFields; },
/* harmony export */   Pf: function() { return /* binding */ fieldsOf; },
/* harmony export */   b6: function() { return /* binding */ textOf; }
/* harmony export */ });
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8462);

/** @throws {ReplyFault} naming what was expected. */
function fieldsOf(value, what) {
    if (isFields(value))
        return value;
    throw new _http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ReplyFault */ .Xl(`the reply holds ${kindOf(value)} where ${what} was expected`);
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * The records of a list that can be read: one odd record, perhaps of somebody else's build, must not hide the others.
 * @throws {ReplyFault} the first one's fault, where none can be read
 */
function readableOf(list, read) {
    let fault;
    const records = list.flatMap((record) => {
        try {
            return [read(record)];
        }
        catch (thrown) {
            if (!(thrown instanceof _http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ReplyFault */ .Xl))
                throw thrown;
            fault ??= thrown;
            return [];
        }
    });
    if (records.length === 0 && fault !== undefined)
        throw fault;
    return records;
}
/** The first of these members that is a non-empty text. */
function textOf(fields, ...names) {
    for (const name of names) {
        const value = fields[name];
        if (typeof value === 'string' && value !== '')
            return value;
    }
    return undefined;
}
/** @throws {ReplyFault} naming the member and what is there instead. */
function requiredText(fields, what, ...names) {
    const found = textOf(fields, ...names);
    if (found !== undefined)
        return found;
    const name = names[0] ?? '';
    const state = fields[name] === undefined ? 'is missing' : `is ${kindOf(fields[name])}, not a text`;
    throw new _http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ReplyFault */ .Xl(`\`${name}\` of ${what} ${state} in the reply`);
}
/** An instant as ISO 8601 in UTC; servers that leave the zone out mean UTC. */
function instantOf(fields, ...names) {
    const text = textOf(fields, ...names);
    if (text === undefined)
        return undefined;
    const zoned = /(z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
    const time = Date.parse(zoned);
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
function kindOf(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null)
        return 'null';
    if (value === '')
        return 'an empty text';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}


/***/ }),

/***/ 4085:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: function() { return /* binding */ sendOnce; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/** Waits before each look, in milliseconds: a new object may not be listed at once. */
const LOOK_UP_WAITS = [1_000, 2_000, 4_000, 8_000];
/** After so many lost answers another request will not help. */
const SENDS = 3;
/**
 * Sends a request that must have its effect once. If the answer is lost, looks for the effect several times; only if
 * nothing is found, the request is sent again (contracts/README.md: never retry a POST that may have taken effect).
 *
 * @throws {UserError} when it can neither be found nor ruled out; the request's own error otherwise.
 */
async function sendOnce(plan) {
    for (let sends = 1;; sends += 1) {
        try {
            return await plan.send();
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$) || error.effect === 'no')
                throw error;
            const found = await look(plan, error);
            if (found) {
                plan.notice(`The answer to the request was lost; the cloud has the ${plan.what} ${found.id}, so it goes on`);
                return found;
            }
            if (sends === SENDS || plan.leftMs() <= 0)
                throw error;
            plan.notice(`The answer to the request was lost and the cloud has no such ${plan.what}: it is sent again (${error.message})`);
        }
    }
}
async function look(plan, lost) {
    try {
        for (const [index, wait] of LOOK_UP_WAITS.entries()) {
            if (index > 0 && plan.leftMs() < wait)
                break;
            await plan.clock.sleep(wait, plan.signal);
            const found = await plan.find();
            if (found)
                return found;
        }
        return undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM(error.message, { cause: error, unanswered: true });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${lost.message}; could not check whether the ${plan.what} exists: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, {
            hint: `Look at the cloud's list before running the job again: a ${plan.what} may be under way.`,
            cause: error,
        });
    }
}


/***/ }),

/***/ 4700:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JF: function() { return /* binding */ sendToStorage; },
/* harmony export */   mw: function() { return /* binding */ mayBeExpired; }
/* harmony export */ });
/* unused harmony export followedAddress */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5469);
/* harmony import */ var _safe_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4809);



/**
 * Sends an archive to the storage of a cloud. Where the storage answers that another of its own hosts has the object
 * (307, 308: as S3 does for a bucket of another region), the whole request is sent there once, body and fields again
 * from the start. No other credentials go there than the address and the fields themselves.
 *
 * @throws {HttpError} as the storage refuses, with a hint about the storage
 */
async function sendToStorage(client, call) {
    try {
        return await client.send(call);
    }
    catch (error) {
        const location = (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .hD)(error);
        const next = location !== undefined && isKept(error) ? followedAddress(call.url, location) : undefined;
        if (next === undefined)
            throw asStorageError(error, 'what it names is not followed');
        client.secret(next);
        await client.send({ ...call, url: next }).catch((again) => {
            throw again instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && !(again instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$)
                ? asStorageError(error, again.message)
                : asStorageError(again, 'a second one is not followed');
        });
    }
}
/** A redirect that keeps method and body. */
function isKept(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && (error.status === 307 || error.status === 308);
}
/**
 * The address to which an upload is redirected; `undefined` for one that is not followed.
 * @param url where the upload went
 * @param location as the redirect has it
 */
function followedAddress(url, location) {
    if (!URL.canParse(location, url))
        return undefined;
    const [from, to] = [new URL(url), new URL(location, url)];
    if (to.username !== '' || to.password !== '' || !sharesDomain(from.hostname, to.hostname))
        return undefined;
    const staysHere = from.protocol === 'http:' && to.protocol === 'http:' && (0,_safe_address_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoopbackLiteral */ .ZT)(to.hostname);
    if (to.protocol !== 'https:' && !staysHere)
        return undefined;
    // As it was written: a signature covers it.
    return URL.canParse(location) ? location : to.href;
}
/**
 * Whether two hosts seem to have one owner, by their names: they are equal, or have the same last two labels; three
 * labels where the second is as short as in `co.uk` or `com.cn`, below which anybody can register. IP addresses must
 * be equal.
 */
function sharesDomain(one, other) {
    if (one === other)
        return true;
    const domain = domainOf(one);
    return domain !== undefined && domain === domainOf(other);
}
function domainOf(host) {
    if (host.includes(':') || /^[\d.]+$/.test(host))
        return undefined;
    const labels = host.split('.');
    const isPublic = (labels.at(-2)?.length ?? 0) <= 3;
    const count = isPublic ? 3 : 2;
    return labels.length < count ? undefined : labels.slice(-count).join('.');
}
/** A redirect of the storage is no fault of `base-url`. */
function asStorageError(error, why) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$))
        return error;
    if (error.status < 300 || error.status >= 400)
        return withoutBaseUrl(error);
    const hint = `The object storage redirects the upload, and ${why}: only https on a host of the storage's own domain, once. Run the job again; if it happens again, tell the cloud's support.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$({ ...error, detail: error.detail }, { hint, cause: error });
}
/** The general hints are about the API's address, not the storage's. */
function withoutBaseUrl(error) {
    if (!error.hint?.includes('`base-url`'))
        return error;
    const { host } = new URL(error.url);
    const hint = `Check that the runner may reach the object storage at ${host}: HTTPS_PROXY, NO_PROXY and the firewall.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$({ ...error, detail: error.detail }, { hint, cause: error });
}
/** The storage's own words for a target or an address that has expired: a new one helps. */
const EXPIRED = /\bexpired\b|\bExpiredToken\b|not valid in the specified time frame/i;
/** A refusal that begins with the storage's code for its reason, e.g. `SignatureDoesNotMatch: …`. */
const HAS_CODE = /^[A-Z][A-Za-z]{3,}(?::|$)/;
/**
 * Whether another target may help: this one has expired, or it was refused (403) without a reason. With a reason from
 * the storage, the next one would be refused as well.
 */
function mayBeExpired(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$) || error.status < 400 || error.status >= 500)
        return false;
    return EXPIRED.test(error.detail) || (error.status === 403 && !HAS_CODE.test(error.detail));
}


/***/ }),

/***/ 5650:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: function() { return /* binding */ newestFirst; }
/* harmony export */ });
/**
 * The builds of a list whose order is not documented, newest first, each once, a page at a time. The first page shows
 * the order. A descending list is passed on as it comes, an ascending one is read from its end. Any other is read
 * whole and sorted; only there the newest builds may be missed, if the list has more than `pages`.
 */
async function* newestFirst(list) {
    const seen = new Set();
    for await (const builds of batches(list)) {
        // Offsets move when a build arrives while pages are read.
        const fresh = builds.filter(({ id }) => !seen.has(id) && seen.add(id));
        yield fresh.toSorted(byAge);
    }
}
async function* batches(list) {
    const first = await pageAt(list, 0);
    if (isLast(first, list))
        yield first.builds;
    else if (isDescending(first.builds))
        yield* forwards(list, first);
    else if (isDescending(first.builds.toReversed()) && first.total !== undefined) {
        yield* backwards(list, first, first.total);
    }
    else {
        const all = [];
        for await (const builds of forwards(list, first))
            all.push(...builds);
        yield all;
    }
}
async function* forwards(list, first) {
    let page = first;
    for (let pages = 1;; pages += 1) {
        yield page.builds;
        if (isLast(page, list) || pages === list.pages)
            return;
        page = await pageAt(list, page.offset + page.builds.length);
    }
}
async function* backwards(list, first, total) {
    const reached = first.builds.length;
    let end = total;
    for (let pages = 1; end > reached && pages < list.pages; pages += 1) {
        const offset = Math.max(reached, end - list.limit);
        yield (await list.page(offset)).builds;
        end = offset;
    }
    if (end <= reached)
        yield first.builds;
}
async function pageAt(list, offset) {
    return { ...(await list.page(offset)), offset };
}
/** Some servers return fewer than requested: a short page means the end only where no total is reported. */
function isLast({ offset, builds, total }, { limit }) {
    if (builds.length === 0)
        return true;
    return total === undefined || total === 0 ? builds.length < limit : offset + builds.length >= total;
}
/** Newest first, as far as times are reported. */
function isDescending(builds) {
    return builds.every((build, index) => index === 0 || byAge(builds[index - 1], build) <= 0);
}
function byAge(one, other) {
    if (one.createdAt === undefined || other.createdAt === undefined)
        return 0;
    return Date.parse(other.createdAt) - Date.parse(one.createdAt);
}


/***/ })

};
