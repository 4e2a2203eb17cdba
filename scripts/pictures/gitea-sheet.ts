export type Theme = 'light' | 'dark';

/**
 * How Gitea and Forgejo show a comment, for the parts that this comment uses: 14 pixels, tables that scroll, code
 * blocks that wrap, headings with a line below. The colours are those of their own light and dark themes.
 */
function sheet({ back, text, line, code, row, link, dim }: Record<string, string>): string {
  return `
body, body.light, body.dark { background: ${back} !important; color: ${text}; }
.markup { font: 14px/1.5 -apple-system, "Segoe UI", system-ui, Roboto, "Helvetica Neue", Arial, sans-serif; word-wrap: break-word; overflow: hidden; }
.markup a { color: ${link}; text-decoration: none; }
.markup h1, .markup h2, .markup h3, .markup h4 { margin: 24px 0 16px; font-weight: 600; line-height: 1.25; }
.markup > :first-child { margin-top: 0; }
.markup h2 { font-size: 1.5em; padding-bottom: .3em; border-bottom: 1px solid ${line}; }
.markup h3 { font-size: 1.25em; }
.markup h4 { font-size: 1em; }
.markup p, .markup ul, .markup ol, .markup table, .markup pre, .markup details { margin: 0 0 16px; }
.markup table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
.markup th, .markup td { padding: 6px 13px; border: 1px solid ${line}; }
.markup th { font-weight: 600; }
.markup tr:nth-child(2n) { background: ${row}; }
.markup code { padding: .2em .4em; font: 85% ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; background: ${code}; border-radius: 4px; white-space: break-spaces; }
.markup pre { padding: 16px; background: ${code}; border-radius: 4px; font-size: 85%; line-height: 1.45; }
.markup pre > code { padding: 0; background: transparent; font-size: 100%; white-space: pre-wrap; word-break: break-all; }
.markup summary { cursor: pointer; color: ${dim}; }
`;
}

export const GITEA_SHEET: Readonly<Record<Theme, string>> = {
  light: sheet({
    back: '#ffffff',
    text: '#181c21',
    line: '#d0d7de',
    code: '#7c858e26',
    row: '#00000008',
    link: '#4183c4',
    dim: '#181c21',
  }),
  dark: sheet({
    back: '#1e2327',
    text: '#d2d4d8',
    line: '#3b444c',
    code: '#7c858e26',
    row: '#ffffff08',
    link: '#87ab63',
    dim: '#d2d4d8',
  }),
};
