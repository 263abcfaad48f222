import { titled } from "#app/ui/layout/page-title.ts";
import { TasksPage } from "../tasks-page.tsx";
import { tasksOfBid } from "./tasks-of-bid.server.ts";

export const handle = { hydrate: true };
export const meta = titled<typeof loader>(({ data }) => `Tasks: ${data.holder.caption}`);
export const loader = tasksOfBid.loader;
export const action = tasksOfBid.addAction;
export default TasksPage;
