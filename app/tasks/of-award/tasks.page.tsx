import { titled } from "#app/ui/layout/page-title.ts";
import { TasksPage } from "../tasks-page.tsx";
import { tasksOfAward } from "./tasks-of-award.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Tasks: ${data.holder.caption}`);
export const loader = tasksOfAward.loader;
export const action = tasksOfAward.addAction;
export default TasksPage;
