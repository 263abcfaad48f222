export { AttachPage } from "./attach-page.tsx";
export type { AttachedTo, Attachment, Holder } from "./attachment.ts";
export { AttachmentPage } from "./attachment-page.tsx";
export { AttachmentsPanel } from "./attachments-panel.tsx";
export {
  type Figure,
  type FigureKey,
  type FigureSource,
  nameOfFigure,
  sourcesOf,
} from "./figure-sources/figure-source.ts";
export { SourceOfFigure, type StatedFigures } from "./figure-sources/figure-source-links.tsx";
export { FigureSourcesPage } from "./figure-sources/figure-sources-page.tsx";
