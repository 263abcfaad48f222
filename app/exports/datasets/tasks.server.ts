import { type Context, requirePermission } from "#app/platform/context.server.ts";
import { askedTasks, openTasks, WHOSE, WHOSE_NAMES } from "#app/tasks/index.server.ts";
import type { Dataset } from "../dataset.server.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { unusedBesideChoice } from "../unused.server.ts";

/** Open tasks: one's own, those that are late or all, what is due first at the top. */
export const tasks: Dataset = {
  name: "tasks",
  title: "Open tasks",
  about: "One row for each open task, with whose it is, for which bid or award, and by when.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBesideChoice(params, "whose", WHOSE),
  contents: async (context, { params }) => {
    const whose = whoseIn(context, params);
    return {
      sheet: "Tasks",
      filters: [["Tasks", WHOSE_NAMES[whose]]],
      moment: null,
      notes: async () => [
        "Tasks that are done or dropped are not in the file. What awards owe their funders is in the file of their status.",
      ],
      columns: [
        { heading: "Task", kind: "text" },
        { heading: "Who", kind: "text" },
        { heading: "For", kind: "text" },
        { heading: "Title", kind: "text" },
        { heading: "By when", kind: "day" },
      ],
      rows: { query: query(context, whose).compile() },
      sum: null,
    };
  },
};

/** Whoever runs commands on the server has no tasks: all are meant. */
function whoseIn({ actor }: Context, params: URLSearchParams) {
  return params.has("whose") || actor.kind === "person" ? askedTasks(params).whose : "all";
}

function query(context: Context, whose: ReturnType<typeof whoseIn>) {
  return openTasks(context, whose)
    .select(["task.what", "person.name as assignee"])
    .select((e) => [
      e.fn.coalesce("bid.reference", "award.reference").as("reference"),
      e.fn.coalesce("bid.title", "award.title").as("title"),
    ])
    .select("task.due_on")
    .orderBy("task.due_on")
    .orderBy("task.id");
}
