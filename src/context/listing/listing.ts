/** Which files a build context has: listed in order, with what was left out and by which rule. */
export { checkLink, closeOpener, type ReadBuffer, readContent, type Wait } from './content.ts';
export { ignoreLineFor } from './credentials.ts';
export { resolveDockerfile } from './dockerfile.ts';
export { statIfPresent } from './file-system.ts';
export { chooseIgnoreFile, type IgnoreChoice, isIgnoreFile } from './ignore-choice.ts';
export { includedPaths } from './include-paths.ts';
export { largestFiles } from './largest.ts';
export { createFileOpener, type FileOpener, READ_FLAGS } from './open-file.ts';
export { pathInside } from './path-inside.ts';
export { isSent } from './sent.ts';
export { asOnDisk } from './spelling.ts';
export { listTree } from './tree.ts';
export { type WhyNotSent, whyNotSent } from './why-not-sent.ts';
