import { AttachmentPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { attachmentsOfBid } from "./bid-holder.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => data.attachment.title);
export const loader = attachmentsOfBid.loader;
export const action = attachmentsOfBid.deleteAction;
export default AttachmentPage;
