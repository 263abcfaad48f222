import { AttachPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { attachmentsOfClaim } from "./claim-holder.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Add an attachment");
export const loader = attachmentsOfClaim.addLoader;
export const action = attachmentsOfClaim.addAction;
export default AttachPage;
