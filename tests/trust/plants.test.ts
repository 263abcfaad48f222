import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordAudit } from "#app/audit/index.server.ts";
import { actionFor, invalid, loaderFor, redirectTo } from "#app/platform/page.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { smallBuild } from "#tests/support/small-build.ts";
import type { Row } from "./access-kinds.ts";
import { cellsOf, checkAccess } from "./access-matrix.ts";
import { uncanaried } from "./canary-coverage.ts";
import { checkForeignIds } from "./foreign-ids.ts";
import { makeForeignRecords } from "./foreign-records.ts";
import { fuzz, sample } from "./fuzz.ts";
import { fuzzTargets } from "./fuzz-targets.ts";
import { checkGrowth } from "./growth.ts";
import { checkLateForms } from "./late-forms.ts";
import { type MadeRegister, makeRegister } from "./made-register.ts";
import { type NeverKept, neverKept } from "./never-kept.ts";
import { GAINED } from "./standings.ts";
import { lost, untouchable } from "./untouchable.ts";
import { openWorld, type World } from "./world.ts";

const database = useDatabase();
let register: MadeRegister;
let kept: NeverKept;
let empty: string[];

beforeAll(async () => {
  empty = await uncanaried(database.db);
  register = await makeRegister(database.db);
  kept = neverKept(database.db);
});

type Pages = Parameters<typeof smallBuild>[0];

const worlds: World[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.close())));

/** The service with just these pages, holes and all. */
async function planted(pages: Pages): Promise<World> {
  const world = await openWorld(database.db, register, smallBuild(pages), kept.db);
  worlds.push(world);
  return world;
}

const MEMBERS = ["reader", "officer", "manager", "finance", "straddler"] as const;
const BID: Row = { path: "/bids/:id", load: MEMBERS, record: "draft bid" };

const titleOfBid = loaderFor("register.read", async ({ context, params }) => {
  const bid = context.db.read.selectFrom("bid").select("title").where("id", "=", Number(params.id));
  return (await bid.executeTakeFirst()) ?? null;
});

describe("the access matrix names", () => {
  test("a route without a permission", async () => {
    const world = await planted({ "/bids/:id": { loader: () => ({ title: "Bid" }) } });
    const { findings } = await checkAccess(world, kept, [BID]);
    expect(findings).toContain("GET /bids/1 as anonymous (own) must be sign in, answered 200");
    expect(findings).toContain("GET /bids/1 as stranger (own) must be refused, answered 200");
  });

  test("a query without a scope", async () => {
    const world = await planted({ "/bids/:id": { loader: titleOfBid } });
    const { findings } = await checkAccess(world, kept, [BID]);
    expect(findings).toContain("GET /bids/700001 as reader (foreign) must be not found, answered 200");
    expect(findings.some((finding) => /^GET \/bids\/700001 as reader .* shows a canary/.test(finding))).toBe(
      true,
    );
    expect(findings).toContain("GET reader /bids/700001 (foreign) is not answered as a missing record is");
  });

  test("a list that holds everybody's awards", async () => {
    const list = loaderFor("register.read", ({ context }) =>
      context.db.read.selectFrom("award").select("title").execute(),
    );
    const world = await planted({ "/awards": { loader: list } });
    const { findings } = await checkAccess(world, kept, [{ path: "/awards", load: MEMBERS }]);
    expect(findings.some((finding) => finding.startsWith("GET /awards as officer shows a canary"))).toBe(
      true,
    );
  });

  test("an action that skips the check, and one that writes before it", async () => {
    const close = actionFor("public", async ({ context }) => {
      await context.db.write((trx) =>
        recordAudit(trx, context, { action: "close", recordType: "bid", recordId: 1 }),
      );
      throw new Response("Not yours", { status: 403 });
    });
    const world = await planted({
      "/bids/:id": { action: actionFor("signed-in", () => redirectTo("/bids")) },
      "/bids/:id/close": { action: close },
    });
    const { findings } = await checkAccess(world, kept, [
      { ...BID, load: [], post: ["officer"] },
      { ...BID, path: "/bids/:id/close", load: [], post: ["officer"] },
    ]);
    expect(findings).toContain("POST /bids/1 as reader (own) must be refused, answered 303");
    expect(findings).toContain("POST /bids/1/close as reader (own) must be refused and wrote, answered 403");
  });

  test("a route without a row, and a row without a route", async () => {
    const world = await planted({ "/awards/secret": { loader: loaderFor("public", () => ({})) } });
    const { findings } = await checkAccess(world, kept, [BID]);
    expect(findings).toEqual([
      "/awards/secret has no row in access-table.ts",
      "/bids/:id has a row and no route",
    ]);
  });

  test("texts of the foreign partnership that no canary stands in", () => {
    expect(empty).toEqual(expect.arrayContaining(["bid.title", "award_version.reason", "measure.caveat"]));
  });
});

