/** What earlier runs leave for later ones in the runner’s cache. */
export { type BuildCache, openBuildCache } from './build-cache.ts';
