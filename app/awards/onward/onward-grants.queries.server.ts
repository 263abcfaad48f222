import type { IsoDay } from "#app/core/calendar-date.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Reader, Writer } from "#db/open.server.ts";
import { findVersionInForce } from "../ledger/in-force.server.ts";
import { findOverAllocation } from "../over-allocation/over-allocation.queries.server.ts";
import type { Holding } from "./onward-grant.rules.ts";
import type { OnwardGrant, OnwardPayment } from "./onward-grant.ts";

const grantsOfAwards = keepQuery((reader, awardIds: readonly number[]) =>
  grants(reader).where("award_id", "in", awardIds).orderBy("award_id").orderBy("number"),
);

/** The onward grants of an award, in the order in which they were recorded. Call with an award in scope. */
export async function listOnwardGrants(reader: Reader | Writer, awardId: number): Promise<OnwardGrant[]> {
  return grantsOf(reader, [awardId]);
}

/** The same of several awards. Call with awards in scope. */
export async function grantsOf(reader: Reader | Writer, awardIds: readonly number[]): Promise<OnwardGrant[]> {
  if (awardIds.length === 0) return [];
  return grantsOfAwards(reader, awardIds);
}

/** One of an award's onward grants. @throws NotFoundError where the award has no such grant. */
export async function getOnwardGrant(
  reader: Reader | Writer,
  awardId: number,
  id: number,
): Promise<OnwardGrant> {
  const grant = await grants(reader).where("award_id", "=", awardId).where("id", "=", id).executeTakeFirst();
  if (!grant) throw new NotFoundError(`No onward grant ${id} of award ${awardId}`);
  return grant;
}

function grants(reader: Reader | Writer) {
  return reader
    .selectFrom("onward_grant")
    .select(["id", "award_id as awardId", "number", "recipient", "charity_number as charityNumber"])
    .select(["company_number as companyNumber", "purpose", "reference", "agreed_on as agreedOn"])
    .select(["runs_from as runsFrom", "runs_to as runsTo", "amount_pence as amountPence"])
    .select(["paid_pence as paidPence", "returned_pence as returnedPence", "cancelled_on as cancelledOn"])
    .select(["cancelled_because as cancelledBecause", "version"]);
}

/** What was paid of a grant and came back, in the order of recording. */
export function listOnwardPayments(reader: Reader | Writer, grantId: number): Promise<OnwardPayment[]> {
  return reader
    .selectFrom("onward_payment")
    .leftJoin("person", "person.id", "onward_payment.recorded_by")
    .select(["onward_payment.id", "kind", "happened_on as happenedOn", "amount_pence as amountPence"])
    .select(["reference", "reverses_id as reversesId", "reason", "person.name as recordedBy"])
    .select("reported_because as reportedBecause")
    .where("onward_grant_id", "=", grantId)
    .orderBy("onward_payment.id")
    .execute();
}

const passedOnBy = keepQuery((reader, { awardId, day }: { awardId: number; day: IsoDay }) =>
  reader
    .selectFrom("posting")
    .select((e) => e.cast<number | null>(e.fn.sum("passed_on_pence"), "bigint").as("pence"))
    .where("award_id", "=", awardId)
    .where("effective_on", "<=", day),
);

/**
 * What an award comes to and passes on to other awards on a day; before its first version counts, what its latest one
 * comes to.
 */
export async function holdingOf(reader: Reader | Writer, awardId: number, day: IsoDay): Promise<Holding> {
  const version =
    (await findVersionInForce(reader, awardId, day)) ??
    (await findVersionInForce(reader, awardId, "9999-12-31"));
  const [taken] = await passedOnBy(reader, { awardId, day });
  const over = await findOverAllocation(reader, awardId);
  return {
    amountPence: version?.amount_pence ?? null,
    passedOnPence: taken?.pence ?? 0,
    percentage: over?.percentage ?? 100,
  };
}

/** What an award has and the onward grants that take of it. Call with an award in scope. */
export async function onwardOf(reader: Reader | Writer, awardId: number, day: IsoDay) {
  return {
    award: await holdingOf(reader, awardId, day),
    grants: await listOnwardGrants(reader, awardId),
  };
}
