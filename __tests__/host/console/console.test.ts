import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { openConsole } from '../../../src/host/console/console.ts';
import { writeTo } from '../../../src/host/console/output.ts';
import { detectHost } from '../../../src/host/host.ts';

const GITHUB = detectHost({ GITHUB_ACTIONS: 'true' });
const GITEA = detectHost({ GITHUB_ACTIONS: 'true', ACT: 'true', GITEA_ACTIONS: 'true' });

function record(host = GITHUB) {
  const written: string[] = [];
  const console = openConsole(host, (text) => void written.push(text));
  return { console, text: () => written.join(''), writes: () => written.length };
}

test('an annotation shows no backticks, as no runner renders it', () => {
  const { console, text } = record();
  for (const annotate of [console.notice, console.warning, console.error])
    annotate('Give `fetch-depth: 0`, ` alone stays');
  expect(text().split('\n').slice(0, 3)).toEqual(
    ['notice', 'warning', 'error'].map((level) => `::${level}::Give fetch-depth: 0, \` alone stays`),
  );
});

describe('groups', () => {
  test('do not nest: a new one closes the open one', () => {
    const { console, text } = record();
    console.group('Pack');
    console.group('Submit');
    console.endGroup();
    console.endGroup();
    expect(text()).toBe('::group::Pack\n::endgroup::\n::group::Submit\n::endgroup::\n');
  });

  test('end before a line that belongs outside of them', () => {
    const { console, text } = record();
    console.group('Build');
    console.afterGroup('No open pull request.');
    console.info('a line of the build');
    console.endGroup();
    console.afterGroup('at once');
    expect(text()).toBe(
      '::group::Build\na line of the build\n::endgroup::\nNo open pull request.\nat once\n',
    );
  });

  test('are closed before an error, not before a warning', () => {
    const { console, text } = record();
    console.group('Pack');
    console.warning('careful');
    console.error('broken');
    console.endGroup();
    expect(text()).toBe('::group::Pack\n::warning::careful\n::endgroup::\n::error::broken\n');
  });
});

