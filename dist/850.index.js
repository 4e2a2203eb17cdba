export const id = 850;
export const ids = [850,21];
export const modules = {

/***/ 8462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   Xl: () => (/* binding */ ReplyFault)
/* harmony export */ });
/* unused harmony export LARGEST_REPLY */
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
    if (text.trim() === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        throw new ReplyFault(text.trimStart().startsWith('<') ? 'the reply is HTML, not JSON' : 'the reply is not JSON');
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

/***/ 9850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   initiate: () => (/* binding */ initiate),
/* harmony export */   sketch: () => (/* binding */ sketch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _present_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5909);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3809);
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(341);
/* harmony import */ var _room_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4954);





const INITIATE_PATH = '/api/v1/images/build';
/**
 * Only what was given: without a visibility an existing tag keeps its own (contracts/prime.openapi.yaml,
 * initiateBuild). Snake case here, and never both spellings (contracts/README.md, disagreement 16).
 */
function initiateBody(request, team) {
    return (0,_present_js__WEBPACK_IMPORTED_MODULE_2__/* .present */ .E)({
        image_name: request.imageName,
        image_tag: request.imageTag,
        dockerfile_path: request.dockerfile,
        platform: request.platform,
        team_id: team,
        visibility: request.visibility?.toUpperCase(),
    });
}
/**
 * Registers a build and gets its upload URL. A lost answer took the URL with it, so that the request is just sent
 * again: what it leaves behind is a record that nobody starts, never a second build.
 *
 * @throws {UserError} where the quota is used up or the answer is not one.
 */
async function initiate(room, request, progress, signal) {
    const call = {
        method: 'POST',
        path: INITIATE_PATH,
        json: initiateBody(request, room.team),
        idempotent: true,
        graceMs: _room_js__WEBPACK_IMPORTED_MODULE_3__/* .GRACE */ .Z,
        isFinal: _quota_js__WEBPACK_IMPORTED_MODULE_1__/* .isQuota */ .h,
        hints: { 403: 'Check `account-id`: the key must belong to that team and may build for it.' },
        signal,
    };
    const begin = (reply) => {
        const begun = readBegun((0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .Pf)(reply, 'a registered build'), request, room.clock.now());
        progress.secret(begun.uploadUrl);
        room.client.secret(begun.uploadUrl);
        room.memory.note(begun.build.id);
        room.memory.name(begun.build.id, begun.build);
        progress.submitted({ ...begun.build, unstarted: true });
        return begun;
    };
    return (0,_quota_js__WEBPACK_IMPORTED_MODULE_1__/* .underQuota */ .d)(room, signal, () => room.client.request(call, begin));
}
function readBegun(fields, request, now) {
    const id = (0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(fields, 'build_id', 'buildId');
    const uploadUrl = (0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(fields, 'upload_url', 'uploadUrl');
    if (id === undefined || uploadUrl === undefined) {
        const missing = id === undefined ? 'build_id' : 'upload_url';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The cloud registered the build, but its answer holds no \`${missing}\``, {
            hint: 'Check `base-url`; if it is right, the API has changed: please report it.',
        });
    }
    const seconds = Number(fields.expires_in ?? fields.expiresIn ?? Number.POSITIVE_INFINITY);
    const build = (0,_present_js__WEBPACK_IMPORTED_MODULE_2__/* .present */ .E)({
        id,
        status: 'queued',
        rawStatus: 'PENDING',
        imageName: request.imageName,
        imageTag: request.imageTag,
        image: (0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(fields, 'fullImagePath', 'full_image_path'),
    });
    return {
        build,
        uploadUrl,
        expiresAt: now + (Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : seconds * 1000),
    };
}
/** What a submit would send, for a dry run; the team is a credential's part and unknown there. */
function sketch(request) {
    return [
        { method: 'POST', path: INITIATE_PATH, fields: initiateBody(request, undefined) },
        {
            method: 'PUT',
            path: '<presigned URL>',
            fields: { 'content-type': 'application/octet-stream', 'content-length': String(request.archive.bytes) },
        },
        { method: 'POST', path: `${INITIATE_PATH}/<build id>/start`, fields: { context_uploaded: 'true' } },
    ];
}


/***/ }),

/***/ 341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ underQuota),
/* harmony export */   h: () => (/* binding */ isQuota)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8021);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3809);



/** The answer that looks like a rate limit and never passes (contracts/README.md, disagreement 20). */
const QUOTA = /image (storage )?limit exceeded/i;
/** Images that are looked through for what could go, and milliseconds that this may take. */
const IMAGES = 250;
const LOOK = 5_000;
const NAMED = 3;
function isQuota({ status, detail }) {
    return status === 429 && QUOTA.test(detail);
}
/**
 * Runs a call that may meet an exhausted quota; the call itself must not be tried again then (`isFinal: isQuota`).
 *
 * @throws {UserError} that names what could be deleted; every other error as it is.
 */
