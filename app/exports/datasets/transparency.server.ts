import type { Expression } from "kysely";
import { formatFinancialYear } from "#app/core/financial-year.ts";
import type { Context } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import {
  COMMISSIONER_COLUMNS,
  COMMISSIONER_TITLE,
  commissionersAwards,
  GRANTS_MADE_COLUMNS,
  GRANTS_MADE_TITLE,
  grantsMade,
  type ListColumn,
  type TransparencyQuery,
  totalWordsOf,
  transparencyQueryOf,
  transparencySchema,
} from "#app/reports/index.server.ts";
import { parseForm } from "#app/ui/forms/parse-form.ts";
import type { CompiledRows, Dataset } from "../dataset.server.ts";
import { EXPORT_FORMATS } from "../export-format.ts";
import { partnershipWords } from "../filter-words.server.ts";

const NOT_RECORDED = "What is not recorded is left empty. An amount that is not recorded is not £0.";

/** Grants to voluntary bodies, by the Local Government Transparency Code 2015. */
export const onwardGrants: Dataset = publishedList(
  {
    name: "onward-grants",
    title: GRANTS_MADE_TITLE,
    about:
      "One row for each onward grant, as the Local Government Transparency Code 2015 wants them published.",
  },
  GRANTS_MADE_COLUMNS,
  [
    NOT_RECORDED,
    "A grant whose agreement has no date yet stands in no year. Cancelled grants of which nothing was paid are left out.",
    "The authority is the accountable body of the award, the department its partnerships. Onward grants are spending out of awards: they are not added to them.",
    "Names and purposes are as they were typed. Look through them before you publish.",
  ],
  grantsMade,
);

/** Awards of police and crime commissioners, by the Specified Information Order 2011. */
export const commissionerGrants: Dataset = publishedList(
  {
    name: "commissioner-grants",
    title: COMMISSIONER_TITLE,
    about:
      "One row for each award of a police and crime commissioner, as the Specified Information Order 2011 wants them published.",
  },
  COMMISSIONER_COLUMNS,
  [
    NOT_RECORDED,
    "A funder is taken for a commissioner by its name. Conditions are the terms of the award; reasons are those of its first version.",
    "An award paid out of another one stands beside it, so that both are in the sum: the report “Funding secured” counts the money once.",
    "Purposes and reasons are as they were typed. Look through them before you publish.",
  ],
  commissionersAwards,
);

type Named = Pick<Dataset, "name" | "title" | "about">;
type ListQuery = (
  context: Context,
  asked: TransparencyQuery,
) => Promise<Expression<unknown> & { compile(): CompiledRows }>;

function publishedList(
  named: Named,
  columns: readonly ListColumn[],
  notes: readonly string[],
  query: ListQuery,
): Dataset {
  return {
    ...named,
    formats: EXPORT_FORMATS,
    requireAccess: (context) => requirePermission(context, "register.read"),
    contents: async (context, { params }) => {
      const form = parseForm(transparencySchema, params);
      if (!form.ok) throw new NotFoundError("No such list");
      const asked = transparencyQueryOf(form.data);
      const list = await query(context, asked);
      const filters: [string, string][] = [];
      if (asked.year !== null) filters.push(["Financial year", formatFinancialYear(asked.year)]);
      if (asked.partnershipId !== null)
        filters.push(["Partnership", await partnershipWords(context, asked.partnershipId)]);
      return {
        sheet: "Grants",
        filters,
        moment: { asAt: asked.asAt ?? context.today, knownAt: asked.knownAt ?? context.today },
        notes: async () => [
          `As the page of the lists does, it comes to ${await totalWordsOf(context, list, columns)}`,
          ...notes,
        ],
        columns: columns.map(({ heading, kind }) => ({ heading, kind })),
        rows: { query: list.compile() },
        sum: {
          column: columns.findIndex(({ key }) => key === "amount_pence"),
          name: "amount_pence",
        },
      };
    },
  };
}
