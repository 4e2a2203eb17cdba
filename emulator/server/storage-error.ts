import type { Reply } from './exchange.ts';

type Text = Extract<Reply, { kind: 'text' }>;

/** An object store's refusal: always XML, whatever the API uses. `more`: further elements, by their names. */
export function storageError(
  status: number,
  code: string,
  message: string,
  more: Readonly<Record<string, string>> = {},
): Text {
  // S3 gives each request an id; the emulator's is always the same, so that a test can search for it.
  const ids = { RequestId: 'EMULATED0REQUEST', HostId: 'emulated-storage-host' };
  const elements = Object.entries({ Code: code, Message: message, ...more, ...ids })
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join('');
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${elements}</Error>`;
  return { kind: 'text', status, type: 'application/xml', text };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
