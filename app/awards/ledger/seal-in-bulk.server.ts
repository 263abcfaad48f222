import { type Insertable, sql } from "kysely";
import type { Context } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import type { AllocationLineTable } from "#db/tables/awards.ts";
import type { VersionInput } from "../version.rules.ts";
import { countedAsOwn, freezeLine } from "./freeze-lines.server.ts";
import { postVersions } from "./post-versions.server.ts";
import { lineRow, versionRow } from "./version-rows.server.ts";

/** A version of a register that is being made up: its ids, times and audit entry are settled before. */
export type VersionInBulk = {
  id: number;
  number: number;
  /** The number of the audit entry that seals it. */
  seq: number;
  sealedAt: string;
  input: VersionInput;
  /** The themes of its lines, in their order, where the lines are inside no other award. */
  themeIds: readonly (number | null)[];
};

/**
 * Seals many versions at once, each of another award, by the same posting statement and past the same guards of the
 * database as one. For registers that are made up: nobody else may be writing, and the versions are right already.
 */
export async function sealInBulk(
  transaction: Writer,
  { db: { engine } }: Context,
  versions: readonly VersionInBulk[],
): Promise<void> {
  if (versions.length === 0) return;
  const versionRows = versions.map(({ id, number, sealedAt, input }) => ({
    id,
    ...versionRow(input, { number, by: null, at: sealedAt }),
  }));
  await engine.insertRows(transaction, "award_version", versionRows);
  const lines = [];
  for (const version of versions) lines.push(...(await linesOf(transaction, version)));
  await engine.insertRows(transaction, "allocation_line", lines);
  await postVersions(
    transaction,
    versions.map(({ id, seq, input: { awardId, effectiveOn } }) => ({ id, awardId, effectiveOn, seq })),
  );
  await markAsSealed(transaction, versions);
}

async function linesOf(transaction: Writer, { id, input, themeIds }: VersionInBulk) {
  const rows: Insertable<AllocationLineTable>[] = [];
  for (const [index, line] of input.lines.entries()) {
    const frozen = line.inside
      ? await freezeLine(transaction, input, line)
      : countedAsOwn(input, themeIds[index] ?? null);
    rows.push(lineRow({ id, awardId: input.awardId }, index + 1, line, frozen));
  }
  return rows;
}

async function markAsSealed(transaction: Writer, versions: readonly VersionInBulk[]): Promise<void> {
  const sealed = versions.map(
    ({ id, seq, sealedAt }) =>
      sql`(cast(${id} as bigint), cast(${seq} as bigint), cast(${sealedAt} as text))`,
  );
  await sql`
    with sealed (id, seq, at) as (values ${sql.join(sealed)})
    update award_version set sealed_at = sealed.at, seq = sealed.seq from sealed
    where award_version.id = sealed.id`.execute(transaction);
}
