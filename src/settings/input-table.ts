import { AUDIO_FILTERS } from './agent-rules.ts';

/**
 * Every input with its literal default, as action.yml declares them (a test holds the two equal).
 * Defaults that depend on something else (the cloud, the event, the project file) are empty here.
 */
export const INPUT_DEFAULTS = {
  cloud: '',
  'api-key': '',
  'account-id': '',
  'base-url': '',
  region: '',
  mode: 'run',
  context: '.',
  dockerfile: 'Dockerfile',
  manifest: '',
  'environment-config': '',
  'agent-name': '',
  'agent-id': '',
  image: '',
  'source-image': '',
  'image-name': '',
  'image-tag': '',
  'build-args': '',
  platform: '',
  visibility: '',
  'vm-image': 'false',
  build: 'auto',
  'reuse-within': '7d',
  'build-id': '',
  deploy: 'none',
  'preview-label': '',
  'preview-ttl': '8h',
  'preview-keep': '1',
  'preview-url': '',
  'preview-check': '',
  'pr-number': '',
  comment: 'auto',
  'comment-key': '',
  'github-token': '',
  'github-environment': '',
  'build-timeout': '30m',
  'deploy-timeout': '15m',
  'deploy-wait': 'true',
  'secret-set': '',
  'image-credentials': '',
  'agent-profile': '',
  'min-agents': '',
  'max-agents': '',
  'max-session-duration': '',
  'krisp-viva': '',
  'managed-keys': '',
  'poll-interval': '5s',
  'cancel-on-abort': 'true',
  history: '20',
  agents: '',
  parallel: '20',
  'fail-fast': 'false',
  base: '',
  'dry-run': 'false',
} as const satisfies Readonly<Record<string, string>>;

export type InputName = keyof typeof INPUT_DEFAULTS;

export const INPUT_NAMES = Object.keys(INPUT_DEFAULTS) as readonly InputName[];

/** Used where neither an input nor the discovery names a cloud (`discovery.ts`). */
export const DEFAULT_CLOUD = 'sgp';

/** The inputs with a closed set of values. */
export const CHOICES = {
  cloud: ['sgp', 'prime', 'pipecat'],
  mode: ['run', 'plan', 'cleanup', 'report'],
  visibility: ['private', 'public'],
  build: ['auto', 'always', 'never'],
  deploy: ['none', 'preview', 'production', 'auto'],
  comment: ['auto', 'always', 'never', 'on-failure'],
  'krisp-viva': AUDIO_FILTERS,
} as const satisfies Readonly<Partial<Record<InputName, readonly string[]>>>;

/** Never shown in a message. */
export const SECRET_INPUTS: ReadonlySet<InputName> = new Set(['api-key', 'github-token']);
