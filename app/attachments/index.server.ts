export { addAttachment } from "./add-attachment.server.ts";
export { attachmentPages } from "./attachment-pages.server.ts";
export { listAttachmentChoices, listAttachments } from "./attachments.queries.server.ts";
export { figureSourcePages } from "./figure-sources/figure-source-pages.server.ts";
export { listFigureSources } from "./figure-sources/figure-sources.queries.server.ts";
export { type FiguresOfRecord, stateFigureSource } from "./figure-sources/state-figure-source.server.ts";
export { verifyAttachments } from "./verify-attachments.server.ts";
