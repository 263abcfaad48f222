export { NotesPage } from "./notes-page.tsx";
export { NotesPanel } from "./notes-panel.tsx";
export { WithdrawNotePage } from "./withdraw-note-page.tsx";
