export { AttachPage } from "./attach-page.tsx";
export type { AttachedTo, Attachment, Holder } from "./attachment.ts";
export { AttachmentPage } from "./attachment-page.tsx";
export { AttachmentsPanel } from "./attachments-panel.tsx";
