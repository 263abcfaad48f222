import { beforeAll, describe, expect, it } from "vitest";
import { type BidCursor, type BidFilters, NO_FILTERS } from "#app/bids/bid-filters.ts";
import { BID_SORTS, type BidSort } from "#app/bids/finding/bid-sorts.ts";
import { listBids } from "#app/bids/index.server.ts";
import { firstDayOf, lastDayOf } from "#app/core/calendar-date.ts";
import { daysOfFinancialYear } from "#app/core/financial-year.ts";
import { type Context, createContext } from "#app/platform/context.server.ts";
import { createPartnership, operatorContext } from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";
import { manyBids, type PlainBid } from "./many-bids.ts";

const register = useDatabase();
let many: Awaited<ReturnType<typeof manyBids>>;
let themes: Map<string, number>;
/** Somebody of one partnership, of a few, and of so many that they are not looked up one by one. */
let readers: Record<"one" | "few" | "all", Context>;

beforeAll(async () => {
  many = await manyBids(register.db, 173);
  const rows = await register.db.read.selectFrom("theme").select(["id", "code"]).execute();
  themes = new Map(rows.map(({ code, id }) => [code, id]));
  const others = [];
  for (let number = 0; number < 22; number += 1) others.push(await createPartnership(register.db));
  const { officer, lead, partner } = many.story;
  const with_ = (ids: number[]) => {
    const roles = new Map(ids.map((id) => [id, "officer" as const]));
    return createContext({ ...operatorContext(register.db), actor: { ...officer.actor, roles } });
  };
  readers = { one: officer.context, few: with_([lead, partner]), all: with_([lead, partner, ...others]) };
});

/** Every page in turn, to the end and back. */
async function walk(context: Context, filters: BidFilters) {
  const pages = [];
  let cursor: BidCursor = null;
  do {
    const page = await listBids(context, filters, cursor);
    pages.push(page);
    cursor = page.older;
  } while (cursor !== null);
  const forwards = pages.flatMap(({ items }) => items.map(({ id }) => id));
  const back = [];
  cursor = pages.at(-1)?.newer ?? null;
  while (cursor !== null) {
    const page = await listBids(context, filters, cursor);
    back.unshift(...page.items.map(({ id }) => id));
    cursor = page.newer;
  }
  const last = pages.at(-1)?.items.map(({ id }) => id) ?? [];
  return { pages, forwards, backwards: [...back, ...last] };
}

const KEYS: Record<BidSort["by"], (bid: PlainBid) => string | number | null> = {
  reference: ({ id }) => id,
  title: ({ title }) => title.toLowerCase(),
  partnership: ({ lead }) => lead,
  funder: ({ source }) => source,
  requested: ({ pence }) => pence,
  status: ({ status }) => STAGES.indexOf(status),
  closes: ({ closesAt }) => closesAt,
  decision: ({ expected }) => expected,
  owner: ({ owner }) => owner?.toLowerCase() ?? null,
};
const STAGES = [
  "draft",
  "awaiting_sign_off",
  "submitted",
  "clarification_requested",
  "reserve",
  "awarded",
  "part_awarded",
  "unsuccessful",
  "withdrawn",
];

function inOrder(bids: readonly PlainBid[], { by, descending }: BidSort): number[] {
  const key = KEYS[by];
  const turn = descending ? -1 : 1;
  const compare = (a: PlainBid, b: PlainBid) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || turn * (a.id - b.id);
    return turn * (x < y ? -1 : x > y ? 1 : a.id - b.id);
  };
  return [...bids].sort(compare).map(({ id }) => id);
}

const may = (date: string | null, from: string, to: string) =>
  date !== null && lastDayOf(date) >= from && firstDayOf(date) <= to;
const day = (instant: string) => instant.slice(0, 10);

