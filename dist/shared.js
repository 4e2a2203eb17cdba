export const id = "shared";
export const ids = ["shared"];
export const modules = {

/***/ 1287:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: function() { return /* binding */ openConnections; }
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8585);
/* harmony import */ var _network_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7145);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7878);




/** Milliseconds for a connection (DNS, connect and TLS), and for a proxy's answer to CONNECT. */
const CONNECT_MS = 10_000;
/**
 * Connections that are kept open and shared by all users of the returned object.
 * @param env where the proxy is read from
 * @param lookup resolves names, if no proxy does that
 */
function openConnections(env = process.env, { lookup } = {}) {
    const known = new Map();
    const to = async (url, fresh) => {
        const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyFor */ .iJ)(url, env)?.href;
        await parserReady();
        const name = `${fresh ? 'fresh' : 'kept'} ${proxy ?? ''}`;
        const existing = known.get(name);
        if (existing)
            return existing;
        const opened = dispatcher(proxy, fresh, lookup);
        known.set(name, opened);
        return opened;
    };
    return {
        to,
        fetch: async (url, init) => {
            const dispatcher = await to(new URL(url), false);
            // Only the forge needs it.
            const { fetch } = await __webpack_require__.e(/* import() | fetch */ "fetch").then(__webpack_require__.bind(__webpack_require__, 9951));
            // The library and Node have different types for the same objects.
            const own = { ...init, dispatcher };
            return (await fetch(url, own));
        },
    };
}
function dispatcher(proxy, fresh, lookup) {
    const connect = { timeout: CONNECT_MS, ...(lookup && { lookup }) };
    const options = { connect, ...(fresh ? { pipelining: 0 } : {}) };
    if (proxy === undefined)
        return new undici__WEBPACK_IMPORTED_MODULE_3__/* .Agent */ .g6(options);
    // Without `proxyTunnel` plain http is forwarded, as proxies expect; https uses CONNECT anyway.
    return new undici__WEBPACK_IMPORTED_MODULE_3__/* .ProxyAgent */ .kT({
        ...options,
        uri: proxy,
        proxyTunnel: false,
        clientFactory: tunnelPool,
    });
}
/**
 * Connections to a proxy for tunnels. undici 6 retries at once and for ever if a proxy closes after CONNECT (it takes
 * the error for one of an idle connection), waits for ever if the proxy is silent, and reports a refused tunnel
 * twice.
 */
function tunnelPool(origin, options) {
    const pool = new undici__WEBPACK_IMPORTED_MODULE_3__/* .Pool */ .bC(origin, options);
    const connect = pool.connect.bind(pool);
    return Object.assign(pool, { connect: (asked) => openTunnel(connect, asked) });
}
/** @throws {TunnelError} if the proxy opens no tunnel; errors of DNS, connect and TLS are thrown unchanged */
async function openTunnel(connect, asked) {
    const limit = new AbortController();
    const silent = new _network_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .TunnelError */ .T(`no answer to CONNECT within ${CONNECT_MS / 1000} s`, { kind: 'silent' });
    let timer;
    const late = new Promise((_resolve, reject) => {
        timer = setTimeout(() => {
            limit.abort(silent);
            reject(silent);
        }, CONNECT_MS);
    });
    try {
        const tunnel = await Promise.race([connect({ ...asked, signal: limit.signal }), late]);
        if (tunnel.statusCode === 200)
            return tunnel;
        tunnel.socket.on('error', () => { }).destroy();
        const words = `CONNECT was answered ${tunnel.statusCode}`;
        throw new _network_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .TunnelError */ .T(words, { kind: 'refused', status: tunnel.statusCode });
    }
    catch (thrown) {
        throw isUnsettled(thrown) ? new _network_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .TunnelError */ .T(thrown.message, { kind: 'closed', cause: thrown }) : thrown;
    }
    finally {
        clearTimeout(timer);
    }
}
/** An error after which undici tries the connection again by itself. */
function isUnsettled(thrown) {
    const { code } = thrown;
    return thrown instanceof Error && (code === 'UND_ERR_SOCKET' || code === 'UND_ERR_INFO');
}
let ready;
/**
 * Resolves once undici has loaded its parser. Only then it listens to its first connection: if that is closed
 * earlier, the request waits for ever, and nothing keeps the process alive.
 */
