import { expect, test } from "vitest";
import { getBoard } from "#app/standing/board/board.queries.server.ts";
import { listStanding } from "#app/standing/standing.queries.server.ts";
import { NO_FILTERS, type StandingFilters } from "#app/standing/standing-filters.ts";
import {
  createAward,
  createFund,
  createFunder,
  createPriority,
  createRound,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { bidStory, completeDraft } from "../bids/bid-story.ts";
import { exported } from "../exports/made-file.ts";

const register = useDatabase();

test("filters ask of whom, of which fund, round and year the money is, of awards and bids alike", async () => {
  const story = await bidStory(register.db);
  const manager = story.manager.context;
  const listed = async (filters: Partial<StandingFilters>) => {
    const { rows } = await listStanding(manager, { ...NO_FILTERS, ...filters });
    return rows.map(({ kind, id }) => `${kind} ${id}`);
  };
  const { db } = register;
  const funder = await createFunder(db);
  const fund = await createFund(db, funder);
  const round = await createRound(db, fund);
  const bid = await completeDraft(story, { roundId: round });
  const funded = await createAward(db, [story.lead], { lead: true });
  const share = line({ partnershipId: story.lead, financialYear: 2019, amountPence: 5_000 });
  const money = { amountPence: 5_000, funderId: funder, fundId: fund };
  await seal(operatorContext(db), funded, { ...money, lines: [share] });
  await db.write((trx) =>
    trx.updateTable("award").set({ bid_id: bid.id }).where("id", "=", funded).execute(),
  );
  const both = [`award ${funded}`, `bid ${bid.id}`];
  expect(await listed({ funderId: funder })).toEqual(both);
  expect(await listed({ fundId: fund })).toEqual(both);
  expect(await listed({ roundId: round })).toEqual(both);
  expect(await listed({ year: 2019 })).toEqual([`award ${funded}`]);
  expect(await listed({ year: 2026, funderId: funder })).toEqual([`bid ${bid.id}`]);
  expect(await listed({ roundId: round + 1 })).toEqual([]);
  expect(await listed({ funderId: funder, amountFrom: 5_001 })).toEqual([`bid ${bid.id}`]);
  expect(await listed({ funderId: funder, amountTo: 5_000 })).toEqual([`award ${funded}`]);
  const board = await getBoard(manager, { ...NO_FILTERS, roundId: round });
  const cards = [...board.bids, ...board.awards].flatMap((column) => column.cards);
  expect(cards.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(both);
  // A later version without money of that year, and of no funder that is known.
  const later = line({ partnershipId: story.lead, financialYear: 2020, amountPence: 5_000 });
  await seal(operatorContext(db), funded, { kind: "correction", amountPence: 5_000, lines: [later] });
  expect(await listed({ year: 2019 })).toEqual([]);
  expect(await listed({ funderId: funder })).toEqual([`bid ${bid.id}`]);
});

type Theme = { id: number; name: string; code: string };

test("filters ask for which priority area and theme the money is; the file names them", async () => {
  const story = await bidStory(register.db);
  const manager = story.manager.context;
  const { db } = register;
  const themes = await db.read
    .selectFrom("theme")
    .select(["id", "name", "code"])
    .orderBy("id")
    .limit(2)
    .execute();
  const [theme, other] = themes as [Theme, Theme];
  const priority = await createPriority(db, story.lead, [theme.code]);
  const award = await createAward(db, [story.lead], { lead: true });
  const share = { partnershipId: story.lead, priorityId: priority };
  await seal(operatorContext(db), award, { lines: [line({ ...share, amountPence: 10_000 })] });
  const { rows } = await listStanding(manager, { ...NO_FILTERS, priorityId: priority });
  expect(rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual([`award ${award}`]);
  const ofTheme = async (themeId: number) =>
    (await listStanding(manager, { ...NO_FILTERS, themeId })).rows.filter(({ id }) => id === award).length;
  expect([await ofTheme(theme.id), await ofTheme(other.id)]).toEqual([1, 0]);
  const params = { theme: String(theme.id), "amount-from": "100", "amount-to": "200", colour: "red" };
  const file = JSON.parse(String(await exported(manager, "standing", { format: "json", params })));
  expect(JSON.stringify(file._readme)).toContain(`Theme: ${theme.name}; £100 or more; £200 or less`);
  expect(file._readme.notes[0]).toBe("Not used, and left out of what is asked for: colour “red”.");
});
