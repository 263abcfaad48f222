import type { Context } from "#app/platform/context.server.ts";

/**
 * What a person has to do, wrote in their own name, takes part in and keeps for themselves: the part of
 * `getPersonData` that stands on bids, awards and lists. The caller has asserted that they ask themselves.
 */
export async function getPersonWork({ db: { read } }: Context, personId: number) {
  const tasks = await read
    .selectFrom("task")
    .leftJoin("bid", "bid.id", "task.bid_id")
    .leftJoin("award", "award.id", "task.award_id")
    .select((e) => e.fn.coalesce("bid.reference", "award.reference").as("record"))
    .select(["what", "due_on as dueOn", "made_at as madeAt", "outcome", "settled_on as settledOn"])
    .select("settled_note as settledNote")
    .where("assignee_id", "=", personId)
    .orderBy("task.id")
    .execute();
  const notes = await read
    .selectFrom("note")
    .leftJoin("bid", "bid.id", "note.bid_id")
    .leftJoin("award", "award.id", "note.award_id")
    .leftJoin("note_withdrawal", "note_withdrawal.note_id", "note.id")
    .select((e) => e.fn.coalesce("bid.reference", "award.reference").as("record"))
    .select(["text", "written_at as writtenAt", "withdrawn_at as withdrawnAt"])
    .where("written_by", "=", personId)
    .orderBy("note.id")
    .execute();
  const teams = await read
    .selectFrom("bid_team")
    .innerJoin("bid", "bid.id", "bid_team.bid_id")
    .select(["bid.reference as bid", "bid_team.part"])
    .where("person_id", "=", personId)
    .orderBy("bid.id")
    .execute();
  const ownsAwards = await read
    .selectFrom("award")
    .select("reference as award")
    .where("owner_id", "=", personId)
    .orderBy("id")
    .execute();
  const signsFor = await read
    .selectFrom("sign_off_signer")
    .innerJoin("sign_off_step", "sign_off_step.id", "sign_off_signer.step_id")
    .innerJoin("partnership", "partnership.id", "sign_off_step.partnership_id")
    .select(["partnership.name as partnership", "sign_off_step.title as step", "sign_off_signer.part"])
    .select(["sign_off_signer.valid_from as from", "sign_off_signer.valid_to as to"])
    .where("person_id", "=", personId)
    .orderBy("sign_off_signer.id")
    .execute();
  const savedViews = await read
    .selectFrom("saved_view")
    .select(["name", "query", "created_at as madeAt"])
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  const typedButNotSaved = await read
    .selectFrom("bid_section_typed")
    .innerJoin("bid", "bid.id", "bid_section_typed.bid_id")
    .select(["bid.reference as bid", "section", "typed_at as typedAt", "typed_json as typed"])
    .where("person_id", "=", personId)
    .orderBy("bid.id")
    .orderBy("section")
    .execute();
  const typedNotSent = await read
    .selectFrom("typed_form")
    .select(["form", "typed_at as typedAt", "typed_json as typed"])
    .where("person_id", "=", personId)
    .orderBy("form")
    .execute();
  const calendarAddresses = await read
    .selectFrom("calendar_address")
    .select(["name", "created_at as madeAt", "last_used_at as lastUsedAt", "revoked_at as revokedAt"])
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  const typed = { typedButNotSaved, typedNotSent };
  return { tasks, notes, teams, ownsAwards, signsFor, savedViews, ...typed, calendarAddresses };
}
