export const id = 225;
export const ids = [225];
export const modules = {

/***/ 7852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dZ: () => (/* reexport */ canPrune),
  Eb: () => (/* reexport */ compilePattern),
  UC: () => (/* reexport */ excludedBy),
  ep: () => (/* reexport */ ignoreRules),
  yH: () => (/* reexport */ readIgnoreRules)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/context/ignore/go-regexp-escape.js
/** Escapes that stand for one character in Go's regular expressions (https://pkg.go.dev/regexp/syntax). */
const LARGEST = 0x10ffff;
function take(reader) {
    const char = reader.chars[reader.at] ?? '';
    reader.at += 1;
    return char;
}
/** The code point of an escape that stands for one character, after its backslash. */
function escapedChar(reader) {
    const char = take(reader);
    const code = char.codePointAt(0) ?? LARGEST;
    if (code <= 0x7f && !/[A-Za-z0-9]/.test(char))
        return code;
    const control = CONTROL.get(char);
    if (control !== undefined)
        return control;
    if (char === 'x')
        return hex(reader);
    // A single digit other than 0 would be a back reference, which Go does not know.
    const octal = /^(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(char + reader.chars.slice(reader.at, reader.at + 2).join(''));
    if (octal === null)
        throw new SyntaxError(`invalid escape sequence \\${char}`);
    reader.at += octal[0].length - 1;
    return Number.parseInt(octal[0], 8);
}
const CONTROL = new Map([
    ['a', 0x07],
    ['f', 0x0c],
    ['n', 0x0a],
    ['r', 0x0d],
    ['t', 0x09],
    ['v', 0x0b],
]);
function hex(reader) {
    const rest = reader.chars.slice(reader.at).join('');
    const found = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/.exec(rest);
    const code = Number.parseInt(found?.[1] ?? found?.[2] ?? '', 16);
    if (found === null || !(code <= LARGEST))
        throw new SyntaxError('invalid escape sequence \\x');
    reader.at += found[0].length;
    return code;
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/go-regexp-class.js
/** Character classes of Go's regular expressions (https://pkg.go.dev/regexp/syntax). */

/** The rest of a bracket expression after its `[`. */
function bracket(reader) {
    let negated = '';
    if (reader.chars[reader.at] === '^')
        negated = take(reader);
    let items = '';
    for (let first = true; first || reader.chars[reader.at] !== ']'; first = false) {
        if (reader.at >= reader.chars.length)
            throw new SyntaxError('missing closing ]');
        items += posixClass(reader) ?? escapedClass(reader) ?? range(reader);
    }
    reader.at += 1;
    return `[${negated}${items}]`;
}
/** `[:alpha:]` and `[:^alpha:]` within brackets. */
function posixClass(reader) {
    if (reader.chars[reader.at] !== '[' || reader.chars[reader.at + 1] !== ':')
        return undefined;
    const rest = reader.chars.slice(reader.at + 2).join('');
    const end = rest.indexOf(':]');
    if (end < 0)
        return undefined;
    const name = rest.slice(0, end);
    const ranges = POSIX.get(name.replace(/^\^/, ''));
    if (ranges === undefined)
        throw new SyntaxError(`invalid character class range [:${name}:]`);
    reader.at += 2 + Array.from(name).length + 2;
    return rangesOf(ranges, name.startsWith('^'));
}
function escapedClass(reader) {
    if (reader.chars[reader.at] !== '\\')
        return undefined;
    reader.at += 1;
    const item = classItem(reader);
    if (item === undefined)
        reader.at -= 1;
    return item;
}
function range(reader) {
    const low = classChar(reader);
    let high = low;
    const dash = reader.chars[reader.at] === '-';
    const after = reader.chars[reader.at + 1];
    if (dash && after !== undefined && after !== ']') {
        reader.at += 1;
        high = classChar(reader);
        if (high < low)
            throw new SyntaxError('invalid character class range');
    }
    return rangesOf([[low, high]], false);
}
function classChar(reader) {
    if (reader.at >= reader.chars.length)
        throw new SyntaxError('missing closing ]');
    const char = take(reader);
    return char === '\\' ? escapedChar(reader) : (char.codePointAt(0) ?? 0);
}
/** The ranges or their complement, as the inside of a JavaScript class. */
function rangesOf(ranges, negated) {
    if (negated)
        return rangesOf(complement(ranges), false);
    return ranges.map(([low, high]) => `\\u{${low.toString(16)}}-\\u{${high.toString(16)}}`).join('');
}
function complement(ranges) {
    const gaps = [];
    let from = 0;
    for (const [low, high] of ranges) {
        if (from < low)
            gaps.push([from, low - 1]);
        from = high + 1;
    }
    if (from <= LARGEST)
        gaps.push([from, LARGEST]);
    return gaps;
}
/** `\d`, `\W`, `\pL`, `\P{Greek}` and the like, after their backslash; undefined where it is another escape. */
function classItem(reader) {
    const char = reader.chars[reader.at];
    if (char === 'p' || char === 'P')
        return unicodeClass(reader);
    const ranges = char === undefined ? undefined : PERL.get(char.toLowerCase());
    if (char === undefined || ranges === undefined)
        return undefined;
    reader.at += 1;
    return rangesOf(ranges, char !== char.toLowerCase());
}
// ASCII only, unlike JavaScript's \s.
const PERL = new Map([
    ['d', [[0x30, 0x39]]],
    [
        's',
        [
            [0x09, 0x0a],
            [0x0c, 0x0d],
            [0x20, 0x20],
        ],
    ],
    [
        'w',
        [
            [0x30, 0x39],
            [0x41, 0x5a],
            [0x5f, 0x5f],
            [0x61, 0x7a],
        ],
    ],
]);
function unicodeClass(reader) {
    const letter = take(reader);
    let name = take(reader);
    if (name === '{') {
        const close = reader.chars.indexOf('}', reader.at);
        if (close < 0)
            throw new SyntaxError('invalid character class range');
        name = reader.chars.slice(reader.at, close).join('');
        reader.at = close + 1;
    }
    const negated = (letter === 'P') !== name.startsWith('^');
    const bare = name.replace(/^\^/, '');
    const property = [bare === 'Any' ? bare : `gc=${bare}`, `Script=${bare}`].find(isProperty);
    if (property === undefined)
        throw new SyntaxError(`invalid character class range \\${letter}{${name}}`);
    return `\\${negated ? 'P' : 'p'}{${property}}`;
}
function isProperty(property) {
    try {
        return new RegExp(`\\p{${property}}`, 'u') !== undefined;
    }
    catch {
        return false;
    }
}
const DIGIT = [[0x30, 0x39]];
const LOWER = [[0x61, 0x7a]];
const UPPER = [[0x41, 0x5a]];
const POSIX = new Map([
    ['alnum', [...DIGIT, ...UPPER, ...LOWER]],
    ['alpha', [...UPPER, ...LOWER]],
    ['ascii', [[0, 0x7f]]],
    [
        'blank',
        [
            [0x09, 0x09],
            [0x20, 0x20],
        ],
    ],
    [
        'cntrl',
        [
            [0, 0x1f],
            [0x7f, 0x7f],
        ],
    ],
    ['digit', DIGIT],
    ['graph', [[0x21, 0x7e]]],
    ['lower', LOWER],
    ['print', [[0x20, 0x7e]]],
    [
        'punct',
        [
            [0x21, 0x2f],
            [0x3a, 0x40],
            [0x5b, 0x60],
            [0x7b, 0x7e],
        ],
    ],
    [
        'space',
        [
            [0x09, 0x0d],
            [0x20, 0x20],
        ],
    ],
    ['upper', UPPER],
    ['word', [...DIGIT, ...UPPER, [0x5f, 0x5f], ...LOWER]],
    ['xdigit', [...DIGIT, [0x41, 0x46], [0x61, 0x66]]],
]);

;// CONCATENATED MODULE: ./lib/src/context/ignore/linear-match.js
/**
 * Matching in time linear in the text, as Go does: all ways through the expression at once.
 *
 * A pattern with several wildcards would let whoever writes an ignore file stall the step for hours in a
 * backtracking engine (https://swtch.com/~rsc/regexp/regexp1.html).
 */
function linearMatch(branches) {
    const matches = branches.map((terms) => linearBranch(terms.flatMap(unfold)));
    return (text) => matches.some((match) => match(text));
}
function unfold(term) {
    const isOpen = term.most === Number.POSITIVE_INFINITY;
    // Being at a place twice is being there.
    const least = term.kind === 'assertion' ? Math.min(term.least, 1) : term.least;
    const steps = Array.from({ length: least }, () => ({ term, times: 'once' }));
    if (isOpen)
        return [...steps, { term, times: 'any' }];
    return [
        ...steps,
        ...Array.from({ length: term.most - term.least }, () => ({ term, times: 'maybe' })),
    ];
}
function linearBranch(steps) {
    const accepts = acceptance(steps);
    const places = steps.map(({ term }) => term.kind === 'assertion' ? new RegExp(term.source, 'uy') : undefined);
    return (text) => {
        let ready = new Uint8Array(steps.length + 1);
        let within = new Uint8Array(steps.length);
        let at = 0;
        for (const char of text) {
            if (pass(steps, places, ready, text, at))
                return true;
            [ready, within] = consume(steps, { ready, within }, char, accepts(char));
            at += char.length;
        }
        return pass(steps, places, ready, text, at);
    };
}
/** Goes on over what may be empty; true where the last step is behind. The search may begin at any place. */
function pass(steps, places, ready, text, at) {
    ready[0] = 1;
    for (let index = 0; index < steps.length; index += 1) {
        if (ready[index] !== 1)
            continue;
        const place = places[index];
        if (place !== undefined)
            place.lastIndex = at;
        if (steps[index]?.times !== 'once' || place?.test(text))
            ready[index + 1] = 1;
    }
    return ready[steps.length] === 1;
}
function consume(steps, { ready, within }, char, accepted) {
    const nextReady = new Uint8Array(ready.length);
    const nextWithin = new Uint8Array(within.length);
    for (let index = 0; index < steps.length; index += 1) {
        if (accepted[index] !== 1 || (ready[index] !== 1 && within[index] !== 1))
            continue;
        const step = steps[index];
        const isFolders = step.term.kind === 'folders';
        if (isFolders)
            nextWithin[index] = 1;
        if (!isFolders || char === '/')
            nextReady[step.times === 'any' ? index : index + 1] = 1;
    }
    return [nextReady, nextWithin];
}
/** Which steps take a character, remembered: paths repeat few characters. */
function acceptance(steps) {
    const tests = steps.map(({ term }) => {
        if (term.kind === 'assertion')
            return undefined;
        return new RegExp(term.kind === 'folders' ? '[^\\n]' : term.source, 'u');
    });
    const known = new Map();
    return (char) => {
        let accepted = known.get(char);
        if (accepted === undefined) {
            accepted = Uint8Array.from(tests, (test) => (test?.test(char) ? 1 : 0));
            known.set(char, accepted);
        }
        return accepted;
    };
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/go-regexp.js
/**
 * Go's regular expression syntax, as far as an ignore pattern can reach it, as a JavaScript RegExp.
 *
 * Docker turns a pattern with wildcards into the text of a Go regular expression and leaves some
 * characters of the pattern active in it (docs/context.md, rule 20). What they then mean, and which of
 * them are errors, is Go's decision: https://pkg.go.dev/regexp/syntax.
 */



/** A count above this is an error in Go. */
const MOST_REPEATS = 1000;
/**
 * Steps that a backtracking engine may need for a text at worst: its length to the power of the repeats.
 * Below, it is several times faster than the linear one; above, one path can take it hours.
 */
const MOST_STEPS = 2_000_000;
/**
 * Whether the expression is found in a text.
 *
 * @throws SyntaxError in Go's words where Go would refuse the expression
 */
function goRegexp(source) {
    const branches = parse(source);
    const repeats = branches.flat().filter(({ least, most }) => least !== most).length;
    const written = branches.map((terms) => terms.map(writeTerm).join('')).join('|');
    const expression = new RegExp(written, 'u');
    let linear;
    return (text) => {
        if (text.length ** repeats <= MOST_STEPS)
            return expression.test(text);
        linear ??= linearMatch(branches);
        return linear(text);
    };
}
function writeTerm({ source, kind, least, most }) {
    const one = kind === 'char' ? source : `(?:${source})`;
    return least === 1 && most === 1
        ? one
        : `${one}{${least},${most === Number.POSITIVE_INFINITY ? '' : most}}`;
}
/** The alternatives, each a sequence. Groups are Docker's own only, so they do not nest. */
function parse(source) {
    const reader = { chars: Array.from(source), at: 0 };
    let terms = [];
    const branches = [terms];
    let isRepeated = false;
    while (reader.at < reader.chars.length) {
        const repeat = repetition(reader);
        const last = terms.pop();
        if (repeat !== undefined) {
            if (last === undefined)
                throw new SyntaxError('missing argument to repetition operator');
            if (isRepeated)
                throw new SyntaxError('invalid nested repetition operator');
            terms.push({ ...last, ...repeat });
            isRepeated = true;
            continue;
        }
        if (last !== undefined)
            terms.push(last);
        isRepeated = false;
        const char = take(reader);
        if (char === '|') {
            terms = [];
            branches.push(terms);
        }
        else {
            terms.push(...atoms(char, reader));
        }
    }
    return branches;
}
/** `*`, `?` or a valid `{n}`, `{n,}`, `{n,m}`; any other `{` is a literal one. */
function repetition(reader) {
    const char = reader.chars[reader.at];
    if (char === '*' || char === '?') {
        reader.at += 1;
        return { least: 0, most: char === '?' ? 1 : Number.POSITIVE_INFINITY };
    }
    if (char !== '{')
        return undefined;
    const close = reader.chars.indexOf('}', reader.at);
    const text = close < 0 ? '' : reader.chars.slice(reader.at, close + 1).join('');
    const found = /^\{(0|[1-9][0-9]*)(,(0|[1-9][0-9]*)?)?\}$/.exec(text);
    if (found === null)
        return undefined;
    const least = Number(found[1]);
    const limit = found[3] === undefined ? least : Number(found[3]);
    if (least > limit || limit > MOST_REPEATS)
        throw new SyntaxError(`invalid repeat count ${text}`);
    reader.at = close + 1;
    return { least, most: found[2] === ',' ? Number.POSITIVE_INFINITY : limit };
}
// After its parenthesis, the rest of the only group that Docker writes: any number of folders.
const FOLDERS = ['.', '*', '/', ')'];
function atoms(char, reader) {
    switch (char) {
        case '(':
            reader.at += FOLDERS.length;
            return [term('[^\\n]*/', 'folders')];
        case '^':
        case '$':
            return [term(char, 'assertion')];
        case '.':
            return [term('[^\\n]')];
        case '[':
            return [term(bracket(reader))];
        case '\\':
            return escaped(reader);
        default:
            return [term(literal(char))];
    }
}
function term(source, kind = 'char') {
    return { source, kind, least: 1, most: 1 };
}
function literal(char) {
    return /^[A-Za-z0-9/]$/.test(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
}
/** What follows a backslash outside brackets. */
function escaped(reader) {
    const next = reader.chars[reader.at];
    if (next === 'Q')
        return quoted(reader);
    const assertion = next === undefined ? undefined : ASSERTIONS.get(next);
    if (assertion !== undefined) {
        reader.at += 1;
        return [term(assertion, 'assertion')];
    }
    const item = classItem(reader);
    if (item !== undefined)
        return [term(`[${item}]`)];
    return [term(`\\u{${escapedChar(reader).toString(16)}}`)];
}
const ASSERTIONS = new Map([
    ['A', '^'],
    ['z', '$'],
    ['b', '\\b'],
    ['B', '\\B'],
]);
/** `\Q…\E`: everything between is literal; without `\E`, everything to the end. */
function quoted(reader) {
    reader.at += 1;
    const written = [];
    while (reader.at < reader.chars.length) {
        const char = take(reader);
        if (char === '\\' && reader.chars[reader.at] === 'E') {
            reader.at += 1;
            break;
        }
        written.push(term(literal(char)));
    }
    return written;
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/pattern.js
/** From an ignore line to a test on paths (docs/context.md, rules 16 to 21). */


/**
 * @param file for errors: relative to the workspace
 * @throws UserError with file and line for a pattern that Docker refuses, now or when it would first try it
 */
function compilePattern(line, file) {
    try {
        checkGlob(line.pattern);
        const { matches, quirk } = compile(line.pattern);
        return { ...line, matches, reach: reachOf(line.pattern), quirk };
    }
    catch (error) {
        const reason = error instanceof SyntaxError ? error.message : 'invalid pattern';
        throw new errors/* UserError */.yo(`${file}:${line.line}: Docker cannot read the pattern "${line.text}": ${reason}.`, {
            hint: 'Put a backslash before a character that is meant as itself.',
            place: { file, line: line.line },
            cause: error,
        });
    }
}
function reachOf(pattern) {
    const prefix = pattern.replace(/\/\*\*$/, '').replace(/\/\*$/, '');
    return /[*[\]?^\\]/.test(prefix) ? undefined : `${prefix}/`;
}
/**
 * Docker first has Go's `filepath.Match` try the pattern on ".", for its errors alone. That reads only as
 * much of a pattern as it needs: up to the next `*`, and one part more where the first matches the dot.
 */
function checkGlob(pattern) {
    const [first, rest] = untilStar(pattern);
    if (isDot(first))
        isDot(untilStar(rest)[0]);
}
/** Leading stars dropped; a star in brackets is a character. */
function untilStar(pattern) {
    const bare = pattern.replace(/^\*+/, '');
    const part = /^(?:\\.|\\$|\[(?:\\.|\\$|[^\]\\])*(?:\]|$)|[^*\\[])*/s.exec(bare)?.[0] ?? '';
    return [part, bare.slice(part.length)];
}
/** Whether a part without stars matches "."; reads it to its end for its errors. */
function isDot(part) {
    const chars = Array.from(part);
    let length = 0;
    let dot = false;
    for (let at = 0; at < chars.length; length += 1) {
        if (chars[at] === '[') {
            [at, dot] = classWithDot(chars, at + 1);
        }
        else {
            if (chars[at] === '\\')
                at += 1;
            if (at === chars.length)
                throw new SyntaxError('it ends in a backslash');
            dot = chars[at] === '.' || (chars[at] === '?' && chars[at - 1] !== '\\');
            at += 1;
        }
    }
    return dot && length === 1;
}
/** `from` is the index after `[`; returns the index after its `]`, and whether the class has a dot. */
function classWithDot(chars, from) {
    const negated = chars[from] === '^';
    let at = negated ? from + 1 : from;
    let found = false;
    for (let members = 0; members === 0 || chars[at] !== ']'; members += 1) {
        at = endOfMember(chars, at);
        const low = chars[at - 1] ?? '';
        if (chars[at] === '-')
            at = endOfMember(chars, at + 1);
        found ||= low <= '.' && '.' <= (chars[at - 1] ?? '');
    }
    return [at + 1, found !== negated];
}
function endOfMember(chars, from) {
    const char = chars[from];
    if (char === '-' || char === ']')
        throw new SyntaxError(`"${char}" stands where "[" needs a character`);
    const end = char === '\\' ? from + 2 : from + 1;
    if (end >= chars.length)
        throw new SyntaxError('a "[" is not closed');
    return end;
}
/** The cheapest of four tests. Only the last of them has quirks: the others take every character as itself. */
function compile(pattern) {
    const { source, form, active } = expressionOf(pattern);
    switch (form) {
        case 'exact':
            return { matches: (path) => path === pattern, quirk: undefined };
        case 'prefix': {
            const prefix = pattern.slice(0, -2);
            return { matches: (path) => path.startsWith(prefix), quirk: undefined };
        }
        case 'suffix': {
            const suffix = pattern.slice(2);
            const whole = suffix.startsWith('/') ? suffix.slice(1) : suffix;
            return { matches: (path) => path.endsWith(suffix) || path === whole, quirk: undefined };
        }
        case 'regexp':
            return { matches: goRegexp(source), quirk: active };
    }
}
/** The Go expression that Docker writes for a pattern, and whether it needs one at all. */
function expressionOf(pattern) {
    const chars = Array.from(pattern);
    let source = '^';
    let form = 'exact';
    let active;
    let inClass = false;
    for (let at = 0; at < chars.length; at += 1) {
        const char = chars[at] ?? '';
        const next = chars[at + 1];
        if (char === '*' && next === '*') {
            const first = at === 0;
            at += chars[at + 2] === '/' ? 2 : 1;
            const final = at + 1 === chars.length;
            source += final ? '.*' : '(.*/)?';
            form = first ? 'suffix' : final && form === 'exact' ? 'prefix' : 'regexp';
        }
        else if ('*?[]\\'.includes(char)) {
            if (char === '\\')
                at += 1;
            if (char === '\\' && /^[A-Za-z0-9]$/.test(next ?? ''))
                active ??= `\\${next}`;
            inClass = char === '[' || (inClass && char !== ']');
            source += SINGLE.get(char) ?? (char === '\\' ? `\\${next ?? ''}` : char);
            form = 'regexp';
        }
        else {
            if (!inClass && '|{}^'.includes(char))
                active ??= char;
            source += '.+()$'.includes(char) ? `\\${char}` : char;
        }
    }
    return { source: `${source}$`, form, active };
}
const SINGLE = new Map([
    ['*', '[^/]*'],
    ['?', '[^/]'],
]);

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/context/ignore/file.js
/** Reading an ignore file: which one, and its lines as patterns (docs/context.md, rules 1, 2 and 9 to 13). */


/** Docker's reader gives up at a line that fills its buffer of 64 KiB. */
const LONGEST_LINE = 64 * 1024 - 1;
/**
 * @param file for errors: relative to the workspace
 * @throws UserError with file and line for a line that Docker refuses
 */
function parseIgnoreFile(content, file) {
    const lines = [];
    content.split('\n').forEach((raw, index) => {
        const line = index + 1;
        if (Buffer.byteLength(raw) > LONGEST_LINE) {
            throw new errors/* UserError */.yo(`${file}:${line}: the line is longer than 64 KiB, which Docker refuses too.`, {
                place: { file, line },
            });
        }
        const read = parseLine(index === 0 ? raw.replace(/^\uFEFF/, '') : raw);
        if (read === undefined)
            return;
        if (read.pattern === '') {
            throw new errors/* UserError */.yo(`${file}:${line}: "${trim(raw)}" brings back nothing: a pattern must follow the "!".`, {
                place: { file, line },
            });
        }
        lines.push({ ...read, line });
    });
    return lines;
}
/** An empty pattern stands for Docker's "illegal exclusion pattern". */
function parseLine(raw) {
    if (raw.startsWith('#'))
        return undefined;
    const text = trim(raw);
    if (text === '')
        return undefined;
    const bang = text.startsWith('!');
    const rest = bang ? trim(text.slice(1)) : text;
    const anchored = rest === '' ? '' : clean(rest);
    const relative = anchored.length > 1 && anchored.startsWith('/') ? anchored.slice(1) : anchored;
    // The matcher trims, cleans and looks for "!" a second time, so `/!x` brings x back.
    const again = trim(bang ? `!${relative}` : relative);
    if (again === '')
        return undefined;
    const pattern = clean(again);
    const negated = pattern.startsWith('!');
    return { text, pattern: negated ? pattern.slice(1) : pattern, negated };
}
/** Go's notion of white space: Unicode's, where JavaScript's `trim` adds U+FEFF and lacks U+0085. */
function trim(text) {
    return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}
/** The shortest equal path, as Go's `path.Clean`: no doubled, trailing or `.` parts, `a/..` collapsed. */
function clean(path) {
    const normal = external_node_path_.posix.normalize(path);
    return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/rules.js
/**
 * Docker's ignore rules (docs/context.md, rules 14, 15, 22 and 25).
 *
 * The verdict on a path is that of a walk from the root: each folder remembers which patterns matched it,
 * and hands this to what lies in it. Asking about a path alone gives other answers in rare cases.
 */


/** @throws UserError with file and line */
function readIgnoreRules(content, file) {
    return ignoreRules(parseIgnoreFile(content, file).map((line) => compilePattern(line, file)));
}
function ignoreRules(patterns) {
    return { patterns, prunes: patterns.every(({ negated, reach }) => !negated || reach !== undefined) };
}
/**
 * The index of the pattern that excludes `path`, or -1 where it is kept.
 *
 * @param parent what matched the folder it lies in
 * @param own where `path` is a folder: receives what its entries need, all zeros before
 */
function excludedBy(rules, path, parent, own) {
    let excluding = -1;
    for (let index = 0; index < rules.patterns.length; index += 1) {
        const pattern = rules.patterns[index];
        if (parent[index] !== 1) {
            // Not asked means not matched, for what lies below as well.
            if (pattern.negated !== excluding >= 0)
                continue;
            if (!pattern.matches(path))
                continue;
        }
        if (own !== undefined)
            own[index] = 1;
        excluding = pattern.negated ? -1 : index;
    }
    return excluding;
}
/** Whether nothing below this excluded folder can be brought back, so that it need not be read. */
function canPrune(rules, folder) {
    if (!rules.prunes)
        return false;
    const below = `${folder}/`;
    return !rules.patterns.some(({ negated, reach }) => negated && reach?.startsWith(below));
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/ignore.js
/** The rules of an ignore file, as Docker reads them. */




/***/ }),

/***/ 1354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tC: () => (/* reexport */ READ_FLAGS),
  AR: () => (/* reexport */ chooseIgnoreFile),
  wT: () => (/* reexport */ ignoreLineFor),
  zy: () => (/* reexport */ includedPaths),
  Sd: () => (/* reexport */ largestFiles),
  nT: () => (/* reexport */ listTree),
  _l: () => (/* reexport */ pathInside),
  c_: () => (/* reexport */ readContent),
  Bs: () => (/* reexport */ resolveDockerfile)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/context/listing/content.js



// A link that took a file's place is not followed, and a FIFO that did does not hold the step up.
const READ_FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
const probe = Buffer.alloc(1);
/**
 * Reads exactly the bytes that were listed and gives their SHA-256 as lower-case hex.
 * Synchronous on purpose: in Node concurrent asynchronous reads of many files are four times slower
 * (docs/context.md, "Where time goes"), and the pool is busy compressing.
 * @returns a promise only where the room has to be waited for
 * @throws {UserError} naming the path, when the file vanished, cannot be read or has another size by now.
 */
function readContent(entry, target) {
    const file = openListed(entry);
    const { buffer, start } = target;
    if (entry.size >= buffer.length - start)
        return readLong(file, entry, target).finally(() => (0,external_node_fs_.closeSync)(file));
    try {
        // One byte more than listed is asked for: its arrival is how growth shows, without another system call.
        const got = readUpTo(file, entry, buffer, start, entry.size, 1);
        if (got !== entry.size)
            throw changed(entry);
        const digest = (0,external_node_crypto_.hash)('sha256', buffer.subarray(start, start + got), 'hex');
        const wait = target.took(got);
        return wait ? wait.then(() => digest) : digest;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
async function readLong(file, entry, target) {
    const sha = (0,external_node_crypto_.createHash)('sha256');
    for (let left = entry.size; left > 0;) {
        const { buffer, start } = target;
        const wanted = Math.min(left, buffer.length - start);
        if (readUpTo(file, entry, buffer, start, wanted, 0) !== wanted)
            throw changed(entry);
        sha.update(buffer.subarray(start, start + wanted));
        left -= wanted;
        await target.took(wanted);
    }
    if (readUpTo(file, entry, probe, 0, 1, 0) !== 0)
        throw changed(entry);
    return sha.digest('hex');
}
/** Reads until `wanted` bytes are there or the file ends; the first request asks for `extra` more. */
function readUpTo(file, entry, into, at, wanted, extra) {
    try {
        let got = (0,external_node_fs_.readSync)(file, into, at, wanted + extra, null);
        while (got > 0 && got < wanted) {
            const more = (0,external_node_fs_.readSync)(file, into, at + got, wanted - got, null);
            if (more === 0)
                break;
            got += more;
        }
        return got;
    }
    catch (cause) {
        throw unreadable(entry, cause);
    }
}
function openListed(entry) {
    try {
        return (0,external_node_fs_.openSync)(entry.source, READ_FLAGS);
    }
    catch (cause) {
        throw unreadable(entry, cause);
    }
}
const WRITER_HINT = 'Nothing may write to the context while it is packed: wait for earlier commands to end, or add the path to .dockerignore.';
function changed(entry) {
    return new errors/* UserError */.yo(`${entry.path} changed while the context was read: it was listed with ${entry.size} bytes.`, {
        hint: WRITER_HINT,
    });
}
function unreadable(entry, cause) {
    const code = cause.code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return new errors/* UserError */.yo(`${entry.path} vanished while the context was read.`, { hint: WRITER_HINT, cause });
    }
    if (code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO') {
        return new errors/* UserError */.yo(`${entry.path} was a file when the context was listed and is none now.`, {
            hint: WRITER_HINT,
            cause,
        });
    }
    return new errors/* UserError */.yo(`${entry.path} cannot be read (${code ?? 'unknown error'}).`, {
        hint: 'Make the file readable for the user who runs the step, or add it to .dockerignore.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/src/context/listing/credentials.js
/** Files of a context that look like credentials: by name first, by content only where the name leaves doubt. */

/** A token further down than this is not found. */
const READ_BYTES = 64 * 1024;
// Names are tested in lower case against the last two parts of a path.
const SIGNS = [
    { name: /(^|\/)\.env[^/]*$/ },
    { name: /(^|\/)id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/ },
    { name: /\.(pem|key)$|(^|\/)ssh_host_[a-z0-9]+_key$/, content: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/ },
    { name: /\.ppk$/, content: /^PuTTY-User-Key-File/ },
    { name: /\.(p12|pfx|jks|keystore|kdbx)$/ },
    {
        name: /(^|\/)\.npmrc$/,
        content: /^[^#;\n]*(_authToken|_auth|_password)\s*=\s*(?!["']?\$\{)["']?[^\s"']/m,
    },
    { name: /(^|\/)\.yarnrc\.yml$/, content: /^[ \t]*npmAuth(Token|Ident):\s*(?!["']?\$\{)["']?[^\s"'#]/m },
    { name: /(^|\/)\.pypirc$/, content: /^[ \t]*password\s*[=:]\s*\S/m },
    { name: /(^|\/)pip\.(conf|ini)$/, content: /:\/\/[^/\s:@$]+:[^/\s@$]+@/ },
    { name: /(^|\/)[._]netrc$/, content: /(^|\s)password\s+\S/ },
    {
        name: /(^|\/)(\.docker\/config\.json|\.dockercfg|\.dockerconfigjson)$/,
        content: /"(auth|identitytoken|password)"\s*:\s*"[^"]/,
    },
    { name: /(^|\/)\.git-credentials$/, content: /:\/\/[^/\s:@]+:[^/\s@]+@/ },
    { name: /(^|\/)\.git\/config$/, content: /:\/\/[^/\s@]+@|extraheader\s*=\s*authorization/i },
    {
        name: /(^|\/)\.aws\/(credentials|config)$|(^|\/)aws[-_]?credentials$/,
        content: /aws_(secret_access_key|session_token)\s*=\s*\S/,
    },
    {
        name: /(^|\/)[^/]*(credentials?|service[-_]?account|client[-_]?secrets?|key|gcp|gcloud|firebase|token)[^/]*\.json$/,
        content: /-----BEGIN [A-Z ]*PRIVATE KEY|"(refresh_token|client_secret)"\s*:\s*"[^"]/,
    },
    { name: /(^|\/)\.azure\/(accesstokens|msal_token_cache|service_principal_entries)[^/]*$/ },
    {
        name: /(^|\/)(\.kube\/config|kubeconfig[^/]*|[^/]+\.kubeconfig)$/,
        content: /^[ \t]*(?:-[ \t]+)?(client-key-data|token|password)\s*:\s*\S/m,
    },
    { name: /\.tfstate(\.backup)?$/ },
    {
        name: /\.tfvars$/,
        content: /^[ \t]*\w{0,40}?(password|secret|token|api_?key|private_?key)\w{0,40}[ \t]*=[ \t]*"[^"]/im,
    },
    {
        name: /(^|\/)(\.terraformrc|terraform\.rc|credentials\.tfrc\.json)$/,
        content: /"?token"?\s*[=:]\s*"[^"]/,
    },
    { name: /(^|\/)(\.vault-token|\.pgpass|\.htpasswd|\.streamlit\/secrets\.toml)$/ },
    {
        name: /(^|\/)(\.s3cfg|\.boto|\.my\.cnf)$/,
        content: /^[ \t]*(\w{0,40}secret\w{0,40}|password)\s*=\s*\S/m,
    },
    { name: /(^|\/)gh\/hosts\.yml$/, content: /oauth_token\s*:\s*\S/ },
];
/** Any of these substrings, or no sign can match: one cheap test for the many ordinary names. */
const ANY_SIGN = /\.env|id_|\.pem|key|\.ppk|\.p12|\.pfx|\.jks|\.kdbx|\.npmrc|\.yarnrc|pypirc|pip\.|netrc|docker|\.git|credential|account|secret|gcp|gcloud|firebase|token|\.azure|kube|\.tf|terraform\.rc|\.pgpass|\.htpasswd|\.s3cfg|\.boto|my\.cnf|hosts\.yml|\.aws/;
const EXAMPLE = /[._-](examples?|samples?|templates?|tpl|dist|defaults|schema)(?=[._-]|$)/;
// What a package registry has published is no secret, and packages ship keys for their tests.
const PUBLISHED = /(^|\/)(node_modules|site-packages|dist-packages)\//;
/** An unreadable file is none: packing will speak of it. */
function isCredential(entry) {
    if (entry.kind !== 'file' || entry.size === 0)
        return false;
    const lastTwo = entry.path
        .slice(entry.path.lastIndexOf('/', entry.path.lastIndexOf('/') - 1) + 1)
        .toLowerCase();
    if (!ANY_SIGN.test(lastTwo) || PUBLISHED.test(entry.path))
        return false;
    const base = lastTwo.slice(lastTwo.lastIndexOf('/') + 1);
    if (EXAMPLE.test(base))
        return false;
    const signs = SIGNS.filter(({ name }) => name.test(lastTwo));
    if (signs.length === 0)
        return false;
    if (signs.some(({ content }) => content === undefined))
        return true;
    const head = headOf(entry.source);
    return signs.some(({ content }) => content?.test(head));
}
/** The first bytes of a regular file; empty where they cannot be had. */
function headOf(source) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(source, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        try {
            const bytes = Buffer.alloc(READ_BYTES);
            return bytes.toString('latin1', 0, (0,external_node_fs_.readSync)(descriptor, bytes, 0, READ_BYTES, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch {
        return '';
    }
}
/**
 * A line for an ignore file that excludes this very path. Spaces at the end cannot be escaped there, nor
 * line breaks; a class and a `?` stand for them (docs/context.md, rules 10, 11 and 17).
 */
function ignoreLineFor(path) {
    if (!/[*?[\]\\\p{Cc}]|^[!#]|^\p{White_Space}|\p{White_Space}$/u.test(path))
        return path;
    return path
        .replace(/[*?[\]\\|{}^!#]/g, '\\$&')
        .replace(/\p{Cc}/gu, '?')
        .replace(/^\p{White_Space}|\p{White_Space}$/gu, '[$&]');
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/context/listing/dockerfile.js
/** Finding the Dockerfile (docs/context.md, rules 3, 6 and 8). */



/** `prod.Dockerfile`, `Containerfile`, and a misspelt `Dokerfile`; no ignore files. */
const LIKE_DOCKERFILE = /^(?!.*\.dockerignore$)(.*dockerfile.*|.*containerfile.*|[cd]\w*file)$/i;
/**
 * The Dockerfile's absolute path. Where `Dockerfile` is absent, `dockerfile` will do. Its own name is not
 * resolved if it is a link: the ignore file is looked for beside the name that was given.
 *
 * @param root the context folder, absolute
 * @param given relative to the root, or absolute
 * @throws UserError naming the path looked at, and a near name in that folder
 */
function resolveDockerfile(root, given) {
    const path = (0,external_node_path_.resolve)(root, given);
    if (isFile(path))
        return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    const lowerCase = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), 'dockerfile');
    if ((0,external_node_path_.basename)(path) === 'Dockerfile' && isFile(lowerCase)) {
        return (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path)), 'dockerfile');
    }
    throw new errors/* UserError */.yo(`There is no Dockerfile at ${path}.`, { hint: hintFor(path) });
}
function isFile(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function hintFor(path) {
    const folder = (0,external_node_path_.dirname)(path);
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return `The folder ${folder} does not exist or cannot be read. Was the repository checked out?`;
    }
    if (names.includes((0,external_node_path_.basename)(path))) {
        return `${(0,external_node_path_.basename)(path)} is there, but it is no file: a folder or a dangling link.`;
    }
    const near = names.filter((name) => LIKE_DOCKERFILE.test(name) && isFile((0,external_node_path_.join)(folder, name))).slice(0, 3);
    if (near.length === 0)
        return 'Set the `dockerfile` input to its path, relative to `context`.';
    return `Set the \`dockerfile\` input; that folder has ${near.join(', ')}.`;
}

// EXTERNAL MODULE: ./lib/src/context/ignore/ignore.js + 7 modules
var ignore = __webpack_require__(7852);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/src/context/listing/path-order.js
/**
 * Compares by the bytes of the UTF-8 path. That is code point order, from which JavaScript's own comparison differs
 * where a surrogate pair meets a unit above it (docs/context.md, rule 23).
 *
 * @returns below, at or above 0, for `sort`
 */
function comparePaths(one, other) {
    const length = Math.min(one.length, other.length);
    for (let at = 0; at < length; at += 1) {
        const unit = one.charCodeAt(at);
        const rival = other.charCodeAt(at);
        if (unit !== rival)
            return rank(unit) - rank(rival);
    }
    return one.length - other.length;
}
/** Surrogates stand for the code points beyond all that a single unit can hold. */
function rank(unit) {
    return 0xd800 <= unit && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/file-system.js
/** What the listing reads from disk; every fault becomes an error that names the path. */




/** What stands for bytes that are not UTF-8, and all units whose order is not that of their bytes. */
const UNUSUAL = /[\uD800-\uFFFF]/;
/** @throws UserError; its cause has the system's code */
function readFolder(absolute, path) {
    return reading(path, () => {
        const entries = (0,external_node_fs_.readdirSync)(absolute, { withFileTypes: true });
        if (!entries.some(({ name }) => UNUSUAL.test(name))) {
            entries.sort((one, other) => (one.name < other.name ? -1 : 1));
            return { entries };
        }
        entries.sort((one, other) => comparePaths(one.name, other.name));
        // Reading names as bytes costs twice as much, so only where decoding may have failed.
        const raw = (0,external_node_fs_.readdirSync)(absolute, 'buffer').filter((name) => !(0,external_node_buffer_.isUtf8)(name));
        return { entries, undecodable: new Map(raw.map((name) => [name.toString(), printable(name)])) };
    });
}
/** Bytes outside printable ASCII as `\xNN`. */
function printable(name) {
    return name
        .toString('latin1')
        .replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
function folderEntry(path, source) {
    return { path, kind: 'folder', source, mode: 0o755, size: 0 };
}
/** A regular file, or undefined where it has vanished since its folder was read. */
function fileEntry(path, source) {
    return reading(path, () => {
        const stats = (0,external_node_fs_.lstatSync)(source, { throwIfNoEntry: false });
        if (stats === undefined)
            return undefined;
        checkReadable(stats, source);
        return { path, kind: 'file', source, mode: stats.mode & 0o100 ? 0o755 : 0o644, size: stats.size };
    });
}
/** Only a file that not everyone may read is worth the question; packing would fail minutes later. */
function checkReadable(stats, source) {
    if ((stats.mode & 0o444) !== 0o444)
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(source, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK));
}
/** The target as stored: never resolved, never read. */
function linkEntry(path, source) {
    const target = reading(path, () => (0,external_node_fs_.readlinkSync)(source, 'buffer'));
    if (!(0,external_node_buffer_.isUtf8)(target))
        throw notUtf8(path, `the target of the link ${path} (${printable(target)})`);
    return { path, kind: 'link', source, mode: 0o777, size: 0, target: target.toString() };
}
/** @param what names the bytes in print */
function notUtf8(path, what) {
    return new errors/* UserError */.yo(`Cannot pack ${what}: it is not valid UTF-8, and an archive of UTF-8 names cannot hold it.`, {
        hint: `Rename it, or add a pattern for ${path} to the ignore file.`,
    });
}
function reading(path, read) {
    try {
        return read();
    }
    catch (cause) {
        const reason = (0,errors/* messageOf */.bD)(cause).replace(/,.*$/s, '');
        throw new errors/* UserError */.yo(`Cannot read ${path || 'the context folder'}: ${reason}.`, {
            hint: 'Make it readable, or leave it out with the ignore file.',
            cause,
        });
    }
}
/** Whether a thrown error comes from a missing permission. */
function isForbidden(thrown) {
    if (!(thrown instanceof errors/* UserError */.yo))
        return false;
    const { cause } = thrown;
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
    return code === 'EACCES' || code === 'EPERM';
}

;// CONCATENATED MODULE: ./lib/src/context/listing/staging.js
/** What the cloud's builder must find at fixed places: the Dockerfile and the ignore file in use. */





/** @throws UserError where the Dockerfile cannot be placed */
function planStage(request) {
    const { root, dockerfile, dockerfileEntry, ignoreFile } = request;
    if (dockerfileEntry !== 'in-place')
        return stageAtRoot(request, dockerfileEntry);
    const own = pathInside(root, dockerfile);
    if (own === undefined) {
        throw new errors/* UserError */.yo(`The Dockerfile ${dockerfile} lies outside the context folder ${root}.`, {
            hint: 'This cloud builds only with a Dockerfile inside the context: move it, or widen `context`.',
        });
    }
    const placed = new Map([[own, dockerfile]]);
    const ignore = ignoreFile && pathInside(root, ignoreFile);
    if (ignore)
        placed.set(ignore, ignoreFile);
    return { dockerfile: own, placed, withheld: new Map() };
}
/**
 * The remote builder looks for `<name>.dockerignore`, then for `.dockerignore`, and leaves out again what
 * it says. Both must be the file in use, or it would leave out something else.
 */
function stageAtRoot({ root, dockerfile, ignoreFile }, { name, keepsOriginal }) {
    const placed = new Map([[name, dockerfile]]);
    const withheld = new Map();
    const own = pathInside(root, dockerfile);
    if (!keepsOriginal && own !== undefined && own !== name)
        withheld.set(own, undefined);
    const beside = `${name}.dockerignore`;
    const besideInUse = ignoreFile !== undefined && pathInside(root, ignoreFile) === beside;
    if (besideInUse)
        placed.set(beside, ignoreFile);
    else
        withheld.set(beside, besideNotice(beside));
    if (ignoreFile !== undefined)
        placed.set('.dockerignore', ignoreFile);
    return { dockerfile: name, placed, withheld };
}
function besideNotice(beside) {
    return `${beside} is left out: it belongs to another Dockerfile, and the remote build would take it for this one's.`;
}
/**
 * The entries of the archive, in order as those of the walk: the placed files, ignored or not, and the folders above
 * them included.
 *
 * @throws UserError where something other than a file stands in the way
 */
function* staged(walked, staging) {
    const waiting = placedEntries(staging);
    let next = waiting.shift();
    for (const entry of walked) {
        for (; next && comparePaths(next.path, entry.path) < 0; next = waiting.shift())
            yield next;
        if (entry.path !== next?.path) {
            if (!isWithheld(staging, entry))
                yield entry;
        }
        else if (next.kind === 'folder') {
            // It is there anyway.
            next = waiting.shift();
            yield entry;
        }
        else if (!isWithheld(staging, entry)) {
            tellReplaced(staging, entry, next);
        }
    }
    for (; next; next = waiting.shift())
        yield next;
}
/** Regular files only: the name given may be a link, whose target need not be in the archive. */
function placedEntries({ root, stage }) {
    const entries = new Map();
    for (const [path, named] of stage.placed) {
        const entry = fileEntry(path, (0,external_node_fs_.realpathSync)(named));
        if (entry === undefined)
            throw new errors/* UserError */.yo(`${named} vanished while the context was listed.`);
        entries.set(path, { ...entry, isPlaced: true });
        for (let parent = (0,external_node_path_.dirname)(path); parent !== '.'; parent = (0,external_node_path_.dirname)(parent)) {
            entries.set(parent, folderEntry(parent, `${root}/${parent}`));
        }
    }
    return [...entries.values()].sort((one, other) => comparePaths(one.path, other.path));
}
function isWithheld({ stage, leftOut, notices }, { path, kind }) {
    if (kind === 'folder' || !stage.withheld.has(path))
        return false;
    const notice = stage.withheld.get(path);
    if (notice !== undefined) {
        leftOut.add('replaced', path);
        notices.push(notice);
    }
    return true;
}
function tellReplaced({ root, stage, leftOut, notices }, standing, placed) {
    const { path } = placed;
    const named = stage.placed.get(path) ?? placed.source;
    if (standing.kind === 'folder') {
        throw new errors/* UserError */.yo(`The context has a folder named ${path}, where this cloud expects the file ${named}.`, {
            hint: `Rename the folder, or add ${path} to the ignore file.`,
        });
    }
    if (isSameFile(standing, placed.source))
        return;
    leftOut.add('replaced', path);
    notices.push(`${path} in the archive is ${relativeName(root, named)}, not the context's own file.`);
}
function isSameFile(standing, real) {
    try {
        return (0,external_node_fs_.realpathSync)(standing.source) === real;
    }
    catch {
        return false;
    }
}
/** Relative to the root; undefined outside it. */
function pathInside(root, absolute) {
    const path = (0,external_node_path_.relative)(root, absolute);
    return path === '..' || path.startsWith('../') || path === '' ? undefined : path;
}
function relativeName(root, source) {
    return pathInside(root, source) ?? (0,external_node_path_.basename)(source);
}

;// CONCATENATED MODULE: ./lib/src/context/listing/ignore-choice.js
/** Which ignore file is in use, and what its author should know of it (docs/context.md, rules 1, 2 and 20). */





/**
 * The file the project file names, else `<Dockerfile>.dockerignore` beside the Dockerfile, else the
 * root's `.dockerignore`. They are never merged.
 *
 * @throws UserError with file and line for what Docker would refuse
 */
function chooseIgnoreFile(request) {
    const notices = [];
    const named = request.ignoreFile;
    const lookUp = [`${request.dockerfile}.dockerignore`, (0,external_node_path_.join)(request.root, '.dockerignore')];
    const file = [...(named === undefined ? [] : [named]), ...lookUp].find(ignore_choice_isFile);
    if (named !== undefined && file !== named) {
        const instead = file === undefined ? 'nothing is ignored' : `${(0,external_node_path_.relative)(request.workspace, file)} is used`;
        notices.push(`The ignore file ${(0,external_node_path_.relative)(request.workspace, named)} does not exist; ${instead}.`);
    }
    const label = (0,external_node_path_.relative)(request.workspace, file ?? (0,external_node_path_.join)(request.root, '.dockerignore'));
    if (file === undefined)
        return { file, label, rules: (0,ignore/* ignoreRules */.ep)([]), gitByRules: false, notices };
    const rules = (0,ignore/* readIgnoreRules */.yH)(contentOf(request, file), label);
    for (const { quirk, text, line } of rules.patterns) {
        if (quirk !== undefined)
            notices.push(`${label}:${line}: ${quirkWords(quirk, text)}`);
    }
    return { file, label, ...withGitRule(rules), notices };
}
function ignore_choice_isFile(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
function contentOf({ workspace }, file) {
    const real = (0,external_node_fs_.realpathSync)(file);
    if (pathInside(workspace, real) === undefined) {
        throw new errors/* UserError */.yo(`The ignore file ${file} is a link to ${real}, outside the workspace.`);
    }
    try {
        return (0,external_node_fs_.readFileSync)(real, 'utf8');
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`Cannot read the ignore file ${(0,external_node_path_.relative)(workspace, file)}.`, { cause });
    }
}
function quirkWords(quirk, text) {
    if (quirk.startsWith('\\')) {
        return `in "${text}" Docker reads ${quirk} as a regular expression's escape, not as the character itself.`;
    }
    if ('{}'.includes(quirk)) {
        return `in "${text}" Docker expands no braces: they are characters, or a regular expression's count. Write a line for each.`;
    }
    return `in "${text}" Docker reads ${quirk} as part of a regular expression; \\${quirk} is the character itself.`;
}
/** Ours, beside Docker's: `.git` is excluded before the first line, unless an exception speaks of it. */
function withGitRule(rules) {
    const gitByRules = rules.patterns.some(({ negated, pattern }) => negated && speaksOfGit(pattern));
    if (!gitByRules)
        return { rules, gitByRules };
    const git = (0,ignore/* compilePattern */.Eb)({ text: '.git', line: 0, pattern: '.git', negated: false }, '');
    return { rules: (0,ignore/* ignoreRules */.ep)([git, ...rules.patterns]), gitByRules };
}
function speaksOfGit(pattern) {
    return /^(\*\*\/)?\.git(\/|$)/.test(pattern);
}

;// CONCATENATED MODULE: ./lib/src/context/listing/include-paths.js
/** The folders that a manifest sends (contracts/README.md, "Packing as the vendor does it"). */




/**
 * Cleaned paths relative to the root; undefined where one of them is the root itself. A file is as good
 * as a folder. Where a path leads through a link, the link's target is included as well as the link.
 *
 * @throws UserError naming a path that is missing or lies outside the root
 */
function includedPaths(root, given) {
    if (given === undefined)
        return undefined;
    const paths = new Set();
    for (const one of given) {
        const path = external_node_path_.posix.normalize(one.trim()).replace(/\/$/, '');
        if (path === '.')
            return undefined;
        const real = resolved(root, one, path);
        if (real === undefined)
            return undefined;
        paths.add(path).add(real);
    }
    return [...paths];
}
function resolved(root, given, path) {
    const outside = new errors/* UserError */.yo(`The include path "${given}" lies outside the context root ${root}.`, {
        hint: 'Widen `build.context.root` in the manifest, or drop the path.',
    });
    if (path === '' || path === '..' || path.startsWith('../') || external_node_path_.posix.isAbsolute(path))
        throw outside;
    let real;
    try {
        real = (0,external_node_fs_.realpathSync)(`${root}/${path}`);
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`The include path "${given}" does not exist: looked at ${root}/${path}.`, {
            hint: '`build.context.include_paths` are relative to `build.context.root`.',
            cause,
        });
    }
    if (real === root)
        return undefined;
    const inside = pathInside(root, real);
    if (inside === undefined)
        throw outside;
    return inside;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/largest.js
/** The files of a tree that weigh most, the largest first and equal ones in the tree's order. */
function largestFiles(entries, most) {
    const largest = [];
    for (const entry of entries) {
        if (entry.kind !== 'file')
            continue;
        const least = largest.at(-1);
        if (largest.length === most && least && entry.size <= least.size)
            continue;
        const at = largest.findIndex(({ size }) => size < entry.size);
        largest.splice(at < 0 ? largest.length : at, 0, entry);
        largest.splice(most);
    }
    return largest;
}

;// CONCATENATED MODULE: ./lib/src/context/listing/entry-list.js
const FORMS = [
    { kind: 'file', mode: 0o644 },
    { kind: 'file', mode: 0o755 },
    { kind: 'folder', mode: 0o755 },
    { kind: 'link', mode: 0o777, tells: 'target' },
    { kind: 'file', mode: 0o644, tells: 'source' },
    { kind: 'file', mode: 0o755, tells: 'source' },
];
/**
 * Entries in the order in which they were added, in memory at some fifty bytes each: a million are listed before the
 * first is packed, and would take half a gigabyte as objects. What is read is made anew each time.
 */
class EntryList {
    /** Regular files, and the bytes of their contents. */
    files = 0;
    bytes = 0;
    #prefix;
    #runs = [];
    #folder = '';
    #texts = [];
    #facts = [];
    /** @param root The context folder, absolute. */
    constructor(root) {
        this.#prefix = `${root}/`;
    }
    add(entry) {
        const { path, kind, size } = entry;
        const start = path.lastIndexOf('/') + 1;
        if (start !== this.#folder.length || !path.startsWith(this.#folder))
            this.#begin(path.slice(0, start));
        const form = formOf(entry);
        this.#texts.push(path.slice(start));
        const { tells } = FORMS[form];
        if (tells)
            this.#texts.push(entry[tells] ?? '');
        this.#facts.push(size * FORMS.length + form);
        if (kind === 'file')
            this.files += 1;
        this.bytes += size;
    }
    *[Symbol.iterator]() {
        for (const run of this.#runs)
            yield* this.#entriesOf(run);
        yield* this.#entriesOf(this.#run());
    }
    *#entriesOf({ folder, texts, facts }) {
        const text = texts.split('\0').values();
        for (const fact of facts) {
            const form = fact % FORMS.length;
            const { kind, mode, tells } = FORMS[form];
            const size = (fact - form) / FORMS.length;
            const path = folder + text.next().value;
            const source = tells === 'source' ? text.next().value : this.#prefix + path;
            const entry = { path, kind, source, mode, size };
            if (tells === undefined)
                yield entry;
            else if (tells === 'source')
                yield { ...entry, isPlaced: true };
            else
                yield { ...entry, target: text.next().value };
        }
    }
    #begin(folder) {
        if (this.#facts.length > 0)
            this.#runs.push(this.#run());
        this.#folder = folder;
        this.#texts = [];
        this.#facts = [];
    }
    /** Its texts as one string and its facts without room for more. */
    #run() {
        return { folder: this.#folder, texts: this.#texts.join('\0'), facts: this.#facts.slice() };
    }
}
/** The index in FORMS. */
function formOf({ kind, mode, isPlaced }) {
    if (kind === 'folder')
        return 2;
    if (kind === 'link')
        return 3;
    return (mode & 0o100 ? 1 : 0) + (isPlaced ? 4 : 0);
}

;// CONCATENATED MODULE: ./lib/src/context/listing/left-out.js
const EXAMPLES = 5;
/** @param placed paths that are sent all the same, by another way than the walk: to call them left out would mislead */
function createLeftOutCounter(placed = new Set()) {
    const counted = new Map();
    return {
        add(reason, path, rule) {
            if (placed.has(path) && reason !== 'replaced')
                return;
            const key = rule === undefined ? reason : `${reason}:${rule.line}`;
            let one = counted.get(key);
            if (one === undefined) {
                one = { reason, ...(rule && { rule }), count: 0, examples: [] };
                counted.set(key, one);
            }
            one.count += 1;
            if (one.examples.length < EXAMPLES)
                one.examples.push(path);
        },
        list: () => [...counted.values()].sort((a, b) => b.count - a.count),
    };
}

;// CONCATENATED MODULE: ./lib/src/context/listing/walk.js




/**
 * The entries below the root, in the order of `Tree.entries`, each as it is met: what is left out is counted by the
 * last one. Synchronous: for listing, concurrency costs more than it brings (docs/context.md, section 3).
 *
 * @throws UserError naming what cannot be read or named
 */
function* walk(request) {
    const matched = new Uint8Array(request.rules.patterns.length);
    const root = { path: '', matched, excluding: -1, included: request.include === undefined };
    const way = [entriesIn(request, root)];
    for (let next = nextOn(way); next; next = nextOn(way))
        yield next;
}
/** One step of the deepest folder, however deep it is: a generator in a generator would take a step of each. */
function nextOn(way) {
    for (let deepest = way.at(-1); deepest; deepest = way.at(-1)) {
        const { value: next } = deepest.next();
        if (next === undefined)
            way.pop();
        else if ('below' in next)
            way.push(...next.below);
        else
            return next;
    }
    return undefined;
}
/**
 * Entries are sorted by whole paths: `a`, `a-b`, `a/c`. So a folder waits until its siblings with names between `a`
 * and `a/` were met; where several wait, the one met last comes first.
 */
function* entriesIn(request, folder) {
    const listing = listed(request, folder);
    if (listing === undefined)
        return;
    const above = folder.path === '' ? '' : `${folder.path}/`;
    const opened = [];
    for (const entry of listing.entries) {
        for (let last = opened.at(-1); last && comparePaths(`${last.name}/`, entry.name) < 0; last = opened.at(-1)) {
            yield last;
            opened.pop();
        }
        const path = above + entry.name;
        const found = { entry, path, undecodable: listing.undecodable?.get(entry.name) };
        const kept = visit(request, folder, found, opened);
        if (kept !== undefined)
            yield kept;
    }
    yield* opened.reverse();
}
/** Undefined for an excluded folder that may not be read: nothing of it was wanted (rule 34). */
function listed(request, folder) {
    try {
        return readFolder(sourceOf(request, folder.path), folder.path);
    }
    catch (error) {
        if (folder.excluding >= 0 && isForbidden(error))
            return undefined;
        throw error;
    }
}
/** @returns the entry itself; where it is a folder, what lies in it is among `opened` */
function visit(request, parent, found, opened) {
    const { rules, leftOut } = request;
    const { entry, path, undecodable } = found;
    const reach = parent.included ? 'inside' : inclusion(request.include ?? [], path);
    if (reach === 'outside') {
        leftOut.add('outside-include-paths', path);
        return undefined;
    }
    const isFolder = entry.isDirectory();
    const matched = isFolder ? new Uint8Array(rules.patterns.length) : parent.matched;
    const excluding = (0,ignore/* excludedBy */.UC)(rules, path, parent.matched, isFolder ? matched : undefined);
    if (excluding >= 0) {
        // A folder with a name that is not UTF-8 cannot be entered, so nothing below it comes back.
        if (!isFolder || undecodable !== undefined || (0,ignore/* canPrune */.dZ)(rules, path)) {
            countIgnored(request, excluding, path);
            return undefined;
        }
    }
    else {
        if (path === '.git' && !request.gitByRules) {
            leftOut.add('git-folder', path);
            return undefined;
        }
        if (undecodable !== undefined)
            throw notUtf8(path, `${undecodable} in ${parent.path || 'the context folder'}`);
    }
    if (!isFolder)
        return fileOrLink(request, found, reach);
    return openFolder(request, { path, matched, excluding, included: reach === 'inside' }, opened);
}
/** An excluded folder, or one on the way to an included path, is sent only with something kept below it. */
function openFolder(request, folder, opened) {
    const isKept = folder.excluding < 0 && folder.included;
    const below = isKept ? [entriesIn(request, folder)] : begun(request, folder);
    if (below === undefined) {
        if (folder.excluding >= 0)
            countIgnored(request, folder.excluding, folder.path);
        return undefined;
    }
    opened.push({ name: (0,external_node_path_.basename)(folder.path), below });
    return folderEntry(folder.path, sourceOf(request, folder.path));
}
/** Its steps once its first entry was found, which comes back first; undefined where there is none. */
function begun(request, folder) {
    const way = [entriesIn(request, folder)];
    const first = nextOn(way);
    return first && [...way, [first].values()];
}
function fileOrLink(request, { entry, path }, reach) {
    const special = specialKind(entry);
    if (special !== undefined) {
        request.leftOut.add(special, path);
        return undefined;
    }
    const source = sourceOf(request, path);
    // A link on the way to an included path travels too: the path could not be followed without it.
    if (entry.isSymbolicLink())
        return linkEntry(path, source);
    return reach === 'inside' ? fileEntry(path, source) : undefined;
}
const sourceOf = ({ root }, path) => `${root}/${path}`;
function inclusion(include, path) {
    if (include.some((one) => path === one || path.startsWith(`${one}/`)))
        return 'inside';
    return include.some((one) => one.startsWith(`${path}/`)) ? 'above' : 'outside';
}
function countIgnored({ rules, rulesFile, leftOut }, excluding, path) {
    const pattern = rules.patterns[excluding];
    if (pattern === undefined || pattern.line === 0) {
        leftOut.add('git-folder', path);
    }
    else {
        leftOut.add('ignored', path, { file: rulesFile, line: pattern.line, pattern: pattern.text });
    }
}
function specialKind(entry) {
    if (entry.isFile() || entry.isSymbolicLink())
        return undefined;
    if (entry.isFIFO())
        return 'fifo';
    return entry.isSocket() ? 'socket' : 'device';
}

;// CONCATENATED MODULE: ./lib/src/context/listing/tree.js
/** The sorted entries of a context, with what was left out and why. */










/**
 * Lists what Docker would send, in the order of the archive. Reads folders, the ignore file and the heads
 * of files that may be credentials; nothing of a link's target.
 *
 * @throws UserError naming what is missing, unreadable, misnamed or outside
 */
function listTree(given) {
    const request = tree_resolved(given);
    const { root, dockerfile } = request;
    const ignore = chooseIgnoreFile(request);
    const include = includedPaths(root, request.includePaths);
    const stage = planStage({ ...request, ignoreFile: ignore.file });
    const placed = [dockerfile, ignore.file].flatMap((file) => (file && pathInside(root, file)) || []);
    const leftOut = createLeftOutCounter(new Set(placed));
    const notices = [...ignore.notices];
    const { rules, gitByRules, label: rulesFile } = ignore;
    const walked = walk({ root, rules, rulesFile, include, gitByRules, leftOut });
    const screen = credentialScreen(request, rules, leftOut);
    const entries = new EntryList(root);
    for (const entry of staged(walked, { root, stage, leftOut, notices })) {
        if (screen.passes(entry))
            entries.add(entry);
    }
    return {
        entries,
        dockerfile: stage.dockerfile,
        files: entries.files,
        bytes: entries.bytes,
        leftOut: leftOut.list(),
        notices,
        credentials: screen.found,
    };
}
/**
 * Files that look like credentials are named, and left out where the cloud's contract says so
 * (contracts/README.md, disagreement 28); an exception of the ignore file is the author's own word.
 */
function credentialScreen({ leavesOutCredentials = false }, rules, leftOut) {
    const found = [];
    const isException = (path) => rules.patterns.some((pattern) => pattern.negated && pattern.matches(path));
    return {
        found,
        passes(entry) {
            if (!isCredential(entry))
                return true;
            const { path } = entry;
            if (leavesOutCredentials && !isException(path)) {
                leftOut.add('credentials', path);
                return false;
            }
            found.push({ path, ignoreLine: ignoreLineFor(path) });
            return true;
        },
    };
}
/** Links resolved, the folder and the Dockerfile found and inside the workspace. */
function tree_resolved(given) {
    const workspace = (0,external_node_fs_.realpathSync)(given.workspace);
    const root = contextFolder(given.root);
    requireInside(workspace, root, 'context folder');
    const dockerfile = resolveDockerfile(root, given.dockerfile);
    requireInside(workspace, (0,external_node_fs_.realpathSync)(dockerfile), 'Dockerfile');
    return { ...given, workspace, root, dockerfile };
}
function contextFolder(path) {
    const hint = 'Set `context` to the folder with the sources, and check the repository out before this step.';
    const stats = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stats === undefined)
        throw new errors/* UserError */.yo(`The context folder ${path} does not exist.`, { hint });
    if (!stats.isDirectory())
        throw new errors/* UserError */.yo(`The context ${path} is not a folder.`, { hint });
    const root = (0,external_node_fs_.realpathSync)(path);
    if ((0,external_node_fs_.readdirSync)(root).length === 0)
        throw new errors/* UserError */.yo(`The context folder ${root} is empty.`, { hint });
    return root;
}
function requireInside(workspace, real, what) {
    if (real === workspace || pathInside(workspace, real) !== undefined)
        return;
    throw new errors/* UserError */.yo(`The ${what} ${real} lies outside the workspace ${workspace}.`, {
        hint: 'Only what lies inside the workspace, after links, may be sent.',
    });
}

;// CONCATENATED MODULE: ./lib/src/context/listing/listing.js
/** Which files a build context has: listed in order, with what was left out and by which rule. */










/***/ }),

/***/ 2148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vl: () => (/* binding */ changedPaths),
  vj: () => (/* binding */ commitNamed),
  fE: () => (/* binding */ isShallow),
  wu: () => (/* binding */ mergeBase),
  o$: () => (/* binding */ readSource),
  HX: () => (/* binding */ topOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/git/command.js



/** Each question has this long; git is only asked about facts that a build can do without. */
const DEADLINE_MS = 10_000;
const OUTPUT_BYTES = 64 * 1024 * 1024;
/** The repository that `folder` lies in, looked for up to and including `ceiling`; both absolute, links resolved. */
function repositoryOf(folder, ceiling) {
    for (let top = folder;; top = (0,external_node_path_.dirname)(top)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.git')))
            return { top };
        if (top === ceiling || top === (0,external_node_path_.dirname)(top))
            return undefined;
    }
}
/** What git printed; `undefined` where it is missing, refused, failed or took too long. */
async function git(repository, ...args) {
    return new Promise((resolve) => {
        const options = {
            cwd: repository.top,
            env: environment(),
            timeout: DEADLINE_MS,
            maxBuffer: OUTPUT_BYTES,
        };
        (0,external_node_child_process_.execFile)('git', [...guards(repository), ...args], options, (error, stdout) => {
            resolve(error ? undefined : stdout);
        });
    });
}
/**
 * In a container the checkout often belongs to another user, which git calls dubious. Naming the repository skips
 * that check in every version; `safe.directory` on the command line, which only 2.37 and later heed, covers its submodules.
 * Nothing that the repository's own config names is run.
 */
function guards({ top }) {
    return [
        `--git-dir=${(0,external_node_path_.join)(top, '.git')}`,
        `--work-tree=${top}`,
        '--literal-pathspecs',
        '--no-replace-objects',
        ...[
            'safe.directory=*',
            'core.fsmonitor=false',
            'core.hooksPath=/dev/null',
            'core.quotePath=false',
        ].flatMap((setting) => ['-c', setting]),
    ];
}
/** The step's own environment without what would point git elsewhere. */
function environment() {
    const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_NAMESPACE, GIT_OBJECT_DIRECTORY, ...rest } = process.env;
    return {
        ...rest,
        LC_ALL: 'C',
        // No lock is taken for a refreshed index, and nothing waits for a person or the network.
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        GIT_NO_LAZY_FETCH: '1',
    };
}

;// CONCATENATED MODULE: ./lib/src/git/remote.js
/**
 * A remote's address as one name for the repository: without scheme, user info, `.git` and outer slashes,
 * the host lower-cased, a port kept, `git@host:path` as `host/path` (contracts/README.md, "Provenance fields").
 * An address that cannot be read for certain gives nothing, since part of it may be a password.
 */
function normalRemote(address) {
    const bare = address.trim().replace(/[?#].*$/s, '');
    const url = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(.*)$/is.exec(bare);
    if (url)
        return named(url[1] ?? '', url[2] ?? '');
    const scp = /^([^/\\]*@)?(\[[^\]]+\]|[^:/\\@]{2,}):(.*)$/s.exec(bare);
    if (scp)
        return named(scp[2] ?? '', scp[3] ?? '');
    return bare.includes('@') || bare.includes(':') ? undefined : named('', bare);
}
function named(authority, path) {
    const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
    if (!/^(\[[0-9a-f:.]+\]|[^:[\]\s]*)(:\d*)?$/.test(host))
        return undefined;
    const name = path
        .replace(/^\/+|\/+$/g, '')
        .replace(/\.git$/, '')
        .replace(/\/+$/, '');
    return [host, name].filter(Boolean).join('/') || undefined;
}

;// CONCATENATED MODULE: ./lib/src/git/git.js



/**
 * Where the sources of a context came from (contracts/README.md, "Provenance fields").
 * Never throws: what git cannot tell in time is absent.
 * @param root The context, absolute and links resolved.
 * @param workspace A repository is looked for from `root` up to here, not above it: a runner's own folder may lie in one.
 */
async function readSource(root, workspace, hints) {
    const repository = repositoryOf(root, workspace);
    if (!repository)
        return {};
    const subpath = (0,external_node_path_.relative)(repository.top, root).split(external_node_path_.sep).join('/');
    const [head, ref, origin, status] = await Promise.all([
        git(repository, 'rev-parse', '--verify', '--quiet', 'HEAD'),
        refOf(repository),
        git(repository, 'config', '--get', 'remote.origin.url'),
        git(repository, 'status', '--porcelain', '--untracked-files=normal', '--', subpath || '.'),
    ]);
    return withoutAbsent({
        commit: head?.trim() || hints.commit,
        ref: ref ?? hints.ref,
        repo: normalRemote(origin ?? ''),
        subpath: subpath || undefined,
        dirty: status === undefined ? undefined : status !== '',
    });
}
/** The branch, else a tag of exactly this commit. */
async function refOf(repository) {
    const branch = await git(repository, 'symbolic-ref', '--quiet', '--short', 'HEAD');
    if (branch)
        return branch.trim();
    const tag = await git(repository, 'describe', '--tags', '--exact-match', 'HEAD');
    return tag?.trim() || undefined;
}
/**
 * The paths that differ between `base` and `head`, relative to the workspace; a rename is both its names,
 * a submodule whose commit moved is its folder. Never throws.
 * @param base A commit or ref; all zeros, as in the event of a new branch, is unknown.
 */
async function changedPaths(workspace, base, head = 'HEAD') {
    const repository = repositoryOf(workspace, workspace);
    if (!repository)
        return unknown(`There is no git repository at ${workspace}: check it out before this step.`);
    if (/^0+$/.test(base))
        return unknown('The push created its branch: there is no commit before it to compare with.');
    for (const name of [base, head]) {
        if (!(await commitOf(repository, name)))
            return unknown(await whyMissing(repository, name));
    }
    const answer = await git(repository, ...['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'], ...[base, head, '--']);
    if (answer === undefined)
        return unknown(`git could not compare ${base} with ${head}.`);
    return readRaw(answer);
}
/** `:MODE MODE ID ID LETTER`, NUL, path, NUL. */
function readRaw(answer) {
    const fields = answer.split('\0');
    const paths = [];
    const submodules = [];
    for (let index = 0; index + 1 < fields.length; index += 2) {
        const path = fields[index + 1] ?? '';
        paths.push(path);
        if (/^:(?:160000 |\d+ 160000 )/.test(fields[index] ?? ''))
            submodules.push(path);
    }
    return { kind: 'known', paths, ...(submodules.length > 0 && { submodules }) };
}
/** The commit where `a` and `b` parted; `undefined` where the clone is too shallow to know. Never throws. */
async function mergeBase(workspace, a, b) {
    const repository = repositoryOf(workspace, workspace);
    if (!repository)
        return undefined;
    const [one, other] = await Promise.all([commitOf(repository, a), commitOf(repository, b)]);
    if (!one || !other)
        return undefined;
    return (await git(repository, 'merge-base', one, other))?.trim() || undefined;
}
/**
 * The folder of the repository that a workspace's folders belong to: its own, else that of the first of them which
 * lies in one, as after a checkout with `path`; the workspace where there is none.
 */
function topOf(workspace, folders) {
    const of = (folder) => repositoryOf(folder, workspace)?.top;
    if (of(workspace) !== undefined)
        return workspace;
    for (const folder of folders) {
        const top = of((0,external_node_path_.join)(workspace, folder));
        if (top !== undefined)
            return top;
    }
    return workspace;
}
/** The full id of the commit of this name; `undefined` where the clone does not have it. Never throws. */
async function commitNamed(workspace, name) {
    const repository = repositoryOf(workspace, workspace);
    return repository && commitOf(repository, name);
}
/** Whether history was cut off when the clone was made. Never throws. */
async function isShallow(workspace) {
    const repository = repositoryOf(workspace, workspace);
    const answer = repository && (await git(repository, 'rev-parse', '--is-shallow-repository'));
    return answer?.trim() === 'true';
}
/** The full id of a commit that this clone has; a name that git would take for an option is none. */
async function commitOf(repository, name) {
    if (!/^[^-\s]\S*$/.test(name))
        return undefined;
    return (await git(repository, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`))?.trim() || undefined;
}
async function whyMissing(repository, name) {
    const shallow = await git(repository, 'rev-parse', '--is-shallow-repository');
    if (shallow === undefined)
        return 'git could not be run, or cannot read the repository.';
    return shallow.trim() === 'true'
        ? `${name} is not in this shallow clone: give actions/checkout \`fetch-depth: 0\`, or run \`git fetch --unshallow\` before this step.`
        : `${name} is not in this clone: fetch it before this step, or correct \`base\`.`;
}
function unknown(why) {
    return { kind: 'unknown', why };
}
function withoutAbsent(facts) {
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 1739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ phase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7993);


/**
 * One phase of the story: a foldable group, a stretch of time in the recorder, and one closing line outside the
 * group, also where the phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
async function phase(step, { name, group, withinMs }, work, closing) {
    const { console, recorder } = step;
    const began = performance.now();
    console.group(group ?? name);
    try {
        const timed = withinMs === undefined ? work : () => step.within(withinMs, work);
        const value = await recorder.phase(name, timed);
        console.endGroup();
        console.info(closing(value, performance.now() - began));
        return value;
    }
    catch (thrown) {
        console.endGroup();
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
            console.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenLine */ .kU)(name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), performance.now() - began));
        }
        throw thrown;
    }
}


/***/ }),

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ deploymentLine),
/* harmony export */   G: () => (/* binding */ submittedLine),
/* harmony export */   Rv: () => (/* binding */ vmImageLine),
/* harmony export */   hU: () => (/* binding */ buildLine),
/* harmony export */   kU: () => (/* binding */ brokenLine),
/* harmony export */   lG: () => (/* binding */ cleanupLine),
/* harmony export */   rH: () => (/* binding */ knownContextLine),
/* harmony export */   z0: () => (/* binding */ packedLine)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/**
 * The closing lines of the phases: one line each, outside its group, so that the folded log reads as a story
 * (docs/interface.md, Log). Times in milliseconds, sizes in bytes.
 */
const DONE = '✓';
const FAILED = '✗';
const STOPPED = '■';
function packedLine(facts) {
    const sizes = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)} → ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.archiveBytes)} archive`;
    return `${DONE} Pack: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${sizes}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The same where a build of these inputs was found: nothing had to be packed. */
function knownContextLine(facts) {
    const what = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)}`;
    return `${DONE} Pack: ${what}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} was built before: nothing to send (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
function submittedLine(facts) {
    return `${DONE} Submit: build ${word(facts.buildId)}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.bytes)} sent (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The end of a build, or its reuse. */
function buildLine(build) {
    if (build.reused)
        return reusedLine(build);
    const name = build.id === undefined ? 'Build' : `Build ${word(build.id)}`;
    const after = build.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000)}`;
    if (build.status === undefined)
        return `${STOPPED} ${name}: its end is not known`;
    switch (build.status) {
        case 'success':
            return `${DONE} ${name} succeeded${after.replace(' after', ' in')}: ${imageWords(build)}${cachedWords(build)}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${after}`;
        case 'timed_out':
            return `${FAILED} ${name} ran out of time${after}`;
        case 'error':
            return `${FAILED} ${name} ended with an error of the cloud${after}`;
        case 'failed':
            return `${FAILED} ${name} failed${after}${failingWords(build)}`;
    }
}
/** The end of a VM image. */
function vmImageLine({ vmImage = {} }) {
    const took = vmImage.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(vmImage.seconds * 1000)}`;
    switch (vmImage.status) {
        case 'success':
            return `${DONE} VM image made${took.replace(' after', ' in')}: ${word(vmImage.reference ?? 'ready', 300)}`;
        case 'cancelled':
            return `${STOPPED} VM image cancelled${took}`;
        case 'timed_out':
            return `${FAILED} VM image ran out of time${took}`;
        default:
            return `${FAILED} VM image failed${took}`;
    }
}
function reusedLine(build) {
    const commit = build.reused?.commit === undefined ? '' : ` of commit ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(build.reused.commit))}`;
    const when = build.reused?.createdAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(build.reused.createdAt);
    const name = build.id === undefined ? 'an earlier build' : word(build.id);
    return `${DONE} Build: reused ${name}${commit}${when === undefined ? '' : `, built ${when}`}: ${imageWords(build)}`;
}
function imageWords(build) {
    if (build.image)
        return word(build.image.reference, 300);
    const tag = build.imageTag === undefined ? '' : `:${build.imageTag}`;
    return build.imageName === undefined ? 'image built' : word(`${build.imageName}${tag}`, 300);
}
function cachedWords(build) {
    const cached = build.steps.filter((step) => step.state === 'cached').length;
    return cached === 0 ? '' : `, ${cached} of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(build.steps.length, 'step')} cached`;
}
function failingWords(build) {
    return build.failing ? ` at ${word(build.failing.step.name, 160)}` : '';
}
/** The end of a deployment. */
function deploymentLine(deployment) {
    const id = deployment.id === undefined ? '' : ` ${word(deployment.id)}`;
    const name = `Deploy${id}${deployment.preview ? ` (preview ${word(deployment.preview.label)})` : ''}`;
    const took = deployment.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(deployment.seconds * 1000);
    const until = deployment.preview?.expiresAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(deployment.preview.expiresAt);
    if (deployment.status === undefined)
        return `${STOPPED} ${name}: its end is not known`;
    switch (deployment.status) {
        case 'healthy':
            return `${DONE} ${name}: healthy${took && ` in ${took}`}${until === undefined ? '' : `, expires ${until}`}`;
        case 'failed':
            return `${FAILED} ${name} failed${took && ` after ${took}`}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${took && ` after ${took}`}`;
        case 'timed_out':
            return `${FAILED} ${name}: not healthy${took && ` after ${took}`}`;
    }
}
function cleanupLine(facts) {
    const kept = facts.kept === 0 ? '' : `, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.kept, 'preview')} kept`;
    return `${DONE} Preview cleanup: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.deleted, 'preview')} deleted${kept} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** A phase that ended by an error of its own, e.g. `✗ Pack failed after 0.2 s: the context … is empty`. */
function brokenLine(phase, reason, ms) {
    return `${FAILED} ${word(phase)} failed after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)}: ${word(reason, 500)}`;
}
/** Names from outside stay on their line, and no runner finds a command in them. */
function word(text, limit = 120) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit).replaceAll('##[', '## [');
}


/***/ })

};
