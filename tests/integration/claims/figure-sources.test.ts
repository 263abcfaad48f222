import { expect, it } from "vitest";
import { addAttachment, listFigureSources, stateFigureSource } from "#app/attachments/index.server.ts";
import { actOnClaim, findFiguresOfClaim, makeClaim } from "#app/claims/index.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { createAward, createPartnership, createPerson, operatorContext } from "#tests/factories/register.ts";
import { line, seal } from "#tests/factories/versions.ts";
import { useDatabase } from "#tests/support/database.ts";

const register = useDatabase();

it("what came for a claim has its source among the claim's own attachments, stated by those who write claims", async () => {
  const { db } = register;
  const partnershipId = await createPartnership(db);
  const person = async (role: "officer" | "finance" | "reader", at = partnershipId) =>
    (await createPerson(db, { [at]: role })).context;
  const [officer, finance, reader] = [
    await person("officer"),
    await person("finance"),
    await person("reader"),
  ];
  const awardId = await createAward(db, [partnershipId], { lead: true });
  const lines = [line({ partnershipId, financialYear: 2024, amountPence: 10_000 })];
  await seal(operatorContext(db), awardId, { amountPence: 10_000, lines });
  const made = await makeClaim(officer, awardId, {
    periodFrom: "2024-04-01",
    periodTo: "2024-06-30",
    payment: "arrears",
    results: null,
    note: null,
    lines: [{ financialYear: 2024, stream: null, projectId: null, amountPence: 10_000 }],
  });
  const claimId = made.ok ? made.value.id : 0;
  const nothing = { amountPence: null, happenedOn: null, reference: null, reason: "The award letter" };
  await actOnClaim(finance, awardId, claimId, "sign", 1, nothing);
  await actOnClaim(officer, awardId, claimId, "submit", 2, { ...nothing, happenedOn: "2024-07-10" });
  const money = { ...nothing, amountPence: 4_000, happenedOn: "2024-08-01" };
  await actOnClaim(finance, awardId, claimId, "record_receipt", 3, money);

  const letter = { fileName: "remittance.txt", kind: "txt" as const, bytes: Buffer.from("£40") };
  const holder = { attachedTo: { claimId }, mayAttach: true };
  const added = await addAttachment(officer, holder, { title: "Remittance advice" }, letter);
  const input = {
    figure: "received:1 August 2024",
    attachmentId: added.ok ? added.value.id : 0,
    place: null,
  };
  const stated = await stateFigureSource(officer, await findFiguresOfClaim(officer, awardId, claimId), input);
  expect(stated.ok).toBe(true);
  expect(await listFigureSources(reader, { claimId })).toMatchObject([
    { figure: "received", item: "1 August 2024", statedValue: "£40", title: "Remittance advice" },
  ]);

  const readers = await findFiguresOfClaim(reader, awardId, claimId);
  await expect(stateFigureSource(reader, readers, input)).rejects.toThrow(ForbiddenError);
  const stranger = await person("officer", await createPartnership(db));
  await expect(findFiguresOfClaim(stranger, awardId, claimId)).rejects.toThrow(NotFoundError);
});
