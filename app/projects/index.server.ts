export { addProject } from "./add-project.server.ts";
export { listContributions, type OwnContribution } from "./contributions/contributions.queries.server.ts";
export { addContribution } from "./contributions/save-contribution.server.ts";
export {
  listProjectsElsewhere,
  ownProjectName,
  type ProjectElsewhere,
  projectNames,
} from "./project-names.queries.server.ts";
export { getProject, listProjects, type Project, type ProjectItem } from "./projects.queries.server.ts";
