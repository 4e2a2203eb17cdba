import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
/***/ (function(__unused_webpack_module, exports) {

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
/***/ (function(module) {

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

/***/ 2613:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 1553:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 8474:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 3916:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ 643:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 481:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 7075:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ (function(module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8934:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: function() { return /* binding */ clip; }
/* harmony export */ });
/**
 * At most `limit` characters; a cut text ends with `…` and never with half a surrogate pair. Only the beginning of a
 * text is read, so that a line of 50 MB is as fast as a short one.
 */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}


/***/ }),

/***/ 2249:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: function() { return /* binding */ LONGEST_PIPECAT_AGENT; },
/* harmony export */   m: function() { return /* binding */ isPipecatAgent; }
/* harmony export */ });
/** contracts/pipecat.openapi.yaml, CreateAgentRequest; the pattern needs two characters. */
const PIPECAT_AGENT = /^[a-z0-9]([-a-z0-9]*[a-z0-9])$/;
const LONGEST_PIPECAT_AGENT = 54;
function isPipecatAgent(name) {
    return name.length <= LONGEST_PIPECAT_AGENT && PIPECAT_AGENT.test(name);
}


/***/ }),

/***/ 4809:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jk: function() { return /* binding */ refuseUnsafeAddress; },
/* harmony export */   U9: function() { return /* binding */ isLoopback; },
/* harmony export */   ZT: function() { return /* binding */ isLoopbackLiteral; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5071);

/**
 * Whether the address stays on this machine (RFC 1122, RFC 4291). `localhost` does by its name. A name below it does
 * if all its addresses do, since some resolvers ask the network for it in spite of RFC 6761.
 */
async function isLoopback(url, resolve = addressesOf) {
    const { hostname } = url;
    if (isLoopbackLiteral(hostname))
        return true;
    if (!/\.localhost\.?$/.test(hostname))
        return false;
    const addresses = await resolve(hostname).catch(() => []);
    return addresses.length > 0 && addresses.every(isLoopbackAddress);
}
/** Whether a host is this machine without asking anybody: `localhost`, or an address as URL writes it. */
function isLoopbackLiteral(hostname) {
    return hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[(.*)\]$/, '$1'));
}
/** Of text that URL or the resolver has normalised. */
function isLoopbackAddress(address) {
    return address === '::1' || /^127(?:\.\d{1,3}){3}$/.test(address);
}
async function addressesOf(hostname) {
    // Loaded late: it would cost milliseconds at each start, and few runs need it.
    const { lookup } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1553, 19));
    return (await lookup(hostname, { all: true })).map(({ address }) => address);
}
/**
 * Refuses an upload address to which the author's sources must not be sent: any that is not encrypted. This machine
 * is allowed where `base-url` is this machine as well; a remote cloud must not send us to our own loopback.
 * @throws {UserError} with the host alone: the rest of a presigned address is a credential
 */
async function refuseUnsafeAddress(address, baseUrl, resolve) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol === 'https:')
        return;
    const hint = 'Check `base-url`: this does not look like the cloud’s API.';
    if (url === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The cloud gave an upload address that is no URL', { hint });
    const where = `${url.protocol}//${url.host}`;
    if (url.protocol !== 'http:' || !(await isLoopback(url, resolve))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The cloud wants the archive sent to ${where}, which is not encrypted`, { hint });
    }
    if (await isLoopback(new URL(baseUrl), resolve))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The cloud wants the archive sent to ${where}, which is this machine, although the cloud is another one`, { hint });
}


/***/ }),

/***/ 2100:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: function() { return /* binding */ CLOUD_TRAITS; }
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2249);

/** Settings of an agent that are sent one by one, and how its deployment is followed. */
const AGENT_INPUTS = [
    'deploy-wait',
    'secret-set',
    'image-credentials',
    'agent-profile',
    'min-agents',
    'max-agents',
    'max-session-duration',
    'krisp-viva',
    'managed-keys',
];
const MIB = 1024 * 1024;
/** contracts/README.md, Limits: refuse above 500 MiB, warn above 500 MB; the unit is open. */
const ARCHIVE_LIMIT = { refuseAbove: 500 * MIB, warnAbove: 500_000_000 };
/**
 * Our own limit; the contract limits only the archive. Ten times that: real sources do not compress better, only
 * sparse files do.
 */
const CONTENT_LIMIT = 5000 * MIB;
/** contracts/README.md, "Hosts, auth, environment". */
const CLOUD_TRAITS = {
    sgp: {
        name: 'sgp',
        title: 'Scale GenAI Platform',
        baseUrl: 'https://api.egp.scale.com',
        variables: {
            key: ['SGP_API_KEY'],
            account: ['SGP_ACCOUNT_ID'],
            baseUrl: ['SGP_CLIENT_BASE_URL'],
            headers: 'SGP_CLIENT_CUSTOM_HEADERS',
        },
        account: 'required',
        inputs: new Set(['agent-name', 'agent-id', 'image', 'build-args', 'environment-config', 'manifest']),
        platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
        agentNames: {
            accepted: 'lower-case letters, digits and hyphens',
            fits: (name) => /^[a-z0-9-]+$/.test(name),
        },
        imagesNeedTag: true,
        deploys: true,
        projectFile: 'manifest.yaml',
        dockerfileEntry: { name: 'Dockerfile', keepsOriginal: true },
        leavesOutCredentials: false,
        entryPrefix: '',
        contextHash: 'working-tree',
        findsBuildsBy: 'tree-hash',
        buildsNameAgents: true,
        contentLimit: CONTENT_LIMIT,
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
        inputs: new Set(['source-image', 'visibility', 'vm-image']),
        platforms: ['linux/amd64', 'linux/arm64'],
        // contracts/prime.openapi.yaml, initiateBuild: public images of these; registries of Google are refused.
        sourceRegistries: [
            'docker.io',
            'ghcr.io',
            'quay.io',
            'public.ecr.aws',
            'registry.k8s.io',
            'mcr.microsoft.com',
        ],
        plainImageNames: true,
        startsBuildsById: true,
        deploys: false,
        dockerfileEntry: { name: '.__prime_dockerfile__', keepsOriginal: true },
        leavesOutCredentials: false,
        entryPrefix: './',
        contextHash: 'working-tree',
        findsBuildsBy: 'nothing',
        buildsNameAgents: false,
        contentLimit: CONTENT_LIMIT,
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
        inputs: new Set(['agent-name', 'image', 'region', 'manifest', ...AGENT_INPUTS]),
        platforms: ['linux/arm64'],
        agentNames: {
            accepted: '2 to 54 lower-case letters, digits and hyphens, neither end a hyphen',
            fits: (name, target) => target === 'none' ||
                (target === 'preview' ? /^[a-z0-9][a-z0-9-]*$/.test(name) : (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isPipecatAgent */ .m)(name)),
        },
        deploys: true,
        previewsAreAgents: true,
        projectFile: 'pcc-deploy.toml',
        dockerfileEntry: 'in-place',
        leavesOutCredentials: true,
        leavesOutProjectFile: true,
        entryPrefix: '',
        contextHash: 'archive-md5',
        findsBuildsBy: 'archive-hash',
        buildsNameAgents: false,
        // As the vendor's clients refuse it (contracts/README.md, Limits).
        contentLimit: 500 * MIB,
        archiveLimit: ARCHIVE_LIMIT,
    },
};


/***/ }),

/***/ 5071:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: function() { return /* binding */ messageOf; },
/* harmony export */   j$: function() { return /* binding */ HttpError; },
/* harmony export */   oM: function() { return /* binding */ AbortedError; },
/* harmony export */   yo: function() { return /* binding */ UserError; }
/* harmony export */ });
/**
 * What failed, where, and what to do about it.
 *
 * `UserError` is for everything the reader of the log can fix: its message is shown unchanged. `HttpError` is a reply
 * that was not a success; it has no header, and of the body only the server's message.
 */
/** An error whose message is written for the author of the workflow. */
class UserError extends Error {
    name = 'UserError';
    /** What to do next, in one sentence. */
    hint;
    /** The place of the annotation. */
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
/** The workflow was cancelled: not a fault; every module passes it on. */
class AbortedError extends Error {
    name = 'AbortedError';
    /** When, on the clock of `performance.now()`. */
    at = performance.now();
    /** A request was sent that may have had its effect, and its answer had not come. */
    unanswered;
    constructor(message, { unanswered = false, ...options } = {}) {
        super(message, options);
        this.unanswered = unanswered;
    }
}
/** The message of any thrown value. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message || thrown.name;
    return String(thrown);
}


/***/ }),

/***/ 6077:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mp: function() { return /* binding */ commonFolder; },
/* harmony export */   _M: function() { return /* binding */ repositoryOf; },
/* harmony export */   zB: function() { return /* binding */ pathInRepository; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _path_inside_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1936);



/** The repository that contains `folder`, searched up to and including `ceiling`; both absolute, links resolved. */
function repositoryOf(folder, ceiling) {
    for (let top = folder;; top = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(top)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, '.git')))
            return { top, workspace: ceiling };
        if (top === ceiling || top === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(top))
            return undefined;
    }
}
/**
 * A file's path in its repository, which a pull request's page uses: after a checkout with `path` the repository is a
 * folder of the workspace. Unchanged if the file is in no repository of the workspace.
 * @param file absolute, or relative to the workspace
 * @returns with `/` between names
 */
function pathInRepository(workspace, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, file);
    const top = repositoryOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), workspace)?.top ?? workspace;
    const folder = (0,_path_inside_js__WEBPACK_IMPORTED_MODULE_2__/* .relativePathInside */ ._)(top, path);
    return folder === undefined || folder === '.' ? file : folder;
}
/**
 * The folder with the repository's objects, refs and configuration: `.git`, or the folder that a `.git` file of a
 * submodule or worktree names (gitrepository-layout(5)).
 * @throws if one of these files cannot be read
 */
function commonFolder({ top }) {
    const git = gitFolder(top);
    const pointer = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(git, 'commondir');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(pointer) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(git, pointerText(pointer).trim()) : git;
}
function gitFolder(top) {
    const git = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, '.git');
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(git).isDirectory())
        return git;
    const [, way] = /^gitdir: ([^\n]+)\n?$/.exec(pointerText(git)) ?? [];
    if (way === undefined)
        throw new Error(`${git} names no folder`);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(top, way.trimEnd());
}
/** Bytes: a path and a word. */
const LONGEST_POINTER = 64 * 1024;
/** The checkout's author controls this file: it may be a device without end, or a FIFO that blocks. */
function pointerText(file) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file);
    if (!found.isFile() || found.size > LONGEST_POINTER)
        throw new Error(`${file} is no pointer to a folder`);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
}


/***/ }),

/***/ 5262:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $q: function() { return /* binding */ WORKER_ARGUMENT; },
/* harmony export */   kc: function() { return /* binding */ CONTENT_LIMIT; },
/* harmony export */   tK: function() { return /* binding */ CONTENT_FILE; }
/* harmony export */ });
/** The first argument of the worker process of `build-cache.ts`; no runner gives a step arguments. */
const WORKER_ARGUMENT = 'cloud-build-memory';
/** The file through which the worker and its parent pass an entry's content, in a folder that only they use. */
const CONTENT_FILE = 'content';
/** Bytes of an entry's content; a longer one is neither written nor read. */
const CONTENT_LIMIT = 1024 * 1024;


/***/ }),

/***/ 9875:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: function() { return /* reexport */ drained; },
  O: function() { return /* binding */ openConsole; }
});

// EXTERNAL MODULE: ./lib/src/without-backticks.js
var without_backticks = __nccwpck_require__(6304);
// EXTERNAL MODULE: ./lib/src/clip.js
var clip = __nccwpck_require__(8934);
;// CONCATENATED MODULE: ./lib/src/host/console/escape-commands.js
/**
 * Escapes log text that a runner would take for a command; everything else stays byte for byte.
 *
 * Three kinds of readers are handled at once (docs/platform.md, "Workflow commands and log injection" and "Commands
 * and log"), and one rule serves them all, so that a log reads the same everywhere:
 *
 * - GitHub `::name …::data` after leading white space: a bar is put before the colons;
 * - GitHub `##[name …]data` anywhere in a line: a space is put before the bracket;
 * - Gitea, Forgejo, act: both forms at the start of a line only, and web pages that fold on them.
 *
 * Lines end at CR, LF or both: GitHub's reader ends them at a lone CR too. U+0085, U+2028 and U+2029 end none. Names
 * are not compared with a list: an unknown name may become a command later.
 */
/**
 * Characters that .NET's linguistic comparison does not see, so that `:<soft hyphen>:` may equal `::` there.
 * White space is not among them except for control characters; the bar and the space we put in never are.
 */
const UNSEEN = '\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}';
/** A fast, linear test that is true for every text that may need a change; most text ends here. */
const SUSPECT = /(?:^|[\r\n])[^\x21-\x39\x3b-\x7e\r\n]*:|#[^\x21-\x7e]*#[^\x21-\x7e]*\[/;
/** Created for the first line that needs them: the Unicode classes would add half a millisecond to each start. */
const patterns = once(() => ({
    colons: new RegExp(`^([\\s${UNSEEN}]*):[${UNSEEN}]*:[${UNSEEN}]*(?=[\\p{L}\\p{N}_])`, 'u'),
    closingColons: new RegExp(`:[${UNSEEN}]*:`, 'u'),
    bracket: new RegExp(`#[${UNSEEN}]*#[${UNSEEN}]*(?=\\[[${UNSEEN}]*[\\p{L}\\p{N}_])`, 'gu'),
}));
/** Web pages fold or hide a line with these prefixes, even without closing colons. */
const FOLDING = /^(?:group|endgroup|add-matcher|remove-matcher)(?![\w-])/i;
/** The text, of one line or many, changed so that no runner finds a command in it. */
function escapeCommands(text) {
    return SUSPECT.test(text) ? text.replace(/[^\r\n]+/g, defuseLine) : text;
}
function defuseLine(line) {
    const { colons, bracket } = patterns();
    const head = colons.exec(line);
    const opened = head && acts(line.slice(head[0].length)) ? (head[1] ?? '') : undefined;
    const barred = opened === undefined ? line : `${opened}| ${line.slice(opened.length)}`;
    // Searched once from the end: searching at every bracket would be quadratic.
    const lastClosing = barred.lastIndexOf(']');
    return lastClosing < 0
        ? barred
        : barred.replace(bracket, (hit, offset) => (offset < lastClosing ? `${hit} ` : hit));
}
function acts(afterColons) {
    return patterns().closingColons.test(afterColons) || FOLDING.test(afterColons);
}
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}

;// CONCATENATED MODULE: ./lib/src/host/console/escape-controls.js
/**
 * Makes characters visible that would act on a terminal or change the reading order of a line: links (OSC 8), the
 * clipboard (OSC 52), cursor and erase sequences, titles, bells, and the controls that turn the direction of text
 * (Unicode Standard Annex 9). Colours and similar (SGR), tabs and line ends stay.
 */
/** C0 without tab and line ends, DEL, C1, and what changes direction. One class for the test and the replacement. */
const CONTROLS = '\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const escape_controls_SUSPECT = new RegExp(`[${CONTROLS}]`);
const COLOUR_OR_CONTROL = new RegExp(`\\x1b\\[([\\d;:]{0,64})m|[${CONTROLS}]`, 'g');
/** 38, 48 and 58 use the parameters after them: `38;5;8` is a colour, not 8 (conceal). */
const EXTENDED = /(?:^|[;:])[345]8[;:](?:5[;:]\d*|2(?:[;:]\d*){3,5})/g;
const CONCEAL = /(?:^|[;:])0*8(?=$|[;:])/;
/** The text, of one line or many, changed so that a terminal only colours it. */
function escapeControls(text) {
    return escape_controls_SUSPECT.test(text) ? text.replace(COLOUR_OR_CONTROL, visible) : text;
}
/** @param parameters of a colour sequence; absent for a control */
function visible(found, parameters) {
    if (parameters === undefined)
        return codes(found);
    return CONCEAL.test(parameters.replaceAll(EXTENDED, '')) ? `${codes('\u001b')}${found.slice(1)}` : found;
}
function codes(control) {
    const code = control.charCodeAt(0);
    return code > 0xff
        ? `\\u${code.toString(16).padStart(4, '0')}`
        : `\\x${code.toString(16).padStart(2, '0')}`;
}

;// CONCATENATED MODULE: ./lib/src/host/console/commands.js



