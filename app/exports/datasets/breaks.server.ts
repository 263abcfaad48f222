import { listOfBreaks } from "#app/outcomes/index.server.ts";
import {
  BREAK_MONEY,
  BREAK_NAMES,
  isOwned,
  LISTS_OF_BREAKS,
  type ListOfBreaks,
  type ShownBreak,
} from "#app/outcomes/index.ts";
import { everyPage, type ListColumn, listDataset } from "../list-dataset.server.ts";
import { unusedBesideChoice } from "../unused.server.ts";
import { BASIS_NAMES } from "./awards.server.ts";

type Row = ShownBreak & { kind: ListOfBreaks };

const COLUMNS: readonly ListColumn<Row>[] = [
  { heading: "List", kind: "text", words: BREAK_NAMES, of: ({ kind }) => kind },
  { heading: "Record", kind: "text", of: ({ text }) => text },
  { heading: "Money", kind: "pence", of: ({ pence }) => pence ?? null },
  { heading: "The money is", kind: "text", of: ({ kind }) => BREAK_MONEY[kind] },
  { heading: "Amount basis", kind: "text", words: { ...BASIS_NAMES, none: "no line names it" }, of: basisOf },
  { heading: "Owner", kind: "text", of: ({ kind, owner }) => (isOwned(kind) ? (owner ?? null) : null) },
  { heading: "Partnership", kind: "text", of: ({ kind, owner }) => (isOwned(kind) ? null : (owner ?? null)) },
  { heading: "Stated and computed", kind: "text", of: ({ difference }) => difference ?? null },
];

function basisOf({ kind, pence = null, isApproximate, isUnnamed }: Row): string | null {
  if (BREAK_MONEY[kind] === null) return null;
  if (isUnnamed) return "none";
  if (pence === null) return "not_recorded";
  return isApproximate ? "approximate" : "exact";
}

/** Where the chain from pound to outcome breaks: one list of what is to be done, or all of them, each the newest first. */
export const breaks = listDataset<Row>({
  name: "breaks",
  title: "Where the chain breaks",
  about: "One row for each record at which a pound cannot be walked to what it changed, or back.",
  permission: "register.read",
  unused: (params) => unusedBesideChoice(params, "kind", LISTS_OF_BREAKS),
  columns: COLUMNS,
  read: async (context, params) => {
    const asked = LISTS_OF_BREAKS.find((kind) => kind === params.get("kind"));
    return {
      filters: asked === undefined ? [] : [["List", BREAK_NAMES[asked]]],
      rows: async () => {
        const rows: Row[] = [];
        for (const kind of asked === undefined ? LISTS_OF_BREAKS : [asked]) {
          const found = await everyPage(async (below) => {
            const { breaks, older } = await listOfBreaks(context, kind, below);
            return { rows: breaks, next: older };
          });
          rows.push(...found.map((row) => ({ ...row, kind })));
        }
        return rows;
      },
      notes: [
        "The money of one list is not added to that of another: what it is stands beside it, and the same pound can stand in two lists.",
        "A board’s own indicators, which no project owns, are not among it, and a project which goes on unfunded is not either. An owner or an amount that is not recorded is left empty. It is not £0.",
      ],
    };
  },
});
