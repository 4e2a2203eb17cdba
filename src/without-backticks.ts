/** Removes backticks around words, for places that do not render Markdown: logs and annotations. */
export function withoutBackticks(text: string): string {
  return text.replaceAll(/`([^`\n]+)`/g, '$1');
}
