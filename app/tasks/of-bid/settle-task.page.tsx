import { titled } from "#app/ui/layout/page-title.ts";
import { SettleTaskPage } from "../settle-task-page.tsx";
import { tasksOfBid } from "./tasks-of-bid.server.ts";

export const handle = { hydrate: true };
export const meta = titled("What became of a task");
export const loader = tasksOfBid.settleLoader;
export const action = tasksOfBid.settleAction;
export default SettleTaskPage;
