/** The figures of which a source can be stated: of an award's version, of a bid, of a round, of a claim. */
export type FigureName =
  | "awarded"
  | "requested"
  | "match"
  | "cost"
  | "baseline"
  | "target"
  | "pot"
  | "cap"
  | "match_percent"
  | "capital_share"
  | "claimed"
  | "results"
  | "received";

/** Which figure of its record: of a version by its number, of a bid by whose match, which measure or which year and stream it is, of a claim by the day of a receipt. */
export type FigureKey = { figure: FigureName; versionId?: number | null; item?: string | null };

/** A figure that a record has now, and how it reads: "£5,000". */
export type Figure = FigureKey & { value: string };

/** The attachment that states a figure: "award letter, page 2". */
export type FigureSource = FigureKey & {
  id: number;
  attachmentId: number;
  title: string;
  /** Its page or paragraph. */
  place: string | null;
  /** What the figure read when the source was stated; null where that was not kept. */
  statedValue: string | null;
  isDeleted: boolean;
};

const WORDS: Record<FigureName, string> = {
  awarded: "amount awarded",
  requested: "amount requested",
  match: "match from",
  cost: "costs in",
  baseline: "baseline of",
  target: "target of",
  pot: "pot",
  cap: "most for one bid",
  match_percent: "match percentage",
  capital_share: "most of a bid that may be capital",
  claimed: "amount claimed",
  results: "results",
  received: "received on",
};

/** "match from Anytown Council". */
export function wordsOfFigure({ figure, item }: FigureKey): string {
  return item ? `${WORDS[figure]} ${item}` : WORDS[figure];
}

/** The name of a figure within its record, as a form sends it. */
export function nameOfFigure({ figure, versionId, item }: FigureKey): string {
  return [figure, versionId ?? item ?? ""].join(":");
}

/** The sources that were stated of one figure. */
export function sourcesOf<Source extends FigureKey>(sources: readonly Source[], of: FigureKey): Source[] {
  return sources.filter((source) => nameOfFigure(source) === nameOfFigure(of));
}

/** What the figure read when the source was stated, where it has changed since or stands no more. */
export function statedBefore(source: FigureSource, figures: readonly Figure[]): string | null {
  const now = figures.find((figure) => nameOfFigure(figure) === nameOfFigure(source));
  return source.statedValue === now?.value ? null : source.statedValue;
}
