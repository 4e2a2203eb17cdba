export const id = "shared-clouds-http";
export const ids = ["shared-clouds-http"];
export const modules = {

/***/ 7996:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: function() { return /* binding */ segment; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/**
 * One variable path segment. Ids come from outside and must not lead to another path; URL parsers resolve dots even
 * when they are escaped. Half a surrogate pair cannot be escaped.
 *
 * @throws {UserError} for an id that cannot be one.
 */
function segment(id) {
    if (/^\.{0,2}$|\p{Surrogate}/u.test(id))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${id}" is no id that the cloud could have given`);
    return encodeURIComponent(id);
}


/***/ }),

/***/ 676:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: function() { return /* binding */ createClient; }
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
// EXTERNAL MODULE: ./lib/src/clouds/safe-address.js
var safe_address = __webpack_require__(4809);
// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
// EXTERNAL MODULE: ./lib/src/network-fault.js
var network_fault = __webpack_require__(7145);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/src/clouds/http/body.js


/** Milliseconds an ordinary exchange may take, and the least that an upload gets. */
const CALL_MS = 30_000;
const UPLOAD_MS = 300_000;
/** The slowest upload that is still worth waiting for, in bytes a millisecond (250 kB/s). */
const SLOWEST_UPLOAD = 250;
function jsonBody(value) {
    const bytes = Buffer.from(JSON.stringify(value));
    return {
        contentType: 'application/json',
        bytes: bytes.length,
        open: async function* () {
            yield bytes;
        },
    };
}
/** Time for one attempt, in milliseconds: fixed for small calls, by its size for an upload. */
function timeFor(call) {
    if (call.timeoutMs !== undefined)
        return call.timeoutMs;
    return call.body ? UPLOAD_MS + slowestUpload(call) : CALL_MS;
}
/** Milliseconds that the bytes alone may need. */
function slowestUpload({ body }) {
    return Math.ceil((body?.bytes ?? 0) / SLOWEST_UPLOAD);
}
function track(body) {
    let begun = false;
    let ended = body === undefined;
    const chunks = async function* (source) {
        begun = true;
        let sent = 0;
        for await (const chunk of readable(source)) {
            // A server may answer early and close. A write that meets the closed socket loses the answer, so the loop
            // gets a whole turn to read it first: the second immediate comes after the next poll.
            await (0,promises_.setImmediate)();
            await (0,promises_.setImmediate)();
            sent += chunk.length;
            if (sent >= source.bytes)
                ended = true;
            yield chunk;
        }
    };
    return { chunks: body ? chunks(body) : undefined, begun: () => begun, ended: () => ended };
}
/** A source that cannot be read is not a network error, and a retry would not help. */
async function* readable(source) {
    try {
        yield* source.open();
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`What was to be sent cannot be read any more: ${(0,errors/* messageOf */.bD)(cause)}`, { cause });
    }
}

// EXTERNAL MODULE: ./lib/src/clouds/http/failure.js + 2 modules
var failure = __webpack_require__(4131);
// EXTERNAL MODULE: ./lib/src/clouds/http/json.js
var json = __webpack_require__(8462);
;// CONCATENATED MODULE: ./lib/src/clouds/http/attempt.js






/**
 * Sends it once and hands a 2xx to `read`, within the same limits; without `timeoutMs` the limits stay, and the
 * reader releases them.
 *
 * @throws {FailedCall} for everything else; {AbortedError} once the caller's signal fired.
 */
