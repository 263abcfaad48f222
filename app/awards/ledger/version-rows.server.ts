import type { Insertable } from "kysely";
import type { AllocationLineTable, AwardVersionTable } from "#db/tables/awards.ts";
import type { LineInput, VersionInput } from "../version.rules.ts";
import type { FrozenColumns } from "./freeze-lines.server.ts";

/** A version as it is kept before it is sealed. */
export function versionRow(
  input: VersionInput,
  made: { number: number; by: number | null; at: string },
): Insertable<AwardVersionTable> {
  return {
    award_id: input.awardId,
    number: made.number,
    kind: input.kind,
    effective_on: input.effectiveOn,
    effective_basis: input.effectiveBasis,
    decided_on: input.decidedOn,
    reason: input.reason,
    decision_reference: input.decisionReference,
    terms_agreement: input.termsAgreement ?? null,
    amount_pence: input.amountPence,
    amount_basis: input.amountBasis,
    funder_id: input.funderId,
    fund_id: input.fundId,
    created_by: made.by,
    created_at: made.at,
    sealed_at: null,
    sealed_by: null,
    seq: null,
    source_document_id: input.sourceDocumentId,
    source_paragraph: input.sourceParagraph,
  };
}

/** A line of a version, with what it counts under. */
export function lineRow(
  version: { id: number; awardId: number },
  position: number,
  line: LineInput,
  frozen: FrozenColumns,
): Insertable<AllocationLineTable> {
  return {
    version_id: version.id,
    award_id: version.awardId,
    position,
    partnership_id: line.partnershipId,
    financial_year: line.financialYear,
    project_id: line.projectId,
    priority_id: line.priorityId,
    stream: line.stream,
    theme_id: line.themeId,
    amount_pence: line.amountPence,
    label: line.label,
    inside_award_id: line.inside?.awardId ?? null,
    inside_partnership_id: line.inside?.partnershipId ?? null,
    inside_financial_year: line.inside?.financialYear ?? null,
    inside_project_id: line.inside?.projectId ?? null,
    inside_priority_id: line.inside?.priorityId ?? null,
    inside_stream: line.inside?.stream ?? null,
    ...frozen,
  };
}
