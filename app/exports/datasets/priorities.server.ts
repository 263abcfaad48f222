import { moneyByPriority } from "#app/awards/index.server.ts";
import { listPartnerships } from "#app/partnerships/index.server.ts";
import { type Context, may } from "#app/platform/context.server.ts";
import { listPriorities, type PriorityItem } from "#app/priorities/index.server.ts";
import {
  countedTwiceWords,
  moneyOfPriorities,
  openWords,
  PRIORITY_KIND_NAMES,
  plansOf,
  type Sum,
  themeNames,
  withoutMoneyWords,
} from "#app/priorities/index.ts";
import type { ExportValue } from "../export.ts";
import { partnershipFilter } from "../filter-words.server.ts";
import { type ListColumn, listDataset } from "../list-dataset.server.ts";
import { partnershipIn } from "../partnership-asked.server.ts";
import { unusedBeside } from "../unused.server.ts";
import { BASIS_NAMES } from "./awards.server.ts";

type MoneyRow = ReturnType<typeof moneyOfPriorities>[number];
/** `money` is null of a partnership whose money the person does not read. */
type Row = PriorityItem & { partnership: string; money: MoneyRow | null };

const sumOf =
  (of: (money: MoneyRow) => ExportValue) =>
  ({ money }: Row) =>
    money ? of(money) : null;
const pence = ({ count, pence: sum }: Sum) => (count === 0 ? null : sum);

const COLUMNS: readonly ListColumn<Row>[] = [
  { heading: "Partnership", kind: "text", of: ({ partnership }) => partnership },
  { heading: "Priority area", kind: "text", of: ({ title }) => title },
  { heading: "Kind", kind: "text", words: PRIORITY_KIND_NAMES, of: ({ kind }) => kind },
  { heading: "Valid from", kind: "day", of: ({ validFrom }) => validFrom },
  { heading: "Valid to", kind: "day", of: ({ validTo }) => validTo },
  { heading: "Themes", kind: "text", of: ({ themes }) => themeNames(themes) },
  { heading: "Secured", kind: "pence", of: sumOf(({ secured }) => pence(secured)) },
  {
    heading: "Amount basis",
    kind: "text",
    words: BASIS_NAMES,
    of: sumOf(({ secured }) => {
      if (secured.count === 0) return null;
      if (secured.pence === null) return "not_recorded";
      return secured.isApproximate ? "approximate" : "exact";
    }),
  },
  { heading: "Awards", kind: "number", of: sumOf(({ secured }) => secured.count) },
  { heading: "Awards without an amount", kind: "number", of: sumOf(({ secured }) => secured.notRecorded) },
  { heading: "May be for it", kind: "text", of: sumOf(({ open }) => openWords(open)) },
  { heading: "Bid for", kind: "pence", of: sumOf(({ bidFor }) => pence(bidFor)) },
  { heading: "Bids", kind: "number", of: sumOf(({ bidFor }) => bidFor.count) },
  { heading: "Bids without an amount", kind: "number", of: sumOf(({ bidFor }) => bidFor.notRecorded) },
  { heading: "Of that lost", kind: "pence", of: sumOf(({ lost }) => pence(lost)) },
  { heading: "Bids lost", kind: "number", of: sumOf(({ lost }) => lost.count) },
];

/** The priority areas of one partnership, or of all by name, plan by plan; with their money where the person reads it. */
export const priorities = listDataset({
  name: "priorities",
  title: "Priority areas",
  about: "One row for each priority area, with what is secured for it, bid for and lost.",
  permission: "reference.read",
  unused: (params) => unusedBeside(params, ["partnership"]),
  columns: COLUMNS,
  read: async (context, params) => {
    const [id = null] = partnershipIn(params) ?? [];
    const found = await listPriorities(context, id === null ? {} : { partnershipIds: [id] });
    const rows: Row[] = [];
    const words: (string | null)[] = [];
    for (const partnership of await listPartnerships(context)) {
      const own = found.filter(({ partnershipId }) => partnershipId === partnership.id);
      if (own.length === 0) continue;
      const { money, said } = await moneyOf(context, partnership.id, own);
      const named = own.map((priority) => ({
        ...priority,
        partnership: partnership.name,
        money: money?.find((row) => row.id === priority.id) ?? null,
      }));
      rows.push(...plansOf(named).flatMap((plan) => plan.priorities));
      // As the page of one partnership says it.
      if (id !== null) words.push(...said);
    }
    return {
      filters: await partnershipFilter(context, id),
      rows,
      notes: [
        ...words,
        "Secured adds up: each pound stands at one priority area, and what other awards take of it is taken off. What is not yet apportioned to a priority area is not in it.",
        "A bid for several priority areas stands in full at each of them, so bids do not add up. An umbrella record counts only for what is not itemised. Drafts and withdrawn bids are left out.",
        "Money is told of your own partnerships. What is not recorded is left empty. It is not £0.",
      ],
    };
  },
});

async function moneyOf(context: Context, partnershipId: number, own: readonly PriorityItem[]) {
  if (!may(context.actor, "register.read", [partnershipId])) return { money: null, said: [] };
  const found = await moneyByPriority(context, partnershipId);
  const money = moneyOfPriorities(own, found);
  return {
    money,
    said: [
      withoutMoneyWords(money, own, found.open),
      money.some((row) => row.open.awards > 1) ? countedTwiceWords(found.twice) : null,
    ],
  };
}