/** Each filter with what it means, said a second time. */
function cases(): [string, Partial<BidFilters>, (bid: PlainBid) => boolean][] {
  const { funders, funds, rounds, priorities, story } = many;
  const { from, to } = daysOfFinancialYear(2025);
  return [
    ["nothing", {}, () => true],
    [
      "several statuses",
      { statuses: ["draft", "awarded"] },
      ({ status }) => status === "draft" || status === "awarded",
    ],
    [
      "a partner",
      { partnershipId: story.partner },
      ({ partnershipIds }) => partnershipIds.includes(story.partner),
    ],
    ["a funder", { funderId: funders[0] as number }, ({ funderId }) => funderId === funders[0]],
    ["another funder", { funderId: funders[1] as number }, ({ funderId }) => funderId === funders[1]],
    ["a fund", { fundId: funds[0] as number }, ({ fundId }) => fundId === funds[0]],
    ["a fund without funder", { fundId: funds[2] as number }, ({ fundId }) => fundId === funds[2]],
    ["a round", { roundId: rounds[2]?.id as number }, ({ roundId }) => roundId === rounds[2]?.id],
    [
      "a priority area",
      { priorityId: priorities[1] as number },
      ({ priorityId }) => priorityId === priorities[1],
    ],
    [
      "a theme",
      { themeId: themes.get("asb") as number },
      ({ priorityId }) => priorityId === priorities[0] || priorityId === priorities[2],
    ],
    [
      "words of a priority area",
      { priorityTitle: "DUSK, knife" },
      ({ priorityId }) => priorityId === priorities[1],
    ],
    ["oneself", { owner: "me" }, ({ owner }) => owner === story.officer.actor.name],
    ["an owner", { owner: story.manager.id }, ({ owner }) => owner === story.manager.actor.name],
    [
      "an owner and a partner",
      { owner: story.manager.id, partnershipId: story.partner },
      ({ owner, partnershipIds }) =>
        owner === story.manager.actor.name && partnershipIds.includes(story.partner),
    ],
    [
      "an owner by name",
      { ownerName: story.manager.actor.name.toUpperCase() },
      ({ owner }) => owner === story.manager.actor.name,
    ],
    ["nobody", { owner: "nobody" }, ({ owner }) => owner === null],
    ["a lead officer", { leadOfficer: "OFFICER 1_%" }, ({ officer }) => officer === "Officer 1_%"],
    [
      "a financial year",
      { year: 2025 },
      ({ decidedOn, submittedOn, createdAt }) => may(decidedOn ?? submittedOn ?? day(createdAt), from, to),
    ],
    ["an amount from", { amountFrom: 200_000 }, ({ pence }) => pence !== null && pence >= 200_000],
    ["an amount to", { amountTo: 200_000 }, ({ pence }) => pence !== null && pence <= 200_000],
    ["no amount", { amountNotRecorded: true }, ({ pence }) => pence === null],
    [
      "days of submission",
      { submittedFrom: "2025-10-15", submittedTo: "2026-02-01" },
      ({ submittedOn }) => may(submittedOn, "2025-10-15", "2026-02-01"),
    ],
    [
      "days of decision",
      { decidedFrom: "2025-10-15", decidedTo: "2026-02-01" },
      ({ decidedOn }) => decidedOn !== "FY2025" && may(decidedOn, "2025-10-15", "2026-02-01"),
    ],
    [
      "days of closing",
      { closesFrom: "2026-11-18", closesTo: "2026-11-27" },
      ({ closesAt }) => closesAt !== null && may(day(closesAt), "2026-11-18", "2026-11-27"),
    ],
    [
      "a deadline that comes up",
      { deadlineDays: 14 },
      ({ closesAt, status }) =>
        closesAt !== null &&
        may(day(closesAt), "2026-11-21", "2026-12-05") &&
        (status === "draft" || status === "awaiting_sign_off"),
    ],
    ["a word of the title", { search: "warden" }, ({ title }) => title.includes("wardens")],
    ["a word of the purpose", { search: "greyhound" }, ({ purpose }) => purpose !== null],
    ["a word of the funder", { search: "aspen" }, ({ source }) => source?.includes("aspen") ?? false],
    ["words of fund and round", { search: "amber 3" }, ({ source }) => source?.endsWith("autumn 3") ?? false],
    ["the name of a project", { search: "moonrise" }, ({ projectName }) => projectName !== null],
    [
      "many at once",
      { search: "lamps", statuses: ["draft", "submitted", "reserve"], amountFrom: 10_000, year: 2025 },
      ({ title, status, pence, decidedOn, submittedOn, createdAt }) =>
        title.includes("lamps") &&
        ["draft", "submitted", "reserve"].includes(status) &&
        (pence ?? 0) >= 10_000 &&
        may(decidedOn ?? submittedOn ?? day(createdAt), from, to),
    ],
  ];
}