async function attemptCall(transport, attempt, read) {
    const sent = track(attempt.body);
    const graceMs = () => (sent.ended() ? attempt.graceMs : 0);
    const limit = (0,deadline/* attemptDeadline */.ww)(attempt.signal, { timeoutMs: attempt.timeoutMs, graceMs });
    let status = 0;
    const fault = (error) => errorOf(error, { transport, attempt, sent, limit, status });
    try {
        const reply = await transport.exchange(outgoing(attempt, sent, limit.signal));
        status = reply.status;
        if (status < 200 || status >= 300)
            throw await (0,failure/* refusedReply */.B_)(reply, attempt.context);
        const result = await read(reply, { fault, release: limit.release });
        if (attempt.timeoutMs !== undefined)
            limit.release();
        return result;
    }
    catch (error) {
        limit.release();
        throw fault(error);
    }
}
function outgoing(attempt, sent, signal) {
    const { method, url, target, headers, fresh, stallMs } = attempt;
    const contentHeaders = attempt.body
        ? { 'content-type': attempt.body.contentType, 'content-length': String(attempt.body.bytes) }
        : {};
    const body = sent.chunks ? { body: sent.chunks } : {};
    const targetPart = target === undefined ? {} : { target };
    return {
        method,
        url,
        ...targetPart,
        headers: { ...headers, ...contentHeaders },
        ...body,
        fresh,
        stallMs,
        signal,
    };
}
/** What a thrown value means for the caller. */
function errorOf(error, { transport, attempt, sent, limit, status }) {
    const { context, signal, method, url } = attempt;
    if (signal.aborted) {
        // Only what has an effect is given a grace.
        const unanswered = attempt.graceMs > 0 && sent.ended();
        return new errors/* AbortedError */.oM(`${context.method} ${context.url} was aborted`, { cause: error, unanswered });
    }
    if (error instanceof errors/* UserError */.yo)
        return error;
    if (error instanceof json/* ReplyFault */.Xl)
        return (0,failure/* unreadableReply */.KF)(status, error.message, context);
    const fault = limit.timedOut()
        ? timedOutFault(url.host, transport.proxyOf(url), attempt.timeoutMs ?? 0)
        : (0,network_fault/* networkFault */.k)(error, url.host, transport.proxyOf(url));
    const harmless = method === 'GET' || !fault.connected || (attempt.body !== undefined && !sent.begun());
    return (0,failure/* lostReply */.zv)(fault, harmless ? 'no' : 'maybe', context, error);
}
function timedOutFault(host, proxy, timeoutMs) {
    const via = proxy === undefined ? '' : ` through the proxy ${proxy}`;
    return {
        detail: `${host}${via} gave no whole reply within ${(0,deadline/* inSeconds */.F7)(timeoutMs)}`,
        hint: 'If it happens again, look at the cloud’s status page and at the runner’s network.',
        connected: true,
        transient: true,
    };
}

;// CONCATENATED MODULE: ./lib/src/clouds/http/budget.js


/** Milliseconds for which one call is retried at most, however much time its caller has. */
const MAX_RETRY_MS = 120_000;
/** Milliseconds that each attempt gets at least, also when the phase's time is over: a cancel, a last status request. */
const MIN_ATTEMPT_MS = 3_000;
/**
 * One attempt gets at most this fraction of the time left, so that there is time for another; a long upload gets
 * more.
 */
const ATTEMPTS_IN_BUDGET = 3;
/** The same for a rate limit that several clients share: it passes when their other calls are done. */
const MAX_SHARED_RETRY_MS = 3_600_000;
/** Milliseconds in which further attempts at a call may begin: what is left of its phase, at most two minutes. */
function budgetOf({ budgetMs, share }) {
    return Math.min(leftOf(budgetMs), share === undefined ? MAX_RETRY_MS : MAX_SHARED_RETRY_MS);
}
/**
 * Milliseconds for which one refusal may hold up the other calls: a log whose turn never comes before the build has
 * ended would be lost. A server that means it refuses again.
 */
function longestHold(options) {
    return Math.min(budgetOf(options), leftOf(options.budgetMs) / ATTEMPTS_IN_BUDGET);
}
/**
 * Whether a call that failed with `error` is not retried any more, `spentMs` after it began. Only a rate limit gets
 * longer.
 */
function isOverdue(error, spentMs) {
    return spentMs > MAX_RETRY_MS && !(error instanceof errors/* HttpError */.j$ && error.status === 429);
}
/** Milliseconds that one attempt may take, reply included. */
function attemptTime(call, { budgetMs }) {
    const left = leftOf(budgetMs);
    const share = Math.max(left / ATTEMPTS_IN_BUDGET, Math.min(left, slowestUpload(call)));
    return Math.max(Math.min(timeFor(call), share), Math.min(MIN_ATTEMPT_MS, timeFor(call)));
}
function leftOf(budgetMs) {
    return typeof budgetMs === 'function' ? budgetMs() : (budgetMs ?? Number.POSITIVE_INFINITY);
}

;// CONCATENATED MODULE: ./lib/src/clouds/http/make-attempt.js


