/**
 * About how wide a letter is, in parts of the size of its font. A drawing is laid out on the server, where nobody knows which
 * typeface a reader has: these are the widths of a wide one, so that a narrower one fits all the more.
 */
function widthOf(letter: string): number {
  if (/[iljtfrI.,:;'’‘|!()[\] -]/.test(letter)) return 0.42;
  if (/[mwMW@%…—]/.test(letter)) return 1.02;
  if (/[A-Z&£]/.test(letter)) return 0.76;
  return 0.65;
}

function lengthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter) * size, 0);
}

/**
 * A text in lines that fit a width, broken between words where that can be; what is more than the lines hold is cut, with "…".
 * @param width and @param size of the font, in the units of the drawing
 */
export function fittedLines(text: string, width: number, size: number, most: number): string[] {
  const fits = (line: string) => lengthOf(line, size) <= width;
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== "" && lines.length < most - 1) {
    const line = beginningThatFits(rest, fits);
    lines.push(line);
    rest = rest.slice(line.length).trim();
  }
  if (rest === "") return lines;
  return [...lines, fits(rest) ? rest : cut(rest, fits)];
}

/** As many whole words as fit; of a word that is too long by itself, as many letters. */
function beginningThatFits(text: string, fits: (line: string) => boolean): string {
  const words = text.split(" ");
  let count = words.length;
  while (count > 1 && !fits(words.slice(0, count).join(" "))) count -= 1;
  const line = words.slice(0, count).join(" ");
  if (fits(line)) return line;
  let letters = line.length - 1;
  while (letters > 1 && !fits(line.slice(0, letters))) letters -= 1;
  return line.slice(0, letters);
}

function cut(text: string, fits: (line: string) => boolean): string {
  let letters = text.length - 1;
  while (letters > 1 && !fits(`${text.slice(0, letters).trimEnd()}…`)) letters -= 1;
  return `${text.slice(0, letters).trimEnd()}…`;
}