/** Runners cut longer messages (docs/platform.md, annotations). Characters. */
const MESSAGE_LIMIT = 4096;
/** The syntax that all runners understand: `::name key=value,…::data` (docs/platform.md, escaping). */
function commandLine(name, data, can, properties = {}) {
    const pairs = Object.entries(properties).flatMap(([key, value]) => value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`]);
    const head = pairs.length === 0 ? name : `${name} ${pairs.join(',')}`;
    return `::${head}::${escapeData(can.readsCommandsGreedily ? data.replaceAll(/:(?=:)/g, ': ') : data)}\n`;
}
function annotationLine(severity, message, can, target) {
    const { file, line, title } = target ?? {};
    const properties = {
        file,
        line,
        title: title === undefined ? undefined : escapeControls(dotsForBreaks(title)),
    };
    const isList = target?.severalLines === true && can.annotationsOnDiff;
    const text = isList ? (0,clip/* clip */.$)(message.split('\n').map(inert).join('\n'), MESSAGE_LIMIT) : inert(message);
    return commandLine(severity, text, can, properties);
}
/** A plain line, for when the annotations of this severity are used up. */
function plainAnnotation(severity, message) {
    return `${severity[0]?.toUpperCase()}${severity.slice(1)}: ${inert(message)}\n`;
}
/** One line within the limit, without anything that a runner takes for a command. */
function inert(message) {
    return (0,clip/* clip */.$)(escapeCommands(escapeControls(dotsForBreaks(message))), MESSAGE_LIMIT);
}
/** Replaces line breaks by a dot, since some hosts show an annotation as one log line. */
function dotsForBreaks(text) {
    // Not by one regular expression: it would search the end of the line at each blank.
    const lines = text.split(/[\r\n]+/).map((line) => line.trim());
    return lines.filter((line) => line !== '').join(' · ');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./lib/src/host/console/groups.js


/**
 * The foldable groups of a log, and the lines that belong inside or outside of them.
 * @param print a line without its end
 */
function openGroups(command, print) {
    const after = [];
    const waiting = new Map();
    let isOpen = false;
    const endGroup = () => {
        if (isOpen)
            command('endgroup', '');
        isOpen = false;
        for (const text of after.splice(0))
            print(text);
    };
    const group = (title) => {
        endGroup();
        command('group', escapeControls(dotsForBreaks(title)));
        isOpen = true;
        for (const [name, value] of waiting)
            command('save-state', value, { name });
        waiting.clear();
    };
    return {
        afterGroup: (text) => {
            if (isOpen)
                after.push(text);
            else
                print(text);
        },
        endGroup,
        group,
        saveState(name, value, when) {
            waiting.delete(name);
            if (isOpen)
                return command('save-state', value, { name });
            waiting.set(name, value);
            if (when === 'in-next-group')
                return;
            group('State for the post step');
            endGroup();
        },
    };
}

// EXTERNAL MODULE: ./lib/src/secret-forms.js
var secret_forms = __nccwpck_require__(4446);
;// CONCATENATED MODULE: ./lib/src/host/console/masks.js

/**
 * Secrets are masked twice: by the runner, and by us in all that we print, because Gitea's runners before 1.0.7 miss
 * values with `%` or several lines (docs/platform.md, "Commands and log").
 */
function openMasks(can) {
    let secrets = [];
    return {
        add(value) {
            const lines = linesOf(value);
            // Longest first: if a secret contains another one, its rest must not stay readable.
            secrets = [...new Set([...secrets, ...lines.flatMap(secret_forms/* secretForms */.eo)])].sort((a, b) => b.length - a.length);
            return can.readsCommandsGreedily ? lines.flatMap((line) => linesOf(line, '::')) : lines;
        },
        maskText(text) {
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
 * Line by line for every host. Where commands are read greedily, a value with `::` would be printed instead of
 * masked, so its parts are registered.
 */
function linesOf(value, separator = /[\r\n]+/) {
    return value
        .split(separator)
        .map((line) => line.trim())
        .filter((line) => line.length >= secret_forms/* SHORTEST_SECRET */.c3);
}

;// CONCATENATED MODULE: ./lib/src/host/console/output.js
/**
 * Writes to a stream and waits for its back-pressure. If the reader goes away (EPIPE), only the output ends, not the
 * step.
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
    let drained;
    return (text) => {
        if (!open)
            return;
        if (stream.write(text))
            return;
        if (!resume) {
            drained = new Promise((resolve) => {
                resume = resolve;
            });
        }
        return drained;
    };
}

;// CONCATENATED MODULE: ./lib/src/host/console/drain.js
/** Milliseconds without progress after which a reader is not waited for any longer. */
const READER_PAUSE_MS = 60_000;
/** Milliseconds between two checks of the reader's progress. */
const LOOK_MS = 50;
/**
 * Resolves once the reader of this process has read all output, is gone, or has read nothing for `pauseMs`: output
 * that is still in memory is lost when the process ends.
 * @returns whether all of it was read, or there is no reader
 */
async function drained(streams = [process.stdout, process.stderr], pauseMs = READER_PAUSE_MS) {
    const ends = await Promise.all(streams.map((stream) => drainedOne(stream, pauseMs)));
    return ends.every(Boolean);
}
async function drainedOne(stream, pauseMs) {
    let before = stream.writableLength;
    // Counted in checks: loading a clock would cost milliseconds at each start, and most starts have nothing to wait for.
    let pausedMs = 0;
    while (before > 0 && !stream.destroyed && !stream.errored) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        const now = stream.writableLength;
        pausedMs = now < before ? 0 : pausedMs + LOOK_MS;
        if (pausedMs > pauseMs)
            return false;
        before = now;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/src/host/console/console.js








/** Runners take 10 annotations of a kind from one step; two are left for other code in it. */
const ANNOTATIONS_OF_A_KIND = 8;
/** Only we write errors, one for each agent that failed: all ten are used. */
const ERRORS = 10;
/** Characters in one write: large enough for a million lines to be fast, small enough to limit memory. */
const WRITE_SIZE = 128 * 1024;
/** @param write where the text goes; by default stdout. If stdout is closed, the step goes on. */
function openConsole(host, write = writeTo(process.stdout)) {
    const masks = openMasks(host.can);
    const left = {
        notice: ANNOTATIONS_OF_A_KIND,
        warning: ANNOTATIONS_OF_A_KIND,
        error: ERRORS,
    };
    const inert = (text) => escapeCommands(escapeControls(masks.maskText(text)));
    const command = (name, data, properties) => {
        write(commandLine(name, masks.maskText(data), host.can, properties));
    };
    const info = (text) => void write(`${inert(text)}\n`);
    const groups = openGroups(command, info);
    const annotate = (severity) => (message, target) => {
        if (severity === 'error')
            groups.endGroup();
        // The same message may be Markdown in a summary.
        const text = (0,without_backticks/* withoutBackticks */.s)(masks.maskText(message));
        const annotated = left[severity]-- > 0;
        const concealed = target?.title === undefined ? target : { ...target, title: masks.maskText(target.title) };
        write(annotated ? annotationLine(severity, text, host.can, concealed) : plainAnnotation(severity, text));
    };
    return {
        ...groups,
        info,
        debug: (text) => command('debug', escapeControls(dotsForBreaks(text))),
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        mask(value) {
            for (const text of masks.add(value))
                write(commandLine('add-mask', text, host.can));
        },
        maskText: masks.maskText,
        buildLines: (lines) => writeLines(lines, (text) => write(inert(text))),
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

/***/ 1651:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  eB: function() { return /* reexport */ asObject; },
  ry: function() { return /* reexport */ countIn; },
  B0: function() { return /* reexport */ isFork; },
  D7: function() { return /* reexport */ objectIn; },
  vE: function() { return /* reexport */ readTrigger; },
  r7: function() { return /* reexport */ textIn; }
});

// UNUSED EXPORTS: isObject

;// CONCATENATED MODULE: ./lib/src/host/event/payload.js
/** Reading JSON from outside, where any member may be missing, null or of another type. */
/** The member as an object, `{}` if it is not one. */
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

;// CONCATENATED MODULE: ./lib/src/host/event/pull-request.js

/** The payload's pull request, for any event (docs/platform.md, "Payload → PR number"). */
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
    const fork = isFork(pull, repositoryOf(payload));
    const previousHead = textIn(payload, 'before');
    return {
        ...pullRequest(number, textIn(head, 'sha'), textIn(head, 'ref'), fork),
        ...(previousHead && { previousHead }),
        ...stateOf(pull),
    };
}
function fromIssue(payload) {
    const issue = objectIn(payload, 'issue');
    const number = countIn(issue, 'number');
    const isPull = isObject(issue.pull_request) || payload.is_pull === true;
    if (number === undefined || !isPull)
        return undefined;
    return { ...pullRequest(number, undefined, undefined, false), ...stateOf(issue) };
}
/** `undefined` for forks on GitHub: there the forge is asked for the open pull request of `head_sha`. */
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
function stateOf({ state, merged }) {
    if (merged === true || state === 'closed')
        return { open: false };
    return state === 'open' ? { open: true } : {};
}
/**
 * Whether it comes from a fork, a deleted fork, or a branch that exists only as a pull request (AGit flow).
 * @param base the full name of the repository, if the pull request does not have it
 */
function isFork(pull, base) {
    const head = objectIn(pull, 'head');
    const from = objectIn(head, 'repo');
    const to = textIn(objectIn(objectIn(pull, 'base'), 'repo'), 'full_name') ?? base;
    const name = textIn(from, 'full_name');
    if (!isObject(head.repo) || from.fork === true)
        return !isSameRepository(name, to);
    return (name !== undefined && to !== undefined && name !== to) || isAgit(pull, head);
}
/** A repository that is itself a fork gets pull requests from its own branches too. */
function isSameRepository(from, to) {
    return from !== undefined && from === to;
}
/**
 * Gitea keeps an AGit pull request's head in the base repository, without a branch. A deleted branch has the same
 * `ref`, but keeps its label.
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __nccwpck_require__(5071);
;// CONCATENATED MODULE: ./lib/src/host/event/repository.js

function repository_repositoryOf(payload, env) {
    const payloadRepository = objectIn(payload, 'repository');
    const fromPayload = splitName(textIn(payloadRepository, 'full_name'));
    const fromRunner = splitName(env.GITHUB_REPOSITORY);
    const own = fromRunner ?? fromPayload;
    if (own === undefined)
        return undefined;
    const hosts = [hostOf(textIn(payloadRepository, 'html_url')), hostOf(env.GITHUB_SERVER_URL)].filter(isText);
    const names = [fromPayload, fromRunner].filter((one) => one !== undefined);
    const all = names.flatMap(({ owner, name }) => hosts.map((host) => `${host}/${owner}/${name}`));
    const id = countIn(payloadRepository, 'id') ?? wholeNumber(env.GITHUB_REPOSITORY_ID);
    return {
        ...own,
        addresses: [...new Map(all.map((address) => [address.toLowerCase(), address])).values()],
        inPayload: fromPayload !== undefined,
        ...(id === undefined ? {} : { id }),
    };
}
function splitName(fullName) {
    const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(fullName ?? '') ?? [];
    return owner && name ? { owner, name } : undefined;
}
function hostOf(address) {
    if (address === undefined || !URL.canParse(address))
        return undefined;
    const { protocol, host } = new URL(address);
    return /^https?:$/.test(protocol) ? host : undefined;
}
function isText(value) {
    return value !== undefined && value !== '';
}
function wholeNumber(text) {
    return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./lib/src/host/event/trigger.js





/**
 * Reads the event. If the payload is missing or unusual, only the facts from it are absent.
 * @throws {UserError} when the payload's file exists but is not JSON.
 */
function readTrigger(env, host) {
    const event = env.GITHUB_EVENT_NAME ?? '';
    const payload = readPayload(env.GITHUB_EVENT_PATH);
    const pullRequest = pullRequestOf(event, payload, env.GITHUB_REF);
    const defaultBranch = textIn(objectIn(payload, 'repository'), 'default_branch');
    const commit = commitOf(event, payload, pullRequest, env);
    const ref = refOf(event, payload, pullRequest, env);
    const base = baseOf(payload);
    const repository = repository_repositoryOf(payload, env);
    const repositoryUrl = repositoryUrlOf(payload, env);
    const runUrl = runUrlOf(repositoryUrl, env, host);
    const runId = env.GITHUB_RUN_ID;
    return {
        event,
        closed: isObject(payload.pull_request) && payload.action === 'closed',
        pushToDefaultBranch: isPushTo(defaultBranch, event, payload, env),
        secretsWithheld: withholdsSecrets(event, payload, pullRequest, env),
        runNumber: trigger_wholeNumber(env.GITHUB_RUN_NUMBER, 0),
        runAttempt: trigger_wholeNumber(env.GITHUB_RUN_ATTEMPT, 1),
        ...(deletesRef(event, payload) && { refDeleted: true }),
        ...(pullRequest && { pullRequest }),
        ...(commit && { commit }),
        ...(ref && { ref }),
        ...(defaultBranch && { defaultBranch }),
        ...(base && { base }),
        ...(repository && { repository }),
        ...(repositoryUrl && { repositoryUrl }),
        ...(runUrl && { runUrl }),
        ...(runId && { runId }),
    };
}
function isPushTo(branch, event, payload, env) {
    if (event !== 'push' || deletesRef(event, payload) || branch === undefined)
        return false;
    return env.GITHUB_REF === `refs/heads/${branch}`;
}
/** Gitea's payload has no `deleted`. */
function deletesRef(event, payload) {
    return event === 'push' && (payload.deleted === true || isZeros(textIn(payload, 'after')));
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
/** On GitHub an issue comment's payload has no head commit: it comes from the forge or the workspace. */
function commitOf(event, payload, pull, env) {
    const known = pull?.headCommit ??
        textIn(objectIn(payload, 'workflow_run'), 'head_sha') ??
        textIn(objectIn(payload, 'merge_group'), 'head_sha') ??
        (event === 'push' ? commitIn(payload, 'after') : undefined);
    if (known !== undefined)
        return known;
    return pull || deletesRef(event, payload) ? undefined : env.GITHUB_SHA || undefined;
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
/** All zeros mean that there was none: a new branch, or a deleted one. */
function commitIn(of, key) {
    const commit = textIn(of, key);
    return isZeros(commit) ? undefined : commit;
}
function isZeros(commit) {
    return commit !== undefined && /^0+$/.test(commit);
}
const DEPENDABOT = 'dependabot[bot]';
/** `pull_request_target` runs with the base's secrets; Dependabot's events are listed in docs/platform.md. */
function withholdsSecrets(event, payload, pull, env) {
    const fromFork = pull?.fork === true && /^(?:pull_request(?:_review.*)?|workflow_call)$/.test(event);
    const byDependabot = env.GITHUB_ACTOR === DEPENDABOT && /^(?:pull_request|push|create|deployment.*)$/.test(event);
    // Also if another user started the run, the pull request is Dependabot's (docs/interface.md, inputs).
    const author = textIn(objectIn(objectIn(payload, 'pull_request'), 'user'), 'login');
    return fromFork || byDependabot || (event === 'pull_request' && author === DEPENDABOT);
}
/** The payload has the public address; GITHUB_SERVER_URL may be an internal one. */
function repositoryUrlOf(payload, env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
    const fallback = server && name ? `${server.replace(/\/+$/, '')}/${name}` : undefined;
    const page = textIn(objectIn(payload, 'repository'), 'html_url') ?? fallback;
    return page !== undefined && /^https?:\/\//.test(page) ? page.replace(/\/+$/, '') : undefined;
}
function runUrlOf(page, env, host) {
    if (page === undefined)
        return undefined;
    const { GITHUB_RUN_ID: id, GITHUB_RUN_NUMBER: number, GITHUB_RUN_ATTEMPT: attempt } = env;
    if (host.can.runPage === 'by-number' && number)
        return `${page}/actions/runs/${number}?by_index=1`;
    if (host.can.runPage === 'by-id' && id)
        return `${page}/actions/runs/${id}/attempts/${attempt || 1}`;
    return undefined;
}
function trigger_wholeNumber(text, otherwise) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : otherwise;
}

;// CONCATENATED MODULE: ./lib/src/host/event/event.js
/** The event, its pull request, and how payloads are read. */





/***/ }),

/***/ 9751:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: function() { return /* binding */ detectHost; }
/* harmony export */ });
/**
 * Where the step runs. Only this file decides it; other modules ask what the host can do. Source of every row:
 * docs/platform.md.
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
    filePage: 'blob',
    pagesComments: true,
    pageSizeParameter: 'per_page',
};
/** Runners that are based on act share its command reader and its way of cancelling. */
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
    filePage: 'src/commit',
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
            // Since 0.2.79 it prints each step's summary into its log; older ones do not know node24 either.
            summaries: 'shown',
            deploymentsApi: true,
            runPage: 'none',
            filePage: 'blob',
            pagesComments: true,
            pageSizeParameter: 'per_page',
        },
    },
};
/** In this order, because Forgejo also sets Gitea's variable, Gitea also sets act's, and all set GITHUB_ACTIONS. */
const SIGNS = [
    ['FORGEJO_ACTIONS', 'forgejo'],
    ['GITEA_ACTIONS', 'gitea'],
    ['ACT', 'act'],
    ['GITHUB_ACTIONS', 'github'],
];
/** Without any of these variables the host is treated as GitHub, which has the most commands. */
function detectHost(env) {
    const sign = SIGNS.find(([variable]) => isSet(env[variable]));
    return HOSTS[sign?.[1] ?? 'github'];
}
function isSet(value) {
    return value !== undefined && value !== '' && value.toLowerCase() !== 'false';
}


/***/ }),

/***/ 9577:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: function() { return /* binding */ writePrivateFile; },
/* harmony export */   q: function() { return /* binding */ readPrivateFile; }
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);


/**
 * Our own files in a folder that others may write to, such as a RUNNER_TEMP that jobs share: a file or link that
 * someone else put there is not used.
 */
/** Only the owner may read and write. */
const MODE = 0o600;
/** Writes the file completely or not at all, and never through a link. @throws where it cannot be written */
function writePrivateFile(path, text) {
    const fresh = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(fresh, text, { flag: 'wx', mode: MODE });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(fresh, path);
}
/**
 * Its text, if it is a file of this user that nobody else can have written or read: no link, one name, mode 0600.
 * Windows has neither owner nor mode; there only the unguessable name protects it.
 * @returns `undefined` for anything else, also for a missing file
 */
function readPrivateFile(path) {
    let file;
    try {
        const noFollow = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW ?? 0;
        if (noFollow === 0 && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path).isSymbolicLink())
            return undefined;
        // Opening a FIFO must not block the step.
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | noFollow | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0));
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        if (!found.isFile() || found.nlink !== 1)
            return undefined;
        if (process.getuid && (found.uid !== process.getuid() || (found.mode & 0o777) !== MODE))
            return undefined;
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8');
    }
    catch {
        return undefined;
    }
    finally {
        if (file !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}


/***/ }),

/***/ 9536:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: function() { return /* binding */ isPost; },
  G: function() { return /* binding */ openState; }
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/src/host/private-file.js
var private_file = __nccwpck_require__(9577);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/src/host/tolerate.js
var tolerate = __nccwpck_require__(1581);
;// CONCATENATED MODULE: ./lib/src/host/runner-state.js


const SECRET = 'secret-';
/** The prefix of the variables in which post finds secrets. */
const SECRET_STATE = `STATE_${SECRET}`;
/** @throws if the runner gave no file for it */
function appendState(file, line) {
    if (!file)
        throw new Error('GITHUB_STATE is not set');
    // The runner creates the file; a missing one must not be created here.
    if (!(0,external_node_fs_.existsSync)(file))
        throw new Error('GITHUB_STATE names no file');
    (0,external_node_fs_.appendFileSync)(file, `${line}\n`);
}
/** Saved unencoded, so that the runner's masks cover them in its debug log too. */
function secretState(env) {
    const done = new Set();
    return {
        saveSecret(key, value) {
            if (done.has(key))
                return true;
            if (/[\r\n]/.test(value))
                return false;
            const isSaved = (0,tolerate/* tolerate */.j)(() => {
                // The runner creates it readable for others; it and this step are the same user.
                if (env.GITHUB_STATE && process.platform !== 'win32')
                    (0,external_node_fs_.chmodSync)(env.GITHUB_STATE, 0o600);
                appendState(env.GITHUB_STATE, `${SECRET}${key}=${value}`);
            });
            if (isSaved)
                done.add(key);
            return isSaved;
        },
        readSecret: (key) => env[`${SECRET_STATE}${key}`] || undefined,
    };
}

;// CONCATENATED MODULE: ./lib/src/host/state.js






const MAIN_RAN = 'mainRan';
/** Characters. A longer value would make the log's lines too wide, and is only kept in the files. */
const PRINTED = 120;
/** Whether this process is the post step. Only the runner's variables count: anyone may write a file. */
function isPost(env) {
    return Boolean(env[`STATE_${MAIN_RAN}`]);
}
/** In main: saves that main ran, and where its file is. In post: ready to be read. */
function openState(env, host, console) {
    const token = tokenOf(env) ?? (0,external_node_crypto_.randomBytes)(16).toString('base64url');
    // Most steps on GitHub never need it, and the first digest adds half a millisecond to a start.
    let path;
    const file = () => {
        path ??= ownFile(env, token);
        return path;
    };
    const survives = host.can.stateFileSurvivesCancel;
    const keep = keeper({ env, file, survives, console });
    // The file may be newer: main can still be writing it when post has begun.
    const read = () => ({ ...fromRunner(env), ...(survives ? {} : fromFile(file())) });
    const common = {
        token,
        ...secretState(env),
        markCancelled: () => void (0,tolerate/* tolerate */.j)(() => (0,private_file/* writePrivateFile */.P)(`${file()}.cancelled`, '')),
        cancelled: () => (0,private_file/* readPrivateFile */.q)(`${file()}.cancelled`) !== undefined,
    };
    const state = {
        ...common,
        save: (key, text, brief) => keep(key, text, brief ?? (text.length <= PRINTED ? text : undefined)),
        read,
        of: (agent) => {
            const own = {
                ...common,
                agent,
                save: (key, text) => keep(`${key}_${agent}`, text),
                read: () => ownOf({ ...read(), ...keep.saved }, agent),
                of: state.of,
                all: () => [own],
            };
            return own;
        },
        all: () => [state, ...agentsIn(read()).map(state.of)],
    };
    if (!isPost(env))
        keep(MAIN_RAN, token, token, 'at-once');
    return state;
}
/** Saves one value in each way that is needed. `brief`: the short form for the log, if a file has the value too. */
function keeper({ env, file, survives, console }) {
    const saved = {};
    const keep = (key, text, brief, when) => {
        const value = console.maskText(text);
        saved[key] = value;
        const kept = !survives && (0,tolerate/* tolerate */.j)(() => (0,private_file/* writePrivateFile */.P)(file(), JSON.stringify(saved)));
        const written = (0,tolerate/* tolerate */.j)(() => appendState(env.GITHUB_STATE, `${key}=${encode(value)}`));
        if (written && survives)
            return;
        if (kept && brief === undefined)
            return;
        const printed = encode(console.maskText(kept && brief !== undefined ? brief : value));
        console.saveState(key, printed, when ?? (kept ? 'in-next-group' : 'at-once'));
    };
    return Object.assign(keep, { saved });
}
function agentsIn(all) {
    const agents = Object.keys(all).flatMap((key) => /_(\d+)$/.exec(key)?.[1] ?? []);
    return [...new Set(agents.map(Number))];
}
/** What was saved for one agent, under its plain keys. */
function ownOf(all, agent) {
    const end = `_${agent}`;
    const own = Object.entries(all).filter(([key]) => key.endsWith(end));
    return Object.fromEntries(own.map(([key, value]) => [key.slice(0, -end.length), value]));
}
/**
 * One file for one step of one job. Its name cannot be guessed: it is derived from values that the runner passes to
 * post.
 */
function ownFile(env, token) {
    const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION, GITHUB_WORKSPACE } = env;
    const step = [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_JOB, GITHUB_ACTION, GITHUB_WORKSPACE, token];
    const name = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(step)).digest('hex').slice(0, 32);
    return (0,external_node_path_.join)(env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), `cloud-build-action-${name}.json`);
}
function tokenOf(env) {
    const saved = env[`STATE_${MAIN_RAN}`];
    return saved === undefined ? undefined : decode(saved);
}
function fromFile(file) {
    try {
        const content = JSON.parse((0,private_file/* readPrivateFile */.q)(file) ?? '');
        if (typeof content !== 'object' || content === null)
            return {};
        return Object.fromEntries(Object.entries(content).filter((entry) => typeof entry[1] === 'string'));
    }
    catch {
        return {};
    }
}
function fromRunner(env) {
    const entries = Object.entries(env).filter(([name, value]) => name.startsWith('STATE_') && !name.startsWith(SECRET_STATE) && value);
    return Object.fromEntries(entries.map(([name, value]) => [name.slice('STATE_'.length), decode(value ?? '')]));
}
/**
 * Letters, digits, `-` and `_` only: without `::` for greedy readers, and without `%` for those that do not unescape
 * it.
 */
function encode(value) {
    return Buffer.from(value, 'utf8').toString('base64url');
}
function decode(value) {
    return Buffer.from(value, 'base64url').toString('utf8');
}


/***/ }),

/***/ 6091:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: function() { return /* binding */ withTemporaryFolder; }
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);



/**
 * The environment with a writable RUNNER_TEMP: the runner's, created if it is missing, else the system's.
 * @param note called with one sentence if the folder was created or replaced
 */
function withTemporaryFolder(env, note) {
    const given = env.RUNNER_TEMP;
    if (!given)
        return { ...env, RUNNER_TEMP: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() };
    if (isWritable(given))
        return env;
    try {
        // Only for this user: its files belong to the step.
        makeFolders((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(given));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(given, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        note(`RUNNER_TEMP ${given} did not exist: it was made.`);
        return env;
    }
    catch (error) {
        const { code = String(error) } = error;
        note(`RUNNER_TEMP ${given} cannot be written to (${code}): ${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()} is used instead.`);
        return { ...env, RUNNER_TEMP: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() };
    }
}
/** Each folder of a path. Node's own way (`recursive`) never returns where a file system refuses with ENOENT, as /proc does. */
function makeFolders(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== folder)
        makeFolders((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { mode: 0o700 });
    }
    catch (error) {
        // Another step of the machine may have made it in the meantime.
        if (error.code !== 'EEXIST')
            throw error;
    }
}
function isWritable(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 1581:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: function() { return /* binding */ tolerate; }
/* harmony export */ });
/** Runs `act` and ignores its failure. @returns whether it worked */
function tolerate(act) {
    try {
        act();
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 2576:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: function() { return /* binding */ watchEnding; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5071);

/** @param waitingFor what is running, in the words of the log; called if the event loop is empty */
function watchEnding(waitingFor) {
    let fail;
    let stray;
    const end = (error) => {
        // Keeps the process alive until the report is written.
        setTimeout(() => undefined, 1);
        if (fail)
            fail(error);
        else
            stray ??= { error };
    };
    const onEmpty = () => {
        if (fail)
            end(nothingLeft(waitingFor()));
    };
    process.on('beforeExit', onEmpty);
    process.on('uncaughtException', end);
    return {
        of: async (work) => {
            // If it fails later, the failure has already been reported.
            work.catch(() => undefined);
            const failed = new Promise((_resolve, reject) => {
                fail = reject;
            });
            const found = stray;
            stray = undefined;
            try {
                if (found)
                    throw found.error;
                return await Promise.race([work, failed]);
            }
            finally {
                fail = undefined;
            }
        },
        release: () => {
            process.off('beforeExit', onEmpty);
            process.off('uncaughtException', end);
        },
    };
}
function nothingLeft(waits) {
    const what = waits.length === 0 ? 'its end' : waits.join(', ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The step still waits for ${what}, but nothing is left that could bring it`, {
        hint: 'Please report it with the debug log of this job (RUNNER_DEBUG=1).',
    });
}


