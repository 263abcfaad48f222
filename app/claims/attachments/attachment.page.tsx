import { AttachmentPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { attachmentsOfClaim } from "./claim-holder.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => data.attachment.title);
export const loader = attachmentsOfClaim.loader;
export const action = attachmentsOfClaim.deleteAction;
export default AttachmentPage;
