/**
 * Replaces two modules of undici in the bundle; see scripts/replaced.ts. undici would use the first for HTTP/2, which is off
 * unless `allowH2` is set, the second for a `FormData` that is sent without `fetch`.
 */
function refuse(): never {
  throw new Error('this action uses no HTTP/2 and sends no FormData');
}

module.exports = Object.assign(refuse, { extractBody: refuse });