/***/ }),

/***/ 5210:
/***/ (function(__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(__webpack_module__, async function (__webpack_handle_async_dependencies__, __webpack_async_result__) { try {
/* harmony import */ var _host_cache_worker_argument_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5262);
/* harmony import */ var _host_console_console_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9875);
/* harmony import */ var _host_state_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9536);
/** The action's entry for main and post: the state that main saved shows which one it is. */



const OLDEST_NODE = 20;
if (Number(process.versions.node.split('.', 1)[0]) < OLDEST_NODE) {
    // Gitea and act start the `node` of the job's image (docs/platform.md, Gitea, Running): report an old one clearly.
    process.stdout.write(`::error::This action needs Node ${OLDEST_NODE} or newer; the job's node is ${process.versions.node}. Use an image with Node 20 or 24.\n`);
    process.exitCode = 1;
}
else if (process.argv[2] === _host_cache_worker_argument_js__WEBPACK_IMPORTED_MODULE_2__/* .WORKER_ARGUMENT */ .$q) {
    // Not a step: the process that `host/cache/build-cache.ts` starts.
    const { runWorker } = await Promise.all(/* import() | cache-worker */[__nccwpck_require__.e("npm-tunnel"), __nccwpck_require__.e("npm-undici"), __nccwpck_require__.e("cache-worker")]).then(__nccwpck_require__.bind(__nccwpck_require__, 9495));
    await runWorker(process.argv.slice(3));
}
else if ((0,_host_state_js__WEBPACK_IMPORTED_MODULE_1__/* .isPost */ .t)(process.env)) {
    const { post } = await __nccwpck_require__.e(/* import() | work */ "work").then(__nccwpck_require__.bind(__nccwpck_require__, 4024));
    await post(process.env);
}
else {
    // Imported late, because an older Node may not run it. It is bundled into this file, because each further file adds
    // milliseconds to the start.
    const { main } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 5731));
    await main(process.env);
}
await (0,_host_console_console_js__WEBPACK_IMPORTED_MODULE_0__/* .drained */ .o)();
// Open connections, and anything that a library still waits for, must not delay the job's end.
process.exit();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5731:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  main: function() { return /* binding */ main; }
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var clouds_traits = __nccwpck_require__(2100);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __nccwpck_require__(5071);
;// CONCATENATED MODULE: ./lib/src/host/abort.js

/** How often main checks, on a host without signals, whether post has taken over. */
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

// EXTERNAL MODULE: ./lib/src/host/console/console.js + 7 modules
var console_console = __nccwpck_require__(9875);
;// CONCATENATED MODULE: ./lib/src/host/documentation.js
/**
 * The address of this action's README at the version in use, if it is known: on GitHub, for an action that the
 * workflow names as `owner/name@ref`. Elsewhere the variables do not show from which forge the action was fetched.
 */
function documentationUrl(env, host) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = env;
    if (host.name !== 'github' || !server?.startsWith('https://') || !ref)
        return undefined;
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository ?? ''))
        return undefined;
    return `${server.replace(/\/+$/, '')}/${repository}/blob/${encodeURIComponent(ref)}/README.md`;
}

// EXTERNAL MODULE: ./lib/src/host/event/event.js + 4 modules
var event_event = __nccwpck_require__(1651);
// EXTERNAL MODULE: ./lib/src/host/host.js
var host_host = __nccwpck_require__(9751);
// EXTERNAL MODULE: ./lib/src/host/state.js + 1 modules
var host_state = __nccwpck_require__(9536);
// EXTERNAL MODULE: ./lib/src/host/temporary-folder.js
var temporary_folder = __nccwpck_require__(6091);
// EXTERNAL MODULE: ./lib/src/host/unfinished.js
var unfinished = __nccwpck_require__(2576);
// EXTERNAL MODULE: ./lib/src/modes/comment/wanted.js
var wanted = __nccwpck_require__(1520);
;// CONCATENATED MODULE: ./lib/src/modes/step/after-result.js
/** Each starts a process: more at once would overload the machine. */
const AT_ONCE = 4;
/** Milliseconds after which no more are begun, so that a job of a hundred agents ends too. */
const BEGUN_WITHIN_MS = 10_000;
/** Does the work that was left for after the result. Never throws; work for which there is no time is dropped. */
async function workAfterResult(works, debug) {
    const until = Date.now() + BEGUN_WITHIN_MS;
    const left = [...works];
    const worker = async () => {
        while (left.length > 0 && Date.now() < until)
            await left
                .shift()?.(debug)
                .catch(() => undefined);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (left.length > 0)
        debug(`${left.length} builds left no list of their entries: there was no time.`);
}

// EXTERNAL MODULE: ./lib/src/modes/step/classify-failure.js
var classify_failure = __nccwpck_require__(6647);
// EXTERNAL MODULE: ./lib/src/report/failure/annotation-text.js
var annotation_text = __nccwpck_require__(9035);
// EXTERNAL MODULE: ./lib/src/report/outputs.js + 4 modules
var outputs = __nccwpck_require__(3789);
// EXTERNAL MODULE: ./lib/src/report/prose.js
var prose = __nccwpck_require__(806);
// EXTERNAL MODULE: ./lib/src/report/text.js
var report_text = __nccwpck_require__(7358);
;// CONCATENATED MODULE: ./lib/src/report/pages/faults.js


/**
 * The job summary of a step whose inputs are faulty: every fault with a link to the input's documentation. Without a
 * Markdown library: this page has only a heading and a list, and a step that fails at once should start fast.
 * @param failure without secrets
 */
function faultsPage({ title, message, faults = [], hint }) {
    const points = faults.map(point);
    const advice = hint === undefined ? [] : [`**What to do:** ${faults_prose(hint)}`];
    return `${[`## ❌ ${faults_prose(title)}`, faults_prose(message), points.join('\n'), ...advice].join('\n\n')}\n`;
}
function point({ where, words, url }) {
    const input = codeSpan(where);
    const isLink = url !== undefined && /^https:\/\/[\w.~:/#%@-]+$/.test(url);
    return `- ${isLink ? `[${input}](${url})` : input}: ${faults_prose(words)}`;
}
/** Characters that have a meaning in Markdown or for a forge; all but letters, digits, blanks and plain punctuation. */
const active = () => /[^\p{L}\p{M}\p{N}\s,.;:'’"“”‘?!()·–—→…&/-]/gu;
/** The same for ASCII text: creating the Unicode classes takes longer than writing the page itself. */
const ASCII_ACTIVE = /[^A-Za-z0-9\s,.;:'"?!()&/-]/g;
function faults_prose(text) {
    return (0,prose/* proseParts */.k)(text)
        .map(({ type, value }) => (type === 'inlineCode' ? codeSpan(value) : escaped(value)))
        .join('');
}
function escaped(text) {
    return text.replace((0,report_text/* isAscii */.ER)(text) ? ASCII_ACTIVE : active(), (sign) => `\\${sign}`);
}
/** One line; the delimiter is longer than any run of backticks inside. */
function codeSpan(text) {
    const value = (0,report_text/* oneLine */.TN)(text, 500) || '(empty)';
    const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
    const delimiter = '`'.repeat(longest + 1);
    const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
    return `${delimiter}${pad}${value}${pad}${delimiter}`;
}

// EXTERNAL MODULE: ./lib/src/report/write-summary.js
var write_summary = __nccwpck_require__(6051);
// EXTERNAL MODULE: ./lib/src/modes/step/masked.js
var masked = __nccwpck_require__(3139);
;// CONCATENATED MODULE: ./lib/src/modes/step/publish-result.js






/** Writes the outputs, the one annotation and the job summary. Sets the exit code. */
async function publishResult({ env, host, console, recorder }) {
    const result = (0,masked/* masked */.I)(recorder.result(), console.maskText);
    console.endGroup();
    if (!succeeded(result))
        process.exitCode = 1;
    try {
        for (const notice of (0,outputs/* setOutputs */.n0)(result, (0,masked/* masked */.I)(recorder.extra(), console.maskText)))
            console.warning(notice);
    }
    catch (thrown) {
        console.warning(`The outputs could not be written: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
    if (!succeeded(result)) {
        const own = recorder.annotations() ?? (await annotationsOf(result));
        for (const annotation of (0,masked/* masked */.I)(own, console.maskText))
            annotate(host, console, annotation);
    }
    if (hasSummary(result) || recorder.page() !== undefined)
        await summarise(env, host, console, recorder.page() ?? result);
    else if (result.failure?.faults && env.GITHUB_STEP_SUMMARY) {
        // Without the summary's chunk: loading it would take longer than everything else.
        await (0,write_summary/* writeSummary */.S)(env.GITHUB_STEP_SUMMARY, console.maskText(faultsPage(result.failure)));
    }
}
/** A run without phases is told too: of an image that exists already, or one that failed before its first phase. */
function hasSummary({ phases, outcome, failure }) {
    if (phases.length > 0)
        return true;
    return outcome !== 'skipped' && outcome !== 'removed' && failure?.faults === undefined;
}
/** Faulty inputs are reported without loading what reads a build's log. */
async function annotationsOf(result) {
    if (result.failure?.faults)
        return [(0,annotation_text/* annotationOfFailure */.V)(result.failure)];
    const { annotationOf } = await Promise.all(/* import() | summary */[__nccwpck_require__.e("npm-mdast-util-to-markdown"), __nccwpck_require__.e("shared"), __nccwpck_require__.e("shared-report"), __nccwpck_require__.e("shared-report-failure"), __nccwpck_require__.e("summary")]).then(__nccwpck_require__.bind(__nccwpck_require__, 6965));
    return [annotationOf(result) ?? []].flat();
}
/** Prints a list once: in the annotation if that may have several lines, else above it. */
function annotate(host, console, annotation) {
    const isList = annotation.message.includes('\n');
    if (!isList || host.can.annotationsOnDiff) {
        console.error(annotation.message, { ...annotation, ...(isList && { severalLines: true }) });
        return;
    }
    console.info(annotation.message);
    console.error(`${annotation.title}. The lines above say what is wrong.`, annotation);
}
async function summarise(env, host, console, page) {
    const { renderSummary } = await Promise.all(/* import() | summary */[__nccwpck_require__.e("npm-mdast-util-to-markdown"), __nccwpck_require__.e("shared"), __nccwpck_require__.e("shared-report"), __nccwpck_require__.e("shared-report-failure"), __nccwpck_require__.e("summary")]).then(__nccwpck_require__.bind(__nccwpck_require__, 6965));
    const text = console.maskText(typeof page === 'string' ? page : renderSummary(page));
    const written = await (0,write_summary/* writeSummary */.S)(env.GITHUB_STEP_SUMMARY, text);
    // Where summaries are not shown the log is the only place for these facts.
    if (!written || host.can.summaries === 'lost')
        console.info(text);
}
function succeeded({ outcome }) {
    return outcome === 'succeeded' || outcome === 'skipped' || outcome === 'removed' || outcome === 'dry-run';
}

// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __nccwpck_require__(2156);
// EXTERNAL MODULE: ./lib/src/report/run-recorder.js
var run_recorder = __nccwpck_require__(2551);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var faults = __nccwpck_require__(6997);
// EXTERNAL MODULE: ./lib/src/settings/read-settings.js + 6 modules
var read_settings = __nccwpck_require__(9997);
;// CONCATENATED MODULE: ./lib/src/main.js



















/** Runs a step: reads event and settings, runs the mode, catches all errors, and reports. */
async function main(given) {
    const host = (0,host_host/* detectHost */.k)(given);
    const console = (0,console_console/* openConsole */.O)(host);
    const env = (0,temporary_folder/* withTemporaryFolder */.E)(given, console.debug);
    const state = (0,host_state/* openState */.G)(env, host, console);
    const signal = abortOnCancel(host, state);
    const recorder = (0,run_recorder/* createRunRecorder */.M)({ cloud: '', outcome: 'failed', source: {}, phases: [] });
    const inputWarnings = [];
    const temporaryPaths = [];
    const background = [];
    const atEnd = [];
    const lists = { inputWarnings, temporaryPaths, background, atEnd };
    const parts = { env, host, console, state, signal, recorder, ...lists };
    let comment;
    const ending = (0,unfinished/* watchEnding */.p)(() => recorder.underWay().map((phase) => `the phase ${phase}`));
    const work = async () => {
        const { step, run } = await begin(parts);
        comment = step.comment;
        await run();
    };
    try {
        await ending.of(work());
    }
    catch (thrown) {
        if (thrown instanceof faults/* FaultyInputs */.XI)
            comment ??= await commentOnFaults(parts, thrown);
        const workspace = env.GITHUB_WORKSPACE || process.cwd();
        (0,classify_failure/* classifyFailure */.X)(recorder, thrown, signal, { workspace, documentation: documentationUrl(env, host) });
    }
    const last = async (work) => ending.of(Promise.resolve(work)).catch((thrown) => failLate(console, thrown));
    await last(comment?.finish());
    await last(publishResult({ env, host, console, state, recorder }));
    await last(Promise.allSettled([...background, workAfterResult(atEnd, console.debug)]));
    await last(Promise.all(temporaryPaths.map((path) => (0,promises_.rm)(path, { recursive: true, force: true }))));
    ending.release();
}
/** Reports an error that happens while the result is published. */
function failLate(console, thrown) {
    process.exitCode = 1;
    console.error((0,errors/* messageOf */.bD)(thrown), { title: 'Cloud build could not finish' });
}
/** The step, after its inputs were checked, and the function that does its work. */
async function begin(parts) {
    const { env, host, console, inputWarnings } = parts;
    const trigger = (0,event_event/* readTrigger */.vE)(env, host);
    const settings = await (0,read_settings/* readSettings */.s)(env, {
        traits: clouds_traits/* CLOUD_TRAITS */.Q,
        trigger,
        mask: console.mask,
        warn: (message) => {
            inputWarnings.push(message);
            console.warning(message);
        },
        note: (message) => console.info(message),
    });
    noteFacts(parts, trigger, settings);
    const { openStep, runMode } = await __nccwpck_require__.e(/* import() | work */ "work").then(__nccwpck_require__.bind(__nccwpck_require__, 4024));
    const step = openStep(parts, trigger, settings);
    return { step, run: () => runMode(step) };
}
/** Updates the comment, which would otherwise still show an older commit as ready: this one was not built. */
async function commentOnFaults(parts, { settings }) {
    if (settings === undefined)
        return undefined;
    const { env, host, console, recorder } = parts;
    const trigger = (0,event_event/* readTrigger */.vE)(env, host);
    const { commit, ref } = trigger;
    const builds = settings.mode === 'run' && !trigger.closed;
    if (builds)
        recorder.note({ source: (0,omit_undefined/* omitUndefined */.O)({ commit, ref }) });
    noteFacts(parts, trigger, settings);
    if (!(0,wanted/* isForStep */.O)({ settings, trigger, console }, true))
        return undefined;
    const work = await __nccwpck_require__.e(/* import() | work */ "work").then(__nccwpck_require__.bind(__nccwpck_require__, 4024));
    return work.openCommentOnFaults(parts, trigger, settings);
}
/** The facts that are known at the start. */
function noteFacts({ host, recorder }, trigger, settings) {
    const traits = clouds_traits/* CLOUD_TRAITS */.Q[settings.cloud];
    recorder.note({
        cloud: settings.cloud,
        cloudTitle: traits.title,
        ...(settings.agent === undefined ? {} : { agent: settings.agent.value }),
        ...(settings.image.name === undefined ? {} : { imageName: settings.image.name }),
        ...(settings.unreadProject === undefined ? {} : { imageName: settings.unreadProject, unnamed: true }),
        ...(trigger.runUrl === undefined ? {} : { runUrl: trigger.runUrl }),
        ...(trigger.repositoryUrl === undefined
            ? {}
            : { repository: { url: trigger.repositoryUrl, files: host.can.filePage } }),
    });
}


/***/ }),

/***/ 1520:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: function() { return /* binding */ isForStep; },
/* harmony export */   Y: function() { return /* binding */ isWanted; }
/* harmony export */ });
/* harmony import */ var _settings_agents_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7554);
/* harmony import */ var _step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1447);


/** Whether a step has a comment of its own: each of many agents has one, the step for all of them has none. */
function isForStep(facts, isFaulty) {
    const { settings, trigger } = facts;
    if ((0,_settings_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .isForMany */ .N)(settings))
        return false;
    // A step with faulty inputs has to report a missing key, unless the event gets none.
    const isAble = isFaulty ? !trigger.secretsWithheld : settings.connection !== undefined;
    return isAble && isWanted(facts);
}
/** Whether the pull request's comment should report this run; if it cannot, the log says why. */
function isWanted({ settings, trigger, console }) {
    const { when } = settings.comment;
    if (settings.mode !== 'run' || settings.dryRun)
        return false;
    if (when === 'never')
        return false;
    if (!(0,_step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHavePullRequest */ .Co)({ trigger, settings })) {
        if (when === 'always')
            console.info(`No comment: the event ${trigger.event} belongs to no pull request.`);
        return false;
    }
    if (settings.githubToken !== undefined && trigger.repository !== undefined)
        return true;
    console.warning('No comment on the pull request: github-token is empty.');
    return false;
}


/***/ }),

/***/ 7357:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: function() { return /* binding */ recancelled; },
/* harmony export */   W: function() { return /* binding */ cancellation; }
/* harmony export */ });
/** How a cancelled run is reported. @param why what cancelled it, as the beginning of a sentence */
function cancellation(result, why) {
    const { build, outcome } = result;
    // A cleanup, a report or a teardown builds nothing.
    const isBuilding = build?.id !== undefined || outcome === 'building' || outcome === 'queued';
    return {
        title: 'Cancelled',
        message: isBuilding ? `${why} ${whatWasCancelled(result)}.` : `${why.replace(/,$/, '')}.`,
        hint: 'Run the job again if you still need it.',
    };
}
/** The failure of a cancelled run, once more is known of what became of its build and rollout. */
function recancelled(before, now) {
    const { failure } = now;
    if (failure === undefined)
        return now;
    const message = failure.message.replace(whatWasCancelled(before), () => whatWasCancelled(now));
    return { ...now, failure: { ...failure, message } };
}
/** What ran at that moment, and what became of it: a build that has ended was not cancelled. */
function whatWasCancelled({ build, deployment }) {
    if (deployment?.id !== undefined) {
        if (deployment.status === 'healthy')
            return `after deployment ${deployment.id} was healthy`;
        return `while deployment ${deployment.id} was rolled out${left(deployment)}`;
    }
    if (deployment?.goesOn !== undefined)
        return `while a deployment was sent${left(deployment)}`;
    if (build?.id === undefined)
        return build?.goesOn === undefined
            ? 'before a build was submitted'
            : `while a build was sent${left(build)}`;
    const hasEnded = build.status !== undefined && build.status !== 'cancelled';
    return hasEnded ? `after build ${build.id} had ended` : `while build ${build.id} was running${left(build)}`;
}
const LEFT = { surely: '; it goes on', perhaps: '; it may go on' };
function left({ goesOn }) {
    return goesOn === undefined ? '' : LEFT[goesOn];
}


/***/ }),

/***/ 6647:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: function() { return /* binding */ classifyFailure; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5071);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6077);
/* harmony import */ var _omit_undefined_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2156);
/* harmony import */ var _settings_faults_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6997);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7357);
/* harmony import */ var _faults_in_repository_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5340);






/** Turns a thrown value into the run's outcome; a failure that was recorded before wins. */
function classifyFailure(recorder, thrown, signal, { workspace = process.cwd(), documentation, why = 'The workflow was cancelled' } = {}) {
    const cancelled = signal.aborted || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM;
    const result = recorder.result();
    recorder.note({
        outcome: cancelled ? 'cancelled' : 'failed',
        failure: result.failure ??
            (cancelled ? (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_3__/* .cancellation */ .W)(result, why) : failureOf(thrown, result, { workspace, documentation })),
    });
}
function failureOf(thrown, result, { workspace = '', documentation }) {
    if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)) {
        return {
            title: 'Internal error of cloud-build-action',
            message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown),
            hint: 'Please report it with the debug log of this job (RUNNER_DEBUG=1).',
        };
    }
    const { hint, place } = thrown;
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_5__/* .omitUndefined */ .O)({
        hint,
        place: place && { ...place, file: (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .pathInRepository */ .zB)(workspace, place.file) },
        ...(thrown instanceof _settings_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .FaultyInputs */ .XI
            ? faultyInputs((0,_faults_in_repository_js__WEBPACK_IMPORTED_MODULE_4__/* .faultsInRepository */ .R)(thrown, workspace), result, documentation)
            : wordsOf(thrown, result)),
    });
}
function faultyInputs({ title, points }, { source }, documentation) {
    const commit = source.commit?.slice(0, 12);
    const faults = points.map((point) => {
        const input = (0,_settings_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .inputIn */ .cP)(point.where);
        const url = documentation && input && `${documentation}#input-${input}`;
        return url ? { ...point, url } : point;
    });
    // Only a step that builds has a commit here: a cleanup or a report builds nothing anyway.
    const message = commit === undefined ? 'No request was made:' : `Commit ${commit} was not built; no request was made:`;
    return { title, message, faults };
}
function wordsOf(thrown, result) {
    const { message } = thrown;
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$)
        return refusal(thrown, result);
    return { title: titleOf(result), message };
}
/** By the phase that is the whole work of a mode or of a teardown. */
function titleOf({ outcome, phases }) {
    const last = phases.at(-1);
    if (outcome === 'removed' || last?.name === 'Preview cleanup')
        return 'Preview cleanup failed';
    const isOfMode = last?.name === 'Report' || (last?.name === 'Plan' && last.state === 'failed');
    return isOfMode ? `${last.name} failed` : 'Cloud build failed';
}
/** Which server failed, and how; if a deploy was refused, also that the build succeeded, where there was one. */
function refusal(thrown, result) {
    const { message, status, method, url, detail } = thrown;
    const who = result.cloudTitle || result.cloud || 'The server';
    const did = whatServerDid(status);
    const isDeploy = result.outcome === 'deploying' && result.deployment?.id === undefined;
    const hint = thrown.hint ?? (status >= 400 ? hintFrom(who, detail) : undefined);
    if (!isDeploy || did !== REFUSED)
        return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_5__/* .omitUndefined */ .O)({ title: `${who} ${did}`, message, hint });
    const detailPart = detail === '' ? '' : `: ${detail.replace(/\.$/, '')}`;
    // A deployment may begin before the end of its build is noted: the end of the log still comes then.
    const { id, status: built = id === undefined ? undefined : 'success' } = result.build ?? {};
    const title = built === 'success' ? 'Built; the deploy was refused' : 'The deploy was refused';
    return {
        title,
        message: `${title}${detailPart} (${method} ${url} was answered ${status}).`,
        ...(hint !== undefined && { hint }),
    };
}
const REFUSED = 'refused the request';
function whatServerDid(status) {
    if (status === 0)
        return 'did not answer';
    if (status < 300)
        return 'gave a reply that cannot be read';
    if (status < 400)
        return 'answered with a redirect';
    return status >= 500 || status === 408 ? 'could not handle the request' : REFUSED;
}
/** Where neither the cloud's client nor the status has a hint. */
function hintFrom(who, detail) {
    return detail === ''
        ? `${who} gives no reason: run the job again, and ask its support if it happens again.`
        : `Fix what ${who} names, and run the job again.`;
}


/***/ }),

