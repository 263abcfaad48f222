import { describe, expect, test } from "vitest";
import { ACCOUNT_FAILURES, addressGroup, waitAfter, waitText } from "./throttle.rules.ts";

describe("the wait after wrong passwords", () => {
  test("begins at the limit, doubles, and is never longer than 15 minutes", () => {
    const waits = Array.from({ length: 13 }, (_, failures) => waitAfter(failures, ACCOUNT_FAILURES));
    expect(waits).toEqual([0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900]);
    expect(waitAfter(10_000, ACCOUNT_FAILURES)).toBe(900);
  });

  test.each([
    [1, "Wait 1 second,"],
    [15, "Wait 15 seconds,"],
    [90, "Wait 90 seconds,"],
    [91, "Wait 2 minutes,"],
    [900, "Wait 15 minutes,"],
  ])("of %i seconds is said in words", (seconds, text) => {
    expect(waitText(seconds)).toContain(text);
  });
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", ""],
])("an address, %s, counts as %s", (address, group) => {
  expect(addressGroup(address)).toBe(group);
});
