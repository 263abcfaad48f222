import { formatPounds } from "#app/core/money.ts";
import { requirePermission } from "#app/platform/context.server.ts";
import { momentOf } from "#app/reports/index.server.ts";
import type { Dataset } from "../dataset.server.ts";
import { grants, grantsQuery, published } from "./grants.queries.server.ts";
import { THREE_SIXTY_COLUMNS } from "./three-sixty-columns.ts";

/** Without a prefix there is nothing to begin an identifier with: the page shows what it would look like. */
export const NO_PREFIX = "NOT-SET";

/** What may be made public of the awards, by the 360Giving Data Standard 1.4. */
export const threeSixtyGiving: Dataset = {
  name: "360giving",
  title: "Grants for 360Giving",
  about: "One row for each award that can be made public, by the 360Giving Data Standard 1.4.",
  formats: ["csv", "xlsx", "json"],
  requireAccess: (context) => requirePermission(context, "register.read"),
  refusal: ({ publisher }) =>
    publisher.prefix === null
      ? {
          text: "No file can be made yet, because identifiers are for ever: an administrator has to set the prefix that 360Giving gave (PUBLISHER_PREFIX).",
          askAgainAt: null,
        }
      : null,
  contents: async (context, asked) => {
    const moment = await momentOf(context, asked);
    const { prefix } = asked.publisher;
    return {
      sheet: "grants",
      isPackage: true,
      filters: [["Identifiers begin with", prefix === null ? "Not set yet" : `360G-${prefix}-`]],
      moment: { asAt: moment.asAt, knownAt: moment.knownAt },
      notes: async () => {
        const { count, pence } = await published(grants(context, moment))
          .select((e) => [
            e.cast<number>(e.fn.countAll(), "bigint").as("count"),
            e.cast<number>(e.fn.coalesce(e.fn.sum("version.amount_pence"), e.lit(0)), "bigint").as("pence"),
          ])
          .executeTakeFirstOrThrow();
        const grantsWords = `${count.toLocaleString("en-GB")} ${count === 1 ? "grant" : "grants"}`;
        return [
          `${grantsWords}: the column Amount Awarded comes to ${formatPounds(pence, "always")}. An award out of another award stands beside it, so the two are not to be added: Related Activity names the other one.`,
          "Amount Disbursed is what came for claims, less what was taken back; it is left out where nothing is recorded.",
          "The only text that somebody typed about an award is its title; names of funds, rounds and priority areas are as they were typed too.",
        ];
      },
      columns: THREE_SIXTY_COLUMNS,
      rows: {
        query: grantsQuery(context, moment, { ...asked.publisher, prefix: prefix ?? NO_PREFIX }).compile(),
      },
      sum: { column: 5, name: "amount_pence" },
    };
  },
};
