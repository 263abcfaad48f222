import { describe, expect, test } from "vitest";
import { nextSignature, type Signature, signsAs } from "./sign-off.ts";

const TODAY = "2026-11-21";
const step = (position: number, signedBy: number | null = null): Signature => ({
  position,
  title: `Step ${position}`,
  stepId: position * 10,
  signedBy,
  signedAt: signedBy === null ? null : "2026-11-20T09:00:00.000Z",
  standsIn: false,
});
const signer = (stepId: number, personId: number, dates: [from: string, to: string] | null = null) => ({
  stepId,
  personId,
  part: dates === null ? ("named" as const) : ("stand_in" as const),
  validFrom: dates?.[0] ?? null,
  validTo: dates?.[1] ?? null,
});
const officer = (id: number) => ({ id, role: "officer" as const, wroteIt: false });

describe("whose turn it is to sign", () => {
  test("is that of the first step that nobody has signed", () => {
    expect(nextSignature([step(2), step(1, 5)])?.position).toBe(2);
    expect(nextSignature([step(1, 5)])).toBeNull();
  });

  test("goes to the people who are named for it and to nobody else", () => {
    const signers = [signer(10, 5), signer(20, 6)];
    const steps = [step(1), step(2)];
    expect(signsAs(officer(5), steps, signers, TODAY)).toBe("named");
    expect(signsAs(officer(6), steps, signers, TODAY)).toBeNull();
    expect(signsAs({ ...officer(7), role: "manager" as never }, steps, signers, TODAY)).toBeNull();
  });

  test("goes to a stand-in between their days, both included", () => {
    const steps = [step(1)];
    const on = (from: string, to: string) =>
      signsAs(officer(8), steps, [signer(10, 5), signer(10, 8, [from, to])], TODAY);
    expect(on("2026-11-21", "2026-11-21")).toBe("stand_in");
    expect(on("2026-11-22", "2026-12-01")).toBeNull();
    expect(on("2026-11-01", "2026-11-20")).toBeNull();
  });

  test("goes to managers and finance where nobody is named", () => {
    expect(signsAs({ id: 5, role: "finance", wroteIt: false }, [step(1)], [], TODAY)).toBe("by role");
    expect(signsAs(officer(5), [step(1)], [], TODAY)).toBeNull();
  });

  test("never goes to who wrote the bid, nor twice to the same person", () => {
    const signers = [signer(10, 5), signer(20, 5)];
    expect(signsAs({ ...officer(5), wroteIt: true }, [step(1)], signers, TODAY)).toBeNull();
    expect(signsAs(officer(5), [step(1, 5), step(2)], signers, TODAY)).toBeNull();
  });
});
