import { expect, it } from "vitest";
import { fairRate } from "./fair-rate.ts";

it("asks an address that reads too often to wait for the next minute, and no other", () => {
  const wait = fairRate(2);
  const at = "2026-11-21T09:32:15.000Z";
  expect([wait("a", at), wait("a", at), wait("a", at), wait("b", at)]).toEqual([null, null, 45, null]);
  expect(wait("a", "2026-11-21T09:33:00.000Z")).toBeNull();
});
