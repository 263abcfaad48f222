import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Table } from "./table.tsx";

describe("a table", () => {
  const columns = [
    {
      heading: "Title",
      rowHeader: true,
      cell: (row: string) => row,
      sort: { href: "?sort=title", direction: "ascending" as const },
    },
    { heading: "Amount", numeric: true, cell: () => "£1" },
  ];

  test("that is wide scrolls in a region named by its caption, which the keyboard reaches", () => {
    const html = renderToStaticMarkup(
      <Table caption="Bids" rows={["a"]} rowKey={String} columns={columns} />,
    );
    expect(html).toMatch(
      /<section class="app-scroll" tabindex="0" aria-labelledby="(.+?)">.*<caption [^>]*id="\1"/,
    );
  });

  test("says which column it is sorted by, and links to the other order", () => {
    const html = renderToStaticMarkup(
      <Table caption="Bids" rows={["a"]} rowKey={String} columns={columns} />,
    );
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('href="?sort=title"');
  });

  test("without rows gives way to what that means", () => {
    const html = renderToStaticMarkup(
      <Table caption="Bids" rows={[]} rowKey={String} columns={columns} empty="No bids yet." />,
    );
    expect(html).toBe('<p class="govuk-body">No bids yet.</p>');
  });

  test("has rows below the others, named by their first cell", () => {
    const html = renderToStaticMarkup(
      <Table
        caption="Bids"
        rows={["a"]}
        rowKey={String}
        columns={columns}
        footer={[{ cells: ["Total", "£1"], total: true }]}
      />,
    );
    expect(html).toContain('<th scope="row" class="govuk-table__header">Total</th>');
    expect(html).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">£1</td></tr></tfoot>');
  });
});
