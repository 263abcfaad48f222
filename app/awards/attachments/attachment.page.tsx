import { AttachmentPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { attachmentsOfAward } from "./award-holder.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => data.attachment.title);
export const loader = attachmentsOfAward.loader;
export const action = attachmentsOfAward.deleteAction;
export default AttachmentPage;
