/**
 * Replaces the entry of undici in the bundle; see scripts/replaced.ts. undici's own entry requires all that the package
 * has (0.9 MB with WebSocket, caches, cookies, mocks). This one has what the action and its packages import, in two files, so
 * that the bundler leaves `fetch` to those that import it.
 */
export { Agent, Client, Pool, ProxyAgent } from './dispatchers.ts';
export { fetch } from './fetch.ts';
