export const id = "archive";
export const ids = ["archive"];
export const modules = {

/***/ 933:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  overContentLimit: function() { return /* reexport */ overContentLimit; },
  withComment: function() { return /* reexport */ withComment; },
  writeArchive: function() { return /* binding */ writeArchive; }
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/context/hash/hash.js + 3 modules
var hash_hash = __webpack_require__(3684);
// EXTERNAL MODULE: ./lib/src/context/listing/listing.js + 26 modules
var listing = __webpack_require__(3802);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/src/context/archive/archive-file.js





// A link at the destination is not followed.
const FLAGS = external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_TRUNC | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
/** Bytes that are read at once. */
const CHUNK = 1024 * 1024;
/** A file that is written from start to end and counted on the way. */
class ArchiveFileWriter {
    path;
    /** Bytes written so far. */
    bytes = 0;
    #file;
    /** @throws {UserError} naming the folder, when it cannot be written to. */
    constructor(path) {
        this.path = path;
        this.#file = this.#attempt(() => (0,external_node_fs_.openSync)(path, FLAGS, 0o600));
    }
    /** @throws {UserError} naming the folder, when its disk is full. */
    write(parts) {
        for (let left = parts; left.length > 0;) {
            const count = this.#attempt(() => (0,external_node_fs_.writevSync)(this.#file, left));
            left = after(left, count);
        }
        for (const part of parts)
            this.bytes += part.length;
    }
    /** Overwrites some written bytes. */
    overwrite(position, bytes) {
        this.#attempt(() => (0,external_node_fs_.writeSync)(this.#file, bytes, 0, bytes.length, position));
    }
    /** The MD5 of the file as lower-case hex; the file is read back, as its start may have been overwritten. */
    async md5() {
        const hash = (0,external_node_crypto_.createHash)('md5');
        const chunk = Buffer.allocUnsafe(CHUNK);
        for (let at = 0; at < this.bytes;) {
            const count = this.#attempt(() => (0,external_node_fs_.readSync)(this.#file, chunk, 0, CHUNK, at));
            if (count === 0)
                throw new Error(`${this.path} has become shorter than what was written to it`);
            hash.update(chunk.subarray(0, count));
            at += count;
            // Lets a cancel be noticed.
            await (0,promises_.setImmediate)();
        }
        return hash.digest('hex');
    }
    /** Ends the file. */
    finish() {
        this.#attempt(() => (0,external_node_fs_.closeSync)(this.#file));
    }
    /**
     * Closes and deletes the file, but never a device. Errors here are ignored, so that they do not hide the first
     * error.
     */
    discard() {
        try {
            (0,external_node_fs_.closeSync)(this.#file);
        }
        catch { }
        try {
            if ((0,external_node_fs_.lstatSync)(this.path).isFile())
                (0,external_node_fs_.rmSync)(this.path);
        }
        catch { }
    }
    #attempt(step) {
        try {
            return step();
        }
        catch (cause) {
            throw unwritable((0,external_node_path_.dirname)(this.path), cause);
        }
    }
}
/** The rest of `parts` after `count` bytes were written. */
function after(parts, count) {
    let skipped = count;
    const first = parts.findIndex((part) => {
        if (part.length > skipped)
            return true;
        skipped -= part.length;
        return false;
    });
    const partial = parts[first];
    return partial ? [partial.subarray(skipped), ...parts.slice(first + 1)] : [];
}
function unwritable(folder, cause) {
    const code = cause.code ?? 'unknown error';
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new errors/* UserError */.yo(`The disk is full: the archive could not be written to ${folder}.`, {
            hint: `Free some space there, or point RUNNER_TEMP to a larger disk.`,
            cause,
        });
    }
    return new errors/* UserError */.yo(`The archive could not be written to ${folder} (${code}).`, {
        hint: 'Make the folder writable for the user who runs the step.',
        cause,
    });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/src/context/archive/incompressible.js
/**
 * Finds the parts of a block that deflate cannot shrink: images, wheels, model weights. Deflate is slower on them
 * than on text and gains nothing, so they are stored (docs/context.md, section 3). The answer depends on the bytes
 * alone: it must be the same on every machine.
 */
const SEGMENT = 4 * 1024;
/** The precision with which the ends of an incompressible part are found. */
const STEP = 512;
/** A shorter incompressible part is left to deflate, since a cut removes the history for the text after it. */
const SHORTEST = 8 * 1024;
/** How far deflate looks back. */
const WINDOW = 32 * 1024;
/** Odd, so that each byte of the numbers in an array is sampled. */
const STRIDE = 7;
/** Two random bytes are equal once in 256; in text about ten times as often, in compressed data hardly more. */
const EQUAL_PAIRS_LIMIT = 1.25 / 256;
const NEEDLE = 8;
/** Cuts a block into parts, in order and without gaps; an empty block has none. */
function splitByCompressibility(block) {
    const runs = [];
    let done = 0;
    for (const segments of flatSegments(block)) {
        const flat = widened(block, segments, done);
        if (flat.end - flat.start < SHORTEST || repeats(block, flat))
            continue;
        if (flat.start > done)
            runs.push({ start: done, end: flat.start, incompressible: false });
        runs.push({ ...flat, incompressible: true });
        done = flat.end;
    }
    if (block.length > done)
        runs.push({ start: done, end: block.length, incompressible: false });
    return runs;
}
/** Joins neighbouring flat segments. */
function* flatSegments(block) {
    let start = -1;
    for (let at = 0; at < block.length; at += SEGMENT) {
        const flat = isFlat(block, at, Math.min(at + SEGMENT, block.length), STRIDE);
        if (flat && start < 0)
            start = at;
        if (flat || start < 0)
            continue;
        yield { start, end: at };
        start = -1;
    }
    if (start >= 0)
        yield { start, end: block.length };
}
/**
 * Extends a part into the neighbouring segments, as files seldom begin where a segment does, but not before `least`.
 */
function widened(block, segments, least) {
    let { start, end } = segments;
    const first = Math.max(least, start - SEGMENT);
    while (start - STEP >= first && isFlat(block, start - STEP, start, 1))
        start -= STEP;
    const last = Math.min(block.length, end + SEGMENT);
    while (end + STEP <= last && isFlat(block, end, end + STEP, 1))
        end += STEP;
    return { start, end };
}
const counts = new Uint16Array(256);
/** Whether all byte values are about equally frequent. For text a third of the samples is enough to decide. */
function isFlat(block, start, end, stride) {
    const samples = Math.ceil((end - start) / stride);
    const limit = (EQUAL_PAIRS_LIMIT * samples * (samples - 1)) / 2;
    let equalPairs = 0;
    counts.fill(0);
    for (let at = start; at < end; at += stride) {
        const byte = block[at];
        const seen = counts[byte];
        equalPairs += seen;
        if (equalPairs >= limit)
            return false;
        counts[byte] = seen + 1;
    }
    return equalPairs < limit;
}
/** Flat bytes can still repeat, which deflate would find: some samples are searched in the bytes after them. */
function repeats(block, run) {
    for (let at = run.start; at + 2 * NEEDLE <= run.end; at += WINDOW / 2) {
        const needle = block.subarray(at, at + NEEDLE);
        if (block.subarray(at + 1, Math.min(run.end, at + WINDOW)).includes(needle))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/src/context/archive/deflate-block.js


/** Compressed independently, so that several are compressed at once; larger gains less than 0.2%. Bytes. */
const BLOCK_BYTES = 1024 * 1024;
/** On source code 0.6 times the work of level 6 for 3% to 7% more bytes; level 5 is not worth its time. */
const LEVEL = 4;
/**
 * Bytes of one output chunk; larger ones would hold memory until a block is written. If a flush ends exactly with a
 * chunk, deflate marks the end twice, so another size can give other bytes.
 */
const CHUNK_BYTES = BLOCK_BYTES / 4;
const STORED_BYTES = 65_535;
/**
 * One block of an archive: its bytes and the deflate context that compresses them. The output is a part of a deflate
 * stream that ends on a byte (a sync flush) and refers to nothing before it. Buffer and context are reused: a new
 * context costs 0.2 ms of processor time, most of it for memory.
 *
 * Deflate may read past the end of its input, into what the context held before. So the compressed bytes are only
 * equal in every run if a block gets the same contents in the same order.
 */
class Block {
    buffer = Buffer.allocUnsafeSlow(BLOCK_BYTES);
    #deflate = (0,external_node_zlib_.createDeflateRaw)({
        level: LEVEL,
        flush: external_node_zlib_.constants.Z_SYNC_FLUSH,
        chunkSize: CHUNK_BYTES,
    });
    #parts = [];
    #fail = () => undefined;
    constructor() {
        // In flowing mode, all output of a write has arrived when the write is done.
        this.#deflate.on('data', (part) => this.#parts.push(part));
        // The callback of a failed write gets no error.
        this.#deflate.on('error', (error) => this.#fail(error));
    }
    /** Compresses the first `bytes` of the buffer, which must not change until the result was used. */
    async compressed(bytes) {
        const content = this.buffer.subarray(0, bytes);
        for (const { start, end, incompressible } of splitByCompressibility(content)) {
            const run = content.subarray(start, end);
            if (incompressible)
                this.#parts.push(...stored(run));
            else
                await this.#deflated(run);
        }
        return this.#parts.splice(0);
    }
    /** Frees memory early; must not be called while it compresses. */
    close() {
        this.#deflate.close();
    }
    #deflated(run) {
        return new Promise((resolve, reject) => {
            this.#fail = reject;
            this.#deflate.reset();
            this.#deflate.write(run, (error) => (error ? reject(error) : resolve()));
        });
    }
}
/** Deflate blocks with uncompressed bytes: RFC 1951, 3.2.4. */
function stored(bytes) {
    const parts = [];
    for (let at = 0; at < bytes.length; at += STORED_BYTES) {
        const part = bytes.subarray(at, at + STORED_BYTES);
        const head = Buffer.alloc(5);
        head.writeUInt16LE(part.length, 1);
        head.writeUInt16LE(part.length ^ 0xffff, 3);
        parts.push(head, part);
    }
    return parts;
}

