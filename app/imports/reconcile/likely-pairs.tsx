import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import type { ShownItem } from "./reconciliations.queries.server.ts";

type Pair = { oursId: number; theirsId: number; why: string; ours: ShownItem; theirs: ShownItem };
type LikelyPairsProps = { reconciliationId: number; pairs: readonly Pair[]; mayAccept: boolean };

/** Awards and rows that are likely the same: somebody has to say so. */
export function LikelyPairs({ reconciliationId, pairs, mayAccept }: LikelyPairsProps) {
  if (pairs.length === 0) return null;
  const amount = (pence: number | null) => (pence === null ? "not recorded" : formatPounds(pence, "always"));
  return (
    <>
      <Table
        caption="Likely the same"
        rows={pairs}
        rowKey={({ oursId }) => oursId}
        columns={[
          {
            heading: "Our award",
            rowHeader: true,
            cell: ({ ours }) => `${ours.reference} ${ours.title}`,
          },
          { heading: "Ours", numeric: true, cell: ({ ours }) => amount(ours.oursPence) },
          {
            heading: "Their row",
            cell: ({ theirs }) =>
              [`Row ${theirs.theirRows}`, theirs.theirReference, theirs.theirRecipient]
                .filter(Boolean)
                .join(", "),
          },
          { heading: "Theirs", numeric: true, cell: ({ theirs }) => amount(theirs.theirsPence) },
          { heading: "Why", cell: ({ why }) => why },
          {
            heading: "What to do",
            cell: ({ ours, theirs }) =>
              mayAccept ? (
                <a
                  className="govuk-link"
                  href={`/reports/reconcile/${reconciliationId}/accept/${theirs.id}?with=${ours.id}`}
                >
                  Accept as the same<VisuallyHidden> ({ours.reference})</VisuallyHidden>
                </a>
              ) : (
                "Open"
              ),
          },
        ]}
      />
      <p className="govuk-body">Nothing is tied until somebody accepts it.</p>
    </>
  );
}