function parserReady() {
    ready ??= new Promise((resolve) => {
        const socket = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Duplex({ read: () => { }, write: (_chunk, _encoding, done) => done() });
        const client = new undici__WEBPACK_IMPORTED_MODULE_3__/* .Client */ .Kj('http://parser.invalid', {
            connect: (_options, callback) => callback(null, socket),
        });
        const over = () => {
            client.destroy().catch(() => { });
            resolve();
        };
        client.once('connect', over);
        client.request({ path: '/', method: 'GET' }).catch(over);
    });
    return ready;
}


/***/ }),

/***/ 604:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: function() { return /* binding */ graceAfter; },
/* harmony export */   F7: function() { return /* binding */ inSeconds; },
/* harmony export */   Gg: function() { return /* binding */ leftAfterAbort; },
/* harmony export */   T9: function() { return /* binding */ runWithin; },
/* harmony export */   Wh: function() { return /* binding */ unlessAborted; },
/* harmony export */   XR: function() { return /* binding */ LATE; },
/* harmony export */   Xu: function() { return /* binding */ childScope; },
/* harmony export */   _: function() { return /* binding */ timeoutSignal; },
/* harmony export */   ww: function() { return /* binding */ attemptDeadline; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/**
 * All ways to end a wait early: an `AbortSignal` that fires with its parent or after a time, whichever comes first.
 * Timers keep their signals alive, and the listener on a parent is removed when the wait is over: on Node 20
 * `AbortSignal.any` and `AbortSignal.timeout` do neither (nodejs/node#57736).
 */

/** A timeout, with the error name that `AbortSignal.timeout` uses. */
class TimeOverError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM {
    name = 'TimeoutError';
}
/** The length of a wait in a message: milliseconds as seconds with at most one decimal, such as `2.5 s`. */
function inSeconds(ms) {
    return `${Math.round(ms / 100) / 10} s`;
}
/**
 * A signal that fires with `signal`, or after `ms` milliseconds, whichever comes first. Used instead of
 * `AbortSignal.timeout`: its signal may be garbage-collected if only an `AbortSignal.any` refers to it, and then
 * never fires (nodejs/node#57736). Here the running timer keeps it alive.
 */
function timeoutSignal(signal, ms) {
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new TimeOverError(`the ${inSeconds(ms)} for this are over`)), ms);
    // It must not keep the process alive.
    timer.unref();
    const sooner = AbortSignal.any([signal, over.signal]);
    // Without a listener it may miss that its source has fired (nodejs/node#65995).
    sooner.addEventListener('abort', () => clearTimeout(timer), { once: true });
    return sooner;
}
/**
 * The rest, in milliseconds and never below zero, of the `ms` that a cancelled step may take to end, counted from the
 * moment when `signal` fired with an `AbortedError`. All of it if it has not fired.
 */
function leftAfterAbort(signal, ms) {
    const at = signal.aborted && signal.reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM ? signal.reason.at : performance.now();
    return Math.max(0, at + ms - performance.now());
}
/** What `runWithin` resolves to if the task was not done in time. */
const LATE = Symbol('late');
/**
 * Runs `task` for at most `ms` milliseconds. Its signal fires when the time is over or `signal` fires, and the wait
 * ends even if the task ignores it.
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
/** The result of `promise`, unless `signal` fires first; for sources that may ignore their signal. */
async function unlessAborted(promise, signal) {
    let onAbort = () => undefined;
    const left = new Promise((_resolve, reject) => {
        onAbort = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM('the wait was aborted'));
    });
    if (signal.aborted)
        onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([promise, left]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}
/** A scope that ends with its parent or by `end`. In Node 20 `AbortSignal.any` would keep a reference to the parent. */
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
 * A signal for one attempt. Not `AbortSignal.any`: on Node 20 it keeps its result as long as the caller's signal
 * exists, and a phase makes hundreds of requests with one signal.
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

