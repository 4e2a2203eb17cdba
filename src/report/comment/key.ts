import { createHash } from 'node:crypto';

/** Characters of an encoded key. */
const LONGEST_KEY = 120;

/**
 * A key that can be part of a marker: unreserved characters stay, all others are percent-encoded. The end of a long
 * key is replaced by a digest of the whole. Different keys stay different.
 */
export function encodeKey(key: string): string {
  const whole = key.replace(/\p{Cs}/gu, '\uFFFD');
  const encoded = encodeURIComponent(whole).replace(/%2F/g, '/').replaceAll('!', '%21');
  if (encoded.length <= LONGEST_KEY) return encoded;
  return `${encoded.slice(0, LONGEST_KEY - 17).replace(/%[0-9A-F]?$/, '')}!${digestOf(whole)}`;
}

/** 16 hexadecimal digits of SHA-256. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
