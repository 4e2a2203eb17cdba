/**
 * The forms of NO_PROXY, each with addresses that bypass the proxy because of it, and similar ones that do not.
 * `__tests__/proxy.test.ts` runs through the table; the last column says which other programs read it like this.
 */
type NoProxyForm = {
  readonly form: string;
  readonly value: string;
  readonly direct: readonly string[];
  readonly proxied: readonly string[];
  readonly known: string;
};

export const NO_PROXY_FORMS: readonly NoProxyForm[] = [
  {
    form: 'a host, with all below it',
    value: 'example.com',
    direct: ['https://example.com', 'https://api.example.com', 'http://example.com:8080'],
    proxied: ['https://notexample.com', 'https://example.com.evil.test'],
    known: 'curl, Go, the toolkit (undici: the host alone)',
  },
  {
    form: 'a dot and a host: what is below it',
    value: '.example.com',
    direct: ['https://api.example.com', 'https://a.b.example.com'],
    proxied: ['https://example.com', 'https://notexample.com'],
    known: 'Go, undici, the toolkit (curl: the host as well)',
  },
  {
    form: 'a star, a dot and a host: the same',
    value: '*.example.com',
    direct: ['https://api.example.com', 'https://a.b.example.com'],
    proxied: ['https://example.com', 'https://notexample.com'],
    known: 'Go, undici',
  },
  {
    form: 'a host and a port',
    value: 'example.com:8443',
    direct: ['https://example.com:8443', 'https://api.example.com:8443'],
    proxied: ['https://example.com', 'https://example.com:8444'],
    known: 'Go, undici, the toolkit',
  },
  {
    form: 'the port that goes without saying',
    value: 'example.com:443',
    direct: ['https://example.com'],
    proxied: ['http://example.com'],
    known: 'Go, undici, the toolkit',
  },
  {
    form: 'a star: everything',
    value: '*',
    direct: ['https://example.com', 'http://192.0.2.7', 'https://[2001:db8::1]'],
    proxied: [],
    known: 'curl, Go, undici, the toolkit',
  },
  {
    form: 'an address',
    value: '192.0.2.7',
    direct: ['http://192.0.2.7', 'https://192.0.2.7:8443'],
    proxied: ['http://192.0.2.70', 'http://1.192.0.2.7.example.com'],
    known: 'curl, Go, undici, the toolkit',
  },
  {
    form: 'an address and a port',
    value: '192.0.2.7:8080',
    direct: ['http://192.0.2.7:8080'],
    proxied: ['http://192.0.2.7'],
    known: 'Go, undici, the toolkit',
  },
  {
    form: 'a range of addresses (CIDR); names are not looked up for it',
    value: '10.0.0.0/8',
    direct: ['http://10.1.2.3', 'https://10.255.255.255:8443'],
    proxied: ['http://11.0.0.1', 'http://ten.example.com'],
    known: 'curl, Go',
  },
  {
    form: 'an IPv6 address',
    value: '2001:db8::1',
    direct: ['https://[2001:db8::1]', 'https://[2001:db8:0:0:0:0:0:1]:8443'],
    proxied: ['https://[2001:db8::2]'],
    known: 'curl, Go',
  },
  {
    form: 'an IPv6 address in brackets',
    value: '[2001:db8::1]',
    direct: ['https://[2001:db8::1]', 'https://[2001:DB8::1]:8443'],
    proxied: ['https://[2001:db8::2]'],
    known: 'curl, undici, the toolkit',
  },
  {
    form: 'an IPv6 address in brackets and a port',
    value: '[2001:db8::1]:8443',
    direct: ['https://[2001:db8::1]:8443'],
    proxied: ['https://[2001:db8::1]'],
    known: 'Go, undici, the toolkit',
  },
  {
    form: 'a range of IPv6 addresses',
    value: '2001:db8::/32',
    direct: ['https://[2001:db8:7::1]'],
    proxied: ['https://[2001:db9::1]', 'http://192.0.2.7'],
    known: 'curl, Go',
  },
  {
    form: 'several, with commas, blanks or both between them',
    value: ' one.example ,two.example\tthree.example,, ',
    direct: ['https://one.example', 'https://two.example', 'https://three.example'],
    proxied: ['https://four.example'],
    known: 'curl, undici',
  },
  {
    form: 'upper case',
    value: 'EXAMPLE.com,*.Example.ORG',
    direct: ['https://example.com', 'https://api.EXAMPLE.org'],
    proxied: ['https://example.org'],
    known: 'curl, Go, undici, the toolkit',
  },
];
