import { type SqlBool, sql } from "kysely";
import { ROLES, roleMay } from "#app/platform/permissions.ts";

const SIGNERS = ROLES.filter((role) => roleMay(role, "claim.sign"));

/** Who wrote the claim of a query could sign it, had somebody else written it: a second person of finance has to. */
export const writtenByFinance = sql<SqlBool>`exists (select 1 from membership
  join award_partnership as share on share.partnership_id = membership.partnership_id
  where share.award_id = claim.award_id and membership.person_id = claim.written_by
    and membership.role in (${sql.join(SIGNERS)}))`;
