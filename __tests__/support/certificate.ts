import { createSign, generateKeyPairSync } from 'node:crypto';
import { isIPv4 } from 'node:net';

/**
 * A self-signed certificate, made new each time: the repository contains no key. X.509 v3 by RFC 5280, with the few
 * fields that TLS needs.
 */
export function selfSigned(names: readonly string[] = []): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const name = sequence(
    tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from('not a certificate authority')))),
  );
  const time = (at: string) => tagged(0x17, Buffer.from(at));
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    ...(names.length === 0 ? [] : [alternativeNames(names)]),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const der = sequence(body, algorithm, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const base64 = der.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  };
}

/** RFC 5280, section 4.2.1.6: the names of the certificate, an IPv4 address as its four bytes. */
function alternativeNames(names: readonly string[]): Buffer {
  const each = names.map((name) =>
    isIPv4(name) ? tagged(0x87, Buffer.from(name.split('.').map(Number))) : tagged(0x82, Buffer.from(name)),
  );
  const extension = sequence(oid('551d11'), tagged(0x04, sequence(...each)));
  return tagged(0xa3, sequence(extension));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

/** DER: one byte for the type, then the length, then the value. */
function tagged(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), value]);
}
