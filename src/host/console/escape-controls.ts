/**
 * Makes characters visible that would act on a terminal or change the reading order of a line: links (OSC 8), the
 * clipboard (OSC 52), cursor and erase sequences, titles, bells, and the controls that turn the direction of text
 * (Unicode Standard Annex 9). Colours and similar (SGR), tabs and line ends stay.
 */

/** C0 without tab and line ends, DEL, C1, and what changes direction. One class for the test and the replacement. */
const CONTROLS =
  '\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const SUSPECT = new RegExp(`[${CONTROLS}]`);
const COLOUR_OR_CONTROL = new RegExp(`\\x1b\\[([\\d;:]{0,64})m|[${CONTROLS}]`, 'g');

/** 38, 48 and 58 use the parameters after them: `38;5;8` is a colour, not 8 (conceal). */
const EXTENDED = /(?:^|[;:])[345]8[;:](?:5[;:]\d*|2(?:[;:]\d*){3,5})/g;
const CONCEAL = /(?:^|[;:])0*8(?=$|[;:])/;

/** The text, of one line or many, changed so that a terminal only colours it. */
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
