/** A value of a chart, with the words that people read for it. */
export type Point = {
  /** What it is of: a year, say. */
  label: string;
  /** Null where nothing is known: it is not drawn, because that is not 0. */
  value: number | null;
  /** The value as people write it: "£36,073". */
  text: string;
};

/** Of the palette of the Government Analysis Function, whose neighbours can be told apart. */
export const BLUE = "#12436D";
export const ORANGE = "#F46A25";
export const GREY = "#3D3D3D";

/** The least and the greatest value that a chart has to show, 0 among them. */
export function spanOf(points: readonly Point[]): { least: number; span: number } {
  const values = points.flatMap(({ value }) => value ?? []);
  const least = Math.min(0, ...values);
  return { least, span: Math.max(0, ...values) - least || 1 };
}

/** A number as an attribute of a picture: at most two decimals. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