/***/ 5340:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: function() { return /* binding */ faultsInRepository; }
/* harmony export */ });
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6077);

/**
 * The faults with their files named as in the repository: after a checkout with `path` that is how a pull request's
 * page names them.
 * @param workspace absolute
 */
function faultsInRepository(thrown, workspace) {
    const { title, faults, place } = thrown;
    const points = thrown.points.map((point, at) => ({
        ...point,
        where: whereInRepository(point.where, faults[at], workspace),
    }));
    const count = title.slice(0, title.indexOf(': '));
    return {
        title: `${count}: ${[...new Set(points.map(({ where }) => where))].join(', ')}`,
        points,
        ...(place && { place: { ...place, file: (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .pathInRepository */ .zB)(workspace, place.file) } }),
    };
}
function whereInRepository(where, fault, workspace) {
    const file = fault?.place?.file;
    if (file === undefined || !where.startsWith(file))
        return where;
    return `${(0,_git_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .pathInRepository */ .zB)(workspace, file)}${where.slice(file.length)}`;
}


/***/ }),

/***/ 1447:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $X: function() { return /* binding */ SEARCHABLE; },
/* harmony export */   Co: function() { return /* binding */ mayHavePullRequest; },
/* harmony export */   Fp: function() { return /* binding */ givenNumber; },
/* harmony export */   Xz: function() { return /* binding */ knownNumber; }
/* harmony export */ });
/** Events without a number but with a commit, for which the forge may know the pull request. */
const SEARCHABLE = new Set(['push', 'workflow_run', 'workflow_call', 'create', 'status', 'check_run']);
/** `gh-readonly-queue/BASE/pr-7-<commit>`: a convention of GitHub's merge queue (docs/platform.md). */
const QUEUED = /^gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{7,64}$/;
/** Whether the forge has to be asked: a step on `schedule` never has a pull request. */
function mayHavePullRequest({ trigger, settings }) {
    if (knownNumber({ trigger, settings }) !== undefined)
        return true;
    return SEARCHABLE.has(trigger.event) && !trigger.pushToDefaultBranch && trigger.commit !== undefined;
}
/** From the input, else from the event. */
function givenNumber({ trigger, settings, }) {
    return settings.pullRequest ?? trigger.pullRequest?.number;
}
/** From the input, the event or the name of a merge queue's branch, in this order and without a request. */
function knownNumber({ trigger, settings }) {
    const queued = trigger.event === 'merge_group' ? QUEUED.exec(trigger.ref ?? '')?.[1] : undefined;
    return givenNumber({ trigger, settings }) ?? (queued === undefined ? undefined : Number(queued));
}


/***/ }),

/***/ 3139:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: function() { return /* binding */ masked; }
/* harmony export */ });
/**
 * The same facts with every text masked. To be called before rendering: escaping would split a secret and leave its
 * parts readable.
 */
function masked(facts, maskText) {
    const walk = (value) => {
        if (typeof value === 'string')
            return maskText(value);
        if (Array.isArray(value))
            return value.map(walk);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member)]));
    };
    return walk(facts);
}


/***/ }),

/***/ 2156:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: function() { return /* binding */ omitUndefined; }
/* harmony export */ });
/**
 * The same object without undefined members, for JSON and spreads. The type parameter must be given: inferred from
 * the members, all of them would count as known.
 */
function omitUndefined(members) {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 1936:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: function() { return /* binding */ relativePathInside; },
/* harmony export */   s: function() { return /* binding */ withSlashes; }
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

/**
 * The relative path from `folder` to `file` with `/` between names, `.` for the folder itself; `undefined` if the
 * file is not inside: above, beside, on another drive or share. Case matters as it does on the platform.
 * @param folder absolute  @param file absolute; links are resolved in both, where that matters
 */
function relativePathInside(folder, file, rules = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    const relative = rules.relative(folder, file);
    if (relative === '')
        return '.';
    if (relative === '..' || relative.startsWith(`..${rules.sep}`) || rules.isAbsolute(relative))
        return undefined;
    return rules.sep === '/' ? relative : relative.replaceAll(rules.sep, '/');
}
/**
 * A path or pattern with `/` between names: on Windows `\` separates names too, as for Docker there; elsewhere it is
 * a character, and in patterns an escape.
 */
function withSlashes(text, rules = node_path__WEBPACK_IMPORTED_MODULE_0__) {
    return rules.sep === '/' ? text : text.replaceAll(rules.sep, '/');
}


/***/ }),

/***/ 9035:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: function() { return /* binding */ annotationOfFailure; },
/* harmony export */   e: function() { return /* binding */ sentence; }
/* harmony export */ });
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8934);
/* harmony import */ var _without_backticks_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6304);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7358);



/** Runners cut at 4,096 characters and show far less. */
const LONGEST_MESSAGE = 1000;
/** All input errors are reported together, so that nobody has to fix one a run. */
const LONGEST_LIST = 3500;
/**
 * A failure in the words of an annotation. Apart from `annotation.ts`, which knows builds and their logs, as faulty inputs have
 * neither.
 * @param lines the last ones of a log
 */
function annotationOfFailure(failure, lines = []) {
    const { place } = failure;
    return {
        title: command(failure.title, 200),
        message: messageOf(failure, lines),
        ...(place ? { file: place.file } : {}),
        ...(place?.line === undefined ? {} : { line: place.line }),
    };
}
/** What to do comes last and is never cut: the log lines give way. A list of faults keeps its lines. */
function messageOf(failure, lines) {
    const hint = failure.hint === undefined ? '' : `What to do: ${command(failure.hint, 300)}`;
    if (failure.faults !== undefined) {
        const points = failure.faults.map(({ where, words }) => `- ${command(`${where}: ${words}`, 500)}`);
        const list = [command(failure.message, 500), ...points].join('\n');
        return `${(0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(list, LONGEST_LIST - hint.length)}\n${hint}`.trimEnd();
    }
    const isList = failure.message.includes('\n');
    const what = command(failure.message, isList ? LONGEST_LIST : 500);
    const log = lines.map((line) => command(line, 120)).join(' | ');
    const said = log === '' ? sentence(what) : `${sentence(what)} Last lines: ${sentence(log)}`;
    return `${(0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(said, (isList ? LONGEST_LIST : LONGEST_MESSAGE) - hint.length - 1)} ${hint}`.trimEnd();
}
function sentence(text) {
    return /[.!?…]$/.test(text) ? text : `${text}.`;
}
/** Without Markdown, which neither a log nor an annotation draws. Some runners look for `::` and `##[` anywhere in a command (docs/platform.md, Commands and log). */
function command(text, limit) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_without_backticks_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutBackticks */ .s)(text), limit).replaceAll('::', '∷').replaceAll('##[', '## [');
}


/***/ }),

/***/ 3789:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: function() { return /* binding */ outputsOf; },
  n0: function() { return /* binding */ setOutputs; }
});

// UNUSED EXPORTS: boundedOutputs

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + os.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __nccwpck_require__(2156);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __nccwpck_require__(8578);
;// CONCATENATED MODULE: ./lib/src/report/outputs.js



/** Unknown values are absent. Whole numbers, times in ISO 8601 and UTC. */
function outputsOf(result) {
    const { build, context, deployment } = result;
    const preview = deployment?.preview;
    return (0,omit_undefined/* omitUndefined */.O)({
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
        'preview-url': result.outcome === 'removed' ? undefined : preview?.url,
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
 * The outputs as text, with `result` among them. A value above a runner's limit is left out and reported, since half
 * a JSON object or half an image name is worse than none.
 */
function boundedOutputs(result, extra = {}) {
    const { details, ...more } = extra;
    const values = { ...outputsOf(result), ...(0,omit_undefined/* omitUndefined */.O)(more) };
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
    outputs.set('result', resultText(kept, { ...detailsOf(result), ...details }, notices));
    return { outputs, notices };
}
/** Facts that are only in `result`: figures of the image, where the cloud reports them. */
function detailsOf({ build }) {
    return (0,omit_undefined/* omitUndefined */.O)({
        'image-bytes': build?.imageBytes,
        'display-ref': build?.displayRef,
    });
}
/** Leaves out the largest members until the object fits; `left-out` names them. */
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
        setOutput(name, value);
    return notices;
}


/***/ }),

/***/ 806:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: function() { return /* binding */ proseParts; }
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7358);

/** Letters, also with an apostrophe or hyphen inside, with punctuation around them. */
const plainWord = () => /^[("'“‘]?\p{L}\p{M}*(?:['’-]?\p{L}\p{M}*)*["'”’)]?[,.;:!?…]?$/u;
/** The same for ASCII text: creating the Unicode classes takes longer than writing a page of faults. */
const ASCII_WORD = /^[("']?[A-Za-z](?:['-]?[A-Za-z])*["')]?[,.;:!?]?$/;
const PLAIN_NUMBER = /^\(?\d{1,6}(?:,\d{3})*(?:\.\d{1,6})?(?:%|m?s|[mhdw]|[kMGT]B)?\)?[,.;:!?]?$/;
const PLAIN_SIGN = /^[·–—→…&+/-]$/;
/** Forges link seven hexadecimal digits and more as a commit, and some words of letters look like one. */
const COMMIT_LIKE = /[0-9a-f]{7,}/i;
/** A part in backticks, or a word; with the punctuation after it. */
const TOKEN = /`[^`]+`\S*|\S+/g;
const AROUND = /^([(“‘]?)(.*?)([)”’]?[,.;:!?…]?)$/su;
/** @returns the parts in their order, including the blanks between them; text and code alternate */
function proseParts(text, limit = 1000) {
    const parts = [];
    const add = (type, value) => {
        const last = parts.at(-1);
        if (value === '')
            return;
        if (last?.type === type)
            last.value += value;
        else
            parts.push({ type, value });
    };
    for (const [index, [token]] of [...(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit).matchAll(TOKEN)].entries()) {
        const blank = index === 0 ? '' : ' ';
        if (isPlain(token)) {
            add('text', `${blank}${token}`);
            continue;
        }
        const { before, word, after } = unwrapped(token);
        // Two words of code in a row are one span.
        if (before === '' && parts.at(-1)?.type === 'inlineCode')
            add('inlineCode', `${blank}${word}`);
        else {
            add('text', `${blank}${before}`);
            add('inlineCode', word);
        }
        add('text', after);
    }
    return parts;
}
/** The word without backticks, and the punctuation around it. */
function unwrapped(token) {
    const quoted = /^`([^`]+)`([)”’]?[,.;:!?…]?)$/su.exec(token);
    if (quoted)
        return { before: '', word: quoted[1] ?? '', after: quoted[2] ?? '' };
    const [, before = '', word = '', after = ''] = AROUND.exec(token) ?? [];
    // A bracket that is opened inside the word is closed by it: `f(x)`.
    const closes = after.startsWith(')') && before === '' && word.includes('(');
    const inner = closes ? `${word})` : word;
    if (inner === '')
        return { before: '', word: token, after: '' };
    return { before, word: inner, after: closes ? after.slice(1) : after };
}
function isPlain(word) {
    const isWord = (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isAscii */ .ER)(word) ? ASCII_WORD.test(word) : plainWord().test(word);
    const isShaped = isWord || PLAIN_NUMBER.test(word) || PLAIN_SIGN.test(word);
    return isShaped && !COMMIT_LIKE.test(word);
}


/***/ }),

/***/ 2551:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: function() { return /* binding */ createRunRecorder; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5071);

/** `now` gives milliseconds since the epoch. */
function createRunRecorder(first, now = Date.now) {
    let facts = first;
    const open = [];
    let extra = {};
    let page;
    let annotations;
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
        annotations: () => annotations,
        noteAnnotations: (list) => {
            annotations = list;
        },
        phase: async (name, work) => {
            const startedAt = now();
            open.push(name);
            const close = (state) => note({ phases: [...facts.phases, { name, startedAt, endedAt: Math.max(startedAt, now()), state }] });
            try {
                const value = await work();
                close('done');
                return value;
            }
            catch (thrown) {
                close(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM ? 'cancelled' : 'failed');
                throw thrown;
            }
            finally {
                open.splice(open.indexOf(name), 1);
            }
        },
        underWay: () => [...open],
    };
}


/***/ }),

/***/ 7358:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: function() { return /* binding */ logLine; },
/* harmony export */   ER: function() { return /* binding */ isAscii; },
/* harmony export */   RK: function() { return /* binding */ visible; },
/* harmony export */   TN: function() { return /* binding */ oneLine; }
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8934);


/**
 * Makes text from outside safe to show: terminal sequences are removed, and unseen characters (controls, line and
 * paragraph separators, bidirectional overrides, zero-width ones) become visible. The joiners U+200C and U+200D stay:
 * some scripts and emoji need them.
 */
const unseen = () => /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu;
const ASCII = /^[\t\x20-\x7e]*$/;
/** Printable ASCII and tabs, as most text is. Creating the Unicode classes takes longer than all texts of a start. */
function isAscii(text) {
    return ASCII.test(text);
}
/** One line: tabs stay, every other unseen character is shown. */
function visible(text) {
    const bare = isAscii(text) ? text : (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(unseen(), shown);
    return bare.replaceAll('<!--', '‹!--');
}
function shown(character) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\t')
        return character;
    if (code < 0x20)
        return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f)
        return '␡';
    if (code >= 0xd800 && code <= 0xdfff)
        return '\uFFFD';
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
/** Terminal sequences make a text longer than it looks: this many times the limit is read before they are removed. */
const RAW_FACTOR = 8;
/** One visible line of at most `limit` characters: line ends become spaces, several blanks one. */
function oneLine(text, limit) {
    const raw = text.length > limit * RAW_FACTOR ? `${text.slice(0, limit * RAW_FACTOR)}…` : text;
    return (0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(visible(raw.replace(/[\r\n\t ]+/g, ' ')).trim(), limit);
}
/** A visible line of a log with its blanks; the number of characters that are cut is added. */
function logLine(line, limit) {
    const bare = line.replace(/\r?\n?$/, '');
    const seen = visible(bare.slice(0, limit * RAW_FACTOR));
    if (bare.length <= limit * RAW_FACTOR && seen.length <= limit)
        return seen;
    const kept = (0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(seen, limit).replace(/…$/, '');
    return `${kept}… (${Math.max(1, bare.length - kept.length).toLocaleString('en-US')} more characters)`;
}


/***/ }),

/***/ 8578:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $$: function() { return /* binding */ bytesOf; },
/* harmony export */   Ej: function() { return /* binding */ size; },
/* harmony export */   T9: function() { return /* binding */ utcDayMinute; },
/* harmony export */   U9: function() { return /* binding */ count; },
/* harmony export */   h0: function() { return /* binding */ short; },
/* harmony export */   p0: function() { return /* binding */ duration; },
/* harmony export */   vD: function() { return /* binding */ utcMinute; }
/* harmony export */ });
/** Numbers as people read them: the one place for durations, sizes, counts and times in log, summary and comment. */
/** With thousands separators. Not by Intl: creating its first formatter takes longer than the rest of a start. */
function grouped(amount) {
    return String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** Milliseconds as `40 ms`, `0.4 s`, `12 s`, `2m 10s`, `1h 3m`; anything that is not a duration gives `0 ms`. */
function duration(ms) {
    const whole = Number.isFinite(ms) && ms > 0 ? ms : 0;
    if (whole < 99.5)
        return `${Math.round(whole)} ms`;
    if (whole < 9_950)
        return `${(whole / 1000).toFixed(1)} s`;
    const seconds = Math.round(whole / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}m ${seconds % 60}s`;
    const roundedMinutes = Math.round(seconds / 60);
    return `${grouped(Math.floor(roundedMinutes / 60))}h ${roundedMinutes % 60}m`;
}
const STEPS = ['kB', 'MB', 'GB', 'TB'];
/** Bytes in powers of 1000, as disks and networks count: `512 bytes`, `12.4 MB`. */
function size(bytes) {
    if (!(bytes >= 999.5))
        return count(Math.max(0, Math.round(bytes) || 0), 'byte');
    let scaled = bytes / 1000;
    let unit = 0;
    while (scaled >= 999.95 && unit < STEPS.length - 1) {
        scaled /= 1000;
        unit += 1;
    }
    return `${scaled.toFixed(1)} ${STEPS[unit]}`;
}
/** `1 file`, `1,304 files`. */
function count(amount, noun, plural = `${noun}s`) {
    return `${grouped(amount)} ${amount === 1 ? noun : plural}`;
}
/** `2026-11-12 18:04 UTC`; `undefined` for an invalid time. */
function utcMinute(at) {
    const time = new Date(at);
    if (Number.isNaN(time.getTime()))
        return undefined;
    return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `12 Nov 18:04 UTC`, for a table's cell; `undefined` for an invalid time. */
function utcDayMinute(at) {
    const time = new Date(at);
    if (Number.isNaN(time.getTime()))
        return undefined;
    return `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.toISOString().slice(11, 16)} UTC`;
}
/** The first 12 characters: how commits and hashes are written everywhere. */
function short(hash) {
    return hash.slice(0, 12);
}
/** Bytes of the text in UTF-8. */
function bytesOf(text) {
    return Buffer.byteLength(text, 'utf8');
}


/***/ }),

/***/ 6051:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: function() { return /* binding */ SUMMARY_LIMIT; },
/* harmony export */   S: function() { return /* binding */ writeSummary; }
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8578);


/** GitHub drops a summary above 1 MiB, Gitea cuts it (docs/platform.md, Files, state, limits). */
const SUMMARY_LIMIT = 900 * 1024;
/**
 * Adds the text to the step's summary file. Never throws: a summary must not change the result.
 * @param path GITHUB_STEP_SUMMARY; on Gitea the post step shares the file and its limit.
 * @returns whether it was written; if not, the log can contain it.
 */
async function writeSummary(path, text) {
    if (!path)
        return false;
    try {
        const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.size, () => 0);
        if (before + (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(text) > SUMMARY_LIMIT)
            return false;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(path, before > 0 ? `\n${text}` : text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 4446:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c3: function() { return /* binding */ SHORTEST_SECRET; },
/* harmony export */   eo: function() { return /* binding */ secretForms; }
/* harmony export */ });
/* unused harmony export SECRET_FORMS */
/** Characters. A shorter text is not a secret; masking it would make logs unreadable and remove job outputs. */
const SHORTEST_SECRET = 4;
/**
 * The encodings in which servers, libraries and people repeat a secret. Each row gives the texts that a secret
 * becomes, also inside a longer text. Runners mask the first row, and some of the others depending on their version
 * (docs/platform.md, "Commands and log"), so we mask all.
 */
const SECRET_FORMS = {
    plain: (secret) => [secret],
    'in a URL (%2F, %2f)': (secret) => {
        // Converted through bytes: half a surrogate pair would throw.
        const encoded = encodeURIComponent(Buffer.from(secret).toString());
        const strict = encoded.replaceAll(/[!'()*]/g, percent);
        const all = [
            encoded,
            strict,
            strict.replaceAll('~', '%7E'),
            strict.replaceAll('~', '%7E').replaceAll('%20', '+'),
        ];
        return all.flatMap((text) => [text, lowerEscapes(text)]);
    },
    'in JSON (\\", \\/, \\u0026)': (secret) => {
        const inner = JSON.stringify(secret).slice(1, -1);
        const plain = [
            inner,
            escaped(inner, /[<>&\u2028\u2029]/g),
            escaped(inner.replaceAll('\\"', '\\u0022'), /[<>&'+`]/g),
        ];
        const ascii = plain.map((text) => escaped(text, /[\x7f-\uffff]/g));
        return [...plain, ...ascii].flatMap((text) => [text, text.replaceAll('/', '\\/'), upperEscapes(text)]);
    },
    'in HTML or XML (&amp;)': (secret) => {
        const base = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        return ['"', '&quot;', '&#34;', '&#x22;'].flatMap((double) => ["'", '&apos;', '&#39;', '&#x27;', '&#039;'].map((single) => base.replaceAll('"', double).replaceAll("'", single)));
    },
    'in hexadecimal': (secret) => {
        const hex = Buffer.from(secret).toString('hex');
        return [hex, hex.toUpperCase()];
    },
    'in base64, alone or behind other bytes (user:key)': (secret) => base64Forms(secret).flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
};
/**
 * A secret in every encoding of the table, without duplicates.
 * @returns empty for a text that is too short
 */
function secretForms(secret) {
    if (secret.length < SHORTEST_SECRET)
        return [];
    const forms = new Set(Object.values(SECRET_FORMS).flatMap((spell) => spell(secret)));
    return [...forms].filter((form) => form.length >= SHORTEST_SECRET);
}
/** Bits in a byte and in a character of base64. */
const BYTE = 8;
const CHARACTER = 6;
/**
 * The characters that depend only on the secret, for each of its three possible positions in a group of three bytes;
 * with and without the last character, which also depends on the bytes after it.
 */
