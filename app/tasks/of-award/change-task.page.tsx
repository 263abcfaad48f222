import { titled } from "#app/ui/layout/page-title.ts";
import { ChangeTaskPage } from "../change-task-page.tsx";
import { tasksOfAward } from "./tasks-of-award.server.ts";

export const handle = { hydrate: true };
export const meta = titled("Change a task");
export const loader = tasksOfAward.changeLoader;
export const action = tasksOfAward.changeAction;
export default ChangeTaskPage;
