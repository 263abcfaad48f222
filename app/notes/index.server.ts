export { notePages } from "./note-pages.server.ts";
export { listNotes } from "./notes.queries.server.ts";
export { writeNote } from "./write-note.server.ts";
