import { NotesPage } from "#app/notes/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { notesOfBid } from "./noted-bid.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Notes: ${data.holder.caption}`);
export const loader = notesOfBid.loader;
export const action = notesOfBid.writeAction;
export default NotesPage;
