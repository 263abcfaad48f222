export { PROJECT_STATUS_NAMES } from "./project-status.rules.ts";
