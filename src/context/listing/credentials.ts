/** Finds files of a context that look like credentials: by name, and by content if the name is not enough. */
import type { Entry } from '../entry.ts';
import { headOf } from './open-file.ts';

/** Bytes that are searched; a token after them is not found. */
const READ_BYTES = 64 * 1024;

/** A kind of file with credentials; `content` must match too if the name alone is not enough. */
type Sign = { readonly name: RegExp; readonly content?: RegExp };

// Names are tested in lower case against the last two parts of a path.
const SIGNS: readonly Sign[] = [
  { name: /(^|\/)\.env[^/]*$/ },
  { name: /(^|\/)id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/ },
  { name: /\.(pem|key)$|(^|\/)ssh_host_[a-z0-9]+_key$/, content: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/ },
  { name: /\.ppk$/, content: /^PuTTY-User-Key-File/ },
  { name: /\.(p12|pfx|jks|keystore|kdbx)$/ },
  {
    name: /(^|\/)\.npmrc$/,
    content: /^[^#;\n]*(_authToken|_auth|_password)\s*=\s*(?!["']?\$\{)["']?[^\s"']/m,
  },
  { name: /(^|\/)\.yarnrc\.yml$/, content: /^[ \t]*npmAuth(Token|Ident):\s*(?!["']?\$\{)["']?[^\s"'#]/m },
  { name: /(^|\/)\.pypirc$/, content: /^[ \t]*password\s*[=:]\s*\S/m },
  { name: /(^|\/)pip\.(conf|ini)$/, content: /:\/\/[^/\s:@$]+:[^/\s@$]+@/ },
  { name: /(^|\/)[._]netrc$/, content: /(^|\s)password\s+\S/ },
  {
    name: /(^|\/)(\.docker\/config\.json|\.dockercfg|\.dockerconfigjson)$/,
    content: /"(auth|identitytoken|password)"\s*:\s*"[^"]/,
  },
  { name: /(^|\/)\.git-credentials$/, content: /:\/\/[^/\s:@]+:[^/\s@]+@/ },
  {
    name: /(^|\/)\.aws\/(credentials|config)$|(^|\/)aws[-_]?credentials$/,
    content: /aws_(secret_access_key|session_token)\s*=\s*\S/,
  },
  {
    name: /(^|\/)[^/]*(credentials?|service[-_]?account|client[-_]?secrets?|key|gcp|gcloud|firebase|token)[^/]*\.json$/,
    content: /-----BEGIN [A-Z ]*PRIVATE KEY|"(refresh_token|client_secret)"\s*:\s*"[^"]/,
  },
  { name: /(^|\/)\.azure\/(accesstokens|msal_token_cache|service_principal_entries)[^/]*$/ },
  {
    name: /(^|\/)(\.kube\/config|kubeconfig[^/]*|[^/]+\.kubeconfig)$/,
    content: /^[ \t]*(?:-[ \t]+)?(client-key-data|token|password)\s*:\s*\S/m,
  },
  { name: /\.tfstate(\.backup)?$/ },
  {
    name: /\.tfvars$/,
    content: /^[ \t]*\w{0,40}?(password|secret|token|api_?key|private_?key)\w{0,40}[ \t]*=[ \t]*"[^"]/im,
  },
  {
    name: /(^|\/)(\.terraformrc|terraform\.rc|credentials\.tfrc\.json)$/,
    content: /"?token"?\s*[=:]\s*"[^"]/,
  },
  { name: /(^|\/)(\.vault-token|\.pgpass|\.htpasswd|\.streamlit\/secrets\.toml)$/ },
  {
    name: /(^|\/)(\.s3cfg|\.boto|\.my\.cnf)$/,
    content: /^[ \t]*(\w{0,40}secret\w{0,40}|password)\s*=\s*\S/m,
  },
  { name: /(^|\/)gh\/hosts\.yml$/, content: /oauth_token\s*:\s*\S/ },
];

/** Without one of these substrings no sign can match: one cheap test for ordinary names. */
const ANY_SIGN =
  /\.env|id_|\.pem|key|\.ppk|\.p12|\.pfx|\.jks|\.kdbx|\.npmrc|\.yarnrc|pypirc|pip\.|netrc|docker|\.git|credential|account|secret|gcp|gcloud|firebase|token|\.azure|kube|\.tf|terraform\.rc|\.pgpass|\.htpasswd|\.s3cfg|\.boto|my\.cnf|hosts\.yml|\.aws/;

const EXAMPLE = /[._-](examples?|samples?|templates?|tpl|dist|defaults|schema)(?=[._-]|$)/;

// Published packages contain no secrets, but keys for their tests.
const PUBLISHED = /(^|\/)(node_modules|site-packages|dist-packages)\//;

/** An unreadable file counts as none: packing will report it. */
export function isCredential(entry: Entry): boolean {
  if (entry.kind !== 'file' || entry.size === 0) return false;
  const lastTwo = entry.path
    .slice(entry.path.lastIndexOf('/', entry.path.lastIndexOf('/') - 1) + 1)
    .toLowerCase();
  if (!ANY_SIGN.test(lastTwo) || PUBLISHED.test(entry.path)) return false;
  const base = lastTwo.slice(lastTwo.lastIndexOf('/') + 1);
  if (EXAMPLE.test(base)) return false;
  const signs = SIGNS.filter(({ name }) => name.test(lastTwo));
  if (signs.length === 0) return false;
  if (signs.some(({ content }) => content === undefined)) return true;
  const head = headOf(entry.source, READ_BYTES);
  return signs.some(({ content }) => content?.test(head));
}

/**
 * Whether it has a name that private keys usually have, with any content: they are not sent to a cloud whose own
 * packer always leaves them out (contracts/README.md, "Pipecat: context hash and determinism").
 */
export function hasNameOfKey({ kind, path }: Entry): boolean {
  return kind === 'file' && /\.(pem|key)$/i.test(path) && !PUBLISHED.test(path);
}

/**
 * A line for an ignore file that excludes exactly this path. Spaces at the end and line breaks cannot be escaped
 * there; a class and a `?` are used for them (docs/context.md, rules 10, 11 and 17).
 */
export function ignoreLineFor(path: string): string {
  if (!/[*?[\]\\\p{Cc}]|^[!#]|^\p{White_Space}|\p{White_Space}$/u.test(path)) return path;
  return path
    .replace(/[*?[\]\\|{}^!#]/g, '\\$&')
    .replace(/\p{Cc}/gu, '?')
    .replace(/^\p{White_Space}|\p{White_Space}$/gu, '[$&]');
}
