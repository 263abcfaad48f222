export { checkAuditChain, positionAtEndOf } from "./audit.queries.server.ts";
export { type AuditedAction, recordAudit, recordAudits } from "./record-audit.server.ts";
