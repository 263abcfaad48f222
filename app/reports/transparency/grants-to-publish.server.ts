import { createElement } from "react";
import { sumPence } from "#app/core/money.ts";
import type { Context } from "#app/platform/context.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import { csvOf } from "../funding-secured-file.server.ts";
import { momentOf } from "../moment.server.ts";
import type { Publishable } from "../published/publishable.ts";
import { GrantsBody } from "./published-list.tsx";
import { commissionersAwards, grantsMade } from "./transparency.queries.server.ts";
import { type TransparencyAddress, transparencyQueryOf, transparencySchema } from "./transparency.schema.ts";
import {
  COMMISSIONER_ABOUT,
  COMMISSIONER_COLUMNS,
  COMMISSIONER_TITLE,
  GRANTS_MADE_ABOUT,
  GRANTS_MADE_COLUMNS,
  GRANTS_MADE_TITLE,
  type ListColumn,
  type ListRow,
  listFileRows,
} from "./transparency.ts";

/** The onward grants of a partnership as a list to be handed out. They are in no ledger: the list itself is what is kept. */
export async function onwardGrantsToPublish(
  context: Context,
  asked: URLSearchParams,
  position: number | null,
): Promise<Publishable | null> {
  const found = await momentOfList(context, asked, position);
  if (found === null) return null;
  const rows: ListRow[] = await (await grantsMade(context, found.query)).execute();
  const list = { title: GRANTS_MADE_TITLE, about: GRANTS_MADE_ABOUT, columns: GRANTS_MADE_COLUMNS, rows };
  return { ...listToPublish(found, list, []), kind: "onward_grants" };
}

/** The awards of police and crime commissioners to a partnership as a list to be handed out. */
export async function commissionerGrantsToPublish(
  context: Context,
  asked: URLSearchParams,
  position: number | null,
): Promise<Publishable | null> {
  const found = await momentOfList(context, asked, position);
  if (found === null) return null;
  const query = await commissionersAwards(context, found.query);
  const awards = await query.select("award.id as award_id").execute();
  const rows = awards.map(({ award_id: _, ...row }): ListRow => row);
  const list = { title: COMMISSIONER_TITLE, about: COMMISSIONER_ABOUT, columns: COMMISSIONER_COLUMNS, rows };
  const ids = awards.map(({ award_id }) => award_id);
  return { ...listToPublish(found, list, ids), kind: "commissioner_grants" };
}

async function momentOfList(context: Context, asked: URLSearchParams, position: number | null) {
  const form = parseForm(transparencySchema, asked);
  if (!form.ok || form.data.partnership === null) return null;
  const query = transparencyQueryOf(form.data);
  const moment = await momentOf(context, position === null ? query : { ...query, position });
  return { address: form.data, partnershipId: form.data.partnership, moment, query: { ...query, ...moment } };
}

type List = { title: string; about: string; columns: readonly ListColumn[]; rows: readonly ListRow[] };

function listToPublish(
  {
    address,
    partnershipId,
    moment,
  }: { address: TransparencyAddress } & Pick<Publishable, "partnershipId" | "moment">,
  list: List,
  awardIds: number[],
): Omit<Publishable, "kind"> {
  return {
    partnershipId,
    financialYear: null,
    groupedBy: address.year === null ? "all years" : String(address.year),
    moment,
    title: list.title,
    body: createElement(GrantsBody, { ...list, year: address.year, moment }),
    csv: csvOf(listFileRows(list.columns, list.rows)),
    totalPence: sumPence(list.rows.map(({ amount_pence }) => Number(amount_pence ?? 0))),
    docx: null,
    pinned: { awardIds, sumOf: "Amount (£)" },
  };
}
