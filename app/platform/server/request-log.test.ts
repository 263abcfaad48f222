import { expect, test } from "vitest";
import { loggedPath } from "./request-log.ts";

test.each([
  ["/bids/17?q=burglary&person=smith", "/bids/17"],
  [`/first-administrator/${"x".repeat(43)}`, "/first-administrator/…"],
  ["/people/officer@example.org/edit", "/people/…/edit"],
  ["/people/officer%40example.org", "/people/…"],
])("the log of %s holds nothing personal and no secret", (address, logged) => {
  expect(loggedPath(address)).toBe(logged);
});