function base64Forms(secret) {
    const bytes = Buffer.from(secret);
    return [0, 1, 2].flatMap((before) => {
        const text = Buffer.concat([Buffer.alloc(before), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const from = Math.ceil((before * BYTE) / CHARACTER);
        const to = Math.floor(((before + bytes.length) * BYTE) / CHARACTER);
        return [text.slice(from), text.slice(from, to)];
    });
}
function percent(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function lowerEscapes(text) {
    return text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
function upperEscapes(text) {
    return text.replaceAll(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
}
/** Further escapes in JSON (Go's and .NET's encoders). */
function escaped(text, characters) {
    return text.replaceAll(characters, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 7169:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GK: function() { return /* binding */ QUANTITY; },
/* harmony export */   Kg: function() { return /* binding */ boundsInWords; },
/* harmony export */   UO: function() { return /* binding */ isWithin; },
/* harmony export */   Xe: function() { return /* binding */ ARCHITECTURES; },
/* harmony export */   Zo: function() { return /* binding */ AUDIO_FILTERS; },
/* harmony export */   cZ: function() { return /* binding */ MAX_AGENTS; },
/* harmony export */   ej: function() { return /* binding */ MIN_AGENTS; },
/* harmony export */   pW: function() { return /* binding */ SESSION_SECONDS; }
/* harmony export */ });
/**
 * What Pipecat Cloud's own clients refuse before any request (pipecatcloud 1.4.0, `deploy`), for inputs and for
 * pcc-deploy.toml. Names of profiles are not checked, as organizations define their own; neither is the largest
 * number of agents, whose limit the vendor raises.
 */
const MIN_AGENTS = { least: 0 };
const MAX_AGENTS = { least: 1 };
/** Seconds. */
const SESSION_SECONDS = { least: 60, most: 14_400 };
const AUDIO_FILTERS = ['tel', 'pro'];
const ARCHITECTURES = ['amd64', 'arm64'];
/** A Kubernetes quantity as the vendor accepts it for `cpu` and `memory`. */
const QUANTITY = /^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/;
/** `a whole number from 60 to 14400`. */
function boundsInWords({ least, most }) {
    return `a whole number from ${least}${most === undefined ? '' : ` to ${most}`}`;
}
function isWithin(count, { least, most = Number.POSITIVE_INFINITY }) {
    return count >= least && count <= most;
}


/***/ }),

/***/ 5367:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KT: function() { return /* binding */ named; },
/* harmony export */   XX: function() { return /* binding */ wantsAgent; },
/* harmony export */   Xv: function() { return /* binding */ agentNameFrom; },
/* harmony export */   dR: function() { return /* binding */ checkAgentName; },
/* harmony export */   si: function() { return /* binding */ readAgent; }
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6997);

/** The form of SGP's agent ids (contracts/sgp.openapi.yaml, examples); nobody chooses such a name. */
const AGENT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The agent as the inputs or the project file name it; an id is recognised by its form. */
function readAgent(reader, project, traits, target, warnings) {
    const given = reader.text('agent-name');
    const declared = project?.file.agentName;
    const isId = given !== undefined && traits.inputs.has('agent-id') && AGENT_ID.test(given);
    const id = reader.text('agent-id') ?? (isId ? given : undefined);
    if (id !== undefined)
        return { by: 'agent-id', value: id };
    if (given !== undefined && declared !== undefined && given !== declared && target !== 'none') {
        warnings.push(`agent-name is ${given}, but the manifest that is deployed names ${declared}; the cloud may refuse that.`);
    }
    return named(given ?? declared);
}
/** Adds a fault for a name that no agent of this cloud can have: else it would be refused after the build. */
function checkAgentName(reader, { agent }, { agentNames, title }, { runs, target }, faults) {
    if (!runs || agent?.by !== 'agent-name' || agentNames === undefined)
        return;
    const { value } = agent;
    if (agentNames.fits(value, target))
        return;
    const meant = agentNameFrom(value);
    const file = reader.text('agent-name') === undefined ? reader.text('manifest') : undefined;
    faults.add({
        where: 'agent-name',
        problem: `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(value)} is no name of an agent on ${title}`,
        accepted: agentNames.accepted,
        isOfValue: true,
        ...(meant !== undefined && agentNames.fits(meant, target) && { meant }),
        ...(file !== undefined && { place: { file } }),
    });
}
/** Any text as a name that agents can have on all clouds; `undefined` where no valid character is left. */
function agentNameFrom(text) {
    const name = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    return name.replaceAll(/^-+|-+$/g, '') || undefined;
}
/** Whether an agent is needed: where builds belong to one, or one is deployed or removed. */
function wantsAgent({ inputs, deploys }, { target, closed }) {
    return inputs.has('agent-id') || (deploys && (target !== 'none' || closed));
}
function named(value) {
    return value === undefined ? undefined : { by: 'agent-name', value };
}


/***/ }),

/***/ 7554:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: function() { return /* binding */ isForMany; },
/* harmony export */   f: function() { return /* binding */ checkForMany; }
/* harmony export */ });
/** Whether the step runs many agents: each then has settings of its own, and these hold for all. */
function isForMany({ mode, agents }) {
    return mode === 'run' && agents.length > 0;
}
/** Inputs that can only mean one agent, with where each agent sets the value instead. */
const FOR_ONE = [
    ['agent-name', 'the project file in each folder names its agent, else the folder does'],
    ['agent-id', 'the project file in each folder names its agent, else the folder does'],
    ['image-name', 'the project file in each folder names its image, else the agent does'],
    ['image', 'a step of its own deploys a known image'],
    ['source-image', 'a step of its own takes over an image'],
    ['build-id', 'a step of its own deploys a known build'],
    ['context', 'each folder is a context, or its project file names one'],
    ['manifest', 'the project file in each folder is found by itself'],
    ['comment-key', 'each agent has a section of its own'],
];
/** Refuses inputs that mean one agent together with `agents`: they would silently hold for all. */
function checkForMany(reader, settings, faults) {
    if (!isForMany(settings))
        return;
    for (const [name, instead] of FOR_ONE) {
        if (reader.explicit(name) === undefined)
            continue;
        const problem = 'it means one agent, and `agents` names many';
        faults.add({ where: name, problem, accepted: `leave it out (${instead}), or leave agents out` });
    }
}


/***/ }),

/***/ 9170:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: function() { return /* binding */ parseBuildArgs; },
/* harmony export */   q: function() { return /* binding */ secretBuildArgs; }
/* harmony export */ });
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
/** Names of build arguments that usually hold secrets. */
const SECRET_NAME = /TOKEN|KEY|SECRET|PASS|AUTH|CRED/i;
/** Values of such a name that are not secrets; hiding these words would make a log unreadable. */
const SWITCH = /^(?:true|false|none|null|auto|optional|required|enabled|disabled|\d{1,5})$/i;
/** The values that are masked everywhere, also of lines with an invalid name. */
function secretBuildArgs(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line) => {
        const equals = line.indexOf('=');
        const value = line.slice(equals + 1).trim();
        const isSecret = equals > 0 && SECRET_NAME.test(line.slice(0, equals)) && !SWITCH.test(value);
        return isSecret && value !== '' ? [value] : [];
    });
}


/***/ }),

/***/ 2482:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JM: function() { return /* binding */ checkCapabilities; },
/* harmony export */   W$: function() { return /* binding */ checkExclusions; },
/* harmony export */   gb: function() { return /* binding */ checkComplete; },
/* harmony export */   qR: function() { return /* binding */ isGiven; }
/* harmony export */ });
/* harmony import */ var _agents_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7554);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6997);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1111);



/** Reports what was asked for that this cloud cannot do, by the cloud's traits, before anything is sent. */
function checkCapabilities(reader, traits, all, faults) {
    for (const name of new Set(all.flatMap(({ inputs }) => [...inputs]))) {
        if (traits.inputs.has(name) || !isGiven(reader, name))
            continue;
        const knowing = all.filter(({ inputs }) => inputs.has(name)).map(({ title }) => title);
        const problem = `${traits.title} does not use this input`;
        faults.add({ where: name, problem, accepted: `leave it out; it is for ${knowing.join(' and ')}` });
    }
    checkImage(reader, traits, faults);
    if (traits.deploys)
        return;
    const problem = `${traits.title} deploys nothing`;
    const deploy = reader.text('deploy');
    if (isDeploy(deploy))
        faults.add({
            where: 'deploy',
            problem: `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(deploy ?? '')} was given, and ${problem}`,
            accepted: 'none',
        });
    if (reader.text('mode') === 'cleanup')
        faults.add({ where: 'mode', problem: `${problem}: there are no previews to clean up` });
}
/** Checks what depends on how the cloud names images. */
function checkImage(reader, { title, plainImageNames }, faults) {
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
/** Whether the input asks for something: a flag with its default value, or one that is off, does not. */
function isGiven(reader, name) {
    const nothing = _input_table_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUT_DEFAULTS */ .WJ[name] === 'true' ? /^true$/i : /^false$/i;
    return reader.explicit(name) !== undefined && !nothing.test(reader.text(name) ?? '');
}
function isDeploy(deploy) {
    return deploy !== undefined && deploy !== 'none';
}
/** Inputs that exclude each other on every cloud. */
function checkExclusions(reader, faults) {
    if (reader.text('agent-id') !== undefined && reader.text('agent-name') !== undefined) {
        faults.add({
            where: 'agent-id, agent-name',
            problem: 'they exclude each other',
            accepted: 'one of them',
        });
    }
    // Alone it means `build: never`; since runners fill in the default, `auto` may mean that nothing was given.
    if (reader.text('build-id') !== undefined && reader.text('build') === 'always') {
        const problem = 'it is a build that exists, and build: always makes another one';
        faults.add({ where: 'build-id', problem, accepted: 'leave out build-id, or build' });
    }
}
/** Checks that everything is given that this run needs. */
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
        const problem = `missing: ${of.traits.title} needs the name of the agent${unnamed}`;
        const place = of.manifest && project ? { place: { file: of.manifest } } : {};
        faults.add({ where: 'agent-name', problem, accepted: names.join(', or '), ...place });
    }
    const deploysOnly = mode === 'run' && !of.closed && build === 'never' && !(0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .isForMany */ .N)(of.settings);
    if (deploysOnly && buildId === undefined && !of.choosesImage) {
        const problem = 'missing: with build: never there is nothing to deploy';
        faults.add({
            where: 'build-id',
            problem,
            accepted: of.traits.inputs.has('image')
                ? 'build-id, image, or image-name and image-tag'
                : 'build-id, or image-name and image-tag',
        });
    }
}
const AGENT_INPUTS = ['agent-name', 'agent-id', 'manifest'];
/** Whether an agent is needed: clouds that know agents by id build for an agent; the others need one only to deploy. */
function needsAgent({ settings, target, traits, closed }) {
    if (settings.mode !== 'run' || closed || (0,_agents_js__WEBPACK_IMPORTED_MODULE_2__/* .isForMany */ .N)(settings))
        return false;
    // Registering an image makes a build.
    const builds = (settings.build !== 'never' || settings.image.reference !== undefined) && traits.inputs.has('agent-id');
    return builds || (target !== 'none' && traits.deploys);
}


/***/ }),

/***/ 4873:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Bs: function() { return /* reexport */ maskCredentials; },
  Vz: function() { return /* reexport */ parseCustomHeaders; },
  zS: function() { return /* reexport */ readAccess; },
  dC: function() { return /* reexport */ readConnection; },
  j5: function() { return /* reexport */ readForgeToken; }
});

// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __nccwpck_require__(6997);
// EXTERNAL MODULE: ./lib/src/settings/reader.js
var settings_reader = __nccwpck_require__(5131);
// EXTERNAL MODULE: ./lib/src/clouds/safe-address.js
var safe_address = __nccwpck_require__(4809);
// EXTERNAL MODULE: ./lib/src/settings/build-args.js
var build_args = __nccwpck_require__(9170);
// EXTERNAL MODULE: ./lib/src/settings/input-table.js
var input_table = __nccwpck_require__(1111);
;// CONCATENATED MODULE: ./lib/src/settings/connection/custom-headers.js
/** The token of RFC 9110, and the allowed values. */
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Headers that the request itself sets: another value would break it. */
const OF_THE_REQUEST = /^(?:host|accept|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|keep-alive)$/;
/** Lines of `Name: value`, split at the first colon, both sides trimmed; blank lines are skipped. */
function parseCustomHeaders(text) {
    const headers = {};
    const problems = [];
    for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
        if (raw.trim() === '')
            continue;
        const number = index + 1;
        const colon = raw.indexOf(':');
        const name = raw.slice(0, Math.max(colon, 0)).trim().toLowerCase();
        const value = raw.slice(colon + 1).trim();
        if (colon < 0)
            problems.push(`line ${number} has no ":"`);
        else if (!NAME.test(name))
            problems.push(`line ${number} has a name that no header can have`);
        else if (OF_THE_REQUEST.test(name))
            problems.push(`line ${number} names ${name}, which the request itself sets`);
        else if (!VALUE.test(value))
            problems.push(`line ${number} has a value that no header can have`);
        else if (value !== '')
            headers[name] = value;
    }
    return { headers, problems };
}
/** Names of headers that usually hold credentials. */
const SECRET_NAME = /TOKEN|KEY|SECRET|PASS|AUTH|CRED|COOKIE|SESSION|SIGNATURE|JWT/i;
/** Values of such a name that are not secrets; hiding these words would make a log unreadable. */
const SWITCH = /^(?:true|false|none|null|auto|basic|bearer|\d{1,5})$/i;
/** The values that are masked everywhere; of `Bearer x` also `x` alone. Of faulty lines as well. */
function secretHeaders(text) {
    return text.split(/\r\n|\r|\n/).flatMap((line) => {
        const colon = line.indexOf(':');
        // A line without a colon may be a value that was pasted alone.
        if (colon < 0)
            return line.trim() === '' ? [] : [line.trim()];
        const value = line.slice(colon + 1).trim();
        if (value === '' || SWITCH.test(value) || !SECRET_NAME.test(line.slice(0, colon)))
            return [];
        const credentials = /^[A-Za-z]+ +(\S+)$/.exec(value)?.[1];
        return credentials === undefined ? [value] : [value, credentials];
    });
}

;// CONCATENATED MODULE: ./lib/src/settings/connection/read.js





/**
 * Masks the keys of all clouds, since `cloud` may be misspelt, and values of build arguments that are secrets by
 * their name.
 */
function maskCredentials(env, clouds, mask) {
    const inputs = [...input_table/* SECRET_INPUTS */.pH].map((name) => (0,settings_reader/* inputOf */.wg)(env, name));
    const variables = clouds.flatMap((cloud) => cloud.variables.key.map((name) => env[name]?.trim()));
    const args = (0,build_args/* secretBuildArgs */.q)((0,settings_reader/* inputOf */.wg)(env, 'build-args') ?? '');
    const headers = clouds.flatMap((cloud) => secretHeaders(env[cloud.variables.headers ?? ''] ?? ''));
    for (const secret of [...inputs, ...variables, ...args, ...headers]) {
        if (secret)
            mask(secret);
    }
}
/**
 * Address and credentials of requests: from the inputs, else from the cloud's own environment variables. `undefined`
 * without a key. A message never quotes a key or an address that may contain one.
 */
async function readConnection(env, reader, traits, need, faults) {
    const baseUrl = await readBaseUrl(env, reader, traits, faults);
    const apiKey = readKey(env, reader, traits, need, faults);
    const accountNeed = need === 'if-given' && apiKey !== undefined ? 'required' : need;
    const account = readAccount(env, reader, traits, accountNeed, faults);
    const headers = readHeaders(env, traits, faults);
    if (apiKey === undefined || baseUrl === undefined)
        return undefined;
    return { baseUrl, apiKey, ...(account ? { account } : {}), ...(headers && { headers }) };
}
function readHeaders(env, { variables }, faults) {
    const where = variables.headers ?? '';
    const { headers, problems } = parseCustomHeaders(env[where] ?? '');
    if (problems.length > 0)
        faults.add({ where, problem: problems.join(', '), accepted: 'lines of Name: value' });
    return Object.keys(headers).length === 0 ? undefined : headers;
}
/** An unknown secret and one that the event does not get are both empty. */
const WHERE_SECRETS_ARE = "a secret comes from the repository's settings (Actions, Secrets), and pull requests from forks get none";
function readKey(env, reader, traits, need, faults) {
    const { text: key, where } = given('api-key', env, reader, traits.variables.key);
    if (key === undefined) {
        if (need === 'required') {
            faults.add({
                where,
                problem: 'missing',
                accepted: `${orVariables(`the key of ${traits.title}`, traits.variables.key)}; ${WHERE_SECRETS_ARE}`,
            });
        }
        return undefined;
    }
    const problem = isPrintable(key)
        ? traits.keyFault?.(key)
        : 'it has characters that a key cannot have, such as white space';
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
            problem: `${traits.title} has no account ids`,
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
    faults.add({
        where,
        problem: 'it has characters that an id cannot have',
        accepted: 'letters, digits and marks',
    });
    return undefined;
}
/** Without a trailing slash and without the path that users append; a path prefix stays. */
async function readBaseUrl(env, reader, traits, faults) {
    const { text = traits.baseUrl, where } = given('base-url', env, reader, traits.variables.baseUrl);
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const problem = url ? await addressFault(url) : 'it is not a URL';
    if (!url || problem !== undefined) {
        faults.add({ where, problem: problem ?? '', accepted: `an https address such as ${traits.baseUrl}` });
        return undefined;
    }
    const path = url.pathname.replace(/\/+$/, '');
    const suffix = traits.baseUrlSuffix;
    const kept = suffix && path.endsWith(suffix) ? path.slice(0, -suffix.length) : path;
    return `${url.origin}${kept.replace(/\/+$/, '')}`;
}
async function addressFault(url) {
    if (url.username !== '' || url.password !== '')
        return 'it has a user name or password, which would show up in logs';
    if (url.search !== '' || url.hash !== '')
        return 'it has a query or a fragment';
    if (url.protocol === 'https:' || (url.protocol === 'http:' && (await (0,safe_address/* isLoopback */.U9)(url))))
        return undefined;
    if (url.protocol === 'http:')
        return `with http to ${url.host} the key would travel in clear`;
    return `${url.protocol} is not https`;
}
/** The input, else the first variable that is set; and where to fix a fault in it. */
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
/** It becomes a header value: only visible ASCII is allowed. */
function isPrintable(value) {
    return /^[\x21-\x7e]+$/.test(value);
}

;// CONCATENATED MODULE: ./lib/src/settings/connection/access.js



/**
 * The part of the settings that needs neither event nor workspace.
 * @throws {UserError} where main's credentials are no longer available
 */
async function readAccess(env, clouds, mask) {
    maskCredentials(env, Object.values(clouds), mask);
    const faults = (0,settings_faults/* collectFaults */.CM)();
    const reader = (0,settings_reader/* createInputReader */.ic)(env, faults);
    const cloud = reader.choice('cloud');
    const connection = cloud && (await readConnection(env, reader, clouds[cloud], 'required', faults));
    if (cloud === undefined || connection === undefined || faults.count() > 0)
        return faults.fail();
    const cancelOnAbort = reader.flag('cancel-on-abort');
    return { cloud, connection, cancelOnAbort };
}
/** The forge's token, masked. It belongs to the job, so it is right even if post was given another step's inputs. */
function readForgeToken(env, mask) {
    const token = (0,settings_reader/* inputOf */.wg)(env, 'github-token');
    if (token === '')
        return undefined;
    mask(token);
    return token;
}

;// CONCATENATED MODULE: ./lib/src/settings/connection/connection.js
/** What a cloud is asked with: its address, headers and credentials, and what post and a cancel need of them. */





/***/ }),

/***/ 6920:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  wT: function() { return /* binding */ AUTO_WORDS; },
  io: function() { return /* binding */ anotherPullRequest; },
  nD: function() { return /* binding */ checkPreviewLabel; },
  rQ: function() { return /* binding */ deployTarget; },
  TN: function() { return /* reexport */ expandPreviewCheck; },
  Eb: function() { return /* reexport */ expandPreviewUrl; },
  Ud: function() { return /* reexport */ pullRequestIn; },
  xN: function() { return /* reexport */ pullRequestLabel; },
  Nw: function() { return /* reexport */ readPreviewCheck; },
  Pw: function() { return /* binding */ readPreviewLabel; },
  G: function() { return /* reexport */ readPreviewUrl; },
  kT: function() { return /* reexport */ sanitizeLabel; }
});

// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __nccwpck_require__(6997);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/src/settings/deploy/label.js

/** Characters (contracts/README.md, Limits). */
const LONGEST = 30;
/** Hexadecimal digits of the hash that distinguishes changed labels. */
const HASH = 8;
/**
 * The label as the cloud will store it: lowered, only letters, digits and hyphens, at most 30 characters
 * (contracts/sgp.openapi.yaml, createDeployment). Done here too, so that previews can be found by it. A label that
 * had to be changed ends in a hash of the original, so that two branches never share a label: `PR.-7` must not become
 * `pr-7`, and two long names must not become their common beginning.
 * @returns empty where the text has no valid character
 */
function sanitizeLabel(text) {
    const kept = text.toLowerCase().replaceAll(/[^a-z0-9-]/g, '');
    if (kept === '' || (kept === text && kept.length <= LONGEST))
        return kept;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, HASH);
    return `${kept.slice(0, LONGEST - HASH - 1).replace(/-+$/, '')}-${hash}`.replace(/^-/, '');
}
/** The label of a pull request's previews, if the author chose none. */
function pullRequestLabel(number) {
    return `pr-${number}`;
}
/** The number in exactly `pr-<number>`; anything similar is another label. */
function pullRequestIn(label) {
    const [, digits] = /^pr-([1-9]\d{0,9})$/.exec(label) ?? [];
    return digits === undefined ? undefined : Number(digits);
}
/** Whether `<agent>-<label>` reads as the preview of a pull request of another agent: `a` with `b-pr-7`, `a-b` with `pr-7`. */
function endsAsPullRequest(label) {
    return /-pr-[1-9]\d*$/.test(label);
}

