import { expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { publishReport } from "#app/reports/published/publish-report.server.ts";
import type { PublishInput } from "#app/reports/published/published.schema.ts";
import { withdrawPublished } from "#app/reports/published/withdraw-published.server.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeLedger } from "./hand-made-ledger.ts";
import { inputFor, reportNamed } from "./publishing.ts";

const database = useDatabase();

test("two who publish the same report at once publish it once: the second is told who was quicker", async () => {
  const ledger = await makeLedger(database.db);
  const finance = (await make.createPerson(database.db, { [ledger.aldham]: "finance" })).context;
  const asked = { by: "partnership", partnership: String(ledger.aldham) };
  const manager = await make.createPerson(database.db, { [ledger.aldham]: "manager" });
  const input = await inputFor(finance, "funding-secured", asked, { title: "Once" });
  const send = (context: Context, more: Partial<PublishInput> = {}) =>
    publishReport(context, reportNamed("funding-secured"), { ...input, ...more }, "Ashdown Council");
  const both = await Promise.all([send(manager.context), send(manager.context)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await send(finance)).toEqual({
    ok: false,
    errors: { form: `${manager.actor.name} has published exactly this report already` },
  });
  expect(await send(finance, { readers: "anybody" })).toMatchObject({ ok: true });
  expect(await send(finance, { title: "Another" })).toMatchObject({ ok: true });
  const first = both.find((result) => result.ok);
  if (first?.ok) await withdrawPublished(finance, first.value.id, "A slip");
  expect(await send(finance)).toMatchObject({ ok: true });
});
