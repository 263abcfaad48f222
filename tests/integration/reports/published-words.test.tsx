import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { withPublishedSides } from "#app/reports/changes/published-sides.server.ts";
import { getPublished } from "#app/reports/published/published.queries.server.ts";
import { PublishedContent } from "#app/reports/published/published-content.tsx";
import { withdrawPublished } from "#app/reports/published/withdraw-published.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type Ledger, makeLedger } from "./hand-made-ledger.ts";
import { filesOf, publish } from "./publishing.ts";

const register = useDatabase();
let ledger: Ledger;
let finance: Context;

beforeAll(async () => {
  ledger = await makeLedger(register.db);
  finance = (await make.createPerson(register.db, { [ledger.aldham]: "finance" })).context;
});

const ofAldham = () => ({ by: "partnership", partnership: String(ledger.aldham) });

test("a kept document says whose report it is, who handed it out, and up to which entry its figures go", async () => {
  for (const [name, asked] of [
    ["funding-secured", ofAldham()],
    ["yearly", { partnership: String(ledger.aldham), year: "2023" }],
  ] as const) {
    const published = await publish(finance, name, asked);
    const { file_html: html } = await filesOf(finance, published.id);
    expect(html).toMatch(
      new RegExp(
        `<p>${published.partnership}\\. Published \\d+ \\w+ \\d{4} by Ashdown Council for Crime and Disorder Scrutiny Panel, 1 December 2026, up to entry ${published.position.toLocaleString("en-GB")} of the ledger</p>`,
      ),
    );
  }
});

test("a withdrawn report says who withdrew it", async () => {
  const { id } = await publish(finance, "funding-secured", ofAldham());
  await withdrawPublished(finance, id, "Wrong year");
  const published = await getPublished(finance, id);
  expect(published.withdrawal?.by).toBe(finance.actor.kind === "person" ? finance.actor.name : null);
  const markup = renderToStaticMarkup(
    <PublishedContent published={published} filesAt="/published/1" withdrawnBy="by Jo Bloggs" />,
  );
  expect(markup).toMatch(/Withdrawn .* by Jo Bloggs\. Wrong year/);
});

test("two published reports are compared as the moments to which they are pinned", async () => {
  const one = await publish(finance, "funding-secured", { ...ofAldham(), "as-at": "2024-03-31" });
  const other = await publish(finance, "funding-secured", ofAldham());
  const asked = (more: Record<string, string>) => new URLSearchParams({ by: "year", ...more });
  const both = { "from-published": String(one.id), "to-published": String(other.id) };
  const typed = { "from-as-at-day": "1", "from-as-at-month": "2", "from-as-at-year": "2020" };
  expect(Object.fromEntries((await withPublishedSides(finance, asked({ ...both, ...typed }))) ?? [])).toEqual(
    {
      by: "year",
      partnership: String(ledger.aldham),
      "from-as-at": "2024-03-31",
      "from-known-at": one.knownAt,
      "from-position": String(one.position),
      "to-as-at": other.asAt,
      "to-known-at": other.knownAt,
      "to-position": String(other.position),
    },
  );
  expect(await withPublishedSides(finance, asked({ "from-published": "", ...typed }))).toBeNull();
  const stranger = (await make.createPerson(register.db, { [ledger.borley]: "finance" })).context;
  await expect(withPublishedSides(stranger, asked(both))).rejects.toThrow(NotFoundError);
});
