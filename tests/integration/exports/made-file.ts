import {
  type EXPORT_FORMATS,
  type FileKind,
  getDataset,
  makeExport,
  publisherOf,
} from "#app/exports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { readEnvironment } from "#app/platform/env.server.ts";

export type Format = (typeof EXPORT_FORMATS)[number];

type Asked = { format?: FileKind; asAt?: string; knownAt?: string; params?: Record<string, string> };

/** Begins to make an export, as the pages and the command line do. */
export function begin(context: Context, name: string, asked: Asked = {}, signal?: AbortSignal) {
  const { format = "csv", asAt = null, knownAt = null, params = {} } = asked;
  const publisher = publisherOf(
    readEnvironment({ PUBLISHER_PREFIX: "Ashdown", PUBLIC_URL: "https://example.org" }),
  );
  const whole = { params: new URLSearchParams(params), asAt, knownAt, format, publisher };
  return makeExport(context, getDataset(name), whole, signal);
}

/** A whole file. */
export async function exported(context: Context, name: string, asked: Asked = {}): Promise<Buffer> {
  const { pieces } = await begin(context, name, asked);
  const bytes = [];
  for await (const piece of pieces) bytes.push(piece);
  return Buffer.concat(bytes);
}

/** The sum of a column of money, in pence. A file of no rows may have no headings: JSON has none. */
export function sumOf(rows: readonly string[][], heading: string): number {
  if (rows.length === 0) return 0;
  const column = rows[0]?.indexOf(heading) ?? -1;
  if (column < 0) throw new Error(`No column ${heading}`);
  return rows.slice(1).reduce((sum, row) => sum + Math.round(Number(row[column] || 0) * 100), 0);
}
