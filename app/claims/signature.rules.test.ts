import { expect, it } from "vitest";
import { signatureWords, submittedUnsigned } from "./signature.rules.ts";

const FIN = { id: 1, name: "Fin" };
const ANN = { id: 2, name: "Ann" };
const written = (writtenById: number, writtenBy: string) => ({ writtenById, writtenBy });

it("a draft names who may sign it, and why not who wrote it", () => {
  expect(signatureWords(written(9, "Olu"), [ANN, FIN])).toBe("It waits for the signature of Ann or Fin");
  expect(signatureWords(written(1, "Fin"), [ANN, FIN])).toBe(
    "It waits for the signature of Ann: Fin wrote it, and who writes a claim does not sign it",
  );
  const many = ["A", "B", "C", "D", "E", "F"].map((name, index) => ({ id: index + 10, name }));
  expect(signatureWords(written(9, "Olu"), many)).toBe(
    "It waits for the signature of A or B or C or D or E or somebody else in finance",
  );
});

it("a draft that nobody may sign says so, and who can change that", () => {
  expect(signatureWords(written(1, "Fin"), [FIN])).toBe(
    "It cannot be signed yet: Fin wrote it, and who writes a claim does not sign it, and nobody else here has the role Finance. An administrator can give it to somebody",
  );
  expect(signatureWords(written(9, "Olu"), [])).toContain("yet, and nobody here has the role Finance");
});

it("a claim that was submitted on a day before its signature says so", () => {
  const signedAt = "2026-11-22T09:00:00.000Z";
  expect(submittedUnsigned({ signedAt, submittedOn: "2026-01-15" })).toEqual([
    "It is recorded as submitted on 15 January 2026, before it was signed here on 22 November 2026",
  ]);
  for (const submittedOn of ["2026-11-22", "2026-11-23", null]) {
    expect(submittedUnsigned({ signedAt, submittedOn })).toEqual([]);
  }
  expect(submittedUnsigned({ signedAt: null, submittedOn: "2026-01-15" })).toEqual([]);
});