/** Milliseconds without progress until an attempt counts as stalled; small calls have a shorter limit. */
const STALL = 300_000;
/** Milliseconds until a stream must have begun; some gateways send no header before the first byte of the body. */
const STREAM_BEGIN = 120_000;
/** Without the header a server may choose any compression (RFC 9110, 12.5.3). */
const UNCOMPRESSED = { 'accept-encoding': 'identity' };
/** The attempt for a call to the API. The credentials go into these requests and into no others. */
function apiAttempt({ options, redactor }, call) {
    const url = apiUrl(options.baseUrl, call.path, call.query);
    const idempotent = call.idempotent ?? call.method !== 'POST';
    return {
        ...common(options, call),
        url,
        headers: { ...UNCOMPRESSED, accept: 'application/json', ...options.headers },
        body: call.body ?? (call.json === undefined ? undefined : jsonBody(call.json)),
        fresh: !idempotent,
        context: { ...errorContext(options, call, redactor), url: url.origin + url.pathname },
    };
}
/** The attempt for a call to a presigned URL. */
function presignedAttempt({ options, redactor }, call) {
    const url = new URL(call.url);
    return {
        ...common(options, call),
        url,
        target: targetIn(call.url),
        headers: { ...call.headers },
        body: call.body,
        fresh: true,
        // The path of a presigned URL is part of the credential.
        context: { ...errorContext(options, call, redactor), url: `${url.origin}/…` },
    };
}
function streamAttempt({ options, redactor }, call) {
    const url = apiUrl(options.baseUrl, call.path, undefined);
    return {
        method: 'GET',
        url,
        headers: { ...UNCOMPRESSED, ...options.headers, accept: call.accept },
        body: undefined,
        fresh: false,
        signal: call.signal,
        timeoutMs: undefined,
        stallMs: STREAM_BEGIN,
        graceMs: 0,
        context: {
            ...errorContext(options, { ...call, method: 'GET' }, redactor),
            url: url.origin + url.pathname,
        },
    };
}
function common(options, call) {
    return {
        method: call.method,
        signal: call.signal,
        timeoutMs: attemptTime(call, options),
        stallMs: STALL,
        graceMs: call.graceMs ?? 0,
    };
}
function errorContext(options, call, redactor) {
    return {
        method: call.method,
        hints: { ...options.hints, ...call.hints },
        redact: (text) => redactor.redact(text, call.maskText),
    };
}
/** Path and query exactly as written: a signature covers them, and a URL parser would escape some characters. */
function targetIn(url) {
    const target = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
    return target.startsWith('/') ? target : `/${target}`;
}
/** Concatenated: resolving an absolute path would drop the base URL's own prefix (contracts/sgp.openapi.yaml). */
function apiUrl(baseUrl, path, query) {
    const url = new URL(baseUrl.replace(/\/+$/, '') + path);
    for (const [name, value] of Object.entries(query ?? {})) {
        if (value !== undefined)
            url.searchParams.set(name, String(value));
    }
    return url;
}

// EXTERNAL MODULE: ./lib/src/clouds/http/pace.js
var pace = __webpack_require__(5591);
// EXTERNAL MODULE: ./lib/src/secret-forms.js
var secret_forms = __webpack_require__(4446);
;// CONCATENATED MODULE: ./lib/src/clouds/http/redact.js

