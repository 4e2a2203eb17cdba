/** What a cloud is asked with: its address, headers and credentials, and what post and a cancel need of them. */
export { type AccessSettings, readAccess, readForgeToken } from './access.ts';
export { parseCustomHeaders } from './custom-headers.ts';
export { maskCredentials, type Need, readConnection } from './read.ts';
