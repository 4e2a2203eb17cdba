import type { LogEvent } from './events.ts';

/** Turns events into the visible lines, in order; from then on a masked value is `***`. */
export type LogView = {
  readonly show: (event: LogEvent) => string | undefined;
};

type ViewOptions = {
  /** `folded`: only the title of each group, as a finished step is first shown. */
  readonly groups?: 'open' | 'folded';
};

/** Groups do not nest on any platform: opening one closes the previous one (docs/platform.md). */
export function openView(options: ViewOptions = {}): LogView {
  const masks = new Set<string>();
  let inside = false;
  const folded = options.groups === 'folded';
  const mask = (text: string) => hide(text, masks);
  const body = (text: string) => (inside ? (folded ? undefined : `  ${mask(text)}`) : mask(text));
  return {
    show: (event) => {
      switch (event.kind) {
        case 'group':
          inside = true;
          return `${folded ? '▸' : '▾'} ${mask(event.title)}`;
        case 'endgroup':
          inside = false;
          return undefined;
        case 'mask':
          for (const value of [event.value, ...event.value.split(/\r?\n/)])
            if (value.trim()) masks.add(value);
          return undefined;
        case 'annotation':
          return body(`${capitalized(event.level)}: ${event.message}${placeOf(event)}`);
        case 'text':
          return body(event.raw);
        case 'refused':
          return body(`Error: ${event.reason}`);
        default:
          return undefined;
      }
    },
  };
}

/** The whole visible log. */
export function renderLog(events: readonly LogEvent[], options: ViewOptions = {}): string {
  const view = openView(options);
  return events.flatMap((event) => view.show(event) ?? []).join('\n');
}

/** Longest first, so that a mask within another one leaves nothing of the longer one. */
function hide(text: string, masks: Iterable<string>): string {
  return [...masks]
    .sort((a, b) => b.length - a.length)
    .reduce((shown, value) => shown.replaceAll(value, '***'), text);
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function placeOf(event: { readonly file?: string; readonly line?: number }): string {
  if (!event.file) return '';
  return ` (${event.file}${event.line === undefined ? '' : `:${event.line}`})`;
}
