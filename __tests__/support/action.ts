import { temporaryFolder, writeFiles } from './workspace.ts';

/**
 * A small action of its own for tests of the runner itself.
 * @param main  @param post the bodies of two ES modules
 * @returns its folder
 */
export function makeAction(main: string, post?: string): string {
  const folder = temporaryFolder('action');
  writeFiles(folder, {
    'action.yml': [
      'name: probe',
      'inputs:',
      '  api-key: { description: a key }',
      '  with space: { description: a name with a space, default: yes please }',
      `  github-token: { description: a token, default: "\${{ github.token }}" }`,
      'runs:',
      '  using: node24',
      '  main: main.js',
      ...(post === undefined ? [] : ['  post: post.js']),
      '',
    ].join('\n'),
    'package.json': '{"type":"module"}',
    'main.js': main,
    'post.js': post ?? '',
  });
  return folder;
}
