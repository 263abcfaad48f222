import { expect, test } from "vitest";
import { isWatcher } from "./metrics.ts";

const trusts = (address: string) => address === "10.0.0.5";

test.each([
  ["127.0.0.1", {}, true],
  ["::1", {}, true],
  ["::ffff:127.0.0.1", {}, true],
  ["10.0.0.5", {}, true],
  ["10.0.0.6", {}, false],
  ["203.0.113.9", {}, false],
  [undefined, {}, false],
  ["127.0.0.1", { "x-forwarded-for": "203.0.113.9" }, false],
  ["10.0.0.5", { forwarded: "for=203.0.113.9" }, false],
  ["10.0.0.5", { via: "1.1 proxy" }, false],
])("from %s with %o the figures are shown: %s", (peer, headers, shown) => {
  expect(isWatcher(peer, headers, trusts)).toBe(shown);
});
