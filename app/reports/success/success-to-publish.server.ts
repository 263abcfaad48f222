import { createElement } from "react";
import type { Context } from "#app/platform/context.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { csvOf } from "../funding-secured-file.server.ts";
import { momentOf } from "../moment.server.ts";
import type { Pinned, Publishable } from "../published/publishable.ts";
import { reachOf } from "../reach.server.ts";
import { rowNames } from "../row-names.queries.server.ts";
import { getSuccess } from "./success.queries.server.ts";
import { arrangeSuccess, sumsOfJudged } from "./success.rules.ts";
import { successQueryOf, successSchema } from "./success.schema.ts";
import type { JudgedBid } from "./success.ts";
import { SuccessBody } from "./success-results.tsx";
import { awardsOfBids, listJudged } from "./success-sums.queries.server.ts";
import { successFileRows, successTitle } from "./success-table.rules.ts";

/** The report "Success of bids" as it would be handed out. What became of bids has no position in the ledger: it is pinned. */
export async function successToPublish(
  context: Context,
  asked: URLSearchParams,
  position: number | null,
): Promise<Publishable | null> {
  const form = parseForm(successSchema, asked);
  if (!form.ok || form.data.partnership === null) return null;
  const query = successQueryOf(form.data);
  const { by } = query;
  const moment = await momentOf(context, position === null ? query : { ...query, position });
  const reach = await reachOf(context, query.partnershipIds);
  const report = await getSuccess(context, { ...query, ...moment });
  const bids = await listJudged(context, by, moment, reach);
  const keys = [...new Set(bids.map(({ key }) => key))].filter((key) => key !== null);
  const names = [...(await rowNames(context, by, keys, reach))];
  const won = wonBids(bids);
  return {
    kind: "success",
    partnershipId: form.data.partnership,
    financialYear: null,
    groupedBy: by,
    moment,
    title: successTitle(report),
    body: createElement(SuccessBody, { report }),
    csv: csvOf(successFileRows(report)),
    totalPence: won.reduce((sum, { awardedPence }) => sum + (awardedPence ?? 0), 0),
    docx: null,
    pinned: {
      awardIds: await awardsOfBids(
        context,
        won.map(({ id }) => id),
      ),
      success: { by, bids, names },
    },
  };
}

/** The table of a published report worked out again, out of the bids that were pinned with it: as it is made now, and as it was first. */
export function successCsvsOf({ by, bids, names }: NonNullable<Pinned["success"]>): string[] {
  const sums = arrangeSuccess(by, sumsOfJudged(bids), sumsOfJudged(onlyOnce(bids)), new Map(names));
  return [false, true].map((isTotalled) => csvOf(successFileRows({ by, ...sums }, isTotalled)));
}

/** The bids that were won, each once, of which it is recorded what they brought. */
function wonBids(bids: readonly JudgedBid[]): JudgedBid[] {
  return onlyOnce(bids).filter(
    ({ standing, awardedPence }) =>
      (standing === "won" || standing === "won in part") && awardedPence !== null,
  );
}

function onlyOnce(bids: readonly JudgedBid[]): JudgedBid[] {
  return [...new Map(bids.map((bid) => [bid.id, bid])).values()];
}
