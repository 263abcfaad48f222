import { describe, expect, test } from "vitest";
import {
  type Agreement,
  agreementFor,
  agreementRows,
  beforeSigningWords,
  questionOfSigning,
  questionWithoutAgreement,
  refusalBeforeSigning,
} from "./agreement.rules.ts";

function agreement(parts: Partial<Agreement>): Agreement {
  return { financialYear: 2024, reference: null, signedOn: null, note: null, version: 1, ...parts };
}

describe("the agreement for a year", () => {
  const [all, first] = [agreement({ financialYear: null }), agreement({ financialYear: 2023 })];
  test("is its own, else the one for all years", () => {
    expect(agreementFor([all, first], 2023)).toBe(first);
    expect(agreementFor([all, first], 2024)).toBe(all);
    expect(agreementFor([first], 2024)).toBeNull();
    expect(agreementFor([all, first], null)).toBe(all);
  });
});

describe("no payment before signing", () => {
  test("an agreement not signed refuses, of one that is not recorded more is asked", () => {
    expect(refusalBeforeSigning(agreement({}), "2024-10-01")).toBe(
      "The agreement for 2024 to 2025 is not signed yet: nothing can be claimed before it is",
    );
    expect(refusalBeforeSigning(null, "2024-10-01")).toBeNull();
  });
  test("without an agreement on record it is asked what is claimed under", () => {
    expect(questionWithoutAgreement(null, 2024, null)).toContain("No agreement is recorded for 2024 to 2025");
    expect(questionWithoutAgreement(null, 2024, "The award letter of 6 August 2024")).toBeNull();
    expect(questionWithoutAgreement(agreement({}), 2024, null)).toBeNull();
  });
  test("what happened before an agreement was signed, as it is recorded now, is said", () => {
    const words = (parts: Partial<Agreement>, day: string | null) =>
      beforeSigningWords(agreement(parts), day, "It was submitted");
    expect(words({ signedOn: "2024-08-06" }, "2024-08-01")).toBe(
      "It was submitted on 1 August 2024, before the agreement was signed on 6 August 2024",
    );
    expect(words({}, "2024-08-01")).toContain("not signed yet");
    expect(words({ signedOn: "2024-08-06" }, "2024-08-06")).toBeNull();
    expect(words({}, null)).toBeNull();
    expect(beforeSigningWords(null, "2024-08-01", "It was submitted")).toBeNull();
  });
  test("it refuses until the day of signing, of which the month may be all that is known", () => {
    const signed = agreement({ signedOn: "2024-08-06" });
    expect(refusalBeforeSigning(signed, "2024-08-05")).toContain("was signed on 6 August 2024");
    expect(refusalBeforeSigning(signed, "2024-08-06")).toBeNull();
    expect(refusalBeforeSigning(agreement({ signedOn: "2024-08" }), "2024-08-02")).toBeNull();
  });
});

describe("an agreement signed long before its award", () => {
  const began = "2026-06-04";
  test("asks for the reason, where the whole of its date is more than a year before", () => {
    expect(questionOfSigning(agreement({ signedOn: "2001-01-01" }), began)).toContain("4 June 2026");
    expect(questionOfSigning(agreement({ signedOn: "2025-06" }), began)).toBeNull();
  });
  test("is taken with a note, and where nothing is known", () => {
    const signed = agreement({ signedOn: "2001-01-01", note: "One agreement for all grants of the funder" });
    expect(questionOfSigning(signed, began)).toBeNull();
    expect(questionOfSigning(agreement({ signedOn: "2001-01-01" }), null)).toBeNull();
    expect(questionOfSigning(agreement({}), began)).toBeNull();
  });
});

describe("what stands beside each agreement", () => {
  const award = { years: [2024, 2023], deliveryFrom: "2023-10-01" };
  test("nothing where none is recorded", () => {
    expect(agreementRows([], award, "2024-06-01")).toEqual([]);
  });
  test("a year with money and no agreement says so; signing after delivery began is said", () => {
    const rows = agreementRows(
      [agreement({ financialYear: 2023, signedOn: "2024-01" })],
      award,
      "2024-06-01",
    );
    expect(rows.map((row) => [row.financialYear, row.risk])).toEqual([
      [2023, "Signed after delivery began"],
      [2024, "Delivery has begun: no payment before signing"],
    ]);
  });
  test("no risk before delivery begins, nor where its start is not known", () => {
    const rows = (deliveryFrom: string | null, financialYear: number | null) =>
      agreementRows([agreement({ financialYear })], { years: [], deliveryFrom }, "2023-06-01");
    expect(rows("2023-10", 2023)[0]?.risk).toBeNull();
    expect(rows(null, null)[0]?.risk).toBeNull();
    expect(rows(null, 2023)[0]?.risk).toContain("no payment");
  });
});
