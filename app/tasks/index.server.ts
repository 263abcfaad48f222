export { hasOpenWork, listLeftBehind } from "./hand-over/people-to-choose.queries.server.ts";
export { askedTasks, WHOSE, WHOSE_NAMES } from "./open-task.ts";
export { listOpenTasks, openTasks } from "./open-tasks.queries.server.ts";
export { addTask } from "./save-task.server.ts";
export { settleTask } from "./settle-task.server.ts";
export { listTasks } from "./tasks.queries.server.ts";
export { listTasksAtHome } from "./tasks-at-home.server.ts";
