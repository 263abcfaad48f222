/** Text on one line as it is kept: composed letters, no space at the ends, tabs and line breaks as single spaces. */
export function tidyText(text: string): string {
  return tidyLines(text).replace(/[\t\n]+/g, " ");
}

/** Text of several lines as it is kept: line ends are "\n", no empty lines at the ends. */
export function tidyLines(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

const CONTROL = /[^\P{Cc}\t\n]/u;
const HALF_CHARACTER = /\p{Cs}/u;
/** Marks that turn the direction of writing: a name holding one can be shown as another name. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/u;

/**
 * Why a text cannot be kept, as a message that begins with its label, or null.
 * The databases refuse NUL and half characters (lone surrogates); the other signs cannot be seen or printed.
 */
export function cannotBeKept(text: string, rule: { label: string; max: number }): string | null {
  if (CONTROL.test(text) || HALF_CHARACTER.test(text) || DIRECTION.test(text)) {
    return `${rule.label} has a character that cannot be shown. Type it again instead of pasting it`;
  }
  if (text.length > rule.max && [...text].length > rule.max) {
    return `${rule.label} must be ${rule.max.toLocaleString("en-GB")} characters or fewer`;
  }
  return null;
}
