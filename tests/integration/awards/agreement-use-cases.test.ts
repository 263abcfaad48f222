import { beforeAll, describe, expect, test } from "vitest";
import type { AgreementInput } from "#app/awards/agreements/agreement.schema.ts";
import { listAgreements } from "#app/awards/agreements/agreements.queries.server.ts";
import { recordAgreement } from "#app/awards/agreements/record-agreement.server.ts";
import { findAgreementFor } from "#app/awards/index.server.ts";
import { refusalBeforeSigning } from "#app/awards/index.ts";
import { recordTerms } from "#app/awards/terms/record-terms.server.ts";
import { findTerms } from "#app/awards/terms/terms.queries.server.ts";
import { termsSchema } from "#app/awards/terms/terms.schema.ts";
import { ForbiddenError, NotFoundError, StaleError } from "#app/platform/errors.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type AwardStory, awardStory, done, jointAward, refusal, soleAward } from "./award-story.ts";

const register = useDatabase();
let story: AwardStory;
beforeAll(async () => {
  story = await awardStory(register.db);
});

function agreement(parts: Partial<AgreementInput>): AgreementInput {
  return { version: 0, year: "2024", reference: null, signedOn: null, note: null, ...parts };
}

const terms = { ...termsSchema.parse({ version: "0" }), noTransfer: true, matchBasisPoints: 1250 };

describe("agreements and terms of an award", () => {
  test("a year's agreement is recorded before it is signed, then signed; another for that year comes too late", async () => {
    const awardId = await soleAward(story);
    done(await recordAgreement(story.officer, awardId, agreement({ year: "all" })));
    done(await recordAgreement(story.officer, awardId, agreement({})));
    const unsigned = await findAgreementFor(story.officer, awardId, 2024);
    expect(refusalBeforeSigning(unsigned, "2024-10-01")).toContain("2024 to 2025 is not signed yet");
    done(await recordAgreement(story.officer, awardId, agreement({ version: 1, signedOn: "2024-05" })));
    expect((await findAgreementFor(story.officer, awardId, 2024))?.signedOn).toBe("2024-05");
    expect((await findAgreementFor(story.officer, awardId, 2025))?.financialYear).toBeNull();
    await expect(recordAgreement(story.officer, awardId, agreement({}))).rejects.toThrow(StaleError);
    await expect(recordAgreement(story.officer, awardId, agreement({ version: 1 }))).rejects.toThrow(
      StaleError,
    );
    expect(await listAgreements(story.officer, awardId)).toHaveLength(2);
  });

  test("an agreement is not signed on a day to come", async () => {
    const awardId = await soleAward(story);
    const signed = agreement({ signedOn: "2099-01-01" });
    expect(refusal(await recordAgreement(story.officer, awardId, signed))).toHaveProperty("signedOn");
  });

  test("an agreement signed long before its award is taken only with a note that says why", async () => {
    const awardId = await soleAward(story);
    const signed = agreement({ signedOn: "2001-01-01" });
    expect(refusal(await recordAgreement(story.officer, awardId, signed))).toHaveProperty("signedOn");
    done(await recordAgreement(story.officer, awardId, { ...signed, note: "One agreement for all grants" }));
  });

  test("terms take the place of those read, and the log does not keep who speaks for the funder", async () => {
    const awardId = await soleAward(story);
    done(await recordTerms(story.officer, awardId, { ...terms, contactName: "Una Nameless" }));
    expect(await findTerms(story.officer, awardId)).toMatchObject({ matchBasisPoints: 1250, version: 1 });
    await expect(recordTerms(story.officer, awardId, terms)).rejects.toThrow(StaleError);
    const log = await register.db.read.selectFrom("audit_entry").selectAll().execute();
    expect(JSON.stringify(log)).not.toContain("Una Nameless");
  });

  test("they are written by the lead's people alone, and are not there for others", async () => {
    const awardId = await jointAward(story);
    for (const write of [
      (context: AwardStory["reader"]) => recordAgreement(context, awardId, agreement({})),
      (context: AwardStory["reader"]) => recordTerms(context, awardId, terms),
    ]) {
      await expect(write(story.reader)).rejects.toThrow(ForbiddenError);
      await expect(write(story.partnerFinance)).rejects.toThrow(ForbiddenError);
      await expect(write(story.stranger)).rejects.toThrow(NotFoundError);
    }
  });
});
