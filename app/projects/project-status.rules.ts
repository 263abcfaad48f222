export const PROJECT_STATUSES = [
  "planned",
  "going_on",
  "going_on_unfunded",
  "paused",
  "completed",
  "stopped",
] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** "Going on, unfunded" is a state of the project: whatever becomes of a bid, the work continues. */
export const PROJECT_STATUS_NAMES: Record<ProjectStatus, string> = {
  planned: "Planned",
  going_on: "Going on",
  going_on_unfunded: "Going on, unfunded",
  paused: "Paused",
  completed: "Completed",
  stopped: "Stopped",
};
