export const id = 622;
export const ids = [622,21];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 744:
/***/ ((module) => {

/**
 * Helpers.
 */

var s = 1000;
var m = s * 60;
var h = m * 60;
var d = h * 24;
var w = d * 7;
var y = d * 365.25;

/**
 * Parse or format the given `val`.
 *
 * Options:
 *
 *  - `long` verbose formatting [false]
 *
 * @param {String|Number} val
 * @param {Object} [options]
 * @throws {Error} throw an error if val is not a non-empty string or a number
 * @return {String|Number}
 * @api public
 */

module.exports = function (val, options) {
  options = options || {};
  var type = typeof val;
  if (type === 'string' && val.length > 0) {
    return parse(val);
  } else if (type === 'number' && isFinite(val)) {
    return options.long ? fmtLong(val) : fmtShort(val);
  }
  throw new Error(
    'val is not a non-empty string or a valid number. val=' +
      JSON.stringify(val)
  );
};

/**
 * Parse the given `str` and return milliseconds.
 *
 * @param {String} str
 * @return {Number}
 * @api private
 */

function parse(str) {
  str = String(str);
  if (str.length > 100) {
    return;
  }
  var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
    str
  );
  if (!match) {
    return;
  }
  var n = parseFloat(match[1]);
  var type = (match[2] || 'ms').toLowerCase();
  switch (type) {
    case 'years':
    case 'year':
    case 'yrs':
    case 'yr':
    case 'y':
      return n * y;
    case 'weeks':
    case 'week':
    case 'w':
      return n * w;
    case 'days':
    case 'day':
    case 'd':
      return n * d;
    case 'hours':
    case 'hour':
    case 'hrs':
    case 'hr':
    case 'h':
      return n * h;
    case 'minutes':
    case 'minute':
    case 'mins':
    case 'min':
    case 'm':
      return n * m;
    case 'seconds':
    case 'second':
    case 'secs':
    case 'sec':
    case 's':
      return n * s;
    case 'milliseconds':
    case 'millisecond':
    case 'msecs':
    case 'msec':
    case 'ms':
      return n;
    default:
      return undefined;
  }
}

/**
 * Short format for `ms`.
 *
 * @param {Number} ms
 * @return {String}
 * @api private
 */

function fmtShort(ms) {
  var msAbs = Math.abs(ms);
  if (msAbs >= d) {
    return Math.round(ms / d) + 'd';
  }
  if (msAbs >= h) {
    return Math.round(ms / h) + 'h';
  }
  if (msAbs >= m) {
    return Math.round(ms / m) + 'm';
  }
  if (msAbs >= s) {
    return Math.round(ms / s) + 's';
  }
  return ms + 'ms';
}

/**
 * Long format for `ms`.
 *
 * @param {Number} ms
 * @return {String}
 * @api private
 */

function fmtLong(ms) {
  var msAbs = Math.abs(ms);
  if (msAbs >= d) {
    return plural(ms, msAbs, d, 'day');
  }
  if (msAbs >= h) {
    return plural(ms, msAbs, h, 'hour');
  }
  if (msAbs >= m) {
    return plural(ms, msAbs, m, 'minute');
  }
  if (msAbs >= s) {
    return plural(ms, msAbs, s, 'second');
  }
  return ms + ' ms';
}

/**
 * Pluralization helper.
 */

function plural(ms, msAbs, n, name) {
  var isPlural = msAbs >= n * 1.5;
  return Math.round(ms / n) + ' ' + name + (isPlural ? 's' : '');
}


/***/ }),

/***/ 8103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ki: () => (/* binding */ readRunning),
/* harmony export */   LW: () => (/* binding */ saveRunning),
/* harmony export */   Vq: () => (/* binding */ AWAITED_MS),
/* harmony export */   _Q: () => (/* binding */ awaitMain),
/* harmony export */   ui: () => (/* binding */ isUnfinished)
/* harmony export */ });
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8021);