// EXTERNAL MODULE: ./lib/src/clouds/safe-address.js
var safe_address = __nccwpck_require__(4809);
;// CONCATENATED MODULE: ./lib/src/settings/deploy/preview-url.js


/** The names that `preview-url` and `preview-check` may have in braces. */
const PREVIEW_NAMES = ['agent', 'label', 'deployment', 'build', 'tag', 'pr'];
const PLACE = /\{([^{}]*)\}/g;
const EXAMPLE = 'https://{label}.preview.example/{agent}';
/** The checked template; absent where none is given or it is faulty. */
function readPreviewUrl(reader, faults) {
    const template = reader.text('preview-url');
    if (template === undefined)
        return undefined;
    const problem = templateFault(template);
    if (problem === undefined)
        return template;
    faults.add({ where: 'preview-url', problem, accepted: `an https address such as ${EXAMPLE}` });
    return undefined;
}
/** The checked path or template of `preview-check`; absent where none is given or it is faulty. */
function readPreviewCheck(reader, faults) {
    const check = reader.text('preview-check');
    if (check === undefined)
        return undefined;
    const isPath = check.startsWith('/') && !/^\/[/\\]/.test(check);
    const problem = isPath && reader.text('preview-url') === undefined
        ? `${(0,settings_faults/* quote */.hD)(check)} is a path, and there is no preview-url that it could belong to`
        : templateFault(isPath ? `https://preview.example${check}` : check);
    if (problem === undefined)
        return check;
    const accepted = `a path such as /healthz together with preview-url, or an https address such as ${EXAMPLE}/healthz`;
    faults.add({ where: 'preview-check', problem, accepted });
    return undefined;
}
/** The address of `preview-check`: a path belongs to the preview's own host. @returns `undefined` as `expandPreviewUrl` */
function expandPreviewCheck(check, values, previewUrl) {
    if (!check.startsWith('/'))
        return expandPreviewUrl(check, values);
    const path = expandPreviewUrl(`https://preview.example${check}`, values);
    if (path === undefined || previewUrl === undefined)
        return undefined;
    const { pathname, search } = new URL(path);
    return new URL(`${new URL(previewUrl).origin}${pathname}${search}`).href;
}
/** What is wrong with a template, as the end of a sentence; `undefined` where nothing is. */
function templateFault(template) {
    const problems = [namesFault(template), formFault(template)].filter((problem) => problem !== undefined);
    return problems.length === 0 ? undefined : problems.join('; ');
}
function namesFault(template) {
    const names = [...template.matchAll(PLACE)].map(([, name = '']) => name).filter((name) => !isName(name));
    if (names.length === 0)
        return undefined;
    const unknown = [...new Set(names)].map((name) => {
        const meant = (0,settings_faults/* nearest */.pA)(name, PREVIEW_NAMES);
        return `{${name}} is not known${meant === undefined ? '' : ` (did you mean {${meant}}?)`}`;
    });
    return `${unknown.join(', ')}; known are ${PREVIEW_NAMES.map((one) => `{${one}}`).join(', ')}`;
}
function formFault(template) {
    const sample = template.replace(PLACE, 'x');
    if (/[{}]/.test(sample))
        return `${(0,settings_faults/* quote */.hD)(template)} has a brace without its counterpart`;
    return URL.canParse(sample) ? addressFault(new URL(sample)) : `${(0,settings_faults/* quote */.hD)(template)} is not an address`;
}
function isName(name) {
    return PREVIEW_NAMES.includes(name);
}
function addressFault(url) {
    if (url.username !== '' || url.password !== '')
        return 'it holds user information, which would be shown';
    if (url.protocol === 'https:' || (url.protocol === 'http:' && (0,safe_address/* isLoopbackLiteral */.ZT)(url.hostname)))
        return undefined;
    return `it must begin with https://, not ${url.protocol}//`;
}
/**
 * The address with the value of each name, encoded so that a value cannot change the rest of the address.
 * @returns `undefined` where a value is unknown or would make no address
 */
function expandPreviewUrl(template, values) {
    let known = true;
    const address = template.replace(PLACE, (_, name) => {
        const value = values[name] ?? '';
        // In an address these two are path steps, however they are encoded.
        if (value === '' || value === '.' || value === '..')
            known = false;
        return encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'));
    });
    return known && URL.canParse(address) ? new URL(address).href : undefined;
}

;// CONCATENATED MODULE: ./lib/src/settings/deploy/deploy.js




/** What `deploy` means on this event; the only place that decides about `auto` (docs/interface.md, inputs). */
function deployTarget(deploy, eventFacts, pullRequest) {
    if (deploy !== 'auto')
        return deploy;
    if (eventFacts.pushToDefaultBranch)
        return 'production';
    return pullRequest === undefined ? 'none' : 'preview';
}
const EVENTS_WITH_PULL_REQUEST = 'pull_request, pull_request_target, issue_comment on a pull request, workflow_run of a pull request, ' +
    'and push to a branch with an open one';
/** What `deploy: auto` does, as the rest of a sentence. */
const AUTO_WORDS = 'deploys previews on pull requests, production on the default branch, and nothing elsewhere';
/** Events whose payload may lack the number although the forge knows a pull request: the forge is asked later. */
const EVENTS_TO_LOOK_UP = new Set(['push', 'create', 'workflow_run']);
/** The label of this run's preview; absent where no pull request is known (yet). */
function readPreviewLabel(reader, eventFacts, pullRequest, faults, warnings) {
    const given = reader.text('preview-label');
    if (given === undefined) {
        const none = pullRequest === undefined && !EVENTS_TO_LOOK_UP.has(eventFacts.event);
        if (none && reader.text('deploy') === 'preview' && reader.text('mode') === 'run') {
            faults.add({
                where: 'preview-label',
                problem: `missing: the event ${(0,settings_faults/* quote */.hD)(eventFacts.event)} carries no pull request to name the preview after`,
                accepted: `a label or pr-number; these events carry a pull request: ${EVENTS_WITH_PULL_REQUEST}; deploy: auto ${AUTO_WORDS}`,
            });
        }
        return pullRequest === undefined ? undefined : pullRequestLabel(pullRequest);
    }
    const label = sanitizeLabel(given);
    if (label === '') {
        const problem = `${(0,settings_faults/* quote */.hD)(given)} has no character that a label can have`;
        faults.add({ where: 'preview-label', problem, accepted: 'letters, digits and hyphens, at most 30' });
        return undefined;
    }
    const named = pullRequestIn(label);
    const isAnother = named !== undefined && pullRequest !== undefined && named !== pullRequest;
    if (isAnother && (reader.text('mode') ?? 'run') === 'run')
        faults.add(anotherPullRequest(label, pullRequest));
    if (label !== given)
        warnings.push(`preview-label ${(0,settings_faults/* quote */.hD)(given)} becomes ${label}: a label has lower-case letters, digits and hyphens, at most 30, and ends in a hash where it had to be changed.`);
    return label;
}
/** Where only the name shows whose a preview is, adds a fault for a label that makes it another agent's. */
function checkPreviewLabel({ mode, preview }, { previewsAreAgents, title }, faults) {
    const { label } = preview;
    if (!previewsAreAgents || label === undefined || !endsAsPullRequest(label))
        return;
    if (mode !== 'run' && mode !== 'cleanup')
        return;
    faults.add({
        where: 'preview-label',
        problem: `${(0,settings_faults/* quote */.hD)(label)} ends as the label of a pull request, and on ${title} another agent's preview may have the same name`,
        accepted: 'pr-<number> alone, or a label that does not end in -pr-<number>',
    });
}
/** The fault for a label of another pull request: a deployment with it would replace that one's preview. */
function anotherPullRequest(label, own) {
    const run = own === undefined ? 'this run belongs to no pull request' : `this run is about ${own}`;
    return {
        where: 'preview-label',
        problem: `${(0,settings_faults/* quote */.hD)(label)} is the label of pull request ${pullRequestIn(label)}, and ${run}`,
        accepted: own === undefined ? 'another label, or pr-number' : `${pullRequestLabel(own)}, or another label`,
    };
}


/***/ }),

/***/ 4657:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k4: function() { return /* binding */ discover; },
  nO: function() { return /* reexport */ findCloud; },
  fQ: function() { return /* binding */ isUnnamedTeardown; }
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __nccwpck_require__(2156);
// EXTERNAL MODULE: ./lib/src/settings/agent.js
var agent = __nccwpck_require__(5367);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __nccwpck_require__(6997);
// EXTERNAL MODULE: ./lib/src/settings/input-table.js
var input_table = __nccwpck_require__(1111);
// EXTERNAL MODULE: ./lib/src/settings/reader.js
var settings_reader = __nccwpck_require__(5131);
// EXTERNAL MODULE: ./lib/src/settings/workspace/workspace.js + 3 modules
var workspace_workspace = __nccwpck_require__(4006);
// EXTERNAL MODULE: ./lib/src/settings/capabilities.js
var capabilities = __nccwpck_require__(2482);
;// CONCATENATED MODULE: ./lib/src/settings/discovery/cloud.js

/**
 * The first of these that leaves one cloud decides: inputs that only one cloud knows; environment variables of a
 * cloud; an account id, which one cloud requires; project files. Each only considers the clouds that the one before
 * left.
 */
function findCloud(env, reader, all, files) {
    const inputs = givenInputs(reader, all);
    const matching = all.filter((traits) => takes(traits, inputs, reader));
    if (matching.length === 0)
        return {};
    if (matching.length === 1)
        return of(matching[0], `${decidingInput(inputs, reader, all)} is given`);
    const set = matching.flatMap((traits) => {
        const [variable] = variablesOf(traits, env, reader);
        return variable === undefined ? [] : [{ traits, sign: `${variable} is set` }];
    });
    if (set.length === 1)
        return of(set[0]?.traits, set[0]?.sign);
    const left = set.length === 0 ? matching : set.map(({ traits }) => traits);
    const account = left.find((traits) => traits.account === 'required');
    if (account && reader.text('account-id') !== undefined)
        return of(account, 'account-id is given');
    return byFiles(left, files) ?? among(set);
}
function of(traits, why = '') {
    return traits ? { cloud: traits.name, line: `cloud: ${traits.name}, because ${why}` } : {};
}
function byFiles(left, files) {
    const there = files.filter(({ cloud }) => left.includes(cloud));
    const [first] = there;
    if (first === undefined)
        return undefined;
    if (there.every(({ cloud }) => cloud === first.cloud)) {
        return { ...of(first.cloud, `${first.path} is here`), byFile: true };
    }
    return among(there.map(({ cloud, path }) => ({ traits: cloud, sign: `${path} is here` })));
}
/** How many there are, in words. */
function wordOf(several) {
    return several.length === 2 ? 'two' : String(several.length);
}
function among(signs) {
    if (signs.length === 0)
        return {};
    const each = signs.map(({ traits, sign }) => `${traits.name} (${sign})`);
    const accepted = [...new Set(signs.map(({ traits }) => traits.name))].join(', ');
    const problem = `missing, and ${wordOf(each)} would do: ${each.join(' and ')}`;
    return { fault: { where: 'cloud', problem, accepted } };
}
/** The given inputs that not every cloud knows. */
function givenInputs(reader, all) {
    return [...new Set(all.flatMap(({ inputs }) => [...inputs]))].filter((name) => (0,capabilities/* isGiven */.qR)(reader, name));
}
/** The input that shows most clearly which cloud is meant. */
function decidingInput(inputs, reader, all) {
    const own = inputs.find((name) => all.filter((traits) => traits.inputs.has(name)).length === 1);
    const account = reader.text('account-id') === undefined ? undefined : 'account-id';
    return own ?? account ?? inputs.at(-1) ?? 'account-id';
}
function takes(traits, inputs, reader) {
    if (!inputs.every((name) => traits.inputs.has(name)))
        return false;
    if (reader.text('account-id') !== undefined && traits.account === 'refused')
        return false;
    const manifest = reader.text('manifest');
    // `.yml` and `.yaml` are equal.
    const kind = (path) => /\.(?:toml|ya?ml)$/i.exec(path)?.[0].toLowerCase().replace('.yml', '.yaml');
    return (manifest === undefined ||
        kind(manifest) === undefined ||
        kind(manifest) === kind(traits.projectFile ?? ''));
}
/** The variables of the cloud that would be used: an input wins over its variable. */
function variablesOf({ variables }, env, reader) {
    const used = [
        ...(reader.text('api-key') === undefined ? variables.key : []),
        ...(reader.text('account-id') === undefined ? variables.account : []),
        ...(reader.text('base-url') === undefined ? variables.baseUrl : []),
    ];
    return used.filter((name) => env[name]?.trim());
}

;// CONCATENATED MODULE: ./lib/src/settings/discovery/discovery.js









/**
 * Looks for values that would resolve a fault of the inputs. Inputs and variables come before files.
 * @returns `undefined` where no fault is about the cloud or the agent, or where nothing is found
 */
function discover(env, { traits, trigger, workspace, faults }) {
    const all = Object.values(traits);
    if (faults.length > 0 && !faults.some((fault) => isAboutCloud(fault, all)))
        return undefined;
    const reader = (0,settings_reader/* createInputReader */.ic)(env, (0,settings_faults/* collectFaults */.CM)());
    if (reader.lines('agents').length > 0)
        return undefined;
    const given = (0,settings_reader/* inputOf */.wg)(env, 'cloud');
    // A cloud that does not exist has no project file that could be meant.
    const isKnown = given === '' || all.some(({ name }) => name === given);
    const files = isKnown ? projectFiles(reader, workspace, all) : [];
    const found = given === '' ? findCloud(env, reader, all, files) : {};
    if (found.fault)
        return { env: { ...env, INPUT_CLOUD: '' }, lines: [], fault: found.fault };
    const name = found.cloud ?? (given || input_table/* DEFAULT_CLOUD */.Q9);
    const file = findManifest(reader, name, found.byFile === true, files);
    const agentName = hasCheckout(workspace, trigger) ? agentNameOf(trigger, reader) : undefined;
    if ((found.cloud ?? input_table/* DEFAULT_CLOUD */.Q9) === input_table/* DEFAULT_CLOUD */.Q9 && !file.path && !file.fault && !agentName)
        return undefined;
    const inputs = {
        INPUT_CLOUD: name,
        ...(file.path === undefined ? {} : { INPUT_MANIFEST: file.path }),
    };
    return (0,omit_undefined/* omitUndefined */.O)({
        env: { ...env, ...inputs },
        lines: [found.line, file.line].filter((line) => line !== undefined),
        fault: file.fault,
        agentName,
    });
}
/**
 * Whether this is a closed pull request on a cloud whose previews are agents, and no agent is named: the inputs are
 * valid, but no preview could be found.
 */
function isUnnamedTeardown(env, { traits, trigger }) {
    const reader = (0,settings_reader/* createInputReader */.ic)(env, (0,settings_faults/* collectFaults */.CM)());
    const cloud = Object.values(traits).find(({ name }) => name === reader.text('cloud'));
    const isInPlace = cloud?.deploys === true && !cloud.inputs.has('agent-id');
    return isInPlace && trigger.closed && reader.text('mode') === 'run' && !namesAgent(reader);
}
function namesAgent(reader) {
    return ['agent-name', 'agent-id', 'manifest'].some((name) => reader.text(name) !== undefined);
}
/** Whether another cloud, or an agent's name, could resolve it. */
function isAboutCloud({ where, isOfValue }, all) {
    if (isOfValue)
        return false;
    const names = all.flatMap(({ inputs }) => [...inputs]);
    const [about = ''] = where.split(/[ ,]/);
    return ['api-key', 'account-id', 'base-url', ...names].includes(about);
}
/** At the root and in `context`, each once. */
function projectFiles(reader, workspace, all) {
    const found = new Map();
    for (const folder of new Set([workspace, (0,external_node_path_.resolve)(workspace, reader.text('context') ?? '.')])) {
        for (const cloud of all) {
            if (cloud.projectFile === undefined)
                continue;
            const path = (0,external_node_path_.join)(folder, cloud.projectFile);
            const resolved = (0,workspace_workspace/* resolveLinks */.Ap)(workspace, path);
            if (found.has(resolved) || !(0,workspace_workspace/* isInside */.FK)(workspace, path) || !(0,workspace_workspace/* isFile */.fo)(resolved))
                continue;
            found.set(resolved, { cloud, path: (0,workspace_workspace/* shown */.SP)(workspace, path) });
        }
    }
    return [...found.values()];
}
/** The only project file of the cloud if no agent is named, or the one that decided the cloud. */
function findManifest(reader, cloud, namedCloud, files) {
    const isNamed = namedCloud ? reader.text('manifest') !== undefined : namesAgent(reader);
    if (isNamed || reader.text('mode') !== 'run')
        return {};
    const paths = files.filter((file) => file.cloud.name === cloud).map(({ path }) => path);
    const [path] = paths;
    if (path === undefined)
        return {};
    if (paths.length > 1) {
        const problem = `missing, and ${wordOf(paths)} would do: ${paths.join(' and ')}`;
        return { fault: { where: 'manifest', problem, accepted: 'the path of the one that is meant' } };
    }
    return { path, line: `manifest: ${path}, because it is the only one and no other was named` };
}
/** Without a checkout it is unknown whether a project file names the agent. */
function hasCheckout(workspace, { closed }) {
    return !closed || (0,workspace_workspace/* isFile */.fo)((0,external_node_path_.join)(workspace, '.git', 'HEAD'));
}
function agentNameOf({ repository }, reader) {
    if (repository === undefined || reader.text('mode') !== 'run')
        return undefined;
    if (reader.text('agent-name') !== undefined || reader.text('agent-id') !== undefined)
        return undefined;
    return (0,agent/* agentNameFrom */.Xv)(repository.name);
}


/***/ }),

/***/ 1180:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: function() { return /* binding */ parseDuration; },
/* harmony export */   a3: function() { return /* binding */ formatDuration; },
/* harmony export */   dl: function() { return /* binding */ DURATION_GRAMMAR; }
/* harmony export */ });
/* harmony import */ var ms__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(744);

const GRAMMAR = /^(\d{1,9})(ms|s|m|h|d|w)$/;
/** In words, for error messages. */
const DURATION_GRAMMAR = 'a whole number above zero and one of ms, s, m, h, d, w, as in 90m, 8h, 3d, 1w';
/** Largest first; the first one that divides a time evenly gives the shortest spelling. */
const UNITS = [
    ['w', 604_800_000],
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
];
/** `90m`, `8h`, `3d`, `1w`; also `30s` and `200ms`. Nothing else, so that the meaning is always clear. */
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
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CM: function() { return /* binding */ collectFaults; },
/* harmony export */   P9: function() { return /* binding */ closestOf; },
/* harmony export */   XI: function() { return /* binding */ FaultyInputs; },
/* harmony export */   cP: function() { return /* binding */ inputIn; },
/* harmony export */   hD: function() { return /* binding */ quote; },
/* harmony export */   pA: function() { return /* binding */ nearest; }
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1916);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8934);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5071);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1111);




const USUAL_HINT = 'All input errors are listed; docs/interface.md describes every input.';
/** @param misspelt a misspelt input is named in the fault of the input that was meant */
function collectFaults(misspelt = []) {
    const faults = [];
    const withSpelling = (fault) => {
        const written = misspelt.find(({ meant }) => namesIn(fault).includes(meant))?.given;
        return written === undefined ? fault : { ...fault, written };
    };
    return {
        add: (fault) => void faults.push(fault),
        count: () => faults.length,
        has: (input) => faults.some((fault) => namesIn(fault).includes(input)),
        fail(besides) {
            throw new FaultyInputs(faults.map(withSpelling), besides);
        },
    };
}
/** `vm-image, platform` and `api-key (from SGP_API_KEY)` name inputs, `manifest.yaml:7` none. */
function namesIn({ where }) {
    return where.split(/, | \(/);
}
/** The first input that a fault's place names; `undefined` where it names a file. */
function inputIn(where) {
    return _input_table_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUT_NAMES */ .Qh.find((name) => namesIn({ where }).includes(name));
}
/** The error that lists every fault. */
class FaultyInputs extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo {
    /** One a fault, each beginning with `- `. */
    sentences;
    /** As they were found. */
    faults;
    points;
    /** What is wrong in a few words: `2 inputs are faulty: cloud, api-key`. */
    title;
    /** The settings that could be read, with defaults for faulty values; absent where the cloud is unknown. */
    settings;
    /** What the author should know as well, one sentence each. */
    warnings;
    constructor(faults, { settings, hint = USUAL_HINT, warnings = [] } = {}) {
        const title = faults.length === 1 ? 'An input is faulty' : `${faults.length} inputs are faulty`;
        const points = faults.map((fault) => ({ where: fault.where, words: wordsOf(fault) }));
        const sentences = points.map(({ where, words }) => `- ${where}: ${words}`);
        const place = faults.find((fault) => fault.place)?.place;
        super([`${title}; no request was made:`, ...sentences].join('\n'), {
            hint,
            ...(place ? { place } : {}),
        });
        this.sentences = sentences;
        this.faults = faults;
        this.points = points;
        this.title = `${title}: ${[...new Set(points.map(({ where }) => where))].join(', ')}`;
        this.settings = settings;
        this.warnings = warnings;
    }
}
function wordsOf({ problem, accepted, meant, written, closest: other }) {
    const parts = [
        problem,
        accepted === undefined ? undefined : `accepted: ${accepted}`,
        meant === undefined ? undefined : `did you mean ${quote(meant)}?`,
        other === undefined ? undefined : `the closest is ${quote(other)}`,
        written === undefined
            ? undefined
            : `the step gives ${quote(written)}, which is not an input: is it misspelt?`,
    ];
    return parts.filter((part) => part !== undefined).join('; ');
}
/** The given value for a message: quoted, on one line, at most 80 characters. */
function quote(value) {
    return JSON.stringify((0,_clip_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$)(value, 80));
}
/** The nearest of the accepted spellings, if one is near: by its beginning, else by the number of changed letters. */
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

/***/ 4109:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: function() { return /* binding */ nameImage; },
/* harmony export */   n: function() { return /* binding */ imageNameFrom; }
/* harmony export */ });
/* harmony import */ var _omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2156);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6997);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(949);



