/** The blue of the header where the installation states no colour of its own. */
const OWN_BLUE = "#12436d";

/**
 * The rule that gives the page its colour. What is not a colour of six digits is not let into the page.
 * The header's text is black or white, whichever can be read better on it.
 */
export function brandCss(colour: string): string {
  const brand = /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : OWN_BLUE;
  return `:root{--app-brand:${brand};--app-brand-text:${readableOn(brand)}}`;
}

/** Black or white: the one with more contrast, as WCAG 2.2 computes it. */
function readableOn(colour: string): "#ffffff" | "#0b0c0c" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16)),
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance < 0.179 ? "#ffffff" : "#0b0c0c";
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
