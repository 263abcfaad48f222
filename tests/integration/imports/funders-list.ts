import { readFileSync } from "node:fs";
import { firstDayOf, type IsoDay } from "#app/core/calendar-date.ts";
import type { Database } from "#db/open.server.ts";
import { createAward, operatorContext } from "#tests/factories/register.ts";
import { seal } from "#tests/factories/versions.ts";

/** A published award of the Safer Streets Fund. */
export type PublishedAward = {
  reference: string;
  lead: string | null;
  area: string;
  pence: number;
  day: IsoDay;
  awardId: number;
};

type Facts = {
  rounds: { id: string; awards_announced: string | null }[];
  awards: {
    round: string | null;
    lead: string | null;
    area: string;
    amount_gbp: number;
    announced?: string;
  }[];
};

function readPublished(): Facts {
  return JSON.parse(readFileSync(new URL("./safer-streets-awards.json", import.meta.url), "utf8"));
}

/** Records every published award of the fund, each with its lead as accountable body and every other with the funder's reference. */
export async function recordPublishedAwards(
  db: Database,
  partnershipId: number,
  money: { funderId: number; fundId: number },
): Promise<PublishedAward[]> {
  const { awards, rounds } = readPublished();
  const recorded: PublishedAward[] = [];
  for (const [index, fact] of awards.entries()) {
    const announced =
      fact.announced ?? rounds.find(({ id }) => id === fact.round)?.awards_announced ?? "2020-07";
    const day = firstDayOf(/^\d{4}(-\d{2}){0,2}/.exec(announced)?.[0] ?? "2020-07");
    const reference = `${fact.round ?? "SSF"}/${String(index + 1).padStart(3, "0")}`;
    const pence = Math.round(fact.amount_gbp * 100);
    const awardId = await createAward(db, [partnershipId]);
    await db.write(async (trx) => {
      if (fact.lead !== null) {
        const known = await trx
          .selectFrom("organisation")
          .select("id")
          .where("name", "=", fact.lead)
          .executeTakeFirst();
        const body =
          known ??
          (await trx
            .insertInto("organisation")
            .values({ name: fact.lead })
            .returning("id")
            .executeTakeFirstOrThrow());
        await trx
          .updateTable("award")
          .set({ accountable_body_id: body.id })
          .where("id", "=", awardId)
          .execute();
      }
      const terms = {
        award_id: awardId,
        version: 1,
        saved_at: "2026-11-21T09:00:00.000Z",
        no_transfer: 0,
        capital_only: 0,
      };
      if (index % 2 === 0)
        await trx
          .insertInto("award_terms")
          .values({ ...terms, offer_reference: reference })
          .execute();
    });
    await seal(operatorContext(db), awardId, {
      amountPence: pence,
      effectiveOn: day,
      decidedOn: day,
      ...money,
    });
    recorded.push({
      reference: index % 2 === 0 ? reference : "",
      lead: fact.lead,
      area: fact.area,
      pence,
      day,
      awardId,
    });
  }
  return recorded;
}

/** The same as the funder would publish them: pounds with sign and commas, days as people write them, a row of totals. */
export function fundersCsv(awards: readonly (PublishedAward & { amount?: string })[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const pounds = (pence: number) =>
    `£${(pence / 100).toLocaleString("en-GB", { minimumFractionDigits: pence % 100 === 0 ? 0 : 2 })}`;
  const rows = awards.map((award) =>
    [
      award.reference,
      quoted((award.lead ?? "").toUpperCase()),
      quoted(award.area),
      quoted(award.amount ?? pounds(award.pence)),
      award.day.split("-").reverse().join("/"),
    ].join(","),
  );
  const total = awards.reduce((sum, { pence }) => sum + pence, 0);
  return [
    "Grant reference,Recipient,Area,Amount awarded,Award date",
    ...rows,
    "",
    `Total,,,${quoted(pounds(total))},`,
  ].join("\r\n");
}