/**
 * The image's name: the input, the project file's, the agent's, the repository's. The tag comes from the input. A
 * project file's tag (often `latest`) names an existing image, so it counts only where nothing is built.
 */
function nameImage({ reader, project, agent, build, repository, given }, faults) {
    const givenName = reader.text('image-name');
    const givenTag = reader.text('image-tag');
    if (givenName !== undefined && !givenName.split('/').every((part, index) => (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamePart */ .L8)(part, index))) {
        const accepted = 'lower-case letters and digits, divided by one of . _ -, without a tag';
        faults.add({
            where: 'image-name',
            problem: `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(givenName)} is not an image name`,
            accepted,
            ...meant(givenName),
        });
    }
    if (givenTag !== undefined && !(0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isImageTag */ ._l)(givenTag)) {
        const accepted = 'letters, digits, _ . -, at most 128, not beginning with . or -';
        const problem = `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(givenTag)} is not an image tag`;
        faults.add({ where: 'image-tag', problem, accepted, ...meantTag(givenTag) });
    }
    const isNamed = givenName !== undefined || givenTag !== undefined || reader.text('build-id') !== undefined;
    const agentName = agent?.by === 'agent-name' ? agent.value : project?.file.agentName;
    const reference = build !== 'never' || isNamed ? undefined : (given ?? project?.image);
    if (reference !== undefined)
        return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({ reference, ...namesIn(reference) });
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({
        name: givenName ??
            project?.imageName ??
            (agentName && imageNameFrom(agentName)) ??
            (repository && imageNameFrom(repository)),
        tag: givenTag ?? (build === 'never' ? project?.imageTag : undefined),
    });
}
/** The image's name in a reference, including its registry. */
function namesIn(reference) {
    const parsed = (0,_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(reference);
    if (parsed === undefined)
        return {};
    const { host, path, tag } = parsed;
    return { name: host === undefined ? path : `${host}/${path}`, tag };
}
function meant(given) {
    const name = imageNameFrom(given.replace(/@.*$|:[^/]*$/s, ''));
    return name === undefined ? {} : { meant: name };
}
/** The name of a branch, as `feature/login`, is often given. */
function meantTag(given) {
    const tag = given
        .replaceAll(/[^\w.-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 128);
    return /[A-Za-z0-9]/.test(tag) ? { meant: tag } : {};
}
/** Any text as an image name; `undefined` where no valid character is left. */
function imageNameFrom(text) {
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


/***/ }),

/***/ 949:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: function() { return /* binding */ parseReference; },
/* harmony export */   L8: function() { return /* binding */ isNamePart; },
/* harmony export */   _l: function() { return /* binding */ isImageTag; }
/* harmony export */ });
/** One part of a repository's name. */
const NAME_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?))*(?::\d{1,5})?$/;
/** Characters of a whole repository's name; longer ones are refused everywhere. */
const LONGEST = 255;
function isImageTag(text) {
    return TAG.test(text);
}
/**
 * Whether this may be one part of an image's name; the first may be a registry's host with a port.
 * @param index from 0
 */
function isNamePart(part, index) {
    return NAME_PART.test(part) || (index === 0 && /^[a-z0-9.-]+:\d{1,5}$/.test(part));
}
/** @returns `undefined` for an invalid reference */
function parseReference(text) {
    const [named = '', digest, ...rest] = text.split('@');
    if (rest.length > 0 || (digest !== undefined && !DIGEST.test(digest)))
        return undefined;
    const [first = '', ...others] = named.split('/');
    const hasHost = others.length > 0 && (/[.:]/.test(first) || first === 'localhost');
    const remote = hasHost ? others.join('/') : named;
    const [path = '', tag, ...more] = remote.split(':');
    if (more.length > 0 || (tag !== undefined && !TAG.test(tag)))
        return undefined;
    if ((hasHost && !HOST.test(first)) || path.length > LONGEST)
        return undefined;
    if (!path.split('/').every((part) => NAME_PART.test(part)))
        return undefined;
    return {
        ...(hasHost && { host: first.toLowerCase() }),
        path,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}


/***/ }),

/***/ 1111:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q9: function() { return /* binding */ DEFAULT_CLOUD; },
/* harmony export */   Qh: function() { return /* binding */ INPUT_NAMES; },
/* harmony export */   WJ: function() { return /* binding */ INPUT_DEFAULTS; },
/* harmony export */   pH: function() { return /* binding */ SECRET_INPUTS; },
/* harmony export */   vC: function() { return /* binding */ CHOICES; }
/* harmony export */ });
/* harmony import */ var _agent_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7169);

/**
 * Every input with its literal default, as action.yml declares them (a test holds the two equal).
 * Defaults that depend on something else (the cloud, the event, the project file) are empty here.
 */
const INPUT_DEFAULTS = {
    cloud: '',
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
    image: '',
    'source-image': '',
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
    'preview-url': '',
    'preview-check': '',
    'pr-number': '',
    comment: 'auto',
    'comment-key': '',
    'github-token': '',
    'github-environment': '',
    'build-timeout': '30m',
    'deploy-timeout': '15m',
    'deploy-wait': 'true',
    'secret-set': '',
    'image-credentials': '',
    'agent-profile': '',
    'min-agents': '',
    'max-agents': '',
    'max-session-duration': '',
    'krisp-viva': '',
    'managed-keys': '',
    'poll-interval': '5s',
    'cancel-on-abort': 'true',
    history: '20',
    agents: '',
    parallel: '20',
    'fail-fast': 'false',
    base: '',
    'dry-run': 'false',
};
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS);
/** Used where neither an input nor the discovery names a cloud (`discovery.ts`). */
const DEFAULT_CLOUD = 'sgp';
/** The inputs with a closed set of values. */
const CHOICES = {
    cloud: ['sgp', 'prime', 'pipecat'],
    mode: ['run', 'plan', 'cleanup', 'report'],
    visibility: ['private', 'public'],
    build: ['auto', 'always', 'never'],
    deploy: ['none', 'preview', 'production', 'auto'],
    comment: ['auto', 'always', 'never', 'on-failure'],
    'krisp-viva': _agent_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .AUDIO_FILTERS */ .Zo,
};
/** Never shown in a message. */
const SECRET_INPUTS = new Set(['api-key', 'github-token']);


/***/ }),

/***/ 2675:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: function() { return /* binding */ readProjectFile; },
  y: function() { return /* reexport */ readText; }
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./lib/src/settings/project-files/project-file.js


/** Bytes; a project file is written by hand, so a larger file is something else. */
const LARGEST = 256 * 1024;
// Opening a FIFO must not block the step.
const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/** The text of a file, or why it cannot be read. A link may lead to a device, which has no end. */
async function readText(path) {
    let file;
    try {
        file = await (0,promises_.open)(path, FLAGS);
        const found = await file.stat();
        if (found.isDirectory())
            return { problem: 'is a folder' };
        if (!found.isFile())
            return { problem: 'is no regular file' };
        if (found.size > LARGEST)
            return { problem: 'is larger than 256 KiB' };
        const content = await file.readFile();
        return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
    }
    catch (error) {
        return { problem: whyUnreadable(error) };
    }
    finally {
        await file?.close();
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

;// CONCATENATED MODULE: ./lib/src/settings/project-files/project-files.js

/**
 * Reads the cloud's own project file. Its parser is loaded only here: most runs have no such file.
 * @returns `undefined` where the file has faults, which are then in `faults`
 */
async function readProjectFile(source, kind, faults) {
    if (kind === 'manifest.yaml') {
        const { readManifest } = await Promise.all(/* import() | manifest */[__nccwpck_require__.e("shared-settings-project-files"), __nccwpck_require__.e("yaml"), __nccwpck_require__.e("manifest")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8249));
        return readManifest(source, faults);
    }
    const { readPccDeploy } = await __nccwpck_require__.e(/* import() | pcc-deploy */ "pcc-deploy").then(__nccwpck_require__.bind(__nccwpck_require__, 1282));
    return readPccDeploy(source, faults);
}


/***/ }),

/***/ 9997:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: function() { return /* binding */ readSettings; }
});

// EXTERNAL MODULE: ./lib/src/settings/discovery/discovery.js + 1 modules
var discovery = __nccwpck_require__(4657);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __nccwpck_require__(6997);
// EXTERNAL MODULE: ./lib/src/settings/input-table.js
var input_table = __nccwpck_require__(1111);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __nccwpck_require__(2156);
// EXTERNAL MODULE: ./lib/src/settings/agent.js
var settings_agent = __nccwpck_require__(5367);
// EXTERNAL MODULE: ./lib/src/settings/agent-rules.js
var agent_rules = __nccwpck_require__(7169);
;// CONCATENATED MODULE: ./lib/src/settings/agent-settings.js


/**
 * The settings of an agent, by the API's names: from the inputs, else from the project file. What nobody set is
 * absent and does not change on the cloud.
 * @param declared the project file's
 */
function readAgentSettings(reader, traits, declared, faults) {
    if (!traits.inputs.has('agent-profile'))
        return declared;
    const audioFilter = reader.choice('krisp-viva');
    const agentProfile = reader.text('agent-profile');
    const given = (0,omit_undefined/* omitUndefined */.O)({
        imagePullSecretSet: reader.text('image-credentials'),
        secretSet: reader.text('secret-set'),
        agentProfile,
        maxSessionDuration: reader.count('max-session-duration', agent_rules/* SESSION_SECONDS */.pW.least, agent_rules/* SESSION_SECONDS */.pW.most),
        // On the cloud the two exclude each other, and an input wins over the file.
        resources: agentProfile === undefined ? declared?.resources : undefined,
        enableIntegratedKeysProxy: reader.text('managed-keys') === undefined ? undefined : reader.flag('managed-keys'),
        krispViva: audioFilter === undefined ? undefined : { audioFilter },
        autoScaling: readScaling(reader, declared?.autoScaling, faults),
    });
    const { resources: _decided, ...others } = declared ?? {};
    const all = { ...others, ...given };
    return Object.keys(all).length === 0 ? undefined : all;
}
function readScaling(reader, declared, faults) {
    const least = reader.count('min-agents', agent_rules/* MIN_AGENTS */.ej.least);
    const most = reader.count('max-agents', agent_rules/* MAX_AGENTS */.cZ.least);
    const { minAgents, maxAgents } = {
        ...declared,
        ...(0,omit_undefined/* omitUndefined */.O)({ minAgents: least, maxAgents: most }),
    };
    const isOfInputs = least !== undefined || most !== undefined;
    if (isOfInputs && minAgents !== undefined && maxAgents !== undefined && maxAgents < minAgents) {
        const ofFile = least === undefined || most === undefined ? ', one of them by the project file' : '';
        const problem = `at least ${minAgents} and at most ${maxAgents} agents cannot both be${ofFile}`;
        faults.add({ where: 'min-agents, max-agents', problem, accepted: 'max-agents of min-agents or more' });
    }
    const scaling = (0,omit_undefined/* omitUndefined */.O)({ minAgents, maxAgents });
    return Object.keys(scaling).length === 0 ? undefined : scaling;
}

// EXTERNAL MODULE: ./lib/src/settings/agents.js
var agents = __nccwpck_require__(7554);
// EXTERNAL MODULE: ./lib/src/settings/capabilities.js
var capabilities = __nccwpck_require__(2482);
// EXTERNAL MODULE: ./lib/src/settings/connection/connection.js + 3 modules
var connection_connection = __nccwpck_require__(4873);
// EXTERNAL MODULE: ./lib/src/settings/deploy/deploy.js + 2 modules
var deploy_deploy = __nccwpck_require__(6920);
// EXTERNAL MODULE: ./lib/src/settings/image/image.js
var image_image = __nccwpck_require__(4109);
// EXTERNAL MODULE: ./lib/src/settings/build-args.js
var build_args = __nccwpck_require__(9170);
;// CONCATENATED MODULE: ./lib/src/settings/plain.js





/** A timer cannot wait longer (2^31 - 1 ms); whole days, so that the message can say it. Milliseconds. */
const LONGEST_WAIT = 24 * 86_400_000;
/** Shorter pauses would cause too many requests. Milliseconds. */
const SHORTEST_POLL = 100;
function readPlain(reader, eventFacts, faults, warnings) {
    const pullRequest = reader.count('pr-number', 1) ?? eventFacts.pullRequest?.number;
    return (0,omit_undefined/* omitUndefined */.O)({
        cloud: reader.choice('cloud'),
        mode: reader.choice('mode') ?? meantMode(reader) ?? 'run',
        buildArgs: readBuildArgs(reader, faults),
        visibility: reader.choice('visibility'),
        vmImage: reader.flag('vm-image'),
        build: readBuild(reader),
        buildId: reader.text('build-id'),
        reuseWithinMs: reader.duration('reuse-within'),
        deploy: reader.choice('deploy') ?? 'none',
        preview: (0,omit_undefined/* omitUndefined */.O)({
            label: (0,deploy_deploy/* readPreviewLabel */.Pw)(reader, eventFacts, pullRequest, faults, warnings),
            ttlMs: reader.duration('preview-ttl'),
            keep: reader.count('preview-keep', 1) ?? 1,
            url: (0,deploy_deploy/* readPreviewUrl */.G)(reader, faults),
            check: (0,deploy_deploy/* readPreviewCheck */.Nw)(reader, faults),
        }),
        pullRequest,
        comment: (0,omit_undefined/* omitUndefined */.O)({ when: reader.choice('comment') ?? 'auto', key: reader.text('comment-key') }),
        githubToken: reader.text('github-token'),
        githubEnvironment: reader.text('github-environment'),
        buildTimeoutMs: reader.duration('build-timeout', { most: LONGEST_WAIT }),
        deployTimeoutMs: reader.duration('deploy-timeout', { most: LONGEST_WAIT }),
        deployWait: reader.flag('deploy-wait'),
        pollIntervalMs: reader.duration('poll-interval', { least: SHORTEST_POLL, most: LONGEST_WAIT }),
        cancelOnAbort: reader.flag('cancel-on-abort'),
        history: reader.count('history', 0) ?? 0,
        agents: reader.lines('agents'),
        parallel: reader.count('parallel', 1) ?? 20,
        failFast: reader.flag('fail-fast'),
        base: reader.text('base'),
        dryRun: reader.flag('dry-run'),
    });
}
/** For a misspelt mode: what `run` needs would be reported as missing, although the mode that was meant needs none of it. */
function meantMode(reader) {
    const meant = (0,settings_faults/* nearest */.pA)(reader.text('mode') ?? '', input_table/* CHOICES */.vC.mode);
    return input_table/* CHOICES */.vC.mode.find((mode) => mode === meant);
}
/** With `build-id` nothing is built, unless the author says otherwise. */
function readBuild(reader) {
    const build = reader.choice('build') ?? 'auto';
    return build === 'auto' && reader.text('build-id') !== undefined ? 'never' : build;
}
function readBuildArgs(reader, faults) {
    const { args, problems } = (0,build_args/* parseBuildArgs */.N)(reader.text('build-args') ?? '');
    if (problems.length > 0) {
        faults.add({ where: 'build-args', problem: problems.join(', '), accepted: 'lines of KEY=VALUE' });
    }
    return args;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/src/settings/project-files/project-files.js + 1 modules
var project_files = __nccwpck_require__(2675);
// EXTERNAL MODULE: ./lib/src/settings/workspace/workspace.js + 3 modules
var workspace_workspace = __nccwpck_require__(4006);
;// CONCATENATED MODULE: ./lib/src/settings/project.js





/** The project file that `manifest` names, with the environments that a deploy also sends. */
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
    const project = await (0,project_files/* readProjectFile */.S)(source, kind, faults);
    if (!project || !sendsFiles)
        return project;
    return withEnvironments(reader, project, source, need, faults);
}
async function withEnvironments(reader, project, manifest, need, faults) {
    const beside = (0,workspace_workspace/* shown */.SP)(need.workspace, (0,external_node_path_.join)((0,external_node_path_.dirname)(manifest.path), 'environments.yaml'));
    const given = reader.text('environment-config') ?? beside;
    const source = await openSource('environment-config', given, need, faults, `beside the manifest ${manifest.path}`);
    if (!source)
        return project;
    const { checkEnvironments } = await Promise.all(/* import() | environments */[__nccwpck_require__.e("shared-settings-project-files"), __nccwpck_require__.e("yaml"), __nccwpck_require__.e("environments")]).then(__nccwpck_require__.bind(__nccwpck_require__, 2566));
    const warnings = checkEnvironments(source, faults);
    const environmentConfig = { path: source.path, text: source.text };
    return {
        ...project,
        file: { ...project.file, environmentConfig, warnings: [...project.file.warnings, ...warnings] },
    };
}
/** @returns `undefined` where the file cannot be read; the fault names the path. */
async function openSource(where, given, { workspace, closed }, faults, note) {
    const path = (0,workspace_workspace/* resolveLinks */.Ap)(workspace, given);
    if (!(0,workspace_workspace/* isInside */.FK)(workspace, path)) {
        faults.add({ where, problem: `${(0,settings_faults/* quote */.hD)(given)} leads to ${path}, outside the workspace ${workspace}` });
        return undefined;
    }
    const content = await (0,project_files/* readText */.y)(path);
    if ('text' in content)
        return { path, name: (0,workspace_workspace/* shown */.SP)(workspace, path), text: content.text };
    if (!closed) {
        const looked = `looked at ${[path, note].filter((part) => part !== undefined).join(', ')}`;
        faults.add({ where, problem: `${(0,settings_faults/* quote */.hD)(given)} ${content.problem} (${looked})` });
    }
    return undefined;
}
/** Adds a fault with the files that were searched, and suggests one that exists. */
async function addMissing(reader, kind, workspace, faults) {
    const folder = (0,external_node_path_.resolve)(workspace, reader.text('context') ?? '.');
    const found = await projectFileIn(reader, kind, workspace);
    faults.add({
        where: 'manifest',
        problem: `missing: a deploy sends it and its environments (looked for ${(0,external_node_path_.join)(folder, kind)} and ${(0,external_node_path_.join)(folder, 'environments.yaml')})`,
        accepted: `the path of ${kind}`,
        ...(found ? { meant: found } : {}),
    });
}
/** In the context folder, else in the workspace. */
async function projectFileIn(reader, kind, workspace) {
    for (const folder of [(0,external_node_path_.resolve)(workspace, reader.text('context') ?? '.'), workspace]) {
        const path = (0,external_node_path_.join)(folder, kind);
        if (!(0,workspace_workspace/* isInside */.FK)(workspace, path))
            continue;
        const isThere = await (0,promises_.access)(path).then(() => true, () => false);
        if (isThere)
            return (0,workspace_workspace/* shown */.SP)(workspace, path);
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/src/settings/reader.js
var settings_reader = __nccwpck_require__(5131);
;// CONCATENATED MODULE: ./lib/src/settings/scope.js




/** What this run will do, which decides the inputs that it needs. */
function scopeOf(plain, reader, trigger, workspace) {
    const { mode, dryRun, build, deploy, pullRequest } = plain;
    const isForOne = !(0,agents/* isForMany */.N)(plain);
    // Of a deleted branch nothing is built, as of a closed pull request; and there is nothing to delete either.
    const isGone = mode === 'run' && trigger.refDeleted === true;
    const closed = trigger.closed || isGone;
    const runs = mode === 'run' && !closed && isForOne;
    // A dry run of a cleanup needs the cloud too. With many agents, each needs the key of its own cloud.
    const keyless = mode === 'plan' || (mode === 'run' && (dryRun || isGone || !isForOne));
    return {
        workspace,
        closed,
        runs,
        target: runs ? (0,deploy_deploy/* deployTarget */.rQ)(deploy, trigger, pullRequest) : 'none',
        packs: runs && build !== 'never' && reader.text('source-image') === undefined,
        readsProject: (mode === 'run' && isForOne) || mode === 'cleanup',
        credentials: keyless ? 'optional' : trigger.secretsWithheld ? 'if-given' : 'required',
    };
}
function workspaceOf(env) {
    const workspace = (0,external_node_path_.resolve)(env.GITHUB_WORKSPACE || process.cwd());
    return (0,workspace_workspace/* realPath */.Ye)(workspace) ?? workspace;
}
/** The hint for an empty workspace, where every path is wrong. What reads no files needs none for its other faults. */
function emptyWorkspaceHint({ workspace, packs, readsProject }, faults) {
    if (!packs && !(readsProject && faults.has('manifest')))
        return undefined;
    return (0,workspace_workspace/* isEmptyFolder */.WF)(workspace)
        ? 'Check the repository out first: the workspace is empty. A step with actions/checkout does that.'
        : undefined;
}

;// CONCATENATED MODULE: ./lib/src/settings/unknown-cloud.js




/**
 * For a misspelt `cloud`: checks the other inputs against what any cloud accepts, so that one run reports all real
 * faults and no wrong ones. Reads the project file if it is clear which cloud was meant.
 */
async function checkForAnyCloud(env, reader, clouds, scope, faults) {
    const any = anyOf(clouds);
    if (any) {
        await (0,connection_connection/* readConnection */.dC)(env, reader, any, scope.credentials, faults);
        (0,settings_reader/* oneOf */.yL)('platform', reader.text('platform'), any.platforms, faults);
    }
    const names = clouds.map(({ name }) => name);
    const meant = clouds.find(({ name }) => name === (0,settings_faults/* nearest */.pA)(reader.text('cloud') ?? '', names));
    const project = meant && scope.readsProject ? await openProject(reader, meant, scope, faults) : undefined;
    return { ...(meant && { meant }), ...(project && { project }) };
}
/** The traits of a cloud that accepts what any cloud accepts. */
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
 * Reads, checks and completes the inputs (docs/interface.md, inputs). Makes no request.
 * @param found further results of the discovery; found inputs are already in `env`
 * @throws {FaultyInputs} that names every fault at once: the input, what was given, what is accepted
 */
async function readInputs(env, sources, found = {}) {
    (0,connection_connection/* maskCredentials */.Bs)(env, Object.values(sources.traits), sources.mask);
    const misspelt = (0,settings_reader/* misspeltInputs */.J3)(env);
    const faults = (0,settings_faults/* collectFaults */.CM)(misspelt);
    const warnings = [...(0,settings_reader/* spellingWarnings */.mX)(misspelt)];
    const reader = (0,settings_reader/* createInputReader */.ic)(env, faults);
    const plain = readPlain(reader, sources.trigger, faults, warnings);
    (0,capabilities/* checkExclusions */.W$)(reader, faults);
    (0,agents/* checkForMany */.f)(reader, plain, faults);
    const traits = plain.cloud && sources.traits[plain.cloud];
    const scope = scopeOf(plain, reader, sources.trigger, workspaceOf(env));
    if (found.fault)
        faults.add(found.fault);
    const reading = { env, reader, plain, scope, faults, warnings, sources, found };
    const settings = traits ? await settingsOf(reading, traits) : await settingsOfAnyCloud(reading);
    if (settings === undefined || faults.count() > 0) {
        // Misspelt inputs that a fault names are not reported twice.
        const others = misspelt.filter(({ meant }) => !faults.has(meant));
        const hint = emptyWorkspaceHint(scope, faults);
        const named = settings && (await withDeclaredAgent(settings, reader, scope.workspace));
        return faults.fail({ settings: named, hint, warnings: (0,settings_reader/* spellingWarnings */.mX)(others) });
    }
    for (const warning of [...warnings, ...(settings.project?.warnings ?? [])])
        sources.warn?.(warning);
    for (const note of settings.project?.notes ?? [])
        sources.note?.(note);
    return settings;
}
/** With the agent that a faulty project file names, else with the file: the faults are reported as its. */
async function withDeclaredAgent(settings, reader, workspace) {
    const manifest = reader.text('manifest');
    if (settings.agent !== undefined || settings.project !== undefined || manifest === undefined)
        return settings;
    const { declaredAgent } = await __nccwpck_require__.e(/* import() | declared-agent */ "declared-agent").then(__nccwpck_require__.bind(__nccwpck_require__, 1078));
    const agent = (0,settings_agent/* named */.KT)(await declaredAgent(workspace, manifest));
    return agent === undefined ? { ...settings, unreadProject: manifest } : { ...settings, agent };
}
async function settingsOf(reading, traits) {
    const { env, reader, plain, scope, faults, sources, found } = reading;
    // With many agents, each has its own cloud.
    if (!(0,agents/* isForMany */.N)(plain))
        (0,capabilities/* checkCapabilities */.JM)(reader, traits, Object.values(sources.traits), faults);
    const connection = await (0,connection_connection/* readConnection */.dC)(env, reader, traits, scope.credentials, faults);
    const project = scope.readsProject && !found.fault ? await openProject(reader, traits, scope, faults) : undefined;
    const manifest = reader.text('manifest') ?? found.fault?.problem;
    const misread = manifest !== undefined && project === undefined;
    const settings = await assemble(reading, traits, { connection, project, misread, isCertain: true });
    const platform = (0,settings_reader/* oneOf */.yL)('platform', reader.text('platform'), traits.platforms, faults);
    (0,settings_agent/* checkAgentName */.dR)(reader, settings, traits, scope, faults);
    (0,deploy_deploy/* checkPreviewLabel */.nD)(settings, traits, faults);
    const { target, closed } = scope;
    const chosen = choosesImage(reader, project);
    (0,capabilities/* checkComplete */.gb)({ settings, target, traits, closed, manifest, choosesImage: chosen }, faults);
    return platform === undefined ? settings : { ...settings, platform };
}
/** For a faulty `cloud`: reads what it can, for the cloud that was probably meant. */
async function settingsOfAnyCloud(reading) {
    const { env, reader, scope, faults, sources } = reading;
    const clouds = Object.values(sources.traits);
    const { meant, project } = await checkForAnyCloud(env, reader, clouds, scope, faults);
    const settings = await assemble(reading, meant ?? sources.traits.sgp, {
        project,
        misread: false,
        isCertain: false,
    });
    return meant && settings;
}
async function assemble({ reader, plain, scope, faults, warnings, sources, found }, traits, { connection, project, misread, isCertain }) {
    const context = (0,workspace_workspace/* resolveContext */.wK)(reader, project, scope.workspace, scope.packs, faults);
    const known = (0,settings_agent/* readAgent */.si)(reader, project, traits, scope.target, warnings);
    const agent = known ?? (misread || !(0,settings_agent/* wantsAgent */.XX)(traits, scope) ? undefined : (0,settings_agent/* named */.KT)(found.agentName));
    const images = isCertain ? await readImages(reader, traits, connection?.account, faults) : {};
    const declared = project?.file.agentSettings;
    const build = plain.build;
    const optional = (0,omit_undefined/* omitUndefined */.O)({
        connection,
        agent,
        project: project?.file,
        region: reader.text('region') ?? project?.region,
        sourceImage: images.sourceImage,
        agentSettings: isCertain ? readAgentSettings(reader, traits, declared, faults) : declared,
        buildId: plain.buildId ?? (build === 'never' && images.image === undefined ? project?.buildId : undefined),
    });
    const repository = sources.trigger.repository?.name;
    const image = (0,image_image/* nameImage */.P)({ reader, project, agent, build, repository, given: images.image }, faults);
    return { ...plain, ...optional, cloud: traits.name, context, image };
}
/** Hardly any step gives one. */
async function readImages(reader, traits, account, faults) {
    if (reader.text('image') === undefined && reader.text('source-image') === undefined)
        return {};
    const { readGivenImages } = await __nccwpck_require__.e(/* import() | given-image */ "given-image").then(__nccwpck_require__.bind(__nccwpck_require__, 7593));
    return readGivenImages(reader, traits, account, faults);
}
function choosesImage(reader, project) {
    const given = reader.text('image') ?? reader.text('image-name') ?? reader.text('image-tag');
    return given !== undefined || project?.imageName !== undefined;
}

;// CONCATENATED MODULE: ./lib/src/settings/read-settings.js






/**
 * The settings of this step. Only if the inputs alone are faulty, missing values are taken from the repository
 * (`discovery.ts`), so inputs that work alone keep their meaning. Makes no request.
 * @throws {FaultyInputs} that names every fault at once: the input, what was given, what is accepted
 */
async function readSettings(env, sources) {
    try {
        return await readOrFind(env, sources);
    }
    catch (thrown) {
        if (thrown instanceof settings_faults/* FaultyInputs */.XI)
            for (const warning of thrown.warnings)
                sources.warn?.(warning);
        throw thrown;
    }
}
async function readOrFind(env, sources) {
    const asGiven = () => readInputs(withDefaultCloud(env), sources);
    const first = (0,discovery/* isUnnamedTeardown */.fQ)(env, sources) ? undefined : await asGiven().catch(faultsOnly);
    if (first !== undefined && !(first instanceof settings_faults/* FaultyInputs */.XI))
        return first;
    const faults = first?.faults ?? [];
    const found = (0,discovery/* discover */.k4)(env, { ...sources, workspace: workspaceOf(env), faults });
    if (found !== undefined)
        return readFound(found, sources);
    if (first !== undefined)
        throw first;
    return asGiven();
}
async function readFound(found, sources) {
    for (const line of found.lines)
        sources.note?.(line);
    const settings = await readInputs(found.env, sources, found);
    const { agent, project } = settings;
    const isFound = found.agentName !== undefined && agent?.value === found.agentName;
    if (isFound && project?.agentName === undefined && (0,settings_reader/* inputOf */.wg)(found.env, 'agent-name') === '') {
        sources.note?.(`agent-name: ${agent.value}, because nothing names the agent and the repository is called so`);
    }
    return settings;
}
function faultsOnly(thrown) {
    if (thrown instanceof settings_faults/* FaultyInputs */.XI)
        return thrown;
    throw thrown;
}
function withDefaultCloud(env) {
    return (0,settings_reader/* inputOf */.wg)(env, 'cloud') === '' ? { ...env, INPUT_CLOUD: input_table/* DEFAULT_CLOUD */.Q9 } : env;
}


/***/ }),

