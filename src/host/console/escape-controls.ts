/**
 * What text from outside could do to a terminal, or to the order in which a line is read, shown instead of done:
 * links (OSC 8), the clipboard (OSC 52), cursor and erase sequences, titles, bells, and the controls that turn the
 * direction of text (Unicode Standard Annex 9). Colours and the like (SGR) stay, and with them tab and line ends.
 */

/** C0 without tab and line ends, DEL, C1, and what changes direction. One class for the test and the replacement. */
const CONTROLS =
  '\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const SUSPECT = new RegExp(`[${CONTROLS}]`);
const COLOUR_OR_CONTROL = new RegExp(`\\x1b\\[([\\d;:]{0,64})m|[${CONTROLS}]`, 'g');

/** 38, 48 and 58 take the parameters behind them: `38;5;8` is a colour, and not 8. */
const EXTENDED = /(?:^|[;:])[345]8[;:](?:5[;:]\d*|2(?:[;:]\d*){3,5})/g;
const CONCEAL = /(?:^|[;:])0*8(?=$|[;:])/;

/** Any text, of one line or many, such that a terminal does nothing but colour it. */
export function escapeControls(text: string): string {
  return SUSPECT.test(text) ? text.replace(COLOUR_OR_CONTROL, visible) : text;
}

/** @param parameters of a colour sequence; absent for a control */
function visible(found: string, parameters: string | undefined): string {
  if (parameters === undefined) return codes(found);
  return CONCEAL.test(parameters.replaceAll(EXTENDED, '')) ? `${codes('\u001b')}${found.slice(1)}` : found;
}

function codes(control: string): string {
  const code = control.charCodeAt(0);
  return code > 0xff
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\x${code.toString(16).padStart(2, '0')}`;
}
