import { AttachPage } from "#app/attachments/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { attachmentsOfRound } from "./round-holder.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Add an attachment");
export const loader = attachmentsOfRound.addLoader;
export const action = attachmentsOfRound.addAction;
export default AttachPage;
