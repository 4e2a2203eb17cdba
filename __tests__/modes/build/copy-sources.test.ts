import { expect, test } from '@jest/globals';
import { copySources } from '../../../src/modes/build/copy-sources.ts';

const BUILDKIT = 'failed to calculate checksum of ref abc::xyz: "/README.md": not found';

test.each<[string, string, string, readonly string[]]>([
  ['BuildKit', 'COPY README.md .', BUILDKIT, ['README.md']],
  ['BuildKit, of several', 'COPY ./a.txt README.md /app/', BUILDKIT, ['README.md', 'a.txt']],
  ['BuildKit, with a variable', 'COPY $FILE .', BUILDKIT, ['README.md']],
  [
    'the classic builder',
    'COPY README.md /app',
    'COPY failed: file not found in build context or excluded by .dockerignore: stat README.md: file does not exist',
    ['README.md'],
  ],
  [
    'buildah',
    'COPY ./docs/README.md .',
    'checking on sources under "/tmp/x": copier: stat: "/docs/README.md": no such file or directory',
    ['docs/README.md'],
  ],
  [
    'kaniko',
    'ADD README.md .',
    'failed to get fileinfo for /workspace/README.md: lstat /workspace/README.md: no such file or directory',
    ['README.md'],
  ],
  ['flags and JSON', 'COPY --chown=1:1 ["my file", "/app/"]', 'stat my file: does not exist', ['my file']],
  ['another stage', 'COPY --from=build /README.md .', BUILDKIT, []],
  ['an address', 'ADD https://example.com/a.tar /', 'not found', []],
  ['a wildcard', 'COPY *.md /docs/', 'no source files were specified', []],
  ['another complaint', 'COPY README.md .', 'no space left on device', []],
  ['another instruction', 'RUN cat README.md', 'README.md: not found', []],
])('%s: %s', (_name, instruction, words, paths) => {
  expect(copySources(instruction, words)).toEqual(paths);
});