test("a form that takes up the number of a foreign project is named", async () => {
  const action = actionFor("outcome.write", async ({ context, formData }) => {
    const id = Number((await formData()).get("projectId"));
    const found = await context.db.read
      .selectFrom("project")
      .select("id")
      .where("id", "=", id)
      .executeTakeFirst();
    return found ? redirectTo("/measures/1") : invalid({ ok: false });
  });
  const world = await planted({ "/measures/new": { action } });
  const rows: Row[] = [{ path: "/measures/new", load: [], post: ["officer"], fields: { projectId: "1" } }];
  const { findings } = await checkForeignIds(world, kept, cellsOf(rows, world));
  expect(findings).toEqual(["POST /measures/new as officer tells a foreign projectId from a missing one"]);
});

test("a count of everybody's bids is named once the foreign partnership gains one", async () => {
  const count = loaderFor("register.read", ({ context }) =>
    context.db.read
      .selectFrom("bid")
      .select((e) => e.fn.countAll().as("bids"))
      .execute(),
  );
  const world = await planted({ "/bids": { loader: count } });
  const cells = cellsOf([{ path: "/bids", load: MEMBERS }], world);
  const gain = () => makeForeignRecords(database.db, GAINED, register.links, { apart: true });
  const { findings } = await checkGrowth(world, cells, ["reader"], gain);
  expect(findings).toEqual(["GET /bids as reader is not what it was before the foreign record"]);
});

describe("the many at once name", () => {
  const page = (html: string, status = 200) =>
    new Response(html, { status, headers: { "content-type": "text/html" } });
  const form = (version: number, title = "", says = "") =>
    `<form method="post"><input type="hidden" name="version" value="${version}"/>${says}<input name="title" value="${title}"/></form>`;
  const row: Row = { path: "/bids/:id/edit", load: ["officer"], post: ["officer"], record: "draft bid" };

  /** What is found where a page changes a record so; `late` answers whoever was not the first. */
  async function sentAtOnce(late: ((typed: string, won: string) => Response) | null, opened = form(1)) {
    const saved: string[] = [];
    const action = actionFor("signed-in", async ({ formData }) => {
      saved.push(String((await formData()).get("title")));
      const [won = "", ...others] = saved;
      return late && others.length > 0 ? late(others.at(-1) ?? "", won) : redirectTo("/bids/1");
    });
    const edit = { loader: loaderFor("signed-in", () => page(opened)), action, default: undefined };
    const world = await planted({ "/bids/:id/edit": edit });
    const { findings } = await checkLateForms(world, cellsOf([row], world), 3);
    return findings;
  }

  test("a page whose last one wins, and one for changing a record whose form knows no version", async () => {
    expect(await sentAtOnce(null)).toEqual(["/bids/1/edit was answered 303, and 3 of 3 won"]);
    expect(await sentAtOnce(null, '<form method="post"><input name="title"/></form>')).toEqual([
      "/bids/:id/edit has a form without a version",
    ]);
  });

  test("a page that loses what was typed, or does not show what the register says now", async () => {
    expect(await sentAtOnce(() => page("Somebody was quicker", 409))).toEqual([
      "/bids/1/edit: what was typed in title is lost",
    ]);
    expect(await sentAtOnce((typed) => page(form(1, typed), 409))).toEqual([
      "/bids/1/edit: nobody is told that somebody else changed it",
      "/bids/1/edit: sent again it would be late again",
      "/bids/1/edit: what title says now is not shown",
    ]);
    expect(
      await sentAtOnce((_, won) => page(`Somebody else changed this ${form(2, won, won)}`, 409)),
    ).toEqual(["/bids/1/edit: what was typed in title is not kept"]);
    expect(
      await sentAtOnce((typed, won) => page(`Somebody else changed this ${form(2, typed, won)}`, 409)),
    ).toEqual([]);
  });
});