/** Replaces each secret, in whichever form, by `***`. */
function createRedactor(secrets) {
    const known = new Set(secrets.flatMap(secret_forms/* secretForms */.eo));
    return {
        add: (secret) => {
            for (const form of (0,secret_forms/* secretForms */.eo)(secret))
                known.add(form);
        },
        redact: (text, also = []) => {
            // A secret may contain another one; its rest would stay readable if the shorter went first.
            const longestFirst = [...known, ...also.flatMap(secret_forms/* secretForms */.eo)].sort((a, b) => b.length - a.length);
            return longestFirst.reduce((clean, form) => clean.replaceAll(form, '***'), text);
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/clouds/http/retry-rule.js
/** contracts/sgp.openapi.yaml, retry rules. */
const DEFAULT_BACKOFF = { firstMs: 500, longestMs: 8_000 };
/** A server that was never reached most likely has a wrong address: report that within seconds. */
const ATTEMPTS_WITHOUT_CONTACT = 5;
/** A 2xx that is not JSON most likely comes from a broken gateway. */
const ATTEMPTS_AT_UNREADABLE = 3;
/**
 * Milliseconds to wait before the call may be sent again, `undefined` where it may not: a conflict never, a call
 * that is not idempotent only where it certainly had no effect (contracts/README.md, common status mapping).
 */
function waitBeforeRetry(failure, facts) {
    if (!mayRetry(failure, facts))
        return undefined;
    const waits = failure.status === 429 ? facts.rateLimit : undefined;
    return failure.advice.retryAfterMs ?? backoff(facts.attempt, Math.random, waits);
}
function mayRetry({ status, effect, advice }, { idempotent, reached, attempt }) {
    if (!advice.transient || status === 409 || advice.shouldRetry === false)
        return false;
    if (status === 0)
        return ((idempotent || effect === 'no') && (reached || advice.connected || attempt < ATTEMPTS_WITHOUT_CONTACT));
    if (status === 429 || status === 503)
        return true;
    if (!idempotent)
        return false;
    if (status < 300)
        return attempt < ATTEMPTS_AT_UNREADABLE;
    return advice.shouldRetry === true || status === 408 || (status >= 500 && status !== 501 && status !== 505);
}
/** Up to a quarter is taken off at random, so that parallel jobs do not retry at the same moment. */
function backoff(attempt, random = Math.random, { firstMs, longestMs } = DEFAULT_BACKOFF) {
    const full = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
    return Math.round(full * (1 - random() / 4));
}

;// CONCATENATED MODULE: ./lib/src/clouds/http/server-clock.js
/** Milliseconds. A reply's date has whole seconds, and the reply may take some seconds to arrive. */
const TOLERANCE = 30_000;
function createServerClock(clock) {
    let lastReply;
    return {
        noteDate: (date) => {
            const ms = Date.parse(date ?? '');
            if (!Number.isNaN(ms))
                lastReply = { date: ms, at: clock.now() };
        },
        now: () => {
            const own = Date.now();
            const theirs = lastReply ? lastReply.date + clock.now() - lastReply.at : own;
            return Math.abs(own - theirs) < TOLERANCE ? own : theirs;
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/clouds/http/stream.js

/**
 * An endless reply's chunks, with its faults as the client's errors.
 *
 * @throws {ReplyFault} when it has not the requested media type.
 */
async function streamOf(reply, { headers }, open) {
    const wanted = headers.accept ?? '';
    const type = (reply.header('content-type') ?? '').trim().toLowerCase();
    if (type.startsWith(wanted))
        return chunks(reply, open);
    reply.discard();
    throw new json/* ReplyFault */.Xl(`the reply is ${type || 'of no media type'}, not ${wanted}`);
}
async function* chunks(reply, open) {
    try {
        yield* reply.body;
    }
    catch (error) {
        throw open.fault(error);
    }
    finally {
        open.release();
        reply.discard();
    }
}

;// CONCATENATED MODULE: ./lib/src/clouds/http/client.js













/** @throws {UserError} when a credential cannot be a header. */
function createClient(options, transport) {
    refuseBrokenHeaders(options.headers);
    const shared = {
        transport,
        options,
        redactor: createRedactor(options.secrets),
        pace: options.share?.common?.pace ?? (0,pace/* createPace */.q)(options.clock ?? wait/* systemClock */.m),
        time: createServerClock(options.clock ?? wait/* systemClock */.m),
        seen: { reply: false, retries: 0 },
    };
    return {
        request: (call, read) => callWithRetries(shared, call, apiAttempt(shared, call), async (reply) => {
            // The date of a cached reply is when it was cached.
            if (reply.header('age') === undefined)
                shared.time.noteDate(reply.header('date'));
            return read(await (0,json/* readJson */.Vh)(reply));
        }),
        send: async (call) => {
            await (0,safe_address/* refuseUnsafeAddress */.Jk)(call.url, options.baseUrl);
            return callWithRetries(shared, call, presignedAttempt(shared, call), async (reply) => reply.discard());
        },
        openStream: async (call) => {
            const attempt = streamAttempt(shared, call);
            await keepPace(shared, call.signal, Number.POSITIVE_INFINITY);
            return observed(shared, attemptCall(transport, attempt, (reply, open) => streamOf(reply, attempt, open)));
        },
        secret: shared.redactor.add,
        leftMs: () => budgetOf(options),
        now: shared.time.now,
    };
}
/** A line break in a pasted key would otherwise fail in the library, with a message that names no input. */
function refuseBrokenHeaders(headers) {
    for (const [name, value] of Object.entries(headers)) {
        if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
            continue;
        const hint = 'Check the inputs `api-key` and `account-id` for line breaks and characters that were pasted along.';
        throw new errors/* UserError */.yo(`A credential holds a character that the header ${name} cannot carry`, { hint });
    }
}
/** Attempts the call until it succeeds, may not be sent again, or the budget is spent. */
async function callWithRetries(shared, call, attempt, read) {
    const { options } = shared;
    const budgetMs = budgetOf(options);
    const clock = options.clock ?? wait/* systemClock */.m;
    const began = clock.now();
    const plan = {
        retries: Number.POSITIVE_INFINITY,
        budgetMs,
        clock,
        signal: call.signal,
        delayOf: (error, count) => isOverdue(error, clock.now() - began) ? undefined : delayOf(shared, call, error, count),
        onRetry: (error, count, waitMs) => reportRetry(shared, error, count, waitMs),
    };
    const once = async () => {
        await keepPace(shared, call.signal, budgetMs);
        return observed(shared, attemptCall(shared.transport, attempt, read));
    };
    return (0,wait/* retry */.L)(once, plan).catch((error) => {
        // What the retrying library throws on abort is the signal's reason, not an error of ours.
        const ours = error instanceof errors/* UserError */.yo || error instanceof errors/* AbortedError */.oM;
        throw call.signal.aborted && !ours
            ? new errors/* AbortedError */.oM('the request was aborted', { cause: error })
            : error;
    });
}
/** A call that begins while the cloud limits requests waits as well, as far as its budget allows. */
async function keepPace({ pace, options }, signal, budgetMs) {
    const left = Math.min(pace.left(), budgetMs);
    if (left > 0)
        await (options.clock ?? wait/* systemClock */.m).sleep(left, signal);
}
/** Records what the result of an attempt says about the server, for later calls. */
async function observed({ seen, pace, options }, attempt) {
    try {
        const result = await attempt;
        seen.reply = true;
        pace.accepted();
        return result;
    }
    catch (error) {
        if (error instanceof failure/* FailedCall */.oD) {
            if (error.status !== 0)
                seen.reply = true;
            if (error.status === 429)
                pace.hold(Math.min(error.advice.retryAfterMs ?? 0, longestHold(options)));
        }
        throw error;
    }
}
function delayOf({ seen, options }, call, error, attempt) {
    if (!(error instanceof failure/* FailedCall */.oD) || call.isFinal?.(error))
        return undefined;
    const idempotent = call.idempotent ?? call.method !== 'POST';
    return waitBeforeRetry(error, { idempotent, reached: seen.reply, attempt, rateLimit: options.rateLimit });
}
function reportRetry({ seen, options }, error, attempt, waitMs) {
    seen.retries += 1;
    const reason = error instanceof Error ? error.message : String(error);
    const line = `${reason}; trying again in ${(waitMs / 1000).toFixed(1)} s (attempt ${attempt + 1})`;
    options.onRetry?.({ line, waitMs, count: seen.retries });
}


/***/ }),

/***/ 6602:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: function() { return /* binding */ decoded; }
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);


const DECODERS = {
    gzip: node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip,
    'x-gzip': node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip,
    deflate: node_zlib__WEBPACK_IMPORTED_MODULE_1__.createInflate,
    br: node_zlib__WEBPACK_IMPORTED_MODULE_1__.createBrotliDecompress,
};
/**
 * The body without its compression: some gateways compress although `identity` was requested. An encoding that is not
 * known here is left as it is. A broken one is an error of the returned stream.
 * @param encoding the reply's `Content-Encoding`
 */
function decoded(body, encoding) {
    const name = encoding?.trim().toLowerCase() ?? '';
    const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name]?.() : undefined;
    if (decoder === undefined)
        return body;
    // It destroys both when one of them fails or is dropped; whoever reads the decoder gets the error.
    (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(body, decoder, () => { });
    return decoder;
}


/***/ }),

/***/ 4131:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oD: function() { return /* binding */ FailedCall; },
  hD: function() { return /* binding */ locationOf; },
  zv: function() { return /* binding */ lostReply; },
  B_: function() { return /* binding */ refusedReply; },
  KF: function() { return /* binding */ unreadableReply; }
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/clip.js
var clip = __webpack_require__(8934);
;// CONCATENATED MODULE: ./lib/src/clouds/http/error-body.js

/** At most this many characters of a server's words are shown. */
const LONGEST = 500;
/**
 * The server's own words for a refusal, as one line (contracts/sgp.openapi.yaml, ErrorBody): string `detail`,
 * the messages of a `detail` list, `detail.message`, `message`, `error`, `error.message`, the messages of an
 * `errors` list, `title` (RFC 9457), else the text itself. Field messages are `loc: msg`, never with the `input` they complain about.
 *
 * @param redact applied before anything is cut, so that no half of a secret remains.
 */
function detailOf(text, redact) {
    const words = wordsOf(text);
    return plainLine(redact(words));
}
function wordsOf(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return '';
    if (trimmed.startsWith('<'))
        return markupWords(trimmed);
    try {
        return jsonWords(JSON.parse(trimmed)) ?? '';
    }
    catch {
        return trimmed;
    }
}
function jsonWords(body) {
    if (typeof body === 'string')
        return body;
    if (!isRecord(body))
        return undefined;
    return (messageIn(body.detail) ??
        error_body_text(body.message) ??
        messageIn(body.error) ??
        messageIn(body.errors) ??
        error_body_text(body.title));
}
function messageIn(value) {
    if (Array.isArray(value))
        return value.map(fieldMessage).filter(Boolean).join('; ') || undefined;
    return error_body_text(value) ?? (isRecord(value) ? error_body_text(value.message) : undefined);
}
/** FastAPI's `{loc, msg}`, Prime's `{param, details}`, or a plain string. */
function fieldMessage(problem) {
    if (!isRecord(problem))
        return error_body_text(problem);
    const place = Array.isArray(problem.loc) ? problem.loc.map(String).join('.') : error_body_text(problem.param);
    const words = error_body_text(problem.msg) ?? error_body_text(problem.details) ?? error_body_text(problem.message);
    return place && words ? `${place}: ${words}` : (words ?? place);
}
/** A gateway's page by its title, an object store's XML by its message. */
function markupWords(markup) {
    const element = (name) => new RegExp(`<${name}[^>]*>([^<]{1,300})</${name}>`, 'i').exec(markup)?.[1];
    const code = element('Code');
    const message = plainCharacters(element('Message'));
    if (code || message)
        return [code, message].filter(Boolean).join(': ');
    const title = element('title')?.trim();
    return title ? `an HTML page, "${title}"` : 'an HTML page';
}
/** The five entities that XML itself defines; `&amp;` last, so that nothing is decoded twice. */
function plainCharacters(text) {
    return text
        ?.replaceAll('&quot;', '"')
        .replaceAll('&apos;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
}
/** Control characters, line separators and direction marks out of the way; then at most 500 characters. */
function plainLine(words) {
    const line = words
        .replace(/[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
        .replace(/ {2,}/g, ' ')
        .trim();
    return (0,clip/* clip */.$)(line, LONGEST);
}
function error_body_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/src/clouds/http/json.js
var json = __webpack_require__(8462);
;// CONCATENATED MODULE: ./lib/src/clouds/http/retry-after.js
/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms` first, else `Retry-After` as seconds or
 * as an HTTP date (contracts/sgp.openapi.yaml, headers). A date is counted from the reply's own `Date`, so that
 * a runner whose clock is wrong waits as long as the server meant. `undefined` where nothing usable is asked.
 */
function retryAfterMs(header, now = Date.now()) {
    const milliseconds = positive(header('retry-after-ms'));
    if (milliseconds !== undefined)
        return milliseconds;
    const value = header('retry-after')?.trim();
    if (!value)
        return undefined;
    if (/^\d+(\.\d+)?$/.test(value))
        return positive(String(Number(value) * 1000));
    const until = Date.parse(value);
    if (Number.isNaN(until))
        return undefined;
    const from = Date.parse(header('date') ?? '');
    return positive(String(until - (Number.isNaN(from) ? now : from)));
}
function positive(text) {
    const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
    return Number.isFinite(value) && value > 0 ? Math.ceil(value) : undefined;
}
/** The server's own decision, where it sends one (`x-should-retry`). */
function shouldRetry(header) {
    const value = header('x-should-retry')?.trim().toLowerCase();
    return value === 'true' ? true : value === 'false' ? false : undefined;
}

;// CONCATENATED MODULE: ./lib/src/clouds/http/failure.js




/** An `HttpError` with the retry advice of the reply's headers; callers see it as an `HttpError`. */
class FailedCall extends errors/* HttpError */.j$ {
    advice;
    constructor(facts, options, advice) {
        super(facts, options);
        this.advice = advice;
    }
}
/** Bytes of a refusal that are read for its words. */
const REFUSAL_BYTES = 64 * 1024;
const GENERAL_HINTS = {
    401: 'Check the input `api-key`: the cloud does not accept it.',
    402: 'The account’s plan or balance does not allow this: look at its billing page.',
    403: 'Check the inputs `account-id` and `api-key`: the key is valid, but not for this account or resource.',
    404: 'Check `base-url` and the ids that were given: this account has nothing of that name.',
    413: 'The archive is larger than the cloud takes: leave more out by the ignore file, or choose a smaller `context`.',
};
/** The error for a reply outside 2xx; reads its words. */
async function refusedReply(reply, context) {
    const { status } = reply;
    const detail = await (0,json/* readBounded */.CB)(reply, REFUSAL_BYTES).then(({ text }) => detailOf(text, context.redact), () => '');
    const advice = {
        retryAfterMs: retryAfterMs(reply.header),
        shouldRetry: shouldRetry(reply.header),
        transient: true,
        connected: true,
        location: reply.header('location'),
    };
    const redirect = status >= 300 && status < 400;
    const hint = redirect
        ? 'Check `base-url`: credentials are never sent on to where a redirect points.'
        : (context.hints[status] ?? GENERAL_HINTS[status] ?? overloadHint(status, advice.retryAfterMs));
    const words = redirect ? `a redirect${placeOf(advice.location)}` : detail;
    return new FailedCall({ method: context.method, url: context.url, status, effect: effectOf(status), detail: words }, hint === undefined ? {} : { hint }, advice);
}
/** Where a redirect points, as it was written; `undefined` for any other error. It may be a credential. */
function locationOf(error) {
    if (!(error instanceof FailedCall) || error.status < 300 || error.status >= 400)
        return undefined;
    return error.advice.location;
}
/** The error for a request that got no reply, or not a whole one. */
function lostReply(fault, effect, context, cause) {
    return new FailedCall({ method: context.method, url: context.url, status: 0, effect, detail: context.redact(fault.detail) }, { hint: fault.hint, cause }, { transient: fault.transient, connected: fault.connected });
}
/** The error for a 2xx whose body is not what the contract says; a POST behind it has most likely happened. */
function unreadableReply(status, detail, context) {
    return new FailedCall({ method: context.method, url: context.url, status, effect: 'maybe', detail: context.redact(detail) }, { hint: 'Check `base-url`: this does not look like the cloud’s API.' }, { transient: true, connected: true });
}
/**
 * contracts/README.md, common status mapping: whether a refused request can have had an effect. 408 and 5xx leave it
 * open.
 */
function effectOf(status) {
    return status === 408 || (status >= 500 && status !== 503) ? 'maybe' : 'no';
}
function overloadHint(status, waitMs) {
    if (status === 408 || (status >= 500 && status !== 503))
        return 'The fault is on the cloud’s side: run the job again, and look at its status page if it happens again.';
    if (status !== 429 && status !== 503)
        return undefined;
    const asked = waitMs === undefined ? '' : ` and asks to wait ${Math.ceil(waitMs / 1000)} s`;
    return `The cloud is ${status === 429 ? 'limiting requests' : 'overloaded'}${asked}: run the job again later.`;
}
function placeOf(location) {
    try {
        return location ? ` to ${new URL(location).origin}` : '';
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 8462:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: function() { return /* binding */ readBounded; },
/* harmony export */   Vh: function() { return /* binding */ readJson; },
/* harmony export */   Xl: function() { return /* binding */ ReplyFault; }
/* harmony export */ });
/** Bytes of a JSON reply that are read at the most; the largest page we ask for stays far below. */
const LARGEST_REPLY = 10 * 1024 * 1024;
/** What is wrong with a reply's content, for the reader of the error; says nothing of the request. */
class ReplyFault extends Error {
    name = 'ReplyFault';
}
/**
 * The whole reply as a value, `undefined` where it is empty.
 *
 * @throws {ReplyFault} when it is too large or not JSON; a broken connection's error as it is.
 */
async function readJson(reply) {
    const { text, whole } = await readBounded(reply, LARGEST_REPLY);
    if (!whole)
        throw new ReplyFault(`the reply is larger than ${LARGEST_REPLY / 1024 / 1024} MiB`);
    // With the white space a byte order mark is taken off, which no parser of JSON accepts.
    const json = text.trim();
    if (json === '')
        return undefined;
    try {
        return JSON.parse(json);
    }
    catch {
        throw new ReplyFault(json.startsWith('<') ? 'the reply is HTML, not JSON' : 'the reply is not JSON');
    }
}
/** The first `limit` bytes of a reply as text; what is left is dropped. */
async function readBounded(reply, limit) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of reply.body) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > limit)
            break;
    }
    if (bytes > limit)
        reply.discard();
    return { text: Buffer.concat(chunks).subarray(0, limit).toString('utf8'), whole: bytes <= limit };
}


/***/ }),

/***/ 9902:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: function() { return /* binding */ multipartBody; },
/* harmony export */   h: function() { return /* binding */ fileBody; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);


/** Bytes read from disk at once. */
const CHUNK = 128 * 1024;
/**
 * Buffers that are filled in turn, since fresh ones pile up faster than they are collected: 400 MB took 60 MB more.
 * A socket that has more than some kilobytes to send asks its writer to wait, so that no buffer is still being sent
 * when its turn comes again, six chunks later.
 */
const BUFFERS = 8;
/** The file's bytes alone, e.g. for a PUT. */
function fileBody(file, contentType) {
    return { contentType, bytes: file.bytes, open: () => chunksOf(file.path) };
}
/**
 * A `multipart/form-data` body (RFC 7578) with its exact length: the fields in their order, then the file, which
 * is read from disk as the socket takes it. Object stores demand the length and the order.
 * @param part absent: a form of fields alone
 */
function multipartBody(fields, part) {
    const boundary = `cloud-build-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(18).toString('hex')}`;
    const texts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`);
    const opening = part &&
        `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(part.field)}"; ` +
            `filename="${quoted(part.fileName)}"\r\ncontent-type: ${part.contentType}\r\n\r\n`;
    const head = Buffer.from(`${texts.join('')}${opening ?? ''}`);
    const tail = Buffer.from(`${part ? '\r\n' : ''}--${boundary}--\r\n`);
    return {
        contentType: `multipart/form-data; boundary=${boundary}`,
        bytes: head.length + (part?.file.bytes ?? 0) + tail.length,
        open: async function* () {
            yield head;
            if (part)
                yield* chunksOf(part.file.path);
            yield tail;
        },
    };
}
/** As browsers escape names in `content-disposition`. */
function quoted(name) {
    return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
/** Reads one chunk ahead. A chunk is good until six more have been taken. */
async function* chunksOf(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
    const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(CHUNK));
    let turn = 0;
    const read = () => file.read(buffers[turn++ % BUFFERS], 0, CHUNK);
    let next = read();
    try {
        for (;;) {
            const { buffer, bytesRead } = await next;
            if (bytesRead === 0)
                return;
            next = read();
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await next.catch(() => undefined);
        await file.close();
    }
}


/***/ }),

