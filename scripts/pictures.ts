/**
 * `npm run pictures`: all states of comment and summary as GitHub and as Gitea show them, light and dark, on a wide
 * and on a narrow page, as PNG files in .cache/pictures. Without a Chromium it says so and exits with 0.
 *
 * npm run pictures -- [part of a name …] npm run pictures -- --readme             the two that README.md shows
 */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium, openBrowser } from './pictures/browser.ts';
import type { Theme } from './pictures/gitea-sheet.ts';
import { type Forge, forgePage } from './pictures/page.ts';
import { SCENES } from './pictures/scenes.ts';

const FOLDER = resolve('.cache', 'pictures');
const FORGES: readonly Forge[] = ['github', 'gitea'];
const THEMES: readonly Theme[] = ['light', 'dark'];
/** CSS pixels: a desktop's page and a phone's. */
const WIDTHS = [1280, 360];
const README = [
  { scene: 'comment-three', file: 'comment' },
  { scene: 'summary-ready', file: 'summary' },
];

const chromium = findChromium();
if (chromium === undefined) {
  process.stdout.write(
    'No pictures: no Chromium is installed (apt-get install chromium, or set CHROMIUM).\n',
  );
} else if (process.argv[2] === '--readme') {
  await takeForReadme(chromium);
} else {
  await photographAll(chromium, process.argv.slice(2));
}

/** As wide as a comment on GitHub, without a margin. */
async function takeForReadme(path: string): Promise<void> {
  const folder = resolve('docs', 'pictures');
  await mkdir(folder, { recursive: true });
  await mkdir(FOLDER, { recursive: true });
  const browser = await openBrowser(path);
  try {
    for (const { scene, file } of README) {
      const markdown = SCENES.find(({ name }) => name === scene)?.markdown('github') ?? '';
      const page = join(FOLDER, `${file}-readme.html`);
      await writeFile(page, forgePage(markdown, 'github', 'light'));
      await writeFile(join(folder, `${file}.png`), await browser.photograph(pathToFileURL(page).href, 862));
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`The pictures of README.md are in ${folder}\n`);
}

async function photographAll(path: string, parts: readonly string[]): Promise<void> {
  const wanted = SCENES.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
  if (parts.length === 0) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const browser = await openBrowser(path);
  let count = 0;
  try {
    for (const { name, markdown } of wanted) {
      for (const forge of FORGES) {
        const text = markdown(forge);
        await writeFile(join(FOLDER, `${name}-${forge}.md`), text);
        for (const theme of THEMES) {
          const page = join(FOLDER, `${name}-${forge}-${theme}.html`);
          await writeFile(page, forgePage(text, forge, theme));
          for (const width of WIDTHS) {
            const picture = await browser.photograph(pathToFileURL(page).href, width);
            await writeFile(page.replace(/\.html$/, `-${width}.png`), picture);
            count += 1;
          }
        }
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${count} pictures in ${FOLDER}\n`);
}
