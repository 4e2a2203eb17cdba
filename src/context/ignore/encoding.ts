/**
 * The bytes of an ignore file as text and back. Docker reads bytes and compares invalid UTF-8 unchanged. Here such a
 * byte becomes the lone surrogate U+DC00 + byte, which no text from UTF-8 has, and becomes the byte again where bytes
 * are compared.
 */

const LONE = /\p{Surrogate}/u;

/** @param content a text is returned unchanged */
export function decode(content: Uint8Array | string): string {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return decodeFaulty(content);
  }
}

/** Byte by byte, as Go does: the valid character at each place, or one byte. */
function decodeFaulty(content: Uint8Array): string {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  let text = '';
  for (let at = 0; at < buffer.length; ) {
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
export function hasLoneBytes(text: string): boolean {
  return LONE.test(text);
}

/** The text's bytes, each as one character. */
export function bytesOf(text: string): string {
  return text
    .split(/(\p{Surrogate})/u)
    .map((part) =>
      LONE.test(part)
        ? String.fromCharCode(part.charCodeAt(0) - 0xdc00)
        : Buffer.from(part).toString('latin1'),
    )
    .join('');
}

/** The text as Go reads it by characters: invalid bytes become U+FFFD. */
export function withReplacements(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * At most one warning, for a file that Docker reads differently from an editor.
 *
 * @param file relative to the workspace
 */
export function encodingWarnings(content: Uint8Array, file: string): string[] {
  const cause = causeOf(decode(content));
  if (cause === undefined) return [];
  return [
    `${file} ${cause}. Docker reads it as UTF-8 with a line feed after each line, so its rules may not do what was meant. Save it in that form.`,
  ];
}

function causeOf(text: string): string | undefined {
  if (text.includes('\0')) return 'is UTF-16 or no text at all';
  if (hasLoneBytes(text)) return 'has bytes that are no UTF-8';
  if (/\r[^\r\n]/.test(text)) return 'has a carriage return alone where a line should end';
  return undefined;
}
