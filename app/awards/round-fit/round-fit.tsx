import { Table } from "#app/ui/govuk/table.tsx";
import { VisuallyHidden } from "#app/ui/govuk/visually-hidden.tsx";
import type { FittingWork } from "./round-fit.queries.server.ts";
import { countedTwiceOf, type MoneyNowOrOpen, moneyNowWords } from "./round-fit.rules.ts";

type RoundFitProps = {
  roundId: number;
  /** Whether the round says which themes it is for. */
  hasThemes: boolean;
  work: readonly FittingWork[];
  mayBid: boolean;
};

type Row = {
  key: string;
  text: string;
  href: string;
  hint: string;
  inCommon: string;
  money: MoneyNowOrOpen;
  /** What the form of a new bid starts with. */
  start: string;
};

/** Own priority areas and projects with a theme in common with a round, and what pays for them already. */
export function RoundFit({ roundId, hasThemes, work, mayBid }: RoundFitProps) {
  const rows = work.flatMap((one) => rowsOf(roundId, one));
  return (
    <section>
      <h2 className="govuk-heading-m">What of yours may fit</h2>
      <p className="govuk-body">
        {hasThemes
          ? "Your priority areas that serve a theme of this round, with their projects. Whether the funder would pay for them is for you to judge."
          : "This round does not say which themes it is for, so nothing can be matched to it."}
      </p>
      {countedTwiceOf(rows.map(({ money }) => money)).map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      {hasThemes && (
        <Table
          caption="Priority areas and projects that may fit"
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          empty="None of your priority areas serves a theme of this round."
          columns={[
            {
              heading: "Priority area or project",
              rowHeader: true,
              cell: (row) => (
                <>
                  <a className="govuk-link" href={row.href}>
                    {row.text}
                  </a>
                  <div className="govuk-hint govuk-!-margin-bottom-0">{row.hint}</div>
                </>
              ),
            },
            { heading: "In common", cell: ({ inCommon }) => inCommon },
            { heading: "Awarded for this year and later", cell: ({ money }) => moneyNowWords(money) },
            ...(mayBid
              ? [
                  {
                    heading: <span className="app-no-print">Action</span>,
                    cell: (row: Row) => <StartBid row={row} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  );
}

function rowsOf(roundId: number, { id, title, partnership, inCommon, money, projects }: FittingWork): Row[] {
  const start = `/bids/new?round=${roundId}&priority=${id}`;
  const common = inCommon.join("; ");
  return [
    {
      key: `priority ${id}`,
      text: title,
      href: `/priorities/${id}`,
      hint: partnership,
      inCommon: common,
      money,
      start,
    },
    ...projects.map((project) => ({
      key: `priority ${id} project ${project.id}`,
      text: project.name,
      href: `/projects/${project.id}`,
      hint: `Project under “${title}”`,
      inCommon: common,
      money: project.money,
      start: `${start}&project=${project.id}`,
    })),
  ];
}

function StartBid({ row }: { row: Row }) {
  return (
    <a className="govuk-link app-no-print" href={row.start}>
      Start a bid<VisuallyHidden> with {row.text}</VisuallyHidden>
    </a>
  );
}
