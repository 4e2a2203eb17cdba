/** The names of requests, as fault rules use them. */
const OPERATIONS: readonly (readonly [name: string, method: string, path: RegExp])[] = [
  ['whoAmI', 'GET', /^\/user$/],
  ['viewer', 'POST', /^\/graphql$/],
  ['getRepository', 'GET', /^\/repos\/[^/]+\/[^/]+$/],
  ['listComments', 'GET', /\/issues\/\d+\/comments$/],
  ['createComment', 'POST', /\/issues\/\d+\/comments$/],
  ['updateComment', 'PATCH', /\/issues\/comments\/\d+$/],
  ['deleteComment', 'DELETE', /\/issues\/comments\/\d+$/],
  ['getPullRequest', 'GET', /\/pulls\/\d+$/],
  ['createDeployment', 'POST', /\/deployments$/],
  ['setDeploymentStatus', 'POST', /\/deployments\/\d+\/statuses$/],
];

/** @param path below the API's root */
export function operationOf(method: string, path: string): string | undefined {
  return OPERATIONS.find(([, wanted, shape]) => wanted === method && shape.test(path))?.[0];
}
