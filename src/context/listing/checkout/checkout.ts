/** What actions/checkout leaves in a workspace: git's own folder with its credentials, and what it did not fetch. */
export { gitCredentials, isBelowGit } from './git-credentials.ts';
export { missingFromCheckout } from './missing.ts';