/***/ 5131:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J3: function() { return /* binding */ misspeltInputs; },
/* harmony export */   ic: function() { return /* binding */ createInputReader; },
/* harmony export */   mX: function() { return /* binding */ spellingWarnings; },
/* harmony export */   wg: function() { return /* binding */ inputOf; },
/* harmony export */   yL: function() { return /* binding */ oneOf; }
/* harmony export */ });
/* harmony import */ var _omit_undefined_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2156);
/* harmony import */ var _agent_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7169);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1180);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6997);
/* harmony import */ var _input_table_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1111);





function createInputReader(env, faults) {
    const text = (name) => inputOf(env, name) || _input_table_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUT_DEFAULTS */ .WJ[name] || undefined;
    return {
        text,
        explicit: (name) => explicitOf(env, name),
        choice: (name) => choiceOf(name, text(name), faults),
        flag: (name) => flagOf(name, text(name), faults),
        count: (name, least, most) => countOf(name, text(name), { least, ...(most !== undefined && { most }) }, faults),
        duration: (name, bounds = {}) => durationOf(name, text(name) ?? '', bounds, faults),
        lines: (name) => (text(name) ?? '').split(/\s*[\r\n]+\s*/).filter((line) => line !== ''),
    };
}
/**
 * Like @actions/core's getInput, but for an environment that is passed in; that one always reads the process's own.
 */
function inputOf(env, name) {
    return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
}
function explicitOf(env, name) {
    const given = inputOf(env, name);
    return given === '' || given === _input_table_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUT_DEFAULTS */ .WJ[name] ? undefined : given;
}
function choiceOf(name, given, faults) {
    const accepted = _input_table_js__WEBPACK_IMPORTED_MODULE_3__/* .CHOICES */ .vC[name];
    const choice = accepted.find((value) => value === given);
    if (choice === undefined && given !== undefined)
        addUnknown(name, given, accepted, faults);
    return choice;
}
/** One value of a set that is not in the table, e.g. a cloud's platforms. */
function oneOf(name, given, accepted, faults) {
    const choice = accepted.find((value) => value === given);
    if (choice === undefined && given !== undefined)
        addUnknown(name, given, accepted, faults);
    return choice;
}
function addUnknown(name, given, accepted, faults) {
    const meant = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .pA)(given, accepted);
    const other = meant === undefined ? (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .closestOf */ .P9)(given, accepted) : undefined;
    const problem = `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(given)} is not known`;
    faults.add((0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_4__/* .omitUndefined */ .O)({ where: name, problem, accepted: accepted.join(', '), meant, closest: other }));
}
/** The spellings of YAML 1.2's core schema, as everywhere on these platforms. */
function flagOf(name, given, faults) {
    if (given === undefined || /^(?:false|False|FALSE)$/.test(given))
        return false;
    if (/^(?:true|True|TRUE)$/.test(given))
        return true;
    const affirmative = /^(?:y|yes|on|1)$/i.test(given) ? 'true' : undefined;
    const negative = /^(?:n|no|off|0)$/i.test(given) ? 'false' : undefined;
    const meant = affirmative ?? negative ?? (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .pA)(given, ['true', 'false']);
    const problem = `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(given)} is neither true nor false`;
    faults.add({ where: name, problem, accepted: 'true, false', ...(meant ? { meant } : {}) });
    // A dry run that was meant needs no key: its absence would be a fault that is none.
    return meant === 'true';
}
function countOf(name, given, bounds, faults) {
    if (given === undefined)
        return undefined;
    const count = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
    if ((0,_agent_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(count, bounds))
        return count;
    faults.add({
        where: name,
        problem: countProblem(given, count, bounds),
    });
    return undefined;
}
/** `must be 1 or more, got 0`. */
function countProblem(given, count, { least, most }) {
    const whole = Number.isNaN(count) ? 'a whole number, ' : '';
    const got = Number.isNaN(count) ? (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(given) : count;
    if (most === undefined)
        return `must be ${whole}${least} or more, got ${got}`;
    return `must be ${whole}from ${least} to ${most}, got ${got}`;
}
function durationOf(name, given, bounds, faults) {
    const { least = 1, most = Number.POSITIVE_INFINITY } = bounds;
    const parsed = (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(given);
    if (parsed.ms === undefined) {
        const { meant } = parsed;
        const problem = `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(given)} is not a duration`;
        faults.add({ where: name, problem, accepted: _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DURATION_GRAMMAR */ .dl, ...(meant ? { meant } : {}) });
    }
    else if (parsed.ms < least) {
        faults.add({
            where: name,
            problem: `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(given)} is too short`,
            accepted: `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(least)} or more`,
        });
    }
    else if (parsed.ms > most) {
        faults.add({
            where: name,
            problem: `${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(given)} is too long`,
            accepted: `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(most)} or less`,
        });
    }
    return parsed.ms ?? 0;
}
/**
 * Given inputs that do not exist, with the similar input that was probably meant: runners pass them on with a warning
 * that is easily missed, or without one.
 */
function misspeltInputs(env) {
    const known = new Set(_input_table_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUT_NAMES */ .Qh.map((name) => `INPUT_${name.toUpperCase()}`));
    const given = Object.keys(env)
        .filter((variable) => variable.startsWith('INPUT_') && !known.has(variable))
        .map((variable) => variable.slice('INPUT_'.length).toLowerCase())
        .sort();
    return given.flatMap((name) => {
        const meant = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .pA)(name.replaceAll('_', '-'), _input_table_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUT_NAMES */ .Qh);
        return meant === undefined ? [] : [{ given: name, meant }];
    });
}
/** One sentence for each. */
function spellingWarnings(misspelt) {
    return misspelt.map(({ given, meant }) => `There is no input ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(given)}; it was ignored. Did you mean ${(0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(meant)}?`);
}


/***/ }),

/***/ 4006:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  WF: function() { return /* reexport */ isEmptyFolder; },
  fo: function() { return /* reexport */ isFile; },
  FK: function() { return /* reexport */ isInside; },
  Ye: function() { return /* reexport */ realPath; },
  wK: function() { return /* reexport */ resolveContext; },
  Ap: function() { return /* reexport */ resolveLinks; },
  SP: function() { return /* reexport */ shown; }
});

// UNUSED EXPORTS: isFolder

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __nccwpck_require__(2156);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var settings_faults = __nccwpck_require__(6997);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./lib/src/settings/workspace/files.js

/**
 * The files of the workspace that inputs name. The calls are synchronous: at a start there is no other work, and
 * starting threads would take longer than all of these calls.
 */
/** The path with all its links resolved; `undefined` if it does not exist. */
function realPath(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
}
function isFile(path) {
    return kindOf(path)?.isFile() ?? false;
}
function isFolder(path) {
    return kindOf(path)?.isDirectory() ?? false;
}
/** Also for a folder that does not exist. */
function isEmptyFolder(path) {
    try {
        return (0,external_node_fs_.readdirSync)(path).length === 0;
    }
    catch {
        return true;
    }
}
function kindOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/src/path-inside.js
var path_inside = __nccwpck_require__(1936);
;// CONCATENATED MODULE: ./lib/src/settings/workspace/paths.js



/** Whether `path` is `folder` or lies below it; both absolute and resolved. */
function isInside(folder, path) {
    return (0,path_inside/* relativePathInside */._)(folder, path) !== undefined;
}
/**
 * The absolute path with its links resolved, also where its last parts do not exist (yet): those stay unchanged. `..`
 * is resolved before links, as people read it.
 */
function resolveLinks(base, path) {
    const wanted = (0,external_node_path_.resolve)(base, path);
    const found = realPath(wanted);
    if (found !== undefined)
        return found;
    const parent = (0,external_node_path_.dirname)(wanted);
    return parent === wanted ? wanted : (0,external_node_path_.join)(resolveLinks(parent, '.'), wanted.slice(parent.length));
}
/** For messages: relative to the workspace, with `/`; `.` for the workspace itself. */
function shown(workspace, path) {
    return (0,path_inside/* relativePathInside */._)(workspace, path) ?? path;
}

;// CONCATENATED MODULE: ./lib/src/settings/workspace/context-folder.js





/**
 * What is packed: from the inputs, else from the project file, else by default. Nothing outside of the workspace,
 * also not through a link.
 * @param mustExist whether this run reads the folder; a closed pull request has no checkout
 */
function resolveContext(reader, project, workspace, mustExist, faults) {
    const confine = confinement(workspace, project, faults);
    const root = resolveRoot(reader, project, workspace, mustExist, confine);
    // If the root was refused, what is below it needs no fault of its own.
    const looksBelow = mustExist && isInside(workspace, root) && isFolder(root);
    const declared = project?.context;
    return (0,omit_undefined/* omitUndefined */.O)({
        workspace,
        root,
        dockerfile: resolveDockerfile(reader, project, workspace, root, confine),
        exclude: declared?.exclude,
        ignoreFile: declared?.ignoreFile && resolveIgnoreFile(root, declared.ignoreFile, confine),
        includePaths: declared?.includePaths && resolveIncludes(root, declared.includePaths, looksBelow, confine),
    });
}
function confinement(workspace, project, faults) {
    const file = project ? shown(workspace, project.file.path) : '';
    const refuse = (what, origin, problem) => {
        if (typeof origin === 'string')
            faults.add({ where: what, problem: `${(0,settings_faults/* quote */.hD)(origin)} ${problem}` });
        else {
            const where = [file, origin.line].filter((part) => part !== undefined).join(':');
            const place = (0,omit_undefined/* omitUndefined */.O)({ file, line: origin.line });
            faults.add({ where, problem: `${origin.field ?? what} ${(0,settings_faults/* quote */.hD)(origin.text)} ${problem}`, place });
        }
    };
    return {
        refuse,
        inside(folder, path, what, origin) {
            const resolved = resolveLinks(folder, path);
            const limit = folder === workspace ? `the workspace ${workspace}` : `the context ${folder}`;
            if (!isInside(folder, resolved))
                refuse(what, origin, `leads to ${resolved}, outside ${limit}`);
            return resolved;
        },
    };
}
function resolveRoot(reader, project, workspace, mustExist, confine) {
    const input = reader.explicit('context');
    const declared = input === undefined ? project?.context?.root : undefined;
    const [what, origin] = declared ? ['context root', declared] : ['context', input ?? '.'];
    const root = confine.inside(workspace, declared?.absolute ?? (0,external_node_path_.resolve)(workspace, input ?? '.'), what, origin);
    if (mustExist && isInside(workspace, root) && !isFolder(root)) {
        confine.refuse(what, origin, `is not a folder (looked at ${root})`);
    }
    return root;
}
function resolveDockerfile(reader, project, workspace, root, confine) {
    const input = reader.explicit('dockerfile');
    const declared = input === undefined ? project?.context?.dockerfile : undefined;
    const path = (0,external_node_path_.resolve)(root, declared?.text ?? input ?? 'Dockerfile');
    // With many agents it is relative to the context of each, and checked there.
    if (reader.text('agents') !== undefined)
        return path;
    // If the root was refused, its Dockerfile needs no second fault.
    if (!isInside(workspace, root))
        return path;
    // A project file's Dockerfile must be below its root; an input may name any in the workspace, as with docker build.
    confine.inside(declared ? root : workspace, path, 'dockerfile', declared ?? input ?? 'Dockerfile');
    return path;
}
function resolveIgnoreFile(root, declared, confine) {
    const path = (0,external_node_path_.resolve)(root, declared.text);
    confine.inside(root, path, 'ignore file', declared);
    return path;
}
function resolveIncludes(root, declared, looksBelow, confine) {
    const paths = [];
    for (const include of declared) {
        const path = (0,external_node_path_.resolve)(root, include.text);
        confine.inside(root, path, 'include path', include);
        if (looksBelow && isInside(root, path) && !isFolder(path)) {
            confine.refuse('include path', include, `is not a folder (looked at ${path})`);
        }
        paths.push(shown(root, path));
    }
    return paths;
}

;// CONCATENATED MODULE: ./lib/src/settings/workspace/workspace.js
/** Paths that inputs and project files name, held against the files of the workspace. */





/***/ }),

/***/ 6304:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: function() { return /* binding */ withoutBackticks; }
/* harmony export */ });
/** Removes backticks around words, for places that do not render Markdown: logs and annotations. */
function withoutBackticks(text) {
    return text.replaceAll(/`([^`\n]+)`/g, '$1');
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ !function() {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = function(queue) {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach(function(fn) { fn.r--; });
/******/ 			queue.forEach(function(fn) { fn.r-- ? fn.r++ : fn(); });
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = function(deps) { return deps.map(function(dep) {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then(function(r) {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, function(e) {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = function(fn) { fn(queue); };
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = function() {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}); };
/******/ 	__nccwpck_require__.a = function(module, body, hasAwait) {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise(function(resolve, rej) {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = function(fn) { queue && fn(queue), depQueues.forEach(fn), promise["catch"](function() {}); };
/******/ 		module.exports = promise;
/******/ 		body(function(deps) {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = function() { return currentDeps.map(function(d) {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}); }
/******/ 			var promise = new Promise(function(resolve) {
/******/ 				fn = function() { resolve(getResult); };
/******/ 				fn.r = 0;
/******/ 				var fnQueue = function(q) { q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))); };
/******/ 				currentDeps.map(function(dep) { dep[webpackQueues](fnQueue); });
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, function(err) { (err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue); });
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ }();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ !function() {
/******/ 	var getProto = Object.getPrototypeOf ? function(obj) { return Object.getPrototypeOf(obj); } : function(obj) { return obj.__proto__; };
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach(function(key) { def[key] = function() { return value[key]; }; });
/******/ 		}
/******/ 		def['default'] = function() { return value; };
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ }();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ !function() {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = function(exports, definition) {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ }();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ !function() {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = function(chunkId) {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce(function(promises, key) {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ }();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ !function() {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = function(chunkId) {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".js";
/******/ 	};
/******/ }();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ !function() {
/******/ 	__nccwpck_require__.o = function(obj, prop) { return Object.prototype.hasOwnProperty.call(obj, prop); }
/******/ }();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ !function() {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = function(exports) {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ }();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ !function() {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = function(data) {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = function(chunkId, promises) {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, function(e) {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise(function(resolve) { installedChunkData = installedChunks[chunkId] = [resolve]; })])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ }();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5210);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
