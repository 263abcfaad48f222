import { SourceOfFigure, type StatedFigures } from "#app/attachments/index.ts";
import { formatPounds } from "#app/core/money.ts";
import { Table } from "#app/ui/govuk/table.tsx";
import { Money } from "#app/ui/layout/money.tsx";
import { NotRecorded } from "#app/ui/layout/not-recorded.tsx";
import type { MatchItem } from "../content/content.ts";
import { MATCH_FORMS, MATCH_STANDINGS } from "../content/words.ts";
import { matchSums, matchWords } from "./match.rules.ts";

type MatchTableProps = { match: readonly MatchItem[]; stated?: StatedFigures };

/** The match funding of a bid by source. */
export function MatchTable({ match, stated }: MatchTableProps) {
  const sums = matchSums(match);
  const rows = match.map((item, index) => ({ ...item, index }));
  return (
    <>
      <Table
        caption="Match funding by source"
        captionHidden
        rows={rows}
        rowKey={(row) => row.index}
        columns={[
          { heading: "Source", rowHeader: true, cell: (row) => row.source },
          { heading: "What it is", cell: (row) => row.description ?? <NotRecorded /> },
          { heading: "Form", cell: (row) => (row.form ? MATCH_FORMS[row.form] : <NotRecorded />) },
          {
            heading: "Standing",
            cell: (row) => (row.standing ? MATCH_STANDINGS[row.standing] : <NotRecorded />),
          },
          {
            heading: "Worth",
            numeric: true,
            cell: (row) => (
              <>
                <Money pence={row.amountPence} />
                <SourceOfFigure stated={stated} of={{ figure: "match", item: row.source }} />
              </>
            ),
          },
        ]}
        footer={[{ cells: ["Total", "", "", "", formatPounds(sums.totalPence)], total: true }]}
      />
      <p className="govuk-body">{matchWords(sums)}</p>
    </>
  );
}