/***/ 5591:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: function() { return /* binding */ createSharedPace; },
/* harmony export */   q: function() { return /* binding */ createPace; }
/* harmony export */ });
/** The pace of one client: all calls that wait continue when the pause is over. */
function createPace(clock) {
    let until = Number.NEGATIVE_INFINITY;
    return {
        hold: (ms) => {
            until = Math.max(until, clock.now() + ms);
        },
        accepted: () => undefined,
        left: () => Math.max(0, until - clock.now()),
    };
}
/** Milliseconds of a pause for which the cloud gave no time. */
const LEAST_PAUSE = 500;
/** Between two calls after a first refusal, doubled with each further one, and the most. Milliseconds. */
const FIRST_SPACING = 25;
const WIDEST_SPACING = 2_000;
/** What is left of the spacing after each call that was not refused. */
const SPACING_DECAY = 0.9;
/**
 * The pace of many clients of one account. After a pause a hundred calls would come at once and be refused again. So
 * each call takes the next slot in a queue. Slots are further apart after each refusal, and closer again after each
 * success.
 */
function createSharedPace(clock) {
    let until = Number.NEGATIVE_INFINITY;
    let next = Number.NEGATIVE_INFINITY;
    let spacing = 0;
    return {
        hold: (ms) => {
            const now = clock.now();
            // Refusals of calls that were under way together are one refusal.
            if (now >= until)
                spacing = Math.min(WIDEST_SPACING, Math.max(FIRST_SPACING, spacing * 2));
            until = Math.max(until, now + Math.max(ms, LEAST_PAUSE));
        },
        accepted: () => {
            spacing = spacing * SPACING_DECAY < 1 ? 0 : spacing * SPACING_DECAY;
        },
        left: () => {
            const now = clock.now();
            const at = Math.max(now, until, spacing === 0 ? now : next);
            next = at + spacing;
            return at - now;
        },
    };
}


/***/ })

};
