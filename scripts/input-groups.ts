/** Inputs that belong together, in the order in which README shows them. */
export type InputGroup = { readonly title: string; readonly inputs: readonly string[] };

/** What most workflows give: README's first table. */
export const MOST_NEEDED: readonly string[] = [
  'cloud',
  'api-key',
  'account-id',
  'agent-name',
  'context',
  'dockerfile',
  'manifest',
  'build-args',
  'deploy',
  'dry-run',
];

/** All others by purpose; at the end those of only one cloud. */
export const MORE: readonly InputGroup[] = [
  { title: 'What the step does', inputs: ['mode', 'base-url'] },
  {
    title: 'The image and its build',
    inputs: ['image-name', 'image-tag', 'image', 'platform', 'build', 'reuse-within', 'build-id'],
  },
  {
    title: 'Previews',
    inputs: ['preview-label', 'preview-ttl', 'preview-keep', 'preview-url', 'preview-check', 'pr-number'],
  },
  {
    title: 'The comment and the forge',
    inputs: ['comment', 'comment-key', 'github-token', 'github-environment'],
  },
  {
    title: 'Time',
    inputs: ['build-timeout', 'deploy-timeout', 'poll-interval', 'cancel-on-abort', 'history'],
  },
  { title: 'Many agents in one repository', inputs: ['agents', 'base', 'parallel', 'fail-fast'] },
  { title: 'Scale GenAI Platform only', inputs: ['agent-id', 'environment-config'] },
  { title: 'Prime Intellect only', inputs: ['visibility', 'vm-image', 'source-image'] },
  {
    title: 'Pipecat Cloud only',
    inputs: [
      'region',
      'deploy-wait',
      'secret-set',
      'image-credentials',
      'agent-profile',
      'min-agents',
      'max-agents',
      'max-session-duration',
      'krisp-viva',
      'managed-keys',
    ],
  },
];
