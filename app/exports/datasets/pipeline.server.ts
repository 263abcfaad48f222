import { pipelineBids } from "#app/bids/index.server.ts";
import { PIPELINE_THEN, STAGE_NAMES } from "#app/bids/index.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { pipelineOf, reachWords } from "#app/reports/index.server.ts";
import type { Dataset } from "../dataset.server.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { partnershipIn } from "../partnership-asked.server.ts";
import { asksForAnotherDay } from "../refusal.server.ts";
import { unusedBeside } from "../unused.server.ts";
import { BASIS_NAMES } from "./awards.server.ts";

/** The bids that the pipeline adds up, by stage and by when they are decided. */
export const pipeline: Dataset = {
  name: "pipeline",
  title: "Pipeline",
  about:
    "One row for each bid that is not yet decided: what is requested, how likely it is, what is expected.",
  formats: EXPORT_FORMATS,
  requireAccess: (context) => requirePermission(context, "register.read"),
  unused: (params) => unusedBeside(params, ["partnership"]),
  takesDay: true,
  contents: async (context, asked) => {
    const { params, asAt, knownAt } = asked;
    const isThen = asksForAnotherDay(context, asked);
    const query = { partnershipIds: partnershipIn(params), asAt, knownAt };
    const { of, asked: pipelineAsked } = await pipelineOf(context, query);
    return {
      sheet: "Pipeline",
      filters: [["Partnerships", reachWords(of.partnerships)]],
      moment: isThen ? { asAt: of.asAt, knownAt: of.knownAt } : null,
      notes: async () => [
        ...(isThen ? [PIPELINE_THEN] : []),
        "The columns Counted and Expected come to the totals of the pipeline. A joint bid counts once.",
        "Counted is the amount requested; of an umbrella record only what is not itemised, because its bids count themselves.",
        "Where a bid has no decision date of its own, Decision expected is its round’s.",
        "Expected is what counts times the likelihood, to the nearest penny for each bid. Where either is not recorded, it is left empty. It is not £0.",
      ],
      columns: [
        { heading: "Reference", kind: "text" },
        { heading: "Title", kind: "text" },
        { heading: "Stage", kind: "text", words: STAGE_NAMES },
        { heading: "Decision expected", kind: "day" },
        { heading: "Requested", kind: "pence" },
        { heading: "Amount basis", kind: "text", words: BASIS_NAMES },
        { heading: "Likelihood (%)", kind: "number" },
        { heading: "Expected", kind: "pence" },
        { heading: "Counted", kind: "pence" },
      ],
      rows: { query: (await pipelineBids(context, pipelineAsked)).compile() },
      sum: { column: 7, name: "expected" },
    };
  },
};
