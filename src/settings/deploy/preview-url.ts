import { isLoopbackLiteral } from '../../clouds/safe-address.ts';
import { type Faults, nearest, quote } from '../faults.ts';
import type { InputReader } from '../reader.ts';

/** The names that `preview-url` and `preview-check` may have in braces. */
export const PREVIEW_NAMES = ['agent', 'label', 'deployment', 'build', 'tag', 'pr'] as const;
type PreviewName = (typeof PREVIEW_NAMES)[number];
export type PreviewValues = Readonly<Partial<Record<PreviewName, string>>>;

const PLACE = /\{([^{}]*)\}/g;
const EXAMPLE = 'https://{label}.preview.example/{agent}';

/** The checked template; absent where none is given or it is faulty. */
export function readPreviewUrl(reader: InputReader, faults: Faults): string | undefined {
  const template = reader.text('preview-url');
  if (template === undefined) return undefined;
  const problem = templateFault(template);
  if (problem === undefined) return template;
  faults.add({ where: 'preview-url', problem, accepted: `an https address such as ${EXAMPLE}` });
  return undefined;
}

/** The checked path or template of `preview-check`; absent where none is given or it is faulty. */
export function readPreviewCheck(reader: InputReader, faults: Faults): string | undefined {
  const check = reader.text('preview-check');
  if (check === undefined) return undefined;
  const isPath = check.startsWith('/') && !/^\/[/\\]/.test(check);
  const problem =
    isPath && reader.text('preview-url') === undefined
      ? `${quote(check)} is a path, and there is no preview-url that it could belong to`
      : templateFault(isPath ? `https://preview.example${check}` : check);
  if (problem === undefined) return check;
  const accepted = `a path such as /healthz together with preview-url, or an https address such as ${EXAMPLE}/healthz`;
  faults.add({ where: 'preview-check', problem, accepted });
  return undefined;
}

/** The address of `preview-check`: a path belongs to the preview's own host. @returns `undefined` as `expandPreviewUrl` */
export function expandPreviewCheck(
  check: string,
  values: PreviewValues,
  previewUrl: string | undefined,
): string | undefined {
  if (!check.startsWith('/')) return expandPreviewUrl(check, values);
  const path = expandPreviewUrl(`https://preview.example${check}`, values);
  if (path === undefined || previewUrl === undefined) return undefined;
  const { pathname, search } = new URL(path);
  return new URL(`${new URL(previewUrl).origin}${pathname}${search}`).href;
}

/** What is wrong with a template, as the end of a sentence; `undefined` where nothing is. */
export function templateFault(template: string): string | undefined {
  const problems = [namesFault(template), formFault(template)].filter((problem) => problem !== undefined);
  return problems.length === 0 ? undefined : problems.join('; ');
}

function namesFault(template: string): string | undefined {
  const names = [...template.matchAll(PLACE)].map(([, name = '']) => name).filter((name) => !isName(name));
  if (names.length === 0) return undefined;
  const unknown = [...new Set(names)].map((name) => {
    const meant = nearest(name, PREVIEW_NAMES);
    return `{${name}} is not known${meant === undefined ? '' : ` (did you mean {${meant}}?)`}`;
  });
  return `${unknown.join(', ')}; known are ${PREVIEW_NAMES.map((one) => `{${one}}`).join(', ')}`;
}

function formFault(template: string): string | undefined {
  const sample = template.replace(PLACE, 'x');
  if (/[{}]/.test(sample)) return `${quote(template)} has a brace without its counterpart`;
  return URL.canParse(sample) ? addressFault(new URL(sample)) : `${quote(template)} is not an address`;
}

function isName(name: string): name is PreviewName {
  return (PREVIEW_NAMES as readonly string[]).includes(name);
}

function addressFault(url: URL): string | undefined {
  if (url.username !== '' || url.password !== '') return 'it holds user information, which would be shown';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackLiteral(url.hostname)))
    return undefined;
  return `it must begin with https://, not ${url.protocol}//`;
}

/**
 * The address with the value of each name, encoded so that a value cannot change the rest of the address.
 * @returns `undefined` where a value is unknown or would make no address
 */
export function expandPreviewUrl(template: string, values: PreviewValues): string | undefined {
  let known = true;
  const address = template.replace(PLACE, (_, name: PreviewName) => {
    const value = values[name] ?? '';
    // In an address these two are path steps, however they are encoded.
    if (value === '' || value === '.' || value === '..') known = false;
    return encodeURIComponent(value.replace(/\p{Cs}/gu, '\uFFFD'));
  });
  return known && URL.canParse(address) ? new URL(address).href : undefined;
}
