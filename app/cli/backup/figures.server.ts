import { formatInstant } from "#app/core/calendar-date.ts";
import type { Database } from "#db/open.server.ts";

/** By what one state of a register is told from another. */
export type Figures = { position: number; recordedAt: string; bids: number; awards: number };

/** The last entry of the audit, which is the ledger's position too, and how many bids and awards there are. */
export async function readFigures({ read }: Database): Promise<Figures> {
  const head = await read.selectFrom("audit_head").select(["seq", "at"]).executeTakeFirstOrThrow();
  const count = async (table: "bid" | "award") => {
    const { rows } = await read
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as("rows"))
      .executeTakeFirstOrThrow();
    return Number(rows);
  };
  return { position: head.seq, recordedAt: head.at, bids: await count("bid"), awards: await count("award") };
}

/** "position 1,234 (21 November 2026 at 9:00am), 300 bids, 135 awards" */
export function figuresText({ position, recordedAt, bids, awards }: Figures): string {
  const number = (value: number) => value.toLocaleString("en-GB");
  const when = recordedAt === "" ? "" : ` (${formatInstant(recordedAt)})`;
  return `position ${number(position)}${when}, bids ${number(bids)}, awards ${number(awards)}`;
}
