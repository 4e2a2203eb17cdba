import { describe, expect, test } from '@jest/globals';
import { listed } from '../scratch-tree.ts';

const KEY = '-----BEGIN RSA PRIVATE KEY-----\nnot a key\n';
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nnot one\n';

async function found(path: string, content: string): Promise<string[]> {
  const { credentials } = await listed({ Dockerfile: '', [path]: content });
  return credentials.map((one) => one.path);
}

describe('named in a warning', () => {
  test.each([
    ['.env', 'A=b'],
    ['app/.env.production', 'A=b'],
    ['.envrc', 'export A=b'],
    ['.ssh/id_rsa', 'x'],
    ['id_ed25519', 'x'],
    ['certs/server.pem', KEY],
    ['Server.KEY', `${CERTIFICATE}${KEY}`],
    ['putty.ppk', 'PuTTY-User-Key-File-3: x'],
    ['store.p12', 'x'],
    ['.npmrc', 'registry=x\n//registry.invalid/:_authToken=not-a-token\n'],
    ['.yarnrc.yml', 'npmAuthToken: "not-a-token"\n'],
    ['.pypirc', '[pypi]\npassword = not-a-password\n'],
    ['pip.conf', 'index-url = https://me:not-a-password@host.invalid/\n'],
    ['.netrc', 'machine host.invalid login me password not-a-password\n'],
    ['.docker/config.json', '{"auths":{"x":{"auth":"bm90"}}}'],
    ['.git-credentials', 'https://me:not-a-password@host.invalid\n'],
    ['.aws/credentials', '[default]\naws_secret_access_key = not-a-key\n'],
    ['gcp-service-account.json', '{"private_key": "-----BEGIN PRIVATE KEY-----\\n"}'],
    ['application_default_credentials.json', '{"refresh_token": "not-a-token"}'],
    ['.azure/accessTokens.json', '[]'],
    ['.kube/config', 'users:\n- user:\n    token: not-a-token\n'],
    ['infra/terraform.tfstate', '{}'],
    ['prod.tfvars', 'db_password = "not-a-password"\n'],
    ['.vault-token', 'not-a-token'],
  ])('%s', async (path, content) => {
    expect(await found(path, content)).toEqual([path]);
  });
});

describe('not named', () => {
  test.each([
    ['.env.example', 'A='],
    ['.env.local.template', 'A='],
    ['.env.sample', 'A='],
    ['.env', ''],
    ['env.ts', 'x'],
    ['ca.pem', CERTIFICATE],
    ['public.key', '-----BEGIN PUBLIC KEY-----'],
    ['id_rsa.pub', 'ssh-rsa x'],
    ['.npmrc', `//registry.invalid/:_authToken=\${NPM_TOKEN}\nsave-exact=true\n`],
    ['.npmrc', '; //registry.invalid/:_authToken=old\n'],
    ['.docker/config.json', '{"credsStore":"desktop"}'],
    ['.aws/config', '[default]\nregion = x\n'],
    ['tokenizer.json', '{"token": 1}'],
    ['prod.tfvars', 'region = "x"\n'],
    ['node_modules/pkg/test/key.pem', KEY],
    ['keyboard.ts', KEY],
  ])('%s', async (path, content) => {
    expect(await found(path, content)).toEqual([]);
  });

  test('what is ignored, and links', async () => {
    const plan = { Dockerfile: '', '.dockerignore': '.env', '.env': 'A=b', id_rsa: '->/etc/hostname' };
    expect((await listed(plan)).credentials).toEqual([]);
  });

  test('a key further down than what is read', async () => {
    expect(await found('late.pem', 'x'.repeat(70_000) + KEY)).toEqual([]);
  });
});

test('the line given keeps the file out', async () => {
  const plan = {
    Dockerfile: '',
    'a b/.env': 'A=b',
    '#/.env': 'A=b',
    '[x]/.env.{a|b}': 'A=b',
    '!y/.env': 'A=b',
    '.env ': 'A=b',
  };
  const lines = (await listed(plan)).credentials.map(({ ignoreLine }) => ignoreLine);
  expect(lines).toHaveLength(5);
  const after = await listed({ ...plan, '.dockerignore': lines.join('\n') });
  expect(after.credentials).toEqual([]);
  expect(after.notices).toEqual([]);
});
