export { LeftBehindTable } from "./hand-over/left-behind.tsx";
export type { Task } from "./task.ts";
export { TasksAtHome } from "./tasks-at-home.tsx";
export { TasksPanel } from "./tasks-panel.tsx";
