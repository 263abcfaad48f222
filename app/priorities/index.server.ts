export { listPriorities, listThemes, type PriorityItem, type Theme } from "./priorities.queries.server.ts";
export { projectsOfPriorities } from "./projects-of-priorities.queries.server.ts";
