import { titled } from "#app/ui/layout/page-title.ts";
import { SettleTaskPage } from "../settle-task-page.tsx";
import { tasksOfAward } from "./tasks-of-award.server.ts";

export const handle = { hydrate: true };
export const meta = titled("What became of a task");
export const loader = tasksOfAward.settleLoader;
export const action = tasksOfAward.settleAction;
export default SettleTaskPage;