describe("the fuzz names", () => {
  const PUBLIC: Row = { path: "/odd", load: ["anonymous"] };

  /** What the fuzz finds in the places whose name ends so. */
  async function fuzzed(pages: Pages, rows: readonly Row[], place: RegExp) {
    const world = await planted(pages);
    const targets = (await fuzzTargets(world, cellsOf(rows, world))).filter(({ name }) => place.test(name));
    const every = sample(
      targets,
      targets.reduce((sum, { requests }) => sum + requests.length, 0),
      1,
    );
    const { findings } = await fuzz({ ...world, transactions: kept.transactions }, every);
    return findings;
  }

  test("a page that breaks on odd input, and one that tells of it on the console only", async () => {
    const findings = await fuzzed(
      {
        "/odd": {
          loader: loaderFor("public", ({ url }) => ({
            count: String(BigInt(url.searchParams.get("q") ?? 0)),
          })),
        },
        "/loud": {
          loader: loaderFor("public", ({ url }) => {
            if (url.searchParams.get("q")?.includes("'")) console.error("unquoted");
            return {};
          }),
        },
      },
      [PUBLIC, { ...PUBLIC, path: "/loud" }],
      /\?q$/,
    );
    expect(findings.some((finding) => /^GET \/odd\?q=NaN: answered 500/.test(finding))).toBe(true);
    expect(findings.some((finding) => /^GET \/loud\?q=.*: console.error: unquoted/.test(finding))).toBe(true);
  });

  test("a page that repeats a tag, and one that sends the browser elsewhere", async () => {
    const repeats = loaderFor(
      "public",
      ({ url }) =>
        new Response(`<p>${url.searchParams.get("q")}`, { headers: { "content-type": "text/html" } }),
    );
    const leads = loaderFor("public", ({ url }) => {
      const to = url.searchParams.get("q") ?? "";
      return new Response(null, { status: 302, headers: { location: to.startsWith("//") ? to : "/" } });
    });
    const findings = await fuzzed(
      { "/odd": { loader: repeats, default: undefined }, "/lead": { loader: leads, default: undefined } },
      [PUBLIC, { ...PUBLIC, path: "/lead", opens: [302] }],
      /\?q$/,
    );
    expect(findings.some((finding) => finding.endsWith("holds a tag that was sent"))).toBe(true);
    expect(findings.some((finding) => finding.endsWith("sends the browser to //evil.example"))).toBe(true);
  });

  test("an action that writes what it then refuses", async () => {
    const action = actionFor("signed-in", async ({ context }) => {
      await context.db.write((trx) =>
        recordAudit(trx, context, { action: "try", recordType: "bid", recordId: 1 }),
      );
      return invalid({ ok: false });
    });
    const row: Row = { path: "/odd", load: [], post: ["officer"], fields: { title: "" } };
    const findings = await fuzzed({ "/odd": { action } }, [row], / field title$/);
    expect(findings.some((finding) => finding.endsWith("answered 422 and wrote"))).toBe(true);
  });

  test("a record of others that was changed", async () => {
    const before = await untouchable(database.db);
    await database.db.write((trx) =>
      trx.updateTable("bid").set({ title: "Mine now" }).where("id", "=", GAINED).execute(),
    );
    expect(lost(before, await untouchable(database.db))).toEqual([
      expect.stringMatching(/^changed or gone: bid .*KANARIE bid title/),
    ]);
  });
});