async function underQuota(room, signal, call) {
    try {
        return await call();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$) || !isQuota(error))
            throw error;
        const candidates = await deletable(room, /storage/i.test(error.detail), signal);
        const named = candidates.length === 0 ? '' : `, for example ${candidates.join(', ')}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The account has no room for another image: ${error.detail}`, {
            hint: `Delete images at Prime Intellect that nobody needs any more${named}; then run the job again.`,
            cause: error,
        });
    }
}
/** The largest images where room is short, else the oldest. Not finding any is no further fault. */
async function deletable({ client, team }, byBytes, signal) {
    try {
        const images = await client.request({
            method: 'GET',
            path: '/api/v1/images',
            query: { teamId: team, limit: IMAGES },
            isFinal: () => true,
            signal: (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .limited */ .TJ)(signal, LOOK),
        }, readImages);
        const order = byBytes
            ? (one, other) => other.bytes - one.bytes
            : (one, other) => one.at.localeCompare(other.at);
        return images.toSorted(order).slice(0, NAMED).map(words);
    }
    catch {
        return [];
    }
}
/** One image has several rows: its bytes are theirs together, its time is the newest. */
function readImages(reply) {
    const rows = (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce)(reply) && Array.isArray(reply.data) ? reply.data.filter(_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce) : [];
    const images = new Map();
    for (const row of rows) {
        const name = nameOf(row);
        if (name === undefined)
            continue;
        const at = (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .instantOf */ .B9)(row, 'pushedAt') ?? (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .instantOf */ .B9)(row, 'completedAt') ?? (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .instantOf */ .B9)(row, 'createdAt') ?? '';
        const known = images.get(name);
        const bytes = (known?.bytes ?? 0) + (typeof row.sizeBytes === 'number' ? row.sizeBytes : 0);
        images.set(name, { name, bytes, at: known && known.at > at ? known.at : at });
    }
    return [...images.values()];
}
function nameOf(row) {
    const name = (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(row, 'imageName');
    const tag = (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(row, 'imageTag');
    return (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(row, 'displayRef') ?? (name && tag ? `${name}:${tag}` : undefined);
}
function words({ name, bytes, at }) {
    const facts = [at.slice(0, 10), bytes > 0 ? `${Math.ceil(bytes / 1_000_000)} MB` : ''].filter(Boolean);
    return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}


/***/ }),

/***/ 4954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ GRACE)
/* harmony export */ });
/** Milliseconds for which a cancelled step still awaits the id of what it has just made (docs/platform.md, Cancel). */
const GRACE = 2_500;


/***/ }),

/***/ 3809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   Ce: () => (/* binding */ isFields),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   gZ: () => (/* binding */ demandedText)
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
/** The first of these members that is a text with something in it. */
function textOf(fields, ...names) {
    for (const name of names) {
        const value = fields[name];
        if (typeof value === 'string' && value !== '')
            return value;
    }
    return undefined;
}
/** @throws {ReplyFault} naming the member and what stands in its place. */
function demandedText(fields, what, ...names) {
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

/***/ 8021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   TJ: () => (/* binding */ limited),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4995);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);



const systemClock = {
    now: () => performance.now(),
    sleep: async (ms, signal) => {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal ? { signal } : {});
        }
        catch (cause) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AbortedError */ .oM('the wait was aborted', { cause });
        }
    },
};
/**
 * Calls `attempt` until it succeeds, the plan gives up or the budget is spent; the last error is rethrown itself.
 * A wait that would outlast the budget is not begun.
 */
async function retry(attempt, plan) {
    const clock = plan.clock ?? systemClock;
    const deadline = clock.now() + plan.budgetMs;
    return (0,p_retry__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .Ay)((count) => attempt(count), {
        retries: plan.retries,
        minTimeout: 0,
        maxTimeout: 0,
        ...(plan.signal ? { signal: plan.signal } : {}),
        onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
            if (retriesLeft === 0)
                return;
            const waitMs = plan.signal?.aborted ? undefined : plan.delayOf(error, attemptNumber);
            if (waitMs === undefined || clock.now() + waitMs > deadline)
                throw error;
            plan.onRetry?.(error, attemptNumber, waitMs);
            await clock.sleep(waitMs, plan.signal);
        },
    });
}
/**
 * A signal that fires with `signal`, or after `ms` milliseconds, whichever comes first. In place of
 * `AbortSignal.timeout`, whose signal the collector takes where only an `AbortSignal.any` knows of it, so that it never
 * fires (nodejs/node#57736): here the running timer holds it.
 */
function limited(signal, ms) {
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AbortedError */ .oM(`${ms} ms have passed`)), ms);
    // A process that has nothing else to do need not wait for it.
    timer.unref();
    const sooner = AbortSignal.any([signal, over.signal]);
    // One that nobody listens to may forget that its source has fired (nodejs/node#65995).
    sooner.addEventListener('abort', () => clearTimeout(timer), { once: true });
    return sooner;
}


/***/ }),

/***/ 4995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};