describe('annotations', () => {
  test('take a message of a million blanks without searching it from each of them', () => {
    const { console, text } = record();
    console.warning(`a${' '.repeat(1_000_000)}b\n \nc`);
    expect(text()).toMatch(/^::warning::a +…\n$/);
  });

  test('escape data and properties, and stand on one line', () => {
    const { console, text } = record();
    console.error('50% done\n  and  \r\nbroken', { file: 'a,b:c.txt', line: 7, title: 'T\nU' });
    expect(text()).toBe('::error file=a%2Cb%3Ac.txt,line=7,title=T · U::50%25 done · and · broken\n');
  });

  test('hold no second pair of colons where the last pair would end the head', () => {
    const { console, text } = record(GITEA);
    console.error('std::vector:::x');
    console.group('a::b');
    expect(text()).toBe('::error::std: :vector: : :x\n::group::a: :b\n');
  });

  test('are at most eight of a kind; what comes later is said as text', () => {
    const { console, text } = record();
    for (let count = 0; count < 10; count += 1) console.warning(`w${count}`);
    console.notice('still a notice');
    const lines = text().trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::warning::'))).toHaveLength(8);
    expect(lines.slice(8)).toEqual(['Warning: w8', 'Warning: w9', '::notice::still a notice']);
  });

  test('end at 4096 characters and never inside a character', () => {
    const { console, text } = record();
    console.notice(`x${'😀'.repeat(4000)}`);
    const message = text().slice('::notice::'.length, -1);
    expect(message.length).toBeLessThanOrEqual(4096);
    expect(message).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});

describe('text from outside', () => {
  test('cannot command, on whichever way it comes', async () => {
    const { console, text } = record();
    console.info('::set-output name=x::y');
    console.debug('a\n::set-output name=x::y');
    console.group('a\r::set-output name=x::y');
    console.notice('##[set-output name=x]y');
    await console.buildLines(['::set-output name=x::y', 'a\r::set-output name=x::y']);
    for (const line of text().split(/\r\n|\r|\n/)) {
      expect(line.trimStart()).not.toMatch(/^::set-output/);
      expect(line).not.toContain('##[');
    }
  });

  test('build lines arrive complete, in order, and otherwise unchanged', async () => {
    const { console, text } = record();
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      index % 7 ? `#${index} ünï 10%\r20% \t` : '',
    );
    await console.buildLines(lines);
    expect(text()).toBe(`${lines.join('\n')}\n`);
  });

  test('build lines are written many at a time', async () => {
    const { console, writes } = record();
    await console.buildLines(Array.from({ length: 10_000 }, () => 'x'.repeat(20)));
    expect(writes()).toBeLessThan(10);
  });

  test('no lines, no output', async () => {
    const { console, writes } = record();
    await console.buildLines([]);
    expect(writes()).toBe(0);
  });
});

describe('secrets', () => {
  test.each([
    ['one line', GITHUB, 'not-a-key', ['::add-mask::not-a-key']],
    [
      'line by line',
      GITHUB,
      'first-line\r\nsecond-line\n',
      ['::add-mask::first-line', '::add-mask::second-line'],
    ],
    [
      'lines that would blot out the log are left',
      GITHUB,
      '{\n"key-of-json"\n}',
      ['::add-mask::"key-of-json"'],
    ],
    ['escaped', GITHUB, 'a%b%0Ac', ['::add-mask::a%25b%250Ac']],
    [
      'in parts where two colons would end the head',
      GITEA,
      'left-part::right-part',
      ['::add-mask::left-part', '::add-mask::right-part'],
    ],
  ])('are registered: %s', (_, host, value, commands) => {
    const { console, text } = record(host);
    console.mask(value);
    expect(text().trimEnd().split('\n')).toEqual(commands);
  });

  test('are hidden in all that follows, the longest first', async () => {
    const { console, text } = record(GITEA);
    console.mask('abcd');
    console.mask('abcd-efgh::ijkl');
    console.info('1 abcd-efgh::ijkl 2 abcd 3');
    console.error('e abcd', { title: 'abcd' });
    console.group('abcd');
    await console.buildLines(['x abcd', 'y']);
    const after = text()
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask'));
    expect(after.join('\n')).not.toContain('abcd');
    expect(after[0]).toBe('1 *** 2 *** 3');
    expect(console.maskText('-abcd-')).toBe('-***-');
  });
});

test('a secret is hidden in every form in which a server repeats it', () => {
  const { console } = record();
  console.mask('a "b" 1');
  for (const form of ['a "b" 1', 'a%20%22b%22%201', 'a \\"b\\" 1', 'YSAiYiIgMQ=='])
    expect(console.maskText(`before ${form} after`)).toMatch(/^before \*\*\*=* after$/);
});

describe('stdout', () => {
  test('that is full makes the caller wait until it has room', async () => {
    const stream = new PassThrough({ highWaterMark: 10 });
    const console = openConsole(GITHUB, writeTo(stream));
    let done = false;
    const printed = console.buildLines(['x'.repeat(100)]).then(() => {
      done = true;
    });
    await new Promise(setImmediate);
    expect(done).toBe(false);
    stream.resume();
    await printed;
  });

  test('that breaks lets the caller go on', async () => {
    const stream = new PassThrough({ highWaterMark: 10 });
    const console = openConsole(GITHUB, writeTo(stream));
    const printed = console.buildLines(['x'.repeat(100), 'y']);
    stream.destroy(new Error('EPIPE'));
    await printed;
    console.info('nobody hears this');
    await console.buildLines(['nor this']);
  });
});

test('what would act on a terminal is shown in whatever is said', () => {
  const { console, text } = record();
  const hostile = 'a\u001b]52;c;eA==\u0007\u202eb';
  console.group(hostile);
  console.info(hostile);
  console.debug(hostile);
  console.notice(hostile, { title: hostile });
  console.error(hostile);
  for (const control of ['\u001b', '\u0007', '\u202e']) expect(text()).not.toContain(control);
  expect(text().match(/\\x1b\]52/g)).toHaveLength(6);
});
