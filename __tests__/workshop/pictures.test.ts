import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Browser, findChromium, openBrowser } from '../../scripts/pictures/browser.ts';
import { forgePage } from '../../scripts/pictures/page.ts';
import { SCENES } from '../../scripts/pictures/scenes.ts';
import { temporaryFolder, writeFiles } from '../support/workspace.ts';

const chromium = findChromium();

test('without a Chromium it says so in one line and ends well', async () => {
  const loader = './__tests__/support/typescript-loader.js';
  const run = promisify(execFile)(process.execPath, ['--import', loader, 'scripts/pictures.ts'], {
    env: { PATH: '/nowhere' },
    timeout: 60_000,
  });
  expect((await run).stdout).toBe(
    'No pictures: no Chromium is installed (apt-get install chromium, or set CHROMIUM).\n',
  );
}, 90_000);

test.each(SCENES)(
  '$name is Markdown without any text that tells where a value is missing',
  ({ markdown }) => {
    for (const forge of ['github', 'gitea'] as const) {
      expect(markdown(forge)).not.toMatch(/undefined|NaN|\[object|Invalid Date/);
    }
  },
);

test.each(['comment', 'summary'])('docs/pictures/%s.png, which README.md shows, is small', (name) => {
  expect(statSync(join('docs', 'pictures', `${name}.png`)).size).toBeLessThan(150 * 1024);
});

(chromium === undefined ? describe.skip : describe)('with a Chromium', () => {
  let browser: Browser | undefined;
  afterAll(() => browser?.close());

  test.each(['comment-three', 'report-one-agent'])(
    '%s is drawn, its charts without an error',
    async (scene) => {
      browser ??= await openBrowser(chromium ?? '');
      const markdown = SCENES.find(({ name }) => name === scene)?.markdown('gitea') ?? '';
      const folder = temporaryFolder();
      writeFiles(folder, { 'page.html': forgePage(markdown, 'gitea', 'dark') });
      const picture = await browser.photograph(pathToFileURL(join(folder, 'page.html')).href, 360);
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      // Width and height, as PNG's first chunk has them.
      expect(picture.readUInt32BE(16)).toBe(360);
      expect(picture.readUInt32BE(20)).toBeGreaterThan(400);
    },
    120_000,
  );
});
