import { AttachPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { attachmentsOfAward } from "./award-holder.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Add an attachment");
export const loader = attachmentsOfAward.addLoader;
export const action = attachmentsOfAward.addAction;
export default AttachPage;
