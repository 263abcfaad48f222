import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readReportFacts } from "#app/cli/demo/facts.ts";
import { fillDemo } from "#app/cli/demo/index.server.ts";
import { formatPounds } from "#app/core/money.ts";
import { startSession } from "#app/platform/session.server.ts";
import { operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";

const register = useDatabase();
const facts = readReportFacts();
let server: RunningServer;
let session: string;

/** The running demo, as somebody sees it who reads all of it and changes nothing. */
beforeAll(async () => {
  const context = operatorContext(register.db);
  await fillDemo(context);
  const reader = await register.db.read
    .selectFrom("person")
    .select("id")
    .where("email", "=", "reader@demo.example")
    .executeTakeFirstOrThrow();
  const { now } = context;
  session = await register.db.write((trx) => startSession(trx, reader.id, now()));
  server = await startServer({ database: register.db, now });
});
afterAll(() => server.close());

/** What a page says, without its tags and without the script beside it. */
async function words(path: string): Promise<string> {
  const answer = await server.fetch(path, { headers: { cookie: `session=${session}` } });
  expect(answer.status, path).toBe(200);
  return (await answer.text())
    .replace(/<script[\s\S]*?<\/script>/g, " ")
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}

async function idOf(
  table: "source_document" | "measure" | "award",
  column: string,
  value: string,
): Promise<number> {
  const row = await register.db.read
    .selectFrom(table)
    .select("id")
    .where((e) => e(e.ref(column as "id"), "=", value as never))
    .executeTakeFirstOrThrow();
  return row.id;
}

const pageOf = async (document: string) =>
  words(`/sources/${await idOf("source_document", "code", document)}`);

/** "+6.0%", "−31.4%": the change of two counts, as the program writes it. */
function percentOf(from: number, to: number): string {
  const tenths = Math.round((Math.abs(to - from) / from) * 1000);
  return `${to < from ? "−" : "+"}${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** What the issue says in figures of its own: each kind of it is computed by the program. */
const changesIn = (issue: string) =>
  [...issue.matchAll(/(\d+)->(\d+)/g)].map(([, from, to]) => ({ from: Number(from), to: Number(to) }));
const partsIn = (issue: string) => {
  const [, one, other, sum, stated] = /(\d+)\+(\d+)=(\d+) against (\d+)/.exec(issue) ?? [];
  return sum === undefined ? null : { one, other, sum, stated };
};
const sharedIn = (issue: string) => {
  const [, pounds] = /£([\d,]+) is a four-CSP total/.exec(issue) ?? [];
  return pounds === undefined ? null : Number(pounds.replaceAll(",", ""));
};

describe.each(facts.discrepancies)("in $document: $issue", ({ document, issue }) => {
  test("its document says so, word for word", async () => {
    expect(await pageOf(document)).toContain(issue.replace(/\s+/g, " "));
  });

  for (const { from, to } of changesIn(issue)) {
    test(`${from} to ${to} is computed from the counts of the file`, async () => {
      const own = facts.outcomes.filter(({ source }) => source.document === document);
      const found = own.find(({ baseline, actual }) => baseline === from && actual === to);
      const computed = `${from} to ${to}`;
      if (found) {
        const page = await words(`/measures/${await idOf("measure", "name", found.measure)}`);
        expect(page).toContain(computed);
        expect(page).toContain(percentOf(from, to));
      } else {
        // No row of its own: the whole of the rows that are burglary.
        const parts = own.filter(({ measure }) => measure.startsWith("Burglary"));
        const sum = (figures: (number | null)[]) =>
          figures.reduce<number>((total, one) => total + (one ?? 0), 0);
        expect([sum(parts.map((part) => part.baseline)), sum(parts.map((part) => part.actual))]).toEqual([
          from,
          to,
        ]);
        const page = await pageOf(document);
        expect(page).toContain(computed);
        expect(page).toContain(`Stated as a fall, computed ${percentOf(from, to)}`);
      }
    });
  }

  const parts = partsIn(issue);
  if (parts) {
    test(`${parts.one} and ${parts.other} come to ${parts.sum}, and ${parts.stated} is stated`, async () => {
      const whole = facts.outcomes.find(
        ({ actual, source }) => actual === Number(parts.stated) && source.document === document,
      );
      expect(whole).toBeDefined();
      const said = `Its parts come to ${parts.sum}, and ${parts.stated} is stated`;
      expect(await pageOf(document)).toContain(said);
      const page = await words(`/measures/${await idOf("measure", "name", whole?.measure ?? "")}`);
      expect(page).toContain(said);
      for (const part of [parts.one, parts.other]) expect(page).toContain(part);
    });
  }

  const shared = sharedIn(issue);
  if (shared !== null) {
    test(`${shared} is one award of all its partnerships, counted once`, async () => {
      const award = facts.awards.find(({ amount }) => amount === shared);
      expect(award?.partnerships).toHaveLength(4);
      const pounds = formatPounds(shared * 100);
      const { id } = await register.db.read
        .selectFrom("award_version")
        .select("award_id as id")
        .where("amount_pence", "=", shared * 100)
        .executeTakeFirstOrThrow();
      const page = await words(`/awards/${id}`);
      expect(page).toContain(pounds);
      for (const name of facts.partnerships.filter((each) => award?.partnerships.includes(each.id)))
        expect(page).toContain(name.name);
      const counted = await register.db.read
        .selectFrom("posting")
        .select((e) => e.fn.sum<number | string>("gross_pence").as("pence"))
        .where("award_id", "=", id)
        .executeTakeFirstOrThrow();
      expect(Number(counted.pence)).toBe(shared * 100);
    });
  }
});

describe("each per cent that a report states of its own counts", () => {
  const stated = facts.outcomes.flatMap((fact) => {
    const [, percent] = /(\d+(?:\.\d+)?)%/.exec(fact.stated_change ?? "") ?? [];
    const { baseline, actual } = fact;
    return percent === undefined || baseline === null || actual === null
      ? []
      : [{ ...fact, percent, baseline, actual }];
  });

  test.each(stated)(
    "$measure: $stated_change",
    async ({ measure, source, percent, baseline, actual, stated_change, actual_period, baseline_period }) => {
      // Of half a year as much again is a year's.
      const isHalf = /^6 months/.test(actual_period) && /^12 months/.test(baseline_period ?? "");
      const computed = percentOf(baseline, isHalf ? actual * 2 : actual);
      const decimals = percent.split(".")[1]?.length ?? 0;
      const agrees = Number(computed.slice(1, -1)).toFixed(decimals) === Number(percent).toFixed(decimals);
      const page = await pageOf(source.document);
      if (agrees) expect(page).not.toContain(`“${stated_change}”`);
      else {
        expect(page).toContain(measure);
        expect(page).toContain(`computed ${computed}`);
      }
    },
  );

  test("are not all right", () => {
    expect(stated.length).toBeGreaterThan(2);
  });
});

test("four kinds of discrepancy have figures that the program computes, in four rows of the file", () => {
  const computed = facts.discrepancies.filter(
    ({ issue }) => changesIn(issue).length > 0 || partsIn(issue) !== null || sharedIn(issue) !== null,
  );
  expect(computed).toHaveLength(4);
  // The others are of words, numbers of paragraphs and periods: nothing in them can be computed.
  for (const { issue } of facts.discrepancies.filter((one) => !computed.includes(one))) {
    expect(issue).not.toMatch(/->|\d%|\d=\d/);
  }
});
