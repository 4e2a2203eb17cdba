/** Characters. A shorter text is not a secret; masking it would make logs unreadable and remove job outputs. */
export const SHORTEST_SECRET = 4;

/**
 * The encodings in which servers, libraries and people repeat a secret. Each row gives the texts that a secret
 * becomes, also inside a longer text. Runners mask the first row, and some of the others depending on their version
 * (docs/platform.md, "Commands and log"), so we mask all.
 */
export const SECRET_FORMS: Readonly<Record<string, (secret: string) => readonly string[]>> = {
  plain: (secret) => [secret],
  'in a URL (%2F, %2f)': (secret) => {
    // Converted through bytes: half a surrogate pair would throw.
    const encoded = encodeURIComponent(Buffer.from(secret).toString());
    const strict = encoded.replaceAll(/[!'()*]/g, percent);
    const all = [
      encoded,
      strict,
      strict.replaceAll('~', '%7E'),
      strict.replaceAll('~', '%7E').replaceAll('%20', '+'),
    ];
    return all.flatMap((text) => [text, lowerEscapes(text)]);
  },
  'in JSON (\\", \\/, \\u0026)': (secret) => {
    const inner = JSON.stringify(secret).slice(1, -1);
    const plain = [
      inner,
      escaped(inner, /[<>&\u2028\u2029]/g),
      escaped(inner.replaceAll('\\"', '\\u0022'), /[<>&'+`]/g),
    ];
    const ascii = plain.map((text) => escaped(text, /[\x7f-\uffff]/g));
    return [...plain, ...ascii].flatMap((text) => [text, text.replaceAll('/', '\\/'), upperEscapes(text)]);
  },
  'in HTML or XML (&amp;)': (secret) => {
    const base = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return ['"', '&quot;', '&#34;', '&#x22;'].flatMap((double) =>
      ["'", '&apos;', '&#39;', '&#x27;', '&#039;'].map((single) =>
        base.replaceAll('"', double).replaceAll("'", single),
      ),
    );
  },
  'in hexadecimal': (secret) => {
    const hex = Buffer.from(secret).toString('hex');
    return [hex, hex.toUpperCase()];
  },
  'in base64, alone or behind other bytes (user:key)': (secret) =>
    base64Forms(secret).flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]),
};

/**
 * A secret in every encoding of the table, without duplicates.
 * @returns empty for a text that is too short
 */
export function secretForms(secret: string): readonly string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const forms = new Set(Object.values(SECRET_FORMS).flatMap((spell) => spell(secret)));
  return [...forms].filter((form) => form.length >= SHORTEST_SECRET);
}

/** Bits in a byte and in a character of base64. */
const BYTE = 8;
const CHARACTER = 6;

/**
 * The characters that depend only on the secret, for each of its three possible positions in a group of three bytes;
 * with and without the last character, which also depends on the bytes after it.
 */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const from = Math.ceil((before * BYTE) / CHARACTER);
    const to = Math.floor(((before + bytes.length) * BYTE) / CHARACTER);
    return [text.slice(from), text.slice(from, to)];
  });
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function lowerEscapes(text: string): string {
  return text.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

function upperEscapes(text: string): string {
  return text.replaceAll(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
}

/** Further escapes in JSON (Go's and .NET's encoders). */
function escaped(text: string, characters: RegExp): string {
  return text.replaceAll(characters, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
