export const id = 618;
export const ids = [618];
export const modules = {

/***/ 3618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  overContentLimit: () => (/* reexport */ overContentLimit),
  writeArchive: () => (/* binding */ writeArchive)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/context/hash/hash.js + 3 modules
var hash_hash = __webpack_require__(3684);
// EXTERNAL MODULE: ./lib/src/context/listing/listing.js + 28 modules
var listing = __webpack_require__(5723);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/context/archive/archive-file.js




// A link that waits at the destination is not written through.
const FLAGS = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_TRUNC | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
/** A file that is written once from start to end, counted and summed on the way. */
class ArchiveFileWriter {
    path;
    /** Bytes written so far. */
    bytes = 0;
    #file;
    #md5;
    /**
     * @param summed Whether the MD5 of the bytes is wanted.
     * @throws {UserError} naming the folder, when it cannot be written to.
     */
    constructor(path, summed = false) {
        this.path = path;
        this.#md5 = summed ? (0,external_node_crypto_.createHash)('md5') : undefined;
        this.#file = this.#attempt(() => (0,external_node_fs_.openSync)(path, FLAGS, 0o600));
    }
    /** @throws {UserError} naming the folder, when its disk is full. */
    write(parts) {
        for (let left = parts; left.length > 0;) {
            const count = this.#attempt(() => (0,external_node_fs_.writevSync)(this.#file, left));
            left = after(left, count);
        }
        for (const part of parts) {
            this.#md5?.update(part);
            this.bytes += part.length;
        }
    }
    /** Ends the file; gives the MD5 of its bytes as lower-case hex where that was wanted. */
    finish() {
        this.#attempt(() => (0,external_node_fs_.closeSync)(this.#file));
        return this.#md5?.digest('hex');
    }
    /** Ends and deletes the file, but never a device; nothing that goes wrong here hides why. */
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
/** What is left of `parts` once `count` bytes are written. */
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/src/context/archive/incompressible.js
/**
 * Which stretches of a block deflate cannot shrink: images, wheels, model weights.
 * Deflate is slower on them than on text and gains nothing, so they are stored (docs/context.md, section 3).
 * The answer depends on the bytes alone: it must be the same on every machine.
 */
const SEGMENT = 4 * 1024;
/** How closely the ends of a stretch of noise are found. */
const STEP = 512;
/** A shorter stretch of noise is left to deflate, since a cut costs the text after it its past. */
const SHORTEST = 8 * 1024;
/** How far deflate looks back. */
const WINDOW = 32 * 1024;
/** Odd, so that arrays of numbers are sampled at each of their bytes in turn. */
const STRIDE = 7;
/** Two random bytes are equal once in 256; in text about ten times as often, in compressed data hardly more. */
const EQUAL_PAIRS_LIMIT = 1.25 / 256;
const NEEDLE = 8;
/** Cuts a block into stretches, in order and without gaps; an empty block has none. */
function splitByCompressibility(block) {
    const runs = [];
    let done = 0;
    for (const segments of flatSegments(block)) {
        const flat = widened(block, segments, done);
        if (flat.end - flat.start < SHORTEST || repeats(block, flat))
            continue;
        if (flat.start > done)
            runs.push({ start: done, end: flat.start, noise: false });
        runs.push({ ...flat, noise: true });
        done = flat.end;
    }
    if (block.length > done)
        runs.push({ start: done, end: block.length, noise: false });
    return runs;
}
/** Neighbouring segments that are flat as one stretch. */
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
 * With what the segments beside it have of the same noise, as files seldom begin where a segment does; but with nothing
 * before `least`.
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
/** Whether all byte values are about equally frequent. Text shows within a third of the samples that it is not. */
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
/** Flat bytes can still be a repetition that deflate would find: some places are looked for in what follows them. */
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
/** On source code 0.6 times the work of level 6 for 3% to 7% more bytes; the levels between give less for their time. */
const LEVEL = 4;
/**
 * What is set aside for compressed bytes at a time; more of it would be held until a block is written. Where a flush ends
 * with it deflate marks the end twice, so another number can give other bytes.
 */
const CHUNK_BYTES = BLOCK_BYTES / 4;
const STORED_BYTES = 65_535;
/**
 * One block of an archive: its bytes and the context that compresses them. What comes out is a part of a deflate stream
 * that ends on a byte (a sync flush) and refers to nothing before it. Both are used again and again: a new context costs
 * 0.2 ms of processor time, most of it for fresh memory.
 *
 * Deflate may look past the end of its input at what the context held before; so the compressed bytes are the same in
 * every run only where a block is given the same contents in the same order.
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
        // It flows, so that all a write gives has been heard of when the write is done.
        this.#deflate.on('data', (part) => this.#parts.push(part));
        // A write that fails is not told so itself.
        this.#deflate.on('error', (error) => this.#fail(error));
    }
    /** The first `bytes` of the buffer, which has to stay as it is until the result was used. */
    async compressed(bytes) {
        const content = this.buffer.subarray(0, bytes);
        for (const { start, end, noise } of splitByCompressibility(content)) {
            const run = content.subarray(start, end);
            if (noise)
                this.#parts.push(...stored(run));
            else
                await this.#deflated(run);
        }
        return this.#parts.splice(0);
    }
    /** Frees what only the collector would find later; not while it compresses. */
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
/** Deflate blocks that hold their bytes as they are: RFC 1951, 3.2.4. */
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



/** Blocks that may be filled but not written: the bound on memory. They take turns, so another number gives other bytes. */
const BLOCKS_AHEAD = 8;
/** No name, no time, and 255, unknown, for the system: RFC 1952, 2.3.1. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** An empty last block with fixed codes: RFC 1951, 3.2.6. */
const DEFLATE_END = Uint8Array.of(3, 0);
/**
 * Bytes → one gzip member, compressed in blocks on libuv's pool and written in order.
 * Blocks share no history and are joined where deflate ends on a byte, as pigz does. The first eight are new and each
 * later one is that of eight before it, so the result depends on the bytes alone, not on cores, pool size or timing.
 */
class GzipBlocks {
    start = 0;
    #block = new Block();
    #write;
    #pending = [];
    #crc = 0;
    #bytes = 0;
    /** @param write Gets the compressed bytes in order; what it throws ends the work. */
    constructor(write) {
        this.#write = write;
        write([GZIP_HEADER]);
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
        // It is awaited in its turn; until then a failure must not count as unhandled.
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
/** A child that holds this share of its folder is the better name for the weight. */
const DOMINANT = 0.9;
/**
 * The refusal of a context whose archive is above the limit: the ten paths that weigh most, and the ignore lines
 * that would help. Files where ten of them explain at least half of the content, otherwise folders.
 * @param limit Bytes of gzip.
 */
function overLimit(tree, limit) {
    const passes = `its archive passes ${megabytes(limit)} (${limit} bytes) with ${tree.files} files of ${megabytes(tree.bytes)} in all`;
    return refusal(tree, passes, LISTED);
}
/**
 * The refusal of a context whose files are above the limit before compression: nothing of it is packed or sent.
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
/** The top of the tree, with each folder that is almost all one child replaced by that child. */
function heavyPlaces(tree) {
    const folders = foldersOf(tree);
    const heirs = new Map();
    const top = [];
    const meet = (place) => {
        const parent = parentOf(place.path);
        if (parent === '')
            top.push(place);
        else if (place.bytes >= (folders.get(parent)?.bytes ?? 0) * DOMINANT && !heirs.has(parent))
            heirs.set(parent, place);
    };
    for (const entry of tree.entries)
        if (entry.kind === 'file')
            meet(weightOf(entry));
    for (const folder of folders.values())
        meet(folder);
    const deepest = (place) => {
        const heir = heirs.get(place.path);
        return heir ? deepest(heir) : place;
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

// EXTERNAL MODULE: ./node_modules/tar/dist/esm/header.js + 2 modules
var header = __webpack_require__(6532);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/pax.js
var pax = __webpack_require__(750);
;// CONCATENATED MODULE: ./lib/src/context/archive/tar-header.js


/** Tar counts in blocks of 512 bytes. */
const TAR_BLOCK = 512;
/** Two empty blocks end an archive; always exactly these, whatever blocking factor other tools pad to. */
const TAR_END = new Uint8Array(2 * TAR_BLOCK);
const EPOCH = new Date(0);
const NAME_BYTES = 100;
/** What all entries have in common, encoded once: a header leaves alone what it is not told. */
const common = Buffer.alloc(TAR_BLOCK);
new header/* Header */.Y({ uid: 0, gid: 0, mtime: EPOCH, uname: '', gname: '' }).encode(common);
// One header of a kind encodes them all: building a fresh one for each entry takes twice as long as encoding it.
const HEADERS = {
    file: new header/* Header */.Y({ type: 'File' }),
    folder: new header/* Header */.Y({ type: 'Directory' }),
    link: new header/* Header */.Y({ type: 'SymbolicLink' }),
};
const encoded = Buffer.alloc(TAR_BLOCK);
/**
 * The header blocks of one entry: ustar, and a pax header before it where ustar cannot say it
 * (names that are long or not ASCII, long link targets, 8 GiB and more). Neither carries atime or ctime,
 * so that equal trees have equal bytes (docs/context.md, rules 30 to 33).
 *
 * The blocks are only valid until the next call.
 * @param prefix `./` where a cloud wants its entries so (contracts/README.md, "Prime: packing rule").
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
/** The empty bytes that fill a file's last block. */
function paddingOf(size) {
    return TAR_END.subarray(0, (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK);
}
/** The ustar prefix is split off at a slash, which drops the one at a folder's end. */
function losesSlash(entry, path) {
    return entry.kind === 'folder' && Buffer.byteLength(path) >= NAME_BYTES;
}
function paxOf(path, size, target) {
    const largest = 0o77777777777;
    return new pax/* Pax */.u({
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
    const spool = new ArchiveFileWriter(options.destination, options.md5);
    try {
        const workingTreeHash = await writeEntries(tree, options, spool);
        const md5 = spool.finish();
        return {
            path: options.destination,
            bytes: spool.bytes,
            ...(md5 === undefined ? {} : { md5 }),
            workingTreeHash,
            files: tree.files,
            contentBytes: tree.bytes,
            notices: noticesOf(spool.bytes, options.limit),
        };
    }
    catch (error) {
        spool.discard();
        throw error;
    }
}
async function writeEntries(tree, options, spool) {
    const hash = new hash_hash/* TreeHash */.h();
    const blocks = new GzipBlocks((parts) => {
        if (options.signal?.aborted)
            throw new errors/* AbortedError */.oM('packing the context was aborted');
        spool.write(parts);
        if (spool.bytes > options.limit.refuseAbove)
            throw overLimit(tree, options.limit.refuseAbove);
    });
    const opener = (0,listing/* createFileOpener */.qo)();
    try {
        for (const entry of tree.entries) {
            if (entry.kind === 'link')
                (0,listing/* checkLink */.tD)(entry, opener);
            // An await of nothing would still be one of 60,000 turns.
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