;// CONCATENATED MODULE: ./lib/src/context/archive/gzip-blocks.js



/**
 * Blocks that may be filled but not written, which limits memory. They are reused in turn, so another number gives
 * other bytes.
 */
const BLOCKS_AHEAD = 8;
/** No name, no time, and 255 (unknown) for the system: RFC 1952, 2.3.1. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
const gzip_blocks_FLAGS = 3;
const HAS_COMMENT = 16;
/** Where a header's comment begins, in bytes from the file's start. */
const COMMENT_AT = GZIP_HEADER.length;
/** @param comment ASCII text that readers skip; it ends at the first NUL */
function headerWith(comment) {
    if (comment === undefined)
        return GZIP_HEADER;
    const header = Buffer.from([...GZIP_HEADER, ...Buffer.from(comment, 'latin1'), 0]);
    header[gzip_blocks_FLAGS] = HAS_COMMENT;
    return header;
}
/** An empty last block with fixed codes: RFC 1951, 3.2.6. */
const DEFLATE_END = Uint8Array.of(3, 0);
/**
 * Bytes → one gzip member, compressed in blocks on libuv's pool and written in order. Blocks share no history and are
 * joined where deflate ends on a byte, as pigz does. The first eight blocks are new, and each later one reuses that
 * of eight before it. So the result depends only on the bytes, not on cores, pool size or timing.
 */
