import { expect, test } from "vitest";
import {
  listFittingWork,
  listOpenForProjects,
  listOpenOfPartnerships,
  openCountedTwice,
} from "#app/awards/index.server.ts";
import { financialYearOf } from "#app/core/financial-year.ts";
import { countedTwiceWords } from "#app/priorities/index.ts";
import {
  createAward,
  createPartnership,
  createPerson,
  createPriority,
  createProject,
  operatorContext,
} from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

test("what is not yet apportioned to a priority area says how much of it two awards may both hold, and which", async () => {
  const [here, other] = [await createPartnership(register.db), await createPartnership(register.db)];
  const { context } = await createPerson(register.db, { [here]: "manager" });
  const operator = operatorContext(register.db);
  const joint = await createAward(register.db, [here, other], { reference: "A-JOINT" });
  const open = line({ amountPence: 29_999_800 });
  await seal(operator, joint, { amountPence: 29_999_800, lines: [open] });
  const various = await createAward(register.db, [here], { reference: "A-VARIOUS", lead: true });
  const own = line({ partnershipId: here, amountPence: 110_000_000 });
  const pair = { mayInclude: [{ awardId: joint, note: null }] };
  await seal(operator, various, { amountPence: 110_000_000, lines: [own], ...pair });
  const forPriority = { without: "priority area", partnershipId: here } as const;
  const ids = async () => (await listOpenOfPartnerships(context, [here])).map(({ awardId }) => awardId);
  const twice = async () => {
    const { pence, pairs } = await openCountedTwice(context, forPriority, await ids());
    return [pence, pairs.map(({ award, other }) => [award.reference, other.reference])];
  };
  expect(await twice()).toEqual([29_999_800, [["A-VARIOUS", "A-JOINT"]]]);
  expect(await openCountedTwice(context, forPriority, [various])).toEqual({ pence: 0, pairs: [] });

  // What names a priority area is not in the sum; a version that names no pair any more takes it away.
  const priorityId = await createPriority(register.db, here, [], "Fire");
  const next = { kind: "apportionment", effectiveOn: "2024-05-01", amountPence: 110_000_000 } as const;
  const named = line({ partnershipId: here, priorityId, amountPence: 100_000_000 });
  const rest = line({ partnershipId: here, amountPence: 10_000_000 });
  await seal(operator, various, { ...next, lines: [named, rest], ...pair });
  expect(await twice()).toEqual([10_000_000, [["A-VARIOUS", "A-JOINT"]]]);
  await seal(operator, various, { ...next, effectiveOn: "2024-06-01", lines: [named, rest] });
  expect(await twice()).toEqual([0, []]);
});

test("so does what is not yet apportioned to a project, on its page and beside a round", async () => {
  const here = await createPartnership(register.db);
  const { context } = await createPerson(register.db, { [here]: "manager" });
  const projectId = await createProject(register.db, here, "Lights");
  const priorityId = await createPriority(register.db, here, ["asb"], "Lit streets");
  const year = financialYearOf(context.today);
  const bidId = await bidNaming(here, projectId, priorityId);
  const award = async (reference: string, amountPence: number, financialYear: number, other?: number) => {
    const id = await createAward(register.db, [here], { reference, lead: true, bidId });
    const lines = [line({ partnershipId: here, financialYear, amountPence })];
    const mayInclude = other === undefined ? [] : [{ awardId: other, note: null }];
    await seal(operatorContext(register.db), id, { amountPence, lines, mayInclude });
    return id;
  };
  const small = await award("A-SMALL", 50_00, year);
  const large = await award("A-LARGE", 900_00, year + 1, small);
  const words =
    "What is not yet apportioned may be too high by up to £50: A-LARGE “Award A-LARGE” may include money of A-SMALL “Award A-SMALL”.";
  const asked = { without: "project" } as const;
  const ids = (await listOpenForProjects(context, [projectId])).map(({ id }) => id);
  expect(countedTwiceWords(await openCountedTwice(context, asked, ids))).toBe(words);
  const themes = await register.db.read.selectFrom("theme").select("id").where("code", "=", "asb").execute();
  const [fitting] = await listFittingWork(context, themes);
  expect(fitting?.money).toMatchObject({ open: { pence: 950_00 }, twice: words });
  expect(fitting?.projects[0]?.money).toMatchObject({ open: { pence: 950_00 }, twice: words });

  // What is of a year that has gone is in the sum of the project's page alone.
  expect((await openCountedTwice(context, asked, [small, large])).pence).toBe(50_00);
  expect((await openCountedTwice(context, { ...asked, fromYear: year + 1 }, [small, large])).pence).toBe(0);
});

async function bidNaming(partnershipId: number, project_id: number, priority_id: number): Promise<number> {
  return register.db.write(async (trx) => {
    const { id } = await trx
      .insertInto("bid")
      .values({
        ...{ reference: "B-LIGHTS", title: "Lights", status: "awarded", requested_basis: "not_recorded" },
        ...{ recorded_by_partnership_id: partnershipId, created_at: "2025-06-01T08:00:00.000Z" },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx.insertInto("bid_project").values({ bid_id: id, project_id }).execute();
    await trx.insertInto("bid_priority").values({ bid_id: id, priority_id }).execute();
    await trx.insertInto("priority_project").values({ priority_id, project_id }).execute();
    return id;
  });
}
