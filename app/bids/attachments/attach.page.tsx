import { AttachPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { attachmentsOfBid } from "./bid-holder.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Add an attachment");
export const loader = attachmentsOfBid.addLoader;
export const action = attachmentsOfBid.addAction;
export default AttachPage;
