/** Paths that inputs and project files name, held against the files of the workspace. */
export { resolveContext } from './context-folder.ts';
export { isEmptyFolder, isFile, isFolder, realPath } from './files.ts';
export { isInside, resolveLinks, shown } from './paths.ts';
