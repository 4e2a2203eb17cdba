/**
 * Replaces `@actions/http-client` and `@actions/exec` for `@actions/core` in the bundle; see scripts/bundle.ts. Only
 * `core.getIDToken()` would use the first, only `core.platform.getDetails()` the second.
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
