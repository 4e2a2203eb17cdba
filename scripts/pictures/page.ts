import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { GITEA_SHEET, type Theme } from './gitea-sheet.ts';

export type Forge = 'github' | 'gitea';

const require = createRequire(import.meta.url);
const MERMAID = require.resolve('@mermaid-js/tiny/dist/mermaid.tiny.js');

/** The Markdown as the forge shows it, with its style sheet, comment width and charts. */
export function forgePage(markdown: string, forge: Forge, theme: Theme): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  }).replaceAll(
    /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
    (_, chart: string) => `<div class="chart"><pre class="mermaid">${chart}</pre></div>`,
  );
  const isGithub = forge === 'github';
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${forge}, ${theme}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${isGithub ? githubSheet(theme) : GITEA_SHEET[theme]}${FRAME}</style>
<body class="${theme}"><main class="${isGithub ? 'markdown-body' : 'markup'}">
${html}
</main>
<script src="file://${MERMAID}"></script>
<script>
mermaid.initialize({ startOnLoad: false, theme: '${theme === 'dark' ? 'dark' : 'default'}' });
window.drawn = (async () => {
  for (const fold of document.querySelectorAll('details.open')) fold.open = true;
  // Folded content is only drawn when it is opened.
  const charts = [...document.querySelectorAll('pre.mermaid')].filter((chart) => chart.offsetParent);
  await mermaid.run({ nodes: charts, suppressErrors: false });
})();
</script></body></html>
`;
}

function githubSheet(theme: Theme): string {
  return readFileSync(require.resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8');
}

/** A comment's box, as wide as the forges make it on a wide page. */
const FRAME = `
body { margin: 0; }
body.light { background: #fff; }
body.dark { background: #0d1117; }
main { box-sizing: border-box; max-width: 830px; margin: 0 auto !important; padding: 16px; }
.chart { overflow: auto; }
.chart pre.mermaid { background: transparent; padding: 0; }
`;
