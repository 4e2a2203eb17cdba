import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { globSync } from 'tinyglobby';
import { VALUES } from '../emulator/demo-values.ts';
import { commandsOf, documentedCommands } from './doc-commands.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const ciRun = readFileSync('.ci/run', 'utf8');

/** What a reader puts in the place of such a name. */
const PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  '<name>': ['sgp', 'prime', 'pipecat'],
  '../my-agent': ['examples/agent'],
};

/**
 * Commands that no test runs as they stand, each with the reason. The first pattern that fits counts; one that fits no
 * command is a fault, so that no reason outlives its command.
 */
const NOT_RUN: readonly (readonly [RegExp, string])[] = [
  [/^npm ci$/, 'it would replace the packages under this test; supply-chain.test.ts runs it dry'],
  [/^npm ci --engine-strict$/, 'supply-chain.test.ts runs it dry on this Node, .ci/run on each'],
  [/^npm install$/, 'an example of what not to do beside a stranger’s checkout'],
  [/^npm (?:cit|test|run all)$/, 'it is what runs this test'],
  [/^npm run pictures$/, 'it draws every page in a browser, for minutes'],
  [/^TEST_NODES=\S+ npm test$/, 'it is what runs this test; .ci/run gives that variable'],
  [/^TEST_STEPS=bundle npm test$/, 'it is what runs this test; CI gives that variable'],
  [/^\.ci\/run$/, 'it is what runs this test'],
  [/^\.ci\/clients$/, 'it installs for a minute; .ci/run runs it beside the tests'],
  [
    /^npm run bench(?: -- (?:--write-docs|ignore|agents))?$/,
    'it measures for minutes, and wants a quiet machine',
  ],
  [/^npm run mutation$/, 'it runs the tests against one fault after another, for an hour or two'],
  [/^npm run lint:fix$/, 'it changes files; `npm run lint` is the same without'],
  [/^npm run bundle$/, 'it writes dist/; .ci/run runs it and compares'],
  [/^npm run docs$/, 'it writes documents; .ci/run runs it with --check'],
  [/^npm run emulator$/, 'it runs until Ctrl-C; e2e.test.ts starts its program and asks it'],
  [/^apt-get install buildah busybox-static$/, 'it changes the machine; .ci/run installs the same packages'],
  [/^git ls-remote https:\/\/github\.com\/OWNER\//, 'it asks GitHub, and OWNER is the reader’s to fill in'],
  [/^gh attestation verify /, 'it asks GitHub for an attestation that a release makes'],
  [
    /^(?:act -P|npx @github\/local-action|docker exec) /,
    'another project’s tool, described and not recommended',
  ],
  [
    /^git (?!ls-remote)/,
    'what the action or a cloud’s own client runs, described; the tests of its module run it',
  ],
  [/^(?:node -e 0|curl -[NT])$/, 'what a measurement is compared with'],
];

/** Commands that .ci/run runs, in these words. */
const RUN_BY_CI = new Map([
  ['npm run types', 'npm run --silent types'],
  ['npm run lint', 'npm run --silent lint'],
  ['npm run bundle -- --check', 'npm run --silent bundle -- --check'],
  ['npm run docs -- --check', 'node lib/scripts/docs.js --check'],
  ['.ci/lint-workflows', '.ci/lint-workflows'],
]);

const commands = documentedCommands();
const reasonOf = (text: string) => NOT_RUN.find(([pattern]) => pattern.test(text))?.[1];
/** The demo with one flag and a value of it, each of which demo.test.ts runs. */
const isDemoFlag = (text: string) => {
  const [, flag = '', value = ''] = /^npm run demo -- (--\S+) (\S+)$/.exec(text) ?? [];
  return variantsOf(value).every((variant) => VALUES[flag]?.includes(variant));
};
const isRun = (text: string) => !reasonOf(text) && !RUN_BY_CI.has(text) && !isDemoFlag(text);

/** One command for each that a placeholder may stand for. */
function variantsOf(text: string): readonly string[] {
  const [name, values] = Object.entries(PLACEHOLDERS).find(([name]) => text.includes(name)) ?? [];
  return name && values ? values.map((value) => text.replaceAll(name, value)) : [text];
}

/**
 * The command so that it is cheap, and writes nothing that another test reads: a program of `lib/` is started from its
 * source instead, and tests of a folder are the shortest of them.
 * @throws {Error} for a command that nobody knows how to run: write it here, or its reason above
 */
function cheaply(text: string): readonly string[] {
  const [, name = '', rest = ''] = /^npm (?:run )?([\w:-]+)(?: -- (.*))?$/.exec(text) ?? [];
  const program = /node lib\/(\S+)\.js$/.exec(scripts[name] ?? '')?.[1];
  const given = rest.split(' ').filter(Boolean);
  if (program) {
    return [
      process.execPath,
      '--no-warnings',
      '--import',
      './__tests__/support/typescript-loader.js',
      `${program}.ts`,
      ...given,
    ];
  }
  const words = name === 'test' ? ['npm', 'test', '--silent', '--', ...given] : text.split(' ');
  // Any number of tests may be affected, and a checkout need not have a branch of that name.
  if (words.some((word) => word.includes('hanged'))) {
    return [...words.map((word) => word.replace(/=main$/, '=HEAD')), '--listTests'];
  }
  const isTest = words.some((word) => /^(?:test|jest)$/.test(word));
  if (!isTest || !words.some((word) => word.startsWith('__tests__'))) {
    throw new Error(`${text}: no test knows how to run this, and no reason is stated why not`);
  }
  return words.map((word) => (word.startsWith('__tests__') ? shortestTestIn(word) : word));
}

function shortestTestIn(path: string): string {
  const tests = globSync([
    `${path}/**/*.test.ts`,
    `${path}*.test.ts`,
    path.endsWith('.ts') ? path : `${path}.ts`,
  ]);
  if (tests.length === 0) throw new Error(`${path}: there is no such test`);
  const sized = tests.map((file) => ({ file, bytes: statSync(file).size }));
  return sized.sort((left, right) => left.bytes - right.bytes)[0]?.file ?? path;
}

describe('every command of the documents', () => {
  test('is found in blocks and in text', () => {
    const document = [
      'Say `npm run one -- x` or `one`, `node`, `git/hub`.',
      '```sh',
      'npm ci && npm run two   # both',
      '# nothing',
      '```',
      '```yaml',
      '- run: npm run three',
      '```',
      '| `.ci/four` |',
    ].join('\n');
    expect(commandsOf(document, 'x.md')).toEqual([
      { text: 'npm run one -- x', where: 'x.md:1' },
      { text: 'npm ci', where: 'x.md:3' },
      { text: 'npm run two', where: 'x.md:3' },
      { text: '.ci/four', where: 'x.md:9' },
    ]);
    expect(commands.length).toBeGreaterThan(20);
  });

  test('of npm names a script that is there', () => {
    const named = commands.flatMap(({ text }) => /npm run (?:--silent )?([\w:-]+)/.exec(text)?.[1] ?? []);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('that is not run has a reason, and each reason a command', () => {
    const used = new Set(commands.map(({ text }) => NOT_RUN.find(([pattern]) => pattern.test(text))));
    expect(NOT_RUN.filter((entry) => !used.has(entry)).map(([pattern]) => pattern.source)).toEqual([]);
  });

  test.each([...RUN_BY_CI])('%s is run by .ci/run', (_text, words) => {
    expect(ciRun.split(words).length).toBe(2);
  });

  test('to install packages names those of .ci/run', () => {
    for (const name of ['buildah', 'busybox-static']) expect(ciRun).toContain(name);
  });

  const toRun = commands
    .filter(({ text }) => isRun(text))
    .flatMap(({ text, where }) => variantsOf(text).map((variant) => [variant, where] as const));

  test.each(toRun)('`%s` works (%s)', (text) => {
    const [program = '', ...args] = cheaply(text);
    const { status, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      timeout: 140_000,
      shell: process.platform === 'win32',
      // Not this jest's own: flags, worker number, report of the results.
      env: { ...process.env, NODE_OPTIONS: '', JEST_WORKER_ID: undefined, TEST_RESULTS: undefined },
    });
    expect({ status, said: status === 0 ? '' : `${stdout}\n${stderr}` }).toEqual({ status: 0, said: '' });
  });
});
