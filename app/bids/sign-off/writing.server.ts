import { type RawBuilder, type SqlBool, sql } from "kysely";

/**
 * The condition under which an entry of the audit log on a bid makes its actor one of its writers: whatever saves or
 * changes a part of what the bid says. Who looks after it, and how likely it is held to be, is no part of that.
 */
export function isWriting(): RawBuilder<SqlBool> {
  return sql<SqlBool>`(audit_entry.action like 'save %' or audit_entry.action like 'change %')
    and audit_entry.action not like '%owner%' and audit_entry.action not like '%likelihood%'
    and audit_entry.action not like '%helper%' and audit_entry.action not like '%watch%'`;
}
