export { asKnown, rowsKnown } from "./as-known.server.ts";
export { checkAuditChain, positionAtEndOf } from "./audit.queries.server.ts";
export { type AuditedAction, recordAudit, recordAudits } from "./record-audit.server.ts";
export { rowsAsKnown, rowsAsSaid, type SaidAt } from "./rows-as-known.server.ts";
export { verifyKnown } from "./verify-known.server.ts";
