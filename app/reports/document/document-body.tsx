import { BarChart } from "#app/ui/charts/bar-chart.tsx";
import { LineChart } from "#app/ui/charts/line-chart.tsx";
import { SmallMultiples } from "#app/ui/charts/small-multiples.tsx";
import { InsetText } from "#app/ui/govuk/inset-text.tsx";
import { SummaryList } from "#app/ui/govuk/summary-list.tsx";
import { Table } from "#app/ui/govuk/table.tsx";
import { WarningText } from "#app/ui/govuk/warning-text.tsx";
import {
  type Block,
  cellWords,
  type DocumentCell,
  type DocumentTable,
  type ReportDocument,
} from "./document.ts";

/** A report as a page shows it, under the page's own heading. */
export function DocumentBody({ document }: { document: ReportDocument }) {
  return (
    <>
      {document.lead.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      {document.sections.map(({ heading, blocks }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m govuk-!-margin-top-7">{heading}</h2>
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report never move
            <OneBlock key={index} block={block} />
          ))}
        </section>
      ))}
    </>
  );
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "text":
      return <p className="govuk-body">{block.text}</p>;
    case "link":
      return (
        <p className="govuk-body">
          <a className="govuk-link" href={block.href}>
            {block.text}
          </a>
        </p>
      );
    case "heading":
      return <h3 className="govuk-heading-s">{block.text}</h3>;
    case "inset":
      return <InsetText>{block.text}</InsetText>;
    case "warning":
      return <WarningText>{block.text}</WarningText>;
    case "list":
      return (
        <ul className="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "facts":
      return <SummaryList rows={block.rows} />;
    case "table":
      return <TableBlock table={block} />;
    case "bars":
      return <BarChart finding={block.finding} bars={block.points} />;
    case "line":
      return <LineChart finding={block.finding} points={block.points} />;
    case "multiples":
      return <SmallMultiples finding={block.finding} panels={block.panels} />;
  }
}

function TableBlock({ table }: { table: DocumentTable }) {
  const rows = table.rows.map((cells, index) => ({ cells, index }));
  return (
    <Table
      caption={table.caption}
      captionSize="s"
      columns={table.columns.map(({ heading, numeric }, index) => ({
        heading,
        numeric,
        rowHeader: index === 0,
        cell: ({ cells }: (typeof rows)[number]) => <Cell cell={cells[index] ?? ""} />,
      }))}
      rows={rows}
      rowKey={({ index }) => index}
      footer={
        rows.length === 0
          ? undefined
          : table.footer?.map((cells, index, all) => ({ cells, total: index === all.length - 1 }))
      }
      empty={table.empty}
    />
  );
}

/** Lines of a cell stand under each other. */
function Cell({ cell }: { cell: DocumentCell }) {
  if (typeof cell !== "string") {
    return (
      <a className="govuk-link" href={cell.href}>
        {cell.text}
      </a>
    );
  }
  const lines = cellWords(cell).split("\n");
  return lines.length === 1 ? cell : lines.map((line) => <div key={line}>{line}</div>);
}
