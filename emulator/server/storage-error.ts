import type { Reply } from './exchange.ts';

/** An object store's refusal: XML, whatever the API beside it speaks. */
export function storageError(status: number, code: string, message: string): Reply {
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const text = `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${escaped}</Message></Error>`;
  return { kind: 'text', status, type: 'application/xml', text };
}
