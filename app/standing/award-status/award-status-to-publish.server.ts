import { createElement } from "react";
import { sumPence } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import {
  csvOf,
  momentOf,
  type Publishable,
  REPORTS_TO_PUBLISH,
  type ReportToPublish,
} from "#app/reports/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { yearEnd } from "../year-end/year-end.rules.ts";
import { allAwardStatus, sumAwardStatus } from "./award-status.queries.server.ts";
import { awardStatusQueryOf, awardStatusSchema } from "./award-status.schema.ts";
import { AWARD_STATUS_TITLE } from "./award-status.ts";
import { AwardStatusBody } from "./award-status-body.tsx";
import { awardStatusFileRows } from "./award-status-file.rules.ts";
import { awardStatusWords } from "./award-status-words.rules.ts";

/**
 * The report "Award status" as it would be handed out. Claims, conditions and returns have no position in the ledger: the
 * table that is kept is their record, and what was awarded is proved by the ledger.
 */
async function awardStatusToPublish(
  context: Context,
  asked: URLSearchParams,
  position: number | null,
): Promise<Publishable | null> {
  const form = parseForm(awardStatusSchema, asked);
  if (!form.ok || form.data.partnership === null) return null;
  const query = awardStatusQueryOf(form.data);
  const moment = await momentOf(context, position === null ? query : { ...query, position });
  const rows = await allAwardStatus(context, { ...query, ...moment });
  const sums = await sumAwardStatus(context, { ...query, ...moment });
  return {
    kind: "award_status",
    partnershipId: form.data.partnership,
    financialYear: null,
    groupedBy: "award",
    moment,
    title: AWARD_STATUS_TITLE,
    body: createElement(AwardStatusBody, {
      ...{ moment, rows, words: awardStatusWords(sums, yearEnd(moment.asAt).endsOn) },
    }),
    csv: csvOf(awardStatusFileRows(rows)),
    totalPence: sumPence(rows.map(({ awarded }) => awarded ?? 0)),
    docx: null,
    pinned: { awardIds: rows.map(({ id }) => id), sumOf: "Awarded (£)" },
  };
}

/** All reports that can be published, by their part of an address. */
export const ALL_REPORTS_TO_PUBLISH: Record<string, ReportToPublish> = {
  ...REPORTS_TO_PUBLISH,
  "award-status": { name: AWARD_STATUS_TITLE, at: "/reports/award-status", make: awardStatusToPublish },
};
