export { listPriorities, listThemes, type PriorityItem, type Theme } from "./priorities.queries.server.ts";
