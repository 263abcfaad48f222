import { describe, expect, it } from "vitest";
import type { Role } from "#app/platform/permissions.ts";
import { signersShort, signersShortWords } from "./enough-signers.rules.ts";

const TODAY = "2026-11-22";
const people = (...roles: Role[]) => roles.map((role, index) => ({ id: index + 1, role }));
const unnamed = { signers: [] };
const named = (...ids: number[]) => ({
  signers: ids.map((personId) => ({ personId, part: "named" as const, validTo: null })),
});
const standsInUntil = (personId: number, validTo: string) => ({
  signers: [{ personId, part: "stand_in" as const, validTo }],
});

describe("enough people for a chain of sign-off", () => {
  it("is each step by another person who may sign", () => {
    expect(signersShort([unnamed, unnamed], people("manager", "finance", "officer"), TODAY)).toBeNull();
    expect(signersShort([unnamed, unnamed, unnamed], people("manager", "finance", "officer"), TODAY)).toEqual(
      {
        steps: 3,
        signable: 2,
      },
    );
    expect(signersShort([unnamed], people("officer", "reader"), TODAY)).toEqual({ steps: 1, signable: 0 });
    expect(signersShort([], [], TODAY)).toBeNull();
  });

  it("counts who is named whatever their role, once, and makes them way where a step has somebody else", () => {
    expect(signersShort([named(3), unnamed], people("manager", "reader", "reader"), TODAY)).toBeNull();
    expect(signersShort([named(1), named(1)], people("manager", "manager"), TODAY)).toMatchObject({
      signable: 1,
    });
    expect(signersShort([unnamed, named(1)], people("manager", "finance"), TODAY)).toBeNull();
    expect(
      signersShort([named(1, 2), named(2, 3), named(1)], people("reader", "reader", "reader"), TODAY),
    ).toBeNull();
  });

  it("leaves out who has left, and stand-ins whose days are over", () => {
    expect(signersShort([named(9)], people("manager"), TODAY)).toEqual({ steps: 1, signable: 0 });
    expect(signersShort([standsInUntil(1, "2026-11-21")], people("reader"), TODAY)).toMatchObject({
      signable: 0,
    });
    expect(signersShort([standsInUntil(1, "2026-11-22")], people("reader"), TODAY)).toBeNull();
  });

  it("says how many are wanted and how many there are", () => {
    expect(signersShortWords({ steps: 3, signable: 2 })).toBe(
      "The 3 steps need 3 different people who may sign, and people can be found for only 2 of them: nobody signs two steps of the same bid.",
    );
    expect(signersShortWords({ steps: 3, signable: 0 })).toContain("there is nobody");
    expect(signersShortWords({ steps: 1, signable: 0 })).toContain("there is nobody");
  });
});
