import { AttachmentPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { attachmentsOfRound } from "./round-holder.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => data.attachment.title);
export const loader = attachmentsOfRound.loader;
export const action = attachmentsOfRound.deleteAction;
export default AttachmentPage;
