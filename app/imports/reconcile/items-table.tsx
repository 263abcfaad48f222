import { formatDate } from "#app/core/calendar-date.ts";
import { formatPounds, poundsForField } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import { ITEM_KIND_NAMES, type ItemKind } from "./reconciliation.ts";
import type { ShownItem } from "./reconciliations.queries.server.ts";

type ItemsTableProps = {
  reconciliationId: number;
  /** What the list is called: the reason of a correction names it. */
  title: string;
  kind: ItemKind;
  items: readonly ShownItem[];
  mayAccept: boolean;
  mayCorrect: boolean;
};

/** The items of one kind: our award, their row, both amounts, and what was made of it. */
export function ItemsTable(props: ItemsTableProps) {
  const { kind, items } = props;
  const ours = kind !== "theirs_only";
  const theirs = kind !== "ours_only";
  const columns = [
    ours && { heading: "Our award", rowHeader: true, cell: (item: ShownItem) => <OurAward item={item} /> },
    theirs && {
      heading: "Their row",
      rowHeader: !ours,
      cell: (item: ShownItem) => <TheirRow item={item} />,
    },
    ours && { heading: "Ours", numeric: true, cell: (item: ShownItem) => <Ours item={item} /> },
    theirs && { heading: "Theirs", numeric: true, cell: (item: ShownItem) => <Theirs item={item} /> },
    kind === "differs" && {
      heading: "Difference",
      numeric: true,
      cell: ({ oursPence, theirsPence }: ShownItem) =>
        oursPence === null || theirsPence === null ? "" : formatPounds(theirsPence - oursPence, "always"),
    },
    kind !== "agreed" && {
      heading: "What was made of it",
      cell: (item: ShownItem) => <Made item={item} {...props} />,
    },
  ];
  return (
    <Table
      caption={ITEM_KIND_NAMES[kind]}
      rows={items}
      rowKey={(item) => item.id}
      empty={`${ITEM_KIND_NAMES[kind]}: none.`}
      columns={columns.filter((column) => column !== false)}
    />
  );
}

function OurAward({ item }: { item: ShownItem }) {
  return (
    <>
      <a className="govuk-link" href={`/awards/${item.awardId}`}>
        {item.reference}
      </a>{" "}
      {item.title}
    </>
  );
}

function TheirRow({ item }: { item: ShownItem }) {
  const rows = item.theirRows ?? "";
  const parts = [
    item.theirReference,
    item.theirRecipient,
    item.theirDate && formatDate(item.theirDate),
  ].filter(Boolean);
  const together = rows.includes(",") ? " together: the reference stands more than once" : "";
  return (
    <>
      {parts.join(", ")}
      <p className="govuk-body-s govuk-!-margin-bottom-0">
        {together === "" ? `Row ${rows}` : `Rows ${rows}${together}`}
        {item.matchedBy === "amount" && "; tied by amount, recipient and date, not by its reference"}
      </p>
    </>
  );
}

function Ours({ item }: { item: ShownItem }) {
  if (item.oursPence === null) return <NotRecorded />;
  return (
    <Money
      pence={item.oursPence}
      basis={item.oursBasis === "approximate" ? "approximate" : "exact"}
      decimals="always"
    />
  );
}

function Theirs({ item }: { item: ShownItem }) {
  return item.theirsPence === null ? "Cannot be read" : formatPounds(item.theirsPence, "always");
}

function Made({
  item,
  reconciliationId,
  title,
  kind,
  mayAccept,
  mayCorrect,
}: ItemsTableProps & { item: ShownItem }) {
  if (item.reason !== null) {
    return (
      <>
        Accepted{item.acceptedBy && ` by ${item.acceptedBy}`}: {item.reason}
      </>
    );
  }
  const name = item.reference ?? `row ${item.theirRows}`;
  return (
    <>
      {mayAccept && (
        <p className="govuk-body-s app-no-print govuk-!-margin-bottom-1">
          <a className="govuk-link" href={`/reports/reconcile/${reconciliationId}/accept/${item.id}`}>
            Accept with a reason<VisuallyHidden> ({name})</VisuallyHidden>
          </a>
        </p>
      )}
      {mayCorrect && (
        <p className="govuk-body-s app-no-print govuk-!-margin-bottom-0">
          {kind === "theirs_only" ? (
            <a className="govuk-link" href={newAwardHref(item, title)}>
              Record the award<VisuallyHidden> ({name})</VisuallyHidden>
            </a>
          ) : (
            <a className="govuk-link" href={correctionHref(item, title)}>
              Make a correction<VisuallyHidden> ({name})</VisuallyHidden>
            </a>
          )}
        </p>
      )}
      {!mayAccept && !mayCorrect && "Open"}
    </>
  );
}

/** The form of a correction with what the list says in it. */
function correctionHref({ awardId, theirsPence, theirRows }: ShownItem, title: string): string {
  const params = new URLSearchParams({ kind: "correction" });
  if (theirsPence !== null) params.set("amount", poundsForField(theirsPence));
  params.set("reason", theirRows === null ? `Not in “${title}”` : `As in “${title}”, row ${theirRows}`);
  return `/awards/${awardId}/next-version?${params}`;
}

/** The form of an award already made with what the list says in it. */
function newAwardHref(item: ShownItem, title: string): string {
  const { theirReference, theirRecipient, theirsPence, theirRows, theirDate } = item;
  const params = new URLSearchParams();
  if (theirReference !== null) params.set("reference", theirReference);
  if (theirsPence !== null && theirsPence >= 0) params.set("amount", poundsForField(theirsPence));
  if (theirDate !== null) params.set("decided", theirDate);
  const recipient = theirRecipient === null ? "" : `: ${theirRecipient}`;
  params.set("reason", `As in “${title}”, row ${theirRows}${recipient}`);
  return `/awards/new?${params}`;
}
