import { WithdrawNotePage } from "#app/notes/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { notesOfAward } from "./noted-award.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Withdraw a note");
export const loader = notesOfAward.withdrawLoader;
export const action = notesOfAward.withdrawAction;
export default WithdrawNotePage;
