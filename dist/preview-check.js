export const id = "preview-check";
export const ids = ["preview-check"];
export const modules = {

/***/ 8572:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkPreview: function() { return /* binding */ checkPreview; }
});

// EXTERNAL MODULE: ./lib/src/connections.js
var src_connections = __webpack_require__(1287);
// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/network-fault.js
var network_fault = __webpack_require__(7145);
// EXTERNAL MODULE: ./lib/src/proxy.js
var proxy = __webpack_require__(7878);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/src/public-address.js
/** Which addresses are in a non-public network, and a look-up of names that refuses such addresses. */



/** RFC 6890 and its registry: this host, private, shared, loopback, link-local (cloud metadata too), tests, multicast, reserved. */
const NOT_PUBLIC = [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
    ['::', 127],
    ['64:ff9b::', 96],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
];
const list = new external_node_net_.BlockList();
for (const [network, bits] of NOT_PUBLIC)
    list.addSubnet(network, bits, (0,external_node_net_.isIPv6)(network) ? 'ipv6' : 'ipv4');
/** @param address an IP address as Node writes it; an IPv4 address inside of IPv6 counts as IPv4 */
function isPublicAddress(address) {
    return (0,external_node_net_.isIP)(address) !== 0 && !list.check(address, (0,external_node_net_.isIPv6)(address) ? 'ipv6' : 'ipv4');
}
/** The non-public addresses of a host: those that its name resolves to, or the address itself. */
async function privateAddressesOf(hostname) {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    if ((0,external_node_net_.isIP)(host) !== 0)
        return isPublicAddress(host) ? [] : [host];
    const found = await (0,promises_.lookup)(host, { all: true }).catch(() => []);
    return found.map(({ address }) => address).filter((address) => !isPublicAddress(address));
}
/** A name that resolves to an address that must not be requested. */
class PrivateAddressError extends Error {
    name = 'PrivateAddressError';
    code = 'EPRIVATE';
    constructor(host) {
        super(`${host} is an address of a private network`);
    }
}
/**
 * A look-up for `net.connect`. The checked address is the one that is connected to, so that a name cannot resolve to
 * another one between check and connection (DNS rebinding).
 * @param allowed private addresses that may be connected to anyway
 */
function publicLookup(allowed) {
    return (hostname, options, callback) => {
        (0,external_node_dns_.lookup)(hostname, { ...options, all: true }, (error, found) => {
            if (error)
                return callback(error, '');
            if (found.some(({ address }) => !mayConnect(address, allowed)))
                return callback(new PrivateAddressError(hostname), '');
            const [first] = found;
            if (options.all)
                callback(null, found);
            else
                callback(null, first?.address ?? '', first?.family);
        });
    };
}
/** @param host as in a URL: a name passes here and is checked when it is resolved */
function mayConnect(host, allowed) {
    const address = host.replace(/^\[(.*)\]$/, '$1');
    return (0,external_node_net_.isIP)(address) === 0 || allowed.has(address) || isPublicAddress(address);
}

// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
// EXTERNAL MODULE: ./lib/src/follow/pause.js
var follow_pause = __webpack_require__(808);
;// CONCATENATED MODULE: ./lib/src/follow/preview-check.js








const REQUEST_MS = 10_000;
const LEAST_MS = 1_000;
const MOST_REDIRECTS = 5;
/** Of a body, for its first line. */
const BODY_BYTES = 4_096;
const LONGEST_LINE = 200;
/**
 * Requests a preview until it answers 2xx. No credential is sent. A redirect is followed only on the same host, and
 * an address in a private network is requested only if the preview's own address is there too.
 * @throws {AbortedError} when `signal` fires
 */
