import { type RawBuilder, type SqlBool, sql } from "kysely";

/**
 * The condition under which an entry of the audit log on a bid makes its actor one of its writers: whatever saves or
 * changes a part of what is signed, what the funder agreed to included. Who looks after the bid, and how likely it is held to
 * be, is no part of that.
 */
export function isWriting(): RawBuilder<SqlBool> {
  return sql<SqlBool>`(audit_entry.action like 'save %' or audit_entry.action like 'change %'
      or audit_entry.action in ('add priority area to bid', 'record agreed exception of bid',
        'take back agreed exception of bid'))
    and audit_entry.action not like '%owner%' and audit_entry.action not like '%likelihood%'
    and audit_entry.action not like '%helper%' and audit_entry.action not like '%watch%'`;
}