class GzipBlocks {
    start = 0;
    #block = new Block();
    #write;
    #pending = [];
    #crc = 0;
    #bytes = 0;
    /**
     * @param write Gets the compressed bytes in order; an error thrown here ends the work.
     * @param comment The header's comment, if it has one.
     */
    constructor(write, comment) {
        this.#write = write;
        write([headerWith(comment)]);
    }
    get buffer() {
        return this.#block.buffer;
    }
    add(bytes) {
        const part = bytes.subarray(0, this.buffer.length - this.start);
        this.buffer.set(part, this.start);
        const wait = this.took(part.length);
        return part.length === bytes.length ? wait : wait?.then(() => this.add(bytes.subarray(part.length)));
    }
    took = (count) => {
        this.start += count;
        return this.start === this.buffer.length ? this.#submit() : undefined;
    };
    /** Compresses and writes what is left, then the trailer. */
    async end() {
        this.#compress();
        while (this.#pending.length > 0)
            (await this.#writeOldest()).close();
        const trailer = Buffer.alloc(8);
        trailer.writeUInt32LE(this.#crc, 0);
        trailer.writeUInt32LE(this.#bytes % 2 ** 32, 4);
        this.#write([DEFLATE_END, trailer]);
    }
    async #submit() {
        this.#compress();
        await (0,promises_.setImmediate)();
        this.#block = this.#pending.length < BLOCKS_AHEAD ? new Block() : await this.#writeOldest();
        this.start = 0;
    }
    #compress() {
        const block = this.#block;
        this.#crc = (0,external_node_zlib_.crc32)(block.buffer.subarray(0, this.start), this.#crc);
        this.#bytes += this.start;
        const parts = block.compressed(this.start);
        // It is awaited later; until then a failure must not count as unhandled.
        parts.catch(() => undefined);
        this.#pending.push({ block, parts });
    }
    /** @returns its block, which is free again */
    async #writeOldest() {
        const { block, parts } = this.#pending.shift();
        this.#write(await parts);
        return block;
    }
}

;// CONCATENATED MODULE: ./lib/src/context/archive/limit.js


const LISTED = 10;
const SUGGESTED = 3;
/** A child with this share of its folder's bytes is named instead of the folder. */
const DOMINANT = 0.9;
/**
 * The error for a context whose archive is above the limit: the ten largest paths, and ignore lines that would help.
 * It lists files if ten of them make at least half of the content, otherwise folders.
 * @param limit Bytes of gzip.
 */
function overLimit(tree, limit) {
    const passes = `its archive passes ${megabytes(limit)} (${limit} bytes) with ${tree.files} files of ${megabytes(tree.bytes)} in all`;
    return refusal(tree, passes, LISTED);
}
/**
 * The error for a context whose files are above the limit before compression: nothing is packed or sent.
 * @param limit Bytes of all files.
 */
function overContentLimit(tree, limit) {
    const passes = `its ${tree.files} files have ${megabytes(tree.bytes)} in all, and this cloud is sent no more than ${megabytes(limit)} (${limit} bytes)`;
    return refusal(tree, passes, 5);
}
function refusal(tree, passes, most) {
    const files = (0,listing/* largestFiles */.Sd)(tree.entries, most).map(weightOf);
    const places = largest(heavyPlaces(tree));
    const explains = files.reduce((sum, file) => sum + file.bytes, 0) >= tree.bytes / 2;
    const listed = explains ? files : places.slice(0, most);
    const lines = places
        .filter((place) => place.path !== tree.dockerfile)
        .slice(0, SUGGESTED)
        .map((place) => `  ${(0,listing/* ignoreLineFor */.wT)(place.path)}`);
    const message = [
        `The context is too large: ${passes}. The largest:`,
        ...listed.map((weight) => `  ${megabytes(weight.bytes)}  ${weight.path}${weight.folder ? '/' : ''}`),
    ];
    return new errors/* UserError */.yo(message.join('\n'), {
        hint: `Leave out what the image does not need. These lines in .dockerignore would help most:\n${lines.join('\n')}`,
    });
}
function largest(weights) {
    return [...weights].sort((a, b) => b.bytes - a.bytes).slice(0, LISTED);
}
function weightOf({ path, size }) {
    return { path, bytes: size, folder: false };
}
/** The top level of the tree; a folder with almost all its bytes in one child is replaced by that child. */
function heavyPlaces(tree) {
    const folders = foldersOf(tree);
    const successors = new Map();
    const top = [];
    const meet = (place) => {
        const parent = parentOf(place.path);
        if (parent === '')
            top.push(place);
        else if (place.bytes >= (folders.get(parent)?.bytes ?? 0) * DOMINANT && !successors.has(parent))
            successors.set(parent, place);
    };
    for (const entry of tree.entries)
        if (entry.kind === 'file')
            meet(weightOf(entry));
    for (const folder of folders.values())
        meet(folder);
    const deepest = (place) => {
        const successor = successors.get(place.path);
        return successor ? deepest(successor) : place;
    };
    return top.map(deepest);
}
/** Every folder, by its path, with the bytes of all files below. */
function foldersOf(tree) {
    const folders = new Map();
    for (const { kind, path: file, size } of tree.entries) {
        if (kind !== 'file')
            continue;
        for (let path = parentOf(file); path !== ''; path = parentOf(path)) {
            folders.set(path, { path, bytes: (folders.get(path)?.bytes ?? 0) + size, folder: true });
        }
    }
    return folders;
}
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
function megabytes(bytes) {
    return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/src/context/archive/comment.js



const comment_CHUNK = 1024 * 1024;
/**
 * The same archive with another comment of the same length, and the MD5 that it then has. Nothing is packed again.
 */
async function withComment(archive, comment) {
    const file = await (0,external_node_fs_promises_.open)(archive.path, 'r+');
    try {
        await file.write(Buffer.from(comment, 'latin1'), 0, undefined, COMMENT_AT);
        return { ...archive, md5: await md5Of(file) };
    }
    finally {
        await file.close();
    }
}
async function md5Of(file) {
    const hash = (0,external_node_crypto_.createHash)('md5');
    const chunk = Buffer.allocUnsafe(comment_CHUNK);
    for (let at = 0;;) {
        const { bytesRead } = await file.read(chunk, 0, comment_CHUNK, at);
        if (bytesRead === 0)
            return hash.digest('hex');
        hash.update(chunk.subarray(0, bytesRead));
        at += bytesRead;
    }
}

;// CONCATENATED MODULE: ./node_modules/tar/dist/esm/large-numbers.js
// Tar can encode large and negative numbers using a leading byte of
// 0xff for negative, and 0x80 for positive.
const encode = (num, buf) => {
    if (!Number.isSafeInteger(num)) {
        // The number is so large that javascript cannot represent it with integer
        // precision.
        throw Error('cannot encode number outside of javascript safe integer range');
    }
    else if (num < 0) {
        encodeNegative(num, buf);
    }
    else {
        encodePositive(num, buf);
    }
    return buf;
};
const encodePositive = (num, buf) => {
    buf[0] = 0x80;
    for (var i = buf.length; i > 1; i--) {
        buf[i - 1] = num & 0xff;
        num = Math.floor(num / 0x100);
    }
};
const encodeNegative = (num, buf) => {
    buf[0] = 0xff;
    var flipped = false;
    num = num * -1;
    for (var i = buf.length; i > 1; i--) {
        var byte = num & 0xff;
        num = Math.floor(num / 0x100);
        if (flipped) {
            buf[i - 1] = onesComp(byte);
        }
        else if (byte === 0) {
            buf[i - 1] = 0;
        }
        else {
            flipped = true;
            buf[i - 1] = twosComp(byte);
        }
    }
};
const parse = (buf) => {
    const pre = buf[0];
    const value = pre === 0x80 ? pos(buf.subarray(1, buf.length))
        : pre === 0xff ? twos(buf)
            : null;
    if (value === null) {
        throw Error('invalid base256 encoding');
    }
    if (!Number.isSafeInteger(value)) {
        // The number is so large that javascript cannot represent it with integer
        // precision.
        throw Error('parsed number outside of javascript safe integer range');
    }
    return value;
};
const twos = (buf) => {
    var len = buf.length;
    var sum = 0;
    var flipped = false;
    for (var i = len - 1; i > -1; i--) {
        var byte = Number(buf[i]);
        var f;
        if (flipped) {
            f = onesComp(byte);
        }
        else if (byte === 0) {
            f = byte;
        }
        else {
            flipped = true;
            f = twosComp(byte);
        }
        if (f !== 0) {
            sum -= f * Math.pow(256, len - i - 1);
        }
    }
    return sum;
};
const pos = (buf) => {
    var len = buf.length;
    var sum = 0;
    for (var i = len - 1; i > -1; i--) {
        var byte = Number(buf[i]);
        if (byte !== 0) {
            sum += byte * Math.pow(256, len - i - 1);
        }
    }
    return sum;
};
const onesComp = (byte) => (0xff ^ byte) & 0xff;
const twosComp = (byte) => ((0xff ^ byte) + 1) & 0xff;
//# sourceMappingURL=large-numbers.js.map
;// CONCATENATED MODULE: ./node_modules/tar/dist/esm/types.js
const isCode = (c) => types_name.has(c);
const isName = (c) => code.has(c);
/**
 * types that are a normal file system entry, not metadata.
 *
 * These can be the subject of extended/globalExtended headers, long path
 * names, long linkpath names, etc.
 *
 * Any other types are meta, and cannot be targetted by extended PAX headers.
 */
const normalFsTypes = new Set([
    '0',
    '',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    'D',
]);
// map types from key to human-friendly name
const types_name = new Map([
    ['0', 'File'],
    // same as File
    ['', 'OldFile'],
    ['1', 'Link'],
    ['2', 'SymbolicLink'],
    // Devices and FIFOs aren't fully supported
    // they are parsed, but skipped when unpacking
    ['3', 'CharacterDevice'],
    ['4', 'BlockDevice'],
    ['5', 'Directory'],
    ['6', 'FIFO'],
    // same as File
    ['7', 'ContiguousFile'],
    // pax headers
    ['g', 'GlobalExtendedHeader'],
    ['x', 'ExtendedHeader'],
    // vendor-specific stuff
    // skip
    ['A', 'SolarisACL'],
    // like 5, but with data, which should be skipped
    ['D', 'GNUDumpDir'],
    // metadata only, skip
    ['I', 'Inode'],
    // data = link path of next file
    ['K', 'NextFileHasLongLinkpath'],
    // data = path of next file
    ['L', 'NextFileHasLongPath'],
    // skip
    ['M', 'ContinuationFile'],
    // like L
    ['N', 'OldGnuLongPath'],
    // skip
    ['S', 'SparseFile'],
    // skip
    ['V', 'TapeVolumeHeader'],
    // like x
    ['X', 'OldExtendedHeader'],
]);
// map the other direction
const code = new Map(Array.from(types_name).map(kv => [kv[1], kv[0]]));
//# sourceMappingURL=types.js.map
;// CONCATENATED MODULE: ./node_modules/tar/dist/esm/header.js
// parse a 512-byte header block to a data object, or vice-versa
// encode returns `true` if a pax extended header is needed, because
// the data could not be faithfully encoded in a simple header.
// (Also, check header.needPax to see if it needs a pax header.)



const notNegative = (n) => n === undefined || n < 0 ? undefined : n;
class Header {
    cksumValid = false;
    needPax = false;
    nullBlock = false;
    block;
    path;
    mode;
    uid;
    gid;
    size;
    cksum;
    #type = 'Unsupported';
    linkpath;
    uname;
    gname;
    devmaj = 0;
    devmin = 0;
    atime;
    ctime;
    mtime;
    charset;
    comment;
    constructor(data, off = 0, ex, gex) {
        if (Buffer.isBuffer(data)) {
            this.decode(data, off || 0, ex, gex);
        }
        else if (data) {
            this.#slurp(data);
        }
    }
    decode(buf, off, ex, gex) {
        if (!off) {
            off = 0;
        }
        if (!buf || !(buf.length >= off + 512)) {
            throw new Error('need 512 bytes for header');
        }
        // Decode the typeflag (independent of any pending PAX/GNU extended header)
        // up front so we can tell whether THIS block is itself an intermediary
        // extension header (PAX `x`/`g`, GNU long-name `L`, GNU long-link `K`).
        // Per POSIX pax, a PAX extended header describes the *next file entry*, not
        // the extension headers that may sit between it and that file. Applying the
        // pending PAX overrides (notably `size`) to an intervening `L`/`K`/`x`/`g`
        // header desynchronizes the stream relative to other tar implementations
        // and enables tar interpretation-conflict / file-smuggling attacks.
        const t = decString(buf, off + 156, 1);
        const isNormalFS = normalFsTypes.has(t);
        const exForFields = isNormalFS ? ex : undefined;
        const gexForFields = isNormalFS ? gex : undefined;
        this.path = exForFields?.path ?? decString(buf, off, 100);
        this.mode =
            exForFields?.mode ??
                gexForFields?.mode ??
                decNumber(buf, off + 100, 8);
        this.uid =
            exForFields?.uid ?? gexForFields?.uid ?? decNumber(buf, off + 108, 8);
        this.gid =
            exForFields?.gid ?? gexForFields?.gid ?? decNumber(buf, off + 116, 8);
        this.size = notNegative(exForFields?.size ??
            gexForFields?.size ??
            decNumber(buf, off + 124, 12));
        this.mtime =
            exForFields?.mtime ??
                gexForFields?.mtime ??
                decDate(buf, off + 136, 12);
        this.cksum = decNumber(buf, off + 148, 12);
        // if we have extended or global extended headers, apply them now
        // See https://github.com/npm/node-tar/pull/187
        // Apply global before local, so it overrides. Never slurp the pending
        // extended-header fields onto an intermediary extension header.
        if (gexForFields)
            this.#slurp(gexForFields, true);
        if (exForFields)
            this.#slurp(exForFields);
        // old tar versions marked dirs as a file with a trailing /
        if (isCode(t)) {
            this.#type = t || '0';
        }
        if (this.#type === '0' && this.path.slice(-1) === '/') {
            this.#type = '5';
        }
        // tar implementations sometimes incorrectly put the stat(dir).size
        // as the size in the tarball, even though Directory entries are
        // not able to have any body at all.  In the very rare chance that
        // it actually DOES have a body, we weren't going to do anything with
        // it anyway, and it'll just be a warning about an invalid header.
        if (this.#type === '5') {
            this.size = 0;
        }
        this.linkpath = decString(buf, off + 157, 100);
        if (buf.subarray(off + 257, off + 265).toString() === 'ustar\u000000') {
            /* c8 ignore start */
            this.uname =
                exForFields?.uname ??
                    gexForFields?.uname ??
                    decString(buf, off + 265, 32);
            this.gname =
                exForFields?.gname ??
                    gexForFields?.gname ??
                    decString(buf, off + 297, 32);
            this.devmaj =
                exForFields?.devmaj ??
                    gexForFields?.devmaj ??
                    decNumber(buf, off + 329, 8) ??
                    0;
            this.devmin =
                exForFields?.devmin ??
                    gexForFields?.devmin ??
                    decNumber(buf, off + 337, 8) ??
                    0;
            /* c8 ignore stop */
            if (buf[off + 475] !== 0) {
                // definitely a prefix, definitely >130 chars.
                const prefix = decString(buf, off + 345, 155);
                this.path = prefix + '/' + this.path;
            }
            else {
                const prefix = decString(buf, off + 345, 130);
                if (prefix) {
                    this.path = prefix + '/' + this.path;
                }
                /* c8 ignore start */
                this.atime = ex?.atime ?? gex?.atime ?? decDate(buf, off + 476, 12);
                this.ctime = ex?.ctime ?? gex?.ctime ?? decDate(buf, off + 488, 12);
                /* c8 ignore stop */
            }
        }
        let sum = 8 * 0x20;
        for (let i = off; i < off + 148; i++) {
            sum += buf[i];
        }
        for (let i = off + 156; i < off + 512; i++) {
            sum += buf[i];
        }
        this.cksumValid = sum === this.cksum;
        if (this.cksum === undefined && sum === 8 * 0x20) {
            this.nullBlock = true;
        }
    }
    #slurp(ex, gex = false) {
        Object.assign(this, Object.fromEntries(Object.entries(ex).filter(([k, v]) => {
            // we slurp in everything except for the path attribute in
            // a global extended header, because that's weird. Also, any
            // null/undefined values are ignored.
            return !(v === null ||
                v === undefined ||
                (k === 'size' && Number(v) < 0) ||
                (k === 'path' && gex) ||
                (k === 'linkpath' && gex) ||
                k === 'global');
        })));
    }
    encode(buf, off = 0) {
        if (!buf) {
            buf = this.block = Buffer.alloc(512);
        }
        if (this.#type === 'Unsupported') {
            this.#type = '0';
        }
        if (!(buf.length >= off + 512)) {
            throw new Error('need 512 bytes for header');
        }
        const prefixSize = this.ctime || this.atime ? 130 : 155;
        const split = splitPrefix(this.path || '', prefixSize);
        const path = split[0];
        const prefix = split[1];
        this.needPax = !!split[2];
        this.needPax = encString(buf, off, 100, path) || this.needPax;
        this.needPax = encNumber(buf, off + 100, 8, this.mode) || this.needPax;
        this.needPax = encNumber(buf, off + 108, 8, this.uid) || this.needPax;
        this.needPax = encNumber(buf, off + 116, 8, this.gid) || this.needPax;
        this.needPax = encNumber(buf, off + 124, 12, this.size) || this.needPax;
        this.needPax = encDate(buf, off + 136, 12, this.mtime) || this.needPax;
        buf[off + 156] = Number(this.#type.codePointAt(0));
        this.needPax =
            encString(buf, off + 157, 100, this.linkpath) || this.needPax;
        buf.write('ustar\u000000', off + 257, 8);
        this.needPax =
            encString(buf, off + 265, 32, this.uname) || this.needPax;
        this.needPax =
            encString(buf, off + 297, 32, this.gname) || this.needPax;
        this.needPax =
            encNumber(buf, off + 329, 8, this.devmaj) || this.needPax;
        this.needPax =
            encNumber(buf, off + 337, 8, this.devmin) || this.needPax;
        this.needPax =
            encString(buf, off + 345, prefixSize, prefix) || this.needPax;
        if (buf[off + 475] !== 0) {
            this.needPax = encString(buf, off + 345, 155, prefix) || this.needPax;
        }
        else {
            this.needPax = encString(buf, off + 345, 130, prefix) || this.needPax;
            this.needPax =
                encDate(buf, off + 476, 12, this.atime) || this.needPax;
            this.needPax =
                encDate(buf, off + 488, 12, this.ctime) || this.needPax;
        }
        let sum = 8 * 0x20;
        for (let i = off; i < off + 148; i++) {
            sum += buf[i];
        }
        for (let i = off + 156; i < off + 512; i++) {
            sum += buf[i];
        }
        this.cksum = sum;
        encNumber(buf, off + 148, 8, this.cksum);
        this.cksumValid = true;
        return this.needPax;
    }
    get type() {
        return (this.#type === 'Unsupported' ?
            this.#type
            : types_name.get(this.#type));
    }
    get typeKey() {
        return this.#type;
    }
    set type(type) {
        const c = String(code.get(type));
        if (isCode(c) || c === 'Unsupported') {
            this.#type = c;
        }
        else if (isCode(type)) {
            this.#type = type;
        }
        else {
            throw new TypeError('invalid entry type: ' + type);
        }
    }
}
const splitPrefix = (p, prefixSize) => {
    const pathSize = 100;
    let pp = p;
    let prefix = '';
    let ret = undefined;
    const root = external_node_path_.posix.parse(p).root || '.';
    if (Buffer.byteLength(pp) < pathSize) {
        ret = [pp, prefix, false];
    }
    else {
        // first set prefix to the dir, and path to the base
        prefix = external_node_path_.posix.dirname(pp);
        pp = external_node_path_.posix.basename(pp);
        do {
            if (Buffer.byteLength(pp) <= pathSize &&
                Buffer.byteLength(prefix) <= prefixSize) {
                // both fit!
                ret = [pp, prefix, false];
            }
            else if (Buffer.byteLength(pp) > pathSize &&
                Buffer.byteLength(prefix) <= prefixSize) {
                // prefix fits in prefix, but path doesn't fit in path
                ret = [pp.slice(0, pathSize - 1), prefix, true];
            }
            else {
                // make path take a bit from prefix
                pp = external_node_path_.posix.join(external_node_path_.posix.basename(prefix), pp);
                prefix = external_node_path_.posix.dirname(prefix);
            }
        } while (prefix !== root && ret === undefined);
        // at this point, found no resolution, just truncate
        if (!ret) {
            ret = [p.slice(0, pathSize - 1), '', true];
        }
    }
    return ret;
};
const decString = (buf, off, size) => buf
    .subarray(off, off + size)
    .toString('utf8')
    .replace(/\0.*/, '');
const decDate = (buf, off, size) => numToDate(decNumber(buf, off, size));
const numToDate = (num) => num === undefined ? undefined : new Date(num * 1000);
const decNumber = (buf, off, size) => Number(buf[off]) & 0x80 ?
    parse(buf.subarray(off, off + size))
    : decSmallNumber(buf, off, size);
const nanUndef = (value) => (isNaN(value) ? undefined : value);
const decSmallNumber = (buf, off, size) => nanUndef(parseInt(buf
    .subarray(off, off + size)
    .toString('utf8')
    .replace(/\0.*$/, '')
    .trim(), 8));
// the maximum encodable as a null-terminated octal, by field size
const MAXNUM = {
    12: 0o77777777777,
    8: 0o7777777,
};
const encNumber = (buf, off, size, num) => num === undefined ? false
    : num > MAXNUM[size] || num < 0 ?
        (encode(num, buf.subarray(off, off + size)), true)
        : (encSmallNumber(buf, off, size, num), false);
const encSmallNumber = (buf, off, size, num) => buf.write(octalString(num, size), off, size, 'ascii');
const octalString = (num, size) => padOctal(Math.floor(num).toString(8), size);
const padOctal = (str, size) => (str.length === size - 1 ?
    str
    : new Array(size - str.length - 1).join('0') + str + ' ') + '\0';
const encDate = (buf, off, size, date) => date === undefined ? false : (encNumber(buf, off, size, date.getTime() / 1000));
// enough to fill the longest string we've got
const NULLS = new Array(156).join('\0');
// pad with nulls, return true if it's longer or non-ascii
const encString = (buf, off, size, str) => str === undefined ? false : ((buf.write(str + NULLS, off, size, 'utf8'),
    str.length !== Buffer.byteLength(str) || str.length > size));
//# sourceMappingURL=header.js.map
;// CONCATENATED MODULE: ./node_modules/tar/dist/esm/pax.js


class Pax {
    atime;
    mtime;
    ctime;
    charset;
    comment;
    gid;
    uid;
    gname;
    uname;
    linkpath;
    dev;
    ino;
    nlink;
    path;
    size;
    mode;
    global;
    constructor(obj, global = false) {
        this.atime = obj.atime;
        this.charset = obj.charset;
        this.comment = obj.comment;
        this.ctime = obj.ctime;
        this.dev = obj.dev;
        this.gid = obj.gid;
        this.global = global;
        this.gname = obj.gname;
        this.ino = obj.ino;
        this.linkpath = obj.linkpath;
        this.mtime = obj.mtime;
        this.nlink = obj.nlink;
        this.path = obj.path;
        this.size = obj.size;
        this.uid = obj.uid;
        this.uname = obj.uname;
    }
    encode() {
        const body = this.encodeBody();
        if (body === '') {
            return Buffer.allocUnsafe(0);
        }
        const bodyLen = Buffer.byteLength(body);
        // round up to 512 bytes
        // add 512 for header
        const bufLen = 512 * Math.ceil(1 + bodyLen / 512);
        const buf = Buffer.allocUnsafe(bufLen);
        // 0-fill the header section, it might not hit every field
        for (let i = 0; i < 512; i++) {
            buf[i] = 0;
        }
        new Header({
            // XXX split the path
            // then the path should be PaxHeader + basename, but less than 99,
            // prepend with the dirname
            /* c8 ignore start */
            path: ('PaxHeader/' + (0,external_node_path_.basename)(this.path ?? '')).slice(0, 99),
            /* c8 ignore stop */
            mode: this.mode || 0o644,
            uid: this.uid,
            gid: this.gid,
            size: bodyLen,
            mtime: this.mtime,
            type: this.global ? 'GlobalExtendedHeader' : 'ExtendedHeader',
            linkpath: '',
            uname: this.uname || '',
            gname: this.gname || '',
            devmaj: 0,
            devmin: 0,
            atime: this.atime,
            ctime: this.ctime,
        }).encode(buf);
        buf.write(body, 512, bodyLen, 'utf8');
        // null pad after the body
        for (let i = bodyLen + 512; i < buf.length; i++) {
            buf[i] = 0;
        }
        return buf;
    }
    encodeBody() {
        return (this.encodeField('path') +
            this.encodeField('ctime') +
            this.encodeField('atime') +
            this.encodeField('dev') +
            this.encodeField('ino') +
            this.encodeField('nlink') +
            this.encodeField('charset') +
            this.encodeField('comment') +
            this.encodeField('gid') +
            this.encodeField('gname') +
            this.encodeField('linkpath') +
            this.encodeField('mtime') +
            this.encodeField('size') +
            this.encodeField('uid') +
            this.encodeField('uname'));
    }
    encodeField(field) {
        if (this[field] === undefined) {
            return '';
        }
        const r = this[field];
        const v = r instanceof Date ? r.getTime() / 1000 : r;
        const s = ' ' +
            (field === 'dev' || field === 'ino' || field === 'nlink' ?
                'SCHILY.'
                : '') +
            field +
            '=' +
            v +
            '\n';
        const byteLen = Buffer.byteLength(s);
        // the digits includes the length of the digits in ascii base-10
        // so if it's 9 characters, then adding 1 for the 9 makes it 10
        // which makes it 11 chars.
        let digits = Math.floor(Math.log(byteLen) / Math.log(10)) + 1;
        if (byteLen + digits >= Math.pow(10, digits)) {
            digits += 1;
        }
        const len = digits + byteLen;
        return len + s;
    }
    static parse(str, ex, g = false) {
        return new Pax(merge(parseKV(str), ex), g);
    }
}
const merge = (a, b) => b ? Object.assign({}, b, a) : a;
const parseKV = (str) => str
    .replace(/\n$/, '')
    .split('\n')
    .reduce(parseKVLine, Object.create(null));
const parseKVLine = (set, line) => {
    const n = parseInt(line, 10);
    // XXX Values with \n in them will fail this.
    // Refactor to not be a naive line-by-line parse.
    if (n !== Buffer.byteLength(line) + 1) {
        return set;
    }
    line = line.slice((n + ' ').length);
    const kv = line.split('=');
    const r = kv.shift();
    if (!r) {
        return set;
    }
    const k = r.replace(/^SCHILY\.(dev|ino|nlink)/, '$1');
    const v = kv.join('=').replace(/\0.*/, '');
    switch (k) {
        case 'path':
        case 'linkpath':
        case 'type':
        case 'charset':
        case 'comment':
        case 'gname':
        case 'uname':
            set[k] = v;
            break;
        case 'ctime':
        case 'atime':
        case 'mtime':
            set[k] = new Date(Number(v) * 1000);
            break;
        case 'size':
            const s = +v;
            if (s >= 0)
                set[k] = s;
            break;
        case 'gid':
        case 'uid':
        case 'dev':
        case 'ino':
        case 'nlink':
        case 'mode':
            set[k] = +v;
            break;
    }
    return set;
};
//# sourceMappingURL=pax.js.map
;// CONCATENATED MODULE: ./lib/src/context/archive/tar-header.js


/** Tar counts in blocks of 512 bytes. */
const TAR_BLOCK = 512;
/** Two empty blocks end an archive; always exactly two, while other tools pad to a blocking factor. */
const TAR_END = new Uint8Array(2 * TAR_BLOCK);
const EPOCH = new Date(0);
const NAME_BYTES = 100;
/** The values that all entries share, encoded once: a header does not change unset fields. */
const common = Buffer.alloc(TAR_BLOCK);
new Header({ uid: 0, gid: 0, mtime: EPOCH, uname: '', gname: '' }).encode(common);
// One reused header per kind: creating one for each entry takes twice as long as encoding it.
const HEADERS = {
    file: new Header({ type: 'File' }),
    folder: new Header({ type: 'Directory' }),
    link: new Header({ type: 'SymbolicLink' }),
};
const encoded = Buffer.alloc(TAR_BLOCK);
/**
 * The header blocks of one entry: ustar, and a pax header before it where ustar is not enough (names that are long or
 * not ASCII, long link targets, 8 GiB and more). Neither carries atime or ctime, so that equal trees have equal bytes
 * (docs/context.md, rules 30 to 33).
 *
 * The blocks are only valid until the next call.
 * @param prefix `./` for clouds that want it (contracts/README.md, "Prime: packing rule").
 */
function headerOf(entry, prefix) {
    const path = `${prefix}${entry.path}${entry.kind === 'folder' ? '/' : ''}`;
    const size = entry.kind === 'file' ? entry.size : 0;
    const header = HEADERS[entry.kind];
    header.path = path;
    header.mode = entry.mode;
    header.size = size;
    if (entry.kind === 'link')
        header.linkpath = entry.target ?? '';
    encoded.set(common);
    const incomplete = header.encode(encoded);
    if (!incomplete && !losesSlash(entry, path))
        return encoded;
    return Buffer.concat([paxOf(path, size, entry.target), encoded]);
}
/** The zero bytes that fill a file's last block. */
function paddingOf(size) {
    return TAR_END.subarray(0, (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK);
}
/** The ustar prefix is split off at a slash, which drops the one at a folder's end. */
function losesSlash(entry, path) {
    return entry.kind === 'folder' && Buffer.byteLength(path) >= NAME_BYTES;
}
function paxOf(path, size, target) {
    const largest = 0o77777777777;
    return new Pax({
        path,
        ...(target === undefined ? {} : { linkpath: target }),
        ...(size > largest ? { size } : {}),
    }).encode();
}

;// CONCATENATED MODULE: ./lib/src/context/archive/archive.js









/**
 * Streams a tree into a deterministic tar.gz: equal trees give equal bytes on every machine, on Node 20 and 24,
 * with any number of cores. Memory does not grow with the content.
 * After an error, or an abort, nothing is left at the destination.
 * @throws {UserError} when a file is not what was listed (its path is named), when the archive passes the limit
 *   (its largest paths are named), when the disk is full; {AbortedError} once `signal` fires.
 */
async function writeArchive(tree, options) {
    const { comment } = options;
    const file = new ArchiveFileWriter(options.destination);
    try {
        const workingTreeHash = await writeEntries(tree, options, file);
        // The header is written first, but the tree's hash is known last.
        if (comment)
            file.overwrite(COMMENT_AT, Buffer.from(comment(workingTreeHash), 'latin1'));
        const md5 = options.md5 ? await file.md5() : undefined;
        if (options.signal?.aborted)
            throw new errors/* AbortedError */.oM('packing the context was aborted');
        file.finish();
        return {
            path: options.destination,
            bytes: file.bytes,
            ...(md5 === undefined ? {} : { md5 }),
            workingTreeHash,
            files: tree.files,
            contentBytes: tree.bytes,
            notices: noticesOf(file.bytes, options.limit),
        };
    }
    catch (error) {
        file.discard();
        throw error;
    }
}
async function writeEntries(tree, options, spool) {
    const hash = new hash_hash/* TreeHash */.h(options.onEntry);
    const blocks = new GzipBlocks((parts) => {
        if (options.signal?.aborted)
            throw new errors/* AbortedError */.oM('packing the context was aborted');
        spool.write(parts);
        if (spool.bytes > options.limit.refuseAbove)
            throw overLimit(tree, options.limit.refuseAbove);
    }, options.comment?.(''));
    const opener = (0,listing/* createFileOpener */.qo)();
    try {
        for (const entry of tree.entries) {
            if (entry.kind === 'link')
                (0,listing/* checkLink */.tD)(entry, opener);
            // Awaiting `undefined` would still cost one turn of the event loop for each entry.
            let wait = blocks.add(headerOf(entry, options.prefix));
            if (wait)
                await wait;
            if (entry.kind === 'link')
                hash.addLink(entry);
            if (entry.kind !== 'file')
                continue;
            const digest = (0,listing/* readContent */.c_)(entry, blocks, opener);
            hash.addFile(entry, typeof digest === 'string' ? digest : await digest);
            wait = blocks.add(paddingOf(entry.size));
            if (wait)
                await wait;
        }
    }
    finally {
        (0,listing/* closeOpener */.w5)(opener);
    }
    await blocks.add(TAR_END);
    await blocks.end();
    return hash.digest();
}
function noticesOf(bytes, limit) {
    if (bytes <= limit.warnAbove)
        return [];
    return [
        `The archive has ${bytes} bytes: the cloud may refuse more than ${limit.warnAbove}, and this step refuses more than ${limit.refuseAbove}.`,
    ];
}


/***/ })

};
