export const id = "shared-context-ignore";
export const ids = ["shared-context-ignore"];
export const modules = {

/***/ 9016:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dZ: function() { return /* reexport */ canPrune; },
  Eb: function() { return /* reexport */ compilePattern; },
  Pf: function() { return /* reexport */ encodingWarnings; },
  UC: function() { return /* reexport */ excludedBy; },
  kI: function() { return /* reexport */ fileNamePattern; },
  ep: function() { return /* reexport */ ignoreRules; },
  yH: function() { return /* reexport */ readIgnoreRules; }
});

;// CONCATENATED MODULE: ./lib/src/context/ignore/encoding.js
/**
 * The bytes of an ignore file as text and back. Docker reads bytes and compares invalid UTF-8 unchanged. Here such a
 * byte becomes the lone surrogate U+DC00 + byte, which no text from UTF-8 has, and becomes the byte again where bytes
 * are compared.
 */
const LONE = /\p{Surrogate}/u;
/** @param content a text is returned unchanged */
function decode(content) {
    if (typeof content === 'string')
        return content;
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    }
    catch {
        return decodeFaulty(content);
    }
}
/** Byte by byte, as Go does: the valid character at each place, or one byte. */
function decodeFaulty(content) {
    const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    let text = '';
    for (let at = 0; at < buffer.length;) {
        const first = buffer[at] ?? 0;
        const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        const char = buffer.toString('utf8', at, at + length);
        const valid = Buffer.from(char).equals(buffer.subarray(at, at + length));
        text += valid ? char : String.fromCharCode(0xdc00 + first);
        at += valid ? length : 1;
    }
    return text;
}
/** Whether some of the text's bytes were invalid UTF-8. */
function hasLoneBytes(text) {
    return LONE.test(text);
}
/** The text's bytes, each as one character. */
function bytesOf(text) {
    return text
        .split(/(\p{Surrogate})/u)
        .map((part) => LONE.test(part)
        ? String.fromCharCode(part.charCodeAt(0) - 0xdc00)
        : Buffer.from(part).toString('latin1'))
        .join('');
}
/** The text as Go reads it by characters: invalid bytes become U+FFFD. */
function withReplacements(text) {
    return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
/**
 * At most one warning, for a file that Docker reads differently from an editor.
 *
 * @param file relative to the workspace
 */
function encodingWarnings(content, file) {
    const cause = causeOf(decode(content));
    if (cause === undefined)
        return [];
    return [
        `${file} ${cause}. Docker reads it as UTF-8 with a line feed after each line, so its rules may not do what was meant. Save it in that form.`,
    ];
}
function causeOf(text) {
    if (text.includes('\0'))
        return 'is UTF-16 or no text at all';
    if (hasLoneBytes(text))
        return 'has bytes that are no UTF-8';
    if (/\r[^\r\n]/.test(text))
        return 'has a carriage return alone where a line should end';
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/file-name-pattern.js
/**
 * A pattern that is tested on each name of a path and on the whole path, where `*` and `?` take slashes as well
 * (pipecatcloud 1.4.0, `_should_exclude`). It has no exceptions: `!` is a character.
 */
function fileNamePattern({ text, line, }) {
    const parts = partsOf(text);
    // The content of a matched folder is left out with it, so only the last name of a path has to be tested.
    const matches = (path) => fits(parts, path.slice(path.lastIndexOf('/') + 1)) || fits(parts, path);
    return { text, line, pattern: text, negated: false, matches, reach: undefined, quirk: undefined };
}
function partsOf(pattern) {
    const characters = Array.from(pattern);
    const parts = [];
    for (let at = 0; at < characters.length; at += 1) {
        const character = characters[at] ?? '';
        const end = character === '[' ? endOfClass(characters, at) : -1;
        if (character === '*')
            parts.push('any');
        else if (character === '?')
            parts.push(() => true);
        else if (end > 0) {
            parts.push(classOf(characters.slice(at + 1, end)));
            at = end;
        }
        else
            parts.push((one) => one === character);
    }
    return parts;
}
/** The index of the `]` that ends the class, which may itself begin with one; -1: the bracket is a character. */
function endOfClass(characters, start) {
    let from = start + 1;
    if (characters[from] === '!')
        from += 1;
    if (characters[from] === ']')
        from += 1;
    return characters.indexOf(']', from);
}
function classOf(members) {
    const isNegated = members[0] === '!';
    const set = isNegated ? members.slice(1) : members;
    const has = (one) => {
        for (let at = 0; at < set.length; at += 1) {
            const isRange = set[at + 1] === '-' && set[at + 2] !== undefined;
            const [low = '', high = ''] = [set[at], isRange ? set[at + 2] : set[at]];
            if (low <= one && one <= high)
                return true;
            if (isRange)
                at += 2;
        }
        return false;
    };
    return (one) => has(one) !== isNegated;
}
/** Backtracks only to the last `any`, so that the time is at most the pattern's length times the text's. */
function fits(parts, text) {
    const characters = Array.from(text);
    let part = 0;
    let at = 0;
    let retry;
    while (at < characters.length) {
        const test = parts[part];
        if (test === 'any') {
            retry = { part, at };
            part += 1;
        }
        else if (test?.(characters[at] ?? '')) {
            part += 1;
            at += 1;
        }
        else if (retry) {
            retry.at += 1;
            part = retry.part + 1;
            at = retry.at;
        }
        else
            return false;
    }
    return parts.slice(part).every((rest) => rest === 'any');
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/context/ignore/pattern.js
/** From an ignore line to a test on paths (docs/context.md, rules 16 to 21). */


/** Whether `compilePattern` needs Go's regular expressions for this pattern. */
function needsGoRegexp(pattern) {
    const { form, native } = expressionOf(pattern);
    return form === 'regexp' && native === undefined;
}
/**
 * @param file for errors: relative to the workspace
 * @param regexp not needed where `needsGoRegexp` is false
 * @throws UserError with file and line for a pattern that Docker refuses when it reads or first uses it
 */
function compilePattern(line, file, regexp) {
    try {
        checkGlob(line.pattern);
        const { matches, quirk } = compile(line.pattern, regexp);
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
 * Docker first calls Go's `filepath.Match` with the pattern and ".", only for its errors. That function reads the
 * pattern up to the next `*`, and one part more if the first matches the dot.
 */
function checkGlob(pattern) {
    const [first, rest] = untilStar(pattern);
    if (isDot(first))
        isDot(untilStar(rest)[0]);
}
/** Without leading stars; a star in brackets is a character. */
function untilStar(pattern) {
    const bare = pattern.replace(/^\*+/, '');
    const part = /^(?:\\.|\\$|\[(?:\\.|\\$|[^\]\\])*(?:\]|$)|[^*\\[])*/s.exec(bare)?.[0] ?? '';
    return [part, bare.slice(part.length)];
}
/** Whether a part without stars matches "."; reads the whole part to find its errors. */
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
    if (hasLoneBytes(chars[end - 1] ?? ''))
        throw new SyntaxError('"[" holds bytes that are no UTF-8');
    return end;
}
/** The cheapest of five tests. Only the last one has quirks: in the others each character means itself. */
function compile(pattern, regexp) {
    const { source, form, active, native } = expressionOf(pattern);
    switch (form) {
        case 'exact':
            return { matches: (path) => path === pattern, quirk: undefined };
        case 'prefix':
            return { matches: prefixTest(pattern.slice(0, -2)), quirk: undefined };
        case 'suffix':
            return { matches: suffixTest(pattern), quirk: undefined };
        case 'regexp': {
            if (native !== undefined)
                return { matches: (path) => native.test(path), quirk: undefined };
            if (regexp === undefined)
                throw new Error(`"${pattern}" needs Go's regular expressions`);
            return { matches: regexp(source), quirk: active };
        }
    }
}
function prefixTest(prefix) {
    if (!hasLoneBytes(prefix))
        return (path) => path.startsWith(prefix);
    const bytes = bytesOf(prefix);
    return (path) => bytesOf(path).startsWith(bytes);
}
function suffixTest(pattern) {
    // Docker cuts two bytes off this pattern, but the mark has three: no path ends with the rest.
    if (pattern.startsWith(MARK))
        return () => false;
    const suffix = pattern.slice(2);
    const whole = suffix.startsWith('/') ? suffix.slice(1) : suffix;
    if (!hasLoneBytes(suffix))
        return (path) => path.endsWith(suffix) || path === whole;
    const bytes = bytesOf(suffix);
    return (path) => bytesOf(path).endsWith(bytes);
}
/** A byte order mark: Go drops it at the start of an expression, and Docker keeps it where it uses no expression. */
const MARK = '\uFEFF';
/**
 * Repeats that are allowed in a backtracking engine: in the worst case its steps are the path's length to the power
 * of their number.
 */
const MOST_REPEATS = 2;
/** The Go expression that Docker writes for a pattern, and whether it needs one at all. */
function expressionOf(pattern) {
    const chars = Array.from(withReplacements(pattern));
    if (chars[0] === MARK)
        chars.shift();
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
    return { source: `${source}$`, form, active, native: nativeOf(pattern, `${source}$`) };
}
/** Without these characters, only the dot differs between Go and JavaScript. */
function nativeOf(pattern, source) {
    if (/[[\]\\|{}^]/.test(pattern))
        return undefined;
    if ((pattern.match(/\*+/g) ?? []).length > MOST_REPEATS)
        return undefined;
    return new RegExp(source.replace(/(?<!\\)\.\*/g, '[^\\n]*').replace(/(?<!\\)\(/g, '(?:'), 'u');
}
const SINGLE = new Map([
    ['*', '[^/]*'],
    ['?', '[^/]'],
]);

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/path-inside.js
var path_inside = __webpack_require__(1936);
;// CONCATENATED MODULE: ./lib/src/context/ignore/file.js
/** Reading an ignore file: which one, and its lines as patterns (docs/context.md, rules 1, 2 and 9 to 13). */




/** Docker's reader fails at a line that fills its buffer of 64 KiB. */
const LONGEST_LINE = 64 * 1024 - 1;
/**
 * @param content read as UTF-8, as Docker does, in any encoding
 * @param file for errors: relative to the workspace
 * @param rules of the platform: on Windows `\` separates names in patterns, as for Docker there
 * @throws UserError with file and line for a line that Docker refuses
 */
function parseIgnoreFile(content, file, rules) {
    const lines = [];
    // Lines of a very long file repeat.
    const known = new Map();
    const parsed = (raw) => {
        if (!known.has(raw))
            known.set(raw, parseLine(raw, rules));
        return known.get(raw);
    };
    decode(content)
        .split('\n')
        .forEach((raw, index) => {
        const line = index + 1;
        if (raw.length * 3 > LONGEST_LINE && bytesOf(raw).length > LONGEST_LINE) {
            throw new errors/* UserError */.yo(`${file}:${line}: the line is longer than 64 KiB, which Docker refuses too.`, {
                place: { file, line },
            });
        }
        const read = parsed(index === 0 ? raw.replace(/^\uFEFF/, '') : raw);
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
/** An empty pattern means Docker's error "illegal exclusion pattern". */
function parseLine(raw, rules) {
    if (raw.startsWith('#'))
        return undefined;
    const text = trim(raw);
    if (text === '')
        return undefined;
    const bang = text.startsWith('!');
    const rest = (0,path_inside/* withSlashes */.s)(bang ? trim(text.slice(1)) : text, rules);
    const anchored = rest === '' ? '' : clean(rest);
    const relative = anchored.length > 1 && anchored.startsWith('/') ? anchored.slice(1) : anchored;
    // The matcher trims, cleans and looks for "!" a second time, so `/!x` includes x again.
    const again = trim(bang ? `!${relative}` : relative);
    if (again === '')
        return undefined;
    const pattern = clean(again);
    const negated = pattern.startsWith('!');
    return { text, pattern: negated ? pattern.slice(1) : pattern, negated };
}
/** Go's notion of white space: Unicode's, where JavaScript's `trim` adds U+FEFF and lacks U+0085. */
function trim(text) {
    // Not by one regular expression: it would search the end of the line at each blank.
    let start = 0;
    let end = text.length;
    while (start < end && isSpace(text[start]))
        start += 1;
    while (end > start && isSpace(text[end - 1]))
        end -= 1;
    return text.slice(start, end);
}
function isSpace(unit = '') {
    // The most frequent case.
    if (unit > ' ' && unit < '\u007F')
        return false;
    return /\p{White_Space}/u.test(unit);
}
/** The shortest equal path, as Go's `path.Clean`: no doubled, trailing or `.` parts, `a/..` collapsed. */
function clean(path) {
    const normal = external_node_path_.posix.normalize(path);
    return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/unicode-classes.js
/**
 * The names of Unicode classes as Go reads them since 1.25 (regexp/syntax, `unicodeTable`): case, blanks, `_` and `-`
 * are ignored, and a category also has a long name. re2js 2.10 only knows the exact short names.
 */
/** A quoted part, which has no classes; a class with its name; any other escape. */
const ESCAPE = /\\Q.*?(?:\\E|$)|\\([pP])(?:\{(\^?)([^}]*)\}|([^{]))|\\./gsu;
/**
 * @param check throws where a class does not exist
 * @returns the expression, with class names that re2js knows
 * @throws SyntaxError as Go says it, with the class as its author wrote it
 */
function readUnicodeClasses(source, check) {
    return source.replace(ESCAPE, (written, letter, negation = '', braced, single) => {
        if (letter === undefined)
            return written;
        const name = canonical(braced ?? single);
        const read = `\\${letter}{${negation}${CATEGORIES.get(name) ?? name}}`;
        try {
            check(read);
        }
        catch (cause) {
            throw new SyntaxError(`invalid character class range: \`${written}\``, { cause });
        }
        return read;
    });
}
/** As in Go, which finds no script with two words in its name: it looks for `Olditalic`, but the name is `Old_Italic`. */
function canonical(name) {
    const [first = '', ...rest] = name.replace(/[ _-]/g, '');
    return first.replace(/[a-z]/, upper) + rest.join('').replace(/[A-Z]/g, lower);
}
const upper = (letter) => letter.toUpperCase();
const lower = (letter) => letter.toLowerCase();
/** Long names of categories (https://www.unicode.org/reports/tr44/, General_Category Values) → the short ones. */
const CATEGORIES = new Map(`LC Cased_Letter, Pe Close_Punctuation, M Combining_Mark, Pc Connector_Punctuation, Cc Control, Cc cntrl,
  Sc Currency_Symbol, Pd Dash_Punctuation, Nd Decimal_Number, Nd digit, Me Enclosing_Mark, Pf Final_Punctuation, Cf Format,
  Pi Initial_Punctuation, L Letter, Nl Letter_Number, Zl Line_Separator, Ll Lowercase_Letter, M Mark, Sm Math_Symbol,
  Lm Modifier_Letter, Sk Modifier_Symbol, Mn Nonspacing_Mark, N Number, Ps Open_Punctuation, C Other, Lo Other_Letter,
  No Other_Number, Po Other_Punctuation, So Other_Symbol, Zp Paragraph_Separator, Co Private_Use, P Punctuation, P punct,
  Z Separator, Zs Space_Separator, Mc Spacing_Mark, Cs Surrogate, S Symbol, Lt Titlecase_Letter, Cn Unassigned,
  Lu Uppercase_Letter, LC LC`
    .split(',')
    .map((pair) => {
    const [short = '', long = ''] = pair.trim().split(' ');
    return [canonical(long), short];
}));

;// CONCATENATED MODULE: ./lib/src/context/ignore/go-regexp.js
/**
 * Go's regular expressions for ignore patterns, by re2js, a port of Go's own package with its syntax, its errors and
 * linear time. Loaded if a pattern needs it (pattern.ts).
 *
 * Docker turns a pattern with wildcards into the text of a Go regular expression and leaves some characters of the
 * pattern active in it (docs/context.md, rule 20). They then have Go's meaning: https://pkg.go.dev/regexp/syntax.
 */

async function loadGoRegexp() {
    const { RE2JS } = await __webpack_require__.e(/* import() | re2js */ "re2js").then(__webpack_require__.bind(__webpack_require__, 2856));
    const compile = (source) => {
        try {
            return RE2JS.compile(source);
        }
        catch (cause) {
            const reason = cause instanceof Error ? cause.message : String(cause);
            throw new SyntaxError(reason.replace(/^error parsing regexp: /, ''), { cause });
        }
    };
    return (source) => {
        const expression = compile(readUnicodeClasses(source, compile));
        return (text) => expression.test(text);
    };
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/rules.js
/**
 * Docker's ignore rules (docs/context.md, rules 14, 15, 22 and 25).
 *
 * A path is judged by a walk from the root: each folder passes on which patterns matched it to its entries. Judging a
 * path alone gives other answers in rare cases.
 */




/** The limit for different patterns that need Go's regular expressions: each is compiled and tested on most files. */
const MOST_EXPRESSIONS = 2_000;
function tooMany(file, line = 1) {
    return new errors/* UserError */.yo(`${file}:${line}: the ignore file has more than ${MOST_EXPRESSIONS} different patterns with several wildcards, classes or escapes.`, {
        hint: 'Use fewer patterns that cover more, or plain names of files and folders.',
        place: { file, line },
    });
}
/**
 * Loads Go's regular expressions where a pattern needs them.
 *
 * @param content the file's bytes
 * @param file for errors: relative to the workspace
 * @throws UserError with file and line
 */
async function readIgnoreRules(content, file) {
    const lines = parseIgnoreFile(content, file);
    const needing = new Map();
    for (const { pattern, line } of lines) {
        if (!needing.has(pattern) && needsGoRegexp(pattern))
            needing.set(pattern, line);
    }
    if (needing.size > MOST_EXPRESSIONS)
        throw tooMany(file, [...needing.values()][MOST_EXPRESSIONS]);
    const regexp = needing.size > 0 ? await loadGoRegexp() : undefined;
    // A file of half a million lines repeats itself.
    const compiled = new Map();
    const compileOnce = (line) => {
        const known = compiled.get(line.pattern);
        if (known !== undefined)
            return { ...known, ...line };
        const pattern = compilePattern(line, file, regexp);
        compiled.set(line.pattern, pattern);
        return pattern;
    };
    return ignoreRules(lines.map(compileOnce));
}
function ignoreRules(patterns) {
    return { patterns, prunes: patterns.every(({ negated, reach }) => !negated || reach !== undefined) };
}
/**
 * The index of the pattern that excludes `path`, or -1 where it is kept.
 *
 * @param parent the patterns that matched its parent folder
 * @param own if `path` is a folder: receives its matched patterns, all zeros before
 */
function excludedBy(rules, path, parent, own) {
    let excluding = -1;
    for (let index = 0; index < rules.patterns.length; index += 1) {
        const pattern = rules.patterns[index];
        if (parent[index] !== 1) {
            // A pattern that is not tested counts as not matched, also for the entries below.
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
/** Whether nothing below this excluded folder can be included again, so that it need not be read. */
function canPrune(rules, folder) {
    if (!rules.prunes)
        return false;
    const below = `${folder}/`;
    return !rules.patterns.some(({ negated, reach }) => negated && reach?.startsWith(below));
}

;// CONCATENATED MODULE: ./lib/src/context/ignore/ignore.js
/** The rules of an ignore file, as Docker reads them. */






/***/ })

};
