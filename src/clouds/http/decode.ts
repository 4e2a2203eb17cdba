import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The body without its compression: some gateways compress although `identity` was requested. An encoding that is not
 * known here is left as it is. A broken one is an error of the returned stream.
 * @param encoding the reply's `Content-Encoding`
 */
export function decoded(body: Readable, encoding: string | undefined): Readable {
  const name = encoding?.trim().toLowerCase() ?? '';
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name]?.() : undefined;
  if (decoder === undefined) return body;
  // It destroys both when one of them fails or is dropped; whoever reads the decoder gets the error.
  pipeline(body, decoder, () => {});
  return decoder;
}
