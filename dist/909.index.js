export const id = 909;
export const ids = [909];
export const modules = {

/***/ 2909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPccDeploy: () => (/* binding */ readPccDeploy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/settings/faults.js
var faults = __webpack_require__(6997);
;// CONCATENATED MODULE: ./lib/src/settings/project-files/toml-fields.js

function openToml(source, content, faults, prefix = '') {
    const asked = new Set();
    const opened = [];
    const take = (key, expected, accept) => {
        asked.add(key);
        const value = content[key];
        if (value === undefined || value === '')
            return undefined;
        const accepted = accept(value);
        if (accepted === undefined)
            addWrongType(source, faults, `${prefix}${key}`, expected);
        return accepted;
    };
    return {
        text(key) {
            const text = take(key, 'text', (value) => (typeof value === 'string' ? value : undefined));
            const field = `${prefix}${key}`;
            return text === undefined ? undefined : { text, line: lineOf(source.text, field), field };
        },
        count: (key) => take(key, 'a whole number', (value) => (isCount(value) ? Number(value) : undefined)),
        flag: (key) => take(key, 'true or false', (value) => (typeof value === 'boolean' ? value : undefined)),
        table(key) {
            const members = take(key, 'a table', (value) => (isTable(value) ? value : undefined));
            if (!members)
                return undefined;
            const table = openToml(source, members, faults, `${prefix}${key}.`);
            opened.push(table);
            return table;
        },
        skip(key) {
            asked.add(key);
            return content[key] !== undefined;
        },
        unknown() {
            const known = [...asked];
            const own = Object.keys(content).filter((key) => !asked.has(key));
            return [
                ...own.map((key) => ({ field: `${prefix}${key}`, key, known })),
                ...opened.flatMap((table) => table.unknown()),
            ];
        },
    };
}
/** How many unknown keys are reported one by one: each costs a search, and a longer list helps nobody. */
const REPORTED = 10;
/** One warning for each of the first unknown keys, and one that counts the rest. */
function unknownKeyWarnings(source, unknown) {
    const rest = unknown.length - REPORTED;
    const named = unknown.slice(0, REPORTED).map(({ field, key, known }) => {
        const meant = (0,faults/* nearest */.pA)(key, known);
        const advice = meant ? ` Did you mean ${(0,faults/* quote */.hD)(meant)}?` : '';
        return `${source.name}:${lineOf(source.text, field)}: ${(0,faults/* quote */.hD)(field)} is not known and was ignored.${advice}`;
    });
    return rest <= 0 ? named : [...named, `${source.name}: ${rest} more keys are not known and were ignored.`];
}
function addWrongType(source, faults, field, expected) {
    const line = lineOf(source.text, field);
    const place = { file: source.name, line };
    faults.add({ where: `${source.name}:${line}`, problem: `${field} is not ${expected}`, place });
}
function isCount(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
/** The parser keeps no positions; the line of `table.key` is found by its spelling, else the file's first. */
function lineOf(text, field) {
    const parts = field.split('.');
    const key = parts.at(-1) ?? '';
    const lines = text.split('\n').map((line) => line.trim());
    const table = parts.slice(0, -1).join('.');
    const start = table === '' ? 0 : lines.indexOf(`[${table}]`);
    const isKey = (line) => line.startsWith(key) && /^\s*[=.]/.test(line.slice(key.length));
    const found = lines.findIndex((line, index) => index >= start && (isKey(line) || line === `[${field}]`));
    return found < 0 ? Math.max(start, 0) + 1 : found + 1;
}

;// CONCATENATED MODULE: ./lib/src/settings/project-files/pcc-deploy.js




/**
 * pcc-deploy.toml, the file of Pipecat Cloud's own command line; `agentSettings` gets the API's member names
 * (contracts/pipecat.openapi.yaml, AgentSettings) and only what the file sets. Unknown keys are told, not refused.
 */
function readPccDeploy(source, faults) {
    const before = faults.count();
    const content = parseToml(source, faults);
    if (!content)
        return undefined;
    const warnings = [];
    const file = openToml(source, content, faults);
    const agentName = file.text('agent_name')?.text;
    const image = splitReference(file.text('image')?.text);
    const region = file.text('region')?.text;
    const agentSettings = readAgentSettings(file);
    const context = readBuild(source, file, warnings);
    if (file.flag('enable_krisp') !== undefined) {
        warnings.push(`${source.name}: enable_krisp is no longer known to the cloud; use [krisp_viva] audio_filter.`);
    }
    warnings.push(...unknownKeyWarnings(source, file.unknown()));
    if (faults.count() > before)
        return undefined;
    return (0,omit_undefined/* omitUndefined */.O)({
        file: (0,omit_undefined/* omitUndefined */.O)({
            path: source.path,
            text: source.text,
            agentName,
            agentSettings,
            warnings,
        }),
        context,
        imageName: image.name,
        imageTag: image.tag,
        region,
    });
}
function parseToml(source, faults) {
    try {
        return (0,dist/* parse */.qg)(source.text.replace(/^\uFEFF/, ''));
    }
    catch (error) {
        const line = error instanceof dist/* TomlError */.zx ? error.line : 1;
        const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        faults.add({
            where: `${source.name}:${line}`,
            problem: `is not TOML: ${reason.replace(/^Invalid TOML document: /, '')}`,
            place: { file: source.name, line },
        });
        return undefined;
    }
}
function readAgentSettings(file) {
    const scaling = file.table('scaling');
    const krisp = file.table('krisp_viva');
    const autoScaling = (0,omit_undefined/* omitUndefined */.O)({
        // `*_instances` are the names of older files.
        minAgents: scaling?.count('min_agents') ?? scaling?.count('min_instances'),
        maxAgents: scaling?.count('max_agents') ?? scaling?.count('max_instances'),
    });
    const audioFilter = krisp?.text('audio_filter')?.text;
    return (0,omit_undefined/* omitUndefined */.O)({
        imagePullSecretSet: file.text('image_credentials')?.text,
        secretSet: file.text('secret_set')?.text,
        agentProfile: file.text('agent_profile')?.text,
        maxSessionDuration: file.count('max_session_duration'),
        enableIntegratedKeysProxy: file.flag('enable_managed_keys') ?? file.flag('enable_integrated_keys_proxy'),
        websocketAuth: file.text('websocket_auth')?.text,
        autoScaling: Object.keys(autoScaling).length > 0 ? autoScaling : undefined,
        krispViva: audioFilter === undefined ? undefined : { audioFilter },
    });
}
function readBuild(source, file, warnings) {
    const build = file.table('build');
    if (!build)
        return undefined;
    const root = build.text('context_dir');
    const dockerfile = build.text('dockerfile');
    if (build.skip('exclude')) {
        const advice = 'put its patterns into .dockerignore';
        warnings.push(`${source.name}: [build] exclude is not applied, ignore files alone decide what is sent; ${advice}.`);
    }
    return (0,omit_undefined/* omitUndefined */.O)({ root: root && absolute(source, root), dockerfile });
}
function absolute(source, declared) {
    return { ...declared, absolute: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(source.path), declared.text) };
}
/** Split at the last `:` behind the last `/`: a registry may have a port. A digest is no tag. */
function splitReference(image) {
    const [reference = ''] = (image ?? '').split('@');
    if (reference === '')
        return {};
    const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
    return colon < 0
        ? { name: reference }
        : { name: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}


/***/ })

};
