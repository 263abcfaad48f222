import { getFund } from "#app/funds/index.server.ts";
import { acceptDifference, listItems, matchTakenList, takeList } from "#app/imports/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { done } from "./filled.ts";
import { publishedDate } from "./published.ts";
import { readSaferStreetsAwards, readSaferStreetsRounds } from "./safer-streets-facts.ts";

const HEADINGS = {
  round: "Round",
  recipient: "Recipient",
  area: "Area",
  date: "Announced",
  amount: "Amount (£)",
};

/**
 * Holds the awards of the Safer Streets Fund that were published for Southampton against what its own report says: the
 * joint award agrees, the others are in no report of the partnership. One of them is accepted with the reason.
 */
export async function fillReconciliation(
  finance: Context,
  partnershipId: number,
  fundId: number,
): Promise<void> {
  const { funder } = await getFund(finance, fundId);
  if (funder === null) throw new Error("The Safer Streets Fund has no funder");
  const { id } = done(
    await takeList(
      finance,
      {
        partnershipId,
        funderId: funder.id,
        fundId,
        title: "Safer Streets Fund: awards published for Southampton and the area around it",
        asAt: null,
        knownAt: null,
        recipientWords: null,
        list: listAsCsv(),
      },
      null,
    ),
  );
  const { recipient, date, amount } = HEADINGS;
  done(await matchTakenList(finance, id, { reference: null, recipient, date, amount }));
  const { items } = await listItems(finance, id, "theirs_only", null);
  const rows = readSaferStreetsAwards();
  const whole = rows.findIndex(({ contains }) => contains !== null);
  const item = items.find(({ theirsPence }) => theirsPence === Number(rows[whole]?.amount_gbp) * 100);
  if (!item) throw new Error("The award of the whole area is not among the differences");
  const reason =
    "Announced for the whole force area. It contains the joint award of £299,998, which agrees; the rest is not this partnership’s.";
  done(await acceptDifference(finance, id, item.id, reason));
}

/** The list as a funder hands it out: one row for each award. */
function listAsCsv(): string {
  const announced = new Map(
    readSaferStreetsRounds().map(({ id, awards_announced }) => [id, publishedDate(awards_announced)]),
  );
  const rows = readSaferStreetsAwards().map(({ round, lead, area, amount_gbp }) => [
    round,
    lead ?? "",
    area,
    announced.get(round) ?? "",
    String(amount_gbp),
  ]);
  return [Object.values(HEADINGS), ...rows].map((cells) => cells.map(quoted).join(",")).join("\n");
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
