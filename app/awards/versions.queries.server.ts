import type { IsoDay } from "#app/core/calendar-date.ts";
import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import { readableAwards } from "./awards.queries.server.ts";
import type { Line, PassedOn, Version } from "./version.ts";

const versionRows = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("award_version")
    .leftJoin("fund", "fund.id", "award_version.fund_id")
    .leftJoin("funder", "funder.id", "award_version.funder_id")
    .leftJoin("person", "person.id", "award_version.sealed_by")
    .select(["award_version.id", "number", "kind", "effective_on", "effective_basis", "decided_on", "reason"])
    .select([
      "decision_reference",
      "terms_agreement",
      "amount_pence",
      "amount_basis",
      "sealed_at",
      "award_version.seq",
    ])
    .select([
      "award_version.fund_id",
      "award_version.funder_id",
      "fund.name as fund_name",
      "funder.name as funder_name",
    ])
    .select([
      "person.name as sealed_by_name",
      "award_version.source_document_id",
      "award_version.source_paragraph",
    ])
    .where("award_id", "=", awardId)
    .where("sealed_at", "is not", null)
    .orderBy("award_version.seq"),
);

/** The sealed versions of an award in the order in which they were sealed. Call with an award in scope. */
export async function listVersions(context: Context, awardId: number): Promise<Version[]> {
  const rows = await versionRows(context.db.read, awardId);
  const pairs = await listMayInclude(context, awardId);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    effectiveOn: row.effective_on,
    effectiveBasis: row.effective_basis,
    decidedOn: row.decided_on,
    reason: row.reason,
    decisionReference: row.decision_reference,
    termsAgreement: row.terms_agreement,
    amountPence: row.amount_pence,
    amountBasis: row.amount_basis,
    fund: named(row.fund_id, row.fund_name),
    funder: named(row.funder_id, row.funder_name),
    sealedAt: row.sealed_at ?? "",
    sealedBy: row.sealed_by_name,
    seq: row.seq ?? 0,
    mayInclude: pairs
      .filter((pair) => pair.versionId === row.id)
      .map(({ awardId: id, award, note }) => ({ awardId: id, award, note })),
    sourceDocumentId: row.source_document_id,
    sourceParagraph: row.source_paragraph,
  }));
}

const lineRows = keepQuery((reader, versionId: number) =>
  reader
    .selectFrom("allocation_line as line")
    .leftJoin("partnership", "partnership.id", "line.partnership_id")
    .leftJoin("project", "project.id", "line.project_id")
    .leftJoin("priority", "priority.id", "line.priority_id")
    .leftJoin("theme", "theme.id", "line.counted_theme_id")
    .selectAll("line")
    .select([
      "partnership.name as partnership_name",
      "project.name as project_name",
      "priority.title as priority_name",
    ])
    .select("theme.name as theme_name")
    .where("line.version_id", "=", versionId)
    .orderBy("line.position"),
);

/** The lines of a version, in their order, with the names of what they point at. */
export async function listLines(context: Context, versionId: number): Promise<Line[]> {
  const rows = await lineRows(context.db.read, versionId);
  const outers = await readableAwards(
    context,
    rows.flatMap((row) => row.inside_award_id ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    partnership: named(row.partnership_id, row.partnership_name),
    financialYear: row.financial_year,
    project: named(row.project_id, row.project_name),
    priority: named(row.priority_id, row.priority_name),
    theme: named(row.counted_theme_id, row.theme_name),
    ownThemeId: row.theme_id,
    stream: row.stream,
    amountPence: row.amount_pence,
    label: row.label,
    insideAward: outers.get(row.inside_award_id ?? 0) ?? null,
    inside:
      row.inside_award_id === null
        ? null
        : {
            awardId: row.inside_award_id,
            partnershipId: row.inside_partnership_id,
            financialYear: row.inside_financial_year,
            projectId: row.inside_project_id,
            priorityId: row.inside_priority_id,
            stream: row.inside_stream,
          },
  }));
}

const takenRows = keepQuery((reader, { awardId, day }: { awardId: number; day: IsoDay }) =>
  reader
    .selectFrom("posting")
    .innerJoin("award_version", "award_version.id", "posting.version_id")
    .select("award_version.award_id as inner_id")
    .select((e) => e.cast<number>(e.fn.sum("posting.passed_on_pence"), "bigint").as("pence"))
    .select((e) => e.cast<number>(e.fn.sum("posting.not_recorded"), "bigint").as("not_recorded"))
    .where("posting.award_id", "=", awardId)
    .whereRef("award_version.award_id", "<>", "posting.award_id")
    .where("posting.effective_on", "<=", day)
    .groupBy("award_version.award_id")
    .orderBy("award_version.award_id"),
);

/** What other awards take out of this one on a day, in the order in which they were recorded. */
export async function listPassedOn(
  context: Context,
  awardId: number,
  day: IsoDay = context.today,
): Promise<PassedOn[]> {
  const rows = await takenRows(context.db.read, { awardId, day });
  const taking = rows.filter((row) => row.pence !== 0 || row.not_recorded !== 0);
  const awards = await readableAwards(
    context,
    taking.map((row) => row.inner_id),
  );
  return taking.map((row) => ({
    awardId: row.inner_id,
    award: awards.get(row.inner_id) ?? null,
    pence: row.pence === 0 ? null : row.pence,
  }));
}

const pairRows = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("version_may_include as pair")
    .innerJoin("award_version", "award_version.id", "pair.version_id")
    .select(["pair.version_id", "pair.note", "pair.other_award_id"])
    .where("award_version.award_id", "=", awardId)
    .orderBy("pair.other_award_id"),
);

async function listMayInclude(context: Context, awardId: number) {
  const rows = await pairRows(context.db.read, awardId);
  const awards = await readableAwards(
    context,
    rows.map((row) => row.other_award_id),
  );
  return rows.map((row) => ({
    versionId: row.version_id,
    awardId: row.other_award_id,
    award: awards.get(row.other_award_id) ?? null,
    note: row.note,
  }));
}

function named(id: number | null, name: string | null): { id: number; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}