/***/ 4647:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: function() { return /* binding */ carriesError; },
/* harmony export */   c4: function() { return /* binding */ isProgress; },
/* harmony export */   wH: function() { return /* binding */ isClosing; }
/* harmony export */ });
/** Judges one line of a build log: an error, progress, or only a closing line. */
/** Characters of a line that are read: enough to recognise its kind. */
const LOOKED_AT = 1000;
/**
 * Lines that only report progress, of which package managers and registries print hundreds: pip, apt, npm, cargo,
 * BuildKit's layers (`sha256:… 1.05MB / 29.15MB`), and bars or percentages at the line's end or beginning.
 */
const PROGRESS = /^\s*(?:(?:Collecting|Downloading|Downloaded|Fetching|Pulling|Extracting|Unpacking|Preparing to unpack|Selecting previously|Setting up|Processing triggers|Using cached|Obtaining dependency|Requirement already satisfied|Compiling|Receiving objects|Resolving deltas|Building wheel|Created wheel|Stored in directory)\b|(?:Get|Hit|Ign):\d+ |(?:resolve|extracting|sha256:)\S* |npm http |\(?\d{1,3}%|\[[=>#. -]{3,}\])|(?:\d{1,3}%|[━█▏▎▍▌▋▊▉#=]{5,}|\[[=>#. -]{5,}\]).{0,60}$/;
const ERROR = /\b(?:errors?|fatal|exception|traceback|panic|cannot|could not|can't|not found|no such|denied|failed|undefined|invalid|unable to|refused|killed)\b|\b[A-Z]\w*(?:Error|Exception)\b/i;
/** Builders end a failure with the exit status of the command, and print separator lines around repeated output. */
const CLOSING = /did not complete successfully|failed to solve|returned a non-zero code|exit(?:ed with)?(?: code| status)?:? \d+\s*$|^\s*(?:[-=>]{3,}|> \[)/i;
/** Whether the line only reports progress: such lines are left out first. */
function isProgress(line) {
    const seen = line.slice(0, LOOKED_AT);
    return PROGRESS.test(seen) && !ERROR.test(seen);
}
/** Whether the line reports an error, by the words that tools use for one. */
function carriesError(line) {
    return ERROR.test(line.slice(0, LOOKED_AT));
}
/** Whether the line only repeats that something failed, without the reason. */
function isClosing(line) {
    return CLOSING.test(line.slice(0, LOOKED_AT));
}


/***/ }),

/***/ 7145:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: function() { return /* binding */ TunnelError; },
/* harmony export */   k: function() { return /* binding */ networkFault; }
/* harmony export */ });
const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const UNREACHABLE = new Set([
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'EHOSTDOWN',
    'ENETUNREACH',
    'ENETDOWN',
    'EADDRNOTAVAIL',
    'UND_ERR_CONNECT_TIMEOUT',
]);
const TLS = /^(ERR_SSL|ERR_TLS|EPROTO|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|UND_ERR_PRX_TLS)/;
/** Why a proxy opened no tunnel: it closed the connection, gave no answer, or refused with `status`. */
class TunnelError extends Error {
    name = 'TunnelError';
    kind;
    status;
    constructor(words, { kind, status = 0, cause }) {
        super(words, cause === undefined ? undefined : { cause });
        this.kind = kind;
        this.status = status;
    }
}
/**
 * @param host of the request, as the author would write it.
 * @param proxy the proxy's host, if there was one; never its credentials.
 */
function networkFault(error, host, proxy) {
    const { code, message, syscall } = factsOf(error);
    const via = proxy ? ` through the proxy ${proxy}` : '';
    const where = proxy
        ? '`base-url`, HTTPS_PROXY and NO_PROXY'
        : '`base-url`, and whether the runner may reach it';
    const tunnel = tunnelErrorIn(error);
    if (proxy && tunnel)
        return withoutTunnel(tunnel, host, proxy);
    if (proxy && /Proxy Authentication/i.test(message))
        return withoutTunnel(new TunnelError(message, { kind: 'refused', status: 407 }), host, proxy);
    if (UNKNOWN_HOST.has(code))
        return lost(`the host ${proxy ?? host} is unknown (${code})`, `Check the host in ${where}.`);
    if (UNREACHABLE.has(code) || (code === 'ETIMEDOUT' && syscall === 'connect'))
        return lost(`${host}${via} takes no connection (${code})`, `Check ${where}.`);
    if (TLS.test(code) || code === 'HOSTNAME_MISMATCH')
        return untrusted(code, message, host);
    if (/before secure TLS connection/.test(message))
        return lost(`${host}${via} broke off the TLS handshake`, `Check ${where}.`);
    return {
        detail: `the connection to ${host}${via} broke (${code || message})`,
        hint: 'If it happens again, look at the cloud’s status page and at the runner’s network.',
        connected: true,
        transient: !code.startsWith('HPE_'),
    };
}
function lost(detail, hint) {
    return { detail, hint, connected: false, transient: true };
}
function untrusted(code, message, host) {
    const plain = /wrong version number|packet length too long/i.test(message);
    return {
        detail: plain
            ? `${host} does not speak TLS (${code})`
            : `the certificate of ${host} is not trusted (${code})`,
        hint: plain
            ? 'Check the port and `https` in `base-url`.'
            : 'Check `base-url`; behind a proxy that inspects TLS, give its CA to the runner with NODE_EXTRA_CA_CERTS.',
        connected: false,
        transient: false,
    };
}
function withoutTunnel({ kind, status, message }, host, proxy) {
    const did = {
        refused: `refused the way to ${host} (${status})`,
        closed: `closed the connection instead of opening the way to ${host}`,
        silent: `took the connection and gave no way to ${host}: ${message}`,
    };
    return {
        detail: `the proxy ${proxy} ${did[kind]}`,
        hint: 'Check HTTPS_PROXY (with user and password, where it wants them) and NO_PROXY.',
        connected: false,
        transient: kind !== 'refused' || status >= 500,
    };
}
function tunnelErrorIn(error) {
    const seen = [error, error?.cause];
    return seen.find((each) => each instanceof TunnelError);
}
/**
 * Node wraps the errors of several addresses, and the library some of its own; the first one with a code has the
 * reason.
 */
function factsOf(error) {
    const { errors, cause } = (error ?? {});
    const seen = [error, ...(Array.isArray(errors) ? errors : []), cause];
    const own = (name) => seen.map((each) => each?.[name]).find((value) => typeof value === 'string') ?? '';
    const message = seen.map((each) => each?.message ?? '').join(' ');
    return { code: own('code'), syscall: own('syscall'), message: message.trim() };
}


/***/ }),

