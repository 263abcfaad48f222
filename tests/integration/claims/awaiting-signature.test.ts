import { expect, test } from "vitest";
import { actOnClaim, listClaimsToSign, makeClaim } from "#app/claims/index.server.ts";
import * as home from "#app/home/home.page.tsx";
import type { Context } from "#app/platform/context.server.ts";
import { createAward, createPartnership, createPerson, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";
import { done } from "../awards/award-story.ts";
import { callPage } from "../bids/call-page.ts";

const register = useDatabase();

test("finance has the claims that await their signature, of awards that their partnership writes, and no others", async () => {
  const [lead, partner] = [await createPartnership(register.db), await createPartnership(register.db)];
  const officer = await createPerson(register.db, { [lead]: "officer" }, { name: "Olu Officer" });
  const finance = await createPerson(register.db, { [lead]: "finance" });
  const colleague = await createPerson(register.db, { [lead]: "finance" });
  const ofPartner = await createPerson(register.db, { [partner]: "finance" });
  const awardOf = async (hasLead: boolean) => {
    const id = await createAward(register.db, [lead, partner], { lead: hasLead });
    const lines = [line({ partnershipId: lead, financialYear: 2024, amountPence: 10_000 })];
    await seal(operatorContext(register.db), id, { amountPence: 10_000, lines });
    return id;
  };
  const claim = async (by: Context, awardId: number) => {
    const period = { periodFrom: "2024-04-01", periodTo: "2024-06-30", payment: "arrears" as const };
    const lines = [{ financialYear: 2024, stream: null, projectId: null, amountPence: 1_000 }];
    const reason = "Another part of the quarter";
    return done(await makeClaim(by, awardId, { ...period, results: null, note: null, reason, lines })).id;
  };
  const led = await awardOf(true);
  const open = await awardOf(false);
  const [first, own] = [await claim(officer.context, led), await claim(finance.context, led)];
  const shared = await claim(officer.context, open);
  const toSign = async ({ context }: { context: Context }) =>
    (await listClaimsToSign(context)).map(({ claimId }) => claimId);
  expect(await toSign(finance)).toEqual([first, shared]);
  expect(await toSign(colleague)).toEqual([first, own, shared]);
  expect(await toSign(ofPartner)).toEqual([shared]);
  expect(await toSign(officer)).toEqual([]);

  const { body } = await callPage(register.db, home.loader, finance, "/");
  expect(body).toMatchObject({
    claimsToSign: [{ awardId: led, number: 1, writtenBy: "Olu Officer", claimedPence: 1_000 }, {}],
  });
  const nothing = { amountPence: null, happenedOn: null, reference: null, reason: null };
  done(await actOnClaim(finance.context, led, first, "sign", 1, nothing));
  expect(await toSign(finance)).toEqual([shared]);
});
