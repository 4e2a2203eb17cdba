import { ReplyFault } from '../http.ts';
import { fieldsOf, requiredText } from '../reply.ts';

/** Where one archive may be posted to, once. */
export type UploadTarget = {
  readonly uploadId: string;
  readonly url: string;
  /** Form fields, in their order. */
  readonly fields: Readonly<Record<string, string>>;
  /** Values that must not be shown. */
  readonly secrets: readonly string[];
};

/** Fields that are, or are made from, a credential; the others name the object and say how it was signed. */
const SECRET = /policy|credential|token|signature|access/i;
/** Characters: shorter values are not credentials, and masking them would make the log unreadable. */
const SHORTEST = 4;

/** @throws {ReplyFault} for an answer that cannot be used. The client checks whether sources may be sent there. */
export function readTarget(reply: unknown): UploadTarget {
  const target = fieldsOf(reply, 'an upload target');
  const url = requiredText(target, 'the upload target', 'uploadUrl');
  if (!URL.canParse(url)) throw new ReplyFault('`uploadUrl` is no address in the reply');
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(fieldsOf(target.uploadFields, '`uploadFields`'))) {
    if (typeof value !== 'string') throw new ReplyFault(`\`uploadFields.${name}\` is no text in the reply`);
    fields[name] = value;
  }
  const signed = Object.entries(fields).filter(([name]) => SECRET.test(name));
  const secrets = signed.map(([, value]) => value).filter((value) => value.length >= SHORTEST);
  return {
    uploadId: requiredText(target, 'the upload target', 'uploadId'),
    url,
    fields,
    // A query would be part of a signature.
    secrets: new URL(url).search === '' ? secrets : [...secrets, url],
  };
}