describe("the list of bids, worked out a second time", () => {
  it("is in the order of each column either way round, each bid once on its pages", async () => {
    for (const by of BID_SORTS) {
      for (const descending of [false, true]) {
        const sort = { by, descending };
        const expected = inOrder(many.plain, sort);
        for (const [who, context] of Object.entries(readers)) {
          const { forwards, backwards, pages } = await walk(context, { ...NO_FILTERS, sort });
          const what = `${by} ${descending} ${who}`;
          expect(forwards, what).toEqual(expected);
          expect(backwards, what).toEqual(expected);
          expect(
            pages.map(({ pageNumber, pages: of }) => [pageNumber, of]),
            what,
          ).toEqual([1, 2, 3, 4].map((number) => [number, 4]));
        }
      }
    }
  });

  it("holds the bids of each filter, with their sum, whoever reads", async () => {
    for (const [name, some, isIn] of cases()) {
      const bids = many.plain.filter(isIn);
      const recorded = bids.filter(({ pence }) => pence !== null);
      expect(bids.length, name).toBeGreaterThan(0);
      for (const sort of [NO_FILTERS.sort, { by: "requested", descending: true } as const]) {
        for (const [who, context] of Object.entries(readers)) {
          const { forwards, backwards, pages } = await walk(context, { ...NO_FILTERS, ...some, sort });
          expect(forwards, `${name}, ${who}`).toEqual(inOrder(bids, sort));
          expect(backwards, `${name}, ${who}`).toEqual(inOrder(bids, sort));
          expect(pages[0], `${name}, ${who}`).toMatchObject({
            more: false,
            count: bids.length,
            requestedPence: recorded.reduce((sum, { pence }) => sum + (pence ?? 0), 0),
            notRecorded: bids.length - recorded.length,
            approximate: recorded.filter(({ approximate }) => approximate).length,
          });
        }
      }
    }
  });

  it("shows nothing of another partnership's bids, and starts nowhere in their order", async () => {
    const { stranger } = many.story;
    for (const [name, some] of cases()) {
      const page = await listBids(stranger.context, { ...NO_FILTERS, ...some });
      expect(page.items, name).toEqual([]);
    }
    const after = { after: many.plain[3]?.id as number };
    const byTitle = { ...NO_FILTERS, sort: { by: "title", descending: false } as const };
    expect((await listBids(stranger.context, byTitle, after)).items).toEqual([]);
  });
});

describe("a list longer than is counted", () => {
  it("says so, and sums the page alone", async () => {
    const long = await manyBids(register.db, 560, "yonder");
    const found = { ...NO_FILTERS, search: "yonder" };
    const lists = [
      [long.story.officer.context, NO_FILTERS],
      [long.story.officer.context, found],
      [operatorContext(register.db), found],
    ] as const;
    const sorts = [
      NO_FILTERS.sort,
      { by: "reference", descending: false },
      { by: "closes", descending: false },
    ] as const;
    for (const [context, filters] of lists) {
      for (const sort of sorts) {
        const { pages, forwards, backwards } = await walk(context, { ...filters, sort });
        expect(forwards).toEqual(inOrder(long.plain, sort));
        expect(backwards).toEqual(forwards);
        const [first] = pages;
        expect(first).toMatchObject({ more: true, count: 50, pageNumber: null, pages: null });
        const sum = first?.items.reduce((total, { requestedPence }) => total + (requestedPence ?? 0), 0);
        expect(first?.requestedPence).toBe(sum);
      }
    }
  });

  it("finds a bid by the name that its project has now, for as long as it would pay for it", async () => {
    const found = async (search: string) =>
      (await walk(readers.all, { ...NO_FILTERS, search })).forwards.sort((a, b) => a - b);
    const before = await found("moonrise");
    const write = register.db.write;
    await write((trx) =>
      trx.updateTable("project").set({ name: "Sunset" }).where("name", "=", "Moonrise").execute(),
    );
    expect(await found("moonrise")).toEqual([]);
    expect(await found("sunset")).toEqual(before);
    const [first, ...others] = before;
    await write((trx) =>
      trx
        .deleteFrom("bid_project")
        .where("bid_id", "=", first as number)
        .execute(),
    );
    expect(await found("sunset")).toEqual(others);
  });
});
