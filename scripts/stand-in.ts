/**
 * Stands in the bundle where `@actions/core` expects `@actions/http-client` and `@actions/exec`; see scripts/bundle.ts.
 * Only `core.getIDToken()` would use the one, only `core.platform.getDetails()` the other.
 */

function refuse(): never {
  throw new Error('this action asks for no OIDC token and runs no command through @actions/core');
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

export async function exec(): Promise<never> {
  return refuse();
}

export async function getExecOutput(): Promise<never> {
  return refuse();
}