/** How far from the time of sending a build may be dated and be ours: an upload's length and a clock's fault. */
const AWAITED_MS = 15 * 60_000;
/** For so long post lets a main that still runs end what it is sending; main looks for post's mark every second. */
const OVERLAP_MS = 6_000;
const LOOK_MS = 100;
const KEY = 'running';
function saveRunning(state, running) {
    state.save(KEY, JSON.stringify(running));
}
/** @returns `undefined` where main submitted nothing or left nothing readable. */
function readRunning(state) {
    const saved = state.read()[KEY];
    if (saved === undefined)
        return undefined;
    try {
        return JSON.parse(saved);
    }
    catch {
        return undefined;
    }
}
/** Whether the cloud may still be at work for this run. */
function isUnfinished({ submitting, building, previewId }) {
    return building || submitting !== undefined || previewId !== undefined;
}
/** What main has saved once it no longer sends anything, or has gone, or has had its time. */
async function awaitMain(state) {
    for (let left = OVERLAP_MS;; left -= LOOK_MS) {
        const running = readRunning(state);
        if (running?.submitting === undefined || left <= 0 || !isAlive(running.submitting.pid))
            return running;
        await _wait_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml.sleep(LOOK_MS);
    }
}
function isAlive(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 3198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/host/console.js + 4 modules
var host_console = __webpack_require__(14);
// EXTERNAL MODULE: ./lib/src/host/host.js
var host_host = __webpack_require__(9751);
// EXTERNAL MODULE: ./lib/src/host/state.js
var host_state = __webpack_require__(8520);
// EXTERNAL MODULE: ./lib/src/host/trigger.js + 1 modules
var host_trigger = __webpack_require__(6183);
// EXTERNAL MODULE: ./lib/src/modes/cancel/running.js
var cancel_running = __webpack_require__(8103);
// EXTERNAL MODULE: ./lib/src/modes/step/open-cloud.js + 1 modules
var open_cloud = __webpack_require__(9392);
// EXTERNAL MODULE: ./lib/src/modes/step/open-forge.js
var open_forge = __webpack_require__(9796);
// EXTERNAL MODULE: ./lib/src/present.js
var present = __webpack_require__(5909);
// EXTERNAL MODULE: ./lib/src/settings/connection.js
var settings_connection = __webpack_require__(5488);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __webpack_require__(6997);
// EXTERNAL MODULE: ./lib/src/settings/reader.js
var settings_reader = __webpack_require__(5131);
;// CONCATENATED MODULE: ./lib/src/settings/access.js




/**
 * The part of the settings that needs neither event nor workspace.
 * @throws {UserError} where main's credentials are no longer to be had
 */
function readAccess(env, clouds, mask) {
    (0,settings_connection/* maskCredentials */.B)(env, Object.values(clouds), mask);
    const faults = (0,settings_faults/* collectFaults */.CM)();
    const reader = (0,settings_reader/* openReader */.cE)(env, faults);
    const cloud = reader.choice('cloud');
    const connection = cloud && (0,settings_connection/* readConnection */.d)(env, reader, clouds[cloud], 'required', faults);
    if (cloud === undefined || connection === undefined || faults.count() > 0)
        return faults.fail();
    const cancelOnAbort = reader.flag('cancel-on-abort');
    return (0,present/* present */.E)({ cloud, connection, cancelOnAbort, githubToken: reader.text('github-token') });
}

;// CONCATENATED MODULE: ./lib/src/post.js










/**
 * After the job: what main left running is stopped. Idempotent, and never a reason for a job to fail: the main
 * step has told the result already.
 */
async function post(env) {
    const host = (0,host_host/* detectHost */.k)(env);
    const console = (0,host_console/* openConsole */.O)(host);
    try {
        const state = (0,host_state/* openState */.G)(env, host, console);
        const running = await takeOver(host, state);
        if (running === undefined && !leftWords(state))
            return;
        const access = readAccess(env, traits/* CLOUD_TRAITS */.Q, console.mask);
        if (running !== undefined)
            await stopWhatRuns(console, access, running).catch(cannotFinish(console));
        await lookAfterForge({ env, host, console, state }, access);
    }
    catch (thrown) {
        cannotFinish(console)(thrown);
    }
}
/**
 * From now on main, where it still runs, says nothing more; it is left the time to learn the id of what it has
 * just sent (docs/platform.md, "main vs post race").
 */
async function takeOver(host, state) {
    const running = (0,cancel_running/* readRunning */.Ki)(state);
    if (host.can.postOverlapsMain || (running && (0,cancel_running/* isUnfinished */.ui)(running)))
        state.markCancelled();
    return host.can.postOverlapsMain ? (0,cancel_running/* awaitMain */._Q)(state) : running;
}
function cannotFinish(console) {
    return (thrown) => console.warning(`The post step could not finish: ${(0,errors/* messageOf */.bD)(thrown)}`);
}
/** Whether main said anything on the forge that may have to be corrected or repaired. */
function leftWords(state) {
    const { comment, githubDeployment } = state.read();
    return Boolean(comment || githubDeployment);
}
/** The build has been seen to first: what the pull request says of it can wait, and may fail. */
async function lookAfterForge(of, access) {
    if (!leftWords(of.state))
        return;
    const { settleComment } = await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(580), __webpack_require__.e(421), __webpack_require__.e(614), __webpack_require__.e(681)]).then(__webpack_require__.bind(__webpack_require__, 6681));
    const { endLeftDeployment } = await __webpack_require__.e(/* import() */ 534).then(__webpack_require__.bind(__webpack_require__, 5534));
    const trigger = (0,host_trigger/* readTrigger */.v)(of.env, of.host);
    const forge = (0,open_forge/* forgeOpener */.T)({ ...of, trigger, token: access.githubToken });
    await endLeftDeployment(of.state, forge, of.console);
    await settleComment({ ...of, trigger, forge });
}
async function stopWhatRuns(console, access, running) {
    if (!access.cancelOnAbort || !(0,cancel_running/* isUnfinished */.ui)(running))
        return;
    const { STOP_WITHIN_MS, stopRunning } = await __webpack_require__.e(/* import() */ 976).then(__webpack_require__.bind(__webpack_require__, 1976));
    const { cloud, within } = (0,open_cloud/* cloudOpener */.L)(access, console);
    await within(STOP_WITHIN_MS, async () => stopRunning(console, await cloud(), running));
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
