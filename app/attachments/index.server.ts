export { addAttachment } from "./add-attachment.server.ts";
export { attachmentPages } from "./attachment-pages.server.ts";
export { listAttachments } from "./attachments.queries.server.ts";
export { verifyAttachments } from "./verify-attachments.server.ts";
