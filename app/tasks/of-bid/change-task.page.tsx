import { titled } from "#app/ui/layout/page-title.ts";
import { ChangeTaskPage } from "../change-task-page.tsx";
import { tasksOfBid } from "./tasks-of-bid.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Change a task");
export const loader = tasksOfBid.changeLoader;
export const action = tasksOfBid.changeAction;
export default ChangeTaskPage;
