import { beforeAll, expect, test } from "vitest";
import { NOT_YET_APPORTIONED, sealVersion, type VersionInput } from "#app/awards/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { listProjectsElsewhere, projectNames } from "#app/projects/index.server.ts";
import {
  createAward,
  createPartnership,
  createPerson,
  createProject,
  operatorContext,
} from "#tests/factories/register.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();
let testValley = 0;
let southampton = 0;
let paid = 0;
let unpaid = 0;
let partner: Context;
let stranger: Context;

beforeAll(async () => {
  testValley = await createPartnership(register.db, "Test Valley");
  southampton = await createPartnership(register.db, "Southampton");
  const leicester = await createPartnership(register.db, "Leicester");
  paid = await createProject(register.db, southampton, "Safer Streets 5");
  unpaid = await createProject(register.db, southampton, "Operation Meero");
  partner = (await createPerson(register.db, { [testValley]: "reader" })).context;
  stranger = (await createPerson(register.db, { [leicester]: "finance" })).context;
  const joint = await createAward(register.db, [testValley, southampton]);
  const own = await createAward(register.db, [southampton]);
  await seal(joint, paid);
  await seal(own, unpaid);
});

/** Seals an award of £100 whose one line is for the project. */
async function seal(awardId: number, projectId: number): Promise<void> {
  const context = operatorContext(register.db);
  const line = { ...NOT_YET_APPORTIONED, projectId, partnershipId: southampton };
  const version: VersionInput = {
    awardId,
    kind: "original",
    effectiveOn: "2023-10-31",
    effectiveBasis: "month",
    decidedOn: null,
    reason: "Decision",
    decisionReference: null,
    amountPence: 10_000,
    amountBasis: "exact",
    funderId: null,
    fundId: null,
    lines: [{ ...line, themeId: null, amountPence: 10_000, label: null, inside: null }],
    mayInclude: [],
    sourceDocumentId: null,
    sourceParagraph: null,
  };
  const result = await register.db.write((trx) => sealVersion(trx, context, version));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
}

test("a partner of a joint award knows the name of the other’s project that a line of it pays, and no other", async () => {
  expect(await projectNames(partner, [paid, unpaid])).toEqual(new Map([[paid, "Safer Streets 5"]]));
  expect(await listProjectsElsewhere(partner)).toEqual([
    { id: paid, name: "Safer Streets 5", partnershipId: southampton },
  ]);
});

test("a stranger to the award knows neither", async () => {
  expect(await projectNames(stranger, [paid, unpaid])).toEqual(new Map());
  expect(await listProjectsElsewhere(stranger)).toEqual([]);
});

test("the partnership’s own people know both, and none of them is elsewhere", async () => {
  const { context } = await createPerson(register.db, { [southampton]: "reader" });
  expect([...(await projectNames(context, [paid, unpaid, paid])).keys()].sort()).toEqual(
    [paid, unpaid].sort(),
  );
  expect(await listProjectsElsewhere(context)).toEqual([]);
});
