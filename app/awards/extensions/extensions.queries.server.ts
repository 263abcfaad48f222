import type { Context } from "#app/platform/context.server.ts";
import { keepQuery } from "#db/kept-queries.ts";
import type { Extension } from "./extension.ts";

const extensionRows = keepQuery((reader, awardId: number) =>
  reader
    .selectFrom("award_extension")
    .leftJoin("person", "person.id", "award_extension.recorded_by")
    .select(["award_extension.id", "delivery_to_before as deliveryToBefore", "delivery_to as deliveryTo"])
    .select(["reason", "agreed_on as agreedOn", "decision_reference as decisionReference"])
    .select("person.name as recordedBy")
    .where("award_id", "=", awardId)
    .orderBy("award_extension.id", "desc"),
);

/** How often and how long delivery of an award was extended, the latest first. Call with an award in scope. */
export function listExtensions({ db }: Context, awardId: number): Promise<Extension[]> {
  return extensionRows(db.read, awardId);
}
