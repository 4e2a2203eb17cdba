/** Characters. A shorter text is no secret, and hiding it would blot out half of every log and drop job outputs. */
export const SHORTEST_SECRET = 4;

/**
 * The spellings in which servers, libraries and people repeat a secret. Each row gives the texts that stand for the
 * secret wherever it is part of a longer text. Runners hide the first, and some of the others by version
 * (docs/platform.md, "Commands and log"), so all are hidden by us.
 */
export const SECRET_FORMS: Readonly<Record<string, (secret: string) => readonly string[]>> = {
  plain: (secret) => [secret],
  'in a URL (%2F, %2f)': (secret) => {
    // By way of its bytes: half a surrogate pair has no form in a URL, and would throw.
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
 * A secret in every spelling of the table, without repetitions.
 * @returns nothing for what is too short to be one
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
 * The characters that depend on the secret alone, for each of the three places that it can have in a group of three
 * bytes; where it ends the text also with the one that depends on its last bits.
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

/** Of JSON: what libraries for web pages escape besides (Go's and .NET's encoders). */
function escaped(text: string, characters: RegExp): string {
  return text.replaceAll(characters, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
