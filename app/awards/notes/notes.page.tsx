import { NotesPage } from "#app/notes/index.ts";
import { titled } from "#app/ui/layout/page-title.ts";
import { notesOfAward } from "./noted-award.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Notes: ${data.holder.caption}`);
export const loader = notesOfAward.loader;
export const action = notesOfAward.writeAction;
export default NotesPage;
