/** A tag of a document, without the prefix of its name, and the text that stands before it. */
export type Tag = {
  name: string;
  kind: "open" | "close" | "alone";
  attributes: string;
  textBefore: string;
};

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LAST_CHARACTER = 0x10ffff;

/**
 * The tags of an XML document one after another, in one pass. It knows no entities but the five that XML has by itself,
 * opens nothing outside, and takes no document that declares its own type.
 * @throws SyntaxError where there is such a declaration, or a tag that never ends.
 */
export function* tagsOf(xml: string): Generator<Tag> {
  let at = 0;
  while (true) {
    const start = xml.indexOf("<", at);
    if (start < 0) return;
    const textBefore = xml.slice(at, start);
    if (xml.startsWith("<!--", start)) at = after(xml, "-->", start);
    else if (xml.startsWith("<?", start)) at = after(xml, "?>", start);
    else if (xml.startsWith("<!", start)) throw new SyntaxError("A document that declares its own type");
    else {
      const end = endOfTag(xml, start + 1);
      const isClose = xml[start + 1] === "/";
      const isAlone = xml[end - 1] === "/";
      const inside = xml.slice(start + (isClose ? 2 : 1), isAlone ? end - 1 : end);
      const space = inside.search(/\s/);
      const name = space < 0 ? inside : inside.slice(0, space);
      yield {
        name: name.slice(name.indexOf(":") + 1),
        kind: isClose ? "close" : isAlone ? "alone" : "open",
        attributes: space < 0 ? "" : inside.slice(space),
        textBefore,
      };
      at = end + 1;
    }
  }
}

function after(xml: string, sign: string, from: number): number {
  const end = xml.indexOf(sign, from);
  if (end < 0) throw new SyntaxError("A part of the document never ends");
  return end + sign.length;
}

/** Where a tag ends; what stands between quotation marks does not end it. */
function endOfTag(xml: string, from: number): number {
  let quote = "";
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at] as string;
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  throw new SyntaxError("A tag never ends");
}

const attributePatterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = attributePatterns.get(name);
  if (known) return known;
  const pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  attributePatterns.set(name, pattern);
  return pattern;
}

/** An attribute as text, by its name without a prefix; null where there is none. */
export function attributeOf({ attributes }: Pick<Tag, "attributes">, name: string): string | null {
  const found = patternOf(name).exec(attributes);
  return found ? plainText(found[1] ?? found[2] ?? "") : null;
}

/** A text with its five entities and its characters by number put in. */
export function plainText(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= LAST_CHARACTER ? String.fromCodePoint(code) : "";
  });
}
