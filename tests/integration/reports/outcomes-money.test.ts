import { beforeAll, expect, test } from "vitest";
import type { Context } from "#app/platform/context.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { getOutcomesMoney } from "#app/reports/outcomes-money/outcomes-money.queries.server.ts";
import {
  outcomesMoneyDocument,
  outcomesMoneyText,
} from "#app/reports/outcomes-money/outcomes-money-document.rules.ts";
import { outcomesMoneyRows } from "#app/reports/outcomes-money/outcomes-money-table.rules.ts";
import * as make from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { FIRST_DAY, type Ledger, makeLedger, report } from "./hand-made-ledger.ts";

const database = useDatabase();
let ledger: Ledger;
let operator: Context;

beforeAll(async () => {
  ledger = await makeLedger(database.db);
  operator = make.operatorContext(database.db);
});

test("the money of all priority areas comes to what is secured, each amount once, at any date", async () => {
  for (const partnershipId of [ledger.aldham, ledger.borley, ledger.chilton]) {
    for (const asAt of [null, FIRST_DAY]) {
      const made = await getOutcomesMoney(operator, { partnershipId, asAt, knownAt: null });
      const { figures } = await report(operator, { by: "priority", partnershipIds: [partnershipId], asAt });
      const sum = outcomesMoneyRows(made).reduce((all, { pence }) => all + (pence ?? 0), 0);
      expect(sum).toBe(figures.totalPence);
      expect(outcomesMoneyText(made)).toContain("Counted twice: £0.00");
    }
  }
});

test("a project that is paid and not measured is a gap, and so is money without a project", async () => {
  const asked = { partnershipId: ledger.aldham, asAt: null, knownAt: null };
  const { paid } = await getOutcomesMoney(operator, asked);
  const gaps = paid.map(({ project, gap }) => [project, gap]);
  expect(gaps).toContainEqual(["Lights on the green", "Money without a measure"]);
  expect(gaps).toContainEqual([null, "Money without a project"]);
});

test("as many gaps are named as rows have one", async () => {
  const made = await getOutcomesMoney(operator, {
    ...{ partnershipId: ledger.aldham, asAt: null, knownAt: null },
  });
  const { lead, sections } = outcomesMoneyDocument(made);
  const rows = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? block.rows.map((cells) => cells.at(-1)) : [])),
  );
  const gaps = rows.filter((gap) => gap !== "").length;
  expect(gaps).toBeGreaterThan(1);
  expect(lead.join(" ")).toContain(`${gaps} rows have a gap.`);
});

test("is of one’s own partnerships only", async () => {
  const { context } = await make.createPerson(database.db, { [ledger.borley]: "reader" });
  const asked = { partnershipId: ledger.aldham, asAt: null, knownAt: null };
  await expect(getOutcomesMoney(context, asked)).rejects.toThrow(NotFoundError);
});
