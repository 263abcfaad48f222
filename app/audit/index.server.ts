export { checkAuditChain, positionAtEndOf } from "./audit.queries.server.ts";
export { type AuditedAction, recordAudit } from "./record-audit.server.ts";