/***/ 7878:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ noProxyForToolkit; },
/* harmony export */   iJ: function() { return /* binding */ proxyFor; }
/* harmony export */ });
/* unused harmony export isDirect */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/**
 * Whether a request goes direct or through a proxy of the environment. One rule for the clouds, their storages, the
 * forge and the runner's cache: that of @actions/http-client (HTTP_PROXY, HTTPS_PROXY, NO_PROXY, each in either case;
 * loopback is always direct), plus the forms of NO_PROXY that curl and Go know.
 */


/**
 * The proxy for requests to this address, credentials included; `undefined` for a direct request.
 * @throws {UserError} if the variable names no usable proxy; its value is never repeated
 */
function proxyFor(url, env = process.env) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const value = either(env, name)?.trim();
    if (!value || isDirect(url, env))
        return undefined;
    const proxy = addressOf(value);
    if (proxy?.hostname && /^https?:$/.test(proxy.protocol))
        return proxy;
    const hint = 'Give an address such as http://proxy.example.com:3128; the kinds http and https are known, and what is special in user and password is escaped (@ as %40).';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The variable ${name.toUpperCase()} names no proxy that can be used`, { hint });
}
/** `undefined` for text that is no address, or whose user or password cannot be read. */
function addressOf(value) {
    const address = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
    if (!URL.canParse(address))
        return undefined;
    const proxy = new URL(address);
    // A lone percent sign in a password stands for itself, as for curl; the library would throw.
    proxy.username = proxy.username.replaceAll(LONE_PERCENT, '%25');
    proxy.password = proxy.password.replaceAll(LONE_PERCENT, '%25');
    try {
        decodeURIComponent(proxy.username + proxy.password);
        return proxy;
    }
    catch {
        return undefined;
    }
}
const LONE_PERCENT = /%(?![\da-f]{2})/gi;
/** Whether requests to this address use no proxy, because of NO_PROXY or because it is this machine. */
function isDirect(url, env = process.env) {
    const target = targetOf(url);
    return isLoopback(target.host) || noProxyEntries(env).some((entry) => matches(entry, target));
}
/**
 * NO_PROXY for a client that only knows the toolkit's forms (`host`, `.host`, `host:port`, `*`).
 * @param urls the known addresses of that client's requests: those that another form excludes are added by their host
 */
function noProxyForToolkit(urls, env = process.env) {
    const known = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url));
    const direct = known.filter((url) => isDirect(url, env)).map((url) => url.hostname);
    const plain = noProxyEntries(env).map((entry) => entry.replace(/^\*(?=\.)/, ''));
    return [...new Set([...direct, ...plain])].join(',');
}
function either(env, name) {
    return env[name] || env[name.toUpperCase()];
}
/** Entries are separated by commas, blanks or both (curl accepts both, Go and the toolkit commas). */
function noProxyEntries(env) {
    const entries = (either(env, 'no_proxy') ?? '').toLowerCase().split(/[\s,]+/);
    return entries.filter((entry) => entry !== '');
}
function targetOf(url) {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return { host: withoutBrackets(url.hostname), port };
}
/** Without the brackets of an IPv6 address and a trailing dot. */
function withoutBrackets(host) {
    return host
        .toLowerCase()
        .replace(/^\[(.*)\]$/, '$1')
        .replace(/\.$/, '');
}
function isLoopback(host) {
    if (host === 'localhost' || host.endsWith('.localhost'))
        return true;
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0 && (within('127.0.0.0/8', host) || within('::1/128', host));
}
function matches(entry, target) {
    if (entry === '*')
        return true;
    const { name, port } = splitPort(entry);
    if (port !== undefined && port !== target.port)
        return false;
    if (name === '*')
        return true;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(target.host) !== 0)
        return within(name.includes('/') ? name : hostRange(name), target.host);
    const suffix = name.replace(/^\*(?=\.)/, '').replace(/\.$/, '');
    if (suffix.startsWith('.'))
        return target.host.endsWith(suffix);
    return target.host === suffix || target.host.endsWith(`.${suffix}`);
}
/** An IPv6 address contains colons: with a port it is in brackets. */
function splitPort(entry) {
    const [, bracketed, rest = ''] = /^\[([^\]]*)\](.*)$/.exec(entry) ?? [];
    if (bracketed !== undefined) {
        const port = /^:(\d+)$/.exec(rest)?.[1];
        return {
            name: `${bracketed}${rest.startsWith('/') ? rest : ''}`,
            ...(port === undefined ? {} : { port }),
        };
    }
    const [, name, port] = /^([^:]*):(\d+)$/.exec(entry) ?? [];
    return name === undefined || port === undefined ? { name: entry } : { name, port };
}
function hostRange(address) {
    return `${address}/${(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) ? 128 : 32}`;
}
/** Whether an address is in a CIDR range; `false` for an invalid range. */
function within(range, address) {
    const [, network = '', bits = ''] = /^(.*)\/(\d{1,3})$/.exec(range) ?? [];
    const kind = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network);
    const length = Number(bits);
    if (kind === 0 || bits === '' || length > (kind === 6 ? 128 : 32))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(network, length, kind === 6 ? 'ipv6' : 'ipv4');
    return list.check(address, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) ? 'ipv6' : 'ipv4');
}


/***/ })

};
