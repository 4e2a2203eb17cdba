import type { Unplayed } from '../../server/exchange.ts';

/** What the vendor's CLI and guides request in addition to the contract. More specific paths come first. */
export const UNPLAYED: readonly Unplayed[] = [
  {
    path: /^\/v1\/(?:organizations\/[^/]+\/services|agents)\/[^/]+\/sessions(?:\/|$)/,
    what: 'sessions of agents',
  },
  { path: /^\/v1\/public\//, what: 'sessions of agents' },
  {
    path: /^\/v1\/(?:organizations\/[^/]+\/services|agents)\/[^/]+\/deployments(?:\/|$)/,
    what: 'the list of deployments of an agent',
  },
  {
    path: /^\/v1\/organizations\/[^/]+\/services\/[^/]+\/environments\//,
    what: 'deploys from a GitHub repository',
  },
  { path: /^\/v1\/(?:organizations\/[^/]+\/)?github(?:\/|$)/, what: 'connections to GitHub' },
  {
    path: /^\/v1\/(?:organizations\/[^/]+\/)?secrets(?:\/|$)/,
    what: 'changes of secret sets (the option secretSets names those there are)',
  },
  { path: /^\/v1\/organizations\/[^/]+\/apiKeys(?:\/|$)/, what: 'API keys: its own key is in its greeting' },
  {
    path: /^\/v1\/organizations\/[^/]+\/agent-profiles(?:\/|$)/,
    what: 'profiles of organizations: it takes any',
  },
  {
    path: /^\/v1\/organizations\/[^/]+\/(?:properties|regions|registry-keys|spend-limit|daily)(?:\/|$)/,
    what: 'this part of an organization',
  },
  { path: /^\/v1\/(?:users|onboarding)(?:\/|$)|^\/auth\//, what: 'sign-in: its key is in its greeting' },
];