async function checkPreview(url, options) {
    const { withinMs, pollIntervalMs: ceilingMs, signal, clock = wait/* systemClock */.m } = options;
    const began = clock.now();
    const elapsed = () => clock.now() - began;
    const { ask, allowed } = await openAsker(options);
    // An address, unlike a name, never leads elsewhere later: waiting would change nothing.
    if (!mayConnect(url.hostname, allowed))
        return { end: 'silent', afterMs: elapsed(), words: noAnswer(new PrivateAddressError(url.hostname)) };
    let before = '';
    for (;;) {
        const left = Math.max(LEAST_MS, withinMs - elapsed());
        const answer = await ask(url, Math.min(REQUEST_MS, left));
        if (answer === 'success')
            return { end: 'answered', afterMs: elapsed() };
        if (answer !== before)
            options.onAnswer(answer);
        before = answer;
        const pause = (0,follow_pause/* pauseAfter */.l)(elapsed(), { ceilingMs });
        if (elapsed() + pause > withinMs)
            return { end: 'silent', afterMs: elapsed(), words: answer };
        await clock.sleep(pause, signal);
    }
}
async function openAsker({ previewUrl, signal, env = process.env }) {
    const own = previewUrl === undefined ? [] : await privateAddressesOf(new URL(previewUrl).hostname);
    const allowed = new Set(own);
    const connections = (0,src_connections/* openConnections */.q)(env, { lookup: publicLookup(allowed) });
    const ask = async (url, withinMs) => {
        const limit = new AbortController();
        const timer = setTimeout(() => limit.abort(), withinMs);
        const either = AbortSignal.any([signal, limit.signal]);
        try {
            return await (0,deadline/* unlessAborted */.Wh)(follow(connections, url, allowed, either), either);
        }
        catch (thrown) {
            if (signal.aborted)
                throw thrown;
            if (limit.signal.aborted)
                return `no reply within ${(0,deadline/* inSeconds */.F7)(withinMs)}`;
            return noAnswer(thrown, networkReason(thrown, url, env));
        }
        finally {
            clearTimeout(timer);
            limit.abort();
        }
    };
    return { ask, allowed };
}
/** Like a status, the end of a sentence: "<address> gave …". */
function noAnswer(thrown, reason = (0,errors/* messageOf */.bD)(thrown)) {
    return `no answer: ${reason}`;
}
function networkReason(thrown, url, env) {
    if (thrown instanceof PrivateAddressError || !(thrown instanceof Error) || !('code' in thrown))
        return undefined;
    return (0,network_fault/* networkFault */.k)(thrown, url.host, (0,proxy/* proxyFor */.iJ)(url, env)?.host).detail;
}
async function follow(connections, start, allowed, signal) {
    let url = start;
    for (let hop = 0;; hop += 1) {
        if (!mayConnect(url.hostname, allowed))
            throw new PrivateAddressError(url.hostname);
        const dispatcher = await connections.to(url, true);
        const { statusCode, headers, body } = await dispatcher.request({
            origin: url.origin,
            path: url.pathname + url.search,
            method: 'GET',
            headers: { 'user-agent': 'cloud-build-action', accept: '*/*' },
            signal,
        });
        body.on('error', () => { });
        if (statusCode >= 200 && statusCode < 300)
            return 'success';
        if (statusCode < 300 || statusCode >= 400)
            return refusalWords(statusCode, await firstLine(body));
        const next = redirectIn(url, [headers.location].flat()[0]);
        if (typeof next === 'string')
            return `${statusCode}, ${next}`;
        if (hop === MOST_REDIRECTS)
            return `${statusCode}, redirected more than ${MOST_REDIRECTS} times`;
        url = next;
    }
}
/** Where a redirect may be followed to, or why it is not. */
function redirectIn(from, location) {
    if (location === undefined || !URL.canParse(location, from.href))
        return 'redirected to nowhere';
    const to = new URL(location, from);
    if (to.host === from.host && to.protocol === from.protocol)
        return to;
    return `redirected to ${to.host} (${to.protocol}//), which is not followed`;
}
function refusalWords(status, line) {
    return line === '' ? `${status}` : `${status}: ${line}`;
}
async function firstLine(body) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= BODY_BYTES)
            break;
    }
    body.destroy();
    const text = Buffer.concat(chunks).subarray(0, BODY_BYTES).toString('utf8');
    return (text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '').trim().slice(0, LONGEST_LINE);
}


/***/ })

};
