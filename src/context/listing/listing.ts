/** Which files a build context has: listed in order, with what was left out and by which rule. */
export { READ_FLAGS, type ReadBuffer, readContent, type Wait } from './content.ts';
export { ignoreLineFor } from './credentials.ts';
export { resolveDockerfile } from './dockerfile.ts';
export { chooseIgnoreFile } from './ignore-choice.ts';
export { includedPaths } from './include-paths.ts';
export { largestFiles } from './largest.ts';
export { pathInside } from './staging.ts';
export { listTree } from './tree.ts';
