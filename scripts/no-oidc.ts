/**
 * Stands in the bundle where `@actions/core` expects `@actions/http-client`; see scripts/bundle.ts.
 * Only `core.getIDToken()` would use it.
 */

function refuse(): never {
  throw new Error('this action asks for no OIDC token, so its bundle carries no client for it');
}

export class HttpClient {
  constructor() {
    refuse();
  }
}

export class BearerCredentialHandler {
  constructor() {
    refuse();
  }
}
