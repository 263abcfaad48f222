import { WithdrawNotePage } from "#app/notes/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { notesOfBid } from "./noted-bid.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Withdraw a note");
export const loader = notesOfBid.withdrawLoader;
export const action = notesOfBid.withdrawAction;
export default WithdrawNotePage;
