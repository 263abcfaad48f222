import { recordAudit } from "#app/audit/index.server.ts";
import { type FieldErrors, fail, type Result, succeed } from "#app/core/result.ts";
import { type Context, personId } from "#app/platform/context.server.ts";
import type { Writer } from "#db/open.server.ts";
import { refusalOfClosed } from "../closure/closed.queries.server.ts";
import { carryClaims } from "../moved/carry-claims.server.ts";
import { checkVersion, type VersionInput } from "../version.rules.ts";
import { freezeLine } from "./freeze-lines.server.ts";
import { postVersions } from "./post-versions.server.ts";
import { findCircle } from "./refuse-circles.server.ts";
import { lineRow, versionRow } from "./version-rows.server.ts";

export type SealedVersion = { versionId: number; number: number; seq: number };

/**
 * Writes a version of an award with its complete set of lines, seals it, and posts what it changes to the ledger:
 * the only way in which money enters the register. Permission is the caller's to check.
 *
 * Order of locks: the award's row, then the head of the audit log, and only then the versions before and after are
 * read; read earlier, two people at once would each post against the same one.
 */
export async function sealVersion(
  transaction: Writer,
  context: Context,
  input: VersionInput,
): Promise<Result<SealedVersion>> {
  const errors: FieldErrors = checkVersion(input);
  if (Object.keys(errors).length > 0) return fail(errors);

  await context.db.engine.lockAward(transaction, input.awardId);
  await context.db.engine.lockAuditHead(transaction);
  const closed = await refusalOfClosed(transaction, input.awardId);
  if (closed !== null) return fail({ form: closed });
  const outerIds = [...new Set(input.lines.flatMap((line) => (line.inside ? [line.inside.awardId] : [])))];
  const circle = await findCircle(transaction, input.awardId, outerIds, input.effectiveOn);
  if (circle !== null)
    return fail({ lines: "An award cannot be inside one that is itself inside this award" });

  const number = await nextNumber(transaction, input.awardId);
  const seq = await recordAudit(transaction, context, {
    action: `seal ${input.kind} version`,
    recordType: "award",
    recordId: input.awardId,
    after: { ...input, number },
  });

  const versionId = await insertVersion(transaction, context, input, number);
  await insertLines(transaction, versionId, input);
  const { awardId, effectiveOn } = input;
  await postVersions(transaction, [{ id: versionId, awardId, effectiveOn, seq }]);
  await carryClaims(transaction, { id: versionId, awardId, effectiveOn, seq, lines: input.lines });
  await transaction
    .updateTable("award_version")
    .set({ sealed_at: context.now(), sealed_by: personId(context), seq })
    .where("id", "=", versionId)
    .execute();
  return succeed({ versionId, number, seq });
}

async function nextNumber(transaction: Writer, awardId: number): Promise<number> {
  const row = await transaction
    .selectFrom("award_version")
    .select((e) => e.fn.max("number").as("number"))
    .where("award_id", "=", awardId)
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

async function insertVersion(transaction: Writer, context: Context, input: VersionInput, number: number) {
  const { id } = await transaction
    .insertInto("award_version")
    .values(versionRow(input, { number, by: personId(context), at: context.now() }))
    .returning("id")
    .executeTakeFirstOrThrow();
  if (input.mayInclude.length > 0) {
    await transaction
      .insertInto("version_may_include")
      .values(
        input.mayInclude.map((other) => ({
          version_id: id,
          other_award_id: other.awardId,
          note: other.note,
        })),
      )
      .execute();
  }
  return id;
}

async function insertLines(transaction: Writer, versionId: number, input: VersionInput): Promise<void> {
  const version = { id: versionId, awardId: input.awardId };
  const rows = [];
  for (const [index, line] of input.lines.entries()) {
    rows.push(lineRow(version, index + 1, line, await freezeLine(transaction, input, line)));
  }
  if (rows.length > 0) await transaction.insertInto("allocation_line").values(rows).execute();
}
