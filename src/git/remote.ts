/**
 * A remote's address as one name for the repository: without scheme, user info, `.git` and outer slashes, the host
 * lower-cased, a port kept, `git@host:path` as `host/path` (contracts/README.md, "Provenance fields"). `undefined`
 * for an address that cannot be parsed reliably, since a part of it may be a password.
 */
export function normalRemote(address: string): string | undefined {
  const bare = address.trim().replace(/[?#].*$/s, '');
  const url = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(.*)$/is.exec(bare);
  if (url) return named(url[1] ?? '', url[2] ?? '');
  const scp = /^([^/\\]*@)?(\[[^\]]+\]|[^:/\\@]{2,}):(.*)$/s.exec(bare);
  if (scp) return named(scp[2] ?? '', scp[3] ?? '');
  return bare.includes('@') || bare.includes(':') ? undefined : named('', bare);
}

function named(authority: string, path: string): string | undefined {
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  if (!/^(\[[0-9a-f:.]+\]|[^:[\]\s]*)(:\d*)?$/.test(host)) return undefined;
  const name = path
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');
  return [host, name].filter(Boolean).join('/') || undefined;
}
