import { fixedDecimals, formatSigned, formatValue, roundedQuotient, signOf } from "./exact-number.rules.ts";

/** What the author stated, set beside what the counts give. */
export type StatedCheck = {
  /** Null where there are no counts to check it against. */
  agrees: boolean | null;
  /** "Stated −55%, computed −55.7%". */
  text: string;
};

type Stated = { statedChange: string | null; statedPercent: number | null };

/** What the counts give: the change in per cent, as a fraction, and in percentage points where the unit is one. */
type Computed = {
  percent: { numerator: bigint; denominator: bigint } | null;
  points: number | null;
  /** The percentage from which the points are counted; null or left out where the unit is none. */
  baseline?: number | null;
  /** Which way it went; null or left out where it is no change over time. */
  direction?: "rose" | "fell" | "unchanged" | null;
};

/**
 * Compares the stated per cent with the computed one at the precision with which it was stated: 25.7 agrees with
 * 25.74, 55 does not agree with 55.7 (which is 56). Of a percentage the author may have meant points or per cent.
 * Where only words were stated ("burglary was down"), they are held against the way that the counts went.
 * @returns null where neither a per cent nor a way was stated.
 */
export function checkStated(stated: Stated, computed: Computed | null): StatedCheck | null {
  const { statedPercent } = stated;
  if (statedPercent === null) return checkWords(stated.statedChange, computed);
  const decimals = decimalsStated(statedPercent, stated.statedChange);
  const text = `Stated ${withSign(statedPercent, decimals)}`;
  const { percent = null, points = null } = computed ?? {};
  const rounded = (places: number) =>
    percent && roundedQuotient(percent.numerator, percent.denominator, places);
  if (points !== null) {
    const isOfItself = statedPercent !== points && statedPercent === rounded(decimals);
    const why = isOfItself ? ofItself(statedPercent, points, computed?.baseline ?? null) : "";
    return {
      agrees: statedPercent === points || isOfItself,
      text: `${text}, computed ${formatSigned(points)} percentage points${why}`,
    };
  }
  if (percent === null) return { agrees: null, text: `${text}, no counts to check it against` };
  const places = Math.max(1, decimals);
  const agrees = statedPercent === rounded(decimals);
  return { agrees, text: `${text}, computed ${withSign(rounded(places) ?? 0, places)}` };
}

/** Why +20% agrees with +10 points: it is stated of the percentage itself. */
function ofItself(percent: number, points: number, baseline: number | null): string {
  const said = ": the statement is of the percentage itself";
  if (baseline === null) return said;
  const size = formatValue(Math.abs(points));
  const about = Math.abs(percent * baseline - points * 100) < 0.00005 ? "" : "about ";
  const unit = size === "1" ? "point" : "points";
  return `${said} (${formatValue(Math.abs(percent))}% of ${formatValue(baseline)}%, which is ${about}${size} ${unit})`;
}

/** "Stated as a fall, computed +6.0%". Words that speak of both ways, or of none, say nothing to check. */
function checkWords(words: string | null, computed: Computed | null): StatedCheck | null {
  const way = wayOf(words ?? "");
  const direction = computed?.direction ?? null;
  if (way === null || direction === null) return null;
  const percent = computed?.percent ?? null;
  const result = percent
    ? withSign(roundedQuotient(percent.numerator, percent.denominator, 1), 1)
    : { rose: "a rise", fell: "a fall", unchanged: "no change" }[direction];
  return {
    agrees: way === direction,
    text: `Stated as ${way === "fell" ? "a fall" : "a rise"}, computed ${result}`,
  };
}

function withSign(percent: number, decimals: number): string {
  return `${signOf(percent)}${fixedDecimals(percent, decimals)}%`;
}

/** How many decimals were stated: those of the number, or more where the words give it with more ("5.0%"). */
export function decimalsStated(percent: number, words: string | null): number {
  const given = [String(Math.abs(percent)), ...(words?.match(/\d+(?:\.\d+)?/g) ?? [])];
  const same = given.filter((text) => Number(text) === Math.abs(percent));
  return Math.min(4, Math.max(...same.map((text) => text.split(".")[1]?.length ?? 0)));
}

const FALL = /\b(fell|falls?|fallen|down|drop(s|ped)?|reduc\w+|decreas\w+|lower\w*|declin\w+|less|fewer)\b/i;
const RISE = /\b(rose|risen?|rises|rising|up|increas\w+|grew|grow\w*|higher|more|above)\b/i;

/** True where the words speak of a fall (or a rise) and the per cent has the other sign: "fell by 55%" with +55. */
export function signContradictsWords(percent: number, words: string): boolean {
  const way = wayOf(words);
  return way === null ? false : way === "fell" ? percent > 0 : percent < 0;
}

/** The way that words speak of; null where they speak of none, or of both. */
function wayOf(words: string): "fell" | "rose" | null {
  const [fall, rise] = [FALL.test(words), RISE.test(words)];
  return fall === rise ? null : fall ? "fell" : "rose";
}
